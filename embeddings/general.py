"""Makes training pairs of general knowledge out of ``pairs/general``: questions on passages, and words of one field.

Two kinds of table. Passages (``*.txt``, lines with ``=``) with questions on them (``?``): a question meets its passage, alone or
beside another one, a sentence meets the rest of its passage, and a few phrases meet the whole. Fields
(``fields.txt``): the words of one field of life on a line; two draws of one line are a pair. No report speaks of films
or rivers; these pairs keep the vectors of such words apart, so that a question finds the passage that names what it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from embeddings.errors import EncoderError
from embeddings.topics import TABLES

GENERAL_TABLES = TABLES / "general"
FIELDS_FILE = "fields.txt"
# How often every passage and every field is gone through, each time cut anew.
PASSAGE_ROUNDS, FIELD_ROUNDS = 12, 40
# Of the passages, those that stand beside another one, as a paragraph does on a long page.
_BESIDE = 0.4
_SENTENCE = re.compile(r"(?<=[。;])")
_PHRASE = re.compile(r"[,。;、()“”《》]")
_PHRASES = 3


class GeneralPair(NamedTuple):
    """A question-like text, a passage-like text, and the group within which pairs are no negatives."""

    a: str
    b: str
    group: str


class Passage(NamedTuple):
    """A passage and what is asked of it."""

    text: str
    questions: tuple[str, ...]


def read_passages(folder: Path) -> list[Passage]:
    """Read the passages of a folder, in the order of file names.

    Args:
        folder: Folder of ``*.txt`` tables; ``fields.txt`` is not one of them.

    Returns:
        The passages.

    Raises:
        EncoderError: A line has another mark, or a question stands before any passage.
    """
    passages: list[tuple[str, list[str]]] = []
    for path in sorted(folder.glob("*.txt")):
        if path.name == FIELDS_FILE:
            continue
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            mark, _, rest = line.strip().partition(" ")
            if mark == "=":
                passages.append((rest, []))
            elif mark == "?" and passages:
                passages[-1][1].extend(question.strip() for question in rest.split(" | "))
            elif mark and mark != "#":
                raise EncoderError(
                    f"{path}:{number}: {line!r} is no line of a table; write '= passage', then '? question' lines under it"
                )
    return [Passage(text, tuple(questions)) for text, questions in passages]


def read_fields(path: Path) -> list[list[str]]:
    """Read the fields.

    Args:
        path: A file with the words of one field on a line, parted by spaces.

    Returns:
        The words of each field.

    Raises:
        EncoderError: A field has fewer than four words, too few for two draws.
    """
    fields = [
        line.split() for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")
    ]
    for words in fields:
        if len(words) < 4:
            raise EncoderError(f"{path}: the field {' '.join(words)!r} has fewer than 4 words; add some")
    return fields


def passage_pairs(
    passages: Sequence[Passage], rounds: int = PASSAGE_ROUNDS, seed: int = 1
) -> Iterator[GeneralPair]:
    """Pair questions, sentences and phrases with passages.

    Args:
        passages: The passages.
        rounds: How often each is gone through.
        seed: Seed of the draws.

    Yields:
        Pairs; those of one passage make a group.
    """
    rng = np.random.default_rng(seed)
    for _ in range(rounds):
        for number, (text, questions) in enumerate(passages):
            group = f"passage {number}"
            for question in questions:
                yield GeneralPair(question, _beside(text, number, passages, rng), group)
            sentences = [s for s in _SENTENCE.split(text) if s]
            if len(sentences) > 1:
                taken = int(rng.integers(len(sentences)))
                rest = "".join(sentences[:taken] + sentences[taken + 1 :])
                yield GeneralPair(sentences[taken], rest, group)
            phrases = [p for p in _PHRASE.split(text) if len(p) > 2]
            drawn = rng.choice(len(phrases), min(_PHRASES, len(phrases)), replace=False)
            yield GeneralPair("、".join(phrases[int(i)] for i in drawn), text, group)


def field_pairs(
    fields: Sequence[Sequence[str]], rounds: int = FIELD_ROUNDS, seed: int = 1
) -> Iterator[GeneralPair]:
    """Pair words of a field with other words of it.

    Args:
        fields: The words of each field, at least four.
        rounds: How often each is drawn from.
        seed: Seed of the draws.

    Yields:
        One to three words with up to eight others; those of one field make a group.
    """
    rng = np.random.default_rng(seed)
    for _ in range(rounds):
        for number, words in enumerate(fields):
            order = [words[int(i)] for i in rng.permutation(len(words))]
            few, more = int(rng.integers(1, 4)), int(rng.integers(3, 9))
            yield GeneralPair(" ".join(order[:few]), " ".join(order[few : few + more]), f"field {number}")


def _beside(text: str, number: int, passages: Sequence[Passage], rng: np.random.Generator) -> str:
    """Put another passage before or behind a passage, sometimes."""
    if len(passages) < 2 or rng.random() >= _BESIDE:
        return text
    other = passages[(number + int(rng.integers(1, len(passages)))) % len(passages)].text
    return text + other if rng.random() < 0.5 else other + text
