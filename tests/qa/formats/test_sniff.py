"""Suffix and first bytes: what is not read is refused with what to do about it."""

import pytest

from qa.errors import UnreadableFile
from qa.formats.sniff import PDF, SHEET, SUFFIXES, TEXT, WEB, WORD, check_content, format_of


@pytest.mark.parametrize(
    ("suffix", "format_"),
    [(".TXT", TEXT), (".htm", WEB), (".mhtml", WEB), (".Docx", WORD), (".xlsx", SHEET), (".pdf", PDF)],
)
def test_the_suffix_tells_the_format(suffix: str, format_: str) -> None:
    assert format_of(suffix, "a") == format_


@pytest.mark.parametrize(
    ("suffix", "remedy"),
    [
        (".doc", "另存为 .docx"),
        (".wps", "另存为 .docx"),
        (".jpg", "OCR"),
        (".tif", "OCR"),
        (".ofd", "另存为带文字的 PDF"),
        (".xls", "另存为 .xlsx"),
        (".pptx", "另存为 .docx 或 .txt"),
        (".zip", "请先解压"),
        (".xyz", "请先转换"),
        ("", "请先转换"),
    ],
)
def test_what_is_not_read_is_told_with_a_remedy(suffix: str, remedy: str) -> None:
    with pytest.raises(UnreadableFile, match=rf"^f: 不支持的格式 .*支持 .*\.docx.*{remedy}"):
        format_of(suffix, "f")


@pytest.mark.parametrize(
    ("suffix", "head", "format_"),
    [
        (".doc", b"PK\x03\x04rest", WORD),
        (".WPS", b"PK\x03\x04rest", WORD),
        (".doc", b'\xef\xbb\xbf<html xmlns:v="urn:schemas-microsoft-com:vml">', WEB),
        (".shtml", b"\r\n<!DOCTYPE html>", WEB),
        (".jsp", b'<?xml version="1.0" encoding="gbk"?>\n<html>', WEB),
    ],
)
def test_a_suffix_that_is_often_wrong_is_read_by_its_content(suffix: str, head: bytes, format_: str) -> None:
    assert format_of(suffix, "f", head) == format_


@pytest.mark.parametrize(
    ("suffix", "head"), [(".doc", b"\xd0\xcf\x11\xe0"), (".zip", b"PK\x03\x04"), (".png", b"<html>")]
)
def test_others_are_refused_whatever_they_hold(suffix: str, head: bytes) -> None:
    with pytest.raises(UnreadableFile, match="不支持的格式"):
        format_of(suffix, "f", head)


@pytest.mark.parametrize(
    ("data", "wanted", "told"),
    [
        (b"", TEXT, "文件为空"),
        (b" \r\n\x00", PDF, "文件为空"),
        (b"\x89PNG\r\n", PDF, "PNG 图片文件,不是 PDF ; 请先用文字识别"),
        (b"\xff\xd8\xff\xe0", TEXT, "JPEG 图片"),
        (b"%PDF-1.7", TEXT, "PDF文件,不是文本; 请把后缀改为 .pdf"),
        (b"PK\x03\x04", PDF, "ZIP 或 Office"),
        (b"PK\x03\x04", TEXT, "后缀改为 .docx"),
        (b"\xd0\xcf\x11\xe0", WORD, "旧版 Office 或加密的 Office .*如有密码请先去掉"),
        (b"{\\rtf1", WORD, "RTF"),
        (b"hello", PDF, "内容不是 PDF"),
        (b"hello", WORD, "内容不是 ZIP 包,不是 .docx"),
        (b"<html><body>", WORD, "是网页,不是 .docx; 请把后缀改为 .html"),
        (b"<!DOCTYPE html>", TEXT, "内容是网页"),
    ],
)
def test_content_that_is_not_what_the_suffix_says(data: bytes, wanted: str, told: str) -> None:
    with pytest.raises(UnreadableFile, match=f"^f: .*{told}") as caught:
        check_content(data, wanted, "f")
    assert "; " in str(caught.value)


@pytest.mark.parametrize(
    ("data", "wanted"),
    [
        (b"BM\xe5", TEXT),
        (b"MZ", TEXT),
        (b"junk\n%PDF-1.4", PDF),
        (b"PK\x03\x04", WORD),
        (b"<p>", WEB),
        ("法".encode("utf-16-le"), TEXT),
    ],
)
def test_content_that_may_be_what_the_suffix_says(data: bytes, wanted: str) -> None:
    check_content(data, wanted, "f")


def test_every_suffix_is_in_small_letters_and_has_a_format() -> None:
    assert all(
        suffix == suffix.lower() and format_ in (TEXT, WEB, WORD, SHEET, PDF)
        for suffix, format_ in SUFFIXES.items()
    )
