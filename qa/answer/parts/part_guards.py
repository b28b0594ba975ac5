"""Whether what was found for one part of a question answers that part, and not only one beside it.

A part leans on the parts before it, so that a near figure comes easily: each rule here keeps one kind of it from standing for an
answer. Knows the parts and their answers, not how they were found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.answer.prose.fact import type_bonus
from qa.ledger.stages import stage_of
from qa.patterns import lazy_re
from qa.question.conversation.turns import Asked
from qa.question.single.reading import Reading
from qa.question.words.terms import DIRECTION
from qa.question.words.vocabulary import COUNTED
from qa.text import fold
from qa.types import Answer, AnswerKind
from qa.units import UNIT_CLASS, bare

# What is asked for -> the other classes of units that tell it: 多少件 is told in 份, 多少人 in 人次; 多少个 is not told in 场.
_LIKE = {
    "people": {"people", "person_times"},
    "person_times": {"person_times", "people"},
    "case": {"case", "item", "event_times"},
    "item": {"item", "case", "body", "people"},
    "body": {"body", "item", "event_times", "people"},
    "event_times": {"event_times", "case", "person_times"},
    "money": {"money"},
    "percent": {"percent"},
}
# "其中撤销几件" is never answered with 纠错, nor 驳回 with 终止: what becomes of a case is a word of the figure's own clause.
_OUTCOMES = lazy_re(r"撤销|维持|驳回|中止|终止|变更|确认违法|撤回|起诉|改判|不予受理|涉外")
_STAGES = {
    "收案": {"收案", "受理"},
    "受理": {"收案", "受理"},
    "审结": {"审结"},
    "未结": {"未结"},
    "整改": {"整改"},
    "发现": {"发现"},
}
_PLANNED = frozenset(
    {"计划", "打算", "目标", "力争", "争取", "预计", "安排", "准备"}
)  # of the section, not of the figure
# A sentence that was shown for the part before answers 谁 or 何时 only where it holds such a thing.
_TOLD_BY = frozenset({"who", "when", "where", "why"})


@dataclass(frozen=True, slots=True)
class Told:
    """A part with its answer and the reading that it answers."""

    asked: Asked
    reading: Reading
    answer: Answer


def is_of(reading: Reading, answer: Answer, before: Sequence[Told]) -> bool:
    """Tell whether a bare measure (金额多少) is of the thing asked before: in its sentence, or named with it.

    Args:
        reading: The part.
        answer: What was found for it.
        before: The parts before it.

    Returns:
        False for a sum of money of something else.
    """
    sentences = {c.sentence for b in before for c in b.answer.citations if not b.answer.abstained}
    forms = {form for t in reading.terms if t.concept for form, _ in t.forms}
    named = any(form in value.indicator for value in answer.values for form in forms)
    return named or any(c.sentence in sentences for c in answer.citations)


def is_unlike(asked: Asked, reading: Reading, answer: Answer, before: Sequence[Told]) -> bool:
    """Tell whether an answer tells another kind of thing than the part asks for.

    Args:
        asked: The part.
        reading: The reading of it that was answered.
        answer: What was found for it.
        before: The parts before it.

    Returns:
        True where the answer is no answer to the part.
    """
    intent = reading.intent
    if answer.kind is AnswerKind.SUMMARY and not reading.terms:
        return True  # 哪些人去讲的: no summary of the whole report
    if (
        answer.kind is AnswerKind.NUMBER
        and len(answer.values) == 1
        and intent.unit_class
        and not intent.change
    ):
        given = UNIT_CLASS.get(bare(answer.values[0].unit), "")
        if given and given not in _LIKE.get(intent.unit_class, {intent.unit_class}):
            return True
    words = " ".join((*(v.indicator for v in answer.values), *(c.quote for c in answer.citations)))
    if answer.values and any(o not in words for o in _OUTCOMES.findall(asked.words)):
        return True
    if (
        answer.kind is AnswerKind.NUMBER
        and before
        and not intent.change
        and not _shares_stage(asked, answer, before)
        and not _of_stage(asked, words, answer)
    ):
        return True
    leaning = answer.kind is AnswerKind.NUMBER and before and not asked.behind
    if leaning and not _holds_own(asked, reading, words, before):
        return True
    known = {c.sentence for b in before for c in b.answer.citations}
    repeated = answer.kind is AnswerKind.FACT and all(c.sentence in known for c in answer.citations)
    told = " ".join(c.quote for c in answer.citations)
    return repeated and intent.answer_type in _TOLD_BY and not type_bonus(intent.answer_type, fold(told))


def _shares_stage(asked: Asked, answer: Answer, before: Sequence[Told]) -> bool:
    """Tell whether the part before asked for the same stage of the same sentence: 接受司法建议7份、检察建议19份, each 收到."""
    last = before[-1]
    told = {c.sentence for c in last.answer.citations if not last.answer.abstained}
    alike = stage_of(asked.words) == stage_of(last.asked.words)
    return alike and any(c.sentence in told for c in answer.citations)


def _of_stage(asked: Asked, words: str, answer: Answer) -> bool:
    """Tell whether a figure is of the stage that a part asks for: 一审案件184件 tells nothing of 办结多少件."""
    stage = stage_of(asked.words)
    if stage not in _STAGES or asked.readings[0].intent.unit_class in {"percent", "money"}:
        return True
    heads = " ".join(h for c in answer.citations for h in c.heading[-2:])
    told = {stage_of(w) for w in re.split(r"[,、，;；。 和]", f"{words} {heads}")}
    return bool(told & _STAGES[stage])


def _holds_own(asked: Asked, reading: Reading, words: str, before: Sequence[Told]) -> bool:
    """Tell whether the words of a figure hold what a part adds to the topic that it shares.

    其中当场受理 needs all of it, as 受理 alone is another figure; 收费多少钱 after 法律援助 a word, else 挽回损失 would do.
    """
    shared = {t.text for b in before for t in b.reading.terms}
    leans = any(t.text in shared for t in reading.terms)
    own = [
        t
        for t in reading.terms
        if t.text not in shared
        and t.text not in COUNTED
        and not DIRECTION.match(t.text)
        and t.text not in _PLANNED
    ]
    held = [any(form in words for form, _ in t.forms) for t in own]
    return all(held) if asked.within else not (leans and own) or any(held)
