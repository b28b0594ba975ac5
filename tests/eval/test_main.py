import json
from pathlib import Path

import pytest

from eval.__main__ import main

QUESTION = {"id": "q1", "type": "number", "turns": ["多少件?"], "answer": {"value": "587", "unit": "件"}}
REPLY = {"id": "q1", "answer": "587件", "abstained": False, "values": [{"value": "587", "unit": "件"}]}


def write(file: Path, record: object) -> str:
    file.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    return str(file)


def arguments(tmp_path: Path, reply: object = REPLY, question: object = QUESTION) -> list[str]:
    questions, answers = write(tmp_path / "mine.jsonl", question), write(tmp_path / "out.jsonl", reply)
    return ["--questions", questions, "--answers", answers, "--out", str(tmp_path / "out")]


def gate(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "thresholds.toml"
    file.write_text(text, encoding="utf-8")
    return ["--thresholds", str(file)]


def test_a_finished_file_is_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments(tmp_path)) == 0
    out = capsys.readouterr()
    assert "accuracy.number" in out.out
    assert "100.0%" in out.out
    assert out.err == ""
    assert json.loads((tmp_path / "out" / "mine.json").read_text(encoding="utf-8"))["mine"]["items"][0][
        "correct"
    ]
    assert (tmp_path / "out" / "mine.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_a_broken_threshold_exits_1_and_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = gate(tmp_path, '[mine.at_least]\n"accuracy.number" = 0.96\n')
    wrong = {**REPLY, "answer": "578件"}
    assert main([*arguments(tmp_path, wrong), *table]) == 1
    assert "未达门槛:mine 数字(accuracy.number)= 0.0%,应≥ 96.0%" in capsys.readouterr().err
    assert main([*arguments(tmp_path), *table]) == 0


def test_a_measure_that_was_not_scored_exits_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = gate(tmp_path, '[mine.at_least]\n"accuracy.list" = 0.1\n')
    assert main([*arguments(tmp_path), *table]) == 1
    assert "= —,应≥ 10.0%" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("question", "reply", "message"),
    [
        ({**QUESTION, "type": "riddle"}, REPLY, "mine.jsonl 第 1 行(q1):type"),
        (QUESTION, {"id": "q1"}, "out.jsonl 第 1 行:answer 不合规"),
    ],
)
def test_a_bad_line_exits_2_and_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], question: object, reply: object, message: str
) -> None:
    assert main(arguments(tmp_path, reply, question)) == 2
    err = capsys.readouterr().err
    assert message in err
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("extra", "message"),
    [
        (["--library", "x"], "--library 只与 --questions"),
        (["--questions", "{}"], "还需要 --library"),
        (["--questions", "{}", "--split", "dev"], "不能同时使用"),
    ],
)
def test_options_that_do_not_fit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], extra: list[str], message: str
) -> None:
    file = write(tmp_path / "mine.jsonl", QUESTION)
    assert main([option.replace("{}", file) for option in extra]) == 2
    assert message in capsys.readouterr().err


def test_an_output_folder_that_cannot_be_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main([*arguments(tmp_path)[:4], "--out", str(tmp_path / "file" / "out")]) == 2
    assert "无法写入" in capsys.readouterr().err


def test_our_test_halves_are_the_default(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = write(tmp_path / "out.jsonl", REPLY)
    # No reply has an id of ours, so that nothing is scored: the gate must not take that for a pass.
    assert main(["--answers", answers, "--out", str(tmp_path), "--name", "none"]) == 1
    out = capsys.readouterr().out
    assert "eval/questions/test.jsonl" in out
    assert "eval/questions/unseen_test.jsonl" in out
    assert "dev.jsonl" not in out
