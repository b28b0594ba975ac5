"""Bytes of a file -> text, or one line that says why not.

Knows nothing of reports. ``READERS`` maps a suffix to a function from bytes to text, so that another format
is one more entry; what every format must satisfy (Han characters, no control characters) is checked once,
after it. The text is the decoded file itself without its byte order mark: line ends and spaces stay, for
offsets count in it.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from qa.errors import UnreadableFile
from qa.text import HAN

MAX_BYTES = 20 * 1024 * 1024

_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP 或 Office"),
    (b"\xd0\xcf\x11\xe0", "旧版 Office"),
    (b"\x89PNG", "PNG 图片"),
    (b"\xff\xd8\xff", "JPEG 图片"),
    (b"GIF8", "GIF 图片"),
    (b"\x1f\x8b", "gzip 压缩"),
    (b"Rar!", "RAR 压缩"),
    (b"7z\xbc\xaf", "7z 压缩"),
    (b"\x7fELF", "可执行程序"),
    (b"SQLite format 3", "SQLite 数据库"),
)
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
# Tab, line feed, vertical tab, form feed and carriage return are blanks; every other control is binary.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_HAN = re.compile(HAN)

Reader = Callable[[bytes, str], str]


class Source(NamedTuple):
    """A file's text with the name and hash of the file it came from."""

    text: str
    file: str
    sha256: str


def decode(data: bytes, file: str) -> str:
    """Decode UTF-8 text and drop its byte order mark.

    Args:
        data: The bytes of the file.
        file: Its name, for messages.

    Returns:
        The text, with line ends as they are.

    Raises:
        UnreadableFile: the bytes are another format or another encoding.
    """
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise UnreadableFile(f"{file}: 内容是{kind}文件,不是文本; 请另存为 UTF-8 文本(.txt)后再添加")
    if data.startswith(_UTF16_MARKS):
        raise UnreadableFile(f"{file}: 编码是 UTF-16,不是 UTF-8; 请另存为 UTF-8 后再添加")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as exc:
        raise UnreadableFile(
            f"{file}: 不是 UTF-8 编码(第 {exc.start} 字节 0x{data[exc.start]:02x} 无法解码); "
            "请另存为 UTF-8 后再添加"
        ) from exc
    return text.removeprefix("\ufeff")


READERS: dict[str, Reader] = {".txt": decode, ".md": decode}


def load(path: Path) -> Source:
    """Read a file's text.

    Args:
        path: A file whose suffix is in ``READERS``.

    Returns:
        The text, the file's name without folders, and the SHA-256 of its bytes.

    Raises:
        UnreadableFile: the file is missing, too large, of an unsupported suffix, or holds no Chinese text.
    """
    file = path.name
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        supported = "、".join(sorted(READERS))
        raise UnreadableFile(f"{file}: 不支持的格式 {path.suffix or '(无后缀)'}; 支持 {supported}, 请先转换")
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise UnreadableFile(
                f"{file}: 文件有 {size} 字节,超过上限 {MAX_BYTES} 字节(20 MB); 请拆分或只保留报告正文"
            )
        data = path.read_bytes()
    except OSError as exc:
        raise UnreadableFile(f"{file}: 无法读取({exc.strerror}); 请检查路径和权限") from exc
    text = reader(data, file)
    check(text, file)
    return Source(text, file, hashlib.sha256(data).hexdigest())


def check(text: str, file: str) -> None:
    """Refuse a text that can be no report, whatever format it came from.

    Args:
        text: The decoded text.
        file: Name of its file, for messages.

    Raises:
        UnreadableFile: the text is blank, holds control characters, or holds no Han character.
    """
    if not text.strip():
        raise UnreadableFile(f"{file}: 文件为空或只有空白; 请添加有正文的报告")
    control = _CONTROL.search(text)
    if control:
        code = ord(control.group())
        raise UnreadableFile(
            f"{file}: 第 {control.start()} 个字符是控制字符 U+{code:04X},像二进制文件; "
            "请另存为 UTF-8 文本后再添加"
        )
    if not _HAN.search(text):
        raise UnreadableFile(f"{file}: 没有汉字; 请添加中文的法治政府建设报告")
