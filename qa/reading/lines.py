"""Text -> logical lines: physical lines, with those joined that only a fixed page width parted.

Knows nothing of headings beyond the look of their markers. A text is taken as hard-wrapped when many of its
lines are nearly as wide as its widest and end in the middle of a sentence; only then does a line break join.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise
from typing import NamedTuple

from qa.patterns import lazy_re
from qa.text import PAGE_MARK

_PHYSICAL = lazy_re(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_SENTENCE_END = "。!?！？;；:：”》】"
# A line that begins like this begins a paragraph, however full the line before it is: "(二)坚持抓关键环节".
_STARTS_PARAGRAPH = lazy_re(
    r"\s{2,}|\u3000|[#|\u2500-\u257f]|\s*(?:第?[一二三四五六七八九十]{1,3}(?:、|部分|章)|[(（][一二三四五六七八九十]{1,3}[)）])|"
    r"\s*[1-9]\d?[.．、]\s?(?=[\u4e00-\u9fff])"
)
_FIGURE_FIRST = lazy_re(r"\d[\d,.]*")
# "…, 败诉率1", "1,": a line with words that ends in a figure; "1.5%,", ".4万元", "件,提出": one that begins in the rest of it
_FIGURE_OPEN = lazy_re(r"\d[.,]?\s*$")
_HAN = lazy_re(r"[\u4e00-\u9fff]")
_COUNTED = r"[余多]?[百千万亿]{0,2}(?:[件人名个次起宗场条项份家户处元]|人次|万元|个百分点)"
_FIGURE_REST = lazy_re(rf"\s*(?:[.,]?\d[\d,.]*(?:%|{_COUNTED}[,，;；。、])|%|{_COUNTED}[,，;；。、])")
# "…。收到行政复议申请", "285件,受理261件": prose that stops before a figure, and a line that no paragraph begins with
_STOPS = lazy_re(r"[,，;；。、].*[\u4e00-\u9fff]\s*$")
_FIGURE_NEXT = lazy_re(rf"\s*\d[\d,.]*(?:%|{_COUNTED})[,，;；。、]")
_NARROW = lazy_re(r"[\x00-\u1fff]+")
_PAGE_MARK = lazy_re(rf"[ \t]*{PAGE_MARK}[ \t]*")
_WRAP_MIN, _WRAP_MAX = 30, 160  # columns; a Han character takes two
_RAGGED = 6  # columns by which a wrapped line may fall short: punctuation and numbers are not parted
_WRAP_SHARE = 0.4  # share of lines that are full and end inside a sentence; the five seeds have 0.0
# A text of many headings and short items has fewer full lines, but hardly any that is wider: so many that end at one width.
_WALL, _WALL_LINES, _WALL_OPEN, _WALL_OVER = 3, 5, 0.7, 0.1
_NEARLY_ALL = 0.85


class Line(NamedTuple):
    """A logical line: ``text[start:end]``, trimmed, not blank; it may hold soft line breaks."""

    start: int
    end: int


class _Physical(NamedTuple):
    start: int
    end: int
    raw: str
    columns: int


class _Width(NamedTuple):
    """How a text was wrapped: at so many columns, or at so many characters of any width.

    Attributes:
        columns: Columns of a full line.
        characters: Characters of one.
        margin: Blanks that a line which goes on begins with; more open a paragraph.
        breaks: Line breaks between two lines, 2 where a blank line follows each.
    """

    columns: int
    characters: int
    margin: int = 0
    breaks: int = 1


def logical_lines(text: str) -> list[Line]:
    """Cut a text into logical lines.

    Args:
        text: Any text.

    Returns:
        Trimmed lines in order; every character outside them is white space.
    """
    physical = [
        _Physical(m.start(), m.end(), m.group(), _columns(m.group()))
        for m in _PHYSICAL.finditer(text)
        if not m.group().isspace()
    ]
    width = _wrap_width(physical)
    if width is not None:
        width = width._replace(margin=_margin(physical, width), breaks=_usual_breaks(text, physical))
    lines: list[Line] = []
    previous: _Physical | None = None
    mark: _Physical | None = None  # the number of a page behind the previous line
    for line in physical:
        if mark is None and previous is not None and _PAGE_MARK.fullmatch(line.raw):
            mark = line
            continue
        start, end = _trimmed(line)
        if previous is not None:
            gap = text[(mark or previous).end : line.start]
            if _parts_figure(gap, previous, line) or (width and _joins(gap, previous, line, width)):
                lines[-1] = Line(lines[-1].start, end)
                previous, mark = line, None
                continue
        lines += [_trimmed(mark)] if mark else []
        lines.append(Line(start, end))
        previous, mark = line, None
    return [*lines, _trimmed(mark)] if mark else lines


def _trimmed(line: _Physical) -> Line:
    """A physical line as a logical one of its own."""
    start = line.start + len(line.raw) - len(line.raw.lstrip())
    return Line(start, line.start + len(line.raw.rstrip()))


def _columns(raw: str) -> int:
    """Columns that a line takes up, without blanks at its end."""
    raw = raw.rstrip()
    return len(raw) + len(_NARROW.sub("", raw))


def _wrap_width(lines: list[_Physical]) -> _Width | None:
    """Width at which the text was wrapped, or None if it was not."""
    if len(lines) < 6:
        return None
    widths = sorted(line.columns for line in lines)
    width = widths[int(len(widths) * 0.8)]
    cut = sum(1 for line in lines if abs(line.columns - width) <= _RAGGED and _is_open(line.raw))
    lengths = sorted(len(line.raw.rstrip()) for line in lines)
    if _WRAP_MIN <= width <= _WRAP_MAX and cut >= _WRAP_SHARE * len(lines):
        return _Width(width, lengths[int(len(lengths) * 0.8)])
    return _wall(lines)


def _wall(lines: list[_Physical]) -> _Width | None:
    """Width at which many lines end and that few pass, most of them inside a sentence; None if there is none.

    What passes it was not wrapped: a footer, a title.
    """
    ordered = sorted(lines, key=lambda line: line.columns)
    columns = [line.columns for line in ordered]
    for width in sorted(set(columns), reverse=True):
        full = ordered[bisect_left(columns, width - _WALL) : bisect_right(columns, width)]
        over = len(ordered) - bisect_right(columns, width)
        if over > _WALL_OVER * len(ordered):
            return None
        if (
            _WRAP_MIN <= width <= _WRAP_MAX
            and len(full) >= _WALL_LINES
            and sum(_is_open(line.raw) for line in full) >= _WALL_OPEN * len(full)
        ):
            return _Width(width, max(len(line.raw.rstrip()) for line in full))
    return None


def _margin(lines: list[_Physical], width: _Width) -> int:
    """Blanks that a line which goes on with a full one begins with: some programs indent the whole page."""
    leads = [
        len(line.raw) - len(line.raw.lstrip())
        for above, line in pairwise(lines)
        if above.columns >= width.columns - _RAGGED and _is_open(above.raw)
    ]
    return max(set(leads), key=leads.count) if leads else 0


def _breaks(gap: str) -> int:
    """Line breaks in the white space between two lines."""
    return gap.replace("\r\n", "\n").count("\n")


def _usual_breaks(text: str, lines: list[_Physical]) -> int:
    """Line breaks between lines: two where a blank line follows nearly each, as copying from some viewers does."""
    double = sum(_breaks(text[a.end : b.start]) > 1 for a, b in pairwise(lines))
    return 2 if double >= _NEARLY_ALL * (len(lines) - 1) else 1


def _is_open(raw: str) -> bool:
    """Whether a line ends inside a sentence and is no table row."""
    return raw.rstrip()[-1] not in _SENTENCE_END and "|" not in raw and "\t" not in raw


def _joins(gap: str, previous: _Physical, line: _Physical, width: _Width) -> bool:
    """Whether only the page width parts a line from the one before it."""
    # A figure is not parted: the line before it may fall short by as much as the figure needs.
    number = _FIGURE_FIRST.match(line.raw[width.margin :])
    moved = len(number[0]) if number else 0
    full = (
        previous.columns + moved >= width.columns - _RAGGED
        or len(previous.raw.rstrip()) + moved >= width.characters - _RAGGED // 3
    )
    # A line that passes the width was not wrapped there: a title, a link.
    if _breaks(gap) > width.breaks or not full or previous.columns > width.columns + _RAGGED:
        return False
    return (
        previous.raw.rstrip()[-1] not in "。!?！？"
        and "|" not in previous.raw
        and not _STARTS_PARAGRAPH.match(line.raw[width.margin :])
    )


def _parts_figure(gap: str, previous: _Physical, line: _Physical) -> bool:
    """Whether a line break stands in or before a figure: "败诉率1", "1.5%"; "协议214", "件,提出"; "收到申请", "285件,".

    No paragraph ends so and no other begins so, whatever the width of the page is.
    """
    inside = _FIGURE_OPEN.search(previous.raw[-8:]) and _FIGURE_REST.match(line.raw)
    before = _STOPS.search(previous.raw) and _FIGURE_NEXT.match(line.raw)
    return (
        previous.columns >= _WRAP_MIN
        and "\n" not in gap.removeprefix("\r").removeprefix("\n")
        and bool(inside or before)
        and not ("|" in previous.raw or "\t" in previous.raw)
        and bool(_HAN.search(previous.raw))
    )
