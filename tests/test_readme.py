"""What the README says is true: commands, options, settings, links, and every answer that it shows."""

from __future__ import annotations

import json
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import eval.__main__
import eval.bench
import qa.cli
from qa.assistant import Assistant
from qa.errors import BadSetting
from qa.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
READMES = ("README.md", "README.zh-CN.md")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROGRAMS: dict[str, Callable[[list[str]], int]] = {
    "qa": qa.cli.main,
    "eval": eval.__main__.main,
    "eval.bench": eval.bench.main,
}

pytestmark = pytest.mark.parametrize("readme", READMES)


def text_of(readme: str) -> str:
    return (ROOT / readme).read_text(encoding="utf-8")


def blocks(readme: str, language: str) -> list[str]:
    return [body for kind, body in BLOCK.findall(text_of(readme)) if kind == language]


def commands(readme: str) -> list[tuple[str, list[str]]]:
    """Every ``python -m`` command of the README: its module and the words behind it."""
    text = text_of(readme)
    shown = [
        line for kind, body in BLOCK.findall(text) if kind in ("sh", "console") for line in body.splitlines()
    ]
    shown += re.findall(r"`([^`\n]+)`", text)
    found = []
    for line in shown:
        words = shlex.split(line.removeprefix("$ "), comments=True) if "python -m" in line else []
        if words[:2] == ["python", "-m"]:
            found.append((words[2], words[3:]))
    return found


def help_of(module: str, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> str:
    with pytest.raises(SystemExit, match=r"^0$"):
        PROGRAMS[module]([*arguments, "--help"])
    return capsys.readouterr().out


def without_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("FAWEN_ENCODER", "FAWEN_HOST", "FAWEN_INDICATORS", "FAWEN_LANG", "FAWEN_LIBRARY", "PORT"):
        monkeypatch.delenv(name, raising=False)


def test_every_make_target_exists(readme: str) -> None:
    named = set(re.findall(r"\bmake ([a-z]+)", "\n".join([*blocks(readme, "sh"), *_spans(readme)])))
    targets = set(
        re.findall(r"^([a-z]+):.*##", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert {"run", "test", "ask", "eval", "bench"} <= named
    assert named <= targets


def test_every_command_and_option_exists(readme: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = commands(readme)
    assert {words[0] for module, words in found if module == "qa" and words} == _subcommands(capsys)
    for module, words in found:
        if module == "qa" and not words:
            continue
        told = help_of(module, words[:1] if module == "qa" else [], capsys)
        for option in (word for word in words if word.startswith("--")):
            assert re.search(rf"(?<![\w-]){option}(?![\w-])", told), f"python -m {module} has no {option}"


def test_the_settings_are_those_that_exist(readme: str) -> None:
    listed = set(re.findall(r"^\| `([A-Z_]+)` \|", text_of(readme), re.MULTILINE))
    with pytest.raises(BadSetting, match="allowed are") as caught:
        Settings.from_environment({"FAWEN_NO_SUCH": "1"})
    allowed = re.findall(r"\b(?:FAWEN_[A-Z]+|PORT)\b", str(caught.value).split("allowed are")[1])
    assert listed == set(allowed)


def test_the_answers_shown_are_those_given_now(
    readme: str, seeds_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    without_settings(monkeypatch)
    samples = blocks(readme, "console")
    assert len(samples) >= 3
    for sample in samples:
        command, _, shown = sample.partition("\n")
        words = shlex.split(command)
        assert words[:4] == ["$", "python", "-m", "qa"]
        assert words[4] in ("ask", "audit")
        code = qa.cli.main([*words[4:], "--library", str(seeds_folder)])
        assert capsys.readouterr().out == shown, f"{readme}: {command} prints something else now"
        assert code == (0 if "[1]" in shown or words[4] == "audit" else 1)


def test_the_batch_lines_shown_are_those_given_now(
    readme: str, seeds_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_settings(monkeypatch)
    [questions], [shown] = blocks(readme, "jsonl"), blocks(readme, "json")
    (tmp_path / "in.jsonl").write_text(questions, encoding="utf-8")
    out = tmp_path / "out.jsonl"
    assert (
        qa.cli.main(["batch", str(tmp_path / "in.jsonl"), "--out", str(out), "--library", str(seeds_folder)])
        == 0
    )
    given = json.loads(out.read_text(encoding="utf-8"))
    assert given.pop("latency_ms") > 0
    assert given == json.loads(shown)


def test_the_conversation_shown_goes_as_shown(readme: str, seeds: Assistant) -> None:
    [shown] = re.findall(
        r"^<!-- conversation -->\n\|.*\n\|[-|]+\|\n(.*?)<!-- /conversation -->$", text_of(readme), re.M | re.S
    )
    rows = [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in shown.splitlines()]
    assert len(rows) == 10
    turns: list[str] = []
    for said, told in rows:
        turns.append(said)
        assert seeds.ask(turns).answer.split("\n")[0] == told, f"{readme}: {said} is answered otherwise now"


def test_the_python_example_runs(
    readme: str,
    seeds_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(seeds_folder, tmp_path / ".fawen")
    monkeypatch.chdir(tmp_path)
    [example] = blocks(readme, "python")
    exec(compile(example, readme, "exec"), {"__name__": "example"})
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    assert all(line.startswith("cixi-2024.txt ") for line in lines[:3])
    assert "587件" in lines[3]


def test_every_link_leads_to_a_file(readme: str) -> None:
    links = re.findall(r"\]\(([^)#\s]+)\)", text_of(readme))
    assert "docs/images/page.png" in links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_it_opens_with_a_sentence_and_the_two_commands(readme: str) -> None:
    opening = text_of(readme).split("```", maxsplit=2)
    assert opening[0].startswith("# ")
    assert [line.split("#")[0].strip() for line in opening[1].splitlines()[1:]] == ["make run", "make test"]


def test_the_results_table_has_its_marks(readme: str) -> None:
    assert (
        len(
            re.findall(
                r"^<!-- eval -->\n\|.*\n\|[-|: ]+\|\n(?:\|.*\n)+<!-- /eval -->$", text_of(readme), re.M
            )
        )
        == 1
    )


def _spans(readme: str) -> list[str]:
    return re.findall(r"`([^`\n]+)`", text_of(readme))


def _subcommands(capsys: pytest.CaptureFixture[str]) -> set[str]:
    return set(re.findall(r"^    ([a-z]+) ", help_of("qa", [], capsys), re.MULTILINE))
