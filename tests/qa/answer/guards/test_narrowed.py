"""Words that narrow a figure: each branch with a sentence that it is for."""

from __future__ import annotations

import pytest

from embeddings.hashing import HashingEncoder
from qa.answer.guards.narrowed import narrowing
from qa.ledger.observe import observe
from qa.question.words.terms import Term
from qa.ranking import PreparedReport, ScoredMention
from qa.reading import read_text

ENCODER = HashingEncoder()


def figure(body: str, *asked: str, at: int = 0) -> ScoredMention:
    report = read_text(
        f"甲河区2024年法治政府建设工作报告\n\n一、工作情况\n\n深入推进依法行政，不断优化法治营商环境，扎实推进各项工作，法治政府建设取得新的进展。{body}\n",
        "a.txt",
        place="甲河区",
        year=2024,
    )
    prepared = PreparedReport.make(report, ENCODER.encode([s.text for s in report.sentences]))
    terms = tuple(Term(word, 1.0, ((word, 1.0),), known=True) for word in asked)
    return ScoredMention(prepared, observe(report)[at], 1.0, 1.0, 1.0, 0.5, 0.5, (), 0.0, terms=terms)


@pytest.mark.parametrize(
    ("body", "asked", "word"),
    [
        ("选树“法律明白人”骨干652名。", "法律明白人", "骨干"),
        ("行政复议上年结转18件。", "行政复议", "结转"),
        ("年内新申领行政执法证件138人。", "执法人员", "新"),
        ("新培育“法律明白人”864名。", "法律明白人", "新"),
        ("掌上复议小程序收到申请689件。", "复议", "掌上"),
        ("办理行政处罚一般程序案件2764件。", "行政处罚", "一般程序"),
        ("社区矫正对象累计接收2968人。", "社区矫正对象", "累计接收"),
        ("审查公平竞争文件41件。", "合法性", "公平竞争"),
        ("评查行政处罚案卷132件。", "行政处罚", "案卷"),
        ("乡镇办理行政处罚案件612件。", "行政处罚", "乡镇"),
        ("办理涉俄公证213件。", "公证", "涉俄"),
    ],
)
def test_a_word_narrows_what_the_question_leaves_open(body: str, asked: str, word: str):
    assert word in narrowing(figure(body, asked))


@pytest.mark.parametrize(
    ("body", "asked"),
    [
        ("选树“法律明白人”骨干652名。", "骨干"),
        ("其中涉农民工讨薪案件587件。", "农民工"),
        ("制定并报备规范性文件9件。", "规范性文件"),
        ("规范性文件备案率100%。", "规范性文件"),
        ("乡镇办理行政处罚案件612件。", "乡镇"),
        ("全县办理行政处罚案件5127件。", "行政处罚"),
        ("20个乡镇和38个部门主要负责人述法46名。", "述法"),
    ],
)
def test_what_is_asked_or_says_nothing_narrows_nothing(body: str, asked: str):
    report = figure(body, asked)
    last = observe(report.report.report)[-1]
    assert not narrowing(
        ScoredMention(report.report, last, 1.0, 1.0, 1.0, 0.5, 0.5, (), 0.0, terms=report.terms)
    )


def test_a_level_below_may_be_left_open():
    assert narrowing(figure("乡镇办理行政处罚案件612件。", "行政处罚"), below=False) == frozenset()


def test_arbitration_is_no_mediation():
    later = figure("劳动仲裁机构处理案件735件，调解成功率68.4%。", "调解成功率", at=1)
    assert later.mention.quantity.value == "68.4"
    assert "仲裁" in narrowing(later)


def test_a_team_of_the_towns_that_begins_the_sentence_is_a_level_below():
    body = "21个乡镇（街道）综合行政执法队承接执法事项83项，全年办理行政处罚案件618件。"
    assert narrowing(figure(body, "行政处罚", at=2)) == {"乡镇"}
    assert not narrowing(figure(body, "乡镇(街道)", "行政处罚", at=2))
