"""Counts of another kind are no answer; moves, shares and rows are told whole: in the words of a report written for this test."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from qa.types import Answer
from tests.asking import asking

REPORT = """桓仁县2024年法治政府建设情况报告
桓政发〔2025〕6号
发布日期：2025年3月18日　　来源：桓仁县人民政府办公室

　　2024年，桓仁县扎实推进法治政府建设。现将有关情况报告如下。
　　一、2024年工作开展情况
　　（一）加强队伍建设。从全县遴选8名律师组成宣讲团，组织936名行政执法人员参加轮训，县政府法律顾问团由5名专家组成。13个乡镇各配1名合法性审查员。每所中小学配备法治副校长，共21名。
　　（二）优化营商环境。保留行政许可事项218项，推出“一件事”主题14项，累计推出57项。年末登记经营主体1.08万户，本年新增1294户。城区停车收费由每小时6元调为4元。
　　（三）严格规范执法。全年办理行政处罚案件3416件（2023年：3702件），其中城市管理领域317件、市场监管领域560件。林草部门查处破坏野生鸟类资源案件14起，收缴猎捕工具63件。农业农村部门检查农资门店129家，查办假劣种子案件9件。推出“首违不罚”执法模式，解决企业问题253起。惠及企业732家。具有矿山专业背景的网格员仅11名。
　　（四）化解矛盾纠纷。全年收到行政复议申请198件（2023年：161件），审结155件，其中调解和解62件，占审结数的40.0%。行政诉讼一审案件84件，败诉6件，败诉率7.1%；县长带头出庭应诉2次。全县88个人民调解委员会调解纠纷1346件，成功1329件，成功率98.7%。化解信访积案36件。
　　（五）加强法律服务。办理法律援助案件246件，接待来访来电咨询9640人次，在乡镇设法律援助工作站13个。办理公证547件，为85岁以上老人上门办理64件。
　　（六）接受各方监督。认领督察反馈问题34个，制定整改措施79条，已完成31个。
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("kinds"), (REPORT,)) as ask:
        yield lambda question: ask(f"桓仁县2024年{question}")


@pytest.mark.parametrize(
    "question",
    [
        "有多少名律师",  # eight were chosen for a team
        "行政执法人员多少",  # 936 were trained
        "企业法律顾问有多少名",
        "一共有多少名人民调解员",  # 88 committees
        "每所学校几名法治副校长",  # 21 in all
        "行政许可办理了多少件",  # 218 matters on a list
        "行政许可案件数",
        "新登记企业多少户",  # 1294 of all that trade
        "信访总量是多少件",  # 36 that stood long
        "法律援助受援人数是多少",  # 9640 asked for advice
        "法律援助受援了多少人",  # 13 stations
        "公证费减免了多少",
        "行政复议维持多少件",
        "行政复议确认违法几件",
        "负责人出庭多少件",  # the head appeared twice
        "调解林权纠纷多少件",
        "交通运输领域处罚案件多少件",
        "法律援助比去年多了还是少了",  # a level of one year
        "信访积案少了多少",
        "首违不罚案件办了多少件",  # 253 problems of companies
        "企业多少家",  # 732 that were reached
        "有多少名网格员",  # eleven of a background
    ],
)
def test_counts_of_another_kind_are_refused(ask: Ask, question: str):
    answer = ask(question)
    assert answer.abstained
    assert not answer.values


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("遴选了多少名律师", ["8名"]),
        ("有多少名行政执法人员参加轮训", ["936名"]),
        ("人民调解委员会有多少个", ["88个"]),
        ("每个乡镇几名合法性审查员", ["1名"]),
        ("一件事主题累计推出多少项", ["57项"]),
        ("停车收费由多少调为多少", ["6元", "4元"]),
        ("城管领域处罚案件多少起", ["317件"]),
        ("破坏鸟类资源的案件查了几起", ["14起"]),
        ("农业领域查办假劣种子案件几件", ["9件"]),
        ("人民调解成功率和案件数", ["98.7%", "1346件"]),
        ("调解和解了多少件,占多少", ["62件", "40.0%"]),
        ("败诉几件,占多大比例", ["6件", "7.1%"]),
        ("收到复议申请几件,上年呢", ["198件", "161件"]),
        ("督察反馈问题多少个,定了几条整改措施", ["34个", "79条"]),
        ("行政处罚案件比上年少了几件", ["286件", "3702−3416"]),
        ("收到行政复意申请多少件", ["198件"]),
        ("复意收了多少件", ["198件"]),
    ],
)
def test_what_is_asked_is_told(ask: Ask, question: str, told: list[str]):
    answer = ask(question)
    assert not answer.abstained
    assert [figure for figure in told if figure not in answer.answer] == []


def test_a_refused_change_is_called_one(ask: Ask):
    assert "“法律援助”的变化情况" in ask("法律援助比去年多了还是少了").answer


def test_a_running_total_is_not_called_new(ask: Ask):
    (value,) = ask("一件事主题累计推出多少项").values
    assert "新增" not in value.indicator
