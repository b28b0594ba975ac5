"""What was just told, asked of another place or year, or pointed at by its number in a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from qa.types import Answer
from tests.asking import asking

LANTIAN = """蓝田县2024年度法治政府建设情况报告

2024年，蓝田县扎实推进法治政府建设，现将有关情况报告如下。

一、主要做法和成效

1.行政执法。全县行政处罚案件1640件，罚没金额842.6万元，同比分别下降11.2%、16.8%。新申领行政执法证118人，全县持证执法人员903人。

2.公共法律服务。办理法律援助案件583件，其中刑事案件205件，民事案件371件。

二、存在的不足

一是基层法治力量薄弱，9个镇司法所仅有1名工作人员；二是执法监督机制不健全，全年发出督办函仅6份；三是普法形式单一。

三、下一步打算

一是2025年底前实现每个司法所不少于2名工作人员，由县司法局牵头；二是推进执法监督平台建设，县司法局、县数据局负责，6月底前上线；三是创新普法形式，制作短视频30部。

蓝田县人民政府
2025年1月20日
"""
HUYI = """鄠阳县2023年度法治政府建设情况报告

2023年，鄠阳县扎实推进法治政府建设，现将有关情况报告如下。

一、主要做法和成效

1.行政执法。办理行政处罚案件1905件，罚没款1012万元。

2.公共法律服务。办理法律援助案件640件，其中民事案件402件、刑事案件231件。

鄠阳县人民政府
2024年1月22日
"""
ZHOUZHI = """周至县2024年度法治政府建设情况报告

2024年，周至县扎实推进法治政府建设，现将有关情况报告如下。

一、主要做法和成效

1.行政执法。全县行政执法机关办理行政处罚案件2217件，罚没款1330万元。全县在岗持证执法人员612人，组织培训3期，培训980人次。

2.公共法律服务。办理法律援助案件721件，其中民事案件466件、刑事案件250件。

周至县人民政府
2025年1月22日
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Answer]]:
    with asking(tmp_path_factory.mktemp("elsewhere"), (LANTIAN, ZHOUZHI, HUYI), date(2025, 6, 1)) as ask:
        yield ask


def test_the_same_indicator_is_told_of_another_place(ask):
    answer = ask("蓝田县2024年罚了多少钱", "案子多少件", "那周至")
    assert [v.value for v in answer.values] == ["2217"]


def test_another_indicator_in_another_measure_is_not_told_of_another_place(ask):
    assert [v.value for v in ask("蓝田县2024年新申领行政执法证多少人").values] == ["118"]
    assert ask("蓝田县2024年新申领行政执法证多少人", "周至呢").abstained


def test_a_place_with_another_year_alone_is_told_of_that_year_and_says_so(ask):
    answer = ask("蓝田县2024年行政处罚案件多少件", "鄠阳呢")
    assert [(v.value, v.year) for v in answer.values] == [("1905", 2023)]
    assert "没有鄠阳县这一年的报告" in answer.answer.splitlines()[0]
    assert ask("蓝田县2024年行政处罚案件多少件", "鄠阳2024年呢").abstained


@pytest.mark.parametrize("last", ["民事刑事各多少", "民事多少件、刑事多少件", "民事案件刑事案件分别是多少件"])
def test_each_part_of_what_was_told_is_told(ask, last: str):
    answer = ask("蓝田县办了多少法律援助", last)
    assert [v.value for v in answer.values] == ["371", "205"]
    assert [v.value for v in ask("蓝田县办了多少法律援助", last, "周至的呢").values] == ["466", "250"]


def test_a_part_of_another_place_is_of_the_same_whole(ask):
    assert [v.value for v in ask("蓝田县办了多少法律援助", "民事呢", "周至的呢").values] == ["466"]


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (("蓝田县有哪些不足", "第二个具体说说"), "督办函仅6份"),
        (("蓝田县有哪些不足", "最后一条呢"), "普法形式单一"),
        (("蓝田县有哪些不足", "第二个具体说说", "针对这个打算怎么办"), "执法监督平台"),
        (("蓝田县有哪些不足", "第二个问题打算怎么解决", "谁来做"), "县数据局"),
        (("蓝田县有哪些不足", "第二个呢", "第一个打算怎么解决"), "每个司法所不少于2名"),
        (("蓝田县2025年有什么打算", "第一项谁负责"), "县司法局牵头"),
    ],
)
def test_an_item_of_the_list_shown_is_meant_by_its_number(ask, turns: tuple[str, ...], words: str):
    answer = ask(*turns)
    assert len(answer.citations) == 1
    assert words in answer.answer


def test_what_names_an_indicator_is_not_told_by_a_part_of_what_was_told(ask):
    assert ask("蓝田县2024年行政处罚案件多少件", "12345热线受理量呢").abstained
