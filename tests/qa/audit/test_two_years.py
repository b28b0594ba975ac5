"""Two reports of one place drafted by different hands: the ledger's indicators tell which figures are of one thing."""

from __future__ import annotations

import pytest

from qa.audit import Finding, audit
from qa.reading import read_text
from qa.types import Report


def report(body: str, *, year: int = 2024) -> Report:
    text = f"云湖区{year}年法治政府建设工作报告\n\n一、{year}年主要工作成效\n\n全区上下扎实推进各项任务。\n{body}\n"
    text += f"\n二、{year + 1}年工作安排\n\n继续努力。\n"
    return read_text(text, file=f"云湖区-{year}.txt", place="云湖区", year=year)


LAST = report(
    "全年办理行政处罚案件2716件，罚没金额1384.2万元。公职律师增至31名，较上年新增4名。区政府常务会议会前学法9次。\n"
    "收到行政复议申请214件，受理193件，上年结转12件，审结187件，18件结转下年度。复议与诉讼案件之比为2.1:1。\n"
    "全区一审行政应诉案件92件。全区调解员共调处矛盾纠纷5218件。受理各类办件26.4万件。案卷评查优秀率仅为24.3%。",
    year=2023,
)


def years(body: str) -> list[Finding]:
    return list(audit([report(body)], [LAST]))


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            "立案查处违法行为2904件，罚没款1541.6万元，同比增长14.1%。",
            "立案查处违法行为2904件，罚没款1541.6万元，同比增长11.4%。",
        ),
        ("公职律师队伍扩大到38人，一年净增9人。", "公职律师队伍扩大到38人，一年净增7人。"),
        (
            "区政府常务会议会前学法比上年多了5次，达到12次。",
            "区政府常务会议会前学法比上年多了3次，达到12次。",
        ),
        ("新收一审行政诉讼案件85件，比上年少17件。", "新收一审行政诉讼案件85件，比上年少7件。"),
        ("一年调解纠纷5740件，同比增长12.0%。", "一年调解纠纷5740件，同比增长10.0%。"),
        ("全年办件28.5万件，增长9.7%。", "全年办件28.5万件，增长8.0%。"),
        ("评查案卷，优秀率29.4%，比上年提高4.1个百分点。", "评查案卷，优秀率29.4%，比上年提高5.1个百分点。"),
        # how many times, and both years together
        ("罚没款1799.5万元，是上年的1.8倍。", "罚没款1799.5万元，是上年的1.3倍。"),
        (
            "办理行政处罚案件2904件。两年累计办理行政处罚案件5260件。",
            "办理行政处罚案件2904件。两年累计办理行政处罚案件5620件。",
        ),
        # what was carried on is carried in
        (
            "行政复议依法受理236件，连同上年未办完的28件，审结229件。",
            "行政复议依法受理236件，连同上年未办完的18件，审结229件。",
        ),
        # last year's figure, told beside this year's
        ("复议与诉讼之比由2.4:1提高到2.8:1。", "复议与诉讼之比由2.1:1提高到2.8:1。"),
    ],
)
def test_last_years_report_in_other_words(wrong: str, right: str) -> None:
    assert [f.severity.value for f in years(wrong)] == ["scope"]
    assert years(right) == []


@pytest.mark.parametrize(
    "body",
    [
        "区本级收到行政复议申请189件，同比增长21.3%。",  # another body
        "罚没款1541.6万元；其中交通运输领域罚没款214.3万元，同比增长31.2%。",
        "一年调解纠纷5740件，调成5683件，增长12.0%。",  # of another figure
    ],
)
def test_figures_of_something_else(body: str) -> None:
    assert years(body) == []


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        (
            "行政复议受理305件，连同上年未办完的25件，全年审结298件，年底在办23件。",
            "行政复议受理305件，连同上年未办完的25件，全年审结298件，年底在办32件。",
        ),
        (
            "受理依申请公开92件，答复88件，结转下年度2件。",
            "受理依申请公开92件，答复90件，结转下年度2件。",
        ),
        (
            "全年开庭84次，行政机关负责人到庭83次，出庭率98.1%。",
            "全年开庭84次，行政机关负责人到庭83次，出庭率98.8%。",
        ),
        (
            "全年抽查计划142项，其中部门联合抽查61项，占34.0%。",
            "全年抽查计划142项，其中部门联合抽查61项，占43.0%。",
        ),
        (
            "对11个乡镇、24个区直单位开展法治督察，共37个单位。",
            "对11个乡镇、24个区直单位开展法治督察，共35个单位。",
        ),
        (
            "作出行政处罚决定1136件。按程序分，一般程序724件，简易程序422件。",
            "作出行政处罚决定1136件。按程序分，一般程序724件，简易程序412件。",
        ),
        ("依申请公开44件，已答复41件，1件结转下年。", "依申请公开44件，已答复43件，1件结转下年。"),
    ],
)
def test_sums_and_shares_in_everyday_words(wrong: str, right: str) -> None:
    assert len(audit([report(wrong)])) == 1
    assert audit([report(right)]) == ()


def test_a_ratio_is_borne_out_by_any_stage_of_the_cases() -> None:
    body = "收到行政复议申请268件，受理241件。全市一审行政应诉案件105件。复议与诉讼案件之比为{}:1。"
    assert audit([report(body.format("2.3"))]) == ()
    assert len(audit([report(body.format("3.4"))])) == 1
