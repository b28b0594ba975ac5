"""What people say round a question: one case a branch of the table and of the patterns."""

from __future__ import annotations

import pytest

from qa.question.single.intent import Task
from qa.question.single.intent_reading import read_intent
from qa.question.words.courtesy import without_courtesies


@pytest.mark.parametrize(
    ("turn", "question"),
    [
        ("请问甲县2024年有多少律师?", "甲县2024年有多少律师?"),
        ("你好,甲县的败诉率呢", "甲县的败诉率呢"),
        ("谢谢,那乙县呢", "那乙县呢"),
        ("帮我查一下甲县的罚没收入", "甲县的罚没收入"),
        ("麻烦您查一下,甲县罚了多少", "甲县罚了多少"),
        ("想请教一下,甲县罚了多少", "甲县罚了多少"),
        ("打听一下甲县罚了多少", "甲县罚了多少"),
        ("甲县2024年麻烦查一下罚没收入", "甲县2024年罚没收入"),
        ("再帮我查一下乙县", "再查一下乙县"),
        ("帮我总结下甲县的普法", "总结下甲县的普法"),
        ("写材料要用,甲县的罚没收入", "甲县的罚没收入"),
        ("我在写材料,想知道甲县的罚没收入", "我在写材料,甲县的罚没收入"),
        ("能告诉我甲县的败诉案件吗", "甲县的败诉案件"),
        ("你知道甲县的败诉案件是多少吗?", "甲县的败诉案件是多少?"),
        ("能不能介绍一下甲县的普法吗", "介绍一下甲县的普法"),
        ("可以给我甲县的败诉率吗", "甲县的败诉率"),
        ("乙县的败诉率呢,给我个准数", "乙县的败诉率呢"),
        ("老师您好,领导让我问问,甲县罚了多少", "甲县罚了多少"),
        ("有个事想请教,甲县罚了多少", "甲县罚了多少"),
        ("可否告知甲县罚了多少", "甲县罚了多少"),
        ("我是记者,想了解甲县罚了多少", "甲县罚了多少"),
        ("甲县罚了多少,在线等,急", "甲县罚了多少"),
        ("甲县罚了多少,麻烦尽快告诉我", "甲县罚了多少"),
    ],
)
def test_what_is_said_round_a_question_is_taken_out(turn: str, question: str) -> None:
    assert without_courtesies(turn) == question


@pytest.mark.parametrize(
    "turn",
    [
        "谢谢",  # nothing else is said
        "帮我查一下",
        "帮我订一张票",  # an errand, which is refused as such
        "那句话再给我一遍",  # what is asked for
        "给我们企业准备了什么",
        "请律师的有多少人",
        "看下面几个县",
        "审查一下的有几件",
        "解答咨询多少件",
        "少打扰了多少企业",
        "多少人了解宪法",
        "知道的人有多少",
        "查询平台有几个",
        "打听一下的有几个",
        "请告知承诺的有几件",
        "知道了,那乙县呢",
        "甲县有无人机吗",  # whether there are any
    ],
)
def test_what_is_no_courtesy_stays(turn: str) -> None:
    assert without_courtesies(turn) == turn


@pytest.mark.parametrize("turn", ["帮忙查一下罚没收入", "我想了解公证件数", "请告诉我罚没金额"])
def test_a_polite_request_for_a_measure_asks_for_its_figure(turn: str) -> None:
    assert read_intent(without_courtesies(turn)).task is Task.NUMBER
