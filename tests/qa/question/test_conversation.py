"""What earlier turns lend to the next: place, year, topic and unit, each on its own."""

from __future__ import annotations

import pytest

from qa.assistant import Assistant
from qa.question.conversation import merge
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
        ((RECEIVED, "不对,我说的是青岚县"), ("青岚县", 2024, "450")),
        # another year
        ((RECEIVED, "那2023年呢?"), ("云湖区", 2023, "290")),
        ((RECEIVED, "前年呢?"), ("云湖区", 2023, "290")),
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
    assert merge(None, own) is own


def test_a_switch_leaves_the_old_topic_behind(invented: Assistant):
    then = invented.understand((RECEIVED, "换成法律援助"), TODAY).reading
    assert not any("复议" in t.text for t in then.terms)
    assert any("法律援助" in t.text for t in then.terms)
