"""How many of a thing happened, where a report prints that none did: 建筑施工领域未发生生产安全事故, 无一人重新犯罪.

The clause that says so is the answer; no 0 is printed, and so none is shown. What it denies must be all that is asked:
未发生较大以上事故 says nothing of how many accidents there were. That no lawsuit was lost is told by ``none_lost``.
"""

from __future__ import annotations

from qa.answer.compose.draft import Draft
from qa.answer.guards.strangers import strangers
from qa.answer.prose.existence import naming
from qa.answer.prose.fact import quote_clauses
from qa.ledger.clauses import split_clauses
from qa.matching import match
from qa.patterns import lazy_re
from qa.question.single.intent import Task
from qa.question.words.vocabulary import COUNTED
from qa.ranking import PreparedReport, Query
from qa.text import fold, words
from qa.types import SectionKind

_NONE = lazy_re(
    r"(?:(?:未|没有?|无)(?:再|有)?(?:发生|出现|产生|接到|收到|发现)过?|无一[起例件人次](?:发生|出现)?)(?:一[起例件人次])?(?P<what>[^,;:。、\d]{2,24})"
    r"|(?P<who>[^,;:。、\d]{2,16})(?:零发生|零发案|零事故)"
)
_MAY_DENY = lazy_re(
    "[未没无零]"
)  # one of these is in all that the pattern finds; it tries every character otherwise
_AIM = lazy_re(r"力争|争取|确保|目标|努力|将|计划|防止|避免")
_HELD = 0.6  # as in ``qa.answer.prose.existence``
_RATED = lazy_re(r"率|比例|占比|百分|原因|为什么|为何")
_LEAST = 2


def answer_none_happened(query: Query, content: str, report: PreparedReport) -> Draft | None:
    """Tell that a thing which a question counts did not happen, in the words of the report.

    Args:
        query: The question, ready for ranking.
        content: Its words without places and years.
        report: The report.

    Returns:
        The draft, or None where no count is asked or nothing of the kind is said.
    """
    intent, asked = query.intent, fold(content)
    if (
        intent.task is not Task.NUMBER
        or intent.change
        or intent.plan
        or intent.unit == "%"
        or _RATED.search(asked)
    ):
        return None
    named = [t for t in naming(query.terms) if t.known]
    if not named:
        return None
    for sentence, text in zip(report.report.sentences, report.folded, strict=True):
        if sentence.section in {SectionKind.PLAN, SectionKind.PROBLEM} or _MAY_DENY.search(text) is None:
            continue
        for told in _NONE.finditer(text):
            denied = [w for w in words(told["what"] or told["who"]) if len(w) >= _LEAST and w not in COUNTED]
            before = text[: told.end()].rpartition(";")[2]
            if (
                denied
                and all(w in asked for w in denied)
                and all(match(t, before) >= _HELD for t in named)
                and not _AIM.search(text[: told.start()])
                and not strangers(query, report)
            ):
                start, end = next(span for span in split_clauses(text) if span[1] > told.start())
                return quote_clauses(report.report, sentence.index, start, end)
    return None
