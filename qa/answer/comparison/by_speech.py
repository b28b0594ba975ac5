"""The indicator that a question asks for in words of speech alone: 认罪的人有律师在场帮忙 is 值班律师法律帮助.

A way of saying a thing (``narrow.toml``) gives the words that a report prints, the most typical first, and so does a phrase of
the lexicon. Where they name an indicator of the catalogue, or are matched with one as the words of a figure are, and the
question holds no word besides that the indicator lacks, its cell of the ledger answers. Knows nothing of ranking. Measured in
docs/evaluation.md, the sweep in everyday words.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.answer.guards.court import asks_against_one
from qa.answer.guards.observed import Observed
from qa.answer.guards.speech import named_by_way, says_no_more
from qa.ledger.indicator import Indicator
from qa.ledger.mention import Mention
from qa.prepared import Query
from qa.question.words.terms import Term

# Measure words of speech, which count anything: 帮了多少件 of 1.12万人次.
_LOOSE = frozenset({"", "个", "次", "件", "项", "家", "回", "条", "人"})
_APART = frozenset({"percent", "money", "ratio", "time"})


def ids_by_speech(query: Query, mentions: Sequence[Mention], observed: Observed) -> set[str]:
    """List the indicators that a question asks for in words of speech.

    Args:
        query: The question.
        mentions: Figures of the report, in whose units the words are matched with an indicator.
        observed: Gives what the ledger says.

    Returns:
        Their ids; none where a word of the question, or what narrows it, is none of theirs.
    """
    intent = query.intent
    if intent.change or intent.plan or intent.combine or intent.compares:
        return set()
    spoken = [term for term in query.terms if term.everyday and (term.concept or term.way)]
    if not spoken or asks_against_one(query.content):
        return set()
    if named := named_by_way(query, observed.catalogue):
        return {one.id for one in named}
    found = _by_words(query, spoken, mentions, observed)
    return {one.id for one in found} if says_no_more(query, spoken, found) else set()


def may_bear(query: Query, unit_class: str) -> bool:
    """Tell whether a figure may answer in the measure word that a question of speech asks for.

    Args:
        query: The question.
        unit_class: Class of the figure's unit.

    Returns:
        True where they are alike, or where neither is a share, money or time and the question's word counts anything.
    """
    asked = query.intent.unit_class
    if asked == unit_class:
        return True
    return not {asked, unit_class} & _APART and query.intent.unit in _LOOSE


def _by_words(
    query: Query, spoken: Sequence[Term], mentions: Sequence[Mention], observed: Observed
) -> tuple[Indicator, ...]:
    """Match the question, its phrases put into official words, with an indicator in the units of a report."""
    words = query.content
    for term in spoken:
        words = words.replace(term.text, next((form for form, _ in term.forms[1:2]), term.text))
    units = {m.quantity.unit_class: m for m in mentions if not m.change and not m.quantity.weak}
    asked = query.intent.unit_class
    fitting = [m for kind, m in units.items() if kind == asked or (not asked and kind not in _APART)]
    ids = {found for m in fitting if (found := observed.asked(words, m))}
    known = (observed.catalogue.get(one) for one in ids)
    return tuple(one for one in known if one is not None) if len(ids) == 1 else ()
