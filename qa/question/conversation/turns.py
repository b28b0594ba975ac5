"""Earlier turns as they were read, and what they came to: data that reading and answering a conversation hand to each other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol

from qa.question.single.reading import Reading


class Asked(NamedTuple):
    """One of several things that a turn asks: its words, and the readings to try in turn.

    The flags are as in ``qa.question.parts.part_readings.Part``.
    """

    words: str
    readings: tuple[Reading, ...]
    beside: bool = False
    behind: bool = False
    within: bool = False
    summed: bool = False
    of: int = -1


class Told(Protocol):
    """What the turns before came to when they were answered."""

    def __hash__(self) -> int:
        """Stand for one library and one set of filters, so that what was read with it may be kept."""
        ...

    def last_part(self, parts: Sequence[Asked]) -> Reading:
        """Give the reading of an earlier turn of several parts that the conversation goes on from."""
        ...

    def refused(self, turns: Sequence[str], today: date) -> bool:
        """Tell whether the last of some turns was not answered."""
        ...

    def settled(self, reading: Reading) -> Reading:
        """Give what answered an earlier turn: its reading, or the one to fall back on."""
        ...

    def is_refused(self, reading: Reading) -> bool:
        """Tell whether an earlier turn was refused for its year or its place."""
        ...

    def lacks_year(self, reading: Reading) -> bool:
        """Tell whether the library lacks a place of an earlier turn, or a report of one of its years."""
        ...

    def leader(self, reading: Reading) -> str:
        """Name the place that an earlier turn found first, or ""."""
        ...


class Turn(NamedTuple):
    """An earlier turn, with its parts where it asked several things."""

    reading: Reading
    parts: tuple[Asked, ...] = ()
