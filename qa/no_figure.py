"""What looks like a figure and is a date, a version, a hotline or a part of a name."""

from __future__ import annotations

import re

from qa.patterns import lazy_re

_LATIN_OR_RANGE = lazy_re(r"[A-Za-z]|\s?[-—~]\s?\d")
_BARE_AFTER = lazy_re(r"[比率数量值分达为至到约超近共计]\s?[-−]?$")
_DATE_AFTER = lazy_re(r"\s?(?:年|月|日|号|时)")


def is_no_figure(text: str, match: re.Match[str], value: str) -> bool:
    """Tell whether an Arabic figure is a date, a version, a hotline or part of a name."""
    start = match.start()
    unit = match["unit"]
    digits_end = start + len(value)
    following = text[digits_end : digits_end + 4]
    head = following[:1]
    if unit in {"年", "日", "周年"} and not match["more1"] and (len(value) == 4 or unit == "日"):
        return True  # "2024年", "3月25日"
    if unit is None and _DATE_AFTER.match(following) and not match["more1"]:
        return True  # "3月"
    if unit == "分" and following.startswith(("分局", "分钟")):
        return following.startswith("分局")
    if head in "+＋" or ((not head.isalpha() or head.isascii()) and _LATIN_OR_RANGE.match(following)):
        return True  # "1+8", "4S店", "2021-2025"
    if unit is not None:
        return False
    if head in '”"版' or text[max(0, start - 1) : start] in '“"':
        return True  # "2.0”", "3.0版"
    before = text[max(0, start - 1) : start]
    if before in "(（[+" or (value.startswith("123") and len(value) == 5):
        return True  # "(2)", hotline 12345
    # A bare number counts only where the text says that it is one: "复议诉讼比5.29,", "得分96.5。", "达1476".
    return not match["scale"] and not _BARE_AFTER.search(text[max(0, start - 3) : start])
