"""Ranking: which figure of a report answers, and what its measure word may stand for."""

from __future__ import annotations

import numpy as np
import pytest

from embeddings.hashing import HashingEncoder
from qa.assistant import Assistant
from qa.ledger.observe import Mention, observe_sentence
from qa.question.intent import read_intent
from qa.question.terms import Term
from qa.ranking import PreparedReport, Query, rank_mentions, rank_sentences, unit_fit
from qa.reading import read_text
from qa.text import clean_question
from qa.types import Report, SectionKind, Sentence
from tests.conftest import TODAY

ENCODER = HashingEncoder()


def prepare(report: Report) -> PreparedReport:
    return PreparedReport.make(report, ENCODER.encode([s.text for s in report.sentences]))


def query(question: str, *words: str) -> Query:
    terms = tuple(Term(w, 2.0, ((w, 1.0),), True) for w in words)
    return Query(terms, read_intent(clean_question(question)), question, ENCODER.encode([question])[0])


def mention(text: str) -> Mention:
    return observe_sentence(Sentence(0, 0, len(text), text, 0, (), SectionKind.RESULT))[-1]


def best(report: Report, question: str, *words: str) -> str:
    return rank_mentions(query(question, *words), prepare(report), ENCODER)[0].mention.quantity.value


@pytest.mark.parametrize(
    ("question", "words", "value"),
    [
        ("行政处罚多少件", ("行政处罚",), "1476"),
        ("行政处罚下降了多少", ("行政处罚",), "12.5"),
        ("行政复议新收多少件", ("行政复议", "新收"), "320"),
        ("行政复议审结多少件", ("行政复议", "审结"), "305"),
        ("持证率是多少", ("持证率",), "88.1"),
        ("首违不罚金额多少元", ("首违不罚", "金额"), "1.2"),
        ("首违不罚多少件", ("首违不罚",), "230"),
        ("涉外公证多少件", ("涉外", "公证"), "310"),
        ("公证多少件", ("公证",), "4120"),
    ],
)
def test_the_figure_that_its_words_own_comes_first(
    cloud: Report, question: str, words: tuple[str, ...], value: str
):
    assert best(cloud, question, *words) == value


def test_rankings_hold_everything_in_order(cloud: Report):
    prepared = prepare(cloud)
    figures = rank_mentions(query("行政处罚多少件", "行政处罚"), prepared, ENCODER)
    sentences = rank_sentences(query("行政处罚多少件", "行政处罚"), prepared)
    assert len(figures) == len(prepared.mentions)
    assert sorted(s.index for s in sentences) == list(range(len(cloud.sentences)))
    for ranked in (figures, sentences):
        scores = [r.score for r in ranked]
        assert scores == sorted(scores, reverse=True)
        assert ranked[0].margin == pytest.approx(scores[0] - scores[1])
        assert all(0 <= r.coverage <= 1 + 1e-9 for r in ranked)


def test_a_plan_comes_after_a_result_unless_it_is_asked_for():
    report = read_text(
        "甲河区2024年法治政府建设工作报告\n\n一、2024年工作情况\n\n甲河区全区新建法律服务站点12个，方便全区群众办理公共法律服务事项。\n\n"
        "二、2025年工作计划\n\n甲河区全区新建法律服务站点20个，方便全区群众办理公共法律服务事项。\n",
        "river.txt",
        place="甲河区",
        year=2024,
    )
    assert {s.section for s in report.sentences} == {SectionKind.RESULT, SectionKind.PLAN}
    assert best(report, "建了几个法律服务站点", "法律服务", "站点") == "12"
    assert best(report, "下一步建几个法律服务站点", "法律服务", "站点") == "20"


def test_a_required_word_leaves_only_figures_near_it(cloud: Report):
    needed = Term("石桥镇", 4.0, (("石桥镇", 1.0),), True, required=True)
    asked = query("石桥镇执法案件多少件", "执法")
    asked = Query((*asked.terms, needed), asked.intent, asked.text, asked.vector)
    found = rank_mentions(asked, prepare(cloud), ENCODER)
    assert found[0].mention.quantity.value == "77"
    assert "1476" not in {f.mention.quantity.value for f in found}


def test_a_report_without_figures_ranks_none():
    report = read_text(
        "甲河区2024年法治政府建设工作报告\n\n一、工作情况\n\n深入学习，持续推进依法行政，不断优化法治营商环境，扎实推进各项工作。\n",
        "plain.txt",
        place="甲河区",
        year=2024,
    )
    assert rank_mentions(query("多少件", "案件"), prepare(report), ENCODER) == []


def test_terms_that_are_not_found_are_told(cloud: Report):
    asked = query("无人机采购多少架", "无人机", "行政处罚")
    top = rank_mentions(asked, prepare(cloud), ENCODER)[0]
    assert [t.text for t in top.uncovered] == ["无人机"]


@pytest.mark.parametrize(
    ("question", "better", "worse"),
    [
        ("占比多少", "占比95%", "办理95件"),
        ("花了多少钱", "经费95万元", "办理95件"),
        ("多少件", "办理95件", "占比95%"),
        ("多少件", "办理95件", "经费95万元"),
        ("多少件", "办理95件", "参加95人次"),
        ("多少人次", "参加95人次", "参加95人"),
        ("多少人", "参加95人", "参加95人次"),
        ("多少人", "参加95人", "办理95件"),
        ("多少家", "走访95家", "办理95件"),
        ("复议诉讼比是多少", "复议诉讼比3.97:1", "办理95件"),
    ],
)
def test_measure_words(question: str, better: str, worse: str):
    intent = read_intent(clean_question(question))
    assert unit_fit(intent, mention(better)) > unit_fit(intent, mention(worse))


@pytest.mark.parametrize(
    ("question", "text"),
    [("占比多少", "办理95件"), ("多少件", "占比95%"), ("多少钱", "参加95人"), ("多少人", "经费95万元")],
)
def test_percent_money_and_counts_never_stand_for_each_other(question: str, text: str):
    assert unit_fit(read_intent(clean_question(question)), mention(text)) <= -0.5


def test_vectors_of_figures_are_made_once(cloud: Report):
    prepared = prepare(cloud)
    first = prepared.mention_vectors(ENCODER)
    assert first is prepared.mention_vectors(ENCODER)
    assert first.shape == (len(prepared.mentions), ENCODER.dim)
    assert np.isfinite(first).all()


def test_everyday_words_reach_their_sentence(invented: Assistant):
    (hit, *_) = invented.retrieve(["云湖区2024年头一回违规放过了多少起"], today=TODAY)
    assert "首违不罚" in hit.sentence.text
