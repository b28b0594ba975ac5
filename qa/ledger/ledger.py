"""The ledger of a library: which place discloses which figure of which indicator for which year, each with its sentence.

Reads what ``add`` stored; observations of another catalogue (a user's file changed) are made anew from the report and kept in
memory. Knows nothing of questions or of how a table is shown.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from qa.ledger.catalogue import Catalogue, load_catalogue, own_files
from qa.ledger.conflicts import conflicts_of
from qa.ledger.indicator import Indicator
from qa.ledger.observation import Kind, Observation, Observer
from qa.text import bigrams, fold

if TYPE_CHECKING:
    from qa.library import Library
    from qa.types import ReportMeta

RESULTS = frozenset({Kind.RESULT, Kind.CUMULATIVE})
"""The kinds that say what was done: what a table of figures shows unless it is asked for more."""

_ALIKE = 0.8  # share of the character pairs of free words that the counted words must hold


@dataclass(frozen=True, slots=True)
class Cell:
    """What a place discloses of an indicator for a year.

    Attributes:
        place: Place.
        year: Year that the figure holds for.
        indicator: Id of the indicator, or the free words that were asked for.
        observation: The figure, or None where the reports of the place do not disclose it for that year.
        others: Further figures of the same cell that differ in value or unit: to be shown, never dropped silently.
        reported: Whether the library holds a report of the place on the year; without one, no figure is not undisclosed.
    """

    place: str
    year: int
    indicator: str
    observation: Observation | None
    others: tuple[Observation, ...] = ()
    reported: bool = True


class Ledger:
    """The observations of a library, to be selected by places, years and indicators."""

    def __init__(
        self, library: Library, catalogue: Catalogue | None = None, *, keys: Mapping[str, str] | None = None
    ) -> None:
        """Open the ledger of a library.

        Args:
            library: An open library.
            catalogue: The indicators, or None for the shipped ones and the file in the library folder.
            keys: For ids of reports the names of their places, where places share names (``ScopeResolver.place_of``); None
                for the names that the reports print.
        """
        self.library = library
        self.catalogue = catalogue or load_catalogue(own_files(library.folder, None))
        self._metas: dict[str, ReportMeta] = {meta.id: meta for meta in library.reports()}
        self._places = {id_: (keys or {}).get(id_, meta.place) for id_, meta in self._metas.items()}
        self._reported = {(self._places[id_], meta.year) for id_, meta in self._metas.items()}
        self._current = library.observed_by(self.catalogue.fingerprint)
        self._observer = Observer(self.catalogue)
        self._made: dict[str, tuple[Observation, ...]] = {}
        self._conflicts: dict[str, dict[int, tuple[Observation, ...]]] = {}

    @classmethod
    def open(
        cls, library: Library, indicators: Path | None = None, *, keys: Mapping[str, str] | None = None
    ) -> Ledger:
        """Open the ledger of a library with the user's own indicators.

        Args:
            library: An open library.
            indicators: The file that ``FAWEN_INDICATORS`` names, or None.
            keys: As in the constructor.

        Returns:
            The ledger.

        Raises:
            BadSetting: A file of indicators is wrong.
        """
        return cls(library, load_catalogue(own_files(library.folder, indicators)), keys=keys)

    def places(self) -> tuple[str, ...]:
        """List the places of the library.

        Returns:
            Their names, sorted.
        """
        return tuple(sorted(set(self._places.values())))

    @property
    def reported(self) -> frozenset[tuple[str, int]]:
        """Places and years that the library holds a report on."""
        return frozenset(self._reported)

    def place_of(self, observation: Observation) -> str:
        """Name the place of an observation, as :meth:`places` does.

        Args:
            observation: One of this ledger.

        Returns:
            The name.
        """
        return self._places[observation.report]

    def observations(
        self,
        places: Collection[str] = (),
        years: Collection[int] = (),
        indicators: Collection[str] | None = None,
    ) -> tuple[Observation, ...]:
        """Select observations.

        Args:
            places: Names as :meth:`places` lists them; empty for all.
            years: Years that the figures hold for; empty for all.
            indicators: Ids of indicators, or None for every observation.

        Returns:
            The observations by place, year of the report and order of the text.
        """
        chosen = [id_ for id_, meta in self._ordered() if not places or self._places[meta.id] in places]
        stored = [id_ for id_ in chosen if id_ in self._current]
        found: dict[str, list[Observation]] = {id_: [] for id_ in chosen}
        for one in self.library.observations(stored, indicators):
            found[one.report].append(one)
        for id_ in set(chosen) - set(stored):
            found[id_] = [one for one in self._make(id_) if indicators is None or one.indicator in indicators]
        return tuple(one for id_ in chosen for one in found[id_] if not years or one.year in years)

    def find(
        self,
        words: str,
        places: Collection[str] = (),
        years: Collection[int] = (),
    ) -> tuple[Observation, ...]:
        """Select observations by the name of an indicator, or by their own words where the catalogue knows none of that name.

        Args:
            words: An id, name, alias or everyday phrase of an indicator, or any words, parted by spaces.
            places: As in :meth:`observations`.
            years: As in :meth:`observations`.

        Returns:
            The observations of every kind.
        """
        named = self.catalogue.find(words)
        if named:
            return self.observations(places, years, {one.id for one in named})
        every = self.observations(places, years)
        wanted = [fold(word) for word in words.split()]
        exact = tuple(one for one in every if wanted and all(word in one.counted for word in wanted))
        if exact:
            return exact
        pairs = set(bigrams(words))
        return tuple(
            one
            for one in every
            if pairs and sum(pair in one.counted for pair in pairs) / len(pairs) >= _ALIKE
        )

    def cells(
        self,
        indicators: Sequence[str],
        places: Collection[str] = (),
        years: Collection[int] = (),
        *,
        kinds: Collection[Kind] = RESULTS,
    ) -> tuple[Cell, ...]:
        """Lay out the table of places by years by indicators, a cell for each, undisclosed ones too.

        Args:
            indicators: Ids of indicators.
            places: Names as :meth:`places` lists them; empty for all.
            years: Years; empty for those that the places have reports of.
            kinds: Kinds of figures that may stand in a cell.

        Returns:
            The cells by place, year and indicator, of the years that a place has a report on or a figure for.
        """
        found = self.observations(places, years, set(indicators))
        held: dict[tuple[str, int, str], list[Observation]] = {}
        for one in found:
            if one.whole and one.kind in kinds:
                held.setdefault((self.place_of(one), one.year, one.indicator), []).append(one)
        spoken = {
            (self._places[id_], meta.year)
            for id_, meta in self._metas.items()
            if (not places or self._places[id_] in places) and (not years or meta.year in years)
        }
        spoken |= {(place, year) for place, year, _ in held}
        return tuple(
            self._cell(place, year, indicator, held.get((place, year, indicator), []))
            for place, year in sorted(spoken)
            for indicator in indicators
        )

    def lead(self, observations: Iterable[Observation]) -> tuple[Cell, ...]:
        """Gather observations of the catalogue's indicators into cells, those with a figure only.

        Args:
            observations: Observations of this ledger.

        Returns:
            The cells in the order of their first observations.
        """
        held: dict[tuple[str, int, str], list[Observation]] = {}
        for one in observations:
            held.setdefault((self.place_of(one), one.year, one.indicator), []).append(one)
        return tuple(self._cell(*key, found) for key, found in held.items())

    def contradicted(self, observation: Observation) -> tuple[Observation, ...]:
        """List the figures of its own report that contradict a figure: same indicator, year and scope, another value.

        Args:
            observation: One of this ledger.

        Returns:
            The figures, mostly none.
        """
        id_ = observation.report
        if id_ not in self._conflicts:
            every = self.library.observations([id_]) if id_ in self._current else self._make(id_)
            held: dict[int, tuple[Observation, ...]] = {}
            for pair in conflicts_of(self.library.report(id_), every, self.catalogue):
                for one, other in (pair, pair[::-1]):
                    held[one.number] = (*held.get(one.number, ()), other)
            self._conflicts[id_] = held
        return self._conflicts[id_].get(observation.number, ())

    def indicator(self, indicator_id: str) -> Indicator | None:
        """Give an indicator of the catalogue.

        Args:
            indicator_id: An id.

        Returns:
            The indicator, or None.
        """
        return self.catalogue.get(indicator_id)

    def _cell(self, place: str, year: int, indicator: str, found: list[Observation]) -> Cell:
        """Choose the figure of a cell: of the year's own report, a result, no part of another, the first in the text."""
        reported = (place, year) in self._reported
        if not found:
            return Cell(place, year, indicator, None, reported=reported)
        ranked = sorted(
            found,
            key=lambda one: (
                self._metas[one.report].year != year,
                one.kind is not Kind.RESULT,
                one.part,
                one.holder != "",
            ),
        )
        first = ranked[0]
        others = tuple(one for one in ranked[1:] if (one.value, one.unit) != (first.value, first.unit))
        return Cell(place, year, indicator, first, others, reported)

    def _ordered(self) -> list[tuple[str, ReportMeta]]:
        """List the reports by place and year."""
        return sorted(self._metas.items(), key=lambda pair: (self._places[pair[0]], pair[1].year, pair[0]))

    def _make(self, report_id: str) -> tuple[Observation, ...]:
        """Observe a report whose stored observations are of another catalogue."""
        if report_id not in self._made:
            self._made[report_id] = self._observer.observations(self.library.report(report_id))
        return self._made[report_id]
