"""Cells of a table: what is a figure, which unit it has, and how it stands behind its header in a sentence.

Measure words are those of ``qa.quantity``, so that what is written here is read there.
"""

from __future__ import annotations

import re

from qa.patterns import lazy_re
from qa.text import fold
from qa.units import UNIT_CLASS

_UNIT = "|".join(sorted(map(re.escape, UNIT_CLASS), key=len, reverse=True))
_MEASURE = rf"(?:[百千万亿]{{0,2}}(?:{_UNIT})|[万亿]|:1)"
_WHOLE_MEASURE = lazy_re(rf"{_MEASURE}|[%％‰]")
_FIGURE = lazy_re(
    rf"^(?:约|近|超过?|不足|不到|少于)?\s*[+\-−]?\d[\d,]*(?:\.\d+)?\s*(?:余|多)?\s*(?P<unit>{_MEASURE})?\s*(?:以上|以下|左右)?$"
)
_SPACED = lazy_re(r"(?<!\d)\d{1,3}(?: \d{3})+(?!\d)")  # 1 482: thousands as GB/T 15835 sets them
_YEAR = lazy_re(r"^(?:19|20)\d\d\s*年(?:度)?$|^(?:19|20)\d\d[-./]\d{1,2}(?:[-./]\d{1,2})?$")
_BLANK = lazy_re(r"^[-—–/\\·.…\s]*$")
# "受理案件(件)", "金额（万元）", "办结率（%）", "罚没金额/万元", "受理数,单位:件"
_HEADER_UNIT = lazy_re(
    rf"\s*(?:[(（\[]\s*(?:计量)?(?:单位\s*[:：])?\s*(?P<inner>{_MEASURE}|％|﹪)\s*[)）\]]|[/／]\s*(?P<slash>{_MEASURE})$|"
    rf"[,，、]?\s*单位\s*[:：]\s*(?P<named>{_MEASURE})$)"
)
# 单位：件、万元: of two units one is of money, else nobody knows whose they are
_OR = r"\s*[、/／,，]\s*"
_MEASURES = rf"(?:{_MEASURE}(?<!元){_OR}{_MEASURE}(?<=元)|{_MEASURE}(?<=元){_OR}{_MEASURE}(?<!元)|{_MEASURE})"
UNIT_LINE = lazy_re(rf"^[(（]?\s*(?:计量|数据)?单位\s*[:：]\s*(?P<unit>{_MEASURES})\s*[)）]?$")
"""A line above a table that gives the unit of its figures: （单位：件）; or two, of which one is of money: 单位：件、万元."""

NAMED_UNIT = lazy_re(
    rf"^(?P<name>[^。；;]{{2,50}}?)\s*[(（]\s*(?:计量|数据)?单位\s*[:：]\s*(?P<unit>{_MEASURES})\s*[)）]$"
)
"""A line above a table that gives its name and the unit of its figures: 各镇执法情况（单位：件）."""

_SHARE = lazy_re(r"(?:率|占比|比重|比例|同比|增长|增幅|降幅|增速|[%％])$")
_MONEY = lazy_re(r"金额|罚款|罚没|没收|资金|经费|收入|价值|损失|款项?$")
_COUNTED = lazy_re(r"(人次|户次|家次|件次|[件人次户家起宗份场])数$")
# Words of a header that say no more than "here is a value": "数值", "完成情况".
_EMPTY_HEADER = lazy_re(r"^(?:数值|数据|数量|数目|内容|具体内容|情况|结果|值|备注|说明|数)?$")


def is_figure(cell: str) -> bool:
    """Tell whether a cell is a figure, with or without a unit.

    Args:
        cell: Words of a cell.

    Returns:
        True for 12, 1,476件, 99.2%, −3.1; False for words, years and dates.
    """
    words = fold(cell).strip()
    return bool(_FIGURE.match(words)) and not _YEAR.match(words)


def closed_figure(cell: str) -> str:
    """Write a cell that holds one figure without the blanks between its thousands.

    Args:
        cell: Words of a cell, on one line.

    Returns:
        ``1482件`` of ``1 482件``; any other cell as it is.
    """
    closed = _SPACED.sub(lambda found: found[0].replace(" ", ""), cell)
    return closed if closed != cell and is_figure(closed) else cell


def is_year(cell: str) -> bool:
    """Tell whether a cell is a year or a date.

    Args:
        cell: Words of a cell.

    Returns:
        True for 2023年, 2023年度, 2024-03 and a bare 2023.
    """
    words = fold(cell).strip()
    return bool(_YEAR.match(words) or re.fullmatch(r"(?:19|20)\d\d", words))


def is_unit(cell: str) -> bool:
    """Tell whether a cell is a measure word and nothing else.

    Args:
        cell: Words of a cell.

    Returns:
        True for 件, 万元, %, 件/起; False for 城东镇 under a header 单位, which there means an organisation.
    """
    words = [word for word in re.split(r"[、/／,，()（）]", fold(cell).strip()) if word]
    return bool(words) and all(_WHOLE_MEASURE.fullmatch(word) for word in words)


def is_blank(cell: str) -> bool:
    """Tell whether a cell says nothing: empty, or only dashes.

    Args:
        cell: Words of a cell.

    Returns:
        True for such as "", — and /.
    """
    return bool(_BLANK.match(cell))


def split_unit(header: str) -> tuple[str, str]:
    """Part a header from the unit in it.

    Args:
        header: Such as 受理案件(件).

    Returns:
        The words and the unit, "" where it names none: ``("受理案件", "件")``.
    """
    found = _HEADER_UNIT.search(header)
    if not found:
        return header, ""
    unit = found["inner"] or found["slash"] or found["named"]
    return (header[: found.start()] + header[found.end() :]).strip(), unit.replace("％", "%").replace(
        "﹪", "%"
    )


def column_unit(header: str, unit: str) -> str:
    """Tell which unit of a whole table is that of a column: none of shares and changes, of two the one that fits.

    Args:
        header: Words of a column's header.
        unit: Unit of the table, or two: 件、万元.

    Returns:
        "" for such as 办结率 and 同比增长; of 件、万元 the second for 罚没金额; 次 for 检查次数.
    """
    if counted := _COUNTED.search(header):
        return counted[1]  # 检查次数 counts 次, whatever the rest of the table does
    if _SHARE.search(header):
        return ""
    units = re.split(_OR, unit)
    if len(units) == 1:
        return unit
    of_money = bool(_MONEY.search(header))
    return next(one for one in units if one.endswith("元") == of_money)


def value_words(header: str, value: str, unit: str) -> str:
    """Write a cell behind its header.

    Args:
        header: Words of the header, without its unit.
        value: The cell.
        unit: Unit of the cell if it has none of its own, or "".

    Returns:
        ``受理案件12件``; ``得分为96.5`` where there is no unit, for a bare number counts only behind 为; ``备注:…`` for words.
    """
    header = "" if _EMPTY_HEADER.match(header) else header.rstrip(":： ")
    if not is_figure(value):
        return f"{header}:{value}".rstrip("。;；").lstrip(":")
    found = _FIGURE.match(fold(value).strip())
    own = found is not None and found["unit"] is not None
    # 万 and 亿 in a cell are no unit: 1.2万 under 户 is 1.2万户.
    if not own or fold(value)[-1] in "万亿":
        value = f"{value}{unit}"
        own = own or bool(unit)
    if not header:
        return value
    needs_verb = not own or header[-1].isascii() or header[-1].isdigit() or header[-1] in "年月日第至到"
    return f"{header}为{value}" if needs_verb and header[-1] != "为" else f"{header}{value}"
