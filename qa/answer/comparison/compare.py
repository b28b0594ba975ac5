"""Compares figures of two or more places, or years of one place: a table, and a verdict where one follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.answer.comparison.headline import Wanted, headline, shown
from qa.answer.comparison.jointly import Side
from qa.answer.comparison.measure import Cell, Verdict, judge
from qa.answer.comparison.stated import stated_change
from qa.answer.compose import verdicts as say
from qa.answer.compose.draft import Draft, plain
from qa.answer.compose.messages import NOTE
from qa.answer.compose.number import label_of, printed, value_of
from qa.answer.guards.cautions import level_of
from qa.ledger.holders import holder_at
from qa.message import Message, joined, listed
from qa.patterns import lazy_re
from qa.question.single.intent import Intent, Task
from qa.ranking import ScoredMention
from qa.types import AnswerKind, Point, ReportMeta, Series, Value

_PAIR = 2
_FOR = lazy_re(r"[,，、]?(?:为|给|向|对|替|帮|帮助|全[市区县省州旗])")


def answer_comparison(
    sides: Sequence[Side],
    picks: Sequence[ScoredMention | None],
    intent: Intent,
    topic: str,
    *,
    inner: bool = False,
    topics: Sequence[str] = (),
    wanted: Wanted | None = None,
    apart: Sequence[ScoredMention | None] = (),
    named: Sequence[str] = (),
    unlike: bool = False,
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
        apart: The figure of another thing for each side that gives only such a one; told below the table, with its words.
        named: The ledger's name of each side's figure, "" for none, where these differ: two are not compared then.
        unlike: Whether two of these names may not be compared, so that only figures of one name are ranked among themselves.

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
            rows[name] = say.SILENT_ROW(plain(side.meta.place), side.meta.year, say.UNDISCLOSED)
            continue
        if inner:
            name = label_of(pick.report.report, pick.mention) or name
        cell, value = cell_of(draft, side, pick, name, topic)
        cells.append(cell)
        rows[name + " " * inner * len(rows)] = (
            f"| {plain(side.meta.place)} | {side.meta.year} | {plain(value.indicator)} | {shown(cell)} |"
        )
    if topics:
        draft.warnings.append(say.TOPICS_DIFFER(listed(dict.fromkeys(topics))))
    same_place = len({s.meta.place for s in sides}) == 1
    differing = [say.OF_KIND(name, kind) for name, kind in zip(names, named, strict=False) if kind]
    if differing and (unlike or len(cells) == _PAIR):
        draft.warnings.append(say.NAMES_DIFFER(listed(differing)))
    kinds = dict(zip(names, named, strict=False)) if unlike and len(cells) > _PAIR else None
    head, verdict = headline(
        cells,
        intent,
        draft,
        same_place=same_place,
        inner=inner,
        wanted=wanted,
        silent=len(silent),
        kinds=kinds,
    )
    if same_place and not inner and intent.task is Task.DIFFERENCE:
        told = stated_change(picks, draft)
        head = joined((head, told) if verdict.order else (told, head))
    draft.series += picture_of(topic, [s.meta for s in sides], names, cells, verdict, inner=inner)
    if silent:
        open_ = say.NO_FULL_ORDER if len(cells) > 1 and intent.extreme and not wanted.among else ""
        head = joined((head, say.NOT_DISCLOSED(listed(silent), open_)))
    if verdict.order and not inner and intent.task is Task.RANK:
        order = [name for group in verdict.order for name in group]
        order = order[::-1] if intent.extreme == "min" else order
        rows = {name: rows[name] for name in (*order, *silent)}
        draft.series = [_sorted(series, (*order, *silent)) for series in draft.series]
    draft.lines = [head, "", say.TABLE_HEAD, "|---|---|---|---|", *rows.values()]
    if differing and len(cells) > _PAIR and not unlike:
        draft.warnings.append(say.MIND_NAMES(listed(differing)))
    for name, pick in zip(names, apart, strict=False):
        if pick is not None:
            draft.warnings.append(_another(draft, name, pick))
    draft.lines += ["", *map(NOTE, draft.warnings)] if draft.warnings else []
    return draft


def _another(draft: Draft, name: str, pick: ScoredMention) -> Message:
    """Tell the nearest figure of a side that counts another thing, with its own words."""
    report, mention = pick.report.report, pick.mention
    marker = draft.cite_mention(report, mention)
    words = label_of(report, mention) or mention.noun or mention.row
    holder = holder_at(pick.report.folded[mention.sentence], mention.quantity.start, report.meta.place)
    if holder.name and not holder.whole:
        figure = printed(mention.quantity)
        return say.OF_OFFICE(
            name, plain(holder.name), plain(words), figure, marker, level_of(report.meta.place)
        )
    return say.ANOTHER_THING(name, plain(words), printed(mention.quantity), marker)


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


def _sorted(series: Series, names: Sequence[str]) -> Series:
    """Put the points of a picture in the order of the table."""
    place = {name: at for at, name in enumerate(names)}
    return replace(series, points=tuple(sorted(series.points, key=lambda p: place.get(p.name, len(place)))))


def names_of(metas: Sequence[ReportMeta]) -> list[str]:
    """Name the sides of a comparison: by their places, with the year where a place stands there twice.

    Args:
        metas: The report of each side.

    Returns:
        A name for each.
    """
    places = [meta.place for meta in metas]
    return [say.OF_PLACE_AND_YEAR(m.place, m.year) if places.count(m.place) > 1 else m.place for m in metas]


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
    value = replace(value_of(report, mention, topic, marker), place=side.meta.place, year=side.meta.year)
    if _FOR.fullmatch(mention.label.strip()) and len(mention.noun) > _PAIR:
        value = replace(value, indicator=mention.noun)  # 立案查处67件,为958名农民工追回工资: not 立案查处
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
