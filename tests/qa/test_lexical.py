import re

import bm25s
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.lexical import K1, B, Field, LexicalIndex, Postings, extend, idf, question_terms, terms_of
from qa.text import bigrams, words

TEXTS = [
    "全年办理行政复议案件120件。",
    "行政复议行政复议，调解率60%。",
    "法律援助案件300件，法律援助中心扩容。",
    "开展普法活动。",
    "A级景区。",
    "",
]


def build(texts: list[str]) -> tuple[Postings, list[tuple[Field, str]]]:
    return extend(Postings.empty(), [], np.zeros(0, np.bool_), texts)


def ids(vocabulary: list[tuple[Field, str]]) -> dict[tuple[Field, str], int]:
    return {term: number for number, term in enumerate(vocabulary)}


@pytest.mark.parametrize("question", ["行政复议案件", "法律援助120件", "普法", "景区A级"])
@pytest.mark.parametrize(("field", "cut"), [(Field.WORD, words), (Field.BIGRAM, bigrams)])
def test_scores_equal_those_of_another_implementation(question, field, cut):
    corpus = [cut(text) for text in TEXTS]
    oracle = bm25s.BM25(k1=K1, b=B, method="lucene")
    oracle.index(corpus, show_progress=False)
    asked = [token for token in dict.fromkeys(cut(question)) if token in oracle.vocab_dict]
    postings, vocabulary = build(TEXTS)
    terms = [(field, token) for token in asked]
    ideal = sum(idf(sum(token in tokens for tokens in corpus), len(TEXTS)) for token in asked)
    score = LexicalIndex(postings).score(terms, ids(vocabulary))
    if asked:
        assert np.allclose(score * ideal, oracle.get_scores(asked), atol=1e-5)
    assert score.max(initial=0.0) <= 1.0


def test_unknown_terms_lower_the_score_and_repeated_ones_do_not_raise_it():
    postings, vocabulary = build(TEXTS)
    index = LexicalIndex(postings)
    known = [(Field.WORD, "普法")]
    plain = index.score(known, ids(vocabulary))
    assert plain.argmax() == 3
    assert index.score(known * 5, ids(vocabulary)) == pytest.approx(plain)
    assert index.score([*known, (Field.WORD, "从未出现")], ids(vocabulary))[3] < plain[3]
    assert not index.score([], ids(vocabulary)).any()


def test_a_question_without_bigrams_is_scored_on_words_alone():
    postings, vocabulary = build(TEXTS)
    score = LexicalIndex(postings).score([(Field.WORD, "120")], ids(vocabulary))
    assert score.argmax() == 0
    assert score[0] > 0.3


@pytest.mark.parametrize(
    ("question", "gone"),
    [
        ("请问行政复议收了多少件", "多少"),
        ("哪些区开展了普法", "哪些"),
        ("哪个区开展了普法", "哪个"),
        ("什么活动", "什么"),
        ("普法怎么样", "怎么"),
        ("普法怎样开展", "怎样"),
        ("如何普法", "如何"),
        ("是否普法", "是否"),
        ("是不是普法", "不是"),
        ("有没有普法", "没有"),
        ("普法几件", "几件"),
        ("普法吗", "法吗"),
        ("普法呢", "法呢"),
    ],
)
def test_question_words_are_left_out(question, gone):
    texts = {text for _, text in question_terms(question)}
    assert texts
    assert gone not in texts
    assert not any(re.search("[吗呢几]", text) for text in texts)


def test_a_question_of_question_words_only_keeps_them():
    assert (Field.BIGRAM, "多少") in question_terms("多少")
    assert question_terms("") == []


def test_empty_index():
    index = LexicalIndex(Postings.empty())
    assert index.score(terms_of("普法"), {}).shape == (0,)


text = st.text(alphabet="行政复议法律援助，。1A ", max_size=12)


@settings(deadline=None, max_examples=60)
@given(old=st.lists(text, max_size=6), new=st.lists(text, max_size=6), data=st.data())
def test_extending_equals_building_anew(old, new, data):
    kept = np.array(data.draw(st.lists(st.booleans(), min_size=len(old), max_size=len(old))), np.bool_)
    before, vocabulary = build(old)
    postings, terms = extend(before, vocabulary, kept, new)
    fresh, fresh_terms = build([t for t, stays in zip(old, kept, strict=True) if stays] + new)
    assert sorted(terms) == sorted(fresh_terms)
    assert (postings.lengths == fresh.lengths).all()
    for number, term in enumerate(terms):
        other = fresh_terms.index(term)
        a, b = postings.starts[number : number + 2], fresh.starts[other : other + 2]
        assert postings.rows[a[0] : a[1]].tolist() == fresh.rows[b[0] : b[1]].tolist()
        assert postings.counts[a[0] : a[1]].tolist() == fresh.counts[b[0] : b[1]].tolist()
        assert a[1] > a[0]


def test_counts_do_not_overflow():
    postings, _ = build(["普法，" * 1000])
    assert postings.counts.max() == 255
    assert postings.lengths[0].tolist() == [1000, 1000]
