"""Counts since an earlier year, rows of sorts and of autonomous counties, stages turned down, explanations."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from qa.types import Reason
from tests.asking import Ask, asking

CITY = """河池市2024年法治政府建设情况报告
河池市人民政府　2025年3月11日

2024年，河池市扎实推进法治政府建设，现将有关情况报告如下。

一、主要工作情况

（一）化解行政争议。全市收到行政复议申请1483件，受理1292件，审结1205件，其中调解和解结案462件，调解和解率38.3%。各县受理情况如下表：

县（区） | 收到申请（件） | 受理（件）
东兰县 | 57 | 48
凤山县 | 71 | 62
天峨县 | 46 | 38
都安瑶族自治县 | 42 | 35
大化瑶族自治县 | 35 | 27

（二）严格执法。全市行政检查19.3万次，比上年下降18.6%，行政检查次数下降主要得益于“综合查一次”改革。重点领域案件查办情况如下表：

案件类别 | 立案数（件） | 罚没金额（万元）
食品安全 | 872 | 418.5
特种设备 | 117 | 265.0
广告 | 134 | 98.1
其他 | 469 | 110.9
合计 | 1592 | 892.5

（三）推进普法。2021年以来全市累计投入普法经费860万元，全年办理法律援助案件1826件。市政府法律顾问团由9名律师和2名高校教师组成。12345政务服务热线受理诉求45317件，满意率97.2%。

二、存在的不足

执法力量薄弱。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("spans"), (CITY, CITY.replace("2024年", "2023年"))) as ask:
        yield ask


@pytest.mark.parametrize(
    "question", ["2021年以来河池市累计投入普法经费多少", "从2021年算起到2024年，河池市普法一共投入多少经费"]
)
def test_a_count_since_a_year_is_told_of_the_report_that_prints_it(ask: Ask, question: str) -> None:
    answer = ask(question)
    assert [v.value for v in answer.values] == ["860"]
    assert "2021年以来" in answer.answer


def test_a_figure_of_the_year_is_no_count_since_a_year(ask: Ask) -> None:
    assert ask("河池市2021年以来法律援助多少件").abstained


def test_rows_of_autonomous_counties_are_named_by_their_stems(ask: Ask) -> None:
    answer = ask("河池市2024年东兰、凤山、都安、大化几个县收到的复议申请从多到少排一下")
    assert {v.place: v.value for v in answer.values} == {
        "东兰县": "57",
        "凤山县": "71",
        "都安瑶族自治县": "42",
        "大化瑶族自治县": "35",
    }


def test_the_share_of_a_city_is_not_that_of_its_county(ask: Ask) -> None:
    answer = ask("河池市2024年 都安瑶族自治县 行政复议调解和解率")
    assert answer.reason is Reason.NOT_MENTIONED


def test_the_sort_of_cases_with_the_most_is_told_of_a_table(ask: Ask) -> None:
    answer = ask("河池市2024年哪类案件罚没的钱最多")
    assert answer.answer.splitlines()[0].startswith("河池市2024年报告的表中，食品安全418.5万元")


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("河池市2024年实际受理（非收到）的行政复议申请多少件", "1292"),
        ("河池市2024年收到（不是受理）的复议申请多少", "1483"),
    ],
)
def test_a_stage_turned_down_is_not_asked(ask: Ask, question: str, value: str) -> None:
    assert [v.value for v in ask(question).values] == [value]


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("河池市2024年行政检查次数降了不少，官方给的解释是什么", "综合查一次"),
        ("河池市2024年政府法律顾问团的人员构成是怎样的", "9名律师和2名高校教师"),
    ],
)
def test_explanations_and_make_ups_are_told_in_words(ask: Ask, question: str, said: str) -> None:
    assert said in ask(question).answer


def test_a_count_of_another_year_after_a_rate_is_no_rate(ask: Ask) -> None:
    answer = ask("河池市2023年12345热线受理诉求量", "满意率", "不对，我问的是2024年接了多少诉求")
    assert [(v.year, v.value) for v in answer.values] == [(2024, "45317")]
