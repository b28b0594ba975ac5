"""Files as offices publish and send them (``tests/data/published``, ``tests.published``): what they are, and what they answer.

The gold was written with the files, before the reader saw them; what fell short at first sight is told in design document 008.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import FileStatus, add
from qa.library import Library
from qa.reading import read
from tests.published import MADE

FILES = Path(__file__).parents[2] / "data" / "published"
GOLD: list[dict[str, Any]] = json.loads((FILES / "gold.json").read_text(encoding="utf-8"))
FIELDS = ("place", "level", "year", "issuer", "date")
by_file = pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold["file"])


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("made")
    for name, make in MADE.items():
        (folder / name).write_bytes(make())
    return {gold["file"]: (folder if gold["file"] in MADE else FILES) / gold["file"] for gold in GOLD}


@pytest.fixture(scope="module")
def assistant(files: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("published")
    encoder = load(None)
    results = add([*files.values()], folder, encoder)
    assert [result.reason for result in results if result.status is not FileStatus.ADDED] == []
    with Library.open(folder) as library:
        yield Assistant(library, encoder)


@by_file
def test_metadata_and_sentences(gold: dict[str, Any], files: dict[str, Path]) -> None:
    report = read(files[gold["file"]])
    assert {name: getattr(report.meta, name) for name in FIELDS} == {name: gold[name] for name in FIELDS}
    words = "\n".join(sentence.text for sentence in report.sentences)
    assert [each for each in gold["never"] if each in words] == []
    assert [each for each in gold["kept"] if each not in words] == []
    assert "".join(report.text[p.start : p.end] for p in report.passages) == report.text


@by_file
def test_questions(gold: dict[str, Any], assistant: Assistant) -> None:
    wrong = []
    for question, answers in gold["questions"]:
        answer = assistant.ask((question,))
        told = any(each in answer.answer for each in answers)
        if answer.abstained == bool(answers) or (answers and not told):
            wrong.append((question, answers, answer.answer))
    assert wrong == []
