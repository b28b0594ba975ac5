from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from embeddings.writer import write_model

WORDS = ("[UNK]", "法治", "政府", "行政", "复议", "诉讼", "败诉", "律师", "援助", "调解")


@pytest.fixture
def table() -> np.ndarray:
    values = np.random.default_rng(0).standard_normal((len(WORDS), 8)).astype(np.float32)
    values[0] = 0.0
    return values


@pytest.fixture
def tokenizer() -> Tokenizer:
    made = Tokenizer(models.WordLevel({word: i for i, word in enumerate(WORDS)}, unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    return made


@pytest.fixture
def static_folder(tmp_path: Path, tokenizer: Tokenizer, table: np.ndarray) -> Path:
    """A static model of ten words, written by the product's own writer."""
    folder = tmp_path / "tiny"
    write_model(folder, tokenizer, table)
    return folder
