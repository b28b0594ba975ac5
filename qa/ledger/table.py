"""Tables of plain text: rows of cells parted by bars, tabs or wide gaps under one header row or two.

A cell is read with the header of its column and the label of its row; either may hold the unit (收到复议申请(件)), a column of
units or a line above the table may too. Knows nothing of tables whose first row is no header: their figures stay bare.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from qa.ledger.cells import cells_in
from qa.ledger.mention import CORE, HEADING, TOPIC, Mention
from qa.patterns import lazy_re
from qa.quantity import Quantity
from qa.text import fold
from qa.types import Sentence
from qa.units import UNIT_CLASS, bare

_NUMBER = lazy_re(r"\d+(?:,\d{3})*(?:\.\d+)?%?")
_MOVED = lazy_re(r"[+\-−↑↓]?(?P<size>\d+(?:,\d{3})*(?:\.\d+)?)(?P<unit>%|个百分点)?")
_NOT_VALUE = lazy_re(r"[^\d.]")
_UNIT = lazy_re(r"[(（](?:单位[:：])?([^()（）]{1,6})[)）]\s*$")
_UNIT_LINE = lazy_re(r"[(（]?(?:计量|数据)?单位[:：]\s*([^()（）\s]{1,6})[)）]?\s*$")
_UNITS = lazy_re(r"(?:计量|数量)?单\s*位")
_SERIAL = lazy_re(r"序号?|编号|项次")
_BLANK = lazy_re(r"[-—–/\\\s]*")
_YEAR = lazy_re(r"(20\d\d)\s?年?度?")
_YEARS = lazy_re(r"年[度份]?")
_THIS = lazy_re(r"(?:本|今|当)(?:年度?|期)(?:累计|完成|实际)?[数值]?")
_LAST = lazy_re(r"(?:上|去)(?:一?年度?|期)(?:同期)?(?:累计|完成|实际)?[数值]?")
MOVES = lazy_re(r"增减|同比|环比|增长率?|增幅|涨幅|升降|[较比](?:上|去)年|变化")
"""Words of a header whose column states a change against another time."""
_IN_PERCENT = lazy_re(
    r"同比|环比|率|幅"
)  # 增减 alone may be a difference, and that of a rate is one in points
_COLUMNS = 2
# A line of its own that names a table; a sentence that ends in 见下表 tells more than one thing.
_TITLE = lazy_re(
    r"(?:表\s?[\d一二三四五六七八九十]+[\s:：.、]*)?[^,，。;；|]{4,40}(?:表|情况|一览|统计)(?:\s?\d+)?(?:[(（][^()（）]{1,16}[)）])?(?:如下)?[:：]?"
)

_TITLE_ENDS = lazy_re(r"表|情况|一览|统计")


@dataclass(frozen=True, slots=True)
class Cell:
    """A numeric cell of a table row.

    Attributes:
        start: First code point of the figure, from the start of its sentence.
        end: One past the last.
        row: Label of its row: its words before the first figure, serial numbers and units left out.
        name: What its column counts, the unit taken off; "" where the column is a year.
        unit: Unit of the column or of the row, or "".
        header: Words that the unit stands in, as printed: the header of the column, or the label of the row.
        year: Year of the column or of the row, or 0.
        back: How many years before its report it holds for, where a column says 上年; else 0.
        corner: Header over the labels of the rows, such as 部门.
        falls: Whether a change is printed with a minus sign or an arrow down.
        title: What is printed right above the table: 各季度行政处罚案件数量表; "" where that is no title.
    """

    start: int
    end: int
    row: str
    name: str
    unit: str
    header: str
    year: int = 0
    back: int = 0
    corner: str = ""
    falls: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Labels:
    """What the cells before the figures say of a row: its words, its unit, its year, and the header over its words."""

    words: str
    unit: str
    year: int
    corner: str


def table_rows(sentences: Sequence[Sentence]) -> dict[int, list[Cell]]:
    """Read the tables of a report.

    Args:
        sentences: Its sentences in order; a table row is one sentence.

    Returns:
        For the index of each row under a header its numeric cells.
    """
    rows: dict[int, list[Cell]] = {}
    header: list[str] = []
    unit, under, led, title = "", False, "", ""
    for sentence in sentences:
        spans = cells_in(sentence.text)
        texts = [sentence.text[start:end] for start, end in spans]
        if len(spans) >= _COLUMNS and sentence.lead != led:
            above = [sentence.lead[start:end] for start, end in cells_in(sentence.lead)]
            if len(above) == len(spans) and _is_header(above):
                header, under = (
                    above,
                    True,
                )  # a row that is ruled off is no sentence, but the lead of those below
        led = sentence.lead
        if len(spans) < _COLUMNS:
            header, under = [], False
            title = sentence.text if _may_be_title(sentence.text) else ""
            named = _UNIT_LINE.search(sentence.text) if "单位" in sentence.text else None
            unit = _known(named[1]) if named else ""
        elif _is_header(texts):
            ruler = all(set(text) <= set("-: ") for text in texts)  # |---|---| of Markdown
            empty = all(_BLANK.fullmatch(text) for text in texts[1:])  # 某镇 | — | —: a row without figures
            if not ruler and not (empty and header):
                header = _joined(header, texts) if under else texts
                under = True
        elif len(spans) == len(header):
            under = False
            rows[sentence.index] = [replace(cell, title=title) for cell in _row(spans, texts, header, unit)]
    return rows


def _may_be_title(text: str) -> bool:
    """Tell whether a line names a table; few lines hold a word that a name ends with, so that few are searched."""
    return _TITLE_ENDS.search(text) is not None and _TITLE.fullmatch(text.strip()) is not None


def row_mentions(sentence: Sentence, cells: Sequence[Cell], year: int) -> list[Mention]:
    """Make a figure of every numeric cell of a table row: its column header and the label of its row own it.

    Args:
        sentence: The row.
        cells: Its cells, as :func:`table_rows` gives them.
        year: Year of the report.

    Returns:
        The mentions in the order of the text.
    """
    found = []
    for cell in cells:
        text = fold(sentence.text[cell.start : cell.end])
        value = _NOT_VALUE.sub("", text)
        unit = "%" if text.endswith("%") else cell.unit
        held = cell.year or (year - cell.back if cell.back else 0)
        quantity = Quantity(cell.start, cell.end, value, unit, None, sentence.text[cell.start : cell.end])
        own = f"{cell.row}{cell.name}"
        zones = [(CORE, fold(own)), *([(TOPIC, fold(cell.title))] if cell.title else [])]
        zones += ((HEADING, fold(heading)) for heading in sentence.heading[-2:])
        found.append(
            Mention(
                sentence=sentence.index,
                quantity=quantity,
                clause=(0, len(sentence.text)),
                label=own,
                noun="",
                zones=tuple(zones),
                column=cell.header,
                part=fold(cell.header).startswith("其中"),
                change=("fall" if cell.falls else "rise") if MOVES.search(fold(cell.header)) else "",
                past=held not in (0, year),
                year=held,
                row=cell.row,
                corner=cell.corner,
            )
        )
    return found


def _row(
    spans: Sequence[tuple[int, int]], texts: Sequence[str], header: Sequence[str], unit: str
) -> list[Cell]:
    """Make the numeric cells of a row."""
    # A table without labels (受理(件) | 审结(件) above 131 | 114) begins with a figure under a unit.
    start = 0 if _unit(header[0]) and all(map(_is_number, texts)) else 1
    first = next((i for i in range(start, len(texts)) if _is_figure(texts, header, i)), len(texts))
    labels = _labels(texts[:first], header[:first], unit)
    return [
        _cell(spans[i], texts[i], labels, header[i])
        for i in range(first, len(texts))
        if _is_number(texts[i]) or (MOVES.search(header[i]) and _MOVED.fullmatch(fold(texts[i]).strip()))
    ]


def _is_figure(texts: Sequence[str], header: Sequence[str], i: int) -> bool:
    """Tell whether a cell is a figure and no serial number or year before others."""
    numbers = i < len(texts) - 1 and (_YEARS.fullmatch(header[i]) or _SERIAL.fullmatch(header[i]))
    return _is_number(texts[i]) and not numbers


def _labels(texts: Sequence[str], header: Sequence[str], unit: str) -> _Labels:
    """Read the cells before the first figure of a row."""
    words, corner, year = [], "", 0
    for text, head in zip(texts, header, strict=True):
        named = _YEAR.fullmatch(fold(text))
        if _UNITS.fullmatch(head) and _known(text):
            unit = _known(text)
        elif named and (not head or _YEARS.fullmatch(head) or not text.isdecimal()):
            year = int(named[1])
            words.append(text if not text.isdecimal() else f"{text}年")
        elif text and not _SERIAL.fullmatch(head) and not (not head and text.isdecimal()):
            words.append(text)
            corner = head
    return _Labels("".join(words), unit, year, corner)


def _joined(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Join two header rows, the upper of which spans columns: 行政复议 | | above 受理 | 审结."""
    if len(upper) != len(lower) or not ("" in upper[1:] or "" in lower):
        return list(lower)
    joined, over = [], ""
    for top, below in zip(upper, lower, strict=True):
        over = top or (over if below else "")
        joined.append(over + below if below != over else over)
    return joined


def _is_header(texts: Sequence[str]) -> bool:
    """Tell whether the cells of a row name columns: none is a figure, but for years in a row (指标 | 2023 | 2024)."""
    years = [int(found[1]) for text in texts[1:] if (found := _YEAR.fullmatch(fold(text)))]
    in_row = len(years) > 1 and all(abs(a - b) == 1 for a, b in pairwise(years))
    return not any(_is_number(text) and not (in_row and _YEAR.fullmatch(text)) for text in texts)


def _cell(span: tuple[int, int], text: str, labels: _Labels, header: str) -> Cell:
    """Make a cell."""
    start, end = span
    bare, unit = _UNIT.sub("", header), _unit(header)
    year, folded = _YEAR.fullmatch(fold(bare)), fold(bare)
    timed = year is not None or bool(_LAST.fullmatch(folded) or _THIS.fullmatch(folded))
    row_unit, row = _unit(labels.words), labels.words
    source, name = header, bare if unit else header
    moved = _MOVED.fullmatch(fold(text).strip()) if MOVES.search(header) else None
    if moved is not None:
        start, end = start + moved.start("size"), start + moved.end()
        rate = row_unit == "%" or labels.unit == "%" or fold(row).endswith("率")
        unit = moved["unit"] or unit or ("%" if _IN_PERCENT.search(folded) and not rate else "")
        row = _UNIT.sub("", row) if row_unit else row
    elif row_unit and not unit:
        unit, row = row_unit, _UNIT.sub("", row)
        source = labels.words if timed else header
    elif not unit and folded.endswith("率"):
        unit = "%"
    elif not unit and timed and fold(labels.words).endswith("率"):
        unit, source = "%", labels.words
    return Cell(
        *(start, end, row, "" if year else name, unit or ("" if moved else labels.unit), source),
        year=int(year[1]) if year else labels.year,
        back=1 if _LAST.fullmatch(folded) else 0,
        corner=labels.corner,
        falls=moved is not None and fold(text).strip()[0] in "-−↓",
    )


def _unit(words: str) -> str:
    """Read the unit in brackets at the end of a header or label, or ""."""
    found = _UNIT.search(words)
    return _known(found[1]) if found else ""


def _known(words: str) -> str:
    """Fold a unit, "" where it is none."""
    unit = fold(words)
    return unit if unit in UNIT_CLASS or bare(unit) in UNIT_CLASS else ""


def _is_number(text: str) -> bool:
    """Tell whether a cell is a figure and nothing else."""
    return _NUMBER.fullmatch(fold(text).strip()) is not None
