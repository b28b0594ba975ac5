"""What the turns before came to, answered again: the part that was told, the reading that answered, the place that led.

A conversation is read from its questions; only what no question says is taken from an answer, and the answer is made anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from qa.answer.parts import Answers, Parts
from qa.question.reading import Reading
from qa.question.turns import Asked
from qa.types import Reason


class Told:
    """Earlier turns with their answers."""

    def __init__(self, answers: Answers) -> None:
        """Hold what answers.

        Args:
            answers: Answers a reading.
        """
        self._answers = answers

    def last_part(self, parts: Sequence[Asked]) -> Reading:
        """Give the reading of a turn of several parts that the conversation goes on from.

        Args:
            parts: The parts of the turn.

        Returns:
            The reading of the last part that was answered.
        """
        return Parts(parts, self._answers).last

    def settled(self, reading: Reading) -> Reading:
        """Give what answered a turn.

        Args:
            reading: The turn, with a reading to fall back on.

        Returns:
            The reading, or the one to fall back on where the reports do not tell the first.
        """
        silent = reading.fallback is not None and self._answers(reading).reason is Reason.NOT_MENTIONED
        return reading.fallback or reading if silent else reading

    def leader(self, reading: Reading) -> str:
        """Name the place that a turn found first.

        Args:
            reading: A turn that set several places side by side.

        Returns:
            The place at the rank that was asked for; "" where several share it or figures are lacking.
        """
        answer = self._answers(reading)
        figures = {value.place: Decimal(value.value) for value in answer.values}
        if answer.abstained or len(figures) < 2 or len({v.unit for v in answer.values}) > 1:
            return ""
        rank = reading.intent.ordinal or 1
        upwards = (reading.intent.extreme == "min") != (rank < 0)
        ordered = sorted(figures.values(), reverse=not upwards)
        if abs(rank) > len(ordered):
            return ""
        leading = [place for place, figure in figures.items() if figure == ordered[abs(rank) - 1]]
        return leading[0] if len(leading) == 1 else ""
