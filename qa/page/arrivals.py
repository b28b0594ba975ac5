"""Where files are dropped, and what became of each, as HTML.

Names of files and words of reports are text: everything passes ``qa.page.markup``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from qa.formats.limits import MAX_BYTES, MEGABYTE
from qa.formats.sniff import SUFFIXES
from qa.ingest import FileResult, FileStatus
from qa.page.intake import Outcome
from qa.page.labels import Labels
from qa.page.markup import Html, element
from qa.text import printable
from qa.types import ReportMeta

_LONGEST_NAME = 120
_FEW = 8  # lines that are seen at once; of more, those that ask for something come first
_TO_SEE = (FileStatus.NOT_ADDED, FileStatus.REJECTED)


def render_arrivals(outcome: Outcome, metas: Sequence[ReportMeta], labels: Labels, coming: int = 0) -> Html:
    """Show the place to drop files on, and a line for each file of the last go.

    Args:
        outcome: What became of the last files.
        metas: Reports of the library, to name what was added.
        labels: Words of the page.
        coming: Files that are being read now.

    Returns:
        The HTML.
    """
    formats = " ".join(suffix.removeprefix(".") for suffix in SUFFIXES)
    hint = labels.drop_hint.format(formats, MAX_BYTES // MEGABYTE)
    zone = element(
        "button",
        element("strong", labels.drop),
        element("small", hint),
        type="button",
        cls="fw-drop",
        data_pick=True,
        data_most=MAX_BYTES,
        data_large=labels.too_large,
    )
    held = {meta.id: meta for meta in metas}
    told = list(enumerate(outcome.results))
    if len(told) > _FEW:
        told.sort(key=lambda pair: pair[1].status not in _TO_SEE)
    lines = [_line(at, result, held, labels) for at, result in told]
    parts = [zone]
    if coming:
        parts.append(element("p", labels.coming.format(coming), cls="fw-arriving", role="status"))
    if outcome.error:
        parts.append(element("p", labels.told(outcome.error), cls="fw-arrival-error", role="alert"))
    if len(counts := Counter(result.status for result in outcome.results)) > 1:
        tally = " · ".join(
            f"{labels.status_of(status)} {counts[status]}" for status in FileStatus if counts[status]
        )
        parts.append(element("p", tally, cls="fw-tally"))
    if lines:
        parts.append(element("ul", *lines, cls="fw-arrivals", role="status", aria_label=labels.arrivals))
    return element("section", *parts, cls="fw-add", data_arrivals=len(lines))


def _line(at: int, result: FileResult, held: dict[str, ReportMeta], labels: Labels) -> Html:
    """Say what became of one file."""
    name = element("span", printable(result.path.name)[:_LONGEST_NAME], cls="fw-arrival-file")
    status = element("b", labels.status_of(result.status))
    meta = held.get(result.report_id or "")
    parts: list[str] = [status, " ", name]
    if meta is not None:
        parts += [" ", element("span", _place_year(meta, labels), cls="fw-arrival-report")]
    elif result.status is FileStatus.NOT_ADDED and result.held and result.found:
        old, new = result.held, result.found
        told = labels.would_replace.format(
            _place_year(old, labels), printable(old.file), printable(old.title), printable(new.title)
        )
        button = element("button", labels.replace, type="button", cls="fw-replace", data_replace=at)
        parts += [" ", element("span", told, cls="fw-arrival-why"), " ", button]
    elif result.reason:
        why = labels.told(result.reason).removeprefix(
            f"{printable(result.path.name)}: "
        )  # the name stands before it
        parts += [" ", element("span", why, cls="fw-arrival-why")]
    if result.orders:
        parts += [" ", element("span", labels.gives_orders, cls="fw-arrival-why")]
    return element("li", *parts, cls=f"fw-arrival fw-{result.status.value.replace(' ', '-')}")


def _place_year(meta: ReportMeta, labels: Labels) -> str:
    """Name a report."""
    return f"{meta.place} {labels.year_of(meta.year)}"
