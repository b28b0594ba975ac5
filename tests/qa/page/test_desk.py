from __future__ import annotations

import json

import pytest

from qa.page.conversation import Turn
from qa.page.desk import Desk
from qa.page.memory import Memory
from qa.settings import Language
from tests.fake_page import make_assistant

ZH = Language.CHINESE


def request(**changes: object) -> str:
    return json.dumps({"report": "r东山区-2024", "start": 0, "end": 0, "lang": "zh"} | changes)


def test_filters_and_conversation_reach_the_assistant() -> None:
    assistant = make_assistant()
    desk = Desk.over(assistant)
    turns = desk.answer((Turn("一?"),))
    turns = desk.answer((*turns, Turn("二?", ("东山区",), (2024,))))
    assert assistant.asked[-1] == (("一?", "二?"), ("东山区",), (2024,))
    assert turns[-1].answer is not None


def test_an_error_becomes_one_sentence_and_no_context() -> None:
    assistant = make_assistant()
    desk = Desk.over(assistant)
    turns = desk.answer((Turn("出错?"),))
    assert turns[-1].error == "问题有误： 请换一种问法"
    desk.answer((*turns, Turn("好?")))
    assert assistant.asked[-1][0] == ("好?",)


def test_the_answer_streams() -> None:
    desk = Desk.over(make_assistant())
    states = list(desk.stream(desk.answer((Turn("一?"),)), ZH))
    assert len(states) > 2
    assert "fw-sources" not in states[0]
    assert "fw-sources" in states[-1]


def test_a_reload_answers_again_and_drops_unknown_filters() -> None:
    assistant = make_assistant()
    turns = Desk.over(assistant).recall(Memory((Turn("一?", ("火星",), (1890,)), Turn("二?", ("西河县",)))))
    assert [t.places for t in turns] == [(), ("西河县",)]
    assert assistant.asked[-1][0] == ("一?", "二?")


def test_filters_offer_the_library() -> None:
    desk = Desk.over(make_assistant())
    assert desk.places == ("东山区", "西河县")
    assert desk.years == (2024,)


def test_source_shows_a_report() -> None:
    assert "东山区2024年法治政府建设工作报告" in Desk.over(make_assistant()).source(request())


@pytest.mark.parametrize("report", ["../../etc/passwd", "<script>", "r-none"])
def test_source_of_no_report(report: str) -> None:
    html = Desk.over(make_assistant()).source(request(report=report))
    assert "资料库中没有这份报告" in html
    assert "<script" not in html


BROKEN = ["", "x", "3", "{}", request(start="x"), request(lang="xx"), request(end=None), request(end=1e999)]


@pytest.mark.parametrize("text", BROKEN)
def test_source_of_a_broken_request_is_the_empty_panel(text: str) -> None:
    desk = Desk.over(make_assistant())
    assert desk.source(text) == desk.panel(ZH)


def test_nothing_opened_is_the_empty_panel_in_the_other_language_too() -> None:
    desk = Desk.over(make_assistant())
    asked = request(report="", start=0, end=0, lang="en")
    assert desk.source(asked) == desk.panel(Language.ENGLISH)
