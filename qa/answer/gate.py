"""The gate that every answer passes, whoever wrote its words: number lock, scope guard, citation check.

Reads only the finished answer and the stored texts, never the composer's mind. A statement that fails is cut and told in
the warnings; if no statement is left, the answer is refused. A table row, a list item or a line is one statement.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from decimal import Decimal

from qa.answer.compose import messages as say
from qa.ledger.cells import cells_in
from qa.message import by_line, english_of, joined
from qa.patterns import lazy_re
from qa.quantity import Quantity, find_quantities, numbers_in
from qa.types import Answer, AnswerKind, Citation, Reason, Report

_MARKER = lazy_re(r"\[(\d+)\]")
_NUMBER = lazy_re(r"\d+(?:,\d{3})*(?:\.\d+)?")
_YEAR = lazy_re(r"(?<!\d)(?:1[89]|20|21)\d\d(?:年|(?=\s*\|))")


def check(answer: Answer, report_of: Callable[[str], Report], computed: Collection[str] = ()) -> Answer:
    """Check an answer and cut what fails.

    Args:
        answer: Any answer with markers and citations.
        report_of: Gives the report of an id.
        computed: Figures that were asked to be computed from shown terms (a difference, a count).

    Returns:
        The answer, or what is left of it; a refusal where nothing is left.
    """
    if answer.abstained and not answer.citations:
        return answer
    sound = {c.marker: c for c in answer.citations if _is_verbatim(c, report_of)}
    scoped = {m: c for m, c in sound.items() if _in_scope(c, answer)}
    kept, cut = [], 0
    for line in by_line(answer.answer):
        if _line_holds(line, scoped, computed, answer):
            kept.append(line)
        else:
            cut += 1
    values = tuple(v for v in answer.values if _value_holds(v.value, v.place, v.year, scoped.get(v.citation)))
    lost = len(answer.values) - len(values)
    if not all(
        _same_figures(line, computed) for line in kept
    ):  # a defect of a message: Chinese alone is shown
        kept = [line if _same_figures(line, computed) else str(line) for line in kept]
        answer = replace(answer, answer=joined(kept, "\n", "\n"))
    if not cut and not lost and len(scoped) == len(answer.citations):
        return answer
    warnings = (*answer.warnings, say.CUT(cut + lost))
    if not any(_MARKER.search(line) for line in kept) or (answer.kind is AnswerKind.NUMBER and not values):
        return replace(
            answer,
            answer=say.NOTHING_LEFT,
            kind=AnswerKind.REFUSAL,
            abstained=True,
            reason=Reason.NOT_MENTIONED,
            values=(),
            citations=(),
            warnings=warnings,
            series=(),
        )
    return replace(
        answer,
        answer=joined(kept, "\n", "\n"),
        values=values,
        citations=tuple(scoped.values()),
        warnings=warnings,
        series=(),  # a picture shows the whole table or nothing
    )


def _same_figures(line: str, computed: Collection[str]) -> bool:
    """Check that the English form of a line shows no figure and no marker that the Chinese one, just checked, does not."""
    english = english_of(line)
    shown, allowed = _NUMBER.findall(english), {*_NUMBER.findall(line), *computed}
    return _MARKER.findall(english) == _MARKER.findall(line) and all(figure in allowed for figure in shown)


def _is_verbatim(citation: Citation, report_of: Callable[[str], Report]) -> bool:
    """Check that a quote stands in the stored text at its offsets, and the sentence round it."""
    report = report_of(citation.report)
    same = report.text[citation.start : citation.end] == citation.quote and bool(citation.quote)
    return (
        same
        and citation.quote in citation.sentence
        and (report.meta.place, report.meta.year) == (citation.place, citation.year)
    )


def _in_scope(citation: Citation, answer: Answer) -> bool:
    """Check that a citation is of a place and year that the question was resolved to."""
    return (not answer.places or citation.place in answer.places) and (
        not answer.years
        or citation.year in answer.years
        or any(_tells(citation, year) for year in answer.years)
    )


def _line_holds(line: str, citations: dict[int, Citation], computed: Collection[str], answer: Answer) -> bool:
    """Check one line: its markers exist, and each number stands in a sentence cited in the line."""
    markers = [int(m) for m in _MARKER.findall(line)]
    if any(m not in citations for m in markers):
        return False
    held: set[Decimal] = set()
    for marker in markers:
        held |= numbers_in(citations[marker].sentence)
        held |= numbers_in(" ".join(citations[marker].heading))
    shown_text = _MARKER.sub("", line)
    if markers and not _years_hold(shown_text, [citations[m] for m in markers], answer):
        return False
    bare = _YEAR.sub("", shown_text)
    for name in {*answer.places, *(c.place for c in citations.values()), *(v.place for v in answer.values)}:
        bare = bare.replace(name, "")
    if markers and not _quantities_hold(bare, [citations[m] for m in markers], computed):
        return False
    for shown in _NUMBER.findall(bare):
        if shown not in computed and Decimal(shown.replace(",", "")) not in held:
            return False
    return True


def _years_hold(line: str, cited: Sequence[Citation], answer: Answer) -> bool:
    """Check that each year of a line is one of the cited reports, the next one, or stands in a cited sentence."""
    allowed = {year for c in cited for year in (c.year, c.year + 1)} | set(answer.years)
    allowed |= {int(y[:4]) for c in cited for y in _YEAR.findall(f"{c.sentence} {' '.join(c.heading)}")}
    return all(int(year[:4]) in allowed for year in _YEAR.findall(line))


def _quantities_hold(line: str, cited: Sequence[Citation], computed: Collection[str]) -> bool:
    """Check that each figure of a line stands in a cited sentence with its own kind of unit."""
    held = {
        (amount, q.unit_class)
        for c in cited
        for q in find_quantities(f"{c.sentence} {' '.join(c.heading)}")
        for amount in (q.amount, abs(q.amount))  # a sign in a column of changes is its direction: | -22.9% |
    }
    return all(
        q.value in computed or (q.amount, q.unit_class) in held or _in_table(q, cited)
        for q in find_quantities(line)
        if not q.weak
    )


def _in_table(quantity: Quantity, cited: Sequence[Citation]) -> bool:
    """Tell whether a figure is a cell of a cited table row, its unit in the header of the column."""
    return any(
        cells_in(c.sentence)
        and Decimal(quantity.value) in numbers_in(c.sentence)
        and bool(c.heading)
        and (quantity.unit in c.heading[-1] or (quantity.unit == "%" and c.heading[-1].endswith("率")))
        for c in cited
    )


def _tells(citation: Citation, year: int) -> bool:
    """Tell whether a cited sentence names a year before its report's: 2022年：84件, or for the last one 由上年的120件."""
    words = f"{citation.sentence} {' '.join(citation.heading)}"
    last = citation.year == year + 1 and re.search(r"(?:上|去|前)一?年", words) is not None
    return last or (citation.year > year and re.search(rf"{year}(?!\d)", words) is not None)


def _value_holds(value: str, place: str, year: int, citation: Citation | None) -> bool:
    """Check that a value stands in its cited sentence, of the same place and year."""
    if citation is None or (citation.year != year and not _tells(citation, year)):
        return False
    if (
        place != citation.place and place[:-1] not in citation.sentence
    ):  # a place inside: its sentence names it
        return False
    return Decimal(value) in numbers_in(citation.sentence)
