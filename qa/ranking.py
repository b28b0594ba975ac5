"""Ranks the figures and the sentences of reports against the terms of a question.

Every figure in scope competes, by the words that own it (``qa.ledger.observe``), its measure word, and a dense similarity
that counts more the less the words are found. Weights: ``docs/design/006-ranking.md``. Knows nothing of places or years.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from embeddings.encoder import Encoder
from qa.ledger.observe import CORE, INHERITED, LEAD, Mention, observe
from qa.question.intent import Intent
from qa.question.terms import COUNTED, Term
from qa.text import fold
from qa.types import Report, SectionKind

# Measured on the dev questions; the table stands in docs/design/006-ranking.md.
PARTIAL = 0.8
HEAD, HEADLESS = 0.6, 0.7
BACKWARD = 0.12
DENSE, FADE = 0.45, 1.0
PLAN_PENALTY = 0.35
CHANGE_PENALTY = 0.40
QUOTED_PENALTY = 0.12
WEAK_PENALTY = 0.12
PART_PENALTY = 0.12
PAST_PENALTY = 0.4
PROBLEM_PENALTY = 0.05
FOREIGN_PENALTY = 0.1
_NAMING = 2
DENIED = 0.4
REQUIRED = 0.5  # a required word must stand nearer than in another figure's clause
EXCLUDED_PENALTY = 0.2
BY_UNIT = 0.8
_BARE = 5  # own words shorter than this lean on the inherited ones
HARD = frozenset({"percent", "money", "ratio"})


@dataclass(frozen=True, slots=True)
class Query:
    """A question made ready for ranking.

    Attributes:
        terms: What must be found.
        intent: What is wanted.
        text: The content words, for the backward fit.
        vector: float32, shape (dim,), L2-normalised, of the content with official words for everyday ones.
    """

    terms: tuple[Term, ...]
    intent: Intent
    text: str
    vector: NDArray[np.float32]


@dataclass(slots=True)
class PreparedReport:
    """A report with what ranking needs of it, made once and kept."""

    report: Report
    vectors: NDArray[np.float32]
    mentions: tuple[Mention, ...] = ()
    folded: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    _mention_vectors: NDArray[np.float32] | None = field(default=None, repr=False)

    @classmethod
    def make(cls, report: Report, vectors: NDArray[np.float32]) -> PreparedReport:
        """Prepare a report.

        Args:
            report: A report.
            vectors: float32, shape (n_sentences, dim), L2-normalised, in sentence order.

        Returns:
            The prepared report.
        """
        mentions = observe(report)
        return cls(
            report=report,
            vectors=vectors,
            mentions=mentions,
            folded=tuple(fold(s.text).replace("\n", "") for s in report.sentences),
            own=tuple(_own_words(m) for m in mentions),
        )

    def mention_vectors(self, encoder: Encoder) -> NDArray[np.float32]:
        """Give the vector of the words around each figure, shape (n_mentions, dim)."""
        if self._mention_vectors is None:
            self._mention_vectors = encoder.encode([_around(m, self.report) for m in self.mentions])
        return self._mention_vectors


@dataclass(frozen=True, slots=True)
class ScoredMention:
    """A figure and how well it answers.

    Attributes:
        report: The report that it stands in.
        mention: The figure.
        score: The whole score.
        coverage: Share of the question's terms that own it, 0 to 1.
        own: The same by its own and inherited words only.
        dense: Cosine of the question and the words around it.
        backward: Share of its own words that the question holds, 0 to 1.
        uncovered: Terms that were not found near it.
        unit_fit: Bonus or penalty for its measure word.
        margin: Score above the best other figure; below 0 for all but the first.
    """

    report: PreparedReport
    mention: Mention
    score: float
    coverage: float
    own: float
    dense: float
    backward: float
    uncovered: tuple[Term, ...]
    unit_fit: float
    margin: float = 0.0


@dataclass(frozen=True, slots=True)
class ScoredSentence:
    """A sentence and how well it answers; the fields are those of ``ScoredMention``."""

    report: PreparedReport
    index: int
    score: float
    coverage: float
    dense: float
    uncovered: tuple[Term, ...]
    margin: float = 0.0


def rank_mentions(query: Query, report: PreparedReport, encoder: Encoder) -> list[ScoredMention]:
    """Rank the figures of a report.

    Args:
        query: The question.
        report: A prepared report.
        encoder: Encoder of the library.

    Returns:
        All its figures, the best first.
    """
    if not report.mentions:
        return []
    near = report.mention_vectors(encoder) @ query.vector
    whole = report.vectors @ query.vector
    total = sum(t.weight for t in query.terms) or 1.0
    found = []
    for position, mention in enumerate(report.mentions):
        hits = [_best_zone(term, mention) for term in query.terms]
        own_hits = [_best_zone(term, mention, INHERITED) for term in query.terms]
        if any(t.required and h < REQUIRED for t, h in zip(query.terms, hits, strict=True)):
            continue
        coverage = sum(t.weight * h for t, h in zip(query.terms, hits, strict=True)) / total
        own = sum(t.weight * h for t, h in zip(query.terms, own_hits, strict=True)) / total
        dense = max(float(near[position]), 0.8 * float(whole[mention.sentence]), 0.0)
        backward = _overlap(report.own[position], query.text)
        fit = unit_fit(query.intent, mention)
        score = coverage + BACKWARD * backward + DENSE * (1 - coverage) ** FADE * dense + fit
        score -= _penalty(query.intent, mention, report.report.sentences[mention.sentence].section)
        score -= PART_PENALTY * (mention.part and not _names_part(mention, query.text))
        score -= FOREIGN_PENALTY * _is_foreign(mention, query.text)
        score -= EXCLUDED_PENALTY * _is_twin(query.terms, report.own[position] + "|" + _inherited(mention))
        uncovered = tuple(t for t, h in zip(query.terms, hits, strict=True) if h < 0.3)
        found.append(ScoredMention(report, mention, score, coverage, own, dense, backward, uncovered, fit))
    return with_margin(sorted(found, key=lambda s: -s.score))


def rank_sentences(query: Query, report: PreparedReport) -> list[ScoredSentence]:
    """Rank the sentences of a report.

    Args:
        query: The question.
        report: A prepared report.

    Returns:
        All its sentences, the best first.
    """
    dense = report.vectors @ query.vector if len(report.report.sentences) else np.zeros(0, np.float32)
    total = sum(t.weight for t in query.terms) or 1.0
    found = []
    for sentence, text in zip(report.report.sentences, report.folded, strict=True):
        context = fold(sentence.lead + "|" + "|".join(sentence.heading[-2:]))
        hits = [max(_match(t, text), 0.55 * _match(t, context)) for t in query.terms]
        if any(t.required and h < REQUIRED for t, h in zip(query.terms, hits, strict=True)):
            continue
        coverage = sum(t.weight * h for t, h in zip(query.terms, hits, strict=True)) / total
        cosine = max(float(dense[sentence.index]), 0.0)
        score = coverage + DENSE * (1 - coverage) ** FADE * cosine
        if sentence.section is SectionKind.PLAN and not query.intent.plan:
            score -= PLAN_PENALTY / 2
        elif query.intent.plan and sentence.section is SectionKind.PLAN:
            score += 0.2
        uncovered = tuple(t for t, h in zip(query.terms, hits, strict=True) if h < 0.3)
        found.append(ScoredSentence(report, sentence.index, score, coverage, cosine, uncovered))
    return with_margin(sorted(found, key=lambda s: -s.score))


def unit_fit(intent: Intent, mention: Mention) -> float:
    """Score how well the measure word of a figure fits the one asked for.

    Percent, money and ratios never stand for counts, nor counts for them; 人次 is not 人; other counts fit softly.

    Args:
        intent: What is wanted.
        mention: A figure.

    Returns:
        A bonus up to 0.15 or a penalty down to -0.8.
    """
    quantity = mention.quantity
    have, want = quantity.unit_class or ("" if quantity.unit else "ratio"), intent.unit_class
    bare = quantity.unit.lstrip("百千万亿")
    if not want:
        if have in HARD and not (mention.change and intent.change):
            return -0.15
        return 0.0
    if want == "ratio" or have == "ratio":
        return 0.15 if want == have else -0.8
    if want == "percent" and quantity.unit in {"个百分点", "百分点"}:
        return 0.0 if intent.change else -0.3
    if (want in HARD or have in HARD) and want != have:
        return -0.8
    if want == have and (want in HARD or want in {"people", "person_times"}):
        return 0.15
    if "people" in (want, have) or "person_times" in (want, have):
        if {want, have} == {"people", "person_times"}:
            return -0.15
        loose = intent.unit in {"个", "名", "位"} or bare == "个"
        return -0.1 if loose else -0.4
    if bare == intent.unit:
        return 0.12
    if intent.unit in {"个", "次", "回", "起"} or bare in {"件次"}:
        return 0.0
    return 0.05 if want == have else -0.12


_Scored = TypeVar("_Scored", ScoredMention, ScoredSentence)


def with_margin(ranked: list[_Scored]) -> list[_Scored]:
    """Tell the first of a ranking how far it stands above the second.

    Args:
        ranked: Figures or sentences, the best first.

    Returns:
        The same list with the margin of its first item set.
    """
    if len(ranked) > 1:
        ranked[0] = replace(ranked[0], margin=ranked[0].score - ranked[1].score)
    return ranked


def _penalty(intent: Intent, mention: Mention, section: SectionKind) -> float:
    """Take away for plans, change rates, names and parts that were not asked for."""
    penalty = 0.0
    if (section is SectionKind.PLAN) != intent.plan:
        penalty += PLAN_PENALTY
    if section is SectionKind.PROBLEM:
        penalty += PROBLEM_PENALTY
    if bool(mention.change) != bool(intent.change):
        penalty += CHANGE_PENALTY
    elif intent.change in {"rise", "fall"} and mention.change != intent.change:
        penalty += 0.05  # the reading decides the direction; a wrong premise is corrected, not obeyed
    if mention.quoted:
        penalty += QUOTED_PENALTY
    if mention.quantity.weak:
        penalty += WEAK_PENALTY
    if mention.past:
        penalty += PAST_PENALTY
    return penalty


def _best_zone(term: Term, mention: Mention, least: float = 0.0) -> float:
    """Find how strongly a term owns a figure: the best of zone weight times fit."""
    counted = COUNTED.get(term.text, "")
    best = BY_UNIT if counted and mention.quantity.unit.lstrip("百千万亿") in counted.split() else 0.0
    for weight, words in mention.zones:
        if weight <= best or weight < least:
            break
        best = max(best, weight * _match(term, words))
    return best


def _match(term: Term, text: str) -> float:
    """Find how well a text holds a term, 0 to 1: whole, or by the pairs of characters it shares."""
    best = 0.0
    for form, weight in term.forms:
        if weight <= best:
            continue
        if form in text:
            best = weight * (DENIED if f"不予{form}" in text else 1.0)
        elif len(form) > 2:
            pairs = [form[i : i + 2] for i in range(len(form) - 1)]
            share = sum(pair in text for pair in pairs) / len(pairs)
            if len(form) == 4 and form[2:] in text:
                share = max(share, HEAD)  # 复议 for 行政复议, 援助 for 法律援助: compounds end in their head
            if form[-2:] not in text:
                share *= HEADLESS  # 执法 alone is no 执法证
            if share > 0.5 or (len(form) >= 4 and share > 0.3):
                best = max(best, weight * share * PARTIAL)
    return best


def _is_twin(terms: Sequence[Term], own: str) -> bool:
    """Tell whether the words of a figure name a near twin of what is asked (行政复议 for 行政诉讼)."""
    return any(
        any(word in own for word in term.excludes)
        and not any(form in own for form, _ in term.forms)
        and not any(word in other.text for word in term.excludes for other in terms)
        for term in terms
    )


def _is_foreign(mention: Mention, question: str) -> bool:
    """Tell whether the own words of a figure that leans on another's name something that was not asked (调解率)."""
    if not _inherited(mention):
        return False
    core = next((words for weight, words in mention.zones if weight == CORE), "")
    return len(core) > _NAMING and _overlap(core, question) == 0.0


def _names_part(mention: Mention, question: str) -> bool:
    """Tell whether a question names the part that a figure counts (其中锡尼镇108件)."""
    own = re.sub(r"其中|[\d年、,\s的]", "", mention.label) or mention.noun
    return len(own) > 1 and _overlap(own, question) >= 0.5


def _inherited(mention: Mention) -> str:
    """Give the words that a figure takes over from the figure before it, or ""."""
    return next((words for weight, words in mention.zones if weight == INHERITED), "")


def _overlap(own: str, question: str) -> float:
    """Share of the character pairs of a figure's own words that the question holds."""
    pairs = {own[i : i + 2] for i in range(len(own) - 1) if own[i] != "|" and own[i + 1] != "|"}
    return sum(pair in question for pair in pairs) / len(pairs) if pairs else 0.0


def _own_words(mention: Mention) -> str:
    """Join the words that own a figure most."""
    core = next((words for weight, words in mention.zones if weight == CORE), "")
    return f"{_inherited(mention)}|{core}" if len(core) < _BARE else core


def _around(mention: Mention, report: Report) -> str:
    """Join the words around a figure, as they are embedded: lead, own words, unit and noun."""
    text = report.sentences[mention.sentence].text
    start, end = mention.clause
    own = "".join(words for weight, words in mention.zones if weight in {INHERITED, LEAD})[-40:]
    return own + text[start:end]
