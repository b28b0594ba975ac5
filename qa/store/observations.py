"""The observations of reports in the library's database: written with their report, read without reading it.

Each report's observations bear the fingerprint of the catalogue and code that made them; those of another one, and those of a
library that is older than this table, are not given out, and whoever asks makes them anew. Knows nothing of places.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from qa.ledger.observation import Kind, Observation

SCHEMA = """
CREATE TABLE IF NOT EXISTS observed (report TEXT PRIMARY KEY, fingerprint TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS observations (
    report TEXT NOT NULL, number INTEGER NOT NULL, indicator TEXT NOT NULL, counted TEXT NOT NULL,
    holder TEXT NOT NULL, whole INTEGER NOT NULL, part INTEGER NOT NULL, value TEXT NOT NULL, unit TEXT NOT NULL,
    qualifier TEXT NOT NULL, kind TEXT NOT NULL, change TEXT NOT NULL, base TEXT NOT NULL, place TEXT NOT NULL,
    year INTEGER NOT NULL, sentence INTEGER NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL,
    quote_start INTEGER NOT NULL, quote_stop INTEGER NOT NULL,
    PRIMARY KEY (report, number)) WITHOUT ROWID;
"""
"""Its tables, made in any database that is opened for writing."""

_BATCH = 400  # names in one query; SQLite allows 999 in old builds
_COLUMNS = (
    "report, number, indicator, counted, holder, whole, part, value, unit, qualifier, kind, change, base, place, "
    "year, sentence, start, stop, quote_start, quote_stop"
)


class Observed(NamedTuple):
    """The observations of a new report and the fingerprint of what made them."""

    fingerprint: str
    observations: tuple[Observation, ...]


def insert(connection: sqlite3.Connection, report: str, observed: Observed) -> None:
    """Put the observations of a report in.

    Args:
        connection: Database open for writing, inside a transaction.
        report: Id of the report.
        observed: Its observations.
    """
    delete(connection, report)
    connection.execute("INSERT INTO observed VALUES (?, ?)", (report, observed.fingerprint))
    marks = ",".join("?" * len(_COLUMNS.split(",")))
    connection.executemany(
        f"INSERT INTO observations VALUES ({marks})", [_row(report, one) for one in observed.observations]
    )


def delete(connection: sqlite3.Connection, report: str) -> None:
    """Take the observations of a report out.

    Args:
        connection: Database open for writing, inside a transaction.
        report: Id of the report.
    """
    for table in ("observed", "observations"):
        connection.execute(f"DELETE FROM {table} WHERE report = ?", (report,))


def current(connection: sqlite3.Connection, fingerprint: str) -> frozenset[str]:
    """List the reports whose observations were made by the catalogue and code of a fingerprint.

    Args:
        connection: Open database.
        fingerprint: From a catalogue.

    Returns:
        Their ids; none in a library that is older than the table.
    """
    known = connection.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'observed'")
    if known.fetchone() is None:
        return frozenset()
    query = "SELECT report FROM observed WHERE fingerprint = ?"
    return frozenset(row[0] for row in connection.execute(query, (fingerprint,)))


def load(
    connection: sqlite3.Connection, reports: Sequence[str], indicators: Collection[str] | None = None
) -> list[Observation]:
    """Read the observations of reports that :func:`current` lists.

    Args:
        connection: Open database.
        reports: Ids.
        indicators: Ids of the indicators wanted, or None for every observation.

    Returns:
        The observations by report in the order given, then in the order of the text.
    """
    wanted = None if indicators is None else sorted(indicators)
    found: dict[str, list[Observation]] = {report: [] for report in reports}
    names = list(found)
    for i in range(0, len(names), _BATCH):
        batch = names[i : i + _BATCH]
        where = f"report IN ({','.join('?' * len(batch))})"
        for chosen in (
            [None] if wanted is None else [wanted[j : j + _BATCH] for j in range(0, len(wanted), _BATCH)]
        ):
            both = where if chosen is None else f"{where} AND indicator IN ({','.join('?' * len(chosen))})"
            query = f"SELECT {_COLUMNS} FROM observations WHERE {both} ORDER BY report, number"
            for one in map(_observation, connection.execute(query, (*batch, *(chosen or ())))):
                found[one.report].append(one)
    return [one for report in names for one in found[report]]


def _row(report: str, one: Observation) -> tuple[str | int, ...]:
    """Make the row of an observation."""
    return (
        report,
        one.number,
        one.indicator,
        one.counted,
        one.holder,
        one.whole,
        one.part,
        one.value,
        one.unit,
        one.qualifier,
        one.kind.value,
        one.change,
        one.base,
        one.place,
        one.year,
        one.sentence,
        one.start,
        one.end,
        one.quote_start,
        one.quote_end,
    )


def _observation(row: Iterable[str | int]) -> Observation:
    """Make an observation of a row."""
    report, number, indicator, counted, holder, whole, part, value, unit, qualifier, kind, *rest = row
    change, base, place, year, sentence, start, end, quote_start, quote_end = rest
    return Observation(
        str(report),
        int(number),
        str(indicator),
        str(counted),
        str(holder),
        bool(whole),
        bool(part),
        str(value),
        str(unit),
        str(qualifier),
        Kind(str(kind)),
        str(change),
        str(base),
        str(place),
        int(year),
        int(sentence),
        int(start),
        int(end),
        int(quote_start),
        int(quote_end),
    )
