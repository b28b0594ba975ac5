import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

import numpy as np
import pytest
from bm25s import BM25
from numpy.typing import NDArray

from embeddings.errors import EncoderError
from embeddings.hashing import HashingEncoder
from embeddings.measure import (
    RetrievalSet,
    best_parts,
    best_sentences,
    bm25,
    main,
    measure,
    read_set,
    reciprocal_rank,
    speed,
)

PASSAGES = ("a b c c", "a d", "b b e f g", "h i")


def write_set(folder: Path) -> None:
    folder.mkdir()
    texts = {"p1": "行政复议案件办理", "p2": "人民调解纠纷化解", "p3": "公证事项"}
    rows = [json.dumps({"_id": k, "text": v}, ensure_ascii=False) for k, v in texts.items()]
    (folder / "corpus.jsonl").write_text("\n".join(rows), encoding="utf-8")
    asked = {"q1": "人民调解多少件", "q2": "无人回答", "q3": "复议几件"}
    rows = [json.dumps({"_id": k, "text": v}, ensure_ascii=False) for k, v in asked.items()]
    (folder / "queries.jsonl").write_text("\n".join(rows), encoding="utf-8")
    (folder / "qrels.tsv").write_text("q1\tp2\t1\nq2\tp1\t0\nq3\tp1\t1\nq3\tp9\t1\n", encoding="utf-8")


def test_bm25_agrees_with_bm25s() -> None:
    scores, ideal = bm25(PASSAGES, ["b c", "a z"], str.split)
    peer = BM25(method="lucene", k1=1.5, b=0.75)
    peer.index([text.split() for text in PASSAGES], show_progress=False)
    for row, question in zip(scores, ("b c", "a"), strict=True):
        np.testing.assert_allclose(row, peer.get_scores(question.split()), atol=1e-5)
    assert math.isclose(ideal[0, 0], math.log1p(2.5 / 2.5) + math.log1p(3.5 / 1.5), rel_tol=1e-5)
    assert math.isclose(ideal[1, 0], math.log1p(2.5 / 2.5) + math.log1p(4.5 / 0.5), rel_tol=1e-5)


def test_reciprocal_rank_by_hand() -> None:
    scores = np.array([[3, 2, 1], [1, 2, 3], [3, 2, 1]], dtype=np.float32)
    right = [frozenset({0}), frozenset({1}), frozenset({2})]
    assert math.isclose(reciprocal_rank(scores, right), (1 + 1 / 2 + 1 / 3) / 3)
    assert math.isclose(reciprocal_rank(scores, right, k=2), (1 + 1 / 2) / 3)


def test_reads_a_set(tmp_path: Path) -> None:
    write_set(tmp_path / "set")
    data = read_set(tmp_path / "set")
    assert data.questions == ("人民调解多少件", "复议几件")
    assert data.right == (frozenset({1}), frozenset({0}))


def test_missing_file_is_named(tmp_path: Path) -> None:
    write_set(tmp_path / "set")
    (tmp_path / "set" / "qrels.tsv").unlink()
    with pytest.raises(EncoderError, match=r"has no qrels\.tsv"):
        read_set(tmp_path / "set")


def test_measures_every_method() -> None:
    data = RetrievalSet("x", ("行政复议案件", "人民调解纠纷"), ("调解",), (frozenset({1}),))
    found = measure(data, HashingEncoder())
    methods = ["words", "blend", "whole", "sentence", "dense", "hybrid 0.15", "hybrid 0.20", "hybrid 0.25"]
    assert list(found) == methods
    assert found["dense"] == found["hybrid 0.20"] == 1.0


def test_a_passage_is_as_near_as_its_best_sentence() -> None:
    encoder = HashingEncoder()
    asked = encoder.encode(["人民调解纠纷", "公证事项"], query=True)
    sentences = ["行政复议案件办理。", "人民调解纠纷化解；", "公证事项办结!"]
    found = best_sentences(asked, ["".join(sentences[:2]), sentences[2], "短"], encoder)
    expected = asked @ encoder.encode([*sentences, "短"]).T
    np.testing.assert_allclose(found[:, 0], expected[:, :2].max(axis=1), atol=1e-6)
    np.testing.assert_allclose(found[:, 1:], expected[:, 2:], atol=1e-6)


@pytest.mark.parametrize("comma", [",", "，", "、", "；", "。"])
def test_each_clause_of_a_question_meets_its_nearest_clause(comma: str) -> None:
    encoder = HashingEncoder()
    clauses = ["老人卧床不起", "赡养费给付标准"]
    passages = [f"公证事项办结{comma}赡养费给付标准", "老人卧床不起", "是"]
    found = best_parts([comma.join(clauses), clauses[0]], passages, encoder)
    asked = encoder.encode(clauses, query=True)
    cosine = asked @ encoder.encode(["公证事项办结", "赡养费给付标准", "老人卧床不起", "是"]).T
    expected = np.stack([cosine[:, :2].max(axis=1), cosine[:, 2], cosine[:, 3]], axis=1)
    np.testing.assert_allclose(found[0], expected.mean(axis=0), atol=1e-6)
    np.testing.assert_allclose(found[1], expected[0], atol=1e-6)


def test_speed_is_told_in_passages_of_150_characters() -> None:
    class Counting(HashingEncoder):
        lengths: ClassVar[list[int]] = []

        def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
            self.lengths.extend(map(len, texts))
            return super().encode(texts, query=query)

    assert speed(["行" * 100] * 6, Counting()) > 0.0
    assert set(Counting.lengths) == {150}


def test_command_line_prints_a_row_for_each_set(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_set(tmp_path / "set")
    assert main(["--bench", str(tmp_path)]) == 0
    head, row = capsys.readouterr().out.splitlines()
    assert head.startswith("model-")
    assert row.startswith("set: words ")
