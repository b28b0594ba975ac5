"""Compares figures of two or more places, or years of one place: a table, and a verdict where one follows.

The places are read together, so that they give the same thing: each place offers its best figures, and the set whose
words and units agree best is taken (docs/design/006-ranking.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from qa.answer.draft import Draft, plain
from qa.answer.headline import Wanted, bare_unit, headline, shown
from qa.answer.measure import Cell, Verdict, judge
from qa.answer.number import label_of, printed, value_of
from qa.ledger.stages import stage_of
from qa.question.intent import Intent, Task
from qa.ranking import ScoredMention
from qa.types import AnswerKind, Point, ReportMeta, Series, Value

# Agreement of a candidate with the reference: measured on dev comparisons (docs/design/006-ranking.md).
UNIT_AGREES, UNIT_DIFFERS, WORDS_AGREE, STAGE_AGREES = 0.10, -0.25, 0.35, 0.10
TOP = 6
# Of many places only the best figures are tried as what all must agree with; 50 places take 60 ms so, and 0.9 s with all.
_FEW, _MOST_REFERENCES = 5, 30
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
        (
            "件 起 宗 例 桩 件次",
            "篇 部 册 本",
            "场 次 期 批 回 轮",
            "家 户 所 处 间 站",
            "人 名 位",
            "人次 人次数",
        ),
    )
)
_OPEN = "，不能断定全部地区的先后"
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
    sure = [side for side in sides if side.sure]
    deep = TOP if len(sure) <= _FEW else 1
    references = sorted((c for side in sure for c in side.candidates[:deep]), key=lambda c: -c.score)[
        :_MOST_REFERENCES
    ]
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
    wanted: Wanted | None = None,
) -> Draft:
    """Compose the table of a comparison with its verdict.

    Args:
        sides: The sides, in the order of the question.
        picks: The figure of each side, None where it discloses none.
        intent: What is wanted.
        topic: What is compared, in the question's words.
        inner: Whether two things of one report are compared, which are then named by their words.
        topics: What each side asks for, where the sides ask for different things; no verdict follows then.
        wanted: What the conversation wants of the order, such as its first two places only.

    Returns:
        The draft; its values hold one figure for each side that discloses one.
    """
    wanted = wanted or Wanted()
    if wanted.top and not topics:
        sides, picks = _leading(sides, picks, wanted.top)
    draft = Draft(AnswerKind.COMPARISON)
    names = names_of([side.meta for side in sides])
    cells: list[Cell] = []
    rows: dict[str, str] = {}
    silent: list[str] = []
    for name, side, pick in zip(names, sides, picks, strict=True):
        if pick is None:
            silent.append(name)
            rows[name] = f"| {plain(side.meta.place)} | {side.meta.year} | — | 未披露 |"
            continue
        if inner:
            name = label_of(pick.report.report, pick.mention) or name
        cell, value = cell_of(draft, side, pick, name, topic)
        cells.append(cell)
        rows[name + " " * inner * len(rows)] = (
            f"| {plain(side.meta.place)} | {side.meta.year} | {plain(value.indicator)} | {shown(cell)} |"
        )
    if topics:
        draft.warnings.append(
            f"所问的不是同一项指标（{'、'.join(dict.fromkeys(topics))}），统计口径不同，不宜直接比较高低。"
        )
    same_place = len({s.meta.place for s in sides}) == 1
    head, verdict = headline(
        cells, intent, draft, same_place=same_place, inner=inner, wanted=wanted, silent=len(silent)
    )
    draft.series += picture_of(topic, [s.meta for s in sides], names, cells, verdict, inner=inner)
    if silent:
        open_ = _OPEN if len(cells) > 1 and intent.extreme and not wanted.among else ""
        head += f"{'、'.join(silent)}的报告未披露，不等于零{open_}。"
    if verdict.order and not inner and intent.task is Task.RANK:
        order = [name for group in verdict.order for name in group]
        order = order[::-1] if intent.extreme == "min" else order
        rows = {name: rows[name] for name in (*order, *silent)}
    draft.lines = [head, "", "| 地区 | 年度 | 指标（报告原词） | 数值 |", "|---|---|---|---|", *rows.values()]
    draft.lines += ["", *(f"注意：{w}" for w in draft.warnings)] if draft.warnings else []
    return draft


def picture_of(
    topic: str,
    metas: Sequence[ReportMeta],
    names: Sequence[str],
    cells: Sequence[Cell],
    verdict: Verdict,
    *,
    inner: bool = False,
) -> list[Series]:
    """Make what a picture may show of a comparison: nothing where the figures may not be compared.

    Args:
        topic: What is compared, in the question's words.
        metas: The report of each side.
        names: The name of each side.
        cells: The figures that are disclosed.
        verdict: What follows from them.
        inner: Whether two things of one report are compared.

    Returns:
        One series, or none.
    """
    if not verdict.order or len(cells) < 2:
        return []
    by_name = {cell.name: cell for cell in cells}
    points = [
        Point(
            name,
            cell.year if cell else year,
            float(cell.quantity.amount) if cell else None,
            printed(cell.quantity) if cell else "",
            cell.marker if cell else 0,
        )
        for name, year, cell in (
            [(c.name, c.year, c) for c in cells]
            if inner
            else [(n, m.year, by_name.get(n)) for n, m in zip(names, metas, strict=True)]
        )
    ]
    over_years = not inner and len({m.place for m in metas}) == 1
    if over_years:
        points.sort(key=lambda point: point.year)
    return [Series(topic, tuple(points), over_years)]


def names_of(metas: Sequence[ReportMeta]) -> list[str]:
    """Name the sides of a comparison: by their places, with the year where a place stands there twice.

    Args:
        metas: The report of each side.

    Returns:
        A name for each.
    """
    places = [meta.place for meta in metas]
    return [f"{m.place}{m.year}年" if places.count(m.place) > 1 else m.place for m in metas]


def cell_of(draft: Draft, side: Side, pick: ScoredMention, name: str, topic: str) -> tuple[Cell, Value]:
    """Cite the figure of a side and make a cell of it.

    Args:
        draft: Takes the citation and the value.
        side: The side.
        pick: Its figure.
        name: Name shown for it.
        topic: What is compared, in the question's words.

    Returns:
        The cell, and the value that the draft took.
    """
    report, mention = pick.report.report, pick.mention
    marker = draft.cite_mention(report, mention)
    value = replace(value_of(report, mention, topic, marker), place=side.meta.place)
    draft.values.append(value)
    words = label_of(report, mention) + mention.noun
    return Cell(name, mention.quantity, words, side.meta.year, marker), value


def _leading(
    sides: Sequence[Side], picks: Sequence[ScoredMention | None], top: int
) -> tuple[list[Side], list[ScoredMention | None]]:
    """Keep the sides of the leading ranks, or of the last where negative, ties included; all where no order follows."""
    names = names_of([side.meta for side in sides])
    cells = [
        Cell(name, pick.mention.quantity, label_of(pick.report.report, pick.mention), side.meta.year, 0)
        for name, side, pick in zip(names, sides, picks, strict=True)
        if pick is not None
    ]
    order = judge(cells, same_place=len({s.meta.place for s in sides}) == 1).order if len(cells) > 1 else ()
    kept: list[str] = []
    for group in order if top > 0 else order[::-1]:
        if len(kept) < abs(top):
            kept.extend(group)
    chosen = [i for i, name in enumerate(names) if name in kept or not order]
    return [sides[i] for i in chosen], [picks[i] for i in chosen]


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
    families = [family_of(bare_unit(c.mention.quantity)) for c in (reference, candidate)]
    unlike = all(families) and families[0] != families[1]
    return unlike and _alike(_words(reference), _words(candidate)) < SAME_THING


def family_of(unit: str) -> str:
    """Name the kind of thing that a measure word counts.

    Args:
        unit: A measure word without 万 or 亿.

    Returns:
        件 for 起 and 宗, 人 for 名; "" where it counts anything.
    """
    return next((family[0] for family in _FAMILIES if unit in family), "")


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


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    """List the pairs of characters of a text."""
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))


def _alike(a: str, b: str) -> float:
    """Dice coefficient (Dice 1945) of the pairs of characters of two texts."""
    first, second = _pairs(a), _pairs(b)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0
