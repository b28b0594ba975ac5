"""The child process that parses what may be hostile: bytes in on standard input, text out on standard output.

It limits its own memory, ends itself when a file takes too long, even inside a C library, writes no file over 1 MB and
opens no connection through Python. What a reader refuses is sent back as such; any other exception ends the process, and
the parent says so.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import resource
import signal
import socket
import sys
import warnings
from collections.abc import Callable
from importlib import import_module
from typing import IO

from qa.errors import UnreadableFile
from qa.formats.limits import MEGABYTE, check_length
from qa.message import english_of

READERS = {
    "web": ("qa.formats.web", "read_web"),
    "word": ("qa.formats.word", "read_word"),
    "sheet": ("qa.formats.sheets", "read_sheets"),
    "marked": ("qa.formats.marked", "read_marked"),
    "pdf": ("qa.formats.pdf", "read_pdf"),
}
"""Format -> module and function that read it; imported when the first such file comes."""


def read(format_: str, data: bytes, file: str) -> str:
    """Read a file in this process.

    Args:
        format_: A key of ``READERS``.
        data: Its bytes.
        file: Its name, for messages.

    Returns:
        Its text.

    Raises:
        UnreadableFile: the file cannot be read.
    """
    module, name = READERS[format_]
    reader: Callable[[bytes, str], str] = getattr(import_module(module), name)
    return check_length(reader(data, file), file)


def main(megabytes: str) -> None:
    """Serve files until standard input ends.

    Args:
        megabytes: Address space that the process may use, in megabytes.
    """
    stdin = sys.stdin.buffer
    stdout = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no reply
    _confine(int(megabytes))
    while header := stdin.readline():
        job = json.loads(header)
        data = stdin.read(job["size"])
        signal.setitimer(signal.ITIMER_REAL, job["seconds"])  # the default action of SIGALRM ends the process
        try:
            reply = {"text": read(job["format"], data, job["file"])}
        except UnreadableFile as exc:
            reply = {"refused": str(exc), "english": english_of(exc.args[0])}
        signal.setitimer(signal.ITIMER_REAL, 0)
        _send(stdout, reply)


def _send(stdout: IO[bytes], reply: dict[str, str]) -> None:
    """Write a reply behind its length."""
    body = json.dumps(reply).encode()
    stdout.write(f"{len(body):08x}".encode() + body)
    stdout.flush()


def _confine(megabytes: int) -> None:
    """Limit what the process may use; a system that knows a limit not (macOS: memory) goes without it."""
    for kind, limit in (
        (resource.RLIMIT_AS, megabytes * MEGABYTE),
        (resource.RLIMIT_FSIZE, MEGABYTE),  # standard error goes to a file
        (resource.RLIMIT_CORE, 0),
    ):
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (limit, limit))
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    socket.socket.connect = _refuse_connection  # type: ignore[method-assign]


def _refuse_connection(*_: object) -> None:
    """Stand in for every connection."""
    raise OSError("no connection may be opened while a file is read")
