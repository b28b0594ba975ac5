"""The interface that every encoder of text follows, and how one is chosen.

Knows nothing of reports. The default encoder is the static model shipped in ``embeddings/model``; any
sentence-transformers folder or name can take its place.
"""

from __future__ import annotations

from collections.abc import Sequence
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

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        """Encode texts.

        Args:
            texts: Texts of any length; an empty one gives a zero vector.
            query: Whether they are questions (some models put an instruction before these).

        Returns:
            float32, shape (n_texts, dim), rows L2-normalised (or all zero).
        """
        ...
