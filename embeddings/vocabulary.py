"""The pieces that the static model knows, and their first vectors, both learnt from plain text.

Pieces: a Unigram tokenizer (Kudo 2018) over runs of Han characters and of letters; punctuation is dropped and
every number becomes one piece, since ``8件`` and ``23件`` speak of the same thing. First vectors: positive
pointwise mutual information of neighbouring pieces and a randomised truncated SVD.
"""

from __future__ import annotations

import json
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


def reshape(
    tokenizer: Tokenizer, table: NDArray[np.float32], piece_length: int, seed: int
) -> tuple[Tokenizer, NDArray[np.float32]]:
    """Drop long pieces, and add every character of GB 2312 that the tokenizer lacks.

    A shorter piece is met by more texts; a character that is no piece, as in a rare name, is nowhere found again.

    Args:
        tokenizer: A Unigram tokenizer with the unknown piece at id 0.
        table: float32, shape (n_pieces, dim), its vectors.
        piece_length: Characters in the longest piece to keep.
        seed: Seed of the new characters' directions.

    Returns:
        The tokenizer, and float32, shape (n_pieces, dim): kept rows as they were, new ones random and of unit length.
    """
    from tokenizers import Tokenizer

    state = json.loads(tokenizer.to_str())
    vocabulary: list[tuple[str, float]] = [(piece, score) for piece, score in state["model"]["vocab"]]
    kept = [i for i, (piece, _) in enumerate(vocabulary) if i == 0 or len(piece) <= piece_length]
    known = {piece for piece, _ in vocabulary}
    added = [character for character in _gb2312() if character not in known]
    lowest = min(score for _, score in vocabulary)
    state["model"]["vocab"] = [vocabulary[i] for i in kept] + [(character, lowest) for character in added]
    new = np.random.default_rng(seed).standard_normal((len(added), table.shape[1]))
    new /= np.linalg.norm(new, axis=1, keepdims=True)
    rows = np.vstack([table[kept], new]).astype(np.float32)
    return Tokenizer.from_str(json.dumps(state, ensure_ascii=False)), rows


def _gb2312() -> list[str]:
    """List the Han characters of GB 2312: rows 16 to 87 of 94 (five places of row 55 are empty)."""
    return [
        character
        for row in range(0xB0, 0xF8)
        for place in range(0xA1, 0xFF)
        if (character := bytes([row, place]).decode("gb2312", "ignore"))
    ]


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
