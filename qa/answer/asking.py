"""A question as the forms of answers look at it: its reading, the reports in scope, and what is made of them only when needed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from qa.answer.compose.draft import Draft
from qa.answer.forms import without_table
from qa.answer.guards.wants import beyond_section, is_listed, is_specific, which_is_more
from qa.question.single.intent import Intent, Task
from qa.question.single.reading import Reading
from qa.ranking import PreparedReport, Query
from qa.types import Reason, ReportMeta


class Response(NamedTuple):
    """A draft, and the reason where it refuses."""

    draft: Draft
    reason: Reason | None = None


class Asking:
    """A question with the reports in scope.

    Attributes:
        reading: The question.
        reports: Prepared reports in scope, in the order of the question.
        metas: All reports of the library.
        open_place: Whether no place was named.
    """

    def __init__(
        self,
        reading: Reading,
        reports: Sequence[PreparedReport],
        metas: Sequence[ReportMeta],
        query_of: Callable[[Reading], Query],
        *,
        open_place: bool,
    ) -> None:
        """Take a question.

        Args:
            reading: The question.
            reports: Prepared reports in scope.
            metas: All reports of the library.
            query_of: Makes a question ready for ranking.
            open_place: Whether no place was named.
        """
        self.reading = beyond_section(without_table(reading), reports)
        self.reports = reports
        self.metas = metas
        self.open_place = open_place
        self._query_of = query_of

    @property
    def intent(self) -> Intent:
        """What is wanted."""
        return self.reading.intent

    @property
    def only(self) -> PreparedReport | None:
        """The report in scope, where it is one."""
        return self.reports[0] if len(self.reports) == 1 else None

    @cached_property
    def query(self) -> Query:
        """The question, ready for ranking."""
        return self._query_of(self.reading)

    @cached_property
    def sides(self) -> list[Query]:
        """The question of each side, where their topics differ."""
        return [self.of(replace(self.reading, terms=s.terms, content=s.content)) for s in self.reading.sides]

    @cached_property
    def whole(self) -> bool:
        """Whether the report itself or a whole section is asked for, and not one thing in it."""
        if self.intent.task is Task.DOCUMENT:
            return True
        return bool(self.intent.section) and not is_specific(self.reading, self.reports)

    @cached_property
    def beside(self) -> bool:
        """Whether figures are to be set side by side."""
        return self.intent.compares or which_is_more(self.reading) or is_listed(self.reading)

    def of(self, reading: Reading) -> Query:
        """Make another reading of the question ready for ranking."""
        return self._query_of(reading)
