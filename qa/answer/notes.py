"""What is noted with an answer: who was left out, what the filters keep, which reports it comes from, and its topics."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.answer.compose import messages as say
from qa.answer.guards.wants import is_specific
from qa.answer.scope.filtered import Filter
from qa.answer.scope.guarded import Guarded
from qa.answer.scope.other_years import noted
from qa.answer.scope.refuse import without_report
from qa.message import joined
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.ranking import PreparedReport
from qa.types import Answer, ReportMeta


def with_notes(
    answer: Answer,
    guarded: Guarded,
    reports: Sequence[PreparedReport],
    kept: Filter,
    library: Sequence[ReportMeta],
) -> Answer:
    """Note with an answer what its reader must know of the reports behind it.

    Args:
        answer: The answer.
        guarded: What the scope guard decided.
        reports: The reports that were searched.
        kept: What the reader's filters leave.
        library: All reports of the library.

    Returns:
        The answer with its warnings, places, years and topics.
    """
    if guarded.absent and not answer.abstained:
        answer = replace(answer, answer=without_report(answer.answer, guarded.absent))
    if guarded.reading.lenient and not answer.abstained:  # who was left out belongs to the answer itself
        left_out = ("", *map(say.NOTE, guarded.warnings)) if guarded.warnings else ()
        answer = replace(answer, answer=joined((answer.answer, *left_out), "\n", "\n"))
    if kept.narrows and guarded.reading.intent.task is Task.COVERAGE:
        answer = replace(answer, warnings=(kept.listed_only(), *answer.warnings))
    return replace(
        answer,
        warnings=guarded.warnings
        + tuple(noted(reports, guarded.metas, lambda: kept.beyond(library)))
        + answer.warnings,
        places=tuple(dict.fromkeys(r.report.meta.place for r in reports)),
        years=tuple(dict.fromkeys(r.holds for r in reports)),
        topics=_topics_of(guarded.reading, reports),
    )


def _topics_of(reading: Reading, reports: Sequence[PreparedReport]) -> tuple[str, ...]:
    """Name what a question asks for, for people; a report or a section as a whole has no topic, whatever was asked before."""
    whole = bool(reading.intent.section) and not is_specific(reading, reports)
    if whole or reading.intent.task in {Task.DOCUMENT, Task.COVERAGE}:
        return ()
    asked = reading.topics or reading.sides or (reading,)
    return tuple(dict.fromkeys(side.topic for side in asked if side.topic))
