import json
from pathlib import Path

import pytest

from eval.replies import load_replies, parse_reply
from qa.contract import answer_to_dict
from qa.errors import BadQuestion
from qa.types import Answer, AnswerKind, Citation, Value

CITATION = Citation(1, "heshan-2024", "heshan.txt", "鹤山市", 2024, ("一、成效",), "587件", 0, 4, "共587件。")


def test_reads_what_the_product_writes() -> None:
    value = Value("鹤山市", 2024, "案件", "587", "件", None, 1)
    answer = Answer("587件[1]", AnswerKind.NUMBER, values=(value,), citations=(CITATION,), latency_ms=1.5)
    reply = parse_reply(answer_to_dict("q1", answer), "here")
    assert reply.id == "q1"
    assert reply.values[0].figure is not None
    assert reply.values[0].figure.value == 587
    assert reply.cited(1) is not None
    assert reply.cited(2) is None
    assert reply.latency_ms == 1.5


def test_a_peer_may_leave_out_cells_and_citations() -> None:
    reply = parse_reply({"id": "q", "answer": "587件", "abstained": False}, "here")
    assert reply.values == ()
    assert reply.latency_ms is None


def test_a_missing_field_is_named() -> None:
    with pytest.raises(BadQuestion, match="here:abstained 不合规"):
        parse_reply({"id": "q", "answer": "587件"}, "here")


def test_a_file_of_replies(tmp_path: Path) -> None:
    file = tmp_path / "out.jsonl"
    line = {"id": "q", "answer": "", "abstained": True, "latency_ms": 12.25, "values": [{"value": 3.5}]}
    file.write_text(json.dumps(line) + "\n\n", encoding="utf-8")
    reply = load_replies(file)["q"]
    assert reply.latency_ms == 12.25
    assert reply.values[0].value == "3.5"
    file.write_text((json.dumps(line) + "\n") * 2, encoding="utf-8")
    with pytest.raises(BadQuestion, match="第 2 行:id“q”重复"):
        load_replies(file)
