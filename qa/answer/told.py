"""What the turns before came to, answered again: the part that was told, the reading that answered, the place that led.

A conversation is read from its questions; only what no question says is taken from an answer, and the answer is made anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from qa.answer.parts.composed import Parts, place_of
from qa.answer.parts.tails import Answers, Conversation
from qa.answer.scope.above import going_up, told_by
from qa.answer.scope.bureaus import bureau_of, of_bureau
from qa.answer.scope.filtered import Filter
from qa.answer.settle import settle
from qa.question.conversation.carry_intent import asks_whose
from qa.question.conversation.drilling import may_drill, names_of
from qa.question.conversation.moves import is_small_talk
from qa.question.conversation.pointing import asks_first_part, share_noun
from qa.question.conversation.shown import asks_of_shown
from qa.question.conversation.turns import Asked
from qa.question.single.ranks import read_rank
from qa.question.single.reading import Reading
from qa.text import clean_question
from qa.types import Answer, Reason

# Figures kept, and turns of a conversation beyond which no figure is looked back for: each may ask for the one before it.
_KEPT, _FAR = 512, 60
_PAIR = 2


def _says_no_figure(turn: str) -> bool:
    """Tell whether a turn tells no figure of its own: thanks, 谁负责的, and the share of the figure before (占比多少)."""
    return (
        is_small_talk(turn)
        or bool(asks_of_shown(turn))
        or (read_rank(turn).combine == "share" and not share_noun(turn))
    )


class Told:
    """Earlier turns with their answers."""

    def __init__(self, answers: Answers, conversation: Conversation, kept: Filter) -> None:
        """Hold what answers.

        Args:
            answers: Answers a reading.
            conversation: Answers the last of some turns.
            kept: What the reader's filters leave to answer.
        """
        self._answers, self._conversation, self.kept = answers, conversation, kept
        self._figures = lru_cache(maxsize=_KEPT)(self._figure)
        self._sentences = lru_cache(maxsize=_KEPT)(self._shown)

    def figure_before(self, turns: Sequence[str], today: date) -> tuple[str, int, str] | None:
        """Tell where the figure stands that answered the turn before the last one.

        Args:
            turns: A conversation.
            today: The day that 去年 counts from.

        Returns:
            The place of the figure (``Reading.near``), or None where that turn had none or several, or where the
            conversation is too long to be looked back on; turns of thanks are passed over.
        """
        before = tuple(turns[:-1])
        while before and _says_no_figure(clean_question(before[-1])):
            before = before[:-1]
        return self._figures(before, today) if 0 < len(before) <= _FAR else None

    def figure_last(
        self, turns: Sequence[str], today: date, nth: int = 0, of: int = 1
    ) -> tuple[str, int, str] | None:
        """Tell where the figure stands that was told last, behind places and years that the library lacks and thanks.

        Args:
            turns: A conversation.
            today: The day that 去年 counts from.
            nth: Which of the figures of that turn, from 0.
            of: How many figures it must have told.

        Returns:
            The place of the figure; None where the last turn was refused for its topic, or told more or fewer.
        """
        for end in range(len(turns) - 1, 0 if len(turns) <= _FAR else len(turns), -1):
            answer = self._conversation(tuple(turns[:end]), today=today)
            lacks = answer.reason in {Reason.NO_SUCH_YEAR, Reason.NO_SUCH_PLACE}
            if not (lacks or is_small_talk(clean_question(turns[end - 1]))):
                told = not answer.abstained and len(answer.values) == of
                return place_of(replace(answer, values=answer.values[nth : nth + 1])) if told else None
        return None

    def row_before(self, turns: Sequence[str], n: int, today: date) -> tuple[tuple[str, int, str], ...]:
        """Tell where the figures stand that the last turns told one by one.

        Args:
            turns: A conversation.
            n: Number of figures.
            today: The day that 去年 counts from.

        Returns:
            The figures in order; () where the turns before told fewer.
        """
        row: list[tuple[str, int, str]] = []
        for end in range(len(turns) - 1, max(0, len(turns) - 1 - n - _PAIR), -1):
            said = n == _PAIR and not is_small_talk(clean_question(turns[end - 1]))
            if said and not self._sentences(tuple(turns[:end]), today):
                return ()  # 这两个差多少, after a turn that was refused: not of the one before it
            told = (
                None
                if _says_no_figure(clean_question(turns[end - 1]))
                else self._figures(tuple(turns[:end]), today)
            )
            if told is not None and told not in row:
                row.insert(0, told)
            if len(row) == n:
                return tuple(row)
        return ()

    def figures_before(self, turns: Sequence[str], n: int, today: date) -> tuple[tuple[str, int, str], ...]:
        """Tell where the last figures stand that the turns before told, in one turn or one by one.

        Args:
            turns: A conversation.
            n: Number of figures.
            today: The day that 去年 counts from.

        Returns:
            The figures in order; () where fewer were told since the last turn that was refused.
        """
        row: list[tuple[str, int, str]] = []
        for end in range(len(turns) - 1, max(0, len(turns) - 1 - n - _PAIR), -1):
            said = clean_question(turns[end - 1])
            if is_small_talk(said) or len(turns) > _FAR:
                continue
            answer = self._conversation(tuple(turns[:end]), today=today)
            if answer.abstained:
                return ()
            told = [place_of(replace(answer, values=(value,))) for value in answer.values]
            row = [*dict.fromkeys(t for t in told if t is not None and t not in row), *row]
            if len(row) >= n:
                return tuple(row) if len(row) == n else ()
        return ()

    def shown_before(
        self, turns: Sequence[str], today: date, reading: Reading
    ) -> tuple[tuple[str, int], ...]:
        """Tell which sentences answered the turn before the last one.

        Args:
            turns: A conversation.
            today: The day that 去年 counts from.
            reading: The last turn; where it names a part of what was told, it goes back behind turns that were refused.

        Returns:
            The sentences (``Reading.shown``); () where that turn was refused, or the conversation is too long to look back on.
        """
        before = tuple(turns[:-1])
        back = may_drill(reading) and any(name.noun for name in names_of(reading))
        while before and (
            is_small_talk(clean_question(before[-1]))
            or (back and len(before) <= _FAR and not self._sentences(before, today))
        ):
            before = before[:-1]
        return self._sentences(before, today) if 0 < len(before) <= _FAR else ()

    def _shown(self, turns: tuple[str, ...], today: date) -> tuple[tuple[str, int], ...]:
        """Tell which sentences answer the last of some turns."""
        answer = self._conversation(turns, today=today)
        return () if answer.abstained else tuple((c.report, c.start) for c in answer.citations)

    def _figure(self, turns: tuple[str, ...], today: date) -> tuple[str, int, str] | None:
        """Tell where the one figure stands that answers the last of some turns, or None."""
        answer = self._conversation(turns, today=today)
        if (
            answer.reason is Reason.NOT_MENTIONED and len(turns) > 1
        ):  # 败诉的呢 was not told: 工伤类的 is of what was
            return self._figures(turns[:-1], today)
        shared = len(answer.values) == _PAIR and bool(share_noun(clean_question(turns[-1])))
        if shared and read_rank(clean_question(turns[-1])).combine == "share":
            answer = replace(answer, values=answer.values[-1:])  # the part, behind its whole
        if answer.values and asks_first_part(clean_question(turns[-1])):
            answer = replace(answer, values=answer.values[:1])  # 占比呢, after 哪类最多: of the first
        return place_of(answer)

    def last_answered(self, turns: Sequence[str], today: date) -> Answer | None:
        """Give the answer to the turn before the last one, thanks passed over.

        Args:
            turns: A conversation.
            today: The day that 去年 counts from.

        Returns:
            The answer, whose sentences 把原句发我 asks for; None where that turn was refused, or the conversation is too long.
        """
        before = tuple(turns[:-1])
        while before and is_small_talk(clean_question(before[-1])):
            before = before[:-1]
        answer = self._conversation(before, today=today) if 0 < len(before) <= _FAR else None
        return None if answer is None or answer.abstained or not answer.citations else answer

    def refused(self, turns: Sequence[str], today: date) -> bool:
        """Tell whether the last of some turns was not answered.

        Args:
            turns: A conversation.
            today: The day that 去年 counts from.

        Returns:
            False where the conversation is too long to be looked back on.
        """
        return len(turns) <= _FAR and self._conversation(tuple(turns), today=today).abstained

    def last_part(self, parts: Sequence[Asked]) -> Reading:
        """Give the reading of a turn of several parts that the conversation goes on from.

        Args:
            parts: The parts of the turn.

        Returns:
            The reading of the last part that was answered.
        """
        return self.in_bureau(Parts(parts, self._answers).last)

    def settled(self, reading: Reading) -> Reading:
        """Give what answered a turn.

        Args:
            reading: The turn, with a reading to fall back on where it has one.

        Returns:
            The reading, or the one to fall back on where the reports do not tell the first; of the city that it goes up to.
        """
        reading = self.in_bureau(told_by(going_up(reading, self.kept.metas), self.kept.metas))
        return settle(reading, self._answers)[0] if reading.fallback is not None else reading

    def is_refused(self, reading: Reading) -> bool:
        """Tell whether a turn was refused for its year or its place.

        Args:
            reading: The turn, with what the conversation lends it.

        Returns:
            True where the library lacks one of these; it is answered only where it lacks a report that may be asked for.
        """
        if not self.lacks_year(reading):
            return False
        return self._answers(reading).reason in {Reason.NO_SUCH_YEAR, Reason.NO_SUCH_PLACE}

    def lacks_year(self, reading: Reading) -> bool:
        """Tell whether the library lacks a place of a turn, or a report of one of its years.

        Args:
            reading: The turn, with what the conversation lends it.

        Returns:
            False where each place has one of each year.
        """
        held = {m.year for m in self.kept.metas if not reading.places or m.place in reading.places}
        return bool(reading.scope.missing) or not held.issuperset(reading.years)

    def in_bureau(self, reading: Reading) -> Reading:
        """Go on from the department whose report answered of its city: 招生的呢, after 某市教育系统信访多少件.

        Args:
            reading: A turn.

        Returns:
            The turn of that department where it alone answered of a city without a report; else the same.
        """
        if len(reading.scope.missing) != 1 or reading.places:
            return reading
        bureau = bureau_of(reading.scope.missing[0], self.kept.metas)
        if not bureau:
            return reading
        answer = self._answers(reading)
        return of_bureau(reading, bureau) if not answer.abstained else reading

    def leader(self, reading: Reading) -> str:
        """Name the place that a turn found first.

        Args:
            reading: A turn that set several places side by side.

        Returns:
            The place at the rank that was asked for; "" where several share it or figures are lacking.
        """
        answer = self._answers(reading)
        if reading.inner and len(answer.values) == 1 and not answer.abstained:  # 第二名几件: one town's alone
            told = answer.values[0]
            return told.indicator if told.place in reading.places else told.place
        if asks_whose(reading) and not answer.abstained:  # the one place that does it
            does = {citation.place for citation in answer.citations}
            return does.pop() if len(does) == 1 else ""
        figures = {value.place: Decimal(value.value) for value in answer.values}
        if answer.abstained or len(figures) < 2 or len({v.unit for v in answer.values}) > 1:
            return ""
        rank = reading.intent.ordinal or 1
        upwards = (
            reading.intent.extreme == "min" or rank < 0
        )  # 垫底的是, 倒数第二: from the low end by itself
        ordered = sorted(figures.values(), reverse=not upwards)
        if abs(rank) > len(ordered):
            return ""
        leading = [place for place, figure in figures.items() if figure == ordered[abs(rank) - 1]]
        return leading[0] if len(leading) == 1 else ""
