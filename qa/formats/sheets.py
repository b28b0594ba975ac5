"""Excel workbooks (.xlsx) -> text: each visible sheet as paragraphs and tables, cells as they are shown.

openpyxl reads the cells; what formulas came to is what the program that saved the file stored. Rows that hold one thing, or
pairs such as 填报单位：某市司法局, are paragraphs; the others are a table until an empty row. Knows nothing of reports.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from qa.errors import UnreadableFile
from qa.formats.blocks import Block, Paragraph, text_of
from qa.formats.packed import EXCEL, check_package, transitional
from qa.formats.refusals import BROKEN_XLSX, NO_CELLS, RESAVE_SHEET
from qa.formats.tables import Grid
from qa.patterns import lazy_re

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.worksheet.worksheet import Worksheet

_ROWS_MOST, _COLUMNS_MOST, _CELLS_MOST = 5000, 200, 100_000
_DIGITS = 10  # significant digits of a number in the format General; Excel shows no more in a cell
_PLACES = lazy_re(r"\.(0+)")
_PAIR = lazy_re(r"^[^:：]{2,12}[:：]\s*\S")
# What openpyxl raises for a package that lacks a part or holds a broken one.
_BROKEN = (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError, EOFError)
_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error)


def read_sheets(data: bytes, file: str) -> str:
    """Read a workbook.

    Args:
        data: The bytes of an .xlsx file.
        file: Its name, for messages.

    Returns:
        The lines of its visible sheets.

    Raises:
        UnreadableFile: it is no workbook, or holds no words.
    """
    check_package(data, EXCEL, file)
    import openpyxl

    try:
        book = openpyxl.load_workbook(io.BytesIO(transitional(data, EXCEL)), data_only=True)
        sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        text = text_of([block for sheet in sheets for block in _blocks(_rows(sheet))])
    except (*_BROKEN, *_BROKEN_ZIP) as exc:
        raise UnreadableFile(BROKEN_XLSX(file, type(exc).__name__, RESAVE_SHEET)) from exc
    if not text.strip():
        raise UnreadableFile(NO_CELLS(file))
    return text


def _rows(sheet: Worksheet) -> list[list[str]]:
    """Read the cells of a sheet as they are shown; a merged cell stands in each of its places."""
    width = min(sheet.max_column, _COLUMNS_MOST)
    height = min(sheet.max_row, _ROWS_MOST, max(1, _CELLS_MOST // max(1, width)))
    rows = [[_shown(cell) for cell in row] for row in sheet.iter_rows(max_row=height, max_col=width)]
    for merged in sheet.merged_cells.ranges:
        if merged.min_row > height or merged.min_col > width:
            continue
        words = rows[merged.min_row - 1][merged.min_col - 1]
        for row in rows[merged.min_row - 1 : merged.max_row]:
            row[merged.min_col - 1 : merged.max_col] = [words] * (
                min(merged.max_col, width) - merged.min_col + 1
            )
    return rows


def _blocks(rows: list[list[str]]) -> Iterator[Block]:
    """Cut the rows of a sheet into paragraphs and tables."""
    table: list[tuple[str, ...]] = []
    for row in [*rows, []]:
        words = [cell for at, cell in enumerate(row) if cell and (at == 0 or row[at - 1] != cell)]
        single = len(words) == 1 and (not table or len(words[0]) > 1)
        if words and not single and not all(map(_PAIR.match, words)):
            table.append(tuple(row))
            continue
        if table:
            yield Grid(tuple(table))
            table = []
        if words:
            yield Paragraph(" ".join(words))


def _shown(cell: Cell | MergedCell) -> str:
    """Write a cell as a program shows it."""
    value = cell.value
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, (datetime, date)):
        return f"{value.year}年{value.month}月{value.day}日"
    if not isinstance(value, (int, float)):
        return str(value)
    shown = str(cell.number_format)
    percent = shown.split(";")[0].rstrip().endswith("%")
    number = Decimal(repr(value)) * (100 if percent else 1)
    places = _PLACES.search(shown)
    if places or percent or "0" in shown:
        number = number.quantize(Decimal(1).scaleb(-len(places[1]) if places else 0), ROUND_HALF_UP)
    else:
        number = Decimal(f"{number:.{_DIGITS}g}").normalize()  # 97.10000000000001 is shown as 97.1
    return f"{number:f}{'%' if percent else ''}"
