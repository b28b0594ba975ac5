"""Rows of tables: whether a row is of a part of the place or of an indicator, and the words that own each of its cells.

In plain text a row is a line with bars; of a Word file, page or PDF it is the sentence that ``qa.formats.tables`` makes of it
(城东镇:受理案件12件;调解成功10件。). A row of a township, office, field or quarter is a part; 合计 and 全县 are the whole; under
columns of years or 数量 the row says what is counted. Knows nothing of indicators.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from qa.ledger.cells import cells_in
from qa.ledger.holders import Holder, holder_at
from qa.ledger.mention import Mention
from qa.ledger.table import MOVES
from qa.ledger.wording import MATTER, says_nothing
from qa.patterns import lazy_re
from qa.text import fold
from qa.types import Report, Sentence

# "合计", "全县合计", "全省"; a sum of some (小计, 部分镇街 ... 合计) is none.
_TOTAL = lazy_re(r"(?:^[总合共]\s?计|^总[数量]|^汇总|合计|总计)$|^全(?:[区县市省州旗镇盟乡域年]|街道)")
_SOME = lazy_re(
    r"部分|节选|摘[录选]|(?:主要|重点)(?:行政)?(?:执法)?(?=乡|镇|街|县|区|市|部门|单位|领域|行业)|[前后][\d一二三四五六七八九十]+(?:名|位|个|的)|居前|靠前|排名(?:前|靠)|较[多高](?=的|乡|镇|街|县|区|部门)"
)
_YEAR_ROW = lazy_re(r"20\d\d年度?")
_TIMED = lazy_re(
    r"^(?:20\d\d年?度?|(?:本|今|当|上|去)(?:一?年度?|期)(?:同期)?)(?:累计|完成|实际)?[数值]?为?$"
)
# The header over the labels says that the rows are parts: 部门 | 行政处罚案件.
_CORNER = lazy_re(
    r"部门|单位|机关|地区|县[市区]|区县|市县|市州|乡镇|镇街|街道|街镇|村|领域|行业|系统|类[型别]|种类|案由|时间|月份|季度|区域|县|镇"
)
_NO_LABEL = lazy_re(r"其中|如下|[一二三四五六七八九十]是|^[(（]?\d|(?:情况|方面|工作|成效|数据)$")
_LABEL_MOST = 20  # characters of a label; longer ones are clauses
_FIGURE_VERB = lazy_re(r"为$")
_VALUE = lazy_re(r"^(?:指标|统计|具体)?(?:数值|[数量]|值|数据|比率|占比)$")
_NAMES_TABLE = lazy_re(r"^[^。;]{2,40}(?:表|情况|统计|一览|如下|数据)[:。]?$")
_UNIT_LINE = lazy_re(r"\(?(?:计量|数据)?单位:[^,;。]{1,12}\)?")  # stands between a table and its name
_OF_YEAR = lazy_re(r"(20\d\d)年(?!以来|来|起|底|末)")
_LEAST = 2  # rows that make a table of sentences


@dataclass(frozen=True, slots=True)
class CellWords:
    """What owns a cell.

    Attributes:
        words: What is counted, folded.
        counted: The same with the label of the row, as the ledger shows it.
        lead: Words above the cell that may name the matter: name of the table, label of the row.
        holder: Whose it is.
        year: Year that the name of the table tells, or 0.
    """

    words: str
    counted: str
    lead: str
    holder: Holder
    year: int = 0


@dataclass(frozen=True, slots=True)
class _Row:
    """A row: its sentence, the name of its table, its label, the header over the labels, the headers of its figures."""

    sentence: int
    caption: str
    label: str
    corner: str
    barred: bool
    headers: Mapping[int, str]


def cells_of(report: Report, mentions: Sequence[Mention]) -> dict[int, tuple[Mention, CellWords]]:
    """Tell what owns the figures that are cells of tables.

    Args:
        report: A report as it was read.
        mentions: Its figures in order.

    Returns:
        For positions of figures the figure, its change and sign read from its header, and what owns it.
    """
    by_sentence: dict[int, list[int]] = {}
    for position, mention in enumerate(mentions):
        weak = mention.quantity.weak  # 五名 of a table's name: 前五名的镇街
        if mention.column or (not weak and _may_be_row(report.sentences[mention.sentence].text)):
            by_sentence.setdefault(mention.sentence, []).append(position)
    rows = [
        row
        for index, positions in by_sentence.items()
        if (row := _row_of(report.sentences[index], positions, mentions, _title(report, index))) is not None
    ]
    found: dict[int, tuple[Mention, CellWords]] = {}
    for block in _blocks(rows):
        for row in block:
            for position, header in row.headers.items():
                cell = _cell(row, header, report, alone=len(block) < _LEAST)
                if cell is not None:
                    cell = replace(cell, year=_year(row.caption, report.meta.year))
                    found[position] = (_read(mentions[position], row.label, header), cell)
    return found


def _may_be_row(text: str) -> bool:
    """Tell cheaply whether a sentence may be a row: a colon and no comma between words."""
    return (":" in text or "：" in text) and "，" not in text and "、" not in text[:4]


def _title(report: Report, index: int) -> str:
    """Find the line above a table with bars that names it (2023年各部门执法情况统计表), else its heading; folded."""
    at = index
    while at >= 0 and (
        cells_in(report.sentences[at].text) or _UNIT_LINE.fullmatch(fold(report.sentences[at].text.strip()))
    ):
        at -= 1
    here = report.sentences[index]
    above = fold(report.sentences[at].text.strip()) if 0 <= at < index else ""
    named = _NAMES_TABLE.search(above) and report.sentences[at].heading == here.heading
    return above if named else " ".join(fold(part) for part in here.heading[-1:])


def _row_of(
    sentence: Sentence, positions: Sequence[int], mentions: Sequence[Mention], title: str
) -> _Row | None:
    """Read a sentence as a row, or None where it is none."""
    first = mentions[positions[0]]
    if first.column:
        headers = {at: fold(mentions[at].label[len(mentions[at].row) :]) for at in positions}
        return _Row(sentence.index, title, fold(first.row), fold(first.corner), barred=True, headers=headers)
    text = fold(sentence.text)
    head = text[: first.quantity.start]
    parts = re.split("[:;]", head)[:-1]
    if not parts or head.count(";") or len(parts) > 3:
        return None
    label, caption = parts[-1].strip(), ":".join(parts[:-1]).strip()
    if not label or len(label) > _LABEL_MOST or _NO_LABEL.search(label) or "," in head:
        return None
    headers = {}
    for at in positions:
        quantity = mentions[at].quantity
        left = re.split("[:;]", text[: quantity.start])[-1]
        right = text[quantity.end : quantity.end + 1]
        if right not in {";", "。", ""} or re.search(r"[,、]|\d", re.sub(r"20\d\d年?", "", left)):
            return None
        headers[at] = _FIGURE_VERB.sub("", left.strip())
    return _Row(sentence.index, caption, label, "", barred=False, headers=headers)


def _blocks(rows: Sequence[_Row]) -> list[list[_Row]]:
    """Gather rows that stand below each other and share a header or have the same form."""
    blocks: list[list[_Row]] = []
    for row in rows:
        last = blocks[-1][-1] if blocks else None
        if (
            last is not None
            and row.sentence == last.sentence + 1
            and row.barred == last.barred
            and row.caption == last.caption
            and not set(row.headers.values()).isdisjoint(last.headers.values())
        ):
            blocks[-1].append(row)
        else:
            blocks.append([row])
    return blocks


def _cell(row: _Row, header: str, report: Report, *, alone: bool) -> CellWords | None:
    """Tell what owns a cell, None where the row alone does not tell."""
    plain = MOVES.sub("", header).strip()
    bare = bool(_TIMED.match(plain) or _VALUE.match(plain)) or says_nothing(plain)
    total = bool(_TOTAL.search(row.label)) and not _SOME.search(row.caption)
    item = _is_item(row, plain, bare=bare)
    if alone and not row.barred and not (item and any(map(_TIMED.match, row.headers.values()))):
        return None
    lead = f"{row.caption} {row.label}"
    counted = f"{row.label}{header}"
    if total or _YEAR_ROW.fullmatch(row.label) or row.label == report.meta.place:
        return CellWords(plain, counted, row.caption, Holder())
    if item:
        holder = Holder() if bare else _column_holder(row, plain, report.meta.place)
        words = row.label if bare or holder.name else f"{row.label}{plain}"
        return CellWords(words, counted, row.caption, holder if holder.name else _holder(row.label, report))
    if alone:
        return CellWords(plain, counted, lead, _holder(row.label, report))
    return CellWords(plain, counted, lead, Holder(row.label, whole=False))


def _year(caption: str, year: int) -> int:
    """Read the earlier year that the name of a table tells, 0 where it names none or several."""
    named = {int(found) for found in _OF_YEAR.findall(caption)}
    return named.pop() if len(named) == 1 and max(named) < year else 0


def _holder(words: str, report: Report) -> Holder:
    """Name whose a row or a column is by its words alone."""
    return holder_at(f"{words}:", len(words) + 1, report.meta.place)


def _column_holder(row: _Row, header: str, place: str) -> Holder:
    """Name whose a column is: of an office (市场监管局 beside 交通运输局), or of a part beside a column of totals."""
    if any(_TOTAL.search(column) for column in row.headers.values()):
        return Holder(header, whole=False)
    named = holder_at(f"{header}:", len(header) + 1, place)
    return Holder(named.name, whole=False) if named.name == header else Holder()


def _is_item(row: _Row, header: str, *, bare: bool) -> bool:
    """Tell whether the label of a row says what is counted: 行政复议案件 under 2024年, 行政诉讼 under 收案."""
    if _CORNER.search(row.corner):
        return False
    named, other = MATTER.search(row.label), MATTER.search(header)
    above = MATTER.search(row.caption) if not row.barred else None
    if bare:
        # "行政复议案件类型:行政处罚:件数12件" counts no penalties.
        return not (named and above and named[0] not in row.caption)
    return named is not None and (other is None or other[0] in row.label or named[0] in header)


def _read(mention: Mention, label: str, header: str) -> Mention:
    """Read the change that a cell states from its header or the label of its row, and take the sign off its figure."""
    quantity = mention.quantity
    moves = MOVES.search(header) or MOVES.search(label)
    if not moves or (mention.column and mention.change):
        return mention._replace(part=False)
    falls = quantity.value.startswith("-") or mention.change == "fall"
    sign = 1 if quantity.printed[:1] in "+-−" and quantity.printed else 0
    bare = quantity._replace(
        start=quantity.start + sign,
        value=quantity.value.lstrip("-+"),
        printed=quantity.printed[sign:],
    )
    return mention._replace(part=False, change="fall" if falls else "rise", quantity=bare)
