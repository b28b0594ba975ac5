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
from qa.message import Form, cause_of

LOCK = ".lock"
_STEP_SECONDS = 0.05
_NOT_WRITABLE = Form(
    "资料库 {} 不能写入（{}）；请检查文件夹权限和磁盘，或用 --library 另选一个文件夹",
    "library {} cannot be written: {}; choose another with --library",
)
_HELD = Form(
    "资料库 {} 正由另一个程序写入（进程 {}），等了 {:g} 秒仍未写完；请等它结束后再试",
    "library {} is being written by another process (pid {}) for over {:g} s; wait for it to end and try again",
)


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
        raise LibraryError(_NOT_WRITABLE(folder, cause_of(exc))) from exc
    try:
        until = time.monotonic() + wait_seconds
        while True:
            try:
                fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as exc:
                if time.monotonic() >= until:
                    holder = os.pread(number, 20, 0).decode("ascii", "replace").strip() or "unknown"
                    raise LibraryError(_HELD(folder, holder, wait_seconds)) from exc
                time.sleep(_STEP_SECONDS)
        os.ftruncate(number, 0)
        os.pwrite(number, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(number)
