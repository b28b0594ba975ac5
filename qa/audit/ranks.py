"""Figures in the order that the words give them: 三江街道最多,达218件,甘霖镇次之,183件 – the second is no more than the first.

Knows nothing of who is ranked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qa.audit.figures import Figure
from qa.audit.finding import Finding, Kind, Severity
from qa.audit.wording import finding, plain
from qa.patterns import lazy_re

_FIRST = lazy_re(
    r"(?:最多|最高|居首|居第一位?|位居第一|排名?第一)(?:的)?[,:]?(?:为|达到?|有|是|共|办结|立案|办理)*$"
)
_SECOND = lazy_re(r"(?:其次|次之|居第二位?|位居第二|排名?第二|紧随其后)")
_COUNTRY = lazy_re(r"全[国省市]|增长|下降|增幅|降幅|最少|最低")


def check_ranks(here: Sequence[Figure]) -> Iterator[Finding]:
    """Hold the second of a ranking against the first, side by side in one sentence.

    Args:
        here: Figures of the sentence, in order.

    Yields:
        A second that is more than the first.
    """
    for at in range(1, len(here)):
        first, second = here[at - 1], here[at]
        if not (first.counts and second.counts) or first.quantity.unit != second.quantity.unit:
            continue
        if not (_FIRST.search(first.before) and _SECOND.search(second.before)):
            continue
        if _COUNTRY.search(first.before + second.before) or second.bounds.low <= first.bounds.high:
            continue
        yield finding(
            Kind.LIMIT,
            Severity.CONTRADICTION,
            second,
            [first],
            computed=f"≤{plain(first)}",
            arithmetic=f"{plain(second)}>{plain(first)}",
            note="，排在其后的多于“最多”的",
            note_en=", the second in order is more than the first",
        )
