"""Everyday words that name a kind are answered by a figure of it or not at all, on a report written for this test."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from qa.types import Answer, AnswerKind
from tests.asking import asking

REPORT = """岫岩县2024年法治政府建设情况报告
发布日期：2025年3月18日　　来源：岫岩县人民政府办公室

　　2024年，岫岩县扎实推进法治政府建设。现将有关情况报告如下。
　　一、2024年工作开展情况
　　（一）规范行政决策。清理规范性文件86件，废止14件，修改5件。就重大决策收到群众意见73条，采纳28条。全县公职律师37名，律师事务所9家。
　　（二）严格规范执法。全年办理行政处罚案件2614件，罚没款903.5万元。查处餐饮单位后厨不卫生案件58件；处置过期药品案件17件；农业农村部门查处假劣农资案件12起。教育部门检查学校食堂143家次，查处违规校外培训机构16家。环保部门处理噪声扰民投诉395件，其余投诉67件。开展法治督察，反馈问题52个，截至年底已整改47个。全县持有执法证件人员812人，新领证71人，因退休、调离等注销33人。破获电信网络诈骗案件94起，止付资金1120万元。
　　（三）化解矛盾纠纷。调解矛盾纠纷4127件，调解成功4069件。其中婚姻家庭纠纷812件、邻里纠纷1036件。行政机关负责人出庭应诉率99.1%。打通26个小区的“办证难”堵点，惠及8420户。化解拖欠民营企业账款1765万元，涉及企业38家。在册社区矫正对象164人。任前法律考试参考186人，及格率95.2%。
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("kinds"), (REPORT,)) as ask:
        yield lambda question: ask(f"岫岩县2024年{question}")


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("街坊之间吵架的调解了多少？", "1036"),  # and not all disputes
        ("两口子闹矛盾的调解了多少？", "812"),
        ("饭馆后厨脏被查的有几起？", "58"),
        ("补课班被查的有几家？", "16"),  # and not the canteens
        ("卖假种子假化肥的抓了几起？", "12"),  # 化肥 narrows, and 农资 stands for it
        ("骗子打电话骗钱的案子破了多少？", "94"),  # the money of a kind is not asked for
        ("嫌吵投诉的有多少？", "395"),
        ("房本一直拿不到的，帮多少户人家办下来了？", "8420"),  # it goes on in the measure asked for
        ("督查挑出来的毛病，已经改了多少个？", "47"),
        ("督查出来的毛病改了多少个？", "47"),  # 查出来 of what was found
        ("大家提的想法最后用了几条？", "28"),
        ("执法证注销掉的有多少人？", "33"),
        ("红头文件作废了几件？", "14"),
        ("吃公粮的律师有几个？", "37"),
        ("帮民营老板要回来多少被拖欠的钱？", "1765"),
        ("打官司领导自己到没到庭？比例多少？", "99.1"),  # 到没到 asks, and denies nothing
        ("考法没考过不让当官，及格的占多少？", "95.2"),
        ("调解了多少件纠纷？", "4127"),  # a bare verb asks for no success
    ],
)
def test_the_kind_or_the_deed_asked_for_is_told(ask: Ask, question: str, value: str) -> None:
    assert [told.value for told in ask(question).values] == [value]


@pytest.mark.parametrize(
    "question",
    [
        "抓了多少小偷？",
        "交警贴了多少张罚单？",
        "多少小孩上不了学？",
        "坐牢的有多少人？",
        "从牢里放出来的有多少人？",
        "喝酒开车的抓了多少？",
        "病人跟医院扯皮的调解了多少？",
        "高楼往下扔东西的罚了几起？",
        "骗老人养老钱的抓了几起？",
    ],
)
def test_a_kind_that_the_report_does_not_name_is_refused(ask: Ask, question: str) -> None:
    assert ask(question).kind is AnswerKind.REFUSAL


def test_examples_of_more_leave_the_whole(ask: Ask) -> None:
    assert ask("两口子、小偷之类的纠纷一共调解了多少件？").kind is not AnswerKind.REFUSAL
