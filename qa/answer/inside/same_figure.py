"""The figure just told, of another place or year: 乙县呢 and 2023年呢 ask of the same indicator, whatever words asked for it.

The ledger knows which indicator the figure told bears, and whether the report gone to gives it. Ranks nothing.
"""

from __future__ import annotations

from qa.answer.compose.draft import Draft
from qa.answer.guards.narrowed import narrowing
from qa.answer.guards.observed import Observed
from qa.ledger.observation import Kind, Observation
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.ranking import PreparedReport
from qa.scored import ScoredMention, taken
from qa.units import bare

_ONE = frozenset({Task.NUMBER, Task.FACT})


def goes_elsewhere(reading: Reading) -> bool:
    """Tell whether a turn asks of one place what was asked before, and nothing else.

    Args:
        reading: A turn, with what the conversation lends it.

    Returns:
        True for 乙县呢, 2023年呢 after a figure of 甲县.
    """
    intent = reading.intent
    else_asked = (
        intent.change
        or intent.combine
        or intent.compares
        or intent.plan
        or intent.section
        or intent.answer_type
    )
    plain = reading.aspect and reading.follow_up and intent.task in _ONE and not else_asked
    one = len(reading.places) == 1 and len(reading.years) <= 1 and not (reading.inner or reading.scope.inner)
    return plain and one


def told_indicator(told: tuple[str, int, str], observed: Observed) -> Observation | None:
    """Give what the ledger says of a figure that was told.

    Args:
        told: Its place, as ``Reading.near`` has it.
        observed: Gives what the ledger says.

    Returns:
        Its observation where it is the whole place's result, else None.
    """
    report, start, value = told
    one = next((o for o in observed.of(report) if o.start >= start and o.value == value), None)
    return one if one is not None and _is_result(one) else None


def same_in(one: Observation, report: PreparedReport, observed: Observed) -> ScoredMention | None:
    """Find the figure of a report that bears the indicator of one that was told.

    Args:
        one: What the ledger says of that figure.
        report: The report gone to.
        observed: Gives what the ledger says.

    Returns:
        The figure; None where the report gives none or several.
    """
    if not one.indicator:
        return None
    held = report.report
    year = report.holds
    starts = {
        o.start
        for o in observed.of(held.meta.id)
        if o.indicator == one.indicator and o.year == year and _is_result(o)
    }
    found = [m for m in report.mentions if held.sentences[m.sentence].start + m.quantity.start in starts]
    if len({(m.quantity.value, m.quantity.unit) for m in found}) != 1:
        return None
    made = taken(found[0], report)
    return None if narrowing(made) else made


def is_unlike(one: Observation, draft: Draft, report: PreparedReport, observed: Observed) -> bool:
    """Tell whether an answer is another indicator than the one told before, in another measure word, or a plan of it.

    Args:
        one: What the ledger says of the figure told before.
        draft: The answer.
        report: The report that it is from.
        observed: Gives what the ledger says.

    Returns:
        True for 培训1210人次 after 新申领执法证203人; another rate of the same thing (直接纠错率) is alike.
    """
    if len(draft.values) != 1:
        return False
    value = draft.values[0]
    cited = next((c for c in draft.citations if c.marker == value.citation), None)
    if cited is None:
        return False
    inside = (o for o in observed.of(report.report.meta.id) if cited.start <= o.start < cited.end)
    borne = next((o for o in inside if o.value == value.value), None)
    if borne is None or borne.indicator == one.indicator:
        return False
    if not one.indicator:  # 报备及时率 after 备案率, which no indicator names
        rates = one.unit == borne.unit == "%"
        return (rates or bool(borne.indicator)) and not _pairs(one.counted) & _pairs(borne.counted)
    other = bool(borne.indicator) and observed.group(borne.indicator) != observed.group(one.indicator)
    return borne.kind is Kind.PLAN or (other and bare(borne.unit) != bare(one.unit))


def _pairs(words: str) -> set[str]:
    """List the pairs of characters in a figure's words."""
    return {words[i : i + 2] for i in range(len(words) - 1)}


def _is_result(one: Observation) -> bool:
    """Tell whether an observation is the whole place's result."""
    return one.whole and not one.part and one.kind is Kind.RESULT
