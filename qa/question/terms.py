"""The terms of a question: what must be found in a report, with weights and other ways to say it.

A term is a word of the question, or a concept that the lexicon knows behind an everyday phrase; its forms are the strings
that may stand for it in a report. Knows nothing of reports but how rare a word is in them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from qa.question.entries import WORD
from qa.question.lexicon import Expansion, Lexicon, Source
from qa.question.offices import find_office
from qa.question.vocabulary import (
    ACTORS,
    ASKING_PATTERN,
    COMPARING,
    COUNTED,
    FILLER,
    FILLING,
    FOCUS_AFTER,
    FOCUS_BEFORE,
    FUNCTION,
    GENERIC,
    MATTERS,
    OUTCOMES,
    SAID_BY,
    SECTIONS,
    SHORT,
)
from qa.text import words

# The words beside 多少 name what is counted; words of near-equal groups (收到, 化解) say less than nouns do.
# Measured in docs/design/006-ranking.md.
_FOCUS, _EQUIVALENT, _UNKNOWN = 1.6, 1.0, 1.5
_REQUIRED = 4.0
_COUNTED_NEXT = r"(?:案件|事项|人员|人数|件数|总量|总数|数量|率|收入|支出|金额|申请)"
_OWN_LEVEL = re.compile(r"[省市区县旗州]?本级")  # 市本级: a part of 全市, never the whole
# "镇和街道", "县区": a level below, which reports write in brackets.
_LEVELS = (
    (
        re.compile(r"(?:乡镇|镇|乡)(?:和|与|、|及|\()?街道?\)?(?!委|局)"),
        "乡镇(街道) 镇(街道) 镇(街) 乡(镇、街道) 乡镇、街道 乡镇街道 镇街 镇、街道",
    ),
    (
        re.compile(r"(?:各|下辖)?(?:县\(市、区\)|县\(市\)区|县\(区\)|县[、和]区|区县|县区|县市区)"),
        "县(区) 县(市、区) 县(市)区 区(县) 县区 区县 县市区",
    ),
)
_HEADS = ("局", "委", "分局", "部门", "机关", "大队", "支队", "领域", "系统")
_WITHOUT_HEAD = 0.6  # 应急 of 应急演练 tells of no office unless it stands right before the figure
_LEFT_OUT = re.compile(r"(?:不含|不包括|不算|除了?|除去|不计)[^,。]{0,2}$")
LEVEL = 1.5  # 3.0 does the same on the development sets
_CASES = re.compile(r"(?<=复议|诉讼|处罚|援助|应诉|行政|刑事|民事|公证|仲裁)案子")  # 复议案子 is 复议案件
_ALSO_CASES = {"案子": "案件"}
_QUOTED = re.compile(
    r"[“\"「《]([\u4e00-\u9fffA-Za-z0-9+]{4,20})[”\"」》]"
)  # a name in quotes must be there as it is
_STEM, _LONG = 0.95, 3  # "专利授权量" is told as "授权专利2592件"
_TWIN = 0.7  # 收到 for 受理: near, yet a report that prints the word asked is the better one
_FOREIGN = 0.15  # share of unknown words from which a question without a place is not about reports
_COUNTED = 1.0
_SHORT_WEIGHT = 0.85
_OWN_END = 2
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
        bound: Where an everyday term must stand for a figure to answer: "sentence" or "figure"; "" if it need not.
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


Rarity = Callable[[Iterable[str]], dict[str, int]]


def read_terms(
    question: str, blanked: Sequence[tuple[int, int]], lexicon: Lexicon, rarity: Rarity, n_sentences: int
) -> tuple[Term, ...]:
    """Read the terms of a question.

    Args:
        question: A cleaned question.
        blanked: Spans of it that the scope has used (places and years).
        lexicon: Everyday phrases and equivalents.
        rarity: Gives for words the number of sentences that hold each.
        n_sentences: Sentences in the library.

    Returns:
        The terms in the order of the question; empty when it has no content.
    """
    question = _CASES.sub("案件", COMPARING.sub(lambda match: " " * len(match[0]), question))
    chars = list(question)
    for start, end in blanked:
        chars[start:end] = " " * (end - start)
    text = "".join(chars)
    office = find_office(text)
    if office:
        text = text.replace(office[0], " " * len(office[0]), 1)
    expansions = _apart(lexicon.expand(text))
    rest = list(text)
    for expansion in expansions:
        end = expansion.end - (text[expansion.end - 1 : expansion.end + 1] == "多少")  # 挽回了多|少损失
        rest[expansion.start : end] = "|" * (end - expansion.start)
    plain = ASKING_PATTERN.sub(" ", "".join(rest))
    focus = _focus(text)
    named = {e.concept for e in expansions if e.source is not Source.EQUIVALENT}
    spoken = any(e.source is Source.EVERYDAY and not e.concept.startswith(WORD) for e in expansions)
    found = [
        t
        for e in expansions
        if (e.source is not Source.EVERYDAY or not SAID_BY.get(e.concept, frozenset()) & named)
        and not (spoken and e.concept == ACTORS)
        and (t := _concept_term(e, focus, rarity, n_sentences)) is not None
    ]
    tokens = [_ALSO_CASES.get(w, w) for w in _joined(words(plain))]
    tokens = [w for w in tokens if w not in GENERIC and not FILLER.match(w)]
    if _OWN_LEVEL.search(text):
        tokens = [t for t in tokens if "本级" not in t]
        found.append(Term("本级", _REQUIRED, (("本级", 1.0),), known=True, required=True))
    if office:
        heads = [(name + head, 1.0) for name in office[1] for head in _HEADS]
        bare = [(name, _WITHOUT_HEAD) for name in office[1]]
        found.append(Term(office[0], _REQUIRED, (*heads, *bare), known=True, required=True))
    for asked, forms in _LEVELS:
        level = asked.search(text)
        if level and not _LEFT_OUT.search(text[: level.start()]):
            tokens = [t for t in tokens if t not in level[0]]
            weighed = tuple((form, 1.0) for form in forms.split())
            found.append(Term(level[0], LEVEL, weighed, known=True, required=True))
    found.extend(
        Term(name, _REQUIRED, ((name, 1.0),), known=True, concept=True)
        for name in _QUOTED.findall(text)
        if all(name not in e.phrase and e.phrase not in name for e in expansions)
    )
    frequency = rarity(tokens)
    for token in dict.fromkeys(tokens):
        if token.isdigit() and len(token) < 2:
            continue
        # "行政裁决案件有多少": a word that stands before what is counted is an official one, though the library lacks it.
        known = frequency.get(token, 0) > 0 or bool(re.search(re.escape(token) + _COUNTED_NEXT, text))
        weight = _idf(frequency.get(token, 0), n_sentences) if known else _UNKNOWN
        if token in COUNTED:
            weight = _COUNTED
        elif any(token in part for part in focus):
            weight *= _FOCUS
        found.append(Term(token, weight, ((token, 1.0),), known))
    return tuple(found)


def required_term(name: str, above: Sequence[str] = ()) -> Term:
    """Make the term of a place inside the place asked about, without which nothing answers.

    Args:
        name: Such as 锡尼镇 or 鸠江区.
        above: Names of the places that it lies in; a city and its county may share their stem.

    Returns:
        The term; its name without the suffix stands for it too, unless that is the stem of a place above.
    """
    shared = any(place.startswith(name[:-1]) for place in above)
    forms = ((name, 1.0),) if shared else ((name, 1.0), (name[:-1], 0.9))
    return Term(name, _REQUIRED, forms, known=True, required=True)


# Words that only give a direction: it is read from the figure, not matched.
DIRECTION = re.compile(
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


def in_domain(terms: Sequence[Term]) -> bool:
    """Tell whether terms can be of this domain: one is, or most are words that the library holds.

    Args:
        terms: Terms of a question that names no place.

    Returns:
        False for 法国的首都, 写一个Python快速排序, 今天天气.
    """
    total = sum(t.weight for t in terms) or 1.0
    return any(t.concept for t in terms) or sum(t.weight for t in terms if not t.known) / total <= _FOREIGN


def content_of(question: str) -> str:
    """Drop the words that ask or fill from a question.

    Args:
        question: A cleaned question, its places and years blanked.

    Returns:
        The words that say what is asked, with single spaces.
    """
    return " ".join(ASKING_PATTERN.sub(" ", question).split())


def _joined(tokens: Sequence[str]) -> list[str]:
    """Join single characters that stand in a row: 评查 is a word though the dictionary lacks it."""
    found: list[str] = []
    run = ""
    for token in (*tokens, ""):
        if len(token) == 1 and not token.isascii() and token not in FUNCTION:
            run += token
            continue
        if run:
            found.append(run)
            run = ""
        if token:
            found.append(token)
    return found


def _apart(expansions: Sequence[Expansion]) -> list[Expansion]:
    """Drop phrases that overlap a longer one: 议案 in 行政复议案件; but 官司输了 goes on behind 政府打官司."""
    kept: list[Expansion] = []
    for expansion in sorted(expansions, key=lambda e: (e.start - e.end, e.start)):
        if all(
            expansion.end <= k.start
            or k.end <= expansion.start
            or (
                expansion.source is Source.EVERYDAY
                and expansion.start > k.start
                and expansion.end - k.end >= _OWN_END
            )
            for k in kept
        ):
            kept.append(expansion)
    return sorted(kept, key=lambda e: e.start)


def topic_of(terms: Sequence[Term]) -> str:
    """Name a topic by its terms.

    Args:
        terms: Terms of a question.

    Returns:
        The weightiest in their order, up to 20 characters, without figures if that leaves any.
    """
    words_only = [t.text for t in terms if t.weight > _NAMED and not any(c.isdigit() for c in t.text)]
    named = words_only or [t.text for t in terms]
    # "drones buy": words in Latin letters do not run into each other
    return re.sub(r"(?<=[A-Za-z])\0(?=[A-Za-z])", " ", "\0".join(named)).replace("\0", "")[:20]


def _concept_term(
    expansion: Expansion, focus: Sequence[str], rarity: Rarity, n_sentences: int
) -> Term | None:
    """Make the term of a phrase that the lexicon knows; None for what only fills."""
    if expansion.phrase in GENERIC or expansion.concept in FILLING:
        return None
    share = _TWIN if expansion.source is Source.EQUIVALENT else 1.0
    forms = [(expansion.phrase, 1.0)]
    forms += [(form, share * expansion.weight) for form in expansion.officials if form != expansion.phrase]
    forms += [
        (form[:-1], weight * _STEM) for form, weight in forms if len(form) > _LONG and form[-1] in "量数额"
    ]
    forms += _short_forms(forms)
    everyday = expansion.source is Source.EVERYDAY
    frequency = rarity({w for form, _ in forms for w in words(form) if len(w) > 1})
    own = max((frequency.get(w, 0) for w in words(expansion.phrase) if len(w) > 1), default=0)
    if everyday and not own:
        # The question's word is not in the library: what it stands for is as rare as its official words are on average.
        held = [f for f in frequency.values() if f] or [0]
        weight = sum(_idf(f, n_sentences) for f in held) / len(held)
    else:
        weight = _idf(own, n_sentences)
    if expansion.source is Source.EQUIVALENT:
        weight *= _EQUIVALENT
    if any(expansion.phrase in part or part in expansion.phrase for part in focus):
        weight *= _FOCUS
    return Term(
        text=expansion.phrase,
        weight=weight,
        forms=tuple(forms),
        known=any(frequency.values()) or expansion.source is Source.OFFICIAL,
        everyday=everyday,
        excludes=expansion.excludes,
        section=SECTIONS.get(expansion.concept, ""),
        measure=() if expansion.source is Source.EQUIVALENT else expansion.measure,
        concept=expansion.source is not Source.EQUIVALENT and not expansion.concept.startswith(WORD),
        bound=_bound(expansion),
    )


def _bound(expansion: Expansion) -> str:
    """Tell where the words of an everyday phrase must stand for a figure to answer."""
    if expansion.source is not Source.EVERYDAY:
        return ""
    return "figure" if expansion.concept in OUTCOMES else "sentence" if expansion.concept in MATTERS else ""


def _short_forms(forms: Sequence[tuple[str, float]]) -> list[tuple[str, float]]:
    """List how reports shorten the first two forms of a term, and how well that stands for it."""
    return [
        (short, weight * _SHORT_WEIGHT)
        for form, weight in forms[:2]
        for short in SHORT.get(form.removesuffix("案件"), ())
    ]


def _focus(text: str) -> list[str]:
    """Find the words next to 多少 or 几: they name what is counted."""
    return [m[1] for pattern in (FOCUS_BEFORE, FOCUS_AFTER) for m in pattern.finditer(text)]


def _idf(frequency: int, n_sentences: int) -> float:
    """Weigh a word by how rare it is (BM25's idf, Robertson and Zaragoza 2009), held within 1 to 4."""
    value = math.log(1 + (n_sentences - frequency + 0.5) / (frequency + 0.5))
    return min(4.0, max(1.0, value))
