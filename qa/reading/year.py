"""The year that a report reports on, which is not the year that it was published in.

Title, subtitle, lead and headings are asked in this order; only if none names a year does the date of publication
tell it: the year before, or the same year for a report that is published at its end.
"""

from __future__ import annotations

import re
from collections import Counter

from qa.reading.dates import years_in
from qa.reading.parts import Parts
from qa.reading.sections import heading_kinds
from qa.types import SectionKind

# A year's report comes out from December on; one that is dated in the second half and speaks of 今年 is on that year.
_YEAR_END, _THIS_YEAR_FROM = 11, 7


def reported_year(parts: Parts, date: str) -> tuple[int | None, str]:
    """Find the year reported on.

    Args:
        parts: The parts of the text that may name it.
        date: Date of publication as ``YYYY-MM-DD``, or "".

    Returns:
        The year and the words that show it; None and "" if nothing does.
    """
    published = int(date[:4]) if date else 0
    in_title = [year for year in years_in(parts.title) if not published or year <= published]
    in_lead = [year for year in years_in(parts.lead) if not published or published - 3 <= year <= published]
    if in_title and _has_just_begun(min(in_title), date) and set(in_lead) == {published - 1}:
        # "2025年法治政府建设工作报告" of March 2025, "现将2024年度工作情况报告如下": a title may name the year it is given in.
        return published - 1, f"首段: {parts.lead[:40]}"
    if in_title:
        # "2023年…情况和2024年工作安排": the report is on the first.
        return min(in_title), f"标题: {parts.printed_title}"
    likely = [year for year in in_lead if year in (published, published - 1)] or in_lead
    # A line below the body is a link to another year's page as often as not: only what stands above tells, and a row of
    # years (2022年度 2023年度), or a year that the lead does not name among its own, is a menu.
    in_header = {year for line in parts.subtitles if "年度" in line for year in years_in(line)}
    if len(in_header) == 1 and (not likely or in_header & set(in_lead)):
        return (year := min(in_header)), f"副标题: {year}年度"
    if likely:
        counts = Counter(years_in(parts.body))
        # Of several years in the lead ("2021年以来…2023年,我县") the one that the report names most.
        year = max(dict.fromkeys(likely), key=lambda y: counts[y])
        return year, f"首段: {parts.lead[:40]}"
    for heading in parts.headings:
        for year in years_in(heading):
            plan = SectionKind.PLAN in heading_kinds(heading, 9999, deep=False)
            return (year - 1, f"标题(下一年计划): {heading}") if plan else (year, f"小标题: {heading}")
    return _published_year(parts, date) if date else _counted_year(parts.body)


def _has_just_begun(year: int, date: str) -> bool:
    """Whether a year had hardly begun on the day of publication, so that nothing of it could be reported."""
    return bool(date) and int(date[:4]) == year and int(date[5:7]) < _THIS_YEAR_FROM


def _published_year(parts: Parts, date: str) -> tuple[int, str]:
    """The year by the date of publication only."""
    year, month = int(date[:4]), int(date[5:7])
    if month >= _YEAR_END or (month >= _THIS_YEAR_FROM and re.search("今年", parts.lead)):
        return year, f"按年末发布日期 {date} 推定为当年"
    return year - 1, f"按发布日期 {date} 推定为上一年"


def _counted_year(body: str) -> tuple[int | None, str]:
    """The year that the body names most, if twice or more."""
    year, count = next(iter(Counter(years_in(body)).most_common(1)), (None, 0))
    return (year, f"正文提到 {count} 次") if count >= 2 else (None, "")
