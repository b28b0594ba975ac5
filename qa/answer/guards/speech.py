"""The indicator that a way of speech names: 认罪的人有律师在场帮忙 is 值班律师法律帮助. Knows nothing of figures."""

from __future__ import annotations

from collections.abc import Sequence

from qa.ledger.catalogue import Catalogue
from qa.ledger.indicator import Indicator
from qa.prepared import Query
from qa.question.words.qualifiers import find_qualifiers
from qa.question.words.terms import Term
from qa.question.words.vocabulary import ACTED, COUNTED

_FIRST = 2  # official words of a way that may be the name of its indicator
_HALF = 0.5  # a form that stands for its term less well says nothing of an indicator


def named_by_way(query: Query, catalogue: Catalogue) -> tuple[Indicator, ...]:
    """Find the indicators that the one way of a question names, where the question asks for no more than they say.

    Args:
        query: The question.
        catalogue: The indicators.

    Returns:
        The indicators, or none.
    """
    ways = [term for term in query.terms if term.way]
    if len(ways) != 1:
        return ()
    found = next((named for form in ways[0].way[:_FIRST] if (named := catalogue.find(form))), ())
    return found if says_no_more(query, ways, found) else ()


def says_no_more(query: Query, spoken: Sequence[Term], found: Sequence[Indicator]) -> bool:
    """Tell whether a question holds no word, and nothing that narrows it, that some indicators lack.

    Args:
        query: The question.
        spoken: Terms that name the indicators.
        found: The indicators.

    Returns:
        True for 老百姓没钱请律师的案子; False where 聋哑人 are asked for.
    """
    said = "|".join(term.text for term in spoken)
    others = [term for term in query.terms if term not in spoken and term.text not in COUNTED]
    others += [term for term in spoken if len(spoken) > 1]
    groups = [g for g in find_qualifiers(query.content) if not any(word in said for word in g)]
    return all(
        all(_is_of(one, term) for term in others) and all(any(w in _words(one) for w in g) for g in groups)
        for one in found
    )


def _is_of(one: Indicator, term: Term) -> bool:
    """Tell whether a word of the question is of an indicator too, or only says who acts."""
    if term.required:
        return False
    return term.text in ACTED or any(form in _words(one) for form, weight in term.forms if weight > _HALF)


def _words(one: Indicator) -> str:
    """Join the words of an indicator."""
    return "|".join((*one.names, one.definition, *one.about, *one.counts))
