from pathlib import Path

import numpy as np
import pytest

import qa.ranking as ranking
from eval import halves
from eval.run import build_library
from qa.assistant import Assistant
from qa.library import Library

REPORT = """甲原县2023年法治政府建设年度报告
一、主要工作
全县受理行政复议案件87件,办结80件。开展普法活动120场次。
甲原县人民政府
2024年1月20日
"""


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    return folder


def ranked(library: Path) -> list[ranking.ScoredMention]:
    assistant = Assistant.open(library)
    guarded = assistant.understand(("甲原县2023年行政复议案件受理多少件",))
    report = assistant.prepared(guarded.metas[0].id)
    fresh = ranking.PreparedReport.make(report.report, report.vectors)
    return ranking.rank_mentions(assistant.query(guarded.reading), fresh, assistant.encoder)


def test_without_vectors_words_still_find(reports: Path, tmp_path: Path) -> None:
    with halves.words_only():
        build_library(reports, tmp_path / "library")
        found = ranked(tmp_path / "library")
    assert str(found[0].mention.quantity.amount) == "87"
    assert {mention.dense for mention in found} == {0.0}
    assert found[0].coverage > 0.5


def test_without_words_no_term_is_covered(reports: Path, tmp_path: Path) -> None:
    build_library(reports, tmp_path / "library")
    whole = ranked(tmp_path / "library")
    with halves.vectors_only():
        found = ranked(tmp_path / "library")
    assert {mention.coverage for mention in found} == {0.0}
    assert max(mention.dense for mention in found) > 0.0
    assert whole[0].coverage > 0.5


def test_the_blind_encoder_tells_nothing_apart() -> None:
    vectors = halves.BlindEncoder().encode(["甲", "乙"], query=True)
    assert vectors.shape == (2, 256)
    assert not np.any(vectors)


def test_everything_is_put_back(reports: Path, tmp_path: Path) -> None:
    before = ranking.hits_of
    with halves.vectors_only(), halves.words_only():
        assert ranking.hits_of is not before
    assert ranking.hits_of is before
    build_library(reports, tmp_path / "library")
    assert Library.open(tmp_path / "library").encoder_name.startswith("model-")
