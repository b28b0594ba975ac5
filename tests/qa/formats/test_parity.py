"""A report is the same report in every format: place, year, issuer, title, headings and sentences as from its text.

The seeds and the reports of ``tests/data/unseen/dev*`` are turned into Word files, web pages of four kinds and PDFs. What may
differ is said here and nowhere else: blanks, which wrapping moves, and ``·``, which the PDF's unembedded font does not map.
"""

from __future__ import annotations

import re
from pathlib import Path

import opencc
import pytest

from qa.formats.pdf import read_pdf
from qa.formats.web import read_web
from qa.formats.word import read_word
from qa.reading import read, read_text
from qa.types import Report
from tests.converters import parts_of, to_docx, to_pdf
from tests.webpages import DECOYS, SHELLS, to_html

ROOT = Path(__file__).parents[3]
REPORTS = sorted([*(ROOT / "seeds").glob("*.txt"), *(ROOT / "tests" / "data" / "unseen").glob("dev*/*.txt")])
FILES = ROOT / "tests" / "data" / "formats"  # a seed in each format; the benchmark reads them too
FORMATS = ["docx", "pdf", *SHELLS]
FIELDS = ("id", "place", "parent", "level", "year", "issuer", "date", "title", "title_printed")
# One line "…的报告 2024年，…": where the page's title is printed above, the line keeps its own at its head.
ONE_LINE_TITLE = "qijiang2024.txt"


def convert(text: str, title: str, format_: str) -> str:
    parts = parts_of(text)
    if format_ == "docx":
        return read_word(to_docx(parts, header="法治政府建设报告汇编999件", footer="内部资料"), "a.docx")
    if format_ == "pdf":
        return read_pdf(to_pdf(parts, header="法治政府建设报告汇编999件"), "a.pdf")
    return read_web(to_html(parts, format_, title=title), "a.html")


def bare(words: str) -> str:
    return re.sub(r"[\s·]", "", words)


def headings(report: Report) -> list[str]:
    return [bare("".join(path)) for path in dict.fromkeys(s.heading for s in report.sentences)]


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_a_report_reads_the_same_from_every_format(path: Path, format_: str) -> None:
    text = path.read_text(encoding="utf-8")
    plain = read_text(text, path.name)
    converted = convert(text, plain.meta.title, format_)
    assert not any(decoy in converted for decoy in (*DECOYS, "999件"))
    found = read_text(converted, path.name)
    if format_ in SHELLS and not plain.meta.title_printed:
        assert found.meta.title == plain.meta.title  # the page prints the title that the text lacks
    # What a page prints round a text that names no issuer may name one.
    silent = {"issuer"} if format_ in SHELLS and not plain.meta.issuer else set()
    for field in [f for f in (FIELDS[:-1] if format_ in SHELLS else FIELDS) if f not in silent]:
        assert bare(str(getattr(found.meta, field))) == bare(str(getattr(plain.meta, field))), field
    wanted, got = [bare(s.text) for s in plain.sentences], [bare(s.text) for s in found.sentences]
    if path.name == ONE_LINE_TITLE:
        wanted, got = wanted[1:], got[1:]
    assert got == wanted
    assert headings(found) == headings(plain)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_a_report_in_traditional_characters_is_the_same_report(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    plain, found = read_text(text, path.name), read_text(opencc.OpenCC("s2t").convert(text), path.name)
    fields = [
        field
        for field in FIELDS
        if not field.startswith("title") and (field, path.name) != ("issuer", ONE_LINE_TITLE)
    ]
    assert [getattr(found.meta, field) for field in fields] == [
        getattr(plain.meta, field) for field in fields
    ]
    assert [s.section for s in found.sentences] == [s.section for s in plain.sentences]


@pytest.mark.parametrize("file", sorted(FILES.iterdir()), ids=lambda file: file.suffix)
def test_the_stored_files_are_the_seed(file: Path) -> None:
    seed = read(ROOT / "seeds" / f"{file.stem}.txt")
    found = read(file)
    assert (found.meta.id, found.meta.title, found.meta.date) == (
        seed.meta.id,
        seed.meta.title,
        seed.meta.date,
    )
    assert [bare(s.text) for s in found.sentences] == [bare(s.text) for s in seed.sentences]


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.name)
def test_what_is_read_is_its_own_text(path: Path) -> None:
    """What a reader gives, saved as .txt and Word again, reads the same: nothing grows or shrinks on the way."""
    once = read_word(to_docx(parts_of(path.read_text(encoding="utf-8"))), "a.docx")
    assert read_word(to_docx(once.splitlines()), "a.docx") == once
