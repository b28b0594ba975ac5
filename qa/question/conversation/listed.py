"""Turns that point at an item of the list just shown, or at the one shortcoming shown: 第二条具体说说, 针对这个打算怎么办.

Knows the words of such turns; the item is given to them as its words. Works on questions as they were typed.
"""

from __future__ import annotations

from typing import NamedTuple

from qa.patterns import lazy_re
from qa.question.words.handling import NUMERAL_PATTERN, number_of

_LED = r"(?:那么?|请|麻烦|再|把|就|说说|讲讲|看看|具体|详细|针对|关于|对于?|其中|里面)*"
_KIND = r"(?:问题|不足|短板|困难|情况|措施|举措|做法|计划|打算|任务|工作|安排|方面)?"
# "第二个问题具体说说", "最后一条谁负责"; not 第二名, 第二季度, 第二批
_NTH = lazy_re(
    rf"^{_LED}(?:第(?P<n>{NUMERAL_PATTERN})(?:个|条|点|项|款)|(?P<last>最后(?:面)?(?:那)?一?(?:个|条|点|项)))(?P<kind>{_KIND})(?:的|是)?[,，]?(?P<rest>.*)$"
)
# "针对这个打算怎么办", "这个问题准备怎么解决"
_THIS = lazy_re(
    rf"^{_LED}(?:(?:针对|对于?|关于)?(?:这|那|该|此)(?:一|个|项|条|点|类|种|方面|些)*{_KIND}|它)?(?:的)?(?:下一步|接下来|明年|以后|今后|后面|报告|他们|政府|又|还|都)*"
    r"(?P<rest>(?:有没有|有什么|有啥|有哪些)?(?:打算|准备|计划|想|要|会|说)*(?:怎么|如何|咋|怎样|什么|啥|哪些)(?:去|来|个)?(?:办法?|解决|改进?|整改|应对|处理|破解|弥补|补上?|加强|做|措施|对策|打算)(?:呢|的|啊)*)[?？。!！]*$"
)
# what a turn asks of the item
_MENDS = lazy_re(
    r"(?:怎么|如何|咋|怎样|什么|啥)(?:去|来|个)?(?:办法?|解决|改|整改|应对|处理|破解|弥补|补|加强|措施|对策)"
)
_TELLS = lazy_re(
    r"^(?:再|能|可以|给我)*(?:具体|详细|仔细|展开|细)*(?:地|点|一?下)*(?:说|讲|谈|展开|介绍|看|指|是|写)*(?:说|讲|一下|一?遍|的|了|是)*(?:什么|啥|哪些?|怎么(?:说|写|讲|回事)的?|怎么样)?(?:内容|意思|情况|回事)?(?:吧|呢|吗|啊)*[?？。!！]*$"
)
_POINT = lazy_re(
    r"^(?:[一二三四五六七八九十]+(?:是要?|、)|[(（][一二三四五六七八九十\d]+[)）]|第[一二三四五六七八九十]+[,，、]|\d{1,2}[.．、])\s*"
)
# "2025年底前实现": a time by which it is to be done is no year asked of
_UNTIL = lazy_re(
    r"^(?:(?:在|于|到)?(?:20\d\d年)?(?:\d{1,2}月|年)?(?:上半年|下半年|[上中下]旬|[底初末])*(?:之?前|内)?,?|20\d\d年,?)(?=[\u4e00-\u9fff])"
)
_CLAUSE = lazy_re(r"[,，;；。]")
_SHORT = 4  # characters; a shorter clause names nothing


class Pointed(NamedTuple):
    """Which item of a list a turn points at.

    Attributes:
        n: Its number from 1, -1 for the last, 0 for the only one.
        rest: What the turn asks of it, or "" for its words.
    """

    n: int
    rest: str


def points_at_item(turn: str) -> Pointed | None:
    """Read a turn that points at an item of a list.

    Args:
        turn: A turn as it was typed.

    Returns:
        The item and what is asked of it, or None.
    """
    if match := _NTH.match(turn.strip()):
        rest = "" if _TELLS.match(match["rest"]) else match["rest"]
        return Pointed(-1 if match["last"] else number_of(match["n"]), rest)
    if match := _THIS.match(turn.strip()):
        return Pointed(0, match["rest"])
    return None


def asks_remedy(rest: str) -> bool:
    """Tell whether a turn asks how a shortcoming is to be mended: 打算怎么解决."""
    return _MENDS.search(rest) is not None


def of_item(item: str, rest: str) -> str:
    """Ask of an item by its words.

    Args:
        item: The sentence of the item.
        rest: What is asked of it (``Pointed.rest``).

    Returns:
        Such as 打算怎么解决执法监督机制不健全.
    """
    clauses = [clause for clause in _CLAUSE.split(_UNTIL.sub("", _POINT.sub("", item.strip()))) if clause]
    named = clauses[0] if clauses else item
    if len(named) < _SHORT and len(clauses) > 1:
        named = f"{named},{clauses[1]}"
    if not rest:
        return f"{named}具体说说"
    return f"打算怎么解决{named}" if asks_remedy(rest) else f"{named}{rest}"
