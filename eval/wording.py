"""The words of an answer as the scorers compare them: folded text, markers, echoes, and names of places.

Knows nothing of what is right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from eval.figures import Figure, figures
from qa.text import fold

_MARKER = re.compile(r"\[\[?(\d{1,3})\]?\](?:\([^)\s]*\))?")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
# Blanks and punctuation carry no meaning here, save between digits: 5.54, 3.97:1 and "571、587" keep theirs.
_NOISE = re.compile(r"(?:[^\w%‰]|_)+")
_SUFFIX = re.compile(r"(?<=..)(?:自治县|自治州|特别行政区|地区|林区|[省市区县旗])$")
_YEAR = re.compile(r"(?:19|20)\d{2}(?=年|$)")
_DATE = re.compile(
    r"(?:(?:19|20)\d{2}\s*年(?:度)?\s*)?\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|(?:19|20)\d{2}([-/.])\d{1,2}\1\d{1,2}"
)
_TITLE = re.compile(r"《[^》]*》")


@dataclass(frozen=True, slots=True)
class Label:
    """What a gold cell is for: a place, a year, a place in a year, or words within one report.

    Attributes:
        text: The label as the question file has it.
        place: Its place, or "".
        year: Its year, or None.
    """

    text: str
    place: str
    year: int | None


def strip_markers(text: str) -> str:
    """Remove citation markers such as ``[1]`` and ``[[1]](#src-1)``.

    Args:
        text: The markdown of an answer.

    Returns:
        The text without them.
    """
    return _MARKER.sub("", text)


def markers(text: str) -> list[tuple[int, int, int]]:
    """Find the citation markers of a text.

    Args:
        text: The markdown of an answer.

    Returns:
        For each, its number, its first code point, and one past its last.
    """
    return [(int(m[1]), m.start(), m.end()) for m in _MARKER.finditer(text)]


def squash(text: str) -> str:
    """Reduce text to what comparisons look at: folded, lower case, no blanks, no punctuation.

    Args:
        text: Any text.

    Returns:
        The reduced text; points and colons between digits stay, other signs between digits become ``|``.
    """
    text = _THOUSANDS.sub("", fold(text).lower())

    def joint(match: re.Match[str]) -> str:
        before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
        if not (before.isdigit() and after.isdigit()):
            return ""
        sign = match[0].strip()
        return sign if sign in (".", ":") else "|"

    return _NOISE.sub(joint, text)


def contains(text: str, words: str) -> bool:
    """Whether words stand in a text, both reduced; a figure is never found inside a longer one.

    Args:
        text: A text that ``squash`` has reduced.
        words: Words as a question file has them.

    Returns:
        True where they stand there.
    """
    wanted = squash(words)
    if not wanted:
        return False
    before = r"(?<!\d)(?<!\d\.)" if wanted[0].isdigit() else ""
    after = r"(?!\d|\.\d)" if wanted[-1].isdigit() else ""
    return re.search(before + re.escape(wanted) + after, text) is not None


def plain_figures(text: str, echoes: str = "") -> list[Figure]:
    """Find the figures that a text states about its subject, in Arabic digits.

    Years, dates, ordinals, list numbers, figures within a 《title》 and figures that the question said first
    are left out.

    Args:
        text: The markdown of an answer, with its markers.
        echoes: The turns of the question.

    Returns:
        The figures in order; their offsets are into ``text``.
    """
    blank = _MARKER.sub(lambda m: " " * len(m[0]), text)
    folded = fold(blank)
    outside = [m.span() for pattern in (_DATE, _TITLE) for m in pattern.finditer(folded)]
    echoed = {f.raw for f in figures(echoes)}
    return [
        f
        for f in figures(blank)
        if f.arabic
        and f.raw not in echoed
        and not is_year(f, folded)
        and not re.search(r"第\s*$", folded[: f.start])
        and not _list_number(folded, f)
        and not any(start <= f.start < end for start, end in outside)
    ]


def is_year(figure: Figure, folded: str) -> bool:
    """Whether a figure is a calendar year: 2024年, 2021-2025年, or a bare 2024.

    Args:
        figure: A figure of the text.
        folded: The folded text.

    Returns:
        True for four digits from 1949 to 2049 that no measure word follows.
    """
    if figure.value != figure.raw or not 1949 <= figure.raw <= 2049 or figure.end - figure.start != 4:
        return False
    return (
        re.match(r"\s*(?:年|[-—–~至到、和与]+\s*(?:19|20)\d{2}|[^\w%‰]|$)", folded[figure.end :]) is not None
    )


def _list_number(folded: str, figure: Figure) -> bool:
    """Whether the figure numbers an item of a list: ``1.`` ``(2)`` ``3、`` at the start of a line."""
    line = folded[folded.rfind("\n", 0, figure.start) + 1 : figure.start]
    after = folded[figure.end :]
    return (
        re.fullmatch(r"\s*(?:[-*]\s*)?\(?", line) is not None and re.match(r"[.)、](?!\d)", after) is not None
    )


def parse_label(text: str) -> Label:
    """Read the label of a gold cell: ``某市``, ``2023年``, ``某区2023年``, or other words.

    Args:
        text: The label.

    Returns:
        Its parts; a label that is neither a place nor a year has place "" and year None.
    """
    year = _YEAR.search(text)
    rest = re.sub(r"[年度()（）\s]", "", text.replace(year[0], "", 1)) if year else text
    is_place = re.search(r"(?:[省市区县旗州盟镇乡]|街道|局|厅|委|办)$", rest) is not None
    return Label(text, rest if is_place else "", int(year[0]) if year else None)


def stem(place: str) -> str:
    """Reduce the name of a place to what tells it apart from its neighbours: 海曙 for 海曙区.

    Args:
        place: The name of a place.

    Returns:
        The name without its suffix and without 国家级 or 国家.
    """
    return _SUFFIX.sub("", re.sub(r"国家级?", "", place))


def same_place(a: str, b: str) -> bool:
    """Whether two names mean one place: with or without its parent, its suffix, or 国家.

    Args:
        a: A name, such as 宁波市某某区.
        b: A name, such as 某某区 or 某某.

    Returns:
        True where one is the other or ends in it; a stem with another suffix is another place.
    """
    if not a or not b:
        return False
    a, b = (re.sub(r"国家级?", "", name) for name in (a, b))
    long, short = (a, b) if len(a) >= len(b) else (b, a)
    return long.endswith(short) or (short == stem(short) and stem(long).endswith(short))
