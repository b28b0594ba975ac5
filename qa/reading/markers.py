"""Heading markers in a line: 第一部分, 一、, (一), 1., (1), ①, # and headings without a number.

Works on folded text. Says where markers stand and what number they bear; which of them are headings is
decided by their sequence, in ``outline``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from qa.patterns import lazy_re

_CN = "一二三四五六七八九十"
_CAPITAL = "壹贰叁肆伍陆柒捌玖拾"
_AS_CN = str.maketrans(_CAPITAL, _CN)
_MARKER = lazy_re(
    rf"(?P<part>第(?P<part_n>[{_CN}]{{1,3}})(?:部分|篇)[\s、:]*)|"
    rf"(?P<chapter>第(?P<chapter_n>[{_CN}]{{1,3}})章[\s、:]*)|"
    rf"(?P<cn>(?P<cn_n>[{_CN}{_CAPITAL}]{{1,3}})\s*[、.][ \t\u3000]*)|"
    rf"(?P<pcn>\(\s*(?P<pcn_n>[{_CN}]{{1,3}})\s*\)[、.]?[ \t\u3000]*)|"
    r"(?P<ar>(?P<ar_n>[1-9]\d?)(?:\s?\.(?!\s?\d)|\s?\.(?=\s?20\d\d\s?年)|、)[ \t\u3000]*)|"
    r"(?P<par>\(?(?P<par_n>[1-9]\d?)\)[、.]?[ \t\u3000]*)|"
    r"(?P<circ>(?P<circ_n>[①-⑳])[、.]?[ \t\u3000]*)"
)
_HASH = lazy_re(r"(#{1,6})\s+")
_BEFORE_INLINE = "。!?;: \t\u3000\n\r|”"

# Headings without a number, which open a section: "主要做法和成效", "存在的问题", "下一步工作打算".
_TOPIC = lazy_re(
    r"(?:做法|举措|成效|措施|成绩|亮点|进展|推进情况|工作情况|开展情况|履职情况|履行.{0,20}情况|职责.{0,6}情况|有关情况|问题|不足|短板|困难|差距|"
    r"计划|安排|打算|思路|展望|设想|工作回顾|下一步|下步工作|努力方向|重点任务)(?:\(.{1,12}\))?:?$"
)
_PLAIN_MAX = 25
_BAD_IN_PLAIN = lazy_re(r"[。;!?|\t【】]|^\d+$|[,、]$")


# "【复议与应诉】" on a line of its own; not 【打印】.
_BRACKETED = lazy_re(
    r"【(?!打印|关闭|收藏|分享|字体|字号|返回|来源|大|小|中|视力)([\u4e00-\u9fff“”、]{2,20})】"
)


def _bare(words: str) -> str:
    """Take a heading out of the brackets that make it one."""
    bracketed = _BRACKETED.fullmatch(words)
    return bracketed[1] if bracketed else words


class Marker(NamedTuple):
    """A possible heading: class and number of its marker, where it starts and where its words start.

    Classes: part, chapter, cn, pcn, ar, par, circ, md1 to md6, topic and plain (without a number).
    """

    cls: str
    number: int
    start: int
    words: int
    at_line_start: bool


def markers_in(folded: str, start: int, end: int) -> Iterator[Marker]:
    """List the possible markers of a line: at its start, and after a blank or a sentence end.

    Args:
        folded: The folded text.
        start: Where the line starts.
        end: Where it ends.

    Yields:
        Markers in order.
    """
    at = start
    hashes = _HASH.match(folded, start, end)
    if hashes:
        at = hashes.end()
        numbered = _MARKER.match(folded, at, end)
        if not (numbered and numbered.lastgroup):
            yield Marker(f"md{len(hashes[1])}", 0, start, at, True)
    over: Marker | None = None
    for found in _MARKER.finditer(folded, at, end):
        first = found.start() == at
        if first or folded[found.start() - 1] in _BEFORE_INLINE or _is_glued(folded, over, found):
            cls = next(name for name in _CLASSES if found[name] is not None)
            number = number_of(found[f"{cls}_n"])
            over = Marker(cls, number, start if first else found.start(), found.end(), first)
            yield over


def _is_glued(folded: str, over: Marker | None, found: re.Match[str]) -> bool:
    """Whether (一) follows its outer heading without any blank: "一、主要做法(一)强化统筹。"."""
    if over is None or found["pcn_n"] != "一" or over.cls not in ("cn", "part", "chapter"):
        return False
    between = folded[over.words : found.start()]
    return 2 <= len(between) <= _GLUED_MAX and not re.search("[。;,《“]", between)


_GLUED_MAX = 40
_CLASSES = ("part", "chapter", "cn", "pcn", "ar", "par", "circ")


def number_of(digits: str) -> int:
    """Read the number of a marker.

    Args:
        digits: Such as 十二, 12 or ⑫.

    Returns:
        Its value, 1 to 99.
    """
    if digits.isascii():
        return int(digits)
    digits = digits.translate(_AS_CN)
    if "①" <= digits[0] <= "⑳":
        return ord(digits[0]) - ord("①") + 1
    tens, ten, units = digits.rpartition("十")
    if not ten:
        return _CN.index(digits[-1]) + 1
    return (_CN.index(tens[0]) + 1 if tens else 1) * 10 + (_CN.index(units[0]) + 1 if units else 0)


def opens_body(words: str) -> bool:
    """Whether a folded line opens the body of a report by its first heading.

    Args:
        words: The folded, trimmed line.

    Returns:
        True for a first marker (一、 (一) 第一部分 1.) and for a topic heading without a number.
    """
    marker = next(markers_in(words, 0, len(words)), None)
    if marker and marker.at_line_start and marker.number == 1 and marker.cls != "circ":
        return True
    return is_topic(words) and "法治" not in words


def is_topic(words: str) -> bool:
    """Whether a line is a section heading without a number.

    Args:
        words: The folded, trimmed line.

    Returns:
        True for such as 存在的问题 or 下一步工作打算.
    """
    words = _bare(words)
    return len(words) <= _PLAIN_MAX and not _BAD_IN_PLAIN.search(words) and bool(_TOPIC.search(words))


def is_plain(words: str, before: str, after: str) -> bool:
    """Whether a line is a heading without a number, by its look between its neighbours.

    Args:
        words: The folded, trimmed line.
        before: The line above, or "".
        after: The line below, or "".

    Returns:
        True for a short line without an end mark, above a paragraph and below an end mark.
    """
    words = _bare(words)
    if len(words) > _PLAIN_MAX or len(words) < 4 or _BAD_IN_PLAIN.search(words) or words[-1] in "”》,:)":
        return False
    if re.match(rf"[{_CN}](?:是|要)|首先|其次|再次|最后|[-*•]", words):
        return False
    paragraph = len(after) >= 40 or "。" in after
    closed = not before or before[-1] in "。!?:;" or len(before) <= _PLAIN_MAX
    return paragraph and closed and "|" not in after and "\t" not in after
