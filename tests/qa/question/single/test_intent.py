"""What questions want: for each pattern a question that it is for, and near ones that it must not take."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.question.single.intent import Intent, Task
from qa.question.single.intent_reading import read_intent
from qa.question.words.measures import asked_units
from qa.text import clean_question


def intent(question: str) -> Intent:
    return read_intent(clean_question(question))


@pytest.mark.parametrize(
    ("question", "task"),
    [
        # a figure
        ("行政复议收了多少件?", Task.NUMBER),
        ("设了几个调解室", Task.NUMBER),
        ("培训的场次是多少", Task.NUMBER),
        ("办结的件数有几件", Task.NUMBER),
        ("调解成功率是多少", Task.NUMBER),
        ("调解成功率", Task.NUMBER),
        ("出庭应诉率达到什么程度", Task.NUMBER),
        ("持证率什么水平", Task.NUMBER),
        ("涉案金额有多大", Task.NUMBER),
        ("修复信用 户次??", Task.NUMBER),
        ("援助案件总数", Task.NUMBER),
        # a difference
        ("省级比市级多几个", Task.DIFFERENCE),
        ("甲比乙多收了多少件", Task.DIFFERENCE),
        ("差多少?", Task.DIFFERENCE),
        ("两地相差几件", Task.DIFFERENCE),
        ("差距有多大", Task.DIFFERENCE),
        ("高出多少", Task.DIFFERENCE),
        ("两者的差", Task.DIFFERENCE),
        # an order
        ("按败诉率排个名", Task.RANK),
        ("首违不罚从高到低", Task.RANK),
        ("法律援助由多到少排列", Task.RANK),
        ("调解成功率第几名", Task.RANK),
        # a comparison
        ("对比两地的行政复议", Task.COMPARE),
        ("执法监督有何差异", Task.COMPARE),
        ("行政执法方面比一比", Task.COMPARE),
        # a list
        ("出台了哪些文件", Task.LIST),
        ("列举重大行政决策事项", Task.LIST),
        ("有什么举措", Task.LIST),
        ("调解组织都有谁", Task.LIST),
        ("分别是什么", Task.LIST),
        # a summary
        ("总结一下普法工作", Task.SUMMARY),
        ("概括法治宣传", Task.SUMMARY),
        ("行政执法情况怎么样", Task.SUMMARY),
        ("报告的主要内容", Task.SUMMARY),
        # a fact
        ("区长是谁", Task.FACT),
        ("为什么败诉", Task.FACT),
        ("有没有建立容错机制", Task.FACT),
        # who discloses
        ("哪些地方披露了败诉率", Task.DISCLOSURE),
        ("谁提到了公证", Task.DISCLOSURE),
        ("哪几个区没有公布败诉案件", Task.DISCLOSURE),
        # the report itself
        ("这份报告是谁发布的", Task.DOCUMENT),
        ("报告什么时候发布的", Task.DOCUMENT),
        ("报告的标题是什么", Task.DOCUMENT),
        ("索引号", Task.DOCUMENT),
        ("这是哪一年的报告", Task.DOCUMENT),
        # the library
        ("有哪些报告", Task.COVERAGE),
        ("你能回答什么", Task.COVERAGE),
        ("库里有什么", Task.COVERAGE),
        ("数据范围是什么", Task.COVERAGE),
        ("有没有报告", Task.COVERAGE),
        ("有没有报告重大行政决策", Task.FACT),
    ],
)
def test_task(question: str, task: Task):
    assert intent(question).task is task


@pytest.mark.parametrize(
    "question",
    [
        "哪几项制度",  # 几 of 哪几 lists
        "第几届法治文化节",  # an ordinal is a name
        "几乎没有败诉吗",
    ],
)
def test_words_with_ji_that_ask_for_no_figure(question: str):
    assert intent(question).task is not Task.NUMBER


@pytest.mark.parametrize(
    ("question", "unit", "unit_class"),
    [
        ("2024年有多少打工的要回了血汗钱", "人", "people"),
        ("停车一个钟头要掏几块", "", "money"),
        ("截住了多少条偷挖沙子的船", "艘", "body"),
        ("扣下多少辆黑车", "辆", "body"),
        ("骑马去调解的一年骑了多远", "公里", "measure"),
        ("劝走了多少台次乱停的车", "台次", "event_times"),
        ("收了多少件", "件", "case"),
        ("涉及几家企业", "家", "body"),
        ("多少人次参加", "人次", "person_times"),
        ("被处理的人有多少", "人", "people"),
        ("有多少人申请看文件", "", ""),
        ("多少人来告", "", ""),
        ("培训人次是多少", "人次", "person_times"),
        ("有多少人参加", "人", "people"),
        ("多少名律师", "人", "people"),
        ("多少个老百姓受益", "人", "people"),
        ("参加人数", "人", "people"),
        ("花了多少钱", "", "money"),
        ("罚了几万元", "", "money"),
        ("涉案金额多少", "", "money"),
        ("公证全年创收", "", "money"),
        ("败诉率是多少", "%", "percent"),
        ("占比多少", "%", "percent"),
        ("百分之几的案件", "%", "percent"),
        ("几成案件", "%", "percent"),
        ("提高了多少个百分点", "%", "percent"),
        ("复议诉讼比是多少", "", "ratio"),
        ("场次有多少", "场次", "event_times"),
        ("活动 场??", "场", "event_times"),
        ("比一下公证件数", "件", "case"),  # the measure word names the count
        ("比一下公证件数据", "", ""),
        ("办了多少行政处罚案件", "件", "case"),  # the noun says what is counted
        ("打了几场官司", "件", "case"),
        ("帮了多少小微企业", "家", "body"),
        ("败诉率是乙区的几倍", "%", "percent"),  # of figures, not of times
        ("复议是乙区的几倍", "", ""),
        ("复议增长了几倍", "倍", "measure"),
        ("办得怎么样", "", ""),
        ("执法效率有没有提高", "", ""),
        ("税率改革是什么", "", ""),
    ],
)
def test_measure(question: str, unit: str, unit_class: str):
    found = intent(question)
    assert found.unit_class == unit_class
    if unit_class not in {"percent", "people"}:
        assert found.unit == unit


@pytest.mark.parametrize(
    ("question", "change"),
    [
        ("增长了多少", "rise"),
        ("案件数的增幅是多少", "rise"),
        ("同比上升几个百分点", "rise"),
        ("下降了多少", "fall"),
        ("案件降了多少", "fall"),
        ("败诉案件的降幅", "fall"),
        ("同比变化多少", "any"),
        ("比上年怎样", "any"),
        ("上升还是下降", "any"),
        ("收了多少件", ""),
        ("让律师看过,少亏了多少钱", ""),
        ("新增站点多少个", ""),
    ],
)
def test_change(question: str, change: str):
    assert intent(question).change == change


def test_a_difference_between_places_is_no_change():
    assert intent("甲比乙多收了多少件").change == ""


@pytest.mark.parametrize(
    ("question", "extreme"),
    [
        ("哪个区败诉率最高", "max"),
        ("谁的复议案件更多", "max"),
        ("调解成功率第一名", "max"),
        ("哪个区败诉率最低", "min"),
        ("谁的复议案件更少", "min"),
        ("从低到高", "min"),
        ("收了多少件", ""),
        ("有多少起", ""),
        ("谁收到多少次批示", ""),
    ],
)
def test_extreme(question: str, extreme: str):
    assert intent(question).extreme == extreme


@pytest.mark.parametrize(
    ("question", "section"),
    [
        ("存在哪些不足", "problem"),
        ("有什么问题", "problem"),
        ("哪里没做好", "problem"),
        ("下一步怎么做", "plan"),
        ("明年打算做什么", "plan"),
        ("接下来的思路", "plan"),
        ("主要负责人履职情况", "duty"),
        ("区长履行第一责任人职责了吗", "duty"),
        ("有哪些主要举措", "result"),
        ("总结成效", "result"),
        ("区长是谁", ""),
        ("下一步要建多少个站点", ""),
        ("计划生育办了什么", ""),
    ],
)
def test_section(question: str, section: str):
    assert intent(question).section == section


@pytest.mark.parametrize(
    ("question", "plan"), [("下一步要建几个站点", True), ("力争达到多少", True), ("建成几个站点", False)]
)
def test_plan(question: str, plan: bool):
    assert intent(question).plan is plan


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("报告由哪个部门发布", "issuer"),
        ("发布机构", "issuer"),
        ("报告落款单位", "issuer"),
        ("报告几月几日公布的", "date"),
        ("发布日期", "date"),
        ("报告叫什么", "title"),
        ("标题是什么", "title"),
        ("公开方式", "index"),
        ("报告的年份", "year"),
        ("收了多少件", ""),
    ],
)
def test_document(question: str, document: str):
    assert intent(question).documents[:1] == ((document,) if document else ())


@pytest.mark.parametrize(
    ("question", "absent"),
    [("哪些区没有披露败诉率", True), ("哪些区未提到公证", True), ("哪些区披露了败诉率", False)],
)
def test_absent(question: str, absent: bool):
    assert intent(question).absent is absent


@pytest.mark.parametrize(
    ("question", "yes_no"),
    [
        ("有没有建立容错机制", True),
        ("是否开展了听证", True),
        ("败诉率是5.54%吗", True),
        ("能否查到败诉率", True),
        ("做了什么", False),
        ("怎么做的", False),
    ],
)
def test_yes_no(question: str, yes_no: bool):
    assert intent(question).yes_no is yes_no


@pytest.mark.parametrize(
    ("question", "answer_type"),
    [
        ("区长是谁", "who"),
        ("哪位领导批示", "who"),
        ("什么时候揭牌", "when"),
        ("哪一年成立", "when"),
        ("中心在哪里", "where"),
        ("哪个街道试点", "where"),
        ("为什么败诉", "why"),
        ("出台了什么文件", "document"),
        ("制定了哪部办法", "document"),
        ("平台叫什么", "name"),
        ("什么品牌", "name"),
        ("如何化解争议", "how"),
        ("行政执法", ""),
    ],
)
def test_answer_type(question: str, answer_type: str):
    assert intent(question).answer_type == answer_type


@pytest.mark.parametrize(
    ("question", "explicit"), [("行政复议 调解", False), ("收了多少件", True), ("谁牵头", True)]
)
def test_explicit(question: str, explicit: bool):
    assert intent(question).explicit is explicit


@pytest.mark.parametrize(
    ("question", "units"),
    [
        ("办了几期、多少人次参加", ["期", "人次"]),
        ("收了多少件", ["件"]),
        ("几件几件", ["件"]),
        ("花了多少钱", []),
        ("怎么做的", []),
    ],
)
def test_asked_units(question: str, units: list[str]):
    assert asked_units(question) == units


@given(st.text(max_size=80))
def test_any_text_has_an_intent(text: str):
    assert isinstance(intent(text).task, Task)


@pytest.mark.parametrize(
    ("question", "compares"),
    [
        ("哪个多", True),
        ("差多少", True),
        ("比较一下", True),
        ("加起来多少", True),
        ("是几倍", True),
        ("第二名是谁", True),
        ("能直接比吗", True),
        ("占比多少", False),  # of one place
        ("收了多少件", False),
        ("怎么做的", False),
    ],
)
def test_figures_set_side_by_side(question: str, *, compares: bool):
    assert intent(question).compares is compares


@pytest.mark.parametrize(
    ("question", "task", "ordinal", "top"),
    [
        ("第二名是谁", Task.RANK, 2, 0),
        ("倒数第一是谁", Task.RANK, -1, 0),
        ("只看前两名", Task.RANK, 0, 2),
        ("青岚县排第几", Task.RANK, 0, 0),
        ("第一责任人是谁", Task.FACT, 0, 0),
        ("前三个月收了多少件", Task.NUMBER, 0, 0),
        ("前三季度收了多少件", Task.NUMBER, 0, 0),
    ],
)
def test_a_rank_is_a_task(question: str, task: Task, ordinal: int, top: int):
    found = intent(question)
    assert (found.task, found.ordinal, found.top) == (task, ordinal, top)


@pytest.mark.parametrize("question", ["2025年要把海外联络点加到多少个", "要让出庭率提高到百分之几"])
def test_what_is_to_be_brought_about_is_a_plan(question: str):
    assert read_intent(question).plan


@pytest.mark.parametrize(
    ("question", "change"),
    [
        ("谁的检查压减得多", "fall"),
        ("哪个县下降得最多", "fall"),
        ("败诉率降最多的是谁", "fall"),
        ("谁增加得最多", "rise"),
    ],
)
def test_whose_figure_moved_most_asks_for_a_change(question: str, change: str):
    assert read_intent(question).change == change


def test_a_lighter_penalty_is_no_fall():
    assert read_intent("减轻处罚的多少件").change == ""


def test_the_first_against_the_last_is_a_multiple_and_no_change():
    intent = read_intent("哪个县的经营主体最多，是最少的几倍")
    assert (intent.combine, intent.change, intent.extreme) == ("times", "", "max")
