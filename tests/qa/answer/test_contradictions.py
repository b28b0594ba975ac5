"""Answers from a report that contradicts itself carry a warning with both sentences, each cited; others carry none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.types import AnswerKind
from tests.conftest import TODAY, recheck

REPORT = """{place}2024年法治政府建设年度报告

2024年，{place}坚持依法行政，现将有关情况报告如下。

一、2024年工作情况

（一）化解行政争议
全年新收行政复议申请131件，审结118件，其中直接纠错12件。

（二）公共法律服务
{place}法律援助中心受理法律援助案件402件，为受援人挽回经济损失560万元。

（三）主要数据
2024年，全县行政复议收案{other}件，审结118件；办理法律援助案件约400件。

二、存在的不足

一是基层执法力量薄弱。

三、2025年工作安排

一是健全行政执法监督机制。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over a report that contradicts itself and one that does not."""
    folder: Path = tmp_path_factory.mktemp("contradictions")
    files = []
    for name, place, other in (("a.txt", "柏川县", 137), ("b.txt", "石桥县", 131)):
        files.append(folder / name)
        files[-1].write_text(REPORT.format(place=place, other=other), encoding="utf-8")
    add(files, folder / "lib", load(None))
    with Library.open(folder / "lib") as library:
        yield Assistant(library, load(None))


def test_a_number_carries_both_sentences(assistant: Assistant):
    answer = assistant.ask(("柏川县2024年行政复议收案多少件？",), today=TODAY)
    assert answer.kind is AnswerKind.NUMBER
    (warning,) = answer.warnings
    assert warning.startswith("柏川县2024年的报告对“行政复议收案”前后不一：131件（“")
    assert "137件" in warning
    assert warning in answer.answer
    sentences = {citation.sentence for citation in answer.citations}
    assert {"全年新收行政复议申请131件，审结118件，其中直接纠错12件。"} < sentences
    assert any("全县行政复议收案137件" in sentence for sentence in sentences)
    assert len(answer.citations) == 2
    assert recheck(assistant, answer) == answer


def test_a_comparison_names_the_report_that_contradicts_itself(assistant: Assistant):
    answer = assistant.ask(("柏川县和石桥县2024年行政复议收案哪个多？",), today=TODAY)
    assert answer.kind is AnswerKind.COMPARISON
    (warning,) = answer.warnings
    assert warning.startswith("柏川县")
    assert warning.endswith("比较结果以核对为准。")
    assert "石桥县" not in warning
    assert recheck(assistant, answer) == answer


@pytest.mark.parametrize(
    "question",
    [
        "石桥县2024年行政复议收案多少件？",
        "柏川县2024年受理法律援助案件多少件？",
        "柏川县2024年审结行政复议多少件？",
    ],
)
def test_no_warning_without_a_contradiction(assistant: Assistant, question: str):
    answer = assistant.ask((question,), today=TODAY)
    assert answer.values
    assert answer.warnings == ()
