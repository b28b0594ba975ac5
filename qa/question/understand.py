"""Reads a question, with the turns before it, into places, years, intent and terms."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial

from qa.patterns import lazy_re
from qa.question.conversation import moves
from qa.question.conversation.as_typed import as_asked
from qa.question.conversation.carry_plans import of_aim
from qa.question.conversation.counted_years import counted, dated, of_then
from qa.question.conversation.drilling import names_no_topic
from qa.question.conversation.joined_asks import each_asked
from qa.question.conversation.lending import merge
from qa.question.conversation.named_inside import of_whole_place, town_in_full
from qa.question.conversation.of_parts import EACH_AGAIN, SAME_MOVED, as_aspect, level, with_years
from qa.question.conversation.plain_words import asks_which_branch, behind, points_inside, with_name
from qa.question.conversation.pointing import of_leader, points_at_leader, says_only_where
from qa.question.conversation.recalled import of_present_places, recalled
from qa.question.conversation.turns import Asked, Told, Turn
from qa.question.parts.part_readings import LENT, parts_of
from qa.question.places.resolver import ScopeResolver
from qa.question.places.years import find_years
from qa.question.single.alone import QuestionReader
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.question.single.sides import same_topic
from qa.question.words.lexicon import Lexicon
from qa.question.words.talk import without_deed
from qa.question.words.term_reading import Rarity
from qa.text import clean_question

_FIGURES = frozenset({Task.NUMBER, Task.COMPARE, Task.RANK, Task.DIFFERENCE})
_SEVERAL = 2
_KEPT = 1024  # turns whose readings are kept, some 10 kB each


class Understander:
    """Reads questions against one library."""

    def __init__(
        self,
        resolver: ScopeResolver,
        lexicon: Lexicon,
        rarity: Rarity,
        n_sentences: int,
        newest: Mapping[str, int] | None = None,
        above: Callable[[Reading, Reading], Reading] = lambda _, own: own,
    ) -> None:
        """Wire an understander.

        Args:
            resolver: Finds places and years.
            lexicon: Everyday words and official ones.
            rarity: How many sentences of the library hold a word.
            n_sentences: Sentences of the library.
            newest: The year of the newest report of each place, which answers where no year was named.
            above: Names the city in a turn that goes up to it from its districts; takes the turn before and the turn.
        """
        self._reader = QuestionReader(resolver, lexicon, rarity, n_sentences)
        self._prints = resolver.prints
        self._newest = newest or {}
        self._above = above
        # A conversation is read again at every turn; what its earlier turns come to is kept.
        self._turn = lru_cache(maxsize=_KEPT)(self._read_turn)

    def read(self, turns: Sequence[str], today: date, told: Told | None = None) -> Reading:
        """Read the last turn of a conversation as one question.

        Args:
            turns: The user's questions, oldest first; at least one.
            today: The day that 去年 counts from.
            told: What the turns before came to; None where that is not known.

        Returns:
            The last question with all that the earlier ones lend it.
        """
        return self._read_next(self._history(turns, today, told), as_asked(turns[-1]), today, told)

    def read_parts(self, turns: Sequence[str], today: date, told: Told | None = None) -> tuple[Asked, ...]:
        """Read each of several things that the last turn asks.

        Args:
            turns: The user's questions, oldest first; at least one.
            today: The day that 去年 counts from.
            told: As for ``read``.

        Returns:
            The parts in order, or () where the turn asks one thing.
        """
        return self._parts(self._history(turns, today, told), as_asked(turns[-1]), today, told)

    def _history(self, turns: Sequence[str], today: date, told: Told | None) -> list[Turn]:
        """Read the turns before the last, but for those that leave no trace."""
        whole = tuple(turns)
        found = (self._turn(whole[: n + 1], today, told) for n in range(len(whole) - 1))
        return [turn for turn in found if turn is not None]

    def _read_turn(self, turns: tuple[str, ...], today: date, told: Told | None) -> Turn | None:
        """Read the last of some turns as what it leaves to the next ones; None where it leaves no trace."""
        history, question = self._history(turns, today, told), as_asked(turns[-1])
        if parts := self._parts(history, question, today, told):
            last = told.last_part(parts) if told else parts[-1].readings[0]
            last = as_aspect(last, parts)
            return Turn(_as_answered(with_years(last, parts), history, told), parts)
        reading = self._read_next(history, question, today, told)
        if reading.aside:
            return None
        if told and history and names_no_topic(history[-1].reading, reading) and told.refused(turns, today):
            return None  # what was not understood leaves what was told before it as the topic
        if told:
            reading = told.settled(reading)
        return Turn(_as_answered(reading.otherwise or reading, history, told))

    def _parts(self, history: list[Turn], question: str, today: date, told: Told | None) -> tuple[Asked, ...]:
        """Read the parts of a turn, each as a turn of its own behind the same history."""
        if moves.recall(question) or moves.contrast(question) or moves.begins_anew(question):
            return ()
        if history and history[-1].parts and (again := self._parts_again(history[-1], question, today)):
            return again
        question = self._each_of_two(question, today) if history else question
        parts = parts_of(self._reader.read(question, today), self._reader.terms)
        found = []
        for part in parts:
            reading = self._read_next(history, part.text, today, told)
            lent = tuple(
                replace(t, weight=t.weight * LENT) if t.text in part.lent else t for t in reading.terms
            )
            readings = [replace(reading, terms=lent)]
            if part.alone:
                readings.append(self._read_next(history, part.alone, today, told))
            found.append(
                Asked(
                    part.words, tuple(readings), part.beside, part.behind, part.within, part.summed, part.of
                )
            )
        return tuple(found)

    def _each_of_two(self, question: str, today: date) -> str:
        """Cut 减轻和从轻各多少 in two where it names no places."""
        asked = each_asked(question)
        if asked == question:
            return question
        scope = self._reader.read(question, today).scope
        return question if scope.places or scope.missing or scope.inner else asked

    def _parts_again(self, turn: Turn, question: str, today: date) -> tuple[Asked, ...]:
        """Ask all parts of the turn before of another place or year: 2023年呢, 乙区的呢."""
        last = turn.reading
        if SAME_MOVED.fullmatch(question):  # 跟上年比分别怎样: how each of them moved
            own = self._reader.read("同比呢", today, follows=True, within=last.places)
            moved = (self._merged(part.readings[0], own, today) for part in turn.parts)
            return tuple(p._replace(readings=(r,)) for p, r in zip(turn.parts, moved, strict=True))
        levels, question = EACH_AGAIN.search(question) is not None, EACH_AGAIN.sub("呢", question)
        own = self._reader.read(question, today, follows=True, within=last.places)
        if own.terms or own.all_places or not says_only_where(own):
            return ()
        found = []
        for part in turn.parts:
            lent = tuple(
                replace(self._merged(level(reading) if levels else reading, own, today), follow_up=True)
                for reading in part.readings
            )
            second = tuple(reading.fallback for reading in lent if reading.fallback is not None)
            found.append(part._replace(readings=lent + second))
        joined = any(len(reading.places) > len(last.places) for part in found for reading in part.readings)
        return () if joined else tuple(found)  # 和乙县比呢 sets one figure beside another

    def _read_next(
        self, history: list[Turn], question: str, today: date, told: Told | None = None
    ) -> Reading:
        """Read a turn after those before it; an aside leaves no trace."""
        base = history[-1].reading if history else None
        if moves.begins_anew(question):
            place = base if base is not None and moves.changes_topic(question) else None
            base, question = None, moves.after_anew(question)
            if question and place is not None:
                own = self._reader.read(question, today)
                elsewhere = own.places or own.all_places or own.scope.missing or own.scope.inner
                question = (
                    question if elsewhere else spoken_of(place, own) + question
                )  # 换个话题,法律援助多少: of the same place
            if not question:  # 换个话题: nothing is asked yet, and nothing is lent to what comes
                return replace(merge(None, self._reader.read("", today)), talk=True)
        if base is not None and moves.asks_what_is(question):
            own = self._reader.read(question, today)
            if not (own.places or own.all_places or own.scope.missing):
                question, base = spoken_of(base, own) + question, None
        if base is None:
            return self._merged(None, self._reader.read(question, today), today)
        if moves.is_small_talk(question):
            return replace(base, question=question, aside=True, talk=True)
        counted = base.intent.task is Task.FACT and any(t.measure for t in base.terms)
        if moves.asks_detail(question) and (counted or base.intent.task in _FIGURES):
            return replace(base, question=question, quoted=True, aside=True, follow_up=True)
        if (beside := moves.asks_quote(question)) is not None:
            own = self._reader.read(beside, today, follows=True)
            says = bool(own.places or own.years or own.terms or own.scope.missing)
            asked = merge(base, own) if says else base
            return replace(asked, question=question, quoted=True, aside=not says, follow_up=True)
        if (back := moves.recall(question)) is not None:
            named = self._reader.terms(back.topic) if back.topic else ()
            if back.topic and not named:  # 回到某区: a place, which the turn names by itself
                back = moves.Recall(-1, question.replace("回到", "", 1))
            readings = [turn.reading for turn in history]
            base = recalled(readings, back.turn, named)
            held = {t.text for t in base.terms}
            said = all(t.text in held or t.text in base.content for t in named)
            if named and not same_topic(named, base.terms) and not said:
                base, back = readings[-1], moves.Recall(None, f"{back.topic},{back.rest}".rstrip(","))
            elif base is not readings[-1]:
                base = of_present_places(base, readings[-1], question)
            if not back.rest:
                return replace(base, follow_up=True)
            question = back.rest
        if moves.is_foreign(question):
            return replace(merge(base, self._reader.read(question, today)), aside=True)
        question = self._reader.in_full(of_aim(question, base, self._newest), base, today)
        base = of_whole_place(base, question, self._reader.terms)
        question = behind(base, without_deed(question, "".join(term.text for term in base.terms)))
        denied = moves.contrast(question)
        within = base.places if base is not None else ()
        of_branches = base.inner or asks_which_branch(base.question)
        if told and of_branches and points_inside(question) and (first := told.leader(base)):
            base, question = replace(base, inner=""), with_name(question, first)  # 2023年这个镇办了几件
        own = self._reader.read(denied[0] if denied else question, today, follows=True, within=within)
        spoken_inside = base.scope.inner or base.inner
        if spoken_inside and (full := town_in_full(question, own, partial(self._prints, within))) != question:
            question = full
            own = self._reader.read(question, today, follows=True, within=within)
        if denied and not self._reader.read(denied[1], today).places:
            own = replace(own, denied=tuple(t.text for t in self._reader.terms(denied[1])) or (denied[1],))
        elif denied:
            own = self._reader.read(question, today, follows=True)
        if told and points_at_leader(base, own) and (first := told.leader(base)):
            base = of_leader(base, first)  # 它的败诉率呢, after 谁最多
        own = self._above(base, own)
        return self._merged(base, own, today)

    def _merged(self, base: Reading | None, own: Reading, today: date) -> Reading:
        """Lend to a turn what it leaves open, its year counted from the newest reports where today's has none."""
        base = dated(base, own, self._newest) if base is not None else None
        own, instead = counted(base, own, self._newest, today)
        merged = merge(base, own)
        if merged.fallback is not None and instead is None:
            return merged
        other = of_then(own, merged, self._newest) if instead is None else merge(base, instead)
        return merged if other is None else replace(merged, fallback=other)


_DIGITS_ALONE = lazy_re(r"[\d\s,.，。]*")


def asks_anything(turn: str, today: date) -> bool:
    """Tell whether a turn asks anything: not "???" and not 123456; 2023 asks of a year.

    Args:
        turn: A turn as it was typed.
        today: The day that years are counted from.

    Returns:
        False where it holds neither words nor a year.
    """
    if not any(c.isalnum() for c in turn):
        return False
    question = clean_question(turn)
    bare = re.sub(r"[^\w\s,.，。]", "", question)
    return _DIGITS_ALONE.fullmatch(bare) is None or bool(find_years(question, today))


def _as_answered(reading: Reading, history: Sequence[Turn], told: Told | None) -> Reading:
    """Note in a turn that was refused for its year or place, or told by another year's report, which years were answered last."""
    if told is None or not history or not told.lacks_year(reading):
        return reading
    borrowed = not (reading.intent.plan or told.is_refused(reading))
    if not borrowed and not told.is_refused(reading):
        return reading  # a plan stands in the report of the year before
    before = history[-1].reading
    years = before.years if before.answered is None else before.answered
    return replace(reading, answered=years, borrowed=borrowed)


def spoken_of(reading: Reading, own: Reading) -> str:
    """Name the places and the year that a conversation is on, as a question would begin.

    Args:
        reading: The reading of a turn.
        own: The turn that follows, read by itself.

    Returns:
        The words, or "" where it is on no places.
    """
    places = reading.places
    if own.intent.extreme and len(places) < _SEVERAL:  # 换个话题,公证谁多: of those spoken of, or of all
        places = reading.recent if len(reading.recent) >= _SEVERAL else ("所有地区",)
    if not places:
        return ""
    year = f"{reading.years[0]}年" if len(reading.years) == 1 and not own.years else ""
    return "、".join(places) + year
