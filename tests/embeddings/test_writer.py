import json
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from embeddings.static import StaticEncoder
from embeddings.writer import quantise, write_model


def test_writes_a_byte_a_number_and_modules(tmp_path: Path, tokenizer: Tokenizer, table: np.ndarray) -> None:
    write_model(tmp_path / "a" / "b", tokenizer, table)
    stored = load_file(tmp_path / "a" / "b" / "model.safetensors")
    assert stored["embeddings"].dtype == np.int8
    assert stored["weights"].dtype == np.float32
    restored = stored["embeddings"] * stored["weights"][:, None]
    np.testing.assert_allclose(restored, table, atol=np.abs(table).max() / 250)
    assert np.array_equal(StaticEncoder(tmp_path / "a" / "b").table, restored)
    modules = json.loads((tmp_path / "a" / "b" / "modules.json").read_text("utf-8"))
    assert [module["path"] for module in modules] == ["", "1_Normalize"]


def test_each_row_has_its_own_scale_and_zeros_stay_zero() -> None:
    table = np.asarray([[0.0, 0.0], [1e-4, -2e-4], [100.0, 50.0]], np.float32)
    stored = quantise(table)
    assert stored["embeddings"].tolist() == [[0, 0], [64, -127], [127, 64]]
    np.testing.assert_allclose(stored["embeddings"] * stored["weights"][:, None], table, rtol=0.01)


def test_keeps_other_files(tmp_path: Path, tokenizer: Tokenizer, table: np.ndarray) -> None:
    (tmp_path / "README.md").write_text("card", encoding="utf-8")
    write_model(tmp_path, tokenizer, table)
    assert (tmp_path / "README.md").read_text("utf-8") == "card"
