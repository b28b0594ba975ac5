"""What was just told, asked of another place or year, or pointed at by its number in a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from qa.types import Answer
from tests.asking import asking

LANTIAN = """蓝田县2024年度法治政府建设情况报告

2024年，蓝田县扎实推进法治政府建设，现将有关情况报告如下。

一、主要做法和成效

1.行政执法。全县行政处罚案件1640件，罚没金额842.6万元，同比分别下降11.2%、16.8%。新申领行政执法证118人，全县持证执法人员903人。

2.公共法律服务。办理法律援助案件583件，其中刑事案件205件，民事案件371件。“法律明白人”由2023年的730人增至865人。12345热线受理诉求20416件，群众满意率96.1%。

3.矛盾化解。人民调解员940人，全年调解纠纷6110起，成功6003起，涉及金额0.8亿元。其中：婚姻家庭1402起，邻里1833起。王寨镇“老槐树”调解室调解纠纷120起，协议履行率95%。

4.行政复议。收到行政复议申请151件，比2023年增加31件；受理140件，调解和解率44.6%。不予处罚案件203件，减轻处罚案件87件，从轻处罚案件164件。“老槐树”调解室为群众避免损失310万元。

5.涉企检查。推行“综合查一次”，涉企检查由上年的3310户次降至2140户次；发现问题企业211户，责令整改196户，立案处罚15户。法治督察发现问题64个，整改61个。整治“黑车”“黑导游”“黑网吧”等“三黑”行为，查处35起。

二、存在的不足

一是基层法治力量薄弱，9个镇司法所仅有1名工作人员；二是执法监督机制不健全，全年发出督办函仅6份；三是普法形式单一。

三、下一步打算

一是2025年底前实现每个司法所不少于2名工作人员，由县司法局牵头；二是推进执法监督平台建设，县司法局、县数据局负责，6月底前上线；三是创新普法形式，制作短视频30部。

蓝田县人民政府
2025年1月20日
"""
LANTIAN_BEFORE = """蓝田县2023年度法治政府建设情况报告

2023年，蓝田县扎实推进法治政府建设，现将有关情况报告如下。

一、主要做法和成效

1.行政执法。全县行政处罚案件1847件，罚没金额1013.0万元。法治督察发现问题51个，整改49个。“老槐树”调解室调解纠纷98起。

2.行政复议。收到行政复议申请120件，调解和解率38.1%。

二、2024年打算

力争行政复议调解和解率达到42%；乡镇执法装备配齐。

蓝田县人民政府
2024年1月20日
"""
HUYI = """鄠阳县2023年度法治政府建设情况报告

2023年，鄠阳县扎实推进法治政府建设，现将有关情况报告如下。

一、主要做法和成效

1.行政执法。办理行政处罚案件1905件，罚没款1012万元。

2.公共法律服务。办理法律援助案件640件，其中民事案件402件、刑事案件231件。

鄠阳县人民政府
2024年1月22日
"""
ZHOUZHI = """周至县2024年度法治政府建设情况报告

2024年，周至县扎实推进法治政府建设，现将有关情况报告如下。

一、主要做法和成效

1.行政执法。全县行政执法机关办理行政处罚案件2217件，罚没款1330万元。全县在岗持证执法人员612人，组织培训3期，培训980人次。

2.公共法律服务。办理法律援助案件721件，其中民事案件466件、刑事案件250件。

周至县人民政府
2025年1月22日
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Answer]]:
    with asking(
        tmp_path_factory.mktemp("elsewhere"), (LANTIAN, LANTIAN_BEFORE, ZHOUZHI, HUYI), date(2025, 6, 1)
    ) as ask:
        yield ask


def test_the_same_indicator_is_told_of_another_place(ask):
    answer = ask("蓝田县2024年罚了多少钱", "案子多少件", "那周至")
    assert [v.value for v in answer.values] == ["2217"]


def test_another_indicator_in_another_measure_is_not_told_of_another_place(ask):
    assert [v.value for v in ask("蓝田县2024年新申领行政执法证多少人").values] == ["118"]
    assert ask("蓝田县2024年新申领行政执法证多少人", "周至呢").abstained


@pytest.mark.parametrize("last", ["民事刑事各多少", "民事多少件、刑事多少件", "民事案件刑事案件分别是多少件"])
def test_each_part_of_what_was_told_is_told(ask, last: str):
    answer = ask("蓝田县办了多少法律援助", last)
    assert [v.value for v in answer.values] == ["371", "205"]
    assert [v.value for v in ask("蓝田县办了多少法律援助", last, "周至的呢").values] == ["466", "250"]


def test_a_part_of_another_place_is_of_the_same_whole(ask):
    assert [v.value for v in ask("蓝田县办了多少法律援助", "民事呢", "周至的呢").values] == ["466"]


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (("蓝田县有哪些不足", "第二个具体说说"), "督办函仅6份"),
        (("蓝田县有哪些不足", "最后一条呢"), "普法形式单一"),
        (("蓝田县有哪些不足", "第二个具体说说", "针对这个打算怎么办"), "执法监督平台"),
        (("蓝田县有哪些不足", "第二个问题打算怎么解决", "谁来做"), "县数据局"),
        (("蓝田县有哪些不足", "第二个呢", "第一个打算怎么解决"), "每个司法所不少于2名"),
        (("蓝田县2025年有什么打算", "第一项谁负责"), "县司法局牵头"),
    ],
)
def test_an_item_of_the_list_shown_is_meant_by_its_number(ask, turns: tuple[str, ...], words: str):
    answer = ask(*turns)
    assert len(answer.citations) == 1
    assert words in answer.answer


def test_what_names_an_indicator_is_not_told_by_a_part_of_what_was_told(ask):
    assert ask("蓝田县2024年行政处罚案件多少件", "实有经营主体呢").abstained


@pytest.mark.parametrize(
    ("turns", "values"),
    [
        (("蓝田县2024年处罚案件多少，罚没金额多少", "跟上年比分别怎样"), ["1640", "16.8"]),
        (
            ("蓝田县2024年处罚案件多少，罚没金额多少", "跟上年比分别怎样", "2023年各是多少"),
            ["1847", "1013.0"],
        ),
        (("蓝田县2024年法律明白人有多少", "去年呢"), ["730"]),
        (("蓝田县2024年督察发现了多少问题", "改了几个", "2023年发现多少"), ["51"]),
        (("蓝田县2024年打12345的有多少", "大家满意吗"), ["96.1"]),
        (("蓝田县2024年行政处罚案件多少件", "去年呢", "两年加起来多少", "有多少人民调解员"), ["940"]),
        (("蓝田县2024年涉企检查多少户次", "之前呢"), ["3310"]),
        (("蓝田县有多少人民调解员", "人均调解几起"), ["6110", "940"]),
    ],
)
def test_what_was_told_lends_what_a_turn_leaves_open(ask, turns: tuple[str, ...], values: list[str]):
    told = ask(*turns)
    assert not told.abstained
    assert [v.value for v in told.values] == values or all(v in told.answer for v in values)


@pytest.mark.parametrize(
    ("turns", "words"),
    [
        (("蓝田县2024年涉企检查多少户次", "怎么做到的"), "综合查一次"),
        (("蓝田县2024年涉企检查发现多少问题企业", "都怎么处理的"), "立案处罚15户"),
        (("蓝田县2024年涉企检查多少户次", "“三黑”指的是哪三黑"), "黑导游"),
        (("蓝田县2024年调解纠纷多少起", "邻里的占多少"), "30%"),
        (("蓝田县2024年调解了多少起纠纷，成没成",), "6110"),
    ],
)
def test_what_was_told_is_told_in_words(ask, turns: tuple[str, ...], words: str):
    assert words in ask(*turns).answer


def test_a_share_of_a_part_is_never_the_rate_of_something_else(ask):
    assert "95%" not in ask("蓝田县2024年调解纠纷多少起", "劳动争议的占多少").answer


@pytest.mark.parametrize(
    ("turns", "values"),
    [
        (("蓝田县收到多少复议申请，比上年多多少", "受理的呢"), ["140"]),
        (("蓝田县2024年不予处罚的多少件", "减轻和从轻各多少"), ["87", "164"]),
        (("蓝田县2024年调解和解率多少", "当初定的目标是多少"), ["42"]),
    ],
)
def test_a_turn_is_of_the_figure_and_not_of_its_change(ask, turns: tuple[str, ...], values: list[str]):
    assert [v.value for v in ask(*turns).values] == values


def test_the_aim_of_then_was_reached(ask):
    answer = ask("蓝田县2024年调解和解率多少", "当初定的目标是多少", "达到了吗")
    assert "44.6%" in answer.answer
    assert "42%" in answer.answer


def test_what_the_year_before_lacks_is_told_of_the_year_spoken_of(ask):
    answer = ask("蓝田县2024年老槐树调解室调了几起", "上一年呢", "避免损失多少")
    assert [(v.value, v.year) for v in answer.values] == [("310", 2024)]


def test_the_year_before_of_a_turn_of_two_parts_is_of_both(ask):
    answer = ask("蓝田县2024年处罚案件多少，罚没金额多少", "上一年")
    assert [v.value for v in answer.values] == ["1847", "1013.0"]
