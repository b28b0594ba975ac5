"""What narrows a question in everyday words must stand by the figure that answers; the whole never stands for its kind."""

from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.cli import main

REPORT = """云山县2024年法治政府建设工作报告

2024年，云山县深入推进法治政府建设，现将有关情况报告如下。
一、主要成效
（一）优化营商环境。全县新登记经营主体8926户，其中企业2317户、个体工商户6452户，年末实有经营主体7.34万户。律师走访企业158家。
（二）公共法律服务。办理法律援助案件934件，其中农民工案件318件。办理公证1526件，其中涉外公证203件。
（三）化解纠纷。全县人民调解员1604名，其中专职调解员97名，调解矛盾纠纷9327件。在册社区矫正对象267人。
（四）重点领域。完成食品抽检1326批次，不合格23批次。全县行政执法机关办理行政处罚案件4278件。办理对俄罗斯方向的涉俄公证12件，占全部公证的极少数。
二、存在的不足
基层力量不足。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("narrowed")
    (folder / "yunshan.txt").write_text(REPORT, encoding="utf-8")
    arguments = ["--library", str(folder / "library"), "--place", "云山县", "--year", "2024", "--yes"]
    assert main(["add", str(folder / "yunshan.txt"), *arguments]) == 0
    return Assistant.open(folder / "library")


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("新开的公司有多少家", "2317", "户"),
        ("新开公司多少家", "2317", "户"),
        ("出国要用的公证办了多少", "203", "件"),
        ("留学出国办的公证有几件", "203", "件"),
        ("跟俄罗斯有关的公证做了多少", "12", "件"),
        ("公证一共办了多少", "1526", "件"),
        ("专门吃调解这碗饭的有多少人", "97", "名"),
        ("吃的东西查出几批有问题", "23", "批次"),
        ("农民工的法律援助有几件", "318", "件"),
    ],
)
def test_the_figure_of_the_kind(assistant: Assistant, question: str, value: str, unit: str) -> None:
    answer = assistant.ask([f"云山县2024年{question}?"])
    assert [(v.value, v.unit) for v in answer.values] == [(value, unit)]


def test_both_kinds_together_are_the_whole_or_nothing(assistant: Assistant) -> None:
    answer = assistant.ask(["云山县2024年新开张的铺子公司一共多少家?"])
    assert [v.value for v in answer.values] in ([], ["8926"])  # never the companies' 2317 alone


@pytest.mark.parametrize(
    "question",
    [
        "给女同志打官司的法律援助有多少件",
        "给低保户打官司的法律援助有多少件",
        "少数民族办的公证有多少件",
        "外卖小哥的纠纷调解了多少件",
        "外国人被行政处罚的有几件",
        "大学生里被社区矫正的有几个",
        "摩托车挨罚的有多少起",  # a thing that the report never names
        "理发店查了多少家",
        "抽查月饼多少批次",
        "游艇罚了几条",  # by what the compound ends in
    ],
)
def test_the_whole_is_not_told_for_a_kind_that_is_not_printed(assistant: Assistant, question: str) -> None:
    answer = assistant.ask([f"云山县2024年{question}?"])
    assert answer.reason == "not_mentioned", answer.answer
