"""Runs every check over a set of reports and sorts what they find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from qa.audit.allbut import check_all_but
from qa.audit.asides import check_asides
from qa.audit.balance import check_balance
from qa.audit.behind import check_behind
from qa.audit.changes import check_changes
from qa.audit.conflicts import check_conflicts, check_moves
from qa.audit.earlier import check_carried, check_columns, check_earlier, check_two_years, plain_of, sole_of
from qa.audit.elsewhere import check_elsewhere
from qa.audit.fellows import check_fellows
from qa.audit.figures import Figure, figures_of
from qa.audit.finding import Finding, Kind, Severity
from qa.audit.grids import check_grids
from qa.audit.limits import check_dates, check_limits
from qa.audit.lists import check_lists
from qa.audit.means import check_means
from qa.audit.named import check_named
from qa.audit.parts import check_parts
from qa.audit.ranks import check_ranks
from qa.audit.rates import check_rates
from qa.audit.shares import check_ratios, check_shares, check_stated_wholes, check_totals
from qa.audit.stocks import check_stocks
from qa.audit.sums import check_sums
from qa.audit.years import Index, check_twice, check_years, index_of
from qa.types import Report

_ORDER = {severity: position for position, severity in enumerate(Severity)}


def audit(reports: Iterable[Report], years: Iterable[Report] = ()) -> tuple[Finding, ...]:
    """Recompute what reports state.

    Args:
        reports: The reports to audit.
        years: Other reports of their places, to hold them against: those of the year before count.

    Returns:
        What does not add up: the gravest first, then by place, year and position.
    """
    audited = list(reports)
    known = {report.meta.id: report for report in [*years, *audited]}
    figures = {id_: figures_of(report) for id_, report in known.items()}
    indexes = {id_: index_of(figures[id_]) for id_ in known}
    dated: dict[tuple[str, str, int], set[str]] = {}
    for meta in (r.meta for r in known.values()):
        dated.setdefault((meta.parent, meta.place, meta.year), set()).add(meta.id)
    found: dict[tuple[Kind, str, int, int, int], Finding] = {}
    for report in audited:
        meta = report.meta
        last = dated.get((meta.parent, meta.place, meta.year - 1), set())
        # two reports of one place and year (鼓楼区 without its city): nobody knows which is meant
        then = next(iter(last)) if len(last) == 1 else ""
        earlier: Index = indexes[then] if then else {}
        results = list(_check(report, figures[meta.id], earlier, indexes[meta.id]))
        if then:
            now, past = (plain_of(known[id_], figures[id_]) for id_ in (meta.id, then))
            known_now, known_then = (
                {**sole_of(known[id_], figures[id_]), **plain}
                for id_, plain in ((meta.id, now), (then, past))
            )
            for here in figures[meta.id].values():
                results.extend(check_earlier(here, known_now, known_then, earlier))
                results.extend(check_two_years(here, known_now, known_then))
            results.extend(check_carried(known_now, known_then))
            told = _with_cells(report, figures[meta.id])
            results.extend(check_columns(plain_of(report, told, last=True), past))
            results.extend(check_columns(sole_of(report, figures[meta.id], last=True), known_then))
        for result in results:
            span = result.spans[0]
            # one total may be contradicted by two lists: 其中一般程序…; 按门类分…
            basis = result.spans[1].start if result.kind is Kind.PARTS and len(result.spans) > 1 else -1
            found.setdefault((result.kind, span.report, span.start, span.end, basis), result)
    return tuple(sorted(found.values(), key=_key))


def _check(report: Report, figures: dict[int, list[Figure]], earlier: Index, own: Index) -> Iterator[Finding]:
    """Run the checks over one report."""
    for index, here in figures.items():
        passage = _passage(figures, here[0])
        before, after = (_beside(report, figures, index, step) for step in (-1, 1))
        same = before if before and before[0].sentence.passage == here[0].sentence.passage else []
        yield from check_rates(same, here, passage)
        yield from check_shares(same, here)
        yield from check_ratios([*before, *here, *after], passage, here)
        yield from check_changes(here)
        yield from check_parts(here)
        yield from check_behind(same, here)
        yield from check_stated_wholes(here)
        yield from check_totals(passage, here)
        yield from check_lists(here)
        yield from check_means(here)
        yield from check_limits(here)
        yield from check_all_but(here)
        yield from check_asides(here)
        yield from check_balance(passage, here)
        yield from check_stocks(here)
        yield from check_sums(here)
        yield from check_named(here)
        yield from check_ranks(here)
        yield from check_elsewhere(figures, passage, here)
        yield from check_fellows(passage, here)
        yield from check_years(here, earlier)
    yield from check_twice(own)
    yield from check_dates(report)
    drawn = any("|" in sentence.text or "\t" in sentence.text for sentence in report.sentences)
    cells = figures_of(report, cells=True) if drawn else {}
    yield from check_conflicts(report, figures, cells)
    yield from check_moves(report, figures)
    yield from check_grids(report, figures, cells)


def _with_cells(report: Report, figures: dict[int, list[Figure]]) -> dict[int, list[Figure]]:
    """Give the figures of a report together with those in cells of drawn tables."""
    found = {index: list(here) for index, here in figures.items()}
    for index, here in figures_of(report, cells=True).items():
        found.setdefault(index, []).extend(here)
    return found


def _passage(figures: dict[int, list[Figure]], first: Figure) -> list[Figure]:
    """Give the figures of a passage up to a sentence."""
    at, passage = first.sentence.index, first.sentence.passage
    found: list[Figure] = []
    while (at := at - 1) >= 0:
        here = figures.get(at, [])
        if here and here[0].sentence.passage != passage:
            break
        found[:0] = here
    return found


def _beside(report: Report, figures: dict[int, list[Figure]], index: int, step: int) -> Sequence[Figure]:
    """Give the figures of the sentence beside one."""
    return figures.get(index + step, []) if 0 <= index + step < len(report.sentences) else []


def _key(result: Finding) -> tuple[int, str, int, str, int]:
    """Order findings."""
    return _ORDER[result.severity], result.place, result.year, result.spans[0].file, result.spans[0].start
