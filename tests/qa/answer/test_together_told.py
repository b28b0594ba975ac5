"""Figures told one by one put together, and the places inside all at once: 这两家加起来, 各镇街合计呢, 最少的是哪个镇."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from tests.asking import Ask, asking

COUNTY = """渭阳县2024年度法治政府建设情况报告

2024年，渭阳县扎实推进法治政府建设，现将有关情况报告如下。

一、主要做法和成效

1.行政执法。作出行政处罚2450件，比2023年增加243件，增幅11%，其中简易程序1520件、普通程序930件。普通程序案件中，公安机关310件，市场监管部门204件，交通运输部门126件，其余290件由其他部门办理。

检查餐饮店立案23件，较上年下降8.5%；噪声扰民的工单由640件降至410件。办结率96.1%，比2023年下降0.7个百分点。马家街道、双河镇、太和镇承接赋权事项，一年内办案分别为36件、21件、14件，三镇以外的5个乡镇合计办案9件。石门镇、双河镇两个镇的调解室分别接待来访310批、204批。

3.诉讼与复议。新收一审行政诉讼案件96件，同比下降12.5%；败诉案件11件，同比下降8.3%。县政府收到行政复议申请204件，受理188件，调解和解结案63件，直接纠错14件。受理矛盾纠纷1240件，成功1209件。受理法律援助案件498件，同比增加86件。劳动仲裁立案137件，其中调解结案82件。

2.基层治理。各镇工作情况如下。

镇街 | 人民调解（件） | 普法活动（场） | 法律明白人（人）
马家街道 | 412 | 31 | 66
双河镇 | 287 | 22 | 51
石门镇 | 164 | 17 | 38
合计 | 863 | 70 | 155

二、下一步打算

2025年，举办普法讲座40场。

渭阳县人民政府
2025年2月18日
"""
EARLIER = """渭阳县2023年度法治政府建设情况报告

2023年，渭阳县扎实推进法治政府建设，现将有关情况报告如下。

一、主要做法和成效

1.服务与处罚。办理法律援助案件412件。作出行政处罚2207件。

渭阳县人民政府
2024年2月18日
"""
CITY = """绍兴市2024年法治政府建设情况报告

2024年，绍兴市扎实推进法治政府建设，现将有关情况报告如下。

一、主要做法和成效

1.依法行政。全市新收行政复议申请640件，上年为520件；受理588件。各区市数据如下。

区域 | 行政处罚案件（件） | 行政复议新收（件）
越城区 | 1840 | 212
柯桥区 | 1215 | 143
诸暨市 | 2033 | 285
合计 | 5088 | 640

绍兴市人民政府
2025年2月18日
"""
NO_TOTAL = COUNTY.replace("合计 | 863 | 70 | 155\n", "").replace("渭阳", "清溪")


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    with asking(
        tmp_path_factory.mktemp("together"), (COUNTY, NO_TOTAL, EARLIER, CITY), date(2025, 6, 1)
    ) as ask:
        yield ask


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("渭阳县2024年行政处罚多少件", "普通程序里公安办了几件", "市场监管的呢", "这两家加起来"), "514件"),
        (("渭阳县2024年行政处罚多少件", "公安机关几件", "交通运输的呢", "两家合计"), "436件"),
        (
            ("渭阳县马家街道2024年人民调解多少件", "普法活动搞了几场", "换成双河镇", "两个镇街加起来几场"),
            "53场",
        ),
        (("渭阳县马家街道2024年普法活动几场", "双河镇呢", "人民调解最少的是哪个镇街"), "石门镇"),
    ],
)
def test_what_was_told_is_put_together(ask: Ask, turns: tuple[str, ...], said: str) -> None:
    assert said in ask(*turns).answer


@pytest.mark.parametrize("last", ["各镇街合计呢", "三个镇街加一块呢", "所有镇街加起来多少"])
def test_all_places_inside_are_the_total_of_their_table(ask: Ask, last: str) -> None:
    answer = ask("渭阳县马家街道2024年普法活动几场", "双河镇有多少法律明白人", last)
    assert [value.value for value in answer.values] == ["155"]


def test_rows_without_a_total_are_added_up(ask: Ask) -> None:
    answer = ask("清溪县马家街道2024年普法活动几场", "双河镇有多少法律明白人", "各镇街合计呢")
    assert "合计155人" in answer.answer
    assert [value.value for value in answer.values] == ["66", "51", "38"]


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (("渭阳县2024年行政诉讼败诉多少件", "跟上一年比呢", "一共新收了多少件"), "96"),
        (("渭阳县2024年劳动仲裁立案多少件", "里面调解成的几件"), "82"),
        (("渭阳县2024年受理了多少矛盾纠纷", "成了几件"), "1209"),
        (("渭阳县2024年收到复议申请多少件", "和解掉的几件", "那机关被直接纠正的呢"), "14"),
    ],
)
def test_complements_and_the_actor_name_no_part(ask: Ask, turns: tuple[str, ...], value: str) -> None:
    assert [found.value for found in ask(*turns).values] == [value]


def test_the_source_of_two_figures(ask: Ask) -> None:
    answer = ask("渭阳县2024年行政诉讼败诉多少件", "复议纠错几件呢", "这两个数你是从哪份材料里看的")
    assert not answer.abstained and answer.citations


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("渭阳县2024年行政处罚多少件", "2023年呢", "差多少"), "写明：比2023年增加243件[3]、增幅11%[4]"),
        (("渭阳县2024年法律援助比2023年多了几件",), "写明：同比增加86件[3]"),
    ],
)
def test_the_change_that_the_later_report_states(ask: Ask, turns: tuple[str, ...], said: str) -> None:
    assert said in ask(*turns).answer


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("绍兴市2024年行政处罚多少件", "哪个区市最多"), "诸暨市2033件"),
        (("绍兴市2024年诸暨的复议收了多少", "越城区呢", "全市一共收了多少", "比上年多多少"), "120件"),
    ],
)
def test_districts_of_a_city_and_the_city_again(ask: Ask, turns: tuple[str, ...], said: str) -> None:
    assert said in ask(*turns).answer


@pytest.mark.parametrize(
    ("turns", "values"),
    [
        (("渭阳县马家街道2024年赋权事项办案几件",), ["36"]),
        (("渭阳县马家街道2024年赋权事项办案几件", "双河镇呢"), ["21"]),
        (("渭阳县双河镇2024年赋权事项办案几件", "太和镇呢"), ["14"]),
        (("渭阳县石门镇2024年调解室接待来访几批", "双河镇呢"), ["204"]),
        (("渭阳县石门镇2024年调解室接待来访几批", "双河镇呢", "这俩镇加起来"), ["310", "204"]),
        (
            ("渭阳县马家街道2024年赋权事项办案几件", "双河镇呢", "太和镇呢", "三个镇街一共多少"),
            ["36", "21", "14"],
        ),
        (("渭阳县石门镇2024年赋权事项办案几件",), []),
    ],
)
def test_towns_of_a_list_have_their_own_figures(ask: Ask, turns: tuple[str, ...], values: list[str]) -> None:
    assert [found.value for found in ask(*turns).values] == values


def test_a_change_of_another_thing_of_the_sentence_is_none(ask: Ask) -> None:
    answer = ask("渭阳县2024年噪声扰民的工单少了多少")
    assert "8.5" not in answer.answer
    assert {"640", "410"} <= {found.value for found in answer.values}


def test_whether_it_moved_in_everyday_words(ask: Ask) -> None:
    assert [found.value for found in ask("渭阳县2024年办结率是涨是跌").values] == ["0.7"]


def test_when_a_thing_is_planned_is_told_of_it_or_of_nothing(ask: Ask) -> None:
    assert "普法讲座" not in ask("渭阳县2024年停车场管理办法打算什么时候出台").answer
