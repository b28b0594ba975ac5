"""Bytes -> text: every refusal names the file, the reason and what to do."""

from pathlib import Path

import pytest

from qa.errors import UnreadableFile
from qa.reading import source
from qa.reading.source import check, decode, load

GOOD = "慈利县2024年法治政府建设工作报告\r\n正文。\n"


def write(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("name", ["a.txt", "a.MD"])
def test_text_is_the_decoded_file_without_byte_order_mark(tmp_path: Path, mark: bytes, name: str) -> None:
    loaded = load(write(tmp_path, name, mark + GOOD.encode()))
    assert loaded.text == GOOD
    assert loaded.file == name
    assert len(loaded.sha256) == 64


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "文件为空"),
        (" \n\u3000\t".encode(), "文件为空或只有空白"),
        (b"%PDF-1.7 \xe6", "PDF文件"),
        (b"PK\x03\x04...", "ZIP 或 Office文件"),
        (b"\xff\xfeN\x00", "UTF-16"),
        ("法治政府".encode("gb18030"), "不是 UTF-8 编码.第 0 字节 0xb7"),
        ("法治\x00政府".encode(), r"第 2 个字符是控制字符 U\+0000"),
        (b"only english text", "没有汉字"),
    ],
)
def test_bad_bytes_are_refused_in_one_line(tmp_path: Path, data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason) as caught:
        load(write(tmp_path, "bad.txt", data))
    message = str(caught.value)
    assert message.startswith("bad.txt: ")
    assert "\n" not in message
    assert ";" in message  # the remedy


def test_unsupported_suffix_lists_what_is_supported(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"不支持的格式 \.wps; 支持 \.md、\.txt"):
        load(write(tmp_path, "a.wps", b"x"))


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"no\.txt: 无法读取"):
        load(tmp_path / "no.txt")


def test_too_large_file_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MAX_BYTES", 10)
    with pytest.raises(UnreadableFile, match="超过上限 10 字节"):
        load(write(tmp_path, "big.txt", GOOD.encode()))


def test_a_bad_byte_late_in_the_file_is_located() -> None:
    with pytest.raises(UnreadableFile, match="第 6 字节 0xff"):
        decode("法治".encode() + b"\xff", "x.txt")


def test_tabs_and_form_feeds_are_blanks() -> None:
    check("法治\t\f\v政府", "x.txt")
