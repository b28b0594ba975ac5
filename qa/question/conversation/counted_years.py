"""Years counted from today (去年, 今年, 上年) that no report is of yet: the newest report's stands for them, and it is said.

Who asks for 去年 means the last year that was reported on; reports come out months after their year. A year named by its number,
前年, and a year counted from one just spoken of are what they say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from qa.patterns import lazy_re
from qa.question.conversation.carry_years import looks_back, moves_year
from qa.question.places.years import years_back
from qa.question.single.intent import Task
from qa.question.single.reading import Reading

_YEAR_BEFORE_LAST = 2
# Years from the newest report to the one that today's words reach; beyond these the library is old, and is not meant.
_FAR, _FAR_FROM_THIS = 2, 3
# "上年是多少": as reports use the word, of the year before their own.
_AS_REPORTS_SAY = lazy_re(r"上一?个?年")
_LAST_YEAR = lazy_re(r"去年")
_OF_THEN = lazy_re(r"那一?年|该年")
_OF_SAME = lazy_re(rf"{_OF_THEN.pattern}|当[年时]|同一?年|同期")
_WORDY = frozenset({Task.FACT, Task.LIST, Task.SUMMARY})


class Counted(NamedTuple):
    """A turn with the year that it means, and what it means where the library does not tell of that year; or None."""

    own: Reading
    instead: Reading | None = None


def dated(previous: Reading, own: Reading, newest: Mapping[str, int]) -> Reading:
    """Date the turn before by its newest report where a turn goes back from it: 去年呢, 23年呢, after 某县公证多少.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.
        newest: The year of the newest report of each place, which told where no year was named.

    Returns:
        The reading of the turn before, of the year that it was told of, or the same.
    """
    digits = re.search(r"\d", own.question) is not None
    spelled = digits or own.places not in ((), previous.places)
    told = {newest.get(place, 0) for place in previous.places or (newest if previous.all_places else ())}
    same_place = bool(previous.places) and set(own.places) <= set(previous.places)
    named = digits and same_place and len(own.years) == 1 and not told & set(own.years)
    if previous.years or len(told) != 1 or not (named or (looks_back(own.question) and not spelled)):
        return previous
    years = tuple(told)
    return replace(previous, years=years, asked_years=years, all_years=years, ever=years)


def counted(previous: Reading | None, own: Reading, newest: Mapping[str, int], today: date) -> Counted:
    """Count the year of a turn that names it by 去年 or the like from what the library holds.

    Args:
        previous: The reading of the turn before, dated by its report; None at the start.
        own: The turn read by itself.
        newest: The year of the newest report of each place.
        today: The day that 去年 counts from.

    Returns:
        The turn, of the newest report's year where that is meant (``Reading.meant``), or the same.
    """
    back = years_back(own.question, today) if own.years else None
    if back is None or back < 0 or own.intent.task is Task.COVERAGE:
        return Counted(own)
    again = previous.now if previous is not None else 0  # 去年法援呢, after 去年复议多少: the same year
    as_reports = _AS_REPORTS_SAY.search(own.question) is not None
    if previous is not None and previous.years and (as_reports or not (again and back)):
        return Counted(own, None if as_reports else _of_another(previous, own, newest, today))
    now = again or today.year
    places = own.places or (previous.places if previous is not None else ())
    last = max((newest.get(place, 0) for place in places or newest), default=0)
    year = now - back
    if back >= _YEAR_BEFORE_LAST or not last < year <= last + (_FAR if back else _FAR_FROM_THIS):
        return Counted(_of(own, year, now))
    if own.intent.plan:  # 今年打算怎么干: the plans of the newest report are for the year after its own
        planned = _of(own, last + 1, last + 1)
        return Counted(planned if year == last + 1 else replace(planned, meant=year))
    stands = replace(_of(own, last, last + back), meant=year)
    if as_reports:
        return Counted(_of(own, last - 1, 0), stands)
    if back == 0 and year == last + 1 and own.intent.task in _WORDY:
        return Counted(own, stands)  # 今年要健全什么机制: as the newest report plans, if it does
    return Counted(stands)


def _of_another(previous: Reading, own: Reading, newest: Mapping[str, int], today: date) -> Reading | None:
    """Read 乙市去年一共收了多少, after 甲区2024年, as of the newest report of 乙市, where the year before is not held."""
    back = years_back(own.question, today)
    elsewhere = len(own.places) == 1 and own.places[0] not in previous.places
    last = newest.get(own.places[0], 0) if elsewhere else 0
    far = today.year - 1 - last
    return (
        replace(_of(own, last, last + 1), meant=today.year - 1)
        if back == 1 and last and 0 <= far < _FAR
        else None
    )


def of_then(own: Reading, merged: Reading, newest: Mapping[str, int]) -> Reading | None:
    """Read 丙县那年的呢 as of the year of its own newest report, where that of the year spoken of is lacking.

    Args:
        own: The turn read by itself.
        merged: The turn with what the conversation lends it.
        newest: The year of the newest report of each place.

    Returns:
        The turn of that year, or None where it points at no year or names one.
    """
    last = newest.get(own.places[0], 0) if len(own.places) == 1 else 0
    if not last or own.years or len(merged.years) != 1 or merged.places != own.places:
        return None
    if merged.years[0] == last or not _OF_THEN.search(own.question):
        return None
    return replace(merged, years=(last,), meant=merged.years[0])


def now_after(previous: Reading, own: Reading, years: tuple[int, ...]) -> int:
    """Tell what year 今年 counts as behind a turn.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.
        years: Its years, with what the conversation lends it.

    Returns:
        The year, or 0 where none was spoken of by such words since the last one that was named.
    """
    if own.now:
        return own.now
    if len(years) == 1 and own.years and _LAST_YEAR.search(own.question):
        return years[0] + 1
    return 0 if own.years and re.search(r"\d", own.question) else previous.now


def as_answered(previous: Reading, own: Reading, *, topicless: bool) -> Reading:
    """Take back the year of a turn that was refused for it, or told by the report of another year, before another topic.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.
        topicless: Whether it names no topic.

    Returns:
        The turn before, of the years that were answered last; the same where the next one goes on from its year (再往前一年) or
        asks the same of another place (乙县呢); 那年 stays in it.
    """
    again = topicless and (bool(own.places) or previous.borrowed)
    goes_on = bool(own.years) or moves_year(own.question) or "两年" in own.question
    goes_on = goes_on or (previous.borrowed and _OF_SAME.search(own.question) is not None)
    if previous.answered is None or again or goes_on:
        return previous
    lost = set(previous.years) - set(previous.answered)
    asked = tuple(year for year in previous.asked_years if year not in lost)
    every = tuple(year for year in previous.all_years if year not in lost)
    return replace(previous, years=previous.answered, asked_years=asked, all_years=every)


def _of(own: Reading, year: int, now: int) -> Reading:
    """Read a turn as one that names a year, and by which 今年 is that of ``now``."""
    years = (year,)
    spoken = tuple((place, years) for place, _ in own.spoken)
    return replace(own, years=years, spoken=spoken, scope=replace(own.scope, years=years), now=now)
