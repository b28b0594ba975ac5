"""Sums, lists and wholes: what several figures of a sentence say of one another, each with one that must stay."""

from __future__ import annotations

import pytest

from qa.ledger.observation import observations
from qa.ledger.observed import Observation
from qa.reading import read_text

FRAME = (
    "柏川县2024年法治政府建设年度报告\n\n一、2024年工作情况\n\n（一）主要工作\n{text}\n\n"
    "二、存在的不足\n工作中还有一些不足，需要在今后认真加以改进，我们将继续努力。\n"
)


def observed(text: str) -> dict[str, Observation]:
    report = read_text(FRAME.format(text=text), "a.txt", place="柏川县", year=2024)
    return {one.value: one for one in observations(report)}


@pytest.mark.parametrize(
    ("text", "value", "indicator"),
    [
        # each of a list of bodies is only some of those who did; bodies of which one figure tells are all
        ("42个县直部门和13个乡镇负责人提交书面述法报告。", "13", ""),
        ("对3个乡镇和县财政局等6个部门开展法治督察，反馈问题41个。", "6", ""),
        ("对3个乡镇和县财政局等6个部门开展法治督察，反馈问题41个。", "41", "inspection-problems"),
        ("对9个部门开展法治督察，反馈问题41个。", "9", "inspection-units"),
        ("建成12个乡镇公共法律服务工作站、161个村（社区）公共法律服务工作室。", "161", "service-stations"),
        # a part of what one office did is no whole either
        ("县政务服务中心办件28.4万件，其中网办件16.2万件。", "16.2", ""),
        ("县政务服务中心办件28.4万件，其中网办件16.2万件。", "28.4", "service-cases"),
        # a sum of unlike figures is none, and they keep their own
        ("办理人大代表建议61件、政协提案72件，共计133件。", "72", "conference-proposals"),
        ("办理人大代表建议61件、政协提案72件，共计133件。", "133", ""),
        ("全县行政诉讼案件一审112件、二审47件，共159件。", "47", "litigation-second-instance"),
        ("全县行政诉讼案件一审112件、二审47件，共159件。", "159", ""),
        # what went is none of the new ones; a total behind them is the stock
        ("全年新登记经营主体4382户、注销1957户。", "1957", ""),
        ("新命名省级民主法治示范村3个，累计达到17个。", "3", ""),
        ("新命名省级民主法治示范村3个，累计达到17个。", "17", "democratic-villages"),
        # what is passed on from the cases of one kind is no figure of the place
        ("查处非法采砂案件26件，移送公安机关4件。", "4", ""),
        ("向公安机关移送涉嫌犯罪案件17件。", "17", "criminal-transfers"),
        # the field of a head before a colon
        ("水事执法方面：巡查河道1140人次，立案16件，罚款48.4万元。", "48.4", ""),
        # lawyers behind law firms
        ("全县有律师事务所6家，律师58人。", "58", "lawyers"),
    ],
)
def test_figures_of_one_sentence(text: str, value: str, indicator: str) -> None:
    assert observed(text)[value].indicator == indicator


def test_a_change_is_told_of_the_figure_of_its_unit() -> None:
    found = observed("审核各类协议、合同312份，标的额27.2亿元，分别比上年多46份、多3.9亿元。")
    assert found["46"].indicator == "contracts-reviewed"
    assert str(found["46"].kind) == "change"


def test_a_change_with_out_is_one() -> None:
    found = observed("接待法律咨询5316人次，较上年多出912人次。")
    assert str(found["912"].kind) == "change"
    assert found["912"].indicator == "legal-consultations"


def test_a_sum_behind_several_offices_is_of_all() -> None:
    found = observed("县市场监管局查处463件，县城管局查处297件；罚没款合计1284.6万元。")
    assert (found["1284.6"].holder, found["463"].holder) == ("", "县市场监管局")
    found = observed("县市场监管局查处463件；罚没款合计84.6万元。")
    assert found["84.6"].holder == "县市场监管局"
