"""A part of a question that asks what became of the part before: 转移了多少人,有没有死人; 结了多少,剩下的怎么回事.

The sentences that answered the parts before tell it, or the part is left to the ordinary way. Knows answers only; how a reading
is answered is handed in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from qa.answer.parts.part_guards import Told
from qa.question.conversation.shown import ENDED, LEFT, MONEY, REST, asks_of_shown
from qa.question.conversation.turns import Asked
from qa.question.single.reading import Reading
from qa.question.words.fates import fate_asked
from qa.types import Answer

_EDGE = " ,?。、"


class Answers(Protocol):
    """Answers a reading, or says that the reports are silent on it."""

    def __call__(self, reading: Reading, *, silent: bool = False) -> Answer:
        """Answer a reading.

        Args:
            reading: One thing asked.
            silent: Whether to say that the reports do not mention it.

        Returns:
            The gated answer.
        """
        ...


class Conversation(Protocol):
    """Answers the last of some turns."""

    def __call__(self, turns: Sequence[str], *, today: date) -> Answer:
        """Answer the last turn.

        Args:
            turns: The user's questions, oldest first.
            today: The day that 去年 counts from.

        Returns:
            The answer.
        """
        ...


def shown_with(answer: Answer, found: Answer) -> bool:
    """Tell whether an answer cites a sentence of another one.

    Args:
        answer: An answer.
        found: Another one.

    Returns:
        True where both cite it.
    """
    sentences = {c.sentence for c in found.citations}
    return any(c.sentence in sentences for c in answer.citations)


def tell_tail(part: Asked, before: Sequence[Told], answers: Answers) -> Told | None:
    """Answer a part that asks what became of the parts before.

    Args:
        part: The part.
        before: The parts before it, answered.
        answers: Answers a reading.

    Returns:
        The part with its answer; None where it asks something else or the sentences of the parts before do not tell it.
    """
    words = part.words.strip(_EDGE)
    told = [b for b in before if not b.answer.abstained and len(b.answer.places) == 1]
    kind = asks_of_shown(words)
    known = kind in {REST, ENDED, MONEY} or (
        kind == LEFT and "改" in words
    )  # 未审结的 is no difference of two counts
    if not told or not (known or fate_asked(words)):
        return None
    shown = tuple((c.report, c.start) for b in told for c in b.answer.citations)
    base = told[-1].reading
    reading = replace(base, question=words, shown=shown, follow_up=True, near=None, behind=None, bare="")
    answer = answers(reading)
    near = {(c.report, c.heading) for b in told for c in b.answer.citations}
    if answer.abstained or not all((c.report, c.heading) in near for c in answer.citations):
        return None
    return Told(part, base, answer)
