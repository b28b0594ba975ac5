"""The sentence above a comparison: the verdict, a rank, a sum, or why none follows.

Figures that were asked to be computed (a difference, a sum, a mean, a multiple) show their terms, each with its citation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from qa.answer.draft import Draft
from qa.answer.measure import Cell, Verdict, difference, judge, kind_of, span
from qa.answer.number import printed
from qa.quantity import Quantity, scale_of
from qa.question.intent import Intent, Task
from qa.question.ranks import Bound

_ORDINALS = "零一二三四五六七八九十"
_ROUNDED = Decimal("0.01")  # means and multiples are shown to two places


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a conversation wants of an order beside the question's own words.

    Attributes:
        standing: Place whose rank is asked for, or "".
        top: Only so many leading places are shown, the lowest where negative, or 0 for all.
        bound: The bound that the figures are held against (超过500件的有哪些), or None.
        among: Whether a winner is asked for among those that give a figure.
    """

    standing: str = ""
    top: int = 0
    bound: Bound | None = None
    among: bool = False


def headline(
    cells: Sequence[Cell],
    intent: Intent,
    draft: Draft,
    *,
    same_place: bool = False,
    inner: bool = False,
    wanted: Wanted | None = None,
    silent: int = 0,
) -> tuple[str, Verdict]:
    """Say what follows from the cells of a comparison.

    Args:
        cells: Its figures, in the order of the question.
        intent: What is wanted of them.
        draft: The draft, which takes the warnings and the computed figures; its warnings so far forbid a verdict.
        same_place: Whether they are years of one place.
        inner: Whether they are things of one report.
        wanted: What the conversation wants of the order.
        silent: Number of sides that disclose nothing; beside them no one is called the first.

    Returns:
        The sentence, and the verdict that it tells.
    """
    if not cells:
        return "", Verdict((), ())
    if len(cells) == 1:
        cell = cells[0]
        alone = "" if silent else f"{cell.name}：{shown(cell)}。"  # nobody else was asked
        return alone or f"只有{cell.name}公布了这项数字：{shown(cell)}，无从比较。", Verdict((), ())
    verdict = Verdict((), ()) if draft.warnings else judge(cells, same_place=same_place, inner=inner)
    draft.warnings.extend(verdict.warnings)
    told = {c.name: f"{c.name}{shown(c)}" for c in cells}
    if intent.comparable:
        return _comparable(cells, verdict, told, draft.warnings), verdict
    if intent.combine:
        standing = wanted.standing if wanted else ""
        if intent.combine == "share" and standing and not inner:
            return _share_of_sum(cells, standing, verdict, told, draft), verdict
        return _combined(cells, intent.combine, verdict, told, draft), verdict
    wanted = wanted or Wanted()
    if wanted.bound:
        return _bounded(cells, wanted.bound, told, draft), verdict
    if not verdict.order:
        return "，".join(told[c.name] for c in cells) + "；不能据此判定高低。", verdict
    order = verdict.order[::-1] if intent.extreme == "min" else verdict.order
    if len(order) == 1:
        return "持平：" + "，".join(told[c.name] for c in cells) + "。", verdict
    if silent and not wanted.among and not same_place:
        low = intent.extreme == "min"
        shown_order = "、".join("＝".join(told[name] for name in group) for group in order)
        return f"按公布的数字由{'低到高' if low else '高到低'}：{shown_order}。", verdict
    text = _ranked(verdict.order, intent, wanted, told, draft)
    text += _ordered(order, told, intent, cells)
    if intent.task is Task.DIFFERENCE:
        text += _gap(cells, draft)
    return text, verdict


def shown(cell: Cell) -> str:
    """Show a figure with its marker.

    Args:
        cell: A figure of a comparison.

    Returns:
        Such as 587件[2].
    """
    return f"{printed(cell.quantity)}[{cell.marker}]"


def _comparable(cells: Sequence[Cell], verdict: Verdict, told: dict[str, str], against: Sequence[str]) -> str:
    """Answer whether figures may be compared at all; the draft's warnings are the reasons against it."""
    listed = "，".join(told[c.name] for c in cells)
    if not verdict.order:
        return f"不宜直接比较：{listed}。" + "".join(against)
    return f"可以比较，年度、单位和统计口径没有看出不同：{listed}。"


def _bounded(cells: Sequence[Cell], bound: Bound, told: dict[str, str], draft: Draft) -> str:
    """List the cells that pass a bound; a vague figure passes only if all that it may stand for does."""
    limit = bound.quantity
    draft.computed.add(limit.value)
    passing, open_ = [], []
    for cell in cells:
        if kind_of(cell.quantity) != kind_of(limit) and limit.unit:
            continue
        low, high = span(cell.quantity)
        holds = [v > limit.amount or (bound.inclusive and v == limit.amount) for v in (low, high)]
        fails = [v < limit.amount or (bound.inclusive and v == limit.amount) for v in (low, high)]
        if all(holds if bound.over else fails):
            passing.append(told[cell.name])
        elif any(holds if bound.over else fails):
            open_.append(told[cell.name])
    words = f"{'高于' if bound.over else '低于'}{'或等于' if bound.inclusive else ''}{printed(limit)}"
    text = f"{words}的有：{'、'.join(passing)}。" if passing else f"没有{words}的。"
    return text + (f"{'、'.join(open_)}只公布概数，不能断定。" if open_ else "")


def _ranked(
    order: Sequence[Sequence[str]], intent: Intent, wanted: Wanted, told: dict[str, str], draft: Draft
) -> str:
    """Name who holds the rank asked for, or the rank of the place asked for; the first is the highest, or the lowest if asked."""
    from_low = intent.extreme == "min" and not wanted.standing and intent.ordinal > 0  # 倒数 counts by itself
    groups = order[::-1] if from_low else order
    placed: list[tuple[int, Sequence[str]]] = []
    for group in groups:
        placed.append((1 + sum(len(names) for _, names in placed), group))
    n = sum(map(len, groups))
    if wanted.standing:
        rank, beside = next(((r, names) for r, names in placed if wanted.standing in names), (0, ()))
        draft.computed.add(str(rank))
        tie = "并列" if len(beside) > 1 else ""
        return f"{wanted.standing}{tie}排第{_ordinal(rank)}（共{_count(n)}个有数字的地区）。" if rank else ""
    if not intent.ordinal:
        return ""
    rank = intent.ordinal if intent.ordinal > 0 else n + 1 + intent.ordinal
    draft.computed.update({str(rank), str(abs(intent.ordinal)), str(n)})
    asked = f"{'倒数' if intent.ordinal < 0 else ''}第{_ordinal(abs(intent.ordinal))}名"
    first, held = next(((r, names) for r, names in placed if r <= rank < r + len(names)), (0, ()))
    if not held:
        return f"公布了这项数字的只有{_count(n)}个，没有{asked}。"
    named = "、".join(told[name] for name in held)
    if intent.ordinal > 0 and first != rank:
        return f"第{_ordinal(first)}名并列是{named}，没有单独的{asked}。"
    return f"{asked}{'并列' if len(held) > 1 else ''}是{named}。"


def _ordinal(n: int) -> str:
    """Write a small number in Chinese numerals."""
    if n <= 10:
        return _ORDINALS[n]
    tens, ones = divmod(n, 10)
    return f"{_ORDINALS[tens] if tens > 1 else ''}十{_ORDINALS[ones] if ones else ''}" if n < 100 else str(n)


def _count(n: int) -> str:
    """Write a number before a measure word."""
    return "两" if n == 2 else _ordinal(n)


def _ordered(
    order: Sequence[Sequence[str]], told: dict[str, str], intent: Intent, cells: Sequence[Cell]
) -> str:
    """Put an order into words: who is first for two, the whole order for more."""
    word = _word(intent, cells)
    first = "、".join(told[n] for n in order[0])
    if len(cells) == 2:
        rest = "、".join(told[n] for group in order[1:] for n in group)
        return f"{first}{word[0]}，{rest}{word[1]}。"
    sign = " < " if intent.extreme == "min" else " > "
    line = sign.join("＝".join(told[n] for n in group) for group in order)
    tie = "并列" if len(order[0]) > 1 else ""
    return f"{'、'.join(order[0])}{tie}最{word[0].lstrip('更较')}：{line}。"


def _word(intent: Intent, cells: Sequence[Cell]) -> tuple[str, str]:
    """Choose 较高/较低 for rates and 较多/较少 for counts; the first fits the head of the order."""
    rate = cells[0].quantity.unit_class in {"percent", "ratio"} or not cells[0].quantity.unit
    words = ("较高", "较低") if rate else ("较多", "较少")
    return words[::-1] if intent.extreme == "min" else words


def _gap(cells: Sequence[Cell], draft: Draft) -> str:
    """State the difference of two cells with its terms."""
    ranked = sorted(cells, key=lambda c: -c.quantity.amount)
    high, low = ranked[0], ranked[-1]
    gap = difference(high.quantity, low.quantity)
    if gap is None:
        return "两个数字有概数，差额算不准。"
    unit = high.quantity.unit
    small = gap < scale_of(unit)  # 8900次, not 0.89万次
    same = unit == low.quantity.unit and not small
    unit = "个百分点" if unit == "%" else unit if same else bare_unit(high.quantity)
    ends = "" if len(cells) == 2 else "最高与最低"
    return f"{ends}相差{_computed(gap, unit, draft)}（{shown(high)} − {shown(low)}）。"


def _combined(cells: Sequence[Cell], how: str, verdict: Verdict, told: dict[str, str], draft: Draft) -> str:
    """Add, average or divide figures that may be compared, and show the terms."""
    terms = "，".join(told[c.name] for c in cells)
    quantities = [c.quantity for c in cells]
    vague = any(span(q)[0] != span(q)[1] for q in quantities)
    name = {"sum": "合计", "mean": "平均数", "times": "倍数", "share": "占比"}[how]
    if vague:
        return f"{terms}；有概数，{name}算不准。"
    if how == "share":
        return _proportion(cells, terms, draft)
    if not verdict.order or len({kind_of(q) for q in quantities}) > 1:
        return f"{terms}；口径或年度不同，不能算{name}。"
    if quantities[0].unit_class in {"percent", "ratio"} and how != "times":
        return f"{terms}；比率不能直接相加或平均，算不出{name}。"
    unit = quantities[0].unit if len({q.unit for q in quantities}) == 1 else bare_unit(quantities[0])
    total = sum((q.amount for q in quantities), Decimal(0))
    if how == "sum":
        return f"合计{_computed(total, unit, draft)}（{' + '.join(map(shown, cells))}）。"
    if how == "mean":
        draft.computed.add(str(len(cells)))
        mean = total / len(cells)
        exact = mean == mean.quantize(_ROUNDED)
        amount = _computed(mean, unit, draft)
        return f"平均{'' if exact else '约'}{amount}（{' + '.join(map(shown, cells))}，除以{len(cells)}）。"
    if len(cells) != 2 or not quantities[1].amount:
        return f"{terms}；倍数只在两个数字之间算。"
    ratio = quantities[0].amount / quantities[1].amount
    about = "" if ratio == ratio.quantize(_ROUNDED) else "约"
    return f"{told[cells[0].name]}是{told[cells[1].name]}的{about}{_computed(ratio, '', draft)}倍。"


def _share_of_sum(
    cells: Sequence[Cell], name: str, verdict: Verdict, told: dict[str, str], draft: Draft
) -> str:
    """Put the figure of one place into proportion to the sum of all that are shown."""
    terms = "，".join(told[c.name] for c in cells)
    part = next((c for c in cells if c.name == name), None)
    vague = any(span(c.quantity)[0] != span(c.quantity)[1] for c in cells)
    rate = cells[0].quantity.unit_class in {"percent", "ratio"}
    if part is None or vague or rate or not verdict.order or len({kind_of(c.quantity) for c in cells}) > 1:
        return f"{terms}；口径、年度或单位不同，或有未披露、有概数，算不出占比。"
    total = sum((c.quantity.amount for c in cells), Decimal(0))
    if not total:
        return f"{terms}；算不出占比。"
    share = part.quantity.amount / total * 100
    about = "" if share == share.quantize(_ROUNDED) else "约"
    return f"{told[name]}，{about}占合计的{_computed(share, '%', draft)}（{' + '.join(map(shown, cells))}）。"


def _proportion(cells: Sequence[Cell], terms: str, draft: Draft) -> str:
    """Put a part into its whole, where two figures count one kind of thing."""
    if len(cells) != 2 or len({kind_of(c.quantity) for c in cells}) > 1:
        return f"{terms}；不是同一种数，算不出占比。"
    part, whole = sorted(cells, key=lambda c: c.quantity.amount)
    if not whole.quantity.amount:
        return f"{terms}；算不出占比。"
    share = part.quantity.amount / whole.quantity.amount * 100
    about = "" if share == share.quantize(_ROUNDED) else "约"
    return f"报告没有直接给出占比；按{shown(part)}和{shown(whole)}计算，{about}占{_computed(share, '%', draft)}。"


def bare_unit(quantity: Quantity) -> str:
    """Give a unit without its 万 or 亿.

    Args:
        quantity: A figure.

    Returns:
        元 for 万元.
    """
    return quantity.unit.lstrip("百千万亿")


def _computed(amount: Decimal, unit: str, draft: Draft) -> str:
    """Show a computed amount in a unit, to two places at most, and tell the gate that it was asked for."""
    scaled = amount / scale_of(unit) if unit else amount
    rounded = scaled.quantize(_ROUNDED, ROUND_HALF_UP) if scaled != scaled.to_integral_value() else scaled
    kept = scaled if int(scaled.normalize().as_tuple().exponent) >= -4 else rounded
    amount_shown = format(kept.normalize() if kept else Decimal(0), "f")
    draft.computed.add(amount_shown)
    return f"{amount_shown}{unit}"
