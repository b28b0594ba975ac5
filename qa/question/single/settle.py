"""What a bound or the name of a section does to the intent of a question: 超过500件的有哪些, 有什么不足."""

from __future__ import annotations

from dataclasses import replace

from qa.question.single.intent import Intent, Task
from qa.question.single.intent_reading import LACKS
from qa.question.single.ranks import Bound
from qa.question.words.terms import Term


def held_against(intent: Intent, bound: Bound) -> Intent:
    """Ask for the figures that a bound is held against: 超过500件的有哪些 asks for counts, 不到 names no shortcoming."""
    unit, unit_class = bound.quantity.unit, bound.quantity.unit_class
    return replace(
        intent, task=Task.NUMBER, unit=unit, unit_class=unit_class, plan=False, section="", extreme=""
    )


def by_section(intent: Intent, terms: tuple[Term, ...], content: str) -> tuple[Intent, tuple[Term, ...]]:
    """Turn terms that name a section (不足, 下一步, 成效) into the section asked for, and drop them as terms."""
    named = [t.section for t in terms if t.section]
    if not named:
        return intent, terms
    rest = tuple(t for t in terms if not t.section)
    if rest and intent.answer_type == "why" and LACKS.search(content):
        return intent, rest
    if intent.task in {Task.NUMBER, Task.RANK, Task.DIFFERENCE, Task.COMPARE, Task.DISCLOSURE}:
        kept = tuple(t for t in terms if t.section != "plan") if rest else terms
        return replace(intent, plan=intent.plan or "plan" in named), kept
    section = intent.section or next((s for s in named if s != "result" or not rest), "")
    return replace(intent, section=section, plan=intent.plan or section == "plan"), rest
