"""Ablation of the ranking of figures: one knob changed at a time, top-1 accuracy on the dev questions.

Prints the table of docs/design/006-ranking.md. Refusal, comparison and wording play no part: a question counts as right
when the first figure of its report's ranking has the value of the gold answer.

Usage: ``python -m eval.ablate`` (dev halves only; nothing is written).
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from types import ModuleType

import numpy as np

import qa.fitness as fitness
import qa.ledger.observe as observe
import qa.matching as matching
import qa.question.words.terms as terms
import qa.ranking as ranking
import qa.unit_fitness as unit_fitness
from embeddings.encoder import load
from eval.dataset import load_questions
from eval.fit import ROOT, SPLITS
from eval.gold import NumberGold
from qa.answer.scope.guarded import Guarded
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.units import scale_of

# module, name, the values tried beside the one in use
KNOBS: tuple[tuple[ModuleType, str, tuple[float, ...]], ...] = (
    (ranking, "DENSE", (0.0, 0.25, 0.9)),
    (ranking, "TOPICAL", (0.0, 0.15, 0.5)),
    (ranking, "FADE", (0.5, 2.0)),
    (ranking, "SPOKEN", (0.0, 0.3, 0.9)),
    (ranking, "OPENING", (0.0, 0.08)),
    (unit_fitness, "ALIKE", (0.0,)),
    (unit_fitness, "MEASURE_DIFFERS", (0.0, 0.25)),
    (fitness, "STANDING_DIFFERS", (0.0,)),
    (fitness, "LEVEL_PENALTY", (0.0,)),
    (fitness, "BOUND_PENALTY", (0.0,)),
    (unit_fitness, "TIME_PENALTY", (0.0,)),
    (unit_fitness, "MONEY_HINT", (0.0,)),
    (fitness, "STAGE_DIFFERS", (0.0, 0.25)),
    (ranking, "BACKWARD", (0.0, 0.06, 0.25)),
    (matching, "PARTIAL", (0.0, 0.5, 1.0)),
    (matching, "HEAD", (0.0, 0.9)),
    (matching, "HEADLESS", (0.0, 1.0)),
    (matching, "BY_UNIT", (0.0, 1.0)),
    (fitness, "CHANGE_PENALTY", (0.0, 0.2)),
    (fitness, "PLAN_PENALTY", (0.0, 0.2)),
    (fitness, "PAST_PENALTY", (0.0, 0.2)),
    (ranking, "PART_PENALTY", (0.0, 0.25)),
    (ranking, "FOREIGN_PENALTY", (0.0, 0.2)),
    (ranking, "EXCLUDED_PENALTY", (0.0, 0.4)),
    (fitness, "QUOTED_PENALTY", (0.0, 0.25)),
    (fitness, "WEAK_PENALTY", (0.0, 0.25)),
    (observe, "LEAD", (0.45, 0.9)),
    (observe, "OTHER", (0.0, 0.8)),
    (observe, "TOPIC", (0.0, 0.8)),
    (observe, "HEADING", (0.0, 0.8)),
    (observe, "INHERITED", (0.45, 1.0)),
    (terms, "_FOCUS", (1.0, 2.2)),
    (terms, "_EQUIVALENT", (0.3, 1.0)),
    (terms, "_UNKNOWN", (0.5, 4.0)),
    (terms, "_SHORT_WEIGHT", (0.0, 1.0)),
)


@dataclass(frozen=True, slots=True)
class Case:
    """A dev question with one report in scope and a figure as its gold answer."""

    assistant: Assistant
    turns: tuple[str, ...]
    amount: Decimal
    colloquial: bool
    guarded: Guarded


def cases(homes: list[Path]) -> Iterator[Case]:
    """Load the dev questions that ask for one figure of one report.

    Args:
        homes: An empty folder for each library.

    Yields:
        The cases.
    """
    encoder = load(None)
    for (split, folder), home in zip(SPLITS, homes, strict=True):
        add(sorted(folder.glob("*.txt")), home, encoder)
        assistant = Assistant(Library.open(home), encoder)
        for question in load_questions(ROOT / f"eval/questions/{split}.jsonl"):
            gold = question.gold
            if not isinstance(gold, NumberGold):
                continue
            guarded = assistant.understand(question.turns)
            if guarded.refusal is None and len(guarded.metas) == 1 and guarded.reading.terms:
                amount = Decimal(str(gold.value)) * scale_of(gold.unit or "")
                yield Case(assistant, question.turns, amount, question.type == "colloquial", guarded)


def accuracy(data: list[Case]) -> tuple[int, int, int, int]:
    """Count the questions whose first figure is right.

    Args:
        data: The cases.

    Returns:
        Right and all of the official questions, right and all of the colloquial ones.
    """
    right = {True: 0, False: 0}
    for case in data:
        guarded = case.assistant.understand(case.turns)
        assistant = case.assistant
        prepared = assistant.prepared(guarded.metas[0].id)
        fresh = ranking.PreparedReport.make(prepared.report, prepared.vectors)
        query = assistant.query(guarded.reading)
        ranked = ranking.rank_mentions(query, fresh, assistant.encoder)
        right[case.colloquial] += bool(ranked) and ranked[0].mention.quantity.amount == case.amount
    colloquial = sum(c.colloquial for c in data)
    return right[False], len(data) - colloquial, right[True], colloquial


@contextmanager
def knob(module: ModuleType, name: str, value: float) -> Iterator[None]:
    """Set a constant for a while."""
    old = getattr(module, name)
    setattr(module, name, value)
    try:
        yield
    finally:
        setattr(module, name, old)


def main() -> int:
    """Print the table.

    Returns:
        The exit code.
    """
    with tempfile.TemporaryDirectory() as home:
        homes = [Path(home) / split for split, _ in SPLITS]
        data = list(cases(homes))
        sys.stdout.write("| knob | value | official | colloquial |\n|---|---|---|---|\n")
        _row("as shipped", "", accuracy(data))
        for module, name, values in KNOBS:
            for value in values:
                with knob(module, name, value):
                    _row(f"`{name}`", f"{value:g}", accuracy(data))
    return 0


def _row(name: str, value: str, counts: tuple[int, int, int, int]) -> None:
    """Print one row."""
    shown = [f"{100 * a / max(1, n):.1f} % ({a}/{n})" for a, n in np.reshape(counts, (2, 2)).tolist()]
    sys.stdout.write(f"| {name} | {value} | {shown[0]} | {shown[1]} |\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
