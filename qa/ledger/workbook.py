"""The ledger as an Excel workbook: a sheet of places and years by indicators, a hidden one with the evidence of each cell.

A cell links to its evidence, and its note says the same, since Excel follows no link to a sheet that is hidden. Imports openpyxl
when it is called. Knows nothing of selection.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from qa.ledger.export import CONTRADICTED, Row, contradictions, fields, headers
from qa.ledger.observation import Kind
from qa.patterns import lazy_re
from qa.settings import Language
from qa.units import scale_of

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell as SheetCell
    from openpyxl.worksheet.worksheet import Worksheet

TABLE, EVIDENCE = ("指标表", "Table"), ("出处", "Evidence")
"""Chinese and English names of the sheets."""

_UNDISCLOSED = ("未披露", "not disclosed")
_CONTROL = lazy_re(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NUMERIC = frozenset({"value", "amount", "year", "start", "end"})


class Shown(NamedTuple):
    """A cell of the table: the row that it shows, and the rows that say otherwise."""

    row: Row
    others: Sequence[Row] = ()


Table = Mapping[tuple[str, int], Mapping[str, Shown]]
"""For each place and year, in order, the cells by the label of their column."""


def to_workbook(
    table: Table,
    columns: Sequence[str],
    rows: Sequence[Row],
    reported: Collection[tuple[str, int]],
    language: Language = Language.CHINESE,
) -> bytes:
    """Write the table and the evidence of its cells.

    Args:
        table: The cells of each place and year.
        columns: Labels of the columns, in order.
        rows: Every row of the evidence; those of the cells are among them.
        reported: Places and years that the library holds a report on: only there an empty cell is undisclosed.
        language: Language of the labels.

    Returns:
        The bytes of an ``.xlsx`` file.
    """
    from openpyxl import Workbook

    english = language is Language.ENGLISH
    book = Workbook()
    sheet: Worksheet = book.active
    sheet.title = TABLE[english]
    evidence: Worksheet = book.create_sheet(EVIDENCE[english])
    evidence.sheet_state = "hidden"
    lines = _write_evidence(evidence, rows, language)
    _write_head(sheet, (*headers(language)[:2], *columns))
    for number, ((place, year), cells) in enumerate(table.items(), 2):
        _put(sheet.cell(number, 1), place)
        sheet.cell(number, 2).value = year
        for column, label in enumerate(columns, 3):
            if (shown := cells.get(label)) is not None:
                _write_cell(sheet.cell(number, column), shown, lines, language)
            elif (place, year) in reported:
                _put(sheet.cell(number, column), _UNDISCLOSED[english])
    sheet.freeze_panes = "C2"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _write_evidence(sheet: Worksheet, rows: Sequence[Row], language: Language) -> dict[tuple[str, int], int]:
    """Write the evidence, and tell the line of each observation."""
    from qa.ledger.export import COLUMNS

    _write_head(sheet, headers(language))
    lines: dict[tuple[str, int], int] = {}
    for number, row in enumerate(rows, 2):
        lines[row.observation.report, row.observation.number] = number
        for column, (text, (_, name)) in enumerate(zip(fields(row, language), COLUMNS, strict=True), 1):
            cell = sheet.cell(number, column)
            if name in _NUMERIC:
                cell.value = _number(text)
            else:
                _put(cell, text)
    sheet.freeze_panes = "A2"
    return lines


def _write_cell(
    cell: SheetCell, shown: Shown, lines: Mapping[tuple[str, int], int], language: Language
) -> None:
    """Write a cell of the table: a number where the figure is exact, else as printed; with link and note."""
    from openpyxl.comments import Comment

    english = language is Language.ENGLISH
    row = shown.row
    one = row.observation
    mark = "" if one.kind is Kind.RESULT else f"({row.kind(language)})"
    exact = not one.qualifier and scale_of(one.unit) == 1
    if exact:
        cell.value = _number(one.value)
    else:
        _put(cell, row.printed + mark)
    cell.hyperlink = f"#'{EVIDENCE[english]}'!A{lines[one.report, one.number]}"
    cell.style = "Hyperlink"
    if exact and f"{one.unit}{mark}":
        cell.number_format = f'General"{one.unit}{mark}"'
    note = f"{row.file}:{one.start}-{one.end}\n{row.heading}\n{row.sentence}"
    for told in contradictions(row):
        note += f"\n{CONTRADICTED[english]} {told}"
    for other in shown.others:
        note += f"\n≠ {other.printed}: {other.quote} ({other.file}:{other.observation.start}-{other.observation.end})"
    cell.comment = Comment(_CONTROL.sub("", note), "fawen", width=480, height=220)


def _write_head(sheet: Worksheet, names: Sequence[str]) -> None:
    """Write the names of the columns."""
    from openpyxl.styles import Font

    for column, name in enumerate(names, 1):
        cell = sheet.cell(1, column)
        _put(cell, name)
        cell.font = Font(bold=True)
        sheet.column_dimensions[cell.column_letter].width = min(40, 4 + 2 * len(name))


def _put(cell: SheetCell, text: str) -> None:
    """Write text that is never a formula, whatever it begins with."""
    cell.value = _CONTROL.sub("", text)
    if text:
        cell.data_type = "s"


def _number(text: str) -> int | float:
    """Read a plain decimal."""
    return float(text) if "." in text else int(text)
