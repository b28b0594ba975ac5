"""Figures in a row of one sentence: the sum that it prints of them, and behind 分别 the figure of the very thing asked.

Knows nothing of how figures are ranked.
"""

from __future__ import annotations

from dataclasses import replace

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
            and _ADDED_UP.match(s.words.label)
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
    if best is None:
        return ranked
    if not best.mention.thing:
        return _by_order(ranked, query)
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


_RESPECTIVE = lazy_re(r"(?:分别|依次)(?:是|为|达到?)?$")


def _by_order(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Take the rate of the thing asked for by its place: 代表建议86件、政协提案103件，满意率分别为98.8%、99%."""
    best = ranked[0]
    inside = [m for m in best.report.mentions if m.sentence == best.sentence]
    first = next((i for i, m in enumerate(inside) if _RESPECTIVE.search(fold(m.label))), 0)
    unit = inside[first].quantity.unit
    row = [m for m in inside[first:] if m.quantity.unit == unit]
    things = inside[max(first - len(row), 0) : first]
    named = [
        i for i, m in enumerate(things) if any(tells(w) and w in query.content for w in words(fold(m.label)))
    ]
    apart = len(row) == len(things) >= _LEAST and len({m.quantity.unit for m in things}) == 1
    if not apart or unit == things[0].quantity.unit or best.mention not in row or len(named) != 1:
        return ranked
    meant = row[named[0]]
    other = next((s for s in ranked if s.mention is meant), None)
    return put_first(other, ranked) if other is not None else ranked


# "满意率由第一季度的90.3%提升到第四季度的96.8%": what it came to, unless what it was is asked
_WAS = lazy_re(r"(?:由|从)(?P<when>[^,;。\d]{0,10}的)$")
_CAME_TO = lazy_re(r"^[^,;。\d]{0,8}(?:到|至|为|成)")
_WAS_ASKED = lazy_re(r"原来|原先|以前|之前|起初|最初|年初|上半年|一季度|从|由")


def came_to_first(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Take what a figure came to before what it was, within one year.

    Args:
        ranked: Figures of a report, the best first.
        query: The question.

    Returns:
        The same figures.
    """
    if not ranked or query.intent.change or _WAS_ASKED.search(query.content):
        return ranked
    best = ranked[0]
    if _WAS.search(best.words.label) is None:
        return ranked
    behind = (m for m in best.report.mentions if m.sentence == best.sentence)
    behind = (m for m in behind if m.quantity.start >= best.mention.quantity.end)
    after = min(behind, key=lambda m: m.quantity.start, default=None)
    if after is None or after.quantity.unit != best.mention.quantity.unit:
        return ranked
    if _CAME_TO.match(fold(after.label)) is None:
        return ranked
    other = next((s for s in ranked if s.mention is after), None)
    return put_first(other, ranked) if other is not None else [replace(best, mention=after), *ranked]
