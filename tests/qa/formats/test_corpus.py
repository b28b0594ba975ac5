"""The blind corpus (``tests/data/corpus``): metadata, passages under their headings, and what must not be searchable.

Its author knew nothing of how the product reads. What may differ is said here and nowhere else: white space; the mark that ends
a run-in heading; and, in a table, the unit that a column's header holds in brackets, which stands behind the figure.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from qa.reading import read
from qa.types import Report

CORPUS = Path(__file__).parents[2] / "data" / "corpus"
GOLD: list[dict[str, Any]] = json.loads((CORPUS / "gold.json").read_text(encoding="utf-8"))
FIELDS = ("place", "parent", "level", "year", "issuer", "date", "title")
by_file = pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["file"])


@cache
def report(file: str) -> Report:
    return read(CORPUS / "reports" / file)


def solid(words: str) -> str:
    return re.sub(r"\s", "", words)


def bare_heading(words: str) -> str:
    return solid(words).rstrip("。")


def searchable(found: Report, heading: str) -> dict[int, list[str]]:
    """The sentences of each passage under a heading."""
    passages: dict[int, list[str]] = {}
    for s in found.sentences:
        if any(bare_heading(heading) in bare_heading(part) for part in s.heading):
            passages.setdefault(s.passage, []).append(s.text)
    return passages


def tells(found: Report, passage: dict[str, Any]) -> bool:
    """Whether a passage, or a cell with its row and column, is told in one place under its heading."""
    under = searchable(found, passage["heading"])
    if "row" not in passage:
        return any(solid(passage["text"]) in solid("".join(texts)) for texts in under.values())
    parts = [passage["row"], passage["text"], *filter(None, re.split("[（）()]", passage["column"]))]
    leads = {s.text: s.lead for s in found.sentences}
    rows = [solid(leads[text] + text) for texts in under.values() for text in texts]
    return any(all(solid(part) in row for part in parts) for row in rows)


@by_file
def test_metadata(gold: dict[str, Any]) -> None:
    meta = report(gold["file"]).meta
    wrong = {
        field: getattr(meta, field)
        for field in FIELDS
        if getattr(meta, field) not in (gold[field], *gold["also_right"].get(field, ()))
    }
    assert wrong == {}


@by_file
def test_passages_are_found_under_their_heading(gold: dict[str, Any]) -> None:
    found = report(gold["file"])
    assert [passage for passage in gold["passages"] if not tells(found, passage)] == []


@by_file
def test_what_surrounds_a_report_is_not_searchable(gold: dict[str, Any]) -> None:
    body = solid("".join(s.text for s in report(gold["file"]).sentences))
    assert [words for words in gold["absent"] if solid(words) in body] == []
