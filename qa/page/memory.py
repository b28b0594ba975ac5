"""What the browser keeps of a conversation, for a reload to bring it back: questions and filters only.

Answers are made anew from the library, so that nothing a browser hands back is ever shown as an answer. What
comes back is checked like any input: the browser is the user's.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from qa.page.conversation import Turn
from qa.settings import Language

_MOST_TURNS = 30
_LONGEST = 10_000


@dataclass(frozen=True, slots=True)
class Memory:
    """What a browser remembers.

    Attributes:
        turns: Questions with their filters, unanswered.
        language: Language chosen on the page, or None if none was.
    """

    turns: tuple[Turn, ...] = ()
    language: Language | None = None


def dump_turns(turns: Sequence[Turn]) -> str:
    """Write the questions of a conversation for the browser to keep.

    Args:
        turns: The conversation.

    Returns:
        JSON: a list of ``[question, places, years]``.
    """
    kept = [[t.question, t.places, t.years] for t in turns if not t.error][-_MOST_TURNS:]
    return json.dumps(kept, ensure_ascii=False)


def read_memory(text: str | None) -> Memory:
    """Read what a browser kept; what does not have the form is left out, without an error.

    Args:
        text: JSON ``{"lang": "zh" | "en" | null, "turns": [[question, places, years], …]}``, or anything.

    Returns:
        What could be read.
    """
    try:
        given = json.loads(text or "{}")
    except (ValueError, RecursionError):
        return Memory()
    if not isinstance(given, dict):
        return Memory()
    language = next((choice for choice in Language if choice.value == given.get("lang")), None)
    listed = given.get("turns")
    rows = listed[-_MOST_TURNS:] if isinstance(listed, list) else []
    return Memory(tuple(turn for row in rows if (turn := _turn(row)) is not None), language)


def _turn(row: object) -> Turn | None:
    """Read one question with its filters, or None if it has not the form."""
    match row:
        case [str(question), list(places), list(years)] if question.strip() and len(question) <= _LONGEST:
            return Turn(
                question,
                tuple(p for p in places if isinstance(p, str)),
                tuple(y for y in years if isinstance(y, int) and not isinstance(y, bool)),
            )
        case _:
            return None
