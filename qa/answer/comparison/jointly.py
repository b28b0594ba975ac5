"""Reads the reports of a comparison together: the set of figures is taken whose words and units agree best.

Weights: ``docs/design/006-ranking.md``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from qa.answer.guards.narrowed import narrowing
from qa.ledger.stages import stage_of
from qa.patterns import lazy_re
from qa.question.words.terms import Term
from qa.ranking import ScoredMention
from qa.types import ReportMeta

# Agreement of a candidate with the reference: measured on dev comparisons (docs/design/006-ranking.md).
UNIT_AGREES, UNIT_DIFFERS, WORDS_AGREE, STAGE_AGREES = 0.10, -0.25, 0.35, 0.10
TOP = 6
# Of many places only the best figures are tried as what all must agree with: 26 places took 1.4 s with all and 0.9 s so,
# in one run; what was left was matching. 50 places take 137 ms now (compare.many of python -m eval.bench).
_FEW, _MOST_REFERENCES = 5, 30
BOUND = 0.15
BODY = 0.3
NARROWED = 0.2
HANGING = 0.15  # 13个“法治驿站”和4家“加油站”: the words before 4家 are the noun of 13个
PART = 0.1  # 其中涉外公证3207件 beside another place's whole
RESEMBLES = (
    0.15  # parts two figures that hold the words alike: 各执法单位办理行政处罚案件 and that of one centre
)
# Share of the terms that a carried figure must own, and likeness to the one that carries it.
CARRIED, ALIKE = 0.6, 0.1
# Units that count one kind of thing; 个 and 项 count anything.
_FAMILIES = tuple(
    map(
        str.split,
        (
            "件 起 宗 例 桩 件次",
            "篇 部 册 本",
            "场 次 期 批 回 轮",
            "家 户 所 处 间 站",
            "人 名 位",
            "人次 人次数",
        ),
    )
)
ABOUT = 0.35  # share of a question's weight from which a term is what it asks about
SAME_THING = 0.3  # likeness from which two figures in unlike units still say the same
# "13个乡镇(街道)合法性审查率达100%", "20个乡镇街道办理处罚案件仅274宗": bodies are counted, not what they do.
_BODIES = lazy_re(r"(?:乡镇|镇街|街镇|镇\s?[(（]|乡\s?[(（]|街道|部门|单位|司法所|[县区市](?![级委民域直]))")
_AND = lazy_re(r"[和及与]$")
# Units of these classes never stand for others.
_DENIED = lazy_re(r"不予|免予|免罚|减免|从轻|减轻|不罚")
_OWN_KIND = frozenset({"percent", "money", "ratio", "people", "person_times", "time"})


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison.

    Attributes:
        meta: Its report.
        candidates: Its figures, best first; empty where it discloses nothing.
        sure: Whether the best one answers by itself; if not, one must agree with a sure side's.
    """

    meta: ReportMeta
    candidates: tuple[ScoredMention, ...]
    sure: bool = True


def choose_jointly(sides: Sequence[Side]) -> list[ScoredMention | None]:
    """Choose one figure for each side so that all speak of the same thing.

    Args:
        sides: The sides with their candidates.

    Returns:
        One figure a side, None where it has no candidate.
    """
    sure = [side for side in sides if side.sure]
    deep = TOP if len(sure) <= _FEW else 1
    references = sorted((c for side in sure for c in side.candidates[:deep]), key=lambda c: -c.score)[
        :_MOST_REFERENCES
    ]
    references = [r for r in references if not _lacks(references[0], r)]
    best: tuple[float, list[ScoredMention | None]] = (float("-inf"), [None] * len(sides))
    for reference in references:
        picks: list[ScoredMention | None] = []
        total = 0.0
        for side in sides:
            scored = [
                (_worth(c) + _agreement(reference, c), c)
                for c in side.candidates[:TOP]
                if not _clash(reference, c) and not _lacks(reference, c)
            ]
            if not scored:
                picks.append(None)
                continue
            score, pick = max(scored, key=lambda item: item[0])
            if not side.sure and not _carried(reference, pick):
                picks.append(None)
                continue
            picks.append(pick)
            total += score
        if total > best[0]:
            best = (total, picks)
    return best[1]


def choose_alone(side: Side) -> ScoredMention | None:
    """Choose the figure of a side that asks for its own thing.

    Args:
        side: The side with its candidates.

    Returns:
        Its best figure by itself, or None where it has none.
    """
    return max(side.candidates, key=_worth, default=None)


def _worth(candidate: ScoredMention) -> float:
    """Weigh a figure by itself: its score, its likeness to the question, and that a bound (控制在9.5%以下) is no figure."""
    bound = candidate.mention.quantity.qualifier in {"以下", "以上", "超"}
    bodies = _counts_bodies(candidate) and not any(
        _BODIES.match(t.text) and t.measure for t in candidate.terms
    )
    return (
        candidate.score
        + RESEMBLES * candidate.dense
        - BOUND * bound
        - PART * (candidate.mention.part and not _part_asked(candidate))
        - BODY * bodies
        - HANGING * (bool(_AND.search(candidate.mention.label)) and bool(candidate.mention.noun))
        - NARROWED * bool(narrowing(candidate, below=False))
    )


def _part_asked(candidate: ScoredMention) -> bool:
    """Tell whether a part bears no more than a word of the question: 其中一审52件, where 一审案件 are asked."""
    own = candidate.words.label.removeprefix("其中")
    return any(own == form for term in candidate.terms for form in (term.text, *(f for f, _ in term.forms)))


def _agreement(reference: ScoredMention, candidate: ScoredMention) -> float:
    """Reward equal units and alike words, as two reports name one indicator much alike."""
    if reference is candidate:
        return UNIT_AGREES + WORDS_AGREE
    a, b = reference.mention.quantity, candidate.mention.quantity
    if a.unit == b.unit:
        unit = UNIT_AGREES
    else:
        kinds = {a.unit_class, b.unit_class}
        unit = UNIT_DIFFERS if kinds & _OWN_KIND and len(kinds) > 1 else 0.0
    stages = [stage_of(words) for words in (_words(reference), _words(candidate))]
    stage = 0.0 if "" in stages else STAGE_AGREES if stages[0] == stages[1] else -STAGE_AGREES
    return unit + stage + WORDS_AGREE * _alike(_words(reference), _words(candidate))


def _clash(reference: ScoredMention, candidate: ScoredMention) -> bool:
    """Tell whether two figures count things so unlike (986件, 1篇) that they cannot answer one question, but for their words."""
    families = [_counted(c) for c in (reference, candidate)]
    if bool(_DENIED.search(_words(reference))) != bool(_DENIED.search(_words(candidate))):
        return True  # 不予行政处罚 is no 行政处罚
    unlike = all(families) and families[0] != families[1]
    return (unlike and any(map(_counts_bodies, (reference, candidate)))) or (
        unlike and _alike(_words(reference), _words(candidate)) < SAME_THING
    )


def _counted(scored: ScoredMention) -> str:
    """Name the kind of thing that a figure counts; 20个乡镇 are bodies, whatever these do."""
    return "家" if _counts_bodies(scored) else family_of(scored.mention.quantity.bare_unit)


def _counts_bodies(scored: ScoredMention) -> bool:
    """Tell whether a figure counts 乡镇, 部门 or 县."""
    return scored.mention.quantity.unit == "个" and _BODIES.match(scored.mention.noun) is not None


def _lacks(reference: ScoredMention, candidate: ScoredMention) -> bool:
    """Tell whether a figure lacks what the question is about and the reference has: 一审案件 beside 败诉."""
    return any(t.concept and t not in reference.uncovered for t in _heavy(candidate))


def _heavy(candidate: ScoredMention) -> list[Term]:
    """List the uncovered terms that the question is about."""
    total = sum(t.weight for t in candidate.terms) or 1.0
    return [t for t in candidate.uncovered if t.weight >= ABOUT * total]


def family_of(unit: str) -> str:
    """Name the kind of thing that a measure word counts.

    Args:
        unit: A measure word without 万 or 亿.

    Returns:
        件 for 起 and 宗, 人 for 名; "" where it counts anything.
    """
    return next((family[0] for family in _FAMILIES if unit in family), "")


def _carried(reference: ScoredMention, candidate: ScoredMention) -> bool:
    """Tell whether a figure that is not sure by itself is carried by a sure one that says the same in like words."""
    a, b = reference.mention.quantity, candidate.mention.quantity
    lacks = any(t.known and not t.everyday for t in candidate.uncovered)
    same = a.unit == b.unit or (a.unit_class == b.unit_class and a.unit_class not in _OWN_KIND)
    return (
        same
        and not lacks
        and candidate.own >= CARRIED
        and _alike(_words(reference), _words(candidate)) >= ALIKE
    )


def _words(scored: ScoredMention) -> str:
    """Join the clause words of a figure."""
    return "|".join(words for weight, words in scored.mention.zones if weight >= 0.85)


@lru_cache(maxsize=4096)
def _pairs(text: str) -> frozenset[str]:
    """List the pairs of characters of a text."""
    return frozenset(text[i : i + 2] for i in range(len(text) - 1))


def _alike(a: str, b: str) -> float:
    """Dice coefficient (Dice 1945) of the pairs of characters of two texts."""
    first, second = _pairs(a), _pairs(b)
    return 2 * len(first & second) / (len(first) + len(second)) if first and second else 0.0
