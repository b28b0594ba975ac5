"""What a file is by its first bytes, whatever its name says, and what to do about a file that is not what it should be."""

from __future__ import annotations

import re

from qa.errors import UnreadableFile
from qa.formats.refusals import (
    CONVERT,
    EMPTY,
    IS_PAGE,
    NO_SUFFIX,
    NO_ZIP,
    NOT_DOCX,
    NOT_PDF,
    NOT_XLSX,
    OCR,
    OTHER_KIND,
    PAGE_AS_TEXT,
    RENAME_HTML,
    RESAVE_SHEET,
    SAVE_AS,
    UNSUPPORTED,
)
from qa.message import Form, Message, joined, listed

TEXT, WEB, WORD, SHEET, PDF = "text", "web", "word", "sheet", "pdf"
SUFFIXES = {
    ".txt": TEXT,
    ".md": TEXT,
    ".html": WEB,
    ".htm": WEB,
    ".mhtml": WEB,
    ".mht": WEB,
    ".docx": WORD,
    ".xlsx": SHEET,
    ".pdf": PDF,
}
"""Format of each suffix that is read."""

# Suffixes that people have and that are not read: what to do about each.
_REMEDIES = {
    **dict.fromkeys((".doc", ".wps", ".rtf", ".docm", ".dotx", ".odt"), SAVE_AS),
    **dict.fromkeys(
        (".ofd", ".ceb", ".caj"),
        Message("请另存为带文字的 PDF 或 .docx", "save it as a PDF with text or as .docx"),
    ),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic"), OCR),
    **dict.fromkeys(
        (".ppt", ".pptx"),
        Message("请把报告正文另存为 .docx 或 .txt", "save the report's text as .docx or .txt"),
    ),
    **dict.fromkeys(
        (".xls", ".csv", ".et", ".xlsm", ".ods"),
        Message("请用 Excel 或 WPS 打开,另存为 .xlsx", "open it in Excel or WPS and save as .xlsx"),
    ),
    **dict.fromkeys(
        (".zip", ".rar", ".7z", ".gz", ".tar"), (_UNPACK := Message("请先解压", "unpack it first"))
    ),
    **dict.fromkeys(
        (".xhtml", ".shtml", ".aspx", ".jsp", ".php"),
        Message("请在浏览器中另存为 .html", "save it from a browser as .html"),
    ),
}

_PICTURE = Form("{} 图片", "a {} picture")
_PACKED = Form("{} 压缩", "a {} archive")
_PROGRAM = Message("可执行程序", "a program")
_NO_REPORT = Message("请换成报告文件", "give a report file instead")
# Each: the bytes that a file begins with, what it is, the format that reads it ("" if none), what to do.
_MAGIC: tuple[tuple[bytes, str, str, str], ...] = (
    (b"%PDF", Message("PDF", "a PDF"), PDF, Message("请把后缀改为 .pdf", "rename it to .pdf")),
    (
        b"PK\x03\x04",
        Message("ZIP 或 Office", "ZIP or Office"),
        WORD,
        Message(
            "请把 Word 文件的后缀改为 .docx,压缩包先解压", "rename a Word file to .docx, unpack an archive"
        ),
    ),
    (
        b"PK\x05\x06",
        Message("空的 ZIP ", "an empty ZIP archive"),
        "",
        Message("请换一份有内容的文件", "take a file that holds something"),
    ),
    (
        b"\xd0\xcf\x11\xe0",
        Message("旧版 Office 或加密的 Office ", "an old or a locked Office file"),
        "",
        joined((Message("如有密码请先去掉;", "take off its password, if any;"), SAVE_AS), "", " "),
    ),
    (b"{\\rtf", Message("RTF", "RTF"), "", SAVE_AS),
    (b"\x89PNG", _PICTURE("PNG"), "", OCR),
    (b"\xff\xd8\xff", _PICTURE("JPEG"), "", OCR),
    (b"GIF8", _PICTURE("GIF"), "", OCR),
    (b"BM", _PICTURE("BMP"), "", OCR),
    (b"II*\x00", _PICTURE("TIFF"), "", OCR),
    (b"MM\x00*", _PICTURE("TIFF"), "", OCR),
    (b"RIFF", Message("WebP 图片或影音", "a WebP picture, sound or film"), "", OCR),
    (b"\x1f\x8b", _PACKED("gzip"), "", _UNPACK),
    (b"Rar!", _PACKED("RAR"), "", _UNPACK),
    (b"7z\xbc\xaf", _PACKED("7z"), "", _UNPACK),
    (b"\x7fELF", _PROGRAM, "", _NO_REPORT),
    (b"MZ", _PROGRAM, "", _NO_REPORT),
    (b"SQLite format 3", Message("SQLite 数据库", "an SQLite database"), "", _NO_REPORT),
)
# Sites and WPS give these names to new Word files, to web pages and to pages saved by Word.
_MISNAMED = frozenset({".doc", ".wps", ".docm", ".xhtml", ".shtml", ".aspx", ".jsp", ".php"})
HEAD = 512
"""First bytes of a file that tell what is in it."""
_PDF_HEAD = 1024  # the header may stand behind other bytes: ISO 32000, annex H
_WEB = re.compile(
    rb"^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!DOCTYPE\s+html|<html|<head|<body|MIME-Version:|From:\s*<Saved by)",
    re.IGNORECASE,
)


def format_of(suffix: str, file: str, head: bytes = b"") -> str:
    """Tell the format that a suffix stands for, or the one that is in a file whose suffix is often wrong.

    Args:
        suffix: Suffix of a file's name, with its dot.
        file: The name, for the message.
        head: First bytes of the file.

    Returns:
        One of ``text``, ``web``, ``word``, ``sheet``, ``pdf``.

    Raises:
        UnreadableFile: files of that suffix are not read.
    """
    found = SUFFIXES.get(suffix.lower())
    if found is None and suffix.lower() in _MISNAMED:
        found = WORD if head.startswith(b"PK\x03\x04") else WEB if _WEB.match(head) else None
    if found is None:
        remedy = _REMEDIES.get(suffix.lower(), CONVERT)
        raise UnreadableFile(UNSUPPORTED(file, suffix or NO_SUFFIX, listed(sorted(SUFFIXES)), remedy))
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
        raise UnreadableFile(EMPTY(file))
    for magic, kind, read_as, remedy in _MAGIC:
        # Two letters are no proof in a text file: a page may begin with "BM" or "MZ".
        if (
            data.startswith(magic)
            and read_as != wanted
            and not (read_as == WORD and wanted == SHEET)  # both are ZIP packages
            and not (len(magic) == 2 and magic.isalpha() and wanted == TEXT)
        ):
            raise UnreadableFile(OTHER_KIND(file, kind, _NAMES[wanted], remedy))
    if wanted == PDF and b"%PDF" not in data[:_PDF_HEAD]:
        raise UnreadableFile(NOT_PDF(file))
    if wanted == WORD and not data.startswith(b"PK"):
        what, remedy = (IS_PAGE, RENAME_HTML) if _WEB.match(data) else (NO_ZIP, SAVE_AS)
        raise UnreadableFile(NOT_DOCX(file, what, remedy))
    if wanted == SHEET and not data.startswith(b"PK"):
        raise UnreadableFile(NOT_XLSX(file, RESAVE_SHEET))
    if wanted == TEXT and _WEB.match(data):
        raise UnreadableFile(PAGE_AS_TEXT(file))


_NAMES = {
    TEXT: Message("文本", "text"),
    WEB: Message("网页", "a web page"),
    WORD: Message(" .docx", ".docx"),
    SHEET: Message(" .xlsx", ".xlsx"),
    PDF: Message(" PDF ", "a PDF"),
}
