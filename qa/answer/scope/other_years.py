"""What is told where the library has no report of the year asked: its aim, what later reports tell of it, the years held.

Knows nothing of ranking; the answers are asked for anew.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from qa.answer.compose import messages as say
from qa.answer.compose.draft import plain
from qa.answer.parts.recent_years import of_held_years
from qa.answer.scope.refuse import beside_aim
from qa.answer.scope.report_years import aim_of_year, stated_change
from qa.message import joined, listed
from qa.prepared import PreparedReport
from qa.question.single.reading import Reading
from qa.types import Answer, Reason, ReportMeta, Value


def instead_of_year(
    refused: Answer, reading: Reading, metas: Sequence[ReportMeta], answers: Callable[[Reading], Answer]
) -> Answer | None:
    """Tell what there is of a year that no report is held of.

    Args:
        refused: The refusal of that year.
        reading: The question.
        metas: Reports that may answer.
        answers: Answers a question as it was read.

    Returns:
        The refusal beside the aim of that year, the years that are held, or a change stated
        against it; None where none of these is asked.
    """
    if (aim := aim_of_year(reading)) is not None:
        return beside_aim(refused, answers(aim))
    if (lately := of_held_years(reading, metas)) is not None:
        other = answers(lately.reading)
        return refused if other.abstained else replace(other, warnings=(lately.note, *other.warnings))
    if (stated := stated_change(reading)) is not None:
        other = answers(stated)
        return refused if other.abstained else other
    return None


_UNSAID = frozenset({Reason.NOT_MENTIONED, Reason.NO_SUCH_YEAR})


def by_newest(answer: Answer, reading: Reading) -> Answer:
    """Say above an answer that the newest report gives it, where the year that 去年 means today has none.

    Args:
        answer: The answer, or a refusal of what the newest report does not tell.
        reading: The question (``Reading.meant``).

    Returns:
        The answer with that line first, and as a warning; the same where the year asked for is held.
    """
    if not reading.meant or (answer.abstained and answer.reason not in _UNSAID):
        return answer
    newest = (
        max(reading.years) - reading.intent.plan
    )  # plans of a year stand in the report of the year before
    places = say.OF_PLACES(listed(map(plain, reading.places))) if reading.places else ""
    line = say.NEWEST_INSTEAD(say.YEAR(reading.meant), places, say.YEAR(newest))
    told = joined((line, answer.answer), "\n", "\n")
    return replace(answer, answer=told, warnings=(line, *answer.warnings))


def is_untold(reports: Sequence[PreparedReport], values: Sequence[Value]) -> bool:
    """Tell whether a report that stands in for an earlier year gave no figure of it.

    Args:
        reports: The reports that answered.
        values: The figures told.

    Returns:
        True where it did not, or not of its place where several are asked.
    """
    told = {(value.place, value.year) for value in values}
    years = {year for _, year in told}
    several = len({r.report.meta.place for r in reports}) > 1
    return any(
        r.year and (r.year not in years or (several and (r.report.meta.place, r.year) not in told))
        for r in reports
    )


def noted(
    reports: Sequence[PreparedReport],
    asked: Sequence[ReportMeta],
    beyond: Callable[[], Sequence[ReportMeta]],
) -> list[str]:
    """Say where a figure of a year stands that has no report of its own, whose report is silent, or left out by a filter.

    Args:
        reports: The reports that answered.
        asked: The reports that were asked first.
        beyond: Gives the reports that the user's filter leaves out.

    Returns:
        A note for each report that stands in.
    """
    if not any(r.year for r in reports):
        return []
    hidden = {(meta.place, meta.year) for meta in beyond()}
    held = {(meta.place, meta.year, meta.id) for meta in asked}
    silent = [
        r
        for r in reports
        if any(h[:2] == (r.report.meta.place, r.year) and h[2] != r.report.meta.id for h in held)
    ]
    if silent:
        return [
            say.NEWEST_SILENT(r.report.meta.place, say.YEAR(r.year), say.YEAR(r.report.meta.year))
            for r in silent
        ]
    return [
        (say.LATER_BY_FILTER if (r.report.meta.place, r.year) in hidden else say.FROM_LATER)(
            r.report.meta.place, r.year, r.year, r.report.meta.year
        )
        for r in reports
        if r.year
    ]
