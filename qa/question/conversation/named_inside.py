"""Names of places inside the one spoken of that a turn shortens or leaves: 还有兴业, 艳粉呢, 某镇 and then 全县的."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from qa.patterns import lazy_re
from qa.places import gazetteer
from qa.question.conversation.inside import COUNTIES, WHOLE, inside_kind, without
from qa.question.conversation.topics_beside import OF_ALL
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.question.words import handling
from qa.question.words.terms import Term

# "艳粉呢" after 工人村街道: a name without its ending.
_BARE_NAME = lazy_re(r"(?:那么?|再看看?)?(?P<name>[\u4e00-\u9fff]{2,4}?)(?:的)?呢?[?。!]*")


_INNER_END = lazy_re(r"(?:街道|镇|乡|分局|大队|支队|中队|司法所|派出所)$")


# "还有兴业", "各县区里兴业多少"
_BARE_COUNTY = lazy_re(
    r"(?:那么?|还有|再看看?|再加上?|加上)?"
    rf"(?P<among>(?:其中|里面|下面|下辖的?)?(?:各个?)?{COUNTIES}(?:里头|里面|里|之中|当中|中间|中)[,，]?)?"
    r"(?P<name>[\u4e00-\u9fff]{2,4}?)(?:的|也看看|也算上)?(?:(?:是|有|占|办了?)?(?:多少|几)[件起宗个人名]?)?呢?[?。!]*"
)


# the offices of towns, of which a turn asked before it goes up to the whole
_OF_TOWNS = lazy_re(
    r"(?:各|个)?(?:(?:乡镇(?:街道)?|镇街|街镇|街道|镇|乡)(?:综合)?(?:行政)?(?:执法)?(?:大队|中队|队伍?|所|办)?|(?:综合)?(?:行政)?执法(?:大|中)?队)(?![\u4e00-\u9fff]?(?:村|级))"
)
_SEVERAL = lazy_re(r"[两三几]个|哪一?个|谁|各|都|分别|一起|加起来|合计")


def meant_inside(previous: Reading, own: Reading) -> Reading:
    """Read a bare name as the county of the place spoken of, where another place's county bears it too: 襄城, after 襄阳.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.

    Returns:
        The turn with the name of that county, or the same.
    """
    above = {*previous.recent[-1:], *previous.places}
    above |= {place.parent for name in previous.scope.missing for place in gazetteer().named(name)}
    bare = _BARE_COUNTY.fullmatch(own.question)
    topic = any(term.concept or term.everyday for term in own.terms)  # 公安呢 names no county of that name
    led = bare is not None and (previous.inside or bare["among"] or not topic)
    if bare and led and not (own.places or own.scope.missing or own.scope.inner):
        known = [place for place in gazetteer().find(bare["name"]) if place.parent in above]
        if len(known) == 1:  # 还有兴业, beside other counties of the city
            scope = replace(own.scope, missing=(known[0].name,), missing_as=(bare["name"],))
            return replace(own, scope=scope, terms=tuple(t for t in own.terms if t.text not in bare["name"]))
    names = []
    for name, typed in zip(own.scope.missing, own.scope.missing_as, strict=True):
        known = [place for place in gazetteer().find(typed) if place.parent in above]
        names.append(known[0].name if len(known) == 1 else name)
    scope = own.scope
    return own if tuple(names) == scope.missing else replace(own, scope=replace(scope, missing=tuple(names)))


def of_whole_place(base: Reading, question: str, read: Callable[[str], tuple[Term, ...]]) -> Reading:
    """Read the old topic again where its only name was the town's, and a turn goes up from it: 全县一共开了多少场.

    Args:
        base: The reading of the turn before.
        question: A turn.
        read: Reads the terms of some words.

    Returns:
        The reading of the turn before with the terms that its words have without the town, or the same.
    """
    if WHOLE.search(question) and OF_ALL.search(question) and _OF_TOWNS.search(base.content):
        # 全县总共办了多少, after 乡镇执法队办了多少
        kept = tuple(t for t in base.terms if not _OF_TOWNS.search(t.text))
        return replace(base, terms=kept, content=_OF_TOWNS.sub("", base.content)) if kept else base
    inner = base.scope.inner
    own = [t for t in base.terms if not any(t.text in name for name in inner)]
    if not inner or own or WHOLE.search(question) is None:
        return base
    content = without(base.content, inner)
    return replace(base, terms=read(content), content=content)


_TOWN_ENDS, _STEM, _LONG_STEM = ("街道", "镇", "乡"), 2, 3  # 芝山街道, 天宝镇


def town_in_full(question: str, own: Reading, prints: Callable[[str], bool]) -> str:
    """Write out the stem of a town of the place spoken of beside a topic: 芝山的法律咨询, after another town's.

    Args:
        question: A turn after one on a town or on each of them.
        own: The turn read by itself.
        prints: Tells whether a report of the place spoken of prints a name.

    Returns:
        The turn with the town's whole name, or the same.
    """
    plain = [t.text for t in own.terms if not (t.concept or t.everyday or t.required or len(t.forms) > 1)]
    for name in (text for text in plain if _STEM <= len(text) <= _LONG_STEM):
        for town in (f"{name}{end}" for end in _TOWN_ENDS):
            if town not in question and prints(town):
                return question.replace(name, town, 1)
    return question


def another_inner(previous: Reading, own: Reading) -> str:
    """Name the township or branch that a bare name stands for after another one, or ""."""
    named, end = _BARE_NAME.fullmatch(own.question), _INNER_END.search(previous.scope.inner[-1])
    scope = own.scope
    if (
        named is None
        or end is None
        or own.intent.task is not Task.FACT
        or own.places
        or scope.inner
        or scope.missing
        or own.years
    ):
        return ""
    known = any(t.concept or t.everyday or t.required for t in own.terms)
    known = known or bool(own.intent.change or own.intent.extreme or own.intent.combine or own.intent.section)
    if known or _SEVERAL.search(own.question):
        return ""
    return named["name"] if _INNER_END.search(named["name"]) else named["name"] + end[0]


def leaves_inner(previous: Reading, own: Reading) -> bool:
    """Tell whether a turn after one on a township or branch asks of something else: another one, a place, or the whole."""
    scope = own.scope
    if own.terms and handling.asks_further(own.question):
        return True
    if any(t.required or not (t.known or t.concept or t.everyday) for t in own.terms):
        return True
    elsewhere = bool(own.places or scope.inner or scope.missing or own.all_places or own.intent.section)
    elsewhere = elsewhere or bool(_SEVERAL.search(own.question) or handling.switches(own.question))
    whole = WHOLE.search(own.question) and own.intent.combine != "share"  # 占全县多少 is of the town
    return elsewhere or bool(whole) or bool(inside_kind(previous, own))
