"""Refusals: each says why, offers what there is, and shows no figure of a report."""

from __future__ import annotations

import re

import numpy as np

from qa.answer.prose.document import answer_coverage, coverage_grid
from qa.answer.scope.refuse import (
    ask_back,
    refuse_domain,
    refuse_place,
    refuse_silent,
    refuse_year,
)
from qa.ranking import PreparedReport, ScoredSentence
from qa.types import AnswerKind, Report


def prepared(report: Report) -> PreparedReport:
    return PreparedReport.make(report, np.zeros((len(report.sentences), 4), np.float32))


def test_a_missing_place_with_what_there_is(cloud: Report, peak: Report):
    draft = refuse_place(("朝阳区",), (cloud.meta, peak.meta), ("青岚县",))
    text = "\n".join(draft.lines)
    assert draft.kind is AnswerKind.REFUSAL
    assert "没有朝阳区的报告" in text
    assert "可以改问：青岚县。" in text
    assert coverage_grid((cloud.meta, peak.meta)) in text
    assert not draft.citations


def test_a_missing_place_is_shown_harmless_and_short(cloud: Report):
    text = refuse_place(("<b>" + "长" * 200,), (cloud.meta,), ()).lines[0]
    assert "<b>" not in text.replace("\\<b\\>", "")
    assert len(text) < 80


def test_a_missing_year_with_those_there_are():
    lines = refuse_year("云湖区", (2019, 2020), (2023, 2024)).lines
    assert "云湖区2019年、2020年" in lines[0]
    assert lines[1].endswith("2023年、2024年。")
    assert len(refuse_year("云湖区", (2019,), ()).lines) == 1


def test_silence_cites_the_nearest_sentences_and_quotes_no_figure(cloud: Report):
    report = prepared(cloud)
    nearest = [ScoredSentence(report, i, 0.3, 0.1, 0.3, ()) for i in (1, 2, 3)]
    draft = refuse_silent([report], "无人机", nearest, ("青岚县",))
    text = "\n".join(draft.lines)
    assert "云湖区2024年的报告未提及“无人机”" in text
    assert "提到这项内容的有：青岚县" in text
    assert len(draft.citations) == 2
    assert "[1][2]" in text
    assert set(re.findall(r"\d+", text)) <= {"2024", "1", "2"}


def test_silence_without_anything_near_cites_nothing(cloud: Report):
    assert not refuse_silent([prepared(cloud)], "", (), ()).citations


def test_the_domain_and_asking_back_offer_places(cloud: Report, peak: Report):
    assert "云湖区、青岚县" in refuse_domain((cloud.meta, peak.meta)).lines[0]
    assert ask_back("您问的是哪一个", ("甲", "乙")).lines == ["您问的是哪一个？可选：甲、乙。"]


def test_the_grid_marks_what_there_is(cloud: Report, peak: Report):
    grid = coverage_grid((cloud.meta, peak.meta)).splitlines()
    assert grid[0] == "| 地区 | 2024年 |"
    assert grid[2:] == ["| 云湖区 | 有 |", "| 青岚县 | 有 |"]
    assert "共有2份" in answer_coverage((cloud.meta, peak.meta)).lines[0]
