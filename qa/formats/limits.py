"""How large a file may be, and how much time and memory its reading may take.

The largest report of the genre that we know of has 60,000 characters on 80 pages; the limits lie ten times and more
above, and far under what a small machine can bear.
"""

from __future__ import annotations

from dataclasses import dataclass

from qa.errors import UnreadableFile
from qa.formats.refusals import TOO_LONG

MEGABYTE = 1024 * 1024

MAX_TEXT_BYTES = 20 * MEGABYTE
"""Largest text file or web page."""

MAX_BYTES = 64 * MEGABYTE
"""Largest file of any format: a Word file or PDF may hold photographs."""

MAX_CHARACTERS = 2_000_000
"""Longest text; it is read in some 5 s."""

MAX_PAGES = 500
"""Most pages of a PDF."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the child process may use for one file.

    Attributes:
        seconds: Wall-clock seconds for one file; a PDF of 500 pages takes about 20.
        megabytes: Address space of the process.
        files: Files that one process reads before a fresh one takes its place.
    """

    seconds: float = 60.0
    megabytes: int = 1536
    files: int = 200


def check_length(text: str, file: str) -> str:
    """Refuse a text that is too long to be a report.

    Args:
        text: The text of a file.
        file: Its name, for the message.

    Returns:
        The text.

    Raises:
        UnreadableFile: it has more than ``MAX_CHARACTERS``.
    """
    if len(text) > MAX_CHARACTERS:
        raise UnreadableFile(TOO_LONG(file, len(text), MAX_CHARACTERS))
    return text


def megabytes(size: int) -> str:
    """Write a size for people.

    Args:
        size: Bytes.

    Returns:
        Such as ``12.3 MB``.
    """
    return f"{size / MEGABYTE:.1f} MB"
