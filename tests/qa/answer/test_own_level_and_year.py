"""The whole city before its own 本级, the year before a sum over years, one matter before another: an invented city."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from qa.types import Answer, Reason
from tests.asking import asking

CITY = """衡水市2024年法治政府建设情况报告
发布日期：2025年3月18日　　来源：衡水市人民政府办公室

　　2024年，衡水市扎实推进法治政府建设。现将有关情况报告如下。
　　一、2024年工作开展情况
　　（一）优化营商环境。市政务服务中心受理办件36.2万件，办结35.9万件。累计取消、下放行政职权事项231项，其中2024年下放34项。
　　（二）完善制度体系。市政府制定行政规范性文件7件，镇（街道）及部门制定行政规范性文件18件。
　　（三）严格规范执法。全市行政处罚总数（不含简易）5127件，其中轻微免罚案件614件，免罚金额287万元。
　　（四）化解矛盾纠纷。全市收到行政复议申请913件，依法受理784件，办结731件。市政府本级收到行政复议申请342件，受理296件。市行政争议调解中心受理行政争议57件，调处成功41件。接待来访群众318批974人次。
　　（五）强化基层执法。桃城区办理行政处罚案件1.12万件，枣强县办理行政处罚案件2846件，武强县罚没款417万元。全市落实“三项制度”，法制审核案件5316件。不予行政处罚案件1284件，减轻处罚案件527件。全市罚没款3926万元，其中市本级办理行政处罚案件3815件，罚没款1084万元。
　　（六）服务企业。新增经营主体6127户（企业943户），注销2016户。立案查处违法案件1652件，移送司法机关19件。其中：市场监管局案件197件；文化和旅游局案件24件。推行“首违不罚”，对253件首次违法案件不予处罚；推行轻微免罚，对491件轻微违法案件免予处罚。“市长信箱”收到留言762件；12345热线受理9.4万件，满意率95.2%；12348热线接听咨询1.2万人次，满意度99.1%。法治督察指出问题48条，挂账整改45条。
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("levels"), (CITY,)) as ask:
        yield lambda question: ask(f"衡水市2024年{question}")


@pytest.mark.parametrize(
    "question",
    [
        "市本级行政强制案件多少件",  # 342 and 296 are of reviews
        "人民调解成功多少件",  # 41 settle disputes with the government
        "受理信访事项多少件",
        "文化和旅游局移送司法机关多少件",  # 19 in all
        "市长信箱满意率是多少",
        "12348热线的办结率是多少",  # 99.1% are content
        "整改问题案卷多少卷",  # 45 problems
    ],
)
def test_another_matter_is_no_answer(ask: Ask, question: str):
    answer = ask(question)
    assert answer.reason is Reason.NOT_MENTIONED
    assert not answer.values


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("全市受理行政复议多少件", "784件"),
        ("市政府本级受理行政复议多少件", "296件"),
        ("市政府制定行政规范性文件几件", "7件"),
        ("下放行政职权事项多少项", "34项"),
        ("累计取消、下放行政职权事项多少项", "231项"),
        ("市政务服务中心办结了多少办件", "35.9万件"),
        ("法制审核案件多少件", "5316件"),  # no paragraph on 桃城区
        ("不予行政处罚案件多少件", "1284件"),
        ("减轻处罚案件多少件", "527件"),
        ("枣强县办理行政处罚案件多少件", "2846件"),
        ("市本级罚没款多少万元", "1084万元"),
        ("新增企业多少户", "943户"),
        ("首违不罚多少件", "253件"),
        ("接待来访多少批", "318批"),
        ("法治督察指出问题多少条", "48条"),
    ],
)
def test_what_is_asked_is_told(ask: Ask, question: str, told: str):
    answer = ask(question)
    assert not answer.abstained
    assert told in answer.answer
