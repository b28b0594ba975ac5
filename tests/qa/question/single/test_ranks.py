"""What is asked of several figures together, read from the question alone."""

from __future__ import annotations

from decimal import Decimal

import pytest

from qa.question.single.ranks import Rank, among, blank_rank, bound_of, extreme_of_which, read_rank
from qa.text import clean_question


def rank(question: str) -> Rank:
    return read_rank(clean_question(question))


@pytest.mark.parametrize(
    ("question", "ordinal"),
    [
        ("第二名是谁？", 2),
        ("排第三的呢", 3),
        ("第二多的是哪个区？", 2),
        ("位列第2的呢", 2),
        ("倒数第二呢？", -2),
        ("倒数第一名是谁", -1),
        ("最后一名是谁", -1),
        ("谁垫底", -1),
        ("亚军是谁", 2),
        ("季军呢", 3),
        ("其次是谁", 2),
        # a number that is no rank
        ("第一责任人是谁？", 0),
        ("第一位责任人是谁？", 0),
        ("第二批公布了多少项？", 0),
        ("第三方评估做了吗", 0),
        ("末位淘汰制度有吗", 0),
        ("其次做了什么", 0),
        ("云湖区第三季度多少件", 0),
        ("哪个区最多？", 0),
    ],
)
def test_the_rank_asked_for(question: str, ordinal: int):
    assert rank(question).ordinal == ordinal


@pytest.mark.parametrize(
    "question",
    [
        "青岚县排第几？",
        "青岚县是第几名",
        "云湖区排名多少",
        "云湖区排在第几位？",
        "它是什么名次",
        "云湖区排几？",
    ],
)
def test_the_standing_of_a_place(question: str):
    found = rank(question)
    assert (found.standing, found.ordinal, found.asked) == (True, 0, True)


@pytest.mark.parametrize("question", ["第几个区公布了", "排几次队", "列几项要求", "第几家律所"])
def test_no_standing(question: str):
    assert not rank(question).standing


@pytest.mark.parametrize(
    ("question", "combine"),
    [
        ("加起来多少？", "sum"),
        ("两个区合计是多少件", "sum"),
        ("总和呢", "sum"),
        ("how many in total", "sum"),
        ("平均每个区多少件？", "mean"),
        ("平均下来呢", "mean"),
        ("是几倍？", "times"),
        ("是它的多少倍", "times"),
        ("占比多少", "share"),
        ("讨薪的占多大比例？", "share"),
        ("占总数多少", "share"),
        # belongs to what is asked
        ("平均办理天数多少", ""),
        ("平均数量", ""),
        ("合计算法有变化吗", ""),
        ("占地面积多大", ""),
        ("行政复议多少件？", ""),
    ],
)
def test_what_figures_are_put_together(question: str, combine: str):
    assert rank(question).combine == combine


@pytest.mark.parametrize(
    "question",
    [
        "这两个能直接比吗？",
        "可以放在一起比较吗",
        "为什么不能比？",
        "有可比性吗",
        "口径一样吗？",
        "口径是否一致？",
        "是同一个口径吗",
        "这个能跟青岚县的直接纠错率直接比吗？",
    ],
)
def test_whether_figures_may_be_compared(question: str):
    assert rank(question).comparable


@pytest.mark.parametrize(
    "question",
    ["比一比哪个多", "能比去年多吗", "统计口径是什么？", "可比上年增长多少", "不能当场办结的多少件"],
)
def test_a_comparison_is_not_asked_about(question: str):
    assert not rank(question).comparable


@pytest.mark.parametrize(
    ("question", "over", "inclusive", "amount", "unit"),
    [
        ("超过500件的有哪些？", True, False, "500", "件"),
        ("哪些区高于95%？", True, False, "95", "%"),
        ("哪几个达到了100%", True, True, "100", "%"),
        ("谁不低于90%", True, True, "90", "%"),
        ("不到300件的有哪几个", False, False, "300", "件"),
        ("哪个区少于1.2万件", False, False, "12000", "万件"),
        ("哪些不超过10%", False, True, "10", "%"),
    ],
)
def test_bounds(question: str, *, over: bool, inclusive: bool, amount: str, unit: str):
    found = bound_of(clean_question(question))
    assert found is not None
    assert (found.over, found.inclusive, found.quantity.amount, found.quantity.unit) == (
        over,
        inclusive,
        Decimal(amount),
        unit,
    )


@pytest.mark.parametrize(
    "question",
    [
        "持证率达到95%了吗？",
        "超过去年的有哪些",
        "哪些案件办理不到位？",
        "超过了多少件",
        "哪个区达到一流水平",
        "哪些区办了500件",
    ],
)
def test_no_bound(question: str):
    assert bound_of(clean_question(question)) is None


@pytest.mark.parametrize(
    ("question", "yes"),
    [
        ("有数的里面哪家最多？", True),
        ("公布了的地方谁最高", True),
        ("除了没公布的，哪个最少", True),
        ("给出数字的几个里谁最多", True),
        ("哪家最多？", False),
        ("公布了多少项清单", False),
        ("哪些区没有公布？", False),
    ],
)
def test_among_those_that_disclose(question: str, *, yes: bool):
    assert among(clean_question(question)) is yes


@pytest.mark.parametrize(
    ("question", "many", "left"),
    [
        ("行政复议排第二的是谁", True, "行政复议的是谁"),
        ("只看行政复议前两名", True, "只看行政复议"),
        ("行政复议能直接比吗", True, "行政复议"),
        ("行政复议加起来多少件", True, "行政复议多少件"),
        ("行政复议超过400件的有哪些", True, "行政复议的有哪些"),
        ("平均办理天数多少", True, "平均办理天数多少"),
        ("加起来多少件", False, "加起来多少件"),  # of one place: its own words
        ("罚款超过5万元的有哪些", False, "罚款超过5万元的有哪些"),
        ("第一责任人是谁", True, "第一责任人是谁"),
    ],
)
def test_the_words_of_a_rank_are_blanked(question: str, *, many: bool, left: str):
    blanked = blank_rank(question, many=many)
    assert len(blanked) == len(question)
    assert blanked.replace(" ", "") == left


def test_a_question_on_single_figures_asks_nothing_of_them_together():
    assert rank("云湖区2024年行政复议收了多少件？") == Rank()


@pytest.mark.parametrize(
    ("question", "over", "every"),
    [
        ("出庭应诉率是否都达到100%", True, True),
        ("都达到93%了吗", True, True),
        ("出庭率都在99%以上吗,甲县和乙县", True, True),
        ("败诉率在10%以下的有哪些", False, False),
        ("哪些超过99%", True, False),
    ],
)
def test_a_bound_may_be_asked_of_all_and_stand_behind_its_figure(question: str, over: bool, every: bool):
    bound = bound_of(question)
    assert bound is not None
    assert (bound.over, bound.every) == (over, every)
    assert not {"都", "%"} & set(blank_rank(question, many=True))


@pytest.mark.parametrize("question", ["出庭率达到100%了吗", "满意度在99%以上"])
def test_a_figure_of_one_place_is_no_bound(question: str):
    assert bound_of(question) is None


def test_means_of_rates_are_asked_by_name():
    assert read_rank("  平均调解成功率是多少").combine == "mean"
    assert read_rank("平均办理时限多少天").combine == ""


@pytest.mark.parametrize(
    ("question", "end"),
    [
        ("免罚的案子哪个地方多", "max"),
        ("行政复议哪个县办得少?", "min"),
        ("哪个县的败诉率低", "min"),
        ("哪个县办了多少件", ""),
        ("哪些做法", ""),
    ],
)
def test_the_end_that_a_question_on_which_place_asks_for(question: str, end: str):
    assert extreme_of_which(question) == end
