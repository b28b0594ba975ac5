"""What a figure counts, by its head: money earned is no fine, ages and fry count no people, parts keep the whole before them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.types import Answer, Reason
from tests.asking import asking

COUNTY = """秀屿区2024年法治政府建设情况报告

2024年，秀屿区扎实推进法治政府建设。现将有关情况报告如下。
一、工作开展情况
（一）优化服务。查处侵犯“海蛎”地理标志案件9件，罚没款14.8万元。县公证处办理公证1032件，同比增长15.4%，其中为70岁以上老人上门办证76件、减免费用3.1万元；推出“遗嘱绿色通道”。
（二）规范执法。整治非法捕捞，查获案件37起，没收渔具412件，增殖放流鱼苗46万尾；查处“黑出租”63台次。
（三）化解纠纷。全区人民调解组织共成功调解各类纠纷9876件，同比增加1243件，涉及金额2.31亿元。其中物业纠纷1725件、交通事故纠纷2038件、医疗纠纷96件。办理检察建议18份，回复率100%。
二、存在的不足
基层力量不足。
三、下一步打算
新建法治公园2个。
"""
BUREAU = """莆田市人力资源和社会保障局2024年度法治政府建设工作报告

2024年，莆田市人力资源和社会保障局（以下简称“我局”）依法做好各项工作。现将情况报告如下。
一、主要工作
发放创业担保贷款12.46亿元。举办招聘会412场，其中线下296场。失业保险参保43.2万人。城乡居民养老保险基础养老金由每人每月143元提高至163元，惠及老年人62.8万人。
组织人事考试43项，服务考生17.4万人次，查处违纪违规考生58人。12333电话咨询接听35.6万人次，接通率94.1%。
市仲裁院受理案件1253件，比上年增长8.7%。仙游县追发工资2764万元，荔城区追发1985万元。
二、存在的不足
力量不足。
三、下一步打算
2025年，城镇新增就业力争6.5万人。
"""

Ask = Callable[[str], Answer]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(
        tmp_path_factory.mktemp("heads"),
        (
            COUNTY,
            BUREAU,
        ),
    ) as ask:
        yield ask


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("秀屿区2024年人民调解中医疗纠纷调解成功多少件？", "96件"),
        ("秀屿区公证处2024年跑到老人家里去办的有多少件", "76件"),
        ("2024年秀屿区抓了多少黑车？", "63台次"),
        ("秀屿区2024年的司法建议、检察建议办理是多少？", "18份"),
        ("莆田2024年乡下老人每个月的基本养老金涨到多少了？", "163元"),
        ("莆田2024年的招聘会有多少场是面对面的？", "296场"),
        ("莆田2024年考试作弊被抓的有几个？", "58人"),
        ("莆田市人社局12333热线2024年的接通率是多少", "94.1%"),
        ("莆田市仲裁院2024年受理案件数比上年增长多少？", "8.7%"),
        ("莆田市2024年仙游县追发的金额比荔城区多多少万元？", "779万元"),
    ],
)
def test_the_figure_of_the_head_is_told(ask: Ask, question: str, told: str):
    answer = ask(question)
    assert not answer.abstained, answer.answer
    assert told in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "秀屿区海蛎产业2024年的产值是多少？",
        "秀屿区公证处2024年公证收费一共收了多少？",
        "秀屿区公证处2024年办了多少件遗嘱公证？",
        "秀屿区2024年逮了多少个偷鱼的人？",
        "秀屿区2024年有多少对夫妻打离婚官司？",
        "莆田市人社局2024年有多少人领失业金？",
        "莆田市人社局2025年打算发放多少创业担保贷款？",
    ],
)
def test_a_near_figure_of_another_head_is_not(ask: Ask, question: str):
    answer = ask(question)
    assert answer.abstained, answer.answer
    assert answer.reason is Reason.NOT_MENTIONED
    assert answer.values == ()


OFFICES = """隆德县2024年法治政府建设工作情况

2024年，隆德县扎实推进法治政府建设。现将有关情况报告如下。
一、工作开展情况
全县持证执法人员860名，其中镇级217名。办理行政处罚案件5914件，同比增长3.8%，其中市场监管1327件、城市管理1184件、乡镇自行办理486件。行政机关负责人出庭应诉率100%。
提前转移群众3864人，其中沙塘镇转移1127人。
二、存在的不足
基层力量不足。
三、下一步打算
力争镇级持证执法人员达到260名。
"""


@pytest.mark.parametrize(
    ("turns", "told"),
    [
        (["隆德县2024年城管办了几件处罚案件"], "1184件"),
        (["隆德县2024年行政处罚案件多少件", "城管办了几件"], "1184件"),
        (["隆德县2024年转移了多少群众？", "沙塘镇占多少人？"], "1127人"),
        (["隆德县2024年镇级持证执法人员多少", "2025年想增加到多少"], "260名"),
    ],
)
def test_short_turns_on_parts(tmp_path_factory: pytest.TempPathFactory, turns: list[str], told: str):
    folder = tmp_path_factory.mktemp("offices")
    (folder / "county.txt").write_text(OFFICES, encoding="utf-8")
    add([folder / "county.txt"], folder / "lib", load(None))
    with Library.open(folder / "lib") as library:
        answer = Assistant(library, load(None)).ask(turns)
    assert [f"{value.value}{value.unit}" for value in answer.values] == [told]


@pytest.mark.parametrize("turns", [["多少场，多少人听"], ["了多少场，有多少人参加"]])
def test_who_heard_stands_behind_what_was_held(tmp_path_factory: pytest.TempPathFactory, turns: list[str]):
    folder = tmp_path_factory.mktemp("heard")
    text = OFFICES.replace("一、工作", "一、普法和工作").replace(
        "二、存在",
        "开展“荔乡普法”赶圩宣传248场次，受众11.3万人次，培育“法律明白人”1126名。\n二、存在",
    )
    (folder / "county.txt").write_text(text, encoding="utf-8")
    add([folder / "county.txt"], folder / "lib", load(None))
    asked = [f"隆德县2024年荔乡普法办了{turns[0]}", *turns[1:]]
    with Library.open(folder / "lib") as library:
        answer = Assistant(library, load(None)).ask(asked)
    assert "11.3万人次" in answer.answer
    assert "1126" not in answer.answer
