"""Words that tell siblings apart."""

from __future__ import annotations

import pytest

from qa.question.words.siblings import are_siblings, names_all, of_a_sibling, of_another_subject, with_head


@pytest.mark.parametrize(
    ("asked", "told", "also", "sibling"),
    [
        ("化妆品抽检", "食品抽检", "", True),
        ("食品案件", "食品药品案件", "", False),
        ("民事案件", "刑事案件", "", True),
        ("民事案件", "办理案件", "", False),  # names none of the family
        ("抽检多少批次", "食品抽检", "", False),  # asks for none of it
        ("邻里的事", "婚姻纠纷", "婚姻家庭纠纷", False),  # another form of what is asked
    ],
)
def test_siblings(asked: str, told: str, also: str, *, sibling: bool):
    assert of_a_sibling(asked, told, also) is sibling


@pytest.mark.parametrize(
    ("things", "alike"),
    [
        (("价格案件", "广告案件"), True),
        (("价格案件", "价格投诉"), False),
        (("交通运输领域案件", "水利领域案件"), True),
        (("行政复议", "公证"), False),
    ],
)
def test_things_that_are_siblings(things: tuple[str, ...], *, alike: bool):
    assert are_siblings(things) is alike


def test_the_head_of_the_last_is_of_all():
    assert with_head(("价格", "广告案件")) == ("价格案件", "广告案件")
    assert with_head(("交通运输", "水利领域案件")) == ("交通运输领域案件", "水利领域案件")
    assert with_head(("受理", "审结")) == ("受理", "审结")


def test_one_figure_of_all_siblings():
    assert names_all("食品药品案件", ("食品案件", "药品案件"))
    assert not names_all("食品抽检", ("食品案件", "药品案件"))


def test_subjects_of_rates():
    assert of_another_subject("信访按期办结率", "收到行政复议申请198件,按期办结率")
    assert not of_another_subject("信访按期办结率", "信访事项按期办结率")
    assert not of_another_subject("满意率", "信访满意率")
