"""Which place a report speaks for.

The title decides if it names a place; else the signature, the issuer, the lead sentence and how often each
place is named are weighed. The gazetteer gives the place above; one that it lacks is found by its suffix.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import NamedTuple

from qa.places import ZONE_KINDS, gazetteer, level_of, stem
from qa.reading.above import locate
from qa.reading.office import Office, is_bare_zone, parse_office
from qa.reading.voices import RULE_OF_LAW, speaker, title_offices, without_leaders
from qa.text import HAN

_VOTE = re.compile(r"(?:我|全)([区市县旗省州盟镇乡])|(?<![\u4e00-\u9fff])([区市县旗省])(?:委|政府|司法局)")
_OWN = re.compile(r"[我本](?:局|委|厅|中心|单位)")
# Weights when no title names the place; a full name in the lead beats twelve passing mentions.
_WEIGHTS = {"signature": 8.0, "issuer": 5.0, "lead": 5.0, "banner": 4.0}
_PRINTED = 3  # a place above that a signature or the table prints counts as three mentions
_SMALLER = re.compile(r"街道|镇|乡|村|社区|路|大道|街|片区")
_COMMON_NOUN = re.compile(r"^(?:[城郊矿新]|新城|开发)区$")
_MENTION, _MENTION_MAX, _SELF, _SUFFIX, _ORGAN = 0.3, 12, 1.5, 1.5, 1.0
_ENOUGH = 2.0
# "与某区共建", "赴某县学习": a partner, whose mentions count half.
_PARTNER = re.compile(r"(?:[与同赴]|支援|帮扶|协作|借鉴|学习)$")
_CHILD_SHARE = 0.5


class Origin(NamedTuple):
    """The place of a report with what shows it."""

    place: str
    parent: str
    level: str
    evidence: str


class Clues(NamedTuple):
    """Where a report may name its place; all folded, "" where there is none.

    Attributes:
        title: The title.
        signatures: Offices that sign.
        issuer: The publisher or source in the metadata table.
        lead: The beginning of the body.
        body: The body.
        banners: Offices and places named alone above the body: the site's name, a breadcrumb.
    """

    title: str
    signatures: tuple[str, ...]
    issuer: str
    lead: str
    body: str
    banners: tuple[str, ...] = ()


def find_origin(clues: Clues) -> Origin | None:
    """Find the place that a report speaks for.

    Args:
        clues: The parts of the text that may name it.

    Returns:
        The place, or None if nothing names one.
    """
    mentions = _mentions(clues.title + "。" + clues.body)
    for words in (*clues.signatures, clues.issuer, *clues.banners):
        mentions.update(dict.fromkeys(parse_office(words).units[:-1], _PRINTED))
    for words in title_offices(clues.title):
        office = parse_office(words)
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
    best = _best_scored(clues, mentions)
    return best and _origin(_chain(best[0], clues), "", mentions, best[1])


def _from_office(office: Office, clues: Clues, mentions: Counter[str], evidence: str) -> Origin | None:
    """The place of a parsed office; a relative one gets its place from the rest of the text."""
    units = office.units
    if not units or (len(units) == 1 and is_bare_zone(units[0])):
        best = _best_scored(clues, mentions)
        if not units:
            if best is None:
                return None
            units = (best[0],)
        else:
            units = (_zone_name(units[0], clues, best[0] if best else ""),)
    department = ""
    if office.is_department:
        department = office.body if office.units else _full_department(office.body, units[-1], clues)
    return _origin(_chain(units[-1], clues) if len(units) == 1 else units, department, mentions, evidence)


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


def _origin(units: tuple[str, ...], department: str, mentions: Counter[str], evidence: str) -> Origin:
    """Complete a chain of units to a place with its parent and level."""
    name = units[-1]
    above = units[-2] if len(units) > 1 else ""
    if is_bare_zone(name) and above:
        name = stem(above) + name
    if department:
        return Origin(name + department, name, "department", evidence)
    located = locate(name, above, mentions)
    return Origin(name, located.parent, located.level, evidence)


def _mentions(text: str) -> Counter[str]:
    """How often each known place is named, in full or by stem; a shared name counts for all its places."""
    counts: Counter[str] = Counter()
    partners: set[str] = set()
    end = -1
    for found in gazetteer().find_in(text):
        words, before = text[found.start : found.end], found.start == end
        end = found.end
        # "望江街道", "朝阳路" name no 望江县 and no 朝阳区; "城区改造" names no 城区.
        if (words not in {place.name for place in found.places} and _SMALLER.match(text, end)) or (
            _COMMON_NOUN.match(words) and not before
        ):
            continue
        names = {place.name for place in found.places}
        if _PARTNER.search(text[max(0, found.start - 2) : found.start]):
            partners |= names
        counts.update(names)
    for name in partners:
        counts[name] //= 2
    return +counts


def _best_scored(clues: Clues, mentions: Counter[str]) -> tuple[str, str] | None:
    """The place with the most evidence besides the title, and the words that weigh most for it."""
    scores, shown = _printed(clues)
    named = _without_parents(mentions)
    for name, count in named.items():
        scores[name] += _MENTION * min(count, _MENTION_MAX)
        shown.setdefault(name, f"正文提到 {count} 次")
    _add_text_signs(scores, clues)
    for name in [n for n in scores if gazetteer().named(n) and n not in named and n not in shown]:
        del scores[name]
    # Of two places of one stem that weigh alike, the city. A single passing mention is no evidence.
    best = max(scores, key=lambda name: (scores[name], level_of(name) == "prefecture", name), default="")
    return (best, shown[best]) if scores.get(best, 0.0) >= _ENOUGH else None


def _printed(clues: Clues) -> tuple[defaultdict[str, float], dict[str, str]]:
    """What signatures, table, lead and banners weigh for each place that they name, and their words."""
    scores: defaultdict[str, float] = defaultdict(float)
    shown: dict[str, str] = {}
    sources = [("signature", words) for words in clues.signatures]
    sources += [("issuer", clues.issuer), ("lead", speaker(clues.lead))]
    sources += [("banner", words) for words in clues.banners]
    for kind, words in sources:
        units = parse_office(words).units
        if len(units) > 1 and is_bare_zone(units[-1]):
            units = (stem(units[-2]) + units[-1],)
        if units and not is_bare_zone(units[-1]) and (kind != "lead" or _is_plausible(units[-1], clues.body)):
            scores[units[-1]] += _WEIGHTS[kind]
            shown.setdefault(units[-1], words)
    return scores, shown


def _add_text_signs(scores: defaultdict[str, float], clues: Clues) -> None:
    """Add to each place what the text shows of it: acts of its organs, 法治 before it, 我区 for a district."""
    acts = without_leaders(clues.body)
    for name in scores:
        organs = re.findall(rf"(?<![与同赴到和]){re.escape(name)}(?:人民政府|政府|委|人大)", acts)
        scores[name] += _ORGAN * min(len(organs), 2)
    for word, count in Counter(RULE_OF_LAW.findall(clues.body)).items():
        for place in gazetteer().find(word):
            if place.name in scores:
                scores[place.name] += _SELF * min(count, 3)
    votes = Counter(a or b for a, b in _VOTE.findall(clues.lead + clues.body))
    if votes:
        suffix = votes.most_common(1)[0][0]
        for name in scores:
            scores[name] += _SUFFIX if name.endswith(suffix) else 0.0


def _is_plausible(unit: str, body: str) -> bool:
    """Whether a unit from running text is a place: known, or named again."""
    return bool(gazetteer().named(unit)) or (len(unit) <= 8 and body.count(unit) >= 2)


def _without_parents(mentions: Counter[str]) -> Counter[str]:
    """Drop places of which a part is named half as often: a county's report names its city."""
    dropped: set[str] = set()
    for name, count in mentions.items():
        for place in gazetteer().named(name):
            for above in (place.parent, place.province):
                if above and above != name and count >= 3 and count >= _CHILD_SHARE * mentions[above]:
                    dropped.add(above)
    return Counter({name: count for name, count in mentions.items() if name not in dropped})
