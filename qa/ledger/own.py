"""The own words of a figure: what stands before it, without what joins it, leads it in, or says that it moves.

"全年新增调解组织12个" owns 调解组织, "较上年增长8.1%" nothing. Knows nothing of clauses and of other figures.
"""

from __future__ import annotations

from typing import NamedTuple

from qa.ledger.directions import (
    CHANGE,
    MAY_BE_EARLIER,
    MAY_HAVE_REACHED,
    MAY_TELL_TIMES,
    MORE,
    PAST,
    REACHED,
    THAN_EARLIER,
    change_of,
)
from qa.ledger.wording import folded
from qa.patterns import lazy_re
from qa.quantity import Quantity
from qa.text import unwrapped

_JOINT = lazy_re(
    r"^(?:[、\s)）]|[和及与](?![解时格谐睦])(?<!与(?=(?:上一?|去)年(?:度|同期)?相?比)))+"
)  # what joins a figure to the one before; 和 of 和解, 及 of 及时 and 及格, 与 of 与上年相比 do not
# "2764件(2023年为3105件)", "132件(2023年收到118件)"; not 78件(上年结转4件).
DATED = lazy_re(r"[(（](?:20\d\d年度?|[上去]一?年(?:度|同期)?|前年)(?:同期)?(?!结|遗|未|转)[为是:：]?")
# No head of a longer word: 约谈, 超限车辆, 为农户追回.
_STEP_WORDS = lazy_re(
    r"^(?:[一二三四五六七八九十]是|20\d\d年(?:度|以来|来|全年)?的?|全年|今年|一年(?:[来里间]|(?=净))|目前|截至[^,]{0,8}?(?:底|末|日|月|目前)|已|共计|共(?![享同建产青治])|累计|总计|合计|新增|其中|同时|并(?!联|案|网)|分别|约(?![谈见束请定])"
    r"|近(?![平视])|超(?![限载期员速标市])|达(?:到|(?![标成]))|为(?=$|[,、共约近超])|是|有(?![关效力偿毒奖])|而(?=20\d\d年)|仅(?=$|[为有达])|仍(?=$|[为是达])"
    r")+"
)
# "败诉率6.7%,较2023年(8.9%)下降2.2个百分点": what a change is told against is of what the figure before counts.
_AGAINST = lazy_re(r"(?:较|比)(?:上年|去年|上一年|20\d\d年)(?:度|同期)?(?:的)?\(")
# What these patterns begin with: most words need no search.
JOINT_HEADS = frozenset("、 \t\r\n)）和及与")
"""What may join a figure to the one before it begins with one of these."""
_STEP_HEADS = frozenset("二三四五六七八九十2全今一目截已共累总合新其同并分约近超达为是有而仅仍")
_AGAINST_HEADS = frozenset("较比相对多少高低大小超好优不")


class Own(NamedTuple):
    """The own words of a figure, and what those around them say of it.

    Attributes:
        words: The own words.
        change: "rise" or "fall" where it states a change, else "".
        earlier: Whether it is the earlier figure of a pair.
        against: Whether a change is told against it.
    """

    words: str
    change: str
    earlier: bool
    against: bool


def behind_joint(left: str) -> str:
    """Take off what joins a figure to the one before it.

    Args:
        left: The folded words before a figure.

    Returns:
        The words without 、, 和 and the like at their head.
    """
    joint = _JOINT.match(left)
    return left[joint.end() :] if joint else left


def own_of(left: str, quantity: Quantity, clause: str, *, first: bool) -> Own:
    """Read the own words of a figure from those before it.

    Args:
        left: The folded words before it that no other figure owns, on one line.
        quantity: The figure.
        clause: Its clause up to it.
        first: Whether it is the first of its sentence, so that no bracket stands behind another one.

    Returns:
        Its own words with what is said beside them.
    """
    words = left
    if left[:1] in _STEP_HEADS and (step := _STEP_WORDS.match(left)):
        words = left[step.end() :]
    if not first and words.startswith("(") and (dated := DATED.match(words)):
        words = words[dated.end() :]  # 2764件(2023年为3105件): of what the figure before counts
    against = words[:1] in _AGAINST_HEADS and (
        _AGAINST.fullmatch(words) is not None or THAN_EARLIER.fullmatch(words) is not None
    )
    if against:
        words = ""
    if not MAY_TELL_TIMES.search(left):
        return Own(words, "", False, against)
    change = change_of(left, quantity, clause)
    leads = MAY_BE_EARLIER.search(left) is not None
    earlier = leads and PAST.search(left) is not None
    if change:
        return Own(MORE.sub("", CHANGE.sub("", words)), change, earlier, against)
    if MAY_HAVE_REACHED.search(words) and (arrived := REACHED.match(words)):
        words = words[arrived.end() :]
        if words[:2] == "20" and (step := _STEP_WORDS.match(words)):
            words = words[step.end() :]  # 由2023年的71件变为2024年的86件
    return Own(PAST.sub("", words) if leads else words, change, earlier, against)


def bared(label: str) -> str:
    """Leave of a label what names the thing that is counted.

    Args:
        label: The words before a figure, as printed.

    Returns:
        They folded, without 全年, 新增, 其中 and the like at their head.
    """
    return _STEP_WORDS.sub("", unwrapped(folded(label))).strip(",、 ")
