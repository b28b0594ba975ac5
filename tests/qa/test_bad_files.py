"""Ten bad files between two good ones: each told in one line with its reason and a remedy, and the library none the worse."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from embeddings.hashing import HashingEncoder
from qa.cli import main
from qa.ingest import FileStatus, add
from qa.library import Library
from tests.conftest import CLOUD_2024, PEAK_2024, PINE_2023
from tests.converters import parts_of, to_docx, to_pdf

ENCODER = HashingEncoder(32)
GOOD_PDF = to_pdf(parts_of(PEAK_2024))
BAD: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "文件为空或只有空白; 请添加有正文的报告"),
    "junk.txt": (bytes(range(256)) * 20, "不是 UTF-8 编码.*认不出.*; 请用原来的程序打开,另存为 UTF-8"),
    "truncated.pdf": (GOOD_PDF[: len(GOOD_PDF) // 2], "PDF 不完整.*; 请重新下载"),
    "password.pdf": (to_pdf(["甲县报告。"], password="x"), "PDF 有打开密码; .*另存为没有密码的 PDF"),
    "nozip.docx": ("这不是压缩包".encode(), "内容不是 ZIP 包,不是 .docx; 请用 Word 或 WPS 打开,另存为 .docx"),
    "huge.txt": ("法".encode() * (10 * 1024 * 1024), "文件有 30.0 MB,超过上限 20.0 MB; 请拆分"),
    "nobody.html": (
        "<html><head><title>甲县报告</title></head></html>".encode(),
        "网页里没有正文.*; 请把正文复制到",
    ),
    "picture.pdf": (b"\x89PNG\r\n\x1a\n" + b"\x00" * 99, "内容是PNG 图片文件,不是 PDF ; 请先用文字识别"),
    "mixed.txt": (CLOUD_2024.encode() + CLOUD_2024.encode("gb18030"), "不是 UTF-8 编码.*; 请用原来的程序"),
    "metadata.txt": (
        "索引号：0029/2025\n发布机构：甲县司法局\n甲县2024年法治政府建设工作报告\n".encode(),
        "没有正文; 请添加报告全文",
    ),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "in"
    made.mkdir()
    for name, (data, _) in BAD.items():
        (made / name).write_bytes(data)
    (made / "a-good.docx").write_bytes(to_docx(parts_of(CLOUD_2024)))
    (made / "z-good.pdf").write_bytes(GOOD_PDF)
    return made


def state(library: Path) -> dict[str, tuple[str, str]]:
    with Library.open(library) as opened:
        return {meta.id: (meta.sha256, opened.report(meta.id).text) for meta in opened.reports()}


def test_each_is_named_and_the_good_ones_are_added(folder: Path, tmp_path: Path) -> None:
    library = tmp_path / "lib"
    before_file = tmp_path / "pine.txt"
    before_file.write_text(PINE_2023, encoding="utf-8")
    add([before_file], library, ENCODER)
    before = state(library)
    results = {result.path.name: result for result in add([folder], library, ENCODER)}
    assert len(results) == len(BAD) + 2
    for name, (_, told) in BAD.items():
        assert results[name].status is FileStatus.REJECTED
        reason = results[name].reason
        assert reason.startswith(f"{name}: ") and "\n" not in reason
        assert re.search(told, reason), reason
    assert results["a-good.docx"].status is results["z-good.pdf"].status is FileStatus.ADDED
    after = state(library)
    assert len(after) == 3 and {key: after[key] for key in before} == before


def test_bad_files_alone_leave_every_byte_of_the_library(folder: Path, tmp_path: Path) -> None:
    library = tmp_path / "lib"
    add([folder], library, ENCODER)
    (folder / "a-good.docx").unlink()
    (folder / "z-good.pdf").unlink()
    before = {p: p.read_bytes() for p in library.rglob("*") if p.is_file()}
    assert all(r.status is FileStatus.REJECTED for r in add([folder], library, ENCODER))
    assert {p: p.read_bytes() for p in library.rglob("*") if p.is_file()} == before


def test_the_command_tells_each_in_one_line(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", str(folder), "--library", str(tmp_path / "lib")]) == 2
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == len(BAD) + 2
    assert told.err.count("\n") == 1 and "12 个文件中有 10 个未加入" in told.err
    assert sum(line.startswith("added\t") for line in told.out.splitlines()) == 2


def test_names_that_would_break_a_line_or_a_path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    name = "甲\n乙\u202etxt.exe\x1b[31m.txt"
    (folder / name).write_text(CLOUD_2024, encoding="utf-8")
    (folder / os.fsdecode(b"\xff\xfe.txt")).write_text("x", encoding="utf-8")
    assert main(["add", str(folder), "--library", str(tmp_path / "lib")]) == 2
    out = capsys.readouterr().out
    assert len(out.splitlines()) == 2 and "\x1b" not in out and "\u202e" not in out
    with Library.open(tmp_path / "lib") as library:
        assert [meta.file for meta in library.reports()] == ["甲_乙_txt.exe_[31m.txt"]


def test_a_pipe_and_a_folder_named_like_a_report_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    results = add([tmp_path / "pipe.txt"], tmp_path / "lib", ENCODER)
    assert results[0].reason == "pipe.txt: 不是普通文件(可能是设备或管道); 请给出报告文件"


def test_what_browsers_and_word_leave_in_folders_is_not_taken_for_reports(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for name in (
        "report.html",
        "report_files/a.js",
        "report_files/b.html",
        "other_files/c.txt",
        "~$a.docx",
        "Thumbs.db",
        ".DS_Store",
    ):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")
    names = [result.path.name for result in add([folder], tmp_path / "lib", ENCODER)]
    assert names == ["report.html", "c.txt"]


def test_the_same_report_in_two_formats_of_one_text_is_unchanged(tmp_path: Path) -> None:
    docx = tmp_path / "a.docx"
    docx.write_bytes(to_docx(parts_of(CLOUD_2024)))
    library = tmp_path / "lib"
    (first,) = add([docx], library, ENCODER)
    with Library.open(library) as opened:
        text = opened.report(first.report_id or "").text
    (tmp_path / "b.txt").write_text(text, encoding="utf-8")
    (again,) = add([tmp_path / "b.txt"], library, ENCODER)
    assert (again.status, again.report_id) == (FileStatus.UNCHANGED, first.report_id)
