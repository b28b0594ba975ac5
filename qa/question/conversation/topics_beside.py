"""Topics side by side in a conversation: those of one place in turn, two that a turn compares, the whole of a part."""

from __future__ import annotations

from dataclasses import replace

from qa.patterns import lazy_re
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.question.single.sides import TopicSide, same_topic
from qa.question.words import handling
from qa.question.words.offices import is_field

_TRAIL = 4
# "铁西呢,总数", "总的呢": the whole topic, of which a part was asked
OF_ALL = lazy_re(r"总数|总量|总的(?!来|体)|总共|一共|合计|总计|全部的?(?=$|[?。呢,])|不分")
KINDS_OF_CASES = frozenset(
    "民事 刑事 行政 行政案件 刑事案件 民事案件 农民工 未成年人 妇女 老年人 残疾人 军人 学生 青少年 儿童 职工 困难群众"
    " 企业 个体户 个体工商户 合作社 农民专业合作社".split()
)
# What becomes of a document or a case: 废止的呢, after 制定了几件规范性文件, asks of the same documents.
DEEDS = frozenset("废止 修改 修订 失效 清理 备案 维持 驳回 撤销 终止 中止 撤回 和解 调解和解".split())
# Matters that by themselves are words of many concepts, and no part of another one
MATTERS = frozenset("复议 应诉 公证 仲裁 信访 普法".split())
# "调解掉的有几件", after 复议收了多少: how the cases ended, and no other matter
_SETTLED = lazy_re(
    r"(?:那么?|其中|里面)?(?:[审办结][理完结]了?的(?:案件|案子|里面?|当中|有|是|几件|多少件?)*)?(?:和解)?(?:调解|和解|调解和解)(?:掉|成功?|好|了|结案|结)*的"
)
_DISPUTES = lazy_re(r"复议|诉讼|应诉|官司|仲裁")
OF_YEARS = lazy_re(r"[两前后]个?年|年[度份]|哪一?年")


def head_of(previous: Reading, own: Reading, bare: str, *, topicless: bool) -> TopicSide | None:
    """Give the topic of which turns ask parts by their names alone.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.
        bare: The noun that is all it says, or "".
        topicless: Whether it names no topic.

    Returns:
        The topic, or None where the turn begins another.
    """
    if topicless:
        whole = OF_ALL.search(own.question) and own.intent.combine != "share"
        return None if whole else previous.head
    if own.places and previous.head is not None and same_topic(own.terms, previous.terms[: len(own.terms)]):
        return previous.head  # 乙县民事的呢, after 民事呢
    if previous.head is not None and own.intent.combine == "share" and not (own.places or bare):
        return previous.head  # 占审结的多少, after 调解掉的有几件
    part = is_part(own, previous.content)
    if not bare or not part or len(previous.places) != 1:
        return None
    if previous.head is not None:
        return previous.head
    lasting = tuple(t for t in previous.terms if not t.required) or previous.terms  # without 公安局
    return TopicSide(previous.places[0], lasting, previous.content)


def lender_of(previous: Reading, own: Reading, bare: str) -> Reading:
    """Choose what lends a bare part its topic: the whole of which parts were asked, not the part before (邻里的, after 山林的).

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.
        bare: The noun that is all it says, or "".

    Returns:
        The reading of the turn before, with the topic of the whole where one is known.
    """
    head = previous.head
    if not bare or head is None or not is_part(own, head.content):
        return previous
    return replace(previous, terms=head.terms, content=head.content)


def topics_of(previous: Reading, own: Reading, *, topicless: bool) -> tuple[TopicSide, ...]:
    """Choose the topics side by side: the old ones, one more, or one less."""
    if topicless:
        return previous.topics
    if own.scope.excluded or handling.drops(own.question):
        return tuple(side for side in previous.topics if not same_topic(side.terms, own.terms))
    if handling.adds_topic(own.question) and not own.places and previous.terms:
        before = previous.topics or (TopicSide("", previous.terms, previous.content),)
        return (*before, TopicSide("", own.terms, own.content))
    return ()


def trail_of(before: tuple[TopicSide, ...], reading: Reading) -> tuple[TopicSide, ...]:
    """Add the topic of a turn to those before it; a turn on several places begins anew, one without a topic adds none."""
    if len(reading.places) != 1:
        return ()
    if not reading.terms or reading.sides:
        return before
    side = TopicSide(reading.places[0], reading.terms, reading.content)
    kept = tuple(s for s in before if s.place == side.place and s.content != side.content)
    return (*kept, side)[-_TRAIL:]


def last_two(previous: Reading, own: Reading, *, topicless: bool) -> tuple[TopicSide, ...]:
    """Take the last two topics of one place where a turn compares them and names nothing: 两者差多少, 后者比前者多几名."""
    if own.places or own.years or own.all_places or not (topicless and compares(own)):
        return ()
    if own.scope.inner or own.scope.missing:
        return ()  # 两个街道加起来几场: places inside are what is put together
    if len(previous.years) > 1 or len(previous.asked_years) > 1 or OF_YEARS.search(own.question):
        return ()  # 一审案件呢,两年都要; 两年差多少: the years are what differs
    return previous.trail[-2:] if len(previous.trail) > 1 and len(previous.recent) < 2 else ()


# "这三个里面哪个最多", "这三项一共多少": figures asked for one by one, of one place.
_COUNTED_THINGS = lazy_re(
    r"(?:[这那前后]|刚才|上面)(?:的)?(?P<n>[三四五六七八3-8])(?:个|项|类|种|块|样)(?![县市区镇乡村月年])"
)
_IN_ALL = lazy_re(r"一共|总共|总计|合计|共(?=多少|几|有)")
_NUMBERS = {c: n for n, c in enumerate("三四五六七八", 3)}


def counted_things(question: str) -> int:
    """Give how many of the things just told a turn points at: 3 of 这三类加起来, or 0.

    Args:
        question: A cleaned turn.

    Returns:
        Their number.
    """
    match = _COUNTED_THINGS.search(question)
    return (_NUMBERS.get(match["n"]) or int(match["n"])) if match else 0


# "这两个差多少", "后者比前者多几件": the two figures told last
_TWO_THINGS = lazy_re(
    r"(?:那么?)?(?:(?:这|那|前面|刚才)(?:的)?两(?:个|项|类|种|样)(?:数字?)?(?![县市区镇乡村月年地])|两者|二者|后者比前者|前者比后者|(?:它们)?(?:之间)?相?差(?:了)?(?:多少|几))"
)


# "两个加起来", "这两个一共多少": the sum of the two figures told last
_TWO_SUMMED = lazy_re(
    r"(?:那么?)?(?:这|那|前面|刚才|前|后)?(?:的)?两(?:个|项|类|种|样|者)(?:数字?)?(?:一共|总共|合计|共计|加起来|加在一起|加一起|相加|之和)"
)


def sums_two(question: str) -> bool:
    """Tell whether a turn adds up the two figures told last: 两个加起来.

    Args:
        question: A cleaned turn.

    Returns:
        True where nothing else may be added up.
    """
    return _TWO_SUMMED.match(question) is not None


def told_things(question: str) -> int:
    """Give how many of the figures just told a turn sets side by side: 2 of 这两个差多少, 3 of 这三个里面哪个最多, or 0.

    Args:
        question: A cleaned turn.

    Returns:
        Their number.
    """
    two = _TWO_THINGS.match(question) or _TWO_SUMMED.match(question)
    return counted_things(question) or (2 if two else 0)


def last_several(previous: Reading, own: Reading) -> tuple[TopicSide, ...]:
    """Take the last topics of one place that a turn counts: 这三个里面哪个最多, after 食品多少件, 药品呢 and 环境呢.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.

    Returns:
        The topics, or () where it points at places, or fewer were asked for.
    """
    match = _COUNTED_THINGS.search(own.question)
    asks = compares(own) or _IN_ALL.search(own.question)
    one = len({side.place for side in previous.sides}) == 1 and not (own.terms or own.all_places)
    if match is None and one and asks and not own.places and not own.years and own.intent.combine != "share":
        return previous.sides  # 一共多少件, after 这三个里面哪个最多
    if _TWO_SUMMED.match(own.question) and not (own.places or own.years or len(previous.recent) > 1):
        if previous.inside or not previous.trail:
            return ()
        now = TopicSide(previous.trail[-1].place, previous.terms, previous.content)  # parts have one topic
        return (*previous.trail, now)[-2:]
    if match is None or own.places or own.years or len(previous.recent) > 1 or not asks:
        return ()
    n = _NUMBERS.get(match["n"]) or int(match["n"])
    return previous.trail[-n:] if len(previous.trail) >= n and not previous.inside else ()


def compares(own: Reading) -> bool:
    """Tell whether a turn sets two things side by side: 差多少, 哪个多."""
    return own.intent.task in {Task.DIFFERENCE, Task.COMPARE} or bool(
        own.intent.extreme
        or (own.intent.combine and own.intent.combine != "share")  # 占比 is a part in its whole
        or own.intent.comparable
    )


def pair_of(previous: Reading, own: Reading, *, topicless: bool) -> tuple[TopicSide, ...]:
    """Find the two figures of which a turn asks if they may be compared, where they were asked for one by one."""
    last = side_of(previous)
    if last is None:
        return ()
    if topicless and not own.places:
        return (previous.before, last) if previous.before and len(previous.recent) < 3 else ()
    if len(own.places) == 1 and not topicless and own.places[0] != last.place:
        return last, TopicSide(own.places[0], own.terms, own.content)
    return ()


def side_of(reading: Reading) -> TopicSide | None:
    """Give what a reading asks of one place, or None where it asks of none or several."""
    one = len(reading.places) == 1 and bool(reading.terms) and not reading.intent.compares
    return TopicSide(reading.places[0], reading.terms, reading.content) if one else None


def whole_topic(previous: Reading) -> TopicSide | None:
    """Find the topic of which the last one is a part: the last one before it whose terms it has all."""
    if previous.head is not None:
        return previous.head
    held = {term.text for term in previous.terms}
    return next(
        (
            side
            for side in reversed(previous.trail)
            if 0 < len(side.terms) < len(held) and {t.text for t in side.terms} < held
        ),
        None,
    )


def ends_disputes(question: str, of: str) -> bool:
    """Tell whether a turn asks how disputes spoken of ended: 调解掉的有几件, after 复议收了多少.

    Args:
        question: A cleaned turn.
        of: The words of the topic.

    Returns:
        True where 调解 is no matter of its own.
    """
    return _SETTLED.match(question) is not None and _DISPUTES.search(of) is not None


def is_part(own: Reading, of: str) -> bool:
    """Tell whether the terms of a turn may name parts of a topic, and no topic by themselves.

    Args:
        own: The turn read by itself.
        of: The words of the topic.

    Returns:
        True for 民事的, and for 调解掉的有几件 after cases that are settled so.
    """
    if ends_disputes(own.question, of):
        return True
    if any(term.text in MATTERS for term in own.terms):
        return False
    kinds = KINDS_OF_CASES | DEEDS
    return all(not t.concept or t.text in kinds or is_field(t.text) for t in own.terms)
