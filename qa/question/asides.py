"""Turns that ask beside the conversation and leave no trace in it: 还有呢, 放一块比合适吗, 为什么没有某区."""

from __future__ import annotations

import re
from dataclasses import replace

from qa.question.intent import Task
from qa.question.reading import Reading

# "这个数跟乙县的能比吗": the figure of the turn before alone.
_THIS_ONE = re.compile(
    r"(?:这|那|该)(?:一)?(?:个|项|条)?(?:数|指标|率|结果|比例|比率|值)|[它他]{1}(?!们)|拿这"
)


def more_of(previous: Reading, own: Reading) -> Reading:
    """Ask for what else there is on the topic of the turn before.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.

    Returns:
        The reading.
    """
    intent = replace(previous.intent, task=Task.LIST, answer_type="", unit="", unit_class="", extreme="")
    return replace(previous, question=own.question, intent=intent, follow_up=True, more=True, aside=True)


def beside_them(previous: Reading, own: Reading) -> Reading:
    """Ask if a place may be compared with those spoken of, each in its own year: 某区这个和它们放一块比合适吗.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.

    Returns:
        The reading.
    """
    old = previous.places if _THIS_ONE.search(own.question) and len(previous.places) == 1 else previous.recent
    places = tuple(dict.fromkeys((*old, *own.places)))
    spoken = (
        dict.fromkeys(places, previous.years) | dict(previous.spoken) | dict.fromkeys(own.places, own.years)
    )
    intent = replace(previous.intent, comparable=True, combine="", ordinal=0, standing=False)
    return replace(
        previous,
        question=own.question,
        places=places,
        intent=intent,
        spoken=tuple(spoken.items()),
        paired=True,
        aside=True,
        follow_up=True,
    )


def why_not(previous: Reading, own: Reading) -> Reading:
    """Ask what became of a place that the answer lacks, beside the conversation: 为什么没有某区.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.

    Returns:
        The reading.
    """
    intent = previous.intent
    if intent.compares:
        intent = replace(intent, task=Task.NUMBER, extreme="", ordinal=0, combine="", comparable=False, top=0)
    return replace(
        previous,
        question=own.question,
        scope=own.scope,
        places=own.places,
        years=previous.years or own.years,
        all_places=False,
        intent=intent,
        topics=(),
        sides=(),
        top=0,
        paired=False,
        follow_up=True,
        aside=True,
        why=own.places,
    )
