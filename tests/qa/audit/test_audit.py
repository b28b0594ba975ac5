"""What the audit reports, and above all what it must not: real-style invented sentences with and without an error."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qa.audit import Finding, Kind, Severity, audit
from qa.reading import read_text
from qa.types import Report

C, S, R = Severity.CONTRADICTION, Severity.SCOPE, Severity.ROUNDING

FILLER = "全区上下深入学习贯彻习近平法治思想，扎实推进法治政府建设各项任务落地见效。"


def report(*sentences: str, year: int = 2024, place: str = "云湖区") -> Report:
    body = "\n".join(sentences)
    text = f"{place}{year}年法治政府建设工作报告\n\n一、{year}年主要工作成效\n\n{FILLER}\n{body}\n"
    text += f"\n二、{year + 1}年工作安排\n\n一是继续努力。\n"
    return read_text(text, file=f"{place}-{year}.txt", place=place, year=year)


def only(*sentences: str) -> Finding:
    """Audit sentences, expect one finding, and check that its spans are cut from the text."""
    audited = report(*sentences)
    found = audit([audited])
    assert len(found) == 1, [f.message for f in found]
    for span in found[0].spans:
        assert audited.text[span.start : span.end] == span.quote
        assert audited.text[span.sentence_start : span.sentence_end] == span.sentence
        assert span.quote in span.sentence
    return found[0]


# sentence, kind, severity, what comes out
ERRORS = [
    # 败诉率: over closed cases there is no doubt; 8 of any number is never 5.54%
    ("审结一审行政诉讼案件145件，败诉8件，败诉率6.5%。", Kind.RATE, C, "5.5%"),
    ("全年一审行政诉讼发案量145件，败诉8件，一审败诉率5.54%。", Kind.RATE, C, "5.52%"),
    ("全区一审行政诉讼案件172件，行政机关败诉21件，败诉率14.5%。", Kind.RATE, S, "12.2%"),
    ("行政机关负责人应出庭53件，实际出庭51件，出庭应诉率98.2%。", Kind.RATE, C, "96.2%"),
    ("行政机关负责人应出庭 53 件，实际出庭 51 件，出庭应诉率 98.2% 。", Kind.RATE, C, "96.2%"),
    ("各级人民调解组织调解案件9326件，成功9108件，成功率98.7%。", Kind.RATE, C, "97.7%"),
    ("人民调解组织受理纠纷9326件，调解成功9108件，调解成功率98.7%。", Kind.RATE, S, "97.7%"),
    ("收到行政复议申请218件，受理197件，受理率92.4%。", Kind.RATE, C, "90.4%"),
    ("开展法治督察，反馈问题八十七个，已整改八十三个，整改率百分之九十八点四。", Kind.RATE, C, "95.4%"),
    ("受理企业诉求273件，办结268件，办结率99.9%。", Kind.RATE, C, "98.2%"),
    ("全区执法人员716名，其中持证693名，持证率98.8%。", Kind.RATE, C, "96.8%"),
    ("审结行政复议案件587件，其中调解和解254件，调解和解率为33.3%。", Kind.RATE, S, "43.3%"),
    ("审结行政复议案件351件。在审结案件中，直接纠错38件，纠错率12.8%。", Kind.RATE, S, "10.8%"),
    ("审结行政复议案件271件，撤销8件、确认违法5件，直接纠错率8.9%。", Kind.RATE, S, "4.8%"),
    ("评查行政执法案卷180卷，其中合格176卷，合格率99.8%。", Kind.RATE, C, "97.8%"),
    ("调解案件46205件，成功45142件，成功率98%以上。", Kind.RATE, R, "97.7%"),
    # a rate that no rule knows, tied by its name and by standing side by side
    ("县法援中心受理法律援助申请560件，批准532件，批准率98%。", Kind.RATE, S, "95%"),
    ("抽检产品1250批次，不合格25批次，不合格率3%。", Kind.RATE, S, "2%"),
    ("应由行政机关负责人出庭的案件85件，负责人实际出庭84件，负责人出庭应诉率达99.8%。", Kind.RATE, C, "98.8%"),
    # the last digit cut off
    ("行政机关负责人应出庭54件，实际出庭52件，出庭应诉率96.2%。", Kind.RATE, R, "96.3%"),
    ("窗口受理业务38.2万笔，其中自助终端办理9.6万笔，占35.1%。", Kind.SHARE, C, "25.1%"),
    ("审结行政复议案件561件；经调解和解结案的204件，占46.4%。", Kind.SHARE, S, "36.4%"),
    ("全区办理行政处罚案件9873件。各镇执法队办理4105件，占全区的51.6%。", Kind.SHARE, S, "41.6%"),
    ("全区新收行政复议案件587件；新收一审行政诉讼案件184件，复议诉讼比3.97:1。", Kind.RATIO, C, "3.19"),
    ("区本级新收复议571件，复议诉讼比5.29。全年一审行政诉讼发案量145件。", Kind.RATIO, S, "3.94"),
    ("登记行政复议申请205件，立案受理180件，占登记总数的97.8%。", Kind.SHARE, S, "87.8%"),
    ("受理复议案件88件，办结86件，以调解和解方式结案39件，占办结案件的55.9%。", Kind.SHARE, S, "45.3%"),
    # changes
    ("线上办案率由上年的62.5%提升至88.1%，提升23.6个百分点。", Kind.CHANGE, C, "25.6个百分点"),
    ("信访件从120件下降到90件，同比下降35%。", Kind.CHANGE, C, "25%"),
    ("入企检查由上年的8412次减至6037次，降幅38.2%。", Kind.CHANGE, C, "28.2%"),
    ("入企检查14.7万户次，较上年减少5.2万户次，降幅36.1%。", Kind.CHANGE, C, "26.1%"),
    ("败诉率6.9%，上年为10.3%，下降2.4个百分点。", Kind.CHANGE, C, "3.4个百分点"),
    ("公职律师由7名上升到5名。", Kind.CHANGE, C, "下降"),
    # parts
    ("法律援助中心共办理案件100件，其中民事60件、刑事50件。", Kind.PARTS, C, "110"),
    ("审结81件，其中维持43件、驳回22件、撤销7件、终止19件。", Kind.PARTS, C, "91"),
    ("审结81件，其中维持43件、驳回12件、撤销7件、终止15件。", Kind.PARTS, S, "77"),
    ("审查规范性文件14件、合同协议186件、其他涉法事务207件，合计417件。", Kind.PARTS, C, "407"),
    ("评查案卷120卷，其中合格113卷、不合格9卷。", Kind.PARTS, C, "122"),
    ("镇街办理处罚案件700件，其中柳溪街道402件、金河街道277件、永安镇196件。", Kind.PARTS, C, "875"),
    ("办理行政处罚案件100件，其中简易程序案件120件。", Kind.PARTS, C, "≤100"),
    ("清理规范性文件84件，保留61件、修改9件、废止24件。", Kind.PARTS, C, "94"),
    ("审查合同100件、决策30件、其他事项20件，合计160件。", Kind.PARTS, C, "150"),
    ("办理法律援助案件780件（刑事398件、民事471件、行政11件）。", Kind.PARTS, C, "880"),
    ("对52件现行有效规范性文件进行清理，继续有效48件，需修改1件，予以废止9件。", Kind.PARTS, C, "58"),
    # stated twice
    (
        "2024年，新收行政复议案件503件，同比上升48%。\n新收行政复议案件508件，受理441件。",
        Kind.TWICE,
        C,
        "503件",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("sentences", "kind", "severity", "computed"), ERRORS, ids=[e[0][:24] for e in ERRORS]
)
def test_an_error_is_found(sentences: str, kind: Kind, severity: Severity, computed: str):
    result = only(*sentences.split("\n"))
    assert (result.kind, result.severity, result.computed) == (kind, severity, computed)
    assert result.stated in result.message.replace(" ", "") or " " in result.stated
    assert result.arithmetic in result.message


LOOK_ALIKES = [
    # rounding, and figures that are rounded themselves
    "审结一审行政诉讼案件118件，败诉13件，败诉率11%。",
    "审结行政复议案件398件，其中撤销和确认违法38件，直接纠错率9.5%。",
    "窗口受理业务38.2万笔，其中自助终端办理9.6万笔，占25.1%。",
    "涉企检查由上年的2.6万次减少到1.9万次，下降26.5%。",
    "线上办案率由上年的62.5%提升至88.1%，提升25.7个百分点。",
    # qualifiers
    "调解案件1000余件，成功980件，成功率95%。",
    "审结行政诉讼案件200件，败诉20件，败诉率控制在15%以下。",
    "调解案件46205件，成功45142件，成功率97%以上。",
    "评查案卷200卷，其中优秀137卷，优秀率近七成。",
    "调解案件100件，成功98件，成功率九成八。",
    "入企检查由上年的58次压到22次，下降六成以上。",
    # 件 and 人次, 人 and 人次, 件 and 起
    "办理法律援助案件436件，其中农民工502人次。",
    "全区持证执法人员689名，其中培训1850人次。",
    "调解案件100件，成功120人次，成功率98%。",
    # parts that overlap, open lists, parts of another total
    "办理法律援助案件100件，其中农民工案件60件、妇女案件50件。",
    "办理法律援助案件100件，其中农民工案件30件、未成年人案件20件。",
    "审结81件，其中维持43件、终止30件、调解20件。",
    "评查案卷64卷，其中优秀58卷、合格61卷、不合格3卷。",
    "清理规范性文件152件，废止19件，宣布失效23件，修改2件。",
    "全年制发规范性文件5件，修改2件，宣布失效6件。",
    "办结1012件：维持437件，驳回166件，撤销147件，以听证方式了结262件。",
    "立案1476件，结案1389件，其中食品类案件618件，广告类案件97件。",
    "收到申请742件，经审查受理618件、不予受理45件；审结587件，其中维持254件。",
    "累计建成民主法治示范村21个、省级213个，其中2024年新建成省级28个。",
    "全区建成民主法治示范村（社区）3个，省级24个。",
    "审结案件145件（含上年结转），受理案件140件，其中败诉8件。",
    "受理案件197件，审结186件，其中维持71件，制发建议书42份、意见书153份。",
    "开展检查14次、培训20次，共计发现问题50个。",
    "出动14人、20人次，合计50次。",
    "甲镇、乙镇分别调解纠纷40件和30件，合计70件。",
    "镇街办理处罚案件1418件，其中柳溪街道402件、金河街道277件。",
    "投诉举报6.72万件，其中投诉4.86万件、举报1.86万件。",
    # parts, shares and rates of two totals at once
    "办理人大代表建议142宗、政协提案136宗，其中区人大代表建议98宗、区政协提案121宗。",
    "办理建议142件、提案136件，其中区级建议98件，占35.3%。",
    "收到建议142件、提案136件，办复278件，办复率99%。",
    "收到建议142件、提案136件，办复130件，办复率99%。",
    "收到申请案件120件、复核案件20件，其中民事60件、刑事70件、行政10件。",
    "收到申请120件，受理100件，其中民事60件、刑事50件。",
    # a plan against a result, a target that was missed
    "应出庭53件，实际出庭51件，力争出庭应诉率达到100%。",
    "审结案件118件，败诉13件，目标是败诉率控制在8%以内。",
    # a narrower rate: 按期, 本级, 其中
    "受理信访事项3105件，办结2900件，按期办结率100%。",
    "受理12345热线工单273件，办结268件，及时办结率99.9%。",
    "全区审结行政复议案件400件，直接纠错38件，区本级直接纠错率11.3%。",
    "排查纠纷100件，化解80件，一次性化解率92%。",
    "审结行政复议案件271件，直接纠错24件，综合纠错率17.7%。",
    # numerator and denominator of different things
    "行政复议案件53件，已审结47件，以区政府为被告的一审行政诉讼案件31件，败诉2件，败诉率6.5%。",
    "行政复议审结39件；以区政府为被告的行政诉讼案件25件，败诉1件，败诉率4%。",
    "行政复议审结47件；行政诉讼中，败诉2件，败诉率6.5%。",
    "负责人出庭应诉39件，出庭应诉率95.1%。",
    "行政诉讼案件61件，其中一审41件、二审20件，负责人出庭应诉39件，出庭应诉率95.1%。",
    "行政诉讼案件61件，审结一审案件38件，败诉4件，一审败诉率10.5%。",
    "建议102件、提案118件，办复率100%，满意率99.1%。",
    "办理建议152件、提案203件，办成率分别为75.0%和78.3%。",
    "受理纠纷2764件，其中劳资纠纷902件，成功率98.8%。",
    "征收补偿类案件100件，涉投诉举报类复议案件占比达61%。",
    "全年办件41.36万件，办结率99.87%。",
    # cumulative against yearly, last year's of another measure
    "累计建成法律服务站48家，全年新建15家，增长12%。",
    "由2020年的3件增至8件，同比增长20%。",
    "行政处罚案件100件，上年行政复议案件为80件，同比增长5%。",
    "办理案件120件，同比增长20%，罚没款300万元，同比增长5%。",
    "案件120件、罚款300万元，同比分别增长20%和5%。",
    "平均办理时限由20天提升到8天。",
    "从50%提升至60%，提升10%。",
    "全省考核由第五位上升到第二位。",
    "由1个中心扩展到12个站点，同比增长30%。",
    # the same words for different bodies, times and parts
    "区司法局审查合同100件。\n镇政府审查合同60件。",
    "东溪镇新收行政复议案件12件。\n新收行政复议案件503件。",
    "截至11月底，新收行政复议案件480件。\n新收行政复议案件503件。",
    "2023年，新收行政复议案件480件。\n2024年，新收行政复议案件503件。",
    "上半年新收行政复议案件280件。\n新收行政复议案件503件。",
    "新收行政复议案件500余件。\n新收行政复议案件503件。",
    "汽车：全年办理行政许可案件90件。\n船舶：全年办理行政许可案件15件。",
    # a count of something narrower, a list that began before, items of another kind
    "受理各类行政案件2203件（含旧存245件），全省一审行政诉讼案件审结950件，结案率83%。",
    "新收各类一审行政案件1120件，审结962件，结案率为85.9%，其中行政机关败诉228件。",
    "应出庭53件，实际出庭51件，正职负责人出庭率41.8%。",
    "一审行政诉讼案件172件，市住建局败诉5件，败诉率12.2%。",
    "行政案件10件，民事案件60件、刑事案件50件，合计120件。",
    "出台文件3部，其中规定条款20条。",
    "建成法治驿站3个，其中配备设施20个。",
    "清理规范性文件200件，保留180件、修改15件、废止20件。",
    "法律服务站48家，累计增加15家，增长12%。",
    "办结行政复议案件19.7万件，作出撤销、变更、确认违法和责令履行等纠错决定的约3万件，纠错率达15.1%。",
    "（一）市场监管领域\n办理行政处罚案件100件。\n（二）生态环境领域\n办理行政处罚案件30件。",
    # a rate that no rule knows, and counts that do not stand side by side
    "受理申请560件，批准532件，发放补贴48件，批准率97%。",
    "抽检产品1250批次，不合格25批次，合格率98%。",
    "新增专利3976件，授权2592件，同比增长率20.88%。",
    "立案受理180件，占上年登记总数的97.8%。",
    # ratio: other cases count, or it closes with figures near by
    "新收行政复议申请2846件。同期一审行政诉讼案件1108件，行政复议与行政诉讼案件之比达2.57:1。",
    "复议诉讼比5.29。",
    "经复议后起诉14件，行政诉讼败诉8件，复议诉讼比5.29。",
]


@pytest.mark.parametrize("sentences", LOOK_ALIKES)
def test_a_look_alike_is_no_finding(sentences: str):
    assert [f.message for f in audit([report(*sentences.split("\n"))])] == []


def test_plans_are_not_audited():
    text = f"云湖区2024年法治政府建设工作报告\n\n一、2024年主要成效\n\n{FILLER}\n"
    text += "\n二、2025年工作安排\n\n审结案件118件，败诉13件，败诉率8%。\n"
    assert audit([read_text(text, file="a.txt", place="云湖区", year=2024)]) == ()


# --- two years of one place

LAST = report(
    "新收行政复议申请254件。", "直接纠错率12.5%。", "新收一审行政诉讼案件90件，败诉率12.6%。", year=2023
)


@pytest.mark.parametrize(
    ("sentence", "severity", "computed"),
    [
        ("新收行政复议申请389件，同比增长63.1%。", S, "53.1%"),
        ("新收行政复议申请389件，较上年增加145件。", S, "135"),
        ("新收行政复议申请389件，比2023年增长63.1%。", S, "53.1%"),
        ("新收行政复议申请由上年的264件增加到389件。", C, "254件"),
        ("新收一审行政诉讼案件100件，败诉率8.0%，较上年下降3.6个百分点。", S, "4.6个百分点"),
    ],
)
def test_a_change_that_last_years_report_contradicts(sentence: str, severity: Severity, computed: str):
    now = report(sentence)
    [result] = audit([now], [LAST])
    assert (result.kind, result.severity, result.computed) == (Kind.YEARS, severity, computed)
    assert {span.file for span in result.spans} == {"云湖区-2024.txt", "云湖区-2023.txt"}
    assert "2023年的报告" in result.message


@pytest.mark.parametrize(
    "sentence",
    [
        "新收行政复议申请389件，同比增长53.1%。",
        "新收行政复议申请389件，同比增长五成以上。",
        "新收行政复议申请389件，同比增长53%。",
        "新收行政复议申请由上年的254件增加到389件。",
        "新收行政复议申请389件，比2022年增长63.1%。",  # another year than the one before
        "区本级新收行政复议申请389件，同比增长63.1%。",  # another body
        "新收行政复议申请389人次，同比增长63.1%。",  # another unit
        "累计新收行政复议申请389件，同比增长63.1%。",
        "新收一审行政诉讼案件100件，败诉率8.0%，较上年下降4.6个百分点。",
        "新收行政复议申请2540件，同比增长63.1%。",  # ten times as many: not the same measure
    ],
)
def test_a_change_that_fits_or_is_of_something_else(sentence: str):
    assert [f.message for f in audit([report(sentence)], [LAST])] == []


def test_another_places_report_is_no_evidence():
    other = report("新收行政复议申请254件。", year=2023, place="青岚县")
    assert audit([report("新收行政复议申请389件，同比增长63.1%。")], [other]) == ()


def test_a_place_of_the_same_name_under_another_city_is_no_evidence():
    now = report("新收行政复议申请389件，同比增长63.1%。")
    moved = replace(LAST, meta=replace(LAST.meta, parent="东海市"))
    assert audit([replace(now, meta=replace(now.meta, parent="西山市"))], [moved]) == ()
    assert len(audit([replace(now, meta=replace(now.meta, parent="东海市"))], [moved])) == 1


def test_two_reports_of_last_year_leave_it_open():
    twin = replace(LAST, meta=replace(LAST.meta, id="twin"))
    assert audit([report("新收行政复议申请389件，同比增长63.1%。")], [LAST, twin]) == ()


def test_both_years_may_be_audited_at_once():
    now = report("新收行政复议申请389件，同比增长63.1%。")
    assert len(audit([now, LAST])) == 1


def test_the_gravest_come_first_and_the_english_says_the_same():
    found = audit(
        [
            report(
                "全区一审行政诉讼案件172件，行政机关败诉21件，败诉率14.5%。",
                "调解案件9326件，成功9108件，成功率98.7%。",
            )
        ]
    )
    assert [f.severity for f in found] == [C, S]
    assert found[0].message_en == (
        "The report states “成功率98.7%”; from “成功9108件” and “调解案件9326件”: 9108÷9326=97.7%."
    )
    assert found[0].message == "文中写“成功率98.7%”；按“成功9108件”“调解案件9326件”算，9108÷9326=97.7%。"


def test_a_figure_over_a_line_break_is_one_figure():
    before = "行政机关负责人应出庭5"
    body = f"{(FILLER * 9)[len(before) - 300 :]}{before}3件，实际出庭51件，出庭应诉率98.2%。"
    wrapped = "\n".join(body[i : i + 30] for i in range(0, len(body), 30))
    assert "5\n3件" in wrapped
    text = f"云湖区2024年法治政府建设工作报告\n\n一、2024年主要工作成效\n\n{wrapped}"
    [result] = audit([read_text(text, file="a.txt", place="云湖区", year=2024)])
    assert result.arithmetic == "51÷53=96.2%"
    assert "\n" not in result.message
