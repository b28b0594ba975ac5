"""Any sentence-transformers model behind the ``Encoder`` interface; the only user of that library.

torch and sentence-transformers take seconds to import, so they are imported when a model is made, and a
command that uses the shipped static model never pays for them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from embeddings.errors import EncoderError


class QueryPrompt(NamedTuple):
    """The instruction that models of a family expect before a question."""

    family: str
    prompt: str


# From the model cards. A folder or name that contains the family (in lower case) gets the prompt.
QUERY_PROMPTS = (
    QueryPrompt("bge-m3", ""),
    QueryPrompt("bge-small-zh", "为这个句子生成表示以用于检索相关文章："),
    QueryPrompt("bge-base-zh", "为这个句子生成表示以用于检索相关文章："),
    QueryPrompt("bge-large-zh", "为这个句子生成表示以用于检索相关文章："),
    QueryPrompt(
        "qwen3-embedding",
        "Instruct: Given a web search query, retrieve relevant passages that answer the query\nQuery:",
    ),
)
_SAMPLE = "法治政府建设工作报告"


class SentenceTransformerEncoder:
    """Encodes texts with a sentence-transformers model."""

    def __init__(
        self,
        path_or_name: str | Path,
        device: str | None = None,
        batch_size: int = 32,
        query_prompt: str | None = None,
    ) -> None:
        """Load a model.

        Args:
            path_or_name: Model folder, or a name on the Hugging Face hub such as ``BAAI/bge-small-zh-v1.5``.
            device: torch device such as ``cpu`` or ``cuda``; None lets sentence-transformers choose.
            batch_size: Texts that go through the model at a time.
            query_prompt: Put before questions; None takes the one known for the family, "" puts none.

        Raises:
            EncoderError: The folder holds no model, or the name cannot be reached.
        """
        given = str(path_or_name)
        if Path(given).is_dir() and not any(
            (Path(given) / f).is_file() for f in ("modules.json", "config.json")
        ):
            raise EncoderError(
                f"{given} is no model folder (no modules.json or config.json in it); give a folder of "
                "sentence-transformers, or leave the setting empty for the shipped model"
            )
        if not Path(given).exists() and (given.startswith((".", "/", "~")) or given.count("/") > 1):
            raise EncoderError(
                f"there is no folder {given}; give a model folder, a hub name such as owner/name, "
                "or leave the setting empty for the shipped model"
            )
        from sentence_transformers import SentenceTransformer

        try:
            self._model = SentenceTransformer(given, device=device)
        except (OSError, ValueError, RuntimeError, KeyError) as exc:
            raise EncoderError(
                f"the model {given!r} cannot be loaded ({_first_line(exc)}); check the name and the network, "
                "or download the model and give its folder, or leave the setting empty for the shipped model"
            ) from exc
        self._batch_size = batch_size
        self._prompt = known_prompt(given) if query_prompt is None else query_prompt
        self._dim = int(self._encode([_SAMPLE]).shape[1])
        self._name = f"{Path(given).name}-{self._fingerprint()}"

    @property
    def name(self) -> str:
        """Model name and a hash of what it makes of a fixed sentence and of its query prompt."""
        return self._name

    @property
    def dim(self) -> int:
        """Numbers in a vector."""
        return self._dim

    @property
    def query_prompt(self) -> str:
        """What is put before questions."""
        return self._prompt

    @property
    def topics(self) -> None:
        """None: the model knows no matters of this genre by themselves."""
        return None

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        """Encode texts.

        Args:
            texts: Texts of any length; the model cuts long ones; an empty one gives a zero vector.
            query: Whether they are questions, which get the query prompt.

        Returns:
            float32, shape (n_texts, dim), rows L2-normalised (or all zero).
        """
        vectors = np.zeros((len(texts), self._dim), dtype=np.float32)
        cleaned = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        if kept := [i for i, text in enumerate(cleaned) if text.strip()]:
            prompt = self._prompt if query else ""
            vectors[kept] = self._encode([prompt + cleaned[i] for i in kept])
        return vectors

    def _encode(self, texts: list[str]) -> NDArray[np.float32]:
        """Encode texts as they stand."""
        found = self._model.encode(
            texts, batch_size=self._batch_size, prompt="", show_progress_bar=False, convert_to_numpy=True
        )
        # A model in half precision divides a zero vector by zero: NaN stands for "nothing known" there.
        vectors = np.nan_to_num(np.array(found, dtype=np.float32))
        norms = np.linalg.norm(vectors, axis=1, keepdims=True)
        np.divide(vectors, norms, out=vectors, where=norms > 0.0)
        return vectors

    def _fingerprint(self) -> str:
        """Hash a sample vector, rounded so that devices and batch sizes agree, and the prompt."""
        rounded = np.round(self._encode([_SAMPLE])[0], 2) + 0.0
        return hashlib.sha256(rounded.tobytes() + self._prompt.encode()).hexdigest()[:12]


def known_prompt(name: str) -> str:
    """Look up the instruction that a model expects before questions.

    Args:
        name: Model folder or name.

    Returns:
        The prompt of the first family that the name contains, or "".
    """
    lowered = name.lower()
    return next((prompt for family, prompt in QUERY_PROMPTS if family in lowered), "")


def _first_line(exc: BaseException) -> str:
    """Take the first line of a message that may run over many."""
    return (str(exc).strip().splitlines() or [type(exc).__name__])[0]
