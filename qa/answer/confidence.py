"""Decides whether the best figure or sentence answers the question, or the report is silent.

Not by low coverage, which would refuse every everyday question, but by words that the library knows and this sentence
lacks: those are evidence of absence; a word that the library never uses is only another way of speaking. A logistic over
such features, fitted on the dev questions and on their own negatives (evidence removed, question asked again): the fit and
its figures stand in docs/design/007-refusal.md.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from qa.question.terms import Term
from qa.ranking import ScoredMention, ScoredSentence

# Probabilities under which a report is held to be silent; more lenient for a part of a comparison (design section 7.10).
SURE, SURE_PART, SURE_FACT = 0.40, 0.30, 0.30

# name -> coefficient; the features are those of ``features``.
COEFFICIENTS = {"bias": -1.0, "coverage": 5.0, "dense": 2.5, "missing": -4.0, "head": 1.5, "unit": 1.5}


def features(
    coverage: float, dense: float, uncovered: Sequence[Term], terms: Sequence[Term], unit: float
) -> dict[str, float]:
    """Collect what speaks for and against a candidate.

    Args:
        coverage: Share of the terms found, 0 to 1.
        dense: Cosine of question and candidate.
        uncovered: Terms not found.
        terms: All terms.
        unit: Fit of the measure word.

    Returns:
        Features by name: ``missing`` is the weight of words that the library knows and the candidate lacks, ``head``
        whether the weightiest term is found.
    """
    total = sum(t.weight for t in terms) or 1.0
    missing = sum(t.weight for t in uncovered if t.known and not t.everyday) / total
    heaviest = max(terms, key=lambda t: t.weight, default=None)
    head = 1.0 if heaviest is not None and heaviest not in uncovered else 0.0
    return {"bias": 1.0, "coverage": coverage, "dense": dense, "missing": missing, "head": head, "unit": unit}


def confidence(scored: ScoredMention | ScoredSentence, terms: Sequence[Term]) -> float:
    """Estimate how likely a candidate answers the question.

    Args:
        scored: The best figure or sentence.
        terms: Terms of the question.

    Returns:
        A probability, 0 to 1.
    """
    unit = scored.unit_fit if isinstance(scored, ScoredMention) else 0.0
    found = features(scored.coverage, scored.dense, scored.uncovered, terms, unit)
    z = sum(COEFFICIENTS[name] * value for name, value in found.items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))
