"""The indicator that a question asks for in a way of speech alone: 认罪的人有律师在场帮忙 is 值班律师法律帮助.

A way of saying a thing (``narrow.toml``) gives the words that a report prints, the most typical first; where the catalogue has an
indicator of that very name and the question holds no word besides that the indicator lacks, its cell of the ledger answers.
Knows nothing of ranking. Measured in docs/evaluation.md, the sweep in everyday words.
"""

from __future__ import annotations

from qa.ledger.catalogue import Catalogue
from qa.ledger.indicator import Indicator
from qa.prepared import Query
from qa.question.words.qualifiers import find_qualifiers
from qa.question.words.terms import Term
from qa.question.words.vocabulary import ACTED, COUNTED

_FIRST = 2  # official words of a way that may be the name of its indicator
# Measure words of speech, which count anything: 帮了多少件 of 1.12万人次.
_LOOSE = frozenset({"", "个", "次", "件", "项", "家", "回", "条", "人"})
_APART = frozenset({"percent", "money", "ratio", "time"})


def ids_by_way(query: Query, catalogue: Catalogue) -> set[str]:
    """List the indicators that a question asks for in a way of speech.

    Args:
        query: The question.
        catalogue: The indicators.

    Returns:
        Their ids; none where a word of the question, or what narrows it, is none of theirs.
    """
    intent = query.intent
    ways = [term for term in query.terms if term.way]
    if len(ways) != 1 or intent.change or intent.plan or intent.combine or intent.compares:
        return set()
    (way,) = ways
    found = next((named for form in way.way[:_FIRST] if (named := catalogue.find(form))), ())
    others = [term for term in query.terms if term is not way and term.text not in COUNTED]
    groups = [g for g in find_qualifiers(query.content) if not any(word in way.text for word in g)]
    kept = {
        one.id
        for one in found
        if all(_is_of(one, term) for term in others) and all(any(w in _words(one) for w in g) for g in groups)
    }
    return kept if len(kept) == len(found) else set()


def may_bear(query: Query, unit_class: str) -> bool:
    """Tell whether a figure may answer in the measure word that a way of speech asks for.

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


def _is_of(one: Indicator, term: Term) -> bool:
    """Tell whether a word of the question is of an indicator too, or only says who acts."""
    if term.required:
        return False
    return term.text in ACTED or any(form in _words(one) for form, weight in term.forms if weight > _HALF)


_HALF = 0.5


def _words(one: Indicator) -> str:
    """Join the words of an indicator."""
    return "|".join((*one.names, one.definition, *one.about, *one.counts))
