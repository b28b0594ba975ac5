"""The pieces that the static model knows, and their first vectors, both learnt from plain text.

Pieces: a Unigram tokenizer (Kudo 2018) over runs of Han characters and of letters; punctuation is dropped and
every number becomes one piece, since ``8件`` and ``23件`` speak of the same thing. First vectors: positive
pointwise mutual information of neighbouring pieces and a randomised truncated SVD.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
    from tokenizers import Tokenizer

UNKNOWN = "[UNK]"
# Neighbours on each side; context counts are raised to 0.75 (Levy, Goldberg and Dagan 2015).
_WINDOW = 5
_SMOOTHING = 0.75


def train_tokenizer(texts: Iterable[str], pieces: int, piece_length: int) -> Tokenizer:
    """Learn the pieces.

    Args:
        texts: Training texts; repeat a text to give it weight.
        pieces: How many pieces to keep, the unknown one included.
        piece_length: Characters in the longest piece.

    Returns:
        A tokenizer with the unknown piece at id 0.
    """
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

    tokenizer = Tokenizer(models.Unigram())
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Lowercase(), normalizers.Replace(Regex(r"\d+(\.\d+)?"), "0")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Split(
        Regex(r"\p{Han}+|[a-z]+|0"), behavior="removed", invert=True
    )
    trainer = trainers.UnigramTrainer(
        vocab_size=pieces,
        special_tokens=[UNKNOWN],
        unk_token=UNKNOWN,
        max_piece_length=piece_length,
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer


def first_vectors(
    encoded: Sequence[Sequence[int]], pieces: int, dim: int, seed: int
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Place pieces that occur in like company near each other.

    Args:
        encoded: Piece ids of each text.
        pieces: Number of pieces.
        dim: Numbers in a vector.
        seed: Seed of the randomised SVD.

    Returns:
        float32, shape (pieces, dim), rows of unit length (zero for a piece that never occurs), and
        float32, shape (pieces,), the share of each piece in the text.
    """
    counts = _neighbours(encoded, pieces)
    frequency = np.bincount(
        np.concatenate([np.asarray(ids, dtype=np.int64) for ids in encoded]), minlength=pieces
    )
    vectors = _truncated_svd(_ppmi(counts), dim, seed)
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    np.divide(vectors, norms, out=vectors, where=norms > 0)
    return vectors.astype(np.float32), (frequency / frequency.sum()).astype(np.float32)


def _neighbours(encoded: Sequence[Sequence[int]], pieces: int) -> csr_matrix:
    """Count how often two pieces stand within the window, nearer ones for more."""
    from scipy.sparse import csr_matrix

    total = csr_matrix((pieces, pieces), dtype=np.float32)
    for start in range(0, len(encoded), 20_000):
        block = encoded[start : start + 20_000]
        ids = np.concatenate([np.asarray(row, dtype=np.int64) for row in block])
        text = np.repeat(np.arange(len(block)), [len(row) for row in block])
        for gap in range(1, _WINDOW + 1):
            same = text[gap:] == text[:-gap]
            left, right = ids[:-gap][same], ids[gap:][same]
            weight = np.full(len(left), (_WINDOW + 1 - gap) / _WINDOW, dtype=np.float32)
            total = total + csr_matrix((weight, (left, right)), shape=(pieces, pieces))
    return total + total.T


def _ppmi(counts: csr_matrix) -> csr_matrix:
    """Turn counts into positive pointwise mutual information."""
    rows = np.asarray(counts.sum(axis=1)).ravel()
    context = rows**_SMOOTHING
    context /= context.sum()
    matrix = counts.tocoo()
    with np.errstate(divide="ignore"):
        values = np.log(matrix.data / (rows[matrix.row] * context[matrix.col]))
    matrix.data = np.maximum(values, 0.0).astype(np.float32)
    result = matrix.tocsr()
    result.eliminate_zeros()
    return result


def _truncated_svd(matrix: csr_matrix, dim: int, seed: int) -> NDArray[np.float64]:
    """Compute U * sqrt(S) of the leading part (Halko, Martinsson and Tropp 2011), with fixed signs."""
    rng = np.random.default_rng(seed)
    size = matrix.shape[0]
    kept = min(dim, size)
    start = rng.standard_normal((size, min(kept + 32, size))).astype(np.float32)
    basis = np.linalg.qr(matrix @ start)[0]
    for _ in range(4):
        basis = np.linalg.qr(matrix @ (matrix.T @ basis))[0]
    left, values, _ = np.linalg.svd((matrix.T @ basis).T, full_matrices=False)
    vectors = np.zeros((size, dim))
    vectors[:, :kept] = (basis @ left[:, :kept]) * np.sqrt(values[:kept])
    largest = vectors[np.abs(vectors).argmax(axis=0), np.arange(dim)]
    return np.where(largest < 0, -vectors, vectors)
