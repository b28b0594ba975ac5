"""What the scope guard decides: the reports that may answer, with what is to be said of the choice, or a refusal."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from qa.answer.compose.draft import Draft
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.types import Reason, ReportMeta

_SEVERAL = 3  # places side by side of which one without a report of the year is left out


@dataclass(frozen=True, slots=True)
class Guarded:
    """What the guard decided.

    Attributes:
        metas: Reports that may answer, in the order of the question; empty where it refuses.
        refusal: The draft and its reason, or None.
        reading: The reading, with plans made explicit where a later year's plan is asked for.
        open_place: Whether no place was named, so that any report may be the one meant.
        warnings: What was assumed, for people.
        fallback: The refusal to fall back on where the plan of a later year says nothing of it, or None.
        earlier: Whether a report may answer for an earlier year by figures that it prints beside its own; its meta then
            bears that year.
        absent: Places of a comparison that the library holds no report of; the others are compared.
    """

    metas: tuple[ReportMeta, ...]
    refusal: Refusal | None
    reading: Reading
    open_place: bool = False
    warnings: tuple[str, ...] = ()
    fallback: Refusal | None = None
    earlier: bool = False
    absent: tuple[str, ...] = ()


class Refusal(NamedTuple):
    """A draft that refuses, and why."""

    draft: Draft
    reason: Reason


def most_are_held(
    wanted: Sequence[tuple[str, tuple[int, ...]]], held: Collection[tuple[str, int]], reading: Reading
) -> bool:
    """Tell whether of several places set side by side only a few lack the year: these are left out, and told of.

    Args:
        wanted: The places that the question names, each with the years asked for.
        held: The places and years of the library.
        reading: The question.

    Returns:
        False for two places, whose comparison is refused.
    """
    have = [place for place, years in wanted if any((place, year) in held for year in years)]
    asked = reading.intent.compares or reading.intent.task is Task.NUMBER
    return asked and bool(reading.years) and len(wanted) >= _SEVERAL and len(have) > len(wanted) / 2
