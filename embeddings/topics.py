"""Makes training pairs out of the topic tables: ``python -m embeddings.topics``.

A table (``pairs/*.txt``) has topics; a topic has the ways in which people ask (lines with ``?``) and the
ways in which reports say it (lines with ``=``). Every question meets every clause of its topic, dressed as a
citizen, a clerk or a journalist would: with a place or a year, a polite opening, a second clause of another
topic beside it, as in a report's long sentences. Places are invented; the seed fixes the file byte for byte.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from embeddings.encoder import Encoder
from embeddings.errors import EncoderError
from embeddings.static import TOPICS_FILE, StaticEncoder

TABLES = Path(__file__).parent / "pairs"
PAIRS_FILE = "pairs.jsonl"
# Clauses that each question is paired with: all would be 120,000 pairs, most of them alike.
CLAUSES = 4
# How sharply a text falls to one topic: 0.05 and 0.08 did alike on the dev questions (docs/design/001-encoder.md).
TEMPERATURE = 0.05

_PLACES = (
    *("松澜", "云垭", "青檀", "河沥", "石濑", "柳庄", "金桴", "平皋", "沙棠", "临浔"),
    *("梅溆", "桐坞", "白鹭洲", "南屿", "东篱", "北沚", "凤池", "龙窟", "永渚", "安畲"),
)
_SUFFIXES = ("市", "县", "区", "州", "镇", "街道", "新区", "开发区")
_YEARS = tuple(range(2016, 2027))
_OPENINGS = (
    "",
    "",
    "请问",
    "想问一下",
    "报告里",
    "查一下",
    "我们这儿",
    "咱县",
    "全市",
    "本地",
    "去年",
    "今年",
)
_CLOSINGS = ("", "", "?", "?", "呢?")
_LEADS = ("", "", "", "全年", "截至年底,", "一是", "同时,", "一年来,", "据统计,")


@dataclass(frozen=True, slots=True)
class Topic:
    """A matter that reports keep coming back to.

    Attributes:
        name: What it is called in the table.
        questions: How people ask about it.
        clauses: How reports speak of it.
    """

    name: str
    questions: tuple[str, ...]
    clauses: tuple[str, ...]


def read_topics(folder: Path = TABLES) -> list[Topic]:
    """Read every table of a folder, in the order of names; a topic that several tables name holds what all say.

    Args:
        folder: Folder of ``*.txt`` tables.

    Returns:
        The topics.

    Raises:
        EncoderError: A table is malformed, or there is none.
    """
    topics: dict[str, Topic] = {}
    for path in sorted(folder.glob("*.txt")):
        for topic in parse_topics(path.read_text("utf-8"), path.name):
            held = topics.get(topic.name, Topic(topic.name, (), ()))
            topics[topic.name] = Topic(
                topic.name,
                tuple(dict.fromkeys(held.questions + topic.questions)),
                tuple(dict.fromkeys(held.clauses + topic.clauses)),
            )
    if not topics:
        raise EncoderError(f"{folder} holds no topic table (*.txt); give the folder of the tables")
    return list(topics.values())


def parse_topics(table: str, source: str = "table") -> list[Topic]:
    """Parse a table: ``# comment``, ``## topic``, ``? question``, ``= clause``.

    Args:
        table: Text of the table.
        source: Name of the table, for errors.

    Returns:
        The topics in order.

    Raises:
        EncoderError: A line has another form, or a topic lacks questions or clauses.
    """
    names: list[str] = []
    questions: list[list[str]] = []
    clauses: list[list[str]] = []
    for number, line in enumerate(table.splitlines(), 1):
        mark, _, rest = line.strip().partition(" ")
        rest = rest.strip()
        if mark == "##" and rest:
            names.append(rest)
            questions.append([])
            clauses.append([])
        elif mark == "?" and rest and names:
            questions[-1].extend(_entries(rest))
        elif mark == "=" and rest and names:
            clauses[-1].extend(_entries(rest))
        elif mark and mark != "#":
            raise EncoderError(
                f"{source}:{number}: {line!r} is no line of a table; write '## topic', then '? question' and "
                "'= clause' lines under it"
            )
    topics = [Topic(n, tuple(q), tuple(c)) for n, q, c in zip(names, questions, clauses, strict=True)]
    for topic in topics:
        if not (topic.questions and topic.clauses):
            raise EncoderError(
                f"{source}: topic {topic.name!r} needs at least one '?' and one '=' line; add them"
            )
    return topics


def make_pairs(topics: Sequence[Topic], seed: int = 1) -> Iterator[dict[str, str]]:
    """Pair every question of a topic with clauses of it, drawn at random where it has more than ``CLAUSES``.

    Args:
        topics: The topics.
        seed: Seed of the dressing.

    Yields:
        ``{"topic", "a", "b"}``: the topic's name, a question, a clause.
    """
    rng = np.random.default_rng(seed)
    for number, topic in enumerate(topics):
        for question in topic.questions:
            drawn = rng.permutation(len(topic.clauses))[:CLAUSES]
            for clause in (topic.clauses[int(i)] for i in drawn):
                beside = topics[(number + int(rng.integers(1, max(2, len(topics))))) % len(topics)]
                yield {
                    "topic": topic.name,
                    "a": _dress_question(question, rng),
                    "b": _dress_clause(clause, beside.clauses, rng),
                }


def topic_vectors(encoder: Encoder, topics: Sequence[Topic]) -> NDArray[np.float32]:
    """Embed topics: the direction between the mean of a topic's questions and the mean of its clauses.

    Args:
        encoder: The encoder that shall know them.
        topics: The topics.

    Returns:
        float32, shape (n_topics, dim), rows L2-normalised.
    """
    rows = []
    for topic in topics:
        sides = (encoder.encode(topic.questions, query=True), encoder.encode(topic.clauses))
        rows.append(sum(_unit(side.mean(axis=0)) for side in sides))
    return np.stack([_unit(np.asarray(row)) for row in rows]).astype(np.float32)


def shares(vectors: NDArray[np.float32], topics: NDArray[np.float32]) -> NDArray[np.float32]:
    """Spread texts over topics, so that the dot product of two rows is their Bhattacharyya coefficient (1943).

    Args:
        vectors: float32, shape (n, dim), L2-normalised.
        topics: float32, shape (n_topics, dim), L2-normalised.

    Returns:
        float32, shape (n, n_topics): square roots of the softmax of the cosines; each row has length 1.
    """
    cosines = vectors @ topics.T
    weights = np.exp((cosines - cosines.max(axis=1, keepdims=True)) / TEMPERATURE)
    return np.asarray(np.sqrt(weights / weights.sum(axis=1, keepdims=True)), dtype=np.float32)


def _unit(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    """Bring a vector to length 1."""
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9))


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the pair file.

    Args:
        arguments: Arguments; the process's own by default.

    Returns:
        0 when the file was written.
    """
    parser = argparse.ArgumentParser(
        prog="python -m embeddings.topics",
        description="Write the training pairs, or the vectors of the topics.",
    )
    parser.add_argument("--tables", type=Path, default=TABLES, help="folder of the topic tables")
    parser.add_argument("--out", type=Path, default=TABLES / PAIRS_FILE, help="file to write")
    parser.add_argument("--model", type=Path, help="write the topics' vectors into this static model instead")
    options = parser.parse_args(arguments)
    if options.model:
        # Vectors of other topics, or of another number of numbers, would stop the model from being read.
        (options.model / TOPICS_FILE).unlink(missing_ok=True)
        vectors = topic_vectors(StaticEncoder(options.model), read_topics(options.tables))
        np.save(options.model / TOPICS_FILE, vectors.astype(np.float16), allow_pickle=False)
        return 0
    rows = [json.dumps(pair, ensure_ascii=False) for pair in make_pairs(read_topics(options.tables))]
    options.out.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return 0


def _entries(rest: str) -> list[str]:
    """Split what follows the mark of a line at its bars."""
    return [entry.strip() for entry in rest.split(" | ") if entry.strip()]


def _pick(values: Sequence[str], rng: np.random.Generator) -> str:
    """Pick one of the values."""
    return values[int(rng.integers(len(values)))]


def _dress_question(question: str, rng: np.random.Generator) -> str:
    """Put a place, a year or an opening before a question, and a question mark behind it."""
    chance = rng.random()
    place = _pick(_PLACES, rng) + _pick(_SUFFIXES, rng) if chance < 0.25 else ""
    year = f"{int(rng.integers(_YEARS[0], _YEARS[-1]))}年" if rng.random() < 0.25 else ""
    opening = _pick(_OPENINGS, rng) if not place and not year else ""
    return f"{place}{year}{opening}{question}{_pick(_CLOSINGS, rng)}"


def _dress_clause(clause: str, beside: Sequence[str], rng: np.random.Generator) -> str:
    """Put a lead before a clause, and sometimes a clause of another topic beside it."""
    text = _pick(_LEADS, rng) + clause
    chance = rng.random()
    if chance < 0.15:
        text = f"{text};{_pick(beside, rng)}"
    elif chance < 0.3:
        text = f"{_pick(beside, rng)};{text}"
    return f"{text}。"


if __name__ == "__main__":
    raise SystemExit(main())
