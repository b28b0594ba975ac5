"""Filling the library: files in, reports out, in one atomic step; one bad file never stops the others.

Knows nothing of how a file is read, of what becomes of it (``qa.store.admission``), or of how a library
lies on disk.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

from embeddings.encoder import Encoder
from qa.errors import UnknownReport
from qa.ledger.catalogue import load_catalogue, own_files
from qa.ledger.observation import Observer
from qa.library import Library
from qa.store import manifest
from qa.store.admission import Batch, Confirm, FileResult, FileStatus, Reader
from qa.store.generation import EncoderStamp, clear_leftovers, write_generation
from qa.store.lock import writing
from qa.store.search import NO_REPORT
from qa.store.snapshot import open_snapshot
from qa.types import Report

__all__ = ["FileResult", "FileStatus", "add", "ensure_seeded", "is_empty", "read_file", "remove"]

WAIT_SECONDS = 60.0
"""How long to wait for another writer."""

_NOTES = frozenset(
    {
        "thumbs.db",
        "desktop.ini",
        "readme.md",
        "readme.txt",
        "sources.md",
        "changelog.md",
        "license",
        "license.txt",
    }
)
_SAVED = ("_files", ".files", "_文件")

Progress = Callable[[int, int, Path], None]
"""Told before each file: files done, files in all, the file."""


def read_file(path: Path, place: str | None, year: int | None) -> Report:
    """Read a file with the readers of :mod:`qa.reading`, imported when first needed.

    Args:
        path: File.
        place: Place that the user named, or None.
        year: Year that the user named, or None.

    Returns:
        The report.

    Raises:
        UnreadableFile: The file cannot be read as a report.
    """
    from qa.reading import read

    return read(path, place=place, year=year)


def add(
    paths: Sequence[Path],
    library_folder: Path,
    encoder: Encoder,
    *,
    place: str | None = None,
    year: int | None = None,
    progress: Progress | None = None,
    reader: Reader = read_file,
    confirm: Confirm | None = None,
    indicators: Path | None = None,
    wait_seconds: float = WAIT_SECONDS,
) -> list[FileResult]:
    """Put files into a library, which is made if there is none.

    All good files go in by one switch: a kill before it leaves the library as it was.

    Args:
        paths: Files and folders; folders are walked, hidden files and folders in them left out.
        library_folder: Library folder.
        encoder: Encoder of the library.
        place: Place of the files, if the user names it.
        year: Year that the files report on, if the user names it.
        progress: Told before each file.
        reader: Reads one file.
        confirm: Asked before a report takes the place of another of its place and year; None replaces without asking.
        indicators: The user's own file of indicators (``FAWEN_INDICATORS``), or None.
        wait_seconds: How long to wait for another writer.

    Returns:
        What became of each file, in the order of the paths, folders by name.

    Raises:
        BadSetting: A file of indicators is wrong.
        EncoderMismatch: The library was built with another encoder.
        LibraryError: The library cannot be read or written; it is as it was.
    """
    observer = Observer(load_catalogue(own_files(library_folder, indicators)))
    with writing(library_folder, wait_seconds):
        clear_leftovers(library_folder)
        old = open_snapshot(library_folder) if manifest.exists(library_folder) else None
        try:
            if old is not None and old.stored:
                Library(old).check_encoder(encoder)
            batch = Batch(old, encoder, reader, place, year, observer, confirm)
            files = list(_walk(paths))
            results: list[FileResult] = []
            for done, path in enumerate(files):
                if progress is not None:
                    progress(done, len(files), path)
                results.append(batch.take(path))
            if batch.added:
                stamp = EncoderStamp(encoder.name, encoder.dim)
                write_generation(library_folder, old, batch.removed, batch.added, stamp)
            return results
        finally:
            if old is not None:
                old.connection.close()


def remove(report_id: str, library_folder: Path, *, wait_seconds: float = WAIT_SECONDS) -> None:
    """Take a report out of a library; its id is never given to another text.

    Args:
        report_id: Id of the report.
        library_folder: Library folder.
        wait_seconds: How long to wait for another writer.

    Raises:
        UnknownReport: The library holds no report of that id.
        LibraryError: There is no library, or it cannot be written; it is as it was.
    """
    manifest.load(library_folder)
    with writing(library_folder, wait_seconds):
        old = open_snapshot(library_folder)
        with closing(old.connection):
            ids = sorted(stored.meta.id for stored in old.stored)
            if report_id not in ids:
                raise UnknownReport(NO_REPORT(report_id, library_folder, len(ids)))
            stamp = EncoderStamp(old.settings["encoder"], int(old.settings["dim"]))
            write_generation(library_folder, old, {report_id}, [], stamp)


def is_empty(library_folder: Path) -> bool:
    """Tell whether a library is missing or holds no report.

    Args:
        library_folder: Library folder.

    Returns:
        Whether it should be filled from the seeds, if it is the default library.
    """
    if not manifest.exists(library_folder):
        return True
    with Library.open(library_folder) as library:
        return not library.reports()


def ensure_seeded(
    library_folder: Path,
    seeds_folder: Path,
    encoder: Encoder,
    *,
    progress: Progress | None = None,
    indicators: Path | None = None,
) -> list[FileResult]:
    """Fill a library from the seeds if it is missing or empty.

    Two programs that start at once both may call it: the second waits and finds every file unchanged.

    Args:
        library_folder: Library folder.
        seeds_folder: Folder of ``.txt`` reports.
        encoder: Encoder of the library.
        progress: Told before each file.
        indicators: The user's own file of indicators (``FAWEN_INDICATORS``), or None.

    Returns:
        What became of each seed; nothing if the library holds reports.

    Raises:
        LibraryError: The library cannot be read or written.
    """
    if not is_empty(library_folder):
        return []
    return add(
        sorted(seeds_folder.glob("*.txt")), library_folder, encoder, progress=progress, indicators=indicators
    )


def _walk(paths: Iterable[Path]) -> Iterator[Path]:
    """List the files of paths and folders, each once, in a fixed order."""
    seen: set[str] = set()
    for path in paths:
        for file in _files_of(path) if path.is_dir() else [path]:
            # Path.resolve() raises on a link that leads to itself; its reader says what is wrong with it.
            if (resolved := os.path.realpath(file)) not in seen:
                seen.add(resolved)
                yield file


def _files_of(folder: Path) -> Iterator[Path]:
    """Walk a folder, by name, leaving out what programs put beside a user's files.

    That is hidden names, the lock files of Word (``~$``), the notes of file managers, and the folder of pictures and
    scripts that a browser saves with a page (``report_files`` beside ``report.html``).
    """
    for root, folders, files in os.walk(folder):
        pages = {name.rpartition(".")[0] for name in files if name.lower().endswith((".html", ".htm"))}
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and not _is_saved_with(name, pages)
        )
        shown = (n for n in sorted(files) if not n.startswith((".", "~$")) and n.lower() not in _NOTES)
        yield from (Path(root) / name for name in shown)


def _is_saved_with(folder: str, pages: set[str]) -> bool:
    """Whether a folder's name says that a browser saved it with one of the pages beside it."""
    return any(folder.endswith(end) and folder.removesuffix(end) in pages for end in _SAVED)
