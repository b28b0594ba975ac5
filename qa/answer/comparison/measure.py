"""What may be compared with what: the range that a figure covers, its stage, and the verdict that follows.

``10%以下`` against ``5.54%`` gives no winner, 收到 against 审结 counts different things, and a tie is a tie.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from qa.answer.compose import verdicts as say
from qa.ledger.stages import stage_of
from qa.message import Message, listed
from qa.patterns import lazy_re
from qa.quantity import Quantity
from qa.question.single.ranks import Bound

_INFINITE = Decimal("Infinity")
_FEW = 3  # figures of one year that are named one by one where years differ

# Names of one family that differ in what they count: "直接纠错率12.4%" against "综合纠错率17.7%".
_VARIANTS = (("直接", "综合"), ("一审", "二审"), ("出庭率", "应诉率"), ("在册", "累计接收"), ("现场", "书面"))
# "成立以来调解相关案件149件": since the start, not of the year.
_CUMULATIVE = lazy_re(r"以来|历年|累计在|截至目前累计|累计(?:接收|解除)")


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure in a comparison.

    Attributes:
        name: Name shown for it: the place, or place and year.
        quantity: The figure.
        words: The words that own it.
        year: Year it holds for.
        marker: Its citation.
    """

    name: str
    quantity: Quantity
    words: str
    year: int
    marker: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What follows from some cells.

    Attributes:
        order: Names from the highest to the lowest; ties stand together; empty if none follows.
        warnings: Why not, or what to mind.
    """

    order: tuple[tuple[str, ...], ...]
    warnings: tuple[str, ...]


def span(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """Give the range that a figure may stand for, with 万 and 亿 multiplied in.

    Args:
        quantity: A figure, such as 30余次 or 10%以下.

    Returns:
        Lowest and highest amount: 30余 is 30 to 40, 近七成 is 65 to 70 %, 10%以下 is 0 to 10 %.
    """
    amount = quantity.amount
    step = Decimal(10) ** (amount.adjusted() if amount else 0)
    if quantity.qualifier == "余":
        return amount, amount + step
    if quantity.qualifier == "近":
        return amount - step / 2, amount
    if quantity.qualifier == "约":
        return amount * Decimal("0.95"), amount * Decimal("1.05")
    if quantity.qualifier == "以下":
        return Decimal(0), amount
    if quantity.qualifier in {"以上", "超"}:
        return amount, Decimal(100) if quantity.unit_class == "percent" and amount <= 100 else _INFINITE
    return amount, amount


def passes(quantity: Quantity, bound: Bound) -> bool | None:
    """Hold a figure against a bound.

    Args:
        quantity: The figure.
        bound: The bound.

    Returns:
        Whether it passes, or None where a vague figure may or may not.
    """
    limit = bound.quantity.amount
    ends = span(quantity)
    if bound.over:
        held = [end > limit or (bound.inclusive and end == limit) for end in ends]
    else:
        held = [end < limit or (bound.inclusive and end == limit) for end in ends]
    return all(held) if all(held) or not any(held) else None


def _by_year(cells: Sequence[Cell]) -> Message:
    """Name the year of each figure; of many, those of other years than the most."""
    names: dict[int, list[str]] = {}
    for cell in cells:
        names.setdefault(cell.year, []).append(cell.name)
    most = max(names, key=lambda year: len(names[year]))
    if len(names[most]) <= _FEW or any(str(c.year) in c.name for c in cells):
        return listed(c.name if str(c.year) in c.name else say.OF_YEAR(c.name, c.year) for c in cells)
    others = [say.OF_YEAR(listed(of), year) for year, of in sorted(names.items()) if year != most]
    return say.REST_OF_YEAR(listed(others), most)


def judge(cells: Sequence[Cell], *, same_place: bool = False, inner: bool = False) -> Verdict:
    """Order cells where an order follows, and say what forbids one.

    Args:
        cells: At least two figures.
        same_place: Whether they are of one place in several years, which may then be compared.
        inner: Whether they are two figures of one report that were both asked for: only their units must agree.

    Returns:
        The verdict.
    """
    warnings: list[Message] = []
    blocked = False
    years = sorted({c.year for c in cells})
    if len(years) > 1 and not same_place:
        warnings.append(say.YEARS_DIFFER(_by_year(cells)))
        blocked = True
    kinds = {kind_of(c.quantity) for c in cells}
    if len(kinds) > 1:
        warnings.append(say.UNITS_DIFFER(listed(sorted({c.quantity.unit or say.NO_UNIT for c in cells}))))
        blocked = True
    stages = {c.name: stage_of(c.words) for c in cells}
    named = {s for s in stages.values() if s}
    if (
        not inner and len(named) > 1 and kinds != {"percent"}
    ):  # a rate names its own parts: "结案的占36.4%" is a rate of 调解
        shown = listed(say.OF_KIND(name, stage) for name, stage in stages.items() if stage)
        warnings.append(say.STAGES_DIFFER(shown))
        blocked = True
    bare = {c.name: c.words.replace("出庭应诉率", "") for c in cells}  # it is both 出庭率 and 应诉率
    for pair in _VARIANTS:
        kinds_named = {name: next((v for v in pair if v in words), "") for name, words in bare.items()}
        if not inner and len(set(kinds_named.values())) > 1 and all(kinds_named.values()):
            shown = listed(say.OF_KIND(name, kind) for name, kind in kinds_named.items())
            warnings.append(say.NAMES_DIFFER(shown))
            blocked = True
    since = [c.name for c in cells if _CUMULATIVE.search(c.words)]
    if not inner and since and len(since) < len(cells):
        warnings.append(say.CUMULATIVE(listed(since)))
        blocked = True
    if blocked:
        return Verdict((), tuple(warnings))
    ranked = sorted(cells, key=lambda c: (-c.quantity.amount, c.name))
    order: list[list[Cell]] = []
    for cell in ranked:
        if order and _overlap(order[-1][-1].quantity, cell.quantity):
            if (
                span(order[-1][-1].quantity) != span(cell.quantity)
                or span(cell.quantity)[0] != span(cell.quantity)[1]
            ):
                vague = next(c for c in (cell, order[-1][-1]) if span(c.quantity)[0] != span(c.quantity)[1])
                warnings.append(say.ROUGH_FIGURE(vague.name, vague.quantity.printed.strip(), vague.marker))
                return Verdict((), tuple(warnings))
            order[-1].append(cell)
        else:
            order.append([cell])
    return Verdict(tuple(tuple(c.name for c in group) for group in order), tuple(warnings))


def difference(a: Quantity, b: Quantity) -> Decimal | None:
    """Subtract two exact figures of one kind.

    Args:
        a: A figure.
        b: Another.

    Returns:
        The absolute difference, or None where a figure is vague or the kinds differ.
    """
    if kind_of(a) != kind_of(b) or any(span(q)[0] != span(q)[1] for q in (a, b)):
        return None
    return abs(a.amount - b.amount)


def kind_of(quantity: Quantity) -> str:
    """Group units that may be compared: 人次 and 人 may not, 件 and 起 may.

    Args:
        quantity: A figure.

    Returns:
        The name of its group.
    """
    have = quantity.unit_class
    if have in {"percent", "money", "people", "person_times", "ratio", "time", "measure"}:
        return "ratio" if have == "ratio" else have
    bare = quantity.bare_unit
    if len(bare) > 1 and bare.endswith("次") and bare != "场次":
        return bare  # 户次, 家次 and 件次 count visits, not households or cases
    if bare in {"次", "场", "场次", "期", "批"}:
        return "times"
    return "count" if bare else "ratio"


def _overlap(a: Quantity, b: Quantity) -> bool:
    """Tell whether the ranges of two figures leave their order open (or equal)."""
    low, high = span(a)
    other_low, other_high = span(b)
    if low == high and other_low == other_high:
        return low == other_low
    # The end of a vague range is open: 30余 is less than 40.
    return (
        max(low, other_low) < min(high, other_high)
        or (low == high and other_low <= low < other_high)
        or (other_low == other_high and low <= other_low < high)
    )
