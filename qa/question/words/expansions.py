"""Which of the phrases that the lexicon finds in a question stand, beside longer ones and beside kinds that it names.

Knows the words of a question only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.patterns import lazy_re
from qa.question.words.entries import WORD
from qa.question.words.lexicon import Expansion, Source
from qa.question.words.narrow import KIND, Narrow, find_narrow

_DONE_TO = lazy_re(r"(?:多少|几|[个名位给为帮对让向替叫使和与、])$")  # whom it is done to, or what is counted
_DEED = lazy_re(r"们?(?:[来去到在]|自己|上门)*(?:办|做|走|找|用|申请|网上|打|参加|参与)")
_OWN_END = 2


def only_acts(actor: Expansion, expansions: Sequence[Expansion], text: str) -> bool:
    """Tell whether people only do what official words name: 老百姓办公证的有多少; never 多少群众 or whom it is done to."""
    named = any(e.source is Source.OFFICIAL and e.start >= actor.end for e in expansions)
    return named and not _DONE_TO.search(text[: actor.start]) and _DEED.match(text, actor.end) is not None


def apart(expansions: Sequence[Expansion]) -> list[Expansion]:
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


def with_kinds(expansions: Sequence[Expansion], text: str) -> list[Expansion]:
    """Add the kinds that a question names; they go before the everyday words that they hold, official words before them."""
    kinds = [k for k in find_narrow(text) if not _said_already(k, expansions)]
    kept = [e for e in expansions if not any(_says_less(e, k) for k in kinds)]
    return sorted([*kept, *(_of_narrow(k, expansions, text) for k in kinds)], key=lambda e: e.start)


def _of_narrow(kind: Narrow, expansions: Sequence[Expansion], text: str) -> Expansion:
    """Make the expansion of a kind; one that says what a concept of the lexicon does is of it, with its measures and twins."""
    end, officials = kind.end, kind.officials
    of = next((e for e in expansions if _says_less(e, kind) and officials[0] in e.officials), None)
    way = () if kind.concept.startswith(KIND) else officials
    if of is None or of.concept.startswith(WORD) or not way:
        said = text[kind.start : end]
        return Expansion(kind.start, end, said, officials, 1.0, kind.concept, Source.EVERYDAY, way=way)
    more = tuple(word for word in of.officials if word not in officials)
    said = text[kind.start : end]
    return replace(of, start=kind.start, end=end, phrase=said, officials=officials + more, way=way)


def _said_already(kind: Narrow, expansions: Sequence[Expansion]) -> bool:
    """Tell whether official words hold those of a kind or touch a way of saying a thing, or a longer phrase does."""
    touched = [
        e for e in expansions if e.start < kind.end and kind.start < e.end and not e.concept.startswith(WORD)
    ]
    if kind.concept.startswith(KIND):
        return any(
            e.source is Source.OFFICIAL and e.start <= kind.start and kind.end <= e.end for e in touched
        )
    return any(
        e.end - e.start > kind.letters + 1
        or (
            e.source is Source.OFFICIAL
            and (not _says_less(e, kind) or e.phrase in kind.officials or kind.officials[0] in e.officials)
        )
        for e in touched
    )


def _says_less(expansion: Expansion, kind: Narrow) -> bool:
    """Tell whether an expansion lies in the words of a kind, or is a single word or a matter that touches them."""
    if expansion.source is not Source.OFFICIAL and expansion.concept.startswith(WORD):
        return expansion.start < kind.end and kind.start < expansion.end
    if expansion.source is Source.EVERYDAY and kind.concept.startswith(KIND):
        if expansion.start < kind.start < expansion.end < kind.end:
            return True
        if kind.start < expansion.start < kind.end < expansion.end:
            return True  # 不养老人 behind 儿女不养
    return kind.start <= expansion.start and expansion.end <= kind.end
