"""The tables of the library's database, and how it is opened; knows nothing of what is asked of it."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from qa.store import observations

_SCHEMA = """
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE reports (
    id TEXT PRIMARY KEY, file TEXT NOT NULL, place TEXT NOT NULL, parent TEXT NOT NULL, level TEXT NOT NULL,
    year INTEGER NOT NULL, issuer TEXT NOT NULL, date TEXT NOT NULL, title TEXT NOT NULL,
    title_printed INTEGER NOT NULL, sha256 TEXT NOT NULL, evidence TEXT NOT NULL,
    first_row INTEGER NOT NULL, n_sentences INTEGER NOT NULL, text TEXT NOT NULL);
CREATE TABLE passages (
    report TEXT NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
    heading TEXT NOT NULL, section TEXT NOT NULL, body INTEGER NOT NULL,
    PRIMARY KEY (report, number)) WITHOUT ROWID;
CREATE TABLE sentences (
    report TEXT NOT NULL, number INTEGER NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
    passage INTEGER NOT NULL, heading TEXT NOT NULL, section TEXT NOT NULL, lead TEXT NOT NULL,
    PRIMARY KEY (report, number)) WITHOUT ROWID;
CREATE TABLE terms (
    field INTEGER NOT NULL, text TEXT NOT NULL, number INTEGER NOT NULL, df INTEGER NOT NULL,
    PRIMARY KEY (field, text)) WITHOUT ROWID;
CREATE TABLE used_ids (id TEXT PRIMARY KEY, identity TEXT NOT NULL, text_sha256 TEXT NOT NULL) WITHOUT ROWID;
"""


def open_for_reading(path: Path) -> sqlite3.Connection:
    """Open a finished database, which nothing will ever change.

    Args:
        path: File.

    Returns:
        A connection that any thread may use, one at a time.
    """
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, check_same_thread=False)


def open_for_writing(path: Path) -> sqlite3.Connection:
    """Open a database that no reader sees yet, and lay out its tables if it is new.

    No journal: a write that is cut short leaves a file that no manifest names.

    Args:
        path: File, which may be missing.

    Returns:
        A connection inside no transaction.
    """
    is_new = not path.exists()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = OFF")
    connection.execute("PRAGMA synchronous = OFF")
    if is_new:
        connection.executescript(_SCHEMA)
    connection.executescript(observations.SCHEMA)  # libraries made before there were observations have none
    return connection
