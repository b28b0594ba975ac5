"""The whole place's figure and those of its parts: paragraphs on districts, rows, branches, stages and years side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from qa.types import Answer, Reason
from tests.asking import asking

CITY = """盘锦市2024年度法治政府建设情况报告

2024年，盘锦市扎实推进法治政府建设，现将有关情况报告如下。

一、全市总体情况

1.行政复议。全市各级行政复议机构收到行政复议申请1486件（2023年1102件），掌上复议小程序收到申请689件，占收到申请的46.4%。受理1219件，审结1103件，年末未结116件，上年结转86件。

2.行政执法。全市作出行政处罚决定58931件。全系统立案4286件，办结3974件，其中市局本级立案312件，办结287件。联合检查占比由21.5%提高到36.8%，提高15.3个百分点。

3.公共法律服务。市公证处办理公证816件，为老人上门办理公证以外的委托书64件。重大事项听取意见163条，吸收52条。罚没款2741.9万元。

各分局行政案件办理情况表
| 单位 | 办理案件（起） | 被纠错（件） |
| 兴隆分局 | 9862 | 3 |
| 双台分局 | 4310 | 1 |
| 田家分局 | 4975 | 2 |
| 合计 | 19147 | 6 |

二、县区特色做法

1.盘山县聚焦水乡治理。受理行政复议案件96件，办理法律援助案件528件，全县行政处罚案件3815件。

大洼区建成稻作法治长廊。办理法律援助案件77件。开展普法活动340场次。

三、下一步工作安排

2025年，全市新培养法律明白人300名。
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Answer]]:
    with asking(tmp_path_factory.mktemp("parts"), (CITY,), date(2025, 6, 1)) as ask:
        yield ask


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (("盘锦市2024年全市收到行政复议申请多少件",), "1486"),
        (("盘锦市2024年受理行政复议案件多少件",), "1219"),
        (("盘山县2024年受理行政复议案件多少件",), "96"),
        (("盘山县2024年办了多少法律援助案件",), "528"),
        (("大洼区2024年开展普法活动多少场",), "340"),
        (("盘锦市2024年行政处罚决定多少件",), "58931"),
        (("盘锦市2024年全系统立案多少件", "办结了多少件"), "3974"),
        (("盘锦市2024年行政复议年末未结多少件",), "116"),
        (("盘锦市2024年重大事项吸收了多少条意见",), "52"),
        (("盘锦市2024年联合检查占比提高了多少个百分点",), "15.3"),
        (("盘锦市2024年的罚没款，单位万元",), "2741.9"),
        (("盘锦市2023年收到行政复议申请多少件",), "1102"),
        (("双台分局2024年办理案件多少起",), "4310"),
        (("双台分局2024年办理案件多少起", "田家呢"), "4975"),
        (("双台分局2024年办理案件多少起", "被纠错几件"), "1"),
        (("盘锦市2025年新培养多少名法律明白人",), "300"),
    ],
)
def test_the_figure_of_the_whole_or_of_the_part_asked_for(ask, turns: tuple[str, ...], value: str):
    assert [v.value for v in ask(*turns).values] == [value]


@pytest.mark.parametrize(
    "question",
    [
        "盘锦市2024年开展普法活动多少场",
        "盘锦市2024年办理法律援助案件多少件",
        "盘锦市2023年审结行政复议多少件",
        "盘锦市2024年新登记经营主体多少户",
    ],
)
def test_a_districts_figure_or_another_stages_is_never_the_whole_citys(ask, question: str):
    answer = ask(question)
    assert (answer.abstained, answer.values) == (True, ())
    assert answer.reason in {Reason.NOT_MENTIONED, Reason.NO_SUCH_YEAR}


def test_the_rows_of_a_table_are_ranked(ask):
    values = ask("盘锦市2024年哪个分局办理案件最多").values
    assert [(v.place, v.value) for v in values] == [
        ("兴隆分局", "9862"),
        ("田家分局", "4975"),
        ("双台分局", "4310"),
    ]
