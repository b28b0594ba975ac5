"""Turns behind one that asked several things (2023年各是多少, 跟上年比分别怎样), and what such a turn leaves to the next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.patterns import lazy_re
from qa.question.conversation.turns import Asked
from qa.question.parts.bare_parts import names_nothing
from qa.question.single.reading import Reading

# "2023年各是多少", after a turn of several parts
EACH_AGAIN = lazy_re(
    r"(?:的)?(?:呢)?[,]?(?:分别|各自?|都)(?:是|有|为)*(?:多少|几)[件个起人]?(?:呢)?(?=[?。!]*$)"
)
# "跟上年比分别怎样", "同比呢"
SAME_MOVED = lazy_re(
    r"(?:那么?|它们?|这[两几三]?[个项样]?)*(?:(?:跟|和|与|较|比|相比)(?:上一?年|去年|前一年|上年同期)(?:相?比|相较)?|(?:上一?年|去年|前一年)(?:相?比|相较)|同比)"
    r"(?:分别|各自?|都)?(?:是)?(?:怎么样|怎样|如何|变化|情况|增减|升了还是降了|多了还是少了)*(?:呢)?[?。!]*"
)


def with_years(last: Reading, parts: Sequence[Asked]) -> Reading:
    """Let the next turn compare the years that the parts of a turn asked of one place: 2023年多少件,2024年呢, then 多了多少.

    Args:
        last: The reading that the conversation goes on from.
        parts: The parts of the turn.

    Returns:
        The reading, with the years of all parts.
    """
    asked = [part.readings[0] for part in parts]
    if len(last.places) != 1 or any(r.places != last.places or len(r.years) != 1 for r in asked):
        return last
    years = tuple(dict.fromkeys(year for r in asked for year in r.years))
    return replace(last, asked_years=years, all_years=years) if len(years) > 1 else last


def level(reading: Reading) -> Reading:
    """Ask for the figure itself where a turn asked how it moved: 2023年各是多少, after 跟上年比分别怎样.

    Args:
        reading: A part of a turn.

    Returns:
        The part without the change.
    """
    unit, unit_class = (
        reading.unit_before if reading.intent.change else (reading.intent.unit, reading.intent.unit_class)
    )
    return replace(reading, intent=replace(reading.intent, change="", unit=unit, unit_class=unit_class))


def as_aspect(last: Reading, parts: Sequence[Asked]) -> Reading:
    """Take the change that the last part of a turn asked for as an aspect of its figure: 收到多少,比上年多多少, then 受理的呢.

    Args:
        last: The reading that the conversation goes on from.
        parts: The parts of the turn.

    Returns:
        The reading, so marked where that part names no thing of its own.
    """
    moved = any(last.question == part.readings[0].question and names_nothing(part.words) for part in parts)
    return replace(last, aspect=True) if last.intent.change and moved else last
