"""Reading the library's SQLite database: reports, passages, sentences, terms and settings.

Knows nothing of searching. Sentences are numbered through the whole library ("rows"): a report's sentences
are the rows ``first_row`` to ``first_row + n_sentences - 1``, and vectors and postings use the same
numbers. The text of a sentence is not stored twice: it is cut from the report's text.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from qa.lexical import Field, Term
from qa.types import Passage, Report, ReportMeta, SectionKind, Sentence

_META = "id, file, place, parent, level, year, issuer, date, title, title_printed, sha256, evidence"
_BATCH = 400  # names in one query; SQLite allows 999 in old builds


class StoredReport(NamedTuple):
    """A report's metadata and where its sentences lie among the library's rows."""

    meta: ReportMeta
    first_row: int
    n_sentences: int


class UsedId(NamedTuple):
    """A report id that was given once, and what for: it never stands for another text."""

    identity: str
    text_sha256: str


class FoundTerm(NamedTuple):
    """A term's number in the postings and the number of sentences that hold it."""

    number: int
    df: int


def settings(connection: sqlite3.Connection) -> dict[str, str]:
    """Read the settings that the library was built with.

    Args:
        connection: Open database.

    Returns:
        Name and value.
    """
    return dict(connection.execute("SELECT name, value FROM settings"))


def stored_reports(connection: sqlite3.Connection) -> list[StoredReport]:
    """List the reports.

    Args:
        connection: Open database.

    Returns:
        The reports in the order of their rows.
    """
    query = f"SELECT {_META}, first_row, n_sentences FROM reports ORDER BY first_row, n_sentences, id"
    return [StoredReport(_meta(row[:-2]), row[-2], row[-1]) for row in connection.execute(query)]


def load_report(connection: sqlite3.Connection, stored: StoredReport) -> Report:
    """Read a whole report.

    Args:
        connection: Open database.
        stored: One of :func:`stored_reports`.

    Returns:
        The report, equal to the one that was stored.
    """
    key = (stored.meta.id,)
    text = str(connection.execute("SELECT text FROM reports WHERE id = ?", key).fetchone()[0])
    passages = connection.execute(
        "SELECT number, start, stop, heading, section, body FROM passages WHERE report = ? ORDER BY number",
        key,
    )
    sentences = connection.execute(
        "SELECT number, start, stop, passage, heading, section, lead FROM sentences"
        " WHERE report = ? ORDER BY number",
        key,
    )
    return Report(
        stored.meta,
        text,
        tuple(Passage(n, a, z, _heading(h), SectionKind(s), bool(body)) for n, a, z, h, s, body in passages),
        tuple(
            Sentence(n, a, z, text[a:z], p, _heading(h), SectionKind(s), d)
            for n, a, z, p, h, s, d in sentences
        ),
    )


def find_terms(connection: sqlite3.Connection, terms: Iterable[Term]) -> dict[Term, FoundTerm]:
    """Look terms up.

    Args:
        connection: Open database.
        terms: Words and character pairs.

    Returns:
        Those that the library knows.
    """
    found: dict[Term, FoundTerm] = {}
    wanted: dict[Field, list[str]] = {field: [] for field in Field}
    for field, text in dict.fromkeys(terms):
        wanted[field].append(text)
    for field, texts in wanted.items():
        for i in range(0, len(texts), _BATCH):
            batch = texts[i : i + _BATCH]
            marks = ",".join("?" * len(batch))
            query = f"SELECT text, number, df FROM terms WHERE field = ? AND text IN ({marks})"
            for text, number, df in connection.execute(query, (int(field), *batch)):
                found[field, text] = FoundTerm(number, df)
    return found


def vocabulary(connection: sqlite3.Connection) -> list[Term]:
    """List every term.

    Args:
        connection: Open database.

    Returns:
        The terms in the order of their numbers.
    """
    return [
        (Field(field), text)
        for field, text in connection.execute("SELECT field, text FROM terms ORDER BY number")
    ]


def used_ids(connection: sqlite3.Connection) -> dict[str, UsedId]:
    """List the report ids that were ever given, removed ones too.

    Args:
        connection: Open database.

    Returns:
        Id and what it stands for.
    """
    return {
        row[0]: UsedId(*row[1:])
        for row in connection.execute("SELECT id, identity, text_sha256 FROM used_ids")
    }


def _meta(row: Sequence[str | int]) -> ReportMeta:
    """Make metadata from a row of the ``reports`` table."""
    report_id, file, place, parent, level, year, issuer, date, title, printed, sha256, evidence = row
    pairs = tuple((str(field), str(words)) for field, words in json.loads(str(evidence)))
    return ReportMeta(
        id=str(report_id),
        file=str(file),
        place=str(place),
        parent=str(parent),
        level=str(level),
        year=int(year),
        issuer=str(issuer),
        date=str(date),
        title=str(title),
        title_printed=bool(printed),
        sha256=str(sha256),
        evidence=pairs,
    )


@lru_cache(maxsize=4096)
def _heading(stored: str) -> tuple[str, ...]:
    """Read a heading path; the sentences of a passage share one."""
    return tuple(str(part) for part in json.loads(stored))
