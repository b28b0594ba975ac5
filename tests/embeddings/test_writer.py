import json
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from embeddings.writer import write_model


def test_writes_half_precision_and_modules(tmp_path: Path, tokenizer: Tokenizer, table: np.ndarray) -> None:
    write_model(tmp_path / "a" / "b", tokenizer, table)
    stored = load_file(tmp_path / "a" / "b" / "model.safetensors")["embedding.weight"]
    assert stored.dtype == np.float16
    np.testing.assert_allclose(stored, table, atol=2e-3)
    modules = json.loads((tmp_path / "a" / "b" / "modules.json").read_text("utf-8"))
    assert [module["path"] for module in modules] == ["", "1_Normalize"]


def test_keeps_other_files(tmp_path: Path, tokenizer: Tokenizer, table: np.ndarray) -> None:
    (tmp_path / "README.md").write_text("card", encoding="utf-8")
    write_model(tmp_path, tokenizer, table)
    assert (tmp_path / "README.md").read_text("utf-8") == "card"
