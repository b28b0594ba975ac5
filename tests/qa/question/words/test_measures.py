"""The measure that a question asks for."""

import pytest

from qa.question.words.measures import read_measure, without_description


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("各镇街罚款金额前三位是哪几个", "money"),  # 哪几个 chooses among towns and counts none
        ("各镇街罚款金额前三位", "money"),
        ("罚款金额多少,涉及几个", "item"),
    ],
)
def test_which_ones_is_no_measure(question: str, kind: str):
    assert read_measure(question)[1] == kind


def test_quite_a_few_asks_nothing():
    assert read_measure("好几个部门一道上门的有几次")[0] == "次"


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("写明为啥罚的决定书有几份", "写明罚的决定书有几份"),
        ("来问怎么打官司的有多少人次", "来问打官司的有多少人次"),
        ("为什么少了几件", "为什么少了几件"),
        ("案件是怎么处理的", "案件是怎么处理的"),
    ],
)
def test_an_asking_word_that_only_describes_what_is_counted(question: str, left: str):
    assert without_description(question) == left
