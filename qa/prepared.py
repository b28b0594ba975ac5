"""What ranking needs of a question and of a report, made once and kept.

Knows nothing of scores.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from embeddings.encoder import Encoder
from embeddings.topics import shares
from qa.figure_words import FigureWords, WordsOfFigures
from qa.ledger.mention import Mention
from qa.ledger.observe import observe
from qa.ledger.periods import year_of
from qa.ledger.rows import cells_of
from qa.matching import Texts, around, own_words
from qa.question.single.intent import Intent
from qa.question.words.naming import topic_of
from qa.question.words.terms import Term
from qa.text import fold, unwrapped
from qa.types import Report, ReportMeta


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
        spoken: float32, shape (dim,), L2-normalised, of the content as it was said, or None for ``vector``.
    """

    terms: tuple[Term, ...]
    intent: Intent
    text: str
    vector: NDArray[np.float32]
    content: str = ""
    topics: NDArray[np.float32] | None = None
    spoken: NDArray[np.float32] | None = None

    @property
    def topic(self) -> str:
        """The name of what is asked for, as people are shown it."""
        return topic_of(self.terms, self.content)


@dataclass(slots=True)
class PreparedReport:
    """A report with what ranking needs of it, made once and kept; ``year`` is an earlier one that its figures hold for, or 0."""

    report: Report
    vectors: NDArray[np.float32]
    mentions: tuple[Mention, ...] = ()
    folded: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    year: int = 0
    _mention_vectors: NDArray[np.float32] | None = field(default=None, repr=False)
    _topics: dict[str, NDArray[np.float32]] = field(default_factory=dict, repr=False)
    _rows: dict[tuple[int, int], str] | None = field(default=None, repr=False)
    _words: WordsOfFigures | None = field(default=None, repr=False)
    _zones: Texts | None = field(default=None, repr=False)
    _sentences: tuple[tuple[str, ...], Texts] | None = field(default=None, repr=False)

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
            tuple(self.mentions[at]._replace(past=False) for at in kept),
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
        # “综合查一次”: a small number inside a name answers nothing
        mentions = tuple(m for m in observe(report) if not (m.quoted and m.quantity.weak))
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

    def words(self, mention: Mention) -> FigureWords:
        """Give the words around a figure as rules read them.

        Args:
            mention: A figure of the report, or one made of such a one.

        Returns:
            Its words; those of the report's own figures are kept.
        """
        if self._words is None:
            self._words = WordsOfFigures(self.mentions, self.folded)
        return self._words.of(mention)

    @property
    def zones(self) -> Texts:
        """The words that own its figures, to look for terms in; put together when first asked."""
        if self._zones is None:
            self._zones = Texts(words for mention in self.mentions for _, words in mention.zones)
        return self._zones

    @property
    def sentences(self) -> tuple[tuple[str, ...], Texts]:
        """What leads to each sentence, folded, and all these and the sentences, to look for terms in; made when first asked."""
        if self._sentences is None:
            above = tuple(fold(s.lead + "|" + "|".join(s.heading[-2:])) for s in self.report.sentences)
            self._sentences = above, Texts((*self.folded, *above))
        return self._sentences

    def part_row(self, mention: Mention) -> str:
        """Name the part of the place that a cell of a table counts.

        Args:
            mention: A figure of the report.

        Returns:
            The label of its row (其他部门), folded; "" for a row of totals, of a year or of an indicator, and outside tables.
        """
        if self._rows is None:
            cells = cells_of(self.report, self.mentions).values()
            self._rows = {
                (seen.sentence, seen.quantity.end): cell.holder.name
                for seen, cell in cells
                if cell.holder.name and not cell.holder.whole
            }
        return self._rows.get((mention.sentence, mention.quantity.end), "")

    def spoken(self, query: Query) -> NDArray[np.float32]:
        """Give the cosine of each sentence and the question as it was said, float32, shape (n_sentences,)."""
        return np.asarray(self.vectors @ (query.vector if query.spoken is None else query.spoken), np.float32)

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
