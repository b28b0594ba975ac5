"""By how many percent a figure of one place moved from one year to another, where a question asks that: computed, terms shown."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from qa.answer.comparison.measure import Cell, kind_of, span
from qa.answer.compose import verdicts as say
from qa.answer.compose.draft import Draft
from qa.answer.compose.number import printed

GROWTH = "growth"
"""What ``Intent.combine`` holds where a rate of change is asked of two counts."""
_PLACES = Decimal("0.01")
_PAIR = 2


def growth(cells: Sequence[Cell], draft: Draft) -> str:
    """Compute the rate of change between the figures of two years.

    Args:
        cells: The figures of two years of one place, in any order.
        draft: Takes the computed figure.

    Returns:
        The sentence with both terms; "" where they are rates, rough, of unlike kinds, or the earlier one is 0.
    """
    if len(cells) != _PAIR or len({c.year for c in cells}) != _PAIR:
        return ""
    before, after = sorted(cells, key=lambda c: c.year)
    quantities = (before.quantity, after.quantity)
    rates = any(q.unit_class in {"percent", "ratio"} or not q.unit for q in quantities)
    rough = any(span(q)[0] != span(q)[1] for q in quantities)
    if rates or rough or kind_of(before.quantity) != kind_of(after.quantity) or not before.quantity.amount:
        return ""
    moved = (after.quantity.amount - before.quantity.amount) / before.quantity.amount * 100
    shown = abs(moved).quantize(_PLACES, ROUND_HALF_UP).normalize()
    figure = format(shown, "f")
    draft.computed.add(figure)
    about = "" if shown == abs(moved) else say.ABOUT
    told = say.GREW if moved > 0 else say.SHRANK
    terms = [f"{printed(c.quantity)}[{c.marker}]" for c in (before, after)]
    return told(*terms, about, figure) if moved else ""
