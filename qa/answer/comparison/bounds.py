"""The sentence above figures that are held against a bound: 超过500件的有哪些, 是否都达到100%."""

from __future__ import annotations

from collections.abc import Sequence

from qa.answer.comparison.measure import Cell, kind_of, passes
from qa.answer.compose import verdicts as say
from qa.answer.compose.draft import Draft
from qa.answer.compose.number import printed
from qa.message import Message, listed
from qa.question.single.ranks import Bound


def bounded(cells: Sequence[Cell], bound: Bound, told: dict[str, str], draft: Draft) -> str:
    """List the cells that pass a bound, or say whether all do; a vague figure passes only if all that it may stand for does.

    Args:
        cells: The figures of a comparison.
        bound: The bound.
        told: Each figure with the name of its place, by that name.
        draft: The draft, which takes the bound as a figure that was asked for.

    Returns:
        The sentence.
    """
    limit = bound.quantity
    words = bound_words(bound, draft)
    passing, open_, failing = [], [], []
    for cell in cells:
        if kind_of(cell.quantity) != kind_of(limit) and limit.unit:
            continue
        held = passes(cell.quantity, bound)
        if held:
            passing.append(told[cell.name])
        elif held is None:
            open_.append(told[cell.name])
        else:
            failing.append(told[cell.name])
    if bound.every and passing and not failing and not open_:
        return say.ALL_PASSING(words, listed(passing))
    if bound.every and failing:
        text = say.NOT_ALL_PASSING(words, listed(failing))
        text += say.PASSING(words, listed(passing)) if passing else ""
    else:
        text = say.PASSING(words, listed(passing)) if passing else say.NONE_PASSING(words)
    return text + say.VAGUE_ONES(listed(open_)) if open_ else text


def bound_words(bound: Bound, draft: Draft) -> Message:
    """Say a bound, which becomes a figure that was asked for.

    Args:
        bound: The bound.
        draft: The draft that says it.

    Returns:
        Its words: 超过50件.
    """
    draft.computed.add(bound.quantity.value)
    beyond = say.OVER if bound.over else say.UNDER
    return say.BOUND(beyond, say.OR_EQUAL if bound.inclusive else "", printed(bound.quantity))
