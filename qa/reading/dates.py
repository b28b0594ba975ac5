"""Dates and years as reports print them: 2025-03-28, 2025年3月28日, 二〇二五年三月二十八日, 2024 年.

Works on folded text. Knows nothing of what a date is the date of.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from datetime import date

from qa.patterns import lazy_re
from qa.reading.furniture import DATE_TEXT

_DIGITS = {char: str(i) for i, char in enumerate("零一二三四五六七八九")} | {"〇": "0"}
_CN_YEAR = r"[一二][〇零一二三四五六七八九]{3}"
_YEAR = lazy_re(rf"(?<![\d-])((?:19|20)\d\d|{_CN_YEAR})\s*年(?!期|代)")
_RANGE = lazy_re(rf"(?:(?:19|20)\d\d|{_CN_YEAR})\s*年?\s*[-—–~至到]+\s*(?:(?:19|20)\d\d|{_CN_YEAR})\s*年?")
_DATE = lazy_re(DATE_TEXT)
_PARTS = lazy_re(r"[年月日\s./-]+")


def year_of(digits: str) -> int:
    """Read a year in Arabic or Chinese digits.

    Args:
        digits: Four digits such as 2024 or 二〇二四.

    Returns:
        The year.
    """
    return int("".join(_DIGITS.get(char, char) for char in digits))


def years_in(words: str) -> list[int]:
    """List the years that words name, without those of a span such as 2021-2025年 or inside a title 《…》.

    Args:
        words: Folded words.

    Returns:
        Years in order of mention.
    """
    words = re.sub(r"《[^》]*》", "", _RANGE.sub("", words))
    return [year_of(found) for found in _YEAR.findall(words)]


def iso_date(words: str) -> str:
    """Find the first full date in words.

    Args:
        words: Folded words.

    Returns:
        ``YYYY-MM-DD``, or "" if there is no date with year, month and day.
    """
    return next((day for day, _ in _dates_in(words)), "")


def printed_date(words: str) -> str:
    """Find the first full date in words, as it is printed.

    Args:
        words: Folded words.

    Returns:
        The date, such as 2025年2月28日, or "".
    """
    return next((printed for _, printed in _dates_in(words)), "")


def _dates_in(words: str) -> Iterator[tuple[str, str]]:
    """Give each full date as ``YYYY-MM-DD`` and as printed."""
    for found in _DATE.finditer(words):
        parts = [part for part in _PARTS.split(found.group()) if part]
        if len(parts) != 3:
            continue
        numbers = [year_of(parts[0]), *(_small(part) for part in parts[1:])]
        with contextlib.suppress(ValueError):
            yield date(*numbers).isoformat(), found.group()


def _small(digits: str) -> int:
    """Read a month or day: 3, 三, 十二, 二十八, 元."""
    if digits.isascii():
        return int(digits)
    if digits == "元":
        return 1
    tens, ten, units = digits.rpartition("十")
    unit = int(_DIGITS.get(units[-1:] or "零", "0"))
    return (int(_DIGITS.get(tens[-1:] or "一", "1")) * 10 if ten else 0) + unit
