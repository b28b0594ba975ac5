"""Parts told in the sentence behind their total: 全县行政处罚案件100件。其中甲局60件,乙局50件.

Only too many of them contradict it, for a list that 其中 opens may leave some out. Knows nothing of other sentences.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qa.audit.figures import Figure
from qa.audit.finding import Finding, Kind, Severity
from qa.audit.interval import total
from qa.audit.parts import family_of, is_listed
from qa.audit.wording import finding, plain, shown
from qa.patterns import lazy_re

_LEAST = 2
# [其中]一般程序724件; [按程序分,]一般程序724件
_OPENS = lazy_re(r"^(?:其中|[按分从][\u4e00-\u9fff]{2,6}[分看],)")


def check_behind(before: Sequence[Figure], here: Sequence[Figure]) -> Iterator[Finding]:
    """Add up the parts that open a sentence against the one count of their unit in the sentence before.

    Args:
        before: Figures of the sentence before, of the same passage.
        here: Figures of the sentence, in order.

    Yields:
        Parts that are more than their total.
    """
    first = here[0]
    if not _OPENS.match(first.before) or not first.counts:
        return
    wholes = [f for f in before if f.counts and f.quantity.unit == first.quantity.unit]
    if len(wholes) != 1 or wholes[0].joined or wholes[0].part:
        return
    whole, parts = wholes[0], [first]
    for figure in here[1:]:
        if figure.quantity.unit != first.quantity.unit or not is_listed(figure, first):
            break
        parts.append(figure)
    found = family_of(parts) if len(parts) >= _LEAST else None
    if found is None or (found[0] is not None and found[0].overlaps):
        return
    members = found[2]
    added = total(p.bounds for p in members)
    if added.low <= whole.bounds.high:
        return
    computed = shown(added, whole.quantity.amount)
    yield finding(
        Kind.PARTS,
        Severity.CONTRADICTION,
        whole,
        members,
        computed=computed,
        arithmetic=f"{'+'.join(plain(p) for p in members)}={computed}≠{plain(whole)}",
        note="，“其中”各项之和大于总数",
        note_en=", the parts are more than their total",
    )
