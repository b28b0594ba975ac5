"""Which figure of the best sentence is meant: the one whose own words are nearest to the question's.

A sentence tells a thing and what became of it (听取意见163条,吸收52条), or a part of it (办理公证816件,为老人上门办理64件). Its
lead owns the first figure by more words; the later one is meant where it alone bears a word of the question. Measured in
docs/design/007-refusal.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from qa.answer.guards.confidence import SURE, confidence
from qa.answer.guards.newcomers import is_new
from qa.ledger.mention import JOINED
from qa.ledger.stages import DENIED, stage_of
from qa.matching import inherited_words
from qa.patterns import lazy_re
from qa.question.words.deeds import deed_of
from qa.question.words.terms import DIRECTION
from qa.question.words.vocabulary import COUNTED, GENERIC
from qa.ranking import Query, ScoredMention
from qa.scored import put_first
from qa.text import fold, words

# Words before a follow-up figure that say nothing of what became of the thing.
_STEP = lazy_re(
    r"^(?:其中|已经?|现已|并|均|全部|全年|累计|共计?|总计|分别|约|近|超|达到?|为|是|有|[,、\s])+|(?:[共约近超达为是有了]|[,、\s])+$"
)
_BARE = 4  # a label of so many characters is a verb and no more: 吸收, 采纳, 年末未结
_LEAST = 2


def put_nearer_first(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Put a later figure of the best sentence first where it alone bears what the question says beyond the thing.

    Args:
        ranked: Figures of a report, the best first.
        query: The question.

    Returns:
        The same figures.
    """
    if not ranked:
        return ranked
    best = ranked[0]
    said = fold(DENIED.sub("", query.content))
    deed = deed_of(said)
    for other in _behind(best, ranked):
        # 提出意见2940条,被采纳2715条: never the first where the second is asked for, though nothing else speaks for it
        nearer = _echoes(other, best, said) or _narrows(other, best, said)
        if _did(other, best, deed) or (nearer and confidence(other, query.terms) >= SURE):
            return put_first(other, ranked)
    return ranked


def _behind(best: ScoredMention, ranked: list[ScoredMention]) -> Iterator[ScoredMention]:
    """Go through the figures behind the best one in its sentence that fit the measure asked as well."""
    for other in ranked[1:]:
        later = other.mention.quantity.start > best.mention.quantity.start
        same = other.sentence == best.sentence and other.mention.change == best.mention.change
        if later and same and not other.mention.column and other.unit_fit >= best.unit_fit:
            yield other


def _did(other: ScoredMention, best: ScoredMention, deed: Sequence[str]) -> bool:
    """Tell whether a later figure alone is of what the question asks to have become of a thing: 整改38条 for 改了多少条."""
    own, first = other.words.label, fold(best.mention.label or inherited_words(best.mention))
    noun = fold(other.mention.noun)  # 其余3个转入下年度台账
    return any((word in own or noun.startswith(word)) for word in deed) and not any(
        word in first for word in deed
    )


def _echoes(other: ScoredMention, best: ScoredMention, said: str) -> bool:
    """Tell whether the bare verb of a figure stands in the question, and not by the best figure."""
    bare = fold(_STEP.sub("", other.mention.label))
    if not tells(bare) or len(bare) > _BARE or bare not in said or DIRECTION.match(bare):
        return False
    own = best.words.label
    joined = re.search(rf"([\u4e00-\u9fff]{{{len(bare)}}}){re.escape(bare)}$", own)
    return bare not in _own(best) or bool(joined and _twin(joined[1], bare) and joined[1] not in said)


def _twin(word: str, bare: str) -> bool:
    """Tell whether two words are of one kind, so that a figure of both is none of one: 酒驾醉驾 and 醉驾."""
    return word != bare and word[-1] == bare[-1]


def _narrows(other: ScoredMention, best: ScoredMention, said: str) -> bool:
    """Tell whether a figure alone bears words of the question: nothing before its own words holds them."""
    own, before = _own(other), _before(best, other)
    return any(word in own and word not in before for word in words(said) if tells(word))


def tells(word: str) -> bool:
    """Tell whether a word says more than that something is counted (金额, 件数).

    Args:
        word: A word of a question or of a figure.

    Returns:
        True for 县政府, False for 办理 and 金额.
    """
    return (
        len(_STEP.sub("", word)) >= _LEAST and word not in GENERIC and word not in COUNTED and word != "金额"
    )


def _own(scored: ScoredMention) -> str:
    """Join the words right before a figure, or those that it shares with the one before it, with the noun behind it."""
    own = scored.mention.label or inherited_words(scored.mention)  # 转让工业的14宗、1094万立方米
    return fold(f"{own}|{scored.mention.noun}")


def _before(best: ScoredMention, other: ScoredMention) -> str:
    """Give the sentence up to the words of a later figure: 1906名县处级、科级干部 holds 干部, though its noun is cut short."""
    text = best.report.folded[best.sentence]
    end = max(best.mention.quantity.start, other.mention.clause[0])
    both = "|".join(
        words for weight, words in best.mention.zones if weight == JOINED
    )  # 28个行政部门和17个镇完成
    return f"{text[:end]}|{_own(best)}|{both}"


# "总数达到34名" behind 新增公职律师7名
_TOTAL = lazy_re(r"总数|总量|累计|共有|总计|合计")
_RATE_ASKED = lazy_re(r"率|比例|占比|百分")
_CAME_IN = frozenset({"收案", "受理"})


def main_figure(best: ScoredMention, ranked: list[ScoredMention], content: str) -> ScoredMention:
    """Take the main figure of a topic that is named by keywords alone: the total before what is new, what came in before a rate.

    Args:
        best: The figure that fits best.
        ranked: Figures of the report, the best first.
        content: The question, its places and years blanked.

    Returns:
        The main figure, or the best one where the report gives no other.
    """
    own = best.mention
    if is_new(own.label) and "新" not in content:
        for mention in best.report.mentions:
            behind = mention.sentence == own.sentence and mention.quantity.start > own.quantity.end
            if behind and mention.quantity.unit == own.quantity.unit and _TOTAL.search(mention.label):
                return replace(best, mention=mention)
    if own.quantity.unit == "%" and len(best.terms) == 1 and not _RATE_ASKED.search(content):
        counted = (s for s in ranked if s.mention.quantity.unit_class == "case" and not s.mention.past)
        return next((s for s in counted if stage_of(s.words.label) in _CAME_IN), best)
    return best


# "累计推出多少项", "一共有几个": the running total, not what the year added to it
_LOOKED_AT, _NEARLY = 4, 0.8  # figures behind the best, and the share of its coverage that one must reach
_TOTAL_ASKED = lazy_re(r"累计|总数|总量|一共有|总共有|合计")


def total_first(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Take the running total (新增14项,累计推出57项) where it is asked for and stands in the best figure's sentence.

    Args:
        ranked: Figures of a report, the best first.
        query: The question.

    Returns:
        The same figures.
    """
    if not ranked or _TOTAL_ASKED.search(query.content) is None or _TOTAL.search(ranked[0].mention.label):
        return ranked
    own = ranked[0].mention
    total = next(
        (
            s
            for s in ranked[1:_LOOKED_AT]
            if s.sentence == own.sentence
            and s.mention.quantity.unit == own.quantity.unit
            and _TOTAL.search(s.mention.label)
            and s.coverage >= _NEARLY * ranked[0].coverage
        ),
        None,
    )
    return put_first(total, ranked) if total is not None else ranked


_LEFT_OUT = lazy_re(r"(?:不用|不必|无需|不需要?|没有?|未)[\u4e00-\u9fff]{1,3}")  # 不用申请就公开的
_WHOLLY_OWNED, _LITTLE = 0.9, 0.9  # measured in docs/evaluation.md, the sweep in everyday words


def owner_first(first: list[ScoredMention], ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Keep the best figure first where it owns all that everyday words stand for, and the one before it little of that.

    公开政府信息5108条 for 不用申请就公开出来的信息, of which the word 申请 is one of speech, not of 收到公开申请48件.

    Args:
        first: The best figure by its score, or none.
        ranked: Figures of the report, the best first.
        query: The question.

    Returns:
        The same figures.
    """
    if not first or not ranked or ranked[0] is first[0] or not any(t.everyday for t in query.terms):
        return ranked
    if first[0].own < _WHOLLY_OWNED or ranked[0].own > _LITTLE * first[0].own or first[0] not in ranked:
        return ranked
    said = fold(DENIED.sub("", _LEFT_OUT.sub("", query.content)))
    own, before = fold(ranked[0].mention.label), fold(first[0].mention.label)
    if ranked[0].sentence == first[0].sentence and any(
        word in said and word not in before for word in words(own) if tells(word)
    ):
        return ranked  # 因退休调离等注销33人 for 执法证注销掉的, not 持有执法证件812人
    return put_first(first[0], ranked)


# "多少个领域": the noun behind the measure word is what the figure counts (20个领域), not 案件9154件 of the same sentence
_NOUN_ASKED = lazy_re(
    r"(?:多少|几)(?:个大?|大|项|类|种)(?P<noun>[\u4e00-\u9fff]{2,4}?)(?:[啊呢呀吧]|[,、?。!]|$)"
)


def named_noun_first(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Take the figure in the best one's sentence whose noun the question names behind its measure word.

    Args:
        ranked: Figures of a report, the best first.
        query: The question.

    Returns:
        The same figures.
    """
    asked = list(_NOUN_ASKED.finditer(query.content))
    if not ranked or not asked or asked[-1]["noun"] in _own(ranked[0]):
        return ranked
    noun = asked[-1]["noun"]
    alike = (s for s in ranked[1:_LOOKED_AT] if s.sentence == ranked[0].sentence and not s.mention.part)
    named = next((s for s in alike if fold(s.mention.noun).startswith(noun)), None)
    return put_first(named, ranked) if named is not None else ranked
