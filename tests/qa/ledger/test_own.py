"""The own words of a figure: what stands before it, without what joins it, leads it in or says that it moves."""

from __future__ import annotations

import pytest

from qa.ledger.own import bared, behind_joint, own_of
from qa.quantity import quantities_of


@pytest.mark.parametrize(
    ("text", "words", "change", "earlier"),
    [
        ("全年新增调解组织12个", "调解组织", "", False),
        ("约谈企业9家", "约谈企业", "", False),  # 约 leads no figure in
        ("同比增长8.1%", "", "rise", False),
        ("办案件数比上年多215件", "办案件数", "rise", False),
        ("检查户次比上年少了1200户次", "检查户次", "fall", False),
        ("较2023年多学2次", "", "rise", False),
        ("由上年的62.5%", "", "", True),
        ("提升至88.1%", "", "", False),
    ],
)
def test_own_words(text: str, words: str, change: str, earlier: bool):
    [quantity] = [q for q in quantities_of(text) if q.end == len(text)]
    left = text[: quantity.start]
    own = own_of(left, quantity, left, first=True)
    assert (own.words, own.change, own.earlier) == (words, change, earlier)


def test_a_change_is_told_against_what_opens_the_bracket():
    own = own_of("较2023年(", quantities_of("8.9%")[0], "较2023年(", first=False)
    assert own.against
    assert own.words == ""


@pytest.mark.parametrize(
    ("left", "rest"), [("、审结", "审结"), ("和解", "和解"), ("及时办结", "及时办结"), ("审结", "审结")]
)
def test_what_joins_two_figures_is_taken_off(left: str, rest: str):
    assert behind_joint(left) == rest


def test_a_label_without_what_leads_it_in():
    assert bared("其中，全年新增调解员") == "全年新增调解员"
    assert bared("全年新增调解员") == "调解员"
