"""The batch contract (design section 3): exact keys and types, and proof for every dev question."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.contract import answer_to_dict, parse_line
from qa.errors import BadQuestion
from qa.quantity import numbers_in
from qa.types import Answer, AnswerKind, Reason
from tests.conftest import TODAY, Ask

DEV = Path(__file__).resolve().parent.parent.parent / "eval" / "questions" / "dev.jsonl"
TEXT, MAYBE_TEXT = str, (str, type(None))
KEYS: dict[str, type | tuple[type, ...]] = {
    "id": str,
    "answer": str,
    "kind": str,
    "abstained": bool,
    "reason": MAYBE_TEXT,
    "values": list,
    "citations": list,
    "warnings": list,
    "latency_ms": float,
}
VALUE: dict[str, type | tuple[type, ...]] = {
    "place": str,
    "year": int,
    "indicator": str,
    "value": str,
    "unit": str,
    "qualifier": MAYBE_TEXT,
    "citation": int,
}
CITATION: dict[str, type | tuple[type, ...]] = {
    "marker": int,
    "report": str,
    "file": str,
    "place": str,
    "year": int,
    "heading": list,
    "quote": str,
    "start": int,
    "end": int,
    "sentence": str,
}
QUESTIONS = [json.loads(line) for line in DEV.read_text(encoding="utf-8").splitlines() if line.strip()]


def assert_shape(data: dict[str, object], shape: dict[str, type | tuple[type, ...]]) -> None:
    assert list(data) == list(shape)
    for key, types in shape.items():
        assert isinstance(data[key], types), (key, data[key])
        assert types is bool or not isinstance(data[key], bool), key


def written(answer: Answer) -> dict[str, object]:
    """An answer as the batch writes and a reader reads it."""
    data = json.loads(json.dumps(answer_to_dict("q1", answer), ensure_ascii=False))
    assert isinstance(data, dict)
    return data


@pytest.mark.parametrize(
    "question",
    [
        "云湖区2024年行政处罚案件多少件?",
        "青岚县2024年行政诉讼败诉率",
        "云湖区和青岚县2024年法律援助受理案件哪个多?",
        "云湖区2024年存在哪些不足?",
        "总结一下青岚县2024年的报告",
        "云湖区2024年区长是谁?",
        "朝阳区2024年行政复议多少件?",
        "",
    ],
)
def test_the_keys_and_types_of_an_answer(ask: Ask, question: str):
    data = written(ask(question))
    assert_shape(data, KEYS)
    assert data["kind"] in set(AnswerKind)
    assert data["reason"] is None or data["reason"] in set(Reason)
    assert (data["reason"] is not None) == data["abstained"] == (data["kind"] == "refusal")
    for value in data["values"]:  # type: ignore[attr-defined]
        assert_shape(value, VALUE)
        assert re.fullmatch(r"\d+(\.\d+)?", value["value"])
        assert value["qualifier"] in {None, "约", "余", "超", "以上", "以下", "近"}
    for citation in data["citations"]:  # type: ignore[attr-defined]
        assert_shape(citation, CITATION)
        assert all(isinstance(heading, str) for heading in citation["heading"])


def test_an_answer_is_one_line_of_json(ask: Ask):
    line = json.dumps(answer_to_dict("q1", ask("总结一下青岚县2024年的报告")), ensure_ascii=False)
    assert "\n" not in line
    assert "青岚县" in line


@pytest.fixture(scope="module")
def dev_answers(seeds: Assistant) -> dict[str, Answer]:
    """The answers to every dev question, each asked once."""
    return {q["id"]: seeds.ask(q["turns"], today=TODAY) for q in QUESTIONS}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q["id"])
def test_the_proof_of_a_dev_answer(
    question: dict[str, str], dev_answers: dict[str, Answer], seeds: Assistant
):
    answer = dev_answers[question["id"]]
    assert_shape(written(answer), KEYS)
    assert [c.marker for c in answer.citations] == list(range(1, len(answer.citations) + 1))
    used = {int(m) for m in re.findall(r"(?<!\\)\[(\d+)\]", answer.answer)}
    assert used == {c.marker for c in answer.citations}
    for citation in answer.citations:
        text = seeds.library.report(citation.report).text
        assert text[citation.start : citation.end] == citation.quote != ""
        assert citation.quote in citation.sentence
        assert citation.sentence in text
    cited = {c.marker: c for c in answer.citations}
    for value in answer.values:
        proof = cited[value.citation]
        assert Decimal(value.value) in numbers_in(proof.sentence)
        assert (value.place, value.year) == (proof.place, proof.year)
    assert answer.abstained == (answer.reason is not None) == (answer.kind is AnswerKind.REFUSAL)
    assert not (answer.abstained and answer.values)
    if answer.kind is AnswerKind.NUMBER:
        assert answer.values
        assert len(answer.answer) <= 120
    if answer.kind is AnswerKind.FACT:
        assert len(answer.answer) <= 300


def test_batch_lines_are_read():
    assert parse_line('{"id": "q7", "turns": ["甲?", "乙?"]}', 1, "in.jsonl") == ("q7", ["甲?", "乙?"])
    assert parse_line('{"turns": ["甲?"]}', 5, "in.jsonl") == ("5", ["甲?"])
    assert parse_line('{"id": 12, "turns": [""], "type": "number"}', 1, "in.jsonl") == ("12", [""])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", r"in\.jsonl, line 3: no JSON .*column 2.*write"),
        ("[1]", "a JSON list, not an object"),
        ('"甲?"', "a JSON str, not an object"),
        ("{}", "turns=None is no list"),
        ('{"turns": []}', r"turns=\[\] is no list"),
        ('{"turns": "甲?"}', "turns='甲\\?' is no list"),
        ('{"turns": [1]}', r"turns=\[1\] is no list of at least one text"),
        ('{"turns": [null]}', r"turns=\[None\]"),
    ],
)
def test_bad_batch_lines_are_named(line: str, message: str):
    with pytest.raises(BadQuestion, match=message):
        parse_line(line, 3, "in.jsonl")
