"""The places inside the place of one report: their figures, and never those of another place."""

from __future__ import annotations

import pytest

from qa.types import Answer, Reason
from tests.conftest import Ask
from tests.inside import ASKED, Inside


def figures(answer: Answer) -> dict[str, str]:
    return {value.place: value.value for value in answer.values}


COUNTIES = {"盘山县": "358", "大洼区": "241", "兴隆台区": "219", "双台子区": "152"}


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ((ASKED, "其中各县区分别多少"), COUNTIES),
        ((ASKED, "其中市政府和各县区分别多少"), {"市政府": "316", **COUNTIES}),
        ((ASKED, "哪个县区最多"), COUNTIES),
        ((ASKED, "各县区分别多少", "最少的呢"), COUNTIES),
        ((ASKED, "盘山呢", "四个县区从高到低排一排"), COUNTIES),
        (("盘锦市2024年办理行政处罚案件多少件", "其中各镇街呢"), {"田庄台镇": "207", "惠宾街道": "118"}),
        (("盘锦市2024年办理公证多少件", "各县区呢"), {"盘山县": "412", "大洼区": "268", "双台子区": "74"}),
    ],
)
def test_each_place_inside(inside: Inside, turns: tuple[str, ...], expected: dict[str, str]):
    assert figures(inside.ask(*turns)) == expected


def test_what_is_not_told_of_the_places_inside_is_told_of_no_other(inside: Inside):
    answer = inside.ask("盘锦市2024年罚没款多少", "其中各县区分别多少")
    assert (answer.reason, answer.values) == (Reason.NOT_MENTIONED, ())


def test_the_words_of_the_report(inside: Inside):
    answer = inside.ask(ASKED, "把原句发我")
    assert "盘锦市2024年原文：“全市收到行政复议申请1486件，同比上升52.4%" in answer.answer
    assert [c.place for c in answer.citations] == ["盘锦市"]


def test_one_place_inside_against_another(inside: Inside):
    answer = inside.ask(ASKED, "盘山和双台子差几件")
    assert "206" in answer.answer


@pytest.mark.parametrize("town", ["七星岩街道", "三合镇"])
def test_a_town_that_the_report_does_not_name_is_given_no_other_towns_figure(inside: Inside, town: str):
    answer = inside.ask("盘锦市2024年田庄台镇办了多少行政处罚案件", f"{town}办了多少")
    assert (answer.reason, answer.values) == (Reason.NOT_MENTIONED, ())


def test_a_year_to_compare_with_keeps_the_one_place(ask: Ask):
    turns = ("云湖区、青岚县2024年行政复议收了多少", "云湖区2023年收了多少", "跟2024年差多少件")
    assert {(value.place, value.year) for value in ask(*turns).values} == {("云湖区", 2023), ("云湖区", 2024)}
