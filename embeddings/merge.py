"""Folds two static models of one tokenizer into one: ``python -m embeddings.merge FIRST SECOND --out DIR``.

The inner product of two texts under the merged model is the mean of those under the two, as nearly as its numbers allow:
their vectors are put side by side, each table scaled to a mean length of 1, and the leading part of their singular value
decomposition is kept. Two models that were trained on different shares of the same sources err apart; their mean errs less.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from embeddings.errors import EncoderError
from embeddings.static import TOKENIZER_FILE, StaticEncoder, read_tokenizer
from embeddings.writer import write_model


def merge_tables(first: NDArray[np.float32], second: NDArray[np.float32], dim: int) -> NDArray[np.float32]:
    """Fold two tables of vectors into one.

    Args:
        first: float32, shape (n_pieces, dim of the first), not normalised.
        second: float32, shape (n_pieces, dim of the second), not normalised.
        dim: Numbers to keep of each piece.

    Returns:
        float32, shape (n_pieces, dim): products of rows are near the mean of those of the scaled tables.
    """
    scaled = [
        np.asarray(t, np.float64) / np.sqrt((np.asarray(t, np.float64) ** 2).sum(1).mean())
        for t in (first, second)
    ]
    both = np.hstack(scaled) / np.sqrt(2.0)
    values, axes = np.linalg.eigh(both.T @ both)
    kept = axes[:, np.argsort(-values)[:dim]]
    # The sign of an axis means nothing; a fixed one makes the file repeatable.
    kept *= np.where(kept[np.abs(kept).argmax(axis=0), np.arange(kept.shape[1])] < 0, -1.0, 1.0)
    return np.asarray(both @ kept, dtype=np.float32)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the merged model.

    Args:
        arguments: Arguments; the process's own by default.

    Returns:
        0 when the model was written.

    Raises:
        EncoderError: The two models have different tokenizers.
    """
    parser = argparse.ArgumentParser(
        prog="python -m embeddings.merge", description="Fold two static models into one."
    )
    parser.add_argument("models", type=Path, nargs=2, help="folders of two models of one tokenizer")
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    parser.add_argument("--dim", type=int, default=256)
    options = parser.parse_args(arguments)
    first, second = options.models
    if (first / TOKENIZER_FILE).read_bytes() != (second / TOKENIZER_FILE).read_bytes():
        raise EncoderError(f"{first} and {second} have different tokenizers; train both with one --tokenizer")
    table = merge_tables(StaticEncoder(first).table, StaticEncoder(second).table, options.dim)
    write_model(options.out, read_tokenizer(first / TOKENIZER_FILE), table)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
