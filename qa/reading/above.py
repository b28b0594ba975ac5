"""A place by its name -> its level and the place right above it.

The gazetteer decides where it knows the name, and the text where several places share it. A place that it lacks
(a township, a zone, a county renamed since) is judged by its name and by the places that the text names most.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from qa.places import Place, gazetteer, level_of, stem
from qa.reading.office import is_zone


class Located(NamedTuple):
    """Where a place stands.

    Attributes:
        level: Its level.
        parent: Full name of the place right above it, or "".
        rivals: Places above it of which the text fits several alike; if there are any, the parent is "".
    """

    level: str
    parent: str
    rivals: tuple[str, ...] = ()


def locate(name: str, above: str, mentions: Counter[str], text: str = "") -> Located:
    """Find the level of a place and the place above it.

    Args:
        name: Full name of the place.
        above: The place printed right before it, or "".
        mentions: How often the text names each place.
        text: Title, signatures and body, which tell what a zone is and where it lies.

    Returns:
        Its level and parent; the parent is "" where nothing tells it.
    """
    known = _choose(gazetteer().named(name), above, mentions)
    if len(known) > 1:
        return Located(known[0].level, "", tuple(place.parent for place in known))
    if known:
        return Located(known[0].level, known[0].parent)
    level = _level_of_unknown(name, above)
    # 国际港务区, 商务区: a kind of zone that no list holds has a committee that manages it.
    if (
        level == "county"
        and name.endswith("区")
        and re.search(rf"{re.escape(name)}(?:管委会|管理委员会)", text)
    ):
        level = "zone"
    parent = above or _parent_of_unknown(name, level, mentions)
    return Located(level, _above_zone(name, parent, mentions, text) if level == "zone" else parent)


def _level_of_unknown(name: str, above: str) -> str:
    """The level of a place that the gazetteer lacks, by its name and by the place printed above it."""
    level = level_of(name)
    if level in ("county", "zone") and is_zone(name):
        return "zone"
    # A city under a city, and one that was a county when the gazetteer was made, are county-level.
    under_city = any(place.level == "prefecture" for place in gazetteer().named(above))
    city = name.endswith(("市", "州", "盟", "地区"))
    if level == "county" and city and not under_city and not _renamed(name):
        return "prefecture"
    return level


def _renamed(name: str) -> tuple[Place, ...]:
    """The county of the same stem that an unknown city or district was before: 某县 became 某市."""
    return tuple(place for place in gazetteer().find(stem(name)) if place.level == "county")


def _parent_of_unknown(name: str, level: str, mentions: Counter[str]) -> str:
    """The place above an unknown one: whose stem its name begins with, else the one of the right level named most."""
    if level == "zone":
        if inside := _named_in_zone(name):
            return inside
    elif level == "county" and (renamed := _renamed(name)):
        return max(renamed, key=lambda place: mentions[place.parent]).parent
    if level == "township":
        counties = _most_named("county", mentions)
        if counties:
            return counties[0]
    cities = _most_named("prefecture", mentions)
    if cities and mentions[cities[0]] >= 2:
        return cities[0]
    if level != "zone":
        return ""
    counties = [county for county in _most_named("county", mentions) if mentions[county] >= 2]
    return _city_inside(name) or next(iter(counties), "")


def _above_zone(name: str, guess: str, mentions: Counter[str], text: str) -> str:
    """The place above a zone, of which its name tells the province or a county that the text may not speak of.

    四川天府新区 that names 成都市 lies in 成都市; 平潭综合实验区 that never names 平潭县 and often 福建省 is the province's own.
    """
    if not guess:
        # "某市某区委依法治区办予以表扬": the one county whose organs the text names.
        organs = [c for c in _most_named("county", mentions) if re.search(rf"{c}(?:委|人民政府|政府)", text)]
        if len(organs) == 1:
            return organs[0]
        provinces = _most_named("province", mentions)
        return provinces[0] if provinces and mentions[provinces[0]] >= 2 else ""
    place = next(iter(gazetteer().named(guess)), None)
    if place and place.level == "province":
        cities = [city for city in _most_named("prefecture", mentions) if city in text and _in(city, guess)]
        # 陕西省西咸新区: the province before the zone's own name speaks of no one above it.
        apart = re.findall(rf"{guess}(?!{re.escape(name)})", text)
        if len(cities) == 1 and text.count(cities[0]) >= len(apart):
            return cities[0]
    elif place and place.level == "county" and guess not in text:
        return next((other for other in (place.parent, place.province) if text.count(other) >= 2), guess)
    return guess


def _in(name: str, province: str) -> bool:
    """Whether a place of this name lies in a province."""
    return any(place.province == province for place in gazetteer().named(name))


def _most_named(level: str, mentions: Counter[str]) -> list[str]:
    """The places of a level that a text names, most named first."""
    return [n for n, _ in mentions.most_common() if any(p.level == level for p in gazetteer().named(n))]


def _choose(places: tuple[Place, ...], above: str, mentions: Counter[str]) -> list[Place]:
    """Of several places of a name, the one whose place above is printed or named most; all that the text fits alike."""
    fit = [place for place in places if not above or above in (place.parent, place.province)]
    weights = [mentions[place.parent] * 2 + mentions[place.province] for place in fit]
    return [place for place, weight in zip(fit, weights, strict=True) if weight == max(weights)]


def _named_in_zone(name: str) -> str:
    """The place that a zone's name names: 湖北荆门某某园区 lies in 荆门市, 中国(河南)自由贸易试验区洛阳片区 in 洛阳市."""
    rest = name.rpartition("试验区")[2] if name.endswith("片区") else name
    begins = _begins_with(rest)
    if begins and begins.level == "province":
        inner = _begins_with(rest.removeprefix(begins.name).removeprefix(begins.stem))
        begins = inner if inner and inner.province == begins.name else begins
    return begins.name if begins else ""


def _city_inside(name: str) -> str:
    """The city that an unknown name holds after its beginning: 中新天津生态城."""
    inside = (place for hit in gazetteer().find_in(name) for place in hit.places)
    return next((place.name for place in inside if place.level in ("province", "prefecture")), "")


def _begins_with(words: str) -> Place | None:
    """The place whose name or stem words begin with, the longest first."""
    for size in range(min(4, len(words) - 1), 1, -1):
        for place in gazetteer().find(words[:size]):
            if place.level != "zone":
                return place
    return None
