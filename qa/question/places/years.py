"""Finds the years that a question names: 2024年, 24年, 二〇二四年, 2022到2024年, 去年, 近两年, last year.

Knows nothing of places or of what the library holds. A year that is only what others are compared with
(比去年, 较上年) is no year that is asked for. Four digits with a measure word (2024件) are a count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from qa.patterns import lazy_re

_DIGITS = {sign: str(value) for value, sign in enumerate("零一二三四五六七八九")}
_DIGITS |= {"〇": "0", "○": "0", "O": "0"}
_SMALL = {sign: value for value, sign in enumerate("一二三四五六七八九十", start=1)} | {"两": 2}
_WIDEST = 30  # years in a range; "1890到2024年" stays its two ends
_NEAR = 16  # characters of context that are looked at on either side

_HAN = "[一二][〇零○O一二三四五六七八九]{3}"
_UNIT = "件名人次起万亿元个家份部条项场册户批宗例篇处所支期余几%‰\\d"
# "2000多件" is a count, "2024比2023多了多少" asks of a year.
_COUNTS = lazy_re(rf"[{_UNIT}]|多(?![了出少几])")
_NAMED = lazy_re(
    r"(?<![\d.第号])(?<!(?<!\d)\d,)(?<!(?<!\d)\d\d,)(?<!(?<!\d)\d{3},)(?P<long>[12]\d{3})(?:年度?|(?=\D|$))"  # 2024年度, 2024
    rf"|(?P<han>{_HAN})年度?"  # 二〇二四年
    r"|(?<![\d.近第满约超])(?P<short>[0-4]\d)年度?(?![来前后内间以])"  # 24年, but not 近10年 or 10年来
)
# "2022—2024年", "22到24年": the first year of a range may go without 年.
_RANGE = lazy_re(
    rf"(?<![\d.第号])(?<!\d,)(?P<first>[12]\d{{3}}|[0-4]\d|{_HAN})年?度?\s*(?:到|至|--?|——?|–|~)\s*"
    rf"(?P<last>[12]\d{{3}}|[0-4]\d|{_HAN})(?P<unit>年度?)?(?![{_UNIT}多])"
)
# "22、24年": a two-digit year that a list ending in 年 begins or continues with.
_BARE_LIST = lazy_re(r"(?<!\d)(?P<year>[0-4]\d)(?=(?:[、,和与及跟]\s*[0-4]\d){0,4}[、,和与及跟]\s*[0-4]\d年)")
_RELATIVE = lazy_re(
    r"(?P<now>今年|本年度?|this year)|(?P<before>大前年|前年|the year before last)"
    r"|(?P<last>去年度?|(?<![网线路街手身车])上一?个?年度?(?!半|纪|岁)|last year|previous year)"
    r"|(?P<next>明年|下一?年度?(?!半)|next year)"
    r"|(?:最?近|过去|last |past )(?P<count>[一两二三四五六七八九十]|[1-9]|10)(?:个?年度?| years)(?!前)",
    re.IGNORECASE,
)
# "比去年多了多少", "较上年增长", "与去年同期相比": the year before is only the base of a comparison.
_BASE_BEFORE = lazy_re(
    r"(?:比|较|比起|相较于|对比|从|由|自|compared (?:to|with) |than |over |from |versus |vs\.? )\s*$",
    re.IGNORECASE,
)
_BASE_AFTER = lazy_re(
    r"(?:的)?(?:同期|相比|比较|比起来|相较|比(?=[,。?!吗呢]|$|[\u4e00-\u9fff]{0,5}(?:怎么样|如何|咋样)|怎么|是|算|还是|到底|[增上升下降减少多高低涨跌有变])"
    r"|比(?![例重])(?=[\u4e00-\u9fff]{1,8}?(?:增加?|上升|升|下降|降|减少?|[多少高低涨跌])了?(?:多少|几|没|吗)))"
)
# "上年结转", "从上一年结转": carried over into the year asked for.
_CARRIED = lazy_re(r"(?:年?末|年?底)?(?:的)?(?:结转|遗留|转入|结余|未结|结存)")
# "2018年以来的文件", "对2023年实施的决策": years of things.
_SINCE = lazy_re(r"(?:[年底末及])*(?:以前|之前|以来|以后)")
_MADE_IN = lazy_re(r"(?:实施|出台|印发|制定|发布|签订)的")
# "列入2025年台账的有几个": out of the year before it, which is asked for.
_INTO_YEAR = lazy_re(r"(?:[列转纳]入|[转留推放]到|(?:结转|顺延|延续|推迟|转入)[到至入]?)了?$")
# "列入2024年度重大行政决策目录": of that year
_A_LIST = lazy_re(r"度?[^,。?]{0,10}(?:目录|立法|计划|清单|项目库|方案|规划)")
_CARRIED_ON = lazy_re(
    r"(?:结转|转入|延续|顺延)(?:到|至|入)?了?$"
)  # 结转到下一年的有多少件: out of the year asked for
# "去年(2024年)", "上一年也就是2023年": the year that is named says what the word means.
_GLOSSED = lazy_re(
    r"(?<=年)[^年]{0,30}[,。?!][^,。?!年]{0,4}(?:要|说|指|问)的?(?:就?是)上一?个?年度?"  # 2023年多少,我要的是上一年
    r"|(?:今年|本年度?|大?前年|去年度?|上一?个?年度?|明年|下一?年度?|(?:this|last|next|previous) year)"
    rf"(?=\s?[(,，]?\s?(?:也?就?是|即)?\s?(?:[12]\d{{3}}|{_HAN})年|\s?[(（]\s?[12]\d{{3}}\s?[)）])",
    re.IGNORECASE,
)
_JOINED = lazy_re(r"[与和同跟]\s*$")
_SPOKEN = lazy_re(r"(?:\bin|\byear|\bfor|\bof)\s*$", re.IGNORECASE)
_DATE_TAIL = lazy_re(r"[./-]\d{1,2}(?!\d)")
_TITLE = lazy_re(r"《[^》]*》?")


class YearMention(NamedTuple):
    """Years named in a text and the half-open span that names them; ``back`` counts from today, where they are named so."""

    start: int
    end: int
    years: tuple[int, ...]
    back: int | None = None


def find_years(text: str, today: date) -> list[YearMention]:
    """Find the years that a question asks for, outside the titles of documents.

    Args:
        text: A cleaned question (half-width digits, simplified characters).
        today: The day that 去年 and 今年 are counted from.

    Returns:
        The mentions in order, without overlaps; each has at least one year.
    """
    taken = bytearray(len(text))
    for match in _TITLE.finditer(text):
        taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    for match in _GLOSSED.finditer(text):
        taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    found: list[YearMention] = []
    named = sorted({year for mention in _single(text) for year in mention.years})
    # "2024年的报告里提到,上一年…": the year before the one that is named, not before today's.
    before = named[0] if len(named) == 1 else 0
    for mention in (*_ranges(text), *_single(text), *_relative(text, today.year, before)):
        if not any(taken[mention.start : mention.end]):
            taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
            found.append(mention)
    found.sort()
    return [m for at, m in enumerate(found) if at == 0 or not _is_of_a_thing(text, m)]


def _is_of_a_thing(text: str, mention: YearMention) -> bool:
    """Say whether a second year tells how old a thing is and not which year is asked for: 2024年清理2015年以前的文件."""
    if _SINCE.match(text, mention.end):
        return True
    return _MADE_IN.match(text, mention.end) is not None and text[mention.start - 1] in "对将把"


def _ranges(text: str) -> Iterator[YearMention]:
    """Find ranges; one without 年 counts only between years of four digits."""
    for match in _RANGE.finditer(text):
        long = len(match["first"]) == len(match["last"]) == 4
        if not (match["unit"] or long):
            continue
        first, last = sorted((_number(match["first"]), _number(match["last"])))
        years = tuple(range(first, last + 1)) if last - first <= _WIDEST else (first, last)
        yield YearMention(match.start(), match.end(), years)


def _single(text: str) -> Iterator[YearMention]:
    """Find single years, and the two-digit years of a list that ends in 年."""
    for match in _NAMED.finditer(text):
        digits = match["long"] or match["han"] or match["short"]
        bare = match["long"] and not match[0].endswith(("年", "度"))
        if bare and not _stands_alone(text, match, int(digits)):
            continue
        into = _INTO_YEAR.search(text[max(0, match.start() - _NEAR) : match.start()]) is not None
        into = into and _A_LIST.match(text, match.end()) is None
        yield YearMention(match.start(), match.end(), (_number(digits) - into,))
    for match in _BARE_LIST.finditer(text):
        yield YearMention(match.start(), match.end(), (_number(match["year"]),))


def _stands_alone(text: str, match: re.Match[str], year: int) -> bool:
    """Say whether four digits without 年 are a year: no measure word, no decimals, a year of our time."""
    after = text[match.end() : match.end() + 4]
    if _COUNTS.match(after):
        return False
    if re.match(r"[./:-]\d", after):
        return year >= 1949 and _DATE_TAIL.match(after) is not None
    spoken = _SPOKEN.search(text[max(0, match.start() - _NEAR) : match.start()])
    return 1949 <= year <= 2099 or (spoken is not None and year < 2100)


def _relative(text: str, year: int, named: int) -> Iterator[YearMention]:
    """Find years counted from today, or 上一年 from the only named year, but for those that are only a comparison's base."""
    for match in _RELATIVE.finditer(text):
        if match["count"]:
            count = _SMALL.get(match["count"]) or int(match["count"])
            yield YearMention(match.start(), match.end(), tuple(range(year - count, year)))
            continue
        left = text[max(0, match.start() - _NEAR) : match.start()]
        right = text[match.end() : match.end() + _NEAR]
        base = _BASE_BEFORE.search(left) or (_JOINED.search(left) and _BASE_AFTER.match(right))
        if match["last"]:
            base = base or _CARRIED.match(right)
        if match["next"]:
            base = base or _CARRIED_ON.search(left)
        if base and not match["now"]:
            continue
        back = {"now": 0, "last": 1, "next": -1}.get(match.lastgroup or "", 3 if "大" in match[0] else 2)
        if named and match["now"]:  # 2024年今年新设多少户
            yield YearMention(match.start(), match.end(), (named,))
            continue
        if named and match["last"] and match[0].startswith("上"):
            yield YearMention(match.start(), match.end(), (named - 1,))
            continue
        yield YearMention(match.start(), match.end(), (year - back,), back)


def years_back(question: str, today: date) -> int | None:
    """Tell how many years before today's the one year is that a question names by 今年, 去年 or 前年 and by no number.

    Args:
        question: A cleaned question.
        today: The day that they count from.

    Returns:
        The number, 0 for 今年; None where a year is named otherwise, several are, or none.
    """
    back = {mention.back for mention in find_years(question, today)}
    return back.pop() if len(back) == 1 else None


def _number(digits: str) -> int:
    """Read a year written in digits of either script; two digits are of this century."""
    value = int("".join(_DIGITS.get(sign, sign) for sign in digits))
    return value + 2000 if len(digits) == 2 else value


# "明年有什么打算": the year after the report's, not after today's.
_PLANNED = lazy_re(r"明年|来年|(?<![转入到至])下一?年|next year", re.IGNORECASE)


def years_of_plan(question: str, years: tuple[int, ...]) -> tuple[int, ...]:
    """Give the years of a question on plans: 明年 counts from a report, which another year may name (2024年报告里明年的打算).

    Args:
        question: A cleaned question that asks for plans.
        years: The years that it names, 明年 counted from today.

    Returns:
        The years of the reports to look into; () is the newest.
    """
    if _PLANNED.search(question) is None:
        return years
    printed = {int(y) for y in re.findall(r"20\d\d", question)}
    return tuple(y for y in years if y in printed)


# 明年怎么提高, 对2023年作了哪些安排
_NEXT = lazy_re(r"明年|来年|(?<=对)20\d\d年(?=[^,。?]{0,14}(?:安排|部署|谋划))")


def with_next_year(content: str, question: str) -> str:
    """Put 明年 back into the words of a question, from which it was taken as a year: it asks for plans.

    Args:
        content: The question, its places and years blanked.
        question: The question.

    Returns:
        The words, of the same length.
    """
    for match in _NEXT.finditer(question):
        content = content[: match.start()] + match[0] + content[match.end() :]
    return content
