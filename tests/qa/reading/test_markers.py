"""Markers of headings, one test for each class."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.markers import is_plain, is_topic, markers_in, number_of, opens_body
from qa.text import fold


@pytest.mark.parametrize(
    ("line", "cls", "number"),
    [
        ("第二部分　存在的问题", "part", 2),
        ("第十一章 附则", "chapter", 11),
        ("十二、强化监督", "cn", 12),
        ("（三）规范执法", "pcn", 3),
        ("4.加强领导", "ar", 4),
        ("4、加强领导", "ar", 4),
        ("（5）完善制度", "par", 5),
        ("6）完善制度", "par", 6),
        ("⑦开通热线", "circ", 7),
        ("## 主要做法", "md2", 0),
        ("## 一、主要做法", "cn", 1),
    ],
)
def test_marker_at_the_start_of_a_line(line: str, cls: str, number: int) -> None:
    marker = next(markers_in(fold(line), 0, len(line)))
    assert (marker.cls, marker.number, marker.start, marker.at_line_start) == (cls, number, 0, True)


@pytest.mark.parametrize(
    "line", ["4.35个百分点", "3.0版上线", "一是加强领导", "第一责任人", "2024年", "第(一)项"]
)
def test_no_markers(line: str) -> None:
    assert not list(markers_in(fold(line), 0, len(line)))


def test_markers_inside_a_line_follow_a_blank_or_an_end() -> None:
    line = fold("情况如下：一、做法（一）统筹。学法5次。（二）执法。二、问题")
    assert [(m.cls, m.number) for m in markers_in(line, 0, len(line))] == [
        ("cn", 1),
        ("pcn", 1),
        ("pcn", 2),
        ("cn", 2),
    ]


@given(st.integers(1, 99))
def test_numbers_in_chinese(number: int) -> None:
    digits = "一二三四五六七八九"
    tens, units = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else digits[tens - 1] + "十")
    assert number_of(head + (digits[units - 1] if units else "")) == number


@pytest.mark.parametrize(
    "line", ["存在的问题", "主要做法和成效", "下一步工作打算", "2024年工作回顾", "存在的问题和下一步打算:"]
)
def test_topics(line: str) -> None:
    assert is_topic(line)


@pytest.mark.parametrize(
    "line",
    [
        "人手不足。",
        "解决问题，",
        "全县整改突出问题三十二个并且举一反三开展专项治理建立长效机制的情况",
        "| 问题 |",
    ],
)
def test_no_topics(line: str) -> None:
    assert not is_topic(fold(line))


def test_plain_headings_by_their_neighbours() -> None:
    paragraph = "县政府常务会议研究法治工作12次，听取汇报3次。"
    assert is_plain("加强组织领导", "上文。", paragraph)
    assert not is_plain(
        "加强组织领导", "上文没有结束而且比标题更长更长更长更长更长更长更长更长更长更长", paragraph
    )
    assert not is_plain("加强组织领导", "上文。", "短行")
    assert not is_plain("一是加强领导", "上文。", paragraph)
    assert is_plain("【复议与应诉】", "上文。", paragraph)
    assert not is_plain("【打印】", "上文。", paragraph)
    assert is_topic(fold("【下一年安排】"))


@pytest.mark.parametrize(
    ("line", "opens"),
    [("一、做法", True), ("二、强化监督", False), ("1.做法", True), ("存在问题", True), ("首页", False)],
)
def test_what_opens_a_body(line: str, opens: bool) -> None:
    assert opens_body(line) is opens


def test_capital_numerals_number_headings() -> None:
    marker = next(markers_in("柒、主要问题", 0, 6))
    assert (marker.cls, marker.number, marker.at_line_start) == ("cn", 7, True)
