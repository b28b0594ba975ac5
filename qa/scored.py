"""A figure or a sentence with its score, and how far the first of a ranking stands above the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from qa.figure_words import FigureWords
from qa.ledger.mention import Mention
from qa.prepared import PreparedReport
from qa.question.words.terms import Term
from qa.types import ReportMeta, Sentence


@dataclass(frozen=True, slots=True)
class RetrievedSentence:
    """A sentence that was retrieved.

    Attributes:
        meta: Its report.
        sentence: The sentence.
        score: Its score; comparable within one question only.
    """

    meta: ReportMeta
    sentence: Sentence
    score: float


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
        margin: Score above the best other figure, for the first of a ranking.
        clear: Score above the best figure of another sentence, for the first of a ranking.
        outstanding: How far its sentence resembles the question more than others of its report do, in standard deviations.
        stage: Bonus for the stage that was asked for, penalty for another.
        terms: Terms of the question.
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
    clear: float = 0.0
    outstanding: float = 0.0
    stage: float = 0.0
    terms: tuple[Term, ...] = ()

    @property
    def sentence(self) -> int:
        """Index of its sentence."""
        return self.mention.sentence

    @property
    def words(self) -> FigureWords:
        """The words around it as rules read them, kept with its report."""
        return self.report.words(self.mention)


def taken(mention: Mention, report: PreparedReport, terms: tuple[Term, ...] = ()) -> ScoredMention:
    """Take a figure as the answer by where it stands, whatever its words.

    Args:
        mention: The figure.
        report: The report that it stands in.
        terms: Terms of the question.

    Returns:
        The figure as one that holds all that is asked.
    """
    return ScoredMention(report, mention, 1.0, 1.0, 1.0, 0.0, 1.0, (), 0.0, terms=terms)


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
    clear: float = 0.0
    outstanding: float = 0.0

    @property
    def sentence(self) -> int:
        """Index of the sentence."""
        return self.index


_Scored = TypeVar("_Scored", ScoredMention, ScoredSentence)


def with_margin(ranked: list[_Scored]) -> list[_Scored]:
    """Tell the first of a ranking how far it stands above the second, and above the first of another sentence.

    Args:
        ranked: Figures or sentences, the best first.

    Returns:
        The same list with the margins of its first item set; alone in its kind, it stands clear by 1.
    """
    if ranked:
        best = ranked[0]
        margin = best.score - ranked[1].score if len(ranked) > 1 else 0.0
        other = next((r.score for r in ranked if r.sentence != best.sentence), best.score - 1)
        ranked[0] = replace(best, margin=margin, clear=best.score - other)
    return ranked


def put_first(one: ScoredMention, ranked: Sequence[ScoredMention]) -> list[ScoredMention]:
    """Put one figure of a ranking before the others, which keep their order.

    Args:
        one: The figure.
        ranked: Figures of a report, the best first.

    Returns:
        The same figures.
    """
    return [one, *(s for s in ranked if s is not one)]
