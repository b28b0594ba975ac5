"""Places compared by the very name of an indicator: what it counts is compared, and not the cases of the same matter."""

from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.cli import main

ONE = """云山县2024年法治政府建设工作报告

2024年，云山县深入推进法治政府建设，现将有关情况报告如下。
一、主要成效
全县363个人民调解委员会、1748名调解员共调解矛盾纠纷4367件，成功率97.9%。审查规范性文件14件、合同93件，提出合法性审查意见187条。聘任行政执法监督员24名，制发行政执法监督文书12份。
全县经营主体2.1万户，新登记经营主体5108户。
二、存在的不足
基层力量不足。
"""
OTHER = """河口县2024年法治政府建设工作报告

2024年，河口县深入推进法治政府建设，现将有关情况报告如下。
一、主要成效
全县有人民调解委员会452个、调解员2136名，调解矛盾纠纷5218件，成功率98.3%。审查规范性文件11件、合同127件，提出合法性审查意见94条。聘任行政执法监督员40名，制发行政执法监督文书31份。
全县经营主体2.6万户，新登记经营主体5936户。
二、存在的不足
基层力量不足。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("named")
    for name, place, text in (("one", "云山县", ONE), ("other", "河口县", OTHER)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        options = ["--library", str(folder / "library"), "--place", place, "--year", "2024", "--yes"]
        assert main(["add", str(folder / f"{name}.txt"), *options]) == 0
    return Assistant.open(folder / "library")


@pytest.mark.parametrize(
    ("indicator", "one", "other"),
    [
        ("人民调解组织", "363个", "452个"),
        ("人民调解委员会", "363个", "452个"),
        ("合法性审查意见", "187条", "94条"),
        ("行政执法监督员", "24名", "40名"),
        ("新登记经营主体", "5108户", "5936户"),
    ],
)
@pytest.mark.parametrize("form", ["云山县和河口县2024年的{}哪个多？", "云山县、河口县2024年{}对比"])
def test_what_the_indicator_counts_is_compared(
    assistant: Assistant, form: str, indicator: str, one: str, other: str
) -> None:
    answer = assistant.ask([form.format(indicator)])
    assert {v.place: v.value + v.unit for v in answer.values} == {"云山县": one, "河口县": other}


def test_a_change_of_it_is_left_to_the_words(assistant: Assistant) -> None:
    answer = assistant.ask(["云山县和河口县2024年的人民调解组织谁增加得多？"])
    assert not {"363", "452"} & {v.value for v in answer.values}


@pytest.mark.parametrize(
    ("indicator", "told"),
    [
        ("合法性审查意见", "187条"),
        ("行政执法监督员", "24名"),
        ("人民调解组织", "363个"),
        ("行政执法监督文书", "12份"),
    ],
)
def test_one_place_is_asked_by_the_name_of_an_indicator(
    assistant: Assistant, indicator: str, told: str
) -> None:
    answer = assistant.ask([f"云山县2024年的{indicator}是多少？"])
    assert [v.value + v.unit for v in answer.values] == [told]


def test_a_part_of_the_place_is_not_answered_with_the_whole(assistant: Assistant) -> None:
    answer = assistant.ask(["云山县2024年东平镇的行政执法监督员是多少？"])
    assert "24" not in {v.value for v in answer.values}
