"""A village of a table is named as a whole, and not by two characters that its name shares with another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.asking import Ask, asking

REPORT = """安远县2024年法治政府建设工作报告

2024年，安远县推进法治政府建设，现报告如下：

一、工作成效

各村纠纷调解情况如下：

| 村 | 纠纷（件） | 成功（件） |
|---|---|---|
| 岩塘村 | 24 | 22 |
| 呈山村 | 26 | 24 |
| 富田村 | 31 | 30 |

二、下一步工作

力争调解成功率达到98%。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("villages"), [REPORT]) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("安远县岩塘村纠纷多少件？", "24"),
        ("安远县呈山村纠纷有多少件？", "26"),
        ("安远县富田村调解成功多少件？", "30"),
    ],
)
def test_a_village_by_its_name(ask: Ask, question: str, value: str) -> None:
    assert [v.value for v in ask(question).values] == [value]


@pytest.mark.parametrize("village", ["富塘村", "金山村", "杨田村"])
def test_another_village_is_never_told_by_one_of_a_like_name(ask: Ask, village: str) -> None:
    assert ask(f"安远县{village}纠纷多少件？").abstained
