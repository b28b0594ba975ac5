"""The library that a command works on: which folder, filled from the seeds if it is empty; and how far long work is."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from qa.settings import Settings

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
DONE, REFUSED, BAD_INPUT = 0, 1, 2
"""Exit codes: done; an answer was refused; bad input."""


def folder_of(arguments: argparse.Namespace, settings: Settings) -> tuple[Path, bool]:
    """Choose the library folder.

    Args:
        arguments: The command line, with ``library``.
        settings: Where the library is otherwise.

    Returns:
        The folder, and whether it is the default one.
    """
    return (
        (arguments.library, False) if arguments.library else (settings.library, settings.library_is_default)
    )


def ready(arguments: argparse.Namespace, settings: Settings) -> Path:
    """Give the library folder; the default one is filled from the seeds if it is empty.

    Args:
        arguments: Of any command; ``library`` is read.
        settings: Of the environment.

    Returns:
        The folder.
    """
    folder, is_default = folder_of(arguments, settings)
    if is_default:
        seed(folder, settings)
    return folder


def seed(folder: Path, settings: Settings) -> None:
    """Fill a library from the seeds if it is missing or empty.

    Args:
        folder: Library folder.
        settings: Which encoder to use.
    """
    from qa.ingest import ensure_seeded, is_empty

    if is_empty(folder):
        from embeddings.encoder import load

        ensure_seeded(folder, SEEDS, load(settings.encoder), indicators=settings.indicators)


class Progress:
    """A progress bar on a terminal, and nothing in a pipe."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()

    def __enter__(self) -> Progress:
        return self

    def __call__(self, done: int, total: int, path: Path) -> None:
        """Show how far the work is."""
        if self._shown and total > 1:
            from qa.text import printable

            width = 24 * done // total
            sys.stderr.write(
                f"\r[{'#' * width}{'.' * (24 - width)}] {done}/{total} {printable(path.name)[:40]:<40}"
            )
            sys.stderr.flush()

    def __exit__(self, *exc: object) -> None:
        if self._shown:
            sys.stderr.write("\r" + " " * 80 + "\r")
