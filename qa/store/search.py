"""Search over all sentences of a library, by words and by vectors.

Filters act inside the search: what they leave out is never ranked, and an empty filter finds nothing, never
everything. Knows nothing of questions: what place and year to search is decided before.
"""

from __future__ import annotations

import threading
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from embeddings.errors import EmbeddingError
from qa.errors import UnknownReport
from qa.lexical import LexicalIndex, question_terms
from qa.message import Form
from qa.store import database, manifest
from qa.store.database import StoredReport
from qa.store.snapshot import Snapshot

if TYPE_CHECKING:
    from embeddings.index import VectorIndex

NO_REPORT = Form(
    "资料库 {1} 里没有报告 {0!r}，库中有 {2} 份；用 python -m qa reports 查看编号",
    "no report {!r} in library {}, which holds {}; list them with: python -m qa reports",
)

EXACT_ROWS = 20_000
"""Up to so many sentences are compared one by one: 0.4 to 8 ms, and FAISS alone takes 110 ms to import."""


@dataclass(frozen=True, slots=True)
class SentenceHit:
    """A sentence that a search found.

    Attributes:
        report: Report id.
        index: Position of the sentence among the report's sentences.
        score: Lexical score in 0..1, or cosine in -1..1.
    """

    report: str
    index: int
    score: float


class SentenceSearch:
    """Searches the sentences of one opened state; safe to share between threads."""

    def __init__(self, snapshot: Snapshot, lock: threading.Lock) -> None:
        """Prepare to search; indexes are opened at their first use.

        Args:
            snapshot: The opened state.
            lock: Held around every use of the database.
        """
        self._snapshot = snapshot
        self._lock = lock
        self._stored = {stored.meta.id: stored for stored in snapshot.stored}
        self._ids = [stored.meta.id for stored in snapshot.stored]
        self._first_rows = np.array([stored.first_row for stored in snapshot.stored], np.int64)
        self._lexical: LexicalIndex | None = None
        self._index: VectorIndex | None = None

    def find(self, report_id: str) -> StoredReport:
        """Look a report up.

        Args:
            report_id: Its id.

        Returns:
            Its metadata and rows.

        Raises:
            UnknownReport: The library holds none of that id.
        """
        if report_id not in self._stored:
            raise UnknownReport(NO_REPORT(report_id, self._snapshot.folder, len(self._stored)))
        return self._stored[report_id]

    def lexical(self, question: str, k: int, reports: Collection[str] | None = None) -> list[SentenceHit]:
        """Find the sentences that share most words and character pairs with a question.

        Args:
            question: Any text; question words such as 多少 are left out.
            k: How many at most, at least 1.
            reports: Ids to search, or None for all.

        Returns:
            Hits with a score over 0, best first; equal scores in library order.

        Raises:
            ValueError: ``k`` is smaller than 1.
            UnknownReport: A report is not in the library.
        """
        spans = self._spans(k, reports)
        terms = question_terms(question)
        with self._lock:
            found = database.find_terms(self._snapshot.connection, terms)
            if self._lexical is None:
                self._lexical = LexicalIndex(self._snapshot.postings)
        scores = self._lexical.score(terms, {term: entry.number for term, entry in found.items()})
        rows = _rows(spans)
        hits = scores[rows]
        return self._hits(rows[hits > 0], hits[hits > 0], k)

    def dense(
        self, vector: NDArray[np.float32], k: int, reports: Collection[str] | None = None
    ) -> list[SentenceHit]:
        """Find the sentences whose vectors are nearest to a question's.

        Args:
            vector: float32, shape (dim,), L2-normalised.
            k: How many at most, at least 1.
            reports: Ids to search, or None for all.

        Returns:
            Hits, best first; equal scores in library order.

        Raises:
            ValueError: ``k`` is smaller than 1, or the vector has another shape.
            UnknownReport: A report is not in the library.
        """
        dim = self._snapshot.vectors.shape[1]
        if vector.shape != (dim,):
            raise ValueError(f"vector of shape {vector.shape} cannot be searched; give shape ({dim},)")
        spans = self._spans(k, reports)
        rows = _rows(spans)
        index = self._vector_index() if len(rows) > EXACT_ROWS else None
        if index is None:
            parts = [self._snapshot.vectors[start:end] @ vector for start, end in spans]
            return self._hits(rows, np.concatenate([np.zeros(0, np.float32), *parts]), k)
        allowed = None if len(rows) == len(self._snapshot.vectors) else rows
        scores, found = index.search(vector[None, :], min(k, len(rows)), allowed)
        return self._hits(found[0][found[0] >= 0], scores[0][found[0] >= 0], k)

    def _spans(self, k: int, reports: Collection[str] | None) -> list[tuple[int, int]]:
        """List the row ranges to search, in order, neighbours joined."""
        if k < 1:
            raise ValueError(f"k={k} asks for no sentence; choose k >= 1")
        if reports is None:
            return [(0, len(self._snapshot.vectors))]
        spans: list[tuple[int, int]] = []
        for stored in sorted(map(self.find, set(reports)), key=lambda s: s.first_row):
            start, end = stored.first_row, stored.first_row + stored.n_sentences
            if spans and spans[-1][1] == start:
                start = spans.pop()[0]
            spans.append((start, end))
        return spans

    def _vector_index(self) -> VectorIndex | None:
        """Open the vector index at its first use; None if a newer library has replaced its file."""
        with self._lock:
            if self._index is None:
                from embeddings.index import VECTORS_FILE, VectorIndex

                folder = self._snapshot.folder
                path = self._snapshot.manifest.path(folder, f"index/{VECTORS_FILE}").parent
                try:
                    self._index = VectorIndex.load(path)
                except EmbeddingError as exc:
                    if path.exists():
                        raise manifest.corrupt(folder, path.name, f"cannot be opened ({exc})") from exc
            return self._index

    def _hits(self, rows: NDArray[np.int64], scores: NDArray[np.float32], k: int) -> list[SentenceHit]:
        """Take the best ``k`` rows, the lower row first where scores are equal."""
        if len(rows) > k:
            enough = scores >= np.partition(scores, len(scores) - k)[len(scores) - k]
            rows, scores = rows[enough], scores[enough]
        order = np.lexsort((rows, -scores))[:k]
        owners = np.searchsorted(self._first_rows, rows[order], side="right") - 1
        return [
            SentenceHit(self._ids[owner], int(row - self._first_rows[owner]), float(score))
            for owner, row, score in zip(owners, rows[order], scores[order], strict=True)
        ]


def _rows(spans: list[tuple[int, int]]) -> NDArray[np.int64]:
    """List the rows of ranges."""
    return np.concatenate([np.zeros(0, np.int64), *(np.arange(a, z, dtype=np.int64) for a, z in spans)])
