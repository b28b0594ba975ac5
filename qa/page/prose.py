"""Turns the short markdown of an answer into HTML: paragraphs, lists, tables, bold words and citation chips.

Only these forms exist. Raw HTML, links and images are text and stay text, whoever wrote them; a marker
without a citation is text too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from qa.page.markup import Html, element, escape, join
from qa.patterns import lazy_re

_INLINE = lazy_re(r"\\([!-/:-@\[-`{-~])|\*\*(?=\S)(.+?)(?<=\S)\*\*|\[(\d{1,4})\]", re.DOTALL)
_ITEM = lazy_re(r"\s*(?:[-*•]|(\d{1,3})[.)])\s+(.*)")
_HEADING = lazy_re(r"#{1,6}\s+(.*)")
_RULE_CELL = lazy_re(r"\s*:?-{3,}:?\s*")
_CELL_END = lazy_re(r"(?<!\\)\|")
# A figure with its unit, as in a table cell: 587件, 5.54%, 1.2亿元.
_FIGURE = lazy_re(r"[约近超]?\d[\d,.]*\s*\S{0,6}")


def render_prose(text: str, chips: Mapping[int, Html]) -> Html:
    """Turn an answer's markdown into HTML.

    Args:
        text: Markdown of the small kind that answers are written in.
        chips: What to show for each marker.

    Returns:
        The HTML.
    """
    lines = text.split("\n")
    blocks: list[Html] = []
    at = 0
    while at < len(lines):
        end = _block_end(lines, at)
        block = lines[at:end]
        if block[0].lstrip().startswith("|"):
            blocks.append(_table(block, chips))
        elif _ITEM.fullmatch(block[0]):
            blocks.append(_list(block, chips))
        elif heading := _HEADING.fullmatch(block[0].strip()):
            blocks.append(element("p", _inline(heading[1], chips), cls="fw-subhead"))
        elif block[0].strip():
            blocks.append(element("p", _inline(block[0].strip(), chips)))
        at = end
    return join(blocks)


def _block_end(lines: Sequence[str], at: int) -> int:
    """Find where the block that begins at a line ends; tables and lists take many lines, all else one."""
    end = at + 1
    if lines[at].lstrip().startswith("|"):
        while end < len(lines) and lines[end].lstrip().startswith("|"):
            end += 1
    elif first := _ITEM.fullmatch(lines[at]):
        while end < len(lines) and (item := _ITEM.fullmatch(lines[end])) and bool(item[1]) == bool(first[1]):
            end += 1
    return end


def _inline(text: str, chips: Mapping[int, Html]) -> Html:
    """Render escapes, bold words and markers inside a line."""
    pieces: list[Html] = []
    at = 0
    for match in _INLINE.finditer(text):
        pieces.append(escape(text[at : match.start()]))
        escaped, bold, marker = match.groups()
        if escaped is not None:
            pieces.append(escape(escaped))
        elif bold is not None:
            pieces.append(element("strong", _inline(bold, chips)))
        else:
            pieces.append(chips.get(int(marker), escape(match[0])))
        at = match.end()
    pieces.append(escape(text[at:]))
    return join(pieces)


def _list(lines: Sequence[str], chips: Mapping[int, Html]) -> Html:
    """Render a list whose lines all match ``_ITEM``."""
    items = [match for line in lines if (match := _ITEM.fullmatch(line))]
    numbered = bool(items[0][1])
    rendered = (element("li", _inline(item[2], chips)) for item in items)
    if numbered:
        return element("ol", *rendered, start=int(items[0][1]))
    return element("ul", *rendered)


def _table(lines: Sequence[str], chips: Mapping[int, Html]) -> Html:
    """Render a table; its first row is the head where a rule follows it."""
    rows = [_cells(line) for line in lines]
    has_head = len(rows) > 1 and all(_RULE_CELL.fullmatch(cell) for cell in rows[1])
    head = rows[0] if has_head else []
    body = rows[2:] if has_head else rows
    parts: list[Html] = []
    if head:
        cells = (element("th", _inline(cell, chips), scope="col") for cell in head)
        parts.append(element("thead", element("tr", *cells)))
    parts.append(element("tbody", *(element("tr", *(_data_cell(c, chips) for c in row)) for row in body)))
    # Focusable, so that the keyboard can scroll a wide table sideways.
    return element("div", element("table", *parts), cls="fw-table", tabindex=0, role="region")


def _data_cell(cell: str, chips: Mapping[int, Html]) -> Html:
    """Render a cell; figures get digits of equal width."""
    bare = re.sub(r"\[\d+\]", "", cell).strip()
    return element("td", _inline(cell, chips), cls="fw-figure" if _FIGURE.fullmatch(bare) else None)


def _cells(line: str) -> list[str]:
    """Cut a table row at its bars that are not escaped."""
    row = line.strip().removeprefix("|")
    parts = _CELL_END.split(row)
    if parts and not parts[-1].strip():
        parts.pop()
    return [part.strip() for part in parts]
