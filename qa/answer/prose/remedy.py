"""How a shortcoming that a report names is to be mended (打算怎么解决执法力量不足): the item of its plans that answers to it.

A plan seldom repeats the words of the shortcoming as a question has them; it repeats those of the report's own sentence on it.
So the shortcoming is found first, and the plan by its words. Knows nothing of what else a plan holds.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from qa.answer.compose.draft import Draft
from qa.answer.guards.confidence import SURE_FACT, confidence
from qa.answer.prose.summary import answer_topic
from qa.ledger.clauses import split_clauses
from qa.matching import match
from qa.patterns import lazy_re
from qa.question.words.terms import Term
from qa.question.words.vocabulary import GENERIC
from qa.ranking import PreparedReport, ScoredSentence, with_margin
from qa.text import fold, words
from qa.types import SectionKind, Sentence

# How near an item of the plans must be to a shortcoming: the words that both hold, each counted by one over the number of items
# that hold it, and twice their likeness. On eight reports, the right items of 14 shortcomings reach 2.4 to 6.8, wrong ones 1.7.
_NEAR, _ALIKE = 2.1, 2.0
_HOLDS = 0.6
_POINT = lazy_re(r"^(?:[一二三四五六七八九十]+是|[(（][一二三四五六七八九十\d]+[)）])")


def answer_remedy(
    ranked: Sequence[ScoredSentence], terms: tuple[Term, ...], report: PreparedReport
) -> Draft | None:
    """Tell what a report plans to do about a shortcoming that it names.

    Args:
        ranked: Its sentences, the best first.
        terms: Terms of the question.
        report: The report.

    Returns:
        The draft: the item of the plans; None where the report names no such shortcoming, or no item answers to it.
    """
    sentences = report.report.sentences
    named = with_margin([s for s in ranked if sentences[s.index].section is SectionKind.PROBLEM])
    if not named or confidence(named[0], terms) < SURE_FACT:
        return None
    items: dict[tuple[tuple[str, ...], str], list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        if sentence.section is SectionKind.PLAN:
            items[sentence.heading, sentence.lead or sentence.text].append(sentence)
    held = [{w for s in item for w in words(report.folded[s.index])} for item in items.values()]
    common = Counter(w for own in held for w in own)
    lacks = {w for w in words(_shortcoming(named[0], terms)) if len(w) > 1} - GENERIC
    alike = [
        max(float(report.vectors[s.index] @ report.vectors[named[0].index]) for s in item)
        for item in items.values()
    ]
    near = [
        sum(1 / common[w] for w in lacks & own) + _ALIKE * by for own, by in zip(held, alike, strict=True)
    ]
    if max(near, default=0.0) < _NEAR:
        return None
    best = {s.index for s in list(items.values())[near.index(max(near))]}
    return answer_topic([replace(s, score=1.0, coverage=1.0) for s in ranked if s.index in best], terms)


def _shortcoming(scored: ScoredSentence, terms: Sequence[Term]) -> str:
    """Give the words on a shortcoming: a whole point, or those clauses of a sentence of several that hold what is asked."""
    text = scored.report.folded[scored.index]
    if _POINT.match(fold(scored.report.report.sentences[scored.index].text)):
        return text
    clauses = [text[a:b] for a, b in split_clauses(text)]
    return "|".join(c for c in clauses if any(match(t, c) >= _HOLDS for t in terms)) or text
