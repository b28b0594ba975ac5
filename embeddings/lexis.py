"""Makes training pairs out of ``pairs/lexis``: everyday words on one side of a line, the law's words on the other.

A question and its answer share few words; a table of questions teaches those few that its author thought of. A line of a
lexicon teaches the words of a whole matter at once. A pair is a draw of words from the one side and a draw from the other, or,
less often, two draws of the whole line, so that the words of one side come near each other too. Lines may share words: the
words that many matters share then get little weight.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from embeddings.errors import EncoderError
from embeddings.topics import TABLES

LEXIS_TABLES = TABLES / "lexis"
# How often every line is gone through, each time drawn anew.
ROUNDS = 60
# Of the pairs, those that lead from everyday words to those of the law; the others are two draws of the whole line.
_ACROSS = 0.7
_FEW, _MORE = (1, 5), (3, 10)


class Matter(NamedTuple):
    """The words of one matter: how people say it, and how the law says it."""

    spoken: tuple[str, ...]
    written: tuple[str, ...]


class LexisPair(NamedTuple):
    """A draw of words, another draw, and the line within which pairs are no negatives."""

    a: str
    b: str
    group: str


def read_lexis(folder: Path = LEXIS_TABLES) -> list[Matter]:
    """Read every table of a folder, in the order of file names.

    Args:
        folder: Folder of ``*.txt`` tables: ``everyday words = words of the law`` a line, ``#`` before a comment.

    Returns:
        The matters.

    Raises:
        EncoderError: A line has no ``=``, or fewer than two words on a side.
    """
    matters = []
    for path in sorted(folder.glob("*.txt")):
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            spoken, _, written = line.partition(" = ")
            matter = Matter(tuple(spoken.split()), tuple(written.split()))
            if min(len(matter.spoken), len(matter.written)) < 2:
                raise EncoderError(
                    f"{path}:{number}: {line!r} is no line of a lexicon; write 'everyday words = words of the law'"
                )
            matters.append(matter)
    return matters


def lexis_pairs(matters: Sequence[Matter], rounds: int = ROUNDS, seed: int = 1) -> Iterator[LexisPair]:
    """Pair words of a matter with other words of it.

    Args:
        matters: The matters.
        rounds: How often each is drawn from.
        seed: Seed of the draws.

    Yields:
        A few words with more of the same line.
    """
    rng = np.random.default_rng(seed)
    for _ in range(rounds):
        for number, (spoken, written) in enumerate(matters):
            few, more = int(rng.integers(*_FEW)), int(rng.integers(*_MORE))
            if rng.random() < _ACROSS:
                a, b = _shuffled(spoken, rng)[:few], _shuffled(written, rng)[:more]
            else:
                both = _shuffled(spoken + written, rng)
                few = min(few, len(both) - 1)
                a, b = both[:few], both[few : few + more]
            yield LexisPair(" ".join(a), " ".join(b), f"lexis {number}")


def _shuffled(words: Sequence[str], rng: np.random.Generator) -> list[str]:
    """Bring words into a random order."""
    return [words[int(i)] for i in rng.permutation(len(words))]
