"""Conversations that go up from two counties to their city and down into the rows of its table, and back to a thing told."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.types import Answer, Reason
from tests.conftest import TODAY, Ask

REPORTS = {
    "anqing-2024.txt": """安庆市人民政府关于2024年法治政府建设情况的报告

第一部分 主要工作

一、化解矛盾纠纷。全市各级行政复议机构收到行政复议申请1730件,受理1512件,审结1467件,调解和解率38.6%。全市一审行政诉讼案件846件,败诉率8.7%。各地行政复议和法律援助情况见下表:

表 2024年安庆市各地部分指标
地区 | 受理行政复议(件) | 调解纠纷(件) | 法律援助(件)
市本级 | 402 | 1120 | 733
怀宁县 | 196 | 6411 | 884
望江县 | 173 | 5870 | 790
太湖县 | 148 | 5233 | 655
潜山市 | 161 | 4912 | 1021
宿松县 | 137 | 5408 | 618

二、优化法律服务。全市办理法律援助案件4701件,其中农民工案件2133件。全市公证机构办理公证1.62万件。围绕太湖山、花亭湖等景区设立巡回调解点,受理游客投诉874件。

第二部分 存在的问题

一是基层力量不足。

安庆市人民政府
2025年3月20日
""",
    "huaining-2024.txt": """怀宁县2024年法治政府建设情况报告

一、主要工作

(一)规范执法。全县办理行政处罚案件2611件,罚没款1480万元。县政务大厅“法治驿站”接待企业咨询318次,协调解决问题91个。全县法律顾问接待咨询1.12万人次。
(二)化解纠纷。收到行政复议申请221件,受理196件。人民调解组织调解纠纷6411件,调解成功率98.2%,其中邻里纠纷1520件。推广“板凳”调解法,建成“板凳”调解室26个,调解宅基地纠纷144件。受理欠薪线索905条,为1730名农民工追回工资2210万元。“法治驿站”被省司法厅列为涉企服务试点。

二、存在的问题

一是培训不足。

三、2025年工作安排

2025年,“板凳”调解室扩至50个,复议调解和解率提高到45%。

怀宁县人民政府
2025年2月20日
""",
    "huaining-2023.txt": """怀宁县2023年法治政府建设情况报告

一、主要工作

(一)规范执法。全县办理行政处罚案件2790件,罚没款1502万元。
(二)化解纠纷。收到行政复议申请180件,受理159件,纠错率12.4%。人民调解组织调解纠纷6120件,调解成功率97.9%。

二、存在的问题

一是培训不足。

三、2024年工作安排

2024年,复议调解和解率提高到30%。

怀宁县人民政府
2024年2月20日
""",
    "wangjiang-2024.txt": """望江县2024年法治政府建设情况报告

一、主要工作

(一)规范执法。全县作出行政处罚决定2308件,罚没金额1265万元。在医疗卫生领域,检查医疗机构377家次,查处无证行医11起,罚没款32.4万元。
(二)化解纠纷。新收行政复议案件189件,立案受理173件。全年化解纠纷5870件,成功率97.4%,其中邻里类1311件。协调为1402名务工人员讨回薪酬1876万元。

二、存在的问题

一是力量不足。

望江县人民政府
2025年2月28日
""",
}


def said(answer: Answer) -> set[tuple[str, str]]:
    return {(v.place, v.value) for v in answer.values}


def figures(answer: Answer) -> set[str]:
    return {v.value for v in answer.values}


@pytest.fixture(scope="module")
def chat(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    folder = tmp_path_factory.mktemp("updown")
    for name, text in REPORTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    add([folder], folder / "library", load())
    with Library.open(folder / "library") as library:
        assistant = Assistant(library, load())
        yield lambda *turns: assistant.ask(turns, today=TODAY)


ACCEPTED = ("望江县2024年收了多少复议申请", "受理了多少？", "怀宁呢", "哪边多", "差几件")
AID = ("安庆市2024年全市法律援助多少件", "其中农民工的呢", "各县区里潜山多少")
WAGES = ("怀宁县2024年给多少农民工要回了工资？", "总共多少钱", "望江呢")
THING = ("怀宁县的法治驿站是怎么回事",)
ROOMS = ("怀宁的“板凳”调解室2024年有多少个？", "调解了多少件宅基地纠纷")


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ((*ACCEPTED, "那全市受理多少"), {("安庆市", "1512")}),
        (("望江县2024年受理了多少复议申请", "全市2024年败诉率呢"), {("安庆市", "8.7")}),
        ((*ACCEPTED, "那全市受理多少", "调解和解率是多少？"), {("安庆市", "38.6")}),  # it stays with the city
        ((*ACCEPTED, "那全市受理多少", "望江呢"), {("望江县", "173")}),
        ((*ACCEPTED, "那全市受理多少", "两个县哪个多"), {("怀宁县", "196"), ("望江县", "173")}),
    ],
)
def test_a_turn_goes_up_to_the_city(chat: Ask, turns: tuple[str, ...], expected: set[tuple[str, str]]):
    assert said(chat(*turns)) == expected


def test_a_mean_of_the_city_is_not_its_figure(chat: Ask):
    assert "1730" not in figures(chat("望江县2024年收了多少复议申请", "全市平均多少"))


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        ((*ACCEPTED, "那全市受理多少", "调解和解率是多少？", "太湖县受理了几件"), "148"),
        (("安庆市太湖县2024年受理了几件复议申请",), "148"),
        (AID, "1021"),  # 农民工案件 are told of the city alone: the county's are of the whole topic
        ((*AID, "宿松呢"), "618"),
        (("安庆市2024年全市法律援助多少件", "潜山呢"), "1021"),
    ],
)
def test_a_turn_goes_down_into_a_row_in_the_topic_spoken_of(chat: Ask, turns: tuple[str, ...], value: str):
    answer = chat(*turns)
    assert figures(answer) == {value}
    assert "没有单独的报告" in "".join(map(str, answer.warnings))


def test_a_conversation_that_begins_inside_the_city_compares_and_goes_up(chat: Ask):
    turns = ("宿松县2024年复议受理多少件", "潜山呢")
    assert said(chat(*turns, "哪个多")) == {("宿松县", "137"), ("潜山市", "161")}
    assert said(chat(*turns, "哪个多", "全市受理了几件")) == {("安庆市", "1512")}


def test_what_bears_the_stem_of_a_county_is_not_the_county(chat: Ask):
    """太湖山 is no 太湖县: 受理游客投诉874件 is never the county's."""
    answer = chat("安庆市太湖县2024年受理了多少件信访")
    assert answer.reason is Reason.NOT_MENTIONED


def test_what_a_table_does_not_hold_of_a_county_is_refused(chat: Ask):
    assert chat("安庆市2024年办理公证多少件", "潜山呢").reason is Reason.NOT_MENTIONED


def test_rows_told_one_by_one_are_put_in_order(chat: Ask):
    turns = (*AID, "宿松呢", "太湖县", "这三个按多到少排一排")
    ordered = re.sub(r"\[\d+\]", "", chat(*turns).answer.split("\n")[0])
    assert "潜山市1021件 > 太湖县655件 > 宿松县618件" in ordered
    assert "403" in chat(*turns, "第一和最后差多少件").answer


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ((*WAGES, "谁更多？"), {("怀宁县", "2210"), ("望江县", "1876")}),
        ((*WAGES, "谁更多？", "回到怀宁，欠薪线索呢"), {("怀宁县", "905")}),
        (("怀宁县2024年追回工资多少钱", "欠薪线索呢"), {("怀宁县", "905")}),
        (("望江县2024年罚没款多少",), {("望江县", "1265")}),
        (("怀宁县2024年罚没款多少", "望江的罚没款呢"), {("望江县", "1265")}),
        (("望江县2024年医疗卫生领域罚没款多少",), {("望江县", "32.4")}),
        (("怀宁县2024年邻里纠纷多少件", "望江的邻里纠纷", "它的调解成功率呢"), {("望江县", "97.4")}),
        ((*THING, "接待了多少次咨询"), {("怀宁县", "318")}),
        ((*ROOMS, "2025年准备扩到多少"), {("怀宁县", "50")}),
        ((*ROOMS, "明年准备扩到多少"), {("怀宁县", "50")}),
        ((*ROOMS, "2025年准备扩到多少", "现在有几个"), {("怀宁县", "26")}),
        (
            ("怀宁县2024年复议受理了几件", "打算把调解和解率提到多少"),
            {("怀宁县", "45")},
        ),  # of that year's own report
        (("怀宁县2024年行政处罚多少件", "2023年呢", "现在是多少"), {("怀宁县", "2611")}),
        (("怀宁县2024年人民调解成功率", "复议受理多少"), {("怀宁县", "196")}),
        (("怀宁县2024年追回工资多少钱", "罚没的呢", "医疗卫生罚了多少", "望江的呢"), {("望江县", "32.4")}),
    ],
)
def test_a_thing_told_is_gone_back_to(chat: Ask, turns: tuple[str, ...], expected: set[tuple[str, str]]):
    assert said(chat(*turns)) == expected


def test_words_that_ask_what_a_thing_is_about_are_no_topic(chat: Ask):
    answer = chat(*THING)
    assert answer.topics == ("驿站",)
    assert "法治驿站" in answer.answer
