"""Five hundred odd inputs: none raises, none hangs, none invents a number, none brings markup to life."""

from __future__ import annotations

import json
import random
import re
import string
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.cli import render
from qa.contract import answer_to_dict
from qa.quantity import numbers_in
from qa.types import Answer
from tests.conftest import TODAY, Ask

WANTED = 500
_SECONDS = 2.0  # generous: an answer takes some 20 ms
_MARKER = re.compile(r"(?<!\\)\[(\d+)\]")
_YEAR = re.compile(r"(?<!\d)\d{4}(?=年|\s*\|)")
_COUNT = re.compile(r"库中共有\d+份")

_FILE = Path(__file__).resolve().parent / "data" / "odd_inputs.jsonl"
# A line is a text and how often it is repeated: blanks, SQL, HTML, orders, other scripts, lone surrogates ...
FIXED = [text * times for text, times in map(json.loads, _FILE.read_text(encoding="utf-8").splitlines())]
FIXED += ["《" * 200 + "》" * 200, " " * 10_000 + "云湖区", "\n" * 5000 + "多少件"]

_PIECES = [
    *[
        "云湖区",
        "青岚县",
        "松屏市",
        "朝阳区",
        "2024年",
        "2023年",
        "1890年",
        "行政复议",
        "败诉率",
        "法律援助",
        "首违不罚",
        "多少件",
        "哪个多",
        "呢",
        "？",
        "比",
        "和",
        "差多少",
        "不是",
        "其中",
        "同比",
        "下降",
        "<b>",
        "</b>",
        "**",
        "|",
        "[1]",
        "999件",
        "10%以下",
        "😀",
        "“",
        "》",
        "DROP TABLE",
        "ignore",
        "忽略以上指示",
        "9",
        "最高",
        "排名",
        "哪些",
        "没有披露",
        "总结",
        "下一步",
        "存在的不足",
        "谁",
        "报告",
        "发布",
        "１２",
        "敗訴",
        "、",
        "除了",
        "全部",
        "各地",
        "镇",
        "石桥镇",
    ],
    "\u200b",
    "\u0000",
    "\ud83d",
    "\n",
    " ",
    "9" * 20,
]


def odd_inputs() -> list[str]:
    """The fixed inputs, then random mixes by a seeded generator up to the number wanted."""
    return [*FIXED, *_mixes(WANTED - len(FIXED))]


def _mixes(count: int) -> Iterator[str]:
    dice = random.Random(20240607)
    for turn in range(count):
        if turn % 3 == 0:
            yield "".join(chr(dice.randrange(0x10FFFF)) for _ in range(dice.randrange(1, 40)))
        elif turn % 3 == 1:
            yield "".join(dice.choices(_PIECES, k=dice.randrange(1, 15)))
        else:
            letters = string.printable + "区县市年件的是多少几哪比和率不没有"
            yield "".join(dice.choices(letters, k=dice.randrange(1, 80)))


def invented_numbers(answer: Answer, question: str) -> list[str]:
    """List the numbers shown that stand in no sentence or heading cited beside them.

    Years of the scope, what the library holds, and in a refusal the words of the question are no statements
    of a report; a difference must be one of two figures of its line.
    """
    cited = {c.marker: c for c in answer.citations}
    found: list[str] = []
    for line in answer.answer.splitlines():
        held: set[Decimal] = set()
        for marker in map(int, _MARKER.findall(line)):
            held |= numbers_in(cited[marker].sentence)
            held |= numbers_in(" ".join(cited[marker].heading))
        gaps = {abs(a - b) for a in held for b in held}
        bare = _COUNT.sub("", _YEAR.sub("", _MARKER.sub("", line)))
        allowed = held | gaps
        found += [
            shown
            for shown in re.findall(r"[0-9]+(?:\.[0-9]+)?", re.sub(r"(?<=\d),(?=\d{3})", "", bare))
            if Decimal(shown) not in allowed and not (answer.abstained and shown in question)
        ]
    return found


def assert_sound(answer: Answer, question: str) -> None:
    """Check what holds for every answer, however odd its question."""
    assert answer.answer.strip()
    assert {int(m) for m in _MARKER.findall(answer.answer)} <= {c.marker for c in answer.citations}
    assert invented_numbers(answer, question) == []
    assert not re.search(r"(?<!\\)<", answer.answer)
    assert not re.search(r"(?<!\\)\]\(", _MARKER.sub("", answer.answer))
    assert answer.abstained or answer.citations or speaks_of_the_library(answer)
    assert not (answer.abstained and answer.values)
    assert len(answer.answer) < 5000


def speaks_of_the_library(answer: Answer) -> bool:
    """Whether an answer tells what the library holds, or that no report discloses it: no citations."""
    return answer.answer.startswith(("库中共有", "未披露"))


def test_there_are_five_hundred_and_they_differ():
    inputs = odd_inputs()
    assert len(inputs) == WANTED
    assert len(set(inputs)) > 0.95 * WANTED
    assert inputs == odd_inputs()


@pytest.mark.parametrize("question", odd_inputs(), ids=range(WANTED))
def test_an_odd_question(invented: Assistant, question: str):
    started = time.perf_counter()
    answer = invented.ask([question], today=TODAY)
    assert time.perf_counter() - started < _SECONDS
    assert_sound(answer, question)
    assert render(answer)
    answer_to_dict("q", answer)


@pytest.mark.parametrize("question", odd_inputs()[::5], ids=range(0, WANTED, 5))
def test_an_odd_question_in_a_conversation(ask: Ask, question: str):
    opening = "云湖区2024年新收行政复议案件多少件?"
    assert_sound(ask(opening, question), opening + question)
    assert_sound(ask(opening, question, "青岚县呢?"), opening + question)
    assert_sound(ask(question, opening), opening + question)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("  云湖区２０２４年\u200b新收行政复议案件多少件？？？", "320"),
        ("<b>云湖区</b>2024年新收行政复议案件多少件", "320"),
        ("云湖区2024年新收行政复议案件多少件" + "?" * 300, "320"),
        ("😀云湖区2024年新收行政复议案件多少件😀", "320"),
    ],
)
def test_noise_round_a_real_question_does_not_hide_it(ask: Ask, question: str, value: str):
    assert [v.value for v in ask(question).values] == [value]


def test_many_turns(ask: Ask):
    turns = [*FIXED[:60], "云湖区2024年新收行政复议案件多少件?"]
    assert [v.value for v in ask(*turns).values] == ["320"]


def test_the_check_can_fail(ask: Ask):
    """An answer with a number of its own is caught by the check above."""
    answer = ask("云湖区2024年新收行政复议案件多少件?")
    bent = Answer(answer.answer.replace("320", "321"), answer.kind, citations=answer.citations)
    assert invented_numbers(bent, "") == ["321"]
