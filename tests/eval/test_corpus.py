"""The corpus of every format: its gold metadata, passages and questions agree with the texts that the files are made from."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from typing import Any

import pytest

from eval.run import SPLITS

CORPUS = SPLITS["corpus"].reports.parent
GOLD: list[dict[str, Any]] = json.loads((CORPUS / "gold.json").read_text(encoding="utf-8"))
BY_FILE = {gold["file"]: gold for gold in GOLD}
QUESTIONS: list[dict[str, Any]] = [
    json.loads(line) for line in SPLITS["corpus"].questions.read_text(encoding="utf-8").splitlines()
]
ENCODINGS = {"津南区年度报告.txt": "gb18030", "content_3289011.htm": "gb18030", "htb-report.txt": "utf-16"}
DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
SCALES = {"十": 10, "百": 100, "千": 1000}
LEVELS = {"province", "prefecture", "county", "zone", "township", "department"}


@cache
def source(file: str) -> list[str]:
    """The lines of a report's source: marks of headings and signatures left out, table cells joined by `` | ``."""
    lines = (CORPUS / "sources" / BY_FILE[file]["source"]).read_text(encoding="utf-8").splitlines()
    return [re.sub(r"^(#+ |SIG |FN \d |\| )| \|$", "", line) for line in lines]


@cache
def text(file: str) -> str:
    """What quotes are taken from: the decoded file where it is plain text, else the source."""
    if file.endswith((".txt", ".md")):
        return (CORPUS / "reports" / file).read_bytes().decode(ENCODINGS.get(file, "utf-8"))
    return "\n".join(source(file))


def solid(words: str) -> str:
    """The words without white space."""
    return re.sub(r"\s", "", words)


def chinese(numeral: str) -> int:
    """A Chinese numeral below ten thousand as a number."""
    total, digit = 0, None
    for character in numeral:
        if character in SCALES:
            total += (1 if digit is None else digit) * SCALES[character]
            digit = None
        else:
            digit = DIGITS[character]
    return total + (digit or 0)


def figures(quote: str) -> set[float]:
    """Every figure of a quote, of any width, with thousands separators or as a Chinese numeral."""
    folded = re.sub(r"(?<=\d),(?=\d{3}(?!\d))", "", unicodedata.normalize("NFKC", solid(quote)))
    folded = folded.replace("百分之", "")
    numerals = {float(chinese(n)) for n in re.findall(r"[零一二两三四五六七八九十百千]+", folded)}
    return numerals | {float(n) for n in re.findall(r"\d+(?:\.\d+)?", folded)}


def quoted(question: dict[str, Any]) -> set[float]:
    return {n for e in question["evidence"] for n in figures(e["quote"])}


def test_figures_reads_every_way_of_printing() -> None:
    assert figures("涉侨公证１，２１７件") >= {1217.0}
    assert figures("五百一十三名") == {513.0}
    assert figures("逾八千公里、十九件") == {8000.0, 19.0}
    assert figures("小站镇 | 1,244 | 208") == {1244.0, 208.0}


def test_there_is_gold_for_every_file() -> None:
    assert sorted(BY_FILE) == sorted(path.name for path in (CORPUS / "reports").iterdir())
    assert all(gold["level"] in LEVELS for gold in GOLD)
    assert len({(gold["place"], gold["parent"], gold["year"]) for gold in GOLD}) == len(GOLD)
    listed = re.findall(r"^\| `([^`]+)` \|", (CORPUS / "README.md").read_text(encoding="utf-8"), re.M)
    assert sorted(listed) == sorted(BY_FILE)
    assert sum(path.stat().st_size for path in CORPUS.rglob("*") if path.is_file()) < 3_000_000


@pytest.mark.parametrize("file", BY_FILE)
def test_passages_stand_in_the_text_and_absent_strings_do_not(file: str) -> None:
    gold = BY_FILE[file]
    body = solid(text(file) + "\n".join(source(file)))
    assert 8 <= len(gold["passages"]) <= 13
    for passage in gold["passages"]:
        assert solid(passage["heading"]) in body
        assert solid(passage["text"]) in body
        if "row" in passage:
            rows = [line for line in source(file) if line.startswith(passage["row"] + " | ")]
            assert any(passage["text"] in row.split(" | ") for row in rows)
    assert len(gold["absent"]) >= 5
    own = solid("\n".join(source(file)))
    assert [words for words in gold["absent"] if solid(words) in own] == []


@pytest.mark.parametrize("file", [f for f in BY_FILE if f.endswith((".txt", ".md", ".htm", ".html"))])
def test_absent_strings_stand_in_the_file(file: str) -> None:
    raw = (CORPUS / "reports" / file).read_bytes().decode(ENCODINGS.get(file, "utf-8"))
    assert [words for words in BY_FILE[file]["absent"] if words not in raw] == []


def test_every_quote_is_verbatim_and_no_question_comes_twice() -> None:
    wrong = [q["id"] for q in QUESTIONS if not all(e["quote"] in text(e["file"]) for e in q["evidence"])]
    assert wrong == []
    assert [q["id"] for q in QUESTIONS if bool(q["evidence"]) == ("abstain" in q["answer"])] == []
    assert [q["id"] for q in QUESTIONS] == [f"co{n:03d}" for n in range(1, len(QUESTIONS) + 1)]
    assert len({tuple(q["turns"]) for q in QUESTIONS}) == len(QUESTIONS) >= 120


def test_every_figure_stands_in_a_quote() -> None:
    for q in QUESTIONS:
        answer = q["answer"]
        values = [answer["value"]] if "value" in answer else answer.get("values", {}).values()
        missing = {float(v) for v in values if v is not None} - quoted(q)
        assert not missing, (q["id"], missing)


def test_words_asked_for_stand_in_a_quote() -> None:
    for q in QUESTIONS:
        groups = q["answer"].get("must_contain") or q["answer"].get("items") or []
        quotes = solid("".join(e["quote"] for e in q["evidence"]))
        for group in groups[1:] if q["type"] == "difference" else groups:
            assert any(solid(words) in quotes for words in group), (q["id"], group)


def test_winners_orders_and_differences_follow_from_the_values() -> None:
    tables = [q for q in QUESTIONS if "values" in q["answer"]]
    assert len(tables) >= 14
    for q in tables:
        answer = q["answer"]
        values = {label: float(v) for label, v in answer["values"].items() if v is not None}
        if answer.get("winner") is not None and len(values) > 1:
            best = (min if re.search(r"少$|低$", q["turns"][-1]) else max)(values, key=values.__getitem__)
            assert answer["winner"] == best, q["id"]
        if "order" in answer:
            assert answer["order"] == sorted(values, key=values.__getitem__, reverse=True), q["id"]
        if "difference" in answer:
            one, other = values.values()
            assert float(answer["difference"]) == pytest.approx(abs(one - other)), q["id"]
        if None in answer["values"].values() or answer.get("comparable") is False:
            assert answer.get("winner") is None, q["id"]
