"""The pieces of a question that asks several things, each with the places and years that stand in it.

Cuts the question where it asks anew, and a row of things that share one ask into one piece a thing; what a piece borrows from
those before it is said by ``qa.question.parts.part_readings``. Knows nothing of reports.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.patterns import lazy_re
from qa.question.parts.cutting import asks_in, borders, hidden, pieces, rows
from qa.question.single.intent import Intent, Task
from qa.question.single.reading import Reading

_CONNECTED = lazy_re(r"[\s的和与、,跟及在]*|以及")
_OF_WORK = lazy_re(
    r"(?:情况|工作|做法|成效|举措|措施|机制|制度|问题|安排)[?。\s]*$"
)  # told in words, and together


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a question: as typed, without its places and years, and whether it follows another of the same row."""

    typed: str
    bare: str
    places: str
    years: str
    summed: bool = False


def pieces_of(whole: Reading) -> list[Piece]:
    """Cut a question into its asks, each thing of a row with the words that ask of all.

    Args:
        whole: The question read by itself.

    Returns:
        Its pieces, in order.
    """
    question, spans = whole.question, whole.scope.spans
    masked = hidden(question, spans)
    at_places = {(start, end) for start, end, _ in whole.scope.at}
    found: list[Piece] = []
    cuts = borders(masked)
    for start, end in pieces(masked, cuts):
        own = [(a, b) for a, b in spans if start <= a < end and not (start and question[a - 1] in "比较")]
        named = [span for span in own if span in at_places or _is_place(span, whole)]
        places = _told(question, named)
        years = "".join(question[a:b] for a, b in own if (a, b) not in named)
        bare = _blanked(question[start:end], [(a - start, b - start) for a, b in own])
        text = _scope_hidden(question[start:end], own, start)
        listed = not cuts and _is_listed(text, whole.intent)
        things, asked, summed = rows(f"{text}各是多少" if listed else text)  # 甲县 行政复议收案、罚没金额
        if not cuts and len(whole.topics) >= len(things):
            things = ()  # a table of these topics is made of the question as it is
        if not things:
            found.append(Piece(question[start:end], bare, places, years))
            continue
        for n, thing in enumerate(things):
            words = thing.replace("\1", " ")
            kept = 0 if n else _shared(thing, masked[start:end])  # a head lent to it stands further on
            typed = f"{question[start : start + kept]}{thing[kept:]}{asked}"
            found.append(
                Piece(typed, f"{words}{asked}", places if not n else "", years if not n else "", summed)
            )
    return found


def _is_listed(text: str, intent: Intent) -> bool:
    """Tell whether key words name several things, and nothing asks: 甲县 行政复议收案、罚没金额."""
    plain = intent.task in {Task.FACT, Task.NUMBER} and not (intent.explicit or intent.section or intent.plan)
    return plain and "、" in text and not asks_in(text) and _OF_WORK.search(text) is None


def _shared(one: str, other: str) -> int:
    """Count the characters that two texts begin with alike."""
    alike = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(alike) if a != b), min(len(one), len(other)))


def _is_place(span: tuple[int, int], whole: Reading) -> bool:
    """Tell whether a span names places: no digit and no word of a year stands in it."""
    return re.search(r"\d|[〇零○]|年", whole.question[slice(*span)]) is None


def _told(question: str, spans: Sequence[tuple[int, int]]) -> str:
    """Give the places of a piece as they were typed, with what connects them."""
    told, last = "", 0
    for start, end in spans:
        between = question[last:start] if told else ""
        told += (
            (between if _CONNECTED.fullmatch(between) else "和") + question[start:end]
            if told
            else question[start:end]
        )
        last = end
    return told


def _scope_hidden(text: str, spans: Sequence[tuple[int, int]], shift: int) -> str:
    """Hide the places and years of a piece and what stands in marks."""
    return hidden(text, [(a - shift, b - shift) for a, b in spans])


def _blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Put blanks where spans are."""
    chars = list(text)
    for start, end in spans:
        chars[start:end] = " " * (end - start)
    return "".join(chars)
