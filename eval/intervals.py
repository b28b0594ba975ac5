"""Intervals and percentiles: what a figure measured on a few hundred questions may be worth.

Knows nothing of questions.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

import numpy as np

Item = TypeVar("Item")

_Z = 1.959964  # two-sided 95 %
_RESAMPLES = 1000
_SEED = 20240501


class Interval(NamedTuple):
    """Bounds of a figure, at 95 %."""

    low: float
    high: float


def wilson(right: int, n: int) -> Interval:
    """Score interval of a share: Wilson (1927), Journal of the American Statistical Association 22, 209-212.

    Args:
        right: Successes, 0..n.
        n: Independent trials, at least 1.

    Returns:
        Bounds within 0..1; for n = 0 nothing is known and they are 0 and 1.
    """
    if n == 0:
        return Interval(0.0, 1.0)
    share, z2 = right / n, _Z * _Z
    centre = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = _Z / (1 + z2 / n) * math.sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    return Interval(max(0.0, centre - half), min(1.0, centre + half))


def bootstrap(items: Sequence[Item], statistic: Callable[[Sequence[Item]], float | None]) -> Interval | None:
    """Percentile interval by resampling: Efron (1979), Annals of Statistics 7, 1-26.

    Args:
        items: What is drawn with replacement: one a question, so that citations of one answer stay together.
        statistic: The figure of a sample; None where the sample has none.

    Returns:
        The 2.5th and 97.5th percentile over 1000 samples of a fixed seed, or None where none has a figure.
    """
    if not items:
        return None
    generator = np.random.default_rng(_SEED)
    draws = generator.integers(0, len(items), size=(_RESAMPLES, len(items)))
    values = [statistic([items[i] for i in row]) for row in draws.tolist()]
    known = sorted(v for v in values if v is not None)
    return Interval(percentile(known, 2.5), percentile(known, 97.5)) if known else None


def percentile(values: Sequence[float], percent: float) -> float:
    """Nearest-rank percentile: the smallest value that at least ``percent`` of all do not exceed.

    Args:
        values: At least one number, in any order.
        percent: Above 0, at most 100.

    Returns:
        One of the values.
    """
    ranked = sorted(values)
    return ranked[max(0, math.ceil(percent / 100 * len(ranked)) - 1)]
