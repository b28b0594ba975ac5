"""Words that tell siblings apart: 食品 and 药品, 刑事 and 民事, 小学 and 中学, 省级 and 市级, one field and another.

Two things of one family are counted apart, so that a figure of one is never an answer to a question on the other.
Written from general knowledge of what such reports count; no place and no question set was used. Knows nothing of figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from qa.patterns import lazy_re

# A family a line; words joined by / name one member. A member of a line marked + must stand by the figure that answers for it;
# of the others it is enough that no sibling stands there alone.
_LINES = """
+ 食品 药品/药物 化妆品 医疗器械/医疗用品 农产品 农资/农业投入品 特种设备 危险化学品/危化品 烟花爆竹 成品油/加油站 疫苗 烟草/卷烟
+ 工业产品 儿童用品/玩具 水产品 畜禽产品/畜产品 食用盐/食盐
+ 化肥/肥料 农药 兽药 饲料
+ 价格 广告 计量 商标 专利/知识产权 版权/著作权 反垄断/垄断 不正当竞争 传销 网络交易/网络市场 地理标志 商业秘密
+ 小学/中小学/学校 中学/中小学/学校 初中/学校 高中/学校 幼儿园 大学/高校/高等院校 职校/中职/技校/职业学校
+ 刑事 民事 商事
+ 二审/上诉 再审
+ 第一季度/一季度 第二季度/二季度 第三季度/三季度 第四季度/四季度
+ 大气/空气 土壤 噪声/噪音 固废/固体废物 水质/水污染
网约车 校车 出租车/出租汽车/巡游车 货车/货运 客车/客运
刑事拘留/刑拘 行政拘留
首违不罚/首违/首次违法/初次违法/首次 不予处罚/不予行政处罚/免予处罚/轻微不罚/轻微免罚 从轻处罚/从轻 减轻处罚/减轻行政处罚
维持 驳回 撤销 变更 确认违法 责令履行/责令限期履行/限期履行
行政应诉/应诉/行政诉讼/诉讼/官司 行政应议/应议
行政处罚 行政许可 行政强制 行政检查 行政征收 行政确认 行政裁决 行政给付 行政奖励 行政赔偿
公证 仲裁 司法鉴定/鉴定
一审 二审/上诉 再审
学生 教师/老师 家长
婚姻 邻里 劳动 道路交通/交通事故 医疗/医患 物业 山林/林权 消费 合同 征地/拆迁/征收 宅基地 相邻
+ 盗窃/偷盗 诈骗/电诈/反诈 赌博/涉赌/禁赌 毒品/涉毒/禁毒 醉驾 超速
微信/公众号 微博 抖音/短视频 网站/门户网站 电视 报纸 广播
代表建议/人大建议 政协提案/提案 议案
条例/地方性法规 规章 规范性文件 合同/协议
复议听证 处罚听证 立法听证
人民调解员 网格员 辅警 公职律师 法律顾问 法律明白人 公证员 志愿者 特邀调解员 人民陪审员 人民监督员 仲裁员 司法鉴定人 执法人员
社区矫正对象 安置帮教
人民调解 诉前调解/诉调 行政调解 司法调解 商事调解 律师调解
合格率 优秀率 优良率
司法所 派出所 法庭 律所/律师事务所 公证处 鉴定机构 仲裁机构 法律援助中心
"""
Family = tuple[tuple[str, ...], ...]
_FAMILIES: tuple[Family, ...] = tuple(
    tuple(tuple(member.split("/")) for member in line.removeprefix("+ ").split())
    for line in _LINES.strip().splitlines()
)
# What must stand by a figure, with the words that may stand for it.
STATED: dict[str, tuple[str, ...]] = {
    member[0]: member
    for line, family in zip(_LINES.strip().splitlines(), _FAMILIES, strict=True)
    if line.startswith("+")
    for member in family
}
_WORDS = sorted({word for family in _FAMILIES for member in family for word in member}, key=len, reverse=True)
_ANY = lazy_re("|".join(map(re.escape, _WORDS)))
_MEMBERS = {
    word: [(i, j) for i, family in enumerate(_FAMILIES) for j, member in enumerate(family) if word in member]
    for word in _WORDS
}


@lru_cache(maxsize=4096)
def siblings_in(text: str) -> frozenset[tuple[int, int]]:
    """Find the members of families that a text names.

    Args:
        text: Words of a question or of a figure.

    Returns:
        Pairs (number of the family, number of the member).
    """
    return frozenset(member for word in set(_ANY.findall(text)) for member in _MEMBERS[word])


def of_a_sibling(asked: str, told: str, also: str = "") -> bool:
    """Tell whether words name a sibling of what is asked, and not that itself.

    Args:
        asked: The words of a question.
        told: The words that own a figure.
        also: Other words for what is asked.

    Returns:
        True for 药品抽检 where 食品抽检 is asked; False where 食品药品 stands there, or no sibling at all.
    """
    wanted, named = siblings_in(asked), siblings_in(told)
    families = {family for family, _ in wanted} & {family for family, _ in named}
    if not families:
        return False
    wanted |= siblings_in(also)
    return any(
        not {m for f, m in wanted if f == family} & {m for f, m in named if f == family}
        for family in families
    )


_NAMED_FIELD = lazy_re(r"([\u4e00-\u9fff]{2,6})(?:领域|行业|系统)(?!性)")


def are_siblings(things: Sequence[str]) -> bool:
    """Tell whether several things are siblings, no two the same: 价格案件 and 广告案件.

    Args:
        things: What is asked, in order.

    Returns:
        True where one family has a member in each, another in every one, or each is a field of its own.
    """
    fields = [match[1] if (match := _NAMED_FIELD.search(thing)) else "" for thing in things]
    if all(fields) and len(set(fields)) == len(things):
        return True
    named = [siblings_in(thing) for thing in things]
    families = set.intersection(*({family for family, _ in one} for one in named))
    return any(
        len({next(m for f, m in one if f == family) for one in named}) == len(things) for family in families
    )


def names_all(told: str, things: Sequence[str]) -> bool:
    """Tell whether words name each of several siblings: 食品药品案件 for 食品案件 and 药品案件.

    Args:
        told: The words of a figure.
        things: The siblings that are asked for.

    Returns:
        True where no sibling is lacking.
    """
    named = siblings_in(told)
    return all(siblings_in(thing) & named and not of_a_sibling(thing, told) for thing in things)


# "交通运输和市场监管领域案件": 领域 is of both.
_OF_BOTH = lazy_re(r"(?<=[\u4e00-\u9fff]{2})(?:领域|系统|行业|类)")


def with_head(things: Sequence[str]) -> tuple[str, ...]:
    """Give siblings in a row the head that only the last one bears: 价格和广告案件 are 价格案件 and 广告案件.

    Args:
        things: Things in a row, the last one with its head.

    Returns:
        The things, each with the head; the same where they are no siblings or bear it already.
    """
    *before, last = things
    ends = [_last_member(thing) for thing in before]
    tail = _last_member(last)
    head = ""
    if tail and all(
        end and end[0] == tail[0] and end[2] == len(thing) for end, thing in zip(ends, before, strict=True)
    ):
        head = last[tail[2] :]
    elif (match := _OF_BOTH.search(last)) and not any(match[0] in thing for thing in before):
        head = last[match.start() :]
    return (*(thing + head for thing in before), last)


def _last_member(text: str) -> tuple[int, int, int] | None:
    """Find the last member of a family in a text: the family, the member, and where it ends."""
    found = None
    for match in _ANY.finditer(text):
        found = match
    if found is None:
        return None
    family, member = min(siblings_in(found[0]))
    return family, member, found.end()


# What a rate is of: an 按期办结率 of 行政复议 tells nothing of 信访.
_SUBJECTS = (
    "行政复议 复议",
    "行政诉讼 应诉 诉讼 败诉 出庭",
    "信访 来信来访 来访",
    "法律援助 法援",
    "人民调解 矛盾纠纷 纠纷",
    "公证",
    "仲裁",
    "行政许可 行政审批 审批 许可 办件 政务服务",
    "热线 12345 诉求 12333 12348 12315 12328 12367 来电 接听",
    "提案 议案 建议",
    "投诉 举报",
    "信息公开 依申请公开",
    "规范性文件 备案",
    "行政处罚 案卷",
    "社区矫正",
)
_SUBJECT_WORDS = tuple(tuple(line.split()) for line in _SUBJECTS)


def names_subject(told: str) -> bool:
    """Tell whether words name a subject whose rates are told apart.

    Args:
        told: A folded text.

    Returns:
        True for 新收行政复议申请254件.
    """
    return any(word in told for line in _SUBJECT_WORDS for word in line)


def of_another_subject(asked: str, told: str) -> bool:
    """Tell whether a sentence speaks of other subjects than the one asked of.

    Args:
        asked: The words of a question.
        told: The sentence up to a rate, with its lead and headings.

    Returns:
        True where it names subjects, and none that the question names.
    """
    wanted = {line[0] for line in _SUBJECT_WORDS if any(word in asked for word in line)}
    named = {line[0] for line in _SUBJECT_WORDS if any(word in told for word in line)}
    return bool(wanted and named) and not wanted & named
