"""The one item of a sum that a question names: 举报6184件 of 接收投诉举报咨询4.52万件,其中投诉1.93万件、举报6184件.

The sum's own words hold the item's name beside the names of the others, so that it fits the words of the question best.
Knows the figures of one sentence.
"""

from __future__ import annotations

from qa.patterns import lazy_re
from qa.ranking import Query, ScoredMention
from qa.text import fold

_LEAD = lazy_re(r"^(?:其中|包括|含|[,、:;\s])+")
_MARKED = lazy_re(r"“([^“”]{2,12})”")
_SHORTEST, _LONGEST = 2, 6  # characters of an item's name


def named_item_first(ranked: list[ScoredMention], query: Query) -> list[ScoredMention]:
    """Put the item of a sum first where a question names it and none of the others that the sum is named by.

    Args:
        ranked: Figures of a report, the best first.
        query: The question.

    Returns:
        The same figures.
    """
    if not ranked or query.intent.change:
        return ranked
    whole = ranked[0].mention
    label, said = fold(whole.label), fold(query.content)
    items = [
        (name, s)
        for s in ranked[1:]
        if s.sentence == ranked[0].sentence
        and s.mention.quantity.start > whole.quantity.end
        and s.mention.quantity.unit_class == whole.quantity.unit_class
        and _SHORTEST <= len(name := _LEAD.sub("", s.words.label)) <= _LONGEST
        and name in label
    ]
    asked = [s for name, s in items if name in said]
    others = [name for name, _ in items if name not in said]
    beside = any(f"{name}{other}" in label or f"{other}{name}" in label or f"{other}、{name}" in label
                 or f"{name}、{other}" in label for name, s in items if s in asked for other in others)  # fmt: skip
    beside = beside or (len(asked) == 1 and _has_twin(items[0][0], label, said))
    if len(asked) != 1 or not beside:
        return ranked
    return [asked[0], *(s for s in ranked if s is not asked[0])]


def _has_twin(name: str, label: str, said: str) -> bool:
    """Tell whether a sum names another thing in marks beside an item: “港车北上”“澳车北上”, of which one is asked for."""
    marked = _MARKED.findall(label)
    return any(name in m for m in marked) and any(name not in m and m not in said for m in marked)
