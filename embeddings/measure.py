"""Measures an encoder on retrieval sets: ``python -m embeddings.measure --bench DIR``.

Prints MRR@10 of words (BM25), of the lexical blend, of the encoder alone, and of both together. A set is a
folder with ``corpus.jsonl``, ``queries.jsonl`` and ``qrels.tsv``. The blend is the mean of BM25 over words
and over character pairs, each divided by its ideal, the sum of the query terms' idf. The encoder alone is measured three
times: ``whole`` is the cosine with the passage as one text; ``sentence`` gives 0.3 of it to the cosine with its best sentence;
``dense`` gives 0.4 of it to the parts, each clause of the question with the clause of the passage that is nearest to it
(as ColBERT matches tokens, Khattab and Zaharia 2020). The fusion is ``a * dense + (1 - a) * blend``.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from embeddings.encoder import Encoder, load
from embeddings.errors import EncoderError

SHARES = (0.15, 0.2, 0.25)
# Of 0, 0.15, 0.3 and 0.5 the best on the development sets together (docs/design/001-encoder.md).
BEST = 0.3
# Of 0.3, 0.4, 0.5, 0.6 and 0.8, and of six mixtures with the best sentence, the best on the development sets together.
PARTS = 0.4
_CLAUSE = re.compile(r"[,，、。;；:：!！?？\s]+")
_SENTENCE = re.compile(r"(?<=[。;；!！?？])")
_SHORTEST = 4
# Characters of the passages of which the speed is told.
_LENGTH = 150
_K1, _B = 1.5, 0.75
# Words that only make a question: 今年一共办了多少件 asks the same as 今年办件数.
_QUESTION_WORDS = frozenset(
    [
        *("多少", "哪些", "哪个", "哪几", "哪", "几", "什么", "怎么", "怎样", "如何", "吗", "呢", "是否"),
        *("有没有", "为什么", "谁", "请问", "啊", "吧", "的", "了", "是", "有", "和", "在"),
    ]
)


@dataclass(frozen=True, slots=True)
class RetrievalSet:
    """Passages, questions, and for each question the positions of its right passages."""

    name: str
    passages: tuple[str, ...]
    questions: tuple[str, ...]
    right: tuple[frozenset[int], ...]


def read_set(folder: Path) -> RetrievalSet:
    """Read a retrieval set.

    Args:
        folder: Folder with ``corpus.jsonl``, ``queries.jsonl`` and ``qrels.tsv``.

    Returns:
        The set; questions without a right passage are left out.

    Raises:
        EncoderError: A file is missing.
    """
    for name in ("corpus.jsonl", "queries.jsonl", "qrels.tsv"):
        if not (folder / name).is_file():
            raise EncoderError(f"{folder} has no {name}; give a folder with corpus, queries and qrels")
    corpus = [json.loads(line) for line in (folder / "corpus.jsonl").read_text("utf-8").splitlines()]
    queries = [json.loads(line) for line in (folder / "queries.jsonl").read_text("utf-8").splitlines()]
    position = {row["_id"]: i for i, row in enumerate(corpus)}
    right: dict[str, set[int]] = {}
    for line in (folder / "qrels.tsv").read_text("utf-8").splitlines():
        query, passage, grade = line.split("\t")
        if passage in position and float(grade) > 0:
            right.setdefault(query, set()).add(position[passage])
    kept = [row for row in queries if row["_id"] in right]
    return RetrievalSet(
        folder.name,
        tuple(row["text"] for row in corpus),
        tuple(row["text"] for row in kept),
        tuple(frozenset(right[row["_id"]]) for row in kept),
    )


def bm25(
    passages: Sequence[str], questions: Sequence[str], terms: Callable[[str], list[str]]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Score every passage for every question by BM25 (Robertson and Zaragoza 2009).

    Args:
        passages: Texts to score.
        questions: Texts that ask.
        terms: Cuts a text into terms.

    Returns:
        float32, shape (n_questions, n_passages), the scores; float32, shape (n_questions, 1), the ideal: the
        sum of the idf of each question's terms.
    """
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

    vocabulary: dict[str, int] = {}
    counts = [Counter(vocabulary.setdefault(t, len(vocabulary)) for t in terms(text)) for text in passages]
    rows = np.repeat(np.arange(len(counts)), [len(c) for c in counts])
    columns = np.fromiter((t for c in counts for t in c), dtype=np.int64)
    frequency = np.fromiter((n for c in counts for n in c.values()), dtype=np.float64)
    length = np.asarray([sum(c.values()) for c in counts], dtype=np.float64)
    having = np.bincount(columns, minlength=len(vocabulary))
    idf = np.log1p((len(passages) - having + 0.5) / (having + 0.5))
    norm = _K1 * (1 - _B + _B * length / length.mean())
    values = idf[columns] * frequency / (frequency + norm[rows])
    matrix = csr_matrix((values, (rows, columns)), shape=(len(passages), len(vocabulary)))
    scores = np.zeros((len(questions), len(passages)), dtype=np.float32)
    ideal = np.zeros((len(questions), 1), dtype=np.float32)
    unseen = float(np.log1p((len(passages) + 0.5) / 0.5))
    for i, text in enumerate(questions):
        asked = sorted(set(terms(text)) - _QUESTION_WORDS)
        known = [vocabulary[t] for t in asked if t in vocabulary]
        scores[i] = np.asarray(matrix[:, known].sum(axis=1)).ravel()
        ideal[i] = idf[known].sum() + unseen * (len(asked) - len(known))
    return scores, np.maximum(ideal, 1e-6)


def best_sentences(
    asked: NDArray[np.float32], passages: Sequence[str], encoder: Encoder
) -> NDArray[np.float32]:
    """Score every passage by the sentence of it that is nearest to a question.

    Args:
        asked: float32, shape (n_questions, dim), L2-normalised.
        passages: Texts of one or more sentences.
        encoder: The encoder.

    Returns:
        float32, shape (n_questions, n_passages): the largest cosine.
    """
    cut = [[s for s in _SENTENCE.split(text) if len(s) >= _SHORTEST] or [text] for text in passages]
    cosine = asked @ encoder.encode([sentence for row in cut for sentence in row]).T
    starts = np.cumsum([0, *(len(row) for row in cut[:-1])])
    return np.asarray(np.maximum.reduceat(cosine, starts, axis=1), dtype=np.float32)


def best_parts(questions: Sequence[str], passages: Sequence[str], encoder: Encoder) -> NDArray[np.float32]:
    """Score every passage by how well its clauses meet the clauses of a question.

    One vector for a long text says what it is about on the whole; a question asks of one clause of it, and tells a story around
    what it asks.

    Args:
        questions: Texts of one or more clauses.
        passages: Texts of one or more clauses.
        encoder: The encoder.

    Returns:
        float32, shape (n_questions, n_passages): for each clause of the question the largest cosine with a clause of the
        passage, averaged over the question.
    """
    asked, passage_parts = (
        [[c for c in _CLAUSE.split(text) if len(c) >= _SHORTEST] or [text] for text in texts]
        for texts in (questions, passages)
    )
    vectors = encoder.encode([clause for row in passage_parts for clause in row])
    starts = np.cumsum([0, *(len(row) for row in passage_parts[:-1])])
    scores = np.empty((len(questions), len(passages)), dtype=np.float32)
    for row, clauses in enumerate(asked):
        cosine = encoder.encode(clauses, query=True) @ vectors.T
        scores[row] = np.maximum.reduceat(cosine, starts, axis=1).mean(axis=0)
    return scores


def reciprocal_rank(scores: NDArray[np.floating], right: Sequence[frozenset[int]], k: int = 10) -> float:
    """Compute the mean reciprocal rank of the first right passage among the best k.

    Args:
        scores: floating, shape (n_questions, n_passages); higher is better.
        right: Positions of the right passages of each question.
        k: Ranks that count; a later hit counts 0.

    Returns:
        Between 0 and 1.
    """
    best = np.argsort(-scores, axis=1, kind="stable")[:, :k]
    ranks = (
        next((1.0 / rank for rank, passage in enumerate(row, 1) if int(passage) in wanted), 0.0)
        for row, wanted in zip(best, right, strict=True)
    )
    return float(np.mean(list(ranks)))


def measure(data: RetrievalSet, encoder: Encoder) -> dict[str, float]:
    """Measure words, blend, encoder and fusion on one set.

    Args:
        data: The retrieval set.
        encoder: The encoder.

    Returns:
        MRR@10 by method, in the order of the table.
    """
    by_words, ideal_words = bm25(data.passages, data.questions, _words)
    by_pairs, ideal_pairs = bm25(data.passages, data.questions, _bigrams)
    blend = (by_words / ideal_words + by_pairs / ideal_pairs) / 2
    asked = encoder.encode(data.questions, query=True)
    whole = asked @ encoder.encode(data.passages).T
    sentence = (1 - BEST) * whole + BEST * best_sentences(asked, data.passages, encoder)
    dense = (1 - PARTS) * whole + PARTS * best_parts(data.questions, data.passages, encoder)
    scores: dict[str, NDArray[np.floating]] = {
        "words": by_words,
        "blend": blend,
        "whole": whole,
        "sentence": sentence,
        "dense": dense,
    }
    scores |= {f"hybrid {a:.2f}": a * dense + (1 - a) * blend for a in SHARES}
    return {name: reciprocal_rank(values, data.right) for name, values in scores.items()}


def speed(passages: Sequence[str], encoder: Encoder) -> float:
    """Count the passages of 150 characters that the encoder encodes in a second of processor time.

    Args:
        passages: Texts to cut anew into passages of that length.
        encoder: The encoder.

    Returns:
        Passages a second: on one idle core a second of the clock is as long.
    """
    text = "".join(passages)
    cut = [text[i : i + _LENGTH] for i in range(0, len(text), _LENGTH)]
    encoder.encode(cut[:10])
    start = time.process_time()
    encoder.encode(cut)
    return len(cut) / (time.process_time() - start)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the measurements of an encoder.

    Args:
        arguments: Arguments; the process's own by default.

    Returns:
        0 when every set was measured.
    """
    parser = argparse.ArgumentParser(prog="python -m embeddings.measure", description="Measure an encoder.")
    parser.add_argument("--bench", type=Path, required=True, help="folder of retrieval sets, one folder each")
    parser.add_argument(
        "--encoder", default="", help="model folder or hub name; the shipped model by default"
    )
    options = parser.parse_args(arguments)
    start = time.perf_counter()
    encoder = load(options.encoder)
    out = sys.stdout
    out.write(f"{encoder.name}: {encoder.dim} numbers, loaded in {time.perf_counter() - start:.2f} s\n")
    for folder in sorted(path for path in options.bench.iterdir() if path.is_dir()):
        data = read_set(folder)
        found = measure(data, encoder)
        row = "  ".join(f"{name} {100 * value:.1f}" for name, value in found.items())
        out.write(
            f"{data.name}: {row}  ({speed(data.passages, encoder):.0f} passages of {_LENGTH} characters/s)\n"
        )
    return 0


def _words(text: str) -> list[str]:
    """Cut a text into words, punctuation dropped."""
    import rjieba

    return [word for word in rjieba.cut(text.lower(), False) if word[0].isalnum()]


def _bigrams(text: str) -> list[str]:
    """List the pairs of neighbouring Han characters, and runs of letters or digits."""
    runs = re.findall(r"[\u4e00-\u9fff]+|[a-z]+|\d+", text.lower())
    return [
        term
        for run in runs
        for term in (
            [run] if run[0].isascii() or len(run) == 1 else [run[i : i + 2] for i in range(len(run) - 1)]
        )
    ]


if __name__ == "__main__":
    raise SystemExit(main())
