"""The eval questions on the seed reports: form, verbatim evidence, figures, winners, differences, counts."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = ROOT / "eval" / "questions"
SEEDS = ROOT / "seeds"
HALVES = {"dev": "d", "test": "t"}
SETS = {
    **HALVES,
    "dev_b": "e",
    "dev_c": "dc",
    "dev_d": "dd",
    "dev_e": "de",
    "dev_f": "df",
    "dev_g": "dg",
    "dev_h": "dh",
}  # the last seven were written later, harder, to tune on
MINIMUM = {
    "number": 90,
    "fact": 20,
    "list": 20,
    "summary": 8,
    "plan": 6,
    "conversation": 30,
    "refusal": 45,
    "colloquial": 35,
    "robust": 15,
}
TYPES = {*MINIMUM, "comparison", "rank", "difference"}
REASONS = {"no_such_place", "no_such_year", "not_mentioned", "out_of_domain", "ambiguous"}
QUALIFIERS = {None, "约", "余", "超", "以上", "以下", "近"}
FORMS = {
    "value": {"value", "unit", "qualifier", "aliases_unit"},
    "must_contain": {"must_contain", "must_not_contain"},
    "items": {"items", "min_recall"},
    "values": {"values", "unit", "winner", "order", "difference", "comparable", "undisclosed"},
    "abstain": {"abstain", "reason", "must_not_contain"},
}
TYPE_FORMS = {
    "number": {"value"},
    "colloquial": {"value", "must_contain"},
    "robust": {"value", "must_contain"},
    "fact": {"must_contain"},
    "summary": {"must_contain"},
    "plan": {"must_contain"},
    "list": {"items"},
    "comparison": {"values", "must_contain"},
    "rank": {"values"},
    "difference": {"values", "must_contain"},
    "conversation": set(FORMS),
    "refusal": {"abstain"},
}
CHINESE_DIGITS = dict(zip("一二两三四五六七八九十", ("1", "2", "2", *map(str, range(3, 11))), strict=True))

Question = dict[str, Any]


@cache
def load(name: str) -> tuple[Question, ...]:
    """Read one set, a question a line."""
    lines = (QUESTIONS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(json.loads(line) for line in lines)


def questions() -> list[Question]:
    """All sets."""
    return [q for name in SETS for q in load(name)]


@cache
def seed(file: str) -> str:
    """The text of one seed report as it is stored: line ends untouched."""
    return (SEEDS / file).read_bytes().decode("utf-8")


def form_of(question: Question) -> str:
    """The key that names the form of a question's answer."""
    (form,) = (key for key in FORMS if key in question["answer"])
    return form


def figures(text: str) -> set[float]:
    """Every figure of a text: any width, thousands separators, a Chinese numeral before a measure word."""
    folded = unicodedata.normalize("NFKC", text)
    folded = re.sub(r"(?<=\d)[, ](?=\d{3}(?!\d))", "", folded)
    numeral = r"(?<![〇一二三四五六七八九十百千万])([一二两三四五六七八九十])(?=[期件个名次])"
    folded = re.sub(numeral, lambda m: CHINESE_DIGITS[m[1]], folded)
    return {float(n) for n in re.findall(r"\d+(?:\.\d+)?", folded)}


def quoted_figures(question: Question) -> set[float]:
    """The figures of all quotes of a question."""
    return {n for e in question["evidence"] for n in figures(e["quote"])}


def asks_for_least(question: Question) -> bool:
    """Whether the last turn asks for the smallest figure (哪个少, 谁最低), not the largest."""
    turn = re.sub(r"多少|从高到低|从多到少", "", question["turns"][-1])
    return re.search(r"[少低]", turn) is not None


def asks_for_difference(question: Question) -> bool:
    """Whether the last turn asks for a difference: by its type, or in a conversation (后者比前者多几名?)."""
    return question["type"] == "difference" or re.search(r"比.*[多少]几", question["turns"][-1]) is not None


def asks_only_the_open(question: Question) -> bool:
    """Whether only places that give a figure are compared, so that one wins though another is silent: 有数的里面哪家最多."""
    return re.search(r"公布了.*的当中|有数的里面", question["turns"][-1]) is not None


def answer_has(question: Question, key: str) -> bool:
    """Whether the gold answer asks for this."""
    return question["answer"].get(key) is not None


def of_form(form: str) -> list[Question]:
    """The questions whose answer has this form."""
    return [q for q in questions() if form_of(q) == form]


def test_figures_reads_every_way_of_printing() -> None:
    assert figures("1,466件") == {1466.0}
    assert figures("738.18万元、同比26.0%") == {738.18, 26.0}
    assert figures("例会 16 次") == {16.0}
    assert figures("目前已完成八期合规认证") == {8.0}
    assert figures("服务1万余人次") == {1.0}


@pytest.mark.parametrize("name", SETS)
def test_every_line_has_the_form(name: str) -> None:
    for number, q in enumerate(load(name), start=1):
        assert set(q) == {"id", "type", "turns", "answer", "evidence", "note"}, q["id"]
        assert q["id"] == f"{SETS[name]}{number:03d}"
        assert q["type"] in TYPES, q["id"]
        assert isinstance(q["note"], str)
        turns = q["turns"]
        assert all(isinstance(t, str) and t.strip() for t in turns), q["id"]
        assert 2 <= len(turns) <= 6 if q["type"] == "conversation" else len(turns) == 1, q["id"]
        form = form_of(q)
        assert form in TYPE_FORMS[q["type"]], q["id"]
        assert set(q["answer"]) <= FORMS[form], q["id"]
        assert all(set(e) == {"file", "quote"} for e in q["evidence"]), q["id"]


def test_values_have_their_types() -> None:
    for q in of_form("value"):
        answer = q["answer"]
        assert re.fullmatch(r"\d+(\.\d+)?", answer["value"]), q["id"]
        assert isinstance(answer["unit"], str), q["id"]
        assert answer.get("qualifier") in QUALIFIERS, q["id"]
        assert all(isinstance(u, str) for u in answer.get("aliases_unit", [])), q["id"]


def test_groups_hold_alternatives() -> None:
    for q in of_form("must_contain") + of_form("items"):
        groups = q["answer"].get("must_contain") or q["answer"]["items"]
        assert groups, q["id"]
        assert all(g and all(isinstance(a, str) and a for a in g) for g in groups), q["id"]
        if "items" in q["answer"]:
            assert 0.5 <= q["answer"]["min_recall"] <= 1.0, q["id"]


def test_refusals_give_a_reason_and_no_evidence() -> None:
    for q in of_form("abstain"):
        assert q["answer"]["abstain"] is True, q["id"]
        assert q["answer"]["reason"] in REASONS, q["id"]
        assert not q["evidence"], q["id"]
        assert all(q["answer"].get("must_not_contain", ["-"])), q["id"]


def test_every_reason_of_a_refusal_is_tried() -> None:
    assert {q["answer"]["reason"] for q in of_form("abstain")} == REASONS


def test_ids_are_unique_and_no_question_comes_twice() -> None:
    asked = Counter(tuple(re.sub(r"\s+", "", t) for t in q["turns"]) for q in questions())
    assert [turns for turns, n in asked.items() if n > 1] == []
    ids = Counter(q["id"] for q in questions())
    assert max(ids.values()) == 1


def test_every_quote_is_verbatim() -> None:
    for q in questions():
        assert bool(q["evidence"]) != (form_of(q) == "abstain"), q["id"]
        for e in q["evidence"]:
            assert e["quote"] in seed(e["file"]), (q["id"], e["quote"])
            assert "。" not in e["quote"].rstrip("。"), (q["id"], "a quote stays inside one sentence")


def test_every_figure_occurs_in_a_quote() -> None:
    for q in of_form("value"):
        assert float(q["answer"]["value"]) in quoted_figures(q), q["id"]
    for q in of_form("values"):
        missing = set(map(float, q["answer"]["values"].values())) - quoted_figures(q)
        assert not missing, (q["id"], missing)


def test_qualifier_and_unit_stand_in_the_quote() -> None:
    for q in of_form("value"):
        quotes = "".join(e["quote"] for e in q["evidence"])
        qualifier = q["answer"].get("qualifier")
        assert qualifier is None or qualifier in quotes, q["id"]
        for character in q["answer"]["unit"]:
            assert character in quotes, (q["id"], character)


def test_a_place_always_stands_for_the_same_report() -> None:
    files: dict[str, set[str]] = defaultdict(lambda: {p.name for p in SEEDS.glob("*.txt")})
    for q in of_form("values"):
        for place, value in q["answer"]["values"].items():
            holding = {e["file"] for e in q["evidence"] if float(value) in figures(e["quote"])}
            files[place] &= holding
            assert files[place], (q["id"], place)
    assert all(len(f) == 1 for f in files.values())
    undisclosed = {p for q in of_form("values") for p in q["answer"].get("undisclosed", [])}
    assert undisclosed <= set(files)


def test_winner_follows_from_the_values() -> None:
    for q in of_form("values"):
        answer = q["answer"]
        values = answer["values"]
        silent = bool(answer.get("undisclosed")) and not asks_only_the_open(q)
        if answer.get("comparable") is False or silent:
            assert answer.get("winner") is None, q["id"]
        elif "winner" in answer:
            best = (min if asks_for_least(q) else max)(values.values())
            first = [place for place, value in values.items() if value == best]
            assert answer["winner"] == (first[0] if len(first) == 1 else None), q["id"]


def test_order_follows_from_the_values() -> None:
    ordered = [q for q in of_form("values") if answer_has(q, "order")]
    assert ordered
    for q in ordered:
        values = q["answer"]["values"]
        rising = re.search(r"从低到高|从少到多", q["turns"][-1]) is not None
        assert q["answer"]["order"] == sorted(values, key=values.__getitem__, reverse=not rising), q["id"]


def test_difference_follows_from_the_values() -> None:
    assert [q for q in of_form("values") if answer_has(q, "difference")]
    for q in of_form("values"):
        if answer_has(q, "difference"):
            one, other = q["answer"]["values"].values()
            assert q["answer"]["difference"] == pytest.approx(abs(one - other)), q["id"]
    for q in of_form("must_contain"):
        if asks_for_difference(q):
            result, larger, smaller = (float(group[0]) for group in q["answer"]["must_contain"])
            assert result == pytest.approx(larger - smaller), q["id"]
            assert {larger, smaller} <= quoted_figures(q), q["id"]


def test_texts_asked_for_stand_in_the_evidence() -> None:
    """Each group has an alternative in a quote (a place asked for: in the report), or is a difference."""
    for q in of_form("must_contain") + of_form("items"):
        quotes = "".join(e["quote"] for e in q["evidence"])
        texts = "".join(seed(e["file"]) for e in q["evidence"])
        groups = q["answer"].get("must_contain") or q["answer"]["items"]
        asks_place = re.search(r"哪个地方|哪些地方", q["turns"][-1]) is not None
        for group in groups[1:] if asks_for_difference(q) else groups:
            assert any(a in (texts if asks_place else quotes) for a in group), (q["id"], group)


def test_there_are_enough_questions_of_every_type() -> None:
    counts = Counter(q["type"] for half in HALVES for q in load(half))
    assert sum(counts.values()) >= 280
    assert {t: counts[t] for t, least in MINIMUM.items() if counts[t] < least} == {}
    assert counts["comparison"] + counts["rank"] + counts["difference"] >= 45
    assert min(counts[t] for t in TYPES) >= 5


def test_the_halves_are_stratified() -> None:
    dev, test = (Counter(q["type"] for q in load(half)) for half in HALVES)
    assert {t for t in TYPES if abs(dev[t] - test[t]) > 1} == set()


def test_the_readme_gives_the_right_counts() -> None:
    readme = (QUESTIONS / "README.md").read_text(encoding="utf-8")
    halves = sum(len(load(half)) for half in HALVES)
    dev, test = (Counter(q["type"] for q in load(half)) for half in HALVES)
    rows = {
        t: (int(a), int(b), int(c))
        for t, a, b, c in re.findall(r"\| (\w+) \| (\d+) \| (\d+) \| (\d+) \|", readme)
    }
    assert rows == {t: (dev[t], test[t], dev[t] + test[t]) for t in TYPES}
    assert f"{halves} questions" in readme
    later = re.findall(r"`(\w+)\.jsonl` \((\d+) questions, ids `(\w+)…`\)", readme)
    assert {name: (int(count), prefix) for name, count, prefix in later} == {
        name: (len(load(name)), prefix) for name, prefix in SETS.items() if name not in HALVES
    }
