"""How strongly the words of a question own a figure: whole words, pairs of characters, near twins, named parts.

Weights: ``docs/design/006-ranking.md``. Knows nothing of scores, places or years.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from qa.ledger.mention import CORE, INHERITED, LEAD, Mention
from qa.patterns import lazy_re
from qa.question.words.terms import Term
from qa.question.words.vocabulary import COUNTED
from qa.types import Report

# Measured on dev: docs/design/006-ranking.md.
PARTIAL = 0.8
HEAD, HEADLESS = 0.6, 0.7
_NAMING = 2
DENIED = 0.4
# 减免罚款近三千万元, 退还罚款163万元 and 撤销处罚决定5件 are no 罚款 and no 处罚.
_DENYING = ("不予", "免予", "减免", "免", "退还", "返还", "退回", "撤销")
_GIVEN_BACK = lazy_re(r"[退返还追]")  # a question of what was given back may name it in other words
# 直接避免败诉15件 counts none that was lost.
_NEVER_WAS = ("避免", "防止", "预防", "杜绝")
BY_UNIT = 0.8
_COMPOUND = 3
_BRACKETS = lazy_re(r"[()]")
# Heads that any compound may have: they alone say nothing, and a compound without them is near the whole.
_GENERIC_HEAD = lazy_re(r"(?<=..)(?:案件|事项|工作|人员|情况|数量)$")
_WITHOUT_HEAD = 0.95
_NUMBERING = lazy_re(r"^[\s(]*[\d一二三四五六七八九十]*[\s.、)]*(?:是)?")
_APART = "\0"  # stands between texts that are searched as one, and in none of them
_BARE = 5  # own words shorter than this lean on the inherited ones


# Of each form of a term: the form, its weight, the form without a generic head, the pairs of characters of a compound.
_Parts = tuple[tuple[str, float, str, tuple[str, ...]], ...]


def best_zone(term: Term, mention: Mention, least: float = 0.0) -> float:
    """Find how strongly a term owns a figure: the best of zone weight times fit."""
    counted = COUNTED.get(term.text, "")
    best = BY_UNIT if counted and mention.quantity.bare_unit in counted.split() else 0.0
    for weight, words in mention.zones:
        if weight <= best or weight < least:
            break
        best = max(best, weight * match(term, words))
    return best


class Hits(NamedTuple):
    """How strongly a term owns a figure: by all its zones, and by its own and inherited words alone."""

    zones: float
    own: float


def hits_of(term: Term, mention: Mention, fits: Mapping[str, float]) -> Hits:
    """Find how strongly a term owns a figure, by all its zones and by its own, in one pass.

    Args:
        term: The term.
        mention: The figure.
        fits: How well the words of zones hold the term, without those that do not at all: ``Texts.fits``.

    Returns:
        Both shares, 0 to 1.
    """
    counted = COUNTED.get(term.text, "")
    best = BY_UNIT if counted and mention.quantity.bare_unit in counted.split() else 0.0
    if not fits:
        return Hits(best, best)
    own = -1.0
    for weight, words in mention.zones:
        if own < 0.0 and weight < INHERITED:
            own = best
        if weight <= best:
            break
        if weight * fits.get(words, 0.0) > best:
            best = weight * fits[words]
    return Hits(best, best if own < 0.0 else own)


def match(term: Term, text: str) -> float:
    """Find how well a text holds a term, 0 to 1: whole, or by the pairs of characters it shares."""
    return _match(term.forms, text)


@lru_cache(
    maxsize=1 << 16
)  # figures of a sentence share their zones, and turns of a conversation their terms
def _match(forms: tuple[tuple[str, float], ...], text: str) -> float:
    """Match the forms of a term with a text."""
    return _fit(_parts(forms), without_brackets(text))


def without_brackets(text: str) -> str:
    """Say a text with brackets in it a second time without them: 村(居)法律顾问 is asked as 村居法律顾问."""
    return f"{text}|{_BRACKETS.sub('', text)}" if "(" in text else text


def _fit(parts: _Parts, text: str) -> float:
    """Find how well a text holds the forms of a term."""
    best = 0.0
    for form, weight, core, pairs in parts:
        if weight <= best:
            continue
        if form in text:
            best = weight * (DENIED if any(f"{no}{form}" in text for no in _DENYING) else 1.0)
        elif core != form and core in text:
            best = max(best, weight * _WITHOUT_HEAD)
        elif pairs and weight * PARTIAL > best:  # no part is worth more
            best = max(best, weight * _in_part(core, pairs, text))
    return best


@lru_cache(maxsize=1024)
def _parts(forms: tuple[tuple[str, float], ...]) -> _Parts:
    """Take the generic heads off the forms of a term, and list the pairs of characters of those that are compounds."""
    cores = [(form, weight, _GENERIC_HEAD.sub("", form) or form) for form, weight in forms]
    return tuple(
        (
            form,
            weight,
            core,
            tuple(core[i : i + 2] for i in range(len(core) - 1)) if len(core) >= _COMPOUND else (),
        )
        for form, weight, core in cores
    )


class Texts:
    """Many texts that terms are looked for in: only those that share a pair of characters with a term are matched with it.

    All texts stand in one, one after another, so that a pair is looked for once in all of them.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        """Put texts together.

        Args:
            texts: The texts; one that comes again is kept once.
        """
        self._texts = tuple(dict.fromkeys(texts))
        self._spelled = tuple(map(without_brackets, self._texts))
        self._joined = _APART.join(self._spelled)
        self._ends = tuple(accumulate(len(text) + len(_APART) for text in self._spelled))

    def fits(self, term: Term) -> dict[str, float]:
        """Find which texts hold a term, and how well.

        Args:
            term: The term.

        Returns:
            For each text that holds something of it how well, above 0, as ``match`` tells it.
        """
        parts = _parts(term.forms)
        found = {}
        for at in self._touched(parts):
            if (fit := _fit(parts, self._spelled[at])) > 0:
                found[self._texts[at]] = fit
        return found

    def _touched(self, parts: _Parts) -> Iterable[int]:
        """Give the numbers of the texts that hold a pair of characters of a term; of all where a form is one character."""
        pairs: set[str] = set()
        for form, _, core, shared in parts:
            if len(form) <= 1:
                return range(len(self._texts))
            pairs.update(shared or (core[:2],))
        found: set[int] = set()
        for pair in pairs:
            start = self._joined.find(pair)
            while start >= 0:
                at = bisect_right(self._ends, start)
                found.add(at)
                start = self._joined.find(pair, self._ends[at])
        return found


def _in_part(core: str, pairs: Sequence[str], text: str) -> float:
    """Find how well a text holds a compound in part, by the pairs of characters it shares; its head counts most."""
    shared = 0
    for pair in pairs:
        if pair in text:
            shared += 1
    if not shared:
        return 0.0
    share = shared / len(pairs)
    if len(core) == 4 and core[2:] in text:
        share = max(share, HEAD)  # 复议 for 行政复议, 援助 for 法律援助: compounds end in their head
    if core[-2:] not in text:
        share *= HEADLESS  # 执法 alone is no 执法证
    held = share > 0.5 or (len(core) >= 4 and share > 0.3)
    return share * PARTIAL if held else 0.0


def is_twin(terms: Sequence[Term], own: str) -> bool:
    """Tell whether the words of a figure name a near twin of what is asked (行政复议 for 行政诉讼)."""
    return any(
        any(word in own for word in term.excludes)
        and not any(form in own for form, _ in term.forms)
        and not any(word in other.text for word in term.excludes for other in terms)
        for term in terms
    )


def never_was(terms: Sequence[Term], own: str, question: str) -> bool:
    """Tell whether the words of a figure say that what is asked did not happen: 直接避免败诉15件, 减免罚款67.5万元."""
    back = _GIVEN_BACK.search(question) is not None
    denying = [
        no
        for no in (*_NEVER_WAS, *_DENYING)
        if no in own and no not in question and not (back and _GIVEN_BACK.search(no))
    ]
    return any(f"{no}{form}" in own for no in denying for term in terms for form, _ in term.forms)


def is_foreign(mention: Mention, question: str) -> bool:
    """Tell whether the own words of a figure that leans on another's name something that was not asked (调解率)."""
    if not inherited_words(mention):
        return False
    core = _zone(mention, CORE)
    return len(core) > _NAMING and overlap(core, question) == 0.0


def is_headed(term: Term, heading: str) -> bool:
    """Tell whether a heading begins with a place that is asked for, so that all below it is of that place."""
    words = _NUMBERING.sub("", heading)
    return bool(words) and any(words.startswith(form) for form, _ in term.forms)


def names_part(mention: Mention, question: str) -> bool:
    """Tell whether a question names the part that a figure counts (其中锡尼镇108件)."""
    own = re.sub(r"其中|[\d年、,\s的]", "", mention.label) or mention.noun
    return len(own) > 1 and overlap(own, question) >= 0.5


def inherited_words(mention: Mention) -> str:
    """Give the words that a figure takes over from the figure before it, or ""."""
    return _zone(mention, INHERITED)


def _zone(mention: Mention, wanted: float) -> str:
    """Give the first words of a weight among the zones of a figure, "" where it has none."""
    for weight, words in mention.zones:
        if weight == wanted:
            return words
    return ""


def overlap(own: str, question: str) -> float:
    """Share of the character pairs of a figure's own words that the question holds."""
    pairs = _pairs(own)
    return len([pair for pair in pairs if pair in question]) / len(pairs) if pairs else 0.0


@lru_cache(maxsize=1 << 12)  # each question asks the words of all figures of a report, some 200
def _pairs(own: str) -> frozenset[str]:
    """List the pairs of characters of words that a bar parts."""
    return frozenset(own[i : i + 2] for i in range(len(own) - 1) if own[i] != "|" and own[i + 1] != "|")


def own_words(mention: Mention) -> str:
    """Join the words that own a figure most."""
    core = _zone(mention, CORE)
    return f"{inherited_words(mention)}|{core}" if len(core) < _BARE else core


def around(mention: Mention, report: Report) -> str:
    """Join the words around a figure, as they are embedded: lead, own words, unit and noun."""
    text = report.sentences[mention.sentence].text
    start, end = mention.clause
    own = "".join(words for weight, words in mention.zones if weight in {INHERITED, LEAD})[-40:]
    return own + text[start:end]
