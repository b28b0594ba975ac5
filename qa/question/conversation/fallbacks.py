"""What a turn means second, where the reports do not tell what it may mean first: 乙区呢 after 同比呢, 涉旅的 after 某镇受理几件.

Each reading may carry one other to fall back on; ``qa.answer.told`` answers that one where the first is not told.
"""

from __future__ import annotations

import re
from dataclasses import replace

from qa.question.conversation.carry_intent import of_one
from qa.question.conversation.carry_plans import asks_planned_level
from qa.question.conversation.carry_topic import names_part
from qa.question.conversation.inside import WHOLE, lies_inside, spoken_inside, without
from qa.question.conversation.named_inside import another_inner, leaves_inner
from qa.question.conversation.subject import of_explained
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.question.words import handling
from qa.question.words.term_roles import is_named_rate, is_stage, says_how

_OF_ONE = frozenset({Task.NUMBER, Task.FACT})


def of_inner(previous: Reading, own: Reading, merged: Reading, *, topicless: bool) -> Reading:
    """Keep a turn on the township or branch spoken of, or take it to another one that it names by its stem.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.
        merged: The turn with what the conversation lends it.
        topicless: Whether it names no topic.

    Returns:
        The turn; the same where no township was spoken of, or it leaves it.
    """
    if previous.scope.inner and (named := another_inner(previous, own)):
        same = replace(
            merged.scope, inner=previous.scope.inner
        )  # 成功的 may be no town, but asked of the old one
        merged = replace(
            merged, fallback=replace(merged, scope=same) if own.terms and not topicless else None
        )
        merged = replace(
            merged,
            scope=replace(merged.scope, inner=(named,)),
            terms=tuple(t for t in previous.terms if not t.required),
            content=without(previous.content, previous.scope.inner),
            intent=of_one(previous.intent),
        )
    elif (
        previous.scope.inner
        and merged.places == previous.places
        and not merged.inner
        and not leaves_inner(previous, own)
    ):
        of_place = merged  # 涉旅的有多少, after 甲镇受理几件: of the place above where the town's is not told
        merged = replace(merged, scope=replace(merged.scope, inner=previous.scope.inner))
        if own.terms and not topicless:
            plain = replace(of_place, content=without(of_place.content, previous.scope.inner))
            merged = replace(merged, fallback=plain)
    elif previous.scope.inner and (merged.inner or WHOLE.search(own.question)):
        merged = replace(merged, content=without(merged.content, previous.scope.inner))
    return merged


# What is received, heard and settled of any thing: 收到多少申请 names none by itself.
_OF_EVERY_STAGE = frozenset({"申请", "案件", "办理"})


def _of_itself(previous: Reading, own: Reading, merged: Reading) -> Reading | None:
    """Ask a turn's own words without those of the turns before: 解决企业问题几起, after 述法谁人数多.

    A turn that only says a stage asks of the thing that the conversation is on: 一共收到多少申请, after 公安那块多少件.
    """
    if not all(is_stage(t) or t.text in _OF_EVERY_STAGE for t in own.terms):
        return replace(merged, terms=own.terms, content=own.content)
    of = previous.subject
    if of is None:
        return None
    terms = own.terms + tuple(t for t in of.terms if not (t.required or is_stage(t)))
    return replace(merged, terms=terms, content=f"{of.content} {own.content}")


def with_fallback(
    previous: Reading, own: Reading, merged: Reading, *, topicless: bool, one_inside: bool
) -> Reading:
    """Give a turn the reading to fall back on.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.
        merged: The turn with what the conversation lends it.
        topicless: Whether it names no topic.
        one_inside: Whether it names one place inside the one spoken of.

    Returns:
        The turn with it, where it may mean two things.
    """
    intent, places, years, terms, inner = (
        merged.intent,
        merged.places,
        merged.years,
        merged.terms,
        merged.inner,
    )
    only_scope = (
        topicless and not own.intent.change and not intent.compares and bool(own.places or own.scope.missing)
    )
    if only_scope and previous.aspect and intent.change and own.intent.task is Task.FACT:
        unit, unit_class = previous.unit_before
        level = replace(intent, task=Task.NUMBER, change="", unit=unit, unit_class=unit_class)
        of_level = replace(merged, intent=level, years=(max(years),) if len(years) > 1 else years)
        anew = handling.switches(own.question)  # 换成乙区, after 比上年高了还是低了: the figure again
        merged = of_level if anew else replace(merged, fallback=of_level)  # 乙区呢, after 同比呢
    if (
        len(places) > 1
        and intent.compares
        and intent.change
        and previous.intent.change
        and not own.intent.change
    ):
        unit, unit_class = previous.unit_before
        level = replace(intent, change="", unit=unit, unit_class=unit_class)
        merged = replace(
            merged, fallback=replace(merged, intent=level)
        )  # 差多少, after 跟去年比呢 and 乙区呢
    if merged.fallback is None and not topicless:
        merged = replace(
            merged, fallback=_of_unknown(previous, own, merged) or _less_lent(previous, own, merged)
        )
    named_inside = bool(merged.scope.inner) or lies_inside(merged) or of_explained(previous, own)
    named_inside = named_inside or all(map(is_named_rate, own.terms))
    attributes = (
        bool(own.places) and own.terms and terms[: len(own.terms)] == own.terms and terms != own.terms
    )
    if (
        merged.fallback is None
        and (named_inside or attributes)
        and own.terms
        and terms != own.terms
        and not topicless
    ):
        merged = replace(merged, fallback=replace(merged, terms=own.terms, content=own.content))
    if (
        (inner or (topicless and one_inside))
        and merged.fallback is None
        and (wider := previous.head or previous.subject) is not None
    ):
        # 下面哪个县最多, 丙县呢, after 其中维持的呢: of the whole where the parts are not told by places
        merged = replace(merged, fallback=replace(merged, terms=wider.terms, content=wider.content))
    if (
        merged.fallback is None
        and topicless
        and not own.intent.plan
        and (own.places or own.years)
        and previous.bare
        and previous.head
    ):
        # 乙县呢, after 民事呢 of legal aid: the part by the words of its whole
        part = tuple(t for t in terms if t.text not in {of.text for of in previous.head.terms})
        content = f"{previous.head.content} 其中{merged.content.strip()}"
        merged = replace(
            merged, fallback=replace(merged, terms=(*previous.head.terms, *part), content=content)
        )
    if merged.fallback is None and topicless and own.intent.plan and previous.trail:
        # 明年准备扩到多少, after asides on 某调解室: of what the conversation began with
        first = previous.trail[0]
        if first.content != merged.content and merged.places == (first.place,):
            any_unit = replace(
                intent, unit="", unit_class=""
            )  # 目标是多少, after 惠及多少户: of what was issued
            merged = replace(
                merged, fallback=replace(merged, terms=first.terms, content=first.content, intent=any_unit)
            )
    wider = previous.head or previous.subject
    of_part = topicless and own.intent.plan and wider is not None and wider.content not in merged.content
    if merged.fallback is None and of_part and wider is not None:
        # 明年还降多少, after the share of 联合检查: of all that were checked
        of_whole = replace(intent, unit="", unit_class="", combine="")
        merged = replace(
            merged, fallback=replace(merged, terms=wider.terms, content=wider.content, intent=of_whole)
        )
    if merged.fallback is None and topicless and asks_planned_level(own.question):
        moved = replace(intent, task=Task.NUMBER, change="any", unit="", unit_class="")
        change = replace(merged, intent=moved)
        of_rate = (
            intent.unit_class == "percent"
        )  # a rate has a level to aim at; a count is told to fall by 10%
        merged = replace(merged, fallback=change) if of_rate else replace(change, fallback=merged)
    if (
        merged.fallback is None
        and len(years) > 1
        and len(places) == 1
        and not (topicless or own.years or intent.compares)
    ):
        # 排查出多少隐患, after 两年加起来多少: of the later year where both do not tell it
        merged = replace(merged, fallback=replace(merged, years=(max(years),), paired=False))
    looked_back = years == previous.years and places == previous.places and len(years) == len(places) == 1
    others = [year for year in previous.all_years if year not in years]
    if (
        merged.fallback is None
        and looked_back
        and others
        and goes_on(previous)
        and not (topicless or own.years)
    ):
        merged = replace(
            merged, fallback=replace(merged, years=(others[-1],))
        )  # 避免损失多少, after 上一年呢
    asks = own.intent.task is Task.NUMBER or (
        intent.task is Task.NUMBER and not names_part(own) and any(t.concept for t in own.terms)
    )
    lent = asks and not topicless and terms != own.terms
    if merged.fallback is None and lent and not all(t.required for t in terms[: len(own.terms)]):
        merged = replace(merged, fallback=_of_itself(previous, own, merged))
    if merged.fallback is not None:
        plain_inside = spoken_inside(previous, merged.fallback)
        lent_on = replace(merged.fallback, inside=plain_inside, ever=merged.ever, trail=merged.trail)
        merged = replace(merged, fallback=replace(lent_on, head=merged.head, unit_before=merged.unit_before))
    return merged


def goes_on(previous: Reading) -> bool:
    """Tell whether the turn before only went to another year of the same place: 上一年呢, 2023年呢."""
    return previous.aspect and not (previous.scope.places or previous.intent.compares or previous.intent.plan)


def _of_unknown(previous: Reading, own: Reading, merged: Reading) -> Reading | None:
    """Ask a figure of a thing that no report calls so of what the conversation is on: 发了多少奖金, after 举报受理了多少件.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.
        merged: The turn with what the conversation lends it.

    Returns:
        The turn on both; None where it names a thing of its own, or no measure (火星呢).
    """
    alone = merged.terms and all(t.required for t in merged.terms) and not (own.places or own.years)
    of = tuple(t for t in previous.terms if not (t.required or is_stage(t)))
    if not (alone and of) or own.intent.task is not Task.NUMBER or not own.intent.unit_class:
        return None
    if not any(re.search(rf"(?:多少|几)\w?{re.escape(t.text)}[呢啊?。]*$", own.question) for t in own.terms):
        return None  # 陈皮多少钱一斤 asks of a thing of its own
    return replace(merged, terms=own.terms + of, content=f"{previous.content} {own.content}")


def _less_lent(previous: Reading, own: Reading, merged: Reading) -> Reading | None:
    """Read a turn with less of the old topic: 新收了多少 of 行政复议, and not of what was settled, after 调解掉的有几件.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.
        merged: The turn with what the conversation lends it.

    Returns:
        The turn on the thing that the conversation is on where it says a stage of it, and by itself where it says more; None
        where nothing was lent to it.
    """
    names = {t.text for t in own.terms}
    lent = [t for t in merged.terms if t.text not in names and not t.required]
    if not (own.terms and lent) or own.intent.task not in _OF_ONE or own.intent.combine:
        return None
    thing = merged.subject or previous.subject
    staged = all(says_how(t) or is_stage(t) for t in own.terms)
    if staged and thing is not None and {t.text for t in thing.terms} != {t.text for t in lent}:
        said = tuple(t for t in own.terms if not any(t.text in whole.text for whole in thing.terms))
        again = [t.text for t in own.terms if t not in said]  # 申请, of 复议申请, and of nothing else
        whole = tuple(replace(t, required=bool(again) or t.required) for t in thing.terms)
        content = f"{thing.content} {without(own.content, again) if again else own.content}"
        return replace(merged, terms=said + whole, content=content)
    several = len(own.terms) > 1 or not staged  # 解决企业问题几起; a verb alone is of whatever is told first
    alone = own.intent.task is Task.NUMBER and several and bool(own.places or own.intent.unit_class)
    alone = alone or any(t.concept and not is_stage(t) for t in own.terms)  # 审结的复议呢, after 公证
    return replace(merged, terms=own.terms, content=own.content) if alone else None
