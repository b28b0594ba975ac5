"""Tables of a PDF: found by their ruling lines, or by columns that three lines and more keep; joined over pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from qa.formats.blocks import on_one_line, tidy
from qa.formats.pdfcolumns import Char
from qa.formats.pdflines import Line, text_in
from qa.formats.tables import Grid

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.table import Table

Box = tuple[float, float, float, float]

_EDGES_MIN, _EDGES_MOST = 6, 5000
_SAME, _SAME_OPEN = 4.0, 24.0  # points by which the edges of one table may differ from page to page
ROWS_MIN = 3
"""Rows that a table without rules has at least."""

_CELLS_MIN = 3


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table on a page.

    Attributes:
        grid: Its cells.
        box: Left, top, right and bottom end, in points from the top left.
        edges: Places of its vertical edges, or of the left ends of its columns where none are drawn.
        is_ruled: Whether lines part its cells.
    """

    grid: Grid
    box: Box
    edges: tuple[float, ...]
    is_ruled: bool = True

    @property
    def top(self) -> float:
        """Upper end."""
        return self.box[1]

    def holds(self, char: Char) -> bool:
        """Whether the middle of a character is in the table."""
        return _is_in(char, self.box)


def ruled_tables(page: Page, chars: Sequence[Char]) -> list[PageTable]:
    """Find the tables that lines or filled cells rule.

    Args:
        page: A page of pdfplumber.
        chars: Its characters.

    Returns:
        Tables of two columns at least; a frame around text is none.
    """
    drawn = len(page.lines) + len(page.rects) + len(page.curves)
    if not 4 * drawn >= _EDGES_MIN or drawn > _EDGES_MOST:
        return []
    found = []
    for table in page.find_tables():
        grid, edges = _grid(table, chars)
        if len(edges) >= 3 and sum(any(row[i] for row in grid) for i in range(len(edges) - 1)) >= 2:
            found.append(PageTable(Grid(tuple(map(tuple, grid))), table.bbox, edges))
    return found


def _grid(table: Table, chars: Sequence[Char]) -> tuple[list[list[str]], tuple[float, ...]]:
    """Read the cells of a table; a merged one stands in every place that it covers."""
    xs = _places([x for cell in table.cells for x in (cell[0], cell[2])])
    ys = _places([y for cell in table.cells for y in (cell[1], cell[3])])
    grid = [[""] * (len(xs) - 1) for _ in range(len(ys) - 1)]
    inside = [char for char in chars if _is_in(char, table.bbox)]
    for cell in table.cells:
        words = on_one_line(tidy(text_in([char for char in inside if _is_in(char, cell)])))
        if not words:
            continue
        for y in range(len(ys) - 1):
            for x in range(len(xs) - 1):
                if (
                    cell[0] <= (xs[x] + xs[x + 1]) / 2 <= cell[2]
                    and cell[1] <= (ys[y] + ys[y + 1]) / 2 <= cell[3]
                ):
                    grid[y][x] = words
    return grid, tuple(xs)


def _places(ends: list[float]) -> list[float]:
    """Edges, those closer than two points taken as one."""
    places: list[float] = []
    for end in sorted(ends):
        if not places or end - places[-1] > 2.0:
            places.append(end)
    return places


def _is_in(char: Char, box: Box) -> bool:
    """Whether the middle of a character is in a box."""
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(box[0] <= x <= box[2] and box[1] <= y <= box[3])


def joined(table: PageTable, following: PageTable) -> PageTable | None:
    """Join a table with its continuation on the next page.

    Args:
        table: The last thing on a page.
        following: The first thing on the next page.

    Returns:
        Both as one, without a repeated header; None if they are two tables.
    """
    if table.is_ruled != following.is_ruled or len(table.edges) != len(following.edges):
        return None
    most = _SAME if table.is_ruled else _SAME_OPEN
    if any(
        abs((a - table.edges[0]) - (b - following.edges[0])) > most
        for a, b in zip(table.edges, following.edges, strict=True)
    ):
        return None
    rows, more = list(table.grid.rows), list(following.grid.rows)
    repeated = 0
    while repeated < min(len(rows), len(more) - 1) and more[repeated] == rows[repeated]:
        repeated += 1
    more = more[repeated:]
    # A row that the page parted goes on without its label.
    if more and not more[0][0] and any(more[0]) and len(rows) > 1:
        rows[-1] = tuple(a + b for a, b in zip(rows[-1], more[0], strict=True))
        more = more[1:]
    return replace(following, grid=replace(table.grid, rows=(*rows, *more)))


def open_tables(lines: Sequence[Line]) -> tuple[list[Line], list[PageTable]]:
    """Find tables without vertical rules: lines that follow each other and have equally many columns.

    Args:
        lines: Lines of a page in order.

    Returns:
        The other lines, and the tables; at an end of the page also one or two rows, which may belong to the next page's.
    """
    kept: list[Line] = []
    found: list[PageTable] = []
    run: list[Line] = []
    for line in [*lines, None]:
        if (
            line is not None
            and len(line.cells) >= _CELLS_MIN
            and (not run or len(line.cells) == len(run[-1].cells))
        ):
            run.append(line)
            continue
        if run and (len(run) >= ROWS_MIN or run[0] is lines[0] or line is None):
            box = (min(r.x0 for r in run), run[0].top, max(r.x1 for r in run), run[-1].bottom)
            starts = tuple(min(r.starts[i] for r in run) for i in range(len(run[0].cells)))
            found.append(PageTable(Grid(tuple(r.cells for r in run)), box, starts, is_ruled=False))
        else:
            kept.extend(run)
        run = []
        if line is not None:
            if len(line.cells) >= _CELLS_MIN:
                run = [line]
            else:
                kept.append(line)
    return kept, found
