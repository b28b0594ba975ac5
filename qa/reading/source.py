"""Bytes of a file -> text, or one line that says why not.

Knows nothing of reports. ``READERS`` maps a suffix to a function from bytes to text, so that another format is one more
entry; what every format must satisfy (Han characters, no control characters, no scrambled ones) is checked once, after
it. The text of a text file is the decoded file itself without its byte order mark: line ends and spaces stay, for offsets
count in it, and only tables of HTML become sentences; that of another format is what its reader in ``qa.formats`` makes.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from qa.errors import UnreadableFile
from qa.formats.encoding import COMMON_MIN, common_share, decode
from qa.formats.isolated import read_isolated
from qa.formats.limits import MAX_BYTES, MAX_TEXT_BYTES, check_length, megabytes
from qa.formats.marked import TABLE
from qa.formats.refusals import CONTROL, EMPTY, NO_HAN, NOT_REGULAR, SCRAMBLED, TOO_LARGE, UNREADABLE
from qa.formats.sniff import HEAD, PDF, SHEET, SUFFIXES, TEXT, WEB, WORD, check_content, format_of
from qa.message import cause_of
from qa.patterns import lazy_re
from qa.text import HAN, printable

# Tab, line feed, vertical tab, form feed and carriage return are blanks; every other control is binary.
_CONTROL = lazy_re(r"[\x00-\x08\x0e-\x1f\x7f]")
_HAN = lazy_re(HAN)
_LOST_MOST = 0.002  # share of U+FFFD, which stands where another program lost a character

Reader = Callable[[bytes, str], str]


def _read_text(data: bytes, file: str) -> str:
    """Read a text file; one with tables of HTML, as OCR programs write them, in the child process."""
    text = decode(data, file)
    return read_isolated("marked", data, file) if TABLE.search(text) else text


_BY_FORMAT: dict[str, Reader] = {
    TEXT: _read_text,
    WEB: partial(read_isolated, WEB),
    WORD: partial(read_isolated, WORD),
    SHEET: partial(read_isolated, SHEET),
    PDF: partial(read_isolated, PDF),
}
READERS: dict[str, Reader] = {suffix: _BY_FORMAT[format_] for suffix, format_ in SUFFIXES.items()}
"""Suffix -> reader of its format; all but plain text are parsed in a child process."""


class Source(NamedTuple):
    """A file's text with the name and hash of the file it came from."""

    text: str
    file: str
    sha256: str


def load(path: Path) -> Source:
    """Read a file's text.

    Args:
        path: A file whose suffix is in ``READERS``.

    Returns:
        The text, the file's name without folders, and the SHA-256 of its bytes.

    Raises:
        UnreadableFile: the file is missing, too large, of an unsupported suffix, not what its suffix says, or holds no
            Chinese text.
    """
    file = printable(path.name)
    format_ = format_of(path.suffix, file, head_of(path))
    data = read_bytes(path, MAX_TEXT_BYTES if format_ in (TEXT, WEB) else MAX_BYTES)
    check_content(data, format_, file)
    text = _BY_FORMAT[format_](data, file)
    check(text, file)
    return Source(text, file, hashlib.sha256(data).hexdigest())


def head_of(path: Path) -> bytes:
    """Read the first bytes of a regular file.

    Args:
        path: A file.

    Returns:
        Them; none where the file cannot be read, which its reader will say.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return b""
        with path.open("rb") as file:
            return file.read(HEAD)
    except OSError:
        return b""


def read_bytes(path: Path, most: int = MAX_BYTES) -> bytes:
    """Read a file that is not too large.

    Args:
        path: The file.
        most: Bytes that it may have.

    Returns:
        Its bytes.

    Raises:
        UnreadableFile: it is missing, no regular file, or too large.
    """
    file = printable(path.name)
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise UnreadableFile(NOT_REGULAR(file))
        if about.st_size > most:
            raise UnreadableFile(TOO_LARGE(file, megabytes(about.st_size), megabytes(most)))
        return path.read_bytes()
    except OSError as exc:
        raise UnreadableFile(UNREADABLE(file, cause_of(exc))) from exc


def check(text: str, file: str) -> None:
    """Refuse a text that can be no report, whatever format it came from.

    Args:
        text: The decoded text.
        file: Name of its file, for messages.

    Raises:
        UnreadableFile: the text is blank, too long, scrambled, or holds control characters or no Han character.
    """
    if not text.strip():
        raise UnreadableFile(EMPTY(file))
    check_length(text, file)
    control = _CONTROL.search(text)
    if control:
        raise UnreadableFile(CONTROL(file, control.start(), ord(control.group())))
    if not _HAN.search(text):
        raise UnreadableFile(NO_HAN(file))
    if text.count("\ufffd") > _LOST_MOST * len(text) or common_share(text) < COMMON_MIN:
        raise UnreadableFile(SCRAMBLED(file))
