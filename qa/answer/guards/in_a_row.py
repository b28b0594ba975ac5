"""Figures in a row of one sentence: the sum that it prints of them, and behind 分别 the figure of the very thing asked.

Knows nothing of how figures are ranked.
"""

from __future__ import annotations

from qa.answer.guards.nearer import tells
from qa.patterns import lazy_re
from qa.question.words.terms import DIRECTION
from qa.ranking import Query, ScoredMention
from qa.scored import put_first
from qa.text import fold, words

_LEAST = 2  # items that are added up
_ADDED_UP = lazy_re(r"^[,、\s]*(?:以上|两级|两项|三项|全[省市区县州旗])?(?:合计|总计|共计|共)$")
# "把专业性调委会也算上,一共调了多少": the sum is asked, by the name of its last item
_COUNTED_IN = lazy_re(
    r"(?:也|都|一并|一起)?(?:算上|加上|算进去|计算在内|加在一起|合在一起|包括在内)|加起来|合起来"
)


def sum_first(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Take the sum that a sentence prints of its items (政府文件5件、部门文件12件,合计17件) where no item is asked for.

    Args:
        ranked: Figures of a report, the best first.
        query: The question.

    Returns:
        The same figures.
    """
    if not ranked or query.intent.change or ranked[0].mention.column:
        return ranked
    best = ranked[0].mention
    total = next(
        (
            s
            for s in sorted(ranked, key=lambda s: s.mention.quantity.start)
            if s.sentence == best.sentence
            and s.mention.quantity.unit == best.quantity.unit
            and not s.mention.past
            and _ADDED_UP.match(fold(s.mention.label))
        ),
        None,
    )
    if total is None:
        return ranked
    items = [
        m
        for m in ranked[0].report.mentions
        if m.sentence == best.sentence
        and m.quantity.unit == best.quantity.unit
        and m.quantity.end <= total.mention.quantity.start
        and not m.past
    ]
    if best not in items or len(items) < _LEAST:
        return ranked
    if sum(m.quantity.amount for m in items) != total.mention.quantity.amount:
        return ranked
    if _COUNTED_IN.search(query.content):
        return put_first(total, ranked)
    others = "|".join(fold(m.label) for m in items if m is not best)
    apart = [word for word in words(fold(best.label)) if word not in others and tells(word)]
    if not apart or apart[-1] in query.text:  # 县政府 of 出台县政府规范性文件3件: the very item is asked for
        return ranked
    return put_first(total, ranked)


def respective_first(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Take the figure of the thing asked for from a row led in by 分别: 起数、死亡人数分别下降16.7%和25%.

    Args:
        ranked: Figures of a report, the best first.
        query: The question.

    Returns:
        The same figures.
    """
    best = ranked[0] if ranked else None
    if best is None or not best.mention.thing:
        return ranked
    for other in ranked[1:]:
        if other.sentence != best.sentence or not other.mention.thing:
            continue
        own, its = (set(words(fold(s.mention.thing))) for s in (best, other))
        asked = [
            word
            for word in its - own
            if len(word) > 1 and word in query.content and not DIRECTION.match(word)
        ]
        if asked and not any(word in query.content for word in own - its if len(word) > 1):
            return put_first(other, ranked)
    return ranked
