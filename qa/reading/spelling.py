"""Short names -> the full ones that the same text prints: 前郭县, 区市场监管局, 临港新片区.

A short name keeps the order of the full one's characters, its first (of a place) and its last. Nothing is made up:
what the text does not spell out stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from qa.patterns import lazy_re
from qa.places import gazetteer
from qa.reading.office import Office, free_trade_zones, parse_office

_RELATIVE = lazy_re(r"^[省市县区旗州盟](?!场)")


def full_place(name: str, text: str) -> str:
    """Spell a place out as the text does: 莫旗 is 莫力达瓦达斡尔族自治旗, 临港新片区 is of a free trade zone.

    Args:
        name: A place as the title or the lead prints it.
        text: Folded text that may name it in full.

    Returns:
        Its full name; the name itself if it is known or the text spells out none that fits.
    """
    if gazetteer().named(name):
        return name
    if name.endswith("片区"):
        return next((zone for zone in free_trade_zones(text) if zone.endswith(name)), name)
    if name[-1:] not in "县旗州":
        return name
    found = {text[hit.start : hit.end] for hit in gazetteer().find_in(text) if hit.start + 1 < hit.end}
    fits = [
        full for full in found if full[0] == name[0] and _shortens(name, full) and gazetteer().named(full)
    ]
    return fits[0] if len(fits) == 1 else name


def full_department(words: str, offices: Iterable[str]) -> Office | None:
    """Spell a department out as a signature, the table or the lead does: 区住建局, 某区市场监管局.

    Args:
        words: The department as the title prints it.
        offices: Offices that may be the same one.

    Returns:
        The first office that it shortens, or None.
    """
    short = _RELATIVE.sub("", words)
    for other in offices:
        office = parse_office(other)
        if office.units and office.is_department and _shortens(short, re.sub(r"\s+", "", other)):
            return office
    return None


def _shortens(short: str, full: str) -> bool:
    """Whether a name holds the characters of a shorter one in their order and ends like it."""
    letters = iter(full)
    return len(short) < len(full) and short[-1:] == full[-1:] and all(char in letters for char in short)
