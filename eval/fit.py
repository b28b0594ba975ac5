"""Fits the logistics that decide whether a report is silent (``qa.answer.guards.confidence``), on dev questions only.

Positives: the best candidate of an answerable question holds its evidence. Negatives: the best candidate once every
sentence of the evidence is taken away, and the best candidate of questions that must be refused as not mentioned. Prints the
coefficients with their cross-validated accuracy; nothing is written, a person copies them.

Usage: ``python -m eval.fit`` (the dev halves of the seeds and of the unseen reports).
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np

from embeddings.encoder import load
from eval.dataset import Question, load_questions
from eval.gold import NumberGold, RefusalGold
from qa.answer.guards.confidence import features
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.question.single.intent import Task
from qa.ranking import ScoredMention, ScoredSentence, rank_mentions, rank_sentences, with_margin
from qa.units import scale_of

ROOT = Path(__file__).resolve().parent.parent
SPLITS = (
    ("dev", ROOT / "seeds"),
    ("dev_b", ROOT / "seeds"),
    ("dev_c", ROOT / "seeds"),
    ("unseen_dev", ROOT / "tests/data/unseen/dev"),
    ("unseen_dev2", ROOT / "tests/data/unseen/dev2"),
    ("unseen_dev3", ROOT / "tests/data/unseen/dev3"),
    ("unseen_dev4", ROOT / "tests/data/unseen/dev4"),
    ("unseen_dev5", ROOT / "tests/data/unseen/dev5"),
    ("unseen_dev6", ROOT / "tests/data/unseen/dev6"),
)
# What speaks against a candidate, and what may do either.
_AGAINST, _EITHER = frozenset({"missing", "everyday"}), frozenset({"spoken"})


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate with its label.

    Attributes:
        mention: Whether the candidate is a figure (else a sentence).
        features: As ``qa.answer.guards.confidence.features`` gives them.
        label: Whether it answers.
        question: Id of the question, for the folds.
    """

    mention: bool
    features: dict[str, float]
    label: bool
    question: str


def examples(assistant: Assistant, questions: Sequence[Question]) -> Iterator[Example]:
    """Make the examples of one library.

    Args:
        assistant: Assistant over the library.
        questions: Its dev questions.

    Yields:
        For each question with one report in scope: its best candidate, and the best one without the evidence.
    """
    for question in questions:
        guarded = assistant.understand(question.turns)
        gold = question.gold
        refusal = isinstance(gold, RefusalGold)
        if guarded.refusal or len(guarded.metas) != 1 or not guarded.reading.terms:
            continue
        if isinstance(gold, RefusalGold) and gold.reason != "not_mentioned":
            continue
        report = assistant.prepared(guarded.metas[0].id)
        query = assistant.query(guarded.reading)
        numeric = query.intent.task is Task.NUMBER
        ranked: list[Any] = (
            rank_mentions(query, report, assistant.encoder)
            if numeric
            else rank_sentences(query, report, assistant.encoder)
        )
        quotes = [e.quote for e in question.evidence]
        if ranked:
            label = not refusal and _holds(ranked[0], quotes) and _is_figure(ranked[0], gold)
            yield Example(numeric, features(ranked[0], query.terms), label, question.id)
        if quotes:
            rest = with_margin([r for r in ranked if not _holds(r, quotes)])
            if rest:
                yield Example(numeric, features(rest[0], query.terms), False, question.id)


def _holds(scored: ScoredMention | ScoredSentence, quotes: list[str]) -> bool:
    """Tell whether the sentence of a candidate holds a piece of the evidence, or lies in one."""
    index = scored.mention.sentence if isinstance(scored, ScoredMention) else scored.index
    text = scored.report.report.sentences[index].text
    return any(quote in text or text in quote for quote in quotes)


def _is_figure(scored: ScoredMention | ScoredSentence, gold: object) -> bool:
    """Tell whether a figure is the one of the gold answer, where that is a figure."""
    if not (isinstance(scored, ScoredMention) and isinstance(gold, NumberGold)):
        return True
    return scored.mention.quantity.amount == Decimal(str(gold.value)) * scale_of(gold.unit or "")


def fit(data: list[Example]) -> tuple[dict[str, float], float]:
    """Fit one logistic; a feature that would count the wrong way round, because another says the same, is left out.

    Args:
        data: Examples of one kind.

    Returns:
        Coefficients by feature, and the accuracy over five folds grouped by question.
    """
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import GroupKFold, cross_val_score

    names = [n for n in data[0].features if n != "bias"]
    y = np.array([e.label for e in data])
    model = LogisticRegression(C=1.0, max_iter=2000)
    while True:
        x = np.array([[e.features[n] for n in names] for e in data])
        model.fit(x, y)
        against = {n: -w if n in _AGAINST else w for n, w in zip(names, model.coef_[0], strict=True)}
        worst = min(against, key=lambda n: against[n] if n not in _EITHER else 0.0)
        if worst in _EITHER or against[worst] >= 0:
            break
        names.remove(worst)
    score = float(cross_val_score(model, x, y, groups=[e.question for e in data], cv=GroupKFold(5)).mean())
    return {
        "bias": float(model.intercept_[0]),
        **dict(zip(names, map(float, model.coef_[0]), strict=True)),
    }, score


def main() -> int:
    """Fit both logistics and print them.

    Returns:
        The exit code.
    """
    data: list[Example] = []
    encoder = load(None)
    for split, folder in SPLITS:
        with tempfile.TemporaryDirectory() as home:
            add(sorted(folder.glob("*.txt")), Path(home), encoder)
            assistant = Assistant(Library.open(Path(home)), encoder)
            data += examples(assistant, load_questions(ROOT / f"eval/questions/{split}.jsonl"))
    for name, kind in (("MENTION", True), ("SENTENCE", False)):
        chosen = [e for e in data if e.mention is kind]
        weights, score = fit(chosen)
        shown = ", ".join(f'"{k}": {v:.2f}' for k, v in weights.items())
        held = f"{sum(e.label for e in chosen)} of {len(chosen)} positive"
        sys.stdout.write(f"{name} = {{{shown}}}  # {held}; 5-fold accuracy {score:.3f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
