"""Measure words that decide: 人次 before people, calls, no rate for a number; 和 between two nouns; towns of a city."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from qa.types import Answer
from tests.asking import asking

CITY = """武冈市2024年法治政府建设情况报告

2024年，武冈市扎实推进法治政府建设。现将有关情况报告如下。
一、工作开展情况
（一）强化责任。15个乡镇进行代表会议上公开述法，配置11个“法治驿站”和3家执法助企“服务站”。
（二）规范审查。全市镇（街道）共完成涉法事项审查2847件，其中行政规范性文件13件，重大行政决策26件。实现法制审核员覆盖率100%。
（三）普法依法治理。抓实村（居）法律顾问队伍，286名法律顾问、1874名“法律明白人”结对共建，累计开展培训412场次3965人次。建成公共法律服务点297个，配套“12348”热线等线上平台。
（四）涉外法治。现有29名省级涉外律师人才。招募法治宣传志愿者97名和法治文艺骨干26名，举办普法活动283场。
（五）基层执法。15个乡镇综合执法队办理处罚案件231件，瓦屋镇最多，为38件，其次是万福镇29件。全年实施涉企行政检查3418户次，其中“综合查一次”联合检查742户次。从领域看，市场监管行政处罚案件812件，城市管理693件。
二、存在的不足
基层力量不足。
三、下一步打算
新建法治公园2个。
"""
COUNTY = """新宁县2024年法治政府建设情况报告

2024年，新宁县扎实推进法治政府建设。现将有关情况报告如下。
一、工作开展情况
设立5个涉外法律服务驿站，培养“法律明白人”1241名。“12348”热线接听来电3218个。
二、存在的不足
基层力量不足。
三、下一步打算
新建法治公园3个。
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(
        tmp_path_factory.mktemp("units"),
        (
            CITY,
            COUNTY,
        ),
    ) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("武冈镇（街道）审查的涉法事项里,行政规范性文件占几件?", "13件"),
        ("武冈镇(街道)2024年审查的重大行政决策有几件?", "26件"),
        ("武冈有几个乡镇在代表会议上公开述法?", "15个"),
        ("武冈市2024年配置的“法治驿站”数", "11个“法治驿站”。"),
        ("武冈市2024年配置了几家执法助企“服务站”", "3家"),
        ("武冈市2024年法律顾问和“法律明白人”的培训,累计多少人次?", "3965人次"),
        ("新宁县2024年12348热线接了多少个电话?", "3218个"),
        ("武冈市有多少普法志愿者", "法治宣传志愿者97名。"),
        ("武冈市2024年哪个镇办的处罚案件最多", "瓦屋镇：38件"),
        ("武冈市2024年城管处罚案件多少件", "城市管理693件"),
    ],
)
def test_a_figure_in_the_measure_that_is_asked(ask: Ask, question: str, told: str) -> None:
    answer = ask(question)
    assert not answer.abstained
    assert told in answer.answer


def test_points_of_service_are_no_calls(ask: Ask) -> None:
    assert ask("武冈市2024年12348热线接了多少个电话?").abstained


def test_a_cell_that_hardly_owns_the_question_is_undisclosed(ask: Ask) -> None:
    answer = ask("省级涉外律师人才,武冈和新宁哪边多?")
    assert {value.place: value.value for value in answer.values} == {"武冈市": "29"}
    assert "未披露" in answer.answer


def test_a_number_inside_a_name_answers_nothing(ask: Ask) -> None:
    answer = ask("武冈市2024年综合查一次有多少")
    assert [value.value for value in answer.values] in ([], ["742"])
