"""Page headers, footers and page numbers: lines at the upper or lower end of pages that come again and again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from qa.formats.pdflines import Line

_ZONE = 0.13  # of the height of the page, from its upper and its lower end
_EDGE = 2  # lines at each end that may be furniture
_PAGE_NUMBER = re.compile(
    r"^[-—–·•~\s]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,6}|[IVXLC]{1,6})\s*(?:页)?(?:\s*[,，/]?\s*共?\s*\d{1,4}\s*页?)?[-—–·•~\s]*$"
)
_DIGITS = re.compile(r"[\d一二三四五六七八九十]+|[ivxlc]{2,}")


def without_furniture(pages: Sequence[tuple[float, Sequence[Line]]]) -> list[list[Line]]:
    """Take headers, footers and page numbers off the pages.

    Args:
        pages: Height and lines of each page.

    Returns:
        The lines of each page that belong to its body.
    """
    seen: Counter[tuple[bool, str]] = Counter()
    for height, lines in pages:
        seen.update({(upper, _mask(line.text)) for upper, line in _ends(height, lines)})
    # Left and right pages of a book have headers of their own: a third of the pages is enough.
    enough = max(2, len(pages) / 3)
    bodies = []
    for height, lines in pages:
        dropped = {
            id(line)
            for upper, line in _ends(height, lines)
            if _PAGE_NUMBER.match(line.text) or seen[upper, _mask(line.text)] >= enough
        }
        bodies.append([line for line in lines if id(line) not in dropped])
    return bodies


def _ends(height: float, lines: Sequence[Line]) -> list[tuple[bool, Line]]:
    """The lines near the upper (True) and the lower end of a page."""
    by_height = sorted(lines, key=lambda line: line.top)
    upper = [(True, line) for line in by_height[:_EDGE] if line.bottom < _ZONE * height]
    lower = [(False, line) for line in by_height[-_EDGE:] if line.top > (1 - _ZONE) * height]
    return upper + lower


def _mask(text: str) -> str:
    """A line with its numbers made equal, so that page numbers do not part it from its likes."""
    return _DIGITS.sub("#", re.sub(r"\s", "", text))
