"""Decides whether the best figure or sentence answers the question, or the report is silent.

Not by low coverage, which would refuse every everyday question, but by words that the library knows and this sentence
lacks: those are evidence of absence; a word that the library never uses is only another way of speaking. Two logistics
over such features, fitted by ``python -m eval.fit`` on the dev questions and on their own negatives (the evidence removed,
the question asked again): the figures stand in docs/design/007-refusal.md.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from qa.question.terms import Term
from qa.ranking import ScoredMention, ScoredSentence

# Probabilities under which a report is held to be silent; more lenient for a part of a comparison (design section 7.10).
SURE, SURE_PART, SURE_FACT = 0.30, 0.25, 0.20

# name -> coefficient; the features are those of ``features``.
MENTION = {"bias": -4.67, "coverage": 2.03, "dense": 4.63, "missing": -1.74, "everyday": 0.78, "head": 0.70, "backward": 1.74, "unit": 1.23}
SENTENCE = {"bias": -4.48, "coverage": 3.51, "dense": 3.11, "missing": -1.62, "everyday": -0.42, "head": 0.39}


def features(scored: ScoredMention | ScoredSentence, terms: Sequence[Term]) -> dict[str, float]:
    """Collect what speaks for and against a candidate.

    Args:
        scored: The best figure or sentence.
        terms: Terms of the question.

    Returns:
        Features by name: ``missing`` is the share of words that the library knows and the candidate lacks, ``everyday``
        that of everyday phrases whose official words it lacks, ``head`` whether the weightiest term is found.
    """
    total = sum(t.weight for t in terms) or 1.0
    lacking = [t for t in scored.uncovered if t.known]
    heaviest = max(terms, key=lambda t: t.weight, default=None)
    found = {
        "bias": 1.0,
        "coverage": scored.coverage,
        "dense": scored.dense,
        "missing": sum(t.weight for t in lacking if not t.everyday) / total,
        "everyday": sum(t.weight for t in lacking if t.everyday) / total,
        "head": 1.0 if heaviest is not None and heaviest not in scored.uncovered else 0.0,
    }
    if isinstance(scored, ScoredMention):
        found |= {"backward": scored.backward, "unit": scored.unit_fit}
    return found


def confidence(scored: ScoredMention | ScoredSentence, terms: Sequence[Term]) -> float:
    """Estimate how likely a candidate answers the question.

    Args:
        scored: The best figure or sentence.
        terms: Terms of the question.

    Returns:
        A probability, 0 to 1.
    """
    weights = MENTION if isinstance(scored, ScoredMention) else SENTENCE
    z = sum(weights[name] * value for name, value in features(scored, terms).items())
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, z))))
