"""Columns of text on a page: where the gutters are, which lines run over them, and the order of reading.

A gutter is a band that nearly no line covers, between lines that are full on its left. Lines that cover it (a title, a
paragraph over the whole width) and tables across it cut the page into bands, which are read from the top down, and in each
band its columns from the left. Knows nothing of paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

Char = dict[str, Any]
"""A character as pdfplumber gives it: text, x0, x1, top, bottom, size."""

_GAP = 0.8  # of the size: a wider gap parts two pieces of a row
_GUTTER = (0.8, 4.0)  # characters that the band between two columns is wide
_ROWS_MIN, _ROW_MIN = 12, 8  # lines of a column, and characters of them in the middle
_GO_ON_MIN = 2  # lines of a column at a gutter that the page before has
_COVERED_MOST = 0.4  # share of the rows that may run over a gutter
_FULL, _FULL_MIN = (
    2.0,
    0.5,
)  # characters by which a full line ends before the gutter, and share of lines that are full
_EDGE_ROWS, _EDGE_GAP, _SAME_SIZE = (
    3,
    1.6,
    0.12,
)  # rows that may be a page's header, by their distance or their size
_LEADING_MIN = 1.5  # of the size: the least distance of lines
_COLUMNS_MOST = 3


class Region(NamedTuple):
    """Characters that are read together: of the whole width (column 0), or of one column from 1."""

    column: int
    chars: list[Char]


class Row(NamedTuple):
    """Characters on one line of the page, from the left, with the spans of its pieces."""

    chars: list[Char]
    pieces: list[tuple[float, float]]
    top: float
    size: float


def regions_of(
    rows: Sequence[Sequence[Char]], breaks: Sequence[tuple[float, float, float]], known: Sequence[float] = ()
) -> tuple[list[Region], list[float]]:
    """Cut a page into regions in the order of reading.

    Args:
        rows: Its characters, those on one line together, from the top down.
        breaks: Top, left and right end of each table, in points.
        known: Gutters of the last page before that has any.

    Returns:
        The regions, and the gutters of the page; a page in one column is one region without gutters.
    """
    page = [made for row in rows if (made := _row(row))]
    size = median(row.size for row in page) if page else 0.0
    inner = _without_edges(page, size)
    gutters = _gutters(inner, size)
    # The last page is half empty: the gutters of a page before stand there too.
    gutters += [
        g
        for g in known
        if not any(abs(g - own) < _GUTTER[1] * size for own in gutters)
        and _parts(inner, (g, g), size, _GO_ON_MIN)
    ]
    gutters.sort()
    if not gutters:
        return [Region(0, [char for row in rows for char in row])], []
    # What is cut off as an edge is read over the whole width, above and below the bands.
    first, last = page.index(inner[0]), page.index(inner[-1])
    across = [top for top, left, right in breaks if any(left < gutter < right for gutter in gutters)]
    regions = [
        Region(0, [char for row in page[:first] for char in row.chars]),
        *(region for band in _bands(inner, gutters, across) for region in _columns(band, gutters)),
        Region(0, [char for row in page[last + 1 :] for char in row.chars]),
    ]
    return [region for region in regions if region.chars], gutters


def _row(chars: Sequence[Char]) -> Row | None:
    """Find the pieces of a row; None for a blank one."""
    shown = sorted((char for char in chars if char["text"].strip()), key=lambda char: char["x0"])
    if not shown:
        return None
    size = median(char["size"] for char in shown)
    pieces: list[tuple[float, float]] = []
    for char in shown:
        if pieces and char["x0"] - pieces[-1][1] <= _GAP * size:
            pieces[-1] = (pieces[-1][0], max(pieces[-1][1], char["x1"]))
        else:
            pieces.append((char["x0"], char["x1"]))
    return Row(list(chars), pieces, min(char["top"] for char in shown), size)


def _without_edges(rows: list[Row], size: float) -> list[Row]:
    """Leave out the rows at the ends of a page that stand apart, or are larger or smaller: its header, title, footer."""
    gaps = sorted(b.top - a.top for a, b in pairwise(rows))
    # Where the lines of columns are not level, rows follow each other closer than lines do.
    usual = max(gaps[len(gaps) // 2], _LEADING_MIN * size) if gaps else 0.0

    def apart(row: Row, neighbour: Row) -> bool:
        return abs(row.size - size) > _SAME_SIZE * size or abs(neighbour.top - row.top) > _EDGE_GAP * usual

    first, last = 0, len(rows)
    for i in range(min(_EDGE_ROWS, len(rows) - 1)):
        if apart(rows[i], rows[i + 1]):
            first = i + 1
    for i in range(len(rows) - 1, max(len(rows) - 1 - _EDGE_ROWS, first), -1):
        if apart(rows[i], rows[i - 1]):
            last = i
    return rows[first:last]


def _gutters(rows: Sequence[Row], size: float) -> list[float]:
    """The middles of the gutters, from the left; none where the rows are one column."""
    found: list[float] = []
    parts = [list(rows)]
    while parts and len(found) < _COLUMNS_MOST - 1:
        part = parts.pop(0)
        band = _gutter(part, size)
        if band is None:
            continue
        middle = (band[0] + band[1]) / 2
        found.append(middle)
        parts.extend(_sides(part, middle))
    return sorted(found)


def _sides(rows: Sequence[Row], gutter: float) -> tuple[list[Row], list[Row]]:
    """The parts of rows left and right of a gutter, without the rows that cover it."""
    kept = [row for row in rows if not _covers(row, gutter)]
    left = [row._replace(pieces=[piece for piece in row.pieces if piece[1] <= gutter]) for row in kept]
    right = [row._replace(pieces=[piece for piece in row.pieces if piece[0] >= gutter]) for row in kept]
    return [row for row in left if row.pieces], [row for row in right if row.pieces]


def _covers(row: Row, gutter: float) -> bool:
    """Whether a row runs over a gutter."""
    return any(left < gutter < right for left, right in row.pieces)


def _gutter(rows: Sequence[Row], size: float) -> tuple[float, float] | None:
    """The band that fewest rows cover, in the middle half of what they take up; None if it parts no columns."""
    if len(rows) < _ROWS_MIN:
        return None
    left = min(row.pieces[0][0] for row in rows)
    width = int(max(row.pieces[-1][1] for row in rows) - left) + 2
    steps = [0] * (width + 1)
    for row in rows:
        for x0, x1 in row.pieces:
            steps[int(x0 - left)] += 1
            steps[min(int(x1 - left) + 1, width)] -= 1
    covered, total = [], 0
    for step in steps:
        total += step
        covered.append(total)
    window = range(width // 4, 3 * width // 4 + 1)
    least = min(covered[x] for x in window)
    if least > _COVERED_MOST * len(rows):
        return None
    best, start = (0, 0), None
    for x in [*window, width]:
        if x < width and covered[x] <= least and x != window[-1]:
            start = x if start is None else start
        elif start is not None:
            best = (start, x) if x - start > best[1] - best[0] else best
            start = None
    band = (left + best[0], left + best[1])
    if not _GUTTER[0] * size <= band[1] - band[0] <= _GUTTER[1] * size:
        return None
    return band if _parts(rows, band, size, _ROWS_MIN) else None


def _parts(rows: Sequence[Row], band: tuple[float, float], size: float, rows_min: int) -> bool:
    """Whether a band lies between two columns of text."""
    middle = (band[0] + band[1]) / 2
    left, right = _sides(rows, middle)
    over = sum(_covers(row, middle) for row in rows)
    if min(len(left), len(right)) < rows_min or over > _COVERED_MOST * len(rows):
        return False
    edge = max(row.pieces[-1][1] for row in left)
    full = sum(row.pieces[-1][1] > edge - _FULL * size for row in left)
    # The columns of a table without rules are as far apart, but hold words and figures.
    wide = min(median(_length(row, size) for row in side) for side in (left, right))
    return full >= _FULL_MIN * len(left) and wide >= _ROW_MIN


def _length(row: Row, size: float) -> float:
    """About how many characters the pieces of a row hold."""
    return sum(right - left for left, right in row.pieces) / size


class _Band(NamedTuple):
    """Rows that follow each other, all over the whole width or all in columns."""

    across: bool
    rows: list[Row]


def _bands(rows: Sequence[Row], gutters: Sequence[float], breaks: Sequence[float]) -> Iterator[_Band]:
    """Cut rows where they change between the whole width and columns, and at tables."""
    run: list[Row] = []
    last: tuple[bool, int] | None = None
    for row in rows:
        kind = any(_covers(row, gutter) for gutter in gutters), sum(top <= row.top for top in breaks)
        if last is not None and kind != last:
            yield _Band(last[0], run)
            run = []
        run.append(row)
        last = kind
    if last is not None:
        yield _Band(last[0], run)


def _columns(band: _Band, gutters: Sequence[float]) -> Iterator[Region]:
    """The columns of a band from the left."""
    if band.across:
        yield Region(0, [char for row in band.rows for char in row.chars])
        return
    edges = [float("-inf"), *gutters, float("inf")]
    for number, (left, right) in enumerate(pairwise(edges), 1):
        chars = [
            char for row in band.rows for char in row.chars if left <= (char["x0"] + char["x1"]) / 2 < right
        ]
        if chars:
            yield Region(number, chars)
