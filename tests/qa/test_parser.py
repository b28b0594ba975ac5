"""The command line's own words: in the language that is set, also where argparse would use English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from qa.cli import main

HAN = re.compile("[\u4e00-\u9fff]")
COMMANDS = ("", "add", "remove", "reports", "ask", "chat", "batch", "audit", "ledger")
WRONG = (
    ("", "缺少 COMMAND", "the following arguments are required: COMMAND"),
    ("ask", "请给出其中一个：QUESTION --example", "one of the arguments QUESTION --example is required"),
    ("ask q --example", "不能与", "not allowed with argument"),
    ("add x --year abc", "--year 要整数，不能是 'abc'", "invalid int value: 'abc'"),
    ("nothing", "COMMAND 没有 'nothing'，可用的有：", "invalid choice: 'nothing'"),
    ("reports --library", "--library 后面缺少内容", "expected one argument"),
    ("add --place 甲县", "缺少 PATH", "required: PATH"),
    ("reports --foo", "不认识的参数：--foo", "unrecognized arguments: --foo"),
    ("reports --json=1", "不带内容", "ignored"),
)


def ended(words: str) -> int:
    with pytest.raises(SystemExit) as caught:
        main(words.split())
    return int(caught.value.code or 0)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_help_is_in_one_language(
    command: str, language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FAWEN_LANG", language)
    assert ended(f"{command} --help") == 0
    told = capsys.readouterr().out
    if language == "en":
        assert not HAN.search(told) and told.startswith("usage: fawen")
    else:
        assert told.startswith("用法：fawen") and "选项" in told and "显示这段说明" in told
        assert not re.search(r"usage|options:|arguments|show this", told)
    arguments = re.findall(r"^  ([A-Z]\S*|-\S.*?)(?:  +(\S.*))?$", told, re.MULTILINE)
    after = told.splitlines()
    for name, said in arguments:  # each has words behind it or below it
        at = next(i for i, line in enumerate(after) if line.startswith(f"  {name}"))
        assert said or after[at + 1].startswith("    "), name


@pytest.mark.parametrize(("words", "chinese", "english"), WRONG)
def test_what_is_wrong_is_told_in_the_language(
    words: str,
    chinese: str,
    english: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for language, told in (("zh", chinese), ("en", english)):
        monkeypatch.setenv("FAWEN_LANG", language)
        assert ended(words) == 2
        out, err = capsys.readouterr()
        assert out == "" and told in err.splitlines()[-1]


@pytest.mark.parametrize(
    ("name", "value", "chinese"),
    [
        ("FAWEN_FOO", "1", "没有 FAWEN_FOO 这项设置"),
        ("PORT", "x", "PORT=x 不是端口"),
        ("FAWEN_LANG", "fr", "不是页面的语言"),
    ],
)
def test_a_wrong_setting_is_told_in_chinese(
    name: str,
    value: str,
    chinese: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(name, value)
    assert main(["reports"]) == 2
    assert chinese in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [("--year", "1890", "不是报告的年度"), ("--place", "<b>x", "不是地名"), ("--place", "", "不是地名")],
)
def test_a_place_or_year_that_is_none_is_refused_before_anything_is_read(
    option: str, value: str, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["add", str(tmp_path), option, value, "--library", str(tmp_path / "l")]) == 2
    assert f"{option} {value}：{told}" in capsys.readouterr().err
    assert not (tmp_path / "l").exists()


def test_answers_never_take_the_place_of_their_questions(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    questions = tmp_path / "q.jsonl"
    questions.write_text('{"id": "1", "turns": ["甲县呢？"]}\n', encoding="utf-8")
    before = questions.read_bytes()
    link = tmp_path / "same.jsonl"
    link.symlink_to(questions)
    for out in (questions, link):
        assert main(["batch", str(questions), "--out", str(out), "--library", str(tmp_path / "l")]) == 2
        assert "就是装问题的文件" in capsys.readouterr().err
    assert questions.read_bytes() == before
