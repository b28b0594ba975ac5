"""Drafts: verbatim quotes, markers in order, and markup made harmless."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.answer.compose.draft import Draft, plain, trim
from qa.ledger.observe import observe
from qa.types import AnswerKind, Reason, Report


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<img src=x onerror=alert(1)>", r"\<img src=x onerror=alert(1)\>"),
        ("**粗** _斜_ `码`", r"\*\*粗\*\* \_斜\_ \`码\`"),
        ("[链接](x)", r"\[链接\](x)"),
        ("甲|乙", r"甲\|乙"),
        ("# 题\n第二行", r"\# 题第二行"),
        ("甲  \t乙", "甲 乙"),
        ("~~删~~", r"\~\~删\~\~"),
        ("a\\b", r"a\\b"),
        ("平常的话，1476件。", "平常的话，1476件。"),
        ("", ""),
    ],
)
def test_plain(text: str, shown: str):
    assert plain(text) == shown


@given(st.text(max_size=80))
def test_plain_leaves_no_markup_character_bare_and_one_line(text: str):
    shown = plain(text)
    assert "\n" not in shown
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_\[\]<>|#~]", shown)
    unescaped = re.sub(r"\\([\\`*_\[\]<>|#~])", r"\1", shown)
    assert "".join(unescaped.split()) == "".join(text.split())


def test_trim_drops_marks_at_the_edges_only():
    assert trim(" ，甲，乙。\n") == "甲，乙"


def test_a_quote_is_cut_from_the_stored_text_and_trimmed(cloud: Report):
    draft = Draft(AnswerKind.FACT)
    start = cloud.text.index("新收行政复议案件320件，")
    sentence = next(s for s in cloud.sentences if s.start <= start < s.end)
    marker = draft.cite(cloud, start, start + len("新收行政复议案件320件，"), sentence)
    (citation,) = draft.citations
    assert marker == citation.marker == 1
    assert citation.quote == cloud.text[citation.start : citation.end] == "新收行政复议案件320件"
    assert citation.sentence == sentence.text
    assert citation.heading == sentence.heading
    assert (citation.place, citation.year, citation.file) == ("云湖区", 2024, "cloud-2024.txt")


def test_the_same_span_keeps_its_marker_and_another_gets_the_next(cloud: Report, peak: Report):
    draft = Draft(AnswerKind.FACT)
    assert [
        draft.cite_sentence(cloud, 0),
        draft.cite_sentence(cloud, 1),
        draft.cite_sentence(cloud, 0),
        draft.cite_sentence(peak, 0),
    ] == [1, 2, 1, 3]
    assert [c.marker for c in draft.citations] == [1, 2, 3]


def test_the_clause_of_a_figure_is_cited(cloud: Report):
    mention = next(m for m in observe(cloud) if m.quantity.value == "305")
    draft = Draft(AnswerKind.NUMBER)
    draft.cite_mention(cloud, mention)
    assert draft.citations[0].quote == "审结305件"
    assert draft.citations[0].sentence.startswith("全年新收行政复议案件320件")


def test_finishing_with_a_reason_refuses():
    draft = Draft(AnswerKind.REFUSAL)
    draft.lines = ["没有。", "可以改问别处。"]
    answer = draft.finish(reason=Reason.NO_SUCH_PLACE)
    assert answer.abstained
    assert answer.reason is Reason.NO_SUCH_PLACE
    assert answer.answer == "没有。\n可以改问别处。"


def test_finishing_without_a_reason_answers(cloud: Report):
    draft = Draft(AnswerKind.FACT)
    draft.lines = [f"第一句。[{draft.cite_sentence(cloud, 0)}]"]
    draft.warnings.append("小心")
    answer = draft.finish()
    assert not answer.abstained
    assert answer.reason is None
    assert answer.warnings == ("小心",)
    assert len(answer.citations) == 1
