"""Reads the terms of a question: its words and the phrases that the lexicon knows, weighed, with forms that may stand for them.

Knows nothing of reports but how rare a word is in them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Sequence

from qa.ledger.stages import blank_denied
from qa.patterns import lazy_re
from qa.question.words.entries import WORD
from qa.question.words.expansions import apart, only_acts, with_kinds
from qa.question.words.lexicon import Expansion, Lexicon, Source
from qa.question.words.narrow import KIND
from qa.question.words.offices import find_office
from qa.question.words.terms import REQUIRED, Term
from qa.question.words.vocabulary import (
    ACTORS,
    ASKING_PATTERN,
    COMPARING,
    COUNTED,
    ENDINGS,
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
from qa.text import is_function, words

# The words beside 多少 name what is counted; words of near-equal groups (收到, 化解) say less than nouns do.
# Measured in docs/design/006-ranking.md.
_FOCUS, _EQUIVALENT, _UNKNOWN = 1.6, 1.0, 1.5
_COUNTED_NEXT = r"(?:案件|事项|人员|人数|件数|总量|总数|数量|率|收入|支出|金额|申请)"
_OWN_LEVEL = lazy_re(r"[省市区县旗州]?本级")  # 市本级: a part of 全市, never the whole
# "镇和街道", "县区": a level below, which reports write in brackets.
_LEVELS = (
    (
        lazy_re(r"(?:乡镇|镇|乡)(?:和|与|、|及|\()?街道?\)?(?!委|局)"),
        "乡镇(街道) 镇(街道) 镇(街) 乡(镇、街道) 乡镇、街道 乡镇街道 镇街 镇、街道",
    ),
    (
        lazy_re(r"(?:各|下辖)?(?:县\(市、区\)|县\(市\)区|县\(区\)|县[、和]区|区县|县区|县市区)"),
        "县(区) 县(市、区) 县(市)区 区(县) 县区 区县 县市区",
    ),
)
_HEADS = ("局", "委", "分局", "部门", "机关", "大队", "支队", "领域", "系统")
_WITHOUT_HEAD = 0.6  # 应急 of 应急演练 tells of no office unless it stands right before the figure
_LEFT_OUT = lazy_re(r"(?:不含|不包括|不算|除了?|除去|不计)[^,。]{0,2}$")
LEVEL = 1.5  # 3.0 does the same on the development sets
_CASES = lazy_re(r"(?<=复议|诉讼|处罚|援助|应诉|行政|刑事|民事|公证|仲裁)案子")  # 复议案子 is 复议案件
_NO_BILL = lazy_re(r"复议案(?![件子卷由例情])")  # 多少件复议案是调解的: no 议案
_ALSO_CASES = {"案子": "案件"}
_QUOTED = lazy_re(
    r"[“\"「《]([\u4e00-\u9fffA-Za-z0-9+]{4,20}|\d\+[A-Za-z\d])[”\"」》]"
)  # a name in quotes must be there as it is
_IN_THOUSANDS = lazy_re(r"[百千万亿]+(?:[次件人名家户条份场个元]|人次)?")  # 多少万次
_STEM, _LONG = 0.95, 3  # "专利授权量" is told as "授权专利2592件"
_TWIN = 0.7  # 收到 for 受理: near, yet a report that prints the word asked is the better one
_SPELT = 0.9  # 刑满释放人员 for 刑释人员: the same, spelt out
_COUNTED = 1.0
_NAME = 4  # the shortest name that no dictionary holds and that a verb may follow: 免申即享
_HANDLED = ("办", "件")  # each alone fills, 办件 is what a service hall handles
_SHORT_WEIGHT = 0.85
_TYPICAL = 4  # the later official words of a way are merely about the matter
_OF_SPEECH = 0.5  # 执法人员 of 告执法人员乱执法 is a word of speech: 持证执法人员6874人 are no complaints
_LATER = 0.02  # the more typical word of a kind goes before a later one: 废止27件 before 宣布失效19件
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
    question = blank_denied(question)
    question = _CASES.sub("案件", COMPARING.sub(lambda match: " " * len(match[0]), question))
    chars = list(question)
    for start, end in blanked:
        chars[start:end] = " " * (end - start)
    text = _NO_BILL.sub("复议 ", "".join(chars))
    office = find_office(text)
    if office:
        text = text.replace(office[0], " " * len(office[0]), 1)
    expansions = with_kinds(apart(lexicon.expand(text)), text)
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
        and not (e.concept == ACTORS and (spoken or only_acts(e, expansions, text)))
        and (t := _concept_term(e, focus, rarity, n_sentences)) is not None
    ]
    tokens = [_ALSO_CASES.get(w, w) for w in _joined(words(plain))]
    tokens = [
        w for w in tokens if w not in GENERIC and not FILLER.match(w) and not _IN_THOUSANDS.fullmatch(w)
    ]
    if _OWN_LEVEL.search(text):
        tokens = [t for t in tokens if "本级" not in t]
        found.append(Term("本级", REQUIRED, (("本级", 1.0),), known=True, required=True))
    if office:
        heads = [(name + head, 1.0) for name in office[1] for head in _HEADS]
        spoken_bare = office[0] in office[1]  # 城管罚了多少件: told of the field, 城市管理977件
        bare = [(name, 1.0 if spoken_bare else _WITHOUT_HEAD) for name in office[1]]
        found.append(Term(office[0], REQUIRED, (*heads, *bare), known=True, required=True))
    for asked, forms in _LEVELS:
        level = asked.search(text)
        if level and not _LEFT_OUT.search(text[: level.start()]):
            tokens = [t for t in tokens if t not in level[0]]
            weighed = tuple((form, 1.0) for form in forms.split())
            found.append(Term(level[0], LEVEL, weighed, known=True, required=True))
    found.extend(
        Term(name, REQUIRED, ((name, 1.0),), known=True, concept=True)
        for name in _QUOTED.findall(text)
        if all(name not in e.phrase and e.phrase not in name for e in expansions)
    )
    frequency = rarity(tokens)
    tokens = [w[:-1] if _ends_in_deed(w, text) and not frequency.get(w) else w for w in tokens]
    for token in dict.fromkeys(tokens):
        if token.isdigit() and len(token) < 2:
            continue
        # "行政裁决案件有多少": a word that stands before what is counted is an official one, though the library lacks it.
        known = frequency.get(token, 0) > 0 or bool(re.search(re.escape(token) + _COUNTED_NEXT, text))
        if not known and is_function(token):
            continue  # 毕竟, 尤其: no report lacks them
        weight = _idf(frequency.get(token, 0), n_sentences) if known else _UNKNOWN
        if token in COUNTED:
            weight = _COUNTED
        elif any(token in part for part in focus):
            weight *= _FOCUS
        found.append(Term(token, weight, ((token, 1.0),), known))
    return tuple(found)


def _joined(tokens: Sequence[str]) -> list[str]:
    """Join single characters that stand in a row: 评查 is a word though the dictionary lacks it, and so is 即办件."""
    found: list[str] = []
    run = ""
    for token, after in zip((*tokens, ""), (*tokens[1:], "", ""), strict=False):
        if (token, after) == _HANDLED or (run.endswith(_HANDLED[0]) and token == _HANDLED[1]):
            run += token
            continue
        if len(token) == 1 and not token.isascii() and token not in FUNCTION:
            run += token
            continue
        if run:
            found.append(run)
            run = ""
        if token:
            found.append(token)
    return found


def _ends_in_deed(run: str, text: str) -> bool:
    """Tell whether a run of single characters ends in what was done to the thing named: 免申即享发 of 免申即享发了多少钱."""
    return len(run) > _NAME and any(run + aspect in text for aspect in "了过")


def _concept_term(
    expansion: Expansion, focus: Sequence[str], rarity: Rarity, n_sentences: int
) -> Term | None:
    """Make the term of a phrase that the lexicon knows; None for what only fills."""
    if expansion.phrase in GENERIC or expansion.concept in FILLING:
        return None
    share = _TWIN if expansion.source is Source.EQUIVALENT else 1.0
    forms = [(expansion.phrase, 1.0)]
    told = [form for form in expansion.officials if form != expansion.phrase]
    less = _LATER if expansion.source is Source.EVERYDAY else 0.0
    forms += [(form, share * expansion.weight * (1 - less * rank)) for rank, form in enumerate(told)]
    forms += [
        (form[:-1], weight * _STEM) for form, weight in forms if len(form) > _LONG and form[-1] in "量数额"
    ]
    if expansion.source is Source.OFFICIAL:
        forms = [(f, max(w, _SPELT) if _shortens(expansion.phrase, f) else w) for f, w in forms]
    forms += _short_forms(forms)
    everyday = expansion.source is Source.EVERYDAY
    if everyday:  # 一等奖 of 得了一等奖 may be printed as it is, and so may 没收 of 没收了
        bare = expansion.phrase.rstrip("了过的")
        forms += [(bare, 1.0)] if len(bare) > 1 and bare != expansion.phrase else []
        share_of_words = _OF_SPEECH if expansion.way else 1.0
        forms += [
            (w, share_of_words) for w in words(expansion.phrase) if len(w) >= _LONG and w != expansion.phrase
        ]
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
        way=expansion.way[:_TYPICAL],
    )


def _bound(expansion: Expansion) -> str:
    """Tell where the words of an everyday phrase must stand for a figure to answer."""
    if expansion.source is not Source.EVERYDAY:
        return ""
    if expansion.concept.startswith(KIND):
        return "kind"
    if expansion.concept.startswith(WORD) and expansion.officials[0] in ENDINGS:
        return "figure"
    return "figure" if expansion.concept in OUTCOMES else "sentence" if expansion.concept in MATTERS else ""


def _shortens(short: str, full: str) -> bool:
    """Tell whether a word is another one with characters left out within: 刑释人员 of 刑满释放人员; never 复议 of 行政复议."""
    rest = iter(full)
    within = all(char in rest for char in short)
    return within and short[0] == full[0] and short[-1] == full[-1] and short not in full


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
