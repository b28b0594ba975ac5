"""Parts of a question that name no thing of their own: 金额多少, 比上年多几件, 同比各增长多少, 其中占比多少.

Works on the words alone; what such a part goes back to, ``qa.question.parts.part_readings`` says.
"""

from __future__ import annotations

from qa.patterns import lazy_re
from qa.question.parts.cutting import asks_in
from qa.question.single.intent_reading import read_intent

# "金额多少", "参加的有多少人": no word that would name another thing.
_BARE = lazy_re(
    r"(?:占比?|比例|比重|参加|参与|参训|受益|惠及|受众|覆盖|涉及"
    r"|金额|资金|人数|人次|人员|群众|总|共|的|有|是|为|了|达|其|个|人|件|钱|元|[ 　])*"
)
EACH = lazy_re(r"各自?|分别")
# "比上年多几件", "同比增长多少", "降幅呢": by how much what was asked before has moved.
_MOVE = lazy_re(
    r"(?:(?:那|又|也|各|分别|同比|环比|(?:[较比]|跟|和|与)?(?:上年|去年|前一年|上一年|20\d\d年)(?:度|同期)?(?:相比|比)?|增幅|降幅|涨幅|变化|变动"
    r"|上升|增长|增加|提高|提升|上涨|下降|减少|降低|回落|[多少涨降增减升高低变])[了出是有的比率幅,]*)+\s*(?:个?百分点)?[?。呢]*"
)
# "多少件", and not 多少行政复议申请, which names what is counted.
_MEASURE = lazy_re(r"[件个名人次起条份项家户场所部宗处批期笔亿万元钱篇册本轮天卷辆套座块种类票颗例]")
_SHARE = lazy_re(r"占|比例|比重")  # 调解了多少件,占多少: the share of what was asked before


def names_nothing(bare: str) -> bool:
    """Tell whether a part asks only for a measure of the part before, or by how much it moved.

    Args:
        bare: Its words, places and years blanked.

    Returns:
        True for 金额多少 and 比上年多几件.
    """
    left = without_asks(bare)
    return _BARE.fullmatch(left) is not None or (
        bool(read_intent(bare).change) and _MOVE.fullmatch(left.strip()) is not None
    )


def measures_another(lent: str, bare: str) -> bool:
    """Tell whether a word that would be lent asks for another measure than a part: 罚款多少, lent to 查了多少家单位.

    Args:
        lent: A word of the part before.
        bare: The part.

    Returns:
        True where both name a measure and the two differ.
    """
    asked, given = read_intent(bare).unit_class, read_intent(lent).unit_class
    return bool(asked and given) and asked != given


def without_asks(text: str) -> str:
    """Take the words that ask out of a text, with the measure word behind them.

    Args:
        text: Any part of a question.

    Returns:
        What is left, a blank for each ask.
    """
    for start, end in reversed(asks_in(text)):
        measured = text[start:end] in {"多少", "几"} and _MEASURE.match(text, end)
        text = f"{text[:start]} {text[measured.end() if measured else end :]}"
    return text


def asks_before_share(question: str) -> bool:
    """Tell whether a question asks something else before it asks for a share: 受援人多少,其中农民工占比多少.

    Args:
        question: A cleaned question.

    Returns:
        True where a figure is asked for before the word of the share.
    """
    asks, share = asks_in(question), _SHARE.search(question)
    counted = bool(asks) and question[slice(*asks[0])] in {"多少", "几", "好多", "率"}
    return counted and share is not None and asks[0][1] <= share.start()
