"""Turns that ask beside the conversation and leave no trace in it: 还有呢, 放一块比合适吗, 为什么没有某区."""

from __future__ import annotations

from dataclasses import replace

from qa.patterns import lazy_re
from qa.question.conversation import moves
from qa.question.conversation.topics_beside import pair_of
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.question.single.sides import same_topic
from qa.question.words import handling

# "这个数跟乙县的能比吗": the figure of the turn before alone.
_THIS_ONE = lazy_re(r"(?:这|那|该)(?:一)?(?:个|项|条)?(?:数|指标|率|结果|比例|比率|值)|[它他]{1}(?!们)|拿这")


_WHENCE = lazy_re(r"(?:出自|来自|摘自|取自|引自)(?:的)?(?:是)?哪(?:一)?[份个篇本](?:报告|文件|材料)")


def aside_of(previous: Reading, own: Reading, *, topicless: bool) -> Reading | None:
    """Read a turn that asks of the figures on the table and leaves no trace: 能直接比吗, 甲区占多少, 谁没公布, 为什么没有甲区.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.
        topicless: Whether it names no topic.

    Returns:
        The reading, or None where the turn goes on with the conversation.
    """
    if own.intent.comparable and (pair := pair_of(previous, own, topicless=topicless)):
        places = tuple(dict.fromkeys(side.place for side in pair))
        intent = replace(
            previous.intent, task=Task.COMPARE, comparable=True, extreme="", unit="", unit_class=""
        )
        spoken = dict.fromkeys(places, previous.years) | dict(previous.spoken)
        apart = not own.years and len({spoken[place] for place in places}) > 1
        return replace(
            previous,
            question=own.question,
            places=places,
            intent=intent,
            sides=pair,
            spoken=tuple((spoken | dict.fromkeys(own.places, own.years)).items())
            if own.years
            else tuple(spoken.items()),
            paired=apart,
            topics=(),
            aside=True,
            follow_up=True,
        )
    if _WHENCE.search(own.question) and not (own.places or own.years) and previous.terms:
        intent = replace(
            own.intent, task=Task.DOCUMENT
        )  # 出自哪份报告: of the figure told, and what follows is of it too
        return replace(previous, question=own.question, intent=intent, topics=(), aside=True, follow_up=True)
    if own.intent.comparable and topicless and not own.places and not own.years:
        intent = replace(previous.intent, comparable=True, combine="", ordinal=0, standing=False)
        places = previous.places if len(previous.places) > 1 else previous.recent
        return replace(
            previous, question=own.question, places=places, intent=intent, aside=True, follow_up=True
        )
    if own.intent.comparable and topicless and len(own.places) == 1 and previous.recent:
        return beside_them(previous, own)
    part = own.intent.combine == "share" and topicless and len(own.places) == 1 and not own.years
    if part and own.places[0] in previous.recent and len(previous.recent) > 1:
        intent = replace(previous.intent, task=Task.COMPARE, combine="share", extreme="", ordinal=0)
        return replace(  # 甲区占多少, of the sum of the places spoken of
            previous,
            question=own.question,
            places=previous.recent,
            intent=intent,
            standing=own.places[0],
            topics=(),
            aside=True,
            follow_up=True,
        )
    if handling.asks_silent(own.question) and topicless and not own.places and len(previous.places) > 1:
        intent = replace(previous.intent, ordinal=0, combine="", comparable=False)
        return replace(previous, question=own.question, intent=intent, aside=True, follow_up=True)
    silent = moves.asks_if_silent(own.question) and len(own.places) == 1 < len(previous.places)
    silent = silent and own.places[0] in previous.places
    of_it = topicless or same_topic(own.terms, previous.terms)  # 为什么某区没有败诉率, after 败诉率
    if (silent or moves.asks_why_not(own.question)) and of_it and (own.places or own.scope.missing):
        return why_not(previous, own)
    return None


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
    named = bool(own.terms) and not own.scope.missing  # 为什么某区没有败诉率, after 败诉案件数
    intent = replace(own.intent, task=Task.NUMBER, answer_type="") if named else previous.intent
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
        terms=own.terms if named else previous.terms,
        content=" ".join(t.text for t in own.terms) if named else previous.content,
        topics=(),
        sides=(),
        top=0,
        paired=False,
        follow_up=True,
        aside=True,
        why=own.places,
    )
