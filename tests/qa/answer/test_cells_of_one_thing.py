"""Comparisons of which the reports tell near things: fines of one kind, documents made and reviewed; and several as a table."""

from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.cli import main

TEXT = """{place}2024年法治政府建设工作报告

2024年，{place}深入推进法治政府建设，现将有关情况报告如下。
一、主要成效
{body}
二、存在的不足
基层力量不足。
"""
BODIES = {
    "云山县": "出台行政规范性文件7件。办结行政处罚案件873件，罚没金额512.3万元。办理法律援助案件297件，办理公证1240件。"
    "反馈法治督察问题47个，已整改45个。建立基层立法联系点1个，征集意见68条。",
    "河口县": "审核规范性文件11件。作出行政处罚决定2208件。办理法律援助案件638件，办理公证1986件。"
    "反馈法治督察问题104个，整改到位97个。建立基层立法联系点9个，征集意见312条。",
    "青湖区": "审查行政规范性文件14件。查处侵犯“青湖小吃”商标专用权案件64件，罚没款218.6万元。"
    "办理行政处罚案件1934件。办理法律援助案件512件，办理公证2315件。反馈法治督察问题140个，完成整改129个。",
    "大洲市": "审查行政规范性文件24件。办理行政处罚案件8790件。办理法律援助案件2512件。",
}


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("cells")
    for at, (place, body) in enumerate(BODIES.items()):
        (folder / f"{at}.txt").write_text(TEXT.format(place=place, body=body), encoding="utf-8")
        options = ["--library", str(folder / "library"), "--place", place, "--year", "2024", "--yes"]
        assert main(["add", str(folder / f"{at}.txt"), *options]) == 0
    return Assistant.open(folder / "library")


def cells(assistant: Assistant, question: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for value in assistant.ask([question]).values:
        found.setdefault(value.place, []).append(value.value)
    return found


def test_a_fine_of_one_kind_of_cases_is_no_fine_of_the_place(assistant: Assistant) -> None:
    assert cells(assistant, "云山县和青湖区2024年罚没金额哪个多？") == {"云山县": ["512.3"]}
    assert cells(assistant, "青湖区2024年商标案件罚没款多少？") == {"青湖区": ["218.6"]}


def test_documents_made_and_reviewed_are_ranked_apart(assistant: Assistant) -> None:
    answer = assistant.ask(["云山县、河口县、青湖区2024年规范性文件哪个多？"])
    assert answer.answer.startswith(
        "按“行政规范性文件合法性审查”统计的：青湖区14件[3] > 河口县11件[2]。另列：云山县7件"
    )
    assert any("指标名称不同" in warning for warning in answer.warnings)


@pytest.mark.parametrize("form", ["列个表", "做成表格", "做个表"])
def test_several_things_as_a_table_need_no_how_many(assistant: Assistant, form: str) -> None:
    found = cells(assistant, f"云山县、河口县2024年的法律援助、公证{form}")
    assert {place: sorted(values) for place, values in found.items()} == {
        "云山县": ["1240", "297"],
        "河口县": ["1986", "638"],
    }


def test_three_counties_and_districts_are_those_of_the_library(assistant: Assistant) -> None:
    assert set(cells(assistant, "三个县区的法律援助案件哪个多？")) == {"云山县", "河口县", "青湖区"}


def test_everyday_words_with_how_many_name_the_indicator(assistant: Assistant) -> None:
    question = "云山县、河口县、青湖区2024年督察问题改了多少，比一比"
    assert cells(assistant, question) == {"云山县": ["45"], "河口县": ["97"], "青湖区": ["129"]}


def test_a_figure_that_bears_nothing_gives_way_to_the_indicator_named(assistant: Assistant) -> None:
    assert cells(assistant, "云山县、河口县2024年基层立法联系点谁多？") == {"云山县": ["1"], "河口县": ["9"]}
