"""One state of a library, opened: the database and the memory-mapped arrays of one manifest.

Knows nothing of searching. Everything that a reader needs is opened at once, so that a later writer may
delete the files: on POSIX an open file lives on until it is closed.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from qa.errors import CorruptLibrary, EncoderMismatch
from qa.lexical import Postings
from qa.store import database, manifest, schema
from qa.store.arrays import open_array
from qa.store.database import StoredReport
from qa.store.manifest import Manifest
from qa.text import TOKENIZER

_TRIES = 20  # a writer that replaces the library between our two looks at it; never seen more than once

ARRAYS = ("vectors", "starts", "rows", "counts", "lengths")
"""Roles of the ``.npy`` files; all but the first are the fields of :class:`qa.lexical.Postings`."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An opened state of a library.

    Attributes:
        folder: Library folder.
        manifest: Its files.
        connection: Its database, read-only.
        settings: What it was built with: ``encoder``, ``dim`` and ``tokenizer``.
        stored: Its reports in the order of their rows.
        vectors: float32, shape (n_rows, dim), L2-normalised, memory-mapped.
        postings: Its lexical index, memory-mapped.
    """

    folder: Path
    manifest: Manifest
    connection: sqlite3.Connection
    settings: dict[str, str]
    stored: tuple[StoredReport, ...]
    vectors: NDArray[np.float32]
    postings: Postings


def open_snapshot(folder: Path) -> Snapshot:
    """Open what a library holds now.

    Args:
        folder: Library folder.

    Returns:
        The opened state; close its connection when done.

    Raises:
        CorruptLibrary: A file is missing or differs from the manifest.
    """
    current = manifest.load(folder)
    for _ in range(_TRIES):
        try:
            return _open(folder, current)
        except CorruptLibrary:
            newer = manifest.load(folder)
            if newer == current:
                raise
            current = newer
    raise CorruptLibrary(
        f"library {folder} is rewritten faster than it can be opened; stop the writers and try again"
    )


def _open(folder: Path, current: Manifest) -> Snapshot:
    """Open the files of one manifest."""
    manifest.check(folder, current, hashes=current.size <= manifest.HASH_LIMIT)
    path = current.path(folder, "database")
    try:
        connection = schema.open_for_reading(path)
        settings = database.settings(connection)
        stored = tuple(database.stored_reports(connection))
    except sqlite3.DatabaseError as exc:
        raise manifest.corrupt(folder, path.name, f"is no database of a library ({exc})") from exc
    _check_tokenizer(folder, settings.get("tokenizer", ""))
    vectors, *arrays = [_open_array(folder, current, role) for role in ARRAYS]
    return Snapshot(folder, current, connection, settings, stored, vectors, Postings(*arrays))


def _open_array(folder: Path, current: Manifest, role: str) -> NDArray[Any]:
    """Map an array, or say that it is none."""
    path = current.path(folder, role)
    try:
        return open_array(path)
    except (OSError, ValueError) as exc:
        raise manifest.corrupt(folder, path.name, f"is no array of a library ({exc})") from exc


def _check_tokenizer(folder: Path, tokenizer: str) -> None:
    """Refuse a library whose words were cut in another way."""
    if tokenizer != TOKENIZER:
        raise EncoderMismatch(
            f"library {folder} was built with the tokeniser {tokenizer or 'unknown'}, this program has "
            f"{TOKENIZER}; delete the folder and add the reports again"
        )
