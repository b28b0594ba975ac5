"""Decides whether the best figure or sentence answers the question, or the report is silent.

Not by low coverage, which would refuse every everyday question, but by words that the library knows and this sentence
lacks: those are evidence of absence; a word that the library never uses is only another way of speaking. Two logistics
over such features, fitted by ``python -m eval.fit`` on the dev questions and on their own negatives (the evidence removed,
the question asked again): the figures stand in docs/design/007-refusal.md.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from qa.ledger.mention import INHERITED
from qa.matching import best_zone
from qa.question.words.terms import Term
from qa.ranking import ScoredMention, ScoredSentence

# Probabilities under which a report is held to be silent; more lenient for a part of a comparison (design section 7.10).
SURE, SURE_PART, SURE_FACT = 0.12, 0.20, 0.08

_NEVER = -0.5  # percent, money and counts never stand for each other

# Official terms of the domain that a candidate lacks weigh against it by this much more (docs/design/007-refusal.md).
_ABSENT = 2.0
# 败诉8件 does not tell 收案: another stage than the one asked for counts another thing.
_OTHER_STAGE = 1.0

# A figure whose own words hold all that is asked, in official words, with the unit asked for, answers though its sentence
# speaks of many other things: 7家公证机构办理公证24310件 among figures of legal aid.
_WHOLE, _FITS, _PLAIN = 0.95, 0.1, 1.5

# A figure that bears the name of the part asked for (某县71件), or the stage asked for (年末未结14件), in a sentence on it.
_NAMED_PART, _SAME_STAGE, _ON_TOPIC, _OF_PART = 1.5, 0.7, 0.55, 0.85

# A candidate that holds no word of the question must resemble it, else it is doubted, however alone it stands: a slope, for a
# bound on a cosine fits one encoder only (won 2 and lost none of 2,995, docs/design/001-encoder.md, the eighth round).
_TOUCHES, _RESEMBLES, _STRANGE = 0.1, 0.3, 20.0

# name -> coefficient; the features are those of ``features``.
MENTION = {
    "bias": -4.84,
    "of_known": 0.45,
    "topical": 1.20,
    "margin": 0.39,
    "clear": 1.43,
    "outstanding": 4.19,
    "missing": -2.40,
    "everyday": -0.88,
    "spoken": 1.09,
    "backward": 1.62,
    "unit": 2.51,
}
SENTENCE = {
    "bias": -4.51,
    "coverage": 1.46,
    "of_known": 0.31,
    "dense": 0.18,
    "topical": 0.15,
    "margin": 2.06,
    "clear": 2.37,
    "outstanding": 2.11,
    "missing": -1.32,
    "spoken": 0.63,
    "head": 0.82,
}


def features(scored: ScoredMention | ScoredSentence, terms: Sequence[Term]) -> dict[str, float]:
    """Collect what speaks for and against a candidate.

    Args:
        scored: The best figure or sentence.
        terms: Terms of the question.

    Returns:
        Features by name: ``missing`` is the share of words that the library knows and the candidate lacks, ``everyday``
        that of everyday phrases whose official words it lacks, ``head`` whether the weightiest term is found, ``clear`` how
        far it stands above other sentences, ``outstanding`` how far its sentence resembles the question more than others do.
    """
    total = sum(t.weight for t in terms) or 1.0
    lacking = [t for t in scored.uncovered if t.known]
    known = sum(t.weight for t in terms if t.known)
    heaviest = max(terms, key=lambda t: t.weight, default=None)
    found = {
        "bias": 1.0,
        "coverage": scored.coverage,
        "of_known": scored.coverage * total / known if known else 0.5,
        "dense": scored.dense,
        "topical": scored.topical,
        "margin": min(scored.margin, _FARTHEST),
        "clear": min(scored.clear, _FARTHEST),
        "outstanding": scored.outstanding / 5,
        "missing": sum(t.weight for t in lacking if not t.everyday) / total,
        "everyday": sum(t.weight for t in lacking if t.everyday) / total,
        "spoken": sum(t.weight for t in terms if t.everyday) / total,
        "head": 1.0 if heaviest is not None and heaviest not in scored.uncovered else 0.0,
    }
    if isinstance(scored, ScoredMention):
        found |= {"own": scored.own, "backward": scored.backward, "unit": scored.unit_fit}
    return found


_FARTHEST = 0.5  # margins count up to here


def may_reach(scored: ScoredMention, terms: Sequence[Term], least: float) -> bool:
    """Tell whether a figure could answer with a probability if it stood alone: what guards leave beside it is not known yet.

    Args:
        scored: A figure of a ranking.
        terms: Terms of the question.
        least: The probability.

    Returns:
        False where it cannot, however far it may stand above the others; guards change nothing else that counts.
    """
    if any(
        t.required for t in terms
    ):  # a guard may take another figure of the sentence, which bears their names
        return True
    return confidence(replace(scored, margin=_FARTHEST, clear=_FARTHEST), terms) >= least


def confidence(scored: ScoredMention | ScoredSentence, terms: Sequence[Term]) -> float:
    """Estimate how likely a candidate answers the question.

    Args:
        scored: The best figure or sentence.
        terms: Terms of the question.

    Returns:
        A probability, 0 to 1.
    """
    if isinstance(scored, ScoredMention) and scored.unit_fit <= _NEVER:
        return 0.0
    weights = MENTION if isinstance(scored, ScoredMention) else SENTENCE
    z = sum(weights.get(name, 0.0) * value for name, value in features(scored, terms).items())
    absent = sum(t.weight for t in scored.uncovered if t.concept and not t.everyday)
    doubt = _ABSENT * absent / (sum(t.weight for t in terms) or 1.0)
    if scored.coverage < _TOUCHES:
        doubt += _STRANGE * max(_RESEMBLES - scored.dense, 0.0)
    plainly = isinstance(scored, ScoredMention) and scored.own >= _WHOLE and scored.unit_fit >= _FITS
    if plainly and not any(t.everyday for t in terms) and not doubt:
        z += _PLAIN
    if isinstance(scored, ScoredMention) and scored.coverage >= _ON_TOPIC and scored.unit_fit >= _FITS:
        named = any(t.required and best_zone(t, scored.mention, INHERITED) >= _OF_PART for t in terms)
        z += _NAMED_PART * named + _SAME_STAGE * (scored.stage > 0)
    doubt += _OTHER_STAGE * (isinstance(scored, ScoredMention) and scored.stage < 0)
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, z - doubt))))
