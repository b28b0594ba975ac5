"""Whose name answers a question for the holder of an office."""

from __future__ import annotations

import pytest

from qa.answer.prose.persons import is_held, office_asked


@pytest.mark.parametrize(
    ("question", "before", "role", "held"),
    [
        ("县长叫什么", "常务副县长", "", False),
        ("县长叫什么", "县委副书记、县长", "", True),
        ("县长是谁", "县政府党组书记、代县长", "", True),
        ("常务副县长是谁", "常务副县长", "", True),
        ("副县长叫什么", "常务副县长", "", True),
        ("副县长叫什么", "县长", "", False),
        ("谁是财政局局长", "县司法局局长", "", False),
        ("司法局局长姓什么", "县司法局党组书记、局长", "", True),
        ("局长是谁", "局长", "", True),
        ("县委书记是谁", "县司法局党组书记", "", False),
        ("县委书记是谁", "县委书记", "", True),
        ("局长叫什么", "", "局长", True),  # 王立新局长
    ],
)
def test_the_office_before_a_name(question: str, before: str, role: str, *, held: bool):
    office = office_asked(question)
    assert office is not None
    assert is_held(office, before, role) is held


def test_questions_for_no_holder():
    assert office_asked("局长做了什么工作") is None
