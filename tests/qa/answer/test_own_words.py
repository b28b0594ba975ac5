"""Figures that are asked for by the very words that are printed before them, and near figures that must not be taken."""

from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.cli import main

REPORT = """云山县2024年法治政府建设工作报告

2024年，云山县深入推进法治政府建设，现将有关情况报告如下。
一、主要成效
（一）优化营商环境。全县行政执法机关办理行政处罚案件3215件，罚没款1764.8万元。推行“首违不罚”，办理免罚案件243件，免罚金额351万元。将71项检查事项合并为26项，民宿开办由平均32个工作日压减到9个工作日。政务服务事项网上可办率99.2%，全程网办率87.6%，即办件占比66.2%。
（二）规范文件管理。开展规范性文件专项清理，共清理文件318件，废止14件，宣布失效9件。清理2015年以前的文件57件。
（三）公共法律服务。办理公证1215件，其中免费为80岁以上老人办理遗嘱公证64件。“送法进工地”56场，全年普法活动共112场。
（四）规范执法。清理排查罚没款异常波动单位14个，退还罚款36笔、7.9万元。县应急局为山区村配备卫星电话64部。出具体检报告127份。
（五）自治区级以上荣誉。新增自治区级民主法治示范村19个，累计168个。经营主体年末5.8万户，本年新增1294户。
（六）各部门办案情况。全年办案5998件，其中综合行政执法局3457件、市场监管局1842件、应急管理局283件，其他部门320件。
二、存在的不足
基层力量不足。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("own")
    (folder / "yunshan.txt").write_text(REPORT, encoding="utf-8")
    arguments = ["--library", str(folder / "library"), "--place", "云山县", "--year", "2024", "--yes"]
    assert main(["add", str(folder / "yunshan.txt"), *arguments]) == 0
    return Assistant.open(folder / "library")


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("免罚金额多少万元", "351", "万元"),  # and not what was fined
        ("办理免罚案件多少件", "243", "件"),
        ("检查事项合并为多少项", "26", "项"),
        ("民宿开办平均要几个工作日", "9", "个工作日"),
        ("政务服务事项网上可办率是多少", "99.2", "%"),
        ("即办件占比是多少", "66.2", "%"),
        ("清理文件多少件", "318", "件"),  # what was abolished is a part of it
        ("清理2015年以前的文件多少件", "57", "件"),  # no report of 2015 is asked for
        ("办理公证多少件", "1215", "件"),
        ("“送法进工地”多少场", "56", "场"),
        ("排查罚没款异常波动单位多少个", "14", "个"),  # no money
        ("退还罚款多少笔", "36", "笔"),
        ("配备卫星电话多少部", "64", "部"),  # no telephone number
        ("出具体检报告多少份", "127", "份"),  # 具体 is no word here
        ("新增自治区级民主法治示范村多少个", "19", "个"),
        ("本年新增经营主体多少户", "1294", "户"),  # of 2024, not of today's year
        ("应急管理局多少件", "283", "件"),
        ("其他部门办案多少件", "320", "件"),
    ],
)
def test_the_figure_of_these_words(assistant: Assistant, question: str, value: str, unit: str) -> None:
    answer = assistant.ask([f"云山县2024年{question}"])
    assert [(v.value, v.unit) for v in answer.values] == [(value, unit)]
