"""The measure that a question asks for."""

import pytest

from qa.question.words.measures import read_measure


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
