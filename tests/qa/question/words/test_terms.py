"""The terms of a question: what is kept, dropped, weighed and known."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.question.words.lexicon import Lexicon
from qa.question.words.term_reading import read_terms
from qa.question.words.terms import Term, content_of, in_domain, required_term
from qa.text import clean_question

LEXICON = Lexicon.load()
HELD = {
    "复议": 40,
    "行政复议": 40,
    "调解": 60,
    "湖畔": 1,
    "律师": 20,
    "无人机": 0,
    "处罚": 30,
    "行政处罚": 30,
}
N_SENTENCES = 200


def rarity(words: Iterable[str]) -> dict[str, int]:
    return {word: HELD.get(word, 0) for word in words}


def terms(question: str, spans: tuple[tuple[int, int], ...] = ()) -> tuple[Term, ...]:
    return read_terms(clean_question(question), spans, LEXICON, rarity, N_SENTENCES)


def texts(question: str) -> str:
    return "|".join(t.text for t in terms(question))


@pytest.mark.parametrize("question", ["多少件?", "这个呢?", "是多少", "一共有几个", "", "?!", "情况怎么样"])
def test_words_that_ask_or_fill_are_no_terms(question: str):
    assert terms(question) == ()


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("行政复议收了多少件", "行政复议"),
        ("湖畔调解室有几个", "湖畔"),
        ("Python平台叫什么", "python"),
    ],
)
def test_content_words_are_terms(question: str, word: str):
    assert word in texts(question)


def test_blanked_spans_are_no_terms():
    question = "云湖区2024年行政复议收了多少件"
    kept = "|".join(t.text for t in terms(question, ((0, 3), (3, 8))))
    assert "云湖" not in kept
    assert "2024" not in kept
    assert "行政复议" in kept


def test_a_word_of_the_library_is_known_and_another_is_not():
    (known,) = [t for t in terms("湖畔怎么样") if t.text == "湖畔"]
    unknown = terms("无人机怎么样")
    assert known.known
    assert unknown
    assert not any(t.known for t in unknown)


def test_a_rare_word_weighs_more_than_a_frequent_one():
    weight = {t.text: t.weight for t in terms("湖畔 律师 哪里")}
    assert weight["湖畔"] > weight["律师"]


def test_the_word_beside_the_question_word_weighs_more():
    beside = {t.text: t.weight for t in terms("湖畔有多少")}["湖畔"]
    away = {t.text: t.weight for t in terms("湖畔怎么样")}["湖畔"]
    assert beside > away


@pytest.mark.parametrize(
    ("question", "official"),
    [
        ("没钱打官司的帮了几个", "法律援助"),
        ("民告官的案子", "行政诉讼"),
    ],
)
def test_everyday_phrases_bring_their_official_words(question: str, official: str):
    found = [t for t in terms(question) if official in [form for form, _ in t.forms]]
    assert found
    assert all(t.concept for t in found)
    assert any(t.everyday for t in found)


@pytest.mark.parametrize(
    ("question", "bound"),
    [
        ("排污的罚了几家", "sentence"),
        ("政府输了几场", "figure"),
        ("环境保护罚了几家", ""),
        ("要回来多少工钱", ""),
    ],
)
def test_an_everyday_matter_or_outcome_must_stand_by_the_figure(question: str, bound: str):
    assert next((t.bound for t in terms(question) if t.bound), "") == bound


def test_a_concept_that_another_says_more_exactly_is_no_term():
    for question, own, other in (
        ("小错没挨罚的有多少起", "不予处罚", "行政处罚"),
        ("打12345反映问题", "热线", "信访"),
    ):
        forms = {form for t in terms(question) for form, _ in t.forms}
        assert own in forms
        assert other not in forms


def test_domain_terms_may_be_shortened_as_reports_do():
    (term,) = [t for t in terms("行政复议收了多少件") if t.text == "行政复议"]
    assert "复议" in dict(term.forms)
    assert dict(term.forms)["复议"] < dict(term.forms)["行政复议"]


def test_weights_are_above_zero_and_forms_begin_with_the_words():
    for question in ("头一回违规放过了多少起", "行政执法人员持证率是多少", "无人机采购了多少架"):
        for term in terms(question):
            assert term.weight > 0
            assert term.forms[0] == (term.text, 1.0)
            assert all(0 < weight <= 1 for _, weight in term.forms)


def test_the_term_of_an_inner_place_is_required():
    term = required_term("石桥镇")
    assert term.required
    assert "石桥" in dict(term.forms)


def test_one_character_does_not_stand_for_an_inner_place():
    assert required_term("洋县").forms == (("洋县", 1.0),)


@pytest.mark.parametrize("question", ["行政复议收了多少件", "民告官的案子", "调解 律师"])
def test_questions_of_the_domain(question: str):
    assert in_domain(terms(question))


@pytest.mark.parametrize("question", ["法国首都巴黎", "红烧肉菜谱", "电影明星票房"])
def test_questions_outside_the_domain(question: str):
    assert not in_domain(terms(question))


@pytest.mark.parametrize(
    ("question", "kept", "dropped"),
    [
        ("行政复议收了多少件?", "行政复议", "多少"),
        ("湖畔调解室", "湖畔调解室", " "),
        ("法国的首都", "首都", "  "),
    ],
)
def test_content_keeps_what_is_asked_and_drops_what_asks(question: str, kept: str, dropped: str):
    assert kept in content_of(question)
    assert dropped not in content_of(question)


@given(st.text(max_size=60))
def test_any_question_has_terms_or_none(text: str):
    assert all(t.weight > 0 and t.forms for t in terms(text))


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("城管局一年作出多少件处罚决定", "城管局"),
        ("应急管理局罚了多少宗", "应急管理局"),
        ("市场监管局的罚没金额", "市场监管局"),
        ("公安部门破了多少案", "公安部门"),
    ],
)
def test_a_department_named_is_required(text: str, office: str):
    found = read_terms(text, (), Lexicon.load(), lambda words: dict.fromkeys(words, 3), 100)
    assert [t.text for t in found if t.required] == [office]


@pytest.mark.parametrize(
    "text", ["审计项目多少个", "教育整顿多少人", "司法局办了多少件法律援助", "镇街审查多少件(不含县区)"]
)
def test_a_field_or_what_is_left_out_is_no_department(text: str):
    found = read_terms(text, (), Lexicon.load(), lambda words: dict.fromkeys(words, 3), 100)
    assert not [t for t in found if t.required and ("局" in t.text or "县" in t.text)]
