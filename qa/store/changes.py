"""Changing the library's database before any reader sees it; knows nothing of files or searching."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from qa.lexical import Term
from qa.store import observations
from qa.store.database import UsedId, stored_reports
from qa.store.observations import Observed
from qa.types import Report


def write(
    connection: sqlite3.Connection,
    *,
    removed: Iterable[str],
    added: Sequence[tuple[Report, UsedId, Observed | None]],
    terms: Sequence[Term],
    frequencies: Sequence[int],
    values: Mapping[str, str],
) -> None:
    """Take reports out, put reports in and renumber the rows, all in one transaction.

    Args:
        connection: From :func:`qa.store.schema.open_for_writing`.
        removed: Ids to take out.
        added: Reports to put in, after those that stay, each with what its id stands for and its observations.
        terms: All terms in the order of their numbers.
        frequencies: Sentences that hold each term.
        values: All settings.
    """
    with connection:
        for report in removed:
            for table, column in (("reports", "id"), ("passages", "report"), ("sentences", "report")):
                connection.execute(f"DELETE FROM {table} WHERE {column} = ?", (report,))
            observations.delete(connection, report)
        row = 0
        for stored in stored_reports(connection):
            connection.execute("UPDATE reports SET first_row = ? WHERE id = ?", (row, stored.meta.id))
            row += stored.n_sentences
        for report_, used, observed in added:
            _insert(connection, report_, used, row)
            if observed is not None:
                observations.insert(connection, report_.meta.id, observed)
            row += len(report_.sentences)
        connection.execute("DELETE FROM terms")
        numbered = (
            (int(t[0]), t[1], n, df) for n, (t, df) in enumerate(zip(terms, frequencies, strict=True))
        )
        connection.executemany("INSERT INTO terms VALUES (?, ?, ?, ?)", numbered)
        connection.execute("DELETE FROM settings")
        connection.executemany("INSERT INTO settings VALUES (?, ?)", sorted(values.items()))


def _insert(connection: sqlite3.Connection, report: Report, used: UsedId, first_row: int) -> None:
    """Put one report in."""
    m = report.meta
    evidence = json.dumps(m.evidence, ensure_ascii=False)
    meta = (
        m.id,
        m.file,
        m.place,
        m.parent,
        m.level,
        m.year,
        m.issuer,
        m.date,
        m.title,
        m.title_printed,
        m.sha256,
    )
    marks = ",".join("?" * 15)
    values = (*meta, evidence, first_row, len(report.sentences), report.text)
    connection.execute(f"INSERT INTO reports VALUES ({marks})", values)
    connection.executemany(
        "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (m.id, p.index, p.start, p.end, _to_json(p.heading), p.section.value, p.body)
            for p in report.passages
        ],
    )
    connection.executemany(
        "INSERT INTO sentences VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (m.id, s.index, s.start, s.end, s.passage, _to_json(s.heading), s.section.value, s.lead)
            for s in report.sentences
        ],
    )
    connection.execute("INSERT OR IGNORE INTO used_ids VALUES (?, ?, ?)", (m.id, *used))


def _to_json(heading: tuple[str, ...]) -> str:
    """Write a heading path."""
    return json.dumps(heading, ensure_ascii=False)
