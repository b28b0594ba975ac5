"""Fixtures of the tests of the assistant."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from tests.inside import CITY, DISTRICT, Inside


@pytest.fixture(scope="session")
def inside(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Inside]:
    """Ask of a city and the places inside it."""
    folder = tmp_path_factory.mktemp("inside")
    for name, text in (("city.txt", CITY), ("district.txt", DISTRICT)):
        (folder / name).write_text(text, encoding="utf-8")
    add([folder / "city.txt", folder / "district.txt"], folder / "lib", load(None))
    with Library.open(folder / "lib") as library:
        yield Inside(Assistant(library, load(None)))
