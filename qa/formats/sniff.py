"""What a file is by its first bytes, whatever its name says, and what to do about a file that is not what it should be."""

from __future__ import annotations

import re

from qa.errors import UnreadableFile

TEXT, WEB, WORD, PDF = "text", "web", "word", "pdf"
SUFFIXES = {
    ".txt": TEXT,
    ".md": TEXT,
    ".html": WEB,
    ".htm": WEB,
    ".mhtml": WEB,
    ".mht": WEB,
    ".docx": WORD,
    ".pdf": PDF,
}
"""Format of each suffix that is read."""

_OCR = "请先用文字识别(OCR)软件转成带文字的 PDF 或 .docx"
_SAVE_AS = "请用 Word 或 WPS 打开,另存为 .docx"
# Suffixes that people have and that are not read: what to do about each.
_REMEDIES = {
    **dict.fromkeys((".doc", ".wps", ".rtf", ".docm", ".dotx", ".odt", ".et"), _SAVE_AS),
    **dict.fromkeys((".ofd", ".ceb", ".caj"), "请另存为带文字的 PDF 或 .docx"),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic"), _OCR),
    **dict.fromkeys((".xls", ".xlsx", ".csv", ".ppt", ".pptx"), "请把报告正文另存为 .docx 或 .txt"),
    **dict.fromkeys((".zip", ".rar", ".7z", ".gz", ".tar"), "请先解压"),
    **dict.fromkeys((".xhtml", ".shtml", ".aspx", ".jsp", ".php"), "请在浏览器中另存为 .html"),
}

# Each: the bytes that a file begins with, what it is, the format that reads it ("" if none), what to do.
_MAGIC: tuple[tuple[bytes, str, str, str], ...] = (
    (b"%PDF", "PDF", PDF, "请把后缀改为 .pdf"),
    (b"PK\x03\x04", "ZIP 或 Office", WORD, "请把 Word 文件的后缀改为 .docx,压缩包先解压"),
    (b"PK\x05\x06", "空的 ZIP ", "", "请换一份有内容的文件"),
    (b"\xd0\xcf\x11\xe0", "旧版 Office 或加密的 Office ", "", f"如有密码请先去掉;{_SAVE_AS}"),
    (b"{\\rtf", "RTF", "", _SAVE_AS),
    (b"\x89PNG", "PNG 图片", "", _OCR),
    (b"\xff\xd8\xff", "JPEG 图片", "", _OCR),
    (b"GIF8", "GIF 图片", "", _OCR),
    (b"BM", "BMP 图片", "", _OCR),
    (b"II*\x00", "TIFF 图片", "", _OCR),
    (b"MM\x00*", "TIFF 图片", "", _OCR),
    (b"RIFF", "WebP 图片或影音", "", _OCR),
    (b"\x1f\x8b", "gzip 压缩", "", "请先解压"),
    (b"Rar!", "RAR 压缩", "", "请先解压"),
    (b"7z\xbc\xaf", "7z 压缩", "", "请先解压"),
    (b"\x7fELF", "可执行程序", "", "请换成报告文件"),
    (b"MZ", "可执行程序", "", "请换成报告文件"),
    (b"SQLite format 3", "SQLite 数据库", "", "请换成报告文件"),
)
_PDF_HEAD = 1024  # the header may stand behind other bytes: ISO 32000, annex H
_WEB = re.compile(
    rb"^\s*(?:<!DOCTYPE\s+html|<html|<head|<body|MIME-Version:|From:\s*<Saved by)", re.IGNORECASE
)


def format_of(suffix: str, file: str) -> str:
    """Tell the format that a suffix stands for.

    Args:
        suffix: Suffix of a file's name, with its dot.
        file: The name, for the message.

    Returns:
        One of ``text``, ``web``, ``word``, ``pdf``.

    Raises:
        UnreadableFile: files of that suffix are not read.
    """
    found = SUFFIXES.get(suffix.lower())
    if found is None:
        supported = "、".join(sorted(SUFFIXES))
        remedy = _REMEDIES.get(suffix.lower(), "请先转换")
        raise UnreadableFile(f"{file}: 不支持的格式 {suffix or '(无后缀)'}; 支持 {supported}; {remedy}")
    return found


def check_content(data: bytes, wanted: str, file: str) -> None:
    """Refuse a file whose bytes are not what its suffix says.

    Args:
        data: The bytes.
        wanted: The format that the suffix stands for.
        file: The name, for the message.

    Raises:
        UnreadableFile: the bytes are another format, or lack what the format begins with.
    """
    if not data.strip(b" \t\r\n\x00"):
        raise UnreadableFile(f"{file}: 文件为空或只有空白; 请添加有正文的报告")
    for magic, kind, read_as, remedy in _MAGIC:
        # Two letters are no proof in a text file: a page may begin with "BM" or "MZ".
        if (
            data.startswith(magic)
            and read_as != wanted
            and not (len(magic) == 2 and magic.isalpha() and wanted == TEXT)
        ):
            raise UnreadableFile(f"{file}: 内容是{kind}文件,不是{_NAMES[wanted]}; {remedy}后再添加")
    if wanted == PDF and b"%PDF" not in data[:_PDF_HEAD]:
        raise UnreadableFile(f"{file}: 内容不是 PDF 文件; 请重新下载,或换成原来的格式后再添加")
    if wanted == WORD and not data.startswith(b"PK"):
        what, remedy = ("是网页", "请把后缀改为 .html") if _WEB.match(data) else ("不是 ZIP 包", _SAVE_AS)
        raise UnreadableFile(f"{file}: 内容{what},不是 .docx; {remedy}后再添加")
    if wanted == TEXT and _WEB.match(data):
        raise UnreadableFile(f"{file}: 内容是网页,不是文本; 请把后缀改为 .html 后再添加")


_NAMES = {TEXT: "文本", WEB: "网页", WORD: " .docx", PDF: " PDF "}
