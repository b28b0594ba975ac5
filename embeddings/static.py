"""The static encoder: one vector a token, averaged; needs tokenizers, safetensors and numpy, never torch.

Reads two layouts of model folder: StaticEmbedding of sentence-transformers (``embedding.weight``; the one
that we ship) and model2vec (``embeddings`` with an optional ``mapping`` and ``weights``). The weight of a
token is the length of its vector, so the mean needs nothing else; a token that should not count has a zero
vector. Static vectors know no word order: they find other words for the same matter, and never suffice
alone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from embeddings.errors import EncoderError

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WEIGHTS_FILE = "model.safetensors"
TOKENIZER_FILE = "tokenizer.json"
TOPICS_FILE = "topics.npy"
SHIPPED = Path(__file__).parent / "model"

# Texts cut into tokens at a time: enough to keep the tokenizer busy, small enough to stay in the cache.
_BATCH = 512
_STATIC_MODULES = ("StaticEmbedding", "Normalize")


class StaticEncoder:
    """Encodes a text as the normalised mean of its tokens' vectors."""

    def __init__(self, folder: Path | str = SHIPPED) -> None:
        """Load a model folder.

        Args:
            folder: Folder with ``model.safetensors`` and ``tokenizer.json``, directly or in
                ``0_StaticEmbedding``.

        Raises:
            EncoderError: The folder is no static model, or its files do not fit together.
        """
        home = _home(Path(folder))
        if home is None:
            raise EncoderError(
                f"{folder} is no static model: {WEIGHTS_FILE} and {TOKENIZER_FILE} are needed; give the "
                "folder of a sentence-transformers StaticEmbedding or model2vec model"
            )
        self._table = _read_table(home / WEIGHTS_FILE)
        self._tokenizer = read_tokenizer(home / TOKENIZER_FILE)
        if (pieces := self._tokenizer.get_vocab_size()) > len(self._table):
            raise EncoderError(
                f"{folder} has {len(self._table)} vectors for {pieces} pieces; its tokenizer belongs to "
                "another model: restore both files from one model"
            )
        self._name = f"{Path(folder).resolve().name}-{_content_hash(home)}"
        self._topics = _read_topics(home / TOPICS_FILE, self.dim)

    @property
    def name(self) -> str:
        """Folder name and the first 12 hexadecimal digits of the files' hash."""
        return self._name

    @property
    def dim(self) -> int:
        """Numbers in a vector."""
        return int(self._table.shape[1])

    @property
    def table(self) -> NDArray[np.float32]:
        """Vectors of the pieces, float32, shape (n_pieces, dim); the length of each is its weight."""
        return self._table

    @property
    def topics(self) -> NDArray[np.float32] | None:
        """Unit vectors of the matters of ``embeddings/pairs``, shape (n_topics, dim); None where the folder has none."""
        return self._topics

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        """Encode texts.

        Args:
            texts: Texts of any length; an empty one gives a zero vector.
            query: Not used; questions and passages are encoded alike.

        Returns:
            float32, shape (n_texts, dim), rows L2-normalised (or all zero).
        """
        del query  # questions and passages are encoded alike
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        for start in range(0, len(texts), _BATCH):
            # A lone surrogate, as broken input may hold, has no UTF-8 form and would stop the tokenizer.
            batch = [
                text.encode("utf-8", "replace").decode("utf-8") for text in texts[start : start + _BATCH]
            ]
            # Without offsets, which nobody reads here, the tokenizer is a third faster.
            encodings = self._tokenizer.encode_batch_fast(batch, add_special_tokens=False)
            for row, encoding in enumerate(encodings, start):
                if ids := encoding.ids:
                    # The sum by a product: twice as fast as mean(axis=0), and of the same direction.
                    vectors[row] = np.ones(len(ids), dtype=np.float32) @ self._table.take(ids, axis=0)
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        np.divide(vectors, norms, out=vectors, where=norms > 0.0)
        return vectors


def is_static(folder: Path) -> bool:
    """Tell whether a folder holds a model that :class:`StaticEncoder` reads.

    Args:
        folder: Any path.

    Returns:
        False too where further layers follow the static one (they need sentence-transformers).
    """
    return _home(folder) is not None


def read_tokenizer(path: Path) -> Tokenizer:
    """Read a tokenizer, without the padding and truncation that training may have left in it.

    Args:
        path: A ``tokenizer.json``.

    Returns:
        The tokenizer.

    Raises:
        EncoderError: The file is damaged.
    """
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_str(path.read_text("utf-8"))
    except Exception as exc:  # tokenizers raises bare Exception for a malformed file
        raise EncoderError(f"{path} is damaged ({exc}); restore the model folder") from exc
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _home(folder: Path) -> Path | None:
    """Find the folder that holds weights and tokenizer of a purely static model."""
    modules = folder / "modules.json"
    if modules.is_file():
        kinds = [str(module["type"]).rsplit(".", 1)[-1] for module in json.loads(modules.read_text("utf-8"))]
        if any(kind not in _STATIC_MODULES for kind in kinds):
            return None
    elif (folder / "config.json").is_file():
        config = json.loads((folder / "config.json").read_text("utf-8"))
        if config.get("model_type") != "model2vec":
            return None
    for home in (folder, folder / "0_StaticEmbedding"):
        if (home / WEIGHTS_FILE).is_file() and (home / TOKENIZER_FILE).is_file():
            return home
    return None


def _read_table(path: Path) -> NDArray[np.float32]:
    """Read one vector for each token id, its weight multiplied in; float32, shape (n_pieces, dim)."""
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        tensors: dict[str, NDArray[np.generic]] = load_file(path)
    except SafetensorError as exc:
        raise EncoderError(f"{path} is damaged ({exc}); restore the model folder") from exc
    if "embedding.weight" in tensors:
        return np.ascontiguousarray(tensors["embedding.weight"], dtype=np.float32)
    if "embeddings" not in tensors:
        raise EncoderError(
            f"{path} holds {sorted(tensors)}, not 'embedding.weight' or 'embeddings'; give a static model"
        )
    table = tensors["embeddings"]
    if "mapping" in tensors:
        table = table[tensors["mapping"].astype(np.int64)]
    if "weights" in tensors:
        # In one pass: a float32 copy of the bytes first would take twice the time of a start.
        scaled: NDArray[np.float32] = np.multiply(
            table, tensors["weights"].astype(np.float32)[:, None], dtype=np.float32
        )
        return scaled
    return np.ascontiguousarray(table, dtype=np.float32)


def _read_topics(path: Path, dim: int) -> NDArray[np.float32] | None:
    """Read the vectors of the topics, if the folder has them."""
    if not path.is_file():
        return None
    try:
        vectors = np.load(path, allow_pickle=False)
    except (OSError, ValueError, EOFError) as exc:
        raise EncoderError(f"{path} is damaged ({exc}); restore the model folder") from exc
    if not isinstance(vectors, np.ndarray):
        raise EncoderError(f"{path} is an archive, not one array; restore the model folder")
    if vectors.ndim != 2 or vectors.shape[1] != dim:
        raise EncoderError(
            f"{path} has shape {vectors.shape}, not (n_topics, {dim}); restore the model folder"
        )
    return np.ascontiguousarray(vectors, dtype=np.float32)


def _content_hash(home: Path) -> str:
    """Hash the two files that decide every vector."""
    digest = hashlib.sha256()
    for name in (WEIGHTS_FILE, TOKENIZER_FILE):
        digest.update(hashlib.sha256((home / name).read_bytes()).digest())
    return digest.hexdigest()[:12]
