"""Names the item of the list just shown that a turn points at by its number: 第二条具体说说, 针对这个打算怎么办.

Each turn is read with the answer to the turns before it, so that later turns see the item by its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from qa.question.conversation.listed import asks_remedy, of_item, points_at_item
from qa.types import Answer, Report, SectionKind

_LISTED = frozenset({SectionKind.PROBLEM, SectionKind.PLAN})
_FEWEST = 2  # items that make a list
_BACK = 5  # turns looked back on for the list: those between ask of its items (谁来做)


def naming_items(
    turns: Sequence[str], before: Callable[[Sequence[str]], Answer | None], report_of: Callable[[str], Report]
) -> list[str]:
    """Put the words of items in the place of what points at them.

    Args:
        turns: The user's questions, oldest first.
        before: Gives the answer to the turns before the last of some; None where they were refused.
        report_of: Gives the report of an id.

    Returns:
        The turns; one that points at nothing shown stays as it was typed.
    """
    named: list[str] = []
    for turn in turns:
        pointed = points_at_item(turn) if named else None
        item = None
        for end in range(len(named), max(0, len(named) - _BACK), -1) if pointed is not None else ():
            items = _items(before([*named[:end], turn]), report_of)
            if pointed is not None and (item := _pointed(items, pointed.n)) is not None:
                break
            if pointed is not None and pointed.n == 0:
                break  # 针对这个打算怎么办: of what was just shown
        asks = pointed is not None and (pointed.n != 0 or asks_remedy(pointed.rest))
        named.append(of_item(item.text, pointed.rest) if item and pointed and asks else turn)
    return named


class _Item(NamedTuple):
    """An item of a list that was shown.

    Attributes:
        text: Its words.
        lacks: Whether it is a shortcoming.
    """

    text: str
    lacks: bool


def _pointed(items: Sequence[_Item], n: int) -> _Item | None:
    """Give the item of a number, or the one shortcoming shown for 0; None where there is none such."""
    if n == 0:
        return items[0] if len(items) == 1 and items[0].lacks else None
    return items[n - 1 if n > 0 else n] if len(items) >= max(_FEWEST, n) else None


def _items(told: Answer | None, report_of: Callable[[str], Report]) -> list[_Item]:
    """Give the shortcomings or plans that an answer shows from one report; none where it shows anything else."""
    if told is None or len({c.report for c in told.citations}) != 1:
        return []
    items: list[_Item] = []
    began = ""  # the item that a sentence may go on with
    for citation in told.citations:
        found = next(
            (s for s in report_of(citation.report).sentences if s.start <= citation.start < s.end), None
        )
        if found is None:  # a heading that is an item: 2.基层力量薄弱
            began = citation.quote
            items.append(_Item(began, any(item.lacks for item in items)))
            continue
        if found.section not in _LISTED:
            return []
        if began and (began in found.heading or found.lead == began):
            continue
        began = found.lead or found.text
        clauses = [c for c in re.split("[;；]", found.text.rstrip("。")) if c.strip()]
        if len(told.citations) <= _FEWEST and len(clauses) > _FEWEST:  # all in one sentence
            return [_Item(clause, found.section is SectionKind.PROBLEM) for clause in clauses]
        items.append(_Item(found.text, found.section is SectionKind.PROBLEM))
    return items
