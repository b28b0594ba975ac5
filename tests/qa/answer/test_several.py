"""Several reports in one answer: drafts joined with their markers, statements side by side."""

from __future__ import annotations

import pytest

from qa.answer.compose.draft import Draft, join
from qa.types import AnswerKind, Report, Value
from tests.conftest import Ask


def draft(report: Report, *indices: int) -> Draft:
    made = Draft(AnswerKind.LIST)
    for index in indices:
        marker = made.cite_sentence(report, index)
        made.lines.append(f"第{marker}句[{marker}]")
        made.values.append(Value(report.meta.place, 2024, "x", "1", "件", None, marker))
    made.computed.add(report.meta.id)
    made.warnings.append(report.meta.place)
    return made


def test_markers_go_on_from_draft_to_draft(cloud: Report, peak: Report):
    whole = join([draft(cloud, 0, 1), draft(peak, 0)], AnswerKind.COMPARISON)
    assert whole.kind is AnswerKind.COMPARISON
    assert whole.lines == ["第1句[1]", "第2句[2]", "第1句[3]"]
    assert [c.marker for c in whole.citations] == [1, 2, 3]
    assert [c.place for c in whole.citations] == ["云湖区", "云湖区", "青岚县"]
    assert [v.citation for v in whole.values] == [1, 2, 3]
    assert whole.warnings == ["云湖区", "青岚县"]
    assert whole.computed == {cloud.meta.id, peak.meta.id}


def test_one_draft_stays_as_it_is(cloud: Report):
    only = draft(cloud, 0)
    assert join([only], AnswerKind.COMPARISON) is only


def test_escaped_brackets_of_a_report_are_no_markers(cloud: Report, peak: Report):
    second = draft(peak, 0)
    second.lines[0] = r"甲\[1\]乙[1]"
    assert join([draft(cloud, 0), second], AnswerKind.LIST).lines[1] == r"甲\[1\]乙[2]"


def test_statements_stand_side_by_side(ask: Ask):
    answer = ask("云湖区和青岚县2024年存在哪些不足?")
    assert {c.place for c in answer.citations} == {"云湖区", "青岚县"}
    assert "基层执法力量薄弱" in answer.answer
    assert "部门协同不够顺畅" in answer.answer


@pytest.mark.parametrize(
    ("question", "told"),
    [("谁提到了公证?", {"云湖区"}), ("谁提到了首违不罚?", {"云湖区", "青岚县", "松屏市"})],
)
def test_who_discloses(ask: Ask, question: str, told: set[str]):
    answer = ask(question)
    assert {c.place for c in answer.citations} == told
