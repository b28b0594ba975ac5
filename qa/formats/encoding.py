"""Bytes of a text file -> text, in whatever encoding it was saved; junk is refused, never decoded into other words.

UTF-8 is tried strictly first. Anything else is guessed by charset-normalizer and then proven: only encodings that Chinese
text is saved in count, every byte must decode, and the characters must be common ones (``docs/design/008-formats.md``).
"""

from __future__ import annotations

import codecs
from collections import Counter

from qa.errors import UnreadableFile
from qa.formats.refusals import AS_UTF8, NO_ENCODING, WRONG_UTF
from qa.patterns import lazy_re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What the guess may be, and the widest superset that decodes it: GBK files hold characters of GB18030, Big5 files of HKSCS.
_ACCEPTED = {
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "hz"), "gb18030"),
    **dict.fromkeys(("big5", "cp950", "big5hkscs"), "big5hkscs"),
    "utf_16": "utf-16",
    "utf_16_le": "utf-16-le",
    "utf_16_be": "utf-16-be",
}
_NOISE = lazy_re("[\u2190-\u2bff\uff01-\uff5e]+")  # ┌─┬─┐ ○ ● ※ and signs of full width
COMMON_MIN = 0.8
"""Share of common characters that text has at least: 22 reports have 0.98 to 1.00, decoded wrongly 0.31 to 0.63."""

_FEW = 20  # Han characters under which the share says nothing


def decode(data: bytes, file: str) -> str:
    """Decode a text file and drop its byte order mark.

    Args:
        data: The bytes of the file.
        file: Its name, for messages.

    Returns:
        The text, with line ends as they are.

    Raises:
        UnreadableFile: the bytes are no text in an encoding of Chinese.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as exc:
                raise UnreadableFile(
                    WRONG_UTF(file, encoding.upper(), exc.start + len(mark), AS_UTF8)
                ) from exc
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as exc:
        return _guessed(data, file, exc)


def _guessed(data: bytes, file: str, failed: UnicodeDecodeError) -> str:
    """Decode bytes that are not UTF-8 in the encoding that they prove to be."""
    encoding = _guess(data) or _guess_without_noise(data)
    if encoding is not None:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            pass
        else:
            if common_share(text) >= COMMON_MIN:
                return text
    raise UnreadableFile(NO_ENCODING(file, failed.start, data[failed.start], AS_UTF8)) from failed


def _guess(data: bytes) -> str | None:
    """Guess the encoding of bytes, of those that Chinese text is saved in."""
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=list(_ACCEPTED)).best()
    return _ACCEPTED.get(best.encoding) if best is not None else None


def _guess_without_noise(data: bytes) -> str | None:
    """Guess anew without signs that look like noise to the guesser: ┌─┬─┐, the ○ of 二○二四年, figures of full width."""
    for encoding in ("gb18030", "big5hkscs"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        bare = _NOISE.sub("", text)
        if len(bare) < len(text) and _guess(bare.encode(encoding)) == encoding:
            return encoding
    return None


def common_share(text: str) -> float:
    """Measure how many of a text's Han characters are common ones: of GB 2312 level 1 or Big5 level 1.

    Bytes decoded in a wrong encoding give rare characters.

    Args:
        text: Any text.

    Returns:
        The share, 0 to 1; 0 where there are none, 1 where they are too few to tell.
    """
    counts = Counter(char for char in text if "\u4e00" <= char <= "\u9fff")
    total = counts.total()
    if total < _FEW:
        return 1.0 if total else 0.0
    return sum(n for char, n in counts.items() if _is_common(char)) / total


def _is_common(char: str) -> bool:
    """Whether a character is of the first level of GB 2312 or of Big5."""
    for encoding, first, last in (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6)):
        try:
            lead = char.encode(encoding)[0]
        except UnicodeEncodeError:
            continue
        if first <= lead <= last:
            return True
    return False
