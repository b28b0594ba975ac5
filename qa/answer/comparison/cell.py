"""Which figures of a report may be a cell of a comparison, beside what ``qa.answer.figures.candidates`` lets through.

Knows nothing of the other cells.
"""

from __future__ import annotations

from qa.answer.comparison.jointly import family_of
from qa.answer.guards.narrowed import assists
from qa.ledger.mention import INHERITED
from qa.ledger.parts import OWN_LEVEL
from qa.matching import best_zone, own_words
from qa.patterns import lazy_re
from qa.prepared import PreparedReport, Query
from qa.question.words.vocabulary import COUNTED
from qa.scored import ScoredMention

# Coverage by a figure's own words under which it is another thing's, if these are long enough to name one.
_OWNS, _LABELLED = 0.1, 5
_WHOLLY, _HALF = 0.95, 0.5
# "行政处罚案件合计多少": cases, no money and nobody; "全县人民调解组织571个" are none.
_CASES = lazy_re(r"案件|件数|(?:成功|受理|审结|办结|收案|处理|调解|调处)数(?!据|字)")
_ELSE = lazy_re(
    r"率|比例|比重|占|金额|钱|款|人次|人数|多少[人名户家次场]|几[人名户家次场]|时间|[几多]少?天|挽回|标的"
)
_ORGANS = lazy_re(r"(?:组织|机构|委员会|队伍|中心|站|室|所|点)$")
_OWN_KIND = frozenset({"percent", "money", "ratio", "time"})  # people are told apart beside the others
_ANY = frozenset({"个", "项", "次"})  # count anything, and so not what a bare topic is counted in


def is_plain(scored: ScoredMention) -> bool:
    """Tell whether a figure owns all that is asked in official words, in the unit that it is counted in: 办理公证3905件.

    Args:
        scored: A figure with the terms of the question.

    Returns:
        Whether it is a sure cell though its sentence resembles the question little.
    """
    units = [family_of(unit) or unit for t in scored.terms if t.concept for unit in t.measure]
    unit = scored.mention.quantity.bare_unit
    official = not any(t.everyday for t in scored.terms)
    return official and scored.own >= _WHOLLY and bool(unit) and (family_of(unit) or unit) in units


def is_wholly(scored: ScoredMention) -> bool:
    """Tell whether a count owns all that is asked, whatever its measure word: 新办行政执法证143件, where 本 is usual.

    Args:
        scored: A figure.

    Returns:
        Whether it may be a cell where no figure bears the usual unit.
    """
    return scored.own >= _WHOLLY and scored.mention.quantity.unit_class not in _OWN_KIND


def bears(scored: ScoredMention, query: Query) -> bool:
    """Tell whether a figure bears a unit that a bare topic is counted in: 比较甲和乙的法律援助 is about cases, not articles.

    Args:
        scored: A figure.
        query: The question; one on 案件 that names no other measure is answered with cases alone.

    Returns:
        Whether it may be a cell.
    """
    if _CASES.search(query.content) and not _ELSE.search(query.content) and not query.intent.change:
        return not _is_no_case(scored)
    bare = len(query.terms) == 1 and query.terms[0].concept and query.terms[0].measure
    units = query.terms[0].measure if bare else ()
    asked = query.intent.unit
    if (
        not bare
        or query.intent.change
        or (asked and asked not in units and family_of(asked) not in map(family_of, units))
    ):
        return True
    unit = scored.mention.quantity.bare_unit
    if asked and unit == asked and any(best_zone(t, scored.mention) >= _HALF for t in query.terms):
        return True  # 各有多少个调委会: 363个调委会, though 人民调解 is counted in cases
    return unit in units or (unit not in _ANY and family_of(unit) in {"", *map(family_of, units)})


def _is_no_case(scored: ScoredMention) -> bool:
    """Tell whether a figure counts money, a share, time or organs, and so no cases."""
    quantity = scored.mention.quantity
    if quantity.unit_class in _OWN_KIND:
        return True
    return quantity.unit == "个" and _ORGANS.search(scored.mention.label or scored.mention.noun) is not None


def is_owned(scored: ScoredMention, query: Query) -> bool:
    """Tell whether a word of the question stands at the figure itself, where the question uses official words.

    "推行首违不罚…，解决企业问题253起" counts problems; side by side with a count of 首违不罚 it would be a wrong cell.

    Args:
        scored: A figure.
        query: The question.

    Returns:
        Whether it may be a cell.
    """
    official = not any(term.everyday for term in query.terms)
    named = [t for t in query.terms if t.text not in COUNTED]  # 案件: any figure of cases is one of them
    total = sum(t.weight for t in named) or 1.0
    own = sum(t.weight * best_zone(t, scored.mention, INHERITED) for t in named) / total
    return not (official and own < _OWNS and len(own_words(scored.mention)) > _LABELLED)


def of_its_year(ranked: list[ScoredMention], query: Query, report: PreparedReport) -> list[ScoredMention]:
    """Leave out the figures of the year before (较2023年的1517.3万元下降15.3%), which are no cells of this year's comparison.

    Args:
        ranked: Figures of a report, the best first.
        query: The question; one on a change may be told by both years.
        report: The report; one that stands for the year before tells that one.

    Returns:
        The others.
    """
    if report.year or query.intent.change:
        return ranked
    return [s for s in ranked if not s.mention.past]


def of_whole(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Leave out figures of a place's own offices, and of what was done beside others, where the report tells the whole's.

    Args:
        ranked: Figures of a report, the best first.
        query: The question.

    Returns:
        The figures; 区本级办理行政许可6127件 stays where 本级 is asked for or the whole's are of something else.
    """
    ranked = [s for s in ranked if not assists(s)] or ranked
    own = [s for s in ranked if OWN_LEVEL.search(s.mention.label)]
    if not own or "本级" in query.content:
        return ranked
    others = [s for s in ranked if s not in own]
    return others if all(any(_as_much(other, s) for other in others) for s in own) else ranked


def _as_much(other: ScoredMention, scored: ScoredMention) -> bool:
    """Tell whether a figure holds the topics of the question as another does, in like units: 作出行政许可决定1.31万件."""
    kinds = {family_of(s.mention.quantity.bare_unit) for s in (other, scored)}
    topics = [t for t in scored.terms if t.concept]
    as_much = all(best_zone(t, other.mention) >= _WHOLLY * best_zone(t, scored.mention) for t in topics)
    return len(kinds) == 1 and as_much and not other.mention.part and other.own >= _HALF * scored.own
