"""Shares that stand in one list and so are of one whole: 甲类158件,占39.9%;乙类97件,占24.5%;丙类74件,占11.9%.

The whole need not be found: all shares but one agree on it within what they are printed to. Two that agree by chance are
rare (two shares of one decimal meet in one of a hundred), and what another count near by explains is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from qa.audit.figures import Figure
from qa.audit.finding import Finding, Kind, Severity
from qa.audit.interval import Interval
from qa.audit.wording import finding, percent, plain
from qa.patterns import lazy_re

_SHARE = lazy_re(r"^[,(]?占(?:比)?(?:为|达)?$")
_GOES_ON = lazy_re(r"^[;,、)](?!其中)")
_LEAST = 3  # pairs: of two that differ, nobody knows which is meant
_NEAR = 16  # characters of the name of one part


def check_fellows(passage: Sequence[Figure], here: Sequence[Figure]) -> Iterator[Finding]:
    """Hold the shares of one list against each other.

    Args:
        passage: Figures of the passage before the sentence.
        here: Figures of the sentence, in order.

    Yields:
        The one share that is of another whole than all others of its list.
    """
    pairs = _pairs(here)
    if len(pairs) < _LEAST:
        return
    wholes = [part.bounds.over(share.bounds, 100) for part, share in pairs]
    odd = [at for at in range(len(pairs)) if (one := _common(wholes, at)) and not _meets(wholes[at], one)]
    if _common(wholes, -1) is not None or len(odd) != 1:
        return
    part, share = pairs[odd[0]]
    whole = _common(wholes, odd[0])
    others = [f for f in (*passage, *here) if f.counts and f.unit_class == part.unit_class]
    if whole is None or any((s := part.bounds.over(f.bounds, 100)) and s.meets(share.bounds) for f in others):
        return
    result = part.bounds.over(whole, 100)
    if result is None:
        return
    fellow, its_share = pairs[0 if odd[0] else 1]
    computed = percent(result, share)
    yield finding(
        Kind.SHARE,
        Severity.SCOPE,
        share,
        [part, fellow, its_share],
        computed=computed,
        arithmetic=f"{plain(part)}÷({plain(fellow)}÷{plain(its_share)})={computed}",
        note="；同一列举中的其他占比合于一个总数",
        note_en="; the other shares of the list are of one total",
    )


def _pairs(here: Sequence[Figure]) -> list[tuple[Figure, Figure]]:
    """List the counts with the share right behind each, as long as they go on with one list in one unit."""
    found: list[tuple[Figure, Figure]] = []
    for part, share in pairwise(here):
        if not part.counts or share.quantity.unit != "%" or not _SHARE.match(share.before):
            continue
        if share.mention.change or part.bounds.low <= 0:
            continue
        if found and (
            part.quantity.unit != found[0][0].quantity.unit
            or not _GOES_ON.match(part.before)
            or part.mention.quantity.start - found[-1][1].quantity.end > _NEAR
        ):
            break
        found.append((part, share))
    return found


def _common(wholes: Sequence[Interval | None], but: int) -> Interval | None:
    """Give what all wholes but one share, or None."""
    low = high = None
    for at, whole in enumerate(wholes):
        if at == but:
            continue
        if whole is None:
            return None
        low = whole.low if low is None else max(low, whole.low)
        high = whole.high if high is None else min(high, whole.high)
    return Interval(low, high) if low is not None and high is not None and low <= high else None


def _meets(whole: Interval | None, common: Interval) -> bool:
    """Tell whether a whole may be the common one."""
    return whole is not None and whole.meets(common)
