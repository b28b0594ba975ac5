"""Reading a file in a child process with a limit on time and memory: a bad file can neither hang nor kill this one.

The child (``child``) is started when the first such file comes and serves the next ones too, for a start costs 0.2 s. It
gets bytes and gives text; it opens no file of ours. When it dies, runs out of time or of memory, the file is refused with
what is known of the cause, and the next file gets a fresh child. Knows nothing of formats.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import select
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import IO

from qa.errors import UnreadableFile
from qa.formats.limits import Limits
from qa.formats.refusals import EXIT_CODE, OUT_OF_MEMORY, READER_DIED, READING_FAILED, SIMPLER, TOO_SLOW
from qa.message import Message

_ROOT = Path(__file__).resolve().parents[2]
_START = "import sys; sys.path.insert(0, sys.argv[1]); from qa.formats.child import main; main(*sys.argv[2:])"
_GRACE = 5.0  # the child ends itself at its limit; this long after, it is killed


class IsolatedReader:
    """A child process that reads files one after the other; safe to share between threads."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._errors: IO[bytes] | None = None
        self._served = 0

    def read(self, format_: str, data: bytes, file: str) -> str:
        """Read one file.

        Args:
            format_: Its format, a key of ``qa.formats.child.READERS``.
            data: Its bytes.
            file: Its name, for messages.

        Returns:
            Its text.

        Raises:
            UnreadableFile: the file cannot be read, or not within the limits.
        """
        with self._lock:
            if self._process is None or self._served >= self.limits.files or self._process.poll() is not None:
                self._stop()
                self._start()
            self._served += 1
            done = False
            try:
                reply = self._exchange(format_, data, file)
                done = True
            finally:
                if not done:  # whatever came between, the child's state is unknown
                    self._stop()
        if "refused" in reply:
            raise UnreadableFile(Message(reply["refused"], reply["english"]))
        return reply["text"]

    def close(self) -> None:
        """End the child process, if there is one."""
        with self._lock:
            self._stop()

    def _start(self) -> None:
        """Start the child; it sees no setting of Python's and gets no signal of the terminal."""
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 (closed with the child)
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-X", "utf8", "-c", _START, str(_ROOT), str(self.limits.megabytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            start_new_session=True,
        )
        self._served = 0

    def _stop(self) -> None:
        """Kill the child and close its pipes."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with contextlib.suppress(BrokenPipeError):
                        pipe.close()
        if self._errors is not None:
            self._errors.close()
            self._errors = None

    def _exchange(self, format_: str, data: bytes, file: str) -> dict[str, str]:
        """Hand a file to the child and take its reply."""
        assert (
            self._process is not None and self._process.stdin is not None and self._process.stdout is not None
        )
        job = {"format": format_, "file": file, "size": len(data), "seconds": self.limits.seconds}
        deadline = time.monotonic() + self.limits.seconds + _GRACE
        try:
            self._process.stdin.write(json.dumps(job).encode() + b"\n" + data)
            self._process.stdin.flush()
            size = int(self._receive(8, deadline), 16)
            reply: dict[str, str] = json.loads(self._receive(size, deadline))
        except (BrokenPipeError, EOFError) as exc:
            raise UnreadableFile(READING_FAILED(file, self._cause(), SIMPLER)) from exc
        except TimeoutError as exc:
            raise UnreadableFile(READING_FAILED(file, self._too_slow(), SIMPLER)) from exc
        return reply

    def _receive(self, size: int, deadline: float) -> bytes:
        """Take so many bytes from the child before a time."""
        assert self._process is not None and self._process.stdout is not None
        pipe = self._process.stdout.fileno()
        parts: list[bytes] = []
        while size > 0:
            ready, _, _ = select.select([pipe], [], [], max(0.0, deadline - time.monotonic()))
            if not ready:
                raise TimeoutError
            part = os.read(pipe, min(size, 1 << 20))
            if not part:
                raise EOFError
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def _cause(self) -> Message:
        """Say why the child ended, from its exit code and the last line that it wrote."""
        assert self._process is not None and self._errors is not None
        code = self._process.wait()
        if code == -14:  # SIGALRM: it ended itself
            return self._too_slow()
        self._errors.seek(0, os.SEEK_END)
        self._errors.seek(max(0, self._errors.tell() - 400))
        lines = self._errors.read().decode("utf-8", "replace").split("\n")
        last = next((" ".join(line.split()) for line in reversed(lines) if line.strip()), "")
        if "MemoryError" in last:
            return OUT_OF_MEMORY(self.limits.megabytes)
        return READER_DIED(last[:120] or EXIT_CODE(code))

    def _too_slow(self) -> Message:
        """Say that the time was not enough."""
        return TOO_SLOW(self.limits.seconds)


_shared = IsolatedReader()
atexit.register(_shared.close)


def read_isolated(format_: str, data: bytes, file: str) -> str:
    """Read a file in the child process that this program shares.

    Args:
        format_: Its format, a key of ``qa.formats.child.READERS``.
        data: Its bytes.
        file: Its name, for messages.

    Returns:
        Its text.

    Raises:
        UnreadableFile: the file cannot be read, or not within the limits.
    """
    return _shared.read(format_, data, file)
