"""Scripted conversations: many turns of one script into the verdict on the script.

A person who talks for twenty turns is let down by the first wrong one, so a script is right where every turn is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


def whole(turns: Iterable[tuple[str, bool | None]]) -> list[bool | None]:
    """Judge scripts by their turns.

    Args:
        turns: The script of every question, or "", and whether its reply was right; None where there was none.

    Returns:
        A verdict for each script in order of appearance: False where a turn is wrong, None where none is wrong but
        one could not be scored, True where all are right. Questions without a script are left out.
    """
    scripts: dict[str, list[bool | None]] = defaultdict(list)
    for script, correct in turns:
        if script:
            scripts[script].append(correct)
    return [False if False in s else None if None in s else True for s in scripts.values()]
