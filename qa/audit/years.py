"""One report against the one of the year before, and one report against itself.

A later report says or implies what an earlier one stated: 同比增长48.4%, 由上年的29.7%提升至34.8%. Both figures must have the
same words and the same unit. Figures are corrected after a year now and then, so an implied one is never called more
than a difference of scope.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from qa.audit.figures import Figure
from qa.audit.finding import Finding, Kind, Severity
from qa.audit.interval import Interval, last_digit
from qa.audit.measure import Measure, measure_of, stands_alone
from qa.audit.wording import decimals_of, finding, plain, shown
from qa.patterns import lazy_re
from qa.text import unwrapped
from qa.types import SectionKind

_UP, _DOWN = r"增长|上升|增加|提高|提升|上涨|增多|多|增|升", r"下降|减少|降低|回落|下滑|少|减|降"
_CHANGE = lazy_re(
    rf"^[,(]?(?P<base>同比|(?:较|比|与)(?:上年|去年|上一年|(?P<year>20\d\d)年)(?:同期|末|底|年底)?(?:相比)?)(?:大幅|小幅|净|明显)?"
    rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|达|到)?$"
)
# 适用首违不罚案件1230件[,是上年的]3倍
_TIMES = lazy_re(r"^[,(]?(?:约)?(?:是|为|达到?|相当于)(?:上年|去年|上一年|(?P<year>20\d\d)年)(?:同期)?的$")
_LAST_YEAR = lazy_re(r"(?:由|从|较|比)(?P<whose>上年|去年|上一年|(?P<year>20\d\d)年)(?:同期)?的$")
# measures that a report states of its whole place, whatever the section
_WHOLE = lazy_re(r"行政复议|一审行政(?:诉讼|应诉)|行政诉讼|出庭应诉率|败诉率")
# what stands or is counted for the whole year; 培训, 检查, 活动 may be others in each section
_STOCK = lazy_re(r"全年|共有|现有|建成|培育|设立|配备|配齐|拥有|持有|累计")
_TELLING = 6  # characters of words that say enough to be of one thing
_FAR = 3  # times; figures further apart than this are of two measures with one name

# 受理法律援助案件1126件[(2023年为]1048件)
_ASIDE = lazy_re(r"^[(](?:上年|去年|上一年|(?P<year>20\d\d)年)(?:同期|全年)?(?:为|是|:)?$")

Index = Mapping[Measure, Sequence[Figure]]
"""The figures of a report by what they measure."""


def index_of(sentences: Mapping[int, Sequence[Figure]]) -> Index:
    """Sort the figures of a report by what they measure.

    Args:
        sentences: Its figures by sentence.

    Returns:
        The figures that state a result of the year, by measure.
    """
    found: dict[Measure, list[Figure]] = defaultdict(list)
    for here in sentences.values():
        for at, figure in enumerate(here):
            if figure.mention.change or figure.mention.past:
                continue
            measure = measure_of(figure, list(here[:at]))
            if measure is not None:
                found[measure].append(figure)
    return found


def check_years(here: Sequence[Figure], earlier: Index) -> Iterator[Finding]:
    """Hold the changes of one sentence against the report of the year before.

    Args:
        here: Figures of a sentence of the later report.
        earlier: The figures of the earlier report, by measure.

    Yields:
        What does not fit.
    """
    for at, figure in enumerate(here):
        told = _LAST_YEAR.search(figure.before)
        if told and _is_last(told["year"], figure):
            measure = measure_of(figure, list(here[:at]))
            yield from said(figure, earlier.get(measure, ()) if measure else ())
        if at == 0:
            continue
        if aside_of(figure) and figure.unit_class == here[at - 1].unit_class:
            measure = measure_of(here[at - 1], list(here[: at - 1]))
            yield from said(figure, earlier.get(measure, ()) if measure else ())
        if times_of(figure):
            measure = measure_of(here[at - 1], list(here[: at - 1]))
            yield from multiple(here[at - 1], figure, earlier.get(measure, ()) if measure else ())
        now, rising = here[at - 1], change_of(figure)
        if rising is None or now.mention.change:
            continue
        measure = measure_of(now, list(here[: at - 1]))
        if measure is not None:
            yield from implied(now, figure, rising, earlier.get(measure, ()))


def aside_of(figure: Figure) -> bool:
    """Tell whether a figure is last year's, in brackets behind this year's: 1126件(2023年为1048件).

    Args:
        figure: A figure.

    Returns:
        Whether it is.
    """
    told = _ASIDE.match(figure.before)
    return told is not None and _is_last(told["year"], figure)


def change_of(figure: Figure) -> bool | None:
    """Read a change against last year.

    Args:
        figure: A figure.

    Returns:
        True for a rise, False for a fall, None where it is no such change.
    """
    change = _CHANGE.match(figure.before)
    return bool(change["up"]) if change and _is_last(change["year"], figure) else None


def _is_last(year: str | None, figure: Figure) -> bool:
    """Tell whether a base is the year before the one reported on."""
    return year is None or int(year) == figure.report.meta.year - 1


def said(figure: Figure, matches: Sequence[Figure], *, sure: bool = True) -> Iterator[Finding]:
    """Compare last year's figure as said now with the one stated then.

    Args:
        figure: Last year's figure in the later report.
        matches: What the earlier report states of the same thing.
        sure: Whether the words say that it is the same thing.

    Yields:
        A finding where they differ.
    """
    if _differ(figure.bounds, matches):
        then = matches[0]
        yield finding(
            Kind.YEARS,
            Severity.ROUNDING
            if figure.bounds.gap(then.bounds) < last_digit(figure.quantity) / 2
            and figure.unit_class == "percent"
            else Severity.CONTRADICTION
            if sure
            else Severity.SCOPE,
            figure,
            [then],
            computed=unwrapped(then.quantity.printed),
            arithmetic=f"{plain(figure)}≠{plain(then)}",
            note=f"：{then.report.meta.year}年的报告写的是后者",
            note_en=f": the report of {then.report.meta.year} states the latter",
        )


def times_of(figure: Figure) -> bool:
    """Tell whether a figure says how many times last year's the one before it is.

    Args:
        figure: A figure.

    Returns:
        Whether it does.
    """
    told = _TIMES.match(figure.before) if figure.quantity.unit == "倍" else None
    return told is not None and _is_last(told["year"], figure)


def multiple(now: Figure, times: Figure, matches: Sequence[Figure]) -> Iterator[Finding]:
    """Compare 是上年的3倍 with the figures of both years.

    Args:
        now: This year's figure.
        times: How many times last year's it is.
        matches: What the earlier report states of the same thing.

    Yields:
        A finding where they do not fit.
    """
    if not matches or len({f.quantity.amount for f in matches}) > 1:
        return
    then = matches[0]
    result = now.bounds.over(then.bounds)
    if result is None or result.meets(times.bounds) or result.high * _FAR < times.bounds.low:
        return
    computed = shown(result, times.quantity.amount, decimals_of(times)) + "倍"
    yield finding(
        Kind.YEARS,
        Severity.SCOPE,
        times,
        [now, then],
        computed=computed,
        arithmetic=f"{plain(now)}÷{plain(then)}={computed}",
        note=f"；后一数出自{then.report.meta.year}年的报告，可能已作修正",
        note_en=f"; the last figure is from the report of {then.report.meta.year} and may have been corrected since",
    )


def implied(now: Figure, change: Figure, rising: bool, matches: Sequence[Figure]) -> Iterator[Finding]:
    """Compare a change against last year with the figures of both years.

    Args:
        now: This year's figure.
        change: The change behind it.
        rising: Whether it is a rise.
        matches: What the earlier report states of the same thing.

    Yields:
        A finding where they do not fit.
    """
    if not matches or any(_bears(now, change, rising, then) for then in matches):
        return
    values = {then.quantity.amount for then in matches}
    then = matches[0]
    if (
        len(values) > 1
        or now.bounds.low > then.bounds.high * _FAR
        or now.bounds.high * _FAR < then.bounds.low
    ):
        return
    moved = now.bounds - then.bounds if rising else then.bounds - now.bounds
    told = f"{plain(now)}-{plain(then)}" if rising else f"{plain(then)}-{plain(now)}"
    relative = change.quantity.unit == "%" and now.unit_class != "percent"
    result = moved.over(then.bounds, 100) if relative else moved
    if result is None:
        return
    unit = "%" if relative else "个百分点" if change.unit_class == "percent" else ""
    computed = shown(result, change.quantity.amount, decimals_of(change)) + unit
    near = result.gap(change.bounds) < last_digit(change.quantity) / 2 and change.unit_class == "percent"
    yield finding(
        Kind.YEARS,
        Severity.ROUNDING if near else Severity.SCOPE,
        change,
        [now, then],
        computed=computed,
        arithmetic=f"({told})÷{plain(then)}={computed}" if relative else f"{told}={computed}",
        note=f"；后一数出自{then.report.meta.year}年的报告，可能已作修正",
        note_en=f"; the last figure is from the report of {then.report.meta.year} and may have been corrected since",
    )


def _bears(now: Figure, change: Figure, rising: bool, then: Figure) -> bool:
    """Tell whether the figures of both years bear a change out."""
    moved = now.bounds - then.bounds if rising else then.bounds - now.bounds
    relative = moved.over(then.bounds, 100)
    if change.unit_class == "percent":
        points = now.unit_class == "percent" and moved.meets(change.bounds)
        return points or relative is None or (change.quantity.unit == "%" and relative.meets(change.bounds))
    same = change.quantity.bare_unit == now.quantity.bare_unit
    return not same or moved.meets(change.bounds)


def _differ(bounds: Interval, matches: Sequence[Figure]) -> bool:
    """Tell whether all figures of the earlier report agree with each other and none with the one said now."""
    if not matches or len({f.quantity.amount for f in matches}) > 1:
        return False
    then = matches[0].bounds
    return not then.meets(bounds) and then.low <= bounds.high * _FAR and bounds.low <= then.high * _FAR


def check_twice(index: Index) -> Iterator[Finding]:
    """Compare figures of one report that have the same words.

    Args:
        index: The figures of the report, by measure.

    Yields:
        A finding for each figure that differs from the first one of its measure.
    """
    for measure, figures in index.items():
        if len(figures) < 2 or measure.topic or measure.unit == "money":
            continue
        sure = bool(measure.whole or _WHOLE.search(measure.words))
        if not sure and (len(measure.words) < _TELLING or not _STOCK.search(figures[0].label)):
            continue  # 办理行政处罚案件 may be said of one field in each section
        first, *others = [f for f in figures if f.sentence.section is not SectionKind.PROBLEM] or figures
        for other in others:
            if other.sentence is first.sentence or other.bounds.meets(first.bounds):
                continue
            if not (stands_alone(first) and stands_alone(other)) or (not sure and _far(first, other)):
                continue
            yield finding(
                Kind.TWICE,
                Severity.CONTRADICTION if sure else Severity.SCOPE,
                other,
                [first],
                computed=unwrapped(first.quantity.printed),
                arithmetic=f"{plain(other)}≠{plain(first)}",
                note="，同一指标前后两个数",
                note_en=": one measure, two figures",
            )


def _far(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are so far apart that they are of two things, or in other units."""
    low, high = sorted((one.bounds, other.bounds), key=lambda b: b.low)
    return high.low > low.high * _FAR or one.quantity.unit != other.quantity.unit
