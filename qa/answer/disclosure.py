"""Who discloses a thing, and who does not: 哪些区没有披露败诉率."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.answer.compose import verdicts as say
from qa.answer.compose.draft import Draft, join
from qa.answer.compose.number import answer_number
from qa.answer.guards.confidence import SURE_FACT, SURE_PART, confidence
from qa.answer.prose.fact import add_statement
from qa.answer.single import SingleReport
from qa.message import listed
from qa.patterns import lazy_re
from qa.question.single.intent import Task
from qa.ranking import PreparedReport, Query
from qa.types import AnswerKind

# A statement that shows a thing is disclosed must hold this share of the terms.
DISCLOSED = 0.5
# "哪些区没有披露败诉率": a thing that only a figure discloses.
_COUNTED = lazy_re(r"(?:率|比例?|占比|数量?|总量|[件案人]数|收案量|发案量|金额|次数)$")


def answer_disclosure(query: Query, reports: Sequence[PreparedReport], single: SingleReport) -> Draft | None:
    """Tell which reports mention something, and which do not.

    Args:
        query: The question; ``intent.absent`` asks for those that do not.
        reports: The reports.
        single: Answers from one report.

    Returns:
        The draft, or None where none mentions it and those that do were asked for.
    """
    draft = Draft(AnswerKind.LIST)
    silent: list[str] = []
    counted = _COUNTED.search(query.content.strip(" 。?")) is not None
    for report in reports:
        if counted:  # who discloses a rate shows a figure of it; who only speaks of it does not
            if (best := single.figures.best(_numeric(query), report, SURE_PART)) is not None:
                shown = answer_number(best, query.topic)
                draft = join([draft, shown], AnswerKind.LIST) if draft.lines else shown
            else:
                silent.append(report.report.meta.place)
            continue
        ranked = single.words.sentences(query, report)
        if ranked and confidence(ranked[0], query.terms) >= SURE_FACT and ranked[0].coverage >= DISCLOSED:
            add_statement(draft, report.report, ranked[0].index, query.terms, "", prefix="- ")
        else:
            silent.append(report.report.meta.place)
    topic = query.topic
    told = list(dict.fromkeys(c.place for c in draft.citations))
    if query.intent.absent:
        head = say.NOT_TOLD_BY(topic, listed(silent)) if silent else say.TOLD_BY_ALL(topic)
    elif not told:
        return None
    else:
        head = say.TOLD_BY(topic, listed(told), say.SILENT_BESIDE(listed(silent)) if silent else "")
    draft.kind = AnswerKind.LIST
    draft.lines = [head, *(line if line.startswith("- ") else say.ITEM(line) for line in draft.lines)]
    return draft


def _numeric(query: Query) -> Query:
    """Ask for the figure of what a question on disclosure names."""
    return replace(query, intent=replace(query.intent, task=Task.NUMBER, yes_no=False, extreme=""))
