import json
from pathlib import Path

import pytest

from eval.dataset import load_questions
from eval.gold import ListGold, NumberGold, RefusalGold, TableGold, TextGold
from qa.errors import BadQuestion

GOOD = {
    "id": "q1",
    "type": "number",
    "turns": ["鹤山市2024年多少件?"],
    "answer": {"value": 571, "unit": "件"},
}


def write(path: Path, *lines: object) -> Path:
    file = path / "questions.jsonl"
    text = "\n".join(
        line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines
    )
    file.write_text(text, encoding="utf-8")
    return file


def test_loads_every_form(tmp_path: Path) -> None:
    forms = [
        {"value": "13.68", "unit": "亿元", "qualifier": "余", "aliases_unit": ["元"]},
        {"must_contain": [["甲", "乙"], ["丙"]], "must_not_contain": ["丁"]},
        {"items": [["甲"], ["乙"]], "min_recall": 0.5},
        {"values": {"鹤山市": 7.9, "台山市": 11}, "unit": "%", "winner": "鹤山市", "difference": 3.1},
        {"abstain": True, "reason": "not_mentioned"},
    ]
    lines = [{**GOOD, "id": f"q{i}", "answer": form} for i, form in enumerate(forms)]
    questions = load_questions(write(tmp_path, *lines))
    assert [type(q.gold) for q in questions] == [NumberGold, TextGold, ListGold, TableGold, RefusalGold]
    assert [q.answerable for q in questions] == [True, True, True, True, False]


def test_numbers_keep_the_digits_of_the_file(tmp_path: Path) -> None:
    line = '{"id": "q", "type": "number", "turns": ["?"], "answer": {"value": 5.50, "unit": "%"}}'
    (question,) = load_questions(write(tmp_path, line))
    assert isinstance(question.gold, NumberGold)
    assert question.gold.value == "5.50"


def test_null_cells_are_undisclosed(tmp_path: Path) -> None:
    answer = {"values": {"鹤山市": 7, "台山市": None}, "unit": "件", "undisclosed": ["台山市", "开平市"]}
    (question,) = load_questions(write(tmp_path, {**GOOD, "answer": answer}))
    assert isinstance(question.gold, TableGold)
    assert question.gold.absent == ("台山市", "开平市")
    assert list(question.gold.cells) == ["鹤山市"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "第 2 行:不是 JSON"),
        ("[1]", "第 2 行:是 list"),
        ({**GOOD, "id": "q2", "type": "riddle"}, "第 2 行.*q2.*type = 'riddle'"),
        ({**GOOD, "id": "q2", "turns": []}, "第 2 行.*turns"),
        ({**GOOD, "id": "q2", "answer": {}}, "第 2 行:answer 的键"),
        ({**GOOD, "id": "q2", "answer": {"value": "很多"}}, "第 2 行.*value.*单个数字"),
        ({**GOOD, "id": "q2", "answer": {"value": "5", "color": "red"}}, "第 2 行.*color"),
        ({**GOOD, "id": "q2", "answer": {"values": {"甲市": "多"}}}, "第 2 行.*values"),
        ({**GOOD, "id": "q2", "answer": {"values": {"甲市": 1}, "winner": "乙市"}}, "第 2 行:winner“乙市”"),
        ({**GOOD, "id": "q2", "answer": {"values": {"甲市": 1}, "order": ["乙市"]}}, "第 2 行:order“乙市”"),
        ({**GOOD, "id": "q2", "answer": {"values": {"甲市": 1}, "difference": "大"}}, "第 2 行.*difference"),
        ({**GOOD, "id": "q2", "answer": {"items": [["甲"]], "min_recall": 2}}, "第 2 行.*min_recall"),
        ({**GOOD, "id": "q2", "answer": {"must_contain": [[]]}}, "第 2 行.*must_contain"),
        ({**GOOD, "id": "q2", "answer": {"abstain": False}}, "第 2 行.*abstain"),
        (GOOD, "第 2 行:id“q1”重复"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: object, message: str) -> None:
    with pytest.raises(BadQuestion, match=f"questions.jsonl {message}"):
        load_questions(write(tmp_path, GOOD, line))


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadQuestion, match="没有题目"):
        load_questions(write(tmp_path, "", " "))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(BadQuestion, match=r"none\.jsonl:无法读取"):
        load_questions(tmp_path / "none.jsonl")


def test_another_encoding_is_named(tmp_path: Path) -> None:
    file = tmp_path / "gbk.jsonl"
    file.write_bytes("题目".encode("gbk"))
    with pytest.raises(BadQuestion, match="不是 UTF-8"):
        load_questions(file)
