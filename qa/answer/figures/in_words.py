"""A size that a report gives in words and no figure tells: 办理环节压减三分之二, 述法单位较上年翻了一番.

The clause that says so is the answer, verbatim; no number is made of it. Knows nothing of ranking.
"""

from __future__ import annotations

from qa.answer.compose.draft import Draft
from qa.answer.guards.strangers import strangers
from qa.answer.prose.fact import quote_clauses
from qa.ledger.clauses import split_clauses
from qa.patterns import lazy_re
from qa.ranking import PreparedReport, Query
from qa.text import fold
from qa.types import SectionKind

_DIGIT = "[一二两三四五六七八九十]"
# 百分之十, 千分之五 and 一成 are figures; 一半以上, 过半 and 翻番 are none.
_SIZE = lazy_re(
    rf"(?<![百千万]){_DIGIT}分之{_DIGIT}|翻了?{_DIGIT}?番|翻了?{_DIGIT}?倍|(?:增长|提高|提升|增加|扩大|多)了?近?{_DIGIT}倍"
    r"|(?:近|约|超过?|过|达)?(?:一半|半数)(?:以上)?|过半|大半"
)
_LEANS = lazy_re(r"同比|环比|[较比](?:上|去|前|同|20)")  # 较上年翻了一番 is of the clause before it
_UNITS = frozenset({"", "percent", "ratio"})  # 多少件 asks for a count, which no share tells


def answer_in_words(query: Query, report: PreparedReport) -> Draft | None:
    """Tell a size that stands in words in the clause of what is asked.

    Args:
        query: The question, ready for ranking.
        report: The report.

    Returns:
        The draft, or None where a count is asked for, or no clause names all that is asked beside such words.
    """
    intent = query.intent
    if intent.unit_class not in _UNITS or intent.plan or not query.terms or strangers(query, report):
        return None
    for sentence, text in zip(report.report.sentences, report.folded, strict=True):
        if sentence.section in {SectionKind.PLAN, SectionKind.PROBLEM} or not _SIZE.search(text):
            continue
        first = 0
        for start, end in split_clauses(text):
            first = first if _LEANS.match(text[start:end]) else start
            if (size := _SIZE.search(text, start, end)) is None:
                continue
            owned = all(any(fold(form) in text[:end] for form, _ in term.forms) for term in query.terms)
            own = text[first : size.start()]
            if owned and any(fold(form) in own for term in query.terms for form, _ in term.forms):
                return quote_clauses(report.report, sentence.index, first, end)
    return None
