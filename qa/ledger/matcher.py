"""Which indicator a figure bears: by its own words, the words that lead it in, and its unit; none rather than a wrong one.

A word of what is counted must stand in the figure's own words, next to the figure; the matter may stand before it in the
sentence, then the own words may say nothing else. Measured in ``docs/design/009-ledger.md``. Knows nothing of reports.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from qa.ledger.bearing import Bearing, IndicatorWords
from qa.ledger.catalogue import Catalogue
from qa.ledger.fit import TAIL, Fit, Named, fit_of, named_of
from qa.ledger.mention import Context, Mention
from qa.ledger.narrow import of_field
from qa.ledger.stages import stage_of
from qa.ledger.wording import (
    MATTER,
    holds,
    last_clause,
    names_a_matter,
    said_beside,
)
from qa.patterns import lazy_re

# Weights as in qa/ledger/observe.py: own words, the sentence before, the topic of the item, the headings.
_OWN, _BEFORE, _PREVIOUS, _TOPIC, _HEADING = 1.0, 0.8, 0.5, 0.5, 0.4
_DISTANCE = (
    0.002  # taken for each character between the matter and the figure, so that the nearer matter wins
)
_LONGER = 0.05  # for each character matched: 一审行政诉讼案件 is more than 行政诉讼案件
_RESIDUE = 0.03  # taken for each own character that nothing explains
_ELSEWHERE = 2  # own characters allowed beside what is counted where the matter stands elsewhere
_LEANS = 6  # own characters of an amount (罚款, 罚没款共计) that leans on the cases before it
_LEANING = 4  # own words so short say what is counted only together with those before: 办件, 累计办件
_TIE = 0.02
_ACCEPTED = "受理"  # 不予受理 beside 受理 is another stage of the same cases
_KEPT = 8192  # own words, and sets of held words, that are kept: of the 3,500 figures of 20 reports 36 % bear a kept one's words

# "向22个乡镇赋予行政处罚权105项", "6个镇(街道)司法所审查…": what is counted are bodies, not what they do.
_BODIES = lazy_re(
    r"(?:乡镇|镇街|街镇|镇\(街道\)|乡镇\(街道\)|街道|部门|单位|司法所|[县区市])(?![级委民域直])"
)
_AMONG = ("中有", "中的", "中")  # 败诉案件中有5件系程序违法: some of what is named
_OTHER_CLASSES = frozenset({"event_times", "money"})  # what one leader did, the money of one field
_BODY_UNITS = frozenset({"个", "家", "所"})
_LEADER = lazy_re(r"主要负责人|主要领导|党政主要|[区县市镇乡旗州省]长(?!期)|书记|局长|主任|带头")
_RIGHTS = lazy_re(r"知识产权|侵犯|侵权|假冒|走私|隐患")
_WHOLE = lazy_re(r"全[区县市省州旗镇盟]|各|其中")


class IndicatorMatcher:
    """Finds the indicator of a figure; built once for a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Sort the indicators by the units that they bear.

        Args:
            catalogue: The indicators.
        """
        self.catalogue = catalogue
        self._all = [IndicatorWords.of(one, catalogue) for one in catalogue.indicators]
        self._bearing: dict[tuple[str, str], Bearing] = {}
        self._sorted: dict[tuple[int, ...], Bearing] = {}
        self._named: dict[tuple[str, str, frozenset[str]], tuple[Named, ...]] = {}
        self._seen: dict[tuple[str, str, str], _Seen] = {}

    def match(self, mention: Mention, context: Context) -> str:
        """Name the indicator that a figure bears.

        Args:
            mention: The figure.
            context: The words around it.

        Returns:
            An id, or "" where none or more than one fits.
        """
        key = (mention.quantity.unit, context.left, context.noun)
        if (seen := self._seen.get(key)) is None:
            if len(self._seen) >= _KEPT:
                self._seen.clear()
            seen = self._seen[key] = _Seen(self._candidates(key[0], mention.quantity.unit_class, context), {})
        if not seen.named or context.left.endswith(_AMONG):
            return ""
        other = _counts_other(mention, context)
        best, second, found = 0.0, 0.0, ""
        for one in seen.named:
            score = 0.0 if other is not None and other(one.words) else _score(one, context, seen.fits)
            if score > best:
                best, second, found = score, best, one.words.indicator.id
            elif score > second:
                second = score
        return found if not second or best - second >= _TIE else ""

    def _candidates(self, unit: str, unit_class: str, context: Context) -> tuple[Named, ...]:
        """List the indicators that bear a unit and that a word of the figure names, each with its words that it holds.

        Half of the figures of other reports hold the same words as an earlier one, so what follows from these is kept.
        """
        bearing = self._bearing.get((unit, unit_class))
        if bearing is None:
            bearing = self._bearing[unit, unit_class] = self._that_bear(unit, unit_class)
        held = bearing.words_in(f"{context.left}|{context.noun}")
        if not held:
            return ()
        key = (unit, unit_class, held)
        if (named := self._named.get(key)) is None:
            if len(self._named) >= _KEPT:
                self._named.clear()
            numbers = {number for word in held for number in bearing.named_by.get(word, ())}
            named = self._named[key] = tuple(named_of(bearing.indicators[n], held) for n in numbers)
        return named

    def _that_bear(self, unit: str, unit_class: str) -> Bearing:
        """Sort the indicators that bear a unit; units of a class share them: 18 sorts for the 85 units of 40 reports."""
        numbers = tuple(n for n, w in enumerate(self._all) if w.indicator.bears(unit, unit_class))
        if numbers not in self._sorted:
            self._sorted[numbers] = Bearing.of(tuple(self._all[n] for n in numbers))
        return self._sorted[numbers]


class _Seen(NamedTuple):
    """What the own words of a figure tell of it wherever they stand: the indicators that they name, and how they fit."""

    named: tuple[Named, ...]
    fits: dict[tuple[str, ...], Fit | None]


def _counts_other(mention: Mention, context: Context) -> Callable[[IndicatorWords], bool] | None:
    """Tell of which indicators a figure is none for what it counts: bodies, one leader's deeds, the money of one field."""
    quantity = mention.quantity
    if quantity.unit not in _BODY_UNITS and quantity.unit_class not in _OTHER_CLASSES:
        return None
    segment = last_clause(context.before)
    bodies = quantity.unit in _BODY_UNITS and _BODIES.match(context.noun) is not None
    personal = quantity.unit_class == "event_times" and _LEADER.search(segment + context.left) is not None
    # "开展安全生产执法检查672家次,立案处罚29起、罚款120余万元" is a field's, "全县...,其中市场监管局512件,罚没款..." the whole's.
    others = (
        quantity.unit_class == "money"
        and not context.cell  # a row of a table says whose it is
        and len(context.left) <= _LEANS
        and not _WHOLE.search(segment)
        and (
            of_field(segment, context.place)
            or _RIGHTS.search(segment) is not None
            or (":" in context.before and of_field(_headed(context.before), context.place))
        )
    )
    return lambda words: (
        (others and not words.of_rights) or (bodies and not words.bodies) or (personal and words.personal)
    )


def _score(named: Named, context: Context, fits: dict[tuple[str, ...], Fit | None]) -> float:
    """Score how well an indicator fits; 0 where it does not. Words that several indicators share are weighed once."""
    words, excluded, _, bare, counts, whole, both, own, found = named
    if excluded and any(said_beside(word, context.left, context.noun) for word in excluded):
        return 0.0
    if not own and context.narrowed:
        return 0.0
    try:
        fit = fits[found]
    except KeyError:
        fit = fits[found] = fit_of(found, context.left, context.noun)
    if fit is None or (not own and fit.rest > _ELSEWHERE) or (context.part and fit.rest > TAIL):
        return 0.0
    if excluded and any(holds(fit.said, word) for word in excluded):
        return 0.0
    if both and not whole and len(context.left) <= _LEANING and words.telling:
        clause = last_clause(context.before)  # “高效办成一件事”上线21项,办件5.1万件
        if any(len(word) > _LEANING and word in clause for word in words.telling):
            return 0.0
    if bare and context.cell and any(word in context.heading for word in words.telling):
        return 0.0  # 仲裁立案 in a table of 劳动争议仲裁
    if words.others and (context.rate or (own and bare)):
        clause = last_clause(context.before)
        if any(word in clause for word in words.others):
            return 0.0  # 以我局为被申请人的行政复议案件36件,复议决定维持30件,纠错率3%; 消费投诉举报受理2873件,调解成功率71%
    if fit.narrowed or (fit.of_field and of_field(context.left, context.place, fit.left_over)):
        return 0.0
    weight = _OWN if own else _elsewhere(words, context)
    if weight == 0.0:
        return 0.0
    if context.part and (not (whole or counts or context.rate) or _is_of_another(words, context)):
        return 0.0
    return weight + _LONGER * fit.matched - _RESIDUE * fit.rest


def _headed(before: str) -> str:
    """Give what stands before the last colon of a part between semicolons: 水事执法 of 水事执法另立专章:立案26件,罚款88.4万元."""
    begin = max(before.rfind(";"), before.rfind("。")) + 1
    return before[begin : max(before.rfind(":"), begin)]


def _is_of_another(words: IndicatorWords, context: Context) -> bool:
    """Tell whether a part is one of another matter: 行政处罚 in "复议案件320件,其中行政处罚210件" counts no penalties."""
    head = [match[0] for match in MATTER.finditer(context.before)]
    return bool(head) and not any(head[-1] in word for word in words.kin)


def _elsewhere(words: IndicatorWords, context: Context) -> float:
    """Weigh the matter where it stands before the figure's own words: in the sentence or the one before, else above it."""
    about = words.about
    for text, weight in ((context.before, _BEFORE), (context.previous, _PREVIOUS)):
        if not text:
            continue
        at = -1
        for word in about:
            if word in text:
                at = max(at, text.rfind(word) + len(word))
        if at >= 0:
            clause = last_clause(text[:at])
            later = text[at:].partition("其中")[
                0
            ]  # 收到复议案件486件,其中县政府为被申请人的31件。审结478件: of all
            # 以镇政府为被申请人的行政复议案件53宗,已审结47宗; but 复议申请318件,不予受理21件,受理289件: another stage of the same
            if any(word in clause or word in context.topic for word in words.telling) or any(
                word in later for word in words.telling if stage_of(word) != _ACCEPTED
            ):
                return 0.0
            others = (match[0] for match in MATTER.finditer(text, at))
            if any(not any(matter in word for word in about) for matter in others):
                return 0.0
            return max(weight * 0.7, weight - _DISTANCE * (len(text) - at))
        if names_a_matter(text):
            return 0.0  # the sentence speaks of something else
    for text, weight in ((context.topic, _TOPIC), (context.heading, _HEADING)):
        for word in about:
            if word in text or ("~" in word and holds(text, word)):
                return weight
    return 0.0
