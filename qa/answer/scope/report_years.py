"""Which report of a place tells of a year: its own, the one before for plans, the one after for figures of the year before."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from qa.answer.compose import messages as say
from qa.ledger.stages import stage_of
from qa.message import listed
from qa.patterns import lazy_re
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.types import ReportMeta

# "2025年3月发布的报告", "2025年公布的": the year of publication.
_PUBLISHED = lazy_re(r"(20\d\d)\s?年(?:\d+月)?(?:\d+日)?[^,。]{0,4}(?:发布|公布|公开|印发|挂网|发出|生成)的")
_A_REPORT = lazy_re(r"报告|总结|文件")  # without it "2024年公布的败诉率" may be of the year
# "2024年报告里的下一步计划": the year is the report's, though plans are asked for.
_OF_REPORT = lazy_re(r"年(?:度)?(?:的)?(?:法治政府建设)?(?:工作)?(?:报告|总结)|下一步|下步")
# "2024年计划把出庭率提高到多少": a plan, though 多少 stands there.
_PLANNED_OUTRIGHT = lazy_re(
    r"对20\d\d年[^,。?]{0,14}(?:安排|部署|谋划)|(?:计划|打算|力争|拟|准备|预计|目标(?!考核|责任|管理))(?:把|将|让|使|要)?[^,。]{0,24}(?:多少|几)"
)
# Where the year has a report of its own, only these words lead to the plan in the report before it.
_PLANNED = lazy_re(
    r"对20\d\d年[^,。?]{0,14}(?:安排|部署|谋划)|计划|打算|工作安排|拟|力争|将(?:要|会)|预计|准备(?=[做干怎再把将让新增扩建开办培招设搞推达提压降加聘配添补])|目标(?=[是定为要]|多少)"
)
# "2023年的报告中给2024年定的目标": the year before 报告 is the report's, the other one its plan's.
_REPORT_YEAR = lazy_re(
    r"(20\d\d)\s?年?(?:度)?的?(?:法治政府建设)?(?:工作|情况)?(?:年?报告?|总结)(?![到请送备批])"
)
_WORDY = frozenset({Task.FACT, Task.LIST, Task.SUMMARY})
_FIGURES = frozenset({Task.NUMBER, Task.DIFFERENCE})
_EARLIER = 4  # years back that the columns of a table go: 2020年 | 2021年 | … | 2024年
_NEXT_YEAR = lazy_re(r"明年|来年|下一?年")
# "2025年要健全什么机制": plans may be asked for without the word; "2025年办了多少件" asks for results.
_DONE = lazy_re(r"(?<!为)了(?!解)|已|过|完成|实现|多少|(?<!哪)几[件个家起次名]|收到|受理|审结|同比")
# "2025年新培养多少名法律明白人" may be told by the plan in the report of 2024; what came in or was done may not.
_AIMS = lazy_re(
    r"招(?=多少|几)|至少要?(?:配|有|建|设|达)|(?:招录|招聘|举办|举行|培训|轮训|建设|建成|打造|创建|改造|评查|清理|修订|制定)[^,。?率]{0,12}(?:多少|几)(?![成%])"
    r"|新(?:培养|培育|建|增|设|聘|招|开|打造|创建)|(?:提高|提升|降低|下降|压减|扩大|增加|控制|稳定)(?:到|至|在)|达到"
)
# "2025年的败诉率是多少", asked when only the report of 2024 is there: its plan may set an aim.
_RATE = lazy_re(r"率(?=是|为|要|该|应|达|呢|多|能|会|怎|[?。!\s]|$)")
_RESULT = lazy_re(r"(?<!为)了(?!解)|已|过|完成|实现|同比|实际|季度|上半年|\d月")


_OF_ONE_YEAR = frozenset((Task.NUMBER, Task.FACT, Task.LIST))
_YEARS_BEHIND = 3  # an answer of more years ago is none to a question of today


def of_years(
    place: str, held: Sequence[ReportMeta], years: Sequence[int], reading: Reading
) -> tuple[list[ReportMeta], bool, str]:
    """Choose the reports of one place: of the years asked, or the newest; tell whether a plan stands in an earlier one.

    Args:
        place: The place.
        held: Its reports.
        years: Years asked for; empty for the newest.
        reading: The question.

    Returns:
        The reports, whether a plan stands in an earlier one, and what is to be told of it.
    """
    if not years:
        if not held:
            return [], False, ""
        newest = max(held, key=lambda m: m.year)
        shown = listed(str(m.year) for m in held)
        note = say.NEWEST(place, shown, newest.year) if len(held) > 1 else ""
        return [newest], False, note
    found: list[ReportMeta] = []
    planned, note = False, ""
    asked = f"{reading.content} {reading.question}"  # 2024年打算怎么做, behind the problems of 2023
    for year in years:
        same = [m for m in held if m.year == year]
        before = [m for m in held if m.year == year - 1]
        plan = reading.intent.plan and not (
            same
            and (
                reading.of_report
                or (_DONE.search(reading.content) and not _PLANNED_OUTRIGHT.search(asked))
                or _OF_REPORT.search(reading.question)
                or not _PLANNED.search(asked)
            )
        )
        wordy = reading.intent.task in _WORDY and not reading.intent.extreme
        figure = reading.intent.task is Task.NUMBER and not reading.intent.change
        told = _RESULT.search(reading.content) or stage_of(reading.content)  # what came in
        aims = figure and not told and bool(_AIMS.search(reading.content))
        unsaid = not same and (aims or (wordy and not _DONE.search(reading.content)))
        if before and (plan or unsaid):
            found.extend(before)
            planned, note = True, say.FROM_PLAN(year, place, year - 1)
        elif same:
            found.extend(same)
        else:
            return [], False, ""
    return found, planned, note


def behind(reading: Reading, chosen: Sequence[ReportMeta], metas: Sequence[ReportMeta]) -> list[ReportMeta]:
    """List the earlier reports that may still answer where no year was asked and the newest one is silent.

    Args:
        reading: The question, as the guard left it.
        chosen: The reports that were silent.
        metas: Reports that the user's filters leave.

    Returns:
        Reports of the one place asked, the newest first; none for a question that is not of one fact or figure.
    """
    intent = reading.intent
    if reading.years or len(reading.places) != 1 or len(chosen) != 1 or intent.task not in _OF_ONE_YEAR:
        return []
    leans = reading.follow_up and (intent.combine or reading.bare)  # 邻里的占多少: of what was just told
    if intent.plan or intent.section or intent.change or leans:
        return []
    newest = chosen[0]
    held = [m for m in metas if (m.place, m.parent) == (newest.place, newest.parent)]
    return sorted((m for m in held if m.year < newest.year), key=lambda m: -m.year)[:_YEARS_BEHIND]


def printed_later(
    reading: Reading, chosen: Sequence[ReportMeta], metas: Sequence[ReportMeta]
) -> list[ReportMeta]:
    """Find the report of the year after, which may print a figure of the year asked that the report of that year lacks.

    Args:
        reading: The question.
        chosen: The report of that year, which was silent.
        metas: Reports that the user's filters leave.

    Returns:
        That report (法律明白人由2023年的1380人增至1652人); none for a question that is not of one figure of one year.
    """
    intent, one = reading.intent, len(chosen) == len(reading.years) == len(reading.places) == 1
    if (
        not one
        or intent.task is not Task.NUMBER
        or intent.plan
        or intent.section
        or intent.change
        or intent.combine
    ):
        return []
    of = chosen[0]
    return (
        [m for m in metas if (m.place, m.parent, m.year) == (of.place, of.parent, of.year + 1)][:1]
        if of.year == reading.years[0]
        else []
    )


# "比2023年是涨了还是跌了": the year that figures are held against.
_AGAINST = lazy_re(r"(?:比|较|比起|相较于?|对比|(?:与|跟|同|和)(?=20\d\d年[^,。?]{0,3}(?:相?比)))(20\d\d)年")


def against_year(reading: Reading, metas: Sequence[ReportMeta]) -> Reading:
    """Ask the report of the year after for its change, where a question names only the year that it is held against.

    Args:
        reading: The question.
        metas: Reports of its place.

    Returns:
        The question for the later year, or as it was.
    """
    match = _AGAINST.search(reading.question)
    if match is None or reading.years != (int(match[1]),):
        return reading
    year = int(match[1])
    held = {m.year for m in metas}
    if year in held or year + 1 not in held:
        return reading
    intent = replace(reading.intent, task=Task.NUMBER, change=reading.intent.change or "any")
    return replace(reading, years=(year + 1,), intent=intent)


def told_later(
    held: Sequence[ReportMeta],
    years: Sequence[int],
    reading: Reading,
    prints: Callable[[str, str], bool],
) -> list[ReportMeta]:
    """Choose for each year the report of it, or the nearest report after it, which may print figures of earlier years.

    The meta of such a report bears the year asked for.

    Args:
        held: Reports of the place.
        years: Years asked for.
        reading: The question.
        prints: Tells whether the report of an id prints some words; a report prints the years further back.

    Returns:
        A report for each year, or none where one is lacking.
    """
    intent = reading.intent
    keywords = intent.task is Task.FACT and not intent.explicit  # 某县 2023年 新增经营主体
    figures = intent.task in _FIGURES or intent.compares or keywords
    if not figures or reading.intent.plan:
        return []
    found: list[ReportMeta] = []
    for year in years:
        own = [m for m in held if m.year == year]
        later = sorted(
            (
                m
                for m in held
                if m.year == year + 1 or (year < m.year <= year + _EARLIER and prints(m.id, f"{year}年"))
            ),
            key=lambda m: m.year,
        )
        after = [replace(m, year=year) for m in later[:1]]
        if not (own or after):
            return []
        found += own or after
    return found


def stated_change(reading: Reading) -> Reading | None:
    """Ask the later of two years for the change that its report states: 2024年比2023年少做了多少次 with no report of 2023.

    Args:
        reading: A question whose years are not all in the library.

    Returns:
        The question for the later year alone, or None where it is on no change from one year to the next.
    """
    years = sorted(reading.years)
    if len(years) != 2 or years[1] - years[0] != 1 or reading.intent.task not in _FIGURES:
        return None
    intent = replace(reading.intent, task=Task.NUMBER, change=reading.intent.change or "any")
    return replace(reading, years=(years[1],), intent=intent)


def aim_of_year(reading: Reading) -> Reading | None:
    """Ask the plans in the report of the year before for a rate of a year without a report: 2025年的败诉率是多少.

    Args:
        reading: A question that was refused for its year.

    Returns:
        The question for the aim, which is no figure of that year, or None where it asks no rate of one place and year.
    """
    intent, content = reading.intent, reading.content
    figure = intent.task is Task.NUMBER and not (intent.change or intent.plan or intent.combine)
    one = len(reading.places) == 1 and len(reading.years) == 1
    if not (figure and one and _RATE.search(content)) or _RESULT.search(content):
        return None
    return replace(reading, intent=replace(intent, plan=True, section="plan"))


def without_next_year(reading: Reading) -> Reading:
    """Drop 明年 from a question on plans: it is the year after the report's, not after today's.

    Args:
        reading: The question.

    Returns:
        The question, without years if it asks for the plans of 明年.
    """
    if (
        (reading.intent.plan or reading.intent.section == "problem")  # 存在哪些不足，明年怎么干
        and _NEXT_YEAR.search(reading.question)
        and not re.search(r"20\d\d", reading.question)
    ):
        intent = reading.intent
        if intent.plan and intent.task is Task.NUMBER:  # 明年要新增多少名: what was done tells nothing of it
            intent = replace(intent, section=intent.section or "plan")
        return replace(reading, years=(), intent=intent)
    return reading


def report_year(reading: Reading) -> Reading:
    """Keep the year of the report where a question names it beside a year that it plans for.

    Args:
        reading: The question.

    Returns:
        The question with the year that is asked for, which may be the one before or after that of the report.
    """
    match = _REPORT_YEAR.search(reading.question)
    if match and len(reading.years) == 2 and int(match[1]) in reading.years:
        year = int(match[1])
        if year - 1 in reading.years:
            return replace(reading, years=(year - 1,))
        if year + 1 in reading.years:
            return replace(reading, years=(year,), intent=replace(reading.intent, plan=True))
    return reading


def published(reading: Reading, metas: Sequence[ReportMeta]) -> Reading:
    """Turn a year of publication into the years reported on.

    Args:
        reading: The question.
        metas: Reports of the library.

    Returns:
        The question with the years reported on.
    """
    match = _PUBLISHED.search(reading.question)
    if not match or reading.intent.task is Task.DOCUMENT:
        return reading
    years = {
        m.year
        for m in metas
        if m.date.startswith(match[1]) and (not reading.places or m.place in reading.places)
    }
    held = {m.year for m in metas if not reading.places or m.place in reading.places}
    if not _A_REPORT.search(reading.question) and set(reading.years) <= held:
        return reading  # "2024年公布的败诉率" of a place that has a report of 2024
    return replace(reading, years=tuple(sorted(years))) if years else reading
