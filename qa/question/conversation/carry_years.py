"""Which years a turn speaks of: those it names, the year before or after, both years of a place, or the old ones."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from qa.patterns import lazy_re
from qa.question.conversation.carry_intent import ACTUAL, asks_whose
from qa.question.conversation.carry_plans import MEANT_TO, planned_only, reported_on
from qa.question.conversation.inside import inside_kind
from qa.question.conversation.topics_beside import compares
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.question.words import handling

# "比上年多了百分之几", "同比增长多少", "报告自己写的增幅": a change that the report states, not two years to subtract.
STATED_CHANGE = lazy_re(r"同比|环比|(?:比|较|跟|和|与)(?:上|去|前)一?年")
_STATED_THERE = lazy_re(
    r"(?:报告|文件|材料|原文|它|里头|里面|上面)(?:自己|本身|里面?|中|上|原文|有)*(?:给(?:出|的)|写|说|印|登|公布|披露|列|标|直接)|自己(?:写|说|算|报|公布|给)|原文|现成的|直接(?:写|给)"
)
# "一审案件呢,两年都要": both years that the place was asked for.
_TWO_YEARS = lazy_re(
    r"(?:这|那|也是|前后)?两(?:个)?年(?:度)?(?:都|的|分别|各|也|呢|一起|并排|对照|放|摆|合|之间|相?差)|(?:这|那|前后)两(?:个)?年|也是两年|两个?年度"
)
# "那上一年呢": the year before the one spoken of, not before today's.
_YEAR_BEFORE = lazy_re(
    r"(?<![比较与和跟同对年])(?:上|前|再前|头)一?个?年度?(?!同期(?:相?比|增|升|上|下|减|降)|结转|遗留)|往(?:前|回)(?:再)?(?:推|数|倒|翻|退)?(?:一|1)年|早一年|倒回(?:去)?一年"
)
# "次年呢", "后一年又是多少"; 下一年 asks for plans.
_LAST_YEAR = lazy_re(
    r"(?<![比较与和跟同对])去年度?(?!同期(?:相?比|增|升|上|下|减|降)|结转|遗留)|\blast year\b", re.IGNORECASE
)
_BY_CALENDAR = lazy_re(rf"{_LAST_YEAR.pattern}|明年|来年|\bnext year\b", re.IGNORECASE)
_THIS_YEAR = lazy_re(r"今年(?!度?的?(?:呢|情况|怎么样|有吗|数据)?[?。!]*$)")
_YEAR_AFTER = lazy_re(
    r"次年|后(?:面)?一年|往后(?:再)?(?:推|数)?(?:一|1)年|晚一年|隔年|第二年(?!度)|再(?:后|下)一年"
)
_DENIED = lazy_re(r"(?:不是|不要|别看|并非|而非)(?:20)?(?P<year>\d\d)(?!\d)")
# "跟2023年差几个", "相对2022年变动多大": a year to compare with, not one to go to.
_BASE_YEAR = lazy_re(r"(?:比起?|较|跟|和|与|同|对比|对照|比照|参照|相对于?|相较于?|相比于?)(?:起|于)?\s*$")
_MEASURES = frozenset({Task.DIFFERENCE, Task.NUMBER, Task.FACT, Task.COMPARE})
_NAMED = lazy_re(r"(?:20)?\d\d")
_THAN_IT = lazy_re(r"年?度?的?(?:[比较跟和与])(?:起|于)?(?:它|[这那上前](?:一?年|个数?|面的?|者)?|刚才的?)")
_MEASURED = lazy_re(r"差|多|少|变|增|减|升|降|涨|跌|高|低|波动|比|动")
# "涨了百分之几", "增幅是多少": a rate, which two counts do not show.
_AS_A_RATE = lazy_re(r"百分之|增幅|降幅|涨幅|跌幅|增速|幅度|几成|%")
# "近两年行政复议受理多少", then "降了还是升了": counted from the newest report of the place, which no question knows.
_LATELY = lazy_re(r"(?:最?近|过去)[两二三四五2-5]个?年(?!前)|历年来?|各年度?(?!龄|级)|逐年")
_AT_PRESENT = lazy_re(r"(?:现在|目前|眼下|如今)(?:(?:的|又|还|一共|共)*(?:是|有|达|为|占)?(?:多少|几)|的?呢)")
# "第二多的是哪块", "哪类最多": a rank among kinds, and not between two years
_WHICH_PART = lazy_re(r"哪一?(?:块|类|种|项|个?领域|个?方面|个?部门|样|路|条|档)")
_OF_THEN = lazy_re(r"那(?:一)?年|该年|这(?:一)?年")


class Years(NamedTuple):
    """The years of a turn.

    Attributes:
        years: Years to search.
        asked: The years that the present topic was asked for at the present place, the last one last.
        all: The years that any topic was asked for at the present place, the last one last.
        stated: The two years of which a rate of change is asked, which the report of the later one may state; or ().
        base: Whether the first of two years is what the second is compared with (跟2023年差几个).
    """

    years: tuple[int, ...]
    asked: tuple[int, ...]
    all: tuple[int, ...]
    base: bool = False
    stated: tuple[int, ...] = ()


def carry_years(previous: Reading, own: Reading, places: tuple[str, ...], *, topicless: bool) -> Years:
    """Choose the years of a turn.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.
        places: The places that were chosen for it.
        topicless: Whether it names no topic.

    Returns:
        Its years, and those that the next turns may go back to.
    """
    question = own.question
    years = _not_denied(own) or previous.years
    asks_figure = own.intent.task is not Task.FACT and not (own.intent.plan or ACTUAL.search(question))
    differed = len(previous.years) == 2 and previous.scope.years != previous.years
    if (
        not own.years
        and differed
        and (not topicless or own.intent.plan)
        and own.places not in ((), previous.places)
        and not compares(own)
    ):
        years = (max(previous.years),)  # 丙区收到多少, after 两年差多少 of another place
    of_results = asks_figure or (not topicless and bool(own.places) and not own.intent.plan)
    if not own.years and of_results and planned_only(previous):
        years = reported_on(
            previous
        )  # 专利多少, 乙县有没有抓野猪, after 2025年准备怎么干: of the year reported on
    elif not own.years and of_results and previous.intent.plan and previous.all_years == previous.years:
        years = ()  # no other year was spoken of: of the newest report
    elif not own.years and previous.intent.plan and _AT_PRESENT.search(question):
        years = reported_on(previous) if planned_only(previous) else ()  # 现在有几个, after 打算扩到几个
    elif not own.years and topicless and years == previous.years and _AT_PRESENT.search(question):
        years = (max(previous.all_years),) if previous.all_years else years  # 现在是多少, after 2023年呢
    elif not own.years and not previous.intent.plan and len(years) == 1 and MEANT_TO.search(question):
        years = (
            years[0] + 1,
        )  # 打算提到多少, after 2024年: what the report of that year plans, and no earlier one
    joins = handling.adds(question) and not own.intent.plan  # 2025年准备扩到多少 adds no year
    if own.years and previous.years and topicless and not own.places and joins:
        years = _union(previous.years, own.years)
    if not own.years and _OF_THEN.search(question) and "year" in previous.intent.documents:
        years = ()  # 那一年, after 报告是哪一年的: the year of the report
    spelled = re.search(r"\d", question)
    if previous.years and own.years and not (spelled or own.now) and _BY_CALENDAR.search(question):
        # 去年呢, 明年怎么打算, after 2024年: counted from the year spoken of; plans stand in its own report
        back = _LAST_YEAR.search(question) is not None
        years = (min(previous.years) - 1,) if back else (max(previous.years),)
    elif (
        own.years and own.intent.plan and not re.search(r"\d", question) and re.search("明年|来年", question)
    ):
        years = ()  # 明年打算再降多少, after 近两年: the plans of the newest report
    elif previous.years and own.years and _THIS_YEAR.search(question) and not re.search(r"\d", question):
        years = previous.years  # 今年新领的, of the year reported on; 今年呢 goes to the calendar's
    elif previous.years and not re.search(r"\d", question):
        if _YEAR_BEFORE.search(question):
            years = (min(previous.years) - 1,)
        elif _YEAR_AFTER.search(question) and not own.intent.plan:
            years = (max(previous.years) + 1,)
    if asks_whose(own):
        years = ()  # 板凳调解是哪个县搞的, after 2023年: in whatever year
    if pair := _against(previous, own, places):
        return Years(pair, _union(previous.asked_years, pair), _union(previous.all_years, pair), base=True)
    lasting = topicless and not own.places
    of_them = set(own.places) <= set(previous.places) and not own.scope.missing
    if not lasting and years != previous.years and of_them:
        lasting = True  # 靖远上年收到几件, then 多了多少: the years are what differs
    asked = _union(previous.asked_years if lasting else (), years)
    stated = STATED_CHANGE.search(question) or _STATED_THERE.search(question)
    both: tuple[int, ...] = ()
    spoken = years if len(years) > 1 else () if stated else asked[-2:]
    if (
        lasting
        and not own.years
        and own.intent.change
        and len(places) == 1
        and _neighbours(spoken)
        and (stated or _AS_A_RATE.search(question))
    ):
        years, both = (
            (max(spoken),),
            spoken,
        )  # 报告自己写的增幅, 涨了百分之几: the report of the later year may state it
    elif (
        lasting
        and (compares(own) or (own.intent.change and not stated))
        and not own.years
        and len(places) == 1
        and len(asked) > 1
    ):
        # 各县区里谁最多, after 上年呢: in one year, the one that was looked back from
        years = (max(asked[-2:]),) if _of_inside(previous, own) else asked[-2:]
        years = previous.years if _WHICH_PART.search(question) else years  # 第二多的是哪块, of the one year
    at_place = not own.places or own.places == previous.places
    before = previous.all_years if at_place else ()
    every = (*(year for year in before if year not in years), *years)  # the last one spoken of last
    if _TWO_YEARS.search(question) and not own.years and len(places) == 1 and len(every) > 1:
        years = asked = every[-2:]
    elif _TWO_YEARS.search(question) and not own.years and len(own.places) == 1:
        years = asked = ()  # 甲县两年差多少, after another place: the years that the library has of it
    return Years(years, asked, every, stated=both)


def _of_inside(previous: Reading, own: Reading) -> bool:
    """Tell whether a turn compares places inside the one spoken of, and not its years: 各县区里谁最多, 这两个差几件."""
    return len(previous.inside) > 1 or bool(inside_kind(previous, own))


def _not_denied(own: Reading) -> tuple[int, ...]:
    """Give the years that a turn names, but for one that it takes back: 不是2023年的,是2024年的."""
    denied = [int(match["year"]) % 100 for match in _DENIED.finditer(own.question)]
    kept = tuple(year for year in own.years if year % 100 not in denied)
    return kept or own.years


def asks_rate_of_change(question: str) -> bool:
    """Tell whether a turn asks by how many percent something moved: 增长了百分之几, 降幅是多少.

    Args:
        question: A cleaned question.

    Returns:
        True where a difference in the unit of the figures would not answer.
    """
    return _AS_A_RATE.search(question) is not None


def moves_year(question: str) -> bool:
    """Tell whether a turn goes to the year before or after the one spoken of: 上年呢, 次年的.

    Args:
        question: A cleaned question.

    Returns:
        True where it does.
    """
    return _YEAR_BEFORE.search(question) is not None or _YEAR_AFTER.search(question) is not None


def looks_back(question: str) -> bool:
    """Tell whether a turn goes to the year before the one spoken of: 上年呢, 去年呢."""
    return _YEAR_BEFORE.search(question) is not None or _LAST_YEAR.search(question) is not None


def carry_lately(previous: Reading, own: Reading) -> str:
    """Keep the words with which an earlier turn asked for the last years, until another place or a year is named.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.

    Returns:
        Such as 近两年, or "".
    """
    elsewhere = own.scope.missing or own.places not in ((), previous.places)
    if own.years or own.intent.plan or elsewhere or moves_year(own.question):
        return ""
    match = _LATELY.search(previous.question)
    return match[0] if match else previous.lately


def by_library(own: Reading) -> Reading:
    """Take the calendar's years off a turn that asks for the last ones: the newest report decides which these are.

    Args:
        own: The turn read by itself.

    Returns:
        The turn without years where it says 近两年, else the same.
    """
    lately = _LATELY.search(own.question) and not re.search(r"\d{2,4}\s?年", own.question)
    return replace(own, years=(), spoken=tuple((place, ()) for place, _ in own.spoken)) if lately else own


def joins_after_look_back(previous: Reading, own: Reading, *, topicless: bool) -> bool:
    """Tell whether a turn adds a place after a look at the year before of one of several: the table is still of their own year.

    Args:
        previous: The reading of the turn before.
        own: The turn read by itself.
        topicless: Whether it names no topic.

    Returns:
        True for 丙县也列出来 after 甲区2024年多少, 乙县呢 and 乙县上年是多少.
    """
    joins = topicless and own.places and not own.years and handling.adds(own.question)
    looked = moves_year(previous.question) and len(previous.recent) > 1
    return bool(joins and looked and previous.recent[-1] in dict(previous.spoken))


def _against(previous: Reading, own: Reading, places: tuple[str, ...]) -> tuple[int, ...]:
    """Give the year that is compared with and the one compared: 这个数跟2023年差几个, 24年比它多多少; or ()."""
    named = _NAMED.search(own.question)
    one = len(own.years) == len(previous.years) == len(places) == 1 and own.years != previous.years
    if not one or named is None or own.intent.comparable or own.intent.task not in _MEASURES:
        return ()
    before, after = own.question[: named.start()], own.question[named.end() :]
    if not (_MEASURED.search(after) and (previous.all_places or set(places) & set(previous.recent))):
        return ()
    if _BASE_YEAR.search(before):
        return (*own.years, *previous.years)
    return (*previous.years, *own.years) if _THAN_IT.match(after) else ()


def _neighbours(years: tuple[int, ...]) -> bool:
    """Tell whether years are two that follow each other, so that the later one's report may state the change."""
    return len(years) == 2 and abs(years[0] - years[1]) == 1


def _union(first: tuple[int, ...], second: tuple[int, ...]) -> tuple[int, ...]:
    """Join years in order, each once."""
    return tuple(dict.fromkeys((*first, *second)))
