"""Compares figures of two or more places, or years of one place: a table, and a verdict where one follows.

The places are read together, so that they give the same thing: each place offers its best figures, and the set whose
words and units agree best is taken (docs/design/006-ranking.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from qa.answer.draft import Draft, plain
from qa.answer.measure import Cell, Verdict, difference, judge
from qa.answer.number import label_of, printed, value_of
from qa.ledger.stages import stage_of
from qa.quantity import Quantity, scale_of
from qa.question.intent import Intent, Task
from qa.ranking import ScoredMention
from qa.types import AnswerKind, ReportMeta

# Agreement of a candidate with the reference: measured on dev comparisons (docs/design/006-ranking.md).
UNIT_AGREES, UNIT_DIFFERS, WORDS_AGREE, STAGE_AGREES = 0.10, -0.25, 0.35, 0.10
TOP = 6
BOUND = 0.15
RESEMBLES = (
    0.15  # parts two figures that hold the words alike: 各执法单位办理行政处罚案件 and that of one centre
)
# Share of the terms that a carried figure must own, and likeness to the one that carries it.
CARRIED, ALIKE = 0.6, 0.1
# Units that count one kind of thing; 个 and 项 count anything.
_FAMILIES = tuple(
    map(
        str.split,
        ("件 起 宗 例 桩 件次", "篇 部 册 本", "场 次 期 批 回 轮", "家 户 所 处 间 站", "人 名 位"),
    )
)
SAME_THING = 0.3  # likeness from which two figures in unlike units still say the same
# Units of these classes never stand for others.
_OWN_KIND = frozenset({"percent", "money", "ratio", "people", "person_times", "time"})


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison.

    Attributes:
        meta: Its report.
        candidates: Its figures, best first; empty where it discloses nothing.
        sure: Whether the best one answers by itself; if not, one must agree with a sure side's.
    """

    meta: ReportMeta
    candidates: tuple[ScoredMention, ...]
    sure: bool = True


def choose_jointly(sides: Sequence[Side]) -> list[ScoredMention | None]:
    """Choose one figure for each side so that all speak of the same thing.

    Args:
        sides: The sides with their candidates.

    Returns:
        One figure a side, None where it has no candidate.
    """
    references = [c for side in sides if side.sure for c in side.candidates[:TOP]]
    best: tuple[float, list[ScoredMention | None]] = (float("-inf"), [None] * len(sides))
    for reference in references:
        picks: list[ScoredMention | None] = []
        total = 0.0
        for side in sides:
            scored = [(_worth(c) + _agreement(reference, c), c) for c in side.candidates[:TOP]]
            if not scored:
                picks.append(None)
                continue
            score, pick = max(scored, key=lambda item: item[0])
            if (not side.sure and not _carried(reference, pick)) or _clash(reference, pick):
                picks.append(None)
                continue
            picks.append(pick)
            total += score
        if total > best[0]:
            best = (total, picks)
    return best[1]


def _worth(candidate: ScoredMention) -> float:
    """Weigh a figure by itself: its score, its likeness to the question, and that a bound (控制在9.5%以下) is no figure."""
    bound = candidate.mention.quantity.qualifier in {"以下", "以上", "超"}
    return candidate.score + RESEMBLES * candidate.dense - BOUND * bound


def answer_comparison(
    sides: Sequence[Side],
    picks: Sequence[ScoredMention | None],
    intent: Intent,
    topic: str,
    *,
    inner: bool = False,
    topics: Sequence[str] = (),
) -> Draft:
    """Compose the table of a comparison with its verdict.

    Args:
        sides: The sides, in the order of the question.
        picks: The figure of each side, None where it discloses none.
        intent: What is wanted.
        topic: What is compared, in the question's words.
        inner: Whether two things of one report are compared, which are then named by their words.
        topics: What each side asks for, where the sides ask for different things; no verdict follows then.

    Returns:
        The draft; its values hold one figure for each side that discloses one.
    """
    draft = Draft(AnswerKind.COMPARISON)
    same_place = len({s.meta.place for s in sides}) == 1
    cells: list[Cell] = []
    rows: list[str] = []
    silent: list[str] = []
    for side, pick in zip(sides, picks, strict=True):
        name = f"{side.meta.place}{side.meta.year}年" if same_place else side.meta.place
        if inner and pick is not None:
            name = label_of(pick.report.report, pick.mention) or name
        if pick is None:
            silent.append(name)
            rows.append(f"| {plain(side.meta.place)} | {side.meta.year} | — | 未披露 |")
            continue
        report, mention = pick.report.report, pick.mention
        marker = draft.cite_mention(report, mention)
        value = replace(value_of(report, mention, topic, marker), place=side.meta.place)
        draft.values.append(value)
        cells.append(
            Cell(name, mention.quantity, label_of(report, mention) + mention.noun, side.meta.year, marker)
        )
        rows.append(
            f"| {plain(side.meta.place)} | {side.meta.year} | {plain(value.indicator)} | {printed(mention.quantity)}[{marker}] |"
        )
    if topics:
        draft.warnings.append(
            f"所问的不是同一项指标（{'、'.join(dict.fromkeys(topics))}），统计口径不同，不宜直接比较高低。"
        )
    head = _headline(cells, intent, draft, same_place=same_place, inner=inner)
    if silent:
        head += f"{'、'.join(silent)}的报告未披露，不等于零。"
    draft.lines = [head, "", "| 地区 | 年度 | 指标（报告原词） | 数值 |", "|---|---|---|---|", *rows]
    draft.lines += ["", *(f"注意：{w}" for w in draft.warnings)] if draft.warnings else []
    return draft


def _headline(cells: Sequence[Cell], intent: Intent, draft: Draft, *, same_place: bool, inner: bool) -> str:
    """Say the verdict, or what stands beside what where none follows (as a warning of the draft says)."""
    if not cells:
        return ""
    if len(cells) == 1:
        cell = cells[0]
        return f"只有{cell.name}公布了这项数字：{printed(cell.quantity)}[{cell.marker}]，无从比较。"
    verdict = Verdict((), ()) if draft.warnings else judge(cells, same_place=same_place, inner=inner)
    draft.warnings.extend(verdict.warnings)
    shown = {c.name: f"{c.name}{printed(c.quantity)}[{c.marker}]" for c in cells}
    if not verdict.order:
        return "，".join(shown[c.name] for c in cells) + "；不能据此判定高低。"
    order = verdict.order[::-1] if intent.extreme == "min" else verdict.order
    if len(order) == 1:
        return "持平：" + "，".join(shown[c.name] for c in cells) + "。"
    text = _ordered(order, shown, intent, cells)
    if intent.task is Task.DIFFERENCE or len(cells) == 2:
        text += _gap(cells, draft, intent)
    return text


def _ordered(
    order: Sequence[Sequence[str]], shown: dict[str, str], intent: Intent, cells: Sequence[Cell]
) -> str:
    """Put an order into words: who is first for two, the whole order for more."""
    word = _word(intent, cells)
    first = "、".join(shown[n] for n in order[0])
    if len(cells) == 2:
        rest = "、".join(shown[n] for group in order[1:] for n in group)
        return f"{first}{word[0]}，{rest}{word[1]}。"
    line = " > ".join("＝".join(shown[n] for n in group) for group in order)
    if intent.extreme == "min":
        line = " < ".join("＝".join(shown[n] for n in group) for group in order)
    tie = "并列" if len(order[0]) > 1 else ""
    return f"{'、'.join(order[0])}{tie}最{word[0].lstrip('更较')}：{line}。"


def _word(intent: Intent, cells: Sequence[Cell]) -> tuple[str, str]:
    """Choose 较高/较低 for rates and 较多/较少 for counts; the first fits the head of the order."""
    rate = cells[0].quantity.unit_class in {"percent", "ratio"} or not cells[0].quantity.unit
    words = ("较高", "较低") if rate else ("较多", "较少")
    return words[::-1] if intent.extreme == "min" else words


def _gap(cells: Sequence[Cell], draft: Draft, intent: Intent) -> str:
    """State the difference of two cells with its terms, where it was asked for."""
    if intent.task is not Task.DIFFERENCE or len(cells) != 2:
        return ""
    high, low = sorted(cells, key=lambda c: -c.quantity.amount)
    gap = difference(high.quantity, low.quantity)
    if gap is None:
        return "两个数字有概数，差额算不准。"
    unit = high.quantity.unit
    unit = "个百分点" if unit == "%" else unit if unit == low.quantity.unit else _bare(high.quantity)
    scaled = gap / scale_of(unit)
    shown = format(scaled.normalize() if scaled else Decimal(0), "f")
    draft.computed.add(shown)
    return f"相差{shown}{unit}（{printed(high.quantity)}[{high.marker}] − {printed(low.quantity)}[{low.marker}]）。"


def _bare(quantity: Quantity) -> str:
    """Give a unit without its 万 or 亿."""
    return quantity.unit.lstrip("百千万亿")


def _agreement(reference: ScoredMention, candidate: ScoredMention) -> float:
    """Reward equal units and alike words, as two reports name one indicator much alike."""
    if reference is candidate:
        return UNIT_AGREES + WORDS_AGREE
    a, b = reference.mention.quantity, candidate.mention.quantity
    if a.unit == b.unit:
        unit = UNIT_AGREES
    else:
        kinds = {a.unit_class, b.unit_class}
        unit = UNIT_DIFFERS if kinds & _OWN_KIND and len(kinds) > 1 else 0.0
    stages = [stage_of(words) for words in (_words(reference), _words(candidate))]
    stage = 0.0 if "" in stages else STAGE_AGREES if stages[0] == stages[1] else -STAGE_AGREES
    return unit + stage + WORDS_AGREE * _alike(_words(reference), _words(candidate))


def _clash(reference: ScoredMention, candidate: ScoredMention) -> bool:
    """Tell whether two figures count things so unlike (986件, 1篇) that they cannot answer one question, but for their words."""
    families = [
        next((f[0] for f in _FAMILIES if _bare(c.mention.quantity) in f), "") for c in (reference, candidate)
    ]
    unlike = all(families) and families[0] != families[1]
    return unlike and _alike(_words(reference), _words(candidate)) < SAME_THING


def _carried(reference: ScoredMention, candidate: ScoredMention) -> bool:
    """Tell whether a figure that is not sure by itself is carried by a sure one that says the same in like words."""
    a, b = reference.mention.quantity, candidate.mention.quantity
    lacks = any(t.known and not t.everyday for t in candidate.uncovered)
    same = a.unit == b.unit or (a.unit_class == b.unit_class and a.unit_class not in _OWN_KIND)
    return (
        same
        and not lacks
        and candidate.own >= CARRIED
        and _alike(_words(reference), _words(candidate)) >= ALIKE
    )


def _words(scored: ScoredMention) -> str:
    """Join the clause words of a figure."""
    return "|".join(words for weight, words in scored.mention.zones if weight >= 0.85)


def _alike(a: str, b: str) -> float:
    """Dice coefficient (Dice 1945) of the pairs of characters of two texts."""
    first, second = ({t[i : i + 2] for i in range(len(t) - 1)} for t in (a, b))
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0
