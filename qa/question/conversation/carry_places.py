"""Which places a turn speaks of: those it names, those spoken of before, or both."""

from __future__ import annotations

import re

from qa.patterns import lazy_re
from qa.places import gazetteer
from qa.question.conversation.pointed_places import pointed_at, the_other
from qa.question.conversation.topics_beside import OF_YEARS
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.question.words import handling
from qa.question.words.term_roles import says_how

_ADDS_BEFORE = lazy_re(r"(?:再?加上|算上|连上|带上)$")
_ADDS_BEHIND = lazy_re(
    r"(?:也|一起|一块儿?|一并|都)*(?:算上|加上|加进来|算进来|算进去|放进来|带上|排进来|拉进来)"
)
# "和乙县比呢?", "加上丙区", "再看看丁区的对比": the new place joins the old ones.
_JOIN = lazy_re(
    r"(?:^|[,。;\s]|那)(?:和|跟|与|同|比)(?!(?:20)?\d\d年|[上去前]一?年)[^,。]{1,14}(?:比|相比|对比|比较|差|哪个|谁)|加上|再加|加入|也加|算上|一起比|比起|放在一起|也(?:算|放|列)进|(?<![同环对相年])比(?!(?:20)?\d\d年|[上去前]一?年|同期).{1,10}(?:多|少|高|低)"
)
# "和乙县比公证哪个多": its topic is its own, the place before is meant as well
_WITH = lazy_re(
    r"(?:那么?|要是|如果|再|它)?(?:和|跟|与|同)[^,。?]{2,10}?(?:相比|比起来|比一比|比较|比)(?!例|重|率)"
)
# "差多少?", "哪个多?", "它们一共?", "两个区谁更高": all places spoken of for this topic.
_BOTH = lazy_re(
    r"两者|二者|前者|后者|两个|两家|两地|两边|它们|他们|这几个|这些|三个|三者|几个|谁|哪个|哪家|哪边|哪里|哪一个|差|比较一下|对比一下|排"
)
# "自然资源呢,跟公安差多少": two things that the turn names, and no places
_WITH_THING = lazy_re(
    r"呢?[,，\s](?:它)?(?:跟|和|与|同|比)(?!(?:20)?\d\d年|[上去前头]一?年|去年|今年|同期|[这那它他刚前上后]|以[前往]|人家|[两三几])[\u4e00-\u9fff]{2,8}?的?(?:那(?:个|些|块))?(?:相?差|[多少高低]出?)(?:了)?(?:多少|几)"
)
# "三个地方哪个最多": the places spoken of, not every place of the library.
_THESE = lazy_re(r"[两二三四五六七八九\d]个|这几|这些|那几|刚才|上面|以上|它们|他们")
# "哪个县讨回的钱多", of the places on the table, though it names a topic of its own
_WHICH = lazy_re(r"(?:哪|谁)(?!些|里)")
_OTHER_YEAR = lazy_re(r"(?:跟|和|与|同|比|较|对比|相比)(?:起)?\s*(?:20)?\d\d年")
# "谁高", "哪个县多": of two places of one kind; 谁最高 and 三个哪个高 are of all that were spoken of.
_WHICH_OF_TWO = lazy_re(r"(?:谁|哪一?个|哪家|哪边)(?P<kind>[县区旗])?")
_OF_ALL = lazy_re(r"最|排|[三四五六七八九十\d]个|都|全部|所有|全[市州盟省]")
# "被告最多的是哪个单位": offices of the place spoken of
_WHICH_OFFICE = lazy_re(
    r"(?:哪(?:一|几)?[个些家]?|什么)(?:单位|部门|机关|机构|科室)(?!.*(?:哪|各)[个些]?(?:[县区市]|地方))"
)
_PAIR = 2
_BACK = lazy_re(
    r"(?:不对|错了|不是|[搞弄说打问][错混]了?)[,，。\s]*(?:我(?:说|问|指|要)的?是?|应该是|是)|我(?:说|问|指)的是"
)


def carry_places(
    previous: Reading, own: Reading, *, topicless: bool
) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """Choose the places: the named ones, joined with the old where asked, or the old ones."""
    named = own.places
    if not named and (pointed := pointed_at(previous, own) or the_other(previous, own)):
        return pointed
    if previous.places and not (named or own.scope.missing) and _WHICH_OFFICE.search(own.question):
        return previous.places, previous.recent, False
    if own.standing and own.standing in previous.recent and len(previous.recent) > 1:
        return previous.recent, previous.recent, False
    keeps = handling.last_of(own.question)
    if keeps and keeps == abs(previous.top):  # 只看这两个 after 前两名: these are they
        return previous.places, previous.recent, previous.all_places
    if keeps and len(previous.recent) > 1:
        chosen = previous.recent[-keeps:]
        return chosen, chosen, False
    if own.years and not named and topicless and handling.narrows(own.question) and len(previous.recent) > 1:
        return previous.recent, previous.recent, previous.all_places
    put_right = _BACK.search(own.question) or (own.scope.excluded and "不是" in own.question)
    if named and put_right and len(previous.places) > 1:
        old = own.scope.excluded or previous.scope.places
        if (
            len(named) == len(old) == 1 and old[0] in previous.places
        ):  # the one place is put right, the others stay
            chosen = tuple(dict.fromkeys(named[0] if p == old[0] else p for p in previous.places))
            return chosen, chosen, False
    if len(named) == 2 and handling.swaps(own.question):
        gone, new = named if named[0] in previous.places else named[::-1]
        if gone in previous.places and new not in previous.places:
            chosen = tuple(new if p == gone else p for p in previous.places)
            return chosen, chosen, False
    if (
        len(named) == 1
        and (topicless or _same_topic(previous, own))
        and (joined := _set_beside(previous, own))
    ):
        return joined, previous.recent if set(joined) <= set(previous.recent) else joined, False
    if (
        len(named) == 1
        and not topicless
        and previous.places
        and own.intent.compares
        and _WITH.match(own.question)
    ):
        joined = tuple(dict.fromkeys((*previous.places, *named)))
        return joined, joined, False  # 和乙县比公证哪个多, after a figure of 甲县
    parts = not named and not topicless and own.terms and len(previous.places) == 1
    if parts and _WITH_THING.search(own.question):
        return previous.places, previous.recent, False  # 自然资源呢,跟公安差多少: parts of the one place
    if named and topicless and handling.narrows(own.question) and not own.scope.excluded:
        return named, named, False
    if own.scope.excluded and previous.all_places and not named:
        return (), tuple(p for p in previous.recent if p not in own.scope.excluded), True
    if own.scope.excluded:
        out = own.scope.excluded
        if named and handling.adds(own.question):  # 去掉甲区,加上乙县
            kept = tuple(dict.fromkeys((*(p for p in previous.recent if p not in out), *named)))
            return kept, kept, False
        recent = tuple(p for p in previous.recent if p not in out)
        kept = tuple(p for p in (named or previous.places) if p not in out) or recent
        return kept, recent or kept, previous.all_places and not kept
    every = (
        handling.asks_every(own.question) and not own.intent.combine
    )  # 平均每个区 is of those on the table
    whole = re.search(r"库里|资料库|全库", own.question)
    of_table = _WHICH.search(own.question) and not (own.years or every or whole)
    spoken_of = (_THESE.search(own.question) and not whole) or (topicless and not every) or of_table
    asked = handling.counted(own.question)
    if asked and not asked.rest and asked.n > len(previous.recent):
        spoken_of = False  # 三个区县谁最多, after two of them
    if own.all_places and not named and len(previous.recent) > 1 and not previous.all_places and spoken_of:
        return previous.recent, previous.recent, False
    if own.all_places:
        return named, named or previous.recent, True
    if named or own.scope.missing:
        if named and len(previous.recent) > 1 and _adds_place(own):
            joined = tuple(dict.fromkeys((*previous.recent, *named)))
            return joined, joined, False  # 再看复议受理,把丙市也算上
        if (
            named
            and topicless
            and (_JOIN.search(own.question) or handling.adds(own.question))
            and (len(named) == 1 or handling.adds(own.question))
            and not _BACK.search(own.question)
        ):
            old = previous.recent if handling.adds(own.question) else previous.places
            joined = tuple(dict.fromkeys((*old, *named)))
            return joined, joined, False
        if topicless and not _BACK.search(own.question):
            anew = len(named) > 1 and handling.switches(own.question)
            return named, named if anew else tuple(dict.fromkeys((*previous.recent, *named))), False
        return (
            named,
            tuple(dict.fromkeys((*previous.recent, *named)))
            if _same_topic(previous, own)
            or not named
            or (own.terms and all(says_how(t) and not t.required for t in own.terms))
            else named,
            False,
        )
    if own.intent.task is Task.DIFFERENCE and len(previous.places) == 1 and _OTHER_YEAR.search(own.question):
        return previous.places, previous.recent, False  # 跟2024年差多少次: two years of the one place
    many = len(previous.recent) > 1 and not previous.all_places
    if many and (handling.gathers(own.question) or handling.is_plural(own.question)):
        return previous.recent, previous.recent, False
    comparing = own.intent.compares
    ranked = own.intent.task is Task.RANK or bool(own.intent.combine) or own.intent.comparable
    if comparing and previous.all_places and topicless:
        return previous.places, previous.recent, True
    if comparing and (ranked or _BOTH.search(own.question)) and len(previous.recent) > 1 and topicless:
        two = own.intent.task is Task.DIFFERENCE and not (
            previous.top or own.intent.top or handling.asks_ends(own.question)
        )
        return previous.recent[-2:] if two else _of_one_kind(previous, own), previous.recent, False
    if comparing and _BOTH.search(own.question) and len(previous.recent) > 1:
        two = (
            own.intent.task is Task.DIFFERENCE and not own.intent.top
        )  # 第一和第二差多少: of all that were ranked
        chosen = previous.recent[-2:] if two else _of_one_kind(previous, own)
        return chosen, previous.recent, False
    if comparing and _BOTH.search(own.question) and len(previous.spoken) > 1 and len(previous.trail) < 2:
        chosen = tuple(place for place, _ in previous.spoken[-2:])
        return chosen, chosen, False
    return previous.places, previous.recent, previous.all_places


def _adds_place(own: Reading) -> bool:
    """Tell whether a turn adds a place that it names to those on the table, whatever it asks of them: 把丙市也算上."""
    return any(
        _ADDS_BEFORE.search(own.question[:start]) or _ADDS_BEHIND.match(own.question[end:])
        for start, end, _ in own.scope.at
    )


def _of_one_kind(previous: Reading, own: Reading) -> tuple[str, ...]:
    """Leave the city with which a conversation began out of 谁高 between its counties asked since."""
    recent, asked = previous.recent, _WHICH_OF_TWO.search(own.question)
    if asked is None or _OF_ALL.search(own.question):
        return recent
    above = [place.parent for name in recent for place in gazetteer().named(name)]
    rest = tuple(p for p in recent if p in previous.places or above.count(p) < _PAIR)
    rest = tuple(p for p in rest if not asked["kind"] or p.endswith(asked["kind"]))
    return rest if len(rest) >= _PAIR and recent[0] not in rest else recent


def carry_left_out(previous: Reading, own: Reading, places: tuple[str, ...]) -> tuple[str, ...]:
    """Keep the places without a report that the comparison spoken of leaves out while its places stay the same.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.
        places: The places that were chosen for it.

    Returns:
        Their names; none where the turn takes one out or keeps only what it names.
    """
    left = previous.left_out or (previous.scope.missing if len(previous.scope.places) > 1 else ())
    gone = own.scope.missing or handling.drops(own.question) or handling.narrows(own.question)
    return left if places == previous.places and not gone else ()


def _set_beside(previous: Reading, own: Reading) -> tuple[str, ...]:
    """Set the one place named beside those it is measured against (甲区多出多少件); () where there are none."""
    place = own.places[0]
    if handling.adds(own.question) or _BACK.search(own.question) or own.scope.excluded:
        return ()
    if handling.beside_them(own.question):
        return tuple(dict.fromkeys((*previous.recent, place)))
    if own.intent.task is not Task.DIFFERENCE or own.intent.change or OF_YEARS.search(own.question):
        return ()  # 甲县两年差多少: its years are set against each other
    if place in previous.places and len(previous.places) > 1:
        return previous.places if len(previous.places) == 2 else ()
    others = tuple(p for p in previous.recent if p != place)
    if place in previous.recent and others:
        return tuple(p for p in previous.recent if p in (place, others[-1]))
    return (*previous.places, place) if len(previous.places) == 1 and place not in previous.places else ()


def _same_topic(previous: Reading, own: Reading) -> bool:
    """Tell whether a turn that names its topic names the old one again."""
    held = {t.text for t in previous.terms}
    return bool(own.terms) and 2 * sum(t.text in held for t in own.terms) >= len(own.terms)
