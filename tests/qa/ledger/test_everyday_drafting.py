"""Figures of reports drafted in everyday words: changes without 同比, what they reached, other wordings, and what must stay."""

from __future__ import annotations

import pytest

from qa.ledger.observation import Observation, observations
from qa.reading import read_text

FRAME = (
    "{place}2024年法治政府建设年度报告\n\n2024年，{place}坚持依法行政，现将有关情况报告如下。\n\n一、2024年工作情况\n\n"
    "（一）主要工作\n{text}\n\n二、2025年工作安排\n\n一是健全行政执法监督机制。\n"
)


def observed(text: str) -> dict[str, Observation]:
    report = read_text(FRAME.format(place="柏川县", text=text), "a.txt", place="柏川县", year=2024)
    return {one.value: one for one in observations(report)}


@pytest.mark.parametrize(
    ("text", "value", "kind", "change", "indicator"),
    [
        ("公职律师发展到43人，一年净增9人。", "9", "change", "rise", "public-lawyers"),
        ("公职律师43人，较上年新增9人。", "9", "change", "rise", "public-lawyers"),
        ("收到行政复议申请从186件涨到231件，涨了24.2%。", "231", "result", "", "reconsideration-received"),
        (
            "收到行政复议申请从186件涨到231件，涨了24.2%。",
            "24.2",
            "change",
            "rise",
            "reconsideration-received",
        ),
        ("追回欠款2716万元，较上一年多832万元。", "832", "change", "rise", "debts-cleared"),
        # what the change is told before
        ("县政府常务会议会前学法比上年多了3次，达到12次。", "3", "change", "rise", "executive-study"),
        ("县政府常务会议会前学法比上年多了3次，达到12次。", "12", "result", "", "executive-study"),
        (
            "公证办理214件，收到行政复议申请比上年多7件，增加到63件。",
            "63",
            "result",
            "",
            "reconsideration-received",
        ),
    ],
)
def test_changes_in_everyday_words(text: str, value: str, kind: str, change: str, indicator: str) -> None:
    one = observed(text)[value]
    assert (one.kind.value, one.change, one.indicator) == (kind, change, indicator)


@pytest.mark.parametrize(
    ("text", "value", "indicator"),
    [
        ("县委常委会会议专题研究法治建设议题5次。", "5", "executive-rule-of-law-meetings"),
        ("县政府常务会议审议涉法议题16项。", "16", "executive-rule-of-law-items"),
        ("开展拖欠企业账款清理行动，为43家企业追回账款1986万元。", "1986", "debts-cleared"),
        ("帮助43家企业要回欠款1986万元。", "1986", "debts-cleared"),
        ("为失信主体修复信用274条。", "274", "credit-repair"),
        ("“首违不罚”惠及企业417家，免予罚款283.6万元。", "283.6", "waived-amount"),
        ("接到群众对执法行为的投诉31件。", "31", "enforcement-complaints"),
        ("公证处出证1842件。", "1842", "notary-cases"),
        ("法治督察走进12家单位，列出问题清单76条。", "76", "inspection-problems"),
        ("落实公平竞争审查制度，审查政策文件57件。", "57", "fair-competition-review"),
        ("法律顾问参与重大事项论证126人次。", "126", "adviser-work"),
        ("行政复议依法受理214件，连同上年未办完的19件，审结206件。", "19", "reconsideration-carried"),
        ("行政复议审结206件，27件结转下年度。", "27", "reconsideration-pending"),
        ("行政机关负责人到庭71次。", "71", "attendance-cases"),
        ("再培养“法律明白人”220名。", "220", "law-savvy-new"),
        # what stands behind 中 is of the next figure
        ("一审行政诉讼案件已判决的82件中败诉3件。", "82", "litigation-concluded"),
        ("一审行政诉讼案件已判决的82件中败诉3件。", "3", "litigation-lost"),
        ("聘任法治副校长，126所中小学配备131名。", "131", "law-vice-principals"),
        # what a heading names is not what is examined
        ("规范重大行政决策，举行听证会2场。县司法局审查县政府文件97件。", "97", ""),
        ("收到信息公开申请64件，因答复不当被复议纠正2件。", "2", "reconsideration-corrected-against"),
        # one room's cases are none of the place
        ("河东街道“老秦调解工作室”3名调解员一年接手196起。", "196", ""),
    ],
)
def test_wordings_of_everyday_sentences(text: str, value: str, indicator: str) -> None:
    assert observed(text)[value].indicator == indicator


@pytest.mark.parametrize(
    ("text", "value", "indicator", "change", "year"),
    [
        # a label before a colon names the figure, and both of its years
        ("行政复议收案：86件。", "86", "reconsideration-received", "", 2024),
        ("行政处罚案件：2023年71件，2024年86件。", "71", "penalty-cases", "", 2023),
        ("行政处罚案件：2023年71件，2024年86件。", "86", "penalty-cases", "", 2024),
        ("公证办理：71件，同比增长8.6%。", "8.6", "notary-cases", "rise", 2024),
        # what is said between the name and the figure
        ("全县行政复议收案首次突破86件。", "86", "reconsideration-received", "", 2024),
        ("全县普法活动场次位居全市第二，为86场。", "86", "law-publicity-events", "", 2024),
        ("全县公证办理同比持平，仍为86件。", "86", "notary-cases", "", 2024),
        ("全县信访件数回落到86件。", "86", "petition-cases", "", 2024),
        ("全县公证办理由2023年的71件变为2024年的86件。", "86", "notary-cases", "", 2024),
        ("全县人民调解员再添12人，总数86人。", "86", "mediators", "", 2024),
        # what a figure is set against
        ("行政诉讼败诉率7.1%，低于上年的8.6%。", "8.6", "litigation-loss-rate", "", 2023),
        ("行政处罚案件71件，高于2023年的86件。", "86", "penalty-cases", "", 2023),
        ("行政处罚案件71件，不及上年86件。", "86", "penalty-cases", "", 2023),
        ("行政处罚案件71件，相比2023年的86件有所下降。", "86", "penalty-cases", "", 2023),
        ("行政处罚案件71件，而2023年仅86件。", "86", "penalty-cases", "", 2023),
        # changes in other words
        ("公证办理71件，与上年相比增加86件。", "86", "notary-cases", "rise", 2024),
        ("公证办理71件，较上年上浮8.6%。", "8.6", "notary-cases", "rise", 2024),
        ("行政诉讼败诉率7.1%，比上年高出1.6个百分点。", "1.6", "litigation-loss-rate", "rise", 2024),
        ("全县政府合同合法性审查同比增长8.6%。", "8.6", "contracts-reviewed", "rise", 2024),
        # 及 of 及格 joins nothing; another stage of the same cases ends no reach
        ("组织网上学法用法考试，参考4298人，及格率99.3%。", "99.3", "law-exam-pass-rate", "", 2024),
        ("登记复议申请318件，不予受理的21件，立案受理的289件。", "289", "reconsideration-accepted", "", 2024),
        ("严格依申请公开流程，全年收到申请692件。", "692", "disclosure-requests", "", 2024),
    ],
)
def test_what_stands_between_a_name_and_its_figure(
    text: str, value: str, indicator: str, change: str, year: int
) -> None:
    one = observed(text)[value]
    assert (one.indicator, one.change, one.year) == (indicator, change, year)


def test_missing_reviewers_are_no_reviews():
    assert observed("一是力量薄弱，仍有4个镇未配备专职法制审核人员。")["4"].indicator == ""
