"""The terms of a question: what must be found in a report, with weights and other ways to say it.

A term is a word of the question, or a concept that the lexicon knows behind an everyday phrase; its forms are the strings
that may stand for it in a report. Knows nothing of reports but how rare a word is in them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.patterns import lazy_re
from qa.places import stem
from qa.question.words.vocabulary import (
    ASKING_PATTERN,
)

REQUIRED = 4.0  # weight of a term without which nothing answers
_FOREIGN = 0.15  # share of unknown words from which a question without a place is not about reports
_NAMED = 0.8  # terms lighter than this do not name the topic


@dataclass(frozen=True, slots=True)
class Term:
    """Something that a question asks about.

    Attributes:
        text: The words in the question.
        weight: How much it counts, above 0.
        forms: Pairs (words, how well they stand for it, 0 to 1), the words themselves first.
        known: Whether the library holds the words anywhere, or they are official ones that it would use.
        everyday: Whether it came from an everyday phrase of the lexicon.
        excludes: Words of near twins that must not be taken for it.
        concept: Whether it is a term of this domain, in official or everyday words.
        section: "problem", "plan" or "result" where it names such a section of a report, else "".
        required: Whether nothing answers that lacks it (a township or district inside the place).
        measure: Units that its figures bear, the most typical first; empty if any.
        bound: Where an everyday term must stand for a figure to answer: "sentence", "figure" or, of a kind that it names,
            "kind" (the figure, where the report has one of that kind); "" if it need not.
        way: Of a way of saying a thing (``narrow.toml``) the most typical words that a report prints for it, else empty.
    """

    text: str
    weight: float
    forms: tuple[tuple[str, float], ...]
    known: bool
    everyday: bool = False
    excludes: tuple[str, ...] = ()
    required: bool = False
    concept: bool = False
    section: str = ""
    measure: tuple[str, ...] = ()
    bound: str = ""
    way: tuple[str, ...] = ()


_WITH_STEM = 3  # characters of a name whose stem may stand for it


def required_term(name: str, above: Sequence[str] = ()) -> Term:
    """Make the term of a place inside the place asked about, without which nothing answers.

    Args:
        name: Such as 锡尼镇 or 鸠江区.
        above: Names of the places that it lies in; a city and its county may share their stem.

    Returns:
        The term; its name without the suffix stands for it too, unless that is the stem of a place above.
    """
    shared = any(place.startswith(name[:-1]) for place in above)
    bare = shared or len(name) < _WITH_STEM  # one character of a name stands in many words
    forms = ((name, 1.0),) if bare else ((name, 1.0), (stem(name) if "自治" in name else name[:-1], 0.9))
    return Term(name, REQUIRED, forms, known=True, required=True)


def beside_names(terms: tuple[Term, ...], named: tuple[Term, ...]) -> tuple[Term, ...]:
    """Set the names of places inside beside the terms of a question.

    Args:
        terms: Terms of a question.
        named: Terms of the places inside that it names.

    Returns:
        The terms without those that are pieces of such a name (北镇 of 石北镇), then the names.
    """
    whole = [t for t in terms if t.concept or not any(t.text in name.text for name in named)]
    return (*whole, *named)


def said_by_way(word: str, terms: Sequence[Term], told: str) -> bool:
    """Tell whether a word of a question lies in a way of saying a thing that is told in the words that a report prints for it.

    Args:
        word: Such as 外国.
        terms: Terms of the question, one of them 和外国有关的公证.
        told: Words around a figure.

    Returns:
        True where 涉外公证 stands there, so that 外国 is said by it.
    """
    return any(word in t.text and any(form in told for form in t.way) for t in terms)


# Words that only give a direction: it is read from the figure, not matched.
DIRECTION = lazy_re(
    r"^(?:同比|环比|上升|增长|增加|提高|提升|降|上涨|变多|升高|涨|下降|减少|降低|下跌|变少|回落|跌|变化|变动|波动|浮动|升降|走势|起伏|涨落|增幅|降幅|增速|幅度"
    r"|上年|去年|同期|趋势|增减|涨跌|涨幅|跌幅|猛|快|慢|[激猛骤剧陡暴大]增|[锐骤剧大]减)+(?:幅度|率|情况|趋势|多少|了|多)*$"
)


def is_filler(term: Term) -> bool:
    """Tell whether a term of a follow-up names no topic: a direction, a required place, or a word that nobody knows.

    Args:
        term: A term.

    Returns:
        True for 增幅, 所以, 市本级.
    """
    return (
        term.required or bool(DIRECTION.match(term.text)) or not (term.known or term.everyday or term.concept)
    )


_OF_LAW = lazy_re(r"法治|普法|执法|复议|诉讼|调解|公证|矫正|信访|合法性")  # 招了多少普法志愿者


def in_domain(terms: Sequence[Term]) -> bool:
    """Tell whether terms can be of this domain: one is, or most are words that the library holds.

    Args:
        terms: Terms of a question that names no place.

    Returns:
        False for 法国的首都, 写一个Python快速排序, 今天天气.
    """
    total = sum(t.weight for t in terms) or 1.0
    named = any(t.concept or (t.known and _OF_LAW.search(t.text)) for t in terms)
    return named or sum(t.weight for t in terms if not t.known) / total <= _FOREIGN


def content_of(question: str) -> str:
    """Drop the words that ask or fill from a question.

    Args:
        question: A cleaned question, its places and years blanked.

    Returns:
        The words that say what is asked, with single spaces.
    """
    return " ".join(ASKING_PATTERN.sub(" ", question).split())


def topic_of(terms: Sequence[Term]) -> str:
    """Name a topic by its terms.

    Args:
        terms: Terms of a question.

    Returns:
        The weightiest in their order, up to 20 characters, without figures if that leaves any.
    """
    words_only = [t.text for t in terms if t.weight > _NAMED and not any(c.isdigit() for c in t.text)]
    named = words_only or [t.text for t in terms]
    named = [n for n in named if not any(n != other and n in other for other in named)]
    for at in range(len(named) - 1, 0, -1):  # 首违不罚 and 不罚事项 are 首违不罚事项
        one, other = named[at - 1], named[at]
        shared = next((k for k in range(min(len(one), len(other)), 1, -1) if one.endswith(other[:k])), 0)
        if shared:
            named[at - 1 : at + 1] = [one + other[shared:]]
    # "drones buy": words in Latin letters do not run into each other
    return re.sub(r"(?<=[A-Za-z])\0(?=[A-Za-z])", " ", "\0".join(named)).replace("\0", "")[:20]
