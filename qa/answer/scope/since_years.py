"""Figures of several years: 2021年以来累计投入普法经费多少 asks for what a later report counts from that year on.

The year that the count begins with is no report's year then.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from qa.answer.guards.spans import SINCE, printed_spans
from qa.question.single.reading import Reading
from qa.types import ReportMeta


def counted_since(
    reading: Reading, held: Sequence[ReportMeta], prints: Callable[[str, str], bool]
) -> Reading:
    """Ask what is counted since a year of the report that prints such a count.

    Args:
        reading: The question.
        held: Reports of the places asked.
        prints: Tells whether the report of an id prints some words.

    Returns:
        The question, asked of the newest report that counts from that year, with the span among its words; unchanged where
        no span is asked for, or no report prints it.
    """
    span = SINCE.search(reading.question)
    if span is None or not reading.terms:
        return reading
    forms = printed_spans(span["first"])
    years = {m.year for m in held if any(prints(m.id, form) for form in forms)}
    years &= {int(span["last"])} if span["last"] else years
    if not years:
        return reading
    kept = tuple(t for t in reading.terms if t.text not in span[0])
    content = f"{span['first']}年以来 {reading.content.replace('以来', '  ')}"
    return replace(reading, years=(max(years),), terms=kept or reading.terms, content=content)
