"""Facts: the clauses that tell most, verbatim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.answer.compose.draft import Draft
from qa.answer.prose.fact import WHOLE, WINDOW, add_statement, telling_span, type_bonus
from qa.question.words.terms import Term
from qa.types import AnswerKind, Report


def term(word: str) -> Term:
    return Term(word, 2.0, ((word, 1.0),), True)


@pytest.mark.parametrize(
    ("answer_type", "text", "holds"),
    [
        ("who", "区长主持会议", True),
        ("who", "开展培训", False),
        ("when", "3月揭牌", True),
        ("where", "中心设在镇上", True),
        ("why", "鉴于人手不足", True),
        ("how", "通过联合检查", True),
        ("document", "印发《办法》", True),
        ("document", "印发办法", False),
        ("name", "打造“湖畔”品牌", True),
        ("", "区长主持会议", False),
    ],
)
def test_type_bonus(answer_type: str, text: str, holds: bool):
    assert (type_bonus(answer_type, text) > 0) is holds


def test_a_short_sentence_is_told_whole():
    assert telling_span("区长主持会议，研究工作。", (term("会议"),), "") == (0, 12)


def test_of_a_long_sentence_the_clauses_round_the_terms_are_told():
    filler = "持续深入推进各项重点工作落地见效，" * 8
    sentence = filler + "区长王立主持会议，" + filler
    start, end = telling_span(sentence, (term("会议"),), "who")
    assert "区长王立主持会议" in sentence[start:end]
    assert end - start <= WINDOW


@given(st.text(alphabet="区长会议，；：。《》“”123件", max_size=400))
def test_any_sentence_has_a_span_of_whole_clauses(sentence: str):
    start, end = telling_span(sentence, (term("会议"),), "who")
    assert 0 <= start <= end <= len(sentence)
    assert (start, end) == (0, len(sentence)) if len(sentence) <= WHOLE else end > start


def test_a_statement_is_a_cited_quote_without_its_item_word(cloud: Report):
    draft = Draft(AnswerKind.FACT)
    index = next(s.index for s in cloud.sentences if s.text.startswith("一是建成"))
    add_statement(draft, cloud, index, (term("调解室"),), "", prefix="- ")
    assert draft.lines == ["- 云湖区2024年：建成“湖畔调解室”12个，聘请调解员45名。[1]"]
    assert draft.citations[0].quote in cloud.sentences[index].text
