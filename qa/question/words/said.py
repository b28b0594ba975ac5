"""Every word of a question with what reports print for it, one inside another: 公司 of 新开的公司 says 企业 beside 新登记.

The terms of a question keep the longest phrase that the lexicon knows, which finds the sentence; a shorter word inside it
may be the very one that tells its figures apart. Knows nothing of figures.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from qa.patterns import lazy_re
from qa.question.words.lexicon import Lexicon, Source
from qa.question.words.narrow import KIND, every_narrow
from qa.question.words.vocabulary import ASKING_PATTERN, GENERIC
from qa.text import fold, words

_SHORTEST = 2
# Official words of a phrase that are looked for: the later ones are merely about the matter.
_OF = {Source.EVERYDAY: 4, Source.OFFICIAL: 0, Source.EQUIVALENT: 1}
# "跟外国有关的公证", "和农业沾边的案子": a report says 涉外, 涉农.
_ABOUT = lazy_re(
    r"(?:跟|和|同|与|牵扯到?|牵涉到?|涉及到?)(?P<of>[\u4e00-\u9fff]{1,4}?)(?:有关系?|沾边|相关|搭边|打交道)的?"
)
_ABROAD = ("涉外", "外国", "外籍", "境外", "国际")
_FOREIGN = lazy_re(r"[国海]外|外国|老外|洋人|境外|出国")


class Said(NamedTuple):
    """A word of a question with what may stand for it.

    Attributes:
        start: First code point of the word in the question.
        end: One past its last.
        exact: Whether it is an official word, one of a near-equal group or a kind, and no phrase of speech.
        forms: Words that a report prints for it, the word itself first.
    """

    start: int
    end: int
    exact: bool
    forms: tuple[str, ...]


@lru_cache(maxsize=256)
def said_in(content: str) -> tuple[Said, ...]:
    """Find every word of a question that a report may print in the same or in another form.

    Args:
        content: A question, its places and years blanked.

    Returns:
        The words, in the order of the question; they may lie in one another.
    """
    text = fold(content)
    asking = [match.span() for match in ASKING_PATTERN.finditer(text)]
    found = set(_known(text))
    at = 0
    for word in words(text):
        at = max(text.find(word, at), 0)
        if len(word) >= _SHORTEST and word not in GENERIC:
            found.add(Said(at, at + len(word), True, (word,)))
    for match in _ABOUT.finditer(text):
        of = match["of"]
        forms = _ABROAD if _FOREIGN.search(of) else (f"涉{of[0]}", of)
        found.add(Said(match.start(), match.end(), True, forms))
    return tuple(sorted(s for s in found if not any(a <= s.start and s.end <= b for a, b in asking)))


def _known(text: str) -> list[Said]:
    """List the phrases that the word lists know, none dropped for a longer one."""
    found = [
        Said(
            e.start,
            e.end,
            e.source is not Source.EVERYDAY,
            (e.phrase, *(w for w in e.officials[: _OF[e.source]] if len(w) >= _SHORTEST)),
        )
        for e in Lexicon.load().every(text)
        if e.end - e.start >= _SHORTEST and e.phrase not in GENERIC
    ]
    for kind in every_narrow(text):
        exact = kind.concept.startswith(KIND)
        found.append(Said(kind.start, kind.end, exact, (text[kind.start : kind.end], *kind.officials)))
    return found
