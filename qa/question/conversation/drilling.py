"""The part of what was just told that a turn names in its own words: 管交通的那些呢, 乡镇自己罚的, 公司提的有几件.

Says whether a turn may name such a part, and its words with what reports print for them; which figure of the sentence bears
them is for ``qa.answer.figures.drilled``. Knows no reports.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from qa.ledger.stages import stage_of
from qa.patterns import lazy_re
from qa.question.conversation.carry_years import moves_year
from qa.question.parts.bare_parts import without_asks
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.question.words.measures import read_measure
from qa.question.words.offices import offices_in, without_offices
from qa.question.words.said import said_in
from qa.question.words.vocabulary import ASKING_PATTERN, FUNCTION, GENERIC
from qa.text import tagged, words

# Words that only link a part to what was told, or say that it is counted.
_LIGHT = frozenset(
    (
        "那些 这些 那块 这块 那类 这类 这一块 那一块 有关 相关 引发 引起 引来 属于 负责 归口 沾边 案件 案子 事项 事儿 一类 类型 "
        "方面 里边 件数 人数 户数 占 占了 占到 比例 占比 比重 几成 批 类 块 管 归 搞 提 引 因 那边 这边 那头 真正 实际 自己 "
        "光 光是 单 那种 这种 打头 涉及 牵涉 "
        "机关 政府 行政机关 有关部门"  # whom every report speaks of: 那机关被纠正的
    ).split()
)
_COMPLETES = frozenset("成掉完好到走住")  # what a verb is completed with: 调解成的, 处理掉的; not 成了几件
_NOUNS = ("n", "j", "l", "i", "s", "t")
# "合起来", "比前面那个多多少": figures just told are put together, and no part is named
_TOGETHER = lazy_re(
    r"合起来|合在一起|加起来|加在?一[起块]|加一[起块]|合计|总共|一共|总和|相加|之和|相差|差多少|差几|多出|少了?多少|多了?多少|平均|几倍|前者|后者|比(?![例重])|谁|哪"
)
# "全市审结多少", after a district: of the place as a whole
_WHOLE_PLACE = lazy_re(r"全[省市县区州旗镇](?!级)")
_PLAN = lazy_re(r"明年|来年|下一?年|打算|计划|目标")
# "免罚了多少件": what was let off holds 罚 and is no part of the penalties just told
_WAIVED = lazy_re(r"免罚|免处罚|免予|不罚|少罚(?<!多少罚)")
_EACH = lazy_re(r"分别|各(?:自|是|有)?多少")  # several figures are asked for
_STEM = 2  # characters of a name whose suffix is no more of it
_LONG = 20  # characters; a longer turn asks by itself


# "没受理的呢", "一件没办的": of what was not so; 有没有 asks, and 不少 counts.
_NOT = lazy_re(r"(?<!有)(?P<no>没有?|尚?未能?|不予?)(?:被|给|能)?$")
_DENIALS = ("不予", "未予", "未", "没有", "没", "不")


class Name(NamedTuple):
    """A word of a turn that may name a part.

    Attributes:
        text: The word.
        forms: What a report may print for it, the word itself first.
        noun: Whether it names a thing or a stage, so that a figure that lacks it counts something else.
        placed: Whether it is a place inside the one spoken of.
        denied: Whether the turn asks of what was not so, which only words that deny it tell: 没受理的呢.
    """

    text: str
    forms: tuple[str, ...]
    noun: bool
    placed: bool = False
    denied: bool = False


def may_drill(reading: Reading) -> bool:
    """Tell whether a turn may name a part of what was just told.

    Args:
        reading: A turn.

    Returns:
        False where it names another place or year, or asks for a comparison, a change, plans, names, times or reasons.
    """
    intent, several = reading.intent, len(reading.places) > 1  # whose comparison is lent
    if not (reading.follow_up and reading.places) or reading.inner or reading.all_places or reading.quoted:
        return False
    if len(reading.question) > _LONG or moves_year(reading.question):
        return False
    other = bool(intent.plan or intent.section or intent.ordinal or intent.answer_type or reading.denied)
    other = other or bool(not several and (intent.compares or intent.change or reading.sides))
    other = other or (not several and intent.task not in {Task.NUMBER, Task.FACT})
    elsewhere = (_TOGETHER, _PLAN, _WHOLE_PLACE, _WAIVED, _EACH)
    return not (other or any(pattern.search(reading.question) for pattern in elsewhere))


_OF_NOW = lazy_re(r"现在|目前|如今|眼下|截至|今年|去年|实际|已经?(?!经)|[了过](?:多少|几)")


def asks_done(reading: Reading) -> bool:
    """Tell whether a turn asks what there is or was done, so that no plan just told answers it: 现在有多少, 今年办了几期.

    Args:
        reading: A turn.

    Returns:
        False where it asks of plans.
    """
    return not reading.intent.plan and _OF_NOW.search(reading.question) is not None


def showing(reading: Reading, shown: tuple[tuple[str, int], ...]) -> Reading:
    """Give a turn the sentences that were just shown, and what it falls back on too.

    Args:
        reading: The turn.
        shown: As ``Reading.shown``.

    Returns:
        The turn with them.
    """
    plain = replace(reading.fallback, shown=shown) if reading.fallback is not None else None
    return replace(reading, shown=shown, fallback=plain)


_RATE = lazy_re(r"率")
_PARTS_IN_TEN = lazy_re(r"[几多]少?成")
_SPOKEN_AS = {
    "女": ("妇女",),
    "男": ("男性",),
    "农村": ("乡村",),
    "乡下": ("乡村", "农村"),
    "乡村": ("农村",),
    "城里": ("城镇", "城市", "城区"),
}
# "撤掉的那些呢", "讨薪的": a part named by what it is or by what became of it
_PART = lazy_re(
    r"(?:那么?|其中|里面|里头|那|[,，])*[^,，?]{1,8}的(?:那些|这些|那种|那块|那类|那几个)?(?:呢|(?:又|还|一共)?(?:是|有)?(?:多少|几)[件个起人家户名宗次]?呢?)?[?。!]*"
)
_ANY_UNIT = "个"


def measure_of(reading: Reading) -> str:
    """Give the class of the unit that a turn asks for by itself.

    Args:
        reading: A turn.

    Returns:
        Such as people, "percent" for a rate (败诉率) and never for a share of what was told (占几成); "" for any count.
    """
    if _RATE.search(reading.question):
        return "percent"
    unit, kind = read_measure(reading.question)
    shared = reading.intent.combine == "share" and kind == "percent"
    return "" if unit == _ANY_UNIT or shared else kind


def names_of(reading: Reading) -> tuple[Name, ...]:
    """List the words of a turn that may name a part of what was just told.

    Args:
        reading: A turn.

    Returns:
        Its words with what reports print for them, none of those that ask or link.
    """
    text = reading.question
    for start, end in reading.scope.spans:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    inner = (*reading.scope.inner, *reading.scope.missing)
    placed = [Name(n, (n, n[:-1]) if len(n) > _STEM else (n,), noun=True, placed=True) for n in inner]
    return (*names_in(text), *placed)


def names_part(reading: Reading) -> bool:
    """Tell whether a turn says no more than which part of what was told it means: 撤掉的那些呢.

    Args:
        reading: A turn.

    Returns:
        True where no word of it may be passed over.
    """
    return _PART.fullmatch(reading.question) is not None


def names_in(text: str) -> tuple[Name, ...]:
    """List the words of a text that may name a part of what was told.

    Args:
        text: Words of a turn, its places and years blanked.

    Returns:
        Its words with what reports print for them, none of those that ask or link.
    """
    text = _PARTS_IN_TEN.sub(lambda m: " " * len(m[0]), text)
    text = ASKING_PATTERN.sub(lambda m: " " * len(m[0]), without_asks(text))
    found = [Name(forms[0], forms, noun=True) for forms in offices_in(text)]
    text = without_offices(text)
    said, at = said_in(text), 0
    for word in words(text):
        at = max(text.find(word, at), 0)
        end = at + len(word)
        completes = word in _COMPLETES and at > 0 and text[at - 1].isalpha()
        if word in FUNCTION or word in GENERIC or word in _LIGHT or completes:
            at = end
            continue
        forms = [form for s in said if s.start < end and at < s.end for form in s.forms]
        kinds = {tag for _, tag in tagged(word)} if not word.isascii() else {"n"}
        noun = len(word) > 1 and (bool(stage_of(word)) or any(tag.startswith(_NOUNS) for tag in kinds))
        noun = noun or word in _SPOKEN_AS
        if no := _NOT.search(text, 0, at):
            said_so = [form for s in said if s.start <= no.start() and at < s.end for form in s.forms]
            forms = [*(f"{denial}{word}" for denial in _DENIALS), *said_so]
            found.append(Name(f"{no['no']}{word}", tuple(dict.fromkeys(forms)), noun=True, denied=True))
        else:
            forms = [*forms, *_SPOKEN_AS.get(word, ())]
            found.append(Name(word, tuple(dict.fromkeys((word, *forms))), noun))
        at = end
    return tuple(found)


def names_no_topic(previous: Reading, reading: Reading) -> bool:
    """Tell whether a turn names no topic of its own: neither a matter nor a thing, nor another place or year.

    Args:
        previous: The reading of the turn before.
        reading: The turn, with what it is lent.

    Returns:
        True for 多少人拿到了 and 这个他们挣钱吗, whose verbs say nothing by themselves.
    """
    scope, held = reading.scope, {t.text for t in previous.terms}
    if scope.missing or scope.inner or reading.all_places:
        return False
    if (reading.places, reading.years) != (previous.places, previous.years):
        return False
    own = [t for t in reading.terms if t.text not in held]
    return not any(t.concept or (t.text.isascii() or any(n.noun for n in names_in(t.text))) for t in own)
