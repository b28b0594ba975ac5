"""An everyday question that says one indicator and nothing else, in official words: 复议谈拢了几成 is 行政复议调解和解率.

The words of speech are sorted by what they say (``plainly.toml``): a matter, what became of it, a measure, or nothing. Where they
cover all that a question says, the question is asked in the official words, which the rest of the program is surer of; a word
more (a field, a year before, a town) leaves it as it was. Knows nothing of places, reports or figures. Measured in
docs/evaluation.md.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from enum import IntEnum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from qa.errors import BadSetting
from qa.patterns import lazy_re
from qa.question.words.phrase import match_phrase
from qa.text import fold

__all__ = ["Ask", "put_plainly", "read_plainly"]

_FILE = Path(__file__).with_name("plainly.toml")
_FILLER = "filler"
_ASKING = {_FILLER, "rate"}  # 一百件里有几件 is speech
# "比前一年少了百分之多少": by how much the level moved.
_MOVED = lazy_re(
    r"(?:[比较跟和同]\s*(?:上一?年|前一年|去年|头年|上年度)?(?:同期|相比|比)?,?)?\s*(?P<way>[少减降低跌多增涨升])[少低加多高长]?(?:下?[去来])?了"
    r"(?:百分之(?:多少|几)|[多几]少?成)"
)
_STEP = lazy_re(r"\(([^()]*)\)(\??)|([^().?])(\??)")
_DOWN = "少减降低跌"
_MEASURE = lazy_re(r"(?:数量)?[是有]?多少[\u4e00-\u9fff]{0,2}$")
_UNIT = lazy_re(
    r"多少(?:[户人家件批班]次|批(?![\u4e00-\u9fff]))"
)  # these are never said loosely; 几个 and 几回 are
_LONGEST = 40  # characters; longer questions say more than one thing
_FEWEST = 1  # 罚 alone may say a thing, because the words must say all that a question holds
# Characters that neither name nor deny a thing; 不 and 没 deny, 新 and 老 tell one from another.
_SILENT = frozenset(
    "的了呢吗么吧呀啊哦嘛是有在被把给里中内都也就还来过着得到地这那共总又再占和跟与个们去上下让会用出成后为于时它他各"
)
_MEASURES = {
    "count": ("count", "times", "many"),
    "cases": ("count", "times", "many"),
    "times": ("times", "count", "many"),
    "people": ("people", "many"),
    "money": ("money", "many"),
    "rate": ("rate", "count", "many"),
    "ratio": ("ratio", "many"),
    "long": ("long",),
    "many": ("many",),
    "persons": ("people",),
}
# What must be said for the measure to be asked: 多少 alone asks for no money and no share, 罚了多少 may ask for either.
_TELLING = {name: {name} for name in ("times", "people", "money", "rate", "ratio", "long", "many")} | {
    "cases": {"count", "times"},
    "persons": {"people"},
    "people": {"people", "many"},
}


class Ask(NamedTuple):
    """One indicator that may be asked for.

    Attributes:
        official: The question in official words.
        needed: What must be said.
        allowed: What may be said besides.
        barred: What must not be said.
        measures: How it may be measured.
    """

    official: str
    needed: frozenset[str]
    allowed: frozenset[str]
    barred: frozenset[str]
    measures: tuple[str, ...]


class _Role(IntEnum):
    """How a phrase says its thing: in official words, in everyday words, or only beside others that do."""

    OFFICIAL = 0
    EVERYDAY = 1
    BESIDE = 2


class _Said(NamedTuple):
    """A phrase found in a question.

    Attributes:
        slot: What it says.
        at: The places of its literal characters.
        role: How it says it.
        spoken: Whether it is no official word, nor made of some (首次 and 轻微 of 首次轻微违法).
    """

    slot: str
    at: frozenset[int]
    role: _Role
    spoken: bool


_Index = dict[str, list[tuple[str, str, _Role]]]


class Words(NamedTuple):
    """The file as it was read: its phrases by their first character, the asks, and official words."""

    phrases: _Index
    asks: tuple[Ask, ...]
    official: re.Pattern[str]


def put_plainly(content: str) -> str:
    """Put a question into official words, where everyday words say one indicator and nothing else.

    Args:
        content: A question, its places and years blanked.

    Returns:
        The question in official words; "" where it says more, less, or is in official words already.
    """
    text = fold(content)
    moved = _MOVED.search(text)
    if moved is None:
        return _plainly(text)
    level = _plainly(f"{text[: moved.start()]}多少{text[moved.end() :]}")
    thing = _MEASURE.sub("", level)
    if not level or thing.endswith("率"):
        return ""
    return f"{thing}同比{'下降' if moved['way'] in _DOWN else '上升'}百分之几"


def _plainly(text: str) -> str:
    """Put a folded question that asks for a level into official words, or give ""."""
    words = _words()
    spoken = {k for k, char in enumerate(text) if char.isalnum() and char not in _SILENT}
    if not spoken or len(spoken) > _LONGEST:
        return ""
    said = _find(text, words)
    named = {one.slot for one in said if one.role is not _Role.BESIDE}
    asked = {one.slot for one in said}
    fits = [
        (*fit, ask.official)
        for ask in words.asks
        if ask.needed <= named
        and not ask.barred & named
        and (fit := _fit(ask, said, spoken, asked)) is not None
    ]
    fits.sort(reverse=True)
    if not fits or (len(fits) > 1 and fits[0][:3] == fits[1][:3]):
        return ""
    official, unit = fits[0][3], _UNIT.search(text)
    if unit and not official.endswith(("是多少", unit[0])):
        return ""  # 信访局接待来访多少批次 asks for no 信访件数
    return f"{official.removesuffix('是多少')}{unit[0]}" if unit and official.endswith("是多少") else official


def _fit(ask: Ask, said: Sequence[_Said], spoken: set[int], asked: set[str]) -> tuple[int, int, bool] | None:
    """Tell how well an ask fits: how many things it needs, how many characters say them, and whether its measure is said."""
    measure = next((m for m in ask.measures if _TELLING.get(m, {*_MEASURES[m]}) & asked), "")
    if not measure:
        return None
    names = ask.needed | ask.allowed
    takes = names | set(_MEASURES[measure]) | {_FILLER}
    usable = [one for one in said if one.slot in takes]
    if spoken - set().union(*(one.at for one in usable)):
        return None
    if not any(one.spoken for one in usable if one.slot in names | _ASKING):
        return None
    phrases = [[o for o in usable if o.slot == name and o.role is not _Role.BESIDE] for name in ask.needed]
    if _apart(sorted(phrases, key=len), spoken, spoken) is None:
        return None
    telling = {k for one in usable if one.slot in names for k in one.at}
    return len(ask.needed), len(telling), measure in asked


def _apart(phrases: Sequence[Sequence[_Said]], free: set[int], spoken: set[int]) -> list[_Said] | None:
    """Choose one phrase for each thing so that no two share a character that speaks; None where that cannot be."""
    if not phrases:
        return []
    for one in phrases[0]:
        own = one.at & spoken
        if own and own <= free and (rest := _apart(phrases[1:], free - own, spoken)) is not None:
            return [one, *rest]
    return None


def _find(text: str, words: Words) -> list[_Said]:
    """Find every phrase of the file in a text, the longest first, then those that say most."""
    official = {k for match in words.official.finditer(text) for k in range(*match.span())}
    found: list[tuple[tuple[int, bool, int, int], _Said]] = []
    for start, char in enumerate(text):
        for phrase, slot, role in words.phrases.get(char, ()):
            hit = match_phrase(phrase, text, start, _FEWEST)
            if hit is not None:
                at = frozenset(start + k for k in range(hit[0] - start) if hit[1] >> k & 1)
                spoken = role is not _Role.OFFICIAL and any(
                    k not in official and text[k] not in _SILENT for k in at
                )
                found.append(((-len(at), slot == _FILLER, role, start), _Said(slot, at, role, spoken)))
    return [said for _, said in sorted(found, key=lambda one: one[0])]


def _heads(phrase: str) -> set[str]:
    """List the characters that a phrase can begin with, unparsed: 3,000 phrases are indexed in every process."""
    found: set[str] = set()
    for side, optional, char, left_out in _STEP.findall(phrase[phrase.find(">") + 1 :]):
        sides = side.split("|") if side else [char]
        found.update(one[0] for one in sides if one)
        if not (optional or left_out) and all(sides):
            break
    return found


def read_plainly(path: Path) -> Words:
    """Read the words of speech and what they ask for.

    Args:
        path: A TOML file in the form of ``plainly.toml``.

    Returns:
        Its phrases and asks.

    Raises:
        BadSetting: If an ask names a thing or a measure that the file does not say.
    """
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    index: _Index = {}
    known = set(tables["official"]["words"].split())
    for slot, line in tables["said"].items():
        rest, _, beside = line.partition(" + ")
        everyday, _, official = rest.partition(" = ")
        if slot != _FILLER:
            known.update(official.split())
        for role, phrases in ((_Role.EVERYDAY, everyday), (_Role.OFFICIAL, official), (_Role.BESIDE, beside)):
            for phrase in phrases.split():
                for head in _heads(phrase):
                    index.setdefault(head, []).append((phrase, slot, role))
    asks = []
    for official, line in tables["asks"].items():
        names, _, measures = line.partition(" | ")
        by_mark = {
            mark: frozenset(
                n.rstrip("?!") for n in names.split() if (n[-1:] if n[-1] in "?!" else "") == mark
            )
            for mark in ("", "?", "!")
        }
        needed, allowed, barred = by_mark[""], by_mark["?"], by_mark["!"]
        if unknown := (needed | allowed | barred) - set(tables["said"]) | set(measures.split()) - set(
            _MEASURES
        ):
            raise BadSetting(f"{sorted(unknown)} of {official!r} in {path.name} is said by no line; add it")
        asks.append(Ask(official, needed, allowed, barred, tuple(measures.split())))
    longest_first = sorted(known, key=lambda word: (-len(word), word))
    return Words(index, tuple(asks), re.compile("|".join(map(re.escape, longest_first))))


@lru_cache(maxsize=1)
def _words() -> Words:
    """Read the file that is shipped, once."""
    return read_plainly(_FILE)
