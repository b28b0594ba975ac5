"""Which places and years a question asks about: the guard before anything is searched.

Does not know what is asked, and never guesses: a place that the library lacks is reported as missing, with
what the library has near it; a name of several places is reported as ambiguous. The rules and their reasons
are in ``docs/design/003-scope.md``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scope:
    """The places and years that a question names.

    Attributes:
        places: Library places named, in order of mention, by ``LibraryPlace.key``.
        missing: Places named that the library lacks, by their full names.
        missing_as: The same places in the words of the question (屏边县 for 屏边苗族自治县).
        years: Years named, in order of mention.
        all_places: Whether every place of the library is asked about.
        under: The city or province whose library places are asked about as a whole (in ``places``), or None.
        excluded: Library places that are not wanted.
        inner: Townships named, which lie inside a place.
        ambiguous: For each name that fits several library places, their keys.
        offer: Library places near what is missing: under the same city, or of the same sound.
        corrections: Pairs of what was typed and the place that was meant.
        spans: Half-open spans of the question that say all this, in order; the rest is what is asked.
        each: Places with the years named right behind them, where all are named so (甲2023年、甲2024年、乙2024年).
        at: Where each place of ``places`` stands, as (start, end, key), half-open, in order of mention.
    """

    places: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    all_places: bool = False
    under: str | None = None
    excluded: tuple[str, ...] = ()
    inner: tuple[str, ...] = ()
    ambiguous: tuple[tuple[str, ...], ...] = ()
    offer: tuple[str, ...] = ()
    corrections: tuple[tuple[str, str], ...] = ()
    spans: tuple[tuple[int, int], ...] = ()
    at: tuple[tuple[int, int, str], ...] = ()
    missing_as: tuple[str, ...] = ()
    each: tuple[tuple[str, tuple[int, ...]], ...] = ()
