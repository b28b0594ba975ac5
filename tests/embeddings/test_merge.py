from pathlib import Path

import numpy as np
import pytest

from embeddings.errors import EncoderError
from embeddings.merge import main, merge_tables
from embeddings.static import StaticEncoder


def test_products_are_the_mean_of_both() -> None:
    rng = np.random.default_rng(3)
    first, second = (rng.standard_normal((20, 4)).astype(np.float32) for _ in range(2))
    merged = merge_tables(first, 5 * second, 8)
    first /= np.sqrt((first**2).sum(axis=1).mean())
    second /= np.sqrt((second**2).sum(axis=1).mean())
    np.testing.assert_allclose(merged @ merged.T, (first @ first.T + second @ second.T) / 2, atol=1e-5)


def test_the_leading_part_is_kept() -> None:
    first = np.diag([3.0, 2.0, 0.01, 0.01]).astype(np.float32)
    merged = merge_tables(first, first, 2)
    assert merged.shape == (4, 2)
    lengths = np.linalg.norm(merged, axis=1)
    assert lengths[0] > lengths[1] > 50 * lengths[2]


def test_a_zero_vector_stays_zero() -> None:
    first = np.array([[0, 0], [1, 2], [3, 1]], np.float32)
    assert not merge_tables(first, first[:, ::-1], 2)[0].any()


def test_the_command_writes_a_model(static_folder: Path, tmp_path: Path) -> None:
    assert main([str(static_folder), str(static_folder), "--out", str(tmp_path / "m"), "--dim", "8"]) == 0
    texts = ["行政 复议", "法治 政府"]
    old, new = (StaticEncoder(folder).encode(texts) for folder in (static_folder, tmp_path / "m"))
    np.testing.assert_allclose(new @ new.T, old @ old.T, atol=2e-3)


def test_models_of_two_tokenizers_are_refused(static_folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "tokenizer.json").write_text("{}", encoding="utf-8")
    with pytest.raises(EncoderError, match="have different tokenizers; train both with one --tokenizer"):
        main([str(static_folder), str(other), "--out", str(tmp_path / "m")])
