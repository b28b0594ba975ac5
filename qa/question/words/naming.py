"""Names a topic for people, its words in the order in which they were asked."""

from __future__ import annotations

from collections.abc import Sequence

from qa.question.words.terms import Term, topic_of


def topic_as_asked(terms: Sequence[Term], content: str) -> str:
    """Name a topic by its terms, in the order of the question: 行政复议不予受理, though 受理 was read before 不予.

    Args:
        terms: Terms of a question, in any order.
        content: The question, its places and years blanked.

    Returns:
        The name as ``topic_of`` gives it; a term that the question does not print stands behind the one before it.
    """
    at, places = -1, []
    for term in terms:
        found = content.find(term.text)
        at = found if found >= 0 else at
        places.append(at)
    order = sorted(range(len(terms)), key=lambda n: places[n])
    return topic_of([terms[n] for n in order])
