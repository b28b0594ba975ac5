"""What departments are called for short: 市场监督管理局 is 市场监管局, 人力资源和社会保障局 is 人社局.

The names are those of China's usual county-level departments; a department that is not listed is known by its full name.
"""

from __future__ import annotations

import re

from qa.patterns import lazy_re

# Full name -> short names in use, the head 局 or 委 included.
_SHORT: dict[str, str] = {
    "市场监督管理局": "市场监管局 市监局",
    "生态环境局": "环保局 环境局",
    "人力资源和社会保障局": "人社局 人力社保局 人力资源社会保障局",
    "住房和城乡建设局": "住建局 建设局 住房城乡建设局",
    "卫生健康局": "卫健局 卫生局",
    "卫生健康委员会": "卫健委 卫生健康委",
    "综合行政执法局": "综合执法局 执法局 城管局",
    "城市管理局": "城管局",
    "自然资源和规划局": "自规局 资规局 自然资源局 规划局",
    "自然资源局": "自规局 国土局",
    "交通运输局": "交通局",
    "农业农村局": "农业局 农村局",
    "文化广电旅游体育局": "文旅局 文广旅体局 文体局 文化广电和旅游局 文化广电旅游局 文广旅局",
    "文化和旅游局": "文旅局 文化旅游局",
    "应急管理局": "应急局",
    "发展和改革局": "发改局 发展改革局",
    "发展和改革委员会": "发改委 发展改革委",
    "经济和信息化局": "经信局 工信局 经济信息化局",
    "工业和信息化局": "工信局 工业信息化局",
    "退役军人事务局": "退役军人局",
    "医疗保障局": "医保局",
    "行政审批局": "审批局",
    "政务服务管理局": "政务服务局",
    "数据资源管理局": "数据局",
    "水务局": "水利局",
    "公安局": "公安分局",
}


# What such a department is called without its head: 公安机关, 应急管理部门, 城管局 are told by these.
_FIELDS = (
    "公安 审计 教育 民政 财政 统计 信访 林业 水利 交通 体育 商务 科技 气象 档案 税务 消防 烟草 粮食 医保 海事 城管 住建 环保 "
    "人社 卫健 文旅 应急 发改 经信 工信 农业 国土 自规 市监 交警 环卫 园林 房管 金融 "
).split()
_HEAD = r"(?:分局|局|委员会|委(?!托|员|派)|支队|大队|部门|领域|系统)"
# 执法局, 建设局 and 规划局 alone name too many.
_VAGUE = frozenset(("执法", "建设", "规划", "审批", "数据", "卫生", "农村", "环境"))
_FAMILIES = [
    frozenset(name.rstrip("局委") for name in (full, *shorts.split())) - _VAGUE
    for full, shorts in _SHORT.items()
]
_NAMES = sorted(frozenset(_FIELDS).union(*_FAMILIES), key=len, reverse=True)
# "X区城管2023年办了几件": without a head such a name is an office only where the year, blanked, stands behind it.
_NAMED = lazy_re(
    rf"({'|'.join(_NAMES)}){_HEAD}|(?:(?<!\S)|(?<=[里中面头]))(城管|市监|住建|卫健|人社|交警|文旅)"
    # "X区2024年城管办了几件": nor where it did what is counted
    r"(?=\s{2,}\S|(?:一共|总共|全年|那年|当年|共)*(?:办理?|查处?|罚|抓|处罚|处理|收|审|立案|检查|管)了?(?:多少|几)|的?(?:一共|共)?(?:有|是|占)?(?:多少|几)[件起宗]|的?呢?[?。]*$)"
)


_BARE = lazy_re("|".join(_NAMES))
_HEADED = lazy_re(rf"[省市区县州旗]?({'|'.join(_NAMES)}){_HEAD}")


def find_office(text: str) -> tuple[str, tuple[str, ...]] | None:
    """Find the department inside a place that a question is about.

    Args:
        text: A question without its places.

    Returns:
        What the question calls it, and the names that a report may give it without 局 or 委; None if it names none.
    """
    match = _NAMED.search(text)
    if match is None:
        return None
    stem = match[1] or match[2]
    alike = {name for family in _FAMILIES if stem in family for name in family}
    return match[0], tuple(sorted({stem} | alike))


def fields_named(text: str) -> list[tuple[str, ...]]:
    """List the fields of departments that a text names, with a head or without.

    Args:
        text: A question without its places.

    Returns:
        For each the names that a report may give it: 市场监管, 市监, 市场监督管理.
    """
    found = dict.fromkeys(match[0] for match in _BARE.finditer(text))
    return [
        tuple(sorted({stem}.union(*(family for family in _FAMILIES if stem in family)))) for stem in found
    ]


def offices_in(text: str) -> list[tuple[str, ...]]:
    """List the departments that a text names with their heads.

    Args:
        text: A question without its places.

    Returns:
        For each its field and the other names of it: 卫健, 卫生健康 of 卫健委.
    """
    return [tuple(dict.fromkeys((stem, *alike))) for stem, alike in map(_family, _HEADED.finditer(text))]


def without_offices(text: str) -> str:
    """Blank the departments that a text names with their heads."""
    return _HEADED.sub(lambda match: " " * len(match[0]), text)


def _family(match: re.Match[str]) -> tuple[str, list[str]]:
    """Give the field of a department and its other names."""
    stem = match[1]
    return stem, sorted({name for family in _FAMILIES if stem in family for name in family})


def short_names(name: str) -> list[str]:
    """List what a department is called for short.

    Args:
        name: Full name, with or without its place, such as 海门区市场监督管理局.

    Returns:
        The names with the place kept as it is; none for what is no listed department.
    """
    for full, shorts in _SHORT.items():
        if name.endswith(full):
            return [name.removesuffix(full) + short for short in shorts.split()]
    return []


def is_field(word: str) -> bool:
    """Tell whether a word is what a department or its field is called without a head: 自然资源, 公安.

    Args:
        word: A word.

    Returns:
        True where cases of one thing may be told by it.
    """
    return word in _NAMES
