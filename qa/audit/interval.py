"""What a printed figure may stand for: bounds from its digits, its scale and its qualifier.

5.54% is anything that rounds to it; 13.9万件 is 138,500 to 139,500; 1300余件 is 1,300 to 1,400; 近七成 is under 70 %. Two figures
contradict each other only where their bounds have nothing in common.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from qa.quantity import Quantity
from qa.units import scale_of

_INFINITE = Decimal("Infinity")
_ROUND_ZEROS = 3  # 45,000户 without a qualifier may be a rounded count; 1,200件 is taken at its word


@dataclass(frozen=True, slots=True)
class Interval:
    """Bounds, both included.

    Attributes:
        low: Smallest number that the figure may stand for.
        high: Largest one.
    """

    low: Decimal
    high: Decimal

    def meets(self, other: Interval) -> bool:
        """Tell whether two figures may stand for the same number."""
        return self.low <= other.high and other.low <= self.high

    def gap(self, other: Interval) -> Decimal:
        """Measure how far apart two figures are at least; 0 where they meet."""
        return max(Decimal(0), self.low - other.high, other.low - self.high)

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def over(self, other: Interval, factor: int = 1) -> Interval | None:
        """Divide, times a factor; None where the divisor may be 0 or below."""
        if other.low <= 0:
            return None
        low = Decimal(0) if other.high == _INFINITE else self.low / other.high
        return Interval(low * factor, self.high / other.low * factor)


def total(intervals: Iterable[Interval]) -> Interval:
    """Add figures up.

    Args:
        intervals: Their bounds.

    Returns:
        Bounds of the sum.
    """
    result = Interval(Decimal(0), Decimal(0))
    for interval in intervals:
        result = result + interval
    return result


def last_digit(quantity: Quantity) -> Decimal:
    """Tell what one step of the last printed digit is worth: 0.01 for 5.54%, 1,000 for 13.9万.

    Args:
        quantity: A figure.

    Returns:
        The step, scale of the unit included.
    """
    if "成" in quantity.printed and quantity.unit == "%":
        return Decimal(10 if quantity.amount % 10 == 0 else 1)  # 七成, and 九成八
    _, _, decimals = quantity.value.partition(".")
    return Decimal(1).scaleb(-len(decimals)) * scale_of(quantity.unit)


def interval_of(quantity: Quantity, following: str = "") -> Interval:
    """Bound a printed figure.

    Args:
        quantity: The figure.
        following: The text right behind it, such as 多 of 七成多.

    Returns:
        What it may stand for.
    """
    amount, step = quantity.amount, last_digit(quantity)
    coarse = max(step, _last_nonzero(amount))
    match quantity.qualifier:
        case "余":
            return Interval(amount, amount + coarse)
        case "近":
            return Interval(amount - coarse, amount)
        case "约":
            return Interval(amount - coarse, amount + coarse)
        case "超" | "以上":
            return Interval(amount, _INFINITE)
        case "以下":
            return Interval(-_INFINITE, amount)
        case _:
            pass
    if "成" in quantity.printed and quantity.unit == "%":
        return (
            Interval(amount, amount + step)
            if following[:1] in tuple("一二三四五六七八九多余半")
            else Interval(amount - step / 2, amount + step / 2)
        )
    exact = quantity.unit_class not in ("percent", "ratio", "measure") and step == 1
    if exact and amount % 10**_ROUND_ZEROS:
        return Interval(amount, amount)
    half = (coarse if exact else step) / 2
    return Interval(amount - half, amount + half)


def _last_nonzero(amount: Decimal) -> Decimal:
    """Tell what the last digit that is not 0 is worth: 100 for 1,300."""
    if not amount:
        return Decimal(1)
    exponent = amount.normalize().as_tuple().exponent
    return Decimal(1).scaleb(exponent) if isinstance(exponent, int) else Decimal(1)
