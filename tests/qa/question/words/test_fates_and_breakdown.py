"""Words that ask for the figures of parts without naming them, and tails that ask what became of a thing."""

from __future__ import annotations

import re

import pytest

from qa.question.conversation.joined_asks import asks_written_out
from qa.question.words.breakdown import breakdown_asked
from qa.question.words.fates import asks_more, fate_asked, fate_tail


@pytest.mark.parametrize(
    ("tail", "told"),
    [
        ("有没有死人", "无一人伤亡"),
        ("死没死人", "未造成人员伤亡"),
        ("输没输", "无败诉"),
        ("都弄好了吗", "解危41处"),
        ("关人了没", "行政拘留5人"),
        ("改完没有", "整改完成577个"),
        ("有没有重新犯罪", "无一人重新犯罪"),
    ],
)
def test_tails_are_known_with_the_words_that_tell_them(tail: str, told: str):
    assert re.search(fate_asked(tail), told)
    assert fate_tail(f"一共多少件,{tail}") == (6, 6 + len(tail))


@pytest.mark.parametrize(
    "turn",
    [
        "有没有行政复议",
        "败诉的呢",
        "其中调解的呢",
        "败诉多少件",
        "整改问题",
        "没有公布吗",
        "还有吗",
        "去年呢",
    ],
)
def test_what_asks_otherwise_is_no_tail(turn: str):
    assert fate_asked(turn) == ""


@pytest.mark.parametrize(
    "question",
    [
        "处罚案件按单位各是多少",
        "各部门的处罚案件分别是多少件",
        "各部门行政处罚案件各是多少",
        "点名的几类纠纷分别有多少件",
        "失学孩子分布在哪几个县,各多少名",
        "审完的这些都怎么处理的,分别是",
        "案子都分哪几类",
        "罚没款居前的三个部门以及各自金额",
    ],
)
def test_questions_for_parts_that_they_do_not_name(question: str):
    assert breakdown_asked(question) is not None


@pytest.mark.parametrize(
    "question", ["民事和刑事各多少件", "分别是多少", "按时办结率多少", "怎么处理投诉的", "有哪几个问题"]
)
def test_questions_that_name_their_parts_or_ask_for_none(question: str):
    assert breakdown_asked(question) is None


@pytest.mark.parametrize(
    ("turn", "written"),
    [
        ("隆化呢,人和钱都说下", "隆化呢,多少人、多少钱"),
        ("法律援助的件数和人数", "法律援助的多少件、多少人"),
        ("隆化 行政处罚 总数 罚没款", "隆化 行政处罚总数是多少、罚没款是多少"),
        ("再加上隆化的。收了多少、结了多少", "隆化的收了多少、结了多少"),
        ("执法证 持证人数", "执法证 持证人数"),
        ("再加上隆化的", "再加上隆化的"),
    ],
)
def test_asks_in_few_words_are_written_out(turn: str, written: str):
    assert asks_written_out(turn) == written


def test_a_question_for_a_figure_and_its_fate_asks_more():
    assert asks_more("发现多少问题,都整改好了吗") and asks_more("输了多少,率是多少")
    assert asks_more("处罚案件按单位各多少件")
    assert not asks_more("打官司输了多少") and not asks_more("都整改好了吗")
