"""The one department whose report is held of a city that has none itself, and questions read as questions to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from qa.question.bureau import is_own_matter
from qa.question.single.reading import Reading
from qa.question.words.offices import find_office
from qa.types import ReportMeta

_DEPARTMENT = "department"


def bureau_of(city: str, metas: Sequence[ReportMeta]) -> str:
    """Name the one department of a city whose report is held.

    Args:
        city: Full name of the city, or of a district or county.
        metas: Reports that may answer.

    Returns:
        Its name; "" where none or several are held.
    """
    found = {meta.place for meta in metas if meta.level == _DEPARTMENT and meta.parent == city}
    return found.pop() if len(found) == 1 else ""


def of_bureau(reading: Reading, bureau: str) -> Reading:
    """Read a question about a city as one about its department.

    Args:
        reading: The question.
        bureau: What scopes call the department.

    Returns:
        The question of the department alone; what it calls the department besides (教育系统) is asked of no figure.
    """
    scope = replace(reading.scope, missing=(), missing_as=(), places=(bureau,))
    spoken = (*(s for s in reading.spoken if s[0] != bureau), (bureau, reading.years))
    asked = replace(reading, scope=scope, places=(bureau,), recent=(bureau,), spoken=spoken)
    office = find_office(reading.content)
    if office is not None:  # 教育系统 is the department itself, and no matter of the city's
        asked = replace(asked, inside=tuple(p for p in reading.inside if not bureau.startswith(p[0])))
    rest = tuple(t for t in reading.terms if office is None or t.text not in office[0])
    if office is None or not rest:
        return asked
    return replace(asked, terms=rest, content=reading.content.replace(office[0], "", 1))


def said_as_city(reading: Reading, metas: Sequence[ReportMeta]) -> ReportMeta | None:
    """Find the department that a conversation is on because a turn named its city, which has no report.

    Args:
        reading: A turn, with what the conversation lends it.
        metas: Reports that may answer.

    Returns:
        The department's report; None where the turn names it, or no turn named the city in its stead.
    """
    if not reading.follow_up or reading.scope.places or len(reading.places) != 1:
        return None
    cities = {name for name, _, _ in reading.inside}
    held = (meta for meta in metas if meta.level == _DEPARTMENT and meta.place == reading.places[0])
    return next((meta for meta in held if meta.parent in cities), None)


def tells_of_city(reading: Reading, bureau: ReportMeta, holds: Callable[[str], bool]) -> bool:
    """Tell whether a department's report may tell of its city, or of places in it, what is asked.

    Args:
        reading: The question.
        bureau: The report.
        holds: Whether it prints some words.

    Returns:
        False for the report of any other body.
    """
    scope = reading.scope
    anew = any(typed in reading.question for typed in scope.missing_as)
    both = zip(scope.missing, scope.missing_as, strict=True)
    # several places inside that the report names are set side by side by it alone
    inside = len(scope.missing) > 1 and all(holds(name) or holds(typed) for name, typed in both)
    spoken = inside or (reading.follow_up and not anew)
    return bureau.level == _DEPARTMENT and is_own_matter(
        reading, bureau.parent, bureau.place, holds, spoken=spoken
    )
