"""Figures of one indicator that contradict each other in one report, as ``qa.ledger.conflicts`` finds them.

``qa.audit.years`` holds equal words against each other; the ledger knows that 办结 and 审结复议案件 are one indicator.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from qa.audit.figures import Figure
from qa.audit.finding import Finding, Kind, Severity
from qa.audit.grids import is_row
from qa.audit.wording import finding, plain
from qa.ledger.stages import stage_of
from qa.text import unwrapped
from qa.types import Report


def check_conflicts(report: Report, figures: Mapping[int, Sequence[Figure]]) -> Iterator[Finding]:
    """List the figures of a report that contradict the first one of their indicator.

    Args:
        report: A report.
        figures: Its figures by sentence.

    Yields:
        A finding for each pair of which both figures stand in prose.
    """
    # the ledger bounds its figures with qa.audit.interval, so it is loaded here and not above
    from qa.ledger.catalogue import load_catalogue
    from qa.ledger.conflicts import conflicts_of
    from qa.ledger.observation import observations

    catalogue = load_catalogue()
    at = {f.sentence.start + f.quantity.start: f for here in figures.values() for f in here}
    for pair in conflicts_of(report, observations(report, catalogue), catalogue):
        first, other = at.get(pair.first.start), at.get(pair.second.start)
        if first is None or other is None or is_row(first.sentence) or is_row(other.sentence):
            continue
        words = [f.label + f.noun for f in (other, first)]
        if stage_of(words[0]) != stage_of(words[1]):
            continue  # 受理法律援助案件168件, 办理法律援助案件186件: with those of last year
        if ("申请" in words[0]) != ("申请" in words[1]):
            continue  # 收到复议申请186件, 新收复议案件168件: some were no cases
        yield finding(
            Kind.TWICE,
            Severity.CONTRADICTION if words[0] == words[1] else Severity.SCOPE,
            other,
            [first],
            computed=unwrapped(first.quantity.printed),
            arithmetic=f"{plain(other)}≠{plain(first)}",
            note="，同一指标前后两个数",
            note_en=": one measure, two figures",
        )
