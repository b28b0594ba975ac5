"""The command line over many questions: batch, chat, settings, the default library, and as a process."""

from __future__ import annotations

import io
import json
import re
import shutil
import sys
from pathlib import Path

import pytest

from qa.assistant import Assistant
from qa.cli import main
from qa.commands.shelf import BAD_INPUT, DONE, REFUSED
from qa.ingest import is_empty
from qa.library import Library
from tests.conftest import ROOT
from tests.terminal import QUESTION, bare, fingerprint, on_terminal, one_line, process, run

# What `ask` must never pay for: seconds of import each.
HEAVY = [
    "torch",
    "gradio",
    "langchain",
    "langchain_core",
    "sentence_transformers",
    "faiss",
    "sklearn",
    "transformers",
    "pandas",
    "jieba",
    "model2vec",
    "scipy",
]


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    bare(monkeypatch, tmp_path)


# --- batch


def lines_of(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_batch_answers_in_order(invented_folder: Path, tmp_path: Path, capsys):
    questions = [
        {"id": "b", "turns": [QUESTION]},
        {"id": "a", "turns": [QUESTION, "青岚县呢?"]},
        {"id": "c", "turns": ["朝阳区2024年行政复议多少件?"]},
        {"id": "d", "turns": [""]},
    ]
    text = "\n\n".join(json.dumps(q, ensure_ascii=False) for q in questions)
    (tmp_path / "in.jsonl").write_text("\ufeff" + text, encoding="utf-8")
    arguments = [
        "batch",
        tmp_path / "in.jsonl",
        "--out",
        tmp_path / "out.jsonl",
        "--library",
        invented_folder,
    ]
    assert run(arguments) == DONE
    answers = lines_of(tmp_path / "out.jsonl")
    assert [a["id"] for a in answers] == ["b", "a", "c", "d"]
    assert [a["abstained"] for a in answers] == [False, False, True, True]
    assert sorted(f.name for f in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'{"turns": ["\xe7\x94\xb2"]}\n{bad}\n', "in.jsonl 第 2 行：不是 JSON"),
        (b'{"id": "q1"}\n', "in.jsonl 第 1 行：turns=None"),
        (b"\xff\xfe\x00", "in.jsonl"),
    ],
)
def test_a_bad_batch_writes_nothing(invented_folder: Path, tmp_path: Path, capsys, content: bytes, told: str):
    (tmp_path / "in.jsonl").write_bytes(content)
    arguments = [
        "batch",
        tmp_path / "in.jsonl",
        "--out",
        tmp_path / "out.jsonl",
        "--library",
        invented_folder,
    ]
    assert run(arguments) == BAD_INPUT
    one_line(capsys.readouterr().err, told)
    assert [f.name for f in tmp_path.iterdir()] == ["in.jsonl"]


def test_a_batch_that_does_not_exist_is_named(invented_folder: Path, tmp_path: Path, capsys):
    assert run(["batch", "none.jsonl", "--out", "out.jsonl", "--library", invented_folder]) == BAD_INPUT
    one_line(capsys.readouterr().err, "none.jsonl", "UTF-8")


def test_an_output_in_a_missing_folder_is_named(invented_folder: Path, tmp_path: Path, capsys):
    (tmp_path / "in.jsonl").write_text('{"turns": ["甲?"]}', encoding="utf-8")
    out = tmp_path / "no" / "out.jsonl"
    assert run(["batch", tmp_path / "in.jsonl", "--out", out, "--library", invented_folder]) == BAD_INPUT
    one_line(capsys.readouterr().err, str(out), "请换一个存在且可写的文件夹")


# --- chat


def test_chat_keeps_the_conversation_until_an_empty_line(invented_folder: Path, capsys, monkeypatch):
    typed = f"{QUESTION}\n青岚县呢?\n\n青岚县呢?\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
    assert run(["chat", "--library", invented_folder]) == DONE
    first, second, third = re.split(r"\n\n(?=青岚|您)", capsys.readouterr().out)
    assert "320件" in first
    assert "450件" in second
    assert "450件" not in third


def test_chat_in_a_pipe(invented_folder: Path, tmp_path: Path):
    done = process("chat", "--library", invented_folder, cwd=tmp_path, text=f"{QUESTION}\n那2023年呢?\n")
    assert done.returncode == DONE
    assert done.stderr == ""
    assert "320件" in done.stdout
    assert "290件" in done.stdout


# --- settings and the default library


def test_an_unknown_setting_is_named(invented_folder: Path, capsys, monkeypatch):
    monkeypatch.setenv("FAWEN_LIBARY", "x")
    assert run(["ask", QUESTION, "--library", invented_folder]) == BAD_INPUT
    one_line(capsys.readouterr().err, "FAWEN_LIBARY", "FAWEN_LIBRARY", "请改名或去掉")


def test_an_encoder_that_does_not_exist_is_named(invented_folder: Path, capsys, monkeypatch, tmp_path: Path):
    before = fingerprint(invented_folder)
    monkeypatch.setenv("FAWEN_ENCODER", str(tmp_path / "no-model"))
    assert run(["ask", QUESTION, "--library", invented_folder]) == BAD_INPUT
    one_line(capsys.readouterr().err, "no-model")
    assert fingerprint(invented_folder) == before


def test_the_setting_names_the_library(invented_folder: Path, capsys, monkeypatch):
    monkeypatch.setenv("FAWEN_LIBRARY", str(invented_folder))
    assert run(["reports"]) == DONE
    assert "云湖区" in capsys.readouterr().out


def test_the_default_library_is_filled_from_the_seeds(tmp_path: Path, capsys):
    assert is_empty(tmp_path / ".fawen")
    assert run(["reports"]) == DONE
    rows = capsys.readouterr().out.splitlines()[1:]
    assert len(rows) == len(list((ROOT / "seeds").glob("*.txt")))
    before = fingerprint(tmp_path / ".fawen")
    assert run(["reports"]) == DONE
    assert fingerprint(tmp_path / ".fawen") == before


@pytest.mark.parametrize(
    "arguments", [[], ["ask"], ["batch", "in.jsonl"], ["nonsense"], ["ask", "x", "--nonsense"]]
)
def test_wrong_arguments_exit_with_two(arguments: list[str], capsys):
    with pytest.raises(SystemExit, match="2"):
        main(arguments)
    assert "用法：fawen" in capsys.readouterr().err


# --- as a process


def test_exit_codes_of_the_process(invented_folder: Path, tmp_path: Path):
    done = process("ask", QUESTION, "--library", invented_folder, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (DONE, "")
    assert "320件" in done.stdout
    assert process("ask", "朝阳区多少件?", "--library", invented_folder, cwd=tmp_path).returncode == REFUSED
    bad = process("ask", QUESTION, "--library", tmp_path / "nowhere", cwd=tmp_path)
    assert bad.returncode == BAD_INPUT
    one_line(bad.stderr, "nowhere")


def test_a_reader_that_stops_early_breaks_nothing(invented_folder: Path, tmp_path: Path):
    done = process("reports", "--json", "--library", invented_folder, cwd=tmp_path)
    assert json.loads(done.stdout)
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("question", [QUESTION, "朝阳区2024年行政复议多少件?", "云湖区2024年存在哪些不足?"])
def test_asking_imports_nothing_heavy(invented_folder: Path, tmp_path: Path, question: str):
    done = process("ask", question, "--library", invented_folder, cwd=tmp_path, options=["-X", "importtime"])
    imported = {
        line.rpartition("|")[2].strip().split(".")[0] for line in done.stderr.splitlines() if "|" in line
    }
    assert {"qa", "numpy"} <= imported
    assert imported.isdisjoint(HEAVY), sorted(imported & set(HEAVY))


@pytest.mark.parametrize(("said", "value"), [("y\n", "345件"), ("\n", "320件"), ("不\n", "320件")])
def test_a_terminal_is_asked_before_a_report_is_replaced(
    invented_folder: Path, tmp_path: Path, said: str, value: str
):
    library = tmp_path / "library"
    shutil.copytree(invented_folder, library)
    old = next(m for m in Library.open(library).reports() if (m.place, m.year) == ("云湖区", 2024))
    text = Library.open(library).report(old.id).text.replace("320件", "345件")
    (tmp_path / "new.txt").write_text(text, encoding="utf-8")
    code, shown = on_terminal("add", tmp_path / "new.txt", "--library", library, cwd=tmp_path, said=said)
    assert f"{old.place}{old.year}年的报告已在库中" in shown
    assert old.file in shown
    assert code == (DONE if said == "y\n" else BAD_INPUT)
    assert value in process("ask", QUESTION, "--library", library, cwd=tmp_path).stdout


def replacement(invented_folder: Path, tmp_path: Path) -> tuple[Path, str]:
    """Make a library of its own and a file that would replace a report of it; give the library and the report's id."""
    library = tmp_path / "library"
    shutil.copytree(invented_folder, library)
    with Library.open(library) as held:
        old = next(m for m in held.reports() if (m.place, m.year) == ("云湖区", 2024))
        text = held.report(old.id).text.replace("320件", "345件")
    (tmp_path / "new.txt").write_text(text, encoding="utf-8")
    return library, old.id


def test_a_pipe_replaces_nothing_unless_told_to_and_takes_the_rest(invented_folder: Path, tmp_path: Path):
    library, old = replacement(invented_folder, tmp_path)
    other = (tmp_path / "new.txt").read_text(encoding="utf-8").replace("2024", "2019")
    (tmp_path / "other.txt").write_text(other, encoding="utf-8")
    done = process("add", tmp_path / "new.txt", tmp_path / "other.txt", "--library", library, cwd=tmp_path)
    assert done.returncode == BAD_INPUT
    first, second = done.stdout.splitlines()
    assert first.startswith(
        f"not added\t{tmp_path / 'new.txt'}\t会替换 {old}（云湖区2024年，读自 cloud-2024.txt）"
    )
    assert second.startswith("added\t")
    one_line(done.stderr, "1 个文件没有加入", "其余已在库中", "--yes")
    assert "320件" in process("ask", QUESTION, "--library", library, cwd=tmp_path).stdout
    english = process("add", tmp_path / "new.txt", "--library", library, cwd=tmp_path, FAWEN_LANG="en")
    assert english.stdout.startswith(f"not added\t{tmp_path / 'new.txt'}\twould replace {old}")
    assert english.stdout.rstrip().endswith("use --yes to replace it")
    one_line(english.stderr, "1 file(s) not added", "--yes")
    assert "others" not in english.stderr


def test_yes_replaces_and_says_what(invented_folder: Path, tmp_path: Path):
    library, old = replacement(invented_folder, tmp_path)
    done = process("add", tmp_path / "new.txt", "--yes", "--library", library, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (DONE, "")
    assert done.stdout.startswith("replaced\t")
    assert f"替换了 {old}" in done.stdout
    assert "345件" in process("ask", QUESTION, "--library", library, cwd=tmp_path).stdout


def test_a_bureaus_report_for_the_county_never_replaces_the_countys_unasked(
    invented_folder: Path, tmp_path: Path
):
    library, old = replacement(invented_folder, tmp_path)
    bureau = """云湖区司法局2024年法治政府建设工作报告

2024年，云湖区司法局统筹推进全区法治政府建设。现将有关情况报告如下：
一、主要工作
（一）复议应诉。全区新收行政复议案件11件，审结10件。
（二）公共法律服务。全区办理法律援助案件12件。
二、存在的问题
基层力量薄弱。
"""
    (tmp_path / "bureau.txt").write_text(bureau, encoding="utf-8")
    done = process("add", tmp_path / "bureau.txt", "--library", library, cwd=tmp_path)
    answer = process("ask", QUESTION, "--library", library, cwd=tmp_path).stdout
    assert "320件" in answer
    assert done.stdout.startswith((f"not added\t{tmp_path / 'bureau.txt'}\t会替换 {old}", "added\t"))
    with Library.open(library) as held:
        assert old in {m.id for m in held.reports()}


@pytest.mark.parametrize("word", ["quit", "exit", "退出", "Exit", "退出。"])
def test_chat_ends_at_a_word(invented_folder: Path, capsys, monkeypatch, word: str):
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{word}\n{QUESTION}\n"))
    assert run(["chat", "--library", invented_folder]) == DONE
    assert capsys.readouterr().out == ""


def test_a_batch_that_breaks_leaves_no_part_behind(invented_folder: Path, tmp_path: Path, monkeypatch):
    (tmp_path / "in.jsonl").write_text('{"turns": ["甲?"]}', encoding="utf-8")
    (tmp_path / "out.jsonl").write_text("before", encoding="utf-8")
    monkeypatch.setattr(Assistant, "ask", lambda self, turns: 1 / 0)
    arguments = [
        "batch",
        tmp_path / "in.jsonl",
        "--out",
        tmp_path / "out.jsonl",
        "--library",
        invented_folder,
    ]
    with pytest.raises(ZeroDivisionError, match="division"):
        run(arguments)
    assert sorted(f.name for f in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8") == "before"


# --- a sample question


def test_an_example_is_of_the_librarys_own_places_and_is_answered(invented_folder: Path, capsys):
    assert main(["ask", "--example", "--library", str(invented_folder)]) == DONE
    question, answer, *_ = capsys.readouterr().out.splitlines()
    places = {meta.place for meta in Library.open(invented_folder).reports()}
    assert any(question.startswith(place) for place in places)
    assert question.endswith("？")
    assert "[1]" in answer


def test_an_example_asks_nothing_where_no_report_answers_one(invented_folder: Path, tmp_path: Path, capsys):
    (tmp_path / "bare.txt").write_text(
        "某山县2024年法治政府建设工作报告\n" + "2024年，某山县认真学习了上级会议精神。\n" * 20, "utf-8"
    )
    library = tmp_path / "bare"
    main(
        ["add", str(tmp_path / "bare.txt"), "--library", str(library), "--place", "某山县", "--year", "2024"]
    )
    capsys.readouterr()
    assert main(["ask", "--example", "--library", str(library)]) == DONE
    assert capsys.readouterr().out == ""
