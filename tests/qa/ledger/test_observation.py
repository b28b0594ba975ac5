"""What a figure counts, for whom, when and as what: sentences as reports print them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qa.ledger.observation import Kind, Observation, observations
from qa.types import Report, ReportMeta, SectionKind, Sentence

META = ReportMeta("x-2024", "x.txt", "海陵县", "", "county", 2024, "", "", "", False, "")


def report(
    *texts: str,
    section: SectionKind = SectionKind.RESULT,
    heading: tuple[str, ...] = (),
    meta: ReportMeta = META,
) -> Report:
    sentences, start = [], 0
    for index, text in enumerate(texts):
        sentences.append(Sentence(index, start, start + len(text), text, 0, heading, section))
        start += len(text)
    return Report(meta, "".join(texts), (), tuple(sentences))


def observe(
    *texts: str, section: SectionKind = SectionKind.RESULT, heading: tuple[str, ...] = ()
) -> list[Observation]:
    return list(observations(report(*texts, section=section, heading=heading)))


def one(text: str, value: str, section: SectionKind = SectionKind.RESULT) -> Observation:
    return next(found for found in observe(text, section=section) if found.value == value)


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        (
            "全年收到行政复议申请218件,受理197件,受理率90.4%;审结186件,其中维持71件、撤销或确认违法23件、驳回18件,调解和解终止74件,直接纠错率12.4%。",
            "received accepted acceptance-rate concluded upheld corrected dismissed mediated direct-correction-rate",
        ),
        (
            "区政府新收行政复议申请503件，综合纠错率17.7%，调解和解率38.6%。",
            "received overall-correction-rate mediation-rate",
        ),
        ("收到复议申请60件,不予受理9件,复议案件听证12场。", "received rejected hearings"),
    ],
)
def test_stages_of_reconsideration_are_told_apart(text: str, indicators: str):
    assert [found.indicator for found in observe(text)] == [
        f"reconsideration-{name}" for name in indicators.split()
    ]


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        (
            "全县发生一审行政诉讼案件132件,已审结118件,败诉13件,败诉率11%;行政机关负责人出庭应诉率98.3%。",
            [
                "litigation-first-instance",
                "litigation-concluded",
                "litigation-lost",
                "litigation-loss-rate",
                "attendance-rate",
            ],
        ),
        ("负责人应出庭76件,实际出庭75件。", ["attendance-due", "attendance-cases"]),
        (
            "办理公证3.9万件、司法鉴定2.4万件，仲裁案件受理1,562件，标的额27.6亿元。",
            ["notary-cases", "forensic-cases", "arbitration-cases", "arbitration-amount"],
        ),
        (
            "办理人大代表建议102件、政协提案118件,办复率百分之百。",
            ["congress-proposals", "conference-proposals", "proposals-rate"],
        ),
        (
            "全县468个人民调解委员会、2,236名人民调解员调处矛盾纠纷7,652件,调解成功率98.9%。",
            ["mediation-organisations", "mediators", "mediation-cases", "mediation-success-rate"],
        ),
        (
            "清理行政规范性文件86件，废止11件、修改5件、宣布失效3件。",
            ["documents-cleaned", "documents-abolished", "documents-amended", "documents-expired"],
        ),
        (
            "编制“两轻一免”清单,涵盖17个领域243项轻微违法行为;办理首违不罚案件2371件,减免罚款512万元。",
            ["", "no-penalty-matters", "no-penalty-cases", "waived-amount"],
        ),
        (
            "组织执法人员培训12场2840人次,持有行政执法证件1936人。",
            ["enforcement-training-sessions", "enforcement-training", "enforcement-certificates"],
        ),
        (
            "接收社区矫正对象241人，解除矫正228人，年末在册312人。",
            ["correction-received", "correction-released", "correction-objects"],
        ),
        ("全区培育“法律明白人”641名、“学法用法示范户”188户。", ["law-savvy-people", "law-households"]),
        ("12345热线受理诉求86.7万件，满意率97.9%。", ["hotline-calls", "hotline-satisfaction"]),
        ("市政府常务会议学法8次。", ["executive-study"]),
        (
            "一审诉讼案件184件，复议诉讼比3.97:1。",
            ["litigation-first-instance", "reconsideration-to-litigation-ratio"],
        ),
        (
            "2023年行政复议案件320件,复议诉讼比5.29,同比上升。",
            ["reconsideration-cases", "reconsideration-to-litigation-ratio"],
        ),
    ],
)
def test_figures_bear_the_indicator_of_their_own_words(text: str, indicators: list[str]):
    assert [found.indicator for found in observe(text)] == indicators


@pytest.mark.parametrize(
    "text",
    [
        "办理法律援助案件847件,其中残疾人案件42件。",
        "市公证处办理公证11,852件，其中继承公证3,207件。",
        "收到行政复议申请320件,其中行政处罚类210件。",
        "收到行政复议申请320件,其中行政处罚210件。",
        "以镇政府为被申请人的行政复议案件53宗，已审结47宗。",
        "办理不予处罚案件32件,其中涉及欠薪的12件,金额1680万元。",
    ],
)
def test_what_is_narrower_bears_none(text: str):
    found = observe(text)
    assert found[0].indicator != ""
    assert found[-1].indicator == ""


def test_money_of_an_unnamed_thing_bears_none():
    found = observe("人民调解组织调解纠纷90件,涉及金额2亿元;处理渔船碰撞纠纷88件,涉及金额2,030万元。")
    assert [one.indicator for one in found] == ["mediation-cases", "mediation-amount", "", ""]


def test_a_matter_named_later_ends_the_reach_of_the_one_before():
    found = observe("全年收到行政复议申请91件;全区接待群众来访56批次,受理12件。")
    assert found[0].indicator == "reconsideration-received"
    assert found[2].indicator != "reconsideration-accepted"


def test_a_stage_may_lean_on_the_sentence_before():
    found = observe("办理行政复议申请89件。", "已审结70件。")
    assert found[1].indicator == "reconsideration-concluded"


def test_a_figure_that_the_catalogue_lacks_keeps_its_own_words():
    found = one("选聘校园安全督导员92名，实现全覆盖。", "92")
    assert found.indicator == ""
    assert "校园安全督导员" in found.counted
    assert (found.unit, found.kind, found.place, found.year) == ("名", Kind.RESULT, "海陵县", 2024)


def test_offsets_are_those_of_the_stored_text():
    first = "全面加强法治建设。"
    second = "法律援助中心受理案件约2.1万件。"
    found = observe(first, second)[0]
    text = first + second
    assert text[found.start : found.end] == "约2.1万件"
    assert text[found.quote_start : found.quote_end] == second
    assert (found.value, found.unit, found.qualifier) == ("2.1", "万件", "约")


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("行政诉讼败诉率控制在10%以下。", "10", "%", "以下"),
        ("调解矛盾纠纷三千八百余件。", "3800", "件", "余"),
        ("调解成功率九成八以上。", "98", "%", "以上"),
        ("罚没金额近0.9亿元。", "0.9", "亿元", "近"),
    ],
)
def test_qualifiers_are_kept(text: str, value: str, unit: str, qualifier: str):
    found = observe(text)[0]
    assert (found.value, found.unit, found.qualifier) == (value, unit, qualifier)


# --- who, when, and as what


@pytest.mark.parametrize(
    ("text", "value", "holder", "whole"),
    [
        ("镇街办理处罚案件1418件，其中柳城街道402件、金马街道277件。", "402", "柳城街道", False),
        ("镇街办理处罚案件1418件，其中柳城街道402件、金马街道277件。", "277", "金马街道", False),
        ("县市场监督管理局立案查处违法案件512件。", "512", "县市场监督管理局", False),
        ("县司法局全年审查规范性文件36件。", "36", "县司法局", True),
        ("鸠江区作出行政处罚8,124件。", "8124", "鸠江区", False),
        ("县城管局组织检查3次,全县办理行政处罚案件980件。", "980", "", True),
        ("县市场监管局、县城管局等12个部门公布清单,办理免罚案件90件。", "90", "县城管局", True),
        ("甲坝街道、乙坝街道和丙坝镇均设立调处中心,27个调解组织调解纠纷1,412件。", "1412", "", True),
        ("全县办理行政处罚案件980件。", "980", "", True),
        ("县市场监管局新登记企业1204户。", "1204", "县市场监管局", True),
        # the townships together, for their own clauses
        (
            "15个镇(街)全年立案2,864宗，作出行政处罚决定2,391宗，罚款1,128.4万元。",
            "1128.4",
            "15个镇(街)",
            False,
        ),
        (
            "11个街道综合执法中心全部达标，全年办理行政处罚案件3671件。",
            "3671",
            "11个街道综合执法中心",
            False,
        ),
        (
            "乡镇综合行政执法大队以自己名义立案358件，罚没款31.2万元。",
            "31.2",
            "乡镇综合行政执法大队",
            False,
        ),
        ("镇街以自身名义办理行政处罚案件1,874宗，罚没款586万元。", "586", "镇街", False),
        ("镇街一支队伍办理处罚案件986件；运用执法设备129套。", "129", "", True),
        ("9个镇(街道)综合行政执法队全部挂牌，承接行政处罚权93项。", "93", "9个镇(街道)综合行政执法队", True),
        ("24个镇(街)和52家市直单位完成述法。", "52", "", True),
        # a hard wrap inside the name
        ("龙坝\n街道“老兵调解室”由14名退役军人组成，当年化解纠纷176件。", "176", "龙坝街道", False),
        # one field's disputes are not the place's
        ("园区商会人民调解委员会调解劳资纠纷423件。", "423", "园区商会人民调解委员会", False),
        # no holders
        ("整合综合行政执法队伍7支，下沉镇街执法人员128名。", "7", "", True),
        ("一是县委书记、县长分别主持召开法治专题会议4次、7次。", "4", "", True),
        ("制定煤炭、铝业、白酒等行业检查单9张。", "9", "", True),
    ],
)
def test_who_did_what_is_counted(text: str, value: str, holder: str, whole: bool):
    found = one(text, value)
    assert (found.holder, found.whole) == (holder, whole)


@pytest.mark.parametrize(
    ("place", "text", "whole"),
    [
        ("里湖镇", "镇综合行政执法办公室作出行政处罚1,143宗。", True),
        ("某市住房和城乡建设局", "市住建局作出行政处罚158件。", True),
        ("某市住房和城乡建设局", "市水利局作出行政处罚158件。", False),
        ("海陵县", "镇综合行政执法办公室作出行政处罚1,143宗。", False),
    ],
)
def test_an_office_may_be_the_places_own(place: str, text: str, whole: bool):
    [found] = observations(report(text, meta=replace(META, place=place)))
    assert (found.indicator, found.whole) == ("penalty-cases", whole)


@pytest.mark.parametrize(
    ("text", "value", "year", "kind"),
    [
        ("线上办案率由上年的62.5%提升至88.1%。", "62.5", 2023, Kind.RESULT),
        ("线上办案率由上年的62.5%提升至88.1%。", "88.1", 2024, Kind.RESULT),
        ("罚没金额由2022年的350万元降至210万元。", "350", 2022, Kind.RESULT),
        ("2023年,全县办理公证311件。", "311", 2023, Kind.RESULT),
        ("累计培育“法律明白人”641名。", "641", 2024, Kind.CUMULATIVE),
        ("全年累计办理公证641件。", "641", 2024, Kind.RESULT),
        ("2021年以来，建成法治公园12处。", "12", 2024, Kind.CUMULATIVE),
        ("2024年以来，建成法治公园12处。", "12", 2024, Kind.RESULT),
        ("力争行政诉讼败诉率低于8%。", "8", 2024, Kind.PLAN),
        ("新收行政复议申请503件，调解结案的占36.4%。", "36.4", 2024, Kind.SHARE),
        ("新收行政复议申请503件，同比上升48.4%。", "48.4", 2024, Kind.CHANGE),
    ],
)
def test_year_and_kind(text: str, value: str, year: int, kind: Kind):
    found = one(text, value)
    assert (found.year, found.kind) == (year, kind)


def test_a_plan_section_speaks_of_the_next_year():
    found = one("新培养“法律明白人”300名。", "300", SectionKind.PLAN)
    assert (found.kind, found.year, found.indicator) == (Kind.PLAN, 2025, "law-savvy-new")


def test_a_change_has_the_indicator_of_its_figure_and_its_base():
    found = one("新收行政复议申请503件，较上年下降48.4%，受理441件。", "48.4")
    assert (found.indicator, found.change, found.base) == ("reconsideration-received", "fall", "较上年")


def test_changes_told_with_respectively_have_each_their_figure():
    found = observe("作出行政处罚决定158件，罚款1,267.4万元，同比分别上升8.1%和5.3%。")
    assert [(o.indicator, o.kind, o.change) for o in found[2:]] == [
        ("penalty-cases", Kind.CHANGE, "rise"),
        ("penalty-amount", Kind.CHANGE, "rise"),
    ]


def test_a_column_of_a_year_is_that_years():
    text = "罚没金额:2023年为350万元;2024年为210万元。"
    found = observe(text)
    assert [(o.year, o.value) for o in found] == [(2023, "350"), (2024, "210")]


def test_names_are_no_observations():
    assert observe("推行“综合查一次”“3.0版”改革。") == []


@pytest.mark.parametrize(
    "text",
    [
        "行政机关负责人出庭应诉率连续五年保持100%。",
        "行政机关负责人出庭应诉率已连续多年达100%。",
        "出庭应诉率均连续三年保持在100%。",
    ],
)
def test_a_rate_kept_for_years_in_a_row_is_this_years(text: str):
    found = one(text, "100")
    assert (found.indicator, found.kind, found.year) == ("attendance-rate", Kind.RESULT, 2024)


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("综合行政执法局及各执法单位实施行政处罚1038起。", True),
        ("综合行政执法局实施行政处罚1038起。", False),
    ],
)
def test_an_office_named_with_all_others_is_the_whole_place(text: str, whole: bool):
    assert one(text, "1038").whole is whole
