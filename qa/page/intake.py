"""Files that a reader drops on the page, taken into the library by the path that the command line uses.

The same readers in the same child process, the same limits, the same rejections; a report of a place and year that the
library holds is replaced only when the reader says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from qa.errors import FawenError
from qa.ingest import FileResult, FileStatus, add
from qa.message import Form, Message

if TYPE_CHECKING:
    from embeddings.encoder import Encoder
    from qa.types import ReportMeta

# A reader waits at the page: less long than a script may.
_WAIT_SECONDS = 10.0
MOST_FILES = 500
"""Files that are taken at once; the rest is named as left out."""

_TOO_MANY = Form("一次最多 {} 个文件，请分几次添加", "at most {} files at once; add the rest in another go")


@dataclass(frozen=True, slots=True)
class Intake:
    """Takes files into one library.

    Attributes:
        folder: Folder of the library.
        encoder: Its encoder.
        indicators: The user's own file of indicators, or None.
    """

    folder: Path
    encoder: Encoder
    indicators: Path | None = None

    def take(self, paths: Sequence[Path], *, replacing: bool = False) -> Outcome:
        """Take files in; they are deleted but for those that wait for a word of the reader.

        Args:
            paths: Uploaded files, in folders of their own.
            replacing: Whether they may replace reports of the same place and year.

        Returns:
            What became of each, or why none was taken.
        """
        taken, rest = paths[:MOST_FILES], paths[MOST_FILES:]
        try:
            results = add(
                taken,
                self.folder,
                self.encoder,
                confirm=None if replacing else _keep,
                indicators=self.indicators,
                wait_seconds=_WAIT_SECONDS,
            )
        except FawenError as exc:
            if not replacing:  # a second try may do better
                discard(paths)
            told = (
                exc.args[0] if exc.args and isinstance(exc.args[0], Message) else Message(str(exc), str(exc))
            )
            return Outcome((), told)
        results += [FileResult(p, FileStatus.REJECTED, None, _TOO_MANY(MOST_FILES)) for p in rest]
        discard([r.path for r in results if r.status is not FileStatus.NOT_ADDED])
        return Outcome(tuple(results))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of files.

    Attributes:
        results: A result for each file; those NOT_ADDED wait for the reader.
        error: Why no file was taken, or "".
    """

    results: tuple[FileResult, ...] = ()
    error: str = ""

    def waiting(self, index: int) -> FileResult | None:
        """Give a file that waits for the reader.

        Args:
            index: Its place among the results.

        Returns:
            Its result, or None where nothing of that place waits.
        """
        if not 0 <= index < len(self.results):
            return None
        result = self.results[index]
        return result if result.status is FileStatus.NOT_ADDED else None

    def settled(self, index: int, other: Outcome) -> Outcome:
        """Put the result of a second try in the place of the first.

        Args:
            index: Place among the results.
            other: What became of that one file.

        Returns:
            The whole.
        """
        results = list(self.results)
        results[index : index + 1] = other.results or [results[index]]
        return replace(self, results=tuple(results), error=other.error)


def discard(paths: Sequence[Path]) -> None:
    """Delete uploaded files, and the folders that held only them.

    Args:
        paths: The files.
    """
    for path in paths:
        with suppress(OSError):
            path.unlink()
            path.parent.rmdir()


def _keep(path: Path, new: ReportMeta, old: ReportMeta) -> bool:
    """Replace nothing before the reader was asked."""
    del path, new, old
    return False
