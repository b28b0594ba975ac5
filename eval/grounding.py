"""Whether the figures that an answer displays stand in the sentences cited beside them.

This is the number lock of the product judged from outside, by another parser: the gate that checks itself
proves nothing. Years, markers, ranks, the question's own figures, counts of places, and differences whose
terms stand in ``values`` need no sentence.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations, permutations

from eval.figures import Figure, figures
from eval.replies import Reply
from eval.wording import markers, plain_figures, squash
from qa.text import fold

_DATE_PART = re.compile(r"(?<!\d)(\d{1,2})\s*[月日]|(?:19|20)\d{2}[-/.](\d{1,2})[-/.](\d{1,2})")
# "3个地区披露了", "5份报告": how many reports were looked at.
_COUNT = re.compile(r"\s*(?:个(?:地区|地方|区县|县区|县市区|区|县|市|报告)|份(?:报告)?|地)")
_RANK_HEADER = re.compile(r"排名|名次|序号|位次|排序")


def ungrounded(reply: Reply, turns: tuple[str, ...]) -> tuple[list[Figure], int]:
    """Find the displayed figures that no sentence cited beside them holds.

    Args:
        reply: The reply.
        turns: The turns of the question, whose own figures may be repeated.

    Returns:
        The figures without proof, and how many were judged.
    """
    answer, computed = reply.answer, _computed(reply)
    shown = plain_figures(answer, "\n".join(turns)) + _date_parts(answer)
    judged = [f for f in shown if not _needs_none(f, answer, reply, computed)]
    bare = [f for f in judged if not _grounded(f, reply)]
    return bare, len(judged)


def _grounded(figure: Figure, reply: Reply) -> bool:
    """Whether a sentence cited beside the figure holds it."""
    sentences = [c.text for m in _beside(figure, reply.answer) if (c := reply.cited(m)) is not None]
    printed = squash(reply.answer[figure.start : figure.end])
    for broken in sentences:
        # A hard-wrapped report may break a figure over two lines, and Windows ends lines with two characters.
        sentence = _arabic_dates(re.sub(r"[ \t]*[\r\n]+[ \t]*", "", broken))
        held = figures(sentence)
        if any(figure.value in (f.value, f.raw) or figure.raw in (f.value, f.raw) for f in held):
            return True
        if re.search(rf"(?<![\d.]){re.escape(printed)}(?![\d.])", squash(sentence)):
            return True
    return False


_HAN_DATE = re.compile(
    r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日"
)
_HAN_DIGIT = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0}


def _arabic_dates(text: str) -> str:
    """Write dates in Chinese numerals (二〇二五年一月二十日) in Arabic ones, so that they are compared as dates."""
    return _HAN_DATE.sub(lambda m: f"{_digits(m[1])}年{_tens(m[2])}月{_tens(m[3])}日", text)


def _digits(numeral: str) -> str:
    """Read 二〇二五 sign by sign."""
    return "".join(str(_HAN_DIGIT[sign]) for sign in numeral)


def _tens(numeral: str) -> int:
    """Read a number below forty, such as 十二 or 二十."""
    head, ten, tail = numeral.partition("十")
    if not ten:
        return _HAN_DIGIT[numeral]
    return (_HAN_DIGIT[head] if head else 1) * 10 + (_HAN_DIGIT[tail] if tail else 0)


def _beside(figure: Figure, answer: str) -> list[int]:
    """List the markers that prove a figure: in its cell, else next after it on its line, else before it."""
    start = answer.rfind("\n", 0, figure.start) + 1
    end = answer.find("\n", figure.end)
    end = len(answer) if end < 0 else end
    if answer[start:end].lstrip().startswith("|"):
        left, right = answer.rfind("|", start, figure.start), answer.find("|", figure.end, end)
        cell = [m for m, at, _ in markers(answer) if left < at < (right if right >= 0 else end)]
        return cell or [m for m, at, _ in markers(answer) if start <= at < end]
    line = [found for found in markers(answer) if start <= found[1] < end]
    after = _run([m for m in line if m[1] >= figure.end])
    before = _run([m for m in reversed(line) if m[2] <= figure.start])
    return after or before


def _run(found: list[tuple[int, int, int]]) -> list[int]:
    """Take the first marker and those that adjoin it: ``[1][2]``."""
    run = found[:1]
    for marker in found[1:]:
        if marker[1] != run[-1][2] and marker[2] != run[-1][1]:
            break
        run.append(marker)
    return [number for number, _, _ in run]


def _needs_none(figure: Figure, answer: str, reply: Reply, computed: set[Decimal]) -> bool:
    """Whether a figure is a rank, a count of places, a shown computation, or beside no claim at all."""
    after = fold(answer[figure.end : figure.end + 8])
    places = {c.place for c in reply.citations} | {c.place for c in reply.values}
    if _COUNT.match(after) and figure.value <= max(len(places), len(reply.citations)):
        return True
    if figure.value in computed or _ranked(figure, answer):
        return True
    # A refusal may say how many reports there are; what it quotes carries a marker and is judged.
    return reply.abstained and not _beside(figure, answer)


def _computed(reply: Reply) -> set[Decimal]:
    """Compute the differences, the sum, the multiples and the shares of the cells, whose terms the answer has shown."""
    terms = [f.value for c in reply.values if (f := c.figure) is not None]
    found = {abs(a - b) for a, b in combinations(terms, 2)}
    if len(terms) > 1:
        found.add(sum(terms, Decimal(0)))
    cents = Decimal("0.01")
    for a, b in permutations(terms, 2):  # how many times, and what share
        if b:
            found |= {(a / b).quantize(cents), (a / b * 100).quantize(cents)}
    return found


def _ranked(figure: Figure, answer: str) -> bool:
    """Whether a figure stands alone in a table column of ranks."""
    lines = answer.split("\n")
    at = answer.count("\n", 0, figure.start)
    if not lines[at].lstrip().startswith("|"):
        return False
    top = at
    while top and lines[top - 1].lstrip().startswith("|"):
        top -= 1
    column = answer[: figure.start].split("\n")[-1].count("|")
    header = lines[top].split("|")
    return top < at and column < len(header) and _RANK_HEADER.search(header[column]) is not None


def _date_parts(answer: str) -> list[Figure]:
    """Take months and days as figures, so that a date must stand in its sentence as well."""
    parts: list[Figure] = []
    for match in _DATE_PART.finditer(fold(answer)):
        for group in (1, 2, 3):
            if match[group] is not None:
                value = Decimal(match[group])
                parts.append(Figure(value, value, "", "", match.start(group), match.end(group)))
    return parts
