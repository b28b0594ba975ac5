"""Lines of pages -> paragraphs: a line goes on where the one above it was full and it is not indented itself.

Chinese official documents indent the first line of a paragraph by two characters and fill all lines but its last; what
keeps to neither is parted at sentence ends and at numbered headings.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from qa.formats.blocks import Paragraph
from qa.formats.pdflines import Line
from qa.patterns import lazy_re

_NUMBERED = lazy_re(
    r"^(?:第[一二三四五六七八九十]{1,3}(?:部分|章|条)|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）])"
)
_CAPTION = lazy_re(r"^附?[表图]\s*[\d一二三四五六七八九十]{1,3}(?![\d年月件个])")
# "一、工作情况........3", "一、工作情况        3": an entry of a table of contents
_LEADERS = lazy_re(r"(?:[.·…⋯‥]\s*){4,}\(?\d{1,3}\)?$")
_PAGE = lazy_re(r"\(?\d{1,3}\)?")
_ENDS = "。！？!?；;：:"
_FULL = 2.2  # characters by which a full line may end before the margin: punctuation hangs over it, or stays with its word
_INDENT = 0.8  # characters from which a line counts as indented
_CENTRED = 2.9  # characters from which a line is no first line of a paragraph but a title or a signature
# Share of the width that a line reaches at least whose last word moved to the next line, or over the page.
_NEARLY, _OPEN, _OPEN_PAGE = 0.7, 0.8, 0.6
_SHORT = 0.6  # share of the width under which a line that stands apart from the left margin is one of its own
_LEADING = 1.35  # times the usual distance of lines from which a gap parts paragraphs


def paragraphs_of(lines: Sequence[tuple[int, Line]]) -> Iterator[Paragraph]:
    """Join lines that follow each other without a table between.

    Args:
        lines: Number of the page, and line, in the order of reading.

    Yields:
        Paragraphs.
    """
    if not lines:
        return
    leading = _leading(lines)
    indents = sum(1.2 < (line.x0 - line.left) / line.size < 2.9 for _, line in lines)
    indented = indents >= max(2, len(lines) / 12)
    words = lines[0][1].text
    for (page, line), (next_page, following) in pairwise(lines):
        if _goes_on(line, following, indented=indented, leading=leading if page == next_page else None):
            words = _joined(words, following.text)
        else:
            yield Paragraph(words)
            words = following.text
    yield Paragraph(words)


def _goes_on(line: Line, following: Line, *, indented: bool, leading: float | None) -> bool:
    """Whether a line goes on in the next one."""
    size = max(line.size, following.size)
    if (
        abs(line.size - following.size) > 0.12 * size
        or following.x0 - following.left > _INDENT * following.size
    ):
        return False
    if leading is not None and following.top > line.top and following.top - line.top > _LEADING * leading:
        return False
    ended = line.text[-1] in _ENDS
    if ended and (_NUMBERED.match(following.text) or _CAPTION.match(following.text)):
        return False
    if _LEADERS.search(line.text) or (len(line.cells) > 1 and _PAGE.fullmatch(line.cells[-1])):
        return False
    apart = line.x0 - line.left >= _CENTRED * line.size
    if apart and line.x1 - line.x0 < _SHORT * (line.right - line.left):
        return False  # a title or, at the right margin, a signature
    if line.x1 >= line.right - _FULL * line.size:
        return True
    if apart:
        return False
    # A number or a Latin word that found no room begins the next line. Where paragraphs are indented, a line that is not
    # can only go on; where they are not, only an open sentence tells.
    reach = (line.x1 - line.left) / max(line.right - line.left, 1.0)
    if indented:
        return reach >= _NEARLY
    return not ended and reach >= (_OPEN if leading is not None else _OPEN_PAGE)


def _leading(lines: Sequence[tuple[int, Line]]) -> float:
    """The usual distance of two lines of a page, in points."""
    gaps = sorted(b.top - a.top for (p, a), (q, b) in pairwise(lines) if p == q and b.top > a.top)
    return gaps[len(gaps) // 2] if gaps else 1e9


def _joined(words: str, more: str) -> str:
    """Join two lines: a blank only between Latin words."""
    both_narrow = words[-1].isascii() and words[-1].isalpha() and more[:1].isascii() and more[:1].isalpha()
    return f"{words} {more}" if both_narrow else words + more
