"""Which words own a figure: the zones, the inherited words, changes, parts and past figures."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.ledger.clauses import split_clauses
from qa.ledger.dating import dated
from qa.ledger.mention import (
    CORE,
    HEADING,
    INHERITED,
    LEAD,
    OTHER,
    TOPIC,
    Mention,
)
from qa.ledger.observe import observe, observe_sentence
from qa.reading import read_text
from qa.text import fold
from qa.types import Report, SectionKind, Sentence


def sentence(text: str, heading: tuple[str, ...] = (), lead: str = "") -> Sentence:
    return Sentence(0, 0, len(text), text, 0, heading, SectionKind.RESULT, lead)


def mentions(text: str, heading: tuple[str, ...] = (), lead: str = "") -> list[Mention]:
    return observe_sentence(sentence(text, heading, lead))


def mention(text: str, value: str) -> Mention:
    return next(m for m in mentions(text) if m.quantity.value == value)


def zone(of: Mention, weight: float) -> str:
    return "".join(words for w, words in of.zones if w == weight)


def test_the_words_before_a_figure_own_it_most():
    found = mention("全区办理行政处罚案件1476件，化解矛盾纠纷2640件。", "1476")
    assert "行政处罚案件" in zone(found, CORE)
    assert "矛盾纠纷" not in zone(found, CORE)


def test_the_noun_behind_the_unit_owns_a_figure_too():
    found = mention("任命首批27名镇街法治审查员，开展培训。", "27")
    assert found.noun == "镇街法治审查员"
    assert "法治审查员" in zone(found, CORE)


def test_another_figures_clause_owns_less_than_a_lead_without_figures():
    found = mention("聚焦行政争议化解，新收案件320件，审结案件305件。", "305")
    assert "行政争议化解" in zone(found, LEAD)
    assert "新收案件320件" in zone(found, OTHER)


def test_a_clause_behind_is_no_lead():
    found = mention("审结案件305件，有效化解行政争议。", "305")
    assert zone(found, LEAD) == ""
    assert "有效化解行政争议" in zone(found, OTHER)


def test_the_topic_sentence_and_the_two_inner_headings_are_zones():
    (found,) = mentions("受理587件。", ("一、成效", "（二）公共法律服务", "1.法律援助"), "优化服务。")
    assert zone(found, TOPIC) == fold("优化服务。")
    assert [w for weight, w in found.zones if weight == HEADING] == [
        "(二)公共法律服务",
        "1.法律援助",
    ]


def test_zones_are_folded_and_the_heaviest_come_first():
    (found,) = mentions("（全区）受理援助案件５８７件，ＡＢＣ。", ("（一）规范",))
    weights = [weight for weight, _ in found.zones]
    assert weights == sorted(weights, reverse=True)
    assert all(words == fold(words) for _, words in found.zones)


@pytest.mark.parametrize(
    ("text", "value", "inherits"),
    [
        ("新收行政复议案件320件，审结305件。", "305", "行政复议"),
        ("帮扶困难企业8家，省级4家。", "4", "困难企业"),
        ("办理法律援助案件900件、代书108件。", "108", "法律援助"),
    ],
)
def test_a_figure_with_few_words_inherits_those_before(text: str, value: str, inherits: str):
    assert inherits in zone(mention(text, value), INHERITED)


def test_a_figure_with_words_of_its_own_inherits_nothing():
    assert zone(mention("新收行政复议案件320件，组织执法人员培训30次。", "30"), INHERITED) == ""


def test_the_first_figure_inherits_nothing():
    assert zone(mention("审结305件，同比增长3%。", "305"), INHERITED) == ""


def test_a_noun_behind_the_unit_names_a_figure_so_that_it_inherits_nothing():
    text = "建成法治文化公园12个，2089名“法律明白人”上岗。"
    assert zone(mention(text, "2089"), INHERITED) == ""
    assert "法律明白人" in zone(mention(text, "2089"), CORE)
    # without such a noun it leans on the words before
    assert "法治文化公园" in zone(mention("建成法治文化公园12个，2089名。", "2089"), INHERITED)


@pytest.mark.parametrize(
    ("text", "value", "own"),
    [
        ("新收行政复议案件320件、和解96件。", "96", "和解"),
        ("新收行政复议案件320件，和解96件。", "96", "和解"),
        ("办理行政处罚案件1476件和信访事项96件。", "96", "信访事项"),
        ("办理行政处罚案件1476件、信访事项96件。", "96", "信访事项"),
        ("办理行政处罚案件1476件及信访事项96件。", "96", "信访事项"),
    ],
)
def test_what_joins_two_figures_is_no_word_of_the_second_but_he_of_hejie_is(text: str, value: str, own: str):
    assert mention(text, value).label == own
    assert zone(mention(text, value), CORE).startswith(own + "|")


def test_words_broken_by_a_wrap_are_whole_in_the_zones():
    text = "全年受理法律援\n助案件587\n件，办结行政复\n议案件5,7\n19件。"
    aid, closed = mentions(text)
    assert "法律援助案件" in zone(aid, CORE)
    assert (closed.quantity.value, closed.quantity.unit) == ("5719", "件")
    assert "行政复议案件" in zone(closed, CORE)
    assert "法律援助案件587件" in zone(closed, OTHER)
    assert not any("\n" in words for m in (aid, closed) for _, words in m.zones)
    assert closed.label == "办结行政复\n议案件"  # as printed
    assert text[: aid.clause[1]] == "全年受理法律援\n助案件587\n件，"
    assert text[closed.clause[0] : closed.clause[1]] == "办结行政复\n议案件5,7\n19件。"


def test_a_change_rate_inherits_its_figure():
    found = mention("办理行政处罚案件1476件，同比下降12.5%。", "12.5")
    assert "行政处罚案件" in zone(found, INHERITED)


@pytest.mark.parametrize(
    ("text", "value", "change"),
    [
        ("受理案件1476件，同比增长12.5%。", "12.5", "rise"),
        ("受理案件1476件，同比下降12.5%。", "12.5", "fall"),
        ("受理案件1476件，较上年减少30件。", "30", "fall"),
        ("受理案件1476件，比上年同期上升了5.2个百分点。", "5.2", "rise"),
        ("受理案件1476件，同比增长12.5%。", "1476", ""),
        ("新增法律服务站点20个。", "20", ""),
        ("持证率提高到95%。", "95", ""),
        ("办理时间压缩至3天。", "3", ""),
    ],
)
def test_changes(text: str, value: str, change: str):
    assert mention(text, value).change == change


def test_of_a_pair_of_years_the_first_figure_is_past_and_the_second_is_not():
    text = "持证率由上年的62.5%提升至88.1%。"
    before, after = mentions(text)
    assert (before.quantity.value, before.past) == ("62.5", True)
    assert (after.quantity.value, after.past, after.change) == ("88.1", False, "")
    assert "持证率" in zone(after, INHERITED) + zone(after, CORE)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("投诉举报由8,412次减至6,037次。", "8412", "6037"),
        ("平均办理时限由15天压缩至7天。", "15", "7"),
        ("“琼州企服驿站”由7个增加到12个。", "7", "12"),
    ],
)
def test_a_figure_reached_is_this_years_and_owns_the_words(text: str, first: str, second: str):
    before, after = mentions(text)
    assert (before.quantity.value, before.past) == (first, True)
    assert (after.quantity.value, after.past, after.change) == (second, False, "")
    held = zone(before, CORE).partition("|")[0]
    assert held
    assert held in zone(after, INHERITED) + zone(after, CORE)
    assert not held.endswith("由")


def test_a_comparison_with_last_year_alone_is_not_past():
    assert not mention("较上年增长12.5%。", "12.5").past


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("公证4120件，其中涉外公证310件。", True),
        ("公证4120件（其中：涉外310件）。", True),
        ("公证4120件，涉外公证310件。", False),
    ],
)
def test_parts(text: str, part: bool):
    assert mention(text, "310").part is part
    assert not mention(text, "4120").part


def test_a_part_inherits_what_it_is_a_part_of():
    assert "调解纠纷" in zone(mention("全年调解纠纷2640件，其中涉企纠纷调解案件300件。", "300"), INHERITED)


@pytest.mark.parametrize(
    "text", ["推行“三端95%好评”机制。", "出台《关于处罚20件事项的规定》。", "打造「5个中心」。"]
)
def test_figures_in_quotation_or_title_marks_are_marked(text: str):
    assert all(m.quoted for m in mentions(text))
    assert mentions(text)


def test_a_figure_outside_the_marks_is_not_quoted():
    (found,) = mentions("“法治赶集”活动18场。")
    assert not found.quoted


@pytest.mark.parametrize(
    ("text", "value", "label"),
    [
        ("全区办理行政处罚案件1476件。", "1476", "全区办理行政处罚案件"),
        ("新收320件，审结案件305件。", "305", "审结案件"),
    ],
)
def test_the_label_is_what_stands_before_a_figure(text: str, value: str, label: str):
    assert mention(text, value).label == label


def test_a_noun_is_not_cut_inside_brackets_or_titles():
    assert mention("建成3个服务站（点），入驻。", "3").noun.count("(") == mention(
        "建成3个服务站（点），入驻。", "3"
    ).noun.count(")")
    assert "《" not in mention("清理12件《办法，细则》。", "12").noun


def test_clauses_are_not_cut_inside_titles_or_figures():
    text = fold("出台《办法，细则》2件，涉案1,476件；完成。")
    assert [text[a:b] for a, b in split_clauses(text)] == [
        "出台《办法,细则》2件,",
        "涉案1,476件;",
        "完成。",
    ]


@given(
    st.text(alphabet="执法案件，、；：。《》“”（）12345.,% 件个次亿万余其中同比增长下降由至\n", max_size=60)
)
def test_any_sentence_is_observed_without_overlap(text: str):
    clauses = split_clauses(fold(text))
    assert "".join(fold(text)[a:b] for a, b in clauses) == fold(text)
    for found in mentions(text):
        assert found.clause[0] <= found.quantity.start < found.clause[1]
        assert (
            text[found.quantity.start : found.quantity.end]
            == text[found.quantity.start : found.quantity.start + len(found.quantity.printed)]
        )
        assert found.label in text
        assert found.noun in text


def test_a_report_is_observed_in_the_order_of_its_text(cloud: Report):
    found = observe(cloud)
    places = [(m.sentence, m.quantity.start) for m in found]
    assert places == sorted(places)
    assert {"1476", "320", "5.54", "587"} <= {m.quantity.value for m in found}
    for m in found:
        text = cloud.sentences[m.sentence].text
        assert text[m.quantity.start : m.quantity.end].strip() != ""


@pytest.mark.parametrize(
    ("text", "value", "past"),
    [
        ("东镇:2023年检查312次;2024年检查388次。", "312", True),
        ("东镇:2023年检查312次;2024年检查388次。", "388", False),
        ("东镇:2023年检查312次。", "312", True),  # the later cell is blank
        ("2021年以来办理案件312件。", "312", False),
        ("截至2023年底办理案件312件。", "312", False),
        ("全年办理案件312件。", "312", False),
    ],
)
def test_the_column_of_an_earlier_year_is_past(text: str, value: str, past: bool) -> None:
    report = read_text(
        f"禾塘县2024年法治政府建设工作报告\n禾塘县坚持依法行政，各项工作取得了新的明显成效。\n{text}\n",
        "a.txt",
    )
    (found,) = [m for m in observe(report) if m.quantity.value == value]
    assert found.past is past


def test_parts_go_on_with_short_names_in_the_same_unit():
    text = "行政执法人员12473人，其中市直4186人，县（区）6352人，乡镇（街道）1935人；培训人员9840人。"
    assert [m.part for m in mentions(text)] == [False, True, True, True, False]


def test_a_figure_of_another_unit_or_of_long_words_ends_the_parts():
    text = "审查规范性文件63件，其中县政府27件，制发意见书3份。"
    assert [m.part for m in mentions(text)] == [False, True, False]
    text = "审查规范性文件63件，其中县政府27件，纠正存在问题的各类文件4件。"
    assert [m.part for m in mentions(text)] == [False, True, False]


def test_a_change_holds_for_the_figure_joined_to_it():
    text = "包容免罚4368件，免罚金额3105万元，较上年分别增加912件、640万元。"
    assert [m.change for m in mentions(text)] == ["", "", "rise", "rise"]
    # a new clause with words of its own is no change
    assert [m.change for m in mentions("同比增加912件，罚款640万元。")] == ["rise", ""]


def test_a_part_named_once_holds_the_figures_that_go_on():
    found = mention("全市受理745件,审结702件,其中市本级受理256件、审结239件。", "239")
    assert found.holder == "市本级" and found.part
    assert mention("市本级收到418件、审结371件。", "371").holder == "市本级"
    assert mention("其中市直4186人,县(区)6352人。", "6352").holder == ""
    assert mention("其中市本级受理256件,败诉率8.7%。", "8.7").holder == ""


def test_a_base_is_past_whatever_verb_follows():
    assert mention("检查1.58万次,比上年的2.47万次减少8900次。", "2.47").past
    assert not mention("检查1.58万次,比上年的2.47万次减少8900次。", "1.58").past


def test_a_clause_right_before_a_bare_figure_owns_it():
    assert "峡江县最少" in zone(mention("吉州区收到236件,峡江县最少,为39件。", "39"), INHERITED)


def test_a_bound_that_limits_what_is_counted_ends_no_label():
    found = mention("18个司法所中,配备2名以上工作人员的11个。", "11")
    assert "2名以上工作人员" in zone(found, CORE)


def test_who_does_it_is_said_once():
    found = mention("市审计局完成审计项目42个,查出问题金额3.87亿元;市纪委查处214件。", "3.87")
    assert "市审计局" in zone(found, LEAD)
    assert "市审计局" not in zone(mention("市审计局完成项目42个;查处案件214件。", "214"), LEAD)


def test_figures_before_are_the_things_of_respectively():
    found = mentions("纠错率13.6%,调解和解率31.8%,市本级分别为11.3%和36.4%。")
    assert [m.thing for m in found if m.quantity.value in {"11.3", "36.4"}] == ["纠错率", "调解和解率"]


@pytest.mark.parametrize(
    ("text", "things"),
    [
        (
            "道路交通事故起数、死亡人数分别为87起、12人,同比分别下降4.4%、7.7%。",
            ["道路交通事故起数", "道路交通事故死亡人数", "道路交通事故起数", "道路交通事故死亡人数"],
        ),
        (
            "办理代表建议58件、政协提案77件,办复率均为100%,满意率分别为96.2%和98.4%。",
            ["", "", "", "办理代表建议满意率", "政协提案满意率"],
        ),
        ("受援的农民工152人、妇女98人,依次占36.5%、23.5%。", ["", "", "受援的农民工占", "妇女占"]),
        ("接待来访318批次907人次,同比分别下降6.2%、9.4%。", ["", "", "接待来访批次", "接待来访人次"]),
        ("县公安局、县教育局普法活动依次为64场、41场。", ["县公安局普法活动", "县教育局普法活动"]),
        ("代表建议58件、政协提案77件,分别减少3件、增加5件。", ["", "", "代表建议", "政协提案"]),
        # as many things as figures in a row need no 分别
        ("作出“不罚”“轻罚”的案件有419起和266起。", ["作出“不罚”案件有", "“轻罚”的案件有"]),
        ("下发意见书、建议书7份和19份。", ["下发意见书", "建议书"]),
        ("排查隐患、问题12处,整改11处和9处。", ["", "", ""]),
        ("公安、司法部门移送案件3件、线索5条。", ["", ""]),
    ],
)
def test_each_figure_of_a_row_has_its_thing(text: str, things: list[str]):
    assert [m.thing for m in mentions(text)] == things


def test_another_measure_leans_on_the_part_beside_it():
    text = "罚没款总额913.5万元,其中市场监管领域307件、罚没款188.2万元,交通运输领域624件。"
    assert "市场监管领域" in zone(mention(text, "188.2"), INHERITED)


def test_what_a_change_is_told_against_is_past():
    found = {m.quantity.value: m for m in mentions("败诉率6.3%,较2023年(8.8%)下降2.5个百分点。")}
    assert found["8.8"].past
    assert zone(found["2.5"], INHERITED) == "败诉率"


def test_a_sentence_without_a_topic_takes_that_of_the_one_before():
    text = "某市2024年法治政府建设工作报告\n\n一、工作\n\n全市收到行政复议申请868件。年末未结14件。公证处办理公证53件。\n"
    report = read_text(text, "a.txt", place="某市", year=2024)
    found = {m.quantity.value: "".join(words for _, words in m.zones) for m in observe(report)}
    assert "行政复议" in found["14"] and "行政复议" not in found["53"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("查处侵权案件19件（27件）。", "27"),
        ("收到行政复议申请92件(2023年:61件)。", "61"),
        ("内设机构由19个精简到14个。", "19"),
        ("收费标准由每小时6元下调为4元。", "6"),
    ],
)
def test_the_figure_of_before_is_past(text: str, value: str):
    opening = "深入推进依法行政，不断优化法治营商环境，扎实推进各项工作。"
    whole = f"某市2024年法治政府建设工作报告\n\n一、工作\n\n{opening}{text}\n"
    report = read_text(whole, "a.txt", place="某市", year=2024)
    found = {m.quantity.value: m.past for m in observe(report)}
    assert found.pop(value) and not any(found.values())


def test_years_in_a_row_lean_on_the_same_words():
    found = {m.quantity.value: m for m in mentions("满意率由2022年的89.2%、2023年的92.7%上升到95.6%。")}
    assert "满意率" in zone(found["92.7"], INHERITED) and "满意率" in zone(found["95.6"], INHERITED)
    assert [dated(m, 2024).past for m in found.values()] == [True, True, False]
    old = mention("化解2022年的12件信访积案。", "12")
    assert not dated(old, 2024).past
