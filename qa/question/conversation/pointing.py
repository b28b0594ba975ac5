"""Turns that say no more than where or when, and turns that point at the place that the turn before found first.

它的败诉率呢 after 谁最多 asks of the winner, which only the answer named; 2023年呢 asks all that was asked before.
"""

from __future__ import annotations

import re
from dataclasses import replace

from qa.patterns import lazy_re
from qa.question.conversation.carry_intent import asks_whose
from qa.question.conversation.carry_years import moves_year
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.question.words.terms import Term

# "它的律师有多少", "这个区的败诉率", "第一名那个": one place, which the turn does not name.
_IT = lazy_re(
    r"它(?!们)|(?:这|那|该)一?个?(?:县市区|区县|县|区|市|旗|州|地方|城市)(?![级里内])|[这那]家(?!企业|公司|单位|律所)|第一名的|冠军"
)
# "高的那个败诉几件", after 哪个高: the one that was asked for, and not the other end
_ENDED = lazy_re(r"^(?:那么?)?最?(?:(?P<max>[多高大])|(?P<min>[少低小]))的那一?[个家边]")
# "民事呢", "其中行政的几件", "村居法律顾问": a noun and nothing else.
_BARE = lazy_re(
    r"(?:那么?(?!年)|其中|里面|里头|当中|这里[面头]|还有|然后|的)*(?:(?:涉及|牵涉)到?)?(?P<noun>[\u4e00-\u9fff()“”]{2,10}?)"
    r"(?:的|有|是|为|呢|一共|总共|共)*(?:多少|几)?[件人次名个起家宗场条项户份]{0,2}(?:呢|啊|呀)?[?。!]*"
)
# "提了多少建议", "发了几份意见书": the thing that is counted, in the sentence just shown.
_DID = lazy_re(
    r"(?:那么?|其中|里面|里头|当中|这里[面头]|还有|然后|又|还|也|共|一共)*[\u4e00-\u9fff]{1,3}了(?:多少|几)[件人次名个起家宗场条项户份篇]?(?P<noun>[\u4e00-\u9fff]{2,6}?)(?:呢|啊|呀)?[?。!]*"
)
_TWO = 2
_OF_THEN = lazy_re(r"(?:那|这|当)(?:一)?年(?:的|度)?")
# "总共呢": the whole of which a part was asked.
_WHOLE = lazy_re(
    r"(?:那么?)?(?:一共|总共|总数|总的|合计|总量|总计|全部|所有|整体)(?:的|是|有|呢|多少|几|[件人次名个起家])*[?。!]*"
)
# "一共查了多少户次", after 其中联合检查几户次
_DONE_IN_ALL = lazy_re(
    r"(?:那么?)?(?:一共|总共|合计|总计)(?:检查|查|办理?)了?(?:多少|几)[件人次名个起家户宗]*呢?[?。!]*"
)
_IN_ALL = lazy_re(r"(?:一共|总共|合计|总计|总数)(?:是|有)?(?:多少|几)?[^占比例率]{0,3}[?。!]*$")
WHOLE = "*"
_WHOLE_PLACE = lazy_re(r"全[市县区州旗盟省]")
# Cases are criminal, civil or administrative; 行政 by itself is a word of every sentence, and no term.
_OTHER_KINDS = {"行政": Term("行政案件", 4.0, (("行政案件", 1.0), ("行政", 0.6)), known=True)}


# "山林土地的占多少", "其中调解的比例": the part whose share is asked for.
_SHARE_OF = lazy_re(
    r"(?:那么?|其中|里面|里头|当中|这里[面头]|还有|然后|的)*(?P<noun>[\u4e00-\u9fff]{2,10}?)?(?:的|案件)*(?:占|比例|比重|份额)"
)
# "最少的是哪个", "其中哪类最多", "哪个部门办得多": the first among the parts of what was just told.
_KINDS = r"(?:部门|单位|机关|领域|系统|行业|类型|类别|方面|类|种|项|块|个)"
_FIRST = lazy_re(
    rf"(?:那么?|其中|里面|里头|当中|这里[面头]|这些(?:里面?|中)?|都是|的)*(?:"
    rf"最[多少高低大小]的(?:是|一?{_KINDS})*(?:哪(?:一|几)?{_KINDS}+|什么|谁|呢)?"
    rf"|(?:哪|什么)(?:一|几)?{_KINDS}+(?:的)?(?:案件|案子|数量)?(?:办|查|处理|占)?(?:得|的)?(?:案件|案子)?(?:最|更)?[多少高低大小](?:的)?)(?:呢|啊|呀)?[?。!]*"
)
FIRST = "^"


def share_noun(question: str) -> str:
    """Give the part whose share a turn asks for: 山林土地 of 山林土地的占多少.

    Args:
        question: A cleaned question.

    Returns:
        The part, or "" where it names none.
    """
    named = _SHARE_OF.match(question)
    return (named["noun"] or "") if named else ""


def shared_part(own: Reading) -> str:
    """Give the part whose share a turn asks for: 刑事 of 刑事的占多少.

    Args:
        own: The turn read by itself.

    Returns:
        The part, or "" where no share is asked for or it names none.
    """
    return share_noun(own.question) if own.intent.combine == "share" else ""


# "文旅呢", after 交通占多少: of that part too; 文旅多少件 asks for its count.
_DEALT_WITH = lazy_re(r"[办收审受][理了结到过]*(?:多少|几)")
_OTHER_PART = lazy_re(r"呢[?。!]*$")


def share_again(previous: Reading, own: Reading, bare: str) -> str:
    """Ask for a share again where a turn only goes to another year, place or part: 2023年这个数是多少, after 调解的占多少.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.
        bare: The noun that is all it says, or "".

    Returns:
        "share", or "" where it asks for something else.
    """
    shared = previous.intent.combine == "share" and not own.intent.compares
    # 乙县办了多少, 全市一共多少, after 民事占多少
    dealt = _DEALT_WITH.search(own.question) is not None or _IN_ALL.search(own.question) is not None
    again = shared and not (own.terms or dealt) and (own.years or own.places or moves_year(own.question))
    part = shared and bool(share_noun(previous.question)) and bare not in {"", WHOLE, FIRST}
    part = part and own.intent.unit_class != "percent"  # 调解成功率呢 is a rate by itself
    return "share" if again or (part and _OTHER_PART.search(own.question)) else ""


def asks_first_part(question: str) -> bool:
    """Tell whether a turn asks for the first or the last among parts, and says nothing else: 最少的是哪个.

    Args:
        question: A cleaned question.

    Returns:
        True where it names no topic, no place and no year.
    """
    return _FIRST.fullmatch(question) is not None


# "达到目标了没有", "年初定的目标完成了吗", "达标了没": what became of an aim.
_REACHED = lazy_re(
    r"(?:达到|完成|实现|兑现|做到)(?:了)?[^,，。?]{0,8}?(?:目标|指标|预期)(?:值|要求)?(?:了)?(?:没有?|没|吗|么|与否)[?。!]*$"
    r"|(?:目标|指标|预期)[^,，。?]{0,6}?(?:达到|完成|实现|兑现|做到)了?(?:没有?|没|吗|么)[?。!]*$|达标了?(?:没有?|没|吗|么)[?。!]*$"
    r"|(?:有没有|是否|是不是)(?:达到|完成|实现)[^,，。?]{0,6}(?:目标|指标|预期)"
)


_AIMED = lazy_re(r"目标|指标|预期|达标|达到|完成|实现|兑现|做到|年初|既定")


def asks_reached(question: str) -> bool:
    """Tell whether a turn asks what became of an aim: 达到目标了没有.

    Args:
        question: A cleaned question.

    Returns:
        True where the plan of the year before and the figure answer.
    """
    return _REACHED.search(question) is not None


def of_old_figure(previous: Reading, own: Reading) -> Reading:
    """Ask what became of an aim of the figure that the turn before asked for, in its measure: 达标了没有, after 败诉率.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.

    Returns:
        The turn, with the intent of the one before where it names nothing of its own.
    """
    if not asks_reached(own.question) or not all(_AIMED.search(t.text) for t in own.terms):
        return own
    intent = replace(previous.intent, task=Task.NUMBER, change="", extreme="", ordinal=0, combine="")
    if previous.intent.combine == "share":
        intent = replace(intent, unit="%", unit_class="percent")
    return replace(own, terms=(), intent=intent)


def toward_aim(reading: Reading) -> Reading:
    """Ask of the year before as well where a turn asks if an aim was reached: the aim stands in that year's report.

    Args:
        reading: A question of one place and year.

    Returns:
        The question, answered as it was where that report is lacking.
    """
    one = len(reading.places) == 1 and 0 < len(reading.years) <= _TWO and bool(reading.terms)
    if not one or not asks_reached(reading.question):
        return reading
    last = max(
        reading.years
    )  # with 2023 beside it where 对2024年定了什么目标 was asked of the report of 2023
    result = replace(reading.intent, plan=False, section="")
    return replace(reading, years=(last - 1, last), intent=result, otherwise=reading)


def bare_of(previous: Reading, own: Reading) -> str:
    """Give the noun that is all a turn says.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.

    Returns:
        Such as 民事, ``WHOLE`` for 总共呢, or "" where the turn says more or asks of another place or year.
    """
    scope, intent = own.scope, own.intent
    again = own.places == previous.places and not own.years and _OF_THEN.search(own.question) is not None
    where = own.years or scope.missing or scope.inner or own.all_places or moves_year(own.question)
    where = where or (own.places and not again)
    asks = (
        intent.compares or intent.combine or intent.change or intent.section or intent.plan or intent.ordinal
    )
    asks = asks or intent.comparable or intent.task not in {Task.FACT, Task.NUMBER} or intent.answer_type
    single = len(previous.places) == 1 and len(previous.years) < _TWO and not previous.intent.compares
    if single and not where and asks_first_part(own.question):
        return FIRST
    if where or asks or not single:
        return ""
    question = own.question.replace(" ", "")  # an English turn comes as keywords
    if again:  # 甲县那年办证总量
        question = _OF_THEN.sub("", own.content.replace(" ", ""))
    if _WHOLE.fullmatch(question) or (not own.terms and _DONE_IN_ALL.fullmatch(question)):
        return WHOLE
    named = _DID.fullmatch(question) or _BARE.fullmatch(question)
    # 全市多少, after a place inside, is no 全市1042个调委会 of the same sentence
    return named["noun"] if named and not _WHOLE_PLACE.fullmatch(named["noun"]) else ""


def asks_inside(question: str) -> bool:
    """Tell whether a turn asks of a part of what was told: 里面举报有多少件.

    Args:
        question: A cleaned question.

    Returns:
        True where it begins with 其中, 里面 or their kin.
    """
    return re.match(r"(?:那么?)?(?:其中|里面|里头|当中|这里[面头])", question) is not None


def counts_noun(question: str) -> bool:
    """Tell whether a turn says by its noun what is counted, so that no unit is lent to it: 提了多少建议, after 金额多少.

    Args:
        question: A cleaned question.

    Returns:
        True where the noun stands behind 了多少.
    """
    return _DID.fullmatch(question) is not None


def other_kind(question: str) -> Term | None:
    """Give the term of a kind of cases that by itself is no term of a question: 行政的, after 民事呢.

    Args:
        question: A cleaned turn.

    Returns:
        The term, or None.
    """
    named = _BARE.fullmatch(question)
    return _OTHER_KINDS.get(named["noun"]) if named else None


def says_only_where(own: Reading) -> bool:
    """Tell whether a turn names a place or a year and nothing else: 2023年呢, 乙区的.

    Args:
        own: The turn read by itself.

    Returns:
        True where what it asks is what was asked before.
    """
    where = bool(own.places or own.scope.missing or own.scope.inner or own.years or moves_year(own.question))
    intent = own.intent
    asks = (
        intent.compares or intent.combine or intent.change or intent.section or intent.plan or intent.ordinal
    )
    return where and not asks and intent.task is Task.FACT and not intent.answer_type


def points_at_leader(base: Reading, own: Reading) -> bool:
    """Tell whether a turn points at the one place that the turn before found first.

    Args:
        base: The reading of the turn before.
        own: The turn read by itself.

    Returns:
        True for 它的败诉率呢 after 谁最多.
    """
    ranked = bool(base.intent.extreme or abs(base.intent.ordinal) or base.intent.task is Task.RANK)
    several = len(base.places) > 1 or base.all_places
    named = own.places or own.scope.missing or own.scope.inner or own.all_places
    if asks_whose(base) and not named and not base.places:
        return True  # 靠它化解了几起, after 板凳调解是哪个县搞的
    if not (ranked and several) or named:
        return False
    end = _ENDED.match(own.question)
    if end is not None and base.intent.extreme and not base.intent.ordinal:
        return bool(end[base.intent.extreme])
    return not own.intent.compares and _IT.search(own.question) is not None


def of_leader(base: Reading, first: str) -> Reading:
    """Let the conversation go on from the one place that was found first.

    Args:
        base: The reading of the turn that found it.
        first: The place.

    Returns:
        The reading of that turn, asked of this place alone.
    """
    intent = replace(base.intent, task=Task.NUMBER, extreme="", ordinal=0, combine="", top=0)
    recent = base.recent if first in base.recent else (*base.recent, first)
    return replace(base, places=(first,), recent=recent, all_places=False, intent=intent, topics=(), top=0)
