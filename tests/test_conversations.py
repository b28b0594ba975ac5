"""Whatever is said in whatever order, ``ask`` answers or refuses, and every figure shown stands in its cited sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qa.answer.gate import check
from qa.assistant import Assistant
from qa.quantity import numbers_in
from qa.types import Answer, AnswerKind
from tests.conftest import TODAY

PLACES = st.sampled_from(["云湖区", "青岚县", "松屏市", "梅岭区", "岩坪县", "朝阳区", "云湖"])
TOPICS = st.sampled_from(["行政复议", "法律援助", "败诉率", "公证", "人民调解", "审结", "首违不罚", "无人机"])
YEARS = st.sampled_from(["2022年", "2023年", "2024年", "2020年", "去年", ""])
NUMERALS = st.sampled_from(["一", "二", "两", "三", "九", "3", "12"])
PLAIN = st.sampled_from(
    [
        "好的谢谢",
        "回到刚才那个",
        "再说一遍",
        "哪个最多？",
        "哪个更少？",
        "倒数第一是谁？",
        "最后一名呢",
        "排名",
        "加起来多少？",
        "平均每个区多少件？",
        "是几倍？",
        "占比多少？",
        "差多少？",
        "最多的和最少的差多少？",
        "能直接比吗？",
        "为什么不能比？",
        "有数的里面哪家最多？",
        "超过400件的有哪些？",
        "不到10%的是哪几个",
        "哪些区没有披露败诉率？",
        "还有呢？",
        "我问的是审结不是新收",
        "那上一年呢？",
        "比较一下",
        "两者差多少？",
        "只看这两个",
        "换个话题",
        "2024年各地行政复议排名",
        "Add 梅岭区",
        "back to the previous question",
        "为什么？",
        "？？",
        "第",
        "去掉",
        "加上",
        "换成",
        "只看",
    ]
)
TURNS = st.one_of(
    PLAIN,
    st.builds("{}{}{}多少？".format, PLACES, YEARS, TOPICS),
    st.builds("{}、{}和{}2024年{}哪个最多？".format, PLACES, PLACES, PLACES, TOPICS),
    st.builds("比较{}和{}2024年的{}和{}".format, PLACES, PLACES, TOPICS, TOPICS),
    st.builds("比较{}2022年、2023年和2024年{}".format, PLACES, TOPICS),
    st.builds(
        "{}{}".format,
        st.sampled_from(["加上", "去掉", "换成", "只看", "为什么没有", "不看"]),
        st.one_of(PLACES, TOPICS, YEARS),
    ),
    st.builds("把{}换成{}".format, PLACES, PLACES),
    st.builds("{}{}呢？".format, PLACES, YEARS),
    st.builds("{}呢？".format, TOPICS),
    st.builds("{}排第几？".format, PLACES),
    st.builds("第{}名是谁？".format, NUMERALS),
    st.builds("只看前{}名".format, NUMERALS),
    st.builds("第{}个问题再说一遍".format, NUMERALS),
    st.builds("回到{}那个".format, TOPICS),
)
MARKER = re.compile(r"\[(\d+)\]")


def assert_sound(assistant: Assistant, answer: Answer) -> None:
    """Check an answer against the stored texts, apart from the gate's own record of what was computed."""
    held = {c.marker: c for c in answer.citations}
    assert {int(m) for line in answer.answer.split("\n") for m in MARKER.findall(line)} <= set(held)
    for citation in answer.citations:
        assert assistant.library.report(citation.report).text[citation.start : citation.end] == citation.quote
        assert citation.place in answer.places
        assert citation.year in answer.years
    for value in answer.values:
        cited = held[value.citation]
        assert (value.place, value.year) == (cited.place, cited.year)
        assert Decimal(value.value) in numbers_in(cited.sentence)
    for series in answer.series:
        told = {(v.place, v.year) for v in answer.values}
        for point in series.points:
            assert (point.amount is None) == (point.citation == 0)
            if point.amount is not None:
                cited = held[point.citation]
                assert (cited.place, cited.year) in told
                assert Decimal(repr(point.amount)) in numbers_in(cited.sentence)
                assert point.shown in answer.answer
    rows = "\n".join(line for line in answer.answer.split("\n") if line.startswith("|"))
    assert not is_cut(assistant, answer, rows)
    if answer.abstained:
        assert answer.reason is not None
        assert answer.values == ()
    else:
        small_talk = "可以接着问" in answer.answer and not answer.values
        assert answer.citations or answer.kind is AnswerKind.LIST or small_talk


def is_cut(assistant: Assistant, answer: Answer, rows: str) -> bool:
    """Tell whether the gate cuts a row of a table, with no figure allowed as computed."""
    return bool(rows) and check(replace(answer, answer=rows), assistant.library.report).answer != rows


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(TURNS, min_size=1, max_size=7))
def test_any_conversation_is_answered_soundly(districts: Assistant, turns: list[str]):
    for upto in range(1, len(turns) + 1):
        assert_sound(districts, districts.ask(turns[:upto], today=TODAY))
