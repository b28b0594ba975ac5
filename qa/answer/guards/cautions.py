"""Warns where a figure of an answer is one office's and not the whole place's, or a sum over years beside figures of one year.

Looks at the figures of a finished draft and at what the ledger says of them; a figure of no known indicator is left alone, and so
is an office that the question names. Changes no figure.
"""

from __future__ import annotations

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain
from qa.answer.compose.verdicts import OWN_LEVEL
from qa.answer.guards.observed import Observed
from qa.answer.guards.rates import kind_of_rate
from qa.ledger.observed import Observation
from qa.ledger.periods import Kind
from qa.message import Message, listed
from qa.patterns import lazy_re
from qa.types import AnswerKind, Value

# Whose figures are told apart from those of a whole place: an office's, a team's; not a field's or a township's.
OFFICE = lazy_re(r"(?:局|队|委|厅|办公室|中心|机构|法院|检察院)$")
# Of the name of an office what tells it from others: 综合 of 县综合行政执法局.
_COMMON = lazy_re(r"行政|执法|部门|单位|案件|处罚|全[省市区县州旗]|[省市区县州旗](?=[^,]{3,}[局队委厅]$)")
_ASKS_TOTAL = lazy_re(r"累计|总共|一共|历年|以来")


class Cautions:
    """What is to be minded of the figures of an answer."""

    def __init__(self, observed: Observed) -> None:
        """Keep where observations come from.

        Args:
            observed: Gives the observations of a report.
        """
        self._observed = observed

    def note(self, draft: Draft, question: str) -> None:
        """Add the warnings that the figures of a draft need.

        Args:
            draft: A finished draft with its values and citations.
            question: The question as it was asked.
        """
        if draft.kind not in {AnswerKind.NUMBER, AnswerKind.COMPARISON}:
            return
        compared = draft.kind is AnswerKind.COMPARISON
        found = [(value, one) for value in draft.values if (one := self._of(draft, value)) is not None]
        if compared and len({(one.report, one.indicator) for _, one in found}) < len(found):
            return  # rows of one table: each is named
        warnings = [
            self._held(value, one)
            for value, one in found
            if one.indicator
            and not one.whole
            and OFFICE.search(one.holder)
            and not names_office(question, one.holder)
        ]
        warnings += [
            say.ONE_KIND_OF_RATE(kind)
            for value in draft.values
            if (kind := kind_of_rate(question, value.indicator))
        ]
        summed = [value for value, one in found if one.indicator and one.kind is Kind.CUMULATIVE]
        if compared and 0 < len(summed) < len(found) and not _ASKS_TOTAL.search(question):
            warnings.append(say.SUMMED(listed(dict.fromkeys(plain(value.place) for value in summed))))
        own = [value for value in draft.values if _of_own_level(value)]
        if compared and 0 < len(own) < len(draft.values) and "本级" not in question:
            warnings.append(OWN_LEVEL(listed(dict.fromkeys(plain(value.place) for value in own))))
        for warning in warnings:
            draft.warnings.append(warning)
            draft.lines += ["", say.NOTE(warning)]

    def _held(self, value: Value, one: Observation) -> Message:
        """Say whose a figure is, and whether the report tells that of the whole place."""
        whole = any(
            other.indicator == one.indicator
            and other.whole
            and not other.part
            and other.year == one.year
            and other.kind is Kind.RESULT
            for other in self._observed.of(one.report)
        )
        told = say.OFFICE_TOO if whole else say.OFFICE_ONLY
        return told(plain(value.place), value.citation, plain(one.holder), level_of(one.place))

    def _of(self, draft: Draft, value: Value) -> Observation | None:
        """Find the observation of a value."""
        cited = next((c for c in draft.citations if c.marker == value.citation), None)
        if cited is None:
            return None
        held = (
            one
            for one in self._observed.of(cited.report)
            if cited.start <= one.start < cited.end and one.value == value.value
        )
        return next(held, None)


def _of_own_level(value: Value) -> bool:
    """Tell whether a figure is of a place's own offices, which is not the whole place.

    Reviews of a district or county are all its government's own (行政复议法 第二十四条).
    """
    below = value.place.endswith(("区", "县", "旗")) and "复议" in value.indicator
    return "本级" in value.indicator and not below


def level_of(place: str) -> Message:
    """Give the word for the level of a place: 县 of a county, so that its whole is 全县.

    Args:
        place: The place of a report.

    Returns:
        Its last character where that names a level, else 域.
    """
    return say.LEVELS.get(place[-1:], say.NO_LEVEL)


def names_office(question: str, holder: str) -> bool:
    """Tell whether a question names an office, in whatever part of its name.

    Args:
        question: The question.
        holder: The office as a report prints it.

    Returns:
        True for 市场监管局 where the question says 市场监管部门.
    """
    core = _COMMON.sub("|", holder)
    return any("|" not in core[i : i + 2] and core[i : i + 2] in question for i in range(len(core) - 1))
