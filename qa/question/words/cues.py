"""What people say in words that stand apart: 乡下那些懂点规矩、能给邻居讲道理的热心肠 means 法律明白人 by 乡下, 懂 and 规矩.

A phrase lists its words in a row, and new ways to say a thing do not run out; here a line names groups of words, and a question
that says one of each near the others means it, in any order, whatever stands between. The words between must name nothing that
reports print, for then it is narrowed by them. Beside the phrases of ``qa.question.words.narrow``; knows nothing of reports.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from itertools import pairwise, product
from pathlib import Path
from typing import NamedTuple

from qa.errors import BadSetting
from qa.patterns import lazy_re
from qa.question.words.lexicon import Lexicon, Source
from qa.question.words.vocabulary import GENERIC

__all__ = ["Cued", "find_cued", "read_cues"]

_FILE = Path(__file__).with_name("cues.toml")
# Characters between two words that belong together, and places of a word that are tried. Measured in docs/design/005-lexicon.md.
_GAP, _TRIED = 8, 3
_FEWEST = 2
_SET = lazy_re(r"[A-Z]+")
_ENDS = lazy_re(r"[。?!;]")
# 两口子和邻居吵架: a joint adds a thing of its own, but 百姓和干部坐下来 joins two words of one line.
_ADDS = lazy_re(r"[和与及或].|.[和与及或]|还有")
# Words that hold a single character of a line and do not mean it: 法 of 办法, 证 of 保证, 查 of 查账.
_WITHIN = lazy_re(
    r"多少|官方|官网|官司|综合|联合|合法|合同|合计|合格|符合|结合|配合|合作|办法|方法|法子|设法|司法|执法|法院|法官|法庭|法人|法制|书法|保证|证据|证件|执照|号码|密码|筹码|调查|查账|巡查|审计|认真|认为|认识|和气|和睦|和平"
    r"|工人|人手|客人|老人|病人|地点|缺点|优点|重点|特点|差点|一点|站在|车站|网站|户口|窗户|账户|处理|处罚|处分|好处|坏处|到处|难处|房屋|看病|看法|听说"
    r"|放心|放学|放假|算账|打算|退伍|退休|还是|还有|还没|还要|欠妥|劝告|调动|前面|前年|先进|先生|坐牢|上访|上级|上头|上面|上门|上课|上岗|上街|上班|来信|来函"
)


class Cued(NamedTuple):
    """Words that stand apart and mean one thing.

    Attributes:
        start: First code point of the first of them.
        end: One past the last one.
        officials: Words that a report prints for it, the most typical first.
        letters: How many characters they have, those between left out.
    """

    start: int
    end: int
    officials: tuple[str, ...]
    letters: int


class Line(NamedTuple):
    """A line of the list: groups of which each must be said, words that must not, and what a report prints."""

    groups: tuple[tuple[str, ...], ...]
    barred: tuple[str, ...]
    officials: tuple[str, ...]


def find_cued(text: str) -> list[Cued]:
    """Find what a question says in words that stand apart.

    Args:
        text: A folded question.

    Returns:
        What it means; they may overlap.
    """
    found = []
    alone = _WITHIN.sub(lambda match: " " * len(match[0]), text)
    for line in _lines():
        if all(any(word in text for word in group) for group in line.groups) and not any(
            word in text for word in line.barred
        ):
            spans = _nearest(text, alone, line)
            if spans:
                letters = sum(end - start for start, end in spans)
                found.append(Cued(spans[0][0], spans[-1][1], line.officials, letters))
    return found


def _nearest(text: str, alone: str, line: Line) -> list[tuple[int, int]]:
    """Give the places of one word of each group that stand nearest together, in order, or none."""
    places = [_places(text, alone, group) for group in line.groups]
    best: list[tuple[int, int]] = []
    for chosen in product(*places):
        spans = sorted(chosen)
        if best and spans[-1][1] - spans[0][0] >= best[-1][1] - best[0][0]:
            continue
        gaps = [(end, start) for (_, end), (start, _) in pairwise(spans)]
        if all(0 <= after - end <= _GAP and _is_silent(text[end:after], line) for end, after in gaps):
            best = spans
    return best


def _places(text: str, alone: str, group: tuple[str, ...]) -> list[tuple[int, int]]:
    """List where the words of a group stand, the longest first, none inside another; a single character by itself alone."""
    found: list[tuple[int, int]] = []
    for word in group:
        within = alone if len(word) == 1 else text
        at = within.find(word)
        while at >= 0 and len(found) < _TRIED:
            if not any(start <= at < end for start, end in found):
                found.append((at, at + len(word)))
            at = within.find(word, at + 1)
    return found


def _is_silent(gap: str, line: Line) -> bool:
    """Tell whether what stands between two words ends no sentence, adds nothing and names nothing that a report prints."""
    if _ENDS.search(gap) or _ADDS.search(gap):
        return False
    named = (
        (e for e in Lexicon.load().every(gap) if e.source is Source.OFFICIAL) if len(gap) >= _FEWEST else ()
    )
    return all(e.phrase in GENERIC or any(e.phrase in word for word in line.officials) for e in named)


def read_cues(path: Path) -> tuple[Line, ...]:
    """Read a list: ``word|word + word|SET - word|word = official words`` in each line, by theme; ``sets`` names groups of words.

    Args:
        path: A TOML file in the form of ``cues.toml``.

    Returns:
        Its lines.

    Raises:
        BadSetting: If a line has another form or names fewer than two groups.
    """
    lines = []
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    sets: dict[str, str] = tables.pop("sets", {})
    for theme, text in tables["kinds"].items():
        for line in filter(None, text.split("\n")):
            left, _, right = line.partition(" = ")
            said, *barred = _SET.sub(lambda match: sets.get(match[0], match[0]), left).split(" - ")
            groups = [_longest_first(group) for group in said.split(" + ")]
            if len(groups) < _FEWEST or not right or re.search(r"[()?.<> ]", "".join(map("".join, groups))):
                raise BadSetting(
                    f"line {line!r} of {theme} in {path.name} is not `word|word + word|word = official`; mend it"
                )
            lines.append(
                Line(tuple(groups), tuple(w for one in barred for w in one.split("|")), tuple(right.split()))
            )
    return tuple(lines)


def _longest_first(group: str) -> tuple[str, ...]:
    """Give the words of a group, the longest first."""
    return tuple(sorted(group.strip().split("|"), key=lambda word: (-len(word), word)))


@lru_cache(maxsize=1)
def _lines() -> tuple[Line, ...]:
    """Read the list that is shipped, once."""
    return read_cues(_FILE)
