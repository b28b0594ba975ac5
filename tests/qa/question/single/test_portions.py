"""Which part and which whole a question on a share names."""

from __future__ import annotations

import pytest

from qa.question.single.portions import read_portion


@pytest.mark.parametrize(
    ("content", "part", "whole"),
    [
        ("乡镇执法人员占全部执法人员百分之几", "乡镇执法人员", "执法人员"),
        ("行政复议维持的占多大比例?", "行政复议维持的", ""),
        ("民事法律援助占法律援助总数的多少?", "民事法律援助", "法律援助"),
        ("涉外公证占公证多少?", "涉外公证", "公证"),
        ("行政处罚里普通程序的占比", "行政处罚里普通程序", ""),
        ("复议维持率是多少?", "复议维持", ""),
    ],
)
def test_part_and_whole(content: str, part: str, whole: str) -> None:
    portion = read_portion(content)
    assert portion is not None
    assert (portion.part, portion.whole) == (part, whole)


@pytest.mark.parametrize(
    "content", ["占多少件公证", "占比多少", "占地多少亩", "败诉率多少", "占用道路处罚多少件"]
)
def test_no_part_or_no_share(content: str) -> None:
    assert read_portion(content) is None
