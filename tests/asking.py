"""A library of a few reports, built and asked: what most tests of answers begin with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.types import Answer

Ask = Callable[..., Answer]


@contextmanager
def asking(folder: Path, texts: Iterable[str], today: date | None = None) -> Iterator[Ask]:
    """Build a library of reports and open it.

    Args:
        folder: Where the reports and their library are written.
        texts: The reports.
        today: The day that 去年 counts from; None is the day of the test.

    Yields:
        What asks the turns of a conversation and gives the answer to the last.
    """
    files = []
    for number, text in enumerate(texts):
        files.append(folder / f"report{number}.txt")
        files[-1].write_text(text, encoding="utf-8")
    encoder = load(None)
    add(files, folder / "library", encoder)
    with Library.open(folder / "library") as library:
        assistant = Assistant(library, encoder)
        yield lambda *turns: assistant.ask(turns, today=today)
