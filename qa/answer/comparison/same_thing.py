"""Which cells of a comparison count another thing than the others: they are told as such and never compared.

What the ledger says of the figures (indicator, holder) is held against what most of them are, and only where a figure also owns
less of the question than those do; measured in docs/design/006-ranking.md. Knows nothing of how cells are chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from qa.answer.comparison.jointly import Side
from qa.answer.guards.cautions import OFFICE, names_office
from qa.answer.guards.narrowed import narrowing
from qa.ledger.mention import INHERITED, LEAD
from qa.ledger.observation import Kind, Observation
from qa.matching import best_zone
from qa.patterns import lazy_re
from qa.question.words.terms import Term
from qa.question.words.vocabulary import COUNTED
from qa.scored import ScoredMention

Seen = Callable[[ScoredMention], Observation | None]
"""Gives what the ledger says of a figure."""

# Share of the question that a figure of another indicator, or of none, must own, of what the others own.
OTHER, NONE = 0.9, 0.7
_FULL = 0.95  # a figure that owns so much of the question is of what is asked
_MANY = 3  # so many places that give one indicator let a fourth give it rather than a figure that bears none
_MOST = 2  # so many figures of one indicator say what is compared
_CLEAR, _NEAR = 0.05, 0.1
_HARDLY = 0.3
# A term that the others own and a figure lacks in all its zones.
_HELD, _LACKED = 0.8, 0.3
# What a figure of the same indicator must own where a side has none, or only a narrowed one.
_TOLD, _WHOLE = 0.3, 0.8
_NAMED = 0.2  # ... where it bears the very indicator that the question names
_ALONE, _SEVERAL = (
    0.5,
    0.3,
)  # share of the question that such a term must be, beside one other figure and beside more
_SET_APART = frozenset({"改造", "翻新", "修缮", "诉前"})
_OWN_KIND = frozenset({"percent", "money", "ratio", "people", "person_times", "time"})
# Words that any figure of a matter may lack: 复议申请 and 复议案件, 县政府 and 县委.
_ANY = lazy_re(
    r"申请|[省市区县州旗党工]委|政府|机关|人民|全[省市区县]|司法局|部门|单位|数量|总量|"
    r"办理|受理|收到|新收|处理|接收|平均"
)

# "区合法性审查中心审查事项450件,镇街审查1182件": the second figure is not the centre's.
_TOWNS = lazy_re(r"(?:其中)?(?:各|\d+个)?(?:乡镇|镇街|街镇|[镇乡]\(|街道)")


class Settled(NamedTuple):
    """The cells of a comparison.

    Attributes:
        picks: The figure of each side, None where it gives none of what is compared.
        apart: The figure of another thing of each side that gives only such a one, else None.
        named: Id of the indicator of each side's figure, "" where it bears none; empty where all bear one of one group.
    """

    picks: list[ScoredMention | None]
    apart: list[ScoredMention | None]
    named: list[str]


def settle(
    sides: Sequence[Side],
    picks: Sequence[ScoredMention | None],
    seen: Seen,
    group: Callable[[str], str],
    asked: Callable[[ScoredMention], str],
) -> Settled:
    """Take another figure where one counts another thing than most of a comparison, or none where the side has no other.

    Args:
        sides: The sides with their candidates.
        picks: The figure chosen for each side, None where it has none.
        seen: Gives what the ledger says of a figure.
        group: Names the group of an indicator.
        asked: Names the indicator that the question asks for in the unit of a figure, "" for none.

    Returns:
        The cells, and what was set apart.
    """
    held = {at: pick for at, pick in enumerate(picks) if pick is not None}
    one_place = len({side.meta.place for side in sides}) == 1
    sentences = {(pick.report.report.meta.id, pick.sentence) for pick in held.values()}
    if one_place and len(held) > 1 and len(sentences) == 1:
        return Settled(list(picks), [None] * len(picks), [])  # 2764件(2023年为3105件): two years of one thing

    def grouped(scored: ScoredMention) -> str:
        return group(one.indicator) if (one := seen(scored)) else ""

    matter = {at: _share(pick, concepts=True) for at, pick in held.items()}
    groups = {at: "" if narrowing(pick) else grouped(pick) for at, pick in held.items()}
    every = [c for side in sides if side.sure for c in side.candidates]
    bearing = [c for c in every if (one := seen(c)) is not None and one.indicator == asked(c) != ""]
    named = grouped(bearing[0]) if bearing else ""
    lead = named or _lead({at: _share(pick) for at, pick in held.items()}, groups)
    led = bearing * _MOST if named else [held[at] for at, name in groups.items() if lead and name == lead]
    settled, apart = list(picks), list[ScoredMention | None]([None] * len(picks))
    for at, side in enumerate(sides):
        pick = held.get(at)
        others = [other for a, other in held.items() if a != at]
        alike = bool(lead) and groups.get(at) == lead
        if pick is None or (not alike and len(led) >= _MOST):
            same = [c for c in side.candidates if lead and grouped(c) == lead and _is_whole(seen(c))]
            own = groups.get(at, "")
            sure = pick is not None and (bool(named) if own else len(led) >= _MANY) and _fits(pick, led)
            better = [
                c
                for c in same
                if _stands_for(c, pick, led)
                or (sure and _is_of_kind(c, led))
                or (pick is None and _bears_asked(c, seen, asked))
            ]
            if better:
                settled[at] = better[0]
                continue
        if pick is not None and (
            _is_other(at, lead, matter, groups)
            or (bool(named and groups[at]) and not alike and _share(pick) < _FULL and len(sides) > _MOST)
            or (bool(named and groups[at]) and not alike and pick.mention.part)
            or (not alike and _lacks(pick, others))
            or _unlike(pick, others)
            or _narrower(pick, others)
            or _of_office(seen(pick), pick, [seen(other) for other in others])
        ):
            settled[at] = next((c for c in side.candidates if _whole_instead(c, pick, others, grouped)), None)
            apart[at] = None if settled[at] else pick
    if not any(settled):
        return Settled(list(picks), [None] * len(picks), [])
    ids = ["" if pick is None or (one := seen(pick)) is None else one.indicator for pick in settled]
    return Settled(settled, apart, ids if len({group(i) for i in ids if i}) > 1 else [])


def _stands_for(candidate: ScoredMention, pick: ScoredMention | None, led: Sequence[ScoredMention]) -> bool:
    """Tell whether another figure of a side may take the place of the one chosen: in the unit of the others, owning as much."""
    if not led or candidate.mention.part or narrowing(candidate):
        return False
    if pick is not None and candidate.unit_fit < pick.unit_fit:
        return False
    kind, own = led[0].mention.quantity.unit_class, _share(candidate)
    if pick is None:
        as_much = own >= OTHER * min(map(_share, led)) or (len(led) >= _MOST and own >= _TOLD)
        return candidate.mention.quantity.unit_class == kind and as_much
    same = candidate.mention.quantity.unit_class == kind or pick.mention.quantity.unit_class != kind
    return same and (own >= _share(pick) - _NEAR or (bool(narrowing(pick)) and own >= _WHOLE))


def _is_of_kind(candidate: ScoredMention, led: Sequence[ScoredMention]) -> bool:
    """Tell whether a figure of the indicator asked for is one of the whole, in the kind of unit of the others."""
    return not candidate.mention.part and not narrowing(candidate) and _fits(candidate, led)


def _fits(one: ScoredMention, led: Sequence[ScoredMention]) -> bool:
    """Tell whether a figure is in the kind of unit of others: 113人次 stands for no 39件."""
    kinds = {one.mention.quantity.unit_class, led[0].mention.quantity.unit_class}
    return len(kinds) == 1 or not kinds & _OWN_KIND


def _bears_asked(candidate: ScoredMention, seen: Seen, asked: Callable[[ScoredMention], str]) -> bool:
    """Tell whether a figure bears the very indicator that the question names, in words of its own: 人民调解 for 矛盾纠纷调解."""
    one = seen(candidate)
    bears = one is not None and one.indicator == asked(candidate) != ""
    return bears and not (candidate.mention.part or narrowing(candidate)) and _share(candidate) >= _NAMED


def _is_whole(one: Observation | None) -> bool:
    """Tell whether a figure states the whole place's result."""
    return one is not None and one.whole and not one.part and one.kind is Kind.RESULT


def _whole_instead(
    candidate: ScoredMention,
    pick: ScoredMention,
    others: Sequence[ScoredMention],
    grouped: Callable[[ScoredMention], str],
) -> bool:
    """Tell whether another figure of a side is the whole where the one chosen is not: 总数达到3742名 for 新培育864名."""
    kinds = {other.mention.quantity.unit_class for other in others}
    known = grouped(candidate)
    return (
        candidate is not pick
        and candidate.sentence == pick.sentence
        and not candidate.mention.part
        and not narrowing(candidate)
        and kinds == {candidate.mention.quantity.unit_class}
        and not _lacks(candidate, others)
        and _share(candidate, concepts=True) >= (_FULL if known else _WHOLE)
    )


def _lead(shares: dict[int, float], groups: dict[int, str]) -> str:
    """Name the group of indicators that is compared: that of figures that own most of the question, "" where others own more."""
    weighed: dict[str, float] = {}
    for at, name in groups.items():
        if name:
            weighed[name] = weighed.get(name, 0.0) + shares[at]
    if not weighed:
        return ""
    lead = max(weighed, key=lambda name: weighed[name])
    top = max(shares[at] for at, name in groups.items() if name == lead)
    return lead if top >= max(shares.values()) - _CLEAR else ""


def _is_other(at: int, lead: str, shares: dict[int, float], groups: dict[int, str]) -> bool:
    """Tell whether a figure is of another indicator than those that lead, or of none, and owns less of the question."""
    top = max(shares.values())
    full = {name for a, name in groups.items() if name and shares[a] >= top - _CLEAR}
    if len(shares) > _MOST and top >= _FULL and full and groups[at] not in full and shares[at] < NONE * top:
        return True
    led = [shares[a] for a, name in groups.items() if lead and name == lead]
    if groups[at] == lead or len(led) < _MOST:
        return False
    return shares[at] < (OTHER if groups[at] else NONE) * max(led)


def _share(pick: ScoredMention, *, concepts: bool = False) -> float:
    """Weigh how much of the question a figure owns, leaving out words that any figure may lack, or of its matter alone."""
    named = [t for t in pick.terms if t.concept] if concepts else []
    named = named or [t for t in pick.terms if not _is_any(t)] or list(pick.terms)
    total = sum(t.weight for t in named) or 1.0
    return sum(t.weight * best_zone(t, pick.mention, INHERITED) for t in named) / total


def _lacks(pick: ScoredMention, others: Sequence[ScoredMention]) -> bool:
    """Tell whether a figure lacks a word that has no other form and that others own: 解除 beside 在册社区矫正对象."""
    total = sum(t.weight for t in pick.terms if not _is_any(t)) or 1.0
    for term in filter(_tells_apart, pick.terms):
        own = sum(best_zone(term, other.mention, INHERITED) >= _HELD for other in others)
        least = _ALONE if len(others) < _MOST else _SEVERAL
        told = own >= min(len(others), _MOST) and term.weight >= least * total
        if told and best_zone(term, pick.mention, LEAD) < _LACKED:
            return True
    return False


def _tells_apart(term: Term) -> bool:
    """Tell whether a term is a known word that nothing else stands for and that not any figure may lack."""
    single = len(term.forms) == 1 and term.known and not term.required
    return single and not _is_any(term)


def _is_any(term: Term) -> bool:
    """Tell whether any figure of a matter may lack a word."""
    return term.text in COUNTED or _ANY.fullmatch(term.text) is not None


def _unlike(pick: ScoredMention, others: Sequence[ScoredMention]) -> bool:
    """Tell whether a figure is of another kind of unit than all others, which are of one: 1254人 beside cases.

    Beside one other figure it must hardly own what is asked, and that one wholly: 设立6个涉外中心 beside 34名涉外律师人才.
    """
    kind, kinds = pick.mention.quantity.unit_class, {o.mention.quantity.unit_class for o in others}
    enough = len(others) >= _MOST or (pick.own < _HARDLY and all(o.own >= _FULL for o in others))
    return enough and len(kinds) == 1 and kind not in kinds and bool({kind, *kinds} & _OWN_KIND)


def _narrower(pick: ScoredMention, others: Sequence[ScoredMention]) -> bool:
    """Tell whether a figure is narrowed by words that neither the question nor most others hold: 骨干, 上年结转."""
    own = narrowing(pick)
    if own & _SET_APART and not any(narrowing(other) & _SET_APART for other in others):
        return bool(others)  # 改造司法所6个, 诉前调解612件 beside the number of them
    whole = [other for other in others if not narrowing(other)]
    return bool(own) and len(whole) >= _MOST and len(whole) * 2 > len(others)


# "某街道“老马调解工作室”一年接手214起": one town's, beside a county's
_TOWN = lazy_re(r"[\u4e00-\u9fff]{2}(?:街道|苏木|[镇乡])$")
# "县人社局为1173名农民工追回工资": who does it for whom
_SERVES = lazy_re(r"[局中心]为$")


def _of_office(one: Observation | None, pick: ScoredMention, others: Sequence[Observation | None]) -> bool:
    """Tell whether a figure is of one office (县综合行政执法局) that the question does not name, beside one of a whole place."""
    if (
        one is None
        or one.whole
        or not (OFFICE.search(one.holder) or _TOWN.search(one.holder))
        or _TOWNS.match(pick.words.label)
    ):
        return False
    served = pick.mention.quantity.unit_class == "people" and _SERVES.search(pick.mention.label)
    if served and any(other is not None and other.whole for other in others):
        return False  # 县人社局为1173名农民工追回: whom it served, and no other office of the place does
    asked = any(form in one.holder for term in pick.terms if term.required for form, _ in term.forms)
    asked = asked or names_office("|".join(term.text for term in pick.terms), one.holder)
    return not asked and any(other is not None and other.whole for other in others)
