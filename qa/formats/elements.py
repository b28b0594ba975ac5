"""Elements of a web page -> blocks: paragraphs as a browser parts them, list numbers as it shows them, tables as grids."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from qa.formats.blocks import Block, Paragraph, on_one_line, tidy
from qa.formats.numerals import numeral
from qa.formats.tables import Grid
from qa.patterns import lazy_re

Element = Any
"""An element of lxml (``lxml.html.HtmlElement``), which has no types."""

BLOCK = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ucapcontent ul".split()
)
"""Elements that begin a new line."""

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_SPAN_MOST, _COLUMNS_MOST, _CELLS_MOST = 64, 64, 50_000
_PROSE_CELL = 300
_LIST_STYLE = lazy_re(r"list-style(?:-type)?\s*:\s*([\w-]+)")
# Word saves the bullet of a list as a letter in a font of signs: <span style='font-family:Wingdings;mso-list:Ignore'>l</span>.
_SYMBOLS = lazy_re(r"font-family\s*:\s*[\"']?(?:Wingdings|Webdings|Symbol)\b", re.IGNORECASE)
_FORMATS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
    "trad-chinese-informal": "chineseCounting",
    "lower-alpha": "lowerLetter",
    "upper-alpha": "upperLetter",
    "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman",
    "none": "none",
}


def name_of(element: Element) -> str:
    """Give the names that a page calls an element by.

    Args:
        element: An element.

    Returns:
        Its id and classes, parted by blanks.
    """
    return f"{element.get('id') or ''} {element.get('class') or ''}".strip()


def blocks_in(element: Element) -> Iterator[Block]:
    """Cut an element into blocks.

    Args:
        element: An element of a page.

    Yields:
        Its paragraphs and tables in the order of the page; none is empty.
    """
    collector = _Collector()
    collector.walk(element, heading=element.tag in _HEADINGS)
    collector.flush()
    yield from collector.blocks


class _Collector:
    """Gathers words until a block ends."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._words: list[str] = []
        self._heading = False
        self._prefix = ""

    def flush(self) -> None:
        """End the paragraph that is open."""
        # A break of the source is a blank or nothing; only <br> parts lines.
        lines = [on_one_line(tidy(line)) for line in "".join(self._words).split("\x00")]
        words = "\n".join(line for line in lines if line)
        if words:
            self.blocks.append(Paragraph(self._prefix + words, self._heading))
            self._prefix = ""
        self._words = []

    def walk(self, element: Element, *, heading: bool) -> None:
        """Gather an element's words, with those of everything in it."""
        if element.tag == "table" and (grid := _grid(element)) is not None:
            self.flush()
            self.blocks.append(grid)
            return
        parts = element.tag in BLOCK
        if parts:
            self.flush()
            self._heading = heading
            if element.tag == "li":
                self._prefix = _number(element)
        if element.tag == "br":
            self._words.append("\x00")
        if _SYMBOLS.search(element.get("style") or ""):
            return
        self._add(element.text, pre=element.tag == "pre")
        for child in element:
            if isinstance(child.tag, str):
                self.walk(child, heading=child.tag in _HEADINGS or (heading and child.tag not in BLOCK))
            if parts and isinstance(child.tag, str) and child.tag in BLOCK:
                self._heading = heading
            self._add(child.tail, pre=element.tag == "pre")
        if parts:
            self.flush()
            if element.tag == "li":
                self._prefix = ""

    def _add(self, words: str | None, *, pre: bool) -> None:
        if words:
            words = words.replace("\x00", "")
            self._words.append(words.replace("\n", "\x00") if pre else words)


def _number(item: Element) -> str:
    """The number that a browser shows before an item of an ordered list."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return ""
    styled = _LIST_STYLE.search((item.get("style") or "") + ";" + (parent.get("style") or ""))
    format_ = (
        _STYLES.get(styled[1], "decimal") if styled else _FORMATS.get(parent.get("type") or "", "decimal")
    )
    if format_ == "none":
        return ""
    number = _whole(parent.get("start"), 1)
    for sibling in parent.iterchildren("li"):
        number = _whole(sibling.get("value"), number)
        if sibling is item:
            break
        number += 1
    mark = "、" if format_ == "chineseCounting" else "."
    return f"{numeral(number, format_)}{mark}"


def _whole(value: str | None, default: int) -> int:
    """Read a whole number of up to four digits."""
    return int(value) if value and re.fullmatch(r"\d{1,4}", value.strip()) else default


def _grid(table: Element) -> Grid | None:
    """Read a table as a grid, or None if it only places things on the page."""
    if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
        return None
    rows = [row for row in table.iter("tr") if next(row.iterancestors("table"), None) is table]
    cells = [[cell for cell in row if cell.tag in ("td", "th")] for row in rows]
    if max(map(len, cells), default=0) < 2:
        return None
    widest = max(map(len, cells))
    if widest <= 3 and any(
        len(words := "".join(cell.itertext())) > _PROSE_CELL and words.count("。") > 1
        for row in cells
        for cell in row
    ):
        return None
    grid: list[list[str]] = [[] for _ in rows]
    taken: dict[tuple[int, int], str] = {}
    marked = 0
    for y, row in enumerate(cells):
        x = 0
        for cell in row:
            while (y, x) in taken:
                x += 1
            wide = min(max(1, _whole(cell.get("colspan"), 1)), _SPAN_MOST)
            high = min(max(1, _whole(cell.get("rowspan"), 1)), _SPAN_MOST, len(rows) - y)
            words = on_one_line(tidy("".join(_cell_words(cell))))
            for dy in range(high):
                for dx in range(wide):
                    taken[y + dy, x + dx] = words
            x += wide
            if x > _COLUMNS_MOST or len(taken) > _CELLS_MOST:
                return None
        if marked == y and row and all(cell.tag == "th" for cell in row):
            marked = y + 1
    width = max(x for _, x in taken) + 1
    grid = [[taken.get((y, x), "") for x in range(width)] for y in range(len(rows))]
    caption = table.find("caption")
    name = on_one_line(tidy("".join(caption.itertext()))) if caption is not None else ""
    return Grid(tuple(map(tuple, grid)), marked or None, name)


def _cell_words(cell: Element) -> Iterator[str]:
    """The words of a cell; what stands in blocks of its own is parted by a line break."""
    yield cell.text or ""
    for child in cell:
        if not isinstance(child.tag, str):
            yield child.tail or ""
            continue
        parts = child.tag in BLOCK or child.tag == "br"
        yield "\n" if parts else ""
        yield from _cell_words(child)
        yield "\n" if parts else ""
        yield child.tail or ""
