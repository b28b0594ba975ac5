"""Cells of tables that count one part of the place: 罚没金额92万元 in the row 其他部门 is no figure of the county.

A row of totals, of a year or of an indicator is none of these. Knows nothing of ranking.
"""

from __future__ import annotations

from qa.patterns import lazy_re
from qa.ranking import Query, ScoredMention
from qa.text import fold

# Of a name of an office what tells it from others is left: 综合 of 县综合行政执法局.
_COMMON = lazy_re(r"行政|执法|部门|单位|案件|处罚|全[省市区县州旗]")

# 岩塘村, 古南街道: named as a whole or by what stands before its kind; 塘村 of 富塘村 names neither
_PLACE = lazy_re(r"(?P<stem>[\u4e00-\u9fff]{2,8}?)(?:村|社区|园区|片区|街道|镇|乡|苏木|嘎查)$")


def is_of_unnamed_row(scored: ScoredMention, query: Query) -> bool:
    """Tell whether a figure stands in the row of a part that the question does not name.

    Args:
        scored: A figure.
        query: The question.

    Returns:
        True for the row 其他部门 where 全县罚没款 or 罚没款 is asked; False where a word of the question is the row's alone.
    """
    row = scored.report.part_row(scored.mention)
    if not row:
        return False
    header = fold(scored.mention.column or scored.mention.label)
    forms = [form for term in query.terms for form, _ in term.forms]
    if place := _PLACE.fullmatch(row):
        return not any(place["stem"] in words for words in (query.content, *forms))
    if any(len(form) > 1 and form in row and form not in header for form in forms):
        return False
    return not _pairs(row) & _pairs(query.content)


def _pairs(text: str) -> set[str]:
    """List the pairs of neighbouring characters of a text without what any office or row may hold."""
    kept = _COMMON.sub("|", text)
    return {pair for i in range(len(kept) - 1) if "|" not in (pair := kept[i : i + 2]) and pair.isalnum()}
