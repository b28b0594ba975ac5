"""Finds places written in pinyin or English: Jiangyin, Hai Shu District, Wuxi National Hi-Tech Zone.

Knows the library's places by the pinyin of their stems, and the gazetteer's by its pinyin column. A place of
the gazetteer needs its English suffix, or to be a city or province: many a pinyin word is an English word too
(Change, Dean).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache

from qa.patterns import lazy_re
from qa.places import Place, gazetteer, stem
from qa.question.places.forms import LibraryForms, LibraryPlace
from qa.question.places.fuzzy import sound
from qa.question.places.mention import Mention
from qa.text import HAN

_WORD = lazy_re(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
_SUFFIX = lazy_re(
    r"\s+(?:district|county|city|prefecture|province|municipality|banner|town)\b", re.IGNORECASE
)
_HAN = lazy_re(HAN)
# "Atlantis 2024年 办理 法律援助案件多少件": ``qa.question.english.keywords`` keeps a capital only where it names something.
_STRANGER = lazy_re(r"(?:^|(?<=\s))[A-Z][a-z]{3,}(?:[ -][A-Z][a-z]+)*(?=\s|$)")
_ENGLISH = frozenset(("change", "dean", "canning", "linger", "manning", "changing", "longing", "shanghaied"))
_ZONES = (
    (
        "高新",
        r"(?:national[\s-]+)?hi(?:gh)?[\s-]*tech(?:nology)?(?:[\s-]+(?:industrial|industry|development))*",
    ),
    ("经开", r"(?:national[\s-]+)?economic(?:[\s-]+(?:and|&))?(?:[\s-]+(?:technolog\w+|development))+"),
)
_ZONE_END = r"[\s-]+(?:zone|district|park|area)\b"


class LatinFinder:
    """Finds places that are written with Latin letters."""

    def __init__(self, forms: LibraryForms) -> None:
        """Prepare to look for places; spells nothing before the first Latin word.

        Args:
            forms: The places of a library.
        """
        self._forms = forms

    def find(self, text: str) -> list[Mention]:
        """Find the places of a question that are spelt in Latin letters.

        Args:
            text: A cleaned question.

        Returns:
            The mentions in order, without overlaps.
        """
        found = self._zones(text) if re.search("zone|park|tech|economic", text, re.IGNORECASE) else []
        spans = [match.span() for match in _WORD.finditer(text)]
        at = 0
        while at < len(spans):
            start = spans[at][0]
            if any(mention.start <= start < mention.end for mention in found):
                at += 1
                continue
            size, mention = self._at(text, spans[at : at + 4])
            if mention:
                found.append(mention)
            at += size
        if _HAN.search(text):  # keywords that an English question was put into
            found += [
                m
                for m in self._strangers(text)
                if not any(m.start < f.end and f.start < m.end for f in found)
            ]
        return sorted(found, key=lambda mention: mention.start)

    def _strangers(self, text: str) -> Iterator[Mention]:
        """Find names that no list knows: a place that the library lacks, and never one of the conversation."""
        for match in _STRANGER.finditer(text):
            others = _spelt_places().get(re.sub(r"[^a-z]", "", match[0].lower()), ())
            name = _shown(others, match[0])
            yield Mention(match.start(), match.end(), (), others, name, whole=True)

    def _at(self, text: str, spans: list[tuple[int, int]]) -> tuple[int, Mention | None]:
        """Read the place that begins with a word; also give the number of words it took, at least 1."""
        for size in range(min(len(spans), 4), 0, -1):
            start, end = spans[0][0], spans[size - 1][1]
            word = re.sub(r"[^a-z]", "", text[start:end].lower())
            if re.search(r"[^A-Za-z'’\s-]", text[start:end]) or len(word) < 4:
                continue
            suffix = _SUFFIX.match(text, end)
            stop = suffix.end() if suffix else end
            if library := self._spelt.get(word):
                if suffix or word not in _ENGLISH:
                    return size, Mention(start, stop, library, whole=suffix is not None, name=library[0].name)
            elif others := _spelt_places().get(word):
                city = others[0].level in ("province", "prefecture") and text[start].isupper()
                if suffix or (city and word not in _ENGLISH):
                    shown = _shown(others, text[start:stop])
                    return size, Mention(start, stop, (), others, shown, whole=suffix is not None)
        return 1, None

    def _zones(self, text: str) -> list[Mention]:
        """Find development zones, with the city before them if it is given."""
        found = []
        for kind, pattern in _ZONES:
            for match in re.finditer(
                rf"(?:\b(?P<city>[a-z']+)\s+)?{pattern}{_ZONE_END}", text, re.IGNORECASE
            ):
                city = re.sub(r"[^a-z]", "", (match["city"] or "").lower())
                above = _spelt_places().get(city, ())
                names = {stem(place.name) + kind for place in above}
                library = tuple(
                    dict.fromkeys(
                        place for name in names or {kind} for place in self._forms.short.get(name, ())
                    )
                )
                start = match.start() if above else match.start() + len(match["city"] or "")
                start += len(text[start : match.end()]) - len(text[start : match.end()].lstrip())
                shown = f"{above[0].stem}{kind}区" if above else f"{kind}区"
                if library or above:
                    found.append(Mention(start, match.end(), library, (), shown))
        return found

    @cached_property
    def _spelt(self) -> Mapping[str, tuple[LibraryPlace, ...]]:
        """The library's places by the pinyin of their stems."""
        table: dict[str, tuple[LibraryPlace, ...]] = {}
        for place in self._forms.places:
            spelt = place.pinyin or sound(place.stem)
            table[spelt] = (*table.get(spelt, ()), place)
        return table


def _shown(others: Sequence[Place], typed: str) -> str:
    """Name a place that the library lacks: in Chinese where its sound is of one place only, else as it was typed."""
    return others[0].name if len({place.name for place in others}) == 1 else typed


@lru_cache(maxsize=1)
def _spelt_places() -> Mapping[str, tuple[Place, ...]]:
    """The gazetteer's places by the pinyin of their stems, cities before counties."""
    table: dict[str, tuple[Place, ...]] = {}
    rank = {"province": 0, "prefecture": 1, "county": 2, "zone": 3}
    for place in sorted(gazetteer().places, key=lambda place: rank[place.level]):
        table[place.pinyin] = (*table.get(place.pinyin, ()), place)
    return table
