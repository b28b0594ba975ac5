from __future__ import annotations

from qa.page.examples import make_examples, make_follow_ups
from qa.types import Answer, AnswerKind
from tests.fake_page import make_report

METAS = tuple(make_report(place).meta for place in ("东山区", "西河县", "南湖市"))
NUMBER = Answer("x", AnswerKind.NUMBER, places=("西河县",), years=(2024,))
REFUSAL = Answer("x", AnswerKind.REFUSAL, abstained=True)


def test_examples_speak_of_the_library() -> None:
    examples = make_examples(METAS, lambda question: NUMBER)
    assert len(examples) == 5
    assert all(any(meta.place in e for meta in METAS) and "2024" in e for e in examples)


def test_questions_that_are_refused_are_no_examples() -> None:
    asked: list[str] = []

    def ask(question: str) -> Answer:
        asked.append(question)
        return REFUSAL

    assert make_examples(METAS, ask) == ()
    assert len(asked) <= 24


def test_an_empty_library_has_none() -> None:
    assert make_examples((), lambda question: NUMBER) == ()


def test_follow_ups_go_round_the_places_of_the_year() -> None:
    assert make_follow_ups(METAS, NUMBER) == ("南湖市呢？", "东山区呢？")


def test_no_follow_ups_after_refusal_or_comparison() -> None:
    assert make_follow_ups(METAS, REFUSAL) == ()
    two = Answer("x", AnswerKind.COMPARISON, places=("东山区", "西河县"), years=(2024,))
    assert make_follow_ups(METAS, two) == ()
