"""Patterns of everyday phrases: "告..政府", "没(有|)打赢", "<报公>告政府".

Small on purpose: literals, choices, short gaps and a guard. ``re`` could do the same, but compiling the
1,400 patterns of the lexicon costs it more time than a whole answer may take, and it does not tell which
characters of a match were literal, which decides what a longer phrase covers.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from qa.errors import BadSetting
from qa.patterns import lazy_re

Part = int | tuple[str, ...]

_PART = lazy_re(r"\(([^()<>?.]+)\)(\??)|(\.{1,3})(?!\.)|([^()<>?.|]+)(\??)")
_GUARD = lazy_re(r"<([^<>()?.|]+)>")
_NOT_FIXED = lazy_re(r"\([^()]*\)\??|\.+|[^()<>?.|]\?")
_SPECIAL = lazy_re(r"[()<>?.|]")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A parsed phrase.

    Attributes:
        parts: Choices of literals, longest first, and between them the most characters that a gap may have.
        guard: Characters that must not stand directly before the phrase.
    """

    parts: tuple[Part, ...]
    guard: str = ""

    def match(self, text: str, start: int) -> tuple[int, int] | None:
        """Match the phrase at a position; a gap is as short as it can be, and holds letters and digits only.

        Args:
            text: The text to match.
            start: Where the phrase must begin.

        Returns:
            One past the last character, and a mask whose bit i says that character start + i is literal; None
            if the phrase does not stand there.
        """
        if self.guard and start and text[start - 1] in self.guard:
            return None
        return _walk(self.parts, 0, text, start)


def match_phrase(phrase: str, text: str, start: int, fewest: int = 2) -> tuple[int, int] | None:
    """Match a phrase at a position; it is parsed only where the characters stand that all its matches hold.

    Args:
        phrase: The phrase as the lexicon prints it.
        text: The text to match.
        start: Where the phrase must begin.
        fewest: As for ``parse_phrase``.

    Returns:
        As ``Phrase.match``.
    """
    opening, longest = _fixed(phrase)
    if text.startswith(opening, start) and text.find(longest, start) >= 0:
        return parse_phrase(phrase, fewest).match(text, start)
    return None


@lru_cache(maxsize=1 << 14)  # 7,100 phrases of all files, of which a question tries 800
def _fixed(phrase: str) -> tuple[str, str]:
    """Give what every match of a phrase begins with and the longest piece that it holds: 告 and 政府 of 告..政府."""
    pieces = _NOT_FIXED.split(phrase[phrase.find(">") + 1 :])
    return pieces[0], max(pieces, key=len)


@lru_cache(maxsize=4096)
def parse_phrase(phrase: str, fewest: int = 2) -> Phrase:
    """Parse an everyday phrase.

    ``告..政府`` allows up to two characters in between (at most three dots); ``(没|没有|)`` is a choice, of
    nothing too if a side is empty; ``?`` makes the character or the choice before it optional; ``<报公>`` in
    front says that none of these characters may stand directly before.

    Args:
        phrase: The phrase as the lexicon prints it, in lower case.
        fewest: Fixed characters that it must have.

    Returns:
        The parsed phrase.

    Raises:
        BadSetting: If the phrase does not follow the syntax, or can match fewer characters.
    """
    parts: list[Part] = []
    guard = _GUARD.match(phrase)
    end = guard.end() if guard else 0
    for match in _PART.finditer(phrase, end):
        if match.start() != end:
            break
        end = match.end()
        choice, optional, gap, literal, last = match.groups()
        if gap:
            parts.append(len(gap))
        elif choice:
            sides = set(choice.split("|")) | ({""} if optional else set())
            parts.append(tuple(sorted(sides, key=lambda side: (-len(side), side))))
        elif last:
            parts.extend([(literal[:-1],)] if len(literal) > 1 else [])
            parts.append((literal[-1], ""))
        else:
            parts.append((literal,))
    least = sum(len(part[-1]) for part in parts if not isinstance(part, int))
    if end != len(phrase) or least < fewest or isinstance(parts[0], int) or isinstance(parts[-1], int):
        raise BadSetting(
            f"phrase {phrase!r} of the lexicon is not valid: write literals, (a|b|) choices, ? after what is"
            " optional, at most three dots between two of them and <xy> in front, with"
            f" {'two fixed characters' if fewest > 1 else 'a fixed character'}"
        )
    return Phrase(tuple(parts), guard[1] if guard else "")


def is_plain(phrase: str) -> bool:
    """Tell whether a phrase is a plain word, without any sign of the syntax."""
    return _SPECIAL.search(phrase) is None


def heads(phrase: str, fewest: int = 2) -> set[str]:
    """List the characters that a phrase can begin with, unparsed where its first part is enough.

    Args:
        phrase: The phrase as the lexicon prints it.
        fewest: As for ``parse_phrase``.

    Returns:
        The possible first characters.

    Raises:
        BadSetting: If the phrase had to be parsed and is not valid.
    """
    if phrase[0] not in "(<":
        if phrase[1:2] != "?":
            return {phrase[0]}
    elif phrase[0] == "(":
        first, _, rest = phrase[1:].partition(")")
        sides = first.split("|")
        if rest[:1] != "?" and all(sides):
            return {side[0] for side in sides}
    found: set[str] = set()
    for part in parse_phrase(phrase, fewest).parts:
        if not isinstance(part, int):
            found.update(side[0] for side in part if side)
            if part[-1]:
                break
    return found


def _walk(parts: tuple[Part, ...], k: int, text: str, at: int) -> tuple[int, int] | None:
    """Match parts[k:] at a position: its end and the mask of literal characters, or None."""
    if k == len(parts):
        return at, 0
    part = parts[k]
    if isinstance(part, int):
        for gap in range(part + 1):
            if gap and (at + gap > len(text) or not text[at + gap - 1].isalnum()):
                break
            if (hit := _walk(parts, k + 1, text, at + gap)) is not None:
                return hit[0], hit[1] << gap
        return None
    for side in part:
        size = len(side)
        if text.startswith(side, at) and (hit := _walk(parts, k + 1, text, at + size)) is not None:
            return hit[0], hit[1] << size | ((1 << size) - 1)
    return None
