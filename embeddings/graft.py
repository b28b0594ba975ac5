"""Joins two models of one start piece by piece: ``python -m embeddings.graft FIRST SECOND --out DIR``.

The first model knows reports, the second one everyday law; a mean of the two answers fewer questions on reports. But the words of
the two are not the same words. So each piece takes its vector from the model whose texts it stands in: nearly all that
the topic tables of reports say keeps the first model's vectors as they are, and 离婚 and 欠条 take the second's. The leading
numbers of both stand in the same directions, for both were refined from one start; the random directions behind them do
not, and are put side by side. Where the second was refined from the first itself (``embeddings.refine --hold``) all numbers
of both stand in the same directions (``--one-space``).
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from embeddings.advice import LAY_TABLES
from embeddings.errors import EncoderError
from embeddings.static import TOKENIZER_FILE, StaticEncoder, read_tokenizer
from embeddings.topics import TABLES, Topic, read_topics
from embeddings.writer import write_model

if TYPE_CHECKING:
    from tokenizers import Tokenizer

# The weight of the texts of everyday law: of 0.15, 0.3 and 1 the one that gains most on the
# development sets of everyday law without losing answers on reports (docs/design/001-encoder.md).
HALF_WAY = 0.3
# Numbers of the start, which both models share; what is behind them is random.
SHARED = 256
# What is added to each count, so that a piece of neither stands between.
_UNSEEN = 0.3


def shares_of_first(
    own: NDArray[np.float64], lay: NDArray[np.float64], half_way: float
) -> NDArray[np.float32]:
    """Compute how much of each piece's vector is the first model's.

    Args:
        own: float64, shape (n_pieces,), how often each piece stands in the first model's texts.
        lay: float64, shape (n_pieces,), how often it stands in the second's.
        half_way: Weight of the second's texts: where a piece's share of them, times this, equals its share of the first's, it is
            half and half.

    Returns:
        float32, shape (n_pieces,): between 0 and 1.
    """
    first, second = ((count + _UNSEEN) / (count + _UNSEEN).sum() for count in (own, lay))
    return np.asarray(1 / (1 + (half_way * second / first) ** 2), dtype=np.float32)


def graft(
    first: NDArray[np.float32], second: NDArray[np.float32], share: NDArray[np.float32], shared: int = SHARED
) -> NDArray[np.float32]:
    """Join two tables piece by piece.

    Args:
        first: float32, shape (n_pieces, shared + random numbers of the first).
        second: float32, shape (n_pieces, shared + random numbers of the second).
        share: float32, shape (n_pieces,), how much of each piece is the first's.
        shared: How many leading numbers stand in the same directions.

    Returns:
        float32, shape (n_pieces, shared + both random parts): a piece wholly of the first has the first's products.
    """
    part = share[:, None]
    mean = part * first[:, :shared] + (1 - part) * second[:, :shared]
    return np.hstack([mean, np.sqrt(part) * first[:, shared:], np.sqrt(1 - part) * second[:, shared:]])


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the joined model.

    Args:
        arguments: Arguments; the process's own by default.

    Returns:
        0 when the model was written.

    Raises:
        EncoderError: The two models have different pieces, or numbers where they should stand in one space.
    """
    parser = argparse.ArgumentParser(
        prog="python -m embeddings.graft", description="Join two static models of one start piece by piece."
    )
    parser.add_argument("models", type=Path, nargs=2, help="model of reports, then model of everyday law")
    parser.add_argument(
        "--tables", type=Path, default=TABLES, help="folder of the topic tables, lay/ beneath it"
    )
    parser.add_argument(
        "--one-space", action="store_true", help="the second was refined from the first with --hold"
    )
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    options = parser.parse_args(arguments)
    first, second = options.models
    tokenizer, other = (read_tokenizer(folder / TOKENIZER_FILE) for folder in (first, second))
    if tokenizer.get_vocab() != other.get_vocab():
        raise EncoderError(f"{first} and {second} have different pieces; refine both from one start")
    own = count_pieces(read_topics(options.tables), tokenizer)
    lay = count_pieces(read_topics(options.tables / LAY_TABLES.name), tokenizer)
    tables = StaticEncoder(first).table, StaticEncoder(second).table
    if options.one_space and tables[0].shape != tables[1].shape:
        raise EncoderError(
            f"{first} has {tables[0].shape[1]} numbers, {second} {tables[1].shape[1]}; leave out --one-space"
        )
    shared = tables[0].shape[1] if options.one_space else SHARED
    table = graft(*tables, shares_of_first(own, lay, HALF_WAY), shared)
    write_model(options.out, tokenizer, table)
    return 0


def count_pieces(topics: Sequence[Topic], tokenizer: Tokenizer) -> NDArray[np.float64]:
    """Count how often each piece stands in the questions and clauses of topics.

    Args:
        topics: The topics.
        tokenizer: The tokenizer.

    Returns:
        float64, shape (n_pieces,).
    """
    texts = [text for topic in topics for text in (*topic.questions, *topic.clauses)]
    ids = [id_ for row in tokenizer.encode_batch(texts, add_special_tokens=False) for id_ in row.ids]
    return np.bincount(ids, minlength=tokenizer.get_vocab_size()).astype(np.float64)


if __name__ == "__main__":
    raise SystemExit(main())
