"""Turns a report's text into the files that people have: DOCX, HTML as government sites serve it, PDF.

The conversions are those of Word, of a site's CMS and of a printer, not the reverse of our readers: paragraphs, heading
styles, page furniture, wrapped lines and split tables are made by python-docx, by hand-written page shells and by reportlab.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, SimpleDocTemplate, TableStyle
from reportlab.platypus import Paragraph as PdfParagraph
from reportlab.platypus import Table as PdfTable

from qa.reading.lines import logical_lines

FONT = "STSong-Light"
_HEADING = re.compile(
    r"^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|[(（][一二三四五六七八九十]+[)）])[^。]{0,60}$"
)


@dataclass(frozen=True)
class TableOf:
    """A table: its caption, its rows of cells, and how many of them are header rows."""

    rows: Sequence[Sequence[str]]
    caption: str = ""
    headers: int = 1


Part = str | TableOf


def parts_of(text: str) -> list[Part]:
    """Cut a text into its paragraphs, with hard wraps undone."""
    lines = ["".join(text[a:b].splitlines()) for a, b in logical_lines(text)]
    return [line.strip() for line in lines if line.strip()]


def to_docx(parts: Sequence[Part], *, header: str = "", footer: str = "") -> bytes:
    """Write a Word file with heading styles, a page header and a page footer."""
    document = Document()
    document.styles["Normal"].font.size = Pt(16)
    section = document.sections[0]
    if header:
        section.header.paragraphs[0].text = header
    if footer:
        section.footer.paragraphs[0].text = footer
    for part in parts:
        if isinstance(part, TableOf):
            _docx_table(document, part)
        elif _HEADING.match(part):
            level = 2 if part[0] in "(（" else 1
            document.add_heading(part, level)
        else:
            document.add_paragraph(part)
    assert document.styles["Heading 1"].type == WD_STYLE_TYPE.PARAGRAPH
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _docx_table(document, part: TableOf) -> None:  # type: ignore[no-untyped-def]
    if part.caption:
        document.add_paragraph(part.caption)
    table = document.add_table(len(part.rows), len(part.rows[0]), "Table Grid")
    for row, cells in zip(table.rows, part.rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words


def to_pdf(
    parts: Sequence[Part],
    *,
    header: str = "",
    footer: str = "- {page} -",
    font: str = FONT,
    size: int = 16,
    password: str = "",
) -> bytes:
    """Print a PDF with indented paragraphs, a header and page numbers; tables are split by the page."""
    if font == FONT:
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    body = ParagraphStyle(
        "b", fontName=font, fontSize=size, leading=size * 1.75, firstLineIndent=size * 2, wordWrap="CJK"
    )
    title = ParagraphStyle(
        "t", parent=body, fontSize=size + 4, leading=size * 2.2, firstLineIndent=0, alignment=TA_CENTER
    )
    cell = ParagraphStyle("c", fontName=font, fontSize=size - 4, leading=size, wordWrap="CJK")
    flow: list[Flowable] = []
    for number, part in enumerate(parts):
        if isinstance(part, TableOf):
            if part.caption:
                flow.append(
                    PdfParagraph(
                        html.escape(part.caption), ParagraphStyle("k", parent=title, fontSize=size - 2)
                    )
                )
            rows = [[PdfParagraph(html.escape(words), cell) for words in row] for row in part.rows]
            grid = TableStyle(
                [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
            )
            flow.append(PdfTable(rows, repeatRows=part.headers, style=grid))
        else:
            is_title = number < 3 and len(part) <= 60 and not re.search("[。，,：:；]", part)
            flow.append(PdfParagraph(html.escape(part), title if is_title else body))

    def furniture(canvas: Canvas, _: object) -> None:
        canvas.setFont(font, 9)
        if header:
            canvas.drawCentredString(A4[0] / 2, A4[1] - 1.2 * cm, header)
        if footer:
            canvas.drawCentredString(A4[0] / 2, 1.2 * cm, footer.format(page=canvas.getPageNumber()))

    out = io.BytesIO()
    encrypt = password or None
    template = SimpleDocTemplate(
        out, pagesize=A4, topMargin=3 * cm, bottomMargin=3 * cm, encrypt=encrypt, invariant=1
    )
    template.build(flow, onFirstPage=furniture, onLaterPages=furniture)
    return out.getvalue()
