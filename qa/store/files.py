"""Files of a library that are being written: flushed, hashed and named by their content.

Knows nothing of what they hold or of which of them make up the library.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FileEntry:
    """One file of the library.

    Attributes:
        name: Its path in the library folder; one level of folders at most.
        size: Bytes.
        sha256: Hash of its bytes, hexadecimal.
    """

    name: str
    size: int
    sha256: str


def part(folder: Path, role: str) -> Path:
    """Name a file that is still being written.

    Args:
        folder: Library folder.
        role: Role of the file.

    Returns:
        A hidden path in the folder, free to use while the write lock is held.
    """
    return folder / f".{role}-{os.getpid()}.part"


def seal(folder: Path, role: str, path: Path, suffix: str) -> FileEntry:
    """Flush a written file to disk and give it the name of its content.

    Args:
        folder: Library folder.
        role: Role of the file.
        path: The file as :func:`part` named it.
        suffix: Ending of the name, such as ``.npy``.

    Returns:
        The entry for the manifest.
    """
    flush(path)
    digest = sha256(path)
    entry = FileEntry(f"{role}-{digest[:16]}{suffix}", path.stat().st_size, digest)
    path.replace(folder / entry.name)
    return entry


def seal_folder(folder: Path, role: str, path: Path) -> dict[str, FileEntry]:
    """Flush the files of a written folder to disk and give the folder the name of its content.

    Args:
        folder: Library folder.
        role: Role of the folder.
        path: The folder as :func:`part` named it, with files only.

    Returns:
        The entries for the manifest; the role of each is ``role/name``.
    """
    files = sorted(path.iterdir())
    for file in (*files, path):
        flush(file)
    hashes = [sha256(file) for file in files]
    home = f"{role}-{hashlib.sha256(' '.join(hashes).encode()).hexdigest()[:16]}"
    entries = {
        f"{role}/{file.name}": FileEntry(f"{home}/{file.name}", file.stat().st_size, digest)
        for file, digest in zip(files, hashes, strict=True)
    }
    if (folder / home).exists():
        shutil.rmtree(path)
    else:
        path.replace(folder / home)
    return entries


def sha256(path: Path) -> str:
    """Hash a file.

    Args:
        path: Any file.

    Returns:
        SHA-256 of its bytes, hexadecimal.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def flush(path: Path) -> None:
    """Push a file's bytes, or a folder's names, to the disk.

    Args:
        path: File or folder.
    """
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    finally:
        os.close(number)
