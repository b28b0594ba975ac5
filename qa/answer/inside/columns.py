"""The columns of one report's tables: the rows with the figure of each, the row of totals, the label and the header of a cell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from qa.ledger.cells import cells_in
from qa.ledger.mention import Mention
from qa.patterns import lazy_re
from qa.ranking import PreparedReport
from qa.text import fold

_ROW = lazy_re(r"[^:;,。\d]{2,16}")  # the label of a row as qa.formats.tables writes it
_LABELLED = 2
_TOTAL = lazy_re(r"合计|总计|小计|总数|平均|^全[市区县省州旗]$|^总")
_SUM = lazy_re(r"^(?:合计|总计|总数|全[市区县省州旗](?:合计|总计)?|总)$")


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its figure in the column asked for."""

    label: str
    mention: Mention


def column_of(mention: Mention, report: PreparedReport) -> list[Row]:
    """Collect the rows of the table that a figure stands in, with the figure of its column.

    Args:
        mention: A figure.
        report: Its report.

    Returns:
        The rows without those of totals; none where it stands in no table.
    """
    return [row for row in _whole(mention, report) if not _TOTAL.search(row.label)]


def total_of(mention: Mention, report: PreparedReport) -> Mention | None:
    """Find the total of the column that a figure stands in, as the table prints it.

    Args:
        mention: A figure of a row.
        report: Its report.

    Returns:
        The figure of the row 合计, or None where the table has none.
    """
    return next((row.mention for row in _whole(mention, report) if _SUM.search(row.label)), None)


def _whole(mention: Mention, report: PreparedReport) -> list[Row]:
    """Collect the rows of the table that a figure stands in, those of totals as well."""
    if not row_label(mention, report):
        return []
    position = _position(mention, report)
    found: list[Row] = []
    for step in (-1, 1):
        index = mention.sentence if step > 0 else mention.sentence - 1
        while 0 <= index < len(report.report.sentences):
            inside = [m for m in report.mentions if m.sentence == index]
            same = [m for m in inside if m.column == mention.column and _position(m, report) == position]
            label = row_label(same[0], report) if same else ""
            if not label:
                break
            if same[0].quantity.unit == mention.quantity.unit:
                found.append(Row(label, same[0]))
            index += step
    return sorted(found, key=lambda row: row.mention.sentence)


def header_of(mention: Mention, report: PreparedReport) -> str:
    """Give the header over a cell of a table.

    Args:
        mention: A figure.
        report: Its report.

    Returns:
        The header as folded, 为 taken off; "" outside tables.
    """
    if not row_label(mention, report):
        return ""
    if mention.column:
        return fold(mention.column)
    before = report.folded[mention.sentence][: mention.quantity.start]
    return re.split("[:;]", before)[-1].removesuffix("为").strip()


def _position(mention: Mention, report: PreparedReport) -> str:
    """Tell which column a figure stands in: its number in a row of cells, else the words right before it."""
    text = report.folded[mention.sentence]
    if cells := cells_in(text):
        return str(sum(end <= mention.quantity.start for _, end in cells))
    before = text[: mention.quantity.start]
    return re.split(r"[:;]", before)[-1]


def row_label(mention: Mention, report: PreparedReport) -> str:
    """Give the label of the row that a figure stands in.

    Args:
        mention: A figure.
        report: Its report.

    Returns:
        The label as folded, or "" where it stands in no row.
    """
    text = report.folded[mention.sentence]
    if cells := cells_in(text):
        return next((text[a:b] for a, b in cells if a < b), "") if mention.column else ""
    before = text[: next((m.quantity.start for m in report.mentions if m.sentence == mention.sentence), 0)]
    parts = before.split(":")  # the table's name if it has one, the row's label, the first column's header
    if len(parts) < _LABELLED or len(re.findall(r"[:;]", text)) < _LABELLED or re.search("[。;]", before):
        return ""
    return parts[-2] if _ROW.fullmatch(parts[-2]) else ""
