"""What earlier turns lend to the next: place, year, topic and unit, each on its own."""

from __future__ import annotations

import pytest

from qa.assistant import Assistant
from qa.question.conversation.lending import merge
from qa.types import Answer, AnswerKind, Reason
from tests.conftest import TODAY, Ask

RECEIVED = "云湖区2024年行政复议收了多少件?"
AID = "云湖区2024年法律援助受理了多少件?"


def values(answer: Answer) -> list[tuple[str, int, str]]:
    return [(v.place, v.year, v.value) for v in answer.values]


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        # another place
        ((RECEIVED, "青岚县呢?"), ("青岚县", 2024, "450")),
        ((RECEIVED, "那青岚呢"), ("青岚县", 2024, "450")),
        ((AID, "青岚县呢?"), ("青岚县", 2024, "642")),
        # a correction
        ((RECEIVED, "不对,我说的是青岚县"), ("青岚县", 2024, "450")),
        ((RECEIVED, "搞错了,是青岚县"), ("青岚县", 2024, "450")),
        ((RECEIVED, "弄错了,应该是青岚县"), ("青岚县", 2024, "450")),
        ((RECEIVED, "说错了,我问的是青岚县"), ("青岚县", 2024, "450")),
        ((RECEIVED, "我指的是青岚县"), ("青岚县", 2024, "450")),
        ((RECEIVED, "青岚县呢?", "不对,是松屏市2023年"), ("松屏市", 2023, "610")),
        ((AID, "青岚县呢?", "不对,我说的是云湖区2023年"), ("云湖区", 2023, "540")),
        # another year
        ((RECEIVED, "那2023年呢?"), ("云湖区", 2023, "290")),
        ((RECEIVED, "前年呢?"), ("云湖区", 2023, "290")),
        # the year before the one spoken of; counted from the day of the tests 上一年 were 2024
        ((RECEIVED, "那上一年呢?"), ("云湖区", 2023, "290")),
        ((RECEIVED, "法律援助呢?", "那上一年呢?"), ("云湖区", 2023, "540")),
        # both
        ((RECEIVED, "松屏市2023年呢?"), ("松屏市", 2023, "610")),
        # another topic
        ((RECEIVED, "换成法律援助"), ("云湖区", 2024, "587")),
        ((RECEIVED, "法律援助呢?"), ("云湖区", 2024, "587")),
        ((RECEIVED, "首违不罚有多少件?"), ("云湖区", 2024, "230")),
        # an aspect of the old topic
        ((RECEIVED, "其中审结了多少?"), ("云湖区", 2024, "305")),
        (("云湖区2024年行政处罚案件多少件?", "同比呢?"), ("云湖区", 2024, "12.5")),
        (("云湖区2024年首违不罚多少件?", "涉及金额呢?"), ("云湖区", 2024, "1.2")),
        # three turns
        ((RECEIVED, "换成法律援助", "青岚县呢?"), ("青岚县", 2024, "642")),
        ((RECEIVED, "青岚县呢?", "法律援助呢?"), ("青岚县", 2024, "642")),
        ((RECEIVED, "那2023年呢?", "首违不罚呢?"), ("云湖区", 2023, "180")),
        # a full question of its own takes nothing along
        ((RECEIVED, "松屏市2023年举办讲座多少场?"), ("松屏市", 2023, "52")),
    ],
)
def test_a_follow_up(ask: Ask, turns: tuple[str, ...], expected: tuple[str, int, str]):
    assert values(ask(*turns)) == [expected]


@pytest.mark.parametrize(
    "turns",
    [
        (AID, "青岚县呢?", "差多少?"),
        (AID, "青岚县呢?", "相差多少件?"),
        (AID, "青岚县呢?", "它们差多少"),
    ],
)
def test_the_difference_of_the_places_spoken_of(ask: Ask, turns: tuple[str, ...]):
    answer = ask(*turns)
    assert answer.kind is AnswerKind.COMPARISON
    assert {v.value for v in answer.values} == {"587", "642"}
    assert "55件" in answer.answer


@pytest.mark.parametrize("last", ["哪个多?", "谁更多", "两个地方哪个最多", "比较一下"])
def test_the_places_spoken_of_are_compared(ask: Ask, last: str):
    answer = ask(AID, "青岚县呢?", last)
    assert {v.place for v in answer.values} == {"云湖区", "青岚县"}
    assert answer.answer.startswith("青岚县642件")


def test_these_places_are_not_all_places(ask: Ask):
    answer = ask("青岚县2024年首违不罚多少件?", "云湖区呢?", "这两个地方哪个最多")
    assert {v.place for v in answer.values} == {"云湖区", "青岚县"}


def test_a_place_joins_the_old_one_where_it_is_compared(ask: Ask):
    answer = ask(AID, "和青岚县比呢?")
    assert [v.place for v in answer.values] == ["云湖区", "青岚县"]


def test_a_missing_place_is_refused_and_not_answered_from_the_old_one(ask: Ask):
    answer = ask(RECEIVED, "朝阳区呢?")
    assert answer.reason is Reason.NO_SUCH_PLACE
    assert answer.values == ()


def test_a_missing_year_is_refused_and_not_answered_from_the_old_one(ask: Ask):
    answer = ask(RECEIVED, "那2020年呢?")
    assert answer.reason is Reason.NO_SUCH_YEAR
    assert answer.values == ()


def test_a_refused_turn_still_lends_its_topic(ask: Ask):
    assert values(ask("朝阳区2024年行政复议收了多少件?", "云湖区呢?")) == [("云湖区", 2024, "320")]


def test_a_follow_up_without_a_conversation_asks_back(ask: Ask):
    answer = ask("青岚县呢?")
    assert answer.reason is Reason.AMBIGUOUS
    assert "？" in answer.answer


def test_blank_turns_change_nothing(ask: Ask):
    assert values(ask(RECEIVED, "", "  ", "青岚县呢?")) == [("青岚县", 2024, "450")]


def test_the_reading_tells_what_was_lent(invented: Assistant):
    first = invented.understand((RECEIVED,), TODAY).reading
    then = invented.understand((RECEIVED, "青岚县呢?"), TODAY).reading
    assert not first.follow_up
    assert then.follow_up
    assert then.places == ("青岚县",)
    assert then.years == (2024,)
    assert then.terms == first.terms
    assert then.intent.unit == "件"


def test_the_first_turn_borrows_nothing(invented: Assistant):
    own = invented.understand((RECEIVED,), TODAY).reading
    first = merge(None, own)
    assert (first.places, first.years, first.terms, first.intent) == (
        own.places,
        own.years,
        own.terms,
        own.intent,
    )
    assert not first.follow_up
    assert first.asked_years == own.years
    assert [(side.place, side.terms) for side in first.trail] == [("云湖区", own.terms)]


def test_a_switch_leaves_the_old_topic_behind(invented: Assistant):
    then = invented.understand((RECEIVED, "换成法律援助"), TODAY).reading
    assert not any("复议" in t.text for t in then.terms)
    assert any("法律援助" in t.text for t in then.terms)


def test_the_year_before_the_one_spoken_of_may_be_missing(ask: Ask):
    answer = ask("云湖区2023年行政复议收了多少件?", "那上一年呢?")
    assert answer.reason is Reason.NO_SUCH_YEAR
    assert "2022年" in answer.answer
    assert answer.values == ()


def test_the_year_before_as_a_comparison_is_no_other_year(ask: Ask):
    answer = ask("云湖区2024年行政处罚案件多少件?", "比上一年下降了多少?")
    assert values(answer) == [("云湖区", 2024, "12.5")]


@pytest.mark.parametrize("turn", ["不对,我说的是青岚县", "搞错了,是青岚县", "打错了,我要的是青岚县"])
def test_a_place_taken_back_is_spoken_of_no_more(invented: Assistant, turn: str):
    assert invented.understand((AID, turn), TODAY).reading.recent == ("青岚县",)


def test_qian_yi_nian_is_the_year_before(ask: Ask):
    assert values(ask(RECEIVED, "那前一年呢?")) == [("云湖区", 2023, "290")]


@pytest.mark.parametrize(
    "turns",
    [
        (RECEIVED, "法律援助受理了多少件?", "后者比前者多几件?"),
        (RECEIVED, "法律援助呢?", "两者差多少?"),
        (AID, "行政复议收了多少件?", "两者相差多少件?"),
        ("云湖区2024年公证多少件?", RECEIVED, "法律援助呢?", "后者比前者多几件?"),  # only the last two
    ],
)
def test_the_last_two_topics_of_a_place_are_compared(ask: Ask, turns: tuple[str, ...]):
    answer = ask(*turns)
    assert answer.kind is AnswerKind.COMPARISON
    assert {(v.place, v.year, v.value) for v in answer.values} == {
        ("云湖区", 2024, "320"),
        ("云湖区", 2024, "587"),
    }
    assert "相差267件" in answer.answer


@pytest.mark.parametrize("last", ["两年差多少?", "差多少?", "这两年相差多少件?"])
def test_two_years_of_one_topic_are_compared(ask: Ask, last: str):
    answer = ask(RECEIVED, "那2023年呢?", last)
    assert values(answer) == [("云湖区", 2024, "320"), ("云湖区", 2023, "290")]
    assert "相差30件" in answer.answer


def test_a_new_topic_leaves_the_years_of_the_old_one_behind(invented: Assistant):
    turns = (RECEIVED, "那2023年呢?", "首违不罚有多少件?")
    assert invented.understand(turns[:2], TODAY).reading.asked_years == (2024, 2023)
    assert invented.understand(turns, TODAY).reading.asked_years == (2023,)


def test_the_trail_holds_the_last_topics_of_the_place(invented: Assistant):
    def trail(*turns: str) -> list[str]:
        return ["|".join(t.text for t in s.terms) for s in invented.understand(turns, TODAY).reading.trail]

    assert [("公证" in t, "法律援助" in t) for t in trail("云湖区2024年公证多少件?", "法律援助呢?")] == [
        (True, False),
        (False, True),
    ]
    assert len(trail(RECEIVED, RECEIVED)) == 1
    asked = ("公证", "法律援助", "首违不罚", "执法培训", "败诉率")
    assert len(trail(*(f"云湖区2024年{topic}多少?" for topic in asked))) == 4
    assert trail(RECEIVED, "云湖区和青岚县2024年法律援助哪个多?") == []
    assert len(trail(RECEIVED, "法律援助呢?", "松屏市2023年公证多少件?")) == 1
    assert trail(RECEIVED, "法律援助呢?", "两者差多少?") == trail(RECEIVED, "法律援助呢?")


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        # a change is told up or down, of the figure spoken of
        (("云湖区2024年败诉率多少", "是升还是降"), ("云湖区", 2024, "1.2")),
        (("云湖区2024年行政处罚案件多少件", "这个也降了吗"), ("云湖区", 2024, "12.5")),
        # a stage is of the old topic, and not of the stage before
        ((RECEIVED, "审结的呢"), ("云湖区", 2024, "305")),
        # this year is the year reported on
        ((RECEIVED, "今年审结的"), ("云湖区", 2024, "305")),
        # a rate lends nothing to another thing
        (("云湖区2024年败诉率多少", "法律援助"), ("云湖区", 2024, "587")),
        # thanks to 案子, a case is a case
        (("云湖区2024年败诉率多少", "复议案子呢"), ("云湖区", 2024, "320")),
        # the same period of the year before the one spoken of
        ((RECEIVED, "去年同期是多少"), ("云湖区", 2023, "290")),
        # 申请 alone names no topic
        (("云湖区2024年行政复议申请收了多少", "青岚县收了多少申请"), ("青岚县", 2024, "450")),
        # the year of plans is left behind
        ((RECEIVED, "2025年打算怎么干", "法律援助多少件"), ("云湖区", 2024, "587")),
        # English
        (
            ("How many reconsideration cases did Yunhu receive in 2024?", "and in 2023?"),
            ("云湖区", 2023, "290"),
        ),
    ],
)
def test_an_elliptic_turn(ask: Ask, turns: tuple[str, ...], expected: tuple[str, int, str]):
    assert values(ask(*turns)) == [expected]


def test_places_by_their_order(ask: Ask):
    turns = ("云湖区、青岚县、松屏市的复议收了多少件", "第二个呢")
    assert {value.place for value in ask(*turns).values} == {"青岚县"}


def test_a_place_asked_after_leaves_the_others_on_the_table(ask: Ask):
    turns = ("云湖区和青岚县2024年行政复议收了多少件", "青岚县没有吗", "哪个多")
    assert {value.place for value in ask(*turns).values} == {"云湖区", "青岚县"}


def test_years_are_compared_in_one_stage(ask: Ask):
    answer = ask("云湖区2024年复议收了多少", "审结呢", "2023年呢", "两年差多少")
    assert values(answer) == [("云湖区", 2024, "305"), ("云湖区", 2023, "281")]


def test_a_section_is_not_of_the_figure_before(ask: Ask):
    assert "执法人员老龄化" in ask(RECEIVED, "自己承认有哪些不足").answer


def test_a_share_of_the_province_is_no_share_of_the_places(ask: Ask):
    answer = ask("云湖区和青岚县2024年行政复议收了多少件", "这些占全省的比重是多少")
    assert (answer.reason, answer.values) == (Reason.NOT_MENTIONED, ())
