"""Which figure of the best sentence bears the words that narrow a question: 其中企业2317户 for 新开的公司, not 新登记8926户.

The ranking finds the sentence by what the longest phrases stand for; here each figure of it is held against every word of
the question (``qa.question.words.said``), and one goes first that bears all that the best one bears and a word more.
Knows nothing of scores. Measured in docs/design/007-refusal.md.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.ledger.mention import Mention
from qa.matching import best_zone, inherited_words
from qa.patterns import lazy_re
from qa.question.words.deeds import deed_of
from qa.question.words.said import Said, said_in
from qa.question.words.vocabulary import COUNTED
from qa.ranking import Query, ScoredMention
from qa.text import fold

# "办理涉俄公证213件,占全部公证547件": the whole, which bears nothing of what narrows its part.
_BARE = 2
_HELD = 0.3  # an official word in a form of less weight
_OF_ALL = lazy_re(r"占?(?:全部|全[市县区省州旗]|总)|占")
_PLACE = lazy_re(r"[\u4e00-\u9fff]{1,3}[镇乡](?!镇|村|街)|[\u4e00-\u9fff]{2,4}街道")
_LEAVES_OUT = lazy_re(r"一共|总共|合计|加起来|不是|不算|不含|不包括|除了?|除去|以外|之外")


def bearing_first(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Put the figure of the best sentence first that alone bears a word of the question, and all that the best one bears.

    Args:
        ranked: Figures of a report, the best first.
        query: The question.

    Returns:
        The same figures.
    """
    if not ranked or ranked[0].mention.column or query.intent.change or _LEAVES_OUT.search(query.content):
        return ranked
    if any(term.required for term in query.terms):
        return ranked  # 殷棚乡最少,为9件: the place inside is what is asked for
    best = ranked[0]
    told = fold(f"{best.mention.label}|{best.mention.noun}")
    if any(word in told for word in deed_of(query.content)):
        return ranked  # 其余3个转入下年度台账: what became of the thing is told of it alone
    said = said_in(query.content)
    if len(best.mention.label) < _BARE:
        return ranked  # 殷棚乡最少,为9件: the words that name it are none of its own
    if (best.mention.part and _borne(best, said, inherited=False)) or _PLACE.search(best.mention.label):
        return ranked
    held = _borne(best, said, inherited=True)
    found: tuple[int, ScoredMention] | None = None
    for other in ranked[1:]:
        if not _beside(other, best) or _lacks_what_became(other, best):
            continue
        own = _borne(other, said, inherited=False) if other.mention.label else set()
        more = {s for s in own if (s.exact or held) and not any(_blocks(h, s) for h in held)}
        fewer = _borne(best, said, inherited=False) - own - _borne(other, said, inherited=True)
        more = {s for s in more if not set(s.forms) <= COUNTED.keys()}  # 案件 is what any of them is called
        if other.mention.part and not best.mention.part:
            more = {s for s in more if s.exact}  # 其中跨省追回913万元 of 要回工资2358万元
        if more and not fewer and (found is None or len(more) > found[0]):
            found = (len(more), other)
    if found is None:
        return ranked
    return [found[1], *(s for s in ranked if s is not found[1])]


def _lacks_what_became(other: ScoredMention, best: ScoredMention) -> bool:
    """Tell whether the best figure alone bears an official word in another form: 撤销7件 for 纠错, not 新收97件."""
    return any(
        t.concept
        and not t.everyday
        and best_zone(t, best.mention) >= _HELD
        and best_zone(t, other.mention) < _HELD
        for t in best.terms
    )


def _beside(other: ScoredMention, best: ScoredMention) -> bool:
    """Tell whether a figure stands in the best one's sentence and may be told for it."""
    one, first = other.mention, best.mention
    return (
        other.sentence == best.sentence
        and one.change == first.change
        and one.past == first.past
        and other.unit_fit >= best.unit_fit
        and (other.unit_fit > best.unit_fit or _alike(one, first))
    )


def _alike(one: Mention, other: Mention) -> bool:
    """Tell whether two figures are counted alike: 1940万元 of 2.16亿元."""
    money = one.quantity.unit_class == other.quantity.unit_class == "money"
    return money or one.quantity.unit == other.quantity.unit


def _borne(scored: ScoredMention, said: Sequence[Said], *, inherited: bool) -> set[Said]:
    """Find the words of a question that a figure's own words bear, or those that it takes over as well."""
    mention = scored.mention
    noun = mention.noun if inherited or len(mention.label) < _BARE else ""
    own = fold(f"{mention.label}|{noun}|{mention.thing}|{mention.holder}")
    if inherited:
        start, end = mention.clause
        own += "|" + scored.report.folded[scored.sentence][start:end]
    if inherited and not _OF_ALL.match(scored.mention.label):
        own += "|" + inherited_words(scored.mention)
    return {s for s in said if any(form in own for form in s.forms)}


def _blocks(held: Said, word: Said) -> bool:
    """Tell whether a word that is borne already says what another does; a phrase around it does not: 公司 of 新开的公司."""
    around = word.exact and held.start <= word.start and word.end <= held.end and held[:2] != word[:2]
    return not around and held.start < word.end and word.start < held.end
