"""市 of a city before a word of its own: 某市民事 names the city, 某市民 who lives there."""

from __future__ import annotations

import pytest

from qa.question.places.context import QuestionContext


@pytest.mark.parametrize("behind", ["民事案件", "民政局", "民营企业", "民族团结"])
def test_the_suffix_of_a_city_goes_before_words_on_people(behind: str):
    assert not QuestionContext(f"宜春市{behind}多少").glued(2)


@pytest.mark.parametrize("behind", ["民投诉", "场监管", "民代表"])
def test_who_lives_there_and_the_market_are_no_suffix(behind: str):
    assert QuestionContext(f"宜春市{behind}多少").glued(2)


@pytest.mark.parametrize("behind", ["直接纠错几件", "纠错率", "应诉多少件", "年末有几户"])
def test_a_known_place_may_stand_before_what_is_asked_of_it(behind: str):
    assert QuestionContext(f"大观{behind}").goes_on(2)
