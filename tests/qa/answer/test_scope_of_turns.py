"""What a turn borrows and what it names itself: places, towns, years to come; and what is told of the library."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from qa.types import Answer, AnswerKind, Reason
from tests.asking import asking

_TEXT = (
    "{place}{year}年度法治政府建设情况报告\n\n{year}年，{place}推进法治政府建设，现将有关情况报告如下。\n\n"
    "一、主要做法\n{body}\n{place}人民政府\n{after}年2月10日\n"
)
BODIES = {
    ("清河县", 2024): (
        "（一）规范执法。全县办理行政处罚案件4127件，罚没款合计458.7万元。\n"
        "（二）化解争议。收到行政复议申请412件，受理387件，审结365件，其中直接纠错21件，直接纠错率5.75%。"
        "一审行政诉讼案件96件，败诉4件，败诉率4.44%。\n"
        "各街道矛盾纠纷调解情况见下表：\n葛仙街道：受理纠纷1204件；调解成功1187件；成功率98.6%。\n"
        "昌宁街道：受理纠纷655件；调解成功641件；成功率97.9%。\n坝营镇：受理纠纷212件；调解成功212件；成功率100%。\n"
        "（三）普法惠民。受理法律援助案件743件，其中农民工案件388件，为受援人挽回损失1960万元。处理消费投诉512件，为消费者挽回损失37万元。培育“法律明白人”1893名。\n"
        "二、存在的主要问题\n一是基层执法力量薄弱；二是数字化应用不够。\n"
        "三、2025年工作打算\n力争2025年行政复议直接纠错率控制在5%以内，行政诉讼败诉率控制在4%以下；新增法律明白人300名。"
    ),
    ("清河县", 2023): (
        "收到行政复议申请298件，受理280件。一审行政诉讼案件112件，败诉6件，败诉率5.36%。受理法律援助案件681件。\n"
        "二、下一步打算\n加强培训。"
    ),
    ("昌黎县", 2024): (
        "（一）规范执法。全县办理行政处罚案件2018件，罚没款612.35万元。县市场监管局罚没金额301.95万元。\n"
        "（二）化解争议。收到行政复议申请356件，受理331件，审结318件。败诉率6.25%。\n"
        "（三）普法惠民。办理法律援助案件892件。\n二、存在的不足\n一是法治思维有待提升；二是涉外法治人才储备不足。\n"
        "三、下一步打算\n计划开展专项监督4次。"
    ),
    ("云湖区", 2024): (
        "（一）规范执法。办理行政处罚案件1500件，罚没款80万元。\n（二）化解争议。收到行政复议申请120件。\n"
        "（三）普法惠民。受理法律援助案件1466件。\n二、存在的不足\n专业力量不足。\n三、下一步打算\n建设服务站20个。"
    ),
    ("松屏市", 2024): (
        "（一）规范执法。办理行政处罚案件900件。\n（二）普法惠民。受理法律援助案件986件。\n二、下一步打算\n加强培训。"
    ),
}
Told = Callable[..., Answer]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    texts = (
        _TEXT.format(place=place, year=year, after=year + 1, body=body)
        for (place, year), body in BODIES.items()
    )
    with asking(tmp_path_factory.mktemp("turns"), texts, date(2026, 11, 27)) as ask:
        yield ask


def values(answer: Answer) -> list[str]:
    return [value.value for value in answer.values]


def test_a_complete_question_is_lent_no_topic(told: Told):
    answer = told("昌黎县市场监管局罚没金额多少？", "清河县各镇街道调解成功率哪个最高？")
    assert answer.answer.startswith("清河县2024年报告的表中，坝营镇100%")


def test_what_every_topic_may_have_is_still_asked_of_the_old_one(told: Told):
    assert values(told("昌黎县2024年法律援助多少件？", "清河县挽回了多少损失？")) == ["1960"]
    assert values(told("昌黎县2024年消费投诉多少件？", "清河县挽回了多少损失？")) == ["37"]


def test_a_summary_of_other_places_is_of_their_whole_reports(told: Told):
    answer = told("昌黎县存在哪些不足？", "清河县、云湖区2024年总结一下")
    assert answer.kind is AnswerKind.SUMMARY
    assert "清河县2024年报告中的下一步计划" in answer.answer


def test_a_town_is_asked_of_the_one_place_that_has_it(told: Told):
    answer = told("清河县和昌黎县2024年罚没款哪个多？", "葛仙街道受理纠纷多少件？")
    assert (answer.kind, values(answer)) == (AnswerKind.NUMBER, ["1204"])
    assert answer.topics == ("葛仙街道受理纠纷",)
    assert values(told("清河县和昌黎县2024年罚没款哪个多？", "葛仙街道受理纠纷多少件？", "昌宁街道呢")) == [
        "655"
    ]


def test_a_reason_leaves_the_figure_to_the_next_turn(told: Told):
    answer = told("清河县和昌黎县2024年罚没款哪个多？", "为什么是458.7万？", "昌黎县全县的")
    assert (answer.kind, values(answer)) == (AnswerKind.NUMBER, ["612.35"])


def test_another_topic_is_not_counted_in_money(told: Told):
    answer = told("清河县和云湖区2024年罚没款哪个多？", "法律援助呢")
    assert values(answer) == ["743", "1466"]
    english = told("清河县和云湖区2024年罚没款哪个多？", "How about legal aid?")
    assert values(english) == ["743", "1466"]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("昌宁街道受理纠纷多少件", ["655"]),
        ("葛仙街道和昌宁街道哪个受理纠纷多？", ["1204", "655"]),
        ("清河县昌宁街道调解成功率", ["97.9"]),
    ],
)
def test_a_street_with_the_name_of_a_county_lies_inside(told: Told, question: str, found: list[str]):
    assert values(told(question)) == found


def test_the_county_itself_is_still_missing(told: Told):
    assert told("昌宁县受理纠纷多少件").reason is Reason.NO_SUCH_PLACE


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("清河县明年要新增多少名法律明白人？", "清河县2025年计划：新增法律明白人300名。[1]"),
        ("清河县来年准备新增多少名法律明白人？", "清河县2025年计划：新增法律明白人300名。[1]"),
        ("清河县2025年的败诉率目标是多少？", "清河县2025年计划：行政诉讼败诉率控制在4%以下。[1]"),
        ("清河县2025年直接纠错率要控制在多少", "清河县2025年计划：行政复议直接纠错率控制在5%以内。[1]"),
        ("云湖区明年要建多少个服务站？", "云湖区2024年报告的下一步计划：建设服务站20个。[1]"),
    ],
)
def test_a_figure_of_the_plans_is_told_as_one(told: Told, question: str, line: str):
    assert told(question).answer.split("\n")[0] == line


def test_a_rate_of_a_year_to_come_is_refused_beside_its_aim(told: Told):
    answer = told("清河县2025年的败诉率是多少？")
    assert answer.reason is Reason.NO_SUCH_YEAR
    assert "清河县2024年报告的计划部分给这项指标定了目标，见[1]" in answer.answer
    assert "4%" not in answer.answer
    assert "败诉率控制在4%以下" in answer.citations[0].sentence
    again = told("清河县2024年败诉率是多少？", "2025年呢")
    assert (again.reason, again.citations) == (answer.reason, answer.citations)


def test_a_year_to_come_without_an_aim_is_refused(told: Told):
    assert told("清河县2025年的出庭应诉率是多少？").reason is Reason.NO_SUCH_YEAR
    assert told("清河县2025年行政复议收了多少件？").reason is Reason.NO_SUCH_YEAR


def test_a_refusal_names_the_topic_as_asked_and_only_who_tells_it(told: Told):
    answer = told("清河县行政复议不予受理多少件？")
    assert "“行政复议不予受理”" in answer.answer
    assert "昌黎县" not in answer.answer


def test_a_rate_of_change_is_computed_with_its_terms(told: Told):
    for turns in (
        ("清河县2024年行政复议申请多少件？", "增长了百分之几？"),
        ("清河县2023年行政复议申请多少件？", "2024年呢", "增长了百分之几？"),
        ("清河县2024年比2023年行政复议申请增长了百分之几？",),
    ):
        answer = told(*turns)
        assert "按此计算增长约38.26%" in answer.answer
        assert sorted(values(answer)) == ["298", "412"]
    assert "按此计算下降约14.29%" in told("清河县2024年比2023年一审行政诉讼案件下降了百分之几？").answer


def test_no_rate_of_change_of_rates(told: Told):
    answer = told("清河县2024年比2023年败诉率下降了百分之几？")
    assert "按此计算" not in answer.answer


def test_no_share_of_a_part_that_was_not_told(told: Told):
    answer = told("清河县2024年法律援助多少件？", "其中妇女的呢？", "占法律援助的比例是多少？")
    assert answer.reason is Reason.NOT_MENTIONED
    shared = told("清河县2024年法律援助多少件？", "其中农民工的呢？", "占法律援助的比例是多少？")
    assert "52.22%" in shared.answer


@pytest.mark.parametrize(
    "question", ["清河县历年行政复议申请", "清河县历年行政复议申请多少件", "清河县各年度行政复议申请"]
)
def test_every_year_that_is_held(told: Told, question: str):
    assert values(told(question)) == ["298", "412"]


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("清河县2024年直接纠错率5.75%对不对？", "是的"),
        ("清河县2024年直接纠错率7.9%对不对", "与原文不符"),
        ("清河县2024年直接纠错率是5.75%，对还是错？", "是的"),
    ],
)
def test_right_or_wrong(told: Told, question: str, begins: str):
    assert told(question).answer.startswith(begins)


def test_putting_right_is_no_yes_or_no(told: Told):
    answer = told("清河县2024年败诉多少件？", "不对不对，我问的是收到行政复议申请")
    assert values(answer) == ["412"]


def test_two_counties_are_those_of_the_library(told: Told):
    answer = told("2025年两个县各有什么打算？")
    assert set(answer.places) == {"清河县", "昌黎县"}
    assert sorted(values(told("两个县2024年的败诉率哪个高"))) == ["4.44", "6.25"]
    three = told("三个县2024年的败诉率哪个高")
    assert len(three.places) > 2


@pytest.mark.parametrize(
    "question", ["清河县概况", "清河县基本情况", "清河县2024年整体情况怎么样", "清河县2024年总体情况"]
)
def test_how_things_are_on_the_whole(told: Told, question: str):
    assert told(question).kind is AnswerKind.SUMMARY


def test_what_is_held_of_a_place(told: Told):
    answer = told("清河县有哪几年的报告？")
    assert answer.answer.startswith("库中有清河县的报告2份：")
    assert "昌黎县" not in answer.answer
    assert told("邢台市有哪些县的报告？").answer.startswith("库中有清河县的报告2份：")


def test_who_issued_the_report(told: Told):
    assert told("昌黎县的报告是谁发的？").answer.startswith(
        "昌黎县2024年法治政府建设报告的发布机构：昌黎县人民政府"
    )


def test_figures_alone_ask_nothing(told: Told):
    assert told("清河县2024年法律援助多少件？", "123456").reason is Reason.AMBIGUOUS
    assert values(told("清河县2024年法律援助多少件？", "123456", "败诉率呢")) == ["4.44"]
    assert values(told("清河县2024年法律援助多少件？", "2023")) == ["681"]


def test_a_year_that_one_of_two_lacks_is_refused(told: Told):
    answer = told("2023年清河县和昌黎县败诉率哪个高？")
    assert answer.reason is Reason.NO_SUCH_YEAR
    assert not answer.warnings


def test_one_missing_place_leaves_the_comparison(told: Told):
    answer = told("清河县、云湖区、松屏市、长兴县2024年法律援助排名")
    lines = answer.answer.split("\n")
    assert lines[0] == "库中没有长兴县的报告，以下只比较有报告的地区。"
    assert lines[1].startswith("云湖区最多：云湖区1466件")
    assert "| 长兴县 | — | — | 库中无报告 |" in lines
    assert told("清河县、长兴县2024年法律援助哪个多").reason is Reason.NO_SUCH_PLACE
    assert told("清河县、长兴县、桐乡市2024年法律援助哪个多").reason is Reason.NO_SUCH_PLACE


def test_what_counts_the_same_is_ranked(told: Told):
    answer = told("2024年法律援助最多的是哪个地方？")
    head = answer.answer.split("\n")[0]
    assert head.startswith("按“受理”统计的：云湖区1466件")
    assert "松屏市986件" in head.split("。")[0]
    assert "另列：昌黎县892件" in head
    assert "办理法律援助案件" in head
    low = told("2024年法律援助最少的是哪个地方？").answer
    assert low.startswith("按“受理”统计的：清河县743件")
