"""Contradictions inside a report: found where sentences say the same, never between a part and its total."""

from __future__ import annotations

import pytest

from qa.ledger.catalogue import load_catalogue
from qa.ledger.conflicts import Conflict, conflicts_of
from qa.ledger.observation import observations
from qa.reading import read_text

REPORT = """柏川县2024年法治政府建设年度报告

2024年，柏川县坚持依法行政，现将有关情况报告如下。

一、2024年工作情况

（一）化解行政争议
{one}

（二）主要数据
{two}

二、存在的不足

一是基层执法力量薄弱。{problem}

三、2025年工作安排

一是健全行政执法监督机制。
"""


def found(one: str, two: str, problem: str = "") -> tuple[Conflict, ...]:
    report = read_text(
        REPORT.format(one=one, two=two, problem=problem), "baichuan.txt", place="柏川县", year=2024
    )
    return conflicts_of(report, observations(report), load_catalogue())


@pytest.mark.parametrize(
    ("one", "two", "values"),
    [
        ("全年新收行政复议申请131件，审结118件。", "2024年，全县行政复议收案137件。", ("131", "137")),
        ("全年新收行政复议申请131件，审结118件。", "新收行政复议申请131件，审结112件。", ("118", "112")),
        ("受理法律援助案件402件。", "全县法律援助机构共办理法律援助案件420件。", ("402", "420")),
        ("行政机关负责人出庭应诉率96.4%。", "负责人出庭应诉率98.1%。", ("96.4", "98.1")),
        (
            "调解纠纷1,873件。",
            "| 乡镇 | 人民调解案件（件） |\n| 青石镇 | 873 |\n| 白沙镇 | 907 |\n| 合计 | 1,780 |",
            ("1873", "1780"),
        ),
    ],
)
def test_one_thing_with_two_figures(one: str, two: str, values: tuple[str, str]):
    assert [(pair.first.value, pair.second.value) for pair in found(one, two)] == [values]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("全年新收行政复议申请131件。", "全县行政复议收案131件。"),  # the same
        ("受理法律援助案件12,034件。", "受理法律援助案件1.2万件。"),  # rounded
        ("受理法律援助案件402件。", "受理法律援助案件400余件。"),
        ("受理法律援助案件402件。", "受理法律援助案件近410件。"),
        ("全年新收行政复议申请131件。", "县政府本级新收行政复议申请97件。"),  # a part of the place
        ("全县新收行政复议申请131件。", "县政府新收行政复议申请97件。"),
        ("全年新收行政复议申请131件。", "设立青石、白沙复议工作站，接收行政复议申请97件。"),
        ("全年新收行政复议申请131件。", "上半年新收行政复议申请97件。"),  # a part of the year
        ("全年新收行政复议申请131件。", "2023年新收行政复议申请97件。"),  # another year
        ("全年新收行政复议申请131件。", "新收行政复议申请由上年的97件增至131件。"),
        ("办理行政处罚案件312件。", "交通运输领域办理行政处罚案件197件。"),  # a field
        ("办理行政处罚案件312件。", "县水利局办理行政处罚案件197件。"),  # an office
        ("办理行政处罚案件312件，其中一般程序案件197件。", "全县行政处罚案件312件。"),  # a part
        ("调解纠纷1,873件。", "青石街道“老兵调解室”调解纠纷1,176件。"),
        ("受理法律援助案件402件。", "自2021年以来累计受理法律援助案件911件。"),
        ("受理法律援助案件402件。", "办理农民工法律援助案件297件。"),
        ("组织旁听庭审6场、18人次。", "组织旁听庭审6场。"),  # other units
        ("调解纠纷1,873件。", "调解纠纷12件。"),  # too far apart to be one thing
        ("全年新收行政复议申请131件，新收行政复议申请137件。", "行政执法监督有力。"),  # one sentence
        (
            "调解纠纷1,873件。",
            "| 乡镇 | 人民调解案件（件） |\n| 青石镇 | 973 |\n| 白沙镇 | 907 |",
        ),
    ],
)
def test_what_is_no_contradiction(one: str, two: str):
    assert found(one, two) == ()


def test_what_is_told_of_problems_is_left_alone():
    assert found("全年新收行政复议申请131件。", "工作有序。", problem="行政复议收案137件，人手不足。") == ()
