"""``fawen audit``: what it prints, its files, its options and its errors."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from embeddings.hashing import HashingEncoder
from qa.commands.audit import safe_cell
from qa.commands.shelf import BAD_INPUT, DONE
from qa.ingest import add
from tests.terminal import bare, one_line, run

FILLER = "全区上下深入学习贯彻习近平法治思想，扎实推进法治政府建设各项任务落地见效。"
REPORT = f"""云湖区2024年法治政府建设工作报告

一、2024年主要成效

{FILLER}
审结一审行政诉讼案件145件，败诉8件，败诉率6.5%。

二、2025年工作安排

一是继续努力。
"""
OTHER = f"""青岚县2024年法治政府建设工作报告

一、2024年主要成效

{FILLER}
新收行政复议案件3件。
"""


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    bare(monkeypatch, tmp_path)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    for name, text in (("a.txt", REPORT), ("b.txt", OTHER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        results = add([tmp_path / name], tmp_path / "lib", HashingEncoder(), place=text[:3], year=2024)
        assert [r.reason for r in results] == [""]
    return tmp_path / "lib"


def test_a_finding_shows_its_figures_where_they_stand_and_the_sum(library: Path, capsys):
    assert run(["audit", "--library", library]) == DONE
    out, err = capsys.readouterr()
    start = REPORT.index("败诉率")
    assert "[对不上 · 比率] 云湖区 2024：文中写“败诉率6.5%”；按“败诉8件”" in out
    assert "8÷145=5.5%" in out
    assert f"a.txt:{start}-{start + 7} “败诉率6.5%”" in out
    assert "审结一审行政诉讼案件145件，败诉8件，败诉率6.5%。" in out
    assert out.endswith("核对报告2份，列出1处：对不上 1，口径可能不同 0，四舍五入差异 0。\n")
    assert err == ""


def test_no_finding_says_so_and_is_no_failure(library: Path, capsys):
    assert run(["audit", "--place", "青岚", "--library", library]) == DONE
    assert capsys.readouterr().out.startswith("核对报告1份，列出0处")


def test_the_language_follows_the_setting(library: Path, capsys, monkeypatch):
    monkeypatch.setenv("FAWEN_LANG", "en")
    assert run(["audit", "--library", library]) == DONE
    out = capsys.readouterr().out
    assert "[does not add up · rate] 云湖区 2024: The report states “败诉率6.5%”" in out
    assert out.endswith("2 reports, 1 findings: does not add up 1, may count differently 0, rounding 0.\n")


def test_json(library: Path, capsys):
    assert run(["audit", "--json", "--year", "2024", "--library", library]) == DONE
    [finding] = json.loads(capsys.readouterr().out)
    assert (finding["kind"], finding["severity"], finding["arithmetic"]) == (
        "rate",
        "contradiction",
        "8÷145=5.5%",
    )
    assert [REPORT[s["start"] : s["end"]] for s in finding["spans"]] == [s["quote"] for s in finding["spans"]]


def test_csv_has_a_mark_and_no_formulas(library: Path, capsys, tmp_path: Path):
    assert run(["audit", "--csv", tmp_path / "out.csv", "--library", library]) == DONE
    raw = (tmp_path / "out.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    header, row = csv.reader(raw.decode("utf-8-sig").splitlines())
    assert header[0] == "严重程度"
    assert row[:6] == ["对不上", "比率", "云湖区", "2024", "6.5%", "5.5%"]
    assert "a.txt:" in row[-1]


@pytest.mark.parametrize("head", ["=", "+", "-", "@", "＝", "\t=", "\n@"])
def test_a_cell_that_would_run_is_made_text(head: str):
    assert safe_cell(f"{head}1+cmd|'/C calc'!A0").startswith("'")


def test_other_cells_stay_as_they_are():
    assert safe_cell("5.54%") == "5.54%"
    assert safe_cell("1+1") == "1+1"
    assert safe_cell("a\nb  c") == "ab c"


def test_templates(library: Path, capsys):
    assert run(["audit", "--templates", "--library", library]) == DONE
    out = capsys.readouterr().out
    assert "[2个地区、1个年度]" in out
    assert f"云湖区 2024 a.txt:{REPORT.index(FILLER)}-" in out
    assert out.endswith("雷同的句子1组。\n")


def test_templates_as_json_hold_every_member(library: Path, capsys):
    assert run(["audit", "--templates", "--json", "--place", "云湖区", "--library", library]) == DONE
    [group] = json.loads(capsys.readouterr().out)
    assert [m["place"] for m in group["members"]] == ["云湖区", "青岚县"]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--place", "朝阳区"], ("朝阳区", "云湖区、青岚县")),
        (["--year", "2021"], ("2021", "2024")),
        (["--templates", "--csv", "x.csv"], ("--csv", "--json")),
        (["--csv", "no/such/x.csv"], ("no/such/x.csv", "写不了")),
    ],
)
def test_bad_input_is_one_line(library: Path, capsys, options: list[str], told: tuple[str, ...]):
    assert run(["audit", *options, "--library", library]) == BAD_INPUT
    out, err = capsys.readouterr()
    one_line(err, *told)
    assert out == ""


def test_a_missing_library_is_named(tmp_path: Path, capsys):
    assert run(["audit", "--library", tmp_path / "nowhere"]) == BAD_INPUT
    one_line(capsys.readouterr().err, "nowhere", "python -m qa add")
