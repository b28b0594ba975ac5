"""Where a question of several parts is cut, and what looks like several parts and is one."""

from __future__ import annotations

import pytest

from qa.question.english.english_asks import english_parts
from qa.question.parts.cutting import borders, hidden, pieces, rows


def cut(question: str) -> list[str]:
    return [question[a:b] for a, b in pieces(question, borders(question))]


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "收到复议申请多少件,审结多少件,其中撤销几件?",
            ["收到复议申请多少件", "审结多少件", "其中撤销几件?"],
        ),
        ("收了多少件又审结了多少件", ["收了多少件", "审结了多少件"]),
        ("办理案件多少件、涉及多少人", ["办理案件多少件", "涉及多少人"]),
        ("有多少件和多少人次", ["有多少件", "多少人次"]),
        ("复议方面,收到多少件,审结多少件", ["复议方面,收到多少件", "审结多少件"]),
        ("什么时候成立的、由谁牵头", ["什么时候成立的", "由谁牵头"]),
        ("有多少个村居法律顾问,谁负责", ["有多少个村居法律顾问", "谁负责"]),
        ("案件多少件,同比增长多少", ["案件多少件", "同比增长多少"]),
        ("案件多少件,审结率呢", ["案件多少件", "审结率呢"]),
    ],
)
def test_asks_are_parted(question: str, parts: list[str]):
    assert cut(question) == parts


@pytest.mark.parametrize(
    "question",
    [
        "法治宣传和教育活动几场",
        "一是建成多少个,二是聘请多少名",
        "几个部门一块儿上门查企业,查了几回",  # 几个部门 tells, it does not ask
        "人看管得怎么样,去了几趟",
        "复议调解和解率,市本级是多少",
        "方案呢,最后定多少钱",
        "行政复议收了多少件",
    ],
)
def test_one_ask_is_left_whole(question: str):
    assert len(cut(question)) == 1


def test_nothing_inside_marks_parts_a_question():
    question = "《怎么办、怎么管的办法》(多少条,几章)出台了吗"
    assert borders(hidden(question, [])) == []


@pytest.mark.parametrize(
    ("text", "things", "asked"),
    [
        ("复议受理和办结各多少", ("复议受理", "办结"), "多少"),
        ("受理数、办结数各是多少", ("受理数", "办结数"), "是多少"),
        ("人民调解的案件数和成功率是多少", ("人民调解的案件数", "成功率"), "是多少"),
        ("人民调解成功率和案件数", ("人民调解成功率", "案件数"), "是多少"),
        ("新登记经营主体和总量", ("新登记经营主体", "总量"), "是多少"),
        ("行政许可和行政处罚案件数", ("行政许可案件数", "行政处罚案件数"), "是多少"),
        ("复议、诉讼案件分别有多少件", ("复议", "诉讼案件"), "有多少件"),
        ("\1\1和\1\1的受理数、审结数各是多少", ("\1\1和\1\1的受理数", "审结数"), "是多少"),
    ],
)
def test_things_in_a_row_share_an_ask(text: str, things: tuple[str, ...], asked: str):
    row = rows(text)
    assert (row.things, row.asked, row.summed) == (things, asked, False)


@pytest.mark.parametrize(
    "text",
    [
        "法治宣传和教育活动几场",
        "调解和解多少件",
        "各镇街和部门多少家",
        "吵架、讨薪这些事总共多少宗",
        "人民调解涉及金额多少",
    ],
)
def test_a_noun_phrase_is_no_row(text: str):
    assert rows(text).things == ()


def test_one_figure_of_all_is_a_sum():
    row = rows("行政复议和行政诉讼案件一共多少件")
    assert (row.things, row.summed) == (("行政复议", "行政诉讼案件"), True)


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        (
            "How many cases were received, and how many were closed?",
            ["How many cases were received", "how many were closed?"],
        ),
        (
            "How many cases were received and closed in 2024?",
            ["How many cases were received in 2024?", "How many cases were closed in 2024?"],
        ),
        (
            "How many matters were there and what was the loss rate?",
            ["How many matters were there", "what was the loss rate?"],
        ),
        ("How many cases were there and by how many did they rise?", None),
        ("Who leads and when was it set up?", None),
        ("收到多少件,审结多少件", None),
    ],
)
def test_english_parts(question: str, parts: list[str] | None):
    assert english_parts(question) == (parts or [question])
