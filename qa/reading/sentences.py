"""Text pieces -> sentences with exact offsets, and the topic sentence of the item that each stands in.

A sentence ends at 。!? and at a ; or : that an item marker follows (二是, (2), 其次), never inside quotes or
brackets and never in a decimal. A row of a table is one sentence. Works on folded text of the same length as
the stored one. Knows nothing of headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from qa.patterns import lazy_re
from qa.reading.markers import number_of

_CN = "一二三四五六七八九十"
_ITEM = lazy_re(
    rf"(?P<shi>(?P<shi_n>[{_CN}]{{1,3}})[\r\n]{{0,2}}(?:是|要)(?!否))|"  # a wrap may part 三 from 是
    rf"(?P<di>第(?P<di_n>[{_CN}]{{1,3}})[,、是])|"
    rf"(?P<qi>其(?P<qi_n>[{_CN}])(?:[,、]|是))|"
    r"(?P<order>(?P<order_n>首先|其次|再次|再者|然后|最后)[,、是])|"
    r"(?P<par>\(?(?P<par_n>[1-9]\d?)\))|"
    rf"(?P<pcn>\((?P<pcn_n>[{_CN}]{{1,3}})\))|"
    r"(?P<circ>(?P<circ_n>[①-⑳]))|"
    r"(?P<ar>(?P<ar_n>[1-9]\d?)(?:\.(?!\d)|、))"
)
# "2025年,一是…;二是…" begins a list anew behind a phrase, and is in no item of the one before
_BEGINS = lazy_re(
    r"\s*(?:20\d\d年度?|下一步|下步|今后|接下来|明年|同时|此外|另外)[^,。;:]{0,12}[,:](?:(?P<shi>一[是要])|(?P<di>第一[,、是])|(?P<qi>其一[,、是]))"
)
_ORDER = {"首先": 1, "其次": 2, "再次": 3, "再者": 4, "然后": 4, "最后": 9}
_CLASSES = ("shi", "di", "qi", "order", "par", "pcn", "circ", "ar")
_CLOSERS = {"“": "”", "‘": "’", "《": "》", "(": ")", "「": "」", "『": "』", "[": "]", "〈": "〉", '"': '"'}
_QUOTES = '“‘「『"'
_QUOTE_MAX = 100  # a longer quote is a quote that was never closed
_LEAD_MAX = 60
_GOES_ON = ",、;:的等和及与为之”》)"


class Span(NamedTuple):
    """A sentence: its half-open span, its topic sentence, the number of its item (0: none), and whether it only names columns."""

    start: int
    end: int
    lead: str
    item: int
    is_header: bool = False


class _Open(NamedTuple):
    cls: str
    number: int
    lead: str


def sentences_in(text: str, folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut one text piece into sentences.

    Args:
        text: The stored text.
        folded: The folded text.
        start: Where the piece starts.
        end: Where it ends.

    Returns:
        Half-open trimmed spans that hold every character of the piece but white space.
    """
    spans: list[tuple[int, int]] = []
    if _is_row(text[start:end]):
        return [(start, end)]
    at = start
    for cut in (*_cuts(folded, start, end), end):
        words = text[at:cut]
        if words.strip():
            begin = at + len(words) - len(words.lstrip())
            stop = at + len(words.rstrip())
            if spans and not any(char.isalnum() for char in words):
                spans[-1] = (spans[-1][0], stop)
            else:
                spans.append((begin, stop))
        at = cut
    # A piece that begins with bare marks: they go with the first words.
    if len(spans) > 1 and not any(char.isalnum() for char in text[slice(*spans[0])]):
        spans[:2] = [(spans[0][0], spans[1][1])]
    return spans


def _cuts(folded: str, start: int, end: int) -> Iterator[int]:
    """Positions after which a new sentence begins."""
    at = start
    while at < end:
        char = folded[at]
        closer = _CLOSERS.get(char)
        if closer:
            close = folded.find(closer, at + 1, min(end, at + _QUOTE_MAX))
            if close > 0 and not (char == "(" and _ITEM.match(folded, at, end) and close - at <= 4):
                at = close + 1
                if (
                    folded[close - 1] == "。"
                    and char in _QUOTES
                    and at < end
                    and folded[at] not in _GOES_ON + "。!?"
                ):
                    yield at
                continue
        at += 1
        if char in "。!?" or (char == "." and _is_full_stop(folded, at - 1, end)):
            while at < end and folded[at] in "。!?”’」』)":
                at += 1
            yield at
        elif char in ";:" and _item_at(folded, at, end):
            yield at


def _is_full_stop(folded: str, at: int, end: int) -> bool:
    """Whether an ASCII full stop ends a Chinese sentence: "…全覆盖. 二是…", "…直接纠错率10.8%.全区…", "…不够宽.2025年…"."""
    after = folded[at + 1] if at + 1 < end else " "
    before = folded[at - 1]
    if after.isdigit():  # 附件一.2 is a number of two parts
        return "\u3400" <= before <= "\u9fff" and before not in _CN
    return (before >= "\u3400" or before in "%‰)”》") and (after.isspace() or after >= "\u3400")


def _item_at(folded: str, at: int, end: int) -> re.Match[str] | None:
    """The item marker that begins at a position, after blanks."""
    while at < end and folded[at].isspace():
        at += 1
    found = _ITEM.match(folded, at, end)
    # "1.5" and "12)" are told apart above; a number right before 、 is often a list of numbers.
    return found if found and not (found["ar"] and "、" in found["ar"]) else None


def with_leads(text: str, folded: str, lines: list[list[tuple[int, int]]]) -> list[Span]:
    """Find items among the sentences under one heading, and give each sentence its topic sentence.

    Args:
        text: The stored text.
        folded: The folded text.
        lines: The sentences of each line under the heading, in order.

    Returns:
        One span for each sentence, in order.
    """
    marks = [[_mark(folded, *span) for span in line] for line in lines]
    spans: list[Span] = []
    stack: list[_Open] = []
    item = 0
    header = ""
    for row, line in enumerate(lines):
        if line and _is_row(words := text[line[0][0] : line[-1][1]]):
            # A table's first row is what its other rows are about; where it only names the columns it states nothing.
            names = not header and _names_columns(text, line[-1][1], lines[row + 1 : row + 2])
            spans.extend(Span(start, end, header, item if stack else 0, names) for start, end in line)
            header = header or words
            continue
        header = ""
        for column, (start, end) in enumerate(line):
            mark = marks[row][column]
            if mark and _continues(stack, mark):
                _pop(stack, mark[0])
                spans.append(Span(start, end, stack[-1].lead if stack else "", item := item + 1))
                stack.append(_Open(*mark, _lead(text[start:end])))
                continue
            if column == 0 and stack and not _goes_on(marks[row:], stack):
                stack.clear()
            # "…(3)人才不足。下步打算:(1)…": what opens a new list is in no item of the old one.
            after = (line[column + 1 :] and marks[row][column + 1]) or None
            if after and after[1] == 1 and folded[end - 1] == ":":
                _pop(stack, after[0])
            if begun := _BEGINS.match(folded, start, end):
                _pop(stack, next(name for name in _CLASSES[:3] if begun[name]))
            spans.append(Span(start, end, stack[-1].lead if stack else "", item if stack else 0))
    return spans


def _is_row(words: str) -> bool:
    """Whether a line is a row of a table."""
    return words.count("|") > 1 or "\t" in words.strip()


def _names_columns(text: str, end: int, below: list[list[tuple[int, int]]]) -> bool:
    """Whether the first row of a table, which ends here, is ruled off from the row below: |---|---|."""
    after = below[0][0][0] if below and below[0] else end
    return _is_row(text[after : below[0][-1][1]]) and "---" in text[end:after] if after > end else False


def _mark(folded: str, start: int, end: int) -> tuple[str, int] | None:
    """Class and number of the item marker that a sentence begins with."""
    while start < end and folded[start] in "*-•>+ \t":  # the marks of markdown before an item
        start += 1
    found = _ITEM.match(folded, start, end)
    if not found:
        return None
    cls = next(name for name in _CLASSES if found[name] is not None)
    digits = found[f"{cls}_n"]
    return cls, _ORDER[digits] if cls == "order" else number_of(digits)


def _continues(stack: list[_Open], mark: tuple[str, int]) -> bool:
    """Whether an item marker opens a list or goes on with one that is open."""
    cls, number = mark
    last = next((entry.number for entry in reversed(stack) if entry.cls == cls), 0)
    return number == 1 or last < number <= last + 2 or (cls == "order" and last < number)


def _pop(stack: list[_Open], cls: str) -> None:
    """Close the items that a marker of a class closes."""
    for i, entry in enumerate(stack):
        if entry.cls == cls:
            del stack[i:]
            return


def _goes_on(marks: list[list[tuple[str, int] | None]], stack: list[_Open]) -> bool:
    """Whether a later sentence goes on with an open list: an unmarked line between is in its item."""
    return any(
        mark and any(entry.cls == mark[0] and mark[1] == entry.number + 1 for entry in stack)
        for line in marks
        for mark in line
    )


def _lead(words: str) -> str:
    """The topic of an item: its first sentence, or the first clause of a long one."""
    words = re.sub(r"\s*[\r\n]+\s*", "", words)
    if len(words) <= _LEAD_MAX:
        return words
    clause = re.match(r"[^,，;；。]{2,60}", words)
    return clause.group() if clause else words[:_LEAD_MAX]
