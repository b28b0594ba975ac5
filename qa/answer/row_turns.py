"""Turns behind a ranking of one table's rows, spelt out: 检查次数最多的呢, 它比应急局多多少, 它占多少, 合计呢.

Only the answer names the rows, so each turn is put into words of its own before it is read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from qa.patterns import lazy_re
from qa.question.words.row_kinds import row_asked
from qa.text import clean_question
from qa.types import Answer, AnswerKind, Value

_FEWEST = 3  # rows that make a table
_THEN = r"^(?:那么?|要是|如果|再)?"
_END = r"呢?[?。!]*$"
# "合计呢", "一共多少": the total of the column just ranked
_IN_ALL = lazy_re(
    rf"{_THEN}(?:合计|总计|总数|一共|总共|加起来|全部)(?:是|有)?(?:多少|几)?[件起次个人户家万元宗]{{0,3}}{_END}"
)
# "检查次数最多的呢", "检查次数哪个最多", "办许可最多的是哪家": the rows by another column
_BY_ANOTHER = lazy_re(
    rf"{_THEN}(?P<topic>[\u4e00-\u9fff]{{2,10}}?)(?:的?(?:是)?(?:哪一?[个家]|谁))?(?P<end>最[多少高低大小])的?"
    rf"(?:(?:是|又是)?(?:哪一?[个家]|谁))?{_END}"
)
# "它比应急局多多少", "这个部门占全区多少": the row that came first
_IT = lazy_re(
    rf"{_THEN}(?:它(?!们)|(?:这|那)个?[局镇乡街道村部门单位所]{{1,2}}|该[局镇乡街道村部门单位所]{{1,2}})的?(?=比|跟|和|与|占)"
)
_NO_TOPIC = lazy_re(r"^(?:[前后倒]|第|其中|里面|哪|谁|数量|金额|罚?钱|比例|占比)")


def naming_rows(turns: Sequence[str], before: Callable[[Sequence[str]], Answer | None]) -> list[str]:
    """Spell out turns on the rows of a table that the turn before ranked.

    Args:
        turns: The user's questions, oldest first.
        before: Gives the answer to the turns before the last of some; None where they were refused.

    Returns:
        The turns; one that follows no such ranking stays as it was typed.
    """
    spelt: list[str] = []
    for turn in turns:
        said = clean_question(turn)
        asks = bool(spelt) and any(p.search(said) for p in (_IN_ALL, _BY_ANOTHER, _IT))
        rows = _ranked(before([*spelt, turn])) if asks else None
        spelt.append((_spelt(said, rows, _kind_of(spelt)) if rows else "") or turn)
    return spelt


def _kind_of(turns: Sequence[str]) -> str:
    """Give the noun of the rows that the turns asked of last, or ""."""
    return next((kind for turn in reversed(turns) if (kind := row_asked(clean_question(turn)))), "")


class _Ranked(NamedTuple):
    """Rows of one report's table that an answer ranks.

    Attributes:
        place: Place of the report.
        first: The figure of the row that came first.
    """

    place: str
    first: Value


def _ranked(told: Answer | None) -> _Ranked | None:
    """Give the rows that an answer ranks; None where it sets anything else side by side."""
    if told is None or told.kind is not AnswerKind.COMPARISON or len(told.values) < _FEWEST:
        return None
    places = {citation.place for citation in told.citations}
    rows = len({c.report for c in told.citations}) == 1 and not any(v.place in places for v in told.values)
    return _Ranked(places.pop(), told.values[0]) if rows else None


def _spelt(said: str, rows: _Ranked, kind: str) -> str:
    """Put a turn into words that need no turn before it; "" where it asks something else."""
    if not kind:
        return ""
    first = rows.first
    head, column = f"{rows.place}{first.year}年", first.indicator.removeprefix(first.place)
    if _IN_ALL.search(said):
        return f"{head}{column}合计多少"
    if (it := _IT.search(said)) is not None:
        rest = said[it.end() :]
        return f"{head}{first.place}{column}{rest}"
    other = _BY_ANOTHER.search(said)
    if other is None or _NO_TOPIC.search(other["topic"]):
        return ""
    return f"{head}哪个{kind}{other['topic']}{other['end']}"
