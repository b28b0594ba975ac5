from __future__ import annotations

import pytest

from qa.answer.comparison.measure import passes
from qa.answer.figures.premise import stated_bound
from qa.quantity import find_quantities


@pytest.mark.parametrize(
    ("question", "figure", "held"),
    [
        ("败诉率超过5%吗", "6.9%", True),
        ("败诉率高于7%吗", "6.9%", False),
        ("败诉率低于5%吗", "6.9%", False),
        ("败诉率在5%以下吗", "6.9%", False),
        ("败诉率在10%以内吗", "6.9%", True),
        ("败诉率不超过6.9%吗", "6.9%", True),
        ("败诉率达到6.9%了吗", "6.9%", True),
        ("败诉率不到6.9%吗", "6.9%", False),
        ("败诉率低于20%吗", "10%以下", True),
        ("败诉率低于5%吗", "10%以下", None),
        ("复议超过600件了吗", "587件", False),
    ],
)
def test_a_figure_is_held_against_the_bound_of_a_question(
    question: str, figure: str, held: bool | None
) -> None:
    bound = stated_bound(question, find_quantities(question)[0])
    assert bound is not None
    assert passes(find_quantities(figure)[0], bound) is held


@pytest.mark.parametrize("question", ["败诉率是6.9%吗", "复议有587件吗"])
def test_a_figure_that_is_asked_for_itself_is_no_bound(question: str) -> None:
    assert stated_bound(question, find_quantities(question)[0]) is None
