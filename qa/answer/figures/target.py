"""What became of an aim: 达到目标了没有, held against the plan in the report of the year before.

The report of the year may say itself that it fell short; else the aim and the figure are set side by side, with a verdict only
where the words of the aim say which way it counts (提高到30%, 控制在9%以内). Knows no topics.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain, trim
from qa.answer.compose.number import value_of
from qa.answer.prose.fact import add_statement
from qa.answer.prose.whether import FELL_SHORT
from qa.message import Message
from qa.patterns import lazy_re
from qa.question.single.intent import Task
from qa.ranking import PreparedReport, Query, ScoredMention
from qa.types import AnswerKind, SectionKind

# "将调解和解率提高到30%", "办理法律援助案件不少于4500件": at least; "败诉率控制在7%以内", "降至9%": at most.
_AT_LEAST = lazy_re(r"提高|提升|增加|扩大|达到?|不低于|不少于|以上|超过|突破")
_AT_MOST = lazy_re(r"以内|以下|降低?[至到]|下降|控制在|不超过|不高于|低于|压减")


class Finder(Protocol):
    """Finds the figure of a report that a question is for."""

    def best(
        self, query: Query, report: PreparedReport, sure: float = ..., *, target: bool = ...
    ) -> ScoredMention | None:
        """Take the best figure of a report if it is likely the one asked for; ``target`` asks for one still to be reached."""
        ...


def answer_reached(query: Query, reports: Sequence[PreparedReport], finder: Finder) -> Draft | None:
    """Answer whether an aim was reached.

    Args:
        query: The question, ready for ranking.
        reports: The report of the year asked for, or it behind that of the year before; all of one place.
        finder: Finds figures.

    Returns:
        The draft; None where the reports tell no figure, or no aim of it.
    """
    intent = replace(
        query.intent, task=Task.NUMBER, yes_no=False, answer_type="", plan=False, section="", extreme=""
    )
    now = finder.best(replace(query, intent=intent), reports[-1])
    if now is None:
        return None
    draft = Draft(AnswerKind.FACT)
    held, own = now.report.report, now.mention
    sentence = held.sentences[own.sentence]
    if FELL_SHORT.search(sentence.text[own.quantity.end :].split("；")[0]):
        add_statement(draft, held, own.sentence, query.terms, "")
        return draft
    if len(reports) < 2:
        return None
    planned = replace(query, intent=replace(intent, plan=True))
    aim = finder.best(planned, reports[0], target=True)
    if aim is None or reports[0].report.sentences[aim.sentence].section is not SectionKind.PLAN:
        return None
    if aim.mention.quantity.bare_unit != own.quantity.bare_unit:
        return None
    draft.lines = [_verdict(aim, now), say.AIM(_told(draft, aim)), say.OUTCOME(_told(draft, now))]
    return draft


def _told(draft: Draft, scored: ScoredMention) -> Message:
    """Cite the clause of a figure, take it as a value of the draft, and say it."""
    held, mention = scored.report.report, scored.mention
    sentence = held.sentences[mention.sentence]
    marker = draft.cite_mention(held, mention)
    draft.values.append(value_of(held, mention, "", marker))
    quote = plain(trim(sentence.text[mention.clause[0] : mention.clause[1]]))
    return say.FACT("", held.meta.place, held.meta.year, "", quote, marker)


def _verdict(aim: ScoredMention, now: ScoredMention) -> Message:
    """Say whether a figure reached an aim, where the aim's words say which way it counts."""
    start, end = aim.mention.clause
    words = aim.report.report.sentences[aim.mention.sentence].text[start:end]
    least, most = _AT_LEAST.search(words), _AT_MOST.search(words)
    vague = now.mention.quantity.qualifier is not None
    if vague or bool(least) == bool(most):
        return say.AIM_BESIDE
    reached, wanted = now.mention.quantity.amount, aim.mention.quantity.amount
    return say.AIM_MET if (reached >= wanted if least else reached <= wanted) else say.AIM_MISSED
