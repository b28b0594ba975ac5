"""Which place and year a turn is about after a look back, a lead, plans and a matter of another report."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from qa.types import Answer, Reason
from tests.asking import asking

_TEXT = (
    "{place}{year}年度法治政府建设情况报告\n\n{year}年，{place}推进法治政府建设，现将有关情况报告如下。\n\n"
    "一、主要做法\n{body}\n{place}人民政府\n{after}年2月10日\n"
)
_BODIES = {
    ("清河县", 2024): (
        "（一）规范执法。涉企检查从上年的5120次压到3864次，其中联合检查914次。\n"
        "（二）化解争议。新收行政复议案件231件，审结218件，其中维持71件。一审行政诉讼案件96件，败诉率4.44%。\n"
        "（三）食品安全。查处“黑作坊”18家，其中坝营镇7家、葛仙镇5家。查处超限超载612台。\n"
        "（四）安全生产。安装自动监测装置83套。公证处办理公证1207件。为受援人追回损失96万元，为412名农民工追回欠薪708万元。\n"
        "各镇办案和咨询情况见下表：\n坝营镇：处罚案件52件；罚款9.6万元；法律咨询830人次。\n"
        "葛仙街道：处罚案件47件；罚款14.2万元；法律咨询1264人次。\n昌宁街道：处罚案件31件；罚款6.1万元；法律咨询517人次。\n二、下一步打算\n涉企检查再压减12%，行政复议人员增加到9人。"
    ),
    ("昌黎县", 2024): (
        "（一）规范执法。全县涉企检查2.31万次，比上年减少18.5%。\n"
        "（二）化解争议。收到行政复议申请356件，调解和解结案129件，收到政府信息公开申请88件。"
        "一审行政诉讼案件142件，败诉率6.25%。为受援人挽回损失215万元，为390名农民工追讨工资521万元。\n二、下一步打算\n涉企检查再减9%。"
    ),
    ("昌黎县", 2023): (
        "（一）化解争议。收到行政复议申请302件。一审行政诉讼案件133件，败诉率8.27%。\n"
        "二、存在的不足\n执法力量薄弱。\n三、下一步打算\n新增自动监测装置不少于60套。"
    ),
    ("云湖区", 2024): "（一）化解争议。一审行政诉讼案件77件，败诉率3.9%。\n二、下一步打算\n加强培训。",
}
Told = Callable[..., Answer]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    texts = (
        _TEXT.format(place=place, year=year, after=year + 1, body=body)
        for (place, year), body in _BODIES.items()
    )
    with asking(tmp_path_factory.mktemp("kept"), texts, date(2026, 1, 10)) as ask:
        yield ask


def _values(answer: Answer) -> list[tuple[str, int, str]]:
    return [(value.place, value.year, value.value) for value in answer.values]


def test_who_comes_last_is_the_one_spoken_of_next(told: Told):
    ranked = ("清河县、昌黎县、云湖区2024年一审行政诉讼案件谁最多", "垫底的是?")
    assert _values(told(*ranked, "它的败诉率")) == [("云湖区", 2024, "3.9")]
    assert _values(told(ranked[0], "它的败诉率")) == [("昌黎县", 2024, "6.25")]


def test_a_year_told_by_the_report_of_the_next_one_is_not_kept(told: Told):
    turns = ("清河县2024年涉企检查多少次", "上年是多少次")
    assert _values(told(*turns)) == [("清河县", 2023, "5120")]
    assert _values(told(*turns, "联合检查有几次")) == [("清河县", 2024, "914")]
    assert _values(told(*turns, "联合检查有几次", "那昌黎的涉企检查呢"))[0][:2] == ("昌黎县", 2024)


def test_a_year_named_after_none_is_set_against_the_newest(told: Told):
    turns = ("昌黎县败诉率是多少", "23年的呢", "那就是真降了？降了多少")
    assert {(place, year) for place, year, _ in _values(told(*turns))} == {("昌黎县", 2024), ("昌黎县", 2023)}


def test_plans_of_a_place_are_no_place_added(told: Told):
    turns = ("昌黎县2024年涉企检查降了多少", "清河县打算再减多少")
    assert _values(told(*turns)) == [("清河县", 2024, "12")]
    added = told("昌黎县2024年行政复议有什么打算", "清河打算加到多少人")
    assert {citation.place for citation in added.citations} <= {"清河县"}
    likewise = ("昌黎县2025年涉企检查打算减多少", "清河有没有差不多的安排")
    assert _values(told(*likewise)) == [("清河县", 2024, "12")]


def test_what_an_earlier_report_meant_to_do(told: Told):
    turns = ("昌黎县2023年行政复议申请多少件", "清河2024年监测装置装了几套", "昌黎2023年报告里原先打算装多少")
    assert _values(told(*turns)) == [("昌黎县", 2023, "60")]


def test_whether_and_by_how_much_is_one_question(told: Told):
    assert _values(told("清河县2024年涉企检查多少次", "2025年还打算减吗，减多少")) == [("清河县", 2024, "12")]


def test_another_thing_leaves_the_town(told: Told):
    turns = ("清河县2024年黑作坊查了几家", "坝营镇有多少", "再问一下超限超载，查了多少台")
    assert _values(told(*turns)) == [("清河县", 2024, "612")]


def test_a_stage_is_of_the_thing_and_not_of_its_last_part(told: Told):
    turns = ("昌黎县2024年收到多少行政复议申请", "调解和解掉的有几件", "换成清河，新收了多少")
    assert _values(told(*turns)) == [("清河县", 2024, "231")]


def test_shortcomings_are_no_places(told: Told):
    answer = told("昌黎2023年败诉率多少", "他们自己认账吗，哪些地方没干好")
    assert "执法力量薄弱" in answer.answer
    assert {citation.place for citation in answer.citations} == {"昌黎县"}


def test_the_head_of_a_year_is_no_year_before(told: Told):
    answer = told("昌黎县2024年败诉率是多少", "清河的呢，年头年尾分别")
    assert answer.reason is not Reason.NO_SUCH_YEAR


def test_a_rank_among_kinds_is_of_one_year(told: Told):
    turns = ("昌黎县2024年收到多少行政复议申请", "前一年呢", "回到2024年，败诉率多少", "第二多的是哪类")
    assert {citation.year for citation in told(*turns).citations} <= {2024}


def test_a_town_is_named_by_its_stem_beside_a_topic(told: Told):
    turns = ("清河县2024年哪个镇街处罚案件最多", "坝营镇罚了多少", "葛仙去做法律咨询的有多少人次")
    assert _values(told(*turns)) == [("清河县", 2024, "1264")]


def test_whether_it_is_first_again_asks_who_is(told: Told):
    answer = told("清河县2024年哪个镇街处罚案件最多", "罚款最多的也是它吗")
    assert "葛仙街道14.2万元" in answer.answer.split("。")[0]


def test_the_higher_one_is_the_one_that_was_asked_for(told: Told):
    turns = ("清河县2024年败诉率", "昌黎呢", "哪个高", "高的那个一审案件多少件")
    assert _values(told(*turns)) == [("昌黎县", 2024, "142")]


def test_a_further_thing_is_lent_no_topic(told: Told):
    turns = ("清河县2024年涉企检查多少次", "联合检查几次", "再问一下办的公证")
    assert _values(told(*turns)) == [("清河县", 2024, "1207")]


def test_the_same_verb_of_another_place_asks_the_same(told: Told):
    turns = ("清河县2024年欠薪追回多少", "昌黎追回多少", "不对，我要的是清河的")
    assert _values(told(*turns[:2])) == [("昌黎县", 2024, "521")]
    assert _values(told(*turns)) == [("清河县", 2024, "708")]
