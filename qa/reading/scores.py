"""What a text weighs for each place when no title names one: signature, publisher, lead, banners, mentions.

A place that only passing mentions name, or that only the word for its kind (我区) speaks for, is none.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from qa.patterns import lazy_re
from qa.places import ZONE_KINDS, gazetteer, level_of, stem
from qa.reading.office import is_bare_zone, parse_office
from qa.reading.voices import RULE_OF_LAW, speaker, without_leaders

_VOTE = lazy_re(r"(?:我|全)([区市县旗省州盟镇乡])|(?<![\u4e00-\u9fff])([区市县旗省])(?:委|政府|司法局)")
# Weights when no title names the place; a full name in the lead beats twelve passing mentions.
_WEIGHTS = {"signature": 8.0, "issuer": 5.0, "lead": 5.0, "banner": 4.0}
PRINTED = 3  # a place above that a signature or the table prints counts as three mentions
_SMALLER = lazy_re(r"街道|镇|乡|村|社区|路|大道|街|片区")
_COMMON_NOUN = lazy_re(r"^(?:[城郊矿新]|新城|开发)区$")
_MENTION, _MENTION_MAX, _SELF, _SUFFIX, _ORGAN = 0.3, 12, 1.5, 1.5, 1.0
_ENOUGH = 2.0
_ENOUGH_NAMED = (
    0.85  # without the word for its kind: three mentions are, two mentions and 我区 are no evidence
)
_RIVAL_SHARE = 0.8
_MENTIONED = "正文提到"
# "与某区共建", "赴某县学习": a partner, whose mentions count half.
_PARTNER = lazy_re(r"(?:[与同赴]|支援|帮扶|协作|借鉴|学习|接待|邀请|来自)$")
_CHILD_SHARE = 0.5


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

    @property
    def text(self) -> str:
        """Title, signatures, publisher and body in one."""
        return "\n".join((self.title, *self.signatures, self.issuer, self.body))


def mentions_in(text: str) -> Counter[str]:
    """Count how often each known place is named, in full or by stem; a shared name counts for all its places.

    Args:
        text: Folded text.

    Returns:
        Full names and their counts; those of partners are halved.
    """
    counts: Counter[str] = Counter()
    partners: set[str] = set()
    end, is_partner = -1, False
    for found in gazetteer().find_in(text):
        words, before = text[found.start : found.end], found.start == end
        end = found.end
        # "望江街道", "朝阳路" name no 望江县 and no 朝阳区; "城区改造" names no 城区.
        if (words not in {place.name for place in found.places} and _SMALLER.match(text, end)) or (
            _COMMON_NOUN.match(words) and not before
        ):
            continue
        names = {place.name for place in found.places}
        # "赴某市某区学习": what goes for the city goes for its district.
        is_partner = (is_partner and before) or bool(
            _PARTNER.search(text[max(0, found.start - 2) : found.start])
        )
        if is_partner:
            partners |= names
        counts.update(names)
    for name in partners:
        counts[name] //= 2
    return +counts


def best_scored(clues: Clues, mentions: Counter[str]) -> tuple[str, str] | None:
    """Find the place with the most evidence besides the title.

    Args:
        clues: The parts of the text that may name it.
        mentions: How often the text names each place.

    Returns:
        The place and the words that weigh most for it, or None if none is sure.
    """
    scores, shown = _printed(clues)
    named = _without_parents(mentions)
    for name, count in named.items():
        scores[name] += _MENTION * min(count, _MENTION_MAX)
        shown.setdefault(name, f"{_MENTIONED} {count} 次")
    _add_text_signs(scores, clues)
    for name in [n for n in scores if gazetteer().named(n) and n not in named and n not in shown]:
        del scores[name]
    kind = _own_kind(clues)
    totals = {
        name: score + (_SUFFIX if kind and name.endswith(kind) else 0.0) for name, score in scores.items()
    }
    # Of two places of one stem that weigh alike, the city.
    best = max(totals, key=lambda name: (totals[name], level_of(name) == "prefecture", name), default="")
    if not best or totals[best] < _ENOUGH or scores[best] < _ENOUGH_NAMED:
        return None
    if shown[best].startswith(_MENTIONED) and (_is_other_kind(best, kind) or _has_rival(best, scores)):
        return None
    return best, shown[best]


def _own_kind(clues: Clues) -> str:
    """The word for its kind by which a report speaks of its own place: 区 of 我区 and 全区, "" if there is none."""
    votes = Counter(a or b for a, b in _VOTE.findall(clues.lead + clues.body))
    return votes.most_common(1)[0][0] if votes else ""


def _is_other_kind(name: str, kind: str) -> bool:
    """Whether a place that only mentions name is the city above a county that speaks as 我县 and never names itself."""
    return bool(kind) and level_of(name) in ("province", "prefecture", "county") and not name.endswith(kind)


def _has_rival(best: str, scores: Mapping[str, float]) -> bool:
    """Whether another place, neither above nor below, weighs about as much: then mentions decide nothing."""
    near = {above for place in gazetteer().named(best) for above in (place.parent, place.province)}
    return any(
        score >= _RIVAL_SHARE * scores[best]
        for name, score in scores.items()
        if name != best
        and name not in near
        and not any(best in (place.parent, place.province) for place in gazetteer().named(name))
    )


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
    """Add to each place what the text shows of it: acts of its organs and 法治 before it."""
    acts = without_leaders(clues.body)
    for name in scores:
        organs = re.findall(rf"(?<![与同赴到和]){re.escape(name)}(?:人民政府|政府|委|人大)", acts)
        scores[name] += _ORGAN * min(len(organs), 2)
    for word, count in Counter(RULE_OF_LAW.findall(clues.body)).items():
        for place in gazetteer().find(word):
            if place.name in scores:
                scores[place.name] += _SELF * min(count, 3)


def _is_plausible(unit: str, body: str) -> bool:
    """Whether a unit from running text is a place: known, a zone with a name of its own, or named again."""
    zone = any(unit.endswith(long) and len(unit) > len(long) + 1 for long, _ in ZONE_KINDS)
    return zone or bool(gazetteer().named(unit)) or (len(unit) <= 8 and body.count(unit) >= 2)


def _without_parents(mentions: Counter[str]) -> Counter[str]:
    """Drop places of which a part is named half as often: a county's report names its city."""
    dropped: set[str] = set()
    for name, count in mentions.items():
        for place in gazetteer().named(name):
            for above in (place.parent, place.province):
                if above and above != name and count >= 3 and count >= _CHILD_SHARE * mentions[above]:
                    dropped.add(above)
    return Counter({name: count for name, count in mentions.items() if name not in dropped})
