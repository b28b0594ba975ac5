"""Turns that name only a noun, a place or a year, verbs of one character, years taken back, places inside pointed at."""

from __future__ import annotations

from datetime import date

import pytest

from qa.assistant import Assistant
from qa.question.conversation.pointing import FIRST, WHOLE, other_kind
from qa.question.places.years import find_years
from qa.question.words.measures import read_measure
from qa.question.words.talk import blank_planning, spelled_verb
from tests.conftest import TODAY
from tests.inside import ASKED, Inside

AID = "云湖区2024年法律援助案件多少件？"


@pytest.mark.parametrize(
    ("turn", "noun"),
    [
        ("民事呢", "民事"),
        ("其中刑事的几件", "刑事"),
        ("那行政的有多少", "行政"),
        ("村(居)法律顾问", "村(居)法律顾问"),
        ("总共呢", WHOLE),
        ("那一共多少件", WHOLE),
        ("青岚县呢", ""),  # a place
        ("2023年呢", ""),
        ("上一年的", ""),  # a year
        ("同比呢", ""),  # a change
        ("哪个多", FIRST),
        ("刑事和民事哪个多", ""),
        ("存在哪些问题", ""),
    ],
)
def test_the_noun_that_is_all_a_turn_says(districts: Assistant, turn: str, noun: str):
    assert districts.understand((AID, turn), TODAY).reading.bare == noun


def test_of_several_places_no_noun_is_read_as_a_part(districts: Assistant):
    turns = ("云湖区、青岚县2024年法律援助案件各多少？", "民事呢")
    assert districts.understand(turns, TODAY).reading.bare == ""


def test_administrative_cases_are_a_kind_of_their_own():
    term = other_kind("行政的")
    assert term is not None
    assert term.text == "行政案件"
    assert other_kind("行政复议呢") is None


@pytest.mark.parametrize(
    ("turn", "anywhere", "spelled"),
    [
        ("收了多少", False, "收到多少"),
        ("那收了几件", False, "那收到几件"),
        ("结了几件", False, "审结几件"),
        ("行政复议收了多少件", True, "行政复议收到多少件"),
        ("行政复议收了多少件", False, "行政复议收了多少件"),
        ("没收了多少", True, "没收了多少"),  # another verb
        ("收了多少钱", False, "收了多少钱"),  # money
        ("办结了几件", True, "办结了几件"),
    ],
)
def test_a_verb_of_one_character_names_the_stage(turn: str, anywhere: bool, spelled: str):
    assert spelled_verb(turn, anywhere=anywhere) == spelled
    assert len(spelled) == len(turn)


@pytest.mark.parametrize("turn", ["今年准备办到多少件", "打算降到多少", "2025年想到多少", "力争达到多少"])
def test_words_of_planning_name_no_topic(turn: str):
    assert "到" not in blank_planning(turn)


def test_words_of_planning_leave_what_is_planned():
    assert "法律援助" in blank_planning("法律援助准备办到多少件")
    assert blank_planning("准备金多少") == "准备金多少"


@pytest.mark.parametrize("question", ["降了几个点", "低几个百分点", "差多少个点"])
def test_points_are_of_a_percentage(question: str):
    assert read_measure(question) == ("%", "percent")


def test_points_of_time_and_hearts_are_none():
    assert read_measure("开了几个点心铺")[1] != "percent"


@pytest.mark.parametrize(
    ("turn", "years"),
    [("不是2024年的,2023年的", (2023,)), ("不是2024,2023的", (2023,)), ("别看2024年,看2023年", (2023,))],
)
def test_a_year_is_taken_back(districts: Assistant, turn: str, years: tuple[int, ...]):
    assert districts.understand((AID, turn), TODAY).reading.years == years


def test_a_comma_parts_years_and_thousands():
    assert [m.years for m in find_years("不是2023,2024的", TODAY)] == [(2023,), (2024,)]
    assert find_years("罚了1,202,400元", TODAY) == []


@pytest.mark.parametrize(
    ("turns", "missing"),
    [
        ((ASKED, "大洼呢", "盘山", "这两个哪个多"), 1),  # the library has a report of one of them
        ((ASKED, "双台子呢", "盘山", "三个区从高到低"), 0),  # three are meant, two were spoken of
        ((ASKED, "双台子呢", "盘山呢", "两个从高到低"), 2),
        ((ASKED, "双台子呢", "盘山呢", "哪个多"), 2),
        ((ASKED, "双台子呢", "盘山呢", "全市呢"), 0),
    ],
)
def test_the_places_inside_that_a_turn_points_at(inside: Inside, turns: tuple[str, ...], missing: int):
    reading = inside.assistant.understand(turns, date(2025, 6, 1)).reading
    assert len(reading.scope.missing) == missing
