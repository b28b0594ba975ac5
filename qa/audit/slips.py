"""Two digits that changed places: 其中甲1024件、乙763件 of 1,967 would add up with 1,204.

Knows nothing of what makes a list.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.audit.figures import Figure

_CHANCE = 100  # numbers up to the total for each that a swap of digits makes


def slipped(whole: Figure, parts: Sequence[Figure], earlier: Sequence[Figure]) -> bool:
    """Tell whether a swap of two digits explains why an open list falls short.

    It falls short by any number; that it is one of the few that a swap makes is told only where chance makes it in one of a
    hundred lists.

    Args:
        whole: A total.
        parts: The parts listed behind it.
        earlier: The figures of the sentence before the total, of which the list may be.

    Returns:
        Whether it does.
    """
    figures = [whole, *parts]
    if whole.joined or any(f.bounds.low != f.bounds.high for f in figures):
        return False
    short = int(whole.bounds.low - sum(p.bounds.low for p in parts))
    if not short or any(f.counts and f.bounds.low == sum(p.bounds.low for p in parts) for f in earlier):
        return False
    slips = [delta if f is not whole else -delta for f in figures for delta in swaps(int(f.bounds.low))]
    return short in slips and len(set(slips)) * _CHANCE <= whole.bounds.low


def swaps(number: int) -> list[int]:
    """List by how much a number changes when two neighbouring digits change places.

    Args:
        number: A count.

    Returns:
        The differences, none 0.
    """
    digits = str(number)
    swapped = (digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :] for i in range(len(digits) - 1))
    return [int(other) - number for other in swapped if other[0] != "0" and int(other) != number]
