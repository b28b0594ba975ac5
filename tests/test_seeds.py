"""The seeds are the files that ``seeds/SOURCES.md`` says, and are read as it says."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest

from qa.reading import read

SEEDS = Path(__file__).resolve().parent.parent / "seeds"
ROW = re.compile(
    r"^\| `(?P<file>[\w-]+\.txt)` \| (?P<place>\S+) \| (?P<year>\d{4}) \| (?P<title>\S+) \| "
    r"(?P<issuer>\S+) \| (?P<date>\S+) \| `(?P<sha256>[0-9a-f]{64})` \|$",
    re.MULTILINE,
)
NONE = "—"


def rows() -> dict[str, dict[str, str]]:
    text = (SEEDS / "SOURCES.md").read_text(encoding="utf-8")
    return {match["file"]: match.groupdict() for match in ROW.finditer(text)}


def test_every_seed_has_its_row_and_every_row_its_seed() -> None:
    assert set(rows()) == {p.name for p in SEEDS.iterdir()} - {"SOURCES.md"}


@pytest.mark.parametrize("file", sorted(rows()))
def test_a_seed_is_the_file_that_its_row_says(file: str) -> None:
    row = rows()[file]
    assert hashlib.sha256((SEEDS / file).read_bytes()).hexdigest() == row["sha256"]


@pytest.mark.parametrize("file", sorted(rows()))
def test_a_seed_is_read_as_its_row_says(file: str) -> None:
    row, meta = rows()[file], read(SEEDS / file).meta
    assert (meta.place, meta.year, meta.sha256) == (row["place"], int(row["year"]), row["sha256"])
    assert (meta.title if meta.title_printed else NONE) == row["title"]
    assert (meta.issuer or NONE) == row["issuer"]
    assert (meta.date or NONE) == row["date"]


def test_the_rights_are_named() -> None:
    text = (SEEDS / "SOURCES.md").read_text(encoding="utf-8")
    assert "Copyright Law" in text
    assert "article 5" in text
