"""Everyday words for a thing, for what became of it and for its measure, on a report written for this test."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from qa.types import Answer, AnswerKind
from tests.asking import asking

REPORT = """岫岩县2024年法治政府建设情况报告
发布日期：2025年3月18日　　来源：岫岩县人民政府办公室

　　2024年，岫岩县扎实推进法治政府建设。现将有关情况报告如下。
　　一、2024年工作开展情况
　　（一）规范行政决策。审查合同126份，提出意见305条，退回重拟14份。审议《岫岩县电动自行车管理条例（草案）》等2件。全县公职律师达到58名，比上年增加9名。
　　（二）严格规范执法。全县行政执法机关办理行政处罚案件2614件，其中本级326件；罚没金额903.5万元，同比下降4.1%。其中生态环境领域处罚41件，罚款118.6万元；应急管理领域处罚73件。专项整治中清退违规罚没款21.3万元。对罚款案件全面“回头看”，复核案件1872件，撤销或变更16件。县交通运输局联合邻县治超32次，查处超限车辆209台，卸载货物3150吨。查扣非法营运车辆86台，其中“黑车”53台。查处药品案件31件，完成食品抽检812批次，查处“鬼秤”等计量违法案件12件，消费维权服务站44个。农村假劣农资专项整治立案35件，为农户追回损失94万元。
　　（三）服务民生。基本养老保险参保23.8万人；核查疑点数据5.3万条，涉及人员215人，其中死亡冒领74人。止付资金1.04亿元，返还电信网络诈骗受害群众资金236万元。为燃气用户更换不合格软管1.27万根。全年个体工商户2.38万户，转型升级为企业51户。全县在用特种设备3040台，其中电梯1120台；处置电梯困人故障138起。排查隐患2412处，其中重大隐患17处。制作普法短视频42期；创作地方戏，在8个镇巡演16场。累计约谈负责人43人次。
　　二、存在的不足
　　基层力量偏少，13个司法所中“一人所”还有5个。
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(tmp_path_factory.mktemp("deeds"), (REPORT,)) as ask:
        yield lambda question: ask(f"岫岩县2024年{question}")


@pytest.mark.parametrize(
    ("question", "value", "unit"),
    [
        ("合同被打回去重写的有几份？", "14", "份"),
        ("公职律师添了几个？", "9", "名"),
        ("罚款总共罚了多少钱？", "903.5", "万元"),  # neither a field's nor what was given back
        ("拦下来多少超载的大货车？", "209", "台"),
        ("扣了多少台黑车？", "53", "台"),  # 台 for 辆
        ("缺斤短两的秤查了几件？", "12", "件"),
        ("买到假种子假化肥的农民挽回了多少损失？", "94", "万元"),
        ("人去世了还在领养老钱的有多少？", "74", "人"),
        ("被骗子骗走的钱，给大家追回来退了多少？", "236", "万元"),
        ("换了多少根煤气软管？", "1.27", "万根"),
        ("个体户变公司的有几家？", "51", "户"),
        ("全县有多少部电梯？", "1120", "台"),
        ("隐患里特别大的有几处？", "17", "处"),
        ("地方戏下镇里唱了几场？", "16", "场"),
        ("“一人所”有几个？", "5", "个"),
    ],
)
def test_what_is_meant_is_told(ask: Ask, question: str, value: str, unit: str) -> None:
    answer = ask(question)
    assert (answer.values[0].value, answer.values[0].unit) == (value, unit)


@pytest.mark.parametrize(
    "question",
    [
        "假药查了多少件？",  # and not 药品案件31件
        "过期食品查了多少件？",
        "电动车着火的有几起？",  # a title tells no fire
    ],
)
def test_a_near_thing_is_not_told(ask: Ask, question: str) -> None:
    assert ask(question).kind is AnswerKind.REFUSAL
