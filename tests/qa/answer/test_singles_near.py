"""Single questions beside a near figure: a county's own rate, a cause, a kind of rate, a sibling, what became of a thing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from qa.question.words.deeds import deed_of
from qa.question.words.measures import read_measure
from qa.types import Answer
from tests.asking import asking

CITY = """鹤壁市2024年法治政府建设年度报告
发布日期：2025年3月11日　　来源：鹤壁市人民政府

　　2024年，鹤壁市扎实推进法治政府建设。现将有关情况报告如下。
　　一、2024年工作情况
　　（一）行政复议和应诉。全市收到行政复议申请1,131件（2023年为903件），同比增长25.2%，审结1004件，直接纠错率8.4%。全市一审行政诉讼案件521件，审结480件，行政机关败诉48件，败诉率10%。收到政府信息公开申请816件，因信息公开被纠错的行政复议14件、败诉的行政诉讼5件。
　　行政复议后未再提起诉讼的占90.5%。全市办理行政处罚案件3210件。从领域看，交通运输1320件，市场监管906件，农业农村214件，其他领域770件。罚没款2140万元。办理轻微违法免罚案件180件，免罚金额96.4万元。市长信箱来信840封，平均回复时间3.1天，每周五公布办理结果。
　　（二）规范决策。《鹤壁市犬只管理办法》听证会收集意见214条，吸收67条。合同审查中采纳意见300条。
　　全年生产安全事故起数、死亡人数同比分别下降12.5%和20%。
　　（三）保障权益。受理欠薪投诉318件，为402名务工人员追回工资620万元，向公安机关移送拒不支付劳动报酬案件4件。教育系统受理教师申诉19件、学生申诉8件。
　　二、存在的不足
　　一是淇滨区行政诉讼败诉率高达21.4%。二是个别县复议按期办结率仍在80%以下。
　　三、2025年工作安排
　　加强执法监督。
"""

EARLIER = """鹤壁市2023年法治政府建设年度报告
发布日期：2024年3月11日　　来源：鹤壁市人民政府

　　2023年，鹤壁市扎实推进法治政府建设。现将有关情况报告如下。
　　一、2023年工作情况
　　全市收到行政复议申请903件，审结840件。
"""

RATES = """汤阴县2024年法治政府建设年度报告
发布日期：2025年3月12日　　来源：汤阴县人民政府

　　2024年，汤阴县扎实推进法治政府建设。现将有关情况报告如下。
　　一、主要工作
　　新收行政复议案件152件，办结140件，综合纠错率31.4%，直接纠错率9.3%。全县一审行政应诉案件61件，败诉率6.6%，行政机关负责人出庭应诉率100%。
"""

ENDS = """滑县2024年法治政府建设年度报告
发布日期：2025年3月12日　　来源：滑县人民政府

　　2024年，滑县扎实推进法治政府建设。现将有关情况报告如下。
　　一、主要工作
　　新收行政复议案件88件，审结81件，其中经调解撤回申请30件，撤销、变更或确认违法6件。全县平安建设满意率居全市首位，12345热线群众满意率97.2%。
　　收到政府信息公开申请46件，予以公开30件，不予公开9件。实际出庭33件，其中县级领导出庭4件。持执法证人员共512人，其中今年新考取41人。现场述法9人，接受评议后被约谈3人。审计查出主要问题金额1.2亿元，其中违规金额860万元。全县燃气入户安检合格率由第一季度的88.1%提升到第四季度的97.4%。
　　二、2025年工作安排
　　选聘专职调解员15名。
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("near"), (CITY, EARLIER, RATES, ENDS)) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("鹤壁市2024年行政诉讼败诉率", "10", "%"),  # not that of the district among the shortcomings
        ("鹤壁市2024年淇滨区行政诉讼败诉率", "21.4", "%"),
        ("鹤壁市2024年行政诉讼败诉几件", "48", "件"),  # not those on access to information alone
        ("鹤壁市2024年因信息公开败诉的行政诉讼几件", "5", "件"),
        ("鹤壁市2024年复议申请增长率", "25.2", "%"),
        ("鹤壁市2024年复议申请比2023年增长百分之几", "25.2", "%"),  # printed, so not computed
        ("鹤壁市《犬只管理办法》听证会收集的意见采纳了几条", "67", "条"),
        ("鹤壁市2024年收到多少被欠工资的投诉", "318", "件"),
        ("鹤壁市2024年接到多少欠薪的投诉", "318", "件"),
        ("鹤壁市2024年老师申诉有多少件", "19", "件"),
        ("鹤壁市2024年学生申诉有多少件", "8", "件"),
        ("鹤壁市2024年行政复议纠错率是多少", "8.4", "%"),
        ("鹤壁市2024年因为小错没罚的一共省了多少罚款", "96.4", "万元"),
        ("鹤壁市2024年安全事故死亡人数下降多少", "20", "%"),
        ("滑县2024年行政复议其中被纠错的几件", "6", "件"),  # not those that came in
        ("滑县2025年要选聘多少名调解员", "15", "名"),
        ("滑县2024年县领导出庭几件", "4", "件"),
        ("滑县2024年新考下执法证的几个人", "41", "人"),
        ("滑县2024年述法后被约谈的有几个", "3", "人"),
        ("滑县2024年审计查出违规金额多少", "860", "万元"),
        ("滑县2024年燃气入户安检合格率是多少", "97.4", "%"),
        ("给鹤壁市市长写信，多久能回", "3.1", "天"),
    ],
)
def test_the_figure_itself(ask: Ask, question: str, value: str, unit: str):
    assert [(str(v.value), v.unit) for v in ask(question).values] == [(value, unit)]


def test_a_kind_of_rate_bears_its_name(ask: Ask):
    answer = ask("鹤壁市2024年行政复议纠错率是多少")
    assert "直接纠错率8.4%" in answer.answer
    assert "没有指明是哪一种" in answer.answer
    assert "没有指明" not in ask("鹤壁市2024年行政复议直接纠错率是多少").answer


@pytest.mark.parametrize(
    "question",
    [
        "汤阴县2024年复议纠错率",  # two kinds of it are printed
        "汤阴县2024年打官司输了几件",  # a rate alone is printed
        "汤阴县2024年复议输了几件",
        "滑县2024年申请公开没给的有几件",  # never by what came in
        "鹤壁市2024年复议按期办结率",  # of some counties
        "鹤壁市2024年复议完还去告的占多少",  # those who did not
    ],
)
def test_a_near_figure_is_refused(ask: Ask, question: str):
    answer = ask(question)
    assert answer.abstained
    assert not answer.values


def test_a_rank_is_no_rate(ask: Ask):
    answer = ask("滑县2024年平安满意率在市里排多少")
    assert "首位" in answer.answer
    assert not answer.values


def test_which_part_has_most(ask: Ask):
    told = ask("鹤壁市2024年行政处罚最多的是哪个领域").answer
    assert "交通运输1320件" in told.split("。")[0]
    assert "农业农村214件" in ask("鹤壁市2024年哪个领域的行政处罚案件最少").answer.split("。")[0]


def test_a_day_of_the_week_is_no_number(ask: Ask):
    assert "每周五" in ask("鹤壁市 市长信箱 办理结果公布 周几").answer


def test_both_are_told(ask: Ask):
    told = ask("鹤壁市2024年行政诉讼政府输了几件占多大比例").answer
    assert "48件" in told
    assert "10%" in told


def test_words():
    assert "吸收" in deed_of("收集的意见采纳了几条")
    assert read_measure("接到多少欠薪的投诉") == ("件", "case")
    assert read_measure("追回多少欠薪")[1] == "money"
