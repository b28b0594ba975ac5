"""Body blocks -> outline: which markers are headings, where each ends, and what lies under it.

A marker counts when its number follows (一 then 二; 1 opens a level), so that (一) inside a one-line report
is found and a stray number is not. A heading without text under it is no heading but an item of the body, and
so is one that states a figure: nothing that could be an answer may end up outside the sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from qa.patterns import lazy_re
from qa.reading.furniture import DATE_LINE
from qa.reading.layout import Block, Role
from qa.reading.markers import Marker, is_plain, is_topic, markers_in
from qa.reading.sections import APPENDED

HEADING_MAX = 60  # the longest heading of the five seeds has 47 characters; their shortest paragraph 88
_RUN_IN_DEEP_MAX = 30  # "1.加强组织领导。" is a heading, "1.制定出台《…》。" already the text
_COLON_MAX = 25
_FIGURE = lazy_re(r"\d[\d.,]*\s*(?:[余多万亿]\s*)?(?:[件次人个家场条项份名起户期部篇宗处元]|%|百分点)")
_QUOTED = lazy_re(r"“[^”]*”|《[^》]*》|\d{4}\s*年")
# "二、存在问题执法力量不足": a line that lost its breaks, where only the known words tell the heading.
_GLUED_TOPIC = lazy_re(
    r"(?:存在的?(?:主要|突出)?(?:问题|不足|困难)(?:[和与及](?:问题|不足|困难))?|"
    r"(?:下一步|下步|今后)(?:工作)?(?:打算|计划|安排|思路))(?![,。:和与及、的])"
)
_ROOT_RANK = ("part", "chapter")


class Piece(NamedTuple):
    """A run of the body: a heading, or text under the headings of ``path``.

    ``topic`` holds the first words of an outermost numbered paragraph that is no heading.
    """

    start: int
    end: int
    path: tuple[str, ...]
    is_heading: bool
    topic: str = ""


class _Entry(NamedTuple):
    cls: str
    number: int
    heading: str


def outline(text: str, folded: str, blocks: list[Block]) -> list[Piece]:
    """Cut the body blocks into headings and the text under them.

    Args:
        text: The stored text.
        folded: The folded text, of the same length.
        blocks: All blocks of the text; only those of the body are cut.

    Returns:
        Pieces in order; text pieces end at line ends, and no piece is blank.
    """
    body = [block for block in blocks if block.role is Role.BODY]
    marked = [list(_accepted(folded, body))]
    flat = marked[0]
    pieces: list[Piece] = []
    stack: list[_Entry] = []
    at = 0
    after = _after_signature(folded, blocks)
    for block in body:
        start = block.start
        if start in after:  # an annex, a text box, a report below its notice: no part of the last section
            stack.clear()
        while at < len(flat) and flat[at].start < block.end:
            marker = flat[at]
            following = flat[at + 1] if at + 1 < len(flat) else None
            _add_text(text, pieces, start, marker.start, stack)
            stop = min(block.end, following.start) if following else block.end
            end = _heading_end(folded, marker, stop)
            _pop(stack, marker)
            if end and _has_content(folded, body, end, stop, following, stack, marker):
                words = _printed(text[marker.start : end])
                stack.append(_Entry(marker.cls, marker.number, words))
                pieces.append(Piece(marker.start, end, _path(stack), True))
                start = end
            else:
                stack.append(_Entry(marker.cls, marker.number, ""))
                start = marker.start
                _add_text(text, pieces, start, stop, stack)
                if not _path(stack) and pieces:
                    words = re.split("[,。;:]", folded[marker.words : stop], maxsplit=1)[0]
                    pieces[-1] = pieces[-1]._replace(topic=words[:40])
                start = stop
            at += 1
        _add_text(text, pieces, start, block.end, stack)
    return pieces


def _after_signature(folded: str, blocks: list[Block]) -> frozenset[int]:
    """Where a body goes on below the office that signs it, or an annex begins; a date alone does not end it."""
    starts: set[int] = set()
    signed = False
    for block in blocks:
        if block.role is Role.BODY:
            if signed or APPENDED.match(folded[block.start : block.end]):
                starts.add(block.start)
            signed = False
        elif block.role is Role.SIGNATURE:
            signed = signed or not DATE_LINE.match(folded[block.start : block.end])
    return frozenset(starts)


def _accepted(folded: str, body: list[Block]) -> Iterator[Marker]:
    """Markers whose number follows in its level, with headings that have no number."""
    stack: list[Marker] = []
    seen: dict[str, int] = {}
    for i, block in enumerate(body):
        found = list(markers_in(folded, block.start, block.end))
        if not (found and found[0].at_line_start):
            plain = _plain_marker(folded, body, i)
            found = [plain, *found] if plain else found
        for marker in found:
            if not _follows(marker, stack, seen, found):
                continue
            _pop_markers(stack, marker)
            stack.append(marker)
            seen[marker.cls] = marker.number
            yield marker


def _plain_marker(folded: str, body: list[Block], i: int) -> Marker | None:
    """The heading without a number that a line is, if it is one."""
    words = folded[body[i].start : body[i].end]
    before = folded[body[i - 1].start : body[i - 1].end] if i else ""
    after = folded[body[i + 1].start : body[i + 1].end] if i + 1 < len(body) else ""
    bare = words.strip("*").strip()
    if is_topic(bare) and after:
        return Marker("topic", 0, body[i].start, body[i].start, True)
    if is_plain(bare, before, after):
        return Marker("plain", 0, body[i].start, body[i].start, True)
    return None


def _follows(marker: Marker, stack: list[Marker], seen: dict[str, int], line: list[Marker]) -> bool:
    """Whether a marker's number is one that may come here."""
    if marker.number == 0:
        return True
    last = next((entry.number for entry in reversed(stack) if entry.cls == marker.cls), 0)
    if not marker.at_line_start:
        # (1) and ① inside a line part the items of a sentence.
        if marker.cls in ("par", "circ"):
            return False
        if marker.number == 1:
            twin = any(other.cls == marker.cls and other.number == 2 for other in line)
            return marker.cls in ("cn", "pcn", "part") or twin
        return last == marker.number - 1
    if marker.number == 1 or (last and last < marker.number <= last + 3):
        return True
    return not last and (seen.get(marker.cls) == marker.number - 1 or marker.cls in ("cn", "pcn"))


def _level_cut(classes: list[str], cls: str) -> int:
    """How many open levels stay open when a marker of a class comes."""
    if cls == "topic" or cls in _ROOT_RANK[:1]:
        return 0
    if cls.startswith("md"):
        keep = 0
        for i, name in enumerate(classes):
            if name.startswith("md") and name < cls:
                keep = i + 1
        return keep
    return classes.index(cls) if cls in classes else len(classes)


def _pop_markers(stack: list[Marker], marker: Marker) -> None:
    del stack[_level_cut([entry.cls for entry in stack], marker.cls) :]


def _pop(stack: list[_Entry], marker: Marker) -> None:
    del stack[_level_cut([entry.cls for entry in stack], marker.cls) :]


def _path(stack: list[_Entry]) -> tuple[str, ...]:
    return tuple(entry.heading for entry in stack if entry.heading)


def _printed(words: str) -> str:
    """A heading as printed, on one line, without the marks of markdown and of a run-in end."""
    words = re.sub(r"\s*[\r\n]+\s*", "", words).strip().strip("*").strip()
    return re.sub(r"^#+\s*", "", words).rstrip("。:： \t\u3000")


def _heading_end(folded: str, marker: Marker, stop: int) -> int:
    """Where the heading that begins at a marker ends, or 0 if what follows is a paragraph."""
    rest = folded[marker.words : stop]
    bare = rest.rstrip()
    if not bare:
        return 0
    glued = None if marker.at_line_start else _GLUED_TOPIC.match(rest)
    if glued and glued.end() < len(bare) and not bare[glued.end()].isspace():
        return marker.words + glued.end()
    if len(bare) <= HEADING_MAX and not re.search("[。;!?]", bare[:-1]) and bare[-1] not in "。;!?":
        colon = _early_colon(bare)
        return marker.words + (colon or len(bare))
    for end in _ends(rest[: HEADING_MAX + 1]):
        words = rest[:end]
        if "。" in words and _FIGURE.search(_QUOTED.sub("", words)):
            return 0
        if marker.cls in ("ar", "par", "circ") and ("《" in words or end > _RUN_IN_DEEP_MAX):
            return 0
        return marker.words + end
    return 0


def _early_colon(words: str) -> int:
    """Length of a short heading that a colon ends before its text, or 0."""
    at = words.find(":")
    return (
        at + 1 if 2 <= at <= _COLON_MAX and at + 1 < len(words) and not re.search(r"[\d,]", words[:at]) else 0
    )


def _ends(words: str) -> Iterator[int]:
    """Lengths at which a run-in heading may end: after 。 or an early colon, or before a parting blank."""
    depth = 0
    for i, char in enumerate(words):
        depth += (char in "“《(") - (char in "”》)")
        if depth > 0:
            continue
        if char in ";!?":
            return
        if char == "。":
            yield i + 1
            return
        if char == ":" and _early_colon(words[: i + 2]):
            yield i + 1
            return
        # A blank beside a line break is the margin of a wrapped page.
        around = words[:i].rstrip(" \t\u3000")[-1:] + words[i:].lstrip(" \t\u3000")[:1]
        wrapped = "\r" in around or "\n" in around
        if char in " \t\u3000" and i >= 2 and not wrapped:
            after = words[i:].lstrip(" \t\u3000*`")  # "3. 办理公证 **77** 件" is an item
            digits = (words[:i].rstrip("*`")[-1:].isdigit() or after[:1].isdigit()) and not re.match(
                r"\d{4}\s*年", after
            )
            if after and not digits and words[i - 1] not in ",、;:":
                yield i
                return


def _has_content(
    folded: str,
    body: list[Block],
    end: int,
    stop: int,
    following: Marker | None,
    stack: list[_Entry],
    marker: Marker,
) -> bool:
    """Whether any text or a deeper heading comes before the next marker of the same or an outer level."""
    if folded[end:stop].strip():
        return True
    limit = following.start if following else len(folded)
    if any(block.start >= stop and block.start < limit for block in body):
        return True
    if following is None:
        return False
    classes = [entry.cls for entry in stack] + [marker.cls]
    return _level_cut(classes, following.cls) == len(classes)


def _add_text(text: str, pieces: list[Piece], start: int, end: int, stack: list[_Entry]) -> None:
    """Add a text piece if it is not blank."""
    words = text[start:end]
    if words.strip():
        start += len(words) - len(words.lstrip())
        pieces.append(Piece(start, start + len(words.strip()), _path(stack), False))
