"""Resolves a question to the places and years of one library that it names.

A name that fits nothing in the library is missing, one that fits several is ambiguous: nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from qa.question.places.context import QuestionContext
from qa.question.places.forms import LibraryForms, LibraryPlace
from qa.question.places.latin import LatinFinder
from qa.question.places.mentions import MentionFinder
from qa.question.places.scope import Scope
from qa.question.places.weighing import ScopeReading
from qa.question.places.years import find_years
from qa.types import ReportMeta

_MARKS = "\n,，、;；。|：:（( 在"  # what stands before a name that is no part of a longer word
_MOST_READ = 200  # reports that are read through for a short name that may be a word, about 1 ms each
_MOST = 64  # mentions weighed against each other, in quadratic time; more are no question


class ScopeResolver:
    """Resolves questions against the places of one library; built once, as its index takes a moment."""

    def __init__(
        self, reports: Sequence[ReportMeta], holds: Callable[[str, str], bool] | None = None
    ) -> None:
        """Index the places of a library.

        Args:
            reports: All reports of the library.
            holds: Whether the report of an id holds some words; None where reports cannot be looked into.
        """
        self._forms = LibraryForms(reports)
        self._holds = holds
        self._finder = MentionFinder(self._forms, self._is_word)
        self._latin = LatinFinder(self._forms)

    @property
    def places(self) -> tuple[LibraryPlace, ...]:
        """The places of the library, in the order of their first reports."""
        return self._forms.places

    def place_of(self, report: ReportMeta) -> str:
        """Give the key by which scopes name a report's place.

        Args:
            report: One of the reports that the resolver was built from.

        Returns:
            The key; ``report.place`` itself unless another place of the library has that name.
        """
        return self._forms.of_report[report.id].key

    def prints(self, places: Sequence[str], name: str) -> bool:
        """Say whether a report of some places prints a name behind a mark; False where reports cannot be looked into.

        Args:
            places: Keys of places.
            name: The name; 中心镇 behind 3个 is none.

        Returns:
            True where one does.
        """
        holds = self._holds
        own = [id_ for id_, place in self._forms.of_report.items() if place.key in places]
        return holds is not None and any(holds(id_, f"{mark}{name}") for id_ in own for mark in _MARKS)

    def _is_word(self, name: str, after: str) -> bool:
        """Say whether reports print a short name as another word: those of other places at all, its own before a character."""
        if self._holds is None or len(self._forms.of_report) > _MOST_READ:
            return True
        own = {id_ for id_, place in self._forms.of_report.items() if place.stem == name}
        return any(self._holds(id_, name + after if id_ in own else name) for id_ in self._forms.of_report)

    def resolve(self, question: str, today: date) -> Scope:
        """Find the places and years that a question names.

        Args:
            question: A cleaned question (``qa.text.clean_question``), of any length.
            today: The day that 去年 and 今年 are counted from.

        Returns:
            The scope; empty where the question names nothing.
        """
        years = find_years(question, today)
        closed = bytearray(len(question))
        for year in years:
            closed[year.start : year.end] = b"\1" * (year.end - year.start)
        mentions = self._finder.find(QuestionContext(question), closed)
        if re.search("[A-Za-z]{2}", question):
            mentions = sorted([*mentions, *self._latin.find(question)], key=lambda mention: mention.start)
        return ScopeReading(question, self._forms, years[:_MOST], mentions[:_MOST]).scope()
