"""Several indicators of the same reports as one table."""

from __future__ import annotations

import pytest

from qa.answer.comparison.tabulate import Column, answer_table
from qa.question.single.intent import Intent, Task
from qa.types import Answer, AnswerKind, Reason
from tests.conftest import Ask

TWO = "比较云湖区和青岚县2024年的行政复议和法律援助"
FOUR = "云湖区、青岚县、松屏市和梅岭区2024年行政复议各多少件？"


def rows(answer: Answer) -> list[list[str]]:
    table = [line for line in answer.answer.split("\n") if line.startswith("| ")]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in table]


def test_a_row_a_place_a_column_a_topic_a_verdict_for_each(ask: Ask):
    answer = ask(TWO)
    assert answer.kind is AnswerKind.COMPARISON
    assert rows(answer) == [
        ["地区", "年度", "行政复议", "法律援助"],
        ["云湖区", "2024", "320件[1]", "587件[3]"],
        ["青岚县", "2024", "450件[2]", "642件[4]"],
    ]
    assert answer.answer.split("\n")[:2] == [
        "- 行政复议：青岚县450件[2]较多，云湖区320件[1]较少。",
        "- 法律援助：青岚县642件[4]较多，云湖区587件[3]较少。",
    ]
    assert [(v.place, v.value, v.citation) for v in answer.values] == [
        ("云湖区", "320", 1),
        ("青岚县", "450", 2),
        ("云湖区", "587", 3),
        ("青岚县", "642", 4),
    ]
    assert answer.topics == ("行政复议", "法律援助")


@pytest.mark.parametrize(
    "question",
    [
        "云湖区和青岚县2024年行政复议、法律援助分别多少件？",
        "对比一下云湖区、青岚县2024年的行政复议以及法律援助",
        "云湖区和青岚县2024年行政复议与法律援助两项各多少？",
    ],
)
def test_other_ways_to_ask_for_the_table(ask: Ask, question: str):
    assert [row[2:] for row in rows(ask(question))][1:] == [
        ["320件[1]", "587件[3]"],
        ["450件[2]", "642件[4]"],
    ]


def test_a_silent_cell_is_not_disclosed_and_has_no_winner_beside_it(chat: Ask):
    answer = chat(FOUR, "加上法律援助")
    assert rows(answer)[4] == ["梅岭区", "2024", "95件[4]", "未披露"]
    heads = answer.answer.split("\n")
    assert heads[0].startswith("- 行政复议：松屏市最多")
    assert heads[1].startswith("- 法律援助：按公布的数字由高到低")
    assert [len(s.points) for s in answer.series] == [4, 4]
    assert answer.series[1].points[3].amount is None


def test_a_column_that_may_not_be_compared_is_warned_of_by_its_name(chat: Ask):
    answer = chat("比较云湖区和青岚县2024年的行政复议和败诉率")
    assert answer.warnings == ("败诉率：青岚县只公布“10%以下”[4]，据此分不出高低。",)
    assert [s.topic for s in answer.series] == ["行政复议"]
    assert "不能据此判定高低" in answer.answer.split("\n")[1]


def test_one_place_with_several_topics_is_a_list(chat: Ask):
    answer = chat("云湖区2024年行政复议和法律援助各多少件？")
    assert answer.kind is AnswerKind.NUMBER
    assert [v.value for v in answer.values] == ["320", "587"]
    assert "|" not in answer.answer


def test_one_topic_that_no_report_discloses(chat: Ask):
    answer = chat("比较青岚县和松屏市2024年的行政复议和败诉率")
    assert rows(answer)[2][3] == "未披露"
    nothing = chat("比较松屏市和梅岭区2024年的公证和涉外仲裁")
    assert nothing.reason is Reason.NOT_MENTIONED
    assert nothing.values == ()


def test_the_next_turn_goes_on_with_all_topics(chat: Ask):
    assert [row[2:] for row in rows(chat(TWO, "加上松屏市"))][3] == ["610件[3]", "587件[6]"]
    assert [row[0] for row in rows(chat(TWO, "加上松屏市", "去掉云湖区"))] == ["地区", "青岚县", "松屏市"]
    left = chat(TWO, "去掉法律援助")
    assert (left.topics, [v.value for v in left.values]) == (("行政复议",), ["320", "450"])


def test_nothing_of_nothing():
    assert answer_table([Column("行政复议", (), ())], Intent(Task.COMPARE)) is None
