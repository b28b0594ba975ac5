"""How the words of an indicator stand among a figure's own: which of them, next to the figure or not, and what they leave over.

Knows nothing of what stands around these words, so what it tells holds for every figure with the same ones.
"""

from __future__ import annotations

from typing import NamedTuple

from qa.ledger.bearing import ABOUT, COUNTS, EXCLUDED, WHOLE, IndicatorWords
from qa.ledger.narrow import NARROW, names_field
from qa.ledger.wording import residue, rest_of, span_of, spans_of

TAIL = 2
"""Unexplained characters allowed between the last matched word and the figure."""

_CHOSEN = frozenset(
    "选取 选择 选派 遴选 推选 推荐 安排 指派".split()
)  # 选取8名在会议上作现场述法: the noun tells
_SAID = 8  # of the noun behind a unit, so many characters may say that something else is counted
_BARE = 2  # a matter named so shortly in a cell may be of the narrower one that the title of its table names
_NEAR_NOUN = 4  # the noun behind a unit names the figure where it begins so soon: 2089名“法律明白人”


class Named(NamedTuple):
    """An indicator of which a figure holds words, and which.

    Attributes:
        words: The words of the indicator.
        excluded: Held words that say that something else is counted.
        about: Held words of its matter.
        bare: Whether all of these are so short that they may be of a narrower matter, and no name of it is held.
        counts: Whether words of what of it is counted are held.
        whole: Whether a name of it is held.
        both: Whether words of its matter are held, and each says what of it is counted, too.
        own: Whether the figure's own words name the matter.
        found: The held words that explain the figure's.
    """

    words: IndicatorWords
    excluded: tuple[str, ...]
    about: tuple[str, ...]
    bare: bool
    counts: bool
    whole: bool
    both: bool
    own: bool
    found: tuple[str, ...]


def named_of(words: IndicatorWords, held: frozenset[str]) -> Named:
    """Sort the words that a figure holds by what they say of an indicator.

    Args:
        words: The words of the indicator.
        held: The words of all indicators that the figure holds.

    Returns:
        The indicator with its held words, as tuples, which the garbage collector need not follow.
    """
    roles = words.roles
    said = 0
    told = [(word, role) for word in held if (role := roles.get(word))]
    for _, role in told:
        said |= role
    own = bool(said & (ABOUT | WHOLE))
    explains = ABOUT | COUNTS | WHOLE if own else COUNTS
    about = tuple([word for word, role in told if role & ABOUT]) if said & ABOUT else ()
    excluded: tuple[str, ...] = ()
    if said & EXCLUDED:
        # 调解组织~受理 says what is counted though 受理 alone would say that it is something else
        counts = [word for word, role in told if role & COUNTS]
        excluded = tuple(
            [no for no, role in told if role & EXCLUDED and not any(no in word for word in counts)]
        )
    return Named(
        words,
        excluded,
        about,
        not said & WHOLE and all(len(word) <= _BARE for word in about),
        bool(said & COUNTS),
        bool(said & WHOLE),
        bool(about) and all(roles[word] & COUNTS for word in about),
        own,
        tuple([word for word, role in told if role & explains]),
    )


class Fit(NamedTuple):
    """How found words stand among a figure's own: what they leave over, and how many characters they cover.

    Attributes:
        said: The own words in which an excluded word says that something else is counted.
        left_over: The words before the figure without the found ones, "" where only blanks are left.
        rest: How many of these say something.
        matched: Characters that the found words cover.
        narrowed: Whether a word beside them narrows what is counted, whatever the field.
        of_field: Whether the words before the figure may be of a field and are not wholly explained.
    """

    said: str
    left_over: str
    rest: int
    matched: int
    narrowed: bool
    of_field: bool


def fit_of(found: tuple[str, ...], left: str, behind: str) -> Fit | None:
    """Tell how words stand among a figure's own.

    Args:
        found: The held words that explain them.
        left: The figure's own words before it.
        behind: The noun behind its unit.

    Returns:
        How they stand, or None where none stands next to the figure.
    """
    standing = spans_of(left, found)
    before = span_of(standing)
    noun = span_of(spans_of(behind, found)) if behind else None
    if noun is not None and noun.start > _NEAR_NOUN and rest_of(left) and left not in _CHOSEN:
        noun = None  # too far behind the figure to name it
    if noun is None:
        if before is None:
            return None
        tail = left[before.end :]
        if len(tail) > TAIL and len(rest_of(tail)) > TAIL:
            return None
    left_over = residue(left, standing)
    if left_over.isspace():
        left_over = ""
    between = behind[: noun.start] if noun else ""
    return Fit(
        f"{left}|{behind[: noun.end if noun else _SAID]}",
        left_over,
        len(rest_of(left_over)) if left_over else 0,
        (before.chars if before else 0) + (noun.chars if noun else 0),
        bool(between and NARROW.search(between)) or bool(left_over and NARROW.search(left_over)),
        bool(left_over) and names_field(left),
    )
