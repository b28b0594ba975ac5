"""Warns where a figure of an answer is contradicted by another one of the same report: both sentences, each cited.

Looks at the figures of a draft only, whoever composed it, and at what ``qa.ledger.conflicts`` finds. Changes no figure and says
of none that it is right.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain
from qa.answer.guards.observed import Observed
from qa.ledger.conflicts import Conflict, conflicts_of
from qa.ledger.observation import Observation
from qa.text import fold
from qa.types import AnswerKind, Report

_KEPT = 512
_MOST = 3  # warnings of one answer
_LONG = 60  # characters of a quote; a longer one is cut to its clause
_MARKS = (";", "；", "。")


class Contradictions:
    """Finds the contradictions of the reports of a library, each report once."""

    def __init__(self, observed: Observed, report_of: Callable[[str], Report]) -> None:
        """Keep where reports come from; nothing is read yet.

        Args:
            observed: Gives the observations of a report.
            report_of: Gives the report of an id.
        """
        self._observed = observed
        self._report_of = report_of
        self._conflicts = lru_cache(maxsize=_KEPT)(self._find)

    def note(self, draft: Draft) -> None:
        """Add a warning for each figure of a draft that its own report contradicts.

        Args:
            draft: A finished draft with its values and citations.
        """
        told: set[Conflict] = set()
        for value in tuple(draft.values):
            cited = next((c for c in draft.citations if c.marker == value.citation), None)
            if cited is None:
                continue
            for pair in self._conflicts(cited.report):
                held = any(cited.start <= one.start < cited.end and one.value == value.value for one in pair)
                if held and pair not in told and len(told) < _MOST:
                    told.add(pair)
                    self._tell(draft, pair)

    def _tell(self, draft: Draft, pair: Conflict) -> None:
        """Write the warning of a contradiction."""
        report = self._report_of(pair.first.report)
        name = next(one.name for one in self._observed.catalogue.indicators if one.id == pair.first.indicator)
        shown = []
        for one in pair:
            figure = fold(report.text[one.start : one.end]).replace(" ", "")
            marker = self._cited(draft, one, report)
            shown.append(say.SAID_IN(figure, plain(draft.citations[marker - 1].quote), marker))
        check = say.CHECK_ORDER if draft.kind is AnswerKind.COMPARISON else say.CHECK
        place = say.PLACE_YEAR(report.meta.place, report.meta.year)
        warning = say.CONTRADICTS(place, name, say.OR_ELSE(*shown), check)
        draft.warnings.append(warning)
        draft.lines += ["", say.NOTE(warning)]

    def _cited(self, draft: Draft, one: Observation, report: Report) -> int:
        """Give the marker of the citation that holds a figure, a new one where none does."""
        for old in draft.citations:
            if old.report == one.report and old.start <= one.start and one.end <= old.end:
                return old.marker
        return draft.cite(report, *_quote(one, report), report.sentences[one.sentence])

    def _find(self, report_id: str) -> tuple[Conflict, ...]:
        """Find the contradictions of a report."""
        report = self._report_of(report_id)
        return conflicts_of(report, self._observed.of(report_id), self._observed.catalogue)


def _quote(one: Observation, report: Report) -> tuple[int, int]:
    """Choose the words that prove a figure: from the last semicolon or the start of its sentence to the end of its clause."""
    sentence = report.sentences[one.sentence]
    start = max((report.text.rfind(mark, sentence.start, one.start) + 1 for mark in _MARKS), default=0)
    start = max(start, sentence.start)
    return (start if one.quote_end - start <= _LONG else one.quote_start), one.quote_end
