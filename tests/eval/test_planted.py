"""The sets of planted errors: they are read as their gold files say, and the audit keeps what it was measured to find."""

from __future__ import annotations

from pathlib import Path

import pytest

from eval.planted import lines_of, locate, main, measure
from qa.errors import InputError
from qa.reading import read, read_text

SETS = Path(__file__).parents[1] / "data" / "audit"


def test_an_error_is_located_by_walking_along_both_texts():
    clean, wrong = (
        read_text(
            f"云湖区2024年报告\n\n一、成效\n\n全县上下扎实推进各项任务落地见效。收到{a}件，审结{b}件。\n",
            file="a.txt",
            place="云湖区",
            year=2024,
        )
        for a, b in (("168", "31"), ("186", "13"))
    )
    entries = [
        {"kind": "twice", "wrong": "186", "right": "168", "sentence": ""},
        {"kind": "rate", "wrong": "13", "right": "31", "sentence": ""},
    ]
    found = list(locate("a.txt", entries, clean, wrong))
    assert [wrong.text[e.start : e.end] for e in found] == ["186", "13"]
    with pytest.raises(InputError, match="77"):
        list(locate("a.txt", [{"kind": "x", "wrong": "77", "right": "78", "sentence": ""}], clean, wrong))


# recall as measured on 2026-11-27 was 73 of 78 and 22 of 30, with no false alarm (docs/design/010-audit.md)
@pytest.mark.parametrize(
    ("name", "n", "least"),
    [
        ("first", 78, 72),
        ("second", 30, 22),
        ("third", 19, 17),
        ("fourth", 18, 16),
        ("eleventh", 50, 40),
        ("twelfth", 30, 24),
    ],
)
def test_the_audit_finds_most_and_accuses_nobody(name: str, n: int, least: int):
    outcome = measure(SETS / name)
    assert len(outcome.found) + len(outcome.missed) == n
    assert len(outcome.found) >= least
    assert [f.message for f in outcome.false] == []
    assert any(line.startswith("recall\t") for line in lines_of(outcome))


def test_every_format_is_among_the_reports():
    suffixes = {path.suffix for path in (SETS / "first" / "planted").iterdir()}
    assert suffixes == {".txt", ".docx", ".html"}
    assert read(SETS / "first" / "clean" / "linxi-2023.docx").meta.year == 2023


def test_a_folder_without_gold_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(InputError, match=r"no gold\.json"):
        measure(tmp_path)
    assert main([str(SETS / "second")]) == 0
    assert "recall" in capsys.readouterr().out
