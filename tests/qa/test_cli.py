"""The command line: commands, exit codes, one line on standard error, and a library that bad input leaves alone."""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from embeddings.encoder import load
from qa.cli import BAD_INPUT, DONE, REFUSED, main, render
from qa.ingest import add, is_empty
from qa.settings import Language
from tests.conftest import ROOT, TEXTS, Ask

QUESTION = "云湖区2024年新收行政复议案件多少件?"
# What `ask` must never pay for: seconds of import each.
HEAVY = (
    "torch gradio langchain langchain_core sentence_transformers faiss sklearn transformers pandas jieba "
    "model2vec scipy"
).split()


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """No settings of the developer's, and a current folder of the test's own."""
    for setting in [s for s in os.environ if s.startswith("FAWEN_")]:
        monkeypatch.delenv(setting)
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def library(report_files: dict[str, Path], tmp_path: Path) -> Path:
    """A library of its own for a test that changes it."""
    add([report_files["cloud-2024.txt"], report_files["pine-2023.txt"]], tmp_path / "lib", load(None))
    return tmp_path / "lib"


def fingerprint(folder: Path) -> dict[str, str]:
    files = (f for f in sorted(folder.rglob("*")) if f.is_file())
    return {f.relative_to(folder).as_posix(): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


def run(arguments: Sequence[str | Path]) -> int:
    return main([str(a) for a in arguments])


def process(
    *arguments: str | Path, cwd: Path, text: str = "", options: Sequence[str] = (), **settings: str
) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("FAWEN_")}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **settings}
    command = [sys.executable, *options, "-m", "qa", *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, input=text, env=environment, capture_output=True, encoding="utf-8", timeout=120
    )


def one_line(text: str, *holds: str) -> None:
    """Check an error: one line, ours, that holds the input, the reason and what to do; no traceback."""
    assert text.endswith("\n")
    assert text.count("\n") == 1, text
    assert text.startswith("fawen: ")
    for words in holds:
        assert words in text, (words, text)


# --- ask


def test_ask(invented_folder: Path, capsys):
    assert run(["ask", QUESTION, "--library", invented_folder]) == DONE
    out, err = capsys.readouterr()
    assert "320件" in out
    assert "出处" in out
    assert re.search(r"\[1\] 云湖区 2024 cloud-2024\.txt:\d+-\d+ .*化解行政争议", out)
    assert "“全年新收行政复议案件320件”" in out
    assert err == ""


def test_ask_json(invented_folder: Path, capsys):
    assert run(["ask", QUESTION, "--json", "--library", invented_folder]) == DONE
    data = json.loads(capsys.readouterr().out)
    assert data["values"][0]["value"] == "320"
    assert data["id"] == ""


def test_a_refused_question_exits_with_one(invented_folder: Path, capsys):
    assert run(["ask", "朝阳区2024年行政复议多少件?", "--library", invented_folder]) == REFUSED
    out, err = capsys.readouterr()
    assert "朝阳区" in out
    assert err == ""


def test_labels_follow_the_language(invented_folder: Path, capsys, monkeypatch):
    monkeypatch.setenv("FAWEN_LANG", "en")
    assert run(["ask", QUESTION, "--library", invented_folder]) == DONE
    out = capsys.readouterr().out
    assert "Sources" in out
    assert "出处" not in out


def test_a_missing_library_is_named(tmp_path: Path, capsys):
    assert run(["ask", QUESTION, "--library", tmp_path / "nowhere"]) == BAD_INPUT
    one_line(capsys.readouterr().err, "nowhere", "python -m qa add")
    assert not (tmp_path / "nowhere").exists()


def test_rendering_shows_warnings_once_and_no_escapes(ask: Ask):
    answer = ask("云湖区和青岚县2024年培训执法人员哪个多?")
    text = render(answer)
    assert text.count("计量单位不同") == 1
    assert "\\" not in text
    assert "注意" not in render(ask(QUESTION))
    assert render(answer, Language.ENGLISH).count("Sources") == 1


# --- the library's commands


def test_reports(invented_folder: Path, capsys):
    assert run(["reports", "--library", invented_folder]) == DONE
    head, *rows = capsys.readouterr().out.splitlines()
    assert head.split("\t")[:2] == ["id", "地区"]
    assert len(rows) == len(TEXTS)
    assert any(row.startswith("yunhu-2024\t云湖区\t") for row in rows)


def test_reports_as_json(invented_folder: Path, capsys):
    assert run(["reports", "--json", "--library", invented_folder]) == DONE
    data = json.loads(capsys.readouterr().out)
    assert {(m["place"], m["year"]) for m in data} >= {("云湖区", 2023), ("青岚县", 2024)}


def test_add_tells_what_became_of_each_file(report_files: dict[str, Path], tmp_path: Path, capsys):
    files = [report_files["cloud-2024.txt"], report_files["peak-2024.txt"]]
    assert run(["add", *files, "--library", tmp_path / "new"]) == DONE
    first = capsys.readouterr().out.splitlines()
    assert [line.split("\t")[0] for line in first] == ["added", "added"]
    assert first[0].split("\t")[2] == "yunhu-2024"
    assert run(["add", *files, "--library", tmp_path / "new"]) == DONE
    assert [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()] == [
        "unchanged",
        "unchanged",
    ]


def test_add_with_place_and_year(tmp_path: Path, capsys):
    (tmp_path / "x.txt").write_text(
        "一、工作情况\n\n全年办理行政复议案件77件，办理法律援助案件88件，持续推进依法行政工作。", "utf-8"
    )
    arguments = [
        "add",
        tmp_path / "x.txt",
        "--place",
        "月港区",
        "--year",
        "2022",
        "--library",
        tmp_path / "new",
    ]
    assert run(arguments) == DONE
    capsys.readouterr()
    assert run(["ask", "月港区2022年行政复议多少件?", "--library", tmp_path / "new"]) == DONE
    assert "77件" in capsys.readouterr().out


def test_remove(library: Path, capsys):
    assert run(["remove", "songping-2023", "--library", library]) == DONE
    assert capsys.readouterr().out == "removed\tsongping-2023\n"
    assert run(["ask", "松屏市2023年首违不罚多少件?", "--library", library]) == REFUSED


def test_removing_an_unknown_report_changes_nothing(library: Path, capsys):
    before = fingerprint(library)
    assert run(["remove", "no-such", "--library", library]) == BAD_INPUT
    one_line(capsys.readouterr().err, "no-such", "python -m qa reports")
    assert fingerprint(library) == before


# --- bad files


BAD = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t ",
    "binary.txt": bytes(range(256)) * 20,
    "gbk.txt": "云湖区2024年法治政府建设工作报告".encode("gbk") * 20,
    "short.txt": "云湖区2024年法治政府建设工作报告".encode(),
    "image.png": b"\x89PNG\r\n\x1a\n" + bytes(100),
}


@pytest.mark.parametrize("file", BAD)
def test_a_bad_file_is_named_and_the_library_stays_as_it_was(
    library: Path, tmp_path: Path, capsys, file: str
):
    (tmp_path / file).write_bytes(BAD[file])
    before = fingerprint(library)
    assert run(["add", tmp_path / file, "--library", library]) == BAD_INPUT
    out, err = capsys.readouterr()
    assert out.startswith(f"rejected\t{tmp_path / file}\t")
    one_line(err, file, "1 of 1")
    assert fingerprint(library) == before


def test_bad_files_do_not_stop_good_ones(report_files: dict[str, Path], tmp_path: Path, capsys):
    folder = tmp_path / "mixed"
    folder.mkdir()
    for file, content in BAD.items():
        (folder / file).write_bytes(content)
    (folder / "good.txt").write_bytes(report_files["cloud-2024.txt"].read_bytes())
    assert run(["add", folder, "--library", tmp_path / "new"]) == BAD_INPUT
    out, err = capsys.readouterr()
    told = {Path(line.split("\t")[1]).name: line.split("\t")[0] for line in out.splitlines()}
    assert told == dict.fromkeys(BAD, "rejected") | {"good.txt": "added"}
    one_line(err, f"{len(BAD)} of {len(BAD) + 1}")
    assert run(["ask", QUESTION, "--library", tmp_path / "new"]) == DONE


def test_a_path_that_does_not_exist_is_named(library: Path, capsys):
    before = fingerprint(library)
    assert run(["add", "nothing.txt", "--library", library]) == BAD_INPUT
    one_line(capsys.readouterr().err, "nothing.txt", "check the path")
    assert fingerprint(library) == before


def test_an_empty_folder_is_named(tmp_path: Path, capsys):
    (tmp_path / "void").mkdir()
    assert run(["add", tmp_path / "void", "--library", tmp_path / "new"]) == BAD_INPUT
    one_line(capsys.readouterr().err, "void", "give a report file")


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
        (b'{"turns": ["\xe7\x94\xb2"]}\n{bad}\n', "in.jsonl, line 2"),
        (b'{"id": "q1"}\n', "in.jsonl, line 1"),
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
    one_line(capsys.readouterr().err, str(out), "choose a folder")


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
    one_line(capsys.readouterr().err, "FAWEN_LIBARY", "FAWEN_LIBRARY", "rename or unset")


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
    assert "usage: fawen" in capsys.readouterr().err


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
