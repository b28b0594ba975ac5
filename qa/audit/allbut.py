"""A rate of 100 % beside an exception that its sentence counts: 应出庭76件,除1件外,出庭应诉率100%; 按期办结率100%,2件逾期.

What was left out may have been left out by rule (其余, 剔除), so this is never more than a difference of scope.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from qa.audit.balance import rate_of_rest
from qa.audit.figures import Figure
from qa.audit.finding import Finding, Kind, Severity
from qa.audit.wording import finding, plain
from qa.patterns import lazy_re

_ALL = 100  # percent
_RATE = lazy_re(
    r"(?:出庭(?:应诉)?|办结|审结|结案|整改|化解|答复|回复|办复|备案|报备|审查|持证|覆盖|合格|完成|履行|参考|参训|公示|采纳|反馈)率$"
)
# [除]1件[因…由工作人员出庭外,]出庭应诉率100%
_EXCEPT = lazy_re(r"(?:^|[,;])除(?:有|其中|了)?$")
_APART = lazy_re(r"^[^;]{0,40}外,")
# 剔除2件, 按规定不需出庭的1件: the rest is what the rate is of
_BY_RULE = lazy_re(r"其余|其他|剔除|扣除|不需|无需|无须|依法不|按规定不|不属|不予受理|撤诉")
# what is counted beside the rate is what the rate denies
_DENIED = (
    (
        lazy_re(r"(?:按期|按时|限时|期限内|及时)[\u4e00-\u9fff]{0,4}率$"),
        lazy_re(r"逾期|超期|超时|未按期|未按时"),
    ),
    (lazy_re(r"整改[\u4e00-\u9fff]{0,2}率$"), lazy_re(r"(?:未|未完成|尚未)整改")),
    (lazy_re(r"出庭(?:应诉)?率$"), lazy_re(r"未(?:能)?出庭")),
    (lazy_re(r"(?:办结|审结|结案|办复|答复)率$"), lazy_re(r"(?:未|尚未)(?:办结|审结|结案|办复|答复)")),
    (lazy_re(r"(?:报备|备案)率$"), lazy_re(r"(?:未|漏)(?:报备|备案|报)")),
    (lazy_re(r"合格率$"), lazy_re(r"不合格")),
    (lazy_re(r"持证(?:上岗)?率$"), lazy_re(r"无证|未持证|未取得")),
)


def check_all_but(here: Sequence[Figure]) -> Iterator[Finding]:
    """Check the rates of 100 % of one sentence against the exceptions beside them.

    Args:
        here: Figures of the sentence, in order.

    Yields:
        What does not fit.
    """
    for at, (first, second) in enumerate(pairwise(here)):
        if _is_all(second) and first.counts and first.segment == second.segment:
            yield from _excepted(here[:at], first, second)
        for rate, other in ((first, second), (second, first)):
            if _is_all(rate) and other.counts and rate.segment == other.segment:
                yield from _denied(rate, other)


def _is_all(figure: Figure) -> bool:
    """Tell whether a figure is a rate of all there is."""
    return (
        figure.quantity.unit == "%"
        and figure.quantity.amount == _ALL
        and not (figure.mention.change or figure.mention.past or figure.quantity.qualifier)
        and _RATE.search(figure.words) is not None
    )


def _excepted(earlier: Sequence[Figure], left_out: Figure, rate: Figure) -> Iterator[Finding]:
    """Check 应出庭76件,除1件由工作人员出庭外,出庭应诉率100%."""
    if not (_EXCEPT.search(left_out.before) and _APART.search(rate.before)) or not left_out.bounds.low:
        return
    unit = left_out.quantity.unit
    wholes = [f for f in earlier if f.counts and f.quantity.unit == unit and f.segment == rate.segment]
    if not wholes or _BY_RULE.search(left_out.before + rate.before) or wholes[-1].joined:
        return
    whole = wholes[-1]
    result = (whole.bounds - left_out.bounds).over(whole.bounds, 100)
    if result is None or result.low < 0:
        return
    note, note_en = "；除外的可能按规定不计", "; what is excepted may not count by rule"
    yield rate_of_rest(rate, whole, left_out, result, note, note_en)


def _denied(rate: Figure, other: Figure) -> Iterator[Finding]:
    """Check 按期办结率100%,逾期2件."""
    said = f"{other.words}{other.noun}"
    if not other.bounds.low or _BY_RULE.search(said) or other.bounds.low < 1:
        return
    if any(name.search(rate.words) and what.search(said) for name, what in _DENIED):
        yield finding(
            Kind.LIMIT,
            Severity.SCOPE,
            rate,
            [other],
            computed="<100%",
            arithmetic=f"{plain(other)}>0",
            note="，既有例外就不是100%",
            note_en=", which is no 100 % where there is an exception",
        )
