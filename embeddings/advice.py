"""Makes training pairs out of the tables of everyday law, ``pairs/lay/*.txt``: what people ask a lawyer, what they are told.

The tables have the form of the topic tables, but they are no topics of reports: they teach the encoder how people
speak of law, and no sentence of a report is sorted by them. A question is told as a story, with what has no bearing on it
(a family, a time, a mood) around it; an answer runs over one to three clauses, as advice does. So the encoder learns
what to give little weight. Which clauses answer a question is not written in the tables: at first any of its topic
may, later those that the encoder itself finds near.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from embeddings.topics import TABLES, Topic

LAY_TABLES = TABLES / "lay"
# How sharply a question falls to its nearest clause, once cosines are known.
SHARPNESS = 0.08
# Of the questions, those that tell two troubles at once; those that end by asking what to do.
_TWOFOLD, _ASKS = 0.15, 0.4
# Of the clauses, those with a phrase of advice in front; of the answers, those with one at the end.
_SAID, _CLOSED = 0.4, 0.3
_TOLD = (0, 0, 0, 1, 1, 2, 3)
_CLAUSES = (1, 1, 2, 3)

_OPENINGS = (
    *(
        "",
        "",
        "",
        "",
        "请问,",
        "你好,",
        "我想问一下,",
        "律师您好,",
        "咨询一下,",
        "想请教:",
        "我朋友",
        "我家人",
        "我们",
    ),
    *("有个事情想问,", "麻烦问下,"),
)
_CLOSINGS = (
    *(
        "",
        "",
        "",
        "?",
        "?",
        "该怎么办?",
        "怎么处理?",
        "怎么维权?",
        "法律上怎么规定的?",
        "要怎么做?",
        "合法吗?",
    ),
    *("急!", "谢谢"),
)
_STORIES = (
    *(
        "我今年四十岁,",
        "事情是这样的,",
        "去年三月的时候,",
        "上个月,",
        "前几天,",
        "我在外地打工,",
        "我是农村的,",
    ),
    *(
        "我家在县城,",
        "家里条件不好,",
        "我们认识好多年了,",
        "因为是熟人,",
        "当时也没多想,",
        "找了几次都没结果,",
    ),
    *("对方态度很差,", "现在电话也不接,", "我一直忍着,", "我妈身体不好,", "孩子还小,", "我文化不高,"),
    *("手里有一些聊天记录,", "也找过村里,", "也报过警,", "派出所说不归他们管,", "找了律师说不好办,"),
    *("到现在已经两年多了,", "一共三万多块,", "大概五千元,", "他是本地人,", "对方是个公司,", "说好了的事情,"),
    *("当时有人在场,", "没有签任何东西,", "只是口头说的,", "后来才知道,", "结果,", "没想到,", "我很着急,"),
    *("我实在没办法了,", "心里很委屈,", "对方还威胁我,"),
)
_PLEAS = (
    *("请问我该怎么办?", "请问怎么处理?", "我应该找哪个部门?", "能不能起诉?", "需要哪些证据?", "胜算大吗?"),
    *("有没有法律依据?", "要承担什么责任?", "会有什么后果?", "求解答,谢谢!", "能要求赔偿吗?"),
    *("法律是怎么规定的?", "这样合理吗?", "我有权这样做吗?", "大概能赔多少?"),
)
_PHRASES = (
    *("您好,", "你好,针对您的问题,", "根据您的描述,", "从法律上讲,", "这种情况,", "您可以先与对方协商,"),
    *("建议保留相关证据,", "首先要看双方有没有约定,", "如果协商不成,可以向有管辖权的人民法院起诉,"),
    *("需要结合具体情况判断,", "按照法律规定,", "依照民法典的有关规定,", "根据《中华人民共和国刑法》的规定,"),
    *("根据《劳动合同法》的规定,", "最高人民法院的司法解释规定,", "相关法律对此有明确规定,", "因此,"),
    *("也就是说,", "综上所述,", "至于具体数额,由法院根据案情确定,", "必要时可以委托律师处理,"),
    *("希望以上回答对您有帮助,", "对方的说法没有法律依据,", "您的权益受法律保护,"),
)


class Advice(NamedTuple):
    """A question, an answer, and the name of their topic."""

    question: str
    answer: str
    topic: str


def make_advice(
    topics: Sequence[Topic],
    count: int,
    cosines: Sequence[NDArray[np.float32]] | None = None,
    seed: int = 1,
) -> Iterator[Advice]:
    """Draw questions, each with an answer made of clauses of its topic.

    Args:
        topics: Topics of everyday law; each is drawn as often as it has questions.
        count: How many pairs.
        cosines: For each topic float32, shape (n_questions, n_clauses): how near they are; all alike by default.
        seed: Seed of the draw.

    Yields:
        A question with an answer.
    """
    rng = np.random.default_rng(seed)
    asked = [(t, q) for t, topic in enumerate(topics) for q in range(len(topic.questions))]
    for number in rng.integers(len(asked), size=count):
        t, first = asked[int(number)]
        topic = topics[t]
        drawn = [first, int(rng.integers(len(topic.questions)))][: 2 if rng.random() < _TWOFOLD else 1]
        near = np.zeros(len(topic.clauses)) if cosines is None else cosines[t][drawn].mean(axis=0)
        yield Advice(
            _tell([topic.questions[i] for i in drawn], rng), _advise(topic.clauses, near, rng), topic.name
        )


def _tell(questions: Sequence[str], rng: np.random.Generator) -> str:
    """Tell questions as a story."""
    told = [_pick(_STORIES, rng) for _ in range(_TOLD[int(rng.integers(len(_TOLD)))])]
    asked = [f"{question}," for question in questions]
    parts = asked + told if told and rng.random() < 0.5 else told + asked
    end = f",{_pick(_PLEAS, rng)}" if rng.random() < _ASKS else _pick(_CLOSINGS, rng)
    return f"{_pick(_OPENINGS, rng)}{''.join(parts).rstrip(',')}{end}"


def _advise(clauses: Sequence[str], near: NDArray[np.floating], rng: np.random.Generator) -> str:
    """Put one to three clauses together, the nearer ones more often."""
    odds = np.exp((near - near.max()) / SHARPNESS)
    odds /= odds.sum()
    wanted = min(_CLAUSES[int(rng.integers(len(_CLAUSES)))], int((odds > 1e-3).sum()))
    text = ""
    for i in rng.choice(len(clauses), wanted, replace=False, p=odds):
        text += _pick(_PHRASES, rng) if rng.random() < _SAID else ""
        text += clauses[int(i)] + _pick("。;", rng)
    text += _pick(_PHRASES, rng) if rng.random() < _CLOSED else ""
    return f"{text.rstrip(',;')}。".replace("。。", "。")


def _pick(values: Sequence[str], rng: np.random.Generator) -> str:
    """Pick one of the values."""
    return values[int(rng.integers(len(values)))]
