"""Trains the static encoder: ``python -m embeddings.train --data DIR --out DIR``.

Three steps, minutes on two cores: a Unigram tokenizer learnt on the text; a start from co-occurrence (PPMI
and a truncated SVD, Levy and Goldberg 2014); then contrastive training on pairs with in-batch negatives
(Henderson et al. 2017), which learns a vector and a weight for each piece. One seed makes the run
repeatable.
"""

from __future__ import annotations

import argparse
import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from embeddings.advice import LAY_TABLES, make_advice
from embeddings.contrast import (
    EncodedPairs,
    Pair,
    Recipe,
    contrast,
    encode,
    encode_pairs,
    nearness,
    read_folder,
)
from embeddings.static import read_tokenizer
from embeddings.topics import TABLES, Topic, read_topics
from embeddings.vocabulary import first_vectors, train_tokenizer
from embeddings.writer import write_model

if TYPE_CHECKING:
    from tokenizers import Tokenizer

OWN_PAIRS = TABLES
log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Train a model from the command line.

    Args:
        arguments: Arguments; the process's own by default.

    Returns:
        0 when the model was written.
    """
    parser = argparse.ArgumentParser(
        prog="python -m embeddings.train", description="Train the static encoder."
    )
    parser.add_argument("--data", type=Path, required=True, help="folder of *.jsonl.gz official pairs")
    parser.add_argument("--own", type=Path, default=OWN_PAIRS, help="folder of our own *.jsonl pairs")
    parser.add_argument("--lay", type=Path, default=LAY_TABLES, help="folder of the tables of everyday law")
    parser.add_argument("--out", type=Path, required=True, help="model folder to write")
    defaults = {"pieces": 32_768, "steps": 300, "batch": 1_536, "seed": 7, "lay-pairs": 40_000}
    for name, value in defaults.items():
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument(
        "--tokenizer", type=Path, help="tokenizer.json to keep; learnt from the text by default"
    )
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    recipe = Recipe(
        pieces=options.pieces,
        steps=options.steps,
        batch=options.batch,
        seed=options.seed,
        lay_pairs=options.lay_pairs,
    )
    official = read_folder(options.data, "*.jsonl.gz")
    own = read_folder(options.own, "*.jsonl")
    tokenizer = read_tokenizer(options.tokenizer) if options.tokenizer else None
    train(official, own, read_topics(options.lay), recipe, options.out, tokenizer)
    return 0


def train(
    official: Sequence[Pair],
    own: Sequence[Pair],
    lay: Sequence[Topic],
    recipe: Recipe,
    out: Path,
    tokenizer: Tokenizer | None = None,
) -> None:
    """Train a model and write its folder.

    Args:
        official: Pairs made by rule from official texts: many, and far from how people speak.
        own: Pairs written for this domain.
        lay: Topics of everyday law.
        recipe: Numbers of the run.
        out: Folder to write.
        tokenizer: Tokenizer to keep; None learns one. Only with one given is a run repeatable to the last
            digit: the Unigram trainer sums in an order of its own, and its scores differ in the second digit.
    """
    texts = list(dict.fromkeys(pair.b for pair in official))
    advice = [Pair(*a) for a in make_advice(lay, recipe.lay_pairs)]
    spoken = list(dict.fromkeys(text for pair in (*own, *advice) for text in (pair.a, pair.b)))
    if tokenizer is None:
        log.info("learning %d pieces on %d texts", recipe.pieces, len(texts))
        # Never on our own pairs: whole questions became pieces then, and unseen ones found less (44, not 64).
        tokenizer = train_tokenizer(texts, recipe.pieces, recipe.piece_length)
    pieces = tokenizer.get_vocab_size()
    log.info("counting neighbours of %d pieces", pieces)
    encoded = encode([*texts, *spoken], tokenizer, recipe.max_pieces)
    vectors, share = first_vectors([ids for ids in encoded if ids], pieces, recipe.dim, recipe.seed)
    log.info("training on %d official, %d own and %d lay pairs", len(official), len(own), len(advice))

    def matched(table: NDArray[np.float32]) -> EncodedPairs:
        cosines = [nearness(topic, table, tokenizer, recipe) for topic in lay]
        again = [Pair(*a) for a in make_advice(lay, recipe.lay_pairs, cosines)]
        return encode_pairs(again, recipe.lay_share, tokenizer, recipe)

    sources = [
        encode_pairs(own, recipe.own_share, tokenizer, recipe),
        encode_pairs(advice, recipe.lay_share, tokenizer, recipe),
        encode_pairs(official, 1.0, tokenizer, recipe),
    ]
    table = contrast(sources, matched, vectors, share, recipe)
    table[0] = 0.0
    write_model(out, tokenizer, table)
    log.info("wrote %s", out)


if __name__ == "__main__":
    raise SystemExit(main())
