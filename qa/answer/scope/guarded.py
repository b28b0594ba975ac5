"""What the scope guard decides: the reports that may answer, with what is to be said of the choice, or a refusal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from qa.answer.compose.draft import Draft
from qa.question.single.reading import Reading
from qa.types import Reason, ReportMeta


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
