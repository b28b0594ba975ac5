"""Trains the static encoder: ``python -m embeddings.train --data DIR --out DIR``.

Three steps, minutes on two cores: a Unigram tokenizer learnt on the text; a start from co-occurrence (PPMI
and a truncated SVD, Levy and Goldberg 2014); then contrastive training on pairs with in-batch negatives
(Henderson et al. 2017), which learns a vector and a weight for each piece. One seed makes the run
repeatable.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from embeddings.advice import LAY_TABLES, make_advice
from embeddings.errors import EncoderError
from embeddings.static import read_tokenizer
from embeddings.topics import Topic, read_topics
from embeddings.vocabulary import first_vectors, train_tokenizer
from embeddings.writer import write_model

if TYPE_CHECKING:
    from tokenizers import Tokenizer

OWN_PAIRS = Path(__file__).parent / "pairs"
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pair:
    """A question, the passage that answers it, and the group within which pairs are no negatives."""

    a: str
    b: str
    group: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """The numbers of a training run; docs/design/001-encoder.md has what was tried."""

    pieces: int = 32_768
    piece_length: int = 5
    dim: int = 256
    steps: int = 300
    batch: int = 1_536
    rate: float = 0.003
    scale: float = 20.0
    own_share: float = 0.36
    lay_share: float = 0.26
    lay_pairs: int = 40_000
    match_at: float = 0.4
    max_pieces: int = 96
    seed: int = 7


def read_pairs(path: Path) -> list[Pair]:
    """Read pairs from a ``.jsonl`` or ``.jsonl.gz`` file.

    Args:
        path: File with one ``{"a", "b"}`` a line, and optionally ``"topic"``.

    Returns:
        The pairs in the file's order; without a topic, equal ``a`` make a group.

    Raises:
        EncoderError: A line is no such object.
    """
    opener = gzip.open if path.suffix == ".gz" else open
    pairs: list[Pair] = []
    with opener(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            try:
                row = json.loads(line)
                pairs.append(Pair(str(row["a"]), str(row["b"]), str(row.get("topic", row["a"]))))
            except (ValueError, KeyError, TypeError) as exc:
                raise EncoderError(
                    f'{path}:{number} is no pair; a line must be {{"a": ..., "b": ...}}'
                ) from exc
    return pairs


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
    official = _read_folder(options.data, "*.jsonl.gz")
    own = _read_folder(options.own, "*.jsonl")
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
    encoded = _encode([*texts, *spoken], tokenizer, recipe.max_pieces)
    vectors, share = first_vectors([ids for ids in encoded if ids], pieces, recipe.dim, recipe.seed)
    log.info("training on %d official, %d own and %d lay pairs", len(official), len(own), len(advice))

    def matched(table: NDArray[np.float32]) -> _EncodedPairs:
        cosines = [_cosines(topic, table, tokenizer, recipe) for topic in lay]
        again = [Pair(*a) for a in make_advice(lay, recipe.lay_pairs, cosines)]
        return _encode_pairs(again, recipe.lay_share, tokenizer, recipe)

    sources = [
        _encode_pairs(own, recipe.own_share, tokenizer, recipe),
        _encode_pairs(advice, recipe.lay_share, tokenizer, recipe),
        _encode_pairs(official, 1.0, tokenizer, recipe),
    ]
    table = _contrast(sources, matched, vectors, share, recipe)
    table[0] = 0.0
    write_model(out, tokenizer, table)
    log.info("wrote %s", out)


@dataclass(frozen=True, slots=True)
class _EncodedPairs:
    """Pairs as piece ids, with the number of each pair's group, and the share of a batch that is drawn of them."""

    share: float
    a: list[list[int]]
    b: list[list[int]]
    group: NDArray[np.int64]


def _read_folder(folder: Path, pattern: str) -> list[Pair]:
    """Read every pair file of a folder, in the order of names."""
    paths = sorted(folder.glob(pattern))
    if not paths:
        raise EncoderError(f"{folder} holds no {pattern}; give the folder of the training pairs")
    return [pair for path in paths for pair in read_pairs(path)]


def _encode(texts: Sequence[str], tokenizer: Tokenizer, limit: int) -> list[list[int]]:
    """Cut texts into at most ``limit`` piece ids each."""
    return [
        encoding.ids[:limit] for encoding in tokenizer.encode_batch(list(texts), add_special_tokens=False)
    ]


def _cosines(
    topic: Topic, table: NDArray[np.float32], tokenizer: Tokenizer, recipe: Recipe
) -> NDArray[np.float32]:
    """Compute how near each question of a topic is to each of its clauses, shape (n_questions, n_clauses)."""
    sides = []
    for texts in (topic.questions, topic.clauses):
        sums = np.stack([table[ids].sum(axis=0) for ids in _encode(texts, tokenizer, recipe.max_pieces)])
        sides.append(sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9))
    return np.asarray(sides[0] @ sides[1].T, dtype=np.float32)


def _encode_pairs(pairs: Sequence[Pair], share: float, tokenizer: Tokenizer, recipe: Recipe) -> _EncodedPairs:
    """Cut pairs into ids and drop those with an empty side."""
    a = _encode([pair.a for pair in pairs], tokenizer, recipe.max_pieces)
    b = _encode([pair.b for pair in pairs], tokenizer, recipe.max_pieces)
    kept = [i for i in range(len(pairs)) if a[i] and b[i]]
    numbers: dict[str, int] = {}
    group = [numbers.setdefault(pairs[i].group, len(numbers)) for i in kept]
    return _EncodedPairs(share, [a[i] for i in kept], [b[i] for i in kept], np.asarray(group, dtype=np.int64))


def _contrast(
    sources: list[_EncodedPairs],
    matched: Callable[[NDArray[np.float32]], _EncodedPairs],
    vectors: NDArray[np.float32],
    share: NDArray[np.float32],
    recipe: Recipe,
) -> NDArray[np.float32]:
    """Train vectors and weights with in-batch negatives; pairs of one group are not negatives.

    After ``recipe.match_at`` of the steps the second source gives way to what ``matched`` makes of the vectors so far.
    """
    import torch
    from torch.nn import functional

    torch.manual_seed(recipe.seed)
    rng = np.random.default_rng(recipe.seed)
    table = torch.nn.Parameter(torch.from_numpy(vectors.copy()))
    # Smooth inverse frequency (Arora et al. 2017) starts the weights; training moves them.
    weight = torch.nn.Parameter(torch.from_numpy(np.log(1e-3 / (1e-3 + share))).float())
    optimizer = torch.optim.Adam([{"params": [table]}, {"params": [weight]}], lr=recipe.rate)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / 20) * (1.0 - step / recipe.steps)
    )

    def embed(rows: list[list[int]]) -> torch.Tensor:
        ids = torch.from_numpy(np.concatenate([np.asarray(row, dtype=np.int64) for row in rows]))
        starts = torch.from_numpy(np.cumsum([0, *(len(row) for row in rows[:-1])]))
        bag = functional.embedding_bag(ids, table, starts, mode="sum", per_sample_weights=weight[ids].exp())
        return functional.normalize(bag, dim=1)

    def weighted() -> NDArray[np.float32]:
        result: NDArray[np.float32] = (table * weight.exp()[:, None]).detach().numpy()
        return result

    for step in range(recipe.steps):
        if step == int(recipe.steps * recipe.match_at):
            sources[1] = matched(weighted())
        a, b, group = _draw(sources, recipe.batch, rng)
        scores = embed(a) @ embed(b).T * recipe.scale
        same = torch.from_numpy(group[:, None] == group[None, :])
        same.fill_diagonal_(False)
        scores = scores.masked_fill(same, float("-inf"))
        target = torch.arange(len(a))
        loss = 0.5 * (functional.cross_entropy(scores, target) + functional.cross_entropy(scores.T, target))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        if step % 25 == 0 or step == recipe.steps - 1:
            log.info("step %d loss %.3f", step, loss.item())
    return weighted()


def _draw(
    sources: Sequence[_EncodedPairs], batch: int, rng: np.random.Generator
) -> tuple[list[list[int]], list[list[int]], NDArray[np.int64]]:
    """Draw a batch: of each source its share, of the last one what is left; groups are numbered apart."""
    a: list[list[int]] = []
    b: list[list[int]] = []
    groups: list[NDArray[np.int64]] = []
    first = 0
    for source in sources:
        wanted = batch - len(a) if source is sources[-1] else int(batch * source.share)
        drawn = rng.choice(len(source.a), min(wanted, len(source.a)), replace=False)
        a += [source.a[i] for i in drawn]
        b += [source.b[i] for i in drawn]
        groups.append(source.group[drawn] + first)
        first += len(source.a)
    return a, b, np.concatenate(groups)


if __name__ == "__main__":
    raise SystemExit(main())
