"""Ranks the figures and the sentences of reports against the terms of a question.

Every figure in scope competes, by the words that own it (``qa.ledger.observe``), its measure word, and a dense similarity
that counts more the less the words are found. Weights: ``docs/design/006-ranking.md``. Knows nothing of places or years.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from embeddings.encoder import Encoder
from embeddings.topics import shares
from qa.fitness import PLAN_PENALTY, penalty, stage_fit, unit_fit
from qa.ledger.observe import INHERITED, Mention, observe
from qa.ledger.periods import year_of
from qa.ledger.stages import stage_of
from qa.matching import (
    around,
    best_zone,
    inherited_words,
    is_foreign,
    is_twin,
    match,
    names_part,
    overlap,
    own_words,
)
from qa.question.intent import Intent
from qa.question.terms import Term
from qa.text import fold, unwrapped
from qa.types import Report, ReportMeta, SectionKind

# Measured on the dev questions; the table stands in docs/design/006-ranking.md.
BACKWARD = 0.12
DENSE, TOPICAL, FADE = 0.45, 0.3, 1.0
PART_PENALTY = 0.12
FOREIGN_PENALTY = 0.1
# "合计:行政检查7694户次": the row of the whole, where no row is named (a named one gains far more by its label).
TOTAL_ROW = 0.12
_TOTAL = re.compile(r"[|\s]*(?:合计|总计|共计)\s*[:|\t]")
REQUIRED = 0.5  # a required word must stand nearer than in another figure's clause
EXCLUDED_PENALTY = 0.2


@dataclass(frozen=True, slots=True)
class Query:
    """A question made ready for ranking.

    Attributes:
        terms: What must be found.
        intent: What is wanted.
        text: The content words, for the backward fit.
        vector: float32, shape (dim,), L2-normalised, of the content with official words for everyday ones.
        content: The question's own words only.
        topics: float32, shape (n_topics,), the question's shares of the topics that the encoder knows, or None.
    """

    terms: tuple[Term, ...]
    intent: Intent
    text: str
    vector: NDArray[np.float32]
    content: str = ""
    topics: NDArray[np.float32] | None = None


@dataclass(slots=True)
class PreparedReport:
    """A report with what ranking needs of it, made once and kept."""

    report: Report
    vectors: NDArray[np.float32]
    mentions: tuple[Mention, ...] = ()
    folded: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    year: int = 0
    _mention_vectors: NDArray[np.float32] | None = field(default=None, repr=False)
    _topics: dict[str, NDArray[np.float32]] = field(default_factory=dict, repr=False)

    @property
    def holds(self) -> int:
        """Year that its figures hold for: the report's, or an earlier one that it prints beside its own."""
        return self.year or self.report.meta.year

    @property
    def meta(self) -> ReportMeta:
        """What the report is, with the year that its figures hold for."""
        return replace(self.report.meta, year=self.year) if self.year else self.report.meta

    def earlier(self, year: int) -> PreparedReport:
        """Keep only the figures of an earlier year that the report prints beside its own.

        Args:
            year: The earlier year.

        Returns:
            The report as a source for that year; it may hold no figure at all.
        """
        sentences = self.report.sentences
        kept = []
        for at, mention in enumerate(self.mentions):
            before = self.folded[mention.sentence][: mention.quantity.start]
            section = sentences[mention.sentence].section
            if not mention.change and year_of(before, mention, self.report.meta.year, section) == year:
                kept.append(at)
        return PreparedReport(
            self.report,
            self.vectors,
            tuple(replace(self.mentions[at], past=False) for at in kept),
            self.folded,
            tuple(self.own[at] for at in kept),
            year,
        )

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
            folded=tuple(unwrapped(fold(s.text)) for s in report.sentences),
            own=tuple(own_words(m) for m in mentions),
        )

    def mention_vectors(self, encoder: Encoder) -> NDArray[np.float32]:
        """Give the vector of the words around each figure, shape (n_mentions, dim)."""
        if self._mention_vectors is None:
            self._mention_vectors = encoder.encode([around(m, self.report) for m in self.mentions])
        return self._mention_vectors

    def likeness(self, query: Query, encoder: Encoder, *, mentions: bool) -> NDArray[np.float32]:
        """Tell how far the figures (or the sentences) are about the topics of a question.

        Args:
            query: The question.
            encoder: Encoder of the library.
            mentions: Whether the figures are meant.

        Returns:
            float32, shape (n_mentions,) or (n_sentences,), 0 to 1; zeros where the encoder knows no topics.
        """
        kind = "mentions" if mentions else "sentences"
        if query.topics is None or encoder.topics is None:
            return np.zeros(len(self.mentions) if mentions else len(self.vectors), np.float32)
        if kind not in self._topics:
            vectors = self.mention_vectors(encoder) if mentions else self.vectors
            self._topics[kind] = shares(vectors, encoder.topics)
        return self._topics[kind] @ query.topics


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
        topical: How far both are about the same topics of this genre, 0 to 1.
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
    topical: float = 0.0
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
    topical: float = 0.0
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
    topical = report.likeness(query, encoder, mentions=True)
    total = sum(t.weight for t in query.terms) or 1.0
    stage = stage_of(query.content or query.text)
    found = []
    for position, mention in enumerate(report.mentions):
        hits = [best_zone(term, mention) for term in query.terms]
        own_hits = [best_zone(term, mention, INHERITED) for term in query.terms]
        if any(t.required and h < REQUIRED for t, h in zip(query.terms, hits, strict=True)):
            continue
        coverage = sum(t.weight * h for t, h in zip(query.terms, hits, strict=True)) / total
        own = sum(t.weight * h for t, h in zip(query.terms, own_hits, strict=True)) / total
        dense = max(float(near[position]), 0.8 * float(whole[mention.sentence]), 0.0)
        backward = overlap(report.own[position], query.text)
        fit = unit_fit(query.intent, mention)
        alike = float(topical[position])
        score = coverage + BACKWARD * backward + fit
        score += (DENSE * dense + TOPICAL * alike) * (1 - coverage) ** FADE
        score -= penalty(query.intent, mention, report.report.sentences[mention.sentence].section)
        score -= PART_PENALTY * (mention.part and not names_part(mention, query.content or query.text))
        score += stage_fit(stage, report.own[position])
        score += TOTAL_ROW * bool(_TOTAL.match(report.folded[mention.sentence]))
        score -= FOREIGN_PENALTY * is_foreign(mention, query.text)
        score -= EXCLUDED_PENALTY * is_twin(
            query.terms, report.own[position] + "|" + inherited_words(mention)
        )
        uncovered = tuple(t for t, h in zip(query.terms, hits, strict=True) if h < 0.3)
        found.append(
            ScoredMention(report, mention, score, coverage, own, dense, backward, uncovered, fit, alike)
        )
    return with_margin(sorted(found, key=lambda s: -s.score))


def rank_sentences(query: Query, report: PreparedReport, encoder: Encoder) -> list[ScoredSentence]:
    """Rank the sentences of a report.

    Args:
        query: The question.
        report: A prepared report.
        encoder: Encoder of the library.

    Returns:
        All its sentences, the best first.
    """
    dense = report.vectors @ query.vector if len(report.report.sentences) else np.zeros(0, np.float32)
    topical = report.likeness(query, encoder, mentions=False)
    total = sum(t.weight for t in query.terms) or 1.0
    found = []
    for sentence, text in zip(report.report.sentences, report.folded, strict=True):
        context = fold(sentence.lead + "|" + "|".join(sentence.heading[-2:]))
        hits = [max(match(t, text), 0.55 * match(t, context)) for t in query.terms]
        if any(t.required and h < REQUIRED for t, h in zip(query.terms, hits, strict=True)):
            continue
        coverage = sum(t.weight * h for t, h in zip(query.terms, hits, strict=True)) / total
        cosine = max(float(dense[sentence.index]), 0.0)
        alike = float(topical[sentence.index])
        score = coverage + (DENSE * cosine + TOPICAL * alike) * (1 - coverage) ** FADE
        if sentence.section is SectionKind.PLAN and not query.intent.plan:
            score -= PLAN_PENALTY / 2
        elif query.intent.plan and sentence.section is SectionKind.PLAN:
            score += 0.2
        uncovered = tuple(t for t, h in zip(query.terms, hits, strict=True) if h < 0.3)
        found.append(ScoredSentence(report, sentence.index, score, coverage, cosine, uncovered, alike))
    return with_margin(sorted(found, key=lambda s: -s.score))


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
