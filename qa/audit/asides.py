"""Rates whose own count stands in brackets behind them: 抽取案卷240宗,优秀率36.7%(81宗).

The whole is the one larger count of that unit before the rate in its segment; any count there that bears the rate out silences
the check.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from qa.audit.figures import Figure
from qa.audit.finding import Finding, Kind, Severity
from qa.audit.interval import last_digit
from qa.audit.wording import finding, percent, plain
from qa.patterns import lazy_re
from qa.text import fold

_NAMED = lazy_re(r"率(?:为|达到?)?$|占比?(?:为|达)?$")
_OPENS = lazy_re(r"^[(](?:共|计|即)?$")


def check_asides(here: Sequence[Figure]) -> Iterator[Finding]:
    """Recompute the rates of one sentence that a count in brackets follows.

    Args:
        here: Figures of the sentence, in order.

    Yields:
        What does not add up.
    """
    for at, (rate, part) in enumerate(pairwise(here)):
        behind = fold(part.sentence.text[part.quantity.end : part.quantity.end + 1])
        if rate.quantity.unit != "%" or rate.mention.change or rate.mention.past or not part.counts:
            continue
        if not (_OPENS.match(part.before) and behind == ")" and _NAMED.search(rate.label)):
            continue
        wholes = [
            f
            for f in here[:at]
            if f.counts and f.quantity.unit == part.quantity.unit and f.segment == rate.segment
        ]
        shares = [s for f in wholes if (s := part.bounds.over(f.bounds, 100)) is not None]
        if not wholes or any(s.meets(rate.bounds) for s in shares) or wholes[-1].joined:
            continue
        result = part.bounds.over(wholes[-1].bounds, 100)
        if result is None or result.low > 100:
            continue
        computed = percent(result, rate)
        near = result.gap(rate.bounds) < last_digit(rate.quantity) / 2
        yield finding(
            Kind.RATE,
            Severity.ROUNDING if near else Severity.SCOPE,
            rate,
            [part, wholes[-1]],
            computed=computed,
            arithmetic=f"{plain(part)}÷{plain(wholes[-1])}={computed}",
            note="" if near else "；分母可能另有所指",
            note_en="" if near else "; the denominator may be another one",
        )
