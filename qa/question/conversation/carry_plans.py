"""Which turns ask of plans, and of which report: 打算降到多少, 准备加几个人, what came of 2025年有什么打算."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from qa.patterns import lazy_re
from qa.question.single.intent import Intent
from qa.question.single.reading import Reading

MEANT_TO = lazy_re(
    r"(?:打算|准备|计划|争取|力争)(?!书|生育|单列|表)[^,。?]{0,12}?[到至](?:多少|几)|(?:打算|准备|计划)(?:再|新)*(?:加|增|招|建|添)(?:多少|几)"
)


_PLANNED_LEVEL = lazy_re(
    r"(?:打算|准备|计划|争取|力争)(?!书|生育|单列|表)[^,。?]{0,6}?[降减压升提增][^,。?]{0,2}?[到至]了?(?:多少|几)"
)


def asks_planned_level(question: str) -> bool:
    """Tell whether a turn asks to what level the old thing is planned to move: 打算降到多少.

    Args:
        question: A cleaned question.

    Returns:
        True where a planned change of it would tell as much.
    """
    return _PLANNED_LEVEL.search(question) is not None


# What a plan needs not say: 2023年原先打算装多少, after 监测装置装了几套
_PLANNING = frozenset({"打算", "计划", "准备", "预计", "争取", "力争", "原先", "想要"})


def without_planning(own: Reading) -> Reading:
    """Take the words off a turn that only say that it asks of plans, so that they name no topic.

    Args:
        own: The turn read by itself.

    Returns:
        The turn without them.
    """
    if not own.intent.plan:
        return own
    return replace(own, terms=tuple(t for t in own.terms if t.text not in _PLANNING))


def plans_of_report(previous: Reading, own: Reading, intent: Intent) -> bool:
    """Tell whether a turn asks what the report of the year spoken of plans next: 准备加几个人, after 2024年复议人员有几个.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.
        intent: What it asks, with what the conversation lends it.

    Returns:
        False where it names the year that is planned for, goes on with plans for it, or asks for its aim (目标是多少).
    """
    carried = intent.plan and bool(previous.years) and not own.years and "目标" not in own.question
    if carried and MEANT_TO.search(own.question) and not previous.intent.plan:
        return False  # the year that is planned for stands in its place
    return carried and (previous.of_report or not previous.intent.plan)


# "当初定的目标是多少", "年初定的目标呢": for the year spoken of, in the report before
_AIM_OF_THEN = lazy_re(
    r"(?:那么?|它)?(?:当初|当时|原先|原来|年初|上年|去年)(?:的时候)?(?:给自己|自己)?(?:定|设|提|说|承诺|计划|打算)(?:下|出|好)?的?(?:年度)?(?:目标|指标|要求|任务)(?:值)?(?:是|有|呢|为|多少|什么|啥)*[?。!]*"
)
# "出庭率定的多少", after plans
_SET_AT = lazy_re(
    r"(?:目标)?(?<![决确一规指约固])定(?:的|了|在|到|成)*(?:是|为)?(?=(?:多少|几)[^,。?]{0,4}(?:$|[?。!呢]))"
)
# "达到了吗", after a plan
_REACHED = lazy_re(
    r"(?:那么?|最后|后来|实际|到底|结果|这|就|算是?|是不是|有没有)*(?:达到|完成|实现|兑现|做到|达标)了?(?:(?:没有?|没|吗|么|吧)[?。!]*|[?])"
)


def of_aim(question: str, base: Reading, newest: Mapping[str, int]) -> str:
    """Put a turn on the aim of the figure just told, or on what became of it, into words that say so.

    Args:
        question: A cleaned turn.
        base: The reading of the turn before.
        newest: The year of the newest report of each place.

    Returns:
        Such as 2024年的目标是多少 of 当初定的目标是多少, after a figure of 2024; as it was where it asks something else.
    """
    if base.intent.plan:
        question = _SET_AT.sub("目标是", question)
    if base.intent.plan and _REACHED.fullmatch(question):
        return "目标达到了吗"
    year = base.years[-1] if base.years else newest.get(base.places[0], 0) if len(base.places) == 1 else 0
    if not year or base.intent.plan or not _AIM_OF_THEN.fullmatch(question):
        return question
    return f"{year}年的目标是多少"


def planned_only(previous: Reading) -> bool:
    """Tell whether the turn before asked for the plans of the year after the one spoken of till then."""
    spoken, planned = previous.all_years, previous.years
    return (
        previous.intent.plan and len(planned) == 1 and planned == spoken[-1:] and bool(reported_on(previous))
    )


def reported_on(previous: Reading) -> tuple[int, ...]:
    """Give the year whose report tells the plans asked for before, where it was spoken of: 2024, of 2025年有什么打算."""
    year = previous.years[0] - 1
    return (year,) if year in previous.all_years else ()
