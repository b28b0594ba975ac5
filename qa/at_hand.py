"""The reports of a library at hand: each prepared for ranking once and kept, and the near ones chosen where there are many."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Sequence
from functools import lru_cache

from qa.answer.scope.guarded import Guarded
from qa.library import Library
from qa.question.single.reading import Reading
from qa.ranking import PreparedReport, Query
from qa.types import Report, ReportMeta

# Prepared reports kept in memory: about 1 MB each.
_KEPT = 512
# Where no place is named, at most this many reports are read closely; the indexes choose them among more.
_READ_ALL, _HITS, _ELSEWHERE = 40, 200, 12


class ReportsAtHand:
    """Gives the reports of one library, prepared; thread-safe for reading."""

    def __init__(self, library: Library) -> None:
        """Hold a library.

        Args:
            library: An open library.
        """
        self._library = library
        self.prepared = lru_cache(maxsize=_KEPT)(self._prepare)

    def report(self, report_id: str) -> Report:
        """Give a report that was prepared, or read it.

        Args:
            report_id: Its id in the library.

        Returns:
            The report.
        """
        return self.prepared(report_id).report

    def of_year(self, meta: ReportMeta) -> PreparedReport:
        """Give a report, or the earlier year's figures in it where the guard asks for that year.

        Args:
            meta: The report as the guard names it.

        Returns:
            The report, prepared.
        """
        prepared = self.prepared(meta.id)
        return prepared if meta.year == prepared.report.meta.year else prepared.earlier(meta.year)

    def near(self, guarded: Guarded, query_of: Callable[[Reading], Query]) -> Sequence[ReportMeta]:
        """Choose the reports to read closely: all in scope, or those that the indexes find where no place is named.

        Args:
            guarded: The reports in scope, with the question.
            query_of: Makes a question ready for ranking.

        Returns:
            The reports, in the order of the guard.
        """
        reading = guarded.reading
        if (
            not guarded.open_place
            or reading.all_places
            or len(guarded.metas) <= _READ_ALL
            or not reading.terms
        ):
            return guarded.metas
        allowed = {meta.id for meta in guarded.metas}
        lexical = self._library.search_lexical(reading.content, _HITS, allowed)
        dense = self._library.search_dense(query_of(reading).vector, _HITS, allowed)
        best: dict[str, float] = {}
        for hits in (lexical, dense):
            for rank, hit in enumerate(hits):
                best[hit.report] = max(best.get(hit.report, 0.0), 1.0 - rank / _HITS)
        chosen = set(heapq.nlargest(_READ_ALL, best, key=lambda report_id: best[report_id]))
        return [meta for meta in guarded.metas if meta.id in chosen]

    def elsewhere(
        self, among: Sequence[ReportMeta], query: Query, exclude: Collection[str]
    ) -> Sequence[PreparedReport]:
        """Give the reports that may mention what others do not: all of a few, the nearest of many.

        Args:
            among: The reports to look among.
            query: The question.
            exclude: Ids of reports to leave out.

        Returns:
            The reports, prepared.
        """
        ids = [meta.id for meta in among if meta.id not in exclude]
        if len(ids) > _READ_ALL:
            hits = self._library.search_lexical(query.text, _HITS, set(ids))
            ids = list(dict.fromkeys(hit.report for hit in hits))[:_ELSEWHERE]
        return [self.prepared(report_id) for report_id in ids]

    def _prepare(self, report_id: str) -> PreparedReport:
        """Read a report and prepare it for ranking."""
        return PreparedReport.make(self._library.report(report_id), self._library.vectors(report_id))
