"""Whether and how many lawsuits were lost, where a report prints that none was: 行政诉讼案件12件，全部胜诉; 3件，无败诉.

The clauses that say so are the answer. No 0 is printed, and so none is shown; a rate is not told by them.
"""

from __future__ import annotations

import re

from qa.answer.compose.draft import Draft
from qa.answer.guards.strangers import strangers
from qa.answer.prose.fact import quote_clauses
from qa.ledger.clauses import split_clauses
from qa.patterns import lazy_re
from qa.ranking import PreparedReport, Query
from qa.text import fold
from qa.types import SectionKind

_ASKED = lazy_re(
    r"败诉|官司[^,。?]{0,8}输|输[^,。?送入出]{0,6}官司|打输|输掉|输了|(?:全部|都|均|全)(?:胜诉|打?赢)"
)
_OTHER = lazy_re(
    r"率|复议|原因|为什么|为何|为啥|怎么(?!样)|如何|哪|谁|风险|预警|整改|反馈|责任|追责|复盘|比上年|同比|[比较]20\d\d|目标|计划"
)
# What tells that none was lost; "力争零败诉" is an aim.
_NONE_LOST = lazy_re(
    r"全部胜诉|全胜|均(?:获|为|告)?胜诉|都胜诉|胜诉率(?:达到?|为)?100%|(?:无|没有|未发生|未出现|未有)(?:一[件例起])?(?:行政(?:诉讼)?(?:案件)?)?败诉|零败诉|“零败诉”|败诉(?:案件)?(?:为|数为)?(?:零|0件)|(?:未|没有)一?件?败诉"
)
_AIM = lazy_re(r"力争|争取|确保|目标|努力|将|计划|实现20\d\d")
_LOST = lazy_re(r"败诉(?:案件)?(?:共|为|了)?\d+件|\d+件败诉")
_LEVELS = lazy_re(r"二审|再审|一审|民事|刑事|国家赔偿")
_SUITS = lazy_re(r"诉讼|应诉|官司|案")
_BEFORE = 2  # clauses before it that may say of how many suits


def answer_none_lost(query: Query, content: str, report: PreparedReport) -> Draft | None:
    """Tell that no lawsuit was lost, in the words of the report.

    Args:
        query: The question, ready for ranking.
        content: Its words without places and years.
        report: The report.

    Returns:
        The draft, or None where nothing of the kind is asked, none is said, or the report counts some that were lost.
    """
    asked = re.sub(r"\s", "", fold(content))
    if _ASKED.search(asked) is None or _OTHER.search(asked) or query.intent.plan or query.intent.change:
        return None
    if strangers(query, report):
        return None
    found: list[tuple[int, re.Match[str]]] = []
    for sentence, text in zip(report.report.sentences, report.folded, strict=True):
        if sentence.section in {SectionKind.PLAN, SectionKind.PROBLEM}:
            continue
        if _LOST.search(text):
            return None
        if (told := _NONE_LOST.search(text)) and not _AIM.search(text[: told.start()].rpartition("。")[2]):
            found.append((sentence.index, told))
    level = _LEVELS.search(asked)
    found = [f for f in found if level is None or level[0] in report.folded[f[0]]]
    if not found:
        return None
    index, told = found[0]
    text = report.folded[index]
    clauses = split_clauses(text)
    last = next(at for at, (a, b) in enumerate(clauses) if a <= told.start() < b)
    first = last
    while (
        first
        and last - first < _BEFORE
        and not text[clauses[first - 1][0] : clauses[first - 1][1]].endswith(";")
    ):
        first -= 1
        if _SUITS.search(text[slice(*clauses[first])]):
            break
    start, end = clauses[first][0], clauses[last][1]
    return quote_clauses(report.report, index, start, end)
