"""Bytes -> text: every refusal names the file, the reason and what to do."""

from pathlib import Path

import pytest

from qa.errors import UnreadableFile
from qa.reading import source
from qa.reading.source import check, load
from tests.converters import to_docx, to_pdf

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


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-16-be"])
def test_text_in_another_encoding_is_read(tmp_path: Path, encoding: str) -> None:
    assert load(write(tmp_path, "a.txt", (GOOD * 3).encode(encoding))).text == GOOD * 3


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "文件为空"),
        (" \n\u3000\t".encode(), "文件为空或只有空白"),
        (b"%PDF-1.7 \xe6", "PDF文件"),
        (b"PK\x03\x04...", "ZIP 或 Office文件"),
        (GOOD.encode() + b"\xff" + GOOD.encode(), "不是 UTF-8 编码.第 58 字节 0xff"),
        ("法治\x00政府".encode(), r"第 2 个字符是控制字符 U\+0000"),
        (b"only english text", "没有汉字"),
        (GOOD.encode() + "锟斤拷烫鍐閯炲窞鍖烘硶娌绘斂搴滃缓璁惧伐浣滄姤鍛".encode(), "文字是乱码"),
        ((GOOD + "\ufffd").encode(), "文字是乱码"),
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
    with pytest.raises(
        UnreadableFile, match=r"不支持的格式 \.wps; 支持 \.docx、\.htm、.*\.txt、\.xlsx; 请用 Word 或 WPS"
    ):
        load(write(tmp_path, "a.wps", b"x"))


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"no\.txt: 无法读取"):
        load(tmp_path / "no.txt")


@pytest.mark.parametrize(
    ("name", "limit"),
    [("big.txt", "MAX_TEXT_BYTES"), ("big.html", "MAX_TEXT_BYTES"), ("big.pdf", "MAX_BYTES")],
)
def test_too_large_file_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, limit: str
) -> None:
    monkeypatch.setattr(source, limit, 10)
    with pytest.raises(UnreadableFile, match=r"文件有 0\.0 MB,超过上限"):
        load(write(tmp_path, name, GOOD.encode()))


def test_too_long_a_text_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="有 2,000,001 个字符,超过上限 2,000,000"):
        check("法" * 2_000_001, "x.txt")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(UnreadableFile, match="不是普通文件"):
        load(tmp_path / "a.txt")


def test_the_other_formats_are_read(tmp_path: Path) -> None:
    parts = ["慈利县2024年法治政府建设工作报告", "正文在此。"]
    text = "".join(f"{part}\n" for part in parts)
    assert load(write(tmp_path, "a.DOCX", to_docx(parts))).text == text
    assert load(write(tmp_path, "a.pdf", to_pdf(parts))).text == text


def test_tabs_and_form_feeds_are_blanks() -> None:
    check("法治\t\f\v政府", "x.txt")
