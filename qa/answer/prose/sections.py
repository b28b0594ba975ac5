"""What stands under one heading of a report, asked for by its number (第二部分, 第三部分（二）) or its words; and its outline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain, trim
from qa.answer.prose.fact import add_statement
from qa.answer.prose.topical import bare
from qa.message import joined
from qa.numerals import parse_chinese
from qa.patterns import lazy_re
from qa.ranking import PreparedReport
from qa.text import fold
from qa.types import AnswerKind, Report, Sentence

_NUMERAL = r"[一二三四五六七八九十\d]{1,3}"
# "报告第二部分说了什么", "第三部分（二）", "第二章第三节"
_PART = lazy_re(
    rf"第({_NUMERAL})(?:个|大)?(?:部分|章|大块|板块)(?:的?(?:第|[(（])?({_NUMERAL})(?:[)）]|[节点条项小]+))?"
)
_LAST = lazy_re(r"最后(?:一个|一)?(?:部分|章)")
# "“突出惠企便民”这一节讲了什么", "突出惠企便民那部分"
_BY_WORDS = lazy_re(
    r"[“\"「]([^”\"」]{2,40})[”\"」](?:这|那|该)?(?:一|个|一个)?(?:小?节|章|部分|段|标题|板块)"
    r"|([\u4e00-\u9fff]{3,24})(?:这|那)(?:一|个|一个)?(?:小?节|章|部分|段|板块)"
)
_TELL = lazy_re(r"讲|说|写|呢|内容|什么|介绍|概括|总结|哪些|谈|包括|提到|有啥|原文")
_OUTLINE = lazy_re(
    r"提纲|大纲|目录结构|(?:报告|全文)(?:的)?(?:结构|框架|目录)|有(?:哪|几)(?:几个|些|个)?(?:大)?(?:部分|标题|章节)|(?:小标题|各级标题|标题)(?:有哪些|列|都有)"
)
_PART_LINE = lazy_re(rf"^\s*第({_NUMERAL})(?:部分|章)[\s、:：]*[^。]{{2,30}}$")
_OWN = lazy_re(rf"^\s*(?:第({_NUMERAL})(?:部分|章)|[(（]?({_NUMERAL})[)）、.．])")
_ROOM, _MOST = 1000, 14  # characters and sentences of one section; a longer one is told by its headings


class _Unit(NamedTuple):
    """A heading of a report: its depth, span, words and the sentences under it."""

    depth: int
    start: int
    end: int
    words: str
    sentences: tuple[Sentence, ...]


class SectionAsked(NamedTuple):
    """The section that a question asks for: numbers of a part and of what is in it, or words."""

    part: int = 0
    item: int = 0
    words: str = ""


def section_asked(question: str) -> SectionAsked | None:
    """Read which section of a report a question asks for.

    Args:
        question: A cleaned question.

    Returns:
        The section (part -1 is the last one), or None.
    """
    if not _TELL.search(question):
        return None
    if match := _PART.search(question):
        return SectionAsked(_number(match[1]), _number(match[2] or ""))
    if _LAST.search(question):
        return SectionAsked(-1)
    if match := _BY_WORDS.search(question):
        words = match[1] or re.sub(r"^.*(?:报告|总结|里|中|的)(?=.{3})", "", match[2])
        return SectionAsked(words=words)
    return None


def asks_outline(question: str) -> bool:
    """Tell whether a question asks for the headings of a report.

    Args:
        question: A cleaned question.

    Returns:
        True for 列一个提纲.
    """
    return _OUTLINE.search(question) is not None


def answer_outline(prepared: PreparedReport) -> Draft | None:
    """List the headings of a report, the two outermost levels.

    Args:
        prepared: The report.

    Returns:
        The draft, or None where it has none.
    """
    report = prepared.report
    units = [u for u in _units(report) if u.depth < 2]
    if not units:
        return None
    draft = Draft(AnswerKind.LIST)
    draft.lines.append(say.OUTLINE(say.PLACE_YEAR(report.meta.place, report.meta.year)))
    for unit in units:
        draft.lines.append(
            ("  " * unit.depth) + say.POINT(_shown(unit), draft.cite(report, unit.start, unit.end))
        )
    return draft


def answer_part(prepared: PreparedReport, asked: SectionAsked) -> Draft | None:
    """Tell what stands under a heading: its sentences, or its own headings where it is long.

    Args:
        prepared: The report.
        asked: The section.

    Returns:
        The draft; a refusal that names the headings where there is no such part; None where the words are in no heading.
    """
    report = prepared.report
    units = _units(report)
    found = _by_words(units, asked.words) if asked.words else _by_number(units, asked)
    if found is None:
        return None if asked.words or not units else _missing(report, units)
    draft = Draft(AnswerKind.SUMMARY)
    at = units.index(found)
    inner = []
    for unit in units[at + 1 :]:
        if unit.depth <= found.depth:
            break
        inner.append(unit)
    nearest = [u for u in inner if u.depth == min((i.depth for i in inner), default=0)]
    marker = draft.cite(report, found.start, found.end)
    draft.lines.append(say.UNDER(say.PLACE_YEAR(report.meta.place, report.meta.year), _shown(found), marker))
    told = [s for s in found.sentences if not (found.start <= s.start < found.end)]
    if len(nearest) > 1 and (len(told) > _MOST or sum(len(s.text) for s in told) > _ROOM):
        for unit in nearest:
            draft.lines.append(say.POINT(_shown(unit), draft.cite(report, unit.start, unit.end)))
        return draft
    room = _ROOM
    for sentence in told[:_MOST]:
        if room <= 0:
            break
        add_statement(draft, report, sentence.index, (), "", prefix="- ")
        room -= len(sentence.text)
    return draft


def _units(report: Report) -> list[_Unit]:
    """List the headings of a report in order, with the sentences under each; a line 第二部分… that is read as text is one too."""
    found: dict[tuple[str, ...], list[Sentence]] = {}
    at: dict[tuple[str, ...], int] = {}
    parts = [s for s in report.sentences if _PART_LINE.match(s.text)]
    for sentence in report.sentences:
        path = sentence.heading
        line = max((p for p in parts if p.start <= sentence.start), key=lambda p: p.start, default=None)
        if line is not None and not any(_PART_LINE.match(h) for h in path[:1]):
            path = (
                line.text.strip(),
                *path,
            )  # the part that the line opens holds what follows, whatever heads it
        for depth in range(1, len(path) + 1):
            found.setdefault(path[:depth], []).append(sentence)
            at.setdefault(path[:depth], sentence.start)
    units = []
    floor = 0
    for path, sentences in sorted(found.items(), key=lambda item: (item[1][0].start, len(item[0]))):
        head = path[-1]
        start = next(
            (s.start for s in parts if s.text.strip() == head),
            report.text.rfind(head, floor, at[path] + len(head)),
        )
        if start < 0:
            start = report.text.rfind(head, 0, at[path] + len(head))
        if start >= 0:
            units.append(_Unit(len(path) - 1, start, start + len(head), head, tuple(sentences)))
            floor = start + 1
    return units


def _by_number(units: Sequence[_Unit], asked: SectionAsked) -> _Unit | None:
    """Find a part by its number, and what is numbered in it."""
    tops = [u for u in units if u.depth == 0]
    parts = [u for u in tops if _PART_LINE.match(u.words)] or tops
    if not parts:
        return None
    numbered = [u for u in parts if _own_number(u.words)] or parts
    if asked.part == -1:
        part: _Unit | None = parts[-1]
    else:
        part = next((u for u in numbered if _own_number(u.words) == asked.part), None)
        if part is None and not any(_own_number(u.words) for u in parts) and asked.part <= len(parts):
            part = parts[asked.part - 1]
    if part is None or not asked.item:
        return part
    for unit in units[units.index(part) + 1 :]:
        if unit.depth <= part.depth:
            break
        if unit.depth == part.depth + 1 and _own_number(unit.words) == asked.item:
            return unit
    lone = [s for s in part.sentences if _own_number(s.text) == asked.item]
    return _Unit(part.depth + 1, part.start, part.end, part.words, tuple(lone)) if lone else None


def _by_words(units: Sequence[_Unit], words: str) -> _Unit | None:
    """Find the heading that holds words."""
    wanted = _letters(words)
    held = [u for u in units if wanted in _letters(u.words)]
    return min(held, key=lambda u: len(u.words), default=None)


def _letters(words: str) -> str:
    """Keep the letters of words, so that marks and numbers make no difference."""
    return "".join(c for c in fold(bare(words)) if c.isalnum())


def _own_number(words: str) -> int:
    """Read the number that a heading or sentence begins with, or 0."""
    match = _OWN.match(words)
    return _number(match[1] or match[2]) if match else 0


def _number(words: str) -> int:
    """Read a numeral, or 0."""
    if words.isdigit():
        return int(words)
    return int(float(parse_chinese(words) or 0)) if words else 0


def _shown(unit: _Unit) -> str:
    """Make a heading ready to be shown in one line."""
    return plain(trim(" ".join(unit.words.split())))


def _missing(report: Report, units: Sequence[_Unit]) -> Draft:
    """Say that a report has no such part, and which it has; no figures are shown."""
    draft = Draft(AnswerKind.REFUSAL)
    heads = [re.sub(r"\d+\s?年?(?:度)?", "", _shown(u)) for u in units if u.depth == 0]
    of = say.PLACE_YEAR(report.meta.place, report.meta.year)
    draft.lines.append(say.NO_PART(of, joined(heads, "；", "; ")))
    return draft
