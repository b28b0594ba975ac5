"""Which of two readings of a turn answers: what it means first, or second where the reports do not tell the first."""

from __future__ import annotations

from qa.answer.parts.recent_years import of_later_year, with_year_before
from qa.answer.parts.tails import Answers
from qa.question.single.reading import Reading
from qa.types import Answer, Reason


def settle(reading: Reading, answers: Answers) -> tuple[Reading, Answer]:
    """Answer a turn, falling back where the reports do not tell what it may mean first.

    Args:
        reading: The turn; one of several places that asks for changes may mean their figures (差多少, after 跟去年比呢).
        answers: Answers a reading.

    Returns:
        The reading that the next turn goes on from, and the answer.
    """
    if (later := of_later_year(reading)) is not None:  # a rate that the later report prints is not computed
        told = answers(later)
        if [value.unit for value in told.values] == ["%"]:
            return reading, told
    answer, plain = answers(reading), reading.fallback
    years_differ = plain is not None and plain.years != reading.years
    if answer.reason is Reason.NO_SUCH_YEAR and plain is not None and years_differ:
        other = answers(plain)  # 乙县呢, after 涨了多少: of the last of both years
        return (reading, answer) if other.abstained else (plain, other)
    one_year = plain is not None and len(plain.years) == 1 < len(reading.years) and not answer.abstained
    if plain is not None and one_year and {value.year for value in answer.values} == set(plain.years):
        other = answers(plain)  # 排查出多少隐患, of two years of which one tells it
        return (reading, answer) if other.abstained else (plain, other)
    if plain is None or not (answer.reason is Reason.NOT_MENTIONED or _compares_too_few(reading, answer)):
        return reading, answer
    if reading.intent.change and answer.reason is Reason.NOT_MENTIONED:
        computed = with_year_before(reading, answers, told=answer)
        if not computed.abstained:  # of two years of what it means first
            return reading, computed
    other = with_year_before(plain, answers) if plain.intent.change else answers(plain)
    if answer.reason is Reason.NOT_MENTIONED:
        return (reading, answer) if other.abstained else (plain, other)
    fewer = other.abstained or _compares_too_few(plain, other)
    return (reading, answer) if fewer else (plain, other)


def _compares_too_few(reading: Reading, answer: Answer) -> bool:
    """Tell whether a place of a comparison has no figure that may be held against the others'."""
    if len(reading.places) < 2 or not reading.intent.compares:
        return False
    told = {value.place for value in answer.values}
    return len(told) < len(reading.places) or len({value.unit for value in answer.values}) > 1
