"""Chooses the reports that may answer, before anything is searched, or refuses: it fails closed.

A place or year that the library lacks is refused and never answered from another. A plan for a year stands in the report of
the year before; a year of publication is not a year reported on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from qa.answer.compose import messages as say
from qa.answer.parts.recent_years import between_years, recent_years
from qa.answer.scope.above import going_up
from qa.answer.scope.bureaus import bureau_of, of_bureau, said_as_city, tells_of_city
from qa.answer.scope.guarded import Guarded, Refusal, most_are_held
from qa.answer.scope.hidden_place import hidden_name
from qa.answer.scope.named_with_year import without_year_of_a_name
from qa.answer.scope.refuse import ask_back, refuse_place, refuse_year
from qa.answer.scope.report_years import (
    against_year,
    of_years,
    published,
    report_year,
    told_later,
    without_next_year,
)
from qa.answer.scope.since_years import counted_since
from qa.message import joined, listed
from qa.patterns import lazy_re
from qa.places import ZONE_KINDS, gazetteer, stem
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.question.words.terms import beside_names, required_term
from qa.types import Reason, ReportMeta

# "两边镇街" names no township; a street whose name begins with a numeral does
_NO_TOWNSHIP = lazy_re(
    r"[两三四五六七八九十几各这那每某全哪](?:个|家|边|些|几|市|区|县|地)*(?:镇|乡|街道?|村)+$"
)


_ZONE = lazy_re(r"(?:开发|经开|高新|新|园|保税|度假|示范)区$|(?:产业|工业|科技)园$")
_ZONE_BORDERS = "\n,，、;；。|｜:： "  # what stands before the name of a zone that is no part of a longer one
# "调解了多少年" names no year
_A_YEAR = lazy_re(r"(?<!多少)(?<![几全每])年(?!均|轻|龄)|year", re.IGNORECASE)


class ScopeGuard:
    """Chooses reports of one library."""

    def __init__(
        self, metas: Sequence[ReportMeta], keys: Mapping[str, str], holds: Callable[[str, str], bool]
    ) -> None:
        """Wire the guard.

        Args:
            metas: Reports of the library.
            keys: For each report id the name that scopes use for its place (two places may share a name).
            holds: Whether the report of an id holds some words.
        """
        self._metas = metas
        self._keys = keys
        self._holds = holds

    def check(self, reading: Reading, metas: Sequence[ReportMeta] | None = None) -> Guarded:
        """Choose the reports that may answer.

        Args:
            reading: The question, with what the conversation lends it.
            metas: Reports that the user's filters leave; None for all.

        Returns:
            The decision.
        """
        metas = self._metas if metas is None else metas
        reading = going_up(reading, metas)
        scope = reading.scope
        inner, above = self._inner(reading, metas)
        if not (above or reading.places or reading.all_places):
            above = self._holding(scope.inner, metas)
        if scope.inner and not scope.places and len(reading.places) > 1:
            reading = self._of_holder(reading, metas)
        over = {m.parent for m in metas if inner and self._keys[m.id] in above}  # 某市 of 某市某开发区
        missing = tuple(name for name in scope.missing if name not in inner and name not in over)
        if not scope.missing:
            missing = hidden_name(reading)
        bureau = said_as_city(reading, metas)
        if bureau is not None and reading.terms and not self._is_own_matter(reading, bureau):
            missing = (bureau.parent,)  # 行政诉讼呢, after what a department alone tells of its city
        if missing and _may_be_left_out(missing, reading):
            left = replace(scope, missing=(), missing_as=())
            return replace(self.check(replace(reading, scope=left), metas), absent=missing)
        if (
            reading.left_out
            and not missing
            and (reading.intent.compares or reading.intent.task is Task.NUMBER)
        ):
            return replace(self.check(replace(reading, left_out=()), metas), absent=reading.left_out)
        if missing and not reading.all_places:
            known = tuple(dict.fromkeys(m.place for m in metas))
            within = {name for m in metas for name in (m.place, self._keys[m.id])}  # of what a filter leaves
            offer = tuple(p for p in dict.fromkeys((*scope.offer, *reading.places)) if p in within) or known
            refusal = Refusal(refuse_place(missing, metas, offer), Reason.NO_SUCH_PLACE)
            alone = self._bureau(missing, reading, metas)
            if not alone:
                return Guarded((), refusal, reading)
            asked = self.check(of_bureau(reading, alone), metas)
            if asked.refusal is not None:
                return Guarded((), refusal, reading)
            source = say.OF_BUREAU(missing[0], alone)
            return replace(asked, fallback=refusal, warnings=(source, *asked.warnings))
        if scope.ambiguous and not reading.places:
            return Guarded(
                (), Refusal(ask_back(say.WHICH_ONE, scope.ambiguous[0]), Reason.AMBIGUOUS), reading
            )
        named = tuple(
            required_term(name, reading.places or above)
            for name in (*inner.values(), *(name for name in scope.inner if not _NO_TOWNSHIP.match(name)))
        )
        reading = replace(
            reading,
            places=reading.places or above,
            terms=beside_names(reading.terms, named),
            topics=tuple(replace(side, terms=beside_names(side.terms, named)) for side in reading.topics),
        )
        reading = published(report_year(without_next_year(reading)), metas)
        held = [m for m in metas if not reading.places or self._keys[m.id] in reading.places]
        reading = counted_since(without_year_of_a_name(reading, held, self._holds), held, self._holds)
        reading, words, recent = recent_years(reading, held)
        if len(reading.places) == 1 and not recent:
            reading = against_year(reading, held)
        reading = between_years(reading)
        corrected = tuple(say.SPELLED_AS(typed, meant) for typed, meant in scope.corrections)
        decided = self._choose(reading, metas)
        noted = tuple(say.IN_REPORT_OF(name, listed(above)) for name in inner.values())
        counted = (say.RECENT(words, listed(map(say.YEAR, recent))),) if recent else ()
        return replace(decided, warnings=corrected + noted + counted + decided.warnings)

    def _inner(self, reading: Reading, metas: Sequence[ReportMeta]) -> tuple[dict[str, str], tuple[str, ...]]:
        """Find places without a report that the report of the place above speaks of, by what it calls them, and those above."""
        inner: dict[str, str] = {}
        above: list[str] = []
        for name, typed in zip(reading.scope.missing, reading.scope.missing_as, strict=True):
            known = gazetteer().named(name) or gazetteer().find(name[:-1])  # 屏边县 is 屏边苗族自治县
            parents = {place.parent for place in known}
            for meta in metas:
                key = self._keys[meta.id]
                above_it = (
                    meta.place in parents
                    or (meta.parent in parents and self._is_own_matter(reading, meta))
                    # a zone named after the district that it lies in, or spoken of in its report alone
                    or (
                        _ZONE.search(name)
                        and (meta.place[:-1] in name or key in self._holding((name,), metas))
                    )
                    or (  # 某区的呢, after a bureau of the city above
                        key in reading.recent[-1:] and any(meta.place.startswith(p) for p in parents if p)
                    )
                )
                near = key in reading.places or (not reading.places and above_it)
                forms = (name, typed, name.replace("经开区", "经济开发区"))
                said = near and (
                    next((n for n in forms if self._holds(meta.id, n)), "") or self._own_zone(name, meta)
                )
                if said:
                    inner[name] = said
                    above.append(key)
        return inner, tuple(dict.fromkeys(above))

    def _own_zone(self, name: str, meta: ReportMeta) -> str:
        """Give what a report calls the zone that a question names after its place: 经济技术开发区 behind a mark."""
        kind = name.removeprefix(meta.place).removeprefix(stem(meta.place))
        if kind == name:
            return ""
        short = next((short for long, short in ZONE_KINDS if kind in {long, f"{short}区"}), "")
        kinds = {kind, *(long for long, own in ZONE_KINDS if own == short)}
        return next(
            (k for k in sorted(kinds) if any(self._holds(meta.id, f"{b}{k}") for b in _ZONE_BORDERS)), ""
        )

    def _bureau(self, missing: Sequence[str], reading: Reading, metas: Sequence[ReportMeta]) -> str:
        """Find the one department whose report tells of its city what is asked, the city having none; "" if there is none."""
        if len(missing) != 1 or reading.places:
            return ""
        bureau = bureau_of(missing[0], metas)
        held = next((m for m in metas if m.place == bureau), None)
        return self._keys[held.id] if held and self._is_own_matter(reading, held) else ""

    def _is_own_matter(self, reading: Reading, bureau: ReportMeta) -> bool:
        """Tell whether a department's report may tell of its city, or of places in it, what is asked."""
        return tells_of_city(reading, bureau, partial(self._holds, bureau.id))

    def _holding(self, names: Sequence[str], metas: Sequence[ReportMeta]) -> tuple[str, ...]:
        """Find the one place whose reports speak of some townships or branches; none where several do."""
        held = [self._keys[m.id] for m in metas if names and all(self._holds(m.id, n) for n in names)]
        places = tuple(dict.fromkeys(held))
        return places if len(places) == 1 else ()

    def _of_holder(self, reading: Reading, metas: Sequence[ReportMeta]) -> Reading:
        """Ask the one place spoken of whose reports name a township: 丙街道受理多少件, after 甲县和乙县哪个多."""
        spoken = [m for m in metas if self._keys[m.id] in reading.places]
        return replace(reading, places=self._holding(reading.scope.inner, spoken) or reading.places)

    def _choose(self, reading: Reading, metas: Sequence[ReportMeta]) -> Guarded:
        """Choose the reports of the places and years asked."""
        named = bool(reading.places)
        unsaid = reading.follow_up and not (reading.scope.years or _A_YEAR.search(reading.question))
        if not named and unsaid and not any(m.year in reading.years for m in metas):
            known = [year for year in reading.ever if any(m.year == year for m in metas)]
            reading = replace(reading, years=tuple(known[-1:]) or reading.years)
        places = reading.places or tuple(dict.fromkeys(self._keys[m.id] for m in metas))
        if not named:  # 除了甲区,哪个区最低
            places = tuple(place for place in places if place not in reading.scope.excluded) or places
        wanted = self._wanted(places, reading, metas)
        if named and most_are_held(wanted, {(self._keys[m.id], m.year) for m in metas}, reading):
            reading = replace(reading, lenient=True)
        chosen: list[ReportMeta] = []
        warnings: list[str] = []
        absent: list[str] = []
        filtered: list[str] = []
        fallback: Refusal | None = None
        earlier = False
        for place, years in wanted:
            held = [m for m in metas if self._keys[m.id] == place]
            found, planned, note = of_years(place, held, years, reading)
            before = dict(reading.years_before).get(place, ()) if named and not found else ()
            before = before if any(m.year in before for m in held) else ()
            worded = say.YEAR_BEFORE
            hidden = not found and self._is_hidden(place, years, metas)
            before = () if hidden else before
            unnamed = reading.follow_up and not reading.scope.years and not _A_YEAR.search(reading.question)
            later = told_later(held, years, reading, self._holds) if named and not found else []
            moved = reading.intent.change or reading.intent.task is not Task.NUMBER
            both = (
                reading.aspect and moved and len(years) > 1 and bool(later)
            )  # 降了多少: one report tells both years
            if named and not found and not before and unnamed and not (hidden or both):
                # the turn names no year, and the one before asked for a year that there is no report of
                known = [y for y in (*reading.ever, *reading.all_years) if any(m.year == y for m in held)]
                before = tuple(known[-1:])
                anew = bool(reading.intent.section) or not reading.aspect  # another topic of another place
                if held and anew and not (known or reading.why):
                    before, worded = (max(m.year for m in held),), say.YEAR_NEWEST
            if before and before != years:
                found, planned, note = of_years(place, held, before, reading)
                lacking = [year for year in years if not any(m.year == year for m in held)] or years
                asked_years, shown = listed(map(say.YEAR, lacking)), listed(map(say.YEAR, before))
                note = worded(place, asked_years, shown) if found else note
            later = later if named and not found else []
            if later:
                found = later
                fallback = _no_year(place, years, held)
                earlier = True
                if (
                    reading.intent.task is Task.FACT
                ):  # 法援案件, of 2022: a figure, for nothing else is printed of it
                    reading = replace(reading, intent=replace(reading.intent, task=Task.NUMBER))
            chosen.extend(found)
            if named and note:
                warnings.append(note)
            if not found and (reading.lenient if named else reading.all_places):
                (filtered if hidden else absent).append(place)
                continue
            if named and not found:
                if not held:
                    return Guarded(
                        (), Refusal(refuse_place((place,), metas, ()), Reason.NO_SUCH_PLACE), reading
                    )
                return Guarded((), _no_year(place, years, held), reading)
            if planned:
                fallback = _no_year(place, years, held)
                intent = replace(reading.intent, plan=True, section=reading.intent.section or "plan")
                reading = replace(reading, intent=intent)
        if not chosen and metas:
            place = wanted[0][0] if named else ""
            held = [m for m in metas if not place or self._keys[m.id] == place]
            return Guarded((), _no_year(place, reading.years, held), reading)
        if absent:
            others = {p: [say.YEAR(m.year) for m in metas if self._keys[m.id] == p] for p in absent}
            told = joined(
                (say.ONLY_YEARS(p, listed(years)) for p, years in others.items() if years and named),
                "；",
                "; ",
            )
            asked = listed(map(say.YEAR, reading.years))
            warnings.append(say.LEFT_OUT(listed(absent), asked, say.BRACKETED(told) if told else ""))
        if filtered:
            warnings.append(say.LEFT_OUT_BY_FILTER(listed(filtered), listed(map(say.YEAR, reading.years))))
        metas_chosen = tuple(dict.fromkeys(chosen))
        return Guarded(metas_chosen, None, reading, not named, tuple(warnings), fallback, earlier)

    def _is_hidden(self, place: str, years: Sequence[int], metas: Sequence[ReportMeta]) -> bool:
        """Tell whether the library holds a report of a place and one of some years that a filter leaves out."""
        if len(metas) == len(self._metas):
            return False
        kept = {m.id for m in metas}
        return any(
            self._keys[m.id] == place and (not years or m.year in years) and m.id not in kept
            for m in self._metas
        )

    def _wanted(
        self, places: Sequence[str], reading: Reading, metas: Sequence[ReportMeta]
    ) -> list[tuple[str, tuple[int, ...]]]:
        """Pair places with years: each with all, or one with one where the library has only those (甲2024年和乙2023年)."""
        if reading.paired:
            own = dict(reading.spoken)
            return [(place, own[place]) for place in places]
        held = {(self._keys[m.id], m.year) for m in metas}
        pairs = list(zip(places, reading.years, strict=False))
        all_held = all((p, y) in held for p in places for y in reading.years)
        if len(places) == len(reading.years) > 1 and not all_held and all(pair in held for pair in pairs):
            return [(place, (year,)) for place, year in pairs]
        return [(place, reading.years) for place in places]


def _may_be_left_out(missing: Sequence[str], reading: Reading) -> bool:
    """Tell whether places without a report may be left out of a comparison, and told of: two or more that it names are held."""
    held, intent = reading.scope.places, reading.intent
    asked = intent.compares or intent.task is Task.NUMBER
    return bool(reading.scope.missing) and len(held) > 1 and len(missing) < len(held) and asked


def _no_year(place: str, years: Sequence[int], held: Sequence[ReportMeta]) -> Refusal:
    """Refuse a year; of several those that are lacking."""
    lacking = tuple(year for year in years if all(m.year != year for m in held)) or tuple(years)
    return Refusal(refuse_year(place, lacking, sorted({m.year for m in held})), Reason.NO_SUCH_YEAR)
