"""What people say for one kind of a thing: 街坊 for 邻里, 补课班 for 校外培训, 小偷 for 盗窃.

The lexicon tells which matter is meant (纠纷, 学校, 治安); these words tell which kind of it, and a figure of the whole or of
another kind is no answer. Found beside the phrases of the lexicon, the longest first. Knows nothing of reports or figures.
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from qa.errors import BadSetting
from qa.patterns import lazy_re
from qa.question.words.cues import find_cued
from qa.question.words.phrase import heads, match_phrase
from qa.text import fold

__all__ = ["KIND", "WAY", "Narrow", "every_narrow", "find_narrow", "read_narrow"]

KIND, WAY = "kind:", "way:"
# Names of speech, things described, then field by field, matter by matter: one list, in four files for the reader's sake.
_FILES = tuple(
    Path(__file__).with_name(f"{name}.toml") for name in ("narrow", "described", "fields", "spoken")
)
# "两口子、邻居之类的纠纷", "小偷骗子什么的": examples of more.
_EXAMPLE = lazy_re(r"[^,。?]{0,6}(?:之类|什么的|啥的|等等|[那这]一?[类种些](?:事|的|情况|$|[,?]))")
# 街坊提的话用上了几条: neighbours who only act, where nothing tells of a quarrel.
_NEIGHBOURS = "邻里"
_QUARREL = lazy_re(
    r"[吵闹打架争仇怨怄气调劝漏墙狗]|扯皮|矛盾|纠纷|红脸|别扭|翻脸|疙瘩|评理|官司|摆平|磕|拌嘴|说和|讲和|和[好了解]|过不去"
)
_JOINT = lazy_re(r"[、和跟与及或]|还有|以及|或者")
_TABLES = {"kinds": KIND, "ways": WAY}
_Index = dict[str, list[tuple[str, str, tuple[str, ...]]]]


class Narrow(NamedTuple):
    """A kind that a question names in everyday words.

    Attributes:
        start: First code point of the words in the question.
        end: One past their last code point.
        officials: Words of which a report prints one by a figure of this kind, the most typical first.
        concept: Id of the line: ``kind:`` or ``way:`` and its first official word.
        letters: How many characters are literal, not in a gap.
    """

    start: int
    end: int
    officials: tuple[str, ...]
    concept: str
    letters: int


def find_narrow(question: str) -> tuple[Narrow, ...]:
    """Find the kinds that a question names in everyday words.

    Args:
        question: Any text.

    Returns:
        The kinds in the order of the question; none overlaps another.
    """
    text = fold(question)
    quarrel = _QUARREL.search(text)
    found = [kind for kind in every_narrow(text) if kind.officials[0] != _NEIGHBOURS or quarrel]
    found.sort(key=lambda kind: (-kind.letters, kind.start))
    kept: list[Narrow] = []
    taken = bytearray(len(text))
    for kind in found:
        if not any(taken[kind.start : kind.end]):
            kept.append(kind)
            taken[kind.start : kind.end] = b"\1" * (kind.end - kind.start)
    kinds = (_loosened(kind, text) for kind in sorted(kept))
    return tuple(_joined([kind for kind in kinds if not _is_official(kind, text)], text))


def every_narrow(text: str) -> list[Narrow]:
    """Find every kind and way that a question names, those that overlap as well.

    Args:
        text: A folded question.

    Returns:
        The kinds in the order of the question.
    """
    index = _index()
    found: list[Narrow] = []
    for start, char in enumerate(text):
        for phrase, concept, officials in index.get(char, ()):
            hit = match_phrase(phrase, text, start)
            if hit is not None:
                found.append(Narrow(start, hit[0], officials, concept, hit[1].bit_count()))
    return found + [
        Narrow(cued.start, cued.end, cued.officials, KIND + cued.officials[0], cued.letters)
        for cued in find_cued(text)
    ]


def _is_official(kind: Narrow, text: str) -> bool:
    """Tell whether the words of a kind are official already: 行政裁决, 违建 of 存量违建."""
    said = text[kind.start : kind.end]
    return said in kind.officials or kind.officials[0] in said


def _loosened(kind: Narrow, text: str) -> Narrow:
    """Let a kind that is only an example bind nothing: 邻居之类的纠纷."""
    example = kind.concept.startswith(KIND) and _EXAMPLE.match(text, kind.end)
    return kind._replace(concept=WAY + kind.officials[0]) if example else kind


def _joined(kinds: Sequence[Narrow], text: str) -> list[Narrow]:
    """Make one of two kinds that a joint parts: 两口子、邻居."""
    found: list[Narrow] = []
    for kind in kinds:
        if found and _JOINT.fullmatch(text[found[-1].end : kind.start]):
            last = found.pop()
            binds = kind.concept if last.concept.startswith(WAY) else last.concept
            kind = Narrow(
                last.start, kind.end, last.officials + kind.officials, binds, last.letters + kind.letters
            )
        found.append(kind)
    return found


def read_narrow(path: Path) -> dict[str, tuple[str, str]]:
    """Read a list of kinds and ways: ``everyday phrases = official words`` in each line, by theme.

    Args:
        path: A TOML file in the form of ``narrow.toml``.

    Returns:
        For each everyday phrase ``kind:`` or ``way:`` and its line.

    Raises:
        BadSetting: If a line has another form, or a phrase stands twice.
    """
    lines: dict[str, tuple[str, str]] = {}
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    themes = ((_TABLES[name], *theme) for name, table in tables.items() for theme in table.items())
    for prefix, theme, text in themes:
        for line in filter(None, text.split("\n")):
            left, _, right = line.partition(" = ")
            if not left or not right:
                raise BadSetting(
                    f"line {line!r} of {theme} in {path.name} is not `everyday = official`; mend it"
                )
            for phrase in left.split():
                if phrase in lines:
                    raise BadSetting(f"{phrase!r} stands twice in {path.name} ({theme}); drop one")
                lines[phrase] = (prefix, line)
    return lines


@lru_cache(maxsize=1)
def _index() -> _Index:
    """Index the phrases that are shipped by their first characters, once."""
    found: _Index = {}
    for phrase, (prefix, line) in (one for path in _FILES for one in read_narrow(path).items()):
        officials = tuple(line.partition(" = ")[2].split())
        for head in heads(phrase):
            found.setdefault(head, []).append((phrase, prefix + officials[0], officials))
    return found
