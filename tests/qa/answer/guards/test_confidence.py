"""How sure a candidate is: what speaks for it raises the probability, what speaks against it lowers it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from qa.answer.guards.confidence import confidence, features, may_reach
from qa.question.words.terms import Term
from qa.ranking import PreparedReport, ScoredMention, ScoredSentence
from qa.types import Report

KNOWN = Term("行政复议", 2.0, (("行政复议", 1.0),), known=True)
NEW = Term("飞船", 1.0, (("飞船", 1.0),), known=False)


@pytest.fixture
def figure(cloud: Report) -> ScoredMention:
    report = PreparedReport.make(cloud, np.zeros((len(cloud.sentences), 4), np.float32))
    return ScoredMention(report, report.mentions[0], 1.0, 0.7, 0.6, 0.4, 0.3, (), 0.1, 0.1)


@pytest.fixture
def sentence(figure: ScoredMention) -> ScoredSentence:
    return ScoredSentence(figure.report, 0, 1.0, 0.7, 0.4, (), 0.1)


@pytest.mark.parametrize("change", [{"coverage": 1.0}, {"outstanding": 3.0}, {"clear": 0.4}, {"margin": 0.4}])
def test_what_speaks_for_a_candidate(
    figure: ScoredMention, sentence: ScoredSentence, change: dict[str, float]
):
    for candidate in (figure, sentence):
        better = replace(candidate, **change)  # type: ignore[arg-type]
        assert confidence(better, (KNOWN, NEW)) > confidence(candidate, (KNOWN, NEW))


def test_a_known_word_that_is_missing_tells_more_than_a_new_one(
    figure: ScoredMention, sentence: ScoredSentence
):
    for candidate in (figure, sentence):
        known, new = (replace(candidate, uncovered=(term,)) for term in (KNOWN, NEW))
        assert confidence(known, (KNOWN, NEW)) < confidence(new, (KNOWN, NEW))


def test_a_figure_of_another_kind_of_unit_is_never_sure(figure: ScoredMention):
    assert confidence(replace(figure, unit_fit=-0.8, coverage=1.0, dense=1.0), (KNOWN,)) == 0.0


def test_a_candidate_without_a_word_of_the_question_is_doubted_the_more_the_less_it_resembles_it(
    figure: ScoredMention, sentence: ScoredSentence
):
    for candidate in (figure, sentence):
        wordless = replace(candidate, coverage=0.0, outstanding=4.0)
        sure = [confidence(replace(wordless, dense=d), (NEW,)) for d in (0.0, 0.15, 0.25, 0.29, 0.30)]
        assert sure == sorted(sure)
        # no cliff: the cosines of another encoder lie elsewhere
        assert sure[3] == pytest.approx(sure[4], abs=0.06)
        assert sure[0] < 0.08 < sure[4]
        worded = replace(wordless, coverage=0.5, dense=0.0)
        assert confidence(worded, (NEW,)) > sure[1]


def test_a_probability_is_one_whatever_the_features(figure: ScoredMention, sentence: ScoredSentence):
    for candidate in (figure, sentence):
        for margin in (-1e9, 0.0, 1e9):
            assert 0.0 <= confidence(replace(candidate, margin=margin), (KNOWN,)) <= 1.0
        assert 0.0 <= confidence(candidate, ()) <= 1.0


def test_features_are_shares(figure: ScoredMention):
    found = features(replace(figure, uncovered=(KNOWN,)), (KNOWN, NEW))
    assert "unknown" not in found
    assert found["missing"] == pytest.approx(2 / 3)
    assert found["head"] == 0.0


def test_another_stage_than_the_one_asked_for_is_doubted(figure: ScoredMention):
    other = replace(figure, stage=-0.12)
    assert confidence(other, (KNOWN, NEW)) < confidence(figure, (KNOWN, NEW))
    assert confidence(replace(figure, stage=0.05), (KNOWN, NEW)) > confidence(figure, (KNOWN, NEW))
    off_topic = replace(figure, coverage=0.4)
    same = replace(off_topic, stage=0.05)
    assert confidence(same, (KNOWN, NEW)) == confidence(off_topic, (KNOWN, NEW))


def test_the_name_of_the_part_asked_for_speaks_for_a_figure(figure: ScoredMention):
    words = figure.mention.zones[0][1].strip("|")[:3]
    part = replace(KNOWN, text=words, forms=((words, 1.0),))
    assert confidence(figure, (replace(part, required=True), NEW)) > confidence(figure, (part, NEW))


@pytest.mark.parametrize("margin", [0.0, 0.1, 0.5, 2.0])
@pytest.mark.parametrize("coverage", [0.0, 0.2, 0.6, 1.0])
@pytest.mark.parametrize("unit_fit", [-0.8, 0.0, 0.15])
def test_what_is_sure_could_be_reached_alone(
    figure: ScoredMention, margin: float, coverage: float, unit_fit: float
):
    terms = (Term("行政复议", 1.0, (("行政复议", 1.0),), known=True, concept=True),)
    one = replace(figure, margin=margin, clear=margin, coverage=coverage, unit_fit=unit_fit, terms=terms)
    assert may_reach(one, terms, confidence(one, terms))
    assert not may_reach(one, terms, 1.1)
