"""The bounds that a run must keep, read from ``thresholds.toml``.

A bound on a measure that does not exist is an error, so that a typo cannot pass as a gate.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from eval.metrics import NAMES, Metric
from qa.errors import BadSetting

SIDES = ("at_least", "at_most")


@dataclass(frozen=True, slots=True)
class Bound:
    """One bound of one measure.

    Attributes:
        name: The measure.
        value: Share (0..1), milliseconds, or a count.
        at_least: Whether the measure must be at least that; else at most.
    """

    name: str
    value: float
    at_least: bool

    def kept_by(self, metric: Metric | None) -> bool:
        """Whether a measure keeps the bound.

        Args:
            metric: The measure, or None where the run has none of that name.

        Returns:
            False also where nothing was scored: what is not measured is not shown.
        """
        if metric is None or metric.value is None:
            return False
        return metric.value >= self.value if self.at_least else metric.value <= self.value


def load_bounds(path: Path) -> dict[str, tuple[Bound, ...]]:
    """Read the bounds of every split.

    Args:
        path: A TOML file with tables ``[split.at_least]`` and ``[split.at_most]``.

    Returns:
        The bounds by split.

    Raises:
        BadSetting: The file cannot be read, or a table or value in it has a wrong form.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as exc:
        raise BadSetting(f"{path}:无法读取({exc.strerror});请检查 --thresholds 的路径") from exc
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise BadSetting(f"{path}:不是合法的 TOML({exc});请改正") from exc
    return {split: _bounds(f"{path} [{split}]", sides) for split, sides in tables.items()}


def _bounds(where: str, sides: object) -> tuple[Bound, ...]:
    """Read the bounds of one split."""
    if not isinstance(sides, Mapping) or not set(sides) <= set(SIDES):
        raise BadSetting(f"{where}:只能有 {'、'.join(SIDES)} 两个子表;请改正")
    found = []
    for side, bounds in sides.items():
        if not isinstance(bounds, Mapping):
            raise BadSetting(f"{where}:{side} = {bounds!r} 应是一个表;请改正")
        for name, value in bounds.items():
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise BadSetting(f"{where}:{name} = {value!r} 应是数字;请改正")
            if name not in NAMES:
                raise BadSetting(f"{where}:“{name}”不是指标;可用:{'、'.join(NAMES)};请改正名称")
            found.append(Bound(name, float(value), side == "at_least"))
    return tuple(found)


def broken(bounds: Iterable[Bound], metrics: Iterable[Metric]) -> tuple[Bound, ...]:
    """Find the bounds that a run does not keep.

    Args:
        bounds: The bounds of its split.
        metrics: Its measures.

    Returns:
        The broken ones, in order.
    """
    by_name = {m.name: m for m in metrics}
    return tuple(b for b in bounds if not b.kept_by(by_name.get(b.name)))
