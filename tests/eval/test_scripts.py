"""The scripted conversations: form, verbatim evidence, figures, winners, orders, differences; and how they are judged."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from functools import cache
from typing import Any

import pytest

from eval.dataset import parse_question
from eval.metrics import Item, measure
from eval.replies import parse_reply
from eval.run import SPLITS
from eval.scorers import score
from eval.scripts import whole
from tests.unseen_texts import stored_text

NAMES = (
    "scripts_dev", "scripts_test", "scripts_held", "scripts_held2", "scripts_held3",
    "unseen_scripts_dev", "unseen_scripts_test", "unseen_scripts_held", "unseen_scripts_held2",
    "unseen_scripts_held3", "scripts_held4", "unseen_scripts_held4", "unseen_scripts_held5",
    "unseen_scripts_held6",
)  # fmt: skip
# What the ids of a file's scripts begin with.
PREFIXES = {
    "dev": "sd",
    "test": "st",
    "held": "sh",
    "held2": "si",
    "held3": "sj",
    "held4": "sk",
    "held5": "sl",
    "held6": "sm",
}
KEYS = {"id", "type", "script", "turns", "answer", "evidence", "note"}
FORMS = {
    "either": {"either", "must_contain", "must_not_contain"},
    "value": {"value", "unit", "qualifier", "aliases_unit"},
    "must_contain": {"must_contain", "must_not_contain"},
    "items": {"items", "min_recall"},
    "values": {
        "values", "unit", "aliases_unit", "winner", "order", "difference", "comparable", "undisclosed",
    },
    "abstain": {"abstain", "reason", "must_not_contain"},
}  # fmt: skip
DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")}
TENS = {"十": 10, "百": 100, "千": 1000}
Turn = dict[str, Any]


@cache
def load(name: str) -> tuple[Turn, ...]:
    """Read one file, a judged turn a line."""
    return tuple(map(json.loads, SPLITS[name].questions.read_text(encoding="utf-8").splitlines()))


@cache
def reports(name: str) -> dict[str, str]:
    """The reports of a file's library, as they are stored."""
    split = SPLITS[name]
    return {p.name: stored_text(p) for p in split.reports.glob(split.pattern)}


def every() -> list[tuple[str, Turn]]:
    """All judged turns with the name of their file."""
    return [(name, t) for name in NAMES for t in load(name)]


def form_of(turn: Turn) -> str:
    """The first key that names the form of an answer."""
    return next(key for key in FORMS if key in turn["answer"])


def numeral(run: str) -> float:
    """Read a Chinese numeral below ten thousand."""
    total = digit = 0
    for c in run:
        if c in DIGITS:
            digit = DIGITS[c]
        else:
            total += (digit or 1) * TENS[c]
            digit = 0
    return total + digit


def figures(text: str) -> set[float]:
    """Every figure of a quote: any width, separators, broken over lines, or a Chinese numeral."""
    folded = re.sub(
        r"(?<=\d)[, ](?=\d{3}(?!\d))", "", re.sub(r"\r?\n", "", unicodedata.normalize("NFKC", text))
    )
    han = {numeral(n) for n in re.findall(r"[零一二三四五六七八九十百千]+", folded)}
    return {float(n) for n in re.findall(r"\d+(?:\.\d+)?", folded)} | han


def quoted(turn: Turn) -> set[float]:
    """The figures of all quotes of a turn."""
    return {n for e in turn["evidence"] for n in figures(e["quote"])}


def scripts() -> dict[str, list[Turn]]:
    """The turns of every script, in order."""
    found: dict[str, list[Turn]] = defaultdict(list)
    for _, turn in every():
        found[turn["script"]].append(turn)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_turn_has_the_form(name: str) -> None:
    prefix = PREFIXES[name.removeprefix("unseen_").removeprefix("scripts_")]
    for turn in load(name):
        assert set(turn) == KEYS, turn["id"]
        assert turn["type"] == "conversation"
        assert re.fullmatch(rf"{prefix}\d\d", turn["script"])
        assert set(turn["answer"]) <= FORMS[form_of(turn)], turn["id"]
        assert turn["note"], turn["id"]


def test_every_turn_of_a_script_is_judged_in_order() -> None:
    for script, turns in scripts().items():
        assert 3 <= len(turns) <= 20, script
        for number, turn in enumerate(turns, start=1):
            assert turn["id"] == f"{script}-{number:02d}"
            assert turn["turns"] == turns[-1]["turns"][:number], turn["id"]


def test_there_are_over_a_hundred_scripts_half_of_them_on_unseen_reports() -> None:
    lengths = {script: len(turns) for script, turns in scripts().items()}
    assert Counter(s[:2] for s in lengths) == {
        "sd": 20,
        "st": 20,
        "sh": 20,
        "si": 20,
        "sj": 20,
        "sk": 24,
        "sl": 16,
        "sm": 10,
    }
    assert [len({t["script"] for t in load(name)}) for name in NAMES] == [*[10] * 10, 14, 10, 16, 10]
    assert sum(n >= 10 for n in lengths.values()) >= 8
    assert sum(n >= 18 for n in lengths.values()) >= 3


def test_no_script_comes_twice() -> None:
    last = Counter(tuple(turns[-1]["turns"]) for turns in scripts().values())
    assert max(last.values()) == 1


def test_every_quote_is_verbatim() -> None:
    for name, turn in every():
        for e in turn["evidence"]:
            assert e["quote"] in reports(name)[e["file"]], (turn["id"], e["quote"])
        assert not (turn["evidence"] and form_of(turn) == "abstain"), turn["id"]
        assert turn["evidence"] or form_of(turn) in ("abstain", "either"), turn["id"]


def test_every_gold_figure_stands_in_a_quote() -> None:
    for _, turn in every():
        answer, form = turn["answer"], form_of(turn)
        if form == "value":
            assert float(answer["value"]) in quoted(turn), turn["id"]
        if form == "values":
            assert set(answer["values"].values()) <= quoted(turn), turn["id"]


def test_qualifier_and_unit_stand_in_the_quote() -> None:
    for _, turn in every():
        if form_of(turn) == "value":
            quotes = unicodedata.normalize("NFKC", "".join(e["quote"] for e in turn["evidence"]))
            assert (turn["answer"]["qualifier"] or "") in quotes, turn["id"]
            percent = turn["answer"]["unit"] == "%" and "百分之" in quotes
            cell = " | " in quotes  # its unit stands in the head of the column, or in the title of the table
            assert percent or cell or all(c in quotes for c in turn["answer"]["unit"]), turn["id"]


def test_words_asked_for_stand_in_the_evidence() -> None:
    """Of every group an alternative stands in a quote; a group of a place, of a negation or of a difference need not."""
    for _, turn in every():
        answer = turn["answer"]
        quotes = unicodedata.normalize("NFKC", "".join(e["quote"] for e in turn["evidence"]))
        quotes = re.sub(r"\r?\n", "", quotes)
        quotes = re.sub(r"(?<=\d),(?=\d{3})", "", quotes)
        groups = answer.get("items") or (
            answer.get("must_contain") if form_of(turn) == "must_contain" else None
        )
        for group in groups or ():
            number = re.fullmatch(r"[\d.]+", group[0]) is not None
            held = any(unicodedata.normalize("NFKC", a) in quotes for a in group)
            reckoned = number and re.search("差|合起来|总共|加起来", turn["turns"][-1])
            assert held or len(group[0]) <= 2 or reckoned, (turn["id"], group)


def test_winner_follows_from_the_values() -> None:
    for _, turn in every():
        answer = turn["answer"]
        if form_of(turn) != "values" or answer.get("winner") is None:
            continue
        assert answer.get("comparable", True), turn["id"]
        assert not answer.get("undisclosed"), turn["id"]
        best = (min if re.search(r"最低|低$|少$", turn["turns"][-1]) else max)(answer["values"].values())
        first = [place for place, value in answer["values"].items() if value == best]
        assert first == [answer["winner"]], turn["id"]


def test_order_and_difference_follow_from_the_values() -> None:
    ordered = differing = 0
    for _, turn in every():
        answer = turn["answer"]
        values = answer.get("values")
        if answer.get("order"):
            ordered += 1
            rising = re.search(r"从低到高|从少到多|lowest first", turn["turns"][-1]) is not None
            assert answer["order"] == sorted(values, key=values.__getitem__, reverse=not rising), turn["id"]
        if "difference" in answer:
            differing += 1
            one, other = values.values()
            assert answer["difference"] == pytest.approx(abs(one - other)), turn["id"]
    assert ordered >= 8
    assert differing >= 8


def test_a_difference_in_words_follows_from_its_two_figures() -> None:
    asked = 0
    for name, turn in every():
        groups = turn["answer"].get("must_contain", [])
        wording = (
            "差" if name.endswith(("held2", "held3", "held4", "held5", "held6")) else "最多的.最少的差多少"
        )
        if form_of(turn) == "must_contain" and re.search(wording, turn["turns"][-1]):
            asked += 1
            result, larger, smaller = (float(g[0]) for g in groups)
            assert result == pytest.approx(larger - smaller), turn["id"]
            assert {larger, smaller} <= quoted(turn), turn["id"]
    assert asked >= 4


def test_a_sum_in_words_follows_from_its_figures() -> None:
    sums = 0
    for name in NAMES:
        if "held" not in name:
            continue
        for turn in load(name):
            if re.search("合起来|总共|加起来", turn["turns"][-1]):
                total, *parts = (float(g[0]) for g in turn["answer"]["must_contain"])
                assert total == pytest.approx(sum(parts)), turn["id"]
                assert set(parts) <= quoted(turn), turn["id"]
                sums += 1
    assert sums >= 5


def test_figures_of_a_ratio_or_a_share_stand_in_its_evidence() -> None:
    asked = 0
    for name in ("scripts_held3", "unseen_scripts_held3", "scripts_held4", "unseen_scripts_held4"):
        for turn in load(name):
            if form_of(turn) == "either" and re.search("几倍|多大比例", turn["turns"][-1]):
                one, other = (float(group[0]) for group in turn["answer"]["must_contain"])
                assert one != other
                assert {one, other} <= quoted(turn), turn["id"]
                asked += 1
    assert asked >= 4


def test_a_script_is_right_where_every_turn_is() -> None:
    turns = [("a", True), ("b", True), ("a", False), ("", False), ("c", None), ("c", True), ("b", True)]
    assert whole(turns) == [False, True, None]
    assert whole([("a", None), ("a", False)]) == [False]
    assert whole([("", True)]) == []


def turn(gold: dict[str, object], script: str = "sd01", **reply: object) -> Item:
    """A judged turn of a script."""
    line = {"id": "q", "type": "conversation", "script": script, "turns": ["好的"], "answer": gold}
    question = parse_question(line, "here")
    record = {"id": "q", "answer": "好的。", "abstained": False, **reply}
    judged = parse_reply(record, "here")
    return Item(question, judged, score(question, judged))


def test_either_takes_an_answer_and_a_refusal() -> None:
    either = {"either": True}
    assert turn(either).score.correct
    assert turn(either, abstained=True).score.correct
    assert turn(either, values=[{"value": "587", "unit": "件"}]).score.correct is False
    why = {"either": True, "must_contain": [["2022"]], "must_not_contain": ["341"]}
    assert turn(why, answer="它的报告是2022年的。", abstained=True).score.correct
    assert turn(why, answer="没有。").score.why == "缺少“2022”"
    assert turn(why, answer="2022年,341件。").score.why == "出现了不应有的“341”"


def test_the_share_of_whole_scripts_is_measured() -> None:
    right, wrong = {"either": True}, {"must_contain": [["丙"]]}
    found = {m.name: m for m in measure([turn(right), turn(wrong), turn(right, "sd02")])}
    assert (found["scripts.whole"].value, found["scripts.whole"].n) == (0.5, 2)
    assert found["refusal.false"].n == 1
    assert "scripts.whole" not in {m.name for m in measure([turn(right, "")])}
