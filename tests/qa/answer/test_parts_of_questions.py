"""Questions of several parts: each part answered by itself, or said to be lacking, and never by a near figure."""

from __future__ import annotations

import re

import pytest

from qa.answer.parts.joined_parts import join_parts
from qa.contract import answer_to_dict
from qa.message import english_of
from qa.types import Answer, AnswerKind, Reason
from tests.conftest import Ask


def told(answer: Answer) -> list[str]:
    return [f"{v.value}{v.unit}" for v in answer.values]


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("云湖区2024年新收行政复议多少件，审结多少件，其中调解和解多少件？", ["320件", "305件", "96件"]),
        ("云湖区2024年行政复议收案和审结各多少件？", ["320件", "305件"]),
        ("云湖区2024年受理法律援助多少件、挽回损失多少钱？", ["587件", "2300万元"]),
        ("云湖区2024年首违不罚案件多少件，金额多少？", ["230件", "1.2亿元"]),
        ("云湖区2024年办理行政处罚案件多少件，同比下降多少？", ["1476件", "12.5%"]),
        ("云湖区2024年公证多少件，其中涉外多少？", ["4120件", "310件"]),
        ("云湖区2024年人民调解的案件数和成功率是多少？", ["2640件", "98.2%"]),
        ("云湖区2024年行政复议、法律援助案件分别有多少件？", ["320件", "587件"]),
        ("云湖区2024年行政处罚多少件，法律援助多少件？", ["1476件", "587件"]),
        (
            "How many legal aid cases did Yunhu District accept in 2024, and how many notarial matters?",
            ["587件", "4120件"],
        ),
    ],
)
def test_every_part_is_answered_with_its_own_citation(chat: Ask, question: str, figures: list[str]):
    answer = chat(question)
    assert (told(answer), answer.abstained) == (figures, False)
    assert [c.marker for c in answer.citations] == list(range(1, len(answer.citations) + 1))
    for value in answer.values:
        cited = answer.citations[value.citation - 1]
        assert value.value in cited.quote and f"[{cited.marker}]" in answer.answer


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("云湖区2024年新收行政复议多少件，标的额多少？", ["320件"]),
        ("云湖区2024年新收行政复议多少件，其中当场受理多少件？", ["320件"]),
        ("云湖区2024年新收行政复议多少件，其中撤销多少件？", ["320件"]),  # 直接纠错率 is no count of 撤销
        ("云湖区2024年公证多少件，收费多少钱？", ["4120件"]),
        ("云湖区2024年调解员多少名，谁任命的？", ["45名"]),
        ("云湖区2024年公证多少件，办结多少件？", ["4120件"]),  # 审结305件 is of 复议
    ],
)
def test_what_is_not_disclosed_is_said_beside_what_is(chat: Ask, question: str, figures: list[str]):
    answer = chat(question)
    assert (told(answer), answer.abstained, answer.reason) == (figures, False, None)
    assert answer.answer.count("未提及") == 1 and "已查阅全文各部分" in answer.answer
    refused = next(line for line in answer.answer.split("\n") if "未提及" in line)
    assert not re.search(r"\d", re.sub(r"\[\d+\]|20\d\d年", "", refused))


def test_one_figure_answers_one_part_only(chat: Ask):
    answer = chat("云湖区2024年审结行政复议多少件，未审结的多少件？")
    assert told(answer) == ["305件"] and "未提及" in answer.answer


def test_all_parts_refused_are_a_refusal(chat: Ask):
    answer = chat("云湖区2024年龙舟赛办了多少场，参赛船多少艘？")
    assert (answer.kind, answer.abstained, answer.reason) == (AnswerKind.REFUSAL, True, Reason.NOT_MENTIONED)


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("云湖区2030年新收行政复议多少件，审结多少件？", Reason.NO_SUCH_YEAR),
        ("火星市2024年新收行政复议多少件，审结多少件？", Reason.NO_SUCH_PLACE),
        ("收了多少件，审结多少件？", Reason.AMBIGUOUS),
    ],
)
def test_a_scope_that_is_lacking_is_refused_once(chat: Ask, question: str, reason: Reason):
    answer = chat(question)
    assert answer.abstained and answer.reason in {reason, Reason.OUT_OF_DOMAIN}
    assert len(set(answer.answer.split("\n"))) == len(answer.answer.split("\n"))
    assert answer.values == ()


def test_a_sum_is_not_computed_but_its_terms_are_shown(chat: Ask):
    answer = chat("云湖区2024年行政复议和法律援助案件一共多少件？")
    assert told(answer) == ["320件", "587件"]
    assert "没有给出合计数" in answer.answer and "907" not in answer.answer
    assert "no total" in english_of(answer.answer)


def test_a_grid_has_a_column_for_each_thing(chat: Ask):
    answer = chat("云湖区和青岚县2024年行政复议收案数、审结数各是多少？")
    assert "| 云湖区 | 2024 | 320件[1] | 305件[3] |" in answer.answer
    assert {"320", "305"} <= {v.value for v in answer.values}


def test_a_table_of_each_part_keeps_its_header(chat: Ask):
    answer = chat("云湖区和青岚县2024年行政复议收了多少件？法律援助受理多少件？")
    lines = answer.answer.split("\n")
    starts = [
        at for at, line in enumerate(lines) if line.startswith("|") and not lines[at - 1].startswith("|")
    ]
    assert len(starts) == 2
    assert all(lines[at].startswith("| 地区 |") and lines[at + 1].startswith("|---") for at in starts)
    assert all(not lines[at - 1] for at in starts)


def test_which_is_more_stays_one_question(chat: Ask):
    answer = chat("云湖区和青岚县2024年行政复议各多少件，哪个多？")
    assert answer.kind is AnswerKind.COMPARISON and answer.answer.count("| 云湖区 |") == 1


def test_the_conversation_goes_on_from_the_last_part_that_was_answered(chat: Ask):
    first = "云湖区2024年新收行政复议多少件，受理法律援助多少件，收费多少钱？"
    assert told(chat(first)) == ["320件", "587件"]
    assert sorted(told(chat(first, "和青岚县比呢？"))) == ["587件", "642件"]


def test_a_turn_that_names_only_a_place_asks_all_parts_again(chat: Ask):
    first = "云湖区2024年新收行政复议多少件，受理法律援助多少件，收费多少钱？"
    assert told(chat(first, "青岚县呢？")) == ["450件", "642件"]


def test_parts_of_a_follow_up_keep_place_and_topic(chat: Ask):
    assert told(chat("云湖区2024年新收行政复议多少件？", "审结多少件，其中调解和解多少件？")) == [
        "305件",
        "96件",
    ]


def test_the_contract_keeps_its_shape(chat: Ask):
    parts = answer_to_dict("q", chat("云湖区2024年公证多少件，收费多少钱？"))
    single = answer_to_dict("q", chat("云湖区2024年公证多少件？"))
    assert list(parts) == list(single)


def test_markers_are_numbered_through_and_a_citation_is_kept_once(chat: Ask):
    one = chat("云湖区2024年公证多少件？")
    two = chat("云湖区2024年受理法律援助多少件？")
    whole = join_parts([one, two, one])
    assert [c.marker for c in whole.citations] == [1, 2]
    assert whole.answer.count("[1]") == 1 and whole.answer.count("[2]") == 1
