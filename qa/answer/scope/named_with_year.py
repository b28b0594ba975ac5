"""Years that belong to a name: 入选省2023年度法律援助十大典型案例 and 2025年“某某”主题活动 stand in the report of 2024.

Such a year is no year that is asked for. Only a name as the report prints it counts, in quotation marks or with a head that
names a list, a prize or an action: 2023年行政复议案件 in a report of 2024 is a figure of 2023.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from qa.patterns import lazy_re
from qa.question.single.reading import Reading
from qa.types import ReportMeta

_DATED = lazy_re(r"20\d\d年度?(?P<name>[“「《][^”」》]{2,30}[”」》]|[^,，。?？;；、\d]{4,30})")
_HEAD = lazy_re(r"(?:案例|事例|名单|榜单?|奖|大赛|竞赛|论坛|专项行动|项目库|工程|先进个人|先进集体)")
_LEAST = 4


def without_year_of_a_name(
    reading: Reading, held: Sequence[ReportMeta], prints: Callable[[str, str], bool]
) -> Reading:
    """Drop a year that no report is held of and that belongs to a name which a report prints.

    Args:
        reading: The question.
        held: Reports of the places asked.
        prints: Tells whether the report of an id prints some words.

    Returns:
        The question, asked of the year of the report that prints the name; unchanged where none or several do.
    """
    if len(reading.years) != 1 or any(m.year in reading.years for m in held):
        return reading
    for dated in _DATED.finditer(reading.question):
        if not dated[0].startswith(str(reading.years[0])):
            continue
        for name in _names(dated):
            years = {m.year for m in held if prints(m.id, name)}
            if len(years) == 1:
                return replace(reading, years=tuple(years))
    return reading


def _names(dated: re.Match[str]) -> list[str]:
    """List what may be the name with its year: the words in marks, else those up to a head."""
    name = dated["name"]
    if name[0] in "“「《":
        return [dated[0]]
    before = dated.start("name") - dated.start()
    return [dated[0][: before + head.end()] for head in _HEAD.finditer(name) if head.start() >= _LEAST]
