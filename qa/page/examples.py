"""Example questions, made of the library's own places and years, kept only if they can be answered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations

from qa.message import Form, Message
from qa.types import Answer, AnswerKind, ReportMeta

# What such reports commonly tell; which of it a given report tells is found out by asking.
_OF_ONE = (
    (
        Form(
            "{}{}年行政复议案件有多少件？", "How many administrative reconsideration cases did {} have in {}?"
        ),
        AnswerKind.NUMBER,
    ),
    (
        Form("{}{}年法律援助办理了多少件？", "How many legal aid cases did {} handle in {}?"),
        AnswerKind.NUMBER,
    ),
    (
        Form("{}{}年行政诉讼败诉率是多少？", "What was the administrative litigation loss rate of {} in {}?"),
        AnswerKind.NUMBER,
    ),
    (
        Form("{}{}年法治政府建设存在哪些问题？", "What shortcomings does the report of {} for {} name?"),
        AnswerKind.LIST,
    ),
    (
        Form("{}{}年在优化营商环境方面做了什么？", "What did {} do for the business environment in {}?"),
        AnswerKind.SUMMARY,
    ),
)
_OF_TWO = (
    Form(
        "{}和{}{}年的行政复议案件，哪个多？",
        "{} or {}, which had more administrative reconsideration cases in {}?",
    ),
    Form(
        "{}和{}{}年的行政诉讼案件，哪个多？",
        "{} or {}, which had more administrative litigation cases in {}?",
    ),
)
_THEN = Form("{}呢？", "What about {}?")
_MOST = 5
_TRIES = 24


def make_examples(metas: Sequence[ReportMeta], ask: Callable[[str], Answer]) -> tuple[Message, ...]:
    """Make example questions that the library can answer.

    Args:
        metas: Reports of the library.
        ask: Answers a question.

    Returns:
        At most five questions of different kinds about different places; empty for an empty library.
    """
    found: list[Message] = []
    tries = 0
    for at, (form, kind) in enumerate(_OF_ONE):
        for shift in range(min(len(metas), 3)):
            meta = metas[(at + shift) % len(metas)]
            question = form(meta.place, meta.year)
            answer = ask(question)
            tries += 1
            if not answer.abstained and (answer.kind is kind or kind is not AnswerKind.NUMBER):
                found.append(question)
                break
    for question in _pair_questions(metas):
        if tries >= _TRIES:
            break
        tries += 1
        answer = ask(question)
        if answer.kind is AnswerKind.COMPARISON and len(answer.values) > 1:
            found.insert(min(1, len(found)), question)
            break
    return tuple(found[:_MOST])


def _pair_questions(metas: Sequence[ReportMeta]) -> list[Message]:
    """List questions that compare two places of one year."""
    pairs = [(a, b) for a, b in combinations(metas[:12], 2) if a.year == b.year and a.place != b.place]
    return [form(a.place, b.place, a.year) for form in _OF_TWO for a, b in pairs]


def make_follow_ups(metas: Sequence[ReportMeta], answer: Answer) -> tuple[Message, ...]:
    """Offer the same question for other places of the same year.

    Args:
        metas: Reports of the library.
        answer: The last answer.

    Returns:
        At most two questions such as 某区呢？; none after a refusal or a comparison.
    """
    if answer.abstained or len(answer.places) != 1 or not answer.years:
        return ()
    # From the one after it round, so that a reader is led through the library and not to and fro.
    names = [m.place for m in metas if m.year in answer.years]
    names = list(dict.fromkeys(names))
    at = names.index(answer.places[0]) + 1 if answer.places[0] in names else 0
    others = [name for name in names[at:] + names[:at] if name not in answer.places]
    return tuple(_THEN(name) for name in others[:2])
