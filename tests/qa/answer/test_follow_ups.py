"""Long conversations: places inside one by one, parts of a whole, several things asked again, the place that came first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from qa.types import Answer, Reason
from tests.asking import asking

CITY = """盘锦市2024年度法治政府建设情况报告

2024年，盘锦市扎实推进法治政府建设，现将有关情况报告如下。

一、2024年主要工作

（一）化解行政争议。全市收到行政复议申请912件（上年703件），同比增长29.7%；受理804件，审结761件，其中调解和解298件。各地情况见下表：

2024年盘锦市行政复议情况表（单位：件）
| 地区 | 收到复议申请 | 审结复议案件 | 败诉案件 |
| 市本级 | 242 | 201 | 9 |
| 双台子区 | 133 | 112 | 4 |
| 兴隆台区 | 241 | 198 | 6 |
| 大洼区 | 179 | 151 | 3 |
| 盘山县 | 117 | 99 | 2 |
| 合计 | 912 | 761 | 24 |

（二）公共法律服务。全市办理法律援助案件2431件，其中民事案件1502件、刑事案件918件、行政案件11件，受援群众2610人，挽回损失3164万元。全市律师事务所43家、执业律师688名。

（三）行政执法。全市行政执法部门办理行政处罚案件8215件，其中市场监管部门2140件、综合执法部门1885件、交通运输部门1302件。

二、下一步安排

2025年，法律援助案件达到2600件。

盘锦市人民政府
"""

COUNTY = """昌图县2024年度法治政府建设情况报告

2024年，昌图县扎实推进法治政府建设，现将有关情况报告如下。

一、主要工作

（一）化解争议。收到行政复议申请96件，受理88件，审结81件，维持37件。一审行政诉讼败诉率9.6%，比上年下降2.5个百分点。行政机关负责人出庭应诉率97.8%。

（二）人民调解。各镇人民调解情况如下：

2024年昌图县各镇人民调解情况表
| 镇 | 受理纠纷（件） | 调解成功（件） | 涉及金额（万元） |
| 宝力镇 | 214 | 209 | 118.6 |
| 八面城镇 | 305 | 297 | 240.3 |
| 亮中桥镇 | 167 | 161 | 75.2 |
| 合计 | 686 | 667 | 434.1 |

（三）公共法律服务。办理法律援助案件318件，其中民事案件201件、刑事案件114件、行政案件3件，挽回损失402万元。

二、下一步安排

2025年，法律援助案件达到350件。

昌图县人民政府
"""

EARLIER = """昌图县2023年度法治政府建设情况报告

2023年，昌图县扎实推进法治政府建设，现将有关情况报告如下。

一、主要工作

（一）化解争议。收到行政复议申请74件，受理66件，审结63件，维持30件。一审行政诉讼败诉率12.1%。行政机关负责人出庭应诉率95.0%。

（二）公共法律服务。办理法律援助案件287件，挽回损失366万元。

二、下一步安排

2024年，法律援助案件达到300件。

昌图县人民政府
"""

CASES = "盘锦市2024年收到复议申请多少件"
AID = "盘锦市2024年办理法律援助案件多少件"


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Answer]]:
    with asking(
        tmp_path_factory.mktemp("follow_ups"),
        (
            CITY,
            COUNTY,
            EARLIER,
        ),
        date(2025, 6, 1),
    ) as ask:
        yield ask


def figures(answer: Answer) -> list[str]:
    return [value.value for value in answer.values]


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        # a county of the city, after a change, keeps the figure where the change is not told
        ((CASES, "同比涨了多少", "大洼呢"), "179"),
        ((CASES, "兴隆台收了多少"), "241"),
        ((CASES, "兴隆台收到多少", "审结呢"), "198"),
        ((CASES, "兴隆台和双台子哪个多", "盘山呢"), "117"),
        ((CASES, "兴隆台呢", "全市审结的"), "761"),
        # another thing of the sentence that was just shown
        ((AID, "其中刑事的"), "918"),
        ((AID, "其中刑事的", "民事呢"), "1502"),
        ((AID, "其中刑事的", "民事呢", "行政的"), "11"),
        ((AID, "其中刑事的", "民事呢", "总数"), "2431"),
        ((AID, "其中刑事的", "昌图呢,总数"), "318"),
        ((AID, "其中刑事的", "民事呢", "昌图县的总数", "刑事"), "114"),
        (("盘锦市2024年执业律师多少名", "律所呢"), "43"),
        (("盘锦市2024年市场监管部门办理行政处罚案件多少件", "综合执法部门呢"), "1885"),
        (("盘锦市2024年市场监管部门办理行政处罚案件多少件", "综合执法部门呢", "总共呢"), "8215"),
        # what every topic may have is asked of the topic spoken of
        ((AID, "昌图县挽回了多少损失"), "402"),
        # a stage in one character
        (("昌图县2024年收到复议申请多少件", "结了几件"), "81"),
        # a plan is no result
        (("昌图县2024年办理法律援助案件多少件", "明年准备办到多少件"), "350"),
        ((CASES, "昌图县2024年复议收到几件", "盘锦市本级审结几件"), "201"),
        (("昌图县2024年收到复议申请多少件", "败诉率多少", "较上年降了几个点"), "2.5"),
        # years
        (("昌图县2024年复议败诉率多少", "不是2024年的,2023年的"), "12.1"),
        (("昌图县2024年败诉率多少", "2022年呢", "盘锦市收到复议申请多少件"), "912"),
        # a town, a bare name, the town's other figure
        (("昌图县2024年调解成功多少件", "宝力镇几件", "八面城呢"), "297"),
        (("昌图县2024年调解成功多少件", "宝力镇几件", "受理的呢"), "214"),
    ],
)
def test_a_turn_means_one_figure(ask: Callable[..., Answer], turns: tuple[str, ...], value: str):
    assert figures(ask(*turns)) == [value]


@pytest.mark.parametrize(
    ("turns", "values"),
    [
        ((CASES, "大洼呢", "盘山", "双台子也看看", "三个地方从高到低"), {"179", "133", "117"}),
        ((CASES, "大洼呢", "盘山", "这两个县加起来"), {"179", "117"}),
        ((CASES, "大洼呢", "盘山", "这两个哪个多", "败诉案件呢"), {"3", "2"}),
        ((CASES, "大洼和盘山哪个多", "兴隆台也加进来"), {"179", "117", "241"}),
        (
            ("昌图县2024年调解成功多少件", "宝力镇几件", "亮中桥呢", "这两个镇谁的涉及金额高"),
            {"118.6", "75.2"},
        ),
    ],
)
def test_places_inside_are_set_side_by_side(
    ask: Callable[..., Answer], turns: tuple[str, ...], values: set[str]
):
    assert set(figures(ask(*turns))) == values


def test_a_sum_of_places_inside_is_theirs_alone(ask: Callable[..., Answer]):
    assert "296" in ask(CASES, "大洼呢", "盘山", "这两个县加起来").answer


@pytest.mark.parametrize(
    ("last", "values"),
    [("2023年呢", ["74", "63"]), ("盘锦市2024年的", ["912", "761"]), ("上一年的呢", ["74", "63"])],
)
def test_several_things_are_asked_again(ask: Callable[..., Answer], last: str, values: list[str]):
    assert figures(ask("昌图县2024年收到行政复议申请多少件,审结多少件", last)) == values


def test_all_of_several_things_are_asked_twice_again(ask: Callable[..., Answer]):
    turns = ("昌图县2024年收到行政复议申请多少件,审结多少件", "2023年呢", "盘锦市2024年的")
    assert figures(ask(*turns)) == ["912", "761"]


def test_a_year_word_of_a_later_part_counts_from_the_year_named(ask: Callable[..., Answer]):
    assert figures(ask("昌图县2024年败诉率多少,上年呢")) == ["9.6", "12.1"]


@pytest.mark.parametrize(
    ("order", "value"), [("哪个最多", "2431"), ("哪个最少", "318"), ("第二名是谁", "318")]
)
def test_the_place_that_came_first_is_meant_by_it(ask: Callable[..., Answer], order: str, value: str):
    turns = ("盘锦市和昌图县2024年收到复议申请各多少件", order, "它的法律援助案件呢")
    assert figures(ask(*turns)) == [value]


def test_it_after_no_order_means_nobody_in_particular(ask: Callable[..., Answer]):
    turns = ("盘锦市和昌图县2024年收到复议申请各多少件", "它的法律援助案件呢")
    assert len(figures(ask(*turns))) != 1


@pytest.mark.parametrize(
    "turns",
    [
        (CASES, "大洼呢", "大洼2023年呢"),  # another year is never answered
        ("昌图县2024年调解成功多少件", "宝力镇几件", "火星镇呢"),
        (
            "昌图县2023年办理法律援助案件多少件",
            "败诉率目标多少",
        ),  # the plan has none, and a result is no plan
    ],
)
def test_what_cannot_be_told_is_refused(ask: Callable[..., Answer], turns: tuple[str, ...]):
    answer = ask(*turns)
    assert answer.abstained
    assert answer.reason in {Reason.NOT_MENTIONED, Reason.NO_SUCH_YEAR, Reason.NO_SUCH_PLACE}


def test_another_place_spoken_of_before(ask: Callable[..., Answer]):
    turns = ("昌图县2024年败诉率多少", "盘锦市收到复议申请多少件", "前面那个县的复议申请呢")
    assert {v.place for v in ask(*turns).values} == {"昌图县"}


@pytest.mark.parametrize("turn", ["数据从哪来的", "出处呢", "这个数字哪来的"])
def test_where_a_figure_comes_from_is_its_sentence(ask: Callable[..., Answer], turn: str):
    assert "一审行政诉讼败诉率9.6%" in ask("昌图县2024年败诉率多少", turn).answer
