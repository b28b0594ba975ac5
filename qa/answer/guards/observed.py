"""The observations of the reports of a library for those who compose answers: stored ones where they are current, else made once.

Knows nothing of questions.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from qa.ledger.catalogue import Catalogue, load_catalogue, own_files
from qa.ledger.matcher import IndicatorMatcher
from qa.ledger.mention import Context, Mention
from qa.ledger.observation import Observation, observations
from qa.library import Library
from qa.ranking import ScoredMention
from qa.text import fold
from qa.types import Report

_KEPT = 512


class Observed:
    """Gives what the ledger says of the figures of a library, each report read once."""

    def __init__(self, library: Library, report_of: Callable[[str], Report]) -> None:
        """Keep where reports come from; nothing is read yet.

        Args:
            library: An open library.
            report_of: Gives the report of an id.
        """
        self._library = library
        self._report_of = report_of
        self._catalogue = lru_cache(maxsize=1)(lambda: load_catalogue(own_files(library.folder, None)))
        self._current = lru_cache(maxsize=1)(lambda: library.observed_by(self._catalogue().fingerprint))
        self._matcher = lru_cache(maxsize=1)(lambda: IndicatorMatcher(self._catalogue()))
        self._asked: dict[tuple[str, str], str] = {}
        self._places = lru_cache(maxsize=_KEPT)(self._placed)
        self._read = lru_cache(maxsize=_KEPT)(self._observations)

    @property
    def catalogue(self) -> Catalogue:
        """The indicators that the observations bear."""
        return self._catalogue()

    def of(self, report_id: str) -> tuple[Observation, ...]:
        """Give the observations of a report.

        Args:
            report_id: Its id.

        Returns:
            The observations in the order of the text.
        """
        return self._read(report_id)

    def at(self, scored: ScoredMention) -> Observation | None:
        """Give the observation of a figure.

        Args:
            scored: A figure.

        Returns:
            Its observation, or None where the ledger leaves the figure out.
        """
        report = scored.report.report
        start = report.sentences[scored.sentence].start + scored.mention.quantity.start
        return self._places(report.meta.id).get(start)

    def group(self, indicator: str) -> str:
        """Name the indicators that one may be compared with.

        Args:
            indicator: An id, or "".

        Returns:
            The name of its group, "" for none.
        """
        known = self._catalogue().get(indicator)
        return known.group if known is not None else ""

    def has_twins(self, ids: Sequence[str]) -> bool:
        """Tell whether one of some indicators is easily taken for another of them, and may not be compared with it.

        Args:
            ids: Ids, "" for none.

        Returns:
            True for 规范性文件制定 beside 规范性文件合法性审查.
        """
        known = [one for one in self._catalogue().indicators if one.id in set(ids)]
        return any(twin.id in one.twins for one in known for twin in known)

    def name(self, indicator: str) -> str:
        """Name an indicator.

        Args:
            indicator: An id, or "".

        Returns:
            Its official name, "" for none.
        """
        known = self._catalogue().get(indicator)
        return known.name if known is not None else ""

    def asked(self, words: str, mention: Mention) -> str:
        """Name the indicator that the words of a question ask for, in the unit of a figure.

        Args:
            words: What is asked, without words that only ask.
            mention: A figure, of which the unit counts alone.

        Returns:
            An id, or "" where none or more than one fits.
        """
        left = fold(words).replace(" ", "")
        key = left, mention.quantity.unit
        if key not in self._asked:
            if len(self._asked) >= _KEPT:
                self._asked.clear()
            self._asked[key] = self._matcher().match(mention, Context(before=left, left=left, noun=""))
        return self._asked[key]

    def _observations(self, report_id: str) -> tuple[Observation, ...]:
        """Read the stored observations of a report, or make them anew where they are of another catalogue."""
        if report_id in self._current():
            return tuple(self._library.observations([report_id]))
        return tuple(observations(self._report_of(report_id), self._catalogue()))

    def _placed(self, report_id: str) -> dict[int, Observation]:
        """Sort the observations of a report by where they start."""
        return {one.start: one for one in self.of(report_id)}
