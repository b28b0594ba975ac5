"""What a turn may ask of the answers before it: the figure beside it, the figures told one by one, the sentences shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from qa.answer.figures.again import looks_at_shown
from qa.answer.told import Told
from qa.question.conversation.drilling import may_drill, showing
from qa.question.conversation.shown import asks_audience
from qa.question.conversation.together import asks_each, joins_told
from qa.question.conversation.topics_beside import told_things
from qa.question.single.reading import Reading


def looking_back(reading: Reading, asked: Sequence[str], told: Told, today: date) -> Reading:
    """Give a turn what the answers before it told, where it may ask of that.

    Args:
        reading: The last turn.
        asked: The turns that ask anything, oldest first.
        told: What the turns before came to.
        today: The day that 去年 counts from.

    Returns:
        The turn with ``near``, ``behind``, ``row`` and ``shown``.
    """
    beside = reading.bare or (reading.intent.combine == "share" and reading.follow_up)
    if beside and len(reading.places) == 1 and (near := told.figure_before(asked, today)):
        reading = replace(reading, near=near)
    if reading.follow_up and asks_audience(reading.question) and len(reading.places) == 1:
        reading = replace(reading, behind=told.figure_before(asked, today))  # 多少人听, after 多少场
    set_beside = len(reading.sides) > 1 and not reading.intent.comparable
    if set_beside and (n := told_things(reading.question) or (len(reading.sides) if reading.aspect else 0)):
        reading = replace(
            reading, row=told.row_before(asked, n, today)
        )  # 这两家加起来 names nothing: of those told
    joined_told = joins_told(reading.question, asked[-2] if len(asked) > 1 else "")
    if joined_told and not reading.row and len(reading.places) == 1:
        reading = replace(reading, row=told.figures_before(asked, joined_told.n, today))
    if looks_at_shown(reading) or may_drill(reading) or asks_each(reading.question):
        reading = showing(reading, told.shown_before(asked, today, reading))
    return reading
