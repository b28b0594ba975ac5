"""An encoder without a model: character pairs hashed into a fixed number of buckets.

Deterministic and free of dependencies, so tests and first experiments need no weights. It finds shared
characters and nothing else: it knows no meaning.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from embeddings.errors import EncoderError


class HashingEncoder:
    """Encodes a text as the signed counts of its characters and character pairs, hashed and normalised."""

    def __init__(self, dim: int = 256) -> None:
        """Make an encoder.

        Args:
            dim: Numbers in a vector, at least 2.

        Raises:
            EncoderError: ``dim`` is smaller than 2.
        """
        if dim < 2:
            raise EncoderError(f"dim={dim} is too small for a hashing encoder; choose dim >= 2")
        self._dim = dim

    @property
    def name(self) -> str:
        """Name of the scheme and its size, such as ``hashing-256``."""
        return f"hashing-{self._dim}"

    @property
    def dim(self) -> int:
        """Numbers in a vector."""
        return self._dim

    @property
    def topics(self) -> None:
        """None: the model knows no matters of this genre by themselves."""
        return None

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        """Encode texts.

        Args:
            texts: Texts of any length; one without a letter, digit or Han character gives a zero vector.
            query: Not used; questions and passages are encoded alike.

        Returns:
            float32, shape (n_texts, dim), rows L2-normalised (or all zero).
        """
        del query  # questions and passages are encoded alike
        vectors = np.zeros((len(texts), self._dim), dtype=np.float32)
        for row, text in zip(vectors, texts, strict=True):
            for feature in _features(text):
                code = int.from_bytes(hashlib.blake2b(feature, digest_size=8).digest(), "little")
                row[(code >> 1) % self._dim] += 1.0 if code & 1 else -1.0
            norm = float(np.linalg.norm(row))
            if norm > 0.0:
                row /= norm
        return vectors


def _features(text: str) -> list[bytes]:
    """List the characters and pairs of neighbouring characters that count."""
    kept = [c for c in text.lower() if c.isalnum()]
    pairs = [a + b for a, b in pairwise(kept)]
    return [feature.encode("utf-8", "replace") for feature in (*kept, *pairs)]
