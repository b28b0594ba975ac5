"""The share of one place in the sum of several."""

from __future__ import annotations

import pytest

from qa.question.places.scope import Scope
from qa.question.single.shares import part_of_sum


def scope(question: str, *places: str) -> Scope:
    at = tuple((question.index(p), question.index(p) + len(p), p) for p in places)
    return Scope(places=places, at=at, spans=tuple((a, z) for a, z, _ in at))


def test_of_all_places_of_the_library():
    question = "甲县占四地行政处罚案件总数的比例"
    part = part_of_sum(question, scope(question, "甲县"), 4)
    assert part is not None
    assert (part.place, part.everywhere) == ("甲县", True)
    assert [question[a:z] for a, z in part.spans] == ["占四地", "总数的比例"]


def test_of_the_places_that_are_named():
    question = "乙县复议申请占三个县总数的百分之几,甲县,丙县"
    part = part_of_sum(question, scope(question, "乙县", "甲县", "丙县"), 9)
    assert part is not None
    assert (part.place, part.everywhere) == ("乙县", False)


@pytest.mark.parametrize(
    "question", ["甲县占六个县总数的多少", "甲县调解和解占审结总数的比例", "甲县的占比多少"]
)
def test_over_other_places_or_of_no_places_there_is_none(question: str):
    assert part_of_sum(question, scope(question, "甲县"), 4) is None
