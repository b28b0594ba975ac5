"""The sentences that prove an answer, as the report prints them: 把原句发我."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft
from qa.types import Answer, AnswerKind, Report


def quote(answer: Answer, report_of: Callable[[str], Report]) -> Answer:
    """Put the cited sentences in the place of an answer's own words.

    Args:
        answer: An answer with citations.
        report_of: Gives a report by its id.

    Returns:
        The same scope, each cited sentence once and whole, with its place and year.
    """
    draft = Draft(AnswerKind.FACT)
    for citation in answer.citations:
        report = report_of(citation.report)
        whole = report.sentence_at(citation.start)
        start, end = (whole.start, whole.end) if whole else (citation.start, citation.end)
        known = len(draft.citations)
        marker = draft.cite(report, start, end, whole)
        if marker > known:
            words = whole.text if whole else citation.quote
            of = say.PLACE_YEAR(citation.place, citation.year)
            draft.lines.append(say.IN_ITS_WORDS(of, " ".join(words.split()), marker))
    told = draft.finish()
    return replace(
        told, warnings=answer.warnings, places=answer.places, years=answer.years, topics=answer.topics
    )
