"""Turns that put figures just told together and name no other thing: 两级一共, 合起来, 比前面那个多出来多少, 平均一家次几个.

Knows the words of such turns; which figures were told is for ``qa.answer.told``. Works on cleaned questions.
"""

from __future__ import annotations

from typing import NamedTuple

from qa.patterns import lazy_re
from qa.question.words.handling import NUMERAL_PATTERN, number_of

_SUMMED = r"(?:一共|总共|合计|共计|总和|之和|相加|合起来|合在一起|合一[起块]儿?|加起来|加在?一[起块]儿?|加总)"
_ADDED = r"(?:合起来|合在一起|合一[起块]儿?|加起来|加在?一[起块]儿?|加总|相加)"
_SO_MANY = r"(?:(?:是|有|得|等于)?(?:多少|几)[\u4e00-\u9fff]{0,2})?"
_THINGS = r"(?:样|级|个|项|者|类|种|档|块|头|笔|拨)"
_END = r"[呢啊呀吧了?。!]*"
# "两级一共", "这两样加一块", "合起来": the figures told last
_SUM = lazy_re(
    rf"(?:那么?|所以|[,，])*(?:这|那|前面|刚才)?(?:的)?(?:(?P<n>{NUMERAL_PATTERN})(?:{_THINGS})(?:数字?)?(?:都|全)?{_SUMMED}|(?:都|全)?{_ADDED}){_SO_MANY}{_END}"
)
# "这两样加一块占总量百分之几": their share in the whole of which they are parts
_SHARE = lazy_re(
    rf"(?:那么?)?(?:这|那)(?P<n>{NUMERAL_PATTERN}){_THINGS}(?:{_SUMMED})?(?:的|能|要|大概|差不多)*占(?:到|了)?(?:总量|总数|全部|所有的?|一共的?|总的|全年的?)?"
    rf"的?(?:百分之(?:几|多少)|几成|多少|多大比例|比例|比重){_END}"
)
# "占几成", after 两个加起来: of their sum
_SHARE_ALONE = lazy_re(
    rf"(?:那么?|大概|差不多|一共|总共)*占(?:到|了)?(?:总量|总数|全部|所有的?|总的|全年的?)?的?(?:百分之(?:几|多少)|几成|多少|多大比例|比例|比重){_END}|占比(?:是|有)?(?:多少)?{_END}"
)
# "比前面那个多出来多少", "跟刚才那个差多少"
_GAP = lazy_re(
    rf"(?:那么?|这个?|它|后面这个)?[比跟和与](?:前面|刚才|刚刚|上面|前头|之前|前)(?:那|的|一)*个?(?:数字?)?(?:相差|差|多|少|高|低)(?:了)?(?:出来?)?(?:多少|几)[\u4e00-\u9fff]{{0,2}}{_END}"
)
# "平均一家次几个": what falls to each of those just told
_MEAN = lazy_re(
    rf"(?:那么?|[,，])*平均(?:下来|算下来)?(?:到)?[一每](?:个)?(?P<per>家次|户次|人次|家|户|件|起|宗|场|次|个|人|名)"
    rf"(?:就|要|能|有|是|查出?|发现|合|摊到?|得|[\u4e00-\u9fff])?(?:几|多少)(?P<unit>人次|户次|家次|件次|[\u4e00-\u9fff])?{_END}"
)
# "人均调解几起", "平均每个调解员调几件": of people told of
_PER_HEAD = lazy_re(
    r"(?:那么?|[,，])*(?:人均|平均(?:下来|算下来)?(?:到)?[一每](?:个|名|位)?(?:人|[\u4e00-\u9fff]{1,4}[员师长])?)(?:就|要|能|有|是|合|摊到?|得)?(?P<did>[\u4e00-\u9fff]{1,3}?)?了?(?:几|多少)(?P<unit>人次|户次|家次|件次|[\u4e00-\u9fff])?[呢啊呀吧了?。!]*"
)
_PAIR = 2


class Joined(NamedTuple):
    """What a turn does with figures just told.

    Attributes:
        how: "sum", "share" (of their sum in the whole) or "difference".
        n: How many of them, the last one last.
    """

    how: str
    n: int


def joins_told(question: str, before: str = "") -> Joined | None:
    """Tell whether a turn puts figures just told together and names nothing else.

    Args:
        question: A cleaned turn.
        before: The turn before, whose sum a bare 占几成 means.

    Returns:
        How and how many, or None.
    """
    if _SHARE_ALONE.fullmatch(question):
        summed = joins_told(before) if before else None
        return Joined("share", summed.n) if summed is not None and summed.how == "sum" else None
    if match := _SUM.fullmatch(question):
        return Joined("sum", number_of(match["n"]) if match["n"] else _PAIR)
    if match := _SHARE.fullmatch(question):
        return Joined("share", number_of(match["n"]))
    return Joined("difference", _PAIR) if _GAP.fullmatch(question) else None


class Each(NamedTuple):
    """What falls to each of those just told.

    Attributes:
        per: Their unit, such as 家次, or 人.
        unit: Unit of what falls to each, or "".
        did: The verb that says what was done, or "".
    """

    per: str
    unit: str
    did: str = ""


def asks_each(question: str) -> Each | None:
    """Tell whether a turn asks what falls to each of those just told: 平均一家次几个.

    Args:
        question: A cleaned turn.

    Returns:
        What is asked, or None.
    """
    if match := _MEAN.fullmatch(question):
        return Each(match["per"], match["unit"] or "")
    head = _PER_HEAD.fullmatch(question)
    return Each("人", head["unit"] or "", head["did"] or "") if head else None
