"""Gives a turn what the turns before told and it may lean on: the figure, the sentences, the row of figures.

Told by the turns before when they were answered (``qa.answer.told``); whether it leans on them is read from its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from qa.answer.figures.again import looks_at_shown
from qa.answer.inside.same_figure import goes_elsewhere
from qa.answer.told import Told
from qa.question.conversation.drilling import may_drill, showing
from qa.question.conversation.moves import recall
from qa.question.conversation.shown import asks_audience
from qa.question.conversation.together import asks_each, joins_told
from qa.question.conversation.topics_beside import told_things
from qa.question.single.reading import Reading
from qa.text import clean_question


def with_told(
    reading: Reading, asked: Sequence[str], told: Told, today: date, nth: int = 0, of: int = 1
) -> Reading:
    """Give a turn, or a part of one, what was told before it.

    Args:
        reading: The turn or the part, with what the conversation lends it.
        asked: The turns of the conversation, this one last.
        told: What the turns before came to.
        today: The day that 去年 counts from.
        nth: Which part of the turn it is, from 0.
        of: How many parts the turn has.

    Returns:
        The reading with the figures and sentences that it may lean on.
    """
    beside = reading.bare or (reading.intent.combine == "share" and reading.follow_up)
    if beside and len(reading.places) == 1 and (near := told.figure_before(asked, today)):
        reading = replace(reading, near=near)
    if reading.follow_up and asks_audience(reading.question) and len(reading.places) == 1:
        reading = replace(reading, behind=told.figure_before(asked, today))  # 多少人听, after 多少场
    if goes_elsewhere(reading) and recall(clean_question(asked[-1])) is None:
        reading = replace(
            reading, same=told.figure_last(asked, today, nth, of)
        )  # 乙县呢: of the same indicator
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
