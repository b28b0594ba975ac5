"""Reads questions on the share of one place in the sum of several: 某县占四地行政处罚案件总数的比例.

Works on a cleaned question and its scope; knows nothing of reports.
"""

from __future__ import annotations

from typing import NamedTuple

from qa.patterns import lazy_re
from qa.question.places.scope import Scope
from qa.question.words.handling import number_of

_OF_SUM = lazy_re(
    r"占(?:了|到)?(?:全部|所有|[这那全])?(?P<n>[两二三四五六七八九十]|\d{1,2})个?(?:地方|地区|县市区|区县|县区|县市|[地家县区市])的?"
    r"(?P<topic>[^,。?]*?)的?(?:总数|总量|总和|合计|全部)的?(?:比例|比重|份额|百分之几|百分比|多少|几成|多大比例)?"
)


class PartOfSum(NamedTuple):
    """What a question on a share names.

    Attributes:
        place: The place whose share is asked for, by its key.
        spans: Half-open spans of the question that ask for the share; what they leave is the topic.
        everywhere: Whether the sum is over all places of the library; else over those that the question names.
    """

    place: str
    spans: tuple[tuple[int, int], ...]
    everywhere: bool


def part_of_sum(question: str, scope: Scope, n_places: int) -> PartOfSum | None:
    """Read the share of one place in the sum of several.

    Args:
        question: A cleaned question.
        scope: Its scope.
        n_places: Number of places of the library.

    Returns:
        The share, or None where none is asked for or the number fits neither the places named nor the library: over other
        places there is no sum.
    """
    found = _OF_SUM.search(question)
    if found is None or not scope.at:
        return None
    n = number_of(found["n"])
    if n not in {len(scope.places), n_places} or (len(scope.places) > 1 and n != len(scope.places)):
        return None
    before = [key for _, end, key in scope.at if end <= found.start()]
    start, end = found.span("topic")
    spans = ((found.start(), start), (end, found.end()))
    return PartOfSum(before[-1] if before else scope.at[0][2], spans, len(scope.places) == 1)
