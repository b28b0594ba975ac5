"""Every error that the encoders and the vector index raise on purpose.

EmbeddingError
├── EncoderError   a model cannot be loaded, or it cannot encode what it was given
└── IndexingError  a vector index cannot be built, searched, saved or opened

A message says what is wrong, the value, what is allowed and what to do, in one line.
"""

from __future__ import annotations


class EmbeddingError(Exception):
    """Base of the errors of this package."""


class EncoderError(EmbeddingError):
    """A model cannot be loaded or used."""


class IndexingError(EmbeddingError):
    """A vector index cannot be built, searched, saved or opened."""
