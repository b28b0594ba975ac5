"""A reader of the simplest reports, for tests: first line ``place parent year``, then sentences."""

from __future__ import annotations

import hashlib
from pathlib import Path

from qa.errors import UnreadableFile
from qa.types import Passage, Report, ReportMeta, SectionKind, Sentence


def read_plain(path: Path, place: str | None, year: int | None) -> Report:
    raw = path.read_bytes()
    try:
        text = raw.decode()
    except UnicodeDecodeError as exc:
        raise UnreadableFile(f"{path.name}: not UTF-8") from exc
    head, _, _ = text.partition("\n")
    parts = head.split()
    if len(parts) != 3:
        raise UnreadableFile(f"{path.name}: no first line")
    place, parent, year = place or parts[0], parts[1].strip("-"), year or int(parts[2])
    sentences: list[Sentence] = []
    start = len(head) + 1
    while start < len(text):
        end = text.find("。", start) + 1 or len(text)
        lead = "一是牵头。" if len(sentences) % 3 == 2 else ""
        sentences.append(
            Sentence(
                len(sentences),
                start,
                end,
                text[start:end],
                1,
                ("一、成效", "(一)甲"),
                SectionKind.RESULT,
                lead,
            )
        )
        start = end
    passages = (
        Passage(0, 0, len(head) + 1, (), SectionKind.INTRO, body=False),
        Passage(1, len(head) + 1, len(text), ("一、成效", "(一)甲"), SectionKind.RESULT),
    )
    meta = ReportMeta(
        id=f"p{sum(map(ord, place))}-{year}",
        file=path.name,
        place=place,
        parent=parent,
        level="county",
        year=year,
        issuer="",
        date="2025-01-02",
        title=f"{place}{year}年报告",
        title_printed=False,
        sha256=hashlib.sha256(raw).hexdigest(),
        evidence=(("place", place), ("year", str(year))),
    )
    return Report(meta, text, passages, tuple(sentences))


def write_plain(path: Path, place: str, year: int, body: str, parent: str = "江州市") -> Path:
    path.write_text(f"{place} {parent or '-'} {year}\n{body}", encoding="utf-8")
    return path
