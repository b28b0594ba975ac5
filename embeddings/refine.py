"""Trains a finished static model further: ``python -m embeddings.refine MODEL --data DIR --out DIR``.

Starts from a model's own vectors, so that what it knows of reports stays, and changes three things. Its pieces: long ones
go, every character of GB 2312 comes (``embeddings.vocabulary.reshape``). Its vectors: behind those of the model stand
random ones, one direction for each piece, so that two texts which share rare pieces lie near one another whatever the
pieces mean. Its pairs: what ``embeddings.train`` learns from, general knowledge (``embeddings.general``), and a lexicon of
everyday words and those of the law (``embeddings.lexis``). Everything
is then trained together, at a third of the first rate. One seed makes the run repeatable.

With ``--hold`` the model is trained as it stands, its pieces and its numbers unchanged, and the cosines that it finds
between questions and clauses of reports are held where they are (``embeddings.contrast.Hold``). With ``--keep`` the pieces
that the tables of reports are made of hardly move either (``embeddings.graft.shares_of_first``).
"""

from __future__ import annotations

import argparse
import hashlib
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from embeddings.advice import LAY_TABLES, make_advice
from embeddings.contrast import (
    EncodedPairs,
    Hold,
    Pair,
    Recipe,
    contrast,
    encode_pairs,
    nearness,
    read_folder,
)
from embeddings.general import (
    FIELDS_FILE,
    GENERAL_TABLES,
    field_pairs,
    passage_pairs,
    read_fields,
    read_passages,
)
from embeddings.graft import HALF_WAY, count_pieces, shares_of_first
from embeddings.lexis import LEXIS_TABLES, lexis_pairs, read_lexis
from embeddings.static import TOKENIZER_FILE, StaticEncoder, read_tokenizer
from embeddings.topics import read_topics
from embeddings.train import OWN_PAIRS
from embeddings.vocabulary import reshape
from embeddings.writer import write_model

if TYPE_CHECKING:
    from tokenizers import Tokenizer

# Of the official texts, every so manieth is counted for the weights of the random directions.
_COUNTED = 6
# Of the official passages, those whose first byte of MD5 is below this (one in 26) are kept for measuring, not for training.
_HELD = 10
# A piece's weight falls with its share of the text (Arora et al. 2017).
_RARE = 1e-3
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Shape:
    """The numbers of the new shape; docs/design/001-encoder.md has what was tried."""

    piece_length: int = 4
    spread: int = 256
    spread_share: float = 0.1
    passage_share: float = 0.05
    field_share: float = 0.03
    lexis_share: float = 0.06
    kept: float = 0.0


RECIPE = Recipe(steps=200, rate=0.001, own_share=0.40, lay_share=0.34, lay_pairs=80_000, match_at=2.0)


def widen(
    table: NDArray[np.float32], frequency: NDArray[np.int64], shape: Shape, seed: int
) -> NDArray[np.float32]:
    """Put a random direction behind each vector.

    Args:
        table: float32, shape (n_pieces, dim), row 0 the unknown piece.
        frequency: int64, shape (n_pieces,), how often each piece stands in the text.
        shape: How many numbers to add, and the share of a product that is theirs.
        seed: Seed of the directions.

    Returns:
        float32, shape (n_pieces, dim + spread); row 0 is zero.
    """
    rng = np.random.default_rng(seed)
    share = (frequency + 1) / (frequency + 1).sum()
    spread = rng.standard_normal((len(table), shape.spread)) * (_RARE / (_RARE + share))[:, None]
    sides = [np.asarray(table, np.float64), spread]
    for side in sides:
        side[0] = 0.0
    scaled = [side / np.sqrt((side**2).sum(axis=1).mean()) for side in sides]
    parts = (np.sqrt(1 - shape.spread_share), np.sqrt(shape.spread_share))
    return np.hstack([part * side for part, side in zip(parts, scaled, strict=True)]).astype(np.float32)


def held_out(passage: str) -> bool:
    """Tell whether an official passage is kept for measuring (the sets ``gov`` and ``law`` of the design note).

    Args:
        passage: Text of the passage.

    Returns:
        True for one passage in 26, always the same ones.
    """
    return hashlib.md5(passage.encode(), usedforsecurity=False).digest()[0] < _HELD


def refine(
    model: Path,
    data: Path,
    tables: Path,
    out: Path,
    recipe: Recipe = RECIPE,
    shape: Shape | None = None,
    held: float = 0.0,
    keep: bool = False,
) -> None:
    """Train a model further and write its folder.

    Args:
        model: Folder of the static model to start from.
        data: Folder of the official pairs, ``*.jsonl.gz``.
        tables: Folder of our own pairs, with ``lay``, ``general`` and ``lexis`` beneath it.
        out: Folder to write.
        recipe: Numbers of the training.
        shape: Numbers of the new shape.
        held: Weight of the term that holds the model's cosines of reports; with any, the model keeps its shape.
        keep: Beside that term, whether the pieces of the tables of reports are left nearly where they are.
    """
    shape = shape or Shape()
    official = read_folder(data, "*.jsonl.gz")
    own = read_folder(tables, "*.jsonl")
    lay = read_topics(tables / LAY_TABLES.name)
    general = tables / GENERAL_TABLES.name
    first = StaticEncoder(model)
    tokenizer, table = read_tokenizer(model / TOKENIZER_FILE), first.table
    if not held:
        tokenizer, table = reshape(tokenizer, table, shape.piece_length, recipe.seed)
        texts = list(dict.fromkeys(pair.b for pair in official))[::_COUNTED]
        table = widen(table, _frequency(texts, tokenizer), shape, recipe.seed)
    cosines = [nearness(topic, table, tokenizer, recipe) for topic in lay]

    def encoded(pairs: Iterable[tuple[str, str, str]], share: float) -> EncodedPairs:
        return encode_pairs([Pair(*pair) for pair in pairs], share, tokenizer, recipe)

    sources = [
        encode_pairs(own, recipe.own_share, tokenizer, recipe),
        encoded(make_advice(lay, recipe.lay_pairs, cosines), recipe.lay_share),
        encoded(passage_pairs(read_passages(general)), shape.passage_share),
        encoded(field_pairs(read_fields(general / FIELDS_FILE)), shape.field_share),
        encoded(lexis_pairs(read_lexis(tables / LEXIS_TABLES.name), seed=recipe.seed), shape.lexis_share),
        encode_pairs([pair for pair in official if not held_out(pair.b)], 1.0, tokenizer, recipe),
    ]
    log.info("training %d pieces of %d numbers", *table.shape)
    kept = None
    if keep:
        reports = count_pieces(read_topics(tables), tokenizer)
        kept = shares_of_first(reports, count_pieces(lay, tokenizer), HALF_WAY)
    hold = Hold(table, sources[0], sources[-1].b, held, kept) if held else None
    trained = contrast(sources, None, table, np.zeros(len(table), np.float32), recipe, hold)
    trained[0] = 0.0
    # Both tables stand in the same directions, so their mean is a model too: it errs less than either.
    write_model(out, tokenizer, shape.kept * table + (1.0 - shape.kept) * trained)
    log.info("wrote %s", out)


def main(arguments: Sequence[str] | None = None) -> int:
    """Train a model further from the command line.

    Args:
        arguments: Arguments; the process's own by default.

    Returns:
        0 when the model was written.
    """
    parser = argparse.ArgumentParser(
        prog="python -m embeddings.refine", description="Train a static model further."
    )
    parser.add_argument("model", type=Path, help="folder of the model to start from")
    parser.add_argument("--data", type=Path, required=True, help="folder of *.jsonl.gz official pairs")
    parser.add_argument("--tables", type=Path, default=OWN_PAIRS, help="folder of our own pairs and tables")
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    parser.add_argument(
        "--hold", type=float, default=0.0, help="weight of the term that holds the cosines of reports"
    )
    parser.add_argument(
        "--keep", action="store_true", help="with --hold, leave the pieces of reports nearly as they are"
    )
    parser.add_argument("--seed", type=int, default=RECIPE.seed)
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    recipe = replace(RECIPE, seed=options.seed)
    refine(options.model, options.data, options.tables, options.out, recipe, None, options.hold, options.keep)
    return 0


def _frequency(texts: Sequence[str], tokenizer: Tokenizer) -> NDArray[np.int64]:
    """Count how often each piece stands in texts."""
    ids = [encoding.ids for encoding in tokenizer.encode_batch(list(texts), add_special_tokens=False)]
    together = np.concatenate([np.asarray(row, dtype=np.int64) for row in ids])
    return np.bincount(together, minlength=tokenizer.get_vocab_size()).astype(np.int64)


if __name__ == "__main__":
    raise SystemExit(main())
