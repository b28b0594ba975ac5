"""Words of ours in Chinese that carry their English form, so that one answer can be shown in either language.

A ``Message`` is the Chinese text, and everything that reads answers (the gate, the contract, the eval) sees only that; who
shows it to people asks for a language with ``told_in``. Words of a report have one form and stay as printed.
"""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from qa.language import Language


class Message(str):
    """Chinese words with their English form; adding keeps both, any other operation on text gives the Chinese alone."""

    __slots__ = ("english",)

    english: str

    def __new__(cls, chinese: str, english: str) -> Message:
        """Pair Chinese words with English ones."""
        message = super().__new__(cls, chinese)
        message.english = english
        return message

    def __add__(self, other: str) -> Message:
        """Append words; English sentences are set apart by a blank."""
        return joined((self, other))

    def __radd__(self, other: str) -> Message:
        """Prepend words."""
        return joined((other, self))


@dataclass(frozen=True, slots=True)
class Form:
    """A fixed message in both languages, with ``{}`` where words are put in.

    Attributes:
        chinese: The Chinese form.
        english: The English form; takes the same words, by number where their order differs.
    """

    chinese: str
    english: str

    def __call__(self, *words: object) -> Message:
        """Put words in: each language takes its own form of those that have two."""
        return Message(
            self.chinese.format(*words),
            self.english.format(*(english_of(w) if isinstance(w, str) else w for w in words)),
        )


def english_of(words: str) -> str:
    """Give words in English where they have such a form, else as they are.

    Args:
        words: Any words.

    Returns:
        Their English form.
    """
    return words.english if isinstance(words, Message) else words


def told_in(language: Language, words: str) -> str:
    """Give words in a language.

    Args:
        language: The language.
        words: Any words.

    Returns:
        Their form in it, as a plain string.
    """
    return english_of(words) if language is Language.ENGLISH else str(words)


def joined(pieces: Iterable[str], chinese: str = "", english: str = "") -> Message:
    """Join pieces in both languages; an English sentence is followed by a blank.

    Args:
        pieces: Messages and plain words.
        chinese: What stands between them in Chinese.
        english: What stands between them in English.

    Returns:
        The whole.
    """
    parts = list(pieces)
    told = ""
    for at, part in enumerate(map(english_of, parts)):
        between = english if at else ""
        told += (
            " " if not between and part and told.endswith((".", ":")) and part[0] != " " else between
        ) + part
    return Message(chinese.join(map(str, parts)), told)


def listed(names: Iterable[str]) -> Message:
    """List names: 甲、乙 in Chinese, 甲, 乙 in English.

    Args:
        names: The names.

    Returns:
        The list.
    """
    return joined(names, "、", ", ")


def by_line(words: str) -> list[str]:
    """Cut words into lines that keep both languages.

    Args:
        words: Any words.

    Returns:
        The lines; Chinese alone where the two have not the same number of lines.
    """
    lines = str(words).split("\n")
    if not isinstance(words, Message):
        return list(lines)
    english = words.english.split("\n")
    return (
        [Message(*pair) for pair in zip(lines, english, strict=True)]
        if len(lines) == len(english)
        else list(lines)
    )


def changed(words: str, change: Callable[[str], str]) -> str:
    """Change words in both languages alike, such as their markers.

    Args:
        words: Any words.
        change: What to do with each form.

    Returns:
        The changed words.
    """
    return Message(change(str(words)), change(words.english)) if isinstance(words, Message) else change(words)


def said(error: BaseException, language: Language) -> str:
    """Give an error's message in a language, on one line.

    Args:
        error: An error of ours, whose message may have two forms, or any other.
        language: The language.

    Returns:
        The message.
    """
    words = error.args[0] if error.args and isinstance(error.args[0], Message) else str(error)
    return " ".join(told_in(language, words).split())


_CAUSES = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EISDIR: "是一个文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.ELOOP: "链接指回自己",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EADDRINUSE: "端口已被占用",
}


def cause_of(error: OSError) -> Message:
    """Name what the system refused.

    Args:
        error: What it raised.

    Returns:
        The cause; in the system's own words where no others are known.
    """
    english = error.strerror or str(error)
    return Message(_CAUSES.get(error.errno or 0, english), english)
