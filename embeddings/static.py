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
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, NamedTuple

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
# A question needs a few rows of the table, and to weigh them all takes 75 to 105 ms of a start; each text that is encoded
# without costs 12 us more (27 instead of 15), so the whole table pays from some 7,000 texts on.
_MANY = 4096
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
        digest = _Digest(home)
        digest.start()
        self._rows, self._weights = _read_rows(home / WEIGHTS_FILE)
        self._table: NDArray[np.float32] | None = None
        self._encoded = 0
        self._tokenizer = read_tokenizer(home / TOKENIZER_FILE)
        if (pieces := self._tokenizer.get_vocab_size()) > len(self._rows):
            raise EncoderError(
                f"{folder} has {len(self._rows)} vectors for {pieces} pieces; its tokenizer belongs to "
                "another model: restore both files from one model"
            )
        self._name = f"{Path(folder).resolve().name}-{digest.result()}"
        self._topics = _read_topics(home / TOPICS_FILE, self.dim)

    @property
    def name(self) -> str:
        """Folder name and the first 12 hexadecimal digits of the files' hash."""
        return self._name

    @property
    def dim(self) -> int:
        """Numbers in a vector."""
        return int(self._rows.shape[1])

    @property
    def table(self) -> NDArray[np.float32]:
        """Vectors of the pieces, float32, shape (n_pieces, dim); the length of each is its weight."""
        if self._table is None:
            self._table = _weighted(self._rows, self._weights)
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
        self._encoded += len(texts)
        many = self._encoded > _MANY
        rows, weights = (self.table, None) if many else (self._rows, self._weights)
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
                    own = _weighted(rows.take(ids, axis=0), None if weights is None else weights[ids])
                    vectors[row] = np.ones(len(ids), dtype=np.float32) @ own
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


class _Rows(NamedTuple):
    """What a model folder stores for each token id: its row, shape (n_pieces, dim), and its weight, float32, if it has one."""

    rows: NDArray[np.generic]
    weights: NDArray[np.float32] | None


def _read_rows(path: Path) -> _Rows:
    """Read the rows of all token ids as they are stored, and their weights."""
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        tensors: dict[str, NDArray[np.generic]] = load_file(path)
    except SafetensorError as exc:
        raise EncoderError(f"{path} is damaged ({exc}); restore the model folder") from exc
    if "embedding.weight" in tensors:
        return _Rows(tensors["embedding.weight"], None)
    if "embeddings" not in tensors:
        raise EncoderError(
            f"{path} holds {sorted(tensors)}, not 'embedding.weight' or 'embeddings'; give a static model"
        )
    table = tensors["embeddings"]
    if "mapping" in tensors:
        table = table[tensors["mapping"].astype(np.int64)]
    return _Rows(table, tensors["weights"].astype(np.float32) if "weights" in tensors else None)


def _weighted(rows: NDArray[np.generic], weights: NDArray[np.float32] | None) -> NDArray[np.float32]:
    """Multiply rows by their weights; in one pass, for a float32 copy of the bytes first would take twice the time."""
    if weights is None:
        return np.ascontiguousarray(rows, dtype=np.float32)
    scaled: NDArray[np.float32] = np.multiply(rows, weights[:, None], dtype=np.float32)
    return scaled


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


class _Digest(Thread):
    """Hashes the two files that decide every vector beside the reading of them: 65 ms of a start on two cores."""

    def __init__(self, home: Path) -> None:
        super().__init__(daemon=True)
        self._home = home
        self._digest = ""

    def run(self) -> None:
        """Hash them; a file that cannot be read is told of by its reader."""
        digest = hashlib.sha256()
        with suppress(OSError):
            for name in (WEIGHTS_FILE, TOKENIZER_FILE):
                digest.update(hashlib.sha256((self._home / name).read_bytes()).digest())
            self._digest = digest.hexdigest()[:12]

    def result(self) -> str:
        """Give the first 12 hexadecimal digits when they are there."""
        self.join()
        return self._digest
