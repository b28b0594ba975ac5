"""Concrete things of ordinary life, and the words by which a report may name them."""

import pytest

from qa.question.words.things import things_in


@pytest.mark.parametrize(
    ("question", "thing", "told"),
    [
        ("加油站挨罚的有多少起", "加油站", "成品油"),
        ("游艇罚了几条", "游艇", "艇"),  # what a compound ends in
    ],
)
def test_a_thing_is_found_with_what_reports_print_for_it(question: str, thing: str, told: str) -> None:
    assert dict(things_in(question)).get(thing, ()) and told in dict(things_in(question))[thing]


@pytest.mark.parametrize(
    "question",
    [
        "扣了多少条黑船",
        "新店开了多少家",
        "娃娃鱼偷抓了几起",
        "酒驾查了几起",
        "办事大厅办了多少件",
        "开会几次",
    ],
)
def test_what_is_no_thing_is_left_alone(question: str) -> None:
    assert things_in(question) == ()
