from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.question.places.years import find_years

TODAY = date(2025, 6, 1)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("江阴2024年收了多少", [2024]),
        ("2024年度工作报告", [2024]),
        ("江阴 调解 2022", [2022]),
        ("24年昆山", [2024]),
        ("二〇二四年", [2024]),
        ("二零二四年度", [2024]),
        ("一八九〇年", [1890]),
        ("1890年", [1890]),
        ("in 1890", [1890]),
        ("2022年和2024年", [2022, 2024]),
        ("2022、2024年", [2022, 2024]),
        ("22、24年", [2022, 2024]),
        ("2022到2024年", [2022, 2023, 2024]),
        ("2022—2024年", [2022, 2023, 2024]),
        ("2022年至2024年", [2022, 2023, 2024]),
        ("22到24年", [2022, 2023, 2024]),
        ("1890到2024年", [1890, 2024]),
        ("2024-03-28发布", [2024]),
        ("去年", [2024]),
        ("去年(2022年)收了多少", [2022]),
        ("去年(2022)收了多少", [2022]),
        ("明年(2025)打算培训多少人", [2025]),
        ("上一年也就是2022年", [2022]),
        ("上一年度", [2024]),
        ("前年", [2023]),
        ("大前年", [2022]),
        ("今年", [2025]),
        ("本年度", [2025]),
        ("明年", [2026]),
        ("近两年", [2023, 2024]),
        ("过去三年", [2022, 2023, 2024]),
        ("last year", [2024]),
        ("the year before last", [2023]),
        ("去年和今年比", [2024, 2025]),
        ("今年比去年多多少", [2025]),
        ("比去年多多少", []),
        ("较上年增长", []),
        ("与去年同期相比", []),
        ("和上年相比", []),
        ("more than last year", []),
        ("2024件", []),
        ("2024余件", []),
        ("2000万元", []),
        ("第2024号", []),
        ("12345热线、12348", []),
        ("近10年", list(range(2015, 2025))),
        ("10年来", []),
        ("二十四年", []),
        ("5年规划", []),
        ("上半年", []),
        ("官网上一年挂了多少条", []),
        ("《法治政府建设实施纲要(2021-2025年)》", []),
        ("《规划(2021-2025年)》2024年怎么落实", [2024]),
        ("", []),
    ],
)
def test_years(text: str, years: list[int]) -> None:
    assert [year for mention in find_years(text, TODAY) for year in mention.years] == years


def test_span_holds_the_words() -> None:
    text = "江阴2024年度和去年"
    assert [text[m.start : m.end] for m in find_years(text, TODAY)] == ["2024年度", "去年"]


@given(st.text(alphabet="0123456789年度二〇零一近两去前今上比较到至-—、和《》件 yearlast", max_size=60))
def test_any_text_gives_ordered_spans(text: str) -> None:
    at = 0
    for mention in find_years(text, TODAY):
        assert at <= mention.start < mention.end <= len(text)
        assert mention.years
        at = mention.end


@pytest.mark.parametrize("piece", ["2024年和", "22、", "去年", "《", "近两年", "2022-", "二〇"])
def test_long_texts_take_no_long_time(piece: str) -> None:
    started = time.process_time()
    find_years((piece * 10_000)[:10_000], TODAY)
    assert time.process_time() - started < 1.0


@pytest.mark.parametrize(
    "question", ["甲县2024比2023多了多少", "甲县2024比2023多出几件", "甲县2024比2023少多少"]
)
def test_a_bare_year_before_more_or_less_is_a_year(question: str):
    assert [y for m in find_years(question, date(2026, 1, 1)) for y in m.years] == [2024, 2023]


def test_more_than_two_thousand_is_no_year():
    assert find_years("甲县2000多件", date(2026, 1, 1)) == []
