import json

from eval.dataset import parse_question
from eval.intervals import Interval
from eval.metrics import NAMES, Item, Metric, measure
from eval.replies import parse_reply
from eval.report import label, shown, span, table, to_json
from eval.run import Run
from eval.scorers import score
from eval.thresholds import Bound


def run() -> Run:
    line = {"id": "q1", "type": "number", "turns": ["多少件?"], "answer": {"value": "587", "unit": "件"}}
    question = parse_question(line, "here")
    reply = parse_reply({"id": "q1", "answer": "578件", "abstained": False, "latency_ms": 12.5}, "here")
    items = (Item(question, reply, score(question, reply)), Item(question, None, score(question, None)))
    return Run("test", "questions.jsonl", items, measure(items))


def test_every_measure_has_a_label() -> None:
    assert all(label(name) for name in NAMES)


def test_values_and_intervals() -> None:
    assert [shown(0.964, "share"), shown(12.34, "ms"), shown(3, "count"), shown(None, "share")] == [
        "96.4%",
        "12.3 ms",
        "3",
        "—",
    ]
    assert span(Metric("x", 0.5, Interval(0.25, 0.75), 4)) == "25.0–75.0%"
    assert span(Metric("x", 0.5, None, 4)) == ""


def test_the_table_shows_n_unscored_and_broken_bounds() -> None:
    text = table(run(), [Bound("accuracy.number", 0.96, True), Bound("latency.p50", 50, False)])
    row = next(line for line in text.splitlines() if line.startswith("accuracy.number"))
    assert row.split() == ["accuracy.number", "数字", "0.0%", "0.0–79.3%", "1", "1", "✗", "≥", "96.0%"]
    assert "✓ ≤ 50.0 ms" in text
    assert text.startswith("test:2 题(questions.jsonl)")


def test_json_holds_every_item() -> None:
    record = json.loads(to_json([run()], {"test": [Bound("accuracy.number", 0.96, True)]}))["test"]
    assert record["metrics"]["accuracy.number"]["value"] == 0
    assert record["metrics"]["accuracy.number"]["unscored"] == 1
    assert record["bounds"] == [{"name": "accuracy.number", "side": "at_least", "value": 0.96}]
    assert [i["correct"] for i in record["items"]] == [False, None]
    assert record["items"][0]["reply"]["answer"] == "578件"
    assert record["items"][0]["gold"] == {"value": "587", "unit": "件"}
