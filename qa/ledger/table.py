"""Tables of plain text: rows of cells parted by bars or tabs under a header row.

A cell is read with the header of its column, which often holds the unit (收到复议申请(件)), and the label of its row. Knows
nothing of tables whose first row is no header: their figures stay bare.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from qa.quantity import UNIT_CLASS
from qa.text import fold
from qa.types import Sentence

_BAR = re.compile(r"[|\t]")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?%?")
_UNIT = re.compile(r"[(（](?:单位[:：])?([^()（）]{1,6})[)）]\s*$")
_YEAR = re.compile(r"(20\d\d)\s?年?度?")
_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A numeric cell of a table row.

    Attributes:
        start: First code point of the figure, from the start of its sentence.
        end: One past the last.
        row: Label of its row: the first cell.
        name: What its column counts, the unit taken off; "" where the column is a year.
        unit: Unit of the column or of the row, or "".
        header: Words that the unit stands in, as printed: the header of the column, or the label of the row.
        year: Year of the column, or 0.
    """

    start: int
    end: int
    row: str
    name: str
    unit: str
    header: str
    year: int = 0


def table_rows(sentences: Sequence[Sentence]) -> dict[int, list[Cell]]:
    """Read the tables of a report.

    Args:
        sentences: Its sentences in order; a table row is one sentence.

    Returns:
        For the index of each row under a header its numeric cells.
    """
    rows: dict[int, list[Cell]] = {}
    header: list[str] = []
    for sentence in sentences:
        spans = _cells(sentence.text)
        texts = [sentence.text[start:end] for start, end in spans]
        above = [sentence.lead[start:end] for start, end in _cells(sentence.lead)]
        if len(above) == len(spans) >= _COLUMNS and _is_header(above):
            header = above  # a row that is ruled off is no sentence, but the lead of those below
        if len(spans) < _COLUMNS:
            header = []
        elif _is_header(texts):
            ruler = all(set(text) <= set("-: ") for text in texts)  # |---|---| of Markdown
            header = header if ruler else texts
        elif len(spans) == len(header):
            rows[sentence.index] = [
                _cell(span, texts[0], head)
                for span, text, head in zip(spans[1:], texts[1:], header[1:], strict=True)
                if _is_number(text)
            ]
    return rows


def _is_header(texts: Sequence[str]) -> bool:
    """Tell whether the cells of a row name columns: none is a figure, but for years in a row (指标 | 2023 | 2024)."""
    years = [int(found[1]) for text in texts[1:] if (found := _YEAR.fullmatch(fold(text)))]
    in_row = len(years) > 1 and all(abs(a - b) == 1 for a, b in pairwise(years))
    return not any(_is_number(text) and not (in_row and _YEAR.fullmatch(text)) for text in texts)


def _cells(text: str) -> list[tuple[int, int]]:
    """Find the cells of a line: half-open spans, trimmed, blank ones too; none where no bar stands in it."""
    edges = [m.start() for m in _BAR.finditer(text)]
    if not edges:
        return []
    spans = list(zip([0, *(edge + 1 for edge in edges)], [*edges, len(text)], strict=True))
    # "| a | b |": the bars at the edges part no cells.
    if text.lstrip().startswith("|"):
        spans = spans[1:]
    if text.rstrip().endswith("|"):
        spans = spans[:-1]
    trimmed = []
    for start, end in spans:
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        trimmed.append((left, left + len(piece.strip())))
    return trimmed


def _cell(span: tuple[int, int], row: str, header: str) -> Cell:
    """Make a cell."""
    year = _YEAR.fullmatch(fold(header))
    source = row if year else header
    unit = _unit(source)
    name = "" if year else _UNIT.sub("", header) if unit else header
    label = _UNIT.sub("", row) if year and unit else row
    rate = fold(source).endswith("率")
    return Cell(*span, label, name, unit or ("%" if rate else ""), source, int(year[1]) if year else 0)


def _unit(words: str) -> str:
    """Read the unit in brackets at the end of a header or label, or ""."""
    found = _UNIT.search(words)
    unit = fold(found[1]) if found else ""
    return unit if unit in UNIT_CLASS or unit.lstrip("百千万亿") in UNIT_CLASS else ""


def _is_number(text: str) -> bool:
    """Tell whether a cell is a figure and nothing else."""
    return _NUMBER.fullmatch(fold(text).strip()) is not None
