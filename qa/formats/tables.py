"""A table -> lines that can be read, cited and counted alone.

A row becomes one sentence: the table's name, the row's label, then each cell behind its column's header and before its
unit: ``各镇街人民调解情况:城东镇:受理案件12件;调解成功10件。`` So the words that own a figure stand where the figure
reader looks for them: its header right before it, the row's label in a clause that leads it in. A cell without a figure's
unit takes that of its header, of its row, or of the whole table. Knows nothing of files or reports.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa.formats.headers import Column, columns_of
from qa.formats.units import NAMED_UNIT, UNIT_LINE, is_blank, is_figure, split_unit, value_words
from qa.patterns import lazy_re

_CAPTION_MAX = 50
# "表1 各镇街人民调解情况统计表", "附表2:…", "行政执法数据一览表"; a numbered heading is none.
_CAPTION = lazy_re(r"^附?表\s*[\d一二三四五六七八九十]+|(?:表|统计|一览|清单)(?:[(（][^()（）]{1,20}[)）])?$")
# The number goes, a year stays: "表2 2024年各镇…", "附表 2024年各市州…", "表12024年…" where a PDF drops the space.
_A_YEAR = r"(?:19|20)\d\d\s*年"
_CAPTION_NUMBER = lazy_re(
    rf"^附?表\s*(?:(?={_A_YEAR})|(?:\d+?[.、]?(?={_A_YEAR})|[\d一二三四五六七八九十]+)(?:[-—.]\d+(?!\d{{2}}年))?\s*[:：.、]?\s*)"
)
# "附件：各街道执法情况统计表", "附件2 …": each row of it would look like a link to a file.
_ANNEX = lazy_re(r"^附件\s*[\d一二三四五六七八九十]{0,2}\s*[:：\s]\s*")
_NUMBERED = lazy_re(
    r"^(?:第?[一二三四五六七八九十]+(?:、|部分|章)|[(（][一二三四五六七八九十\d]+[)）]|\d+[.、])"
)
_PROSE_MIN = 120  # characters of a cell that is a paragraph and no entry
_LABEL_MAX = 16  # characters of the left cell of a row that names its right cell
_END = "。！？!?;；:："


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as a grid: a cell that spans several places stands in each of them.

    Attributes:
        rows: Rows of cells, all of one length.
        headers: How many rows at the top are headers, or None if the file does not tell.
        caption: Its name, or "".
        unit: The unit of all its figures, or "".
    """

    rows: tuple[tuple[str, ...], ...]
    headers: int | None = None
    caption: str = ""
    unit: str = ""


def captioned(grid: Grid, above: Sequence[str]) -> tuple[Grid, int]:
    """Take the name and the unit of a table from the lines right above it.

    Args:
        grid: A table.
        above: The lines above it, the nearest last.

    Returns:
        The table, and how many of the lines went into it.
    """
    used = 0
    unit = grid.unit
    if above and (found := UNIT_LINE.match(above[-1])):
        unit, used = found["unit"], 1
    line = above[-1 - used] if len(above) > used else ""
    if not grid.caption and not used and (named := NAMED_UNIT.match(line)) and not _NUMBERED.match(line):
        return replace(grid, caption=named["name"], unit=named["unit"]), 1
    if not grid.caption and line and is_caption(line):
        return replace(grid, caption=line, unit=unit), used + 1
    return replace(grid, unit=unit), used


def is_caption(line: str) -> bool:
    """Tell whether a line names the table below it.

    Args:
        line: A line.

    Returns:
        True for ``表1 各镇街人民调解情况`` and ``…统计表``; False for sentences and numbered headings.
    """
    return (
        len(line) <= _CAPTION_MAX
        and not any(mark in line for mark in "。；;")
        and line[-1] not in ":："
        and not _NUMBERED.match(line)
        and bool(_CAPTION.search(line))
    )


def lines_of(grid: Grid) -> list[str]:
    """Write a table as lines.

    Args:
        grid: A table whose cells are tidy and on one line each.

    Returns:
        The lines; every cell that says something is in one of them.
    """
    grid, notes = _untitled(replace(grid, rows=tuple(map(tuple, _without_empty(grid.rows)))))
    if notes:
        return [*notes, *lines_of(grid)]
    caption = _ANNEX.sub("", grid.caption) or grid.caption
    caption = _CAPTION_NUMBER.sub("", caption) or caption
    rows = [list(row) for row in grid.rows]
    if not rows:
        return [caption] if caption else []
    if len(rows[0]) == 1 or _is_layout(rows):
        return [*([caption] if caption else []), *(cell for row in rows for cell in _once(row))]
    if grid.headers in (None, 0) and _is_pairs(rows):
        return [line for row in rows for line in _pair_lines(row, caption)]
    columns, body = columns_of(rows, grid.headers, grid.unit)
    lines = [_row_line(row, columns, caption) for row in body]
    return [line for line in lines if line] or [_row_line(row, [], caption) for row in rows]


def _untitled(grid: Grid) -> tuple[Grid, list[str]]:
    """Take off the rows over the whole width at the top of a table: its name, its unit, or a note, which is given as a line."""
    notes: list[str] = []
    while len(grid.rows) > 2 and len(grid.rows[0]) > 1 and len(set(grid.rows[0])) == 1:
        words, left = grid.rows[0][0], max(0, grid.headers - 1) or None if grid.headers else grid.headers
        found = UNIT_LINE.match(words)
        named = (
            not grid.caption and len(words) <= _CAPTION_MAX and not any(mark in words for mark in "。；;:：")
        )
        if not found and not named:
            notes.append(words)
        grid = replace(
            grid,
            rows=grid.rows[1:],
            headers=left,
            caption=words if named and not found else grid.caption,
            unit=found["unit"] if found else grid.unit,
        )
    return grid, notes


def _without_empty(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """Drop rows and columns that hold nothing."""
    kept = [list(row) for row in rows if any(row)]
    filled = [i for i in range(len(kept[0]) if kept else 0) if any(row[i] for row in kept)]
    return [[row[i] for i in filled] for row in kept]


def _once(row: Sequence[str]) -> list[str]:
    """The cells of a row without empty ones and without repeats of a spanning one."""
    return [cell for i, cell in enumerate(row) if cell and (i == 0 or row[i - 1] != cell)]


def _is_layout(rows: Sequence[Sequence[str]]) -> bool:
    """Whether a table only places paragraphs on the page."""
    cells = [cell for row in rows for cell in _once(row)]
    prose = [cell for cell in cells if len(cell) >= _PROSE_MIN and "。" in cell]
    return (
        bool(prose)
        and (len(rows) <= 2 or sum(map(len, prose)) > 0.8 * sum(map(len, cells)))
        and len(rows[0]) <= 3
    )


def _is_pairs(rows: Sequence[Sequence[str]]) -> bool:
    """Whether every other cell of a table is the name of the cell behind it: 索引号 | 0029/2025 | 文号 | 3号."""
    width = len(rows[0])
    if width % 2:
        return False
    rows = [_spans_once(row) for row in rows]
    labels = [row[i] for row in rows for i in range(0, width, 2) if row[i]]
    values = [row[i] for row in rows for i in range(1, width, 2) if row[i]]
    if not labels or any(len(label) > _LABEL_MAX or is_figure(label) for label in labels):
        return False
    if any(label.endswith((":", "：")) for label in labels):
        return True
    tops = [rows[0][i] for i in range(1, width, 2)]
    below = [row[i] for row in rows[1:] for i in range(1, width, 2) if row[i]]
    if width == 2 and not any(map(is_figure, tops)) and any(map(is_figure, below)):
        return False  # "指标 | 数值" above figures is a header
    # A header row is short words over and over; the values of pairs differ in kind from their labels.
    return width == 2 or any(any(char.isdigit() for char in value) for value in [*tops, *values[:1]])


def _spans_once(row: Sequence[str]) -> list[str]:
    """A row of pairs whose last value spans further ones (名称: over three places) with that value once."""
    return [cell if i < 2 or row[i - 1] != cell else "" for i, cell in enumerate(row)]


def _pair_lines(row: Sequence[str], caption: str) -> list[str]:
    """Write each pair of a row as a line of its own; a figure's as a sentence."""
    lines = []
    cells = _once(row) if len(set(row)) == 1 else _spans_once(row)
    if len(cells) == 1:
        return cells
    for label, value in zip(cells[::2], cells[1::2], strict=True):
        label = label.rstrip(":： ")
        if is_figure(value):
            lines.append(f"{caption}:{value_words(label, value, '')}。".lstrip(":"))
        elif label and value:
            lines.append(f"{label}:{value}")
        elif label or value:
            lines.append(label or value)
    return lines


def _row_line(row: Sequence[str], columns: Sequence[Column], caption: str) -> str:
    """Write a row as one sentence, or "" if it holds nothing but its label."""
    cells = _once(row)
    if len(cells) == 1 and len(row) > 1 and (len(set(filter(None, row))) == 1) and row.count(cells[0]) > 1:
        return cells[0]  # a note or a group's name over the whole width
    if not columns:
        return ":".join(filter(None, (caption, ";".join(cells))))
    unit = next((row[i] for i, column in enumerate(columns) if column.is_unit), "")
    labels = _once([_label(row[i], column) for i, column in enumerate(columns) if column.is_label])
    if labels and not unit:
        labels[-1], unit = split_unit(labels[-1])
    entries = [
        value_words(column.header, row[i], column.unit if column.unit_is_own or not unit else unit)
        for i, column in enumerate(columns)
        if not (column.is_label or column.is_unit or column.is_serial) and not is_blank(row[i])
    ]
    parts = [caption, *(label.rstrip(":： ") for label in labels)]
    if len(entries) == 1 and is_figure(entries[0]) and labels:
        parts[-1:], entries = [], [value_words(parts[-1], entries[0], "")]
    if not entries:
        return ":".join(filter(None, parts)) if labels else ""
    sentence = ":".join([*filter(None, parts), ";".join(entries)])
    return sentence if sentence[-1] in _END else f"{sentence}。"


def _label(cell: str, column: Column) -> str:
    """A row's label; a bare year in a column of years gets its 年."""
    return f"{cell}年" if column.is_year and cell.isdigit() else cell
