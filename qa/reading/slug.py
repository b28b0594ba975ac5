"""Place and year -> report id: 江阴市 and 2024 give ``jiangyin-2024``.

ASCII only, so that it can stand in an address. Two places may share an id; the library tells them apart.
"""

from __future__ import annotations

import re
from itertools import chain

from qa.places import gazetteer, stem


def report_id(place: str, parent: str, level: str, year: int) -> str:
    """Make the id of a report.

    Args:
        place: Full name of the place.
        parent: Full name of the place above it, or "".
        level: Its level.
        year: Year the report is on.

    Returns:
        Pinyin of the place's stem and the year, such as ``suzhou-gaoxin-2024``.
    """
    if level == "department" and place.startswith(parent) and parent:
        parts = [stem(parent), place.removeprefix(parent)]
    else:
        parts = _parts(stem(place), parent)
    slugs = [re.sub(r"[^a-z0-9]", "", _pinyin(part).lower()) for part in parts]
    return "-".join([*(slug for slug in slugs if slug), str(year)])


def _parts(name: str, parent: str) -> list[str]:
    """Part a zone's stem from the city that it begins with: 苏州高新 is 苏州 and 高新."""
    above = stem(parent) if parent else ""
    if above and name.startswith(above) and len(name) > len(above):
        return [above, name.removeprefix(above)]
    return [name]


def _pinyin(words: str) -> str:
    """Pinyin without tones: the gazetteer's reading of a place, else pypinyin's."""
    known = gazetteer().find(words)
    if known and known[0].stem == words:
        return known[0].pinyin
    from pypinyin import Style, lazy_pinyin

    return "".join(chain(lazy_pinyin(words, style=Style.NORMAL, errors="ignore")))
