"""Several indicators of the same reports as one table: a row a report, a column an indicator, a verdict for each column."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qa.answer.comparison.compare import cell_of, names_of, picture_of
from qa.answer.comparison.headline import headline, shown
from qa.answer.comparison.jointly import Side
from qa.answer.comparison.measure import Cell
from qa.answer.compose import verdicts as say
from qa.answer.compose.draft import Draft, plain
from qa.answer.compose.messages import NOTE
from qa.message import joined
from qa.question.single.intent import Intent
from qa.ranking import ScoredMention
from qa.types import AnswerKind


@dataclass(frozen=True, slots=True)
class Column:
    """One indicator of several reports.

    Attributes:
        topic: What is asked for, in the question's words.
        sides: The reports with their candidates.
        picks: The figure of each report, None where it discloses none.
    """

    topic: str
    sides: Sequence[Side]
    picks: Sequence[ScoredMention | None]


def answer_table(columns: Sequence[Column], intent: Intent) -> Draft | None:
    """Compose the table.

    Args:
        columns: The indicators, each over the same reports in the same order.
        intent: What is wanted of them.

    Returns:
        The draft, or None where no report discloses any of them.
    """
    if not any(pick for column in columns for pick in column.picks):
        return None
    draft = Draft(AnswerKind.COMPARISON)
    metas = [side.meta for side in columns[0].sides]
    names = names_of(metas)
    grid: list[list[str]] = [[] for _ in metas]
    heads: list[str] = []
    warnings: list[str] = []
    for column in columns:
        cells: list[Cell] = []
        for row, name, side, pick in zip(grid, names, column.sides, column.picks, strict=True):
            if pick is None:
                row.append(say.UNDISCLOSED)
                continue
            cell, value = cell_of(draft, side, pick, name, column.topic)
            cells.append(cell)
            row.append(shown(cell))
            if len(metas) == 1:
                heads.append(say.TOPIC_FIGURE(plain(column.topic), plain(value.indicator), shown(cell)))
        if len(metas) == 1:
            if not cells:
                heads.append(say.TOPIC_SILENT(plain(column.topic)))
            continue
        draft.warnings = []
        same_place = len({m.place for m in metas}) == 1
        silent = len(metas) - len(cells)
        told, verdict = headline(cells, intent, draft, same_place=same_place, silent=silent)
        draft.series += picture_of(column.topic, metas, names, cells, verdict)
        heads.append(say.TOPIC_LINE(plain(column.topic), told or say.NONE_DISCLOSES))
        warnings += [say.OF_TOPIC(column.topic, warning) for warning in draft.warnings]
    draft.warnings = warnings
    if len(metas) == 1:
        draft.kind = AnswerKind.NUMBER
        draft.lines = [say.OF_PLACE_YEAR(metas[0].place, metas[0].year), *heads]
        return draft
    topics = " | ".join(plain(column.topic) for column in columns)
    draft.lines = [*heads, "", say.TOPICS_HEAD(topics), "|---|---|" + "---|" * len(columns)]
    draft.lines += [
        say.TOPICS_ROW(plain(meta.place), meta.year, joined(row, " | ", " | "))
        for meta, row in zip(metas, grid, strict=True)
    ]
    draft.lines += ["", *map(NOTE, warnings)] if warnings else []
    return draft
