"""Reads a question, with the turns before it, into places, years, intent and terms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from qa.question.conversation import Reading, merge
from qa.question.english import is_english, translate
from qa.question.intent import Intent, Task, read_intent
from qa.question.lexicon import Lexicon
from qa.question.scope import ScopeResolver
from qa.question.sides import read_sides
from qa.question.terms import Rarity, Term, read_terms
from qa.question.vocabulary import RANKING
from qa.text import clean_question

# A question this long is a document: its head asks, the rest would drown it.
MAX_QUESTION = 400
# "哪些区没有披露首违不罚": the scope takes 哪些区, the verb is left.
_DISCLOSES = re.compile(
    r"披露|提到|提及|公布过?了?[^的]|(?:没有?|未)(?:公布|公开|说明|写|提|说|交代)|谈到|谈及|写到"
)


class Understander:
    """Reads questions against one library."""

    def __init__(self, resolver: ScopeResolver, lexicon: Lexicon, rarity: Rarity, n_sentences: int) -> None:
        self._resolver = resolver
        self._lexicon = lexicon
        self._rarity = rarity
        self._n_sentences = n_sentences

    def read(self, turns: Sequence[str], today: date) -> Reading:
        """Read the last turn of a conversation.

        Args:
            turns: The user's questions, oldest first; at least one.
            today: The day that 去年 counts from.

        Returns:
            The last question with all that the earlier ones lend it.
        """
        reading: Reading | None = None
        for turn in turns:
            reading = merge(reading, self._read_one(turn, today))
        assert reading is not None
        return reading

    def _read_one(self, turn: str, today: date) -> Reading:
        """Read one question by itself."""
        question = clean_question(turn)[:MAX_QUESTION]
        if is_english(question):
            question = clean_question(translate(question))
        scope = self._resolver.resolve(question, today)
        content = blank(question, scope.spans)
        intent = read_intent(content)
        if scope.all_places and _DISCLOSES.search(content) and not intent.extreme:
            intent = replace(intent, task=Task.DISCLOSURE)
        comparing = intent.task in {Task.RANK, Task.DIFFERENCE, Task.COMPARE} or bool(intent.extreme)
        asked = RANKING.sub(lambda match: " " * len(match[0]), question) if comparing else question
        terms = self._terms(asked, scope.spans)
        intent, terms = _by_section(intent, terms)
        sides = read_sides(blank(asked, scope.spans), scope.at, self._terms)
        return Reading(
            question=question,
            scope=scope,
            places=scope.places,
            years=scope.years,
            intent=intent,
            terms=terms,
            content=content,
            recent=scope.places,
            all_places=scope.all_places,
            spoken=tuple((place, scope.years) for place in scope.places),
            sides=sides,
        )

    def _terms(self, text: str, blanked: Sequence[tuple[int, int]] = ()) -> tuple[Term, ...]:
        """Read the terms of a text."""
        return read_terms(text, blanked, self._lexicon, self._rarity, self._n_sentences)


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
