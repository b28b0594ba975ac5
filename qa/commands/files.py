"""Files that a command writes: each whole or as it was before, also where the disk is full."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from qa.errors import InputError
from qa.message import Form, cause_of

_NOT_WRITTEN = Form(
    "{} 写不了（{}）；请换一个存在且可写的文件夹，或腾出磁盘空间",
    "{}: cannot be written ({}); choose a folder that exists and may be written, with room on its disk",
)


@contextmanager
def written(path: Path) -> Iterator[IO[bytes]]:
    """Open a file for writing that takes the place of another only once it is whole.

    Args:
        path: The file to write; what it holds stays until the end of the ``with``.

    Yields:
        Where to write.

    Raises:
        InputError: It cannot be written; nothing is left behind.
    """
    target = path.resolve()  # what a link leads to is written, and the link stays
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if target.exists() and not target.is_file():  # /dev/stdout, a pipe; a folder is refused by the system
            with target.open("wb") as file:
                yield file
            return
        with partial.open("wb") as file:
            yield file
        partial.replace(target)
    except OSError as exc:
        raise InputError(_NOT_WRITTEN(path, cause_of(exc))) from exc
    finally:
        with suppress(OSError):
            partial.unlink()
