"""Misfortunes that a question counts, and the greatest of many: 发生火灾多少起 is not answered by 隐患577个 of an inspection."""

from __future__ import annotations

from qa.patterns import in_question, lazy_re
from qa.ranking import ScoredMention
from qa.text import fold

_ITSELF = "(?!防|预防|隐患|风险|应急|救援|扑救|调查|处置|责任|警示|案例)"  # 企业火灾防范等各类督察检查229家次
# What people say of it, and what a figure of it must be owned by.
_EVENTS = (
    (
        lazy_re(r"火灾|着火|失火|起火|走水|火情|火警"),
        lazy_re(rf"(?:火灾|火情|火警|起火|着火){_ITSELF}"),
    ),
    (lazy_re(r"事故|车祸|撞车|翻车|沉船|爆炸"), lazy_re(rf"(?:事故|爆炸){_ITSELF}")),
    (
        lazy_re(r"死了|死亡|丧生|遇难|丢了命|没了命|送命"),
        lazy_re(r"死(?!亡)|亡(?!人员|后|冒领|待遇|注销)|遇难|丧生"),
    ),
    (lazy_re(r"受伤|伤了人|伤亡"), lazy_re(r"伤")),
    (  # 坐过牢的人又犯事的: never all that came out of prison
        lazy_re(r"(?:又|再|重新)(?:次|去)?(?:犯(?:事|罪|法|案)|作案)|二进宫"),
        lazy_re(r"(?:重新|再次?|又)犯罪|重犯|再犯"),
    ),
)
# 火灾隐患, 事故调查, 查火灾的次数: something found or done about it is asked for.
_ABOUT = lazy_re(
    r"隐患|防|演练|检查|巡查|调查|培训|宣传|处置|问责|追责|整治|整改|救援|救助|赔|处理|调解|纠纷|预案|预警|罚|案|率|领"
)


def counts_no_event(content: str, scored: ScoredMention) -> bool:
    """Tell whether a misfortune is counted in a question and a figure is owned by none of its names.

    Args:
        content: The question, its places and years blanked.
        scored: A figure.

    Returns:
        True for 发现隐患577个 where 发生火灾多少起 is asked.
    """
    asked = fold(content)
    if in_question(_ABOUT, asked):
        return False
    own = scored.words.owning
    return any(in_question(said, asked) and not printed.search(own) for said, printed in _EVENTS)


# "罚得最狠的一次", "最大的一笔": never all of them together
_GREATEST = lazy_re(
    r"最[狠大重高多贵][^,。?]{0,6}(?:一[次笔单起件张]|单[笔次件]|罚单)|单[笔次件][^,。?]{0,4}最|最[狠大重]的那[次笔单起件张]"
)
_ONE = lazy_re(r"最[大高多重]|单[笔次件]|一次性|一笔")


def counts_all(content: str, scored: ScoredMention) -> bool:
    """Tell whether the greatest single one is asked for and a figure does not say that it is one.

    Args:
        content: The question, its places and years blanked.
        scored: A figure.

    Returns:
        True for 总罚没款5230万元 where 罚得最狠的一次 is asked.
    """
    asked = fold(content)
    return in_question(_GREATEST, asked) is not None and not _ONE.search(scored.words.label)


# "多少钱一斤", "一吨水要几块钱": a price, and no sum
_PRICED = lazy_re(
    r"(?:多少|几)(?:块)?钱一?(?:斤|公斤|吨|方|立方|平方?米?|度|升|亩|趟|次|张|份|本|页)(?![\u4e00-\u9fff]{0,2}(?:罚|奖|补))"
    r"|一(?:斤|公斤|吨|方|立方|平方?米?|度|升)[\u4e00-\u9fff]{0,4}(?:多少|几)(?:块)?钱"
)
_PRICE = lazy_re(r"每|价|标准|/|单位")


def is_no_price(content: str, scored: ScoredMention) -> bool:
    """Tell whether a price is asked for and a figure is a sum.

    Args:
        content: The question, its places and years blanked.
        scored: A figure.

    Returns:
        True for 罚没款169.4万元 where 多少钱一斤 is asked.
    """
    asked = in_question(_PRICED, fold(content)) is not None
    own = f"{scored.words.owning}|{scored.words.label}|{scored.mention.quantity.unit}"
    return asked and _PRICE.search(own) is None
