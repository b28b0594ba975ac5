"""What words and vectors each bring to the answers: ``python -m eval.halves``.

Puts the questions of the development splits three times: to the assistant as it is, to one whose encoder gives every text the
zero vector (words only), and to one for which no word of a question is found anywhere (vectors only). Rules of units,
stages, plans and scope stay. The gates that refuse were fitted with both halves, so that a half alone refuses more often
than one made for itself would; the top-1 accuracy of the figures beside it knows no refusal.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from pathlib import Path
from unittest import mock

import numpy as np
from numpy.typing import NDArray

import qa.ranking as ranking
from embeddings.encoder import Encoder
from eval.ablate import accuracy, cases
from eval.dataset import load_questions
from eval.fit import ROOT, SPLITS
from eval.intervals import wilson
from eval.run import FawenSystem, build_library, run_questions
from qa.matching import Hits, Texts


class BlindEncoder:
    """An encoder that knows nothing: every text is the zero vector."""

    name = "blind-0"
    dim = 256
    topics: NDArray[np.float32] | None = None

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        """Encode texts.

        Args:
            texts: Any texts.
            query: Not used.

        Returns:
            float32, shape (n_texts, dim), all zero.
        """
        del query  # nothing is told apart
        return np.zeros((len(texts), self.dim), np.float32)


@contextmanager
def words_only() -> Iterator[None]:
    """Put the blind encoder in the place of every encoder."""

    def blind(name: str | None = None) -> Encoder:
        del name  # none is loaded
        return BlindEncoder()

    with ExitStack() as stack:
        for place in ("embeddings.encoder.load", "qa.assistant.load", "eval.ablate.load"):
            stack.enter_context(mock.patch(place, blind))
        yield


@contextmanager
def vectors_only() -> Iterator[None]:
    """Let no word of a question be found in a report."""
    with ExitStack() as stack:
        stack.enter_context(mock.patch.object(Texts, "fits", lambda *_: {}))
        stack.enter_context(mock.patch.object(ranking, "overlap", lambda *_: 0.0))
        stack.enter_context(mock.patch.object(ranking, "hits_of", lambda *_: Hits(0.0, 0.0)))
        yield


MODES: tuple[tuple[str, Callable[[], AbstractContextManager[None]]], ...] = (
    ("words and vectors", nullcontext),
    ("words only", words_only),
    ("vectors only", vectors_only),
)


def right_answers() -> dict[bool, tuple[int, int]]:
    """Ask every question of the splits.

    Returns:
        For colloquial questions (True) and all others: right ones, and all.
    """
    counts = {True: [0, 0], False: [0, 0]}
    for split, folder in SPLITS:
        with tempfile.TemporaryDirectory() as home:
            build_library(folder, Path(home))
            questions = load_questions(ROOT / f"eval/questions/{split}.jsonl")
            for item in run_questions(split, split, questions, FawenSystem(Path(home))).items:
                count = counts[item.question.type == "colloquial"]
                count[0] += bool(item.score.correct)
                count[1] += 1
    return {kind: (right, n) for kind, (right, n) in counts.items()}


def main() -> int:
    """Print the table.

    Returns:
        0 when every mode was measured.
    """
    sys.stdout.write(
        "| mode | colloquial answers | other answers | figures, official | figures, colloquial |\n"
    )
    sys.stdout.write("|---|---|---|---|---|\n")
    for name, mode in MODES:
        with mode():
            answers = right_answers()
            with tempfile.TemporaryDirectory() as home:
                found = accuracy(list(cases([Path(home) / split for split, _ in SPLITS])))
        cells = [answers[True], answers[False], found[:2], found[2:]]
        sys.stdout.write(f"| {name} | {' | '.join(_cell(*cell) for cell in cells)} |\n")
        sys.stdout.flush()
    return 0


def _cell(right: int, n: int) -> str:
    """Write a share with its interval."""
    low, high = wilson(right, n)
    return f"{100 * right / max(1, n):.1f} % ({right}/{n}; {100 * low:.1f} to {100 * high:.1f})"


if __name__ == "__main__":
    sys.exit(main())
