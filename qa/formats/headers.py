"""Which rows of a table are its header, and what each column is: a label, a serial number, a unit, or values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from qa.formats.units import column_unit, is_blank, is_figure, is_unit, is_year, split_unit
from qa.patterns import lazy_re

_SERIAL = lazy_re(r"^(?:序号?|编号|项次|No\.?)$", re.IGNORECASE)
_UNIT_COLUMN = lazy_re(r"^(?:计量|数量)?单\s*位$")
_YEAR_COLUMN = lazy_re(r"^年[份度]?$")
_MOST = 0.5


@dataclass(frozen=True, slots=True)
class Column:
    """What a column of a table holds.

    Attributes:
        header: Words of its header cells from the top down, without their unit.
        unit: Unit of its figures from its own header or else from the table, or "".
        unit_is_own: Whether the unit stands in its own header.
        is_label: Whether its cells name their rows.
        is_serial: Whether its cells only number the rows.
        is_unit: Whether its cells are the units of their rows.
        is_year: Whether its cells are years.
    """

    header: str
    unit: str = ""
    unit_is_own: bool = False
    is_label: bool = False
    is_serial: bool = False
    is_unit: bool = False
    is_year: bool = False


def columns_of(
    rows: Sequence[Sequence[str]], headers: int | None, unit: str
) -> tuple[list[Column], list[Sequence[str]]]:
    """Tell header rows from the others, and what each column holds.

    Args:
        rows: Rows of one length, none empty.
        headers: How many rows at the top are headers, or None if nobody says.
        unit: Unit of the whole table, or "".

    Returns:
        The columns, and the rows under the header; a header row that is repeated among them is left out.
    """
    count = _header_rows(rows) if headers is None else min(headers, len(rows) - 1)
    tops = [list(row) for row in rows[:count]]
    body = [row for row in rows[count:] if list(row) not in tops]
    width = len(rows[0])
    columns = [_column(i, tops, body, unit) for i in range(width)]
    first_value = next((i for i in range(width) if _holds_values(columns[i], body, i)), None)
    labels = _labels(columns, first_value, width)
    return [replace(column, is_label=i in labels) for i, column in enumerate(columns)], body


def _labels(columns: Sequence[Column], first_value: int | None, width: int) -> set[int]:
    """Positions of the columns that name the rows: those before the first of values, or the first of words."""
    words = [i for i in range(width) if not columns[i].is_serial and not columns[i].is_unit]
    if first_value is None:
        return set(words[:1])
    before = [i for i in words if i < first_value]
    if before:
        return set(before)
    # "受理 | 审结 | 地区": the label may stand behind, or there is none.
    return set()


def _holds_values(column: Column, body: Sequence[Sequence[str]], i: int) -> bool:
    """Whether a column holds figures that are no serial numbers and no years."""
    if column.is_serial or column.is_unit or _YEAR_COLUMN.match(column.header):
        return False
    cells = [row[i] for row in body if not is_blank(row[i])]
    if cells and all(map(is_year, cells)):
        return False
    return sum(map(is_figure, cells)) > _MOST * len(cells)


def _column(i: int, tops: Sequence[Sequence[str]], body: Sequence[Sequence[str]], unit: str) -> Column:
    """Describe one column."""
    words: list[str] = []
    own = ""
    for row in tops:
        if row[i] and row[i] not in words:
            words.append(row[i])
    parts = []
    for word in words:
        bare, found = split_unit(word)
        own = found or own
        parts.append(re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", "", bare))
    header = "".join(parts)
    cells = [row[i] for row in body if not is_blank(row[i])]
    serial = bool(_SERIAL.match(header)) or (not header and _counts_up(cells))
    return Column(
        header,
        own or column_unit(header, unit),
        bool(own),
        is_serial=serial,
        is_unit=bool(_UNIT_COLUMN.match(header)) and sum(map(is_unit, cells)) > _MOST * len(cells),
        is_year=bool(_YEAR_COLUMN.match(header)),
    )


def _counts_up(cells: Sequence[str]) -> bool:
    """Whether cells count up from 1."""
    return len(cells) > 1 and cells == [str(n) for n in range(1, len(cells) + 1)]


def _header_rows(rows: Sequence[Sequence[str]]) -> int:
    """Count the header rows at the top of a table that does not mark them."""
    if len(rows) < 2 or _figures(rows[0]):
        return 0
    count = 1
    # A header of several rows has spanning cells in its upper ones: 行政复议 | 行政复议 above 受理 | 审结.
    while (
        count < min(4, len(rows) - 1) and _spans(rows[count - 1], rows[count]) and not _figures(rows[count])
    ):
        count += 1
    return count


def _figures(row: Sequence[str]) -> int:
    """How many cells of a row are figures and no years."""
    return sum(is_figure(cell) and not is_year(cell) for cell in row)


def _spans(upper: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether a cell of a row spans columns, or goes on in the row below."""
    wide = any(a and a == b for a, b in pairwise(upper))
    return wide or any(a and a == b for a, b in zip(upper, lower, strict=True))
