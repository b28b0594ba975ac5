"""The sentence above a comparison: the verdict, a rank, a sum, or why none follows.

Figures that were asked to be computed (a difference, a sum, a mean, a multiple) show their terms, each with its citation.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from qa.answer.comparison.alike import ranked_alike
from qa.answer.comparison.bounds import bounded
from qa.answer.comparison.growth import GROWTH, growth
from qa.answer.comparison.measure import Cell, Verdict, difference, judge, kind_of, span
from qa.answer.compose import verdicts as say
from qa.answer.compose.draft import Draft
from qa.answer.compose.number import printed
from qa.ledger.stages import stage_of
from qa.message import Message, joined, listed
from qa.question.single.intent import Intent, Task
from qa.question.single.ranks import Bound
from qa.units import scale_of

_PAIR = 2
_DONE = frozenset({"办理", "审结"})
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
    kinds: Mapping[str, str] | None = None,
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
        kinds: What the figure of each name counts, where they count different things and only those of one kind may be ranked.

    Returns:
        The sentence, and the verdict that it tells.
    """
    if not cells:
        return "", Verdict((), ())
    if len(cells) == 1:
        cell = cells[0]
        told_alone = say.ONLY_ONE if silent else say.ALONE  # else nobody was asked beside it
        return told_alone(cell.name, shown(cell)), Verdict((), ())
    unlike = bool(draft.warnings)
    verdict = Verdict((), ()) if unlike else judge(cells, same_place=same_place, inner=inner)
    draft.warnings.extend(verdict.warnings)
    told: dict[str, str] = {c.name: say.NAMED(c.name, shown(c)) for c in cells}
    if intent.comparable:
        return _comparable(cells, verdict, told, draft.warnings), verdict
    if intent.combine and intent.combine != GROWTH:
        standing = wanted.standing if wanted else ""
        if intent.combine == "share" and standing and not inner:
            return _share_of_sum(cells, standing, verdict, told, draft), verdict
        ends = _ends(cells, verdict) if intent.combine == "times" and intent.extreme else cells
        return _combined(ends, intent.combine, verdict, told, draft), verdict
    wanted = wanted or Wanted()
    if wanted.bound:
        return bounded(cells, wanted.bound, told, draft), verdict
    if not verdict.order:
        alike = None
        if not (same_place or inner) and (kinds or not unlike):
            alike = ranked_alike(cells, told, intent, kinds)
        return alike or say.NO_ORDER(_terms(cells, told)), verdict
    order = verdict.order[::-1] if intent.extreme == "min" else verdict.order
    if len(order) == 1:
        return say.TIE(_terms(cells, told)), verdict
    if silent and not wanted.among and not same_place:
        low = intent.extreme == "min"
        shown_order = listed(joined((told[name] for name in group), "＝", " = ") for group in order)
        return say.BY_FIGURES(say.UPWARD if low else say.DOWNWARD, shown_order), verdict
    sentences = [_ranked(verdict.order, intent, wanted, told, draft), _ordered(order, told, intent, cells)]
    if intent.task is Task.DIFFERENCE:
        sentences.append(_gap(cells, draft))
        sentences += [growth(cells, draft)] if intent.combine == GROWTH and same_place else []
    return joined(sentence for sentence in sentences if sentence), verdict


def _ends(cells: Sequence[Cell], verdict: Verdict) -> Sequence[Cell]:
    """Keep the highest and the lowest of more than two: 最多的是最少的几倍."""
    if len(cells) <= _PAIR or len(verdict.order) < _PAIR:
        return cells
    by_name = {cell.name: cell for cell in cells}
    return [by_name[verdict.order[0][0]], by_name[verdict.order[-1][0]]]


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
    if not verdict.order:
        return joined((say.UNFIT(_terms(cells, told)), *against))
    return say.FIT(_terms(cells, told))


def _terms(cells: Sequence[Cell], told: dict[str, str]) -> Message:
    """List the figures of a comparison, each with its name."""
    return joined((told[c.name] for c in cells), "，", ", ")


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
        draft.computed.add(str(n))
        tie = say.TIED if len(beside) > 1 else ""
        return say.STANDING(wanted.standing, tie, say.ordinal(rank), say.count(n)) if rank else ""
    if not intent.ordinal:
        return ""
    rank = intent.ordinal if intent.ordinal > 0 else n + 1 + intent.ordinal
    draft.computed.update({str(rank), str(abs(intent.ordinal)), str(n)})
    asked = (say.NTH_LAST if intent.ordinal < 0 else say.NTH)(say.ordinal(abs(intent.ordinal)))
    first, held = next(((r, names) for r, names in placed if r <= rank < r + len(names)), (0, ()))
    if not held:
        return say.NO_NTH(say.count(n), asked)
    named = listed(told[name] for name in held)
    if intent.ordinal > 0 and first != rank:
        draft.computed.add(str(first))
        return say.SHARED(say.ordinal(first), named, asked)
    return (say.NTH_ARE if len(held) > 1 else say.NTH_IS)(asked, named)


def _ordered(
    order: Sequence[Sequence[str]], told: dict[str, str], intent: Intent, cells: Sequence[Cell]
) -> str:
    """Put an order into words: who is first for two, the whole order for more."""
    word = _word(intent, cells)
    first = listed(told[n] for n in order[0])
    if len(cells) == 2:
        rest = listed(told[n] for group in order[1:] for n in group)
        return say.FIRST_OF_TWO(first, say.COMPARED[word[0]], rest, say.COMPARED[word[1]])
    sign = " < " if intent.extreme == "min" else " > "
    line = joined((joined((told[n] for n in group), "＝", " = ") for group in order), sign, sign)
    tie = say.BE_TIED if len(order[0]) > 1 else say.BE
    return say.FIRST_OF_ALL(listed(order[0]), tie, say.UTMOST[word[0].lstrip("更较")], line)


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
        return say.VAGUE_GAP
    unit = high.quantity.unit
    small = gap < scale_of(unit)  # 8900次, not 0.89万次
    same = unit == low.quantity.unit and not small
    unit = "个百分点" if unit == "%" else unit if same else high.quantity.bare_unit
    if unit == "元" and gap >= scale_of("万元"):
        unit = "万元"  # 1500万元, not 15000000元
    ends = say.GAP_OF_TWO if len(cells) == 2 else say.GAP_OF_ENDS
    return say.GAP(ends, _computed(gap, unit, draft), shown(high), shown(low))


def _combined(cells: Sequence[Cell], how: str, verdict: Verdict, told: dict[str, str], draft: Draft) -> str:
    """Add, average or divide figures that may be compared, and show the terms."""
    terms = _terms(cells, told)
    quantities = [c.quantity for c in cells]
    vague = any(span(q)[0] != span(q)[1] for q in quantities)
    name = say.COMPUTED[how]
    if vague:
        return say.ROUGH(terms, name)
    if how == "share":
        return _proportion(cells, terms, draft)
    alike = len({kind_of(q) for q in quantities}) == 1
    if not alike or not (verdict.order or (how == "sum" and _all_done(cells, verdict))):
        return say.UNLIKE(terms, name)
    if quantities[0].unit_class in {"percent", "ratio"} and how != "times":
        return say.RATES(terms, name)
    unit = quantities[0].unit if len({q.unit for q in quantities}) == 1 else quantities[0].bare_unit
    total = sum((q.amount for q in quantities), Decimal(0))
    if how == "sum":
        return say.SUM(_computed(total, unit, draft), " + ".join(map(shown, cells)))
    if how == "mean":
        draft.computed.add(str(len(cells)))
        mean = total / len(cells)
        exact = mean == mean.quantize(_ROUNDED)
        amount = _computed(mean, unit, draft)
        return say.MEAN("" if exact else say.ABOUT, amount, " + ".join(map(shown, cells)), len(cells))
    if len(cells) != 2 or not quantities[1].amount:
        return say.ONLY_TWO(terms)
    ratio = quantities[0].amount / quantities[1].amount
    about = "" if ratio == ratio.quantize(_ROUNDED) else say.ABOUT
    return say.TIMES(told[cells[0].name], told[cells[1].name], about, _computed(ratio, "", draft))


def _all_done(cells: Sequence[Cell], verdict: Verdict) -> bool:
    """Tell whether all that stands against a sum is that cases are 办理 here and 审结 there, which is told below it."""
    return len(verdict.warnings) == 1 and {stage_of(cell.words) for cell in cells} == _DONE


def _share_of_sum(
    cells: Sequence[Cell], name: str, verdict: Verdict, told: dict[str, str], draft: Draft
) -> str:
    """Put the figure of one place into proportion to the sum of all that are shown."""
    terms = _terms(cells, told)
    part = next((c for c in cells if c.name == name), None)
    vague = any(span(c.quantity)[0] != span(c.quantity)[1] for c in cells)
    rate = cells[0].quantity.unit_class in {"percent", "ratio"}
    if part is None or vague or rate or not verdict.order or len({kind_of(c.quantity) for c in cells}) > 1:
        return say.NO_SHARE(terms)
    total = sum((c.quantity.amount for c in cells), Decimal(0))
    if not total:
        return say.NO_SHARE_AT_ALL(terms)
    share = part.quantity.amount / total * 100
    about = "" if share == share.quantize(_ROUNDED) else say.ABOUT
    return say.SHARE_OF_SUM(told[name], about, _computed(share, "%", draft), " + ".join(map(shown, cells)))


def _proportion(cells: Sequence[Cell], terms: str, draft: Draft) -> str:
    """Put a part into its whole, where two figures count one kind of thing."""
    if len(cells) != 2 or len({kind_of(c.quantity) for c in cells}) > 1:
        return say.NOT_ONE_KIND(terms)
    part, whole = sorted(cells, key=lambda c: c.quantity.amount)
    if not whole.quantity.amount:
        return say.NO_SHARE_AT_ALL(terms)
    share = part.quantity.amount / whole.quantity.amount * 100
    about = "" if share == share.quantize(_ROUNDED) else say.ABOUT
    return say.SHARE(shown(part), shown(whole), about, _computed(share, "%", draft))


def _computed(amount: Decimal, unit: str, draft: Draft) -> str:
    """Show a computed amount in a unit, to two places at most, and tell the gate that it was asked for."""
    scaled = amount / scale_of(unit) if unit else amount
    rounded = scaled.quantize(_ROUNDED, ROUND_HALF_UP) if scaled != scaled.to_integral_value() else scaled
    kept = scaled if int(scaled.normalize().as_tuple().exponent) >= -4 else rounded
    amount_shown = format(kept.normalize() if kept else Decimal(0), "f")
    draft.computed.add(amount_shown)
    return f"{amount_shown}{unit}"
