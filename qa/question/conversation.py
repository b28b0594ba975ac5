"""What earlier turns lend to the next: place, year, topic and unit, each on its own.

A conversation is read again from its questions at every turn, so that nothing is remembered that a reader could not see.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from qa.question import moves
from qa.question.intent import Intent, Task
from qa.question.scope import Scope
from qa.question.sides import TopicSide, same_topic
from qa.question.terms import Term, is_filler

# "换成法律援助", "改查公证": the topic is replaced, the rest stays.
_SWITCH = re.compile(r"换成|换为|改成|改为|改查|换一?个|改看|改问|切换")
# "和乙县比呢?", "加上丙区", "再看看丁区的对比": the new place joins the old ones.
_JOIN = re.compile(
    r"(?:^|[,。;\s]|那)(?:和|跟|与|同|比)[^,。]{1,14}(?:比|相比|对比|比较|差|哪个|谁)|加上|再加|加入|也加|算上|一起比|比起|放在一起|也(?:算|放|列)进|(?<![同环对相])比.{1,10}(?:多|少|高|低)"
)
# "差多少?", "哪个多?", "它们一共?", "两个区谁更高": all places spoken of for this topic.
_BOTH = re.compile(
    r"两者|二者|两个|两家|两地|两边|它们|他们|这几个|这些|三个|三者|几个|谁|哪个|哪家|哪边|哪里|哪一个|差|比较一下|对比一下|排"
)
# "其中办结了多少?", "那同比呢?": a part or an aspect of the old topic.
_ASPECT = re.compile(
    r"其中|同比|环比|增长|上升|下降|增加|减少|增幅|降幅|比上年|比去年|办结|审结|受理|占比|金额|人次|比例|成功率|变化|具体|为什么|原因|怎么"
)
# "三个地方哪个最多": the places spoken of, not every place of the library.
_THESE = re.compile(r"[两二三四五六七八九\d]个|这几|这些|那几|刚才|上面|以上|它们|他们")
# "哪个区最高" after three districts asks of these; "所有地方里谁最高" does not.
_EVERY = re.compile(
    r"所有|全部|整个|各地|各个?(?:区|县|市|地方)|每个|全库|库里|其他|其它|其余|别的|哪些|还有哪|all|every|other",
    re.I,
)
_BACK = re.compile(
    r"(?:不对|错了|不是|[搞弄说打问][错混]了?)[,，。\s]*(?:我(?:说|问|指|要)的?是?|应该是|是)|我(?:说|问|指)的是"
)
# Words that every topic has some of; alone they name none.
_COUNTED_THINGS = frozenset(
    "事项 领域 项目 案件 问题 人员 企业 场次 金额 次数 单位 部门 地方 镇街 街道 乡镇".split()
)
# "它们一共多少?", "三个地方总共呢": a sum where several places are spoken of.
_TOGETHER = re.compile(r"一共|总共|总计|合计|加起来|共(?=多少|几|有)")
# "最多的和最少的差多少": of all places spoken of.
_ENDS = re.compile(
    r"最[多高大].{0,6}最[少低小]|最[少低小].{0,6}最[多高大]|头尾|首尾|第一名?.{0,4}(?:最后|末)"
)
# "那上一年呢": the year before the one spoken of, not before today's.
_YEAR_BEFORE = re.compile(r"(?<![比较与和跟])(?:上|前|再前)一?年(?!同期)")
_SHORT_TURN = 12
_TRAIL = 4
_WEIGHTY = 1.5  # a word of this weight makes a question with a task of its own stand alone
_ASPECT_WEIGHT, _CARRY_WEIGHT = 0.4, 0.2


@dataclass(frozen=True, slots=True)
class Reading:
    """A question with all that the conversation lends it.

    Attributes:
        question: The cleaned question.
        scope: What the question itself names.
        places: Places to search, in order; empty if none was ever named.
        years: Years to search; empty if none was ever named.
        intent: What is wanted.
        terms: What must be found.
        content: The content words, own and lent.
        recent: Places spoken of since the topic was named.
        all_places: Whether every place is asked about.
        follow_up: Whether an earlier turn lent anything.
        spoken: The places spoken of with the years that each was asked for.
        paired: Whether each place keeps its own years (哪个多 after 甲2024 and 乙2023).
        sides: The topic of each side, where they differ: of each place, or of one place (后者比前者多几名).
        trail: The topics that the turns so far asked of one place, the last one last.
        asked_years: The years that the present topic was asked for at the present place, the last one last.
        before: What the turns before asked of one place, other than this one asks.
        topics: Several topics asked of the same places (比较甲和乙的复议和法援), or () where it is one.
        standing: The place whose rank is asked for, or "".
        denied: Words of the turn before that this one takes back (是办结不是受理).
        top: Only so many leading places are kept (只看前两名), counted from the lowest where negative, or 0.
        lenient: Whether places without a report of the year are left out instead of refusing (只看2024年的).
        aside: Whether the turn leaves no trace in the conversation (为什么没有某区).
        talk: Whether it asks nothing (好的谢谢).
        more: Whether it asks for what else there is on the topic (还有呢).
        why: Places of which it is asked why the answer lacks them (为什么没有某区).
    """

    question: str
    scope: Scope
    places: tuple[str, ...]
    years: tuple[int, ...]
    intent: Intent
    terms: tuple[Term, ...]
    content: str
    recent: tuple[str, ...]
    all_places: bool
    follow_up: bool = False
    spoken: tuple[tuple[str, tuple[int, ...]], ...] = ()
    paired: bool = False
    sides: tuple[TopicSide, ...] = ()
    trail: tuple[TopicSide, ...] = ()
    asked_years: tuple[int, ...] = ()
    topics: tuple[TopicSide, ...] = ()
    before: TopicSide | None = None
    standing: str = ""
    denied: tuple[str, ...] = ()
    top: int = 0
    lenient: bool = False
    aside: bool = False
    talk: bool = False
    more: bool = False
    why: tuple[str, ...] = ()


def merge(previous: Reading | None, own: Reading) -> Reading:
    """Lend to a question what it leaves open.

    Args:
        previous: The reading of the turn before, or None at the start.
        own: The question read by itself.

    Returns:
        The reading with place, year, topic and unit filled in from the turns before.
    """
    if previous is None:
        return replace(own, trail=_trail((), own), asked_years=own.years)
    own = _meant(previous, own)
    if (
        not own.places
        and not own.scope.missing
        and previous.scope.missing
        and not previous.places
        and not own.all_places
    ):
        lost = (
            previous.scope
        )  # the place asked about stays the one that was not found, or that lies inside another
        own = replace(own, scope=replace(own.scope, missing=lost.missing, missing_as=lost.missing_as))
    if moves.asks_more(own.question):
        return _more(previous, own)
    topicless = all(is_filler(term) for term in own.terms)
    if own.intent.comparable and (pair := _pair(previous, own, topicless=topicless)):
        places = tuple(dict.fromkeys(side.place for side in pair))
        intent = replace(
            previous.intent, task=Task.COMPARE, comparable=True, extreme="", unit="", unit_class=""
        )
        return replace(
            previous,
            question=own.question,
            places=places,
            intent=intent,
            sides=pair,
            topics=(),
            aside=True,
            follow_up=True,
        )
    if own.intent.comparable and topicless and not own.places and not own.years:
        intent = replace(previous.intent, comparable=True, combine="", ordinal=0, standing=False)
        places = previous.places if len(previous.places) > 1 else previous.recent
        return replace(
            previous, question=own.question, places=places, intent=intent, aside=True, follow_up=True
        )
    if moves.asks_why_not(own.question) and topicless and (own.places or own.scope.missing):
        return _why_not(previous, own)
    places, recent, all_places = _places(previous, own, topicless=topicless)
    years = own.years or previous.years
    if own.years and previous.years and topicless and not own.places and moves.adds(own.question):
        years = tuple(dict.fromkeys((*previous.years, *own.years)))
    if previous.years and _YEAR_BEFORE.search(own.question) and not re.search(r"\d", own.question):
        years = (min(previous.years) - 1,)
    lasting = topicless and not own.places
    asked_years = tuple(dict.fromkeys((*(previous.asked_years if lasting else ()), *years)))
    if (
        lasting
        and (_compares(own) or own.intent.change)
        and not own.years
        and len(places) == 1
        and len(asked_years) > 1
    ):
        years = asked_years[-2:]
    topics = own.topics or _topics(previous, own, topicless=topicless)
    terms, content = _topic(previous, own, topicless=topicless)
    if dropped := not topicless and not own.places and moves.only_drops(own.question):
        topics = topics or previous.topics
        kept = topics[-1] if topics else previous  # what is left is asked, not what was taken out
        terms, content = kept.terms, kept.content
    intent = _intent(previous, own, topicless=topicless or dropped)
    together = topicless and len(places) > 1 and _TOGETHER.search(own.question) is not None
    intent = replace(  # what is asked of the figures together is asked once
        intent,
        ordinal=own.intent.ordinal,
        standing=own.intent.standing,
        combine=own.intent.combine or ("sum" if together else ""),
        comparable=own.intent.comparable,
        top=own.intent.top,
    )
    if len(places) == 1 and previous.intent.compares and not own.intent.compares and intent.compares:
        intent = replace(intent, task=Task.NUMBER, extreme="")
    lent = topicless or not own.places or (not own.years and bool(previous.years))
    spoken = dict(previous.spoken)
    apart = len({spoken.get(place) for place in places}) > 1
    paired = not own.places and not own.years and apart and all(place in spoken for place in places)
    if not paired:
        spoken |= dict.fromkeys(places, years)
    merged = replace(
        own,
        places=places,
        years=years,
        terms=terms,
        content=content,
        intent=intent,
        recent=recent,
        all_places=all_places,
        follow_up=lent,
        spoken=tuple(spoken.items()),
        paired=paired,
        asked_years=asked_years,
        sides=own.sides or _last_two(previous, own, topicless=topicless),
        before=_side(previous) or previous.before,
        topics=topics,
        top=_top(previous, intent, lasting=topicless and places == previous.places),
        lenient=moves.narrows(own.question) or (previous.lenient and not own.places and not own.years),
    )
    return replace(merged, trail=_trail(previous.trail, merged))


def _meant(previous: Reading, own: Reading) -> Reading:
    """Read the stem of a place spoken of as that place, though another bears the name: 锦州 after 锦州经济技术开发区."""
    names = {
        typed: [place for place in previous.recent if place.startswith(typed.rstrip("区县市旗"))]
        for typed in own.scope.missing_as
    }
    if not names or any(len(places) != 1 for places in names.values()):
        return own
    found = {typed: places[0] for typed, places in names.items()}
    out = tuple(place for typed, place in found.items() if moves.takes_out(own.question, typed))
    named = tuple(dict.fromkeys((*own.places, *(p for p in found.values() if p not in out))))
    scope = replace(own.scope, missing=(), missing_as=(), places=named, excluded=(*own.scope.excluded, *out))
    return replace(own, scope=scope, places=named, recent=named)


def _more(previous: Reading, own: Reading) -> Reading:
    """Ask for what else there is on the topic of the turn before."""
    intent = replace(previous.intent, task=Task.LIST, answer_type="", unit="", unit_class="", extreme="")
    return replace(previous, question=own.question, intent=intent, follow_up=True, more=True, aside=True)


def _why_not(previous: Reading, own: Reading) -> Reading:
    """Ask what became of a place that the answer lacks, beside the conversation: 为什么没有某区."""
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


def _top(previous: Reading, intent: Intent, *, lasting: bool) -> int:
    """Keep the leading places that an earlier turn asked for, at the end that it counted from: 只看前两名, then 哪个更少."""
    if intent.top:
        return -intent.top if intent.extreme == "min" else intent.top
    return previous.top if lasting else 0


def _topics(previous: Reading, own: Reading, *, topicless: bool) -> tuple[TopicSide, ...]:
    """Choose the topics side by side: the old ones, one more, or one less."""
    if topicless:
        return previous.topics
    if own.scope.excluded or moves.drops(own.question):
        return tuple(side for side in previous.topics if not same_topic(side.terms, own.terms))
    if moves.adds(own.question) and not own.places and previous.terms:
        before = previous.topics or (TopicSide("", previous.terms, previous.content),)
        return (*before, TopicSide("", own.terms, own.content))
    return ()


def _pair(previous: Reading, own: Reading, *, topicless: bool) -> tuple[TopicSide, ...]:
    """Find the two figures of which a turn asks if they may be compared, where they were asked for one by one."""
    last = _side(previous)
    if last is None:
        return ()
    if topicless and not own.places:
        return (previous.before, last) if previous.before and len(previous.recent) < 3 else ()
    if len(own.places) == 1 and not topicless and own.places[0] != last.place:
        return last, TopicSide(own.places[0], own.terms, own.content)
    return ()


def _side(reading: Reading) -> TopicSide | None:
    """Give what a reading asks of one place, or None where it asks of none or several."""
    one = len(reading.places) == 1 and bool(reading.terms) and not reading.intent.compares
    return TopicSide(reading.places[0], reading.terms, reading.content) if one else None


def _trail(before: tuple[TopicSide, ...], reading: Reading) -> tuple[TopicSide, ...]:
    """Add the topic of a turn to those before it; a turn on several places begins anew, one without a topic adds none."""
    if len(reading.places) != 1:
        return ()
    if not reading.terms or reading.sides:
        return before
    side = TopicSide(reading.places[0], reading.terms, reading.content)
    kept = tuple(s for s in before if s.place == side.place and s.content != side.content)
    return (*kept, side)[-_TRAIL:]


def _last_two(previous: Reading, own: Reading, *, topicless: bool) -> tuple[TopicSide, ...]:
    """Take the last two topics of one place where a turn compares them and names nothing: 两者差多少, 后者比前者多几名."""
    if own.places or own.years or own.all_places or not (topicless and _compares(own)):
        return ()
    return previous.trail[-2:] if len(previous.trail) > 1 and len(previous.recent) < 2 else ()


def _compares(own: Reading) -> bool:
    """Tell whether a turn sets two things side by side: 差多少, 哪个多."""
    return own.intent.task in {Task.DIFFERENCE, Task.COMPARE} or bool(
        own.intent.extreme
        or (own.intent.combine and own.intent.combine != "share")  # 占比 is a part in its whole
        or own.intent.comparable
    )


def _places(
    previous: Reading, own: Reading, *, topicless: bool
) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Choose the places: the named ones, joined with the old where asked, or the old ones."""
    named = own.places
    if own.standing and own.standing in previous.recent and len(previous.recent) > 1:
        return previous.recent, previous.recent, False
    keeps = moves.last_of(own.question)
    if keeps and keeps == abs(previous.top):  # 只看这两个 after 前两名: these are they
        return previous.places, previous.recent, previous.all_places
    if keeps and len(previous.recent) > 1:
        chosen = previous.recent[-keeps:]
        return chosen, chosen, False
    if own.years and not named and topicless and moves.narrows(own.question) and len(previous.recent) > 1:
        return previous.recent, previous.recent, previous.all_places
    put_right = _BACK.search(own.question) or (own.scope.excluded and "不是" in own.question)
    if named and put_right and len(previous.places) > 1:
        old = own.scope.excluded or previous.scope.places
        if (
            len(named) == len(old) == 1 and old[0] in previous.places
        ):  # the one place is put right, the others stay
            chosen = tuple(dict.fromkeys(named[0] if p == old[0] else p for p in previous.places))
            return chosen, chosen, False
    if len(named) == 2 and named[0] in previous.places and moves.swaps(own.question):
        chosen = tuple(dict.fromkeys(named[1] if p == named[0] else p for p in previous.places))
        return chosen, chosen, False
    if named and topicless and moves.narrows(own.question) and not own.scope.excluded:
        return named, named, False
    if own.scope.excluded:
        out = own.scope.excluded
        recent = tuple(p for p in previous.recent if p not in out)
        kept = tuple(p for p in (named or previous.places) if p not in out) or recent
        return kept, recent or kept, previous.all_places and not kept
    every = _EVERY.search(own.question) and not own.intent.combine  # 平均每个区 is of those on the table
    spoken_of = _THESE.search(own.question) or (topicless and not every)
    if own.all_places and not named and len(previous.recent) > 1 and not previous.all_places and spoken_of:
        return previous.recent, previous.recent, False
    if own.all_places:
        return named, named or previous.recent, True
    if named or own.scope.missing:
        if (
            named
            and topicless
            and _JOIN.search(own.question)
            and (len(named) == 1 or moves.adds(own.question))
            and not _BACK.search(own.question)
        ):
            old = previous.recent if moves.adds(own.question) else previous.places
            joined = tuple(dict.fromkeys((*old, *named)))
            return joined, joined, False
        if topicless and not _BACK.search(own.question):
            anew = len(named) > 1 and _SWITCH.search(own.question)
            return named, named if anew else tuple(dict.fromkeys((*previous.recent, *named))), False
        return (
            named,
            tuple(dict.fromkeys((*previous.recent, *named))) if _same_topic(previous, own) else named,
            False,
        )
    comparing = own.intent.compares
    ranked = own.intent.task is Task.RANK or bool(own.intent.combine) or own.intent.comparable
    if comparing and previous.all_places and topicless:
        return previous.places, previous.recent, True
    if comparing and (ranked or _BOTH.search(own.question)) and len(previous.recent) > 1 and topicless:
        two = own.intent.task is Task.DIFFERENCE and not (previous.top or _ENDS.search(own.question))
        return previous.recent[-2:] if two else previous.recent, previous.recent, False
    if comparing and _BOTH.search(own.question) and len(previous.recent) > 1:
        chosen = previous.recent[-2:] if own.intent.task is Task.DIFFERENCE else previous.recent
        return chosen, previous.recent, False
    if comparing and _BOTH.search(own.question) and len(previous.spoken) > 1 and len(previous.trail) < 2:
        chosen = tuple(place for place, _ in previous.spoken[-2:])
        return chosen, chosen, False
    return previous.places, previous.recent, previous.all_places


def _same_topic(previous: Reading, own: Reading) -> bool:
    """Tell whether a turn that names its topic names the old one again."""
    held = {t.text for t in previous.terms}
    return bool(own.terms) and 2 * sum(t.text in held for t in own.terms) >= len(own.terms)


def _topic(previous: Reading, own: Reading, *, topicless: bool) -> tuple[tuple[Term, ...], str]:
    """Choose the topic: the question's own, the old one, or its own with the old one counting less."""
    if own.denied:
        return _put_right(previous, own)
    if topicless:
        kept = tuple(t for t in previous.terms if not t.required)
        return kept + tuple(t for t in own.terms if t.required), previous.content
    if (
        own.places
        or own.scope.missing
        or own.all_places
        or _SWITCH.search(own.question)
        or len(own.question) > 18
    ):
        return own.terms, own.content
    own = replace(own, terms=_spelled_out(previous, own))
    if all(is_filler(term) or term.text in _COUNTED_THINGS for term in own.terms):
        share = 1.0  # "多少项事项?" counts something of the old topic
    else:
        share = _ASPECT_WEIGHT if _ASPECT.search(own.question) else _CARRY_WEIGHT
    full = own.intent.task is not Task.FACT and any(t.concept or t.weight >= _WEIGHTY for t in own.terms)
    if share == _CARRY_WEIGHT and (full or re.search(r"呢[?。!]?$", own.question)):
        return own.terms, own.content
    held = {form for term in own.terms for form, _ in term.forms}
    lent = tuple(
        replace(t, weight=t.weight * share) for t in previous.terms if t.text not in held and not t.required
    )
    return own.terms + lent, previous.content + " " + own.content  # the last word says the stage: 审结呢


def _spelled_out(previous: Reading, own: Reading) -> tuple[Term, ...]:
    """Read a shortened term of the old topic as that term: 调解了多少件 after 人民调解."""
    return tuple(
        next(
            (old for old in previous.terms if own_t.text in old.text and len(own_t.text) < len(old.text)),
            own_t,
        )
        for own_t in own.terms
    )


def _put_right(previous: Reading, own: Reading) -> tuple[tuple[Term, ...], str]:
    """Put a word in the place of another: 我问的是办结不是受理."""
    kept = tuple(
        t
        for t in previous.terms
        if t.text not in {o.text for o in own.terms}
        and not any(denied in t.text or t.text in denied for denied in own.denied)
    )
    content = previous.content
    for denied in own.denied:
        content = content.replace(denied, "")
    return kept + own.terms, f"{content} {own.content}"


def _intent(previous: Reading, own: Reading, *, topicless: bool) -> Intent:
    """Choose the task and the unit: the question's own where it states one, else the old ones."""
    mine, old = own.intent, previous.intent
    # "2024年的有吗" asks the old thing of another year.
    asks = mine.yes_no and not (topicless and len(own.question) <= _SHORT_TURN)
    if (
        mine.plan
        and mine.task is Task.FACT
        and topicless
        and old.task is Task.NUMBER
        and not mine.answer_type
    ):
        return replace(old, plan=True)  # 2025年的目标呢: the figure, as it is planned
    vague = mine.task is Task.FACT and not (mine.answer_type or asks or mine.plan or mine.section)
    if vague and mine.change:
        return replace(old, task=Task.NUMBER, change=mine.change, unit="", unit_class="", extreme="")
    if vague:
        unit = (
            (mine.unit, mine.unit_class)
            if mine.unit_class
            else (old.unit, old.unit_class)
            if topicless
            else (
                "",
                old.unit_class
                if old.unit_class == "money"
                else "percent"
                if re.search("率|占比|比例", own.question)
                else "",
            )
        )
        keep = (
            old.task
            if old.task not in {Task.DIFFERENCE, Task.RANK, Task.COMPARE}
            or len(own.places) > 1
            or topicless is False
            else Task.NUMBER
        )
        if mine.extreme:
            return replace(old, extreme=mine.extreme)
        return replace(
            old, task=keep, unit=unit[0], unit_class=unit[1], extreme=old.extreme if keep is old.task else ""
        )
    if mine.task is Task.NUMBER and not mine.unit_class and old.unit_class == "money" and not own.places:
        return replace(mine, unit=old.unit, unit_class=old.unit_class)
    if topicless and not mine.unit_class:
        change = mine.change or (old.change if mine.task is Task.DIFFERENCE or mine.extreme else "")
        return replace(
            mine, unit=old.unit, unit_class=old.unit_class, change=change, plan=old.plan or mine.plan
        )
    return mine
