"""Which place a report speaks for.

The title decides if it names a place; else the signature, the issuer, the lead sentence and how often each
place is named are weighed. The gazetteer gives the place above; one that it lacks is found by its suffix.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from qa.patterns import lazy_re
from qa.places import ZONE_KINDS, gazetteer, stem
from qa.reading.above import locate
from qa.reading.office import Office, is_bare_zone, parse_office
from qa.reading.scores import PRINTED, Clues, best_scored, mentions_in
from qa.reading.spelling import full_department, full_place
from qa.reading.voices import speaker, title_offices
from qa.text import HAN

_OWN = lazy_re(r"[我本](?:局|委|厅|中心|单位|关)")
_COMMITTEE = lazy_re(r"^(?:党工委)?(?:管委会|管理委员会)(?=.)")


class Origin(NamedTuple):
    """The place of a report with what shows it.

    Attributes:
        place: Its full name.
        parent: Full name of the place right above it, or "".
        level: Its level.
        evidence: The words that show it.
        rivals: Places above it of which the text fits several alike; if there are any, the parent is "".
    """

    place: str
    parent: str
    level: str
    evidence: str
    rivals: tuple[str, ...] = ()


def find_origin(clues: Clues) -> Origin | None:
    """Find the place that a report speaks for.

    Args:
        clues: The parts of the text that may name it.

    Returns:
        The place, or None if nothing names one.
    """
    mentions = mentions_in(clues.title + "。" + clues.body)
    for words in (*clues.signatures, clues.issuer, *clues.banners):
        units = parse_office(words).units
        # A place of its own in a breadcrumb (首页 > 某区 > 某街道) stands above another.
        mentions.update(dict.fromkeys(units if words in clues.banners else units[:-1], PRINTED))
    for words in title_offices(clues.title):
        office = _joint(parse_office(words))
        if office.is_department:
            office = full_department(words, (*clues.signatures, clues.issuer, speaker(clues.lead))) or office
        if office.units or (office.body and office.is_department):
            origin = _from_office(office, clues, mentions, f"标题: {clues.title.strip('# |')}")
            if origin:
                return origin
    own = bool(_OWN.search(clues.body))
    for words in (*clues.signatures, clues.issuer, speaker(clues.lead)):
        office = parse_office(words)
        if office.is_department and (own or (words in clues.signatures and office.units)):
            origin = _from_office(office, clues, mentions, words)
            if origin:
                return origin
    best = best_scored(clues, mentions)
    return best and _origin(_chain(best[0], clues), "", mentions, best[1], clues.text)


def _from_office(office: Office, clues: Clues, mentions: Counter[str], evidence: str) -> Origin | None:
    """The place of a parsed office; a relative one gets its place from the rest of the text."""
    units = office.units
    if not units or (len(units) == 1 and is_bare_zone(units[0])):
        best = best_scored(clues, mentions)
        if not units:
            place = best[0] if best else _stem_place(office.body)
            if not place:
                return None
            units = (place,)
        else:
            units = (_zone_name(units[0], clues, best[0] if best else ""),)
    department = ""
    if office.is_department:
        department = office.body if office.units else _full_department(office.body, units[-1], clues)
    chain = _chain(units[-1], clues) if len(units) == 1 else units
    return _origin(chain, department, mentions, evidence, clues.text)


def _joint(office: Office) -> Office:
    """The office of two that stand together: "某示范区管委会 某市人民政府" speak for the city if only it is known."""
    second = parse_office(_COMMITTEE.sub("", office.body)) if _COMMITTEE.match(office.body) else None
    if not second or not second.units or not office.units or gazetteer().named(office.units[-1]):
        return office
    return second if gazetteer().named(second.units[-1]) else office


def _stem_place(body: str) -> str:
    """The place whose stem a department's name begins with: 满洲里海关."""
    found = next(iter(gazetteer().find_in(body)), None)
    return found.places[0].name if found and found.start == 0 else ""


def _full_department(body: str, place: str, clues: Clues) -> str:
    """A department's name without its place: 区住建局 as the signature spells it out, 江阴市场监管局 without 江阴."""
    body = re.sub(r"^[省市县区旗州盟](?!场)", "", body)
    body = body.removeprefix(stem(place))
    for words in (*clues.signatures, clues.issuer):
        signed = parse_office(words)
        letters = iter(signed.body)
        if signed.units[-1:] == (place,) and signed.is_department and all(char in letters for char in body):
            return signed.body
    return body


def _chain(name: str, clues: Clues) -> tuple[str, ...]:
    """A place with those above it where a signature, the table, the lead or the text prints them together."""
    name = full_place(name, clues.text)
    offices = (
        *clues.signatures,
        clues.issuer,
        *clues.banners,
        clues.title.partition("关于")[2],
        speaker(clues.lead),
    )
    for words in offices:
        units = parse_office(words).units
        if name in units[1:]:
            return units[: units.index(name) + 1]
    if not gazetteer().named(name):
        # "到上城区望江街道调研": a known place right before an unknown one.
        for found in re.finditer(re.escape(name), clues.body):
            before = gazetteer().find_in(clues.body[max(0, found.start() - 12) : found.start()])
            size = min(12, found.start())
            if (
                before
                and before[-1].end == size
                and before[-1].places[0].name.endswith(clues.body[found.start() - 1])
            ):
                return before[-1].places[0].name, name
    return (name,)


def _zone_name(bare: str, clues: Clues, best: str) -> str:
    """Full name of a zone that is called by its kind only: the text's own, else the place that it lies in."""
    kind = next((short for long, short in ZONE_KINDS if bare.endswith(long)), bare)
    for words in (*clues.signatures, clues.issuer, *clues.banners, best):
        units = parse_office(words).units
        if (
            units
            and not is_bare_zone(units[-1])
            and (units[-1].endswith(bare) or stem(units[-1]).endswith(kind))
        ):
            return units[-1]
    names = Counter(
        re.findall(rf"{HAN}{{2,6}}?{bare}", clues.title + clues.body + " ".join(clues.signatures))
    )
    for name, _ in names.most_common():
        for start in range(len(name) - len(bare)):
            head: str = name[start : -len(bare)]
            if len(head) > 1 and gazetteer().find(head):
                return head + bare
    return (stem(best) if best else "") + bare


def _origin(
    units: tuple[str, ...], department: str, mentions: Counter[str], evidence: str, text: str
) -> Origin:
    """Complete a chain of units to a place with its parent and level."""
    name = units[-1]
    above = units[-2] if len(units) > 1 else ""
    if is_bare_zone(name) and above:
        name = stem(above) + name
    if department:
        # 满洲里海关 bears the stem only; 江阴市场监管局 is spelled out elsewhere as 江阴市市场监督管理局.
        full, short = name + department, stem(name) + department
        printed = short if short in text and full not in text else full
        return Origin(printed, name, "department", evidence)
    located = locate(name, above, mentions, text)
    return Origin(name, located.parent, located.level, evidence, located.rivals)
