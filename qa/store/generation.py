"""Writing the next state of a library: everything that stays plus what is new, then one switch.

Knows nothing of files to read or of which report replaces which. Vectors and postings of reports that stay
are copied, never computed again. Must be called under the write lock.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Collection, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from embeddings.errors import EmbeddingError
from qa.errors import LibraryError
from qa.lexical import Postings, extend
from qa.message import Form, cause_of
from qa.store import changes, database, manifest, schema
from qa.store.arrays import save_array
from qa.store.database import UsedId
from qa.store.files import FileEntry, part, seal, seal_folder
from qa.store.manifest import Manifest
from qa.store.observations import Observed
from qa.store.snapshot import ARRAYS, Snapshot
from qa.text import TOKENIZER
from qa.types import Report

_NOT_WRITTEN = Form(
    "资料库 {} 没有写成（{}），仍是原来的样子；请腾出磁盘空间、检查权限后再试",
    "library {} could not be written: {}; it is as it was: free space, check permissions, and try again",
)
_NOT_SWEPT = Form(
    "资料库 {} 里的旧文件删不掉（{}）；请手工删除",
    "library {}: old files could not be deleted: {}; delete them by hand",
)


@dataclass(frozen=True, slots=True)
class NewReport:
    """A report to put into the library.

    Attributes:
        report: The report, with its final id.
        vectors: float32, shape (n_sentences, dim), L2-normalised.
        used: What its id stands for.
        observed: Its observations, or None to make them when they are asked for.
    """

    report: Report
    vectors: NDArray[np.float32]
    used: UsedId
    observed: Observed | None = None


@dataclass(frozen=True, slots=True)
class EncoderStamp:
    """Which encoder the vectors come from.

    Attributes:
        name: Its name.
        dim: Numbers in a vector.
    """

    name: str
    dim: int


def write_generation(
    folder: Path,
    old: Snapshot | None,
    removed: Collection[str],
    added: Sequence[NewReport],
    stamp: EncoderStamp,
) -> Manifest:
    """Write a new state of the library and switch to it.

    Args:
        folder: Library folder, whose write lock is held.
        old: The state so far, or None for a new library.
        removed: Ids of reports to leave out.
        added: Reports to put in, after those that stay.
        stamp: Encoder of the vectors.

    Returns:
        The new manifest.

    Raises:
        LibraryError: Writing failed; the library is as it was.
    """
    try:
        files = _write_files(folder, old, removed, added, stamp)
        return manifest.switch(folder, files)
    except (OSError, sqlite3.Error, EmbeddingError) as exc:
        cause = cause_of(exc) if isinstance(exc, OSError) and exc.strerror else str(exc)
        raise LibraryError(_NOT_WRITTEN(folder, cause)) from exc
    finally:
        clear_leftovers(folder)


def clear_leftovers(folder: Path) -> None:
    """Delete what older or killed writers left behind; only under the write lock.

    Args:
        folder: Library folder.

    Raises:
        LibraryError: A file cannot be deleted.
    """
    try:
        manifest.sweep(folder)
    except OSError as exc:
        raise LibraryError(_NOT_SWEPT(folder, cause_of(exc))) from exc


def _write_files(
    folder: Path,
    old: Snapshot | None,
    removed: Collection[str],
    added: Sequence[NewReport],
    stamp: EncoderStamp,
) -> dict[str, FileEntry]:
    """Write every file of the new state; no reader sees them yet."""
    files: dict[str, FileEntry] = {}

    def put(role: str, suffix: str, write: Callable[[Path], None]) -> None:
        path = part(folder, role)
        write(path)
        files[role] = seal(folder, role, path, suffix)

    kept = _kept_rows(old, removed)
    terms = [] if old is None else database.vocabulary(old.connection)
    texts = (sentence.text for new in added for sentence in new.report.sentences)
    postings, terms = extend(Postings.empty() if old is None else old.postings, terms, kept, texts)
    for role in ARRAYS[1:]:
        put(role, ".npy", lambda path, role=role: save_array(path, getattr(postings, role)))  # type: ignore[misc]
    vectors = _vectors(old, kept, added, stamp.dim)
    if len(vectors):
        path = part(folder, "index")
        _write_index(path, vectors)
        files |= seal_folder(folder, "index", path)
    put("vectors", ".npy", lambda path: save_array(path, vectors))
    values = {"encoder": stamp.name, "dim": str(stamp.dim), "tokenizer": TOKENIZER}
    frequencies = [int(size) for size in np.diff(postings.starts)]

    def write_database(path: Path) -> None:
        path.unlink(missing_ok=True)
        if old is not None:
            shutil.copyfile(old.manifest.path(folder, "database"), path)
        with closing(schema.open_for_writing(path)) as connection:
            rows = [(new.report, new.used, new.observed) for new in added]
            changes.write(
                connection, removed=removed, added=rows, terms=terms, frequencies=frequencies, values=values
            )
            if removed:
                connection.execute("VACUUM")

    put("database", ".sqlite", write_database)
    return files


def _kept_rows(old: Snapshot | None, removed: Collection[str]) -> NDArray[np.bool_]:
    """Mark the rows of the old state that stay."""
    if old is None:
        return np.zeros(0, np.bool_)
    kept = np.ones(len(old.vectors), np.bool_)
    for stored in old.stored:
        if stored.meta.id in removed:
            kept[stored.first_row : stored.first_row + stored.n_sentences] = False
    return kept


def _vectors(
    old: Snapshot | None, kept: NDArray[np.bool_], added: Sequence[NewReport], dim: int
) -> NDArray[np.float32]:
    """Join the vectors that stay and the new ones."""
    parts = [new.vectors for new in added]
    if old is not None and kept.any():
        parts.insert(0, old.vectors[kept])
    return np.concatenate([np.zeros((0, dim), np.float32), *parts])


def _write_index(path: Path, vectors: NDArray[np.float32]) -> None:
    """Write the vector index, whose ids are the rows, and open it once: FAISS misses some failed writes."""
    from embeddings.index import VectorIndex

    try:
        VectorIndex.build(vectors, np.arange(len(vectors), dtype=np.int64)).save(path)
    except RuntimeError as exc:  # what FAISS raises when a file takes no more
        raise OSError(" ".join(str(exc).split())) from exc
    VectorIndex.load(path)
