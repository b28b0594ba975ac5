"""The part that a question or its conversation names behind 其中 or 里面 stands before its whole: 里面企业有几户, then 乙县呢.

The whole holds most words of such a question (新增市场主体), and only the part holds its last one. Knows no topics.
"""

from __future__ import annotations

from qa.patterns import lazy_re
from qa.ranking import Query, ScoredMention
from qa.text import fold

_PART = lazy_re(
    r"(?:其中|里面|里头|当中)(?:的|有|是)?(?P<noun>[\u4e00-\u9fff]{2,8}?)(?:的|案件|案子)*(?:有|是|为|占|呢|多少|几|数|[?。!,\s]|$)"
)
# How much worse than the best a part may fit: on three reports of two counties the parts asked for lay 0.002 to 0.3 below.
_CLOSE = 0.35
_FEW = 8


def named_part_first(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Take the part that is named, and leave out the whole that it is of.

    Args:
        ranked: Figures that may answer, the best first.
        query: The question.

    Returns:
        The figures; the same where no part is named, or the best one is a part or holds its name.
    """
    named = _PART.search(fold(query.content))
    if query.intent.unit_class == "percent" or query.intent.combine == "share":
        return ranked  # 其中农民工占多大比例 asks for a share, which stands elsewhere
    if named is None or not ranked or ranked[0].mention.part or named["noun"] in ranked[0].mention.label:
        return ranked
    first = ranked[0]
    part = next(
        (
            s
            for s in ranked[1:_FEW]
            if s.sentence == first.sentence
            and s.mention.quantity.unit == first.mention.quantity.unit
            and named["noun"] in s.words.label.rpartition("其中")[2]
            and s.score >= first.score - _CLOSE
        ),
        None,
    )
    return ranked if part is None else [part, *(s for s in ranked[1:] if s is not part)]
