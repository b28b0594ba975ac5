"""A part, one person's own, a pay, a level, advice that a report does not print: never the figure of the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from qa.types import Answer
from tests.asking import asking

SILENT = """罗甸县2024年法治政府建设情况报告
发布日期：2025年3月18日　　来源：罗甸县人民政府办公室

　　2024年，罗甸县扎实推进法治政府建设。现将有关情况报告如下。
　　一、2024年工作开展情况
　　（一）严格规范执法。全年办理行政处罚案件742件，其中市场监管领域211件，罚没款316.4万元；实施包容免罚98件。全县持证执法人员612人。
　　（二）化解矛盾纠纷。收到行政复议申请87件，新收一审行政诉讼案件36件。全县人民调解员514名，调解纠纷2915件，涉及金额1350万元。
　　（三）服务民生。办理法律援助案件500件，为936名农民工追回工资1327万元。办理公证547件。社区矫正在册对象143人。聘请法律顾问5名。
　　（四）防范风险。汛期启动防汛应急响应4次，健全县乡村三级责任体系。核查养老待遇，发现死亡冒领73人。审批民宿46家。
　　二、存在的问题
　　一是执法力量不足。
　　三、下一步工作
　　2025年，规范民宿管理，新增法律顾问3名。
"""
TELLS = """惠水县2024年法治政府建设情况报告
发布日期：2025年3月18日　　来源：惠水县人民政府办公室

　　2024年，惠水县扎实推进法治政府建设。现将有关情况报告如下。
　　一、2024年工作开展情况
　　（一）化解矛盾纠纷。收到行政复议申请95件，复议后提起行政诉讼6件。全县人民调解员433名，其中女性127名，发放调解员补贴28.6万元。
　　（二）服务民生。社区矫正在册对象152人，其中60岁以上9人。轻微免罚案件64件，其中市场监管领域31件。为70岁以上老人上门办理公证22件。
　　（三）防范风险。7月启动防汛二级应急响应1次，生产安全事故死亡2人。追回农民工工资2046万元。
　　二、县政府主要负责人履行推进法治建设第一责任人职责情况
　　县长带头调解信访积案7件，签批法治文件19件。
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(
        tmp_path_factory.mktemp("parts"),
        (
            SILENT,
            TELLS,
        ),
    ) as ask:
        yield ask


@pytest.mark.parametrize(
    "question",
    [
        "调解员里女的有几个",
        "社区矫正对象里60岁以上的有多少人",
        "持证执法人员里35岁以下的有多少",
        "调解员平均多大岁数",
        "公证里外地人来办的有多少件",
        "社区矫正对象里男的有多少",
        "县长自己劝和了几件纠纷",
        "姓杨的调解员一个人办了几件纠纷",
        "行政复议后又打官司的有多少件",
        "经行政复议后又提起行政诉讼的案件有多少件",
        "人民调解员一个月补贴多少钱",
        "法律顾问一年拿多少工资",
        "免罚案件里市场监管领域有几件",  # 211件 are of all penalties
        "免罚的案子里餐饮的有几件",
        "应急响应最高是几级",
        "养老出事故死了多少人",  # 死亡冒领73人
        "我被拖了工钱，去告老板能赢不",
        "我挨罚了，申请复议划得来不",
        "民宿以后会不会越来越多",
    ],
)
def test_the_whole_is_no_answer(ask: Ask, question: str):
    answer = ask(f"罗甸县2024年{question}")
    assert answer.abstained, answer.answer
    assert not answer.values


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("调解员里女的有几个", "127"),
        ("社区矫正对象里60岁以上的有多少人", "9"),
        ("给七十岁以上老人上门办了多少件公证", "22"),
        ("行政复议后又打官司的有多少件", "6"),
        ("人民调解员的补贴是多少钱", "28.6"),
        ("免罚案件里市场监管领域有几件", "31"),
        ("生产安全事故死了几个人", "2"),
        ("县长自己批了几份法治文件", "19"),
        ("追回的农民工工资是多少万元", "2046"),
        ("汛期应急响应最高是几级", "二级"),
    ],
)
def test_what_is_told_is_told(ask: Ask, question: str, value: str):
    assert value in ask(f"惠水县2024年{question}").answer
