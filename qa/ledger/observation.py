"""Observations: what each figure of a report counts, by whom, of which kind and for which year.

An observation is a figure with everything that a table of places by years needs and with its exact place in the text. What the
catalogue lacks is an observation too, found by its own words. Knows nothing of how observations are stored.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from qa.ledger.catalogue import Catalogue, load_catalogue
from qa.ledger.context import COUNTED, Around, around, context_of, counted_words, folded, own_words
from qa.ledger.holders import NOBODY, Holder, holder_at
from qa.ledger.leaning import (
    counted_itself,
    deed_of,
    head_of_aside,
    is_of_one_kind,
    names_its_matter,
    narrows,
    renewed,
    told_of,
    units_of,
    with_stock,
)
from qa.ledger.matcher import IndicatorMatcher
from qa.ledger.mention import CLAUSE, Context, Mention
from qa.ledger.narrow import NARROW
from qa.ledger.observe import observe
from qa.ledger.observed import Observation
from qa.ledger.parts import are_several, in_brackets, of_each, place_inside
from qa.ledger.periods import Kind, change_base, kind_of, year_of
from qa.ledger.rows import CellWords, cells_of
from qa.ledger.sums import are_of_sum, is_of_whole, is_sum_of_unlike
from qa.ledger.wording import folded as folded_once
from qa.ledger.wording import says_nothing
from qa.text import unwrapped
from qa.types import Report

__all__ = ["Kind", "Observation", "Observer", "observations"]

_OF_COUNTS = frozenset({"percent", "money"})  # what may be as narrow as the count before it
_SUMS = frozenset("共合总")  # what the words of a sum begin with
_STAND_INS = tuple("件 人 次 户 万元 个 %".split())  # a change in per cent may be one of any


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
        unit_class = head = whole = owner = counted = ""
        parts = 0
        narrower = narrowed = fresh = False
        at, text, near = -1, "", Around("", "", "", "")
        mentions = observe(report, around=False)
        cells = cells_of(report, mentions)
        for position, seen in enumerate(mentions):
            if seen.quoted or seen.quantity.weak:
                continue
            if position in cells:
                before, words = cells[position]
                same = bool(found) and found[-1].sentence == before.sentence
                found.append(
                    self._observe_cell(report, before, words, len(found), found[-1] if same else None)
                )
                unit_class = before.quantity.unit_class
                continue
            mention = seen
            if before is not None and before.thing and before.change and mention.thing and not mention.change:
                mention = mention._replace(change=before.change)  # 同比分别减少9.8%和15.2%
            last = before if before is not None and before.sentence == mention.sentence else None
            own_class = mention.quantity.unit_class
            narrowed = (
                own_class in _OF_COUNTS
                and last is not None
                and not found[-1].indicator
                and not in_brackets(text, last.quantity)
                and (
                    narrows(found[-1].counted, mention, unit_class, part=found[-1].part, listed=parts > 1)
                    # 热线人社类工单1.93万件,按时办结率100%,满意率97.2%: both rates
                    or (narrowed and unit_class == own_class == "percent" and bool(NARROW.search(counted)))
                )
            )
            if mention.sentence != at:
                at = mention.sentence
                text = folded_once(report.sentences[mention.sentence].text)
                near = around(report, report.sentences[mention.sentence])
            between = text[last.quantity.end : mention.quantity.start] if last else ";"
            narrower = narrower and ";" not in between
            fresh = between[:1] == "、" and renewed(mention, last, fresh=fresh)
            if fresh:
                mention = mention._replace(label=f"新增{mention.label}")
            elif (
                last is not None and between[:1] in {"、", ","} and ("新" in last.label or "添" in last.label)
            ):
                mention = with_stock(mention, last)
            listed = mention.part or between[:1] == "、"
            told = listed or ("律师" in mention.label and between[:1] == ",")
            led = whole if mention.part else found[-1].counted if told else ""
            if led and last is not None and (deed := deed_of(mention, led, listed=listed)):
                mention = mention._replace(zones=((CLAUSE, deed + mention.zones[0][1]), *mention.zones[1:]))
            unit_class = own_class
            beside = head_of_aside(mention, last, found) if mention.past and last is not None else None
            moves = mention.change or (last is not None and (last.past or (mention.past and last.change)))
            listed = parts > 1 and last is not None and not last.change and between[:1] == ","
            # 其中民事516件、刑事297件,较上年多71件: of all, or of the last, which nobody can tell
            leans = told_of(mention, last, found) if last is not None and moves and not listed else None
            made = self._observe(
                report, mention, near, text, leans, len(found), narrowed=narrowed or narrower
            )
            narrower = not made.indicator and (narrower or names_its_matter(mention))
            spread = (made.indicator != "" and last is not None) and (
                (mention.quantity.qualifier and of_each(text, last.quantity, mention.quantity))
                or (mention.noun and are_several(text, last.quantity, mention.quantity))
                or ((unit_class == "money" or "移送" in mention.label) and is_of_one_kind(found[-1], mention))
            )
            if beside is not None:  # 侵权案件19件(上年27件): of the same, the year before
                made = made._replace(indicator=beside.indicator, holder=beside.holder, whole=beside.whole)
            parts = parts + 1 if made.part else 0
            counted = made.counted if unit_class != "percent" else counted
            if not made.part:
                head, whole, owner = made.indicator, made.counted, made.holder
            elif is_of_whole(made.indicator, head, "" if made.holder == owner else made.holder, mention):
                spread = True
            apart = spread or (
                ("计" in mention.label or "共" in mention.label) and is_sum_of_unlike(mention, found)
            )
            if mention.label[:1] in _SUMS and not apart and are_of_sum(made, mention, found):
                found[-2:] = [
                    p._replace(indicator="") if p.indicator == made.indicator else p for p in found[-2:]
                ]
            found.append(made._replace(indicator="") if apart else made)
            before = mention
        return tuple(found)

    def _observe_cell(
        self, report: Report, mention: Mention, cell: CellWords, number: int, previous: Observation | None
    ) -> Observation:
        """Observe a cell of a table by its header and the label of its row; a change may lean on the cell before."""
        sentence = report.sentences[mention.sentence]
        told = folded(sentence.text)[: mention.quantity.start]
        context = context_of(
            around(report, sentence), cell.lead, cell.words, "", Holder(), part=False
        )._replace(cell=True, previous=told[: told.rfind(";") + 1])  # of its row, not of the row above
        indicator, unit = "", ""
        if mention.change and says_nothing(cell.words):
            indicator = previous.indicator if previous is not None else ""
        elif mention.quantity.unit or mention.change:
            indicator = self._indicator(mention, context, None)
        else:
            indicator, unit = self._stand_in(mention, context, units_of(cell.words))
        year = year_of(told, mention, report.meta.year, sentence.section)
        if cell.year and not mention.year and year == report.meta.year:
            year = cell.year
        kind = kind_of(told, mention, year, report.meta.year, sentence.section)
        stated = "" if kind is Kind.SHARE else indicator
        made = self._made(report, mention, number, year, kind, stated, cell.counted, cell.holder)
        return made._replace(unit=unit) if unit else made

    def _observe(
        self,
        report: Report,
        mention: Mention,
        near: Around,
        text: str,
        leans: Observation | None,
        number: int,
        *,
        narrowed: bool,
    ) -> Observation:
        """Observe one figure; a change, or the figure that an earlier one rose to, may lean on the one before."""
        section = report.sentences[mention.sentence].section
        quantity = mention.quantity
        told = text[: quantity.start]
        broken = "\n" in told or "\r" in told
        before = told.replace("\n", " ") if broken else told
        left, noun = own_words(mention)
        place, own_year = near.place, report.meta.year
        holder = holder_at(text, quantity.start, place)
        if holder.name and counted_itself(mention, told, holder.name):
            holder = NOBODY
        if mention.holder and not holder.name and place_inside(mention.holder, place):
            holder = Holder(mention.holder, whole=False)
        if holder.towns and quantity.unit_class == "case" and not mention.part and holder.name not in left:
            left = f"{holder.name}{left}"  # 21个乡镇综合行政执法队承接事项83项,全年办理行政处罚案件618件
        year = year_of(before, mention, own_year, section)
        kind = kind_of(before, mention, year, own_year, section)
        context = context_of(
            near,
            unwrapped(told) if broken else told,
            left,
            noun,
            holder,
            part=mention.part,
            narrowed=narrowed,
            rate=quantity.unit_class == "percent",
        )
        indicator = "" if kind is Kind.SHARE else self._indicator(mention, context, leans)
        return self._made(
            report, mention, number, year, kind, indicator, counted_words(mention, left, noun), holder
        )

    def _made(
        self,
        report: Report,
        mention: Mention,
        number: int,
        year: int,
        kind: Kind,
        indicator: str,
        counted: str,
        holder: Holder,
    ) -> Observation:
        """Put an observation together."""
        sentence = report.sentences[mention.sentence]
        quantity = mention.quantity
        whole = (holder.whole and not (indicator and holder.special)) or (
            bool(holder.name) and self._is_own_office(indicator, holder)
        )
        return Observation(  # by position: twenty names cost as much as the tuple
            report.meta.id,
            number,
            indicator,
            counted[-COUNTED:],
            holder.name,
            whole,
            mention.part,
            quantity.value,
            quantity.unit,
            quantity.qualifier or "",
            kind,
            mention.change,
            change_base(folded(sentence.text)[: quantity.start], mention) if mention.change else "",
            report.meta.place,
            year,
            sentence.index,
            sentence.start + quantity.start,
            sentence.start + quantity.end,
            sentence.start + mention.clause[0],
            sentence.start + mention.clause[1],
        )

    def _indicator(self, mention: Mention, context: Context, leans: Observation | None) -> str:
        """Name the indicator of a figure, "" where there is none."""
        if (
            leans is not None
            and says_nothing(context.left)
            and (mention.change or says_nothing(context.noun))
        ):
            return leans.indicator
        if mention.change and mention.quantity.unit == "%":  # a rate moves by points: 合法性审查同比增长86%
            return self._stand_in(mention, context, _STAND_INS)[0]
        found = self._matcher.match(mention, context)
        return found or (self._stand_in(mention, context, _STAND_INS)[0] if mention.change else "")

    def _stand_in(self, mention: Mention, context: Context, units: Sequence[str]) -> tuple[str, str]:
        """Name the indicator that a figure without a unit of its own bears, and the first unit that finds one."""
        for unit in units:
            stand_in = mention._replace(quantity=mention.quantity._replace(unit=unit))
            if found := self._matcher.match(stand_in, context):
                return found, unit
        return "", ""

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
