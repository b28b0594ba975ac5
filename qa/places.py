"""Places of China by name: the gazetteer, and what a place name is made of.

Knows nothing of reports or questions. The rows are in ``gazetteer.tsv``, whose header says how it
was made. A name that several places share (鼓楼区) gives them all: who asks decides by the place above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from qa.patterns import lazy_re

_TABLE = Path(__file__).with_name("gazetteer.tsv")
_RANK = {"province": 0, "prefecture": 1, "county": 2, "zone": 3}
_ABOVE_COUNTY = ("province", "prefecture")

# Peoples named in the names of autonomous places: 江华瑶族自治县 is 江华, 巴音郭楞蒙古自治州 is 巴音郭楞.
_PEOPLES = re.findall(
    r"\S+",
    "蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 拉祜 水 东乡 "
    "纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 普米 塔吉克 怒 鄂温克 保安 "
    "裕固 独龙 鄂伦春 各",
)
_PEOPLE = "|".join(sorted((f"{name}族" for name in _PEOPLES), key=len, reverse=True))
_AUTONOMOUS = lazy_re(
    rf"^(?P<stem>.{{2,}}?)(?:(?:{_PEOPLE}|蒙古|哈萨克|维吾尔|柯尔克孜|塔吉克|锡伯)+|族)?自治[区州县旗]$"
)
_PEOPLE_DISTRICT = lazy_re(rf"^(?P<stem>.{{2,}}?)(?:{_PEOPLE})区$")
_SUFFIX = lazy_re(
    r"^(?P<stem>.{2,}?)(?:特别行政区|管理区|新区|地区|(?<=架)林区|特区|街道|盟|省|市|区|县|旗|镇|乡)$"
)
_FULL_ONLY = lazy_re(
    r"(?:矿区|示范区|实验区|试验区|(?:工业|产业|创意|化工|科技)园区|食品区|名胜区|聚集区|合作区|度假区|保税区)$"
)

# What development zones are called, with the short word that people use; longest first.
ZONE_KINDS: tuple[tuple[str, str], ...] = (
    ("高新技术产业开发区", "高新"),
    ("高新技术产业园区", "高新"),
    ("高新技术开发区", "高新"),
    ("高技术产业开发区", "高新"),
    ("高新产业开发区", "高新"),
    ("高新开发区", "高新"),
    ("新技术产业开发区", "高新"),
    ("新技术开发区", "高新"),
    ("高新园区", "高新"),
    ("高新区", "高新"),
    ("经济技术开发区", "经开"),
    ("经济开发区", "经开"),
    ("经开区", "经开"),
    ("开发区", "开发"),
)
_OF_TOWN = lazy_re(rf"(?:{_PEOPLE})*(?:民族)?(?:镇|乡|街道|社区|村)")
_TOWNSHIP = lazy_re(r"(?:镇|乡|街道|苏木)$")
_DEPARTMENT = lazy_re(r"(?:局|委|厅|办|办公室|委员会|中心|支队|总队|法院|检察院|署|处)$")
_PAIR = lazy_re(r"^(?P<parent>.{2,6}?(?:自治州|地区|盟|市))的?(?P<name>.{2,}[市区县旗镇乡道])$")


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the gazetteer.

    Attributes:
        name: Full name, such as 海淀区.
        stem: Name without its suffix, such as 海淀; the whole name where only one character would be left.
        parent: Place above it, such as 北京市, or "" for a province.
        province: Province that it lies in.
        level: province, prefecture, county or zone.
        pinyin: The stem in pinyin, without tones and spaces.
        everyday: Whether the stem is also an everyday word (和平), so that alone it proves nothing.
    """

    name: str
    stem: str
    parent: str
    province: str
    level: str
    pinyin: str
    everyday: bool


class Found(NamedTuple):
    """A place name in a text: its half-open span and the places that bear the name."""

    start: int
    end: int
    places: tuple[Place, ...]


class NameIndex:
    """Finds the longest known name at a position of a text.

    Names of one character are left out: they are never a place's name alone.
    """

    def __init__(self, names: Iterable[str]) -> None:
        """Index names.

        Args:
            names: Names of any length.
        """
        lengths: dict[str, set[int]] = {}
        self._names = frozenset(name for name in names if len(name) > 1)
        for name in self._names:
            lengths.setdefault(name[:2], set()).add(len(name))
        self._lengths = {head: tuple(sorted(sizes, reverse=True)) for head, sizes in lengths.items()}
        self.heads = frozenset(self._lengths)

    def ends(self, text: str, start: int) -> Iterator[int]:
        """List the ends of all names that begin at a position, longest first.

        Args:
            text: Text to look at.
            start: Where the names must begin.

        Yields:
            One past a name's last character.
        """
        for size in self._lengths.get(text[start : start + 2], ()):
            if start + size <= len(text) and text[start : start + size] in self._names:
                yield start + size


class Gazetteer:
    """All places of the table, by full name and by stem.

    Attributes:
        places: The places.
        heads: The two characters that names and stems begin with: most positions of a text need no search.
        city_stems: Stems of places above counties.
    """

    def __init__(self, places: Iterable[Place]) -> None:
        """Index places.

        Args:
            places: The places; several may share a name.
        """
        self.places = tuple(places)
        self._by_name = _group((place.name, place) for place in self.places)
        # A city before a county of the same stem: 邯郸 is the city first.
        ranked = sorted(self.places, key=lambda place: _RANK[place.level])
        self._by_stem = _group((place.stem, place) for place in ranked)
        self._index = NameIndex([*self._by_name, *self._by_stem])
        self.heads = self._index.heads
        self.city_stems = frozenset(place.stem for place in self.places if place.level in _ABOVE_COUNTY)

    def named(self, name: str) -> tuple[Place, ...]:
        """Find the places of exactly this full name.

        Args:
            name: Full name, such as 鼓楼区.

        Returns:
            The places, of which there are several for a shared name; none if it is unknown.
        """
        return self._by_name.get(name, ())

    def find(self, name: str) -> tuple[Place, ...]:
        """Find places by full name or stem, with or without the place above them.

        Args:
            name: Such as 海淀区, 海淀, 北京海淀 or 北京市海淀区.

        Returns:
            The places that fit; a full name wins over a stem, a city over a county of the same stem.
        """
        if found := self._by_name.get(name) or self._by_stem.get(name):
            return found
        for end in sorted(self._index.ends(name, 0)):
            rest = name[end:].removeprefix("的")
            above = {place.name for place in self.find(name[:end]) if place.level in _ABOVE_COUNTY}
            fits = (
                tuple(p for p in self.find(rest) if above & {p.parent, p.province}) if above and rest else ()
            )
            if fits:
                return fits
        return ()

    def ends(self, text: str, start: int) -> Iterator[int]:
        """List the ends of all full names and stems that begin at a position, longest first.

        Args:
            text: Text to look at.
            start: Where the names must begin.

        Returns:
            The ends, each one past a name's last character.
        """
        return self._index.ends(text, start)

    def find_in(self, text: str) -> list[Found]:
        """Find place names in a text, longest first, without overlaps.

        A stem that is an everyday word (和平, 高明) counts only right after the name of the place above it.

        Args:
            text: Any text.

        Returns:
            What was found, in order.
        """
        found: list[Found] = []
        at = 0
        while at < len(text):
            hit = self._at(text, at, found[-1] if found and found[-1].end == at else None)
            if hit:
                found.append(hit)
            at = hit.end if hit else at + 1
        return found

    def _at(self, text: str, start: int, before: Found | None) -> Found | None:
        """Find the longest name that may stand at a position."""
        above = {place.name for place in before.places} if before else set()
        for end in self._index.ends(text, start):
            name = text[start:end]
            places = self._by_name.get(name) or self._by_stem[name]
            inside = tuple(place for place in places if above & {place.parent, place.province})
            if inside:
                return Found(start, end, inside)
            if name not in self._by_name and _OF_TOWN.match(text, end):
                continue  # 兴隆满族乡 bears the stem of a county far away
            if name in self._by_name or not all(place.everyday for place in places):
                return Found(start, end, places)
        return None


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """Load the gazetteer that ships with the package, once.

    Returns:
        The gazetteer, some 3,400 places; it loads in about 15 ms.
    """
    rows = (line.split("\t") for line in _TABLE.read_text("utf-8").splitlines() if not line.startswith("#"))
    return Gazetteer(
        Place(name, stem_, parent, province, level, pinyin, word == "1")
        for name, stem_, level, parent, province, pinyin, word in rows
    )


def stem(name: str) -> str:
    """Take the suffix off a place name: 江阴市 is 江阴, 江华瑶族自治县 is 江华, 宁夏回族自治区 is 宁夏.

    A zone keeps the short word for its kind (杭州经济技术开发区 is 杭州经开), because what stands before it
    is often another place. A name that would lose all but one character (沧县) is kept.

    Args:
        name: Full name of a place.

    Returns:
        The stem, or the name itself if it has no suffix that can go.
    """
    if found := _AUTONOMOUS.match(name) or _PEOPLE_DISTRICT.match(name):
        return found["stem"]
    for kind, short in ZONE_KINDS:
        if name.endswith(kind) and len(name) > len(kind):
            return name.removesuffix(kind) + short
    found = None if _FULL_ONLY.search(name) else _SUFFIX.match(name)
    # 兰州新区 stays whole: 兰州 is the city.
    if found is None or (name.endswith("新区") and found["stem"] in gazetteer().city_stems):
        return name
    return found["stem"]


def split_name(name: str) -> tuple[str, str]:
    """Part a name from the place above it: 无锡市江阴市 is (无锡市, 江阴市), 海曙区 is ("", 海曙区).

    Args:
        name: A place name, with or without the places above it.

    Returns:
        Full name of the place right above as far as it is written, or "", and the name itself.
    """
    if gazetteer().named(name):
        return "", name
    found = gazetteer().find_in(name)
    if len(found) > 1 and found[-1].end == len(name) and found[0].start == 0:
        return found[-2].places[0].name, found[-1].places[0].name
    pair = _PAIR.match(name)
    return (pair["parent"], pair["name"]) if pair else ("", name)


def level_of(name: str) -> str:
    """Say of which level a place is, by the gazetteer and else by its suffix.

    Args:
        name: Full name of a place or of an office.

    Returns:
        province, prefecture, county, zone, township or department.
    """
    if known := gazetteer().named(name):
        return known[0].level
    if any(name.endswith(kind) for kind, _ in ZONE_KINDS) or name.endswith(("新区", "管理区", "园区")):
        return "zone"
    if _DEPARTMENT.search(name):
        return "department"
    if _TOWNSHIP.search(name):
        return "township"
    return "province" if name.endswith(("省", "自治区")) else "county"


def _group(pairs: Iterable[tuple[str, Place]]) -> Mapping[str, tuple[Place, ...]]:
    """Gather the places of each name, in order."""
    grouped: dict[str, tuple[Place, ...]] = {}
    for name, place in pairs:
        grouped[name] = (*grouped.get(name, ()), place)
    return grouped
