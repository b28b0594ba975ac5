"""Spans of years: 2021年以来累计投入普法经费多少 is answered by what a report counts from that year on, and by nothing else."""

from __future__ import annotations

from qa.patterns import in_question, lazy_re
from qa.ranking import Query, ScoredMention
from qa.scored import put_first

SINCE = lazy_re(
    r"[从自]?(?P<first>20\d\d)年?(?:算起|以来|至今|开始|起(?!诉))[,，]?(?:一?直?[到至](?P<last>20\d\d)年?[底末]?)?"
)
_PRINTED = ("{}年以来", "自{}年", "{}年至今", "{}年起", "从{}年")
# 2021年以来累计投入860万元,全年办理1826件: the second is of the year
_OF_YEAR = lazy_re(r"全年|当年|今年|本年|20\d\d年")
# "累计下放事项163项,其中2024年下放27项": the year's own stands behind what has been since a year that nobody asks for.
_SUMMED, _WITHIN = (
    lazy_re(r"^(?:其中)?(?:截至[^,]{2,10},?)?累计|以来"),
    lazy_re(r"^其中,?(?:20\d\d|今|当|本)年"),
)
_SUM_ASKED = lazy_re(r"累计|总共|一共|总[数量]|至今|以来|截至|到[^,]{0,4}底")
# "累计接收2846人" since there is such work is no figure of the year
_EVER = lazy_re(r"累计(?:接收|解除|纳管|入矫|解矫)")
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
        flows = _EVER.search(scored.words.label) is not None
        return flows and in_question(_SUM_ASKED, query.content) is None and not query.intent.compares
    before = scored.report.folded[scored.mention.sentence][: scored.mention.quantity.start]
    at = max(before.rfind(form) for form in printed_spans(span["first"]))
    return at < 0 or _OF_YEAR.search(before, at + _SPAN) is not None


def year_first(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Take what falls to the year before the sum over years that it stands behind, where no sum is asked for.

    Args:
        ranked: Figures of a report, the best first.
        query: The question.

    Returns:
        The same figures.
    """
    if not ranked or in_question(_SUM_ASKED, query.content):
        return ranked
    first = ranked[0]
    clause = first.words.before.rstrip(",").rpartition(";")[2]
    if _SUMMED.search(clause.rpartition("。")[2].rpartition(",")[2]) is None:
        return ranked
    own = next(
        (
            s
            for s in ranked
            if s.sentence == first.sentence
            and s.mention.quantity.unit == first.mention.quantity.unit
            and s.mention.quantity.start > first.mention.quantity.end
            and not s.mention.change
            and _WITHIN.search(s.words.label)
        ),
        None,
    )
    return put_first(own, ranked) if own is not None else ranked
