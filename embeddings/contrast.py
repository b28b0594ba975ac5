"""Contrastive training of a static model on pairs with in-batch negatives (Henderson et al. 2017).

Knows the pairs and the numbers of a run; where the pairs come from, and what the vectors start from, is for
``embeddings.train`` and ``embeddings.refine``.
"""

from __future__ import annotations

import gzip
import json
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from embeddings.errors import EncoderError
from embeddings.topics import Topic

if TYPE_CHECKING:
    from tokenizers import Tokenizer

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


@dataclass(frozen=True, slots=True)
class EncodedPairs:
    """Pairs as piece ids, with the number of each pair's group, and the share of a batch that is drawn of them."""

    share: float
    a: list[list[int]]
    b: list[list[int]]
    group: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Hold:
    """What training shall leave as it is: the cosines that a model finds between questions and clauses of reports.

    ``kept``, float32, shape (n_pieces,), is the share of each step that a piece does not take: with 1 it stays where it is.
    """

    table: NDArray[np.float32]
    pairs: EncodedPairs
    passages: list[list[int]]
    weight: float = 1.0
    kept: NDArray[np.float32] | None = None
    # Questions of a step, and as many clauses; of the passages half as many.
    draw: int = 512


def read_folder(folder: Path, pattern: str) -> list[Pair]:
    """Read every pair file of a folder, in the order of names.

    Args:
        folder: The folder.
        pattern: Pattern of the names.

    Returns:
        The pairs.

    Raises:
        EncoderError: No file has such a name.
    """
    paths = sorted(folder.glob(pattern))
    if not paths:
        raise EncoderError(f"{folder} holds no {pattern}; give the folder of the training pairs")
    return [pair for path in paths for pair in read_pairs(path)]


def encode(texts: Sequence[str], tokenizer: Tokenizer, limit: int) -> list[list[int]]:
    """Cut texts into piece ids.

    Args:
        texts: The texts.
        tokenizer: The tokenizer.
        limit: How many ids of a text are kept.

    Returns:
        The ids of each text.
    """
    return [
        encoding.ids[:limit] for encoding in tokenizer.encode_batch(list(texts), add_special_tokens=False)
    ]


def nearness(
    topic: Topic, table: NDArray[np.float32], tokenizer: Tokenizer, recipe: Recipe
) -> NDArray[np.float32]:
    """Compute how near each question of a topic is to each of its clauses.

    Args:
        topic: The topic.
        table: float32, shape (n_pieces, dim).
        tokenizer: The tokenizer of the table.
        recipe: Numbers of the run.

    Returns:
        float32, shape (n_questions, n_clauses): cosines.
    """
    sides = []
    for texts in (topic.questions, topic.clauses):
        sums = np.stack([table[ids].sum(axis=0) for ids in encode(texts, tokenizer, recipe.max_pieces)])
        sides.append(sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-9))
    return np.asarray(sides[0] @ sides[1].T, dtype=np.float32)


def encode_pairs(pairs: Sequence[Pair], share: float, tokenizer: Tokenizer, recipe: Recipe) -> EncodedPairs:
    """Cut pairs into ids and drop those with an empty side.

    Args:
        pairs: The pairs.
        share: Share of a batch that is drawn of them.
        tokenizer: The tokenizer.
        recipe: Numbers of the run.

    Returns:
        The pairs that are left.
    """
    a = encode([pair.a for pair in pairs], tokenizer, recipe.max_pieces)
    b = encode([pair.b for pair in pairs], tokenizer, recipe.max_pieces)
    kept = [i for i in range(len(pairs)) if a[i] and b[i]]
    numbers: dict[str, int] = {}
    group = [numbers.setdefault(pairs[i].group, len(numbers)) for i in kept]
    return EncodedPairs(share, [a[i] for i in kept], [b[i] for i in kept], np.asarray(group, dtype=np.int64))


def contrast(
    sources: list[EncodedPairs],
    matched: Callable[[NDArray[np.float32]], EncodedPairs] | None,
    vectors: NDArray[np.float32],
    share: NDArray[np.float32],
    recipe: Recipe,
    hold: Hold | None = None,
) -> NDArray[np.float32]:
    """Train vectors and weights with in-batch negatives; pairs of one group are not negatives.

    Args:
        sources: Pairs, each with its share of a batch; the last one fills what is left.
        matched: After ``recipe.match_at`` of the steps the second source gives way to what this makes of the vectors so far.
        vectors: float32, shape (n_pieces, dim), the start.
        share: float32, shape (n_pieces,), the share of each piece in the text, from which its weight starts.
        recipe: Numbers of the run.
        hold: Cosines to hold, each step a draw of them (the squared difference, Hinton et al. 2015 for cosines); none by default.

    Returns:
        float32, shape (n_pieces, dim): the vectors, their weights multiplied in.
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

    def embed(rows: list[list[int]], teacher: torch.Tensor | None = None) -> torch.Tensor:
        ids = torch.from_numpy(np.concatenate([np.asarray(row, dtype=np.int64) for row in rows]))
        starts = torch.from_numpy(np.cumsum([0, *(len(row) for row in rows[:-1])]))
        source, each = (table, weight[ids].exp()) if teacher is None else (teacher, torch.ones(len(ids)))
        bag = functional.embedding_bag(ids, source, starts, mode="sum", per_sample_weights=each)
        return functional.normalize(bag, dim=1)

    taught = torch.from_numpy(hold.table) if hold else None
    moved = torch.from_numpy(1 - hold.kept) if hold and hold.kept is not None else None

    def strayed(hold: Hold) -> torch.Tensor:
        asked, told = _draw_held(hold, rng)
        with torch.no_grad():
            wanted = embed(asked, taught) @ embed(told, taught).T
        return ((embed(asked) @ embed(told).T - wanted) * recipe.scale).square().mean()

    def weighted() -> NDArray[np.float32]:
        result: NDArray[np.float32] = (table * weight.exp()[:, None]).detach().numpy()
        return result

    for step in range(recipe.steps):
        if matched and step == int(recipe.steps * recipe.match_at):
            sources[1] = matched(weighted())
        a, b, group = _draw(sources, recipe.batch, rng)
        scores = embed(a) @ embed(b).T * recipe.scale
        same = torch.from_numpy(group[:, None] == group[None, :])
        same.fill_diagonal_(False)
        scores = scores.masked_fill(same, float("-inf"))
        target = torch.arange(len(a))
        loss = 0.5 * (functional.cross_entropy(scores, target) + functional.cross_entropy(scores.T, target))
        if hold:
            loss = loss + hold.weight * strayed(hold)
        optimizer.zero_grad()
        loss.backward()
        before = table.detach().clone(), weight.detach().clone()
        optimizer.step()
        if moved is not None:
            table.data.sub_(before[0]).mul_(moved[:, None]).add_(before[0])
            weight.data.sub_(before[1]).mul_(moved).add_(before[1])
        schedule.step()
        if step % 25 == 0 or step == recipe.steps - 1:
            log.info("step %d loss %.3f", step, loss.item())
    return weighted()


def _draw(
    sources: Sequence[EncodedPairs], batch: int, rng: np.random.Generator
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


def _draw_held(hold: Hold, rng: np.random.Generator) -> tuple[list[list[int]], list[list[int]]]:
    """Draw questions; and clauses, of which a quarter belong to the questions, with passages of official texts."""
    questions, clauses = (
        rng.choice(len(hold.pairs.a), min(hold.draw, len(hold.pairs.a)), replace=False) for _ in range(2)
    )
    own = len(clauses) // 4
    clauses[:own] = questions[:own]
    passages = rng.choice(len(hold.passages), min(hold.draw // 2, len(hold.passages)), replace=False)
    told = [hold.pairs.b[i] for i in clauses] + [hold.passages[i] for i in passages]
    return [hold.pairs.a[i] for i in questions], told
