"""Ranks the figures of a comparison that count the same thing, where not all do: 受理 among themselves, 办理 among themselves.

Each group is ordered by itself and nothing is said across groups; a figure that stands alone is told apart, with its own words.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from qa.answer.comparison.measure import Cell, judge
from qa.answer.compose import verdicts as say
from qa.answer.compose.draft import plain
from qa.ledger.stages import stage_of
from qa.message import Message, joined, listed
from qa.question.single.intent import Intent, Task

_SEVERAL = 3


def ranked_alike(
    cells: Sequence[Cell], told: dict[str, str], intent: Intent, kinds: Mapping[str, str] | None = None
) -> Message | None:
    """Rank the figures of one stage, or of one kind, among themselves.

    Args:
        cells: The figures of a comparison of places, which as a whole allows no order.
        told: Each name with its figure and marker.
        intent: What is wanted; only a rank or an extreme is told so.
        kinds: What the figure of each name counts, where that and no stage tells them apart.

    Returns:
        The sentences, or None where no two figures may be ranked, or where no order is asked for.
    """
    ordered = bool(intent.extreme) or intent.task is Task.RANK
    if len(cells) < _SEVERAL or not ordered or intent.ordinal:
        return None
    groups: dict[str, list[Cell]] = {}
    for cell in cells:
        kind = stage_of(cell.words) if kinds is None else kinds.get(cell.name, "")
        groups.setdefault(kind, []).append(cell)
    low = intent.extreme == "min"
    sign = " < " if low else " > "
    lines: list[Message] = []
    apart: list[Cell] = []
    for stage, group in sorted(groups.items(), key=lambda item: -len(item[1])):
        order = judge(group).order if stage and len(group) > 1 else ()
        if not order:
            apart += group
            continue
        names = order[::-1] if low else order
        line = joined((joined((told[n] for n in level), "＝", " = ") for level in names), sign, sign)
        lines.append(say.RANKED_ALIKE(stage, line))
    if not lines:
        return None
    if apart:
        others = (say.WITH_WORDS(told[c.name], plain(c.words)) for c in apart)
        lines.append(say.SET_APART(listed(others)))
    return joined(lines)
