"""Rows of a table that are picked: the first three, those over a bound, and none where none passes."""

from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.cli import main
from qa.types import Answer

REPORT = """云山县2024年法治政府建设工作报告

2024年，云山县深入推进法治政府建设。
一、主要成效
全县调解纠纷4418件，成功率98.6%。各镇情况如下。
镇 | 调解纠纷（件） | 综合执法办案（件）
东平镇 | 1126 | 97
西河镇 | 602 | 84
南岭镇 | 487 | 52
北桥镇 | 431 | 52
中和镇 | 213 | 14
二、存在的不足
基层力量不足。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("rows")
    (folder / "yunshan.txt").write_text(REPORT, encoding="utf-8")
    arguments = ["--library", str(folder / "library"), "--place", "云山县", "--year", "2024", "--yes"]
    assert main(["add", str(folder / "yunshan.txt"), *arguments]) == 0
    return Assistant.open(folder / "library")


def figures(answer: Answer) -> list[tuple[str, str]]:
    return [(value.place, value.value) for value in answer.values]


@pytest.mark.parametrize(
    "question",
    [
        "云山县各镇综合执法办案数排前三的是谁？",
        "云山县各镇综合执法办案前三名",
        "云山县哪三个镇综合执法办案最多",
        "云山县综合执法办案最多的三个镇",
    ],
)
def test_the_first_three_and_those_that_tie_with_the_third(assistant: Assistant, question: str) -> None:
    found = figures(assistant.ask([question]))
    assert found == [("东平镇", "97"), ("西河镇", "84"), ("南岭镇", "52"), ("北桥镇", "52")]


def test_the_last_two_are_the_fewest(assistant: Assistant) -> None:
    found = figures(assistant.ask(["云山县调解纠纷最少的两个镇"]))
    assert found == [("中和镇", "213"), ("北桥镇", "431")]


@pytest.mark.parametrize(
    ("question", "places"),
    [
        ("云山县哪些镇综合执法办案超过52件", ["东平镇", "西河镇"]),
        ("云山县哪些镇综合执法办案不低于52件", ["东平镇", "西河镇", "南岭镇", "北桥镇"]),
        ("云山县哪几个镇调解纠纷不到450件", ["北桥镇", "中和镇"]),
    ],
)
def test_the_rows_that_pass_a_bound(assistant: Assistant, question: str, places: list[str]) -> None:
    answer = assistant.ask([question])
    assert [value.place for value in answer.values] == places


def test_where_none_passes_the_nearest_are_told(assistant: Assistant) -> None:
    answer = assistant.ask(["云山县哪些镇综合执法办案超过200件"])
    assert "没有高于200件的" in answer.answer
    assert [value.place for value in answer.values] == ["东平镇", "西河镇", "南岭镇"]
