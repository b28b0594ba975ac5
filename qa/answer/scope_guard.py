"""Chooses the reports that may answer, before anything is searched, or refuses: it fails closed.

A place or year that the library lacks is refused and never answered from another. A plan for a year stands in the report of
the year before; a year of publication is not a year reported on.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from qa.answer.draft import Draft
from qa.answer.refuse import ask_back, refuse_place, refuse_year
from qa.question.conversation import Reading
from qa.question.intent import Task
from qa.types import Reason, ReportMeta

# "2025年3月发布的报告", "2025年公布的": the year of publication.
_PUBLISHED = re.compile(
    r"(20\d\d)\s?年(?:\d+月)?(?:\d+日)?[^,。]{0,4}(?:发布|公布|公开|印发|挂网|发出|生成)的"
)
# "2024年报告里的下一步计划": the year is the report's, though plans are asked for.
_OF_REPORT = re.compile(r"年(?:度)?(?:的)?(?:法治政府建设)?(?:工作)?(?:报告|总结)|下一步|下步")

_NEXT_YEAR = re.compile(r"明年|来年|下一?年")


@dataclass(frozen=True, slots=True)
class Guarded:
    """What the guard decided.

    Attributes:
        metas: Reports that may answer, in the order of the question; empty where it refuses.
        refusal: The draft and its reason, or None.
        reading: The reading, with plans made explicit where a later year's plan is asked for.
        open_place: Whether no place was named, so that any report may be the one meant.
        warnings: What was assumed, for people.
    """

    metas: tuple[ReportMeta, ...]
    refusal: tuple[Draft, Reason] | None
    reading: Reading
    open_place: bool = False
    warnings: tuple[str, ...] = ()


def guard(reading: Reading, metas: Sequence[ReportMeta], keys: Mapping[str, str]) -> Guarded:
    """Choose the reports that may answer.

    Args:
        reading: The question, with what the conversation lends it.
        metas: Reports of the library that the user's filters leave.
        keys: For each report id the name that scopes use for its place (two places may share a name).

    Returns:
        The decision.
    """
    scope = reading.scope
    if scope.missing and not reading.all_places:
        offer = tuple(dict.fromkeys((*scope.offer, *reading.places))) or tuple(
            dict.fromkeys(m.place for m in metas)
        )
        return Guarded((), (refuse_place(scope.missing, metas, offer), Reason.NO_SUCH_PLACE), reading)
    if scope.ambiguous and not reading.places:
        return Guarded((), (ask_back("您问的是哪一个", scope.ambiguous[0]), Reason.AMBIGUOUS), reading)
    places = reading.places or tuple(dict.fromkeys(keys[m.id] for m in metas))
    reading = _published(_without_next_year(reading), metas)
    chosen: list[ReportMeta] = []
    warnings = [f"“{typed}”按“{meant}”理解。" for typed, meant in scope.corrections]
    for place in places:
        held = [m for m in metas if keys[m.id] == place]
        found, reading, note = _of_year(place, held, reading)
        chosen.extend(found)
        if note and reading.places:
            warnings.append(note)
        if not found and reading.places:
            draft = (
                refuse_year(place, reading.years, [m.year for m in held])
                if held
                else refuse_place((place,), metas, ())
            )
            return Guarded((), (draft, Reason.NO_SUCH_YEAR if held else Reason.NO_SUCH_PLACE), reading)
    if not chosen and metas:
        years = sorted({m.year for m in metas})
        return Guarded((), (refuse_year("", reading.years, years), Reason.NO_SUCH_YEAR), reading)
    return Guarded(tuple(chosen), None, reading, open_place=not reading.places, warnings=tuple(warnings))


def _of_year(
    place: str, held: Sequence[ReportMeta], reading: Reading
) -> tuple[list[ReportMeta], Reading, str]:
    """Choose the reports of one place for the years asked; the newest where none is asked."""
    if not reading.years:
        if not held:
            return [], reading, ""
        newest = max(held, key=lambda m: m.year)
        note = (
            f"{place}有{'、'.join(str(m.year) for m in held)}年的报告，未指明年份，按最新的{newest.year}年回答。"
            if len(held) > 1
            else ""
        )
        return [newest], reading, note
    found: list[ReportMeta] = []
    for year in reading.years:
        same = [m for m in held if m.year == year]
        before = [m for m in held if m.year == year - 1]
        if reading.intent.plan and before and not (_OF_REPORT.search(reading.question) and same):
            found.extend(before)
            reading = replace(reading, intent=replace(reading.intent, plan=True))
        elif same:
            found.extend(same)
        else:
            return [], reading, ""
    return list(dict.fromkeys(found)), reading, ""


def _without_next_year(reading: Reading) -> Reading:
    """Drop 明年 from a question on plans: it is the year after the report's, not after today's."""
    if (
        reading.intent.plan
        and _NEXT_YEAR.search(reading.question)
        and not re.search(r"20\d\d", reading.question)
    ):
        return replace(reading, years=())
    return reading


def _published(reading: Reading, metas: Sequence[ReportMeta]) -> Reading:
    """Turn a year of publication into the years reported on."""
    match = _PUBLISHED.search(reading.question)
    if not match or reading.intent.task is Task.DOCUMENT:
        return reading
    years = {
        m.year
        for m in metas
        if m.date.startswith(match[1]) and (not reading.places or m.place in reading.places)
    }
    return replace(reading, years=tuple(sorted(years))) if years else reading
