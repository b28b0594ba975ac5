"""Stated changes within one sentence: 由62.5%提升至88.1%,提升25.6个百分点; 14.7万户次,较上年减少5.2万户次,降幅26.1%.

The figures must stand side by side with nothing between them but the words of the change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from qa.audit.figures import Figure
from qa.audit.finding import Finding, Kind, Severity
from qa.audit.interval import Interval, last_digit
from qa.audit.wording import decimals_of, finding, plain, shown
from qa.patterns import lazy_re
from qa.text import fold

_UP = r"提升|提高|增长|增加|上升|上涨|攀升|增多|净增|多(?:学|办|审|收|开|调|挽回)?|增|升|涨|增幅|升幅|涨幅|增长率|增速"
_DOWN = (
    r"下降|减少|降低|回落|下滑|压降|压减|缩减|压缩|缩短|净减|少(?:学|办|审|收|开|调)?|减|降|降幅|减幅|下降率"
)
_BASE = r"(?:同比|(?:较|比|与)(?:上年|去年|上一年|20\d\d年)(?:同期|末|底|年底)?(?:相比)?|累计|共)"
_MANNER = r"(?:大幅|稳步|逐步|进一步|小幅|快速|明显|显著|分别)?"
_TAIL = r"(?:了|幅度?|率)?(?:达到?|为)?"
# between the earlier and the later figure: 由62.5%[提升至]88.1%
_TO = lazy_re(
    rf"^(?:,)?{_MANNER}(?:(?P<up>提升|提高|增长|增加|上升|上涨|攀升|升|增|涨|跃升|扩大|扩展|扩充|拓展|扩容)|(?P<down>下降|减少|降低|回落|下滑|压降|压减|缩减|压缩|缩短|精简|核减|压|缩|降|减))(?:到|至|为)$"
)
_FROM = lazy_re(r"(?:由|从)(?P<whose>[^,;]{0,14}?)$")
# [信访总量同比下降]18.1%[,由]3204件次[降到]2624件次: the change stands before its two figures
_AHEAD = lazy_re(
    rf"(?:同比|(?:较|比)(?:上年|去年|上一年)(?:同期)?){_MANNER}(?:(?P<up>增长|增加|上升|提高|提升)|(?P<down>下降|减少|降低|压减)){_TAIL}$"
)
_RIGHT_BEHIND = lazy_re(r"^[,(](?:由|从)(?:上年|去年|上一年)?(?:同期)?的?$")
# before the change itself: 88.1%[,同比提升]25.6个百分点
_BY = lazy_re(rf"^[)]?[,、(]?(?P<base>{_BASE})?{_MANNER}(?:(?P<up>{_UP})|(?P<down>{_DOWN})){_TAIL}$")
# 受理320件[,比上年的]280件[增长]20%; 召开6次[,较2022年的]4次[增加]3次
# 检查3150次[,较改革前的]4500次[压减]30%
_THAN = lazy_re(
    r"^[,(]?(?:较|比|与|[低高多少]于)(?:(?:上年|去年|上一年|20\d\d年)(?:同期|全年|年?底|末)?|(?:改革|改造|整治|实施|推行|运行)(?:之)?前|年初|此前)"
    r"(?:的|[(](?:为)?)?$"
)
# 60家[,是上年的]4倍; the figure of last year stands before both
_TIMES_LAST = lazy_re(
    r"^[,(]?(?:约|已)?(?:是|为|达到?|相当于)(?:上年|去年|上一年|(?P<year>20\d\d)年)(?:同期)?的$"
)
# 2418次[,是上年]3652次[的]66.2%
_OF_LAST = lazy_re(r"^[,(]?(?:仅|只)?(?:是|为|相当于)(?:上年|去年|上一年)(?:同期|全年)?的?$")
# 由50件增至200件[,翻了两番]
_DOUBLED = lazy_re(r"^[,;(]?(?:实现|基本|已)?翻了?(?P<n>[一两二三])番")
_NOT_DOUBLE = (Decimal("0.9"), Decimal("1.25"))  # of 2, 4, 8: 翻一番 is said of 1.8 to 2.5 times
# 败诉率6.9%[,上年为]10.3%
_LAST = lazy_re(r"^[,(](?:而)?(?:上年度?|去年度?|上一年度?|(?P<year>20\d\d)年)(?:同期)?(?:为|是)?$")
_THIS_YEAR = lazy_re(r"上年|去年|上一年")


def check_changes(here: Sequence[Figure]) -> Iterator[Finding]:
    """Recompute the changes of one sentence.

    Args:
        here: Figures of the sentence, in order.

    Yields:
        What does not add up.
    """
    for at in range(1, len(here)):
        first, second = here[at - 1], here[at]
        third = here[at + 1] if at + 1 < len(here) else None
        if third is not None and _is_last(third) and not third.mention.change:
            yield from _by(third, first, second)  # 网办率92.4%,同比提高3.1个百分点(上年为89.3%)
        if first.unit_class != second.unit_class or "分别" in first.label + second.before:
            continue
        to, start = _TO.match(second.before), _FROM.search(first.before)
        if to and start:
            yield from _direction(first, second, rising=bool(to["up"]))
            if third is not None and _same_base(start["whose"], third):
                yield from _by(first, second, third)
            if at > 1 and (ahead := _AHEAD.search(here[at - 2].before)) and _RIGHT_BEHIND.match(first.before):
                yield from _moved(first, second, here[at - 2], rising=bool(ahead["up"]))
            yield from _doubled(first, second)
            if third is not None and (times := _TIMES_LAST.match(third.before)):
                yield from _times(first, second, third, times["year"])
        elif (
            _THAN.match(second.before)
            and not first.mention.past
            and not first.mention.change
            and third is not None
        ) or (_is_last(second) and third is not None):
            yield from _by(second, first, third)
        elif third is not None and (times := _TIMES_LAST.match(third.before)):
            yield from _times(first, second, third, times["year"])
        elif third is not None and _OF_LAST.match(second.before) and third.before == "的":
            yield from _of_last(first, second, third)
        elif third is not None:
            yield from _difference(first, second, third)


def _is_last(figure: Figure) -> bool:
    """Tell whether a figure is last year's, named so right behind this year's: 611宗,同比下降14.5%(2023年为715宗)."""
    last = _LAST.match(figure.before)
    return last is not None and (not last["year"] or int(last["year"]) == figure.report.meta.year - 1)


def _same_base(whose: str, third: Figure) -> bool:
    """Tell whether the change counts from the earlier figure: not 由2020年的3件增至8件,同比增长20%."""
    by = _BY.match(third.before)
    if not by or not by["base"] or by["base"] in ("累计", "共"):
        return True
    return not whose or _THIS_YEAR.search(whose) is not None or str(third.report.meta.year - 1) in whose


def _direction(first: Figure, second: Figure, *, rising: bool) -> Iterator[Finding]:
    """Check that what is said to rise rises: 由50件上升到30件."""
    wrong = second.bounds.high < first.bounds.low if rising else second.bounds.low > first.bounds.high
    if not wrong or first.unit_class in ("time", "measure", "") or first.quantity.unit in ("级", "位"):
        return
    sign = "<" if rising else ">"
    yield finding(
        Kind.CHANGE,
        Severity.CONTRADICTION,
        second,
        [first],
        computed="下降" if rising else "上升",
        arithmetic=f"{plain(second)}{sign}{plain(first)}",
        note=f"，与所写的{'上升' if rising else '下降'}方向相反",
        note_en=", which is the other direction",
    )


def _by(first: Figure, second: Figure, third: Figure) -> Iterator[Finding]:
    """Compare a change with the two figures that it lies between."""
    if by := _BY.match(third.before):
        yield from _moved(first, second, third, rising=bool(by["up"]))


def _moved(first: Figure, second: Figure, third: Figure, *, rising: bool) -> Iterator[Finding]:
    """Compare a change with its two figures, whatever stands before it."""
    sign = 1 if rising else -1
    moved = second.bounds - first.bounds if sign > 0 else first.bounds - second.bounds
    relative = moved.over(first.bounds, 100)
    if third.quantity.unit == "倍":
        ratio = second.bounds.over(first.bounds)
        grown = moved.over(first.bounds)
        if rising and ratio and grown and not grown.meets(third.bounds):
            loosely = ratio.meets(
                third.bounds
            )  # 由120件增至420件,增长3.5倍: of all, where the growth is meant
            told = f"({_minus(first, second, sign)})÷{plain(first)}"
            yield from _differs(third, [second, first], grown, told, "倍", scope=loosely)
        return
    points = third.quantity.unit in ("个百分点", "百分点")
    of_percent = first.unit_class == "percent"
    if points and not of_percent:
        return
    if third.unit_class == "percent" and not points:
        if relative is None or (of_percent and moved.meets(third.bounds)):
            return  # 由50%提升至60%,提升10%: loosely said, not wrong
        yield from _differs(
            third, [second, first], relative, f"({_minus(first, second, sign)})÷{plain(first)}", "%"
        )
    elif points or _same_unit(third, first):
        unit = "个百分点" if points else ""
        yield from _differs(third, [second, first], moved, _minus(first, second, sign), unit)


def _times(first: Figure, second: Figure, third: Figure, year: str | None) -> Iterator[Finding]:
    """Compare 是上年的3倍 with both years: 2023年15家,2024年达到60家,是上年的3倍."""
    own = second.report.meta.year
    named = re.search(r"20\d\d年|上年|去年", first.before)
    if third.quantity.unit != "倍" or not named or not _same_unit(first, second):
        return
    if named[0] not in (f"{own - 1}年", "上年", "去年") or (year and int(year) != own - 1):
        return
    result = second.bounds.over(first.bounds)
    if result is not None:
        yield from _differs(third, [second, first], result, f"{plain(second)}÷{plain(first)}", "倍")


def _of_last(first: Figure, second: Figure, third: Figure) -> Iterator[Finding]:
    """Compare 是上年3652次的66.2% with both years."""
    if third.quantity.unit != "%" or not _same_unit(first, second) or not first.counts:
        return
    if (result := first.bounds.over(second.bounds, 100)) is not None:
        yield from _differs(third, [first, second], result, f"{plain(first)}÷{plain(second)}", "%")


def _doubled(first: Figure, second: Figure) -> Iterator[Finding]:
    """Compare 翻一番 with the two figures before it."""
    behind = "".join(fold(second.sentence.text[second.quantity.end :]).split())
    said = _DOUBLED.match(behind)
    result = second.bounds.over(first.bounds)
    if not said or result is None or not _same_unit(first, second):
        return
    power = Decimal(2 ** {"一": 1, "两": 2, "二": 2, "三": 3}[said["n"]])
    if result.high < power * _NOT_DOUBLE[0] or result.low > power * _NOT_DOUBLE[1]:
        computed = f"{shown(result, power, 1)}倍"
        result_of = finding(
            Kind.CHANGE,
            Severity.CONTRADICTION,
            second,
            [first],
            computed=computed,
            arithmetic=f"{plain(second)}÷{plain(first)}={computed}",
            note=f"，翻{said['n']}番应为{power}倍",
            note_en=f", where it is said to be {power} times as much",
        )
        first_span, *others = result_of.spans
        end = second.sentence.start + len(second.sentence.text)
        quote = second.report.text[first_span.start : end].split("番")[0] + "番"
        wider = replace(first_span, end=first_span.start + len(quote), quote=quote)
        yield replace(result_of, spans=(wider, *others))


def _difference(first: Figure, second: Figure, third: Figure) -> Iterator[Finding]:
    """Compare this year's figure, its difference and its rate: 14.7万户次,较上年减少5.2万户次,降幅26.1%."""
    by, rate = _BY.match(second.before), _BY.match(third.before)
    if not (
        by
        and by["base"] not in (None, "累计", "共")
        and rate
        and (first.counts or (first.unit_class == "money" and not first.mention.past))
        and _same_unit(first, second)
    ):
        return
    if third.unit_class != "percent" or third.quantity.unit != "%" or bool(by["up"]) != bool(rate["up"]):
        return
    earlier = first.bounds - second.bounds if by["up"] else first.bounds + second.bounds
    relative = second.bounds.over(earlier, 100)
    if relative is not None:
        sign = "-" if by["up"] else "+"
        told = f"{plain(second)}÷({plain(first)}{sign}{plain(second)})"
        yield from _differs(third, [second, first], relative, told, "%")


def _minus(first: Figure, second: Figure, sign: int) -> str:
    """Write the difference of two figures so that it is positive where the direction is right."""
    return f"{plain(second)}-{plain(first)}" if sign > 0 else f"{plain(first)}-{plain(second)}"


def _same_unit(one: Figure, other: Figure) -> bool:
    """Tell whether two figures count in the same unit, 万 aside."""
    return one.quantity.bare_unit == other.quantity.bare_unit


def _differs(
    stated: Figure, basis: list[Figure], result: Interval, told: str, unit: str, *, scope: bool = False
) -> Iterator[Finding]:
    """Make a finding where a recomputed change does not meet the printed one."""
    gap, step = result.gap(stated.bounds), last_digit(stated.quantity)
    if not gap:
        return
    scaled = stated.quantity.amount if unit else stated.bounds.low
    computed = shown(result, Decimal(scaled), decimals_of(stated)) + unit
    yield finding(
        Kind.CHANGE,
        Severity.SCOPE if scope else Severity.ROUNDING if gap < step / 2 else Severity.CONTRADICTION,
        stated,
        basis,
        computed=computed,
        arithmetic=f"{told}={computed}",
        note="；所写的是原来的倍数，不是增长的倍数" if scope else "",
        note_en="; the figure is a multiple, not a growth" if scope else "",
    )
