"""Sums and wholes: what a sum says of the figures that it adds up, and a whole of its parts.

Knows nothing of indicators.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.ledger.mention import Mention
from qa.ledger.observed import Observation
from qa.patterns import lazy_re

_TWO = 2
_SHORT_SUM = 4  # characters that the pattern of a sum matches at most
_SAID_SUM = lazy_re(r"(?:共(?!同|享|建)|合计|共计|总计)")
_SUM = lazy_re(r"[,，、]?(?:合计|共计|总计|(?P<bare>共)有?)(?:为|达)?")
_OF_YEAR = lazy_re(r"20\d\d年|当年|今年|本年|年内")


def is_sum_of_unlike(mention: Mention, found: Sequence[Observation]) -> bool:
    """Tell whether a figure adds up figures of several indicators: 决策7项、规范性文件15件、合同112份,合计134件.

    Args:
        mention: The figure.
        found: The observations before it.

    Returns:
        Whether its words are only those of a sum (with 共 it adds up), and the two figures before it bear different indicators.
    """
    if mention.change or len(mention.label) > _SHORT_SUM or (said := _SUM.fullmatch(mention.label)) is None:
        return False
    last = [one for one in found[-_TWO:] if one.sentence == mention.sentence]
    if len(last) < _TWO or (said["bare"] and (mention.noun or not _adds_up(mention.quantity.value, last))):
        return False
    return last[0].indicator != last[1].indicator and not any(one.change for one in last)


def are_of_sum(one: Observation, mention: Mention, found: Sequence[Observation]) -> bool:
    """Tell whether a figure is the sum of the two before it, which so count only some: 乡镇23个、县直部门19个,共42个单位.

    Args:
        one: The figure.
        mention: The same, with the words that own it.
        found: The observations before it.

    Returns:
        Whether it says so, and adds up.
    """
    if not _SAID_SUM.match(mention.label) or len(found) < _TWO or not one.indicator or mention.change:
        return False
    last = found[-_TWO:]
    return not any(p.sentence != one.sentence or p.change for p in last) and _adds_up(one.value, last)


def _adds_up(value: str, parts: Sequence[Observation]) -> bool:
    """Tell whether whole numbers make a sum."""
    values = (value, *(one.value for one in parts))
    return all(v.isdigit() for v in values) and sum(map(int, values[1:])) == int(value)


def is_of_whole(indicator: str, head: str, holder: str, mention: Mention) -> bool:
    """Tell whether a part bears the indicator of its whole though it is none: 述法49人,其中书面述法43人.

    Args:
        indicator: Indicator of the part.
        head: Indicator of the last figure that is no part.
        holder: Whose the part is, or "": 其中市场监管局512件 is the office's own.
        mention: The part; 累计1.12万场次,其中2024年3140场次 is the year's whole.

    Returns:
        Whether the part is only some of its whole.
    """
    return (
        bool(head) and indicator == head and not (holder or mention.change or _OF_YEAR.search(mention.label))
    )
