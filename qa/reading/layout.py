"""Logical lines -> blocks: what is title, what is furniture, what is signature, what is body.

Knows nothing of headings below the first or of places. The body begins at the first line that reads like a
sentence or a first heading; it ends at the last line that does. A report printed in one line has its title
and its signature cut off that line.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import NamedTuple

from qa.patterns import lazy_re
from qa.reading.furniture import (
    DATE_LINE,
    DATE_TEXT,
    INLINE_META,
    INLINE_TAIL,
    ORG_LINE,
    closed_up,
    contents_in,
    is_footer,
    is_meta_row,
    is_navigation,
)
from qa.reading.lines import Line
from qa.reading.markers import opens_body
from qa.text import PAGE_MARK

# "关于某区2022年法治政府建设工作情况的报告", "2024年度…工作总结(摘要)"
_TITLE_WORD = r"(?:法治|依法行政|依法治)"
_TITLE_END = r"(?:报告|总结|情况|汇报|年报|公报|公告|函|综述|通报|要点|材料|计划|安排|打算)"
_TITLE = lazy_re(rf"^#*\s*[^。;!?|]*{_TITLE_WORD}[^。;!?|]*{_TITLE_END}\s*(?:\([^)]*\))?\s*\|?$")
_TITLE_MAX = 90
# A title's first line as an office prints it above the rest: "某某市人民政府", "某某县2023年度", "关于".
_TITLE_HEAD = lazy_re(
    r"(?:政府|局|厅|委|委员会|办公室|办事处|管委会|党工委|海关|中心|[支总大]队|关于|年|年度|[省市县区旗])$"
)
_NAMES_PLACE = lazy_re(r"(?<!社)(?<!地)[市县区旗州局委](?!域)")
_YEAR = r"(?:\d{4}|[一二][〇零一二三四五六七八九]{3})\s*年"
_TITLE_REST = lazy_re(rf"^(?:关于|{_TITLE_WORD}|{_YEAR}|推进|贯彻|工作|情况|年度|建设)")
_TITLE_CHAR = r"(?:[^\s|。,:;!?]|(?<=\S)[ ](?=\d{4}[ ]?年)|(?<=\d{4})[ ](?=年))"
# A title at the head of a line that goes on: "某县2023年法治政府建设工作报告 2023年,某县坚持…"
_INLINE_TITLE = lazy_re(
    rf"(?:^|(?<=[\s|]))(?P<title>{_TITLE_CHAR}{{0,40}}{_TITLE_WORD}{_TITLE_CHAR}{{0,40}}?{_TITLE_END}(?:\([^)\s]{{1,12}}\))?)[\s|]+(?=\S)"
)
_INLINE_HEAD_MAX = 600
_PIECE = lazy_re(r"(?<!\S)\S+")
_PAGE_MARK = lazy_re(PAGE_MARK)
_NOT_TITLE = lazy_re(r"如下[:：]?$|^(?:现将|根据|按照)")


class Role(StrEnum):
    """What a block of the page is."""

    TITLE = "title"
    FURNITURE = "furniture"
    SIGNATURE = "signature"
    BODY = "body"


class Block(NamedTuple):
    """A run of the text, ``text[start:end]``, with its role; white space lies between blocks."""

    start: int
    end: int
    role: Role


def blocks_of(folded: str, lines: list[Line]) -> list[Block]:
    """Give each line its role, cutting a line where a title or a signature shares it with the body.

    Args:
        folded: The folded text (``qa.text.fold``).
        lines: Its logical lines.

    Returns:
        Blocks in order, without overlap.
    """
    contents = contents_in(folded, lines)
    titles = _title_lines(folded, lines, contents)
    first = next(
        (
            i
            for i, line in enumerate(lines)
            if i not in titles and i not in contents and _is_body_start(folded, lines, i)
        ),
        len(lines),
    )
    last = _last_body_line(folded, lines, first)
    blocks: list[Block] = []
    for i, line in enumerate(lines):
        words = folded[line.start : line.end]
        if i in titles and i < first:
            blocks.append(Block(*line, Role.TITLE))
        elif i < first:
            blocks.append(Block(*line, Role.FURNITURE))
        elif i > last:
            signed = ORG_LINE.match(closed_up(words)) or DATE_LINE.match(words)
            blocks.append(Block(*line, Role.SIGNATURE if signed else Role.FURNITURE))
        elif _PAGE_MARK.fullmatch(words):
            blocks.append(Block(*line, Role.FURNITURE))
        else:
            blocks.extend(_body_line(folded, line, first=i == first and not titles, last=i == last))
    return _inner_signatures(folded, blocks)


def _title_lines(folded: str, lines: list[Line], contents: frozenset[int]) -> frozenset[int]:
    """Indices of the lines that make up the printed title."""
    found: list[tuple[bool, frozenset[int]]] = []
    for i in range(min(len(lines), 60 + len(contents))):
        words = folded[lines[i].start : lines[i].end]
        if i in contents or is_meta_row(words) or is_navigation(words):
            continue
        for size in (1, 2, 3):
            if i + size > len(lines):
                break
            run = lines[i : i + size]
            joined = "".join(folded[line.start : line.end] for line in run)
            if _is_title(joined) and (size == 1 or _are_title_parts(folded, run)):
                run_of = frozenset(range(_title_head(folded, lines, i), i + size))
                # "法治政府建设年度报告" above is the site's column; the title names a year or a place.
                found.append(
                    (
                        bool(
                            re.search(r"\d{4}\s*年|[〇零一二三四五六七八九]{4}\s*年|[市县区旗省州]", joined)
                        ),
                        run_of,
                    )
                )
                break
        if "。" in words or opens_body(words):
            break
    return next((run for telling, run in found if telling), found[0][1] if found else frozenset())


def _are_title_parts(folded: str, run: list[Line]) -> bool:
    """Whether short lines may be parts of one title: none is one, a metadata row or the site's name."""
    parts = [folded[line.start : line.end] for line in run]
    if any(len(part) > 60 or _is_title(part) or is_meta_row(part) or is_navigation(part) for part in parts):
        return False
    return bool(re.search(rf"{_TITLE_WORD}|\d{{4}}\s*年|关于", parts[0]) or _TITLE_HEAD.search(parts[0]))


def _is_title(words: str) -> bool:
    """Whether folded words read as a report's title."""
    return (
        len(words) <= _TITLE_MAX
        and bool(_TITLE.match(words))
        and not _NOT_TITLE.search(words)
        and not opens_body(words)
    )


def _title_head(folded: str, lines: list[Line], i: int) -> int:
    """Index of the first line of a title whose last part begins at line i."""
    if not _TITLE_REST.match(folded[lines[i].start : lines[i].end]) or i == 0:
        return i
    above = folded[lines[i - 1].start : lines[i - 1].end]
    # "某 某 县 人 民 政 府": letter-spaced.
    above = closed_up(above)
    near = not folded[lines[i - 1].end : lines[i].start].strip() and len(above) <= 40
    if near and _TITLE_HEAD.search(above) and not is_meta_row(above) and not is_navigation(above):
        # An office's name alone above a whole title is the site's banner, unless the title goes on with 关于 or names
        # no place of its own: "某市住房和城乡建设局" / "2024年度法治政府建设情况报告".
        rest = folded[lines[i].start : lines[i].end]
        if (
            rest.startswith("关于")
            or not _NAMES_PLACE.search(rest)
            or re.search(r"(?:关于|年|年度|[省市县区旗])$", above)
        ):
            return i - 1
    return i


def _is_body_start(folded: str, lines: list[Line], i: int) -> bool:
    """Whether the body begins at line i."""
    words = folded[lines[i].start : lines[i].end]
    if is_meta_row(words) or is_navigation(words) or DATE_LINE.match(words):
        return False
    if opens_body(words) or "。" in words:
        return True
    commas = sum(words.count(mark) for mark in ",;、")
    if commas and len(words) >= 20 and not words.endswith(":"):
        return True
    if re.search(r"如下:?$", words):
        return True
    # The next line's first sentence may begin here: "2023年以来全县上下在党的领导下" and a line break.
    after = folded[lines[i + 1].start : lines[i + 1].end] if i + 1 < len(lines) else ""
    return (
        len(words) >= 25
        and "," in after
        and not ORG_LINE.match(words)
        and bool(re.match(r"\d{4}\s*年", words))
    )


def _last_body_line(folded: str, lines: list[Line], first: int) -> int:
    """Index of the last line that is body."""
    at = last = len(lines) - 1
    while at > first:
        words = folded[lines[at].start : lines[at].end]
        # "某县2023年旅游投诉通报(受理1,093件)": titles of other pages end in brackets too.
        bare = len(words) <= 60 and words[-1] not in "。!?;.”" and "|" not in words and "\t" not in words
        listed = re.match(r"(?:[一二三四五六七八九十]是|\(?\d{1,2}[.、)]|[①-⑳]|[-*•])", words)
        # A bare line counts as footer only below a plain one: else it may be the last item of a list.
        if is_footer(words) or ORG_LINE.match(closed_up(words)) or DATE_LINE.match(words):
            last = at - 1
        elif not bare or listed:
            break
        at -= 1
    return last


def _body_line(folded: str, line: Line, *, first: bool, last: bool) -> list[Block]:
    """Blocks of a body line: a header before it and a signature after it on the same line are cut off."""
    blocks: list[Block] = []
    start, end = line
    if first:
        start = _cut_header(folded, line, blocks)
    foot = _footer_start(folded, start, end) if last else end
    if foot < end:
        footer = Block(foot, end, Role.FURNITURE)
        end = foot - len(folded[start:foot]) + len(folded[start:foot].rstrip())
    else:
        footer = None
    tail = INLINE_TAIL.search(folded, max(start, end - 160), end) if last else None
    cut = end
    if tail and (tail["signature"].strip() or tail["rest"].strip()):
        cut = tail.start("signature")
    # The bar that ends a one-cell row goes; the bars of a table stay.
    row = folded.count("|", start, cut) > 1
    words = folded[start:cut].rstrip() if row else folded[start:cut].rstrip(" \t|\u3000\n\r")
    if any(char.isalnum() for char in words):
        blocks.append(Block(start, start + len(words), Role.BODY))
    else:
        cut = start
    if tail and cut < end:
        for name, role in (("signature", Role.SIGNATURE), ("rest", Role.FURNITURE)):
            at, piece = tail.start(name), tail[name]
            if piece.strip():
                lead = len(piece) - len(piece.lstrip())
                blocks.append(Block(at + lead, at + len(piece.rstrip()), role))
    return [*blocks, footer] if footer else blocks


def _footer_start(folded: str, start: int, end: int) -> int:
    """Where a line's page furniture begins, behind its last sentence: "…。 【打印本页】 上一篇:…"; its end if there is none."""
    if folded.count("|", start, end) > 1:
        return end
    after = folded.rfind("。", start, end) + 1 or start
    pieces = [at for at in _PIECE.finditer(folded, after, end) if any(char.isalnum() for char in at[0])]
    return next((at.start() for at in pieces if is_footer(at[0])), end)


def _cut_header(folded: str, line: Line, blocks: list[Block]) -> int:
    """Cut navigation, metadata and title off the head of a line; return where the body begins."""
    stop = folded.find("。", line.start, line.end)
    limit = min(stop if stop >= 0 else line.end, line.start + _INLINE_HEAD_MAX)
    found = _INLINE_TITLE.search(folded, line.start, limit)
    if not found or _NOT_TITLE.search(found["title"]):
        return line.start
    if folded[line.start : found.start("title")].strip():
        head = folded[line.start : found.start("title")]
        blocks.append(Block(line.start, line.start + len(head.rstrip()), Role.FURNITURE))
    blocks.append(Block(found.start("title"), found.end("title"), Role.TITLE))
    start = found.end()
    # "发布时间: 2024-01-30 来源: 区司法局 " between title and body
    more = re.compile(rf"(?:{INLINE_META.pattern}|\(?{DATE_TEXT}\)?\s+)").match
    while found := more(folded, start, line.end):
        blocks.append(Block(start, start + len(found.group().rstrip()), Role.FURNITURE))
        start = found.end()
    return start


def _inner_signatures(folded: str, blocks: list[Block]) -> list[Block]:
    """Mark a signature before an annex: a line with only a date, and the office's line above it."""
    marked = list(blocks)
    for i, block in enumerate(marked):
        if block.role is Role.BODY and DATE_LINE.match(folded[block.start : block.end]):
            marked[i] = block._replace(role=Role.SIGNATURE)
            above = marked[i - 1] if i else block
            if above.role is Role.BODY and ORG_LINE.match(folded[above.start : above.end]):
                marked[i - 1] = above._replace(role=Role.SIGNATURE)
    return marked
