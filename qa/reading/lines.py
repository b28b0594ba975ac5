"""Text -> logical lines: physical lines, with those joined that only a fixed page width parted.

Knows nothing of headings beyond the look of their markers. A text is taken as hard-wrapped when many of its
lines are nearly as wide as its widest and end in the middle of a sentence; only then does a line break join.
"""

from __future__ import annotations

import re
from typing import NamedTuple

_PHYSICAL = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_SENTENCE_END = "。!?！？;；:：”》】"
# A line that begins like this begins a paragraph, however full the line before it is: "(二)坚持抓关键环节".
_STARTS_PARAGRAPH = re.compile(
    r"\s{2,}|\u3000|[#|]|\s*(?:第?[一二三四五六七八九十]{1,3}(?:、|部分|章)|[(（][一二三四五六七八九十]{1,3}[)）])|"
    r"\s*[1-9]\d?[.．、]\s?(?=[\u4e00-\u9fff])"
)
_FIGURE_FIRST = re.compile(r"\d[\d,.]*")
_WRAP_MIN, _WRAP_MAX = 30, 160  # columns; a Han character takes two
_RAGGED = 6  # columns by which a wrapped line may fall short: punctuation and numbers are not parted
_WRAP_SHARE = 0.4  # share of lines that are full and end inside a sentence; the five seeds have 0.0
# A text of many headings and short items has fewer full lines, but none that is wider: so many lines as wide as the widest.
_WALL, _WALL_LINES, _WALL_OPEN = 3, 5, 0.7
_HALF = 0.5  # of the width, from which a line may end between two digits of a figure


class Line(NamedTuple):
    """A logical line: ``text[start:end]``, trimmed, not blank; it may hold soft line breaks."""

    start: int
    end: int


class _Physical(NamedTuple):
    start: int
    end: int
    raw: str

    @property
    def columns(self) -> int:
        return sum(2 if ord(char) >= 0x2000 else 1 for char in self.raw.rstrip())


class _Width(NamedTuple):
    """Where a text was wrapped: at so many columns, or at so many characters of any width."""

    columns: int
    characters: int


def logical_lines(text: str) -> list[Line]:
    """Cut a text into logical lines.

    Args:
        text: Any text.

    Returns:
        Trimmed lines in order; every character outside them is white space.
    """
    physical = [_Physical(m.start(), m.end(), m.group()) for m in _PHYSICAL.finditer(text)]
    physical = [line for line in physical if line.raw.strip()]
    width = _wrap_width(physical)
    lines: list[Line] = []
    previous: _Physical | None = None
    for line in physical:
        start = line.start + len(line.raw) - len(line.raw.lstrip())
        end = line.start + len(line.raw.rstrip())
        if previous is not None and width is not None and _joins(text, previous, line, width):
            lines[-1] = Line(lines[-1].start, end)
        else:
            lines.append(Line(start, end))
        previous = line
    return lines


def _wrap_width(lines: list[_Physical]) -> _Width | None:
    """Width at which the text was wrapped, or None if it was not."""
    if len(lines) < 6:
        return None
    widths = sorted(line.columns for line in lines)
    width = widths[int(len(widths) * 0.8)]
    if not _WRAP_MIN <= width <= _WRAP_MAX:
        return _wall(lines, widths[-1])
    cut = sum(1 for line in lines if abs(line.columns - width) <= _RAGGED and _is_open(line.raw))
    lengths = sorted(len(line.raw.rstrip()) for line in lines)
    if cut >= _WRAP_SHARE * len(lines):
        return _Width(width, lengths[int(len(lengths) * 0.8)])
    return _wall(lines, widths[-1])


def _wall(lines: list[_Physical], widest: int) -> _Width | None:
    """Width at which many lines end and that none passes, most of them inside a sentence; None if there is none."""
    full = [line for line in lines if line.columns >= widest - _WALL]
    is_wall = len(full) >= _WALL_LINES and sum(_is_open(line.raw) for line in full) >= _WALL_OPEN * len(full)
    if not is_wall or not _WRAP_MIN <= widest <= _WRAP_MAX:
        return None
    return _Width(widest, max(len(line.raw.rstrip()) for line in full))


def _is_open(raw: str) -> bool:
    """Whether a line ends inside a sentence and is no table row."""
    return raw.rstrip()[-1] not in _SENTENCE_END and "|" not in raw and "\t" not in raw


def _joins(text: str, previous: _Physical, line: _Physical, width: _Width) -> bool:
    """Whether only the page width parts a line from the one before it."""
    gap = text[previous.end : line.start]
    # A figure is not parted: the line before it may fall short by as much as the figure needs.
    number = _FIGURE_FIRST.match(line.raw)
    moved = len(number[0]) if number else 0
    full = (
        previous.columns + moved >= width.columns - _RAGGED
        or len(previous.raw.rstrip()) + moved >= width.characters - _RAGGED // 3
    )
    # No paragraph ends and the next begins with a digit: "败诉率1", "1.5%" is one figure, a ragged line or not.
    parted = previous.raw.rstrip()[-1].isdigit() and number and previous.columns >= _HALF * width.columns
    if gap.replace("\r\n", "\n").count("\n") > 1 or not (full or parted):
        return False
    return (
        previous.raw.rstrip()[-1] not in "。!?！？"
        and "|" not in previous.raw
        and not _STARTS_PARAGRAPH.match(line.raw)
    )
