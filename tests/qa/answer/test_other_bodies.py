"""Another hot line, another department or another deed does not answer: an invented county, dense with near figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from qa.types import Answer, Reason
from tests.asking import asking

COUNTY = """凤冈县2024年法治政府建设情况报告
发布日期：2025年3月18日　　来源：凤冈县人民政府办公室

　　2024年，凤冈县扎实推进法治政府建设。现将有关情况报告如下。
　　一、2024年工作开展情况
　　（一）优化营商环境。12348公共法律服务热线接听来电4126个，满意率98.7%；12345政务服务便民热线受理诉求2.16万件，办结率99.1%；县营商环境投诉热线受理企业投诉84件，办结率96.4%。全县新登记经营主体6318户，年末实有5.27万户。县政务服务中心受理办件18.4万件，办结18.1万件。
　　（二）推进科学决策。公开征求意见11次，收到群众意见246条，采纳83条。累计取消、下放行政职权事项163项，其中2024年下放27项。组织国家工作人员旁听庭审19场640人次。
　　（三）严格规范执法。持有行政执法证1043人，换发执法证216个。县公安局办理行政处罚案件1837件；县市场监管局办理行政处罚案件412件、移送公安机关涉嫌犯罪案件6件；县综合行政执法局立案731件，县应急管理局立案64件，罚款183.6万元。全年适用轻微违法免罚217件。
　　（四）化解矛盾纠纷。县长出庭应诉1次。信访总量1826件次，其中初次信访1374件次。社区矫正对象在册183人，累计接收2417人。
　　（五）服务群众。县长热线受理诉求362件，办结率100%；便民热线12345受理工单1.92万件，满意率94.6%。镇（乡）便民服务中心办件9.6万件，县政务服务中心办件22.7万件。实施首违不罚71件，从轻处罚134件，免予处罚186件。有效注册商标3127件。主动公开信息5318条，收到政府信息公开申请47件。
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("bodies"), (COUNTY,)) as ask:
        yield lambda question: ask(f"凤冈县2024年{question}")


@pytest.mark.parametrize(
    "question",
    [
        "营商环境投诉热线满意率",
        "12348热线的办结率",
        "县公安局移送涉嫌犯罪案件多少件",  # 市场监管局 gave six to it
        "县综合行政执法局罚款多少万元",  # 183.6万元 are of 应急管理局
        "县市场监管局罚款金额是多少",
        "注销经营主体多少户",
        "新申领执法证多少个",
        "收回行政执法证多少个",
        "县长热线满意率",  # 94.6% are of 12345
        "接待来访多少批次",  # 件次 of all petitions
        "接收社区矫正对象多少人",  # 2417 since there are any
        "商标侵权案件查处多少件",
        "副县长出庭应诉几次",
    ],
)
def test_another_body_or_deed_is_no_answer(ask: Ask, question: str):
    answer = ask(question)
    assert answer.reason is Reason.NOT_MENTIONED
    assert not answer.values


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("12348热线的满意率是多少", "98.7%"),
        ("12345热线办结率", "99.1%"),
        ("营商环境投诉热线办结率是多少", "96.4%"),
        ("县市场监管局移送涉嫌犯罪案件多少件", "6件"),
        ("县应急管理局罚款多少万元", "183.6万元"),
        ("县公安局办理行政处罚案件多少件", "1837件"),
        ("采纳群众意见多少条", "83条"),
        ("旁听庭审人次", "640人次"),
        ("组织旁听庭审多少场", "19场"),
        ("换发执法证多少个", "216个"),
        ("首违不罚案件多少件", "71件"),
        ("便民服务中心办件多少件", "9.6万件"),
        ("累计接收社区矫正对象多少人", "2417人"),
        ("依申请公开收到多少件申请", "47件"),
    ],
)
def test_the_body_itself_is_told(ask: Ask, question: str, told: str):
    answer = ask(question)
    assert not answer.abstained
    assert told in answer.answer
