"""Writes a static model folder that sentence-transformers opens as it is.

The vectors are stored as one byte a number, with the scale of each piece beside them: a quarter of the size of float32, and
the cosines differ by less than 1e-3. The two tensors have the names that model2vec gave them, ``embeddings`` and ``weights``;
sentence-transformers (tried with 6.2) multiplies them on opening, so that its model holds float32.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from embeddings.static import TOKENIZER_FILE, WEIGHTS_FILE

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_STEPS = 127
_MODULES = (
    ("0", "", "sentence_transformers.models.StaticEmbedding"),
    ("1", "1_Normalize", "sentence_transformers.models.Normalize"),
)


def quantise(table: NDArray[np.float32]) -> dict[str, NDArray[np.generic]]:
    """Round each row to 255 steps between its largest number and the negative of it.

    Args:
        table: float32, shape (n_pieces, dim).

    Returns:
        ``embeddings``, int8, shape (n_pieces, dim), and ``weights``, float32, shape (n_pieces,): their product is near the table.
    """
    scale = np.abs(table).max(axis=1) / _STEPS
    steps = np.rint(table / np.where(scale > 0.0, scale, 1.0)[:, None])
    return {"embeddings": steps.astype(np.int8), "weights": scale.astype(np.float32)}


def write_model(folder: Path, tokenizer: Tokenizer, table: NDArray[np.float32]) -> None:
    """Write weights, tokenizer and the list of modules; other files of the folder stay.

    Args:
        folder: Where to write; made if it is missing.
        tokenizer: Tokenizer whose ids are the rows of the table.
        table: float32, shape (n_pieces, dim), the weight of a piece multiplied into its vector.
    """
    from safetensors.numpy import save

    folder.mkdir(parents=True, exist_ok=True)
    (folder / WEIGHTS_FILE).write_bytes(save(quantise(table)))
    (folder / TOKENIZER_FILE).write_text(tokenizer.to_str(pretty=False), encoding="utf-8")
    modules = [{"idx": int(idx), "name": idx, "path": path, "type": kind} for idx, path, kind in _MODULES]
    (folder / "modules.json").write_text(json.dumps(modules, indent=2) + "\n", encoding="utf-8")
    config = {"model_type": "SentenceTransformer", "similarity_fn_name": "cosine"}
    (folder / "config_sentence_transformers.json").write_text(json.dumps(config, indent=2) + "\n", "utf-8")
