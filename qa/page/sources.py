"""The source panel: a report as it was read, with the cited words marked.

The panel's text is the stored text, character for character (line breaks and blanks kept in hidden spans), so
that what a reader sees is what was cited. Headings are styled by the report's own passages; nothing in the
text is interpreted.
"""

from __future__ import annotations

from qa.page.labels import Labels
from qa.page.markup import Html, element, escape, join
from qa.types import Passage, Report, ReportMeta

_DEEPEST = 3


def render_report(report: Report, start: int, end: int, labels: Labels) -> Html:
    """Show a report with the words that were cited.

    Args:
        report: The report.
        start: First code point of the cited words in its text.
        end: One past the last; ``start == end`` marks nothing.
        labels: Words of the page.

    Returns:
        The panel's content.
    """
    start = max(0, min(start, len(report.text)))
    end = max(start, min(end, len(report.text)))
    sentence = _sentence_round(report, start, end)
    body = [_passage(report, passage, sentence, (start, end)) for passage in report.passages]
    return element(
        "article",
        element("button", labels.back, type="button", cls="fw-back", data_back=True),
        _header(report.meta, _heading_at(report, start) if end > start else (), labels),
        element("div", *body, cls="fw-report", lang="zh-CN", tabindex=0),
        cls="fw-source-view",
        data_shown=report.meta.id,
        aria_label=report.meta.title,
    )


def render_no_report(message: str, labels: Labels) -> Html:
    """Show the panel without a report.

    Args:
        message: What to say instead.
        labels: Words of the page.

    Returns:
        The panel's content.
    """
    return element(
        "div",
        element("p", labels.source_panel, cls="fw-panel-name"),
        element("p", message),
        cls="fw-source-empty",
    )


def _header(meta: ReportMeta, heading: tuple[str, ...], labels: Labels) -> Html:
    """Say what report this is."""
    facts = (
        (labels.issuer, meta.issuer or labels.unknown),
        (labels.date, meta.date or labels.unknown),
        (labels.file, meta.file),
    )
    rows = [element("div", element("dt", name), " ", element("dd", value)) for name, value in facts]
    where = element("p", " › ".join(heading), cls="fw-where") if heading else Html()
    return element(
        "header",
        element(
            "div",
            element("span", meta.place, cls="fw-tag"),
            " ",
            element("span", labels.year_of(meta.year), cls="fw-tag"),
            cls="fw-source-top",
        ),
        element("h2", meta.title),
        element("dl", *rows),
        where,
        cls="fw-source-head",
    )


def _sentence_round(report: Report, start: int, end: int) -> tuple[int, int]:
    """Find the sentences that the cited words lie in; the words themselves where none does."""
    if start == end:
        return start, end
    touched = [s for s in report.sentences if s.start < end and start < s.end]
    if not touched:
        return start, end
    return min(start, touched[0].start), max(end, touched[-1].end)


def _heading_at(report: Report, offset: int) -> tuple[str, ...]:
    """Give the heading path of the passage at an offset."""
    return next((p.heading for p in report.passages if p.start <= offset < p.end), ())


def _passage(report: Report, passage: Passage, sentence: tuple[int, int], quote: tuple[int, int]) -> Html:
    """Render a passage line by line; a heading keeps its level, furniture is set back."""
    text = report.text[passage.start : passage.end]
    bare = text.strip().rstrip("。")
    attributes: dict[str, str] = {}
    if passage.body:
        kind = "fw-body"
    elif passage.heading and bare == passage.heading[-1].rstrip("。"):
        kind = f"fw-heading fw-level-{min(len(passage.heading), _DEEPEST)}"
        attributes = {"role": "heading", "aria_level": str(min(len(passage.heading), _DEEPEST) + 2)}
    elif not passage.heading and report.meta.title_printed and report.meta.title in text:
        kind = "fw-printed-title"
    else:
        kind = "fw-furniture"
    lines: list[Html] = []
    at = passage.start
    for line in text.splitlines(keepends=True):
        words = line.strip()
        lead = len(line) - len(line.lstrip()) if words else 0
        stop = at + lead + len(words)
        if words:
            lines.append(_gap(report.text[at : at + lead]))
            shown = _marked(report.text, (at + lead, stop), sentence, quote)
            lines.append(element("p", shown, cls=kind, **attributes))
        lines.append(_gap(report.text[stop if words else at : at + len(line)]))
        at += len(line)
    return join(lines)


def _gap(blank: str) -> Html:
    """Keep blanks between lines in the text without showing them."""
    return element("span", blank, hidden=True) if blank else Html()


def _marked(text: str, span: tuple[int, int], sentence: tuple[int, int], quote: tuple[int, int]) -> Html:
    """Render a piece of text, marking the cited sentence and within it the quote."""
    inner = (max(span[0], sentence[0]), min(span[1], sentence[1]))
    if inner[0] >= inner[1] or sentence[0] == sentence[1]:
        return escape(text[slice(*span)])
    core = (max(inner[0], quote[0]), min(inner[1], quote[1]))
    if core[0] < core[1]:
        marked = element("mark", text[slice(*core)], cls="fw-quote")
        within = join((text[inner[0] : core[0]], marked, text[core[1] : inner[1]]))
    else:
        within = escape(text[slice(*inner)])
    cited = element("span", within, cls="fw-sentence")
    return join((text[span[0] : inner[0]], cited, text[inner[1] : span[1]]))
