"""Names the item of the list just shown that a turn points at by its number: 第二条具体说说, 针对这个打算怎么办.

Each turn is read with the answer to the turns before it, so that later turns see the item by its words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qa.question.conversation.listed import asks_remedy, of_item, points_at_item
from qa.types import Answer, Citation, Report, SectionKind, Sentence

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


def _pointed(items: Sequence[Sentence], n: int) -> Sentence | None:
    """Give the item of a number, or the one shortcoming shown for 0; None where there is none such."""
    if n == 0:
        return items[0] if len(items) == 1 and items[0].section is SectionKind.PROBLEM else None
    return items[n - 1 if n > 0 else n] if len(items) >= max(_FEWEST, n) else None


def _items(told: Answer | None, report_of: Callable[[str], Report]) -> list[Sentence]:
    """Give the shortcomings or plans that an answer shows from one report; none where it shows anything else."""
    if told is None or len({c.report for c in told.citations}) != 1:
        return []
    items = [s for c in told.citations if (s := _item(c, report_of(c.report))) is not None]
    return items if len(items) == len(told.citations) else []


def _item(citation: Citation, report: Report) -> Sentence | None:
    """Give the sentence of a citation where it stands among shortcomings or plans."""
    found = next((s for s in report.sentences if s.start <= citation.start < s.end), None)
    return found if found is not None and found.section in {SectionKind.PROBLEM, SectionKind.PLAN} else None
