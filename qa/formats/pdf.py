"""PDF with a text layer -> text: paragraphs joined over lines and pages, tables with their header, no page furniture.

pdfplumber gives characters and ruling lines with their places; what belongs together is decided here and in the modules
beside it. A scan has no characters and is refused. Knows nothing of reports.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qa.errors import UnreadableFile
from qa.formats.blocks import Block, Paragraph, text_of
from qa.formats.limits import MAX_PAGES
from qa.formats.pdfflow import paragraphs_of
from qa.formats.pdflines import Line, lines_of_page
from qa.formats.pdfmargins import without_furniture
from qa.formats.pdftables import ROWS_MIN, PageTable, joined, open_tables, ruled_tables
from qa.formats.refusals import (
    FETCH_AGAIN,
    OCR,
    PDF_BLANK,
    PDF_BROKEN,
    PDF_CUT,
    PDF_EMPTY,
    PDF_LOCKED,
    PDF_LONG,
    PDF_SCAN,
)

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF

_TAIL = 8192  # the last mark stands in the last 1,024 bytes (ISO 32000, annex H); servers append some more
_EMPTY_MOST = 1 / 3  # share of pages that may be pictures: a cover, a table that was scanned


@dataclass(frozen=True, slots=True)
class PdfPage:
    """What stands on a page: its height, its lines in order of reading, its tables, gutters, and whether it is a picture."""

    height: float
    lines: tuple[Line, ...]
    tables: tuple[PageTable, ...]
    gutters: tuple[float, ...] = ()
    is_picture: bool = False


def read_pdf(data: bytes, file: str) -> str:
    """Read a PDF.

    Args:
        data: Its bytes.
        file: Its name, for messages.

    Returns:
        The lines of its body.

    Raises:
        UnreadableFile: it is broken, locked, too long, or has no text layer.
    """
    if b"%%EOF" not in data[-_TAIL:]:
        raise UnreadableFile(PDF_CUT(file, FETCH_AGAIN))
    pages = _pages(data, file)
    pictures = sum(page.is_picture for page in pages)
    if not pages:
        raise UnreadableFile(PDF_EMPTY(file, FETCH_AGAIN))
    if not pictures and not any(page.lines or page.tables for page in pages):
        raise UnreadableFile(PDF_BLANK(file, len(pages), OCR))
    if pictures > _EMPTY_MOST * len(pages):
        raise UnreadableFile(PDF_SCAN(file, len(pages), pictures, OCR))
    return text_of(_blocks(pages))


def _pages(data: bytes, file: str) -> list[PdfPage]:
    """Open a PDF and read its pages."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            return _read_pages(pdf, file)
    except (PdfminerException, MalformedPDFException, PSException) as exc:
        cause = exc.args[0] if exc.args else exc
        if isinstance(cause, PDFPasswordIncorrect) or isinstance(exc, PDFPasswordIncorrect):
            raise UnreadableFile(PDF_LOCKED(file)) from exc
        what = type(cause).__name__ if isinstance(cause, Exception) else type(exc).__name__
        raise UnreadableFile(PDF_BROKEN(file, what, FETCH_AGAIN)) from exc


def _read_pages(pdf: PDF, file: str) -> list[PdfPage]:
    """Read the pages one by one, so that the memory holds one at a time."""
    if len(pdf.pages) > MAX_PAGES:
        raise UnreadableFile(PDF_LONG(file, len(pdf.pages), MAX_PAGES))
    pages: list[PdfPage] = []
    known: tuple[float, ...] = ()
    for page in pdf.pages:
        pages.append(_read_page(page, known))
        known = pages[-1].gutters or known
        page.close()
    return pages


def _read_page(page: Page, known: tuple[float, ...]) -> PdfPage:
    """Read one page: tables first, then the lines outside them, by the gutters of a page before where it shows none."""
    width, height = float(page.width), float(page.height)
    chars = [
        char
        for char in page.chars
        if char["upright"] and 0 <= char["x0"] <= width and 0 <= char["top"] <= height
    ]
    tables = ruled_tables(page, chars)
    loose = [char for char in chars if not any(table.holds(char) for table in tables)]
    lines, gutters = lines_of_page(loose, [(t.top, t.box[0], t.box[2]) for t in tables], known)
    covered = max((_area(image) for image in page.images), default=0.0)
    is_picture = not any(char["text"].strip() for char in chars) and covered > 0.3 * width * height
    return PdfPage(height, tuple(lines), tuple(tables), tuple(gutters), is_picture)


def _area(image: dict[str, float]) -> float:
    """Area of a picture on the page, in square points."""
    return abs(image["x1"] - image["x0"]) * abs(image["bottom"] - image["top"])


def _blocks(pages: list[PdfPage]) -> Iterator[Block]:
    """Join lines and tables over the pages, in the order of reading."""
    bodies = without_furniture([(page.height, page.lines) for page in pages])
    flow: list[tuple[int, Line | PageTable]] = []
    for number, (page, lines) in enumerate(zip(pages, bodies, strict=True)):
        tables = [*page.tables]
        lines, found = open_tables(lines)
        items: list[Line | PageTable] = [*lines, *tables, *found]
        # Lines of two columns are already in order of reading: only tables are put where they stand.
        flow.extend((number, item) for item in _in_order(items))
    run: list[tuple[int, Line]] = []
    waiting: PageTable | None = None
    last = 0
    for number, item in flow:
        if isinstance(item, PageTable):
            yield from paragraphs_of(run)
            goes_on = (
                joined(waiting, item) if waiting is not None and not run and number == last + 1 else None
            )
            run = []
            if goes_on is None and waiting is not None:
                yield from _shown(waiting)
            waiting = goes_on or item
            last = number
            continue
        if waiting is not None:
            yield from _shown(waiting)
            waiting = None
        run.append((number, item))
    yield from paragraphs_of(run)
    if waiting is not None:
        yield from _shown(waiting)


def _shown(table: PageTable) -> Iterator[Block]:
    """Give a table, or lines where too few rows came together."""
    if table.is_ruled or len(table.grid.rows) >= ROWS_MIN:
        yield table.grid
    else:
        yield from (Paragraph(" ".join(row)) for row in table.grid.rows)


def _in_order(items: list[Line | PageTable]) -> list[Line | PageTable]:
    """Put tables between the lines that stand above and below them, in the same column."""
    ordered: list[Line | PageTable] = [item for item in items if isinstance(item, Line)]
    for table in sorted((item for item in items if isinstance(item, PageTable)), key=lambda t: t.top):
        left, right = table.box[0], table.box[2]
        beside = [
            (i, item.top)
            for i, item in enumerate(ordered)
            if isinstance(item, PageTable) or (item.x0 < right and item.x1 > left) or not item.column
        ]
        below = [i for i, top in beside if top >= table.top]
        ordered.insert(below[0] if below else beside[-1][0] + 1 if beside else len(ordered), table)
    return ordered
