"""Names a topic for people: its weightiest words, in the order in which they were asked.

The one way to name a topic: over a table and a chart, beside an answer, in a refusal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.question.words.terms import Term

_NAMED = 0.8  # terms lighter than this do not name the topic


def topic_of(terms: Sequence[Term], content: str) -> str:
    """Name a topic by its terms: 行政复议不予受理, though 受理 was read before 不予.

    Args:
        terms: Terms of a question, in any order.
        content: The question, its places and years blanked.

    Returns:
        The weightiest in the order of the question, up to 20 characters, without figures if that leaves any; a term that the
        question does not print stands behind the one before it.
    """
    asked = _as_asked(terms, content)
    words_only = [t.text for t in asked if t.weight > _NAMED and not any(c.isdigit() for c in t.text)]
    named = words_only or [t.text for t in asked]
    named = [n for n in named if not any(n != other and n in other for other in named)]
    for at in range(len(named) - 1, 0, -1):  # 首违不罚 and 不罚事项 are 首违不罚事项
        one, other = named[at - 1], named[at]
        shared = next((k for k in range(min(len(one), len(other)), 1, -1) if one.endswith(other[:k])), 0)
        if shared:
            named[at - 1 : at + 1] = [one + other[shared:]]
    # "drones buy": words in Latin letters do not run into each other
    return re.sub(r"(?<=[A-Za-z])\0(?=[A-Za-z])", " ", "\0".join(named)).replace("\0", "")[:20]


def _as_asked(terms: Sequence[Term], content: str) -> list[Term]:
    """Order terms as the question prints them."""
    at, places = -1, []
    for term in terms:
        found = content.find(term.text)
        at = found if found >= 0 else at
        places.append(at)
    return [terms[n] for n in sorted(range(len(terms)), key=lambda n: places[n])]
