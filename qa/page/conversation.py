"""The conversation as HTML: questions, answers with chips and sources, calm refusals, the first screen.

Knows answers, never how they are found. Everything that is shown passes ``qa.page.markup``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qa.answer.compose.messages import NOTE
from qa.page.chart import render_series
from qa.page.labels import ADD, CHANGE, TAKE_OUT, Labels
from qa.page.markup import Html, element, join
from qa.page.prose import render_prose
from qa.types import Answer, AnswerKind, Citation, Reason, ReportMeta

_SHOWN_SOURCES = 3
_SHOWN_REPORTS = 60
_SHOWN_PLACES = 12


@dataclass(frozen=True, slots=True)
class Turn:
    """One question of a conversation with what came of it.

    Attributes:
        question: The user's words.
        places: Places that the filter allowed; empty for all.
        years: Years that the filter allowed; empty for all.
        answer: The answer, or None while there is none.
        error: What went wrong, in one sentence, or "".
    """

    question: str
    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    answer: Answer | None = None
    error: str = ""


def render_conversation(
    turns: Sequence[Turn], labels: Labels, *, follow_ups: Sequence[str] = (), shown: str | None = None
) -> Html:
    """Show a conversation.

    Args:
        turns: The turns, oldest first.
        labels: Words of the page.
        follow_ups: Questions offered under the last answer.
        shown: Beginning of the last answer that is shown so far, or None for all of it.

    Returns:
        The HTML; ``data-turns`` counts the turns, so that the script can tell a new one.
    """
    parts: list[Html] = []
    for at, turn in enumerate(turns):
        last = at == len(turns) - 1
        parts.append(_turn(turn, labels, follow_ups if last else (), shown if last else None, last=last))
    name = labels.conversation
    return element("div", *parts, cls="fw-turns", data_turns=len(turns), role="log", aria_label=name)


def render_welcome(
    metas: Sequence[ReportMeta], examples: Sequence[str], labels: Labels, *, takes_files: bool = False
) -> Html:
    """Show the first screen: what this is, example questions, what the library holds.

    Args:
        metas: Reports of the library.
        examples: Example questions.
        labels: Words of the page.
        takes_files: Whether reports can be added on the page.

    Returns:
        The HTML.
    """
    buttons = [element("li", _ask_button(labels.told(question), "fw-example")) for question in examples]
    items = [element("li", _holding(meta, labels)) for meta in metas[:_SHOWN_REPORTS]]
    if len(metas) > _SHOWN_REPORTS:
        items.append(element("li", f"… +{len(metas) - _SHOWN_REPORTS}"))
    if takes_files:
        pick = element("button", labels.add_reports, type="button", cls="fw-holding fw-pick", data_pick=True)
        items.append(element("li", pick))
    return element(
        "section",
        element("h1", labels.welcome),
        element("p", labels.explain, cls="fw-explain"),
        element("h2", labels.examples) if buttons else Html(),
        element("ul", *buttons, cls="fw-examples") if buttons else Html(),
        element("h2", f"{labels.holdings} · {len(metas)}"),
        element("ul", *items, cls="fw-holdings"),
        cls="fw-welcome",
        data_turns=0,
    )


def _holding(meta: ReportMeta, labels: Labels) -> Html:
    """Make the button that opens a whole report."""
    name = join((meta.place, " ", element("small", labels.year_of(meta.year))))
    return element(
        "button", name, type="button", cls="fw-holding", data_report=meta.id, data_start=0, data_end=0
    )


def _turn(turn: Turn, labels: Labels, follow_ups: Sequence[str], shown: str | None, *, last: bool) -> Html:
    """Show a question and what came of it."""
    said = element("span", f"{labels.you}: ", cls="fw-unseen")
    question = element("div", element("p", said, turn.question), cls="fw-question")
    if turn.error:
        reply = element("div", element("p", turn.error), cls="fw-reply fw-failure", role="status")
    elif turn.answer is None:
        dots = element("span", element("i"), element("i"), element("i"), cls="fw-dots", aria_hidden="true")
        thinking = element("p", dots, labels.thinking, cls="fw-thinking")
        reply = element("div", thinking, cls="fw-reply", role="status")
    elif shown is not None:
        words = _words(turn.answer, labels, shown)
        reply = element("div", words, cls=_reply_class(turn.answer), aria_busy="true")
    else:
        reply = element(
            "div",
            _words(turn.answer, labels, labels.told(turn.answer.answer)),
            _choices(turn.answer, labels, last=last),
            _notes(turn.answer, labels),
            # Before the picture and the sources: what can be done about an answer is seen without scrolling.
            _scope(turn, turn.answer, labels, last=last),
            _pictures(turn.answer, labels),
            _sources(turn.answer.citations, labels),
            _follow_ups(follow_ups, labels),
            cls=_reply_class(turn.answer),
        )
    return element("section", question, reply, cls="fw-turn", data_last=last)


def _reply_class(answer: Answer) -> str:
    """Name the look of a reply: a refusal is calm, a comparison may be wide."""
    kind = "refusal" if answer.abstained else answer.kind.value
    return f"fw-reply fw-kind-{kind}"


def _words(answer: Answer, labels: Labels, shown: str) -> Html:
    """Show the answer's own words, without the notes that stand below it."""
    notes = {labels.told(NOTE(warning)) for warning in answer.warnings}
    lines = [line for line in shown.split("\n") if line.strip() not in notes]
    chips = {citation.marker: _chip(citation, labels) for citation in answer.citations}
    reason = element("p", labels.reason_of(answer.reason), cls="fw-reason") if answer.abstained else Html()
    return join((reason, element("div", render_prose("\n".join(lines), chips), cls="fw-words")))


def _chip(citation: Citation, labels: Labels) -> Html:
    """Make the numbered button that opens a citation."""
    where = f"{citation.place} {labels.year_of(citation.year)}"
    name = labels.open_source.format(citation.marker, where)
    # Copied, 587件[1] must not become 587件1: the brackets are text that only the screen leaves out.
    bracket = [element("span", mark, cls="fw-unseen") for mark in "[]"]
    content = join((bracket[0], str(citation.marker), bracket[1]))
    return _open_button(citation, content, "fw-chip", name)


def _open_button(citation: Citation, content: str, cls: str, label: str | None = None) -> Html:
    """Make a button that opens the source panel at a citation; hovering it shows the whole quote."""
    return element(
        "button",
        content,
        type="button",
        cls=cls,
        aria_label=label,
        data_report=citation.report,
        data_start=citation.start,
        data_end=citation.end,
        data_where=" › ".join((f"{citation.place} {citation.year}", *citation.heading)),
        data_quote=citation.quote,
    )


def _sources(citations: Sequence[Citation], labels: Labels) -> Html:
    """List the sources; those past the first few fold away."""
    if not citations:
        return Html()
    items = [element("li", _source(citation, labels)) for citation in citations]
    parts = [element("ol", *items[:_SHOWN_SOURCES])]
    if rest := items[_SHOWN_SOURCES:]:
        summary = element("summary", labels.more_sources.format(len(rest)))
        parts.append(element("details", summary, element("ol", *rest)))
    return element("div", element("h3", labels.sources), *parts, cls="fw-sources")


def _source(citation: Citation, labels: Labels) -> Html:
    """Show one source: number, place, year, heading path, quote."""
    head = element(
        "span",
        element("b", f"{citation.place} · {labels.year_of(citation.year)}"),
        " ",  # read aloud and copied, what only stands apart on the screen would be one word
        element("span", " › ".join(citation.heading), cls="fw-path"),
        cls="fw-source-line",
    )
    quote = element("span", " ".join(citation.quote.split()), cls="fw-source-quote")
    number = element("span", str(citation.marker), cls="fw-number")
    content = join((number, " ", element("span", head, " ", quote, cls="fw-source-text")))
    return _open_button(citation, content, "fw-source")


def _notes(answer: Answer, labels: Labels) -> Html:
    """Show warnings, apart from the answer."""
    text = labels.told(answer.answer)
    notes = [labels.told(warning) for warning in dict.fromkeys(answer.warnings)]
    first = text.split("\n", 1)[0]  # 去年 without a report is said there, and needs no note below
    notes = [note for note in notes if note != first.strip()]
    if not notes:
        return Html()
    name = element("b", labels.note)
    items = [element("p", name, " ", note.replace("\\", "")) for note in notes]
    return element("div", *items, cls="fw-notes", role="note")


def _pictures(answer: Answer, labels: Labels) -> Html:
    """Draw what a comparison may show as a picture."""
    chips = {citation.marker: _chip(citation, labels) for citation in answer.citations}
    return join(render_series(series, chips, labels) for series in answer.series)


def _scope(turn: Turn, answer: Answer, labels: Labels, *, last: bool) -> Html:
    """Say how the question was understood; in the last answer each part can be taken out or changed by a turn of its own."""
    if answer.kind is AnswerKind.REFUSAL and not answer.citations:
        return Html()
    places, years = answer.places or turn.places, answer.years or turn.years
    if not (places or years):
        return Html()
    shown = places[:_SHOWN_PLACES]
    parts = [_part(place, labels, TAKE_OUT(place) if last and len(places) > 1 else "") for place in shown]
    if len(places) > len(shown):
        parts.append(element("span", f"+{len(places) - len(shown)}", cls="fw-part"))
    if last and answer.topics:
        parts.append(_fill(labels.add_place, labels.told(ADD), "fw-edit"))
    changes = len(years) == 1 and last
    parts += [
        _fill(labels.year_of(year), labels.told(CHANGE), "fw-part")
        if changes
        else _part(labels.year_of(year), labels, "")
        for year in years
    ]
    several = len(answer.topics) > 1 and last
    parts += [_part(topic, labels, TAKE_OUT(topic) if several else "") for topic in answer.topics]
    if last and answer.topics:
        parts.append(_fill(labels.change_topic, labels.told(CHANGE), "fw-edit"))
    return element(
        "div", element("b", labels.scope), *parts, cls="fw-scope", role="group", aria_label=labels.scope
    )


def _part(words: str, labels: Labels, turn: str) -> Html:
    """Show one part of the scope, with a button that takes it out where a turn does so."""
    if not turn:
        return element("span", words, cls="fw-part")
    name = labels.take_out.format(words)
    return element(
        "span",
        words,
        element("button", "×", type="button", aria_label=name, title=name, data_ask=labels.told(turn)),
        cls="fw-part",
    )


def _fill(words: str, beginning: str, cls: str) -> Html:
    """Make a button that begins a turn in the box, for the reader to finish."""
    return element("button", words, type="button", cls=cls, data_fill=beginning)


def _choices(answer: Answer, labels: Labels, *, last: bool) -> Html:
    """Offer what an answer asks back for, each as a button that says it."""
    if answer.reason is Reason.FILTERED and last:
        clear = element("button", labels.clear_filter, type="button", cls="fw-follow", data_clear=True)
        return element("div", clear, cls="fw-follows fw-choices")
    if not answer.choices or not last:
        return Html()
    buttons = [_ask_button(labels.told(choice), "fw-follow") for choice in answer.choices]
    return element("div", *buttons, cls="fw-follows fw-choices")


def _follow_ups(questions: Sequence[str], labels: Labels) -> Html:
    """Offer questions that go on from the last answer."""
    if not questions:
        return Html()
    buttons = [_ask_button(labels.told(question), "fw-follow") for question in questions]
    return element("div", element("span", labels.follow_up), *buttons, cls="fw-follows")


def _ask_button(question: str, cls: str) -> Html:
    """Make a button that asks a question."""
    return element("button", question, type="button", cls=cls, data_ask=question)
