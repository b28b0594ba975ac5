"""A figure beside the one asked for is no answer, and what is told in two figures is told by both: in reports of our own."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from qa.question.words.measures import read_measure
from qa.types import Answer
from tests.asking import asking

REPORT = """桓仁县2024年法治政府建设情况报告
桓政发〔2025〕6号
发布日期：2025年3月18日　　来源：桓仁县人民政府办公室

　　2024年，桓仁县扎实推进法治政府建设。现将有关情况报告如下。
　　一、2024年工作开展情况
　　（一）优化营商环境。县级行政许可事项调整为254项。涉及7个部门66项行政强制事项，督促办理相关案件12万余件。全年开展涉企行政检查2210户次，同比下降21.4%。城镇新增就业1.23万人，完成年度目标1.2万人的102.5%。
　　（二）严格规范执法。13个乡镇（街道）综合行政执法队承接执法事项77项，全年办理行政处罚案件418件，其中雅河乡54件、华来镇61件。全县行政执法单位共办理行政处罚案件3416件，比上年增加208件，罚没金额1618.4万元，比上年下降6.2%，其中城市管理部门505件、市场监管部门460件。生态环境部门立案19件，罚款96.4万元。开展安全生产检查1385家次，排查隐患2120处，整改2103处。开展法治督察，发现问题46个，整改到位41个，其余5个列入跟踪督办。
　　（三）化解矛盾纠纷。全年收到行政复议申请198件（2023年161件），受理184件，审结175件，调解和解62件。县农资纠纷人民调解委员会受理农资纠纷132件，调解成功127件。
　　（四）规范行政应诉。全县行政机关一审行政应诉案件84件，审结80件，败诉9件，败诉率11.3%。其中以县政府为被告的21件，败诉2件。二审案件17件。
　　（五）加强法律服务。在册社区矫正对象146人。县政府法律顾问室外聘律师7名，公职律师23名。县政府接受法院司法建议6份、检察建议14份，均按期回复。
　　分乡镇数据
　　乡镇 | 收到复议申请(件) | 行政处罚(件)
　　雅河乡 | 12 | 54
　　华来镇 | 15 | 61
　　二、2025年工作安排
　　行政复议调解和解率力争达到40%。
"""

SILENT = """清原县2024年法治政府建设情况报告
发布日期：2025年3月8日　　来源：清原县人民政府办公室

　　2024年，清原县扎实推进法治政府建设。现将有关情况报告如下。
　　一、主要工作
　　办结行政复议案件31件；全县行政机关一审行政诉讼案件58件，行政机关负责人出庭应诉率98.3%，败诉率5.2%。能用满语调解的执业律师只有3名。
　　办理行政处罚案件1934件（2023年为1671件），罚没金额525.5万元。
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(
        tmp_path_factory.mktemp("near"),
        (
            REPORT,
            SILENT,
        ),
    ) as ask:
        yield ask


@pytest.mark.parametrize(
    "question",
    [
        "清原县2024年败诉几件",  # 58 suits, of which a rate alone is told
        "清原县2024年一审行政诉讼败诉了几件",
        "清原县2024年执业律师多少名",  # three who speak a language
        "桓仁县2024年二审败诉几件",  # 17 that came to the second instance
        "桓仁县2024年复议败诉的有几件",  # lost suits are no reviews
        "清原县2024年复议败诉几件",  # of suits, in the sentence that tells of reviews
        "桓仁县2024年解除矫正多少人",  # those still under it
        "桓仁县2024年城镇登记失业率",  # a share of the year's aim
        "桓仁县2024年行政许可办了多少件",  # matters on a list
        "桓仁县2024年行政强制多少件",  # matters on a list, and 相关案件 of any kind
        "桓仁县2024年律师多少名",  # those who were hired, or serve in offices
        "清原县2024年涉企检查少了多少",
    ],
)
def test_a_near_figure_is_refused(ask: Ask, question: str):
    answer = ask(question)
    assert answer.abstained
    assert not answer.values


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("桓仁县2024年以县政府为被告的一审案件败诉了几件", ["败诉2件"]),
        ("桓仁县2024年败诉几件", ["败诉9件"]),
        ("桓仁县各乡镇街道的综合执法队总共办了多少行政处罚案件", ["418件"]),
        ("桓仁县2024年罚没了多少钱", ["1618.4万元"]),
        ("桓仁县2024年处罚案件比上年多办多少", ["增加208件"]),
        ("桓仁县2024年处罚案件少了多少", ["原文是上升", "208件"]),
        ("清原县2024年处罚案件少了多少", ["原文是上升", "263件（1934−1671）"]),
        ("桓仁县2024年排查出的隐患还有多少处没整改", ["排查隐患2120处", "整改2103处", "17处（2120−2103）"]),
        ("桓仁县2024年督察发现的问题还剩几个没改", ["46个", "41个", "其余5个"]),
        ("桓仁县2024年排查隐患多少处、改了多少处", ["2120处", "2103处"]),
        ("桓仁县2024年农资纠纷受理了几件、调成几件", ["132件", "127件"]),
        ("桓仁县2024年农资扯皮的有多少起闹到调委会了", ["132件"]),
        ("桓仁县2024年司法建议和检察建议各收到几份", ["6份", "14份"]),
        ("桓仁县2024年行政处罚案件多少件", ["3416件"]),
        ("桓仁县2024年新增就业完成目标的百分之几", ["102.5%"]),
        ("桓仁城管2024年办了几件处罚案", ["505件"]),
        ("桓仁县2025年复议调解和解率要到多少", ["40%"]),
        ("雅河乡2024年复议申请和行政处罚各多少", ["12件", "54件"]),
        ("桓仁县2024年复议申请和行政处罚是多少", ["198件", "3416件"]),
    ],
)
def test_the_figure_asked_for_is_told(ask: Ask, question: str, told: list[str]):
    answer = ask(question)
    assert not answer.abstained
    assert [figure for figure in told if figure not in answer.answer] == []


def test_what_is_left_is_computed_once(ask: Ask):
    assert "两数相减" not in ask("桓仁县2024年督察发现的问题还剩几个没改").answer


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("办了多少处罚案件", "件"),
        ("查了多少处隐患", "处"),
        ("立了多少项目", ""),
        ("调解了多少起纠纷", "起"),
        ("新增多少个体工商户", "家"),
        ("建了多少个工作站", "个"),
    ],
)
def test_a_noun_begins_with_no_measure_word(question: str, unit: str):
    assert read_measure(question)[0] == unit
