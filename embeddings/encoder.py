"""The interface that every encoder of text follows, and how one is chosen.

Knows nothing of reports. The default encoder is the static model shipped in ``embeddings/model``; any
sentence-transformers folder or name can take its place.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray


class Encoder(Protocol):
    """Turns texts into unit vectors."""

    @property
    def name(self) -> str:
        """Name and content hash of the model; an index refuses an encoder of another name."""
        ...

    @property
    def dim(self) -> int:
        """Numbers in a vector."""
        ...

    @property
    def topics(self) -> NDArray[np.float32] | None:
        """Unit vectors of the matters that the model knows, shape (n_topics, dim); None for a general model."""
        ...

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        """Encode texts.

        Args:
            texts: Texts of any length; an empty one gives a zero vector.
            query: Whether they are questions (some models put an instruction before these).

        Returns:
            float32, shape (n_texts, dim), rows L2-normalised (or all zero).
        """
        ...


def load(name: str | None = None) -> Encoder:
    """Choose an encoder by name.

    Args:
        name: None or "" for the shipped model; else a model folder, or a name on the Hugging Face hub.

    Returns:
        A static model without torch where the folder holds one; any other model through
        sentence-transformers, whose libraries are imported only then.

    Raises:
        EncoderError: The folder holds no model, or the name cannot be reached.
    """
    from embeddings.static import SHIPPED, StaticEncoder, is_static

    folder = Path(name) if name else SHIPPED
    if not name or is_static(folder):
        return StaticEncoder(folder)
    from embeddings.sentence import SentenceTransformerEncoder

    return SentenceTransformerEncoder(name)
