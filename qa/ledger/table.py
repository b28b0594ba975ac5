"""Tables of plain text: rows of cells parted by bars or tabs under a header row.

A cell is read with the header of its column, which often holds the unit (收到复议申请(件)), and the label of its row. Knows
nothing of tables whose first row is no header: their figures stay bare.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.quantity import UNIT_CLASS
from qa.text import fold
from qa.types import Sentence

_BAR = re.compile(r"[|\t]")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?%?")
_UNIT = re.compile(r"[(（](?:单位[:：])?([^()（）]{1,6})[)）]\s*$")
_COLUMNS = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A numeric cell of a table row.

    Attributes:
        start: First code point of the figure, from the start of its sentence.
        end: One past the last.
        row: Label of its row: the first cell.
        name: What its column counts, the unit taken off.
        unit: Unit of the column, or "".
        header: Header of the column as printed.
    """

    start: int
    end: int
    row: str
    name: str
    unit: str
    header: str


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
        if len(spans) < _COLUMNS:
            header = []
        elif not any(_is_number(text) for text in texts):
            header = texts if not any(set(text) - set("-: ") == set() for text in texts) else header
        elif len(spans) == len(header):
            rows[sentence.index] = [
                _cell(span, texts[0], head)
                for span, text, head in zip(spans[1:], texts[1:], header[1:], strict=True)
                if _is_number(text)
            ]
    return rows


def _cells(text: str) -> list[tuple[int, int]]:
    """Find the cells of a line: half-open spans, trimmed; none where no bar stands in it."""
    edges = [m.start() for m in _BAR.finditer(text)]
    if not edges:
        return []
    spans = zip([0, *(edge + 1 for edge in edges)], [*edges, len(text)], strict=True)
    trimmed = []
    for start, end in spans:
        piece = text[start:end]
        if piece.strip():
            left = start + len(piece) - len(piece.lstrip())
            trimmed.append((left, left + len(piece.strip())))
    return trimmed


def _cell(span: tuple[int, int], row: str, header: str) -> Cell:
    """Make a cell."""
    unit = _UNIT.search(header)
    named = (
        fold(unit[1])
        if (unit and fold(unit[1]) in UNIT_CLASS) or (unit and fold(unit[1]).lstrip("百千万亿") in UNIT_CLASS)
        else ""
    )
    name = _UNIT.sub("", header) if named else header
    return Cell(span[0], span[1], row, name, named or ("%" if header.endswith("率") else ""), header)


def _is_number(text: str) -> bool:
    """Tell whether a cell is a figure and nothing else."""
    return _NUMBER.fullmatch(fold(text).strip()) is not None
