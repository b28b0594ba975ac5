"""Conversations on a city and two of its counties, one of them in two years: who is compared, and which report tells of plans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.types import Answer
from tests.conftest import TODAY, Ask

REPORTS = {
    "city-2024.txt": """衡阳市人民政府关于2024年法治政府建设情况的报告

一、主要工作和成效

(一)化解争议。全市新收行政复议案件1864件,审结1703件。其中:市本级新收171件,衡南县新收236件,衡东县新收219件,耒阳市新收85件。全市一审行政诉讼案件1163件,败诉率9.8%。全市1042个人民调解委员会调解矛盾纠纷2.87万件,调解成功率98.2%,其中耒阳市8916件、常宁市7643件。
(二)便民服务。12345热线受理群众诉求52.8万件,办结率99.2%,满意率95.9%。有效应对6月暴雨,转移避险群众1.34万人。

二、存在的问题

一是县域之间不平衡。

三、2025年工作计划

力争行政诉讼败诉率降到9%以下。

衡阳市人民政府
2025年3月25日
""",
    "hengnan-2024.txt": """衡南县2024年法治政府建设情况报告

一、主要举措和成效

(一)优化营商环境。县长周文博主持召开协调小组会议2次。全年涉企行政检查4215户次,同比下降31.7%,其中联合检查1286户次。
(二)规范执法。石料运输扬尘整治中查处抛洒滴漏车辆1653台次,其中非本县籍车辆978台次。适用首违不罚案件523件。
(三)化解争议。全县一审行政诉讼案件134件,败诉14件,败诉率10.4%。12345热线交办工单3.28万件,回访满意率96.2%。转移群众2136人。

二、存在的不足

一是法制审核力量不足。

三、2025年工作安排

2025年,深化涉企检查“扫码入企”,涉企行政检查再下降10%以上。

衡南县人民政府
2025年2月26日
""",
    "hengnan-2023.txt": """衡南县人民政府关于2023年度法治政府建设工作的报告

一、主要工作

(一)优化营商环境。全年开展涉企行政检查6171户次,其中部门联合检查835户次。
(二)化解争议。全县一审行政诉讼案件163件,败诉21件,败诉率12.9%。

二、主要问题

青少年法治教育基地数量偏少。

三、2024年打算

2024年,推行“综合查一次”,力争涉企行政检查次数下降20%以上;新建青少年法治教育基地3个。
专此报告。

衡南县人民政府
2024年1月29日
""",
    "hengdong-2024.txt": """衡东县2024年法治政府建设年度报告

一、主要工作

(一)优化环境。全县涉企行政检查3897户次,公布不予检查事项清单76项。办理免罚案件467件。
(二)化解争议。一审行政诉讼案件147件,败诉13件。办理12345热线诉求4.15万件,办结率99.3%,满意率95.4%。紧急避险转移群众1548人。

二、存在问题

一是执法力量偏弱。

三、履行第一责任人职责情况

县长赵立新认真履行法治政府建设第一责任人职责,主持召开法治专题会议5次。

四、下一步打算

2025年,推行惠企政策“免申即享”。

衡东县人民政府
2025年3月10日
""",
}


@pytest.fixture(scope="module")
def chat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    source = tmp_path_factory.mktemp("city")
    for name, text in REPORTS.items():
        (source / name).write_text(text, encoding="utf-8")
    folder: Path = tmp_path_factory.mktemp("library")
    encoder = load(None)
    add([source / name for name in REPORTS], folder, encoder)
    with Library.open(folder) as library:
        assistant = Assistant(library, encoder)
        yield lambda *turns: assistant.ask(turns, today=TODAY)


def cells(answer: Answer) -> list[tuple[str, int, str]]:
    return sorted((v.place, v.year, v.value) for v in answer.values)


def said(answer: Answer) -> str:
    return re.sub(r"\[\d+\]", "", answer.answer)


RATES = ("衡阳市12345热线2024年受理多少件", "衡东县办了多少", "满意率多少", "衡南县的满意率")


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("衡南县2024年的败诉率", "全市2024年败诉率呢"), [("衡阳市", 2024, "9.8")]),
        (("衡南县2024年转移了多少群众", "转移的群众全市有多少"), [("衡阳市", 2024, "1.34")]),
        ((*RATES, "谁高", "刚才全市的满意率是多少来着"), [("衡阳市", 2024, "95.9")]),
        # the turn behind speaks of the city as well
        (
            ("衡东县2024年12345满意率", "全市的呢", "差多少"),
            [("衡东县", 2024, "95.4"), ("衡阳市", 2024, "95.9")],
        ),
    ],
)
def test_a_turn_goes_up_to_the_city(chat: Ask, turns: tuple[str, ...], expected: list[tuple[str, int, str]]):
    assert cells(chat(*turns)) == expected


def test_the_counties_just_asked_are_compared_without_the_city(chat: Ask):
    answer = chat(*RATES, "谁高")
    assert cells(answer) == [("衡东县", 2024, "95.4"), ("衡南县", 2024, "96.2")]
    assert {v.place for v in chat(*RATES, "三个地方谁最高").values} == {"衡东县", "衡南县", "衡阳市"}


def test_a_city_asked_last_is_compared(chat: Ask):
    turns = ("衡南县2024年的败诉率", "全市的呢", "谁高")
    assert cells(chat(*turns)) == [("衡南县", 2024, "10.4"), ("衡阳市", 2024, "9.8")]


def test_the_deed_of_the_topic_in_a_comparison_is_no_topic(chat: Ask):
    turns = (
        "衡南县2024年涉企检查搞了多少户次",
        "衡东县2024呢",
        "它2024年的也说一下",
        "2024年两个县哪个查得少",
    )
    assert cells(chat(*turns)) == [("衡东县", 2024, "3897"), ("衡南县", 2024, "4215")]


def test_an_office_is_held_by_who_is_said_to_fulfil_its_duty(chat: Ask):
    answer = chat("衡南县2024年的县长是谁", "衡东县的县长叫什么")
    assert "县长赵立新认真履行" in answer.answer


def test_vehicles_from_elsewhere_are_those_not_of_the_county(chat: Ask):
    answer = chat("衡南县2024年查处抛洒滴漏的车有多少", "其中外地车呢")
    assert cells(answer) == [("衡南县", 2024, "978")]


PLANS = ("衡南县2023年存在什么问题", "2024年打算怎么做")


def test_the_plans_for_a_year_stand_in_the_report_before_it(chat: Ask):
    answer = chat(*PLANS)
    assert "综合查一次" in answer.answer
    assert "扫码入企" not in answer.answer
    assert "专此报告" not in answer.answer  # how the report closes is no plan


@pytest.mark.parametrize(
    ("turns", "value", "held"),
    [
        (("准备新建几个教育基地",), "3", 2023),
        (("准备新建几个教育基地", "那2024年实际降了多少检查"), "31.7", 2024),
        (("准备新建几个教育基地", "那2024年实际降了多少检查", "目标是降多少?"), "20", 2023),
        (("准备新建几个教育基地", "那2024年实际降了多少检查", "降到了多少户次"), "4215", 2024),
    ],
)
def test_plans_and_what_came_of_them(chat: Ask, turns: tuple[str, ...], value: str, held: int):
    answer = chat(*PLANS, *turns)
    assert [v.value for v in answer.values] == [value]
    assert {c.year for c in answer.citations} == {held}


def test_a_level_is_no_change(chat: Ask):
    turns = ("衡南县2023年行政诉讼败诉率多少", "2024年实际降到多少")
    assert cells(chat(*turns)) == [("衡南县", 2024, "10.4")]


def test_a_list_behind_goes_on_from_the_sentence_before(chat: Ask):
    answer = chat("衡阳市2024年复议收了多少件", "其中耒阳市多少")  # it has no report of its own
    assert cells(answer) == [("衡阳市", 2024, "85")]


def test_the_whole_city_is_no_name_of_a_figure_beside(chat: Ask):
    answer = chat("衡阳市2024年复议收了多少件", "耒阳市调解了多少纠纷", "全市多少")
    assert [(v.value, v.unit) for v in answer.values] == [("2.87", "万件")]
    assert "8916件" in said(chat("衡阳市2024年复议收了多少件", "耒阳市调解了多少纠纷"))
