"""Tables against themselves: what a column is of the others, the other rows show.

No word says for sure that 全年 is 上半年 and 下半年, or of which column 纠错率 is a share. So a relation (a sum, a difference,
a share, a growth) is believed where the header allows it and every row but one or two bears it out, more than those and
two at least.
A row 合计 is held against its rows in the same way: the other columns must add up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations, permutations

from qa.audit.figures import Figure
from qa.audit.finding import Finding, Kind, Severity
from qa.audit.interval import Interval, last_digit, total
from qa.audit.wording import decimals_of, finding, plain, shown
from qa.patterns import lazy_re
from qa.text import fold
from qa.types import Report, Sentence

# a table that a file held as a table: 分类情况:行政处罚:受理78件;审结76件。
_ROW = lazy_re(r"^(?:(?P<caption>[^:;。]{2,60}):)?(?P<label>[^:;。,]{1,30}):(?=[^:]*$)")
_CELL = lazy_re(r"[|\t]")
_TOTAL = lazy_re(r"^(?:[总合共]计|总[数量]|小计|全[市县区旗州省](?:合计|总计)?)$")
_SUMS = lazy_re(r"合计|总计|共计|小计|总数|总量|全年|总件数")
_SHARES = lazy_re(r"率|占比|比例|比重")
_MOVES = lazy_re(r"增减|同比|增长|增幅|变化|升降|[较比]上年")
_PROVED = 2  # rows or columns that bear a relation out before one that does not is called wrong
_WRONG = 2  # rows that may be wrong, fewer than those that are right
_MOST = 9  # columns; the sums of more are too many to try


@dataclass(frozen=True)
class Row:
    """A row of a table: its label and its figures by column."""

    label: str
    cells: Mapping[str, Figure]


def check_grids(
    report: Report, figures: Mapping[int, Sequence[Figure]], cells: Mapping[int, Sequence[Figure]]
) -> Iterator[Finding]:
    """Recompute the tables of a report.

    Args:
        report: A report.
        figures: Its figures by sentence.
        cells: The figures in cells of plain-text tables, by sentence.

    Yields:
        What does not add up.
    """
    for table in _tables(report, figures, cells):
        yield from _columns(table)
        yield from _totals(table)


def is_row(sentence: Sentence) -> bool:
    """Tell whether a sentence is a row of a table, which counts less than the whole unless it says so.

    Args:
        sentence: A sentence.

    Returns:
        True for a row drawn with bars and for one that was made of a table's cells.
    """
    return "|" in sentence.text or _ROW.match("".join(fold(sentence.text).split())) is not None


def _tables(
    report: Report, figures: Mapping[int, Sequence[Figure]], cells: Mapping[int, Sequence[Figure]]
) -> Iterator[list[Row]]:
    """Collect the tables of a report: rows that follow each other under one caption or header."""
    table: list[Row] = []
    key = ""
    for sentence in report.sentences:
        row, named = _row(sentence, figures.get(sentence.index, ()), cells.get(sentence.index, ()))
        if row is None or named != key:
            if len(table) > _PROVED:
                yield table
            table = []
        key = named
        if row is not None:
            table.append(row)
    if len(table) > _PROVED:
        yield table


def _row(sentence: Sentence, here: Sequence[Figure], cells: Sequence[Figure]) -> tuple[Row | None, str]:
    """Read a sentence as a row of a table, with what its table is known by; None where it is none."""
    if cells:
        header = _CELL.split(fold(sentence.lead).strip("| \t"))
        text = fold(sentence.text)
        open_ = len(text) - len(text.lstrip("| \t"))
        places = [len(_CELL.findall(text[open_ : f.quantity.start])) for f in cells]
        named = [
            (header[at].strip() if at < len(header) else f.mention.column, f)
            for at, f in zip(places, cells, strict=True)
        ]
        label = _CELL.split(text[open_:])[0].strip()
        row = _with(label, named)
        return row, f"|{sentence.lead}"
    match = _ROW.match("".join(fold(sentence.text).split()))
    if not match or not here:
        return None, ""
    named = []
    for at, figure in enumerate(here):
        column = figure.before[match.end() :] if at == 0 else figure.before.lstrip(";,")
        named.append((column + f"({figure.quantity.unit})" * bool(figure.quantity.unit), figure))
    return _with(match["label"], named), match["caption"] or "".join(name for name, _ in named)


def _with(label: str, named: Sequence[tuple[str, Figure]]) -> Row | None:
    """Make a row; columns of one name are told apart by their order."""
    cells: dict[str, Figure] = {}
    for at, (name, figure) in enumerate(named):
        cells[name if name not in cells else f"{name}#{at}"] = figure
    return Row(label, cells) if cells else None


def _columns(table: Sequence[Row]) -> Iterator[Finding]:
    """Check each column against the others."""
    names = list(dict.fromkeys(name for row in table for name in row.cells))
    if len(names) > _MOST:
        return
    for name in names:
        others = [n for n in names if n != name]
        best: tuple[int, list[Finding]] = (0, [])
        for columns, compute, told in _relations(name, others, table):
            held, broken = _tried(table, name, columns, compute, told)
            if not broken and held >= _PROVED:
                best = (0, [])
                break
            if len(broken) <= _WRONG and held >= _PROVED and held > max(len(broken), best[0]):
                found = [
                    _differs(row.cells[name], [row.cells[c] for c in columns], result, told)
                    for row, result in broken
                ]
                best = held, found
        yield from best[1]


_Compute = Callable[[Sequence[Interval]], Interval | None]


def _relations(
    name: str, others: Sequence[str], table: Sequence[Row]
) -> Iterator[tuple[tuple[str, ...], _Compute, str]]:
    """List what a column may be of others, by the words of its header."""
    if _SUMS.search(name):
        for count in range(2, len(others) + 1):
            for some in combinations(others, count):
                yield some, total, "+"
    if _SHARES.search(name) and not _MOVES.search(name):
        for pair in permutations(others, 2):
            yield pair, lambda v: v[0].over(v[1], 100), "÷"
        for one in others:
            whole = _whole(table, one)
            if whole is not None:
                yield (one,), partial(_of_whole, whole=whole), "÷"
    if _MOVES.search(name):
        for pair in permutations(others, 2):
            yield pair, lambda v: _size(v[0] - v[1]), "-"
            yield pair, lambda v: _size(v[0] - v[1]).over(v[1], 100), "-÷"


def _whole(table: Sequence[Row], name: str) -> Interval | None:
    """Give the total of a column: what its row of totals says, or all rows together; None where a row lacks it."""
    cells = [row.cells.get(name) for row in table]
    told = [row.cells[name].bounds for row in table if _TOTAL.match(row.label) and name in row.cells]
    if told:
        return told[0]
    return None if None in cells else total(cell.bounds for cell in cells if cell is not None)


def _of_whole(values: Sequence[Interval], whole: Interval) -> Interval | None:
    """Give the share of a cell in the total of its column: 占比."""
    return values[0].over(whole, 100)


def _size(moved: Interval) -> Interval:
    """Give a change without its sign, which cells print or leave to an arrow."""
    return moved if moved.low >= 0 else Interval(-moved.high, -moved.low)


def _tried(
    table: Sequence[Row], name: str, columns: Sequence[str], compute: _Compute, told: str
) -> tuple[int, list[tuple[Row, Interval]]]:
    """Count the rows that bear a relation out, and list those that do not."""
    held, broken = 0, []
    for row in table:
        if name not in row.cells or not all(c in row.cells for c in columns):
            continue
        figures = [row.cells[c] for c in columns]
        if len({f.unit_class for f in figures}) > 1:
            return 0, []
        if not _fits(row.cells[name], figures[0], told):
            continue
        result = compute([f.bounds for f in figures])
        if result is None:
            continue
        cell = row.cells[name]
        if result.meets(_bounds(cell)):
            held += result.high != 0
        else:
            broken.append((row, result))
    return held, broken


def _fits(cell: Figure, other: Figure, told: str) -> bool:
    """Tell whether a cell can be stated in the unit that a relation gives: -3.5个百分点 is no growth of a rate."""
    percent, points = cell.unit_class == "percent", cell.quantity.unit.endswith("百分点")
    if told == "-÷":
        return percent and not points and other.unit_class != "percent"
    return told != "-" or percent == (other.unit_class == "percent")


def _bounds(cell: Figure) -> Interval:
    """Give the bounds of a cell; a rate may be rounded or cut off."""
    step = last_digit(cell.quantity)
    if cell.unit_class == "percent":
        return Interval(cell.bounds.low - step / 2, cell.bounds.high + step / 2)
    return cell.bounds


def _totals(table: Sequence[Row]) -> Iterator[Finding]:
    """Check the row of totals against the rows above it, or below."""
    rows = [row for row in table if _TOTAL.match(row.label)]
    if len(rows) != 1:
        return
    whole = rows[0]
    parts = [row for row in table if row is not whole]
    held, broken = 0, []
    for name, cell in whole.cells.items():
        if cell.unit_class in ("percent", "ratio") or not all(name in row.cells for row in parts):
            continue
        figures = [row.cells[name] for row in parts]
        added = total(f.bounds for f in figures)
        if added.meets(cell.bounds):
            held += 1
        else:
            broken.append(_differs(cell, figures, added, "+"))
    if len(broken) <= held:
        yield from broken


def _differs(stated: Figure, basis: list[Figure], result: Interval, sign: str) -> Finding:
    """Make a finding where a cell is not what the others give."""
    percent = stated.unit_class == "percent" or sign in ("÷", "-÷")
    computed = shown(result, stated.quantity.amount, decimals_of(stated)) + "%" * percent
    told = sign[0].join(plain(f) for f in basis)
    if sign == "-÷":
        told = f"({told})÷{plain(basis[1])}"
    return finding(
        Kind.TABLE,
        Severity.CONTRADICTION,
        stated,
        basis,
        computed=computed,
        arithmetic=f"{told}={computed}≠{plain(stated)}",
        note="；表中其他行、列都对得上",
        note_en="; the other rows and columns of the table add up",
    )
