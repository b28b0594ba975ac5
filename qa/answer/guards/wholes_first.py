"""Which of several figures of one thing is meant: the whole before the narrower, what stands before what is new.

Looks at how much of the question each figure owns; knows nothing of topics.
"""

from __future__ import annotations

from qa.answer.guards.narrowed import narrowing
from qa.answer.guards.newcomers import ASKED_NEW, is_new
from qa.patterns import lazy_re
from qa.ranking import Query, ScoredMention
from qa.scored import put_first

_ADDED = lazy_re("[新增添]")
_FEW = 4
_ALL_OWN, _CLOSE = 0.99, 0.2  # measured in docs/design/007-refusal.md
_AS_WELL = 0.8  # share of the best coverage that a figure of the whole must reach


def whole_first(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Take a figure whose own words hold all that is asked before one that lacks some or is narrower (复议纠错).

    Args:
        ranked: Figures of a report, the best first.
        query: The question.

    Returns:
        The same figures.
    """
    if ranked and ASKED_NEW.search(query.content) and is_new(ranked[0].mention.label):
        return ranked  # 新考下执法证的几个人: 其中今年新考取63人, and not all who hold one
    narrower = bool(ranked) and is_narrower(ranked[0], query)
    if not ranked or (ranked[0].own >= _ALL_OWN and not narrower and not ranked[0].mention.part):
        return ranked
    least, enough = ranked[0].score - _CLOSE, _AS_WELL * ranked[0].own if narrower else _ALL_OWN
    kind = ranked[0].mention.quantity.unit_class
    alike = (s for s in ranked[1:_FEW] if s.mention.quantity.unit_class == kind and s.score >= least)
    if ranked[0].own >= _ALL_OWN and not narrower:
        # 法规科6人,其中公职律师3人: 全市系统公职律师28人 stands in a sentence of its own
        alike = (s for s in alike if s.sentence != ranked[0].sentence and _names_itself(s))
    best = next((s for s in alike if s.own >= enough and not is_narrower(s, query)), None)
    if (
        best is None
        or best.mention.part
        or best.mention.past
        or (best.unit_fit < ranked[0].unit_fit and not narrower)
    ):
        return ranked
    return put_first(best, ranked)


def _names_itself(scored: ScoredMention) -> bool:
    """Tell whether the words right before a figure name what is asked; 9名个人列入拖欠农民工工资名单 counts no 农民工."""
    return any(form in scored.words.label for t in scored.terms for form, _ in t.forms)


def is_narrower(scored: ScoredMention, query: Query) -> bool:
    """Tell whether words at a figure narrow it that the question, in official words, does not hold.

    Args:
        scored: A figure.
        query: The question.

    Returns:
        True for 行政复议纠错 where 行政复议 is asked.
    """
    everyday = any(term.everyday for term in query.terms)  # 开厂的 asks for 涉企
    return not everyday and any(word not in query.content for word in narrowing(scored))


def stock_first(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Take what stands before what is new (公职律师46名, 新增公职律师8名) where the question does not ask for the new.

    Args:
        ranked: Figures of a report, the best first.
        query: The question.

    Returns:
        The same figures.
    """
    if (
        not ranked
        or _ADDED.search(query.content)
        or ASKED_NEW.search(query.content)
        or not is_new(ranked[0].mention.label)
    ):
        return ranked
    first = ranked[0]
    alike = (s for s in ranked[1:_FEW] if s.mention.quantity.unit == first.mention.quantity.unit)
    stock = next((s for s in alike if s.own >= first.own and not is_new(s.mention.label)), None)
    if stock is None or stock.mention.part or stock.mention.past:
        return ranked
    return put_first(stock, ranked)
