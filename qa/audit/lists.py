"""Lists that tell what they are: 分别为1个、12个、143个,合计156个; 其中甲510件,同比增长4.1%;…;其他160件.

``qa.audit.parts`` adds up lists whose figures stand side by side; here other words stand between, or one word stands before all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from qa.audit.figures import Figure
from qa.audit.finding import Finding, Kind, Severity
from qa.audit.interval import Interval, last_digit, total
from qa.audit.wording import finding, plain, shown
from qa.patterns import lazy_re

_EACH = lazy_re(r"(?:分别|依次)")
_JOINT = lazy_re(r"^(?:、|和|及|与)$")
_SUM = lazy_re(r"^[,、;](?:合计|共计|总计|共|总数为?)$")
_REST = lazy_re(r"^[,;、]?(?:[\u4e00-\u9fff]{2,4}[及和])?(?:其他|其它|其余)[^,;]*$")
_FEW = 2  # parts
_MANY = Decimal("0.1")  # of the whole; parts that pass it by more overlap by nature
_MANY_OF_TWO = Decimal("0.2")
# words of which one case or person may bear several
_OVERLAPPING = lazy_re(
    r"农民工|妇女|女性|未成年|老年|残疾|军人|涉企|民营|群体|重点|新增|首次|涉外|大型|线上|网上"
)
_PERCENT_OF = lazy_re(r"占(?:比)?(?:为|达)?$")


def check_lists(here: Sequence[Figure]) -> Iterator[Finding]:
    """Add up the lists of one sentence.

    Args:
        here: Figures of the sentence, in order.

    Yields:
        What does not add up.
    """
    for at, figure in enumerate(here):
        if _EACH.search(figure.before):
            yield from _each(here, at)
        if at and "其中" in figure.before:
            yield from _spread(here, at)
    yield from _shares(here)


def _alike(one: Figure, other: Figure) -> bool:
    """Tell whether two figures count in the same unit, 万 aside."""
    units = {f.quantity.bare_unit for f in (one, other)}
    return len(units) == 1 and one.unit_class not in ("percent", "time", "ratio", "")


def _each(here: Sequence[Figure], at: int) -> Iterator[Finding]:
    """Check figures that one 分别 or 依次 leads in against the sum behind them or the total before them."""
    parts = [here[at]]
    for figure in here[at + 1 :]:
        if not (_JOINT.match(figure.before) and _alike(parts[0], figure)):
            break
        parts.append(figure)
    if len(parts) < 2:
        return
    added = total(f.bounds for f in parts)
    rest = here[at + len(parts) :]
    if rest and _SUM.match(rest[0].before) and _alike(rest[0], parts[0]):
        if not added.meets(rest[0].bounds):
            yield _finding(Severity.CONTRADICTION, rest[0], parts, added)
        return
    if not at or not re.match(r"^[,(:]?其中", parts[0].before) or "等" in parts[0].before:
        return
    whole, names = here[at - 1], _EACH.split(parts[0].before)[0]
    if whole.joined or not whole.counts or not _alike(whole, parts[0]) or added.meets(whole.bounds):
        return
    if len(re.findall(r"[、和及与]", names)) + 1 == len(parts) and not _OVERLAPPING.search(names):
        firm = added.low > whole.bounds.high
        yield _finding(Severity.CONTRADICTION if firm else Severity.SCOPE, whole, parts, added)


def _spread(here: Sequence[Figure], at: int) -> Iterator[Finding]:
    """Check 其中 lists with changes and shares between the parts, or with commas: closed by 其他, or a little too large."""
    before = [f for f in here[:at] if not f.mention.change]
    if not before or any(f.unit_class == "percent" for f in before[-1:]):
        return
    whole = before[-1]
    if whole.part or whole.joined or not whole.counts or not whole.bounds.low > 0:
        return
    parts: list[Figure] = []
    for figure in here[at:]:
        if figure.mention.change or figure.unit_class == "percent":
            continue
        if not _alike(whole, figure) or (parts and ("其中" in figure.before or _SUM.match(figure.before))):
            break
        if figure.mention.past or _EACH.search(figure.before):
            return
        parts.append(figure)
        if _REST.match(figure.before):
            break
    marks = {f.before[:1] for f in parts[1:-1]} | ({parts[-1].before[:1]} - set("和及") if parts else set())
    if len(marks) > 1:
        return  # 其中行政处罚案卷160件、行政许可案卷80件,评出优秀案卷12件: the list ends at the comma
    if len(parts) == _FEW and not parts[1].before.startswith("、"):
        return  # 其中持证693名,持证率96.8%;市局直属执法支队97名
    if len(parts) < _FEW or any(re.match(r"^[,;、(]?(?:较|比|由|占)", f.before) for f in parts):
        return
    added = total(f.bounds for f in parts)
    if added.meets(whole.bounds) or len({f.label for f in parts}) < len(parts):
        return
    if any(_OVERLAPPING.search(f.words + f.noun) for f in parts):
        return
    earlier = [f for f in before[:-1] if f.counts and _alike(f, whole)]
    if any(added.meets(f.bounds) for f in earlier):
        return
    if _REST.match(parts[-1].before):
        yield _finding(Severity.CONTRADICTION, whole, parts, added)
    elif (
        added.low > whole.bounds.high
        and added.low <= whole.bounds.high * (1 + (_MANY if len(parts) > _FEW else _MANY_OF_TWO))
        and not earlier
    ):
        yield _finding(Severity.SCOPE, whole, parts, added)


def _shares(here: Sequence[Figure]) -> Iterator[Finding]:
    """Check that shares closed by 其他 make 100 %: A占45%、B占23%、C占18%、其他占24%."""
    run: list[Figure] = []
    for figure in here:
        if figure.quantity.unit != "%" or not _PERCENT_OF.search(figure.before) or figure.mention.change:
            run = []
            continue
        run.append(figure)
        if len(run) >= 3 and _REST.match(figure.before):
            added = total(f.bounds for f in run)
            # each share may be off by half a step
            slack = last_digit(figure.quantity) / 2
            if not added.meets(Interval(100 - slack, 100 + slack)):
                computed = f"{sum(f.quantity.amount for f in run)}%"
                told = "+".join(plain(f) for f in run)
                yield finding(
                    Kind.PARTS,
                    Severity.CONTRADICTION,
                    run[0],
                    run[1:],
                    computed=computed,
                    arithmetic=f"{told}={computed}≠100%",
                )
            run = []


def _finding(severity: Severity, whole: Figure, parts: list[Figure], added: Interval) -> Finding:
    """Make the finding of a list and its total."""
    computed = shown(added, whole.bounds.low)
    scope = severity is Severity.SCOPE
    return finding(
        Kind.PARTS,
        severity,
        whole,
        parts,
        computed=computed,
        arithmetic=f"{'+'.join(plain(p) for p in parts)}={computed}≠{plain(whole)}",
        note="；各项可能有重叠，或与合计的范围不同" if scope else "",
        note_en="; the parts may overlap or have another scope than the total" if scope else "",
    )
