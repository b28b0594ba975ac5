"""A place that a question mentions, and how neighbouring mentions become one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa.patterns import lazy_re
from qa.places import Place, gazetteer
from qa.question.places.forms import LibraryPlace

_GAP = lazy_re(r"市?(?:的|那个|这个|那边的?|里的?|下面的?|下辖的?|所属的?|辖下的?)?|省的?|\s|·")
ITEM_BEFORE = lazy_re(r"([\u4e00-\u9fff]{2,4})[、和与跟及,]$")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place that a question mentions.

    Attributes:
        start: First character in the question.
        end: One past the last.
        library: Library places that it may be, none if the library lacks it.
        others: Places of the gazetteer that it may be.
        name: Full name to show if the library lacks it.
        whole: Whether it was named in full, not by a stem.
        typed: What was typed instead of the name, or "".
        inner: Whether it lies inside a place (a township).
    """

    start: int
    end: int
    library: tuple[LibraryPlace, ...] = ()
    others: tuple[Place, ...] = ()
    name: str = ""
    whole: bool = True
    typed: str = ""
    inner: bool = False

    @property
    def above(self) -> set[str]:
        """Full names that places inside it may give as the place above them."""
        return {place.name for place in self.others} | {place.name for place in self.library}


def is_office_of(mention: Mention, last: Mention, text: str) -> bool:
    """Say whether a bare office is one of the place just named: 甲县2024年市场监管局, where the library holds 乙市市场监管局."""
    named, between = text[mention.start : mention.end], text[last.end : mention.start]
    offices = [p for p in mention.library if p.parent and p.name.startswith(p.parent)]
    bare = bool(offices) and not any(named.startswith(p.parent[:2]) for p in offices)
    return (
        bare
        and len(offices) == len(mention.library)
        and not {p.parent for p in offices} & last.above
        and not re.search(r"[,;、和与跟比同及]|还是", between)
    )


def merge_mentions(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """Join a place with the place above it that stands before it: 南京市的鼓楼区, 北京朝阳."""
    merged: list[Mention] = []
    for mention in mentions:
        before = merged[-1] if merged else None
        gap = text[before.end : mention.start] if before else None
        joined = _join(before, mention, gap) if before and gap is not None and _GAP.fullmatch(gap) else None
        if joined:
            merged[-1] = joined
        else:
            merged.append(mention)
    return merged


def _join(above: Mention, mention: Mention, gap: str) -> Mention | None:
    """Join two neighbours if the second lies in the first, or claims to."""
    names = above.above
    library = tuple(place for place in mention.library if names & {place.parent, place.province})
    others = tuple(place for place in mention.others if names & {place.parent, place.province})
    if library or others:
        shown = others[0].name if others else mention.name
        name = shown if library else f"{above.name}{shown}" if len(mention.others) > 1 else shown
        return replace(mention, start=above.start, library=library, others=others, name=name)
    is_city = any(place.level in ("province", "prefecture") for place in above.others)
    claims = gap in ("", "市") or mention.name.endswith(("高新区", "经开区", "开发区"))
    if is_city and claims and mention.library and all(place.parent for place in mention.library):
        return replace(mention, start=above.start, library=(), others=(), name=f"{above.name}{mention.name}")
    return None


def beside_sibling(before: str, places: Sequence[Place]) -> bool:
    """Say whether a text ends with a place under the same one and a conjunction: 甲县和, before 乙."""
    match = ITEM_BEFORE.search(before)
    parents = {place.parent for place in places} - {""}
    return match is not None and any(
        parents & {place.parent for place in gazetteer().find(match[1][at:])}
        for at in range(len(match[1]) - 1)
    )
