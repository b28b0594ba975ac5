"""Characters of a page with their places -> its lines, in the order of reading; knows nothing of paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from qa.formats.blocks import without_radicals
from qa.formats.pdfcolumns import Char, regions_of

_WIDE_GAP = 0.6  # of the size: wider parts words of Chinese; justified text stretches to some 0.3
_NARROW_GAP = 0.22  # between Latin letters and digits
_CELL_GAP = 1.2
# "收 到 申 请 2 6 7 件": characters of a line that is spread, and share of them with a blank before
_SPREAD_FROM, _SPREAD_MIN = 5, 0.7


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; places are in points from the top left.

    Attributes:
        text: Its words.
        x0: Left end.
        x1: Right end.
        top: Upper end.
        bottom: Lower end.
        size: Median height of its characters.
        cells: Its words, parted where the gap is wider than a character.
        starts: Left end of each of these.
        column: Number of the column of text that it stands in, from 1; 0 for one over the whole width.
        left: Left margin of that column.
        right: Right margin of it.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    cells: tuple[str, ...] = ()
    starts: tuple[float, ...] = ()
    column: int = 0
    left: float = 0.0
    right: float = 0.0


def lines_of_page(
    chars: Sequence[Char], breaks: Sequence[tuple[float, float, float]] = (), known: Sequence[float] = ()
) -> tuple[list[Line], list[float]]:
    """Put the characters of a page into lines.

    Args:
        chars: Its upright characters outside tables.
        breaks: Top, left and right end of each of its tables, in points.
        known: Gutters between columns of a page before.

    Returns:
        Lines in the order of reading (of columns the left one first), and the gutters of the page.
    """
    if not any(char["text"].strip() for char in chars):
        return [], []
    regions, gutters = regions_of(_rows(chars), breaks, known)
    if not gutters:
        return _lines(chars), []
    return [
        replace(line, column=region.column) for region in regions for line in _lines(region.chars)
    ], gutters


def text_in(chars: Iterable[Char]) -> str:
    """Write the words of some characters, such as those of a cell.

    Args:
        chars: Characters of a page.

    Returns:
        Their lines, parted by line feeds.
    """
    return "\n".join(line.text for line in _lines(list(chars)))


def _rows(chars: Sequence[Char]) -> list[list[Char]]:
    """Group characters that stand on one line: their middles are closer than half a character."""
    rows: list[list[Char]] = []
    middle = -1e9
    for char in sorted(chars, key=lambda c: (c["top"] + c["bottom"], c["x0"])):
        at = (char["top"] + char["bottom"]) / 2
        if rows and at - middle < 0.5 * max(char["size"], rows[-1][0]["size"]):
            rows[-1].append(char)
            middle += (at - middle) / len(rows[-1])
        else:
            rows.append([char])
            middle = at
    return rows


def _lines(chars: Sequence[Char]) -> list[Line]:
    """Write each row of characters as a line."""
    lines = []
    for row in _rows(chars):
        row.sort(key=lambda char: char["x0"])
        shown = [char for char in row if char["text"].strip()]
        if shown:
            lines.append(_line(row, shown))
    return lines


def _spread(row: list[Char], shown: list[Char], size: float) -> float:
    """How far a line that is set with a blank behind every character is spread; 0 for any other line."""
    blanks = sum(not blank["text"].strip() and bool(after["text"].strip()) for blank, after in pairwise(row))
    if len(shown) < _SPREAD_FROM or blanks < _SPREAD_MIN * (len(shown) - 1):
        return 0.0
    gaps = [float(after["x0"] - char["x1"]) for char, after in pairwise(shown)]
    return max(0.01 * size, median(gaps))


def _line(row: list[Char], shown: list[Char]) -> Line:
    """Write one row; a gap is a blank, and a character that is printed twice to look bold counts once."""
    size = median(char["size"] for char in shown)
    spread = _spread(row, shown, size)
    words: list[str] = []
    cells: list[str] = [""]
    starts = [shown[0]["x0"]]
    last: Char | None = None
    for char in row:
        text = without_radicals(char["text"])  # ⼆、 begins a paragraph as 二、 does
        if (
            last is not None
            and text == without_radicals(last["text"])
            and abs(char["x0"] - last["x0"]) < 0.3 * size
            and text.strip()
        ):
            continue
        if not text.strip():
            if words and words[-1] != " " and not spread:
                words.append(" ")
                cells[-1] += " "
            continue
        gap = char["x0"] - last["x1"] - spread if last is not None else 0.0
        if gap > _CELL_GAP * size:
            cells.append("")
            starts.append(char["x0"])
        narrow = last is not None and last["text"].isascii() and text.isascii()
        if gap > (_NARROW_GAP if narrow else _WIDE_GAP) * size and words and words[-1] != " ":
            words.append(" ")
            cells[-1] += " " if cells[-1] else ""
        words.append(text)
        cells[-1] += text
        last = char
    return Line(
        "".join(words).strip(),
        min(char["x0"] for char in shown),
        max(char["x1"] for char in shown),
        min(char["top"] for char in shown),
        max(char["bottom"] for char in shown),
        size,
        tuple(cell.strip() for cell in cells),
        tuple(starts),
    )
