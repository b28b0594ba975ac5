"""Margins of pages: what stands there again and again (headers, footers, page numbers), footnotes, where the body begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from qa.formats.pdflines import Line
from qa.patterns import lazy_re

_ZONE = 0.13  # of the height of the page, from its upper and its lower end
_EDGE = 2  # lines at each end that may be furniture
_FEW = 6  # lines under which a page does not show its margins
_SAME = 3.0  # points by which the ends of lines differ that keep to one margin
_PAGE_NUMBER = lazy_re(
    r"^[-—–·•~\s]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,6}|[IVXLC]{1,6})\s*(?:页)?(?:\s*[,，/]?\s*共?\s*\d{1,4}\s*页?)?[-—–·•~\s]*$"
)
# "① 不含交通技术监控。" in smaller letters under the text that it is a note to
_NOTE = lazy_re(r"[①-⑳]|\[\d{1,2}\]|[〔［]\d{1,2}[〕］]")
_SMALL, _NOTES_MOST = 0.85, 12  # times the usual size; lines of notes on a page
_NUMBER = lazy_re(r"[0-9]{1,4}(?![0-9])")


def without_furniture(pages: Sequence[tuple[float, Sequence[Line]]]) -> list[list[Line]]:
    """Take headers, footers and page numbers off the pages.

    Args:
        pages: Height and lines of each page.

    Returns:
        The lines of each page that belong to its body, with the margins of their column.
    """
    seen: Counter[tuple[bool, str]] = Counter()
    for number, (height, lines) in enumerate(pages):
        seen.update(
            {(upper, key) for upper, line in _ends(height, lines) for key in _keys(line.text, number)}
        )
    # Left and right pages of a book have headers of their own: a third of the pages is enough.
    enough = max(2, len(pages) / 3)
    bodies = []
    for number, (height, lines) in enumerate(pages):
        dropped = {
            id(line)
            for upper, line in _ends(height, lines)
            if _PAGE_NUMBER.match(line.text)
            or any(seen[upper, key] >= enough for key in _keys(line.text, number))
        }
        bodies.append([line for line in lines if id(line) not in dropped])
    usual = median([line.size for lines in bodies for line in lines] or [0.0])
    return _with_margins([_without_footnotes(lines, usual) for lines in bodies])


def _without_footnotes(lines: list[Line], usual: float) -> list[Line]:
    """Take footnotes off the foot of a page: smaller lines, the first of which begins with their number."""
    small: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.top):
        if line.size > _SMALL * usual or len(small) == _NOTES_MOST:
            break
        small.append(line)
    first = next((i for i in reversed(range(len(small))) if _NOTE.match(small[i].text)), -1)
    notes = {id(line) for line in small[: first + 1]}
    return [line for line in lines if id(line) not in notes]


def _with_margins(bodies: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Tell each line the margins of its column; a page of few lines has those of the others."""
    usual: dict[int, tuple[float, float]] = {}
    own: list[dict[int, tuple[float, float]]] = []
    for lines in bodies:
        found = {}
        for column in {line.column for line in lines}:
            members = [line for line in lines if line.column == column]
            ends = _margin(line.x0 for line in members), -_margin(-line.x1 for line in members)
            found[column] = ends
        own.append(found)
    for column in {line.column for lines in bodies for line in lines}:
        full = [
            found[column]
            for found, lines in zip(own, bodies, strict=True)
            if column in found and sum(line.column == column for line in lines) >= _FEW
        ]
        if full:
            usual[column] = median(left for left, _ in full), median(right for _, right in full)
    margined = []
    for found, lines in zip(own, bodies, strict=True):
        page = []
        for line in lines:
            left, right = found[line.column]
            if sum(other.column == line.column for other in lines) < _FEW and line.column in usual:
                left, right = usual[line.column]
            page.append(replace(line, left=left, right=right))
        margined.append(page)
    return margined


def _margin(ends: Iterable[float]) -> float:
    """The least place where at least two lines end, or else the least of all."""
    ordered = sorted(ends)
    return next((a for a, b in pairwise(ordered) if b - a < _SAME), ordered[0])


def _ends(height: float, lines: Sequence[Line]) -> list[tuple[bool, Line]]:
    """The lines near the upper (True) and the lower end of a page."""
    by_height = sorted(lines, key=lambda line: line.top)
    upper = [(True, line) for line in by_height[:_EDGE] if line.bottom < _ZONE * height]
    lower = [(False, line) for line in by_height[-_EDGE:] if line.top > (1 - _ZONE) * height]
    return upper + lower


def _keys(text: str, page: int) -> set[str]:
    """What a line has in common with its likes on other pages: all of it, or all but one number that counts the pages.

    The last rows of a table differ in their numbers too, but those do not count the pages.
    """
    text = re.sub(r"\s", "", text)
    return {text} | {
        f"{text[: found.start()]}#{int(found[0]) - page}{text[found.end() :]}"
        for found in _NUMBER.finditer(text)
    }
