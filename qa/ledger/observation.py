"""Observations: what each figure of a report counts, by whom, of which kind and for which year.

An observation is a figure with everything that a table of places by years needs and with its exact place in the text. What the
catalogue lacks is an observation too, found by its own words. Knows nothing of how observations are stored.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from qa.ledger.catalogue import Catalogue, load_catalogue
from qa.ledger.holders import Holder, holder_at
from qa.ledger.matcher import Context, IndicatorMatcher
from qa.ledger.observe import CLAUSE, INHERITED, Mention, observe
from qa.ledger.periods import Kind, change_base, kind_of, year_of
from qa.ledger.wording import says_nothing
from qa.text import fold
from qa.types import Report, Sentence

__all__ = ["Kind", "Observation", "Observer", "observations"]

_COUNTED = 40  # characters of own words that are kept
_SHORT = 6  # as in qa/ledger/observe.py: shorter own words lean on the figure before
_NEW = "新增"
_BLANK = re.compile(r"[\s、,共约达为近]")
_STOP = re.compile(r"[.。;!?]")
_END = re.compile(r"[,;:。、!?\s]+$")
_STAND_INS = (
    "件",
    "人",
    "次",
    "户",
    "万元",
    "个",
)  # a change in per cent may be one of counts, people, money ...


@dataclass(frozen=True, slots=True)
class Observation:
    """A figure of a report and what it says.

    Attributes:
        report: Id of the report.
        number: Position among the observations of the report, from 0.
        indicator: Id in the catalogue, or "" where the catalogue has none.
        counted: What is counted, in the report's own words.
        holder: Office, township or field that the words name, or "" for the place itself.
        whole: Whether the figure is the whole place's, whoever holds it.
        part: Whether it counts a part of the figure before it (其中).
        value: Plain decimal as printed; 万 and 亿 stay in the unit.
        unit: Measure word as printed, "" if none.
        qualifier: One of 约 余 超 以上 以下 近, or "".
        kind: Result, plan, cumulative, share or change.
        change: ``rise`` or ``fall`` where it is a change, else "".
        base: What a change is measured against, in the report's words (同比, 较上年), or "".
        place: Place of the report.
        year: Year that it holds for.
        sentence: Index of its sentence in the report.
        start: First code point of the figure in the stored text, qualifier included.
        end: One past its last code point.
        quote_start: First code point of its clause in the stored text.
        quote_end: One past the clause's last code point.
    """

    report: str
    number: int
    indicator: str
    counted: str
    holder: str
    whole: bool
    part: bool
    value: str
    unit: str
    qualifier: str
    kind: Kind
    change: str
    base: str
    place: str
    year: int
    sentence: int
    start: int
    end: int
    quote_start: int
    quote_end: int


class Observer:
    """Makes the observations of reports; built once for a catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        """Prepare the matcher.

        Args:
            catalogue: The indicators.
        """
        self.catalogue = catalogue
        self._matcher = IndicatorMatcher(catalogue)

    def observations(self, report: Report) -> tuple[Observation, ...]:
        """Observe every figure of a report.

        Args:
            report: A report as it was read.

        Returns:
            The observations in the order of the text; figures inside names (2.0版 in a title) are left out.
        """
        found: list[Observation] = []
        before: Mention | None = None
        unit_class = ""
        for seen in observe(report):
            if seen.quoted or seen.quantity.weak:
                continue
            mention = seen
            if before is not None and before.thing and before.change and mention.thing and not mention.change:
                mention = replace(mention, change=before.change)  # 同比分别减少9.8%和15.2%
            same = before is not None and before.sentence == mention.sentence
            narrowed = same and not found[-1].indicator and (found[-1].part or unit_class == "case")
            unit_class = mention.quantity.unit_class
            leans = found[-1] if before is not None and same and (mention.change or before.past) else None
            found.append(self._observe(report, mention, len(found), leans, narrowed=narrowed))
            before = mention
        return tuple(found)

    def _observe(
        self, report: Report, mention: Mention, number: int, leans: Observation | None, *, narrowed: bool
    ) -> Observation:
        """Observe one figure; a change, or the figure that an earlier one rose to, may lean on the one before."""
        sentence = report.sentences[mention.sentence]
        quantity = mention.quantity
        text = _folded(sentence.text)
        before = text[: quantity.start]
        left, noun = _own_words(mention)
        holder = holder_at(text, quantity.start, report.meta.place)
        year = year_of(before, mention, report.meta.year, sentence.section)
        kind = kind_of(before, mention, year, report.meta.year, sentence.section)
        context = _context(report, sentence, before, left, noun, holder, part=mention.part)
        # "其中涉及欠薪的193件,涉及金额1680万元", "处理渔船碰撞纠纷88件,涉及金额…": the money is of what has no indicator.
        context = replace(context, narrowed=narrowed and quantity.unit_class in {"money", "percent"})
        indicator = "" if kind is Kind.SHARE else self._indicator(mention, context, leans)
        return Observation(
            report=report.meta.id,
            number=number,
            indicator=indicator,
            counted=_counted(mention, left, noun),
            holder=holder.name,
            whole=holder.whole or self._is_own_office(indicator, holder),
            part=mention.part,
            value=quantity.value,
            unit=quantity.unit,
            qualifier=quantity.qualifier or "",
            kind=kind,
            change=mention.change,
            base=change_base(before, mention) if mention.change else "",
            place=report.meta.place,
            year=year,
            sentence=sentence.index,
            start=sentence.start + quantity.start,
            end=sentence.start + quantity.end,
            quote_start=sentence.start + mention.clause[0],
            quote_end=sentence.start + mention.clause[1],
        )

    def _indicator(self, mention: Mention, context: Context, leans: Observation | None) -> str:
        """Name the indicator of a figure, "" where there is none."""
        if (
            leans is not None
            and says_nothing(context.left)
            and (mention.change or says_nothing(context.noun))
        ):
            return leans.indicator
        found = self._matcher.match(mention, context)
        if not found and mention.change:
            for unit in _STAND_INS:
                stand_in = replace(mention, quantity=replace(mention.quantity, unit=unit))
                if found := self._matcher.match(stand_in, context):
                    break
        return found

    def _is_own_office(self, indicator: str, holder: Holder) -> bool:
        """Tell whether the office is one that an indicator names as the whole place's."""
        known = self.catalogue.get(indicator) if indicator else None
        return known is not None and any(word in holder.name for word in known.holders)


def observations(report: Report, catalogue: Catalogue | None = None) -> tuple[Observation, ...]:
    """Observe every figure of a report.

    Args:
        report: A report as it was read.
        catalogue: The indicators, or None for the shipped ones.

    Returns:
        The observations in the order of the text.
    """
    return _observer(catalogue or load_catalogue()).observations(report)


@lru_cache(maxsize=4)
def _observer(catalogue: Catalogue) -> Observer:
    """Build an observer once for each catalogue."""
    return Observer(catalogue)


def _context(
    report: Report, sentence: Sentence, before: str, left: str, noun: str, holder: Holder, *, part: bool
) -> Context:
    """Gather the words around a figure; who holds it says nothing of what it counts, but of what matter it is."""
    previous = report.sentences[sentence.index - 1] if sentence.index else None
    near = previous is not None and previous.passage == sentence.passage
    return Context(
        before=before.removesuffix(left) + holder.name,
        left=left.replace(holder.name, "") if holder.name else left,
        noun=noun,
        previous=_folded(previous.text) if previous is not None and near else "",
        topic=_folded(sentence.lead),
        heading=" ".join(_folded(part) for part in sentence.heading[-2:]),
        part=part,
    )


@lru_cache(maxsize=256)
def _folded(text: str) -> str:
    """Fold a sentence or heading once for all its figures, a hard wrap as a space."""
    return fold(text).replace("\n", " ")


def _own_words(mention: Mention) -> tuple[str, str]:
    """Part the words that own a figure into those before it and the noun behind it."""
    if mention.column or mention.thing:
        return fold(mention.thing or mention.label), ""
    own = next((words for weight, words in mention.zones if weight == CLAUSE), fold(mention.label) + "|")
    left, _, noun = own.partition("|")
    if _NEW in fold(mention.label) and _NEW not in left:
        left = f"{_NEW}{left}"  # a step word elsewhere, but 新增 is not the stock
    noun = _END.sub("", _STOP.split(noun)[0])
    if not _BLANK.sub("", left) and not noun and not mention.change:
        left = next(
            (words for weight, words in mention.zones if weight == INHERITED), left
        )  # 培训12场2840人次
    return left.strip(), noun


def _counted(mention: Mention, left: str, noun: str) -> str:
    """Say what is counted in the report's words; short own words lean on those of the figure before."""
    own = f"{left}{noun}".strip()
    inherited = next((words for weight, words in mention.zones if weight == INHERITED), "")
    if len(own) < _SHORT and inherited:
        own = f"{inherited} {own}".strip()
    return own[-_COUNTED:]
