"""Which place a report speaks for.

The title decides if it names a place; else the signature, the issuer, the lead sentence and how often each
place is named are weighed. The gazetteer gives the place above; one that it lacks is found by its suffix.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from qa.places import Place, gazetteer, level_of, stem
from qa.reading.office import Office, is_bare_zone, parse_office
from qa.text import HAN

_YEAR = r"(?:(?:19|20)\d\d|[一二][〇零一二三四五六七八九]{3})\s*年度?"
_TITLE_STOP = re.compile(
    rf"法治|依法|{_YEAR}|\d{{4}}|年度|推进|贯彻|全面|落实|加强|开展|履行|建设(?!局|委|厅|和|管理|交通)|工作|情况|党政|主要负责人|的|、|\s"
)
# "法治某某建设": a report names its own place so.
_RULE_OF_LAW = re.compile(rf"法治({HAN}{{2,4}}?)(?:建设|品牌|区|县|市)")
_LEAD = re.compile(rf"(?:(?:{_YEAR})(?:以来|来|上半年)?|一年来|近年来|今年以来)[,、]?\s*({HAN}{{2,16}})")
_VOTE = re.compile(r"(?:我|全)([区市县旗省州盟镇乡])|(?<![\u4e00-\u9fff])([区市县旗省])(?:委|政府|司法局)")
_OWN = re.compile(r"[我本](?:局|委|厅|中心|单位)")
# Weights when no title names the place; a full name in the lead beats twelve passing mentions.
_WEIGHTS = {"signature": 8.0, "issuer": 5.0, "lead": 5.0}
_MENTION, _MENTION_MAX, _SELF, _SUFFIX = 0.3, 12, 1.5, 1.5
_CHILD_SHARE = 0.5


class Origin(NamedTuple):
    """The place of a report with what shows it."""

    place: str
    parent: str
    level: str
    evidence: str


class Clues(NamedTuple):
    """Where a report may name its place; all folded, "" where there is none."""

    title: str
    signatures: tuple[str, ...]
    issuer: str
    lead: str
    body: str


def find_origin(clues: Clues) -> Origin | None:
    """Find the place that a report speaks for.

    Args:
        clues: The parts of the text that may name it.

    Returns:
        The place, or None if nothing names one.
    """
    mentions = _mentions(clues.title + "。" + clues.body)
    for words in title_offices(clues.title):
        office = parse_office(words)
        if office.units or (office.body and office.is_department):
            origin = _from_office(office, clues, mentions, f"标题: {clues.title.strip('# |')}")
            if origin:
                return origin
    own = bool(_OWN.search(clues.body))
    for words in (*clues.signatures, clues.issuer, _lead_words(clues.lead)):
        office = parse_office(words)
        if own and office.is_department:
            origin = _from_office(office, clues, mentions, words)
            if origin:
                return origin
    best = _best_scored(clues, mentions)
    return best and _origin((best[0],), "", mentions, best[1])


def title_offices(title: str) -> Iterator[str]:
    """List the words of a title that may name a place or an office.

    Args:
        title: The folded title.

    Yields:
        Candidates, the most telling first: after 关于, before it, in brackets, 法治X.
    """
    title = re.sub(r"^#*\s*", "", re.sub(r"\s+", "", title))
    before, about, after = title.partition("关于")
    heads = (after, before) if about else (title,)
    for head in heads:
        bare = re.sub(rf"^(?:{_YEAR})", "", re.sub(r"^\(.*?\)", "", head))
        stop = _TITLE_STOP.search(bare)
        words = bare[: stop.start()] if stop else bare
        if len(words) >= 2:
            yield words
    yield from re.findall(r"\(([^)]{2,12})\)", title)
    for word in _RULE_OF_LAW.findall(title):
        if places := gazetteer().find(word):
            yield places[0].name


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
    body = re.sub(r"^[省市县区旗]", "", office.body) if not office.units else office.body
    return _origin(units, body if office.is_department else "", mentions, evidence)


def _zone_name(bare: str, clues: Clues, best: str) -> str:
    """Full name of a zone that is called by its kind only: the text's own, else the place that it lies in."""
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
    known = _choose(gazetteer().named(name), above, mentions)
    level = known.level if known else level_of(name)
    if known and not above:
        above = known.parent
    if not known and not above:
        above = _parent_of_unknown(name, level, mentions)
    if (
        not known
        and level == "county"
        and name.endswith(("市", "州", "盟", "地区"))
        and not name.endswith("自治县")
    ):
        level = "prefecture"
    if not known and name.endswith(("合作区", "示范区", "试验区")):
        level = "zone"
    if department:
        return Origin(name + department, name, "department", evidence)
    return Origin(name, above, level, evidence)


def _parent_of_unknown(name: str, level: str, mentions: Counter[str]) -> str:
    """The place above an unknown one: whose stem its name begins with, else the city named most."""
    for size in range(min(4, len(name) - 1), 1, -1):
        for place in gazetteer().find(name[:size]):
            if level == "zone" and place.level != "zone":
                return place.name
    if level == "township":
        counties = [
            n for n, _ in mentions.most_common() if any(p.level == "county" for p in gazetteer().named(n))
        ]
        return counties[0] if counties else ""
    cities = [
        n for n, _ in mentions.most_common() if any(p.level == "prefecture" for p in gazetteer().named(n))
    ]
    return cities[0] if cities and mentions[cities[0]] >= 2 else ""


def _choose(places: tuple[Place, ...], above: str, mentions: Counter[str]) -> Place | None:
    """Of several places of a name, the one whose place above is printed or named most in the text."""
    if not places:
        return None
    if above:
        fit = [place for place in places if above in (place.parent, place.province)]
        return fit[0] if fit else None
    return max(places, key=lambda place: mentions[place.parent] * 2 + mentions[place.province])


def _mentions(text: str) -> Counter[str]:
    """How often each known place is named, in full or by stem; a shared name counts for all its places."""
    counts: Counter[str] = Counter()
    for found in gazetteer().find_in(text):
        for name in {place.name for place in found.places}:
            counts[name] += 1
    return counts


def _lead_words(lead: str) -> str:
    """What the lead begins with or says right after its year: the place or office that speaks."""
    found = _LEAD.search(lead)
    # "安吉县坚持依法行政。", "安吉县2023年,坚持…": else it begins with its place.
    starts = re.match(rf"{HAN}{{2,16}}", lead)
    words = found.group(1) if found else ""
    if starts and not parse_office(words).units:
        words = starts.group()
    office = re.match(rf"{HAN}{{2,14}}?(?:局|委员会|管委会|政府)", words)
    return office.group() if office else words


def _best_scored(clues: Clues, mentions: Counter[str]) -> tuple[str, str] | None:
    """The place with the most evidence besides the title, and the words that weigh most for it."""
    scores: defaultdict[str, float] = defaultdict(float)
    shown: dict[str, str] = {}
    sources = [("signature", words) for words in clues.signatures]
    sources += [("issuer", clues.issuer), ("lead", _lead_words(clues.lead))]
    for kind, words in sources:
        units = parse_office(words).units
        if units and not is_bare_zone(units[-1]) and (kind != "lead" or _is_plausible(units[-1], clues.body)):
            scores[units[-1]] += _WEIGHTS[kind]
            shown.setdefault(units[-1], words)
    named = _without_parents(mentions)
    for name, count in named.items():
        scores[name] += _MENTION * min(count, _MENTION_MAX)
        shown.setdefault(name, f"正文提到 {count} 次")
    for word, count in Counter(_RULE_OF_LAW.findall(clues.body)).items():
        for place in gazetteer().find(word):
            if place.name in scores:
                scores[place.name] += _SELF * min(count, 3)
    votes = Counter(a or b for a, b in _VOTE.findall(clues.lead + clues.body))
    if votes:
        suffix = votes.most_common(1)[0][0]
        for name in scores:
            scores[name] += _SUFFIX if name.endswith(suffix) else 0.0
    for name in [n for n in scores if gazetteer().named(n) and n not in named and n not in shown]:
        del scores[name]
    # A single passing mention is no evidence.
    best = max(scores.items(), key=lambda pair: (pair[1], pair[0]), default=("", 0.0))
    return (best[0], shown[best[0]]) if best[1] >= 2.0 else None


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
