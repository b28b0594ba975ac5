"""Tables of a Word file as grids: merged cells stand in every place that they cover."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qa.formats.tables import Grid

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COLUMNS_MOST, _CELLS_MOST = 64, 50_000
_PROSE_CELL = 300


def grid_of(table: Any, words_of: Callable[[Any], str]) -> Grid | None:
    """Read a table as a grid.

    Args:
        table: A ``w:tbl`` element.
        words_of: Gives the words of a cell.

    Returns:
        The grid, or None if the table only frames paragraphs: one column, tables in its cells, or long prose.
    """
    if next(table.iter(f"{_W}txbxContent"), None) is not None or any(
        other is not table for other in table.iter(f"{_W}tbl")
    ):
        return None
    rows: list[list[str]] = []
    headers = 0
    for row in table.iter(f"{_W}tr"):
        if row.find(f"{_W}trPr/{_W}del") is not None:
            continue  # a row that was deleted, with the change still tracked
        cells = _cells(row, rows[-1] if rows else [], words_of)
        if len(cells) > _COLUMNS_MOST or (len(rows) + 1) * max(len(cells), 1) > _CELLS_MOST:
            return None
        if headers == len(rows) and row.find(f"{_W}trPr/{_W}tblHeader") is not None:
            headers += 1
        rows.append(cells)
    width = max(map(len, rows), default=0)
    if width < 2:
        return None
    prose = any(len(cell) > _PROSE_CELL and cell.count("。") > 1 for row in rows for cell in row)
    if prose and width <= 3:
        return None
    return Grid(tuple(tuple(row + [""] * (width - len(row))) for row in rows), headers or None)


def _cells(row: Any, above: list[str], words_of: Callable[[Any], str]) -> list[str]:
    """The places of a row from the left."""
    places = [""] * _span(row.find(f"{_W}trPr/{_W}gridBefore"), 0)
    for cell in row.iter(f"{_W}tc"):
        wide = _span(cell.find(f"{_W}tcPr/{_W}gridSpan"), 1)
        merge = cell.find(f"{_W}tcPr/{_W}vMerge")
        goes_on = merge is not None and (merge.get(f"{_W}val") or "continue") == "continue"
        at = len(places)
        words = above[at] if goes_on and at < len(above) else words_of(cell)
        places.extend([words] * wide)
    return places


def _span(element: Any, default: int) -> int:
    """How many columns a cell covers."""
    value = (element.get(f"{_W}val") or "") if element is not None else ""
    return min(int(value), _COLUMNS_MOST) if value.isdigit() and len(value) <= 4 else default
