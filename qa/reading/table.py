"""The metadata table above a report: its keys and values, and which keys tell publisher, source and date.

Rows may hold one key or several, in pipes, brackets or bold, or a key and its value on two lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from qa.patterns import lazy_re
from qa.reading.furniture import DATE_TEXT, META_KEY

ISSUER_KEYS = (
    *(
        "发布机构",
        "发文机关",
        "发文机构",
        "发文单位",
        "发布单位",
        "发布部门",
        "制发机关",
        "公开机构",
        "公开主体",
        "公开责任部门",
    ),
    *("责任部门", "报送单位", "填报单位", "报告单位", "编制单位"),
)
SOURCE_KEYS = ("信息来源", "稿件来源", "文章来源", "来源", "作者")
DATE_KEYS = (
    *(
        "发布日期",
        "发布时间",
        "公开日期",
        "生成日期",
        "成文日期",
        "发文日期",
        "印发日期",
        "报送日期",
        "报送时间",
        "填报日期",
        "填报时间",
        "更新时间",
        "时间",
        "日期",
    ),
)
NAME_KEYS = (
    "信息名称",
    "公文名称",
    "文件名称",
    "信息标题",
    "公文标题",
    "文件标题",
    "文章标题",
    "名称",
    "标题",
)

_OFFICE_END = lazy_re(r"(?:局|委|委员会|政府|办公室|厅|院|中心)$")
_OFFICE_TAIL = lazy_re(r"[\u4e00-\u9fff]{2,14}(?:局|委|委员会|政府|办公室|厅)")


def table_of(lines: Iterable[str]) -> dict[str, str]:
    """Read the metadata rows; the first value of a key that is not empty counts.

    Args:
        lines: Folded lines that are no body.

    Returns:
        Key to value.
    """
    table: dict[str, str] = {}
    pending = last = ""
    for line in lines:
        keys = list(META_KEY.finditer(line))
        if pending and not keys:
            table.setdefault(pending, line.strip(" |\t"))
        elif (
            last and not keys and _OFFICE_TAIL.fullmatch(line.strip()) and not _OFFICE_END.search(table[last])
        ):
            table[last] += line.strip()  # 发布机构 | 某市住 / 房和城乡建设局: a cell that the page wrapped
        pending = ""
        last = ""
        for i, key in enumerate(keys):
            stop = keys[i + 1].start() if i + 1 < len(keys) else len(line)
            name = re.sub(r"\s+", "", key[1])
            value = line[key.end() : stop].strip(" |\t:】]*").partition("|")[0].strip()
            if value:
                table.setdefault(name, value)
                last = name if i == len(keys) - 1 and name in ISSUER_KEYS else ""
            elif i == len(keys) - 1:
                pending = name
    return table


def first_value(table: Mapping[str, str], keys: Iterable[str]) -> tuple[str, str]:
    """Find the first of several keys that has a value.

    Args:
        table: Key to value.
        keys: Keys, the most telling first.

    Returns:
        The value and the words that show it; "" and "" if no key has one.
    """
    return next(((table[key], f"{key}: {table[key]}") for key in keys if table.get(key)), ("", ""))


def first_office(table: Mapping[str, str], keys: Iterable[str]) -> tuple[str, str]:
    """Find the office that the first of several keys names, without a date behind it.

    Args:
        table: Key to value.
        keys: Keys, the most telling first.

    Returns:
        The office and the words that show it; "" and "" if no key has one.
    """
    value, evidence = first_value(table, keys)
    # "发布单位:某市司法局  2025-01-08"
    return re.sub(rf"\s*{DATE_TEXT}.*$", "", value), evidence
