"""Everyday questions of one field of government work after another, in an invented county."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from qa.types import Answer
from tests.asking import asking

COUNTY = """荔波县2024年法治政府建设情况报告
发布日期：2025年3月18日　　来源：荔波县人民政府办公室

　　2024年，荔波县扎实推进法治政府建设。现将有关情况报告如下。
　　一、2024年工作开展情况
　　（一）严格规范执法。市场监管部门查处“鬼秤”等计量违法案件38件，抽检食品1260批次。全县在用电梯1120台，处置电梯困人故障86起。禁渔期间办理非法捕捞案件27件，放流鱼苗52万尾。聘请护林员198名，查处毁损古树案件7件。查扣非法改装电动自行车164辆。
　　（二）城市管理。设置便民摊点疏导区9处，容纳流动摊贩310户。处理噪声扰民投诉416件。
　　（三）应急处置。妥善应对“7·12”强降雨，转移安置群众1264人。设立地质灾害隐患监测点133处，选聘群测群防员141人。
　　（四）化解矛盾。调解纠纷2915件，涉彩礼纠纷43件，推行田间快处，最快50分钟结案。办理法律援助案件835件，受理外卖骑手、快递员案件47件。为困难当事人发放司法救助金37.5万元。
　　（五）基层治理。甲良镇金对村、朝阳镇八烂村被命名为省级民主法治示范村。追回违规领取社保待遇64万元，其中死亡冒领143人、重复领取28人。认定工伤652件。
　　二、存在的问题
　　一是执法力量不足。
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("fields"), (COUNTY,)) as ask:
        yield lambda question: ask(f"荔波县2024年{question}")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("缺斤少两的查了多少", "38"),
        ("困在电梯里下不来的有几回", "86"),
        ("不准捕鱼那会儿偷着下网的逮了几起", "27"),
        ("千年老树被糟蹋的管了几回", "7"),
        ("偷偷改电驴的扣了多少辆", "164"),
        ("给小贩划的地方能待多少家", "310"),
        ("半夜施工吵得睡不着的有多少件", "416"),
        ("发大水那回撤走了多少人", "1264"),
        ("盯着滑坡的人有几个", "141"),
        ("要财礼吵起来的劝了几桩", "43"),
        ("骑摩托送餐的，帮他们撑腰撑了几桩", "47"),
        ("拿不到赔偿的苦主给了多少救命钱", "37.5"),
        ("哪俩村子评上了省里讲规矩的榜样", "金对村"),
        ("人没了还在领养老钱的有几个", "143"),
        ("在车间砸伤算工伤的有几件", "652"),
    ],
)
def test_citizens_words_find_the_figure(ask: Ask, question: str, told: str):
    answer = ask(question)
    assert told in answer.answer, answer.answer
