"""The write lock: one writer at a time; readers need none. Knows nothing of what is written.

``flock`` and not a lock file that exists or not: the system frees it when its holder dies, however it dies.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qa.errors import LibraryError

LOCK = ".lock"
_STEP_SECONDS = 0.05


@contextmanager
def writing(folder: Path, wait_seconds: float) -> Iterator[None]:
    """Hold the write lock of a library folder, which is made if it is missing.

    Args:
        folder: Library folder.
        wait_seconds: How long to wait for another writer.

    Yields:
        Nothing; the lock is held inside the ``with``.

    Raises:
        LibraryError: The folder cannot be written, or another writer holds it for longer.
    """
    import fcntl

    try:
        folder.mkdir(parents=True, exist_ok=True)
        number = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    except OSError as exc:
        reason = exc.strerror
        raise LibraryError(
            f"library {folder} cannot be written: {reason}; choose another with --library"
        ) from exc
    try:
        until = time.monotonic() + wait_seconds
        while True:
            try:
                fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as exc:
                if time.monotonic() >= until:
                    holder = os.pread(number, 20, 0).decode("ascii", "replace").strip() or "unknown"
                    raise LibraryError(
                        f"library {folder} is being written by another process (pid {holder}) "
                        f"for over {wait_seconds:g} s; wait for it to end and try again"
                    ) from exc
                time.sleep(_STEP_SECONDS)
        os.ftruncate(number, 0)
        os.pwrite(number, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(number)
