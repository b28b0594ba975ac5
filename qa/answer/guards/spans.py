"""Spans of years: 2021年以来累计投入普法经费多少 is answered by what a report counts from that year on, and by nothing else."""

from __future__ import annotations

from qa.patterns import in_question, lazy_re
from qa.ranking import Query, ScoredMention

SINCE = lazy_re(
    r"[从自]?(?P<first>20\d\d)年?(?:算起|以来|至今|开始|起(?!诉))[,，]?(?:一?直?[到至](?P<last>20\d\d)年?[底末]?)?"
)
_PRINTED = ("{}年以来", "自{}年", "{}年至今", "{}年起", "从{}年")
# 2021年以来累计投入860万元,全年办理1826件: the second is of the year
_OF_YEAR = lazy_re(r"全年|当年|今年|本年|20\d\d年")
_SPAN = 5  # characters of 2021年 and what follows the year


def printed_spans(first: str) -> tuple[str, ...]:
    """List how reports print a span of years.

    Args:
        first: The year that it begins with.

    Returns:
        Such as 2021年以来 and 自2021年.
    """
    return tuple(form.format(first) for form in _PRINTED)


def is_of_another_span(scored: ScoredMention, query: Query) -> bool:
    """Tell whether a span of years is asked for and a figure's sentence prints none before it that begins so.

    Args:
        scored: The figure.
        query: The question.

    Returns:
        True for 全年办理复议215件 where 2021年以来办理多少件 is asked.
    """
    if (span := in_question(SINCE, query.content)) is None:
        return False
    before = scored.report.folded[scored.mention.sentence][: scored.mention.quantity.start]
    at = max(before.rfind(form) for form in printed_spans(span["first"]))
    return at < 0 or _OF_YEAR.search(before, at + _SPAN) is not None
