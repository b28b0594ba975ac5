"""Measure words of Chinese reports: their classes, their patterns, and the 百 千 万 亿 at their head.

Knows nothing of figures: those are read by ``qa.quantity``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from qa.numerals import SCALES

# Measure words of this genre, the longest first. A unit decides what a figure may answer, so each has its class in UNIT_CLASS.
UNITS: dict[str, str] = {
    "percent": "个百分点 百分点 % ‰ 成",
    "money": "亿美元 万美元 美元 亿元 万元 元",
    "person_times": "人次",
    "people": "人 名 位",
    "event_times": "通次 轮次 通 "
    "件次 户次 家次 个次 场次 批次 车次 台次 辆次 架次 艘次 班次 例次 次 场 期 批 轮 届 课 讲 课时 学时 遍 趟 回 集",
    "case": "件批次 件批 件 起 宗 例 桩 笔 单",
    "item": "项 条 份 部 篇 本 册 个 张 枚 卷 则 款 类 种 大类 大 级 幅 面 块 套 册 门 封",
    "body": "家 户 所 处 座 间 支 组 对 队 站 点 栋 幢 台 辆 只 艘 架 片 村 镇 街道 企业 单位 部门",
    "time": "个工作日 工作日 个小时 小时 分钟 个月 天 秒 年 日 岁 周年 周",
    "measure": "平方公里 平方米 立方米 公里 米 亩 公顷 吨 公斤 千克 斤 株 棵 尾 倍 兆 度 千瓦时 分 "
    "根 盏 扇 束 粒 瓶 袋 盒 箱 桶 包 双 具 口 头只 头 羽 匹 把 毫升 升 克",
}
UNIT_CLASS: dict[str, str] = {unit: name for name, units in UNITS.items() for unit in units.split()}


class _Classes(dict[str, str]):
    """The class of each unit, with any 万 and 亿; what is not known yet is looked up without them, and kept."""

    def __missing__(self, unit: str) -> str:
        """Look up a unit for the first time."""
        found = self[unit] = UNIT_CLASS.get(bare(unit), "")
        return found


CLASS_OF = _Classes(UNIT_CLASS)
CLASS_OF |= {":1": "ratio", "": ""}
# Goods are counted in the last of the measures (软管1.27万根, 网箱29口). Each is the head of a word or a verb: 多少根据,
# 3个具体措施, 一头扎进; so what may stand behind it is told, and in Chinese numerals it is none.
_NO_GOODS = {
    "根": "据本治源", "扇": "区", "束": "缚", "粒": "子", "瓶": "装颈", "袋": "装", "盒": "装饭", "箱": "涵包", "桶": "装",
    "包": "含括保联装容抓村", "双": "随公向语创方重减", "具": "有体备", "口": "岸径头腔号", "头": "部条脑衔疼头", "匹": "配",
    "把": "握关手守控好", "升": "级至到高为降", "克": "服扣山", "集": "中体合成团聚约镇",
    "通": "过知报道行用车信常水电气则俗畅联达牒缉风往",
}  # fmt: skip
_GOODS = frozenset({*_NO_GOODS, "盏", "羽", "头只", "毫升"})


def _any_of(units: Iterable[str]) -> str:
    """Make the pattern of any measure word, the longest first."""
    longest = sorted(units, key=len, reverse=True)
    return "|".join(re.escape(u) + (f"(?![{_NO_GOODS[u]}])" if u in _NO_GOODS else "") for u in longest)


UNIT_PATTERN = _any_of(UNIT_CLASS)
SPELT_UNIT_PATTERN = _any_of(UNIT_CLASS.keys() - _GOODS)


def bare(unit: str) -> str:
    """Give a unit without the 百 千 万 亿 at its head.

    Args:
        unit: A unit such as 万件, 亿元 or 件.

    Returns:
        The unit, such as 件 or 元.
    """
    return unit.lstrip("百千万亿")


def scale_of(unit: str) -> Decimal:
    """Give the factor that the 百 千 万 亿 at the head of a unit stand for.

    Args:
        unit: A unit such as 万件, 亿元 or 件.

    Returns:
        10,000 for 万件, 1 for 件.
    """
    factor = Decimal(1)
    for char in unit:
        if char not in "百千万亿":
            break
        factor *= SCALES[char]
    return factor
