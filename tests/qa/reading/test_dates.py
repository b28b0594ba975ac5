"""Dates and years in every form that reports print."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.reading.dates import iso_date, year_of, years_in
from qa.text import fold


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2025-03-28", "2025-03-28"),
        ("发布时间：2025-3-8 09:21", "2025-03-08"),
        ("2025年3月28日", "2025-03-28"),
        ("２０２５ 年 3 月 28 日", "2025-03-28"),
        ("2025.3.28", "2025-03-28"),
        ("2025/03/28", "2025-03-28"),
        ("二〇二五年三月二十八日", "2025-03-28"),
        ("二○二五年十二月十日", "2025-12-10"),
        ("二零二五年十一月三十一日 2025年1月2日", "2025-01-02"),
        ("2025年3月", ""),
        ("2025年13月1日", ""),
        ("没有日期", ""),
    ],
)
def test_dates(words: str, day: str) -> None:
    assert iso_date(fold(words)) == day


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31)))
def test_every_printed_date_is_read(day: date) -> None:
    assert iso_date(f"{day.year}年{day.month}月{day.day}日") == day.isoformat()


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("2024年度", [2024]),
        ("２０２４ 年", [2024]),
        ("二〇二四年", [2024]),
        ("二○二四年", [2024]),
        ("2023年情况和2024年计划", [2023, 2024]),
        ("《实施纲要(2021-2025年)》", []),
        ("2021—2025年", []),
        ("2021年至2025年", []),
        ("《2022年要点》落实,2023年", [2023]),
        ("20年代 12024年", []),
    ],
)
def test_years(words: str, years: list[int]) -> None:
    assert years_in(fold(words)) == years


def test_year_digits() -> None:
    assert year_of("二零二四") == year_of("二〇二四") == year_of("2024") == 2024
