"""Reads a question, with the turns before it, into places, years, intent and terms."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from qa.question import moves
from qa.question.conversation import merge
from qa.question.english import is_english, translate
from qa.question.english_asks import english_parts
from qa.question.english_moves import in_chinese
from qa.question.entries import WORD
from qa.question.handling import counted
from qa.question.intent import Intent, Task, read_intent
from qa.question.lexicon import Lexicon, Source
from qa.question.measures import without_stated_unit
from qa.question.offices import find_office
from qa.question.part_readings import LENT, parts_of
from qa.question.ranks import Bound, blank_rank, bound_of
from qa.question.reading import Reading
from qa.question.scope import Scope, ScopeResolver
from qa.question.sides import read_sides, read_topics, same_topic
from qa.question.talk import blank_talk
from qa.question.terms import Rarity, Term, read_terms, required_term
from qa.question.vocabulary import RANKING
from qa.text import clean_question

_SEVERAL = 2  # 各县 are several places, however many there are
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


Answered = Callable[[Sequence[Asked]], Reading]
"""Of the parts of an earlier turn the reading that the conversation goes on from."""
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

    def read(self, turns: Sequence[str], today: date, answered: Answered | None = None) -> Reading:
        """Read the last turn of a conversation as one question.

        Args:
            turns: The user's questions, oldest first; at least one.
            today: The day that 去年 counts from.
            answered: Chooses the part of an earlier turn that lends its topic; None for the last one.

        Returns:
            The last question with all that the earlier ones lend it.
        """
        return self._read_next(self._history(turns, today, answered), _in_chinese(turns[-1]), today)

    def read_parts(
        self, turns: Sequence[str], today: date, answered: Answered | None = None
    ) -> tuple[Asked, ...]:
        """Read each of several things that the last turn asks.

        Args:
            turns: The user's questions, oldest first; at least one.
            today: The day that 去年 counts from.
            answered: As for ``read``.

        Returns:
            The parts in order, or () where the turn asks one thing.
        """
        return self._parts(self._history(turns, today, answered), _in_chinese(turns[-1]), today)

    def _history(self, turns: Sequence[str], today: date, answered: Answered | None) -> list[Reading]:
        """Read the turns before the last, but for those that leave no trace."""
        history: list[Reading] = []
        for turn in turns[:-1]:
            question = _in_chinese(turn)
            if parts := self._parts(history, question, today):
                history.append(answered(parts) if answered else parts[-1].readings[0])
                continue
            reading = self._read_next(history, question, today)
            if not reading.aside:
                history.append(reading.otherwise or reading)
        return history

    def _parts(self, history: list[Reading], question: str, today: date) -> tuple[Asked, ...]:
        """Read the parts of a turn, each as a turn of its own behind the same history."""
        if moves.recall(question) or moves.contrast(question) or moves.begins_anew(question):
            return ()
        parts = parts_of(self._read_one(question, today), self._terms)
        found = []
        for part in parts:
            reading = self._read_next(history, part.text, today)
            lent = tuple(
                replace(t, weight=t.weight * LENT) if t.text in part.lent else t for t in reading.terms
            )
            readings = [replace(reading, terms=lent)]
            if part.alone:
                readings.append(self._read_next(history, part.alone, today))
            found.append(
                Asked(part.words, tuple(readings), part.beside, part.behind, part.within, part.summed)
            )
        return tuple(found)

    def _read_next(self, history: list[Reading], question: str, today: date) -> Reading:
        """Read a turn after those before it; an aside leaves no trace."""
        base = history[-1] if history else None
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
            base = _recalled(history, back.turn, named)
            held = {t.text for t in base.terms}
            if named and not same_topic(named, base.terms) and not all(t.text in held for t in named):
                base, back = history[-1], moves.Recall(None, f"{back.topic},{back.rest}".rstrip(","))
            elif base is not history[-1]:
                base = _of_present_places(base, history[-1], question)
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
            intent = _held_against(intent, bound)
        asked = blank_rank(question, many=many)
        if intent.compares:
            asked = RANKING.sub(lambda match: " " * len(match[0]), asked)
        if follows:
            asked = self._without_talk(asked, scope.spans)
        terms = self._terms(asked, scope.spans)
        if intent.combine == "share" and (whole := _OF_ABOVE.search(question)):
            terms = (*terms, required_term(whole[1]))  # no sum of the places on the table is the province's
        intent, terms = _by_section(intent, terms)
        rest = blank(asked, scope.spans)
        sides = read_sides(rest, scope.at, self._terms)
        n_places = len(scope.places) if scope.places or not scope.all_places else _SEVERAL
        topics = () if sides else read_topics(content, rest, intent, n_places, self._terms)
        standing = intent.standing and len(scope.places) == 1
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
        text = blank(text, spans)
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


# "还是这几个地方,回到复议": the present places, not those of then.
_THESE_HERE = re.compile(
    r"这几|这些|还是(?:这|它|他)|它们|他们|(?:地方|范围|地区)(?:不变|不动|照旧|一样)|同样(?:的)?(?:地方|几)"
)


def _in_chinese(turn: str) -> str:
    """Clean a turn; an English one is put into Chinese keywords, but for thanks and steps back."""
    question = clean_question(turn)[:MAX_QUESTION]
    if len(asked := english_parts(question)) > 1:
        return ",".join(clean_question(translate(part)) for part in asked)
    if not moves.is_small_talk(question):
        question = in_chinese(question)
    if is_english(question) and not moves.is_small_talk(question) and moves.recall(question) is None:
        return clean_question(translate(question))
    return question


def _recalled(history: list[Reading], index: int | None, named: Sequence[Term]) -> Reading:
    """Find an earlier reading: by its number, by words of its topic, or the last one on another topic than the present one."""
    present = history[-1]
    if named:
        said = {t.text for t in named}
        about = [r for r in reversed(history) if same_topic(named, r.terms)]
        about = about or [r for r in reversed(history) if said <= {t.text for t in r.terms}]  # 回到收到的件数
        plainly = (r for r in about if not (r.intent.change or r.intent.plan))
        return next(plainly, about[0] if about else present)
    if index is not None:
        return history[min(index, len(history) - 1)]
    words, scope = {t.text for t in present.terms}, (present.places, present.years)
    earlier = history[-2::-1]
    other_topic = (r for r in earlier if {t.text for t in r.terms} != words)
    other_scope = (r for r in earlier if (r.places, r.years) != scope)
    return next(other_topic, None) or next(other_scope, present)


def _of_present_places(earlier: Reading, present: Reading, question: str) -> Reading:
    """Take an earlier topic to the present places where the turn points at these: 还是这三个地方,回到复议."""
    pointed = counted(question)
    n = pointed.n if pointed else 0
    here = (
        n == len(present.places) != len(earlier.places) if n > 1 else _THESE_HERE.search(question) is not None
    )
    if not here or not present.places:
        return earlier
    return replace(
        earlier,
        places=present.places,
        recent=present.recent,
        all_places=present.all_places,
        years=present.years,
        spoken=present.spoken,
        paired=present.paired,
    )


def _held_against(intent: Intent, bound: Bound) -> Intent:
    """Ask for the figures that a bound is held against: 超过500件的有哪些 asks for counts, 不到 names no shortcoming."""
    unit, unit_class = bound.quantity.unit, bound.quantity.unit_class
    return replace(
        intent, task=Task.NUMBER, unit=unit, unit_class=unit_class, plan=False, section="", extreme=""
    )


def _by_section(intent: Intent, terms: tuple[Term, ...]) -> tuple[Intent, tuple[Term, ...]]:
    """Turn terms that name a section (不足, 下一步, 成效) into the section asked for, and drop them as terms."""
    named = [t.section for t in terms if t.section]
    if not named:
        return intent, terms
    rest = tuple(t for t in terms if not t.section)
    if intent.task in {Task.NUMBER, Task.RANK, Task.DIFFERENCE, Task.COMPARE, Task.DISCLOSURE}:
        kept = tuple(t for t in terms if t.section != "plan") if rest else terms
        return replace(intent, plan=intent.plan or "plan" in named), kept
    section = intent.section or next((s for s in named if s != "result" or not rest), "")
    return replace(intent, section=section, plan=intent.plan or section == "plan"), rest


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
