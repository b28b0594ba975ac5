"""The contract of the vector index, for each kind, and its agreement with brute force."""

from pathlib import Path

import numpy as np
import pytest

from embeddings.errors import IndexingError
from embeddings.index import IDS_FILE, KINDS, META_FILE, SQ8_FROM, VECTORS_FILE, VectorIndex

DIM, COUNT = 32, 500


def unit(count: int, seed: int, dim: int = DIM) -> np.ndarray:
    values = np.random.default_rng(seed).standard_normal((count, dim)).astype(np.float32)
    return values / np.linalg.norm(values, axis=1, keepdims=True)


VECTORS = unit(COUNT, 1)
IDS = np.random.default_rng(2).permutation(10_000)[:COUNT].astype(np.int64)


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=["memory", "disk"])
def index(request: pytest.FixtureRequest, kind: str, tmp_path: Path) -> VectorIndex:
    built = VectorIndex.build(VECTORS, IDS, kind)
    if request.param == "memory":
        return built
    built.save(tmp_path / "index")
    return VectorIndex.load(tmp_path / "index")


def test_finds_itself(index: VectorIndex) -> None:
    found = index.search(VECTORS[:50], 1)
    assert found.ids[:, 0].tolist() == IDS[:50].tolist()
    np.testing.assert_allclose(found.scores[:, 0], 1.0, atol=0.02)


def test_recall_against_brute_force(index: VectorIndex) -> None:
    queries = unit(40, 3)
    exact = IDS[np.argsort(-(queries @ VECTORS.T), axis=1)[:, :10]]
    found = index.search(queries, 10).ids
    shared = [len(set(a) & set(b)) / 10 for a, b in zip(exact.tolist(), found.tolist(), strict=True)]
    assert np.mean(shared) >= (1.0 if index.kind == "flat" else 0.95)


def test_scores_fall(index: VectorIndex) -> None:
    scores = index.search(unit(5, 4), 20).scores
    assert scores.dtype == np.float32
    assert (np.diff(scores, axis=1) <= 0).all()


def test_allowed_ids_only(index: VectorIndex) -> None:
    allowed = IDS[10:40]
    queries = unit(8, 5)
    found = index.search(queries, 10, allowed)
    exact = allowed[np.argsort(-(queries @ VECTORS[10:40].T), axis=1)[:, :10]]
    assert found.ids.shape == (8, 10)
    assert np.isin(found.ids, allowed).all()
    assert np.mean(found.ids == exact) >= (1.0 if index.kind == "flat" else 0.8)


def test_fewer_allowed_than_k(index: VectorIndex) -> None:
    found = index.search(VECTORS[:2], 10, np.array([IDS[3], IDS[3], IDS[7]]))
    assert found.ids.shape == (2, 2)
    assert set(found.ids.ravel().tolist()) == {int(IDS[3]), int(IDS[7])}


def test_nothing_allowed(index: VectorIndex) -> None:
    assert index.search(VECTORS[:2], 10, np.empty(0, dtype=np.int64)).ids.shape == (2, 0)


def test_equal_scores_in_the_order_of_ids(kind: str) -> None:
    index = VectorIndex.build(np.repeat(VECTORS[:1], 4, axis=0), np.array([9, 2, 7, 4]), kind)
    assert index.search(VECTORS[:1], 4).ids[0].tolist() == [2, 4, 7, 9]


def test_add_and_remove(index: VectorIndex) -> None:
    index.remove(IDS[:100])
    assert len(index) == 400
    assert not np.isin(index.search(VECTORS[:20], 50).ids, IDS[:100]).any()
    index.add(VECTORS[:100], IDS[:100])
    assert index.search(VECTORS[:100], 1).ids[:, 0].tolist() == IDS[:100].tolist()
    assert index.search(VECTORS[200:210], 1).ids[:, 0].tolist() == IDS[200:210].tolist()


def test_saved_after_a_change(index: VectorIndex, tmp_path: Path) -> None:
    index.remove(IDS[:1])
    index.save(tmp_path / "index")
    again = VectorIndex.load(tmp_path / "index")
    assert len(again) == COUNT - 1
    assert again.ids.tolist() == IDS[1:].tolist()
    assert again.kind == index.kind


@pytest.mark.parametrize("k", [0, -1, COUNT + 1])
def test_wrong_k_is_refused(index: VectorIndex, k: int) -> None:
    with pytest.raises(
        IndexingError, match=rf"k={k} is outside this index \(500 vectors\); choose k in 1\.\.500"
    ):
        index.search(VECTORS[:1], k)


def test_wrong_dim_is_refused(index: VectorIndex) -> None:
    with pytest.raises(IndexingError, match=r"queries of shape \(1, 16\) do not fit this index"):
        index.search(unit(1, 0, 16), 1)
    with pytest.raises(IndexingError, match=r"vectors \(1, 16\) and ids \(1,\) do not fit"):
        index.add(unit(1, 0, 16), np.array([1]))


def test_unknown_id_is_refused(index: VectorIndex) -> None:
    with pytest.raises(IndexingError, match="id 99999 is not in this index"):
        index.search(VECTORS[:1], 1, np.array([IDS[0], 99_999]))
    with pytest.raises(IndexingError, match="id 99999 is not in this index"):
        index.remove(np.array([99_999]))


def test_repeated_id_is_refused(index: VectorIndex) -> None:
    with pytest.raises(IndexingError, match=rf"id {IDS[0]} occurs twice"):
        index.add(VECTORS[:1], IDS[:1])


def test_open_folder_is_not_overwritten(kind: str, tmp_path: Path) -> None:
    VectorIndex.build(VECTORS, IDS, kind).save(tmp_path)
    with pytest.raises(IndexingError, match="is open in this index"):
        VectorIndex.load(tmp_path).save(tmp_path)


@pytest.mark.parametrize("name", [VECTORS_FILE, IDS_FILE, META_FILE])
def test_missing_file_is_named(kind: str, tmp_path: Path, name: str) -> None:
    VectorIndex.build(VECTORS, IDS, kind).save(tmp_path)
    (tmp_path / name).unlink()
    with pytest.raises(IndexingError, match=f"has no {name}; rebuild"):
        VectorIndex.load(tmp_path)


@pytest.mark.parametrize("name", [VECTORS_FILE, IDS_FILE, META_FILE])
def test_damaged_file_is_refused(kind: str, tmp_path: Path, name: str) -> None:
    VectorIndex.build(VECTORS, IDS, kind).save(tmp_path)
    (tmp_path / name).write_bytes(b"broken")
    with pytest.raises(IndexingError, match="damaged index"):
        VectorIndex.load(tmp_path)


def test_files_of_two_indexes_are_refused(tmp_path: Path) -> None:
    VectorIndex.build(VECTORS, IDS).save(tmp_path)
    np.save(tmp_path / IDS_FILE, IDS[:-1], allow_pickle=False)
    with pytest.raises(IndexingError, match="holds 500 vectors of 32 numbers for 499 ids"):
        VectorIndex.load(tmp_path)


def test_pickle_is_never_read(tmp_path: Path) -> None:
    VectorIndex.build(VECTORS, IDS).save(tmp_path)
    np.save(tmp_path / IDS_FILE, np.array([{"a": 1}], dtype=object), allow_pickle=True)
    with pytest.raises(IndexingError, match="damaged index"):
        VectorIndex.load(tmp_path)


def test_kind_follows_size() -> None:
    assert VectorIndex.build(VECTORS, IDS).kind == "flat"
    vectors = np.zeros((SQ8_FROM, 1), dtype=np.float32)
    assert VectorIndex.build(vectors, np.arange(SQ8_FROM)).kind == "sq8"


def test_bad_builds_are_refused() -> None:
    with pytest.raises(IndexingError, match="kind='hnsw' is no kind of index; choose one of flat, sq8"):
        VectorIndex.build(VECTORS, IDS, "hnsw")
    with pytest.raises(IndexingError, match=r"vectors of shape \(5,\) cannot be indexed"):
        VectorIndex.build(np.zeros(5, dtype=np.float32), np.arange(5))
    with pytest.raises(IndexingError, match="an sq8 index of 0 vectors cannot be trained"):
        VectorIndex.build(VECTORS[:0], IDS[:0], "sq8")
    with pytest.raises(IndexingError, match="of one n"):
        VectorIndex.build(VECTORS, IDS[:-1])


def test_empty_flat_index_grows() -> None:
    index = VectorIndex.build(VECTORS[:0], IDS[:0])
    assert len(index) == 0
    with pytest.raises(IndexingError, match="0 vectors"):
        index.search(VECTORS[:1], 1)
    index.add(VECTORS, IDS)
    assert index.search(VECTORS[:1], 1).ids.tolist() == [[int(IDS[0])]]
