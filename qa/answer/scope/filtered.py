"""The reader's filters of places and years: what they leave, and what to say of a question that leads out of them.

A report that a filter leaves out is in the library: it is never said to be lacking.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain
from qa.message import Message, joined, listed
from qa.types import AnswerKind, ReportMeta

_MOST_NAMED = 8


@dataclass(frozen=True, slots=True)
class Filter:
    """What a reader lets answer.

    Attributes:
        places: Names of places; empty for all.
        years: Years; empty for all.
        metas: The reports that are left.
        narrows: Whether any report is left out.
    """

    places: frozenset[str]
    years: frozenset[int]
    metas: tuple[ReportMeta, ...]
    narrows: bool

    @classmethod
    def of(cls, places: Collection[str], years: Collection[int], metas: Sequence[ReportMeta]) -> Filter:
        """Apply filters to a library.

        Args:
            places: Names of places; empty for all.
            years: Years; empty for all.
            metas: Reports of the library.

        Returns:
            The filter with what it leaves.
        """
        kept = tuple(m for m in metas if (not places or m.place in places) and (not years or m.year in years))
        return cls(frozenset(places), frozenset(years), kept, len(kept) < len(metas))

    def beyond(self, metas: Sequence[ReportMeta]) -> list[ReportMeta]:
        """List the reports that the filter leaves out.

        Args:
            metas: Reports that a question is about.

        Returns:
            Those of them that may not answer.
        """
        kept = {meta.id for meta in self.metas}
        return [meta for meta in metas if meta.id not in kept]

    def refuse(self, beyond: Sequence[ReportMeta]) -> Draft:
        """Say that a filter leaves out what was asked.

        Args:
            beyond: Reports of the library that would answer; empty where the filter leaves no report at all.

        Returns:
            The draft of a refusal.
        """
        draft = Draft(AnswerKind.REFUSAL)
        if beyond:
            names = _named(beyond)
            draft.lines.append(say.BEYOND_FILTER(self._told(), names))
        else:
            draft.lines.append(say.FILTER_LEAVES_NOTHING(self._told()))
        draft.lines.append(say.CLEAR_FILTER)
        return draft

    def listed_only(self) -> Message:
        """Say that a list holds only what the filter leaves."""
        return say.ONLY_FILTERED(self._told())

    def _told(self) -> Message:
        """Name what the filter lets through: places, years or both."""
        places = [plain(place) for place in sorted(self.places)]
        shown = listed(places[:_MOST_NAMED])
        shown = say.AND_OTHERS(shown) if len(places) > _MOST_NAMED else shown
        years = listed(map(say.YEAR, sorted(self.years)))
        return joined((shown, say.BRACKETED(years))) if places and years else shown or years


def _named(metas: Sequence[ReportMeta]) -> Message:
    """Name reports by place and year."""
    names = list(dict.fromkeys(say.PLACE_YEAR(plain(m.place), m.year) for m in metas))
    shown = listed(names[:_MOST_NAMED])
    return say.AND_OTHERS(shown) if len(names) > _MOST_NAMED else shown
