"""The library on disk, opened for reading: reports, vectors and search over all of it.

Opens in milliseconds and loads what is asked for; any number of threads may share it. How it lies on disk
and why: ``docs/design/004-library.md``. Knows nothing of questions: what place and year to search is
decided before.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from qa.errors import EncoderMismatch
from qa.lexical import Field
from qa.message import Form
from qa.store import database, manifest, observations
from qa.store.search import SentenceHit, SentenceSearch
from qa.store.snapshot import Snapshot, open_snapshot
from qa.types import Report, ReportMeta

if TYPE_CHECKING:
    from embeddings.encoder import Encoder
    from qa.ledger.observation import Observation

__all__ = ["Library", "SentenceHit"]

_CACHED_REPORTS = 256
_OTHER_ENCODER = Form(
    "资料库 {0} 是用编码模型 {1}（{2} 维）建的，现在用的是 {3}（{4} 维）；请把 FAWEN_ENCODER 设为建库时用的那个模型的文件夹"
    "（建库时没有设过就 unset FAWEN_ENCODER），或用 --library 另建一个库，把报告重新加入",
    "library {0} was built with the encoder {1} ({2} numbers), not {3} ({4}); set FAWEN_ENCODER to the folder of the "
    "encoder that it was built with (unset FAWEN_ENCODER if none was set then), or add the reports to a new --library",
)


class Library:
    """A library as it was when it was opened; later changes are seen by opening it again."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Wrap an opened state; use :meth:`open`.

        Args:
            snapshot: The opened state.
        """
        self._snapshot = snapshot
        self._lock = threading.Lock()
        self._search = SentenceSearch(snapshot, self._lock)
        self._metas = tuple(sorted((s.meta for s in snapshot.stored), key=lambda m: (m.place, m.year, m.id)))
        self._load_cached = lru_cache(_CACHED_REPORTS)(self._load)

    @classmethod
    def open(cls, folder: Path) -> Library:
        """Open a library for reading.

        Sizes of all files are checked, and their hashes too up to 64 MiB in all; see :meth:`verify` for more.

        Args:
            folder: Library folder.

        Returns:
            The library as it is now.

        Raises:
            LibraryError: There is no library in the folder, or one of another format.
            CorruptLibrary: A file is missing or was changed.
            EncoderMismatch: It was built with another tokeniser.
        """
        return cls(open_snapshot(folder))

    def __enter__(self) -> Library:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; arrays that were handed out stay valid."""
        self._snapshot.connection.close()

    @property
    def folder(self) -> Path:
        """Library folder."""
        return self._snapshot.folder

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the manifest: changes whenever anything in the library changes."""
        return self._snapshot.manifest.fingerprint

    @property
    def n_sentences(self) -> int:
        """Sentences of all reports."""
        return len(self._snapshot.vectors)

    @property
    def encoder_name(self) -> str:
        """Name of the encoder that made the vectors."""
        return self._snapshot.settings["encoder"]

    @property
    def dim(self) -> int:
        """Numbers in a vector."""
        return int(self._snapshot.settings["dim"])

    @property
    def tokenizer(self) -> str:
        """Name, version and flags of the tokeniser that cut the words."""
        return self._snapshot.settings["tokenizer"]

    def reports(self) -> tuple[ReportMeta, ...]:
        """List the reports.

        Returns:
            Their metadata, sorted by place, year and id.
        """
        return self._metas

    def report(self, report_id: str) -> Report:
        """Read a report; the last ones read are kept in memory.

        Args:
            report_id: Its id.

        Returns:
            The report.

        Raises:
            UnknownReport: The library holds none of that id.
        """
        self._search.find(report_id)
        return self._load_cached(report_id)

    def vectors(self, report_id: str) -> NDArray[np.float32]:
        """Give the vectors of a report's sentences.

        Args:
            report_id: Its id.

        Returns:
            float32, shape (n_sentences, dim), L2-normalised, in sentence order, memory-mapped and read-only.

        Raises:
            UnknownReport: The library holds none of that id.
        """
        stored = self._search.find(report_id)
        return self._snapshot.vectors[stored.first_row : stored.first_row + stored.n_sentences]

    def observed_by(self, fingerprint: str) -> frozenset[str]:
        """List the reports whose stored observations were made by a catalogue.

        Args:
            fingerprint: ``Catalogue.fingerprint``.

        Returns:
            Their ids.
        """
        with self._lock:
            return observations.current(self._snapshot.connection, fingerprint)

    def observations(
        self, reports: Sequence[str], indicators: Collection[str] | None = None
    ) -> list[Observation]:
        """Read the stored observations of reports that :meth:`observed_by` lists.

        Args:
            reports: Ids.
            indicators: Ids of indicators, or None for every observation.

        Returns:
            The observations by report in the order given.
        """
        with self._lock:
            return observations.load(self._snapshot.connection, reports, indicators)

    def document_frequency(self, tokens: Iterable[str], field: Field | None = None) -> dict[str, int]:
        """Count the sentences that hold each token.

        Args:
            tokens: Words or character pairs, as ``qa.text`` cuts them.
            field: Count them as words or as pairs; None takes the larger.

        Returns:
            Sentences for each token, 0 for an unknown one.
        """
        wanted = list(dict.fromkeys(tokens))
        fields = tuple(Field) if field is None else (field,)
        with self._lock:
            found = database.find_terms(
                self._snapshot.connection, [(f, token) for f in fields for token in wanted]
            )
        return {
            token: max(found[f, token].df if (f, token) in found else 0 for f in fields) for token in wanted
        }

    def check_encoder(self, encoder: Encoder) -> None:
        """Refuse an encoder that did not make the library's vectors.

        Args:
            encoder: The encoder that is to encode questions or new reports.

        Raises:
            EncoderMismatch: Its name or dimension differs.
        """
        if (encoder.name, encoder.dim) != (self.encoder_name, self.dim):
            raise EncoderMismatch(
                _OTHER_ENCODER(self.folder, self.encoder_name, self.dim, encoder.name, encoder.dim)
            )

    def verify(self) -> None:
        """Compare every byte of every file with the manifest, however large the library is.

        Raises:
            CorruptLibrary: A file is missing or was changed.
        """
        manifest.check(self.folder, self._snapshot.manifest, hashes=True)

    def search_lexical(
        self, question: str, k: int, reports: Collection[str] | None = None
    ) -> list[SentenceHit]:
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
        return self._search.lexical(question, k, reports)

    def search_dense(
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
        return self._search.dense(vector, k, reports)

    def _load(self, report_id: str) -> Report:
        """Read a report from the database."""
        with self._lock:
            return database.load_report(self._snapshot.connection, self._search.find(report_id))
