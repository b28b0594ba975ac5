"""Reads one question by itself: its places and years, its intent, and its terms, without what a conversation lends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from qa.patterns import lazy_re
from qa.question.places.resolver import ScopeResolver
from qa.question.places.scope import Scope
from qa.question.places.years import with_next_year, years_of_plan
from qa.question.single.intent import Task
from qa.question.single.intent_reading import read_intent
from qa.question.single.ranks import blank_rank, bound_of, extreme_of_which, is_told
from qa.question.single.reading import Reading
from qa.question.single.settle import by_section, held_against
from qa.question.single.shares import part_of_sum
from qa.question.single.sides import read_sides, read_topics
from qa.question.words import handling
from qa.question.words.entries import WORD
from qa.question.words.fates import asks_more
from qa.question.words.lexicon import Lexicon, Source
from qa.question.words.measures import without_stated_unit
from qa.question.words.offices import find_office
from qa.question.words.plainly import put_plainly
from qa.question.words.qualifiers import find_qualifiers
from qa.question.words.talk import blank_planning, blank_talk, spelled_verb
from qa.question.words.term_reading import Rarity, read_terms
from qa.question.words.terms import Term, required_term
from qa.question.words.vocabulary import RANKING

_BEFORE = lazy_re(r"去年|上一?年|前一年|上年度")
_FIGURE = lazy_re(r"\d[\d.,]*(?:%|[\u4e00-\u9fff]{1,3})?")
_SEVERAL = 2  # 各县 are several places, however many there are
_KEPT = 64  # questions whose readings are kept; only the last few are asked for again
_SHORT_TURN = 12  # a turn this short names at most one thing of its own
# "哪些区没有披露首违不罚": the scope takes 哪些区, the verb is left.
_DISCLOSES = lazy_re(
    r"披露|提到|提及|公布过?了?[^的]|(?:没有?|未)(?:公布|公开|说明|写|提|说|交代)|谈到|谈及|写到"
)
# "复议收了多少": cases come in and are closed; money is taken in.
_CASES = lazy_re(r"复议|诉讼|应诉|援助|仲裁")
# "这些占全省的比重": only a report that speaks of the whole province tells.
_OF_ABOVE = lazy_re(r"占(?:到|了|去)?(全(?:省|国|自治区))")


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


# "某县长出庭应诉的案件": the head of the county; 某市长江沿线 and 某县长期 are not.
_HEAD_OF = lazy_re(r"[区县市镇州旗]长(?![江期效远足久治春沙安年])")


def with_heads(scope: Scope, question: str) -> Scope:
    """Leave 县长 to the words of a question where it shares a character with the place: 某县长 of 某县.

    Args:
        scope: Scope of the question.
        question: The question.

    Returns:
        The scope, the spans of such places shorter by one.
    """
    spans = tuple(
        (a, b - 1) if b - a > 2 and _HEAD_OF.match(question, b - 1) else (a, b) for a, b in scope.spans
    )
    return scope if spans == scope.spans else replace(scope, spans=spans)


def of_kind(scope: Scope, question: str, places: Sequence[str], within: Sequence[str]) -> Scope:
    """Read 两个县 as the two counties of the library, where it holds no more of them and the conversation names none.

    Args:
        scope: Scope of a question that asks of all places.
        question: The question.
        places: Places of the library.
        within: Places that the conversation speaks of.

    Returns:
        The scope with those places, or the same.
    """
    pointed = handling.counted(question)
    if pointed is None or pointed.rest or not pointed.kind or len(within) >= pointed.n:
        return scope
    kind = tuple(place for place in places if place.endswith(tuple(pointed.kind)))
    if len(kind) != pointed.n or len(kind) == len(places):
        return scope
    return replace(scope, places=kind, all_places=False)


_WHOLE = lazy_re(r"全[市县区省州旗镇盟]")


_CLOSED = lazy_re(r"(?<![没未])(?:办结|审结|结案)")


def in_plain_words(question: str, scope: Scope) -> str:
    """Put a question of one place at most into official words where everyday words say one indicator: 官府上法庭栽了几回.

    Args:
        question: The question.
        scope: Its places and years.

    Returns:
        The question with its place and year, or "" where it is to be read as it was asked.
    """
    if scope.all_places or len(scope.places) > 1 or scope.excluded or asks_more(question):
        return ""
    named = any(char.isdigit() for start, end in scope.spans for char in question[start:end])
    # 2024年…去年没办完的, 比前一年少了: a year before another one
    spans = tuple(
        (a, b)
        for a, b in sorted(scope.spans)
        if not (_BEFORE.fullmatch(question[a:b]) and (named or question[max(a - 1, 0)] in "比较跟和同"))
    )
    content = blank(question, spans)
    official = put_plainly(content)
    if not set(find_qualifiers(content)) <= set(find_qualifiers(official)):
        return ""  # 邻里纠纷, a kind that reports count by its name, is no 纠纷
    if _CLOSED.search(content) and not _CLOSED.search(official):
        return ""  # 办结了多少办件 asks for no 办件量
    if len(spans) < len(scope.spans) and not official.startswith("上年") and "同比" not in official:
        return ""  # 上一年检查了多少次 asks of that year
    whole = _WHOLE.search(question)  # 全县持证执法人员 are not those of its townships
    led = "".join(question[a:b] for a, b in spans) + (whole[0] if whole else "")
    return f"{led}{official}?" if official else ""


class QuestionReader:
    """Reads questions against one library, each by itself."""

    def __init__(self, resolver: ScopeResolver, lexicon: Lexicon, rarity: Rarity, n_sentences: int) -> None:
        """Wire a reader.

        Args:
            resolver: Finds places and years.
            lexicon: Everyday words and official ones.
            rarity: How many sentences of the library hold a word.
            n_sentences: Sentences of the library.
        """
        self._resolver = resolver
        self._lexicon = lexicon
        self._rarity = rarity
        self._n_sentences = n_sentences
        # A turn is read for its parts and then as one question: 300 questions were read 600 times.
        self._read = lru_cache(maxsize=_KEPT)(self._read_anew)

    def in_full(self, question: str, base: Reading, today: date) -> str:
        """Write out the stem of a place spoken of at the head of a turn, where it reads as a part of another word."""
        spoken = {*base.recent, *(place for place, _ in base.spoken)}
        for place in self._resolver.places:
            match = re.match(rf"(?:那么?|还有|再看|换成?)?(?={re.escape(place.stem)})", question)
            if place.key not in spoken or match is None or place.key != place.name:
                continue
            named = self._resolver.resolve(question, today)
            if question.startswith(place.name, match.end()) or named.excluded:
                return question
            if not (named.places or named.missing or named.inner or named.ambiguous):
                return question[: match.end()] + place.name + question[match.end() + len(place.stem) :]
        return question

    def read(
        self, question: str, today: date, *, follows: bool = False, within: Sequence[str] = ()
    ) -> Reading:
        """Read one question by itself; in a turn that follows others, words that handle the conversation name no topic.

        ``within`` are the places spoken of: 公安局的呢 asks of an office inside them, not of another city's report.
        """
        return self._read(question, today, follows, tuple(within))

    def _read_anew(self, question: str, today: date, follows: bool, within: tuple[str, ...]) -> Reading:
        """Read a question that was not just read."""
        scope = self._scope(question, today, within)
        said = self._as_said(question, scope, follows)
        # 罚了多少钱 of a conversation is asked of the field just spoken of, in the words of the turns before
        if follows or not (plain := in_plain_words(question, scope)):
            return said
        put = self._as_said(plain, self._scope(plain, today, within), follows)
        return replace(put, fallback=said)

    def _as_said(self, question: str, scope: Scope, follows: bool) -> Reading:
        """Read a question in the words that it has."""
        content = blank(question, scope.spans)
        if follows:
            content = handling.blank_switch(spelled_verb(content))
        intent = read_intent(with_next_year(content, question))
        if not intent.extreme and (scope.all_places or len(scope.places) > 1):
            intent = replace(intent, extreme=extreme_of_which(question))
        part = None if follows else part_of_sum(question, scope, len(self._resolver.places))
        if part:
            content = blank(content, part.spans)
            intent = replace(read_intent(content), task=Task.NUMBER, combine="share")
        if scope.all_places and _DISCLOSES.search(content) and not intent.extreme:
            intent = replace(intent, task=Task.DISCLOSURE)
        spans = scope.spans + (part.spans if part else ())
        many = len(scope.places) > 1 or scope.all_places or len(question) <= _SHORT_TURN
        if many and len(scope.places) != 1 and (bound := bound_of(question)):
            intent = held_against(intent, bound)
        asked = blank_rank(blank(question, part.spans) if part else question, many=many)
        if intent.compares:
            asked = RANKING.sub(lambda match: " " * len(match[0]), asked)
        if follows:
            asked = self._without_talk(asked, scope.spans)
        elif _CASES.search(asked) and (scope.places or scope.missing):
            asked = spelled_verb(asked, anywhere=True)
        terms = self.terms(asked, spans)
        if follows and scope.inner:  # 横渠镇几件: the town is no topic
            terms = tuple(t for t in terms if not any(t.text in name for name in scope.inner))
        if follows and all(_FIGURE.fullmatch(t.text) for t in terms):
            terms = ()  # 不对吧，不是11.1%吗: the figure is held against the old topic, and is none itself
        if intent.combine == "share" and (whole := _OF_ABOVE.search(question)):
            terms = (*terms, required_term(whole[1]))  # no sum of the places on the table is the province's
        intent, terms = by_section(intent, terms, content)
        rest = blank(asked, scope.spans)
        sides = read_sides(rest, scope.at, self.terms)
        n_places = len(scope.places) if scope.places or not scope.all_places else _SEVERAL
        topics = () if sides else read_topics(content, rest, intent, n_places, self.terms)
        standing = intent.standing and len(scope.places) == 1
        if standing and is_told(content, counted=any(t.measure for t in terms)):
            standing, intent = False, replace(intent, task=Task.FACT, standing=False, answer_type="name")
        everywhere = standing or (part is not None and part.everywhere)
        return Reading(
            question=question,
            scope=scope,
            places=() if everywhere else scope.places,
            years=years_of_plan(question, scope.years) if intent.plan else scope.years,
            intent=intent,
            terms=terms,
            content=content,
            recent=() if everywhere else scope.places,
            all_places=scope.all_places or everywhere,
            spoken=scope.each or tuple((place, scope.years) for place in scope.places),
            paired=bool(scope.each) and not everywhere,
            sides=sides,
            topics=topics,
            standing=part.place if part else scope.places[0] if standing else "",
            lenient=scope.under is not None,
        )

    def _scope(self, question: str, today: date, within: Sequence[str]) -> Scope:
        """Find the places and years of a question."""
        scope = self._resolver.resolve(question, today)
        if within:
            scope = without_offices(scope, question, within)
        if scope.all_places and not (scope.places or scope.missing):
            scope = of_kind(scope, question, [p.key for p in self._resolver.places], within)
        return with_heads(scope, question)

    def _without_talk(self, text: str, spans: Sequence[tuple[int, int]]) -> str:
        """Blank the words of a turn that handle the conversation, but none that names a topic."""
        text = blank(text, spans)
        text = blank_planning(spelled_verb(text, anywhere=_CASES.search(text) is not None))
        held = (
            (e.start, e.end)
            for e in self._lexicon.expand(text)
            if e.source is not Source.EQUIVALENT and not e.concept.startswith(WORD)
        )
        return blank_talk(text, held)

    def terms(self, text: str, blanked: Sequence[tuple[int, int]] = ()) -> tuple[Term, ...]:
        """Read the terms of a text."""
        text = without_stated_unit(text)
        return read_terms(text, blanked, self._lexicon, self._rarity, self._n_sentences)


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
