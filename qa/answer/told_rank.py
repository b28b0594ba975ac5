"""Answers which rank a report tells of its place as a whole: 在全市排第几, with no topic named.

Knows how reports print a rank; what is ranked stands in the sentence that is shown.
"""

from __future__ import annotations

import re

from qa.answer.draft import Draft
from qa.answer.fact import add_statement
from qa.ranking import PreparedReport
from qa.types import AnswerKind, SectionKind

_MOST = 3
_SCOPE = r"(?:全国|全省|全市|全州|全区|全县|全域|[\u4e00-\u9fff]{2}[省市州])"
_TOLD = re.compile(
    rf"{_SCOPE}[^,。;]{{0,10}}(?:第[一二三四五六七八九十\d]+(?!次|届|期|批|家|个|部|例|条|轮)|首位|榜首|前[列茅三五十百\d])"
    rf"|(?:位[居列]|名列|排名?)[^,。;]{{0,4}}{_SCOPE}[^,。;]{{0,6}}(?:第|前|首)"
)


def answer_rank(report: PreparedReport) -> Draft | None:
    """Compose the answer: the clauses that tell a rank in the city, the province or the country.

    Args:
        report: The report.

    Returns:
        The draft, or None where it tells none.
    """
    draft = Draft(AnswerKind.LIST)
    held = report.report
    told = [
        s.index
        for s, text in zip(held.sentences, report.folded, strict=True)
        if s.section is not SectionKind.PLAN and _TOLD.search(text)
    ][:_MOST]
    for index in told:
        add_statement(draft, held, index, (), "rank", prefix="- " if len(told) > 1 else "")
    return draft if draft.lines else None
