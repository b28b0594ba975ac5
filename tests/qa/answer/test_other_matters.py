"""Figures and sentences on another matter, another office or another rate do not answer: an invented county."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from qa.types import Answer, Reason
from tests.asking import asking

COUNTY = """平塘县2024年法治政府建设情况报告
发布日期：2025年3月18日　　来源：平塘县人民政府办公室

　　2024年，平塘县扎实推进法治政府建设。现将有关情况报告如下。
　　一、2024年工作开展情况
　　（一）严格规范执法。全年办理行政处罚案件742件，罚没款316.4万元。渔政部门查处违法捕捞案件57件，没收渔具430套。18个乡镇（街道）办理行政处罚案件532件，其中克度镇81件、大塘镇76件。全县18个乡镇中有5个全年未办理执法案件。
　　（二）化解矛盾纠纷。新收一审行政诉讼案件36件，败诉4件；负责人出庭应诉率97.1%。人民调解组织调解纠纷2915件，各乡镇（街道）实现调解室全覆盖。信访积案主要集中在征地拆迁领域。
　　（三）服务民生。选派首席法务官28名。办理法律援助案件500件，其中民事300件、刑事190件、行政10件。农村供水价格由每吨5元降为3元。全县涉企行政检查2130户次（上年3050户次），同比下降30.2%。为936名农民工追回工资1327万元。办理涉外公证213件，占全部公证547件的近四成。
　　二、主要指标
　　指标 | 2022年 | 2023年 | 2024年
　　公证（件） | 502 | 583 | 547
　　其中：城市管理部门行政处罚（件） | 705 | 612 | 588
　　三、存在的问题
　　一是执法力量不足。
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("matters"), (COUNTY,)) as ask:
        yield lambda question: ask(f"平塘县{question}")


@pytest.mark.parametrize(
    "question",
    [
        "克度镇调解了多少件纠纷",  # 81件 are penalties
        "违法捕捞案件罚了多少钱",
        "渔政部门罚款多少万元",  # 316.4万元 are of all
        "行政诉讼败诉率是多少",  # 出庭应诉率 is another rate
        "涉外公证收费多少",
        "首席法务官的工资是多少",
        "败诉的4件主要集中在什么领域",
        "哪个镇的调解室最多",
    ],
)
def test_another_matter_is_no_answer(ask: Ask, question: str):
    answer = ask(question)
    assert answer.reason is Reason.NOT_MENTIONED
    assert not answer.values


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("克度镇办理行政处罚案件多少件", ("81件",)),
        ("渔政部门查处违法捕捞案件多少件", ("57件",)),
        ("负责人出庭率是多少", ("97.1%",)),
        ("有几个乡镇一年没办过案子", ("5个",)),
        ("信访积案主要集中在哪些领域", ("征地拆迁",)),
        ("农民工的工资追回了多少", ("1327万元",)),
        ("罚没款多少万元", ("316.4万元",)),
        ("行政法律援助多少件", ("10件",)),
        ("民事、刑事、行政法律援助各多少件", ("300件", "190件", "10件")),
        ("农村供水价格原来多少钱，后来降到多少", ("5元", "3元")),
        ("涉企检查为什么增加了", ("原文是下降", "30.2%")),
    ],
)
def test_the_matter_itself_is_told(ask: Ask, question: str, told: tuple[str, ...]):
    answer = ask(question)
    assert not answer.abstained
    assert all(words in answer.answer for words in told)


def test_three_years_each_are_told(ask: Ask):
    answer = ask("公证三年各多少件")
    assert {v.value for v in answer.values} == {"502", "583", "547"}


def test_a_premise_is_held_against_the_year_before_and_no_earlier_one(ask: Ask):
    answer = ask("公证为什么增长")
    assert answer.answer.startswith("原文是下降，不是上升")
    assert "583" in answer.answer
