"""Reads questions on the share of a part in its whole within one report: 普通程序占行政处罚的几成, 复议维持率.

Works on a cleaned question with its places and years blanked; knows nothing of reports.
"""

from __future__ import annotations

from typing import NamedTuple

from qa.patterns import lazy_re

_SHARE = r"(?:百分之(?:几|多少)|几分之几|几成|百分比|(?:多大|多少|什么)?的?(?:比例|比重|份额)|多大|多少)"
# Behind 占: the whole, which may be left out, and what is asked; 占多少件 asks for the part itself.
_HOLDS = lazy_re(
    rf"(?P<part>[^,。?;]*?)所?占(?!地|用|有|道|线|补|领)(?:了|到|比)?(?P<whole>[^,。?;]{{0,16}}?)(?:里|中|当中)?的?{_SHARE}"
    r"(?=$|[\s?。,!呢是有啊呀])"
)
_AT_END = lazy_re(
    r"(?P<part>[^,。?;]+?)的?(?:占比|所占的?(?:比例|比重|份额)|比例|比重)(?=$|[\s?。,!呢是有为多])"
)
# What becomes of a case has a rate that reports seldom print: 维持率.
_RATE = lazy_re(
    r"(?P<part>[^,。?;]*?(?:维持|驳回|撤销|终止|中止|撤回|确认违法|变更|不予受理|调解和解|和解))的?率(?=$|[\s?。,!呢是有为多])"
)
_ALL = lazy_re(
    r"^(?:全部|所有|整个|总的?|全[省市区县州旗镇])?(?:的)?|(?:的?(?:总数|总量|总额|总体|总和|合计|全部|数量|数))?的?$"
)


class Portion(NamedTuple):
    """A share that is asked for.

    Attributes:
        part: The words before 占 or 占比, which name the part; never empty.
        whole: The words that name the whole, without 全部 and 总数; "" where it is left open.
        told: Whether it may be told as a rate of any name: 整改的比例 is 整改率.
    """

    part: str
    whole: str
    told: bool = False


def read_portion(content: str) -> Portion | None:
    """Read the share that a question asks for.

    Args:
        content: A cleaned question, its places and years blanked.

    Returns:
        The share, or None where none is asked for or where the question names no part.
    """
    for pattern in (_HOLDS, _AT_END, _RATE):
        if found := pattern.search(content):
            part = found["part"].strip()
            whole = _ALL.sub("", (found.groupdict().get("whole") or "").strip())
            return Portion(part, whole, told=pattern is not _HOLDS) if part else None
    return None
