"""The everyday-to-official lexicon: what people say, and the words that a report prints for it.

Everyday phrases are small patterns (``qa/question/words/phrase.py``); official words and near equals are plain.
Knows nothing of places, reports or scores: it says where in a question a phrase stands and what may stand
for it. Behind its phrases stand single everyday words (``thesaurus.toml``), found where no phrase of the
lexicon stands. Phrases are found by their first character, and a pattern is parsed when a question first
reaches it, because the command line answers one question a process (measured in docs/design/005-lexicon.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from qa.patterns import lazy_re
from qa.question.words.entries import WORD, Concept, Source, Thesaurus, read_concepts, read_words
from qa.question.words.phrase import heads, is_plain, match_phrase, parse_phrase
from qa.text import fold

__all__ = ["Concept", "Expansion", "Lexicon", "Source"]

_FILE = Path(__file__).with_name("lexicon.toml")
_WORDS_FILE = Path(__file__).with_name("thesaurus.toml")
_LOWER = {code: code + 32 for code in range(ord("A"), ord("Z") + 1)}
# Official verbs of what became of a thing; their second character begins everyday phrases (改了, 收了, 结了).
_STAGED = lazy_re(r"整改|受理|采纳|办结|审结|吸收|吸纳|接收|新收|签收|查收|撤回|驳回|退回|追回|挽回")
# Words within which no phrase begins: 少损失 of 多少损失, 年审 of 一年审了多少.
_WHOLE_WORDS = frozenset("多少 一年 全年 今年 去年 当年 上年 每年 几年 镇街".split())
_NO_WORDS = Thesaurus(1.0, {})


@dataclass(frozen=True, slots=True)
class Expansion:
    """A phrase found in a question, and the words that may stand for it.

    Attributes:
        start: First code point of the phrase in the question.
        end: One past its last code point.
        phrase: ``question[start:end]``, the gaps of a pattern included.
        officials: Words that a report prints, most typical first; the phrase itself is left out.
        weight: How much an official word counts against a word of the question, 0 to 1.
        concept: Id of the concept or of the group of near equals; of a word of the thesaurus ``word:`` and
            the first word of its line.
        source: The list that the phrase was found in.
        measure: Units that figures of the concept bear, such as 件; empty if any.
        excludes: Official words of near twins that must not be taken for the concept.
        way: Of a way of saying a thing (``narrow.toml``) its own official words, else empty.
    """

    start: int
    end: int
    phrase: str
    officials: tuple[str, ...]
    weight: float
    concept: str
    source: Source
    measure: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    way: tuple[str, ...] = ()


class _Entry(NamedTuple):
    """A phrase of the lexicon, in lower case; a pattern is parsed when a question first reaches it."""

    phrase: str
    plain: bool
    concept: Concept
    source: Source


class _Match(NamedTuple):
    """An entry found in a question; bit i of mask says that character start + i is literal."""

    start: int
    end: int
    mask: int
    entry: _Entry

    def covers(self, other: _Match) -> bool:
        """Tell whether every literal character of the other match is one of ours, and we have more."""
        shift = other.start - self.start
        return (
            shift >= 0
            and other.end <= self.end
            and self.mask.bit_count() > other.mask.bit_count()
            and (other.mask << shift & ~self.mask == 0)
        )

    @property
    def word(self) -> bool:
        """Whether it is a word of the thesaurus."""
        return self.entry.concept.id.startswith(WORD)

    def touches(self, other: _Match) -> bool:
        """Tell whether a literal character of the other match is one of ours."""
        shift = other.start - self.start
        return (other.mask << shift if shift > 0 else other.mask >> -shift) & self.mask != 0


class Lexicon:
    """Finds everyday phrases and official words in questions; immutable once loaded."""

    def __init__(self, concepts: Iterable[Concept], thesaurus: Thesaurus = _NO_WORDS) -> None:
        self.concepts = tuple(concepts)
        self.thesaurus = thesaurus
        self._index: dict[str, list[_Entry]] = {}
        for concept in self.concepts:
            first = Source.OFFICIAL if Source.OFFICIAL in concept.weights else Source.EQUIVALENT
            for word in concept.official:
                # A word of one character (率, 次, 期) may be looked for, but says too little to be found by.
                if len(word) > 1:
                    word = word.lower()
                    self._index.setdefault(word[0], []).append(_Entry(word, True, concept, first))
            for phrase in concept.everyday:
                phrase = phrase.lower()
                entry = _Entry(phrase, is_plain(phrase), concept, Source.EVERYDAY)
                for head in heads(phrase):
                    self._index.setdefault(head, []).append(entry)
        # The words are many, and plain but for a guard: looked up whole, they load four times as fast.
        self._words = {word[word.find(">") + 1 :]: word for word in thesaurus.lines}
        self._sizes = sorted({len(word) for word in self._words})

    @classmethod
    def load(cls, path: Path | None = None, words: Path | None = None) -> Lexicon:
        """Read a lexicon file and a thesaurus.

        Args:
            path: A TOML file in the form of ``lexicon.toml``; that file and ``thesaurus.toml`` if None,
                read once in a process.
            words: A TOML file in the form of ``thesaurus.toml``, to go with path; no thesaurus if None.

        Returns:
            The lexicon.

        Raises:
            BadSetting: If the file is no TOML, has an unknown key, a bad phrase, or a phrase in two concepts.
        """
        if path is None:
            return _default()
        lexicon = cls(read_concepts(path), read_words(words) if words else _NO_WORDS)
        # The phrases of the shipped file are parsed by a test, and at run time only when they are reached.
        for concept in lexicon.concepts:
            for phrase in concept.everyday:
                parse_phrase(phrase)
        for word in lexicon.thesaurus.lines:
            parse_phrase(word)
        return lexicon

    def expand(self, question: str) -> tuple[Expansion, ...]:
        """Find the phrases of the lexicon in a question.

        A phrase inside a longer one is left out; two phrases of one concept never overlap; 罚金额 in 免罚金额 is none.

        Args:
            question: Any text; full-width forms and capitals are matched as their plain twins.

        Returns:
            The expansions in the order of the question, the longest first where they start together.
        """
        text = fold(question).translate(_LOWER)
        starts = (i for i in range(len(text)) if text[max(i - 1, 0) : i + 1] not in _WHOLE_WORDS)
        found = _prune([match for i in starts for match in self._at(text, i)])
        if any(match.entry.source is Source.EVERYDAY for match in found):
            inside = _inside_words(text)
            found = [
                m
                for m in found
                if m.entry.source is not Source.EVERYDAY
                or (m.start not in inside and not _is_denied(text, m.start))
            ]
        return tuple(_expansion(question, match) for match in found)

    def every(self, question: str) -> tuple[Expansion, ...]:
        """Find every phrase of the lexicon in a question, those inside a longer one as well.

        Args:
            question: As for ``expand``.

        Returns:
            The expansions in the order of the question.
        """
        text = fold(question).translate(_LOWER)
        starts = (i for i in range(len(text)) if text[max(i - 1, 0) : i + 1] not in _WHOLE_WORDS)
        return tuple(_expansion(question, match) for i in starts for match in self._at(text, i))

    def _at(self, text: str, start: int) -> Iterator[_Match]:
        """Yield the entries that match at a position."""
        for entry in self._index.get(text[start], ()):
            if entry.plain:
                if text.startswith(entry.phrase, start):
                    size = len(entry.phrase)
                    yield _Match(start, start + size, (1 << size) - 1, entry)
            elif (hit := match_phrase(entry.phrase, text, start)) is not None:
                yield _Match(start, hit[0], hit[1], entry)
        for size in self._sizes:
            word = self._words.get(text[start : start + size])
            if word is None or start + size > len(text):
                continue
            if word[0] != "<" or match_phrase(word, text, start):
                entry = _Entry(text[start : start + size], True, self.thesaurus.entry(word), Source.EVERYDAY)
                yield _Match(start, start + size, (1 << size) - 1, entry)


def _prune(matches: list[_Match]) -> list[_Match]:
    """Drop matches inside longer ones, then the shorter of two of one concept that overlap.

    A word of the thesaurus must not touch a phrase of the lexicon that is as long, or a longer word.
    """
    matches.sort(key=lambda match: (-match.mask.bit_count(), match.word, match.start, match.end))
    owners: dict[int, list[_Match]] = {}
    kept: list[_Match] = []
    for match in matches:
        # Only a match that shares its first character can cover this one, so the work stays linear.
        near = [other for at in range(match.start, match.end) for other in owners.get(at, ())]
        if any(
            other.covers(match)
            or other.entry.concept is match.entry.concept
            or (match.word and other.touches(match))
            for other in near
        ):
            continue
        kept.append(match)
        for at in range(match.start, match.end):
            owners.setdefault(at, []).append(match)
    return sorted(kept, key=lambda match: (match.start, -match.end, match.entry.concept.id))


# "没罚的案子有多少" and "没挨罚的" ask of none that were punished; what means the opposite is a phrase of its own.
_DENYING = lazy_re(r"[没未](?:有?[挨被受给])?$")
_SPARED = frozenset({"免罚", "不罚", "轻罚"})


def _is_denied(text: str, start: int) -> bool:
    """Tell whether what stands before a phrase turns its meaning round: 没罚的, 免罚案件, 不罚的."""
    return _DENYING.search(text[:start]) is not None or text[max(start - 1, 0) : start + 1] in _SPARED


def _inside_words(text: str) -> frozenset[int]:
    """List the positions inside a stage word, where no everyday phrase begins: 改了几 in 整改了几条."""
    return frozenset(m.start() + 1 for m in _STAGED.finditer(text))


def _expansion(question: str, match: _Match) -> Expansion:
    """Turn a match into what the caller sees."""
    concept, source = match.entry.concept, match.entry.source
    phrase = question[match.start : match.end]
    own = match.entry.phrase
    return Expansion(
        start=match.start,
        end=match.end,
        phrase=phrase,
        officials=tuple(word for word in concept.official if word.lower() != own),
        weight=concept.weights[source],
        concept=concept.id,
        source=source,
        measure=concept.measure,
        excludes=concept.excludes,
    )


@lru_cache(maxsize=1)
def _default() -> Lexicon:
    """Read the lexicon and the thesaurus that are shipped, once."""
    return Lexicon(read_concepts(_FILE), read_words(_WORDS_FILE))
