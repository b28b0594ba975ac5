"""Stored text -> passages and sentences with exact offsets.

Puts together what the other modules of the reader find. The passages join into the text; only those of the
body hold sentences. Knows nothing of places.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from qa.reading.layout import Block, Role, blocks_of
from qa.reading.lines import logical_lines
from qa.reading.orders import without_orders
from qa.reading.outline import Piece, outline
from qa.reading.sections import Resolved, section_of, turn
from qa.reading.sentences import Span, sentences_in, with_leads
from qa.text import fold
from qa.types import Passage, SectionKind, Sentence


class Layout(NamedTuple):
    """A text taken apart: its folded twin, its blocks, and the headings and text of its body."""

    text: str
    folded: str
    blocks: list[Block]
    pieces: list[Piece]


class Structure(NamedTuple):
    """The passages and sentences of a report."""

    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]


class _Run(NamedTuple):
    """A run of the text that becomes one passage, with the sentences in it."""

    start: int
    heading: tuple[str, ...]
    section: SectionKind
    body: bool
    spans: tuple[Span, ...]


def take_apart(text: str) -> Layout:
    """Find the blocks of a text and the outline of its body.

    Args:
        text: The stored text.

    Returns:
        The text taken apart; offsets count in the stored text.
    """
    folded = fold(text)
    blocks = blocks_of(folded, logical_lines(text))
    return Layout(text, folded, blocks, outline(text, folded, blocks))


def structure(layout: Layout, year: int) -> Structure:
    """Cut a text into passages and sentences.

    Args:
        layout: The text taken apart.
        year: Year the report is on: a heading of a later year is a plan.

    Returns:
        Passages that join into the text, and the sentences of the body in order.
    """
    runs = [*_furniture(layout), *_body(layout, year)]
    runs = _parted(sorted(runs, key=lambda run: run.start))
    if not runs:
        runs = [_Run(0, (), SectionKind.INTRO, False, ())]
    passages: list[Passage] = []
    sentences: list[Sentence] = []
    for i, run in enumerate(runs):
        start = run.start if i else 0
        end = runs[i + 1].start if i + 1 < len(runs) else len(layout.text)
        passages.append(Passage(i, start, end, run.heading, run.section, run.body))
        for span in run.spans:
            words = layout.text[span.start : span.end]
            at = len(sentences)
            sentences.append(
                Sentence(at, span.start, span.end, words, i, run.heading, run.section, span.lead)
            )
    return Structure(tuple(passages), tuple(sentences))


def _parted(runs: list[_Run]) -> list[_Run]:
    """Part a run of the body that a date line or other furniture stands in the middle of."""
    parted: list[_Run] = []
    waiting = list(runs)
    while waiting:
        run = waiting.pop(0)
        after = waiting[0].start if waiting else None
        late = tuple(span for span in run.spans if after is not None and span.start >= after)
        if late:
            rest = run._replace(start=late[0].start, spans=late)
            waiting = sorted([*waiting, rest], key=lambda other: other.start)
            run = run._replace(spans=run.spans[: len(run.spans) - len(late)])
        parted.append(run)
    return parted


def _furniture(layout: Layout) -> Iterator[_Run]:
    """Runs of titles, navigation and signatures; neighbours of one role are one run."""
    for role, group in groupby(layout.blocks, key=lambda block: block.role):
        if role is not Role.BODY:
            yield _Run(next(iter(group)).start, (), SectionKind.INTRO, False, ())


def _body(layout: Layout, year: int) -> Iterator[_Run]:
    """Runs of headings and of text under one heading and of one section."""
    has_headings = any(piece.is_heading for piece in layout.pieces)
    for (is_heading, path, topic), group in groupby(
        layout.pieces, key=lambda piece: (piece.is_heading, piece.path, piece.topic)
    ):
        pieces = list(group)
        resolved = section_of(tuple(map(fold, path)) or ((topic,) if topic else ()), year, has_headings)
        if is_heading:
            for piece in pieces:
                yield _Run(piece.start, path, resolved.kind, False, ())
            continue
        lines = [
            without_orders(layout.text, sentences_in(layout.text, layout.folded, piece.start, piece.end))
            for piece in pieces
        ]
        spans = with_leads(layout.text, layout.folded, lines)
        if not spans:  # nothing but orders to a machine: kept in the text, never searched
            yield _Run(pieces[0].start, path, resolved.kind, False, ())
        kinds = list(_kinds(layout.folded, spans, resolved, year, has_headings))
        marked = zip(kinds, spans, strict=True)
        for (kind, names), pairs in groupby(marked, key=lambda pair: (pair[0], pair[1].is_header)):
            held = tuple(span for _, span in pairs)
            # A row that only names the columns of a table is no statement that could be an answer.
            yield _Run(held[0].start, path, kind, not names, () if names else held)


_BEGINS_LIST = "一是"


def _kinds(
    folded: str, spans: list[Span], resolved: Resolved, year: int, has_headings: bool
) -> Iterator[SectionKind]:
    """The section of each sentence: its heading's, until a sentence turns it.

    A turn inside an item (三是…。下一步,将…) lasts until the next item; any other, and one that begins a list of its own
    (2025年,一是…;二是…), until the next heading.
    """
    current = resolved.kind
    turned_in = 0
    for i, span in enumerate(spans):
        if turned_in and span.item != turned_in:
            current, turned_in = resolved.kind, 0
        sentence = folded[span.start : span.end]
        kind = turn(sentence, current, resolved, year)
        if kind is not current:
            current, turned_in = kind, 0 if _BEGINS_LIST in sentence else span.item
        # A report without headings opens with an introduction all the same.
        yield SectionKind.INTRO if not has_headings and i == 0 and kind is SectionKind.RESULT else kind
