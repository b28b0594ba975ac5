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
from qa.patterns import lazy_re
from qa.text import fold, unwrapped
from qa.types import Report

_TOTAL = lazy_re(r"(?:^|[:|])\s*(?:[总合共]计|总[数量]|全[区县市省州旗镇](?:合计|总计)?)\s*[:|\t]")


def check_conflicts(
    report: Report, figures: Mapping[int, Sequence[Figure]], cells: Mapping[int, Sequence[Figure]]
) -> Iterator[Finding]:
    """List the figures of a report that contradict the first one of their indicator.

    Args:
        report: A report.
        figures: Its figures by sentence.
        cells: The figures in cells of plain-text tables, by sentence.

    Yields:
        A finding for each pair of figures that stand in prose or in a row of totals.
    """
    # the ledger bounds its figures with qa.audit.interval, so it is loaded here and not above
    from qa.ledger.catalogue import load_catalogue
    from qa.ledger.conflicts import conflicts_of
    from qa.ledger.observation import observations

    catalogue = load_catalogue()
    told = [f for all_ in (figures, cells) for here in all_.values() for f in here]
    at = {f.sentence.start + f.quantity.start: f for f in told}
    for pair in conflicts_of(report, observations(report, catalogue), catalogue):
        first, other = at.get(pair.first.start), at.get(pair.second.start)
        if first is None or other is None or _of_some(first) or _of_some(other):
            continue
        words = [f.label + f.noun for f in (other, first)]
        stages = {stage_of(told) for told in words}
        if len(stages) > 1 and stages != {"", "办理"}:
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


def check_moves(report: Report, figures: Mapping[int, Sequence[Figure]]) -> Iterator[Finding]:
    """List changes against last year that differ from the first one told of their indicator: 同比下降12.4%, elsewhere 21.4%.

    Args:
        report: A report.
        figures: Its figures by sentence.

    Yields:
        A finding for each that differs, for the whole place's in per cent alone.
    """
    from qa.ledger.observation import Kind as Told
    from qa.ledger.observation import observations

    at = {f.sentence.start + f.quantity.start: f for here in figures.values() for f in here}
    first: dict[tuple[str, str], Figure] = {}
    for one in observations(report):
        figure = at.get(one.start)
        plainly = one.kind is Told.CHANGE and one.indicator and one.whole and not (one.part or one.holder)
        if figure is None or not plainly or one.unit != "%" or not _YEARLY.fullmatch(one.base):
            continue
        told = first.setdefault((one.indicator, one.change), figure)
        if told.sentence is not figure.sentence and not told.bounds.meets(figure.bounds):
            yield finding(
                Kind.TWICE,
                Severity.SCOPE,
                figure,
                [told],
                computed=unwrapped(told.quantity.printed),
                arithmetic=f"{plain(figure)}≠{plain(told)}",
                note="，同一指标的变化前后两个数",
                note_en=": one change, two figures",
            )


_YEARLY = lazy_re(r"同比|(?:较|比|与)(?:上|去)一?年(?:同期)?(?:相比)?|")


def _of_some(figure: Figure) -> bool:
    """Tell whether a figure stands in a row of a table that is none of totals."""
    return is_row(figure.sentence) and _TOTAL.search(fold(figure.sentence.text)) is None
