"""What a printed figure may stand for."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.audit.interval import Interval, interval_of, last_digit, total
from qa.quantity import find_quantities


def bounds(printed: str) -> tuple[str, str]:
    [quantity] = find_quantities(printed)
    interval = interval_of(quantity, printed[quantity.end :])
    return str(interval.low.normalize()), str(interval.high.normalize())


@pytest.mark.parametrize(
    ("printed", "low", "high"),
    [
        ("5.54%", "5.535", "5.545"),
        ("11%", "10.5", "11.5"),
        ("145件", "145", "145"),
        ("1200件", "1.2E+3", "1.2E+3"),
        ("45000户", "4.45E+4", "4.55E+4"),
        ("13.9万件", "1.385E+5", "1.395E+5"),
        ("12万件", "1.15E+5", "1.25E+5"),
        ("1300余件", "1.3E+3", "1.4E+3"),
        ("40余次", "4E+1", "5E+1"),
        ("近7000场", "6E+3", "7E+3"),
        ("近七成", "6E+1", "7E+1"),
        ("七成", "65", "75"),
        ("九成八", "97.5", "98.5"),
        ("约400条", "3E+2", "5E+2"),
        ("95%以上", "95", "Infinity"),
        ("10%以下", "-Infinity", "1E+1"),
        ("超过993场", "993", "Infinity"),
        ("3.97:1", "3.965", "3.975"),
        ("百分之九十五点四", "95.35", "95.45"),
    ],
)
def test_bounds(printed: str, low: str, high: str):
    assert bounds(printed) == (low, high)


@pytest.mark.parametrize(
    ("printed", "step"), [("5.54%", "0.01"), ("13.9万件", "1000"), ("11%", "1"), ("七成", "10")]
)
def test_the_last_digit(printed: str, step: str):
    assert last_digit(find_quantities(printed)[0]) == Decimal(step)


def test_a_share_of_unbounded_figures():
    some, more = Interval(Decimal(5), Decimal(5)), Interval(Decimal(10), Decimal("Infinity"))
    assert some.over(more, 100) == Interval(Decimal(0), Decimal(50))
    assert some.over(Interval(Decimal(0), Decimal(2))) is None
    assert total([some, some]) == Interval(Decimal(10), Decimal(10))
    assert some.gap(more) == 5
    assert not some.meets(more)


@given(st.integers(1, 5000), st.integers(1, 5000), st.integers(0, 2))
def test_a_share_that_is_printed_rightly_is_never_a_gap(part: int, whole: int, decimals: int):
    """Whatever counts a rate is made of, its rounded print meets them."""
    part, whole = sorted((part, whole))
    share = (Decimal(part) * 100 / whole).quantize(Decimal(1).scaleb(-decimals))
    [printed] = find_quantities(f"{share}%")
    counted = interval_of(find_quantities(f"{part}件")[0]).over(
        interval_of(find_quantities(f"{whole}件")[0]), 100
    )
    assert counted is not None
    assert counted.meets(interval_of(printed))
