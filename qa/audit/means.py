"""Stated means against their sum and their number: 旁听庭审12次、372人次,平均每次41人; 召开会议24次,平均每月3次.

A mean is recomputed only where the sentence names its sum and its number and holds no second figure that could be either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from qa.audit.figures import COUNTED, Figure
from qa.audit.finding import Finding, Kind, Severity
from qa.audit.interval import Interval, last_digit
from qa.audit.wording import decimals_of, finding, plain, shown
from qa.patterns import lazy_re

# 平均每月, 平均每村(社区), 人均调解案件, 案均; 年均 spans years that the sentence counts its own way
_MEAN = lazy_re(
    r"(?:平均每个?|每)(?P<each>月|季度|[周天日]|[人名户家所件场期次批村镇队案]|企业|(?<=平均每个)[\u4e00-\u9fff]{2,6}?|(?<=平均每[家名支])[\u4e00-\u9fff]{2,6}?)(?:\([^()]{1,6}\))?(?:[\u4e00-\u9fff]{0,5}平均)?(?P<what>[^,;、每均]{0,6})$"
    r"|(?P<per>[月日周人户案件所场次家村])均(?P<what2>[^,;、每均]{0,6})$"
)
# 居民人均可支配收入, 人均GDP: of everybody, whatever the sentence counts
_OF_ALL = lazy_re(r"居民|收入|GDP|生产总值|职工|预期寿命|面积|消费")
_FAR = 20  # times; a mean further off is of other things than the sum and the number beside it
_ALMOST = Decimal("0.99")
_PER_MANY = lazy_re(r"每(?P<scale>[百千万])(?:名|个)?(?:常住)?人口?(?:拥有|有|配备)(?P<what>[^,;、]{2,6})$")
_SCALE = {"百": 100, "千": 1000, "万": 10000}
# how many of it a year has; the second end serves 366 days and business days are another matter
_SPANS = {"月": (12, 12), "季度": (4, 4), "天": (365, 366), "日": (365, 366), "周": (52, 53)}
_DAYS = frozenset("天日")
_WORKDAYS = (
    Decimal(240),
    Decimal(255),
)  # 全年办理事项27.4万件,日均办件约1100件: on the days that an office is open
_OF_NOUNS = frozenset({"个", "家", "名", "支", "所"})
_OFFICES = lazy_re(r"(?:律师事务|司法)所")
# another span of time than the year, or more than the figures say
_OTHER_TIME = lazy_re(
    r"累计|以来|上半年|下半年|季度(?!\d)|截至|近[三五两]年|个月|工作日|[至到—-]20\d\d年|自20|首次|以上"
)


def check_means(here: Sequence[Figure]) -> Iterator[Finding]:
    """Recompute the means of one sentence.

    Args:
        here: Figures of the sentence, in order.

    Yields:
        What does not add up.
    """
    for mean in here:
        if mean.mention.change or mean.mention.past or mean.unit_class in ("percent", "ratio", "time", ""):
            continue
        many, said = _PER_MANY.search(mean.before), _MEAN.search(mean.before)
        others = [f for f in here if f.segment == mean.segment and f is not mean]
        others = [f for f in others if not f.mention.change and not f.mention.past]
        others = [f for f in others if not (_MEAN.search(f.before) or _PER_MANY.search(f.before))]
        if many:
            yield from _per_many(mean, others, many["what"], _SCALE[many["scale"]])
        elif said and not _OTHER_TIME.search(mean.before) and not _OF_ALL.search(mean.before):
            yield from _mean(mean, others, said["each"] or said["per"])


def _per_many(mean: Figure, others: Sequence[Figure], what: str, scale: int) -> Iterator[Finding]:
    """Compare 每万人拥有律师2.3名 with the 律师 and the 人口 of the sentence."""
    sums = [f for f in others if f.label.endswith(what)]
    numbers = [f for f in others if "人口" in f.label]
    if len(sums) == len(numbers) == 1:
        yield from _judge(mean, sums[0], numbers[0].bounds, [sums[0], numbers[0]], scale)


def _mean(mean: Figure, others: Sequence[Figure], each: str) -> Iterator[Finding]:
    """Compare a mean with the one sum and the one number that the sentence has."""
    span = _SPANS.get(each)
    sums = [f for f in others if _same_things(f, mean)]
    if span:
        number = Interval(Decimal(span[0]), Decimal(span[1]))
        days = each in _DAYS and _fits(mean, sums, Interval(*_WORKDAYS))
        last = [f for f in sums if _ends_before(f, mean)]
        if len(sums) == 1 and last == sums and not days and not _OTHER_TIME.search(_text_before(mean)):
            yield from _judge(mean, sums[0], number, sums)
        return
    if len(sums) > 1:  # 1706名调解员,平均每个调委会5.0名,专职调解员118名: what is told behind is no sum
        sums = [f for f in sums if _ends_before(f, mean)]
    numbers = [f for f in others if f not in sums and _counts(f, each)]
    if len(sums) == len(numbers) == 1:
        yield from _judge(mean, sums[0], numbers[0].bounds, [sums[0], numbers[0]])


def _ends_before(figure: Figure, mean: Figure) -> bool:
    """Tell whether a figure stands before the mean."""
    return figure.quantity.end <= mean.quantity.start


def _text_before(mean: Figure) -> str:
    """Give the sentence up to the mean."""
    return mean.sentence.text[: mean.quantity.start]


def _same_things(figure: Figure, mean: Figure) -> bool:
    """Tell whether a figure may be the sum: in the unit of the mean, or 人次 for 人."""
    people = {"people", "person_times"}
    if {figure.unit_class, mean.unit_class} <= people:
        return figure.quantity.bare_unit == mean.quantity.unit or figure.unit_class == "person_times"
    one, other = (f.quantity.bare_unit for f in (figure, mean))
    return one == other and figure.unit_class in (*COUNTED, "money")


def _counts(figure: Figure, each: str) -> bool:
    """Tell whether a figure may be the number below the line: 12次 for 每次, 216个村 for 每村, 1240件 for 案均."""
    unit = figure.quantity.bare_unit
    if each in ("人", "名"):
        return figure.unit_class == "people"
    if each == "案":
        return unit in ("件", "起", "宗")
    if len(each) > 1 and unit in _OF_NOUNS and figure.noun.startswith(each):
        return True  # 12个司法所共受理纠纷2184件,平均每个司法所182件
    if each == "队" and unit in ("支", "个") and "队" in figure.noun:
        return True  # 15支基层执法队伍到岗412人,平均每队27.5人
    if unit == "个" and figure.label.endswith(each) and each in ("所", "村", "镇"):
        return True
    return (
        unit == each
        or figure.noun.startswith(each)
        or (each == "所" and _OFFICES.match(figure.noun) is not None)
    )


def _wide(mean: Figure) -> Interval:
    """Bound what a mean may be: rounded up, or cut off; 15 is no mean of 14."""
    step = last_digit(mean.quantity)
    if mean.quantity.qualifier:
        return Interval(mean.bounds.low - step, mean.bounds.high + step)
    return Interval(mean.bounds.low - step / 2, mean.quantity.amount + step * _ALMOST)


def _fits(mean: Figure, sums: Sequence[Figure], number: Interval) -> bool:
    """Tell whether a mean is one of the only sum over a number."""
    result = sums[0].bounds.over(number) if len(sums) == 1 else None
    return result is not None and result.meets(_wide(mean))


def _judge(
    mean: Figure, whole: Figure, number: Interval, basis: list[Figure], scale: int = 1
) -> Iterator[Finding]:
    """Compare a mean with its sum over its number; a mean may be rounded or cut off."""
    result = whole.bounds.over(number, scale)
    if result is None:
        return
    wide = _wide(mean)
    if result.meets(wide) or result.low > wide.high * _FAR or result.high * _FAR < wide.low:
        return
    computed = shown(result, mean.quantity.amount, decimals_of(mean))
    below = plain(basis[1]) if len(basis) > 1 else f"{number.low}"
    times = f"×{scale}" if scale > 1 else ""
    yield finding(
        Kind.MEAN,
        Severity.CONTRADICTION,
        mean,
        basis,
        computed=computed,
        arithmetic=f"{plain(whole)}÷{below}{times}={computed}",
    )
