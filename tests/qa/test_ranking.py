"""Ranking: which figure of a report answers, and which sentence."""

from __future__ import annotations

import numpy as np
import pytest

from embeddings.hashing import HashingEncoder
from qa.assistant import Assistant
from qa.question.single.intent_reading import read_intent
from qa.question.words.terms import Term
from qa.ranking import PreparedReport, Query, rank_mentions, rank_sentences
from qa.reading import read_text
from qa.text import clean_question
from qa.types import Report, SectionKind
from tests.conftest import TODAY

ENCODER = HashingEncoder()


def prepare(report: Report) -> PreparedReport:
    return PreparedReport.make(report, ENCODER.encode([s.text for s in report.sentences]))


def query(question: str, *words: str) -> Query:
    terms = tuple(Term(w, 2.0, ((w, 1.0),), True) for w in words)
    return Query(terms, read_intent(clean_question(question)), question, ENCODER.encode([question])[0])


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
    sentences = rank_sentences(query("行政处罚多少件", "行政处罚"), prepared, ENCODER)
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


def test_vectors_of_figures_are_made_once(cloud: Report):
    prepared = prepare(cloud)
    first = prepared.mention_vectors(ENCODER)
    assert first is prepared.mention_vectors(ENCODER)
    assert first.shape == (len(prepared.mentions), ENCODER.dim)
    assert np.isfinite(first).all()


def test_an_encoder_without_topics_finds_nothing_alike(cloud: Report):
    prepared = prepare(cloud)
    asked = query("行政处罚多少件", "行政处罚")
    assert prepared.likeness(asked, ENCODER, mentions=True).tolist() == [0.0] * len(prepared.mentions)
    assert prepared.likeness(asked, ENCODER, mentions=False).tolist() == [0.0] * len(cloud.sentences)


@pytest.mark.parametrize("mentions", [True, False])
def test_likeness_by_topics_tells_figures_of_the_matter_from_others(invented: Assistant, mentions: bool):
    guarded = invented.understand(("云湖区2024年没钱请律师的帮了几个",), TODAY)
    asked, report = invented.query(guarded.reading), invented.library.report(guarded.metas[0].id)
    vectors = invented.encoder.encode([s.text for s in report.sentences])
    prepared = PreparedReport.make(report, vectors)
    likeness = prepared.likeness(asked, invented.encoder, mentions=mentions)
    assert likeness.min() >= 0
    assert likeness.max() <= 1 + 1e-5
    at = [m.sentence for m in prepared.mentions] if mentions else range(len(report.sentences))
    first = report.sentences[list(at)[int(likeness.argmax())]]
    assert "法律援助" in first.text


def test_everyday_words_reach_their_sentence(invented: Assistant):
    (hit, *_) = invented.retrieve(["云湖区2024年头一回违规放过了多少起"], today=TODAY)
    assert "首违不罚" in hit.sentence.text


def test_the_first_of_a_ranking_knows_how_far_other_sentences_are(cloud: Report):
    ranked = rank_mentions(query("行政处罚多少件", "行政处罚"), prepare(cloud), ENCODER)
    first = ranked[0]
    other = next(r for r in ranked if r.sentence != first.sentence)
    assert first.clear == pytest.approx(first.score - other.score)
    assert first.clear >= first.margin
    assert ranked[1].clear == 0.0


def test_a_lone_sentence_stands_clear():
    report = read_text(
        "甲河区2024年法治政府建设工作报告\n\n一、工作情况\n\n深入学习，持续推进依法行政，不断优化法治营商环境，全年办理行政处罚案件12件，罚款3万元，扎实推进各项工作。\n",
        "lone.txt",
        place="甲河区",
        year=2024,
    )
    assert rank_mentions(query("行政处罚多少件", "行政处罚"), prepare(report), ENCODER)[0].clear == 1


def test_the_sentence_that_sounds_like_the_question_stands_out(cloud: Report):
    prepared = prepare(cloud)
    ranked = rank_sentences(query(cloud.sentences[2].text, "行政处罚"), prepared, ENCODER)
    by_index = {r.index: r.outstanding for r in ranked}
    assert max(by_index, key=lambda i: by_index[i]) == 2
    assert sum(by_index.values()) == pytest.approx(0.0, abs=1e-3)


def test_the_question_as_it_was_said_counts_in_full(cloud: Report):
    asked = query("行政处罚多少件", "行政处罚")
    prepared = prepare(cloud)
    ranked = rank_mentions(asked, prepared, ENCODER)
    last = ranked[-1]
    said = prepared.vectors[last.sentence]
    aloud = Query(asked.terms, asked.intent, asked.text, asked.vector, spoken=said)
    again = next(r for r in rank_mentions(aloud, prepared, ENCODER) if r.mention is last.mention)
    assert again.score > last.score


LEANING = """甲河区2024年法治政府建设工作报告

一、工作情况

深入学习贯彻法治思想，不断优化营商环境。全年收到行政复议申请214件，受理186件。年末未结{few}14件。

二、{heading}

开展普法宣传活动，覆盖全部村（社区），举办讲座若干。年末在聘20名。
"""


@pytest.mark.parametrize(("few", "leans"), [("", True), ("的各类案件经统计共有", False)])
def test_a_bare_sentence_stands_out_as_the_one_before_it(few: str, leans: bool):
    report = read_text(LEANING.format(few=few, heading="普法"), "leaning.txt", place="甲河区", year=2024)
    prepared = prepare(report)
    asked = query("全年收到行政复议申请多少件", "行政复议")
    ranked = {s.mention.quantity.value: s for s in rank_mentions(asked, prepared, ENCODER)}
    assert ranked["14"].sentence == ranked["186"].sentence + 1
    assert (ranked["14"].outstanding == ranked["186"].outstanding) is leans
    assert ranked["186"].outstanding > 1


def test_a_bare_sentence_leans_on_none_of_another_section():
    text = LEANING.format(few="", heading="普法").replace(
        "开展普法宣传活动，覆盖全部村（社区），举办讲座若干。", ""
    )
    report = read_text(text, "leaning.txt", place="甲河区", year=2024)
    prepared = prepare(report)
    asked = query("全年收到行政复议申请多少件", "行政复议")
    ranked = {s.mention.quantity.value: s.outstanding for s in rank_mentions(asked, prepared, ENCODER)}
    assert ranked["20"] < 0 < ranked["14"]
