"""One report against the one of the year before where the words differ but the ledger finds one indicator.

``qa.audit.years`` holds equal words against each other; the ledger knows that 会前学法 and 常务会议学法 are one. Only figures
that ``qa.ledger.conflicts`` takes for the whole place's count, one for an indicator in each report; where that finds none, the
only figure that the ledger has of the indicator. What is found is never more than a difference of scope.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from qa.audit.balance import sum_finding
from qa.audit.figures import Figure
from qa.audit.finding import Finding, Severity
from qa.audit.measure import measure_of
from qa.audit.ratewords import NARROW
from qa.audit.wording import plain
from qa.audit.years import Index, aside_of, change_of, implied, multiple, said, times_of
from qa.ledger.stages import stage_of
from qa.patterns import lazy_re
from qa.types import Report

# 全年办件34.2万件[,增长]8.2%; 公职律师37人[,一年净增]8人: a change without its base is one against last year
_BARE = lazy_re(
    r"^[,(](?:一年)?(?:净|大幅|小幅|稳步)?(?:(?P<up>增长|上升|增加|提高|提升|上涨|涨|增)|(?P<down>下降|减少|降低|回落|下滑|减|降))(?:了|达)?$"
)
# 会前学法[比上年多了]2次[,达到]10次
_AHEAD = lazy_re(
    r"(?:同比|(?:较|比|与)(?:上一?年|去年)(?:同期)?(?:相比)?)(?:净)?(?:(?P<up>增长|上升|增加|提高|提升|多|增)|(?P<down>下降|减少|降低|少|减|降))(?:了|达)?$"
)
_THEN = lazy_re(r"^[,](?:达到?|(?:增|升|降|减|增加|上升|提高|提升|下降|减少|降低)[到至])$")
# the counter of the place's services counts for the place
_COUNTER = lazy_re(r"政务(?:服务)?(?:中心|大厅)")
_NARROWER = lazy_re(r"本级|其中|分别|季度|半年|[\d一二三四五六七八九十]月|截至|以来|平均|每|专项|首次|同期")

_OPEN = frozenset({"", "发现", "收案", "受理"})
_BOTH = lazy_re(r"(?<![近这])两年来?(?:以来)?(?:累计|共计|合计|总共|共)")  # 两年累计办理法律援助案件668件
_TELLING = 4  # characters of words that say enough to be of one thing
_FREE = frozenset({"item", "people"})
_NO_MATTER = frozenset({"群众", "累计"})  # 热线受理群众诉求 and 热线接单; 累计上线35项 and 扩展到27个
# what is carried on at the end of a year is carried in at the beginning of the next
_CARRIED, _LEFT = "reconsideration-carried case", "reconsideration-pending case"

Plain = Mapping[str, Figure]
"""The one plain figure of an indicator in a report."""


def plain_of(report: Report, figures: Mapping[int, Sequence[Figure]], *, last: bool = False) -> Plain:
    """Name the figures of a report that alone state an indicator for the whole place.

    Args:
        report: A report.
        figures: Its figures by sentence.
        last: Whether to list those of the year before, as a table of two years states them.

    Returns:
        The figures by indicator and class of unit; an indicator with two figures has none.
    """
    # the ledger bounds its figures with qa.audit.interval, so it is loaded here and not above
    from qa.ledger.catalogue import load_catalogue
    from qa.ledger.conflicts import plain_figures
    from qa.ledger.observation import observations

    catalogue = load_catalogue()
    at = {f.sentence.start + f.quantity.start: f for here in figures.values() for f in here}
    found: dict[str, list[Figure]] = {}
    for one in plain_figures(report, observations(report, catalogue), catalogue):
        if one.year == report.meta.year - last and (figure := at.get(one.start)) is not None:
            counted = figure.quantity._replace(unit=one.unit).unit_class  # a cell's unit stands in its header
            found.setdefault(f"{one.indicator} {counted}", []).append(figure)
    # told again with the same figure, as in a summary, it is one statement
    return {key: group[0] for key, group in found.items() if len({f.quantity.amount for f in group}) == 1}


def sole_of(report: Report, figures: Mapping[int, Sequence[Figure]], *, last: bool = False) -> Plain:
    """Name the figures that alone state an indicator in a report, whatever else their sentences say.

    Args:
        report: A report.
        figures: Its figures by sentence.
        last: Whether to list those of the year before that a sentence tells beside its own (由2.3:1提高到3.1:1).

    Returns:
        The figures by indicator and class of unit; an indicator with two figures has none.
    """
    from qa.ledger.observation import Kind, observations

    at = {f.sentence.start + f.quantity.start: f for here in figures.values() for f in here}
    found: dict[str, list[Figure]] = {}
    for one in observations(report):
        of_place = one.whole or _COUNTER.search(one.holder) is not None
        if not (one.indicator and of_place) or one.part or one.year != report.meta.year - last:
            continue
        figure = at.get(one.start)
        if figure is None or figure.mention.past != last:
            continue
        # “一件事”累计上线35项 is what there is; 累计受理申请389件 are of several years
        if one.kind is Kind.RESULT or (one.kind is Kind.CUMULATIVE and figure.unit_class in _FREE):
            found.setdefault(f"{one.indicator} {figure.unit_class}", []).append(figure)
    return {
        key: group[0]
        for key, group in found.items()
        if len({f.quantity.amount for f in group}) == 1
        and not _NARROWER.search(group[0].label + group[0].noun)
    }


def check_earlier(here: Sequence[Figure], now: Plain, then: Plain, words: Index) -> Iterator[Finding]:
    """Hold the changes and last year's figures of one sentence against the report of the year before.

    Args:
        here: Figures of a sentence of the later report.
        now: Plain figures of the later report.
        then: Plain figures of the earlier one.
        words: Figures of the earlier report by their words; what they hold is checked there.

    Yields:
        What does not fit.
    """
    keys = {figure: key for key, figure in now.items()}
    for at in range(1, len(here)):
        figure, before = here[at], here[at - 1]
        ahead = _AHEAD.search(before.before) if _THEN.match(figure.before) else None
        if ahead is not None:
            figure, before = before, figure
        earlier = then.get(keys.get(before, ""))
        if earlier is None or not _alike(before, earlier):
            continue
        if times_of(figure):
            yield from multiple(before, figure, [earlier])
            continue
        bare = ahead or _BARE.match(figure.before)
        if bare is not None and (not before.mention.past):
            yield from implied(before, figure, bool(bare["up"]), [earlier])
            continue
        measure = measure_of(before, list(here[: at - 1]))
        if measure is not None and words.get(measure):
            continue
        rising = change_of(figure)
        if rising is not None:
            yield from implied(before, figure, rising, [earlier])
        elif aside_of(figure) and figure.unit_class == earlier.unit_class:
            yield from said(figure, [earlier], sure=False)


def check_carried(now: Plain, then: Plain) -> Iterator[Finding]:
    """Hold the cases carried over from last year against those that last year's report left pending.

    Args:
        now: Sole figures of the later report.
        then: Sole figures of the earlier one.

    Yields:
        What differs.
    """
    carried, left = now.get(_CARRIED), then.get(_LEFT)
    if carried is not None and left is not None:
        yield from said(carried, [left], sure=False)


def check_two_years(here: Sequence[Figure], now: Plain, then: Plain) -> Iterator[Finding]:
    """Hold what two years make together against the figures of both.

    Args:
        here: Figures of a sentence of the later report.
        now: Sole figures of the later report.
        then: Sole figures of the earlier one.

    Yields:
        What does not add up.
    """
    for figure in here:
        if not _BOTH.search(figure.label) or figure.mention.change:
            continue
        for key, one in now.items():
            other = then.get(key)
            named = len(one.words) >= _TELLING and one.words in figure.words
            if other is None or not named or not _alike(one, other) or one.unit_class != figure.unit_class:
                continue
            added = one.bounds + other.bounds
            if not added.meets(figure.bounds):
                told = f"{plain(one)}+{plain(other)}"
                yield sum_finding(Severity.SCOPE, figure, [one, other], added, told)


def check_columns(last: Plain, then: Plain) -> Iterator[Finding]:
    """Hold last year's figures of a later report, as in a table of two years, against those of the report of that year.

    Args:
        last: Plain figures of the year before in the later report.
        then: Plain figures of the earlier report.

    Yields:
        What differs.
    """
    for key, figure in last.items():
        earlier = then.get(key)
        if earlier is not None and not figure.mention.change and _alike(figure, earlier):
            yield from said(figure, [earlier], sure=False)


def _alike(one: Figure, other: Figure) -> bool:
    """Tell whether two figures are of one stage: 受理168件 and 办理186件 are not, nor are applications and cases."""
    units = one.quantity.bare_unit, other.quantity.bare_unit
    # 问题94条 and 问题57个, 37人 and 29名: measure words of one kind of thing
    same_unit = units[0] == units[1] or (one.unit_class == other.unit_class and one.unit_class in _FREE)
    told, then = one.label + one.noun, other.label + other.noun
    # 办理行政处罚案件1705件, 作出行政处罚决定1864件: 办理 names no stage of its own; nor does 新收 of 一审行政应诉案件
    stages = {stage_of(told).replace("办理", ""), stage_of(then).replace("办理", "")}
    one_stage = len(stages) == 1 or ("" in stages and stages <= _OPEN)
    # 备案率 and 报备及时率
    narrow = [{m[0] for m in NARROW.finditer(words)} - _NO_MATTER for words in (told, then)]
    return same_unit and one_stage and narrow[0] == narrow[1] and ("申请" in told) == ("申请" in then)
