"""Figures of a part of the place behind those of the whole: a county's, an office's, what the city's own 本级 did.

A figure is of a part where its own words say so, or those that it leans on: 受理391件 of 市政府本级收到463件,受理391件.
Knows nothing of ranking.
"""

from __future__ import annotations

from qa.answer.guards.placed import named_inside
from qa.answer.guards.wholes_first import is_narrower
from qa.ledger.holders import holder_at, without_level
from qa.ledger.parts import place_inside
from qa.matching import overlap
from qa.patterns import in_question, lazy_re
from qa.ranking import Query, ScoredMention

# "县(区)政府常务会议集体学法共计58次" beside 市政府's own 12: a level below at the head of the words.
_BELOW = lazy_re(
    r"(?:其中,?)?(?:各|\d+个)?(?:[县区市州][直属](?:部门|单位|机关)|县\((?:市|区|市、区)\)|县区|区县|县市区|市县)(?!级)"
)
_BELOW_ASKED = lazy_re(r"县|区|下面|底下|下辖|各地")
_WHOLE = lazy_re(r"全[市区县省州旗]|整个[市区县省]|总体|整体")
_TOWN = lazy_re(r"(?:其中|[,、])*([\u4e00-\u9fff]{2,4}(?:街道|[镇乡]))")
_LAST_WORD = lazy_re(r"(?:街道|分局|[区县市旗镇乡局])$")
_AS_WELL = 0.8  # share of the best coverage that a figure of the whole must reach
_BY_PLACE = 0.5  # where a figure bears the name of a county of the city: 召陵区败诉率17.6% is none of it
_WHOLLY = 0.95  # where a figure is of 本级, which of a district is the whole unless another is printed
_OWN_LEVEL = lazy_re(r"[省市区县州旗](?:政府|[局委厅])?本级")


def _held(scored: ScoredMention) -> str:
    """Name the part that a figure is said to be of: 本级, or an office without its level (应急管理局)."""
    if scored.mention.holder:
        return without_level(scored.mention.holder)
    return "本级" if _OWN_LEVEL.search(scored.mention.label + scored.words.leant_on) else ""


def of_place(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Put a figure of a place inside (某区败诉率17.6%) behind those of the whole, unless the question names that place.

    Args:
        ranked: Figures, the best first.
        query: The question.

    Returns:
        Those of the whole place where there are such, else the same.
    """
    named = "" if in_question(_WHOLE, query.content) else query.content + "".join(t.text for t in query.terms)
    ranked = [s for s in ranked if not _of_another(s, named)]
    if not ranked or not _is_inside(ranked[0], named):  # the others are looked at only where the first is
        return ranked
    inner = [_is_inside(s, named) for s in ranked]
    if all(inner):
        return ranked
    outer = [s for s, i in zip(ranked, inner, strict=True) if not i]
    best = next((s for s in outer if not is_narrower(s, query)), outer[0])
    if is_narrower(best, query) and "本级" in ranked[0].mention.label:
        return ranked  # 区本级执法部门实施处罚1893件 beside 对安全生产违法行为实施处罚88件
    held = bool(_held(ranked[0]) or _holder_of(ranked[0]))
    unlike = held and best.mention.quantity.unit_class != ranked[0].mention.quantity.unit_class  # 万件 is 件
    own_county = named_inside(ranked[0]) and not any(t.required for t in query.terms)
    least = _BY_PLACE if own_county else _WHOLLY if held else _AS_WELL
    if unlike or best.coverage < least * ranked[0].coverage:
        return ranked
    return [s for s, i in zip(ranked, inner, strict=True) if not i]


def _of_another(scored: ScoredMention, named: str) -> bool:
    """Tell whether a figure stands in a paragraph on a place inside that the question does not name: it is never the whole's."""
    holder = scored.mention.holder
    if any(t.required and t.text in scored.words.label for t in scored.terms):
        return False
    inside = bool(holder) and holder == place_inside(holder, scored.report.report.meta.place)
    return inside and not _is_named(holder, named)


def _is_named(holder: str, named: str) -> bool:
    """Tell whether a question names the holder of a figure, with or without its last word: 城东 for 城东镇."""
    bare = _LAST_WORD.sub("", holder)
    return holder in named or (len(bare) > 1 and bare in named)


def _holder_of(scored: ScoredMention) -> str:
    """Name the office or field that its sentence gives a figure to (乡镇综合执法中心), asked in official words alone, or ""."""
    if any(t.everyday for t in scored.terms):
        return ""
    text, start = scored.report.folded[scored.sentence], scored.mention.quantity.start
    holder = holder_at(text, start, scored.report.report.meta.place)
    return "" if holder.whole else holder.name


def _is_inside(scored: ScoredMention, named: str) -> bool:
    """Tell whether the words of a figure begin with another place than the report's that the question does not name."""
    held = _held(scored)
    own = _TOWN.match(scored.words.label)  # 其中某乡4100亩、某镇3650亩
    if own is not None and _is_named(own[1], named):
        return False
    if held and not _is_named(held, named) and "本级" not in named:
        return True
    if named and _BELOW.match(scored.words.label) and not _BELOW_ASKED.search(named):
        return True
    if (holder := _holder_of(scored)) and not overlap(holder, named):
        return True
    inner = named_inside(scored)
    return bool(inner) and inner not in named and inner[:-1] not in named
