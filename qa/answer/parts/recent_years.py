"""Which years 近两年 and 两年 mean: the last ones that the library reports on, not the last ones of the calendar."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

from qa.answer.comparison.growth import GROWTH
from qa.answer.compose import messages as say
from qa.answer.figures.moved import moved_alone
from qa.answer.parts.tails import Answers
from qa.message import Message, listed
from qa.patterns import lazy_re
from qa.question.single.intent import Task
from qa.question.single.intent_reading import read_intent
from qa.question.single.reading import Reading
from qa.question.words.handling import number_of
from qa.types import Answer, AnswerKind, Reason, ReportMeta

# "近两年收到的复议申请变化"; of a calendar's year nobody has a report yet.
_RECENT = lazy_re(r"(?P<words>(?:最?近|过去)(?P<n>[两二三四五2-5])个?年)(?:度|间|来|里|以来|之间)?(?!前)")
# "两年的败诉率变化", "出庭率两年差几个百分点"; not 延长到两年, 满两年, 每两年.
_BOTH = lazy_re(
    r"(?<![到至为满每第期限存\d近])(?P<words>(?:这|前后)?(?P<n>两)个?年)(?:度)?(?:来|间|里|之间|的|都|分别|各|呢|对比|相?比|差|相差|之差|增|减|变|涨|降|升|下降|上升|提高|多|少)"
)
# "公证三年各多少件": of more years than two only where each is asked for; not 三年行动.
_EACH_OF = lazy_re(
    r"(?<![到至为满每第期限存\d近])(?P<words>(?:这|前)?(?P<n>[三四五])个?年)(?:来|间|里)?(?=的?(?:分别|各[是有为多]|都[是有]))"
)
# "历年行政复议申请", "各年度的败诉率": every year that the library holds; not 各年龄段, 每年举办.
_EVERY_YEAR = lazy_re(r"(?P<words>历年来?|各年度?(?!龄|级)|逐年|分年度?|每一年)")
_MOVES = lazy_re(r"变|差|增|减|涨|降|升|提高|多了|少了|走势|趋势")
# What tells a change in the words beside a figure: 同比下降28.4%, 比上年多3次.
_CHANGES = lazy_re(r"[增升高涨降减少跌落]|多|翻|变|持平")
# "合格率上升了几个点": points between the rates of two years.
_POINTS = lazy_re(r"(?<![增降涨长])率[^,。?]{0,8}(?:多少|几)个?(?:百分)?点")
_PAIR = 2
_IN_PERCENT = lazy_re(r"(?:增长|增加|上涨|上升|下降|减少|[增涨升降减])了?百分之(?:几|多少)")
_RATE_OF_CHANGE = lazy_re(rf"(?:增长|上涨|上升|下降|变化)[率幅]|[增涨升降]幅|增速|{_IN_PERCENT.pattern}")
_CALENDAR = lazy_re(r"(?:20)?\d\d\s?年|20\d\d")


def recent_years(reading: Reading, held: Sequence[ReportMeta]) -> tuple[Reading, str, tuple[int, ...]]:
    """Count the last years from the newest report of the places asked about.

    Args:
        reading: The question.
        held: Reports of its places, all of the library where it names none.

    Returns:
        The question for these years, the words that mean them ("" where none do), and the years. Where only one of them has
        a report and figures are asked for, the year before it is asked for too, which that report may print.
    """
    match = _RECENT.search(reading.question) or _RECENT.search(reading.lately)
    if match is None and not reading.years:
        match = _BOTH.search(reading.question) or _EACH_OF.search(reading.question)
    if (
        match is None
        and not reading.years
        and (every := _EVERY_YEAR.search(reading.question) or _EVERY_YEAR.search(reading.lately))
    ):
        return _of_every_year(reading, held, every["words"])
    if match is None or not held or _CALENDAR.search(reading.question):
        return reading, "", ()
    newest = max(m.year for m in held)
    years = tuple(sorted({m.year for m in held if m.year > newest - number_of(match["n"])}))
    intent = reading.intent
    counted = any(term.measure for term in reading.terms)
    either = intent.task is Task.NUMBER and intent.change == "any" and len(years) > 1  # 降了还是升了
    if counted and (
        either or (intent.task is Task.FACT and (intent.change or _MOVES.search(reading.content)))
    ):
        intent = replace(intent, task=Task.DIFFERENCE, change="")
    figures = intent.compares or intent.change or intent.task is Task.NUMBER
    if len(years) == 1 and figures:
        first = newest - number_of(match["n"]) + 1 if match.re.pattern == _EACH_OF.pattern else newest - 1
        years = tuple(range(first, newest + 1))
    return replace(reading, years=years, intent=intent), match["words"], years


def _of_every_year(
    reading: Reading, held: Sequence[ReportMeta], words: str
) -> tuple[Reading, str, tuple[int, ...]]:
    """Ask one place for all years that it has reports of: 历年行政复议申请."""
    years = tuple(sorted({m.year for m in held}))
    if len(reading.places) != 1 or not years:
        return reading, "", ()
    terms = tuple(t for t in reading.terms if _EVERY_YEAR.fullmatch(t.text) is None)
    intent = reading.intent
    if intent.task is Task.FACT and not intent.change and any(t.measure for t in terms):
        intent = replace(intent, task=Task.COMPARE if len(years) > 1 else Task.NUMBER)
    content = reading.content.replace(
        words, " " * len(words)
    )  # 历年 of a figure since the start is another thing
    every = replace(reading, years=years, intent=intent, terms=terms or reading.terms, content=content)
    return every, words, years


class Held(NamedTuple):
    """A question for the years that are held, and what is to be said of them."""

    reading: Reading
    note: Message


def of_held_years(reading: Reading, metas: Sequence[ReportMeta]) -> Held | None:
    """Ask for the last years that the library holds of a place, where it lacks some of those asked: 近三年, of one report.

    Args:
        reading: A question that the library could not answer for want of a year.
        metas: Reports that may answer.

    Returns:
        The question with what is to be said of it, or None where it asks for no last years or none of them is held.
    """
    match = _RECENT.search(reading.question) or _RECENT.search(reading.lately)
    held = [m for m in metas if m.place in reading.places]
    if match is None or len(reading.places) != 1 or not held:
        return None
    newest = max(m.year for m in held)
    years = tuple(sorted({m.year for m in held if m.year > newest - number_of(match["n"])}))
    intent = reading.intent
    if len(years) == 1 and intent.compares:
        intent = replace(intent, task=Task.NUMBER, change="any", extreme="")
    question = reading.question.replace(match["words"], " " * len(match["words"]))
    asked = replace(reading, question=question, lately="", years=years, intent=intent)
    return Held(asked, say.RECENT(match["words"], listed(map(say.YEAR, years))))


def of_later_year(reading: Reading) -> Reading | None:
    """Ask the later of two years alone for the rate of a change, which its report may print: 2024年比2023年增长百分之几.

    Args:
        reading: The question.

    Returns:
        The question of that year, or None where none of the kind is asked of one place and two years in a row.
    """
    intent, years = reading.intent, sorted(reading.years)
    asked = intent.change and _RATE_OF_CHANGE.search(reading.content) is not None
    if not asked or len(reading.places) != 1 or len(years) != _PAIR or years[1] != years[0] + 1:
        return None
    rate = replace(intent, task=Task.NUMBER, unit="%", unit_class="percent")
    return replace(reading, years=(years[1],), intent=rate, fallback=None)


def between_years(reading: Reading) -> Reading:
    """Ask for figures where a question on one place names several years and a counted thing.

    Args:
        reading: The question.

    Returns:
        The question for the difference (2023和2024的败诉率变化), for both figures (2023年和2024年行政处罚), or as it was.
    """
    intent = reading.intent
    counted = any(term.measure for term in reading.terms)
    if len(reading.years) != _PAIR or len(reading.places) != 1 or not counted or intent.plan:
        return reading
    moves = _MOVES.search(reading.content) is not None
    if intent.task is Task.FACT and (moves or not intent.explicit) and intent.answer_type in {"", "how"}:
        task = Task.DIFFERENCE if moves else Task.COMPARE
        return replace(reading, intent=replace(intent, task=task, change=""))
    if intent.task is Task.NUMBER and intent.change and _RATE_OF_CHANGE.search(reading.content):
        left = _RATE_OF_CHANGE.sub("", reading.content)
        if read_intent(left).unit_class != "percent":  # 法律援助案件两年增长率: of cases, not of a rate
            intent = replace(intent, task=Task.DIFFERENCE, change="", unit="", unit_class="", combine=GROWTH)
            terms = tuple(t for t in reading.terms if _RATE_OF_CHANGE.fullmatch(t.text) is None)
            return replace(reading, intent=intent, terms=terms or reading.terms, content=left)
    return reading


def year_before(reading: Reading, year: int) -> Reading | None:
    """Ask for the figures of a year and of the one before, where the report of the year states no change of them.

    Args:
        reading: A question on a change, of one place.
        year: The year that was answered for.

    Returns:
        The question for both years, or None where it is on no change.
    """
    one = len(reading.places) == 1 and len(reading.years) <= 1 and not reading.inner
    moves = reading.intent.change or moved_alone(reading.content)
    which_way = reading.intent.task is Task.FACT and _WHICH_WAY.search(reading.content) is not None
    asks = which_way or reading.intent.task in {Task.NUMBER, Task.DIFFERENCE}
    if not (one and moves and asks):
        return None
    intent = replace(reading.intent, task=Task.DIFFERENCE, change="")
    if intent.unit_class == "percent" and not _POINTS.search(reading.content):
        if not _IN_PERCENT.search(reading.question) or any(t.text.endswith("率") for t in reading.terms):
            return None
        intent = replace(intent, unit="", unit_class="", combine=GROWTH)  # 下降了百分之几, of two counts
    return replace(reading, years=(year - 1, year), intent=intent)


_WHICH_WAY = lazy_re(r"(?:增加|增长|上升|增多|多|涨|升|增)了?(?:还是|或)(?:减少|下降|降低|少|跌|降|减)")


def _asks_count(reading: Reading) -> bool:
    """Tell whether a change is asked for in the unit of the figures: 比上一年少了多少件, which 同比下降8.3% does not answer.

    Args:
        reading: A question on a change.

    Returns:
        True where a measure word other than percent is asked for.
    """
    unit = reading.intent.unit
    return (
        bool(unit)
        and unit != "%"
        and unit in reading.question
        and not _RATE_OF_CHANGE.search(f"{reading.content} {reading.question}")
    )


def _better_told(answer: Answer, both: Callable[[], Answer], *, counted: bool = False) -> Answer:
    """Take the figures of two years where the answer to a question on a change tells none.

    Args:
        answer: The answer from the report of the year.
        both: Answers from the figures of the year and of the one before.
        counted: Whether the change is asked for in the unit of the figures.

    Returns:
        The answer that tells the change; the first one where neither does.
    """
    silent = answer.reason is Reason.NOT_MENTIONED
    level = (
        answer.kind is AnswerKind.NUMBER and len(answer.values) == 1 and not _CHANGES.search(answer.answer)
    )
    rate = counted and not answer.abstained and all(value.unit == "%" for value in answer.values)
    if not (silent or level or rate):
        return answer
    other = both()
    told = {value.year for value in other.values}
    same = level and any(value.value == answer.values[0].value for value in other.values)
    return other if len(told) == _PAIR and not other.abstained and (silent or same or rate) else answer


def with_year_before(
    reading: Reading, answers: Answers, *, told: Answer | None = None, silent: bool = False
) -> Answer:
    """Answer a question, and one on a change from the figures of two years where the report of the year tells none.

    Args:
        reading: The question.
        answers: Answers a reading.
        told: The answer to the question, where it is known already.
        silent: Whether it is only to be said that the reports are silent.

    Returns:
        The answer.
    """
    answer = told or answers(reading, silent=silent)
    if silent or len(answer.years) != 1 or (both := year_before(reading, answer.years[0])) is None:
        return answer
    return _better_told(answer, lambda: answers(both), counted=_asks_count(reading))
