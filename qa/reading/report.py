"""One file or text -> one ``Report``: the reader's front door.

Knows the order of the steps and nothing else.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from qa.errors import UnreadableFile
from qa.formats.refusals import NO_BODY
from qa.reading.metadata import describe
from qa.reading.source import check, load
from qa.reading.structure import structure, take_apart
from qa.text import HAN
from qa.types import Report

_BODY_MIN = 20  # Han characters; less is a title and a table, not a report


def read(path: Path, *, place: str | None = None, year: int | None = None) -> Report:
    """Read a file as a report.

    Args:
        path: A file of a format that ``qa.reading.source.READERS`` lists.
        place: Full name of its place, if the text does not tell or tells it wrong.
        year: Year that it reports on, likewise.

    Returns:
        The report; ``report.text`` is the text of the file as its format's reader gives it.

    Raises:
        UnreadableFile: the file is no report, or names no place or year.
    """
    source = load(path)
    return _report(source.text, source.file, source.sha256, place, year)


def read_text(
    text: str, file: str, sha256: str = "", *, place: str | None = None, year: int | None = None
) -> Report:
    """Read a text as a report.

    Args:
        text: The text; kept as it is.
        file: Name that the report carries and messages give.
        sha256: Hash of the file's bytes; made from the text's UTF-8 form if "".
        place: Full name of its place, if the text does not tell or tells it wrong.
        year: Year that it reports on, likewise.

    Returns:
        The report.

    Raises:
        UnreadableFile: the text is no report, or names no place or year.
    """
    check(text, file)
    return _report(text, file, sha256 or hashlib.sha256(text.encode()).hexdigest(), place, year)


def _report(text: str, file: str, sha256: str, place: str | None, year: int | None) -> Report:
    """Take a checked text apart and put the report together."""
    layout = take_apart(text)
    body = sum(
        len(re.findall(HAN, text[piece.start : piece.end])) for piece in layout.pieces if not piece.is_heading
    )
    if body < _BODY_MIN:
        raise UnreadableFile(NO_BODY(file))
    meta = describe(layout, file, sha256, place, year)
    parts = structure(layout, meta.year)
    return Report(meta, text, parts.passages, parts.sentences)
