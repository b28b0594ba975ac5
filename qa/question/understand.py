"""Reads a question, with the turns before it, into places, years, intent and terms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple, Protocol

from qa.question import moves
from qa.question.conversation import merge
from qa.question.english import is_english, translate
from qa.question.english_asks import english_parts
from qa.question.english_moves import in_chinese
from qa.question.entries import WORD
from qa.question.fuzzy import without_slips
from qa.question.intent import Task, read_intent
from qa.question.lexicon import Lexicon, Source
from qa.question.measures import without_stated_unit
from qa.question.offices import find_office
from qa.question.part_readings import LENT, parts_of
from qa.question.pointing import of_leader, points_at_leader, says_only_where
from qa.question.ranks import blank_rank, bound_of, is_told
from qa.question.reading import Reading
from qa.question.recalled import of_present_places, recalled
from qa.question.scope import Scope, ScopeResolver
from qa.question.settle import by_section, held_against
from qa.question.sides import read_sides, read_topics, same_topic
from qa.question.talk import blank_planning, blank_talk, spelled_verb
from qa.question.terms import Rarity, Term, read_terms, required_term
from qa.question.vocabulary import RANKING
from qa.text import clean_question

_SHORT_TURN = 12  # a turn this short names at most one thing of its own
# A question this long is a document: its head asks, the rest would drown it.
MAX_QUESTION = 400
# "哪些区没有披露首违不罚": the scope takes 哪些区, the verb is left.
_DISCLOSES = re.compile(
    r"披露|提到|提及|公布过?了?[^的]|(?:没有?|未)(?:公布|公开|说明|写|提|说|交代)|谈到|谈及|写到"
)


class Asked(NamedTuple):
    """One of several things that a turn asks: its words, and the readings to try in turn.

    The flags are as in ``qa.question.part_readings.Part``.
    """

    words: str
    readings: tuple[Reading, ...]
    beside: bool = False
    behind: bool = False
    within: bool = False
    summed: bool = False


class Told(Protocol):
    """What the turns before came to when they were answered."""

    def last_part(self, parts: Sequence[Asked]) -> Reading:
        """Give the reading of an earlier turn of several parts that the conversation goes on from."""
        ...

    def settled(self, reading: Reading) -> Reading:
        """Give what answered an earlier turn: its reading, or the one to fall back on."""
        ...

    def leader(self, reading: Reading) -> str:
        """Name the place that an earlier turn found first, or ""."""
        ...


class _Turn(NamedTuple):
    """An earlier turn, with its parts where it asked several things."""

    reading: Reading
    parts: tuple[Asked, ...] = ()


# "这些占全省的比重": only a report that speaks of the whole province tells.
_OF_ABOVE = re.compile(r"占(?:到|了|去)?(全(?:省|国|自治区))")


def without_offices(scope: Scope, question: str, within: Sequence[str]) -> Scope:
    """Take a department named without its city (公安局) out of a turn's scope where the conversation is on other places.

    Args:
        scope: Scope of the turn.
        question: The turn.
        within: Places that the conversation speaks of.

    Returns:
        The scope without that place, or the same.
    """
    if len(scope.at) != 1 or scope.at[0][2] in within:
        return scope
    start, end, key = scope.at[0]
    typed = question[start:end]
    if typed == key or not key.endswith(typed) or find_office(typed) is None:
        return scope
    return replace(scope, places=(), at=(), spans=tuple(s for s in scope.spans if s != (start, end)))


class Understander:
    """Reads questions against one library."""

    def __init__(self, resolver: ScopeResolver, lexicon: Lexicon, rarity: Rarity, n_sentences: int) -> None:
        self._resolver = resolver
        self._lexicon = lexicon
        self._rarity = rarity
        self._n_sentences = n_sentences

    def read(self, turns: Sequence[str], today: date, told: Told | None = None) -> Reading:
        """Read the last turn of a conversation as one question.

        Args:
            turns: The user's questions, oldest first; at least one.
            today: The day that 去年 counts from.
            told: What the turns before came to; None where that is not known.

        Returns:
            The last question with all that the earlier ones lend it.
        """
        return self._read_next(self._history(turns, today, told), _in_chinese(turns[-1]), today, told)

    def read_parts(self, turns: Sequence[str], today: date, told: Told | None = None) -> tuple[Asked, ...]:
        """Read each of several things that the last turn asks.

        Args:
            turns: The user's questions, oldest first; at least one.
            today: The day that 去年 counts from.
            told: As for ``read``.

        Returns:
            The parts in order, or () where the turn asks one thing.
        """
        return self._parts(self._history(turns, today, told), _in_chinese(turns[-1]), today, told)

    def _history(self, turns: Sequence[str], today: date, told: Told | None) -> list[_Turn]:
        """Read the turns before the last, but for those that leave no trace."""
        history: list[_Turn] = []
        for turn in turns[:-1]:
            question = _in_chinese(turn)
            if parts := self._parts(history, question, today, told):
                last = told.last_part(parts) if told else parts[-1].readings[0]
                history.append(_Turn(last, parts))
                continue
            reading = self._read_next(history, question, today, told)
            if not reading.aside:
                if reading.fallback is not None and told:
                    reading = told.settled(reading)
                history.append(_Turn(reading.otherwise or reading))
        return history

    def _parts(
        self, history: list[_Turn], question: str, today: date, told: Told | None
    ) -> tuple[Asked, ...]:
        """Read the parts of a turn, each as a turn of its own behind the same history."""
        if moves.recall(question) or moves.contrast(question) or moves.begins_anew(question):
            return ()
        if history and history[-1].parts and (again := self._parts_again(history[-1], question, today)):
            return again
        parts = parts_of(self._read_one(question, today), self._terms)
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
                Asked(part.words, tuple(readings), part.beside, part.behind, part.within, part.summed)
            )
        return tuple(found)

    def _parts_again(self, turn: _Turn, question: str, today: date) -> tuple[Asked, ...]:
        """Ask all parts of the turn before of another place or year: 2023年呢, 乙区的呢."""
        last = turn.reading
        own = self._read_one(question, today, follows=True, within=last.places)
        if own.terms or own.all_places or not says_only_where(own):
            return ()
        found = []
        for part in turn.parts:
            lent = tuple(replace(merge(reading, own), follow_up=True) for reading in part.readings)
            found.append(part._replace(readings=lent))
        return tuple(found)

    def _read_next(
        self, history: list[_Turn], question: str, today: date, told: Told | None = None
    ) -> Reading:
        """Read a turn after those before it; an aside leaves no trace."""
        base = history[-1].reading if history else None
        if moves.begins_anew(question):
            base, question = None, moves.after_anew(question)
            if not question:  # 换个话题: nothing is asked yet, and nothing is lent to what comes
                return replace(merge(None, self._read_one("", today)), talk=True)
        if base is None:
            return merge(None, self._read_one(question, today))
        if moves.is_small_talk(question):
            return replace(base, question=question, aside=True, talk=True)
        if (beside := moves.asks_quote(question)) is not None:
            own = self._read_one(beside, today, follows=True)
            says = bool(own.places or own.years or own.terms or own.scope.missing)
            asked = merge(base, own) if says else base
            return replace(asked, question=question, quoted=True, aside=not says, follow_up=True)
        if (back := moves.recall(question)) is not None:
            named = self._terms(back.topic) if back.topic else ()
            if back.topic and not named:  # 回到某区: a place, which the turn names by itself
                back = moves.Recall(-1, question.replace("回到", "", 1))
            readings = [turn.reading for turn in history]
            base = recalled(readings, back.turn, named)
            held = {t.text for t in base.terms}
            if named and not same_topic(named, base.terms) and not all(t.text in held for t in named):
                base, back = readings[-1], moves.Recall(None, f"{back.topic},{back.rest}".rstrip(","))
            elif base is not readings[-1]:
                base = of_present_places(base, readings[-1], question)
            if not back.rest:
                return replace(base, follow_up=True)
            question = back.rest
        if moves.is_foreign(question):
            return replace(merge(base, self._read_one(question, today)), aside=True)
        denied = moves.contrast(question)
        within = base.places if base is not None else ()
        own = self._read_one(denied[0] if denied else question, today, follows=True, within=within)
        if denied and not self._read_one(denied[1], today).places:
            own = replace(own, denied=tuple(t.text for t in self._terms(denied[1])) or (denied[1],))
        elif denied:
            own = self._read_one(question, today, follows=True)
        if told and points_at_leader(base, own) and (first := told.leader(base)):
            base = of_leader(base, first)  # 它的败诉率呢, after 谁最多
        return merge(base, own)

    def _read_one(
        self, question: str, today: date, *, follows: bool = False, within: Sequence[str] = ()
    ) -> Reading:
        """Read one question by itself; in a turn that follows others, words that handle the conversation name no topic.

        ``within`` are the places spoken of: 公安局的呢 asks of an office inside them, not of another city's report.
        """
        scope = self._resolver.resolve(question, today)
        if within:
            scope = without_offices(scope, question, within)
        content = blank(question, scope.spans)
        intent = read_intent(content)
        if scope.all_places and _DISCLOSES.search(content) and not intent.extreme:
            intent = replace(intent, task=Task.DISCLOSURE)
        many = len(scope.places) > 1 or scope.all_places or len(question) <= _SHORT_TURN
        if many and len(scope.places) != 1 and (bound := bound_of(question)):
            intent = held_against(intent, bound)
        asked = blank_rank(question, many=many)
        if intent.compares:
            asked = RANKING.sub(lambda match: " " * len(match[0]), asked)
        if follows:
            asked = self._without_talk(asked, scope.spans)
        terms = self._terms(asked, scope.spans)
        if follows and scope.inner:  # 横渠镇几件: the town is no topic
            terms = tuple(t for t in terms if not any(t.text in name for name in scope.inner))
        if follows and all(_FIGURE.fullmatch(t.text) for t in terms):
            terms = ()  # 不对吧，不是11.1%吗: the figure is held against the old topic, and is none itself
        if intent.combine == "share" and (whole := _OF_ABOVE.search(question)):
            terms = (*terms, required_term(whole[1]))  # no sum of the places on the table is the province's
        intent, terms = by_section(intent, terms)
        rest = blank(asked, scope.spans)
        sides = read_sides(rest, scope.at, self._terms)
        topics = () if sides else read_topics(content, rest, intent, len(scope.places), self._terms)
        standing = intent.standing and len(scope.places) == 1
        if standing and is_told(content, counted=any(t.measure for t in terms)):
            standing, intent = False, replace(intent, task=Task.FACT, standing=False, answer_type="name")
        return Reading(
            question=question,
            scope=scope,
            places=() if standing else scope.places,
            years=scope.years,
            intent=intent,
            terms=terms,
            content=content,
            recent=() if standing else scope.places,
            all_places=scope.all_places or standing,
            spoken=tuple((place, scope.years) for place in scope.places),
            sides=sides,
            topics=topics,
            standing=scope.places[0] if standing else "",
            lenient=scope.under is not None,
        )

    def _without_talk(self, text: str, spans: Sequence[tuple[int, int]]) -> str:
        """Blank the words of a turn that handle the conversation, but none that names a topic."""
        text = blank_planning(spelled_verb(blank(text, spans)))
        held = (
            (e.start, e.end)
            for e in self._lexicon.expand(text)
            if e.source is not Source.EQUIVALENT and not e.concept.startswith(WORD)
        )
        return blank_talk(text, held)

    def _terms(self, text: str, blanked: Sequence[tuple[int, int]] = ()) -> tuple[Term, ...]:
        """Read the terms of a text."""
        text = without_stated_unit(text)
        return read_terms(text, blanked, self._lexicon, self._rarity, self._n_sentences)


_FIGURE = re.compile(r"\d[\d.,]*(?:%|[\u4e00-\u9fff]{1,3})?")
# "法制建设", "法制政府": today's reports write 法治 for both; 法制审核 and 法制办 are names of their own.
_LEGAL_SYSTEM = re.compile(r"法制(?=政府|建设(?!科|处|股|办))")


def _in_chinese(turn: str) -> str:
    """Clean a turn; an English one is put into Chinese keywords, but for thanks and steps back."""
    question = without_slips(_LEGAL_SYSTEM.sub("法治", clean_question(turn)[:MAX_QUESTION]))
    if len(asked := english_parts(question)) > 1:
        return ",".join(clean_question(translate(part)) for part in asked)
    if not moves.is_small_talk(question):
        question = in_chinese(question)
    if is_english(question) and not moves.is_small_talk(question) and moves.recall(question) is None:
        return clean_question(translate(question))
    return question


def blank(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Put spaces where spans are.

    Args:
        text: Any text.
        spans: Half-open spans of it.

    Returns:
        A text of the same length.
    """
    chars = list(text)
    for start, end in spans:
        chars[start:end] = " " * (end - start)
    return "".join(chars)
