"""Errors are planted where figures bear each other out, and counted as found only where a finding rests on them."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from eval.plant import main, plant, relations_of
from qa.reading import read_text
from qa.types import Report

BODY = """云湖区2024年法治政府建设工作报告

一、2024年主要成效

全区上下深入学习贯彻习近平法治思想，扎实推进法治政府建设各项任务落地见效。
审结一审行政诉讼案件145件，败诉8件，败诉率5.5%。
法律援助案件436件，其中刑事158件、民事271件、行政7件。
入企检查由上年的8412次减至6037次，降幅28.2%。
培训干部100人，发放资料300份，满意率97.3%。
"""


def report() -> Report:
    return read_text(BODY, file="a.txt", place="云湖区", year=2024)


def test_relations_are_found_by_arithmetic():
    found = {(r.kind, tuple(q.value for q in r.quantities)) for r in relations_of(report())}
    assert found == {
        ("share", ("145", "8", "5.5")),
        ("parts", ("436", "158", "271", "7")),
        ("change", ("8412", "6037", "28.2")),
    }


def test_a_planted_error_changes_one_digit_and_breaks_the_relation():
    whole = report()
    for relation in relations_of(whole):
        for which in range(len(relation.quantities)):
            spoiled = plant(whole, relation, which, random.Random(7))
            assert spoiled is not None
            changed = [i for i, (a, b) in enumerate(zip(whole.text, spoiled.text, strict=True)) if a != b]
            quantity = relation.quantities[which]
            start = relation.sentence.start
            assert len(changed) == 1
            assert start + quantity.start <= changed[0] < start + quantity.end
            kept = {tuple(q.value for q in r.quantities) for r in relations_of(spoiled)}
            assert tuple(q.value for q in relation.quantities) not in kept


def test_recall_is_told_by_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    (tmp_path / "a.txt").write_text(BODY, encoding="utf-8")
    assert main([str(tmp_path)]) == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [line[0] for line in lines] == ["change", "parts", "share", "all"]
    assert lines[0][1] == "3/3"
    assert lines[2][1] == "3/3"
    assert lines[3][1].endswith("/10")
