"""The lexical index: which sentence holds which word or character pair, and BM25 over it.

Plain numpy arrays that are memory-mapped as they lie: a list of (sentence row, count) for each term. Knows
nothing of reports or files; the words of the terms live in the library's database. Why not bm25s or
tantivy: see ``docs/design/004-library.md``.

BM25 as in Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009), with
Lucene's idf and without the constant factor (k1 + 1). Scores are divided by their ideal, the sum of the
question terms' idf, so that they lie in 0..1 on the same scale for every question; those of words and
character pairs are then averaged.
"""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from qa.patterns import lazy_re
from qa.text import bigrams, words

K1 = 1.2
B = 0.75

_MAX_COUNT = 255

# What asks without saying what for: 行政复议收了[多少]件, [哪些]区, [有没有]. Left in, their rare pairs with
# the characters beside them (了多, 少件) would weigh more than the words of the question.
_ASKING = lazy_re(r"多少|哪[些个里几]?|什么|怎么样?|怎样|如何|是否|是不是|有没有|几|吗|呢|么")


class Field(IntEnum):
    """What a term is: a word, or a pair of neighbouring Han characters."""

    WORD = 0
    BIGRAM = 1


Term = tuple[Field, str]
"""A word or character pair."""


def terms_of(text: str) -> list[Term]:
    """List the words and the character pairs of a text.

    Args:
        text: Any text.

    Returns:
        The terms, words first, each as often as it occurs.
    """
    return [(Field.WORD, word) for word in words(text)] + [(Field.BIGRAM, pair) for pair in bigrams(text)]


def question_terms(question: str) -> list[Term]:
    """List the terms of a question, without its question words.

    Args:
        question: Any text.

    Returns:
        Its terms, each once; of the whole text if it has nothing but question words.
    """
    found = terms_of(_ASKING.sub(" ", question)) or terms_of(question)
    return list(dict.fromkeys(found))


def idf(df: int, n_sentences: int) -> float:
    """Weigh a term by its rarity (Lucene's form, never negative).

    Args:
        df: Sentences that hold the term.
        n_sentences: Sentences in all.

    Returns:
        ln(1 + (n - df + 0.5) / (df + 0.5)).
    """
    return math.log(1.0 + (n_sentences - df + 0.5) / (df + 0.5))


@dataclass(frozen=True, slots=True)
class Postings:
    """For each term the rows of the sentences that hold it.

    Attributes:
        starts: int64, shape (n_terms + 1,): term t owns ``rows[starts[t]:starts[t + 1]]``.
        rows: int32, shape (n_postings,), rising within a term.
        counts: uint8, shape (n_postings,): times that the term occurs in the row, at most 255.
        lengths: int32, shape (n_rows, 2): words and character pairs in each row.
    """

    starts: NDArray[np.int64]
    rows: NDArray[np.int32]
    counts: NDArray[np.uint8]
    lengths: NDArray[np.int32]

    @classmethod
    def empty(cls) -> Postings:
        """Make postings of no term and no row.

        Returns:
            Empty postings.
        """
        none = np.zeros(0, np.int32)
        return cls(np.zeros(1, np.int64), none, np.zeros(0, np.uint8), np.zeros((0, 2), np.int32))

    @property
    def n_rows(self) -> int:
        """Sentences that the postings speak of."""
        return len(self.lengths)


class LexicalIndex:
    """Scores every sentence against a question by BM25 over words and character pairs."""

    def __init__(self, postings: Postings) -> None:
        """Make an index over postings.

        Args:
            postings: Arrays in memory or memory-mapped; they are not copied.
        """
        self._postings = postings
        lengths = np.asarray(postings.lengths, np.float32)
        mean = lengths.mean(axis=0) if len(lengths) else np.ones(2, np.float32)
        self._norms = np.ascontiguousarray((K1 * (1.0 - B + B * lengths / np.maximum(mean, 1e-9))).T)

    def score(self, question: Iterable[Term], ids: Mapping[Term, int]) -> NDArray[np.float32]:
        """Score every sentence.

        Args:
            question: Terms of the question; repeated ones count once.
            ids: Number of each term that the postings know; a term that is missing counts in the ideal only.

        Returns:
            float32, shape (n_rows,), in 0..1.
        """
        total = np.zeros(self._postings.n_rows, np.float32)
        wanted = list(dict.fromkeys(question))
        fields = [field for field in Field if any(term[0] is field for term in wanted)]
        for field in fields:
            terms = [term for term in wanted if term[0] is field]
            total += self._field(field, terms, ids) / np.float32(len(fields))
        return total

    def _field(self, field: Field, terms: Sequence[Term], ids: Mapping[Term, int]) -> NDArray[np.float32]:
        """Score every sentence on one field, divided by the ideal."""
        postings = self._postings
        score = np.zeros(postings.n_rows, np.float32)
        norm = self._norms[field]
        ideal = 0.0
        for term in terms:
            start, end = 0, 0
            if term in ids:
                start, end = int(postings.starts[ids[term]]), int(postings.starts[ids[term] + 1])
            weight = idf(end - start, postings.n_rows)
            ideal += weight
            rows, counts = postings.rows[start:end], postings.counts[start:end].astype(np.float32)
            score[rows] += np.float32(weight) * counts / (counts + norm[rows])
        return score / np.float32(ideal)


def extend(
    old: Postings, vocabulary: Sequence[Term], kept: NDArray[np.bool_], texts: Iterable[str]
) -> tuple[Postings, list[Term]]:
    """Make postings without some old rows and with new ones at the end; terms left with no row go.

    Args:
        old: Postings so far.
        vocabulary: Term of each number in ``old``.
        kept: bool, shape (n_old_rows,): which old rows stay; they keep their order.
        texts: New sentences, in order.

    Returns:
        The new postings and their vocabulary.
    """
    numbers = {term: number for number, term in enumerate(vocabulary)}
    fresh, lengths = _invert(texts, numbers, int(kept.sum()))
    owners = np.repeat(np.arange(len(vocabulary), dtype=np.int32), np.diff(old.starts))
    stay = kept[old.rows]
    moved = (np.cumsum(kept) - 1).astype(np.int32)
    owner = np.concatenate([owners[stay], fresh[0]])
    rows = np.concatenate([moved[old.rows[stay]], fresh[1]])
    counts = np.concatenate([old.counts[stay], fresh[2].astype(np.uint8)])
    order = np.argsort(owner, kind="stable")
    sizes = np.bincount(owner, minlength=len(numbers))
    used = [term for term, size in zip(numbers, sizes, strict=True) if size]
    starts = np.concatenate([np.zeros(1, np.int64), np.cumsum(sizes[sizes > 0], dtype=np.int64)])
    postings = Postings(starts, rows[order], counts[order], np.concatenate([old.lengths[kept], lengths]))
    return postings, used


def _invert(
    texts: Iterable[str], numbers: dict[Term, int], first_row: int
) -> tuple[tuple[NDArray[np.int32], ...], NDArray[np.int32]]:
    """List term, row and count of each new posting, and the sentences' lengths; new terms get numbers."""
    owners, rows, times, lengths = array("i"), array("i"), array("i"), array("i")
    for row, text in enumerate(texts, first_row):
        counts = Counter(terms_of(text))
        for term, count in counts.items():
            owners.append(numbers.setdefault(term, len(numbers)))
            rows.append(row)
            times.append(min(count, _MAX_COUNT))
        n_words = sum(count for (field, _), count in counts.items() if field is Field.WORD)
        lengths.extend((n_words, counts.total() - n_words))
    triple = tuple(np.array(values, np.int32) for values in (owners, rows, times))
    return triple, np.array(lengths, np.int32).reshape(-1, 2)
