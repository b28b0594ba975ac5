"""What an English question asks of figures, in Chinese: which are above a bound, who does not disclose, up or down.

Each is one phrase that word by word would lose its sense ("which places do not disclose" its not). Knows no words of reports.
"""

from __future__ import annotations

import re
from collections.abc import Set

from qa.patterns import lazy_re

_NUMBER = r"(\d[\d,.]*%?)"
_ABOVE = r"(?:above|over|higher than|more than|greater than|exceed(?:s|ed|ing)?)"
_BELOW = r"(?:below|under|lower than|less than|fewer than)"
_ONES = r"which(?: ones?| places?| districts?| counties| cities| of (?:them|these|those))?"
_ARE = r"(?: (?:is|are|was|were|has|have|had|got))?"
_PLACES = r"(?:places?|districts?|county|counties|city|cities|reports?|ones?)"
_TELL = r"(?:disclose[sd]?|mention(?:s|ed)?|report(?:s|ed)?|publish(?:es|ed)?|state[sd]?|gives?|given)"
_NOT = r"(?: not|n't)"
_ASKS = tuple(
    (lazy_re(pattern, re.IGNORECASE), words)
    for pattern, words in (
        (rf"\b{_ONES}{_ARE} {_ABOVE} {_NUMBER}", r" 超过\1的有哪些 "),
        (rf"\b{_ONES}{_ARE} {_BELOW} {_NUMBER}", r" 低于\1的有哪些 "),
        # "Was the loss rate above 5%?"
        (rf"\b{_ABOVE} {_NUMBER}", r" 超过\1吗 "),
        (rf"\b{_BELOW} {_NUMBER}", r" 低于\1吗 "),
        (rf"\bwhich {_PLACES} (?:do|does|did|have|has|are|is){_NOT} {_TELL}\b", " 哪些地方没有披露 "),
        (
            rf"\bwhich (?:places|districts|counties|cities|reports)(?: do| did| have)? {_TELL}\b",
            " 哪些地方披露了 ",
        ),
        (
            r"\b(?:increase|rise|go up|grow)s? or (?:decrease|fall|go down|decline|drop)s?\b|\bgo up or down\b",
            " 同比变化多少 ",
        ),
        (r"^\W*(?:and )?what(?:'s| is| was) the (?:increase|decrease|change)\W*$", "差多少"),
        (r"\bcompare (?:it|this|that) (?:with|to|against)\b", "加上"),
        (r"\b(?:together|combined|altogether)\b", " 加起来 "),
    )
)


_LONG_WORD = 6  # letters; two shorter words may differ by a swap alone


def asks_in_chinese(question: str) -> str:
    """Put what an English question asks of figures into Chinese; the rest stays for ``qa.question.english.keywords``.

    Args:
        question: An English question.

    Returns:
        The question with such phrases in Chinese.
    """
    for pattern, words in _ASKS:
        question = pattern.sub(words, question)
    return question


_HEAD = r"(?:how (?:many|much)|what (?:is|was|are|were)|who|when|where)\b"
# ", and how many were closed", "? How many of them …", " and what was the loss rate"
_NEXT = lazy_re(
    rf"\s*[,;?]\s*(?:and\s+|of which,?\s+)?(?={_HEAD})|\s+and\s+(?:of (?:them|these|those),?\s+)?(?={_HEAD})",
    re.IGNORECASE,
)
_COUNTS = lazy_re(r"\b(?:how (?:many|much)|what (?:is|was|are|were))\b", re.IGNORECASE)
_STAGE = r"(?:received|accepted|filed|closed|concluded|completed|heard|registered|reviewed|resolved|settled)"
# "how many cases were received and closed"
_TWO_STAGES = lazy_re(
    rf"(?P<head>.*\bhow many\b.*?)\b(?P<one>{_STAGE}),? and (?P<two>{_STAGE})\b(?P<rest>.*)", re.IGNORECASE
)


def english_parts(question: str) -> list[str]:
    """Part an English question that asks several things: How many cases were received, and how many were closed?

    Args:
        question: A cleaned question, in any language.

    Returns:
        Its parts in order; the question alone where it asks one thing.
    """
    if two := _TWO_STAGES.fullmatch(question):
        return [f"{two['head']}{two[stage]}{two['rest']}" for stage in ("one", "two")]
    parts = [part for part in _NEXT.split(question) if part.strip(" ?.")]
    return parts if len(parts) > 1 and all(map(_COUNTS.search, parts)) else [question]


def spelled(word: str, vocabulary: Set[str]) -> str:
    """Put two letters of a word in order where that gives a known one: recieve.

    Args:
        word: A folded word.
        vocabulary: The words that are known.

    Returns:
        The known word, or the word itself.
    """
    if len(word) < _LONG_WORD or word in vocabulary or not (word.isascii() and word.isalpha()):
        return word
    swapped = (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1))
    return next((form for form in swapped if form in vocabulary), word)
