"""What becomes of each file of one ``add``, and under which report id.

Knows nothing of how a file is read or a library written. A report's identity is its place, the place above,
the level and the year: the same file again is unchanged, another text of the same identity replaces the old
one under a new id, because a report id never stands for two texts.
"""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from embeddings.encoder import Encoder
from qa.errors import FawenError, UnreadableFile
from qa.formats.limits import MAX_BYTES
from qa.formats.refusals import UNREADABLE
from qa.formats.sniff import format_of
from qa.ledger.observation import Observer
from qa.message import Form, cause_of
from qa.reading.orders import orders_in
from qa.reading.source import head_of
from qa.store import database
from qa.store.database import UsedId
from qa.store.generation import NewReport
from qa.store.observations import Observed
from qa.store.snapshot import Snapshot
from qa.text import printable, unwrapped
from qa.types import Report, ReportMeta

Confirm = Callable[[Path, ReportMeta, ReportMeta], bool]
"""Asked with a file, its report and the report of the same place and year that the library holds: whether to replace it."""

Reader = Callable[[Path, str | None, int | None], Report]
"""Reads a file into a report, given the place and year if the user named them; raises UnreadableFile."""


class FileStatus(StrEnum):
    """What became of a file."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    NOT_ADDED = "not added"
    REJECTED = "rejected"


_TWICE = Form(
    "刚从 {1} 加入了 {0} 的报告，内容不同；两个文件请只留一个，同一篇分成的几页请合成一个文件",
    "{} was just added from {} with another text; keep one of the two files, or put the pages of one article into one file",
)
_WOULD_REPLACE = Form(
    "会替换 {}（{}{}年，读自 {}）；确实要替换，请加 --yes",
    "would replace {} ({} {}, read from {}); use --yes to replace it",
)
_REPLACES = Form("替换了 {}", "replaces {}")


@dataclass(frozen=True, slots=True)
class FileResult:
    """What became of a file, and why.

    Attributes:
        path: The file.
        status: What became of it; NOT_ADDED where it would replace a report and nobody said that it may.
        report_id: Id of its report, or None if it is not in the library.
        reason: Why it is not, or what it replaced, in one line, or "".
        orders: Sentences in it that give orders to a machine that reads it; they answer nothing.
        found: What was read of a file that would replace a report, or None.
        held: The report that it would replace, or None.
    """

    path: Path
    status: FileStatus
    report_id: str | None = None
    reason: str = ""
    orders: tuple[str, ...] = ()
    found: ReportMeta | None = None
    held: ReportMeta | None = None


@dataclass(slots=True)
class Batch:
    """Decides what becomes of each file of one ``add``.

    Attributes:
        old: The library so far, or None.
        encoder: Encoder of the library.
        reader: Reads one file.
        place: Place that the user named, or None.
        year: Year that the user named, or None.
        observer: Makes the observations that are stored with each report, or None to store none.
        confirm: Asked before a report takes the place of another of its place and year, or None to replace.
        added: Reports to put in.
        removed: Ids of reports that they replace.
    """

    old: Snapshot | None
    encoder: Encoder
    reader: Reader
    place: str | None
    year: int | None
    observer: Observer | None = None
    confirm: Confirm | None = None
    added: list[NewReport] = field(default_factory=list)
    removed: set[str] = field(default_factory=set)
    _held: dict[str, ReportMeta] = field(init=False)
    _used: dict[str, UsedId] = field(init=False)
    _new_from: dict[str, Path] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._held = {} if self.old is None else {stored.meta.id: stored.meta for stored in self.old.stored}
        self._used = {} if self.old is None else database.used_ids(self.old.connection)

    def take(self, path: Path) -> FileResult:
        """Read one file and decide; whatever is wrong with it becomes a rejection.

        Args:
            path: The file.

        Returns:
            What became of it.
        """
        try:
            if path.suffix:  # known words in a file of a kind that is not read are no reason to take it
                format_of(path.suffix, path.name, head_of(path))
            digest = _digest(path)
            same = next((meta for meta in self._held.values() if meta.sha256 == digest), None)
            if same is not None and self.place is None and self.year is None:
                return FileResult(path, FileStatus.UNCHANGED, same.id)
            report = self.reader(path, self.place, self.year)
            _check(report, path)
        except OSError as exc:
            return FileResult(
                path, FileStatus.REJECTED, None, UNREADABLE(printable(path.name), cause_of(exc))
            )
        except FawenError as exc:
            return FileResult(path, FileStatus.REJECTED, None, exc.args[0])
        if same is not None and _identity(same) == _identity(report.meta):
            return FileResult(path, FileStatus.UNCHANGED, same.id)
        return self._put(path, report, same)

    def _put(self, path: Path, report: Report, same: ReportMeta | None) -> FileResult:
        """Put a report in, in place of those of the same identity or from the same file."""
        identity = _identity(report.meta)
        twins = [meta for meta in self._held.values() if meta is same or _identity(meta) == identity]
        used = UsedId(identity, hashlib.sha256(report.text.encode()).hexdigest())
        for twin in twins:
            if self._used[twin.id] == used:
                return FileResult(path, FileStatus.UNCHANGED, twin.id)
            if twin.id in self._new_from:
                first, what = self._new_from[twin.id].name, f"{report.meta.place} {report.meta.year}"
                reason = _TWICE(what, first)
                return FileResult(path, FileStatus.REJECTED, None, reason)
        # the same file read anew, its place corrected, loses nothing
        others = [twin for twin in twins if twin is not same]
        if others and self.confirm is not None and not self.confirm(path, report.meta, others[0]):
            old = others[0]
            reason = _WOULD_REPLACE(old.id, old.place, old.year, old.file)
            return FileResult(path, FileStatus.NOT_ADDED, None, reason, (), report.meta, old)
        report_id = self._free_id(report.meta, used)
        report = replace(report, meta=replace(report.meta, id=report_id))
        vectors = self.encoder.encode([unwrapped(sentence.text) for sentence in report.sentences])
        self.added.append(NewReport(report, vectors, used, self._observe(report)))
        for twin in twins:
            self.removed.add(twin.id)
            del self._held[twin.id]
        self._held[report_id] = report.meta
        self._used[report_id] = used
        self._new_from[report_id] = path
        if not twins:
            return FileResult(path, FileStatus.ADDED, report_id, orders=tuple(orders_in(report.text)))
        reason = _REPLACES(", ".join(twin.id for twin in twins))
        return FileResult(path, FileStatus.REPLACED, report_id, reason, tuple(orders_in(report.text)))

    def _observe(self, report: Report) -> Observed | None:
        """Make the observations that are stored with a report."""
        if self.observer is None:
            return None
        return Observed(self.observer.catalogue.fingerprint, self.observer.observations(report))

    def _free_id(self, meta: ReportMeta, used: UsedId) -> str:
        """Choose an id: as read; with the parent in front if another place has it; with a revision."""
        base = meta.id
        if base in self._used and self._used[base].identity != used.identity:
            base = f"{_slug(meta.parent)}-{meta.id}"
        candidate, revision = base, 1
        while candidate in self._held or self._used.get(candidate, used) != used:
            revision += 1
            candidate = f"{base}-{revision}"
        return candidate


def _digest(path: Path) -> str:
    """Hash a file that a library may hold: a regular one that is not too large, for a pipe would never end."""
    about = path.stat()
    if not stat.S_ISREG(about.st_mode) or about.st_size > MAX_BYTES:
        return ""  # its reader says what is wrong
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _check(report: Report, path: Path) -> None:
    """Refuse a report whose sentences do not stand where it says: nothing of it could be cited."""
    for number, sentence in enumerate(report.sentences):
        if sentence.index != number or report.text[sentence.start : sentence.end] != sentence.text:
            raise UnreadableFile(
                f"{path.name}: sentence {number} is not where its reader says; report this as a defect"
            )


def _identity(meta: ReportMeta) -> str:
    """Name what a report is about: two texts of one identity are versions of one report."""
    return "|".join((meta.place, meta.parent, meta.level, str(meta.year)))


def _slug(place: str) -> str:
    """Write a place's name in pinyin, as report ids do; "other" if there is none."""
    from qa.reading.slug import report_id

    return report_id(place, "", "", 0).removesuffix("-0") if place else "other"
