"""Makes training pairs out of the tables of everyday law, ``pairs/lay/*.txt``: what people ask a lawyer, what they are told.

The tables have the form of the topic tables, but they are no topics of reports: they teach the encoder how people
speak of law, and no sentence of a report is sorted by them. An answer runs over one to three clauses, as advice
does; what every question and every answer says (请问, 怎么办, 根据法律规定) is put around them at random, so that the
encoder learns to give it little weight.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from embeddings.topics import TABLES, Topic

LAY_TABLES = TABLES / "lay"
# Pairs drawn for a run: 300 batches draw about 150,000, so that a pair is seen about four times.
LAY_PAIRS = 40_000
# Of the questions, those that tell two troubles at once.
_TWOFOLD = 0.12

_OPENINGS = (
    *("", "", "", "", "请问,", "你好,", "我想问一下,", "律师您好,", "咨询一下,", "想请教:", "我朋友", "我家人", "我们"),
    *("有个事情想问,", "麻烦问下,"),
)
_CLOSINGS = (
    *("", "", "", "?", "?", "该怎么办?", "怎么处理?", "怎么维权?", "法律上怎么规定的?", "要怎么做?", "合法吗?"),
    *("急!", "谢谢"),
)
_LEADS = (
    *("", "", "", "", "根据法律规定,", "依照相关规定,", "您好,", "你可以", "建议", "根据民法典的规定,"),
    *("根据刑法规定,", "按照司法解释,", "一般来说,", "首先,"),
)
_TAILS = (
    *("。", "。", "。", "。建议收集好证据,必要时委托律师。", "。协商不成的,可以向法院起诉。"),
    "。具体要看实际情况。",
)
_CLAUSES = (1, 1, 2, 3)


def make_advice(topics: Sequence[Topic], count: int = LAY_PAIRS, seed: int = 1) -> Iterator[dict[str, str]]:
    """Draw questions, each with an answer made of clauses of its topic.

    Args:
        topics: Topics of everyday law; each is drawn as often as it has questions.
        count: How many pairs.
        seed: Seed of the draw.

    Yields:
        ``{"topic", "a", "b"}``: the topic's name, a question, an answer.
    """
    rng = np.random.default_rng(seed)
    asked = [(topic, question) for topic in topics for question in topic.questions]
    for number in rng.integers(len(asked), size=count):
        topic, question = asked[int(number)]
        yield {"topic": topic.name, "a": _ask(question, topic, rng), "b": _answer(topic, rng)}


def _ask(question: str, topic: Topic, rng: np.random.Generator) -> str:
    """Put what people say around a question, and sometimes a second question of the topic behind it."""
    if rng.random() < _TWOFOLD:
        question = f"{question},{_pick(topic.questions, rng)}"
    return f"{_pick(_OPENINGS, rng)}{question}{_pick(_CLOSINGS, rng)}"


def _answer(topic: Topic, rng: np.random.Generator) -> str:
    """Put one to three clauses of a topic together as advice."""
    wanted = min(_CLAUSES[int(rng.integers(len(_CLAUSES)))], len(topic.clauses))
    drawn = rng.permutation(len(topic.clauses))[:wanted]
    clauses = ";".join(topic.clauses[int(i)] for i in drawn)
    return f"{_pick(_LEADS, rng)}{clauses}{_pick(_TAILS, rng)}"


def _pick(values: Sequence[str], rng: np.random.Generator) -> str:
    """Pick one of the values."""
    return values[int(rng.integers(len(values)))]
