"""The manifest: which files make up the library now, with their sizes and hashes, switched in one step.

Data files are named by their content and never change; a new library is new files plus one ``os.replace``
of the manifest, so a reader sees the old library or the new one and a kill at any moment leaves one of the
two. Knows nothing of what the files hold.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qa.errors import CorruptLibrary, LibraryError
from qa.message import Form, cause_of
from qa.patterns import lazy_re
from qa.store.files import FileEntry, flush, part, sha256

FORMAT = 1
"""Layout of the library; another number is refused."""

MANIFEST = "manifest.json"

HASH_LIMIT = 64 * 1024 * 1024
"""Libraries up to this many bytes are hashed whole at each opening (64 MiB took 56 ms)."""

_DAMAGED = Form(
    "资料库 {0} 已损坏（文件 {1}）；请删除这个文件夹，把报告重新加入",
    "library {} is damaged: {} {}; delete the folder and add the reports again",
)
_NONE = Form(
    "{0} 里没有资料库；用 python -m qa add 文件 --library {0} 建一个",
    "no library in {0}; make one with: python -m qa add FILE --library {0}",
)
_UNREADABLE = Form(
    "资料库 {} 读不出（{}）；请检查权限", "library {} cannot be read: {}; check its permissions"
)
_OTHER_FORMAT = Form(
    "资料库 {} 的格式是 {}，本程序只认 {}；请把报告重新加入",
    "library {} has format {}, this program knows {}; add the reports again",
)

_ROLES = "(?:database|vectors|starts|rows|counts|lengths|index|manifest)"
_OURS = lazy_re(rf"{_ROLES}-[0-9a-f]{{16}}(?:\.[a-z]+)?|\.{_ROLES}-\d+\.part")
_NAME = lazy_re(rf"{_ROLES}-[0-9a-f]{{16}}(?:\.[a-z]+|/[a-z]+\.[a-z]+)")


@dataclass(frozen=True, slots=True)
class Manifest:
    """The files of a library by their role, such as ``database`` or ``vectors``.

    Attributes:
        files: Role and file, sorted by role.
    """

    files: tuple[tuple[str, FileEntry], ...]

    @property
    def fingerprint(self) -> str:
        """Hash of the manifest's bytes: changes whenever anything in the library changes."""
        return hashlib.sha256(_to_bytes(self)).hexdigest()

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(entry.size for _, entry in self.files)

    def path(self, folder: Path, role: str) -> Path:
        """Tell where a file lies.

        Args:
            folder: Library folder.
            role: Role of the file.

        Returns:
            Its path.

        Raises:
            CorruptLibrary: The manifest names no file of that role.
        """
        for name, entry in self.files:
            if name == role:
                return folder / entry.name
        raise corrupt(folder, MANIFEST, f"names no {role} file")


def corrupt(folder: Path, name: str, what: str) -> CorruptLibrary:
    """Make the error for a broken library, with the remedy.

    Args:
        folder: Library folder.
        name: File that is broken.
        what: What is wrong with it.

    Returns:
        The error, to be raised by the caller.
    """
    return CorruptLibrary(_DAMAGED(folder, name, what))


def stamp(folder: Path) -> tuple[int, int, int] | None:
    """Tell one state of a library from the next by a look at its manifest, without reading it.

    Args:
        folder: Library folder.

    Returns:
        Another value after every switch; None while there is no library.
    """
    try:
        about = (folder / MANIFEST).stat()
    except OSError:
        return None
    return about.st_mtime_ns, about.st_ino, about.st_size


def exists(folder: Path) -> bool:
    """Tell whether a folder holds a library.

    Args:
        folder: Any path.

    Returns:
        Whether a manifest lies there.
    """
    return (folder / MANIFEST).is_file()


def load(folder: Path) -> Manifest:
    """Read the manifest of a library.

    Args:
        folder: Library folder.

    Returns:
        The manifest.

    Raises:
        LibraryError: There is no library, or one of another format.
        CorruptLibrary: The manifest cannot be understood.
    """
    try:
        raw = (folder / MANIFEST).read_bytes()
    except (FileNotFoundError, NotADirectoryError) as exc:
        raise LibraryError(_NONE(folder)) from exc
    except OSError as exc:
        raise LibraryError(_UNREADABLE(folder, cause_of(exc))) from exc
    try:
        content = json.loads(raw)
        number, listed = content["format"], content["files"]
        entries = {
            role: FileEntry(str(e["name"]), int(e["size"]), str(e["sha256"])) for role, e in listed.items()
        }
    except (ValueError, KeyError, TypeError, AttributeError) as exc:
        raise corrupt(folder, MANIFEST, "cannot be understood") from exc
    if number != FORMAT:
        raise LibraryError(_OTHER_FORMAT(folder, number, FORMAT))
    if any(_NAME.fullmatch(entry.name) is None for entry in entries.values()):
        raise corrupt(folder, MANIFEST, "names a file that is none of a library's")
    return Manifest(tuple(sorted(entries.items())))


def check(folder: Path, manifest: Manifest, *, hashes: bool) -> None:
    """Compare the files of a library with its manifest.

    Args:
        folder: Library folder.
        manifest: Its manifest.
        hashes: Whether to compare hashes too, which reads every byte.

    Raises:
        CorruptLibrary: A file is missing or differs.
    """
    for _, entry in manifest.files:
        path = folder / entry.name
        try:
            size = path.stat().st_size
            digest = sha256(path) if hashes and size == entry.size else entry.sha256
        except PermissionError as exc:
            raise LibraryError(
                f"library {folder}: {entry.name} may not be read; check its permissions"
            ) from exc
        except OSError as exc:
            raise corrupt(folder, entry.name, f"cannot be read ({exc.strerror})") from exc
        if size != entry.size:
            raise corrupt(folder, entry.name, f"has {size} bytes instead of {entry.size}")
        if digest != entry.sha256:
            raise corrupt(folder, entry.name, "has another SHA-256 than the manifest says")


def switch(folder: Path, files: Mapping[str, FileEntry]) -> Manifest:
    """Make these files the library, in one step.

    Args:
        folder: Library folder.
        files: Sealed files by role.

    Returns:
        The new manifest.
    """
    manifest = Manifest(tuple(sorted(files.items())))
    path = part(folder, "manifest")
    path.write_bytes(_to_bytes(manifest))
    flush(path)
    flush(folder)
    path.replace(folder / MANIFEST)
    flush(folder)
    return manifest


def sweep(folder: Path) -> None:
    """Delete what an older or an unfinished library left behind; only under the write lock.

    Readers that have such a file open keep it. Files that a library never makes are left alone.

    Args:
        folder: Library folder.
    """
    kept = {entry.name.split("/")[0] for _, entry in load(folder).files} if exists(folder) else set()
    for path in sorted(folder.iterdir()):
        if path.name in kept or _OURS.fullmatch(path.name) is None:
            continue
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def _to_bytes(manifest: Manifest) -> bytes:
    """Write a manifest as JSON, always the same way."""
    files = {role: {"name": e.name, "size": e.size, "sha256": e.sha256} for role, e in manifest.files}
    return (json.dumps({"format": FORMAT, "files": files}, indent=1, sort_keys=True) + "\n").encode()
