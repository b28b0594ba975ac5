"""Quantities in Chinese text: figures with their unit, qualifier and span.

Reads 1476, １，４７６, 一千三百余, 23万余, 13.68亿, 百分之九十五, 七成, 3.97:1 and the measure word behind them. Dates, ordinals,
versions (2.0), hotlines, section numbers and names such as 1+8 are no quantities. Knows nothing of what is counted.
"""

from __future__ import annotations

import re
from decimal import Decimal
from string import ascii_letters, digits
from typing import NamedTuple

from qa.no_figure import is_no_figure
from qa.numerals import DIGITS, parse_chinese
from qa.patterns import lazy_re
from qa.text import fold
from qa.unbroken import unbroken
from qa.units import CLASS_OF, SPELT_UNIT_PATTERN, UNIT_CLASS, UNIT_PATTERN, bare, scale_of

_UNIT, _SPELT = UNIT_PATTERN, SPELT_UNIT_PATTERN
_CN = "零〇一二两三四五六七八九十百千万亿"

# What stands before a figure: "超过993场", "近七成", "不少于2次".
_BEFORE = {
    "约": "大约 约 大概",
    "近": "将近 接近 近",
    "超": "超过 超出 突破 超 逾 高于 上",
    "以上": "不少于 不低于 不小于 至少 最少",
    # "7个县执业律师不足3名" has fewer than three, not about three.
    "以下": "不超过 未超过 不高于 不多于 不大于 不足 不满 不到 不及 低于 少于 小于 至多 最多",
}
_BEFORE_CODE = {word: code for code, words in _BEFORE.items() for word in words.split()}
_BEFORE_RE = lazy_re("(?:" + "|".join(sorted(_BEFORE_CODE, key=len, reverse=True)) + r")\s?$")
# What stands behind it: "30余次", "10%以下", "95%以上".
_AFTER_CODE = {
    "以上": "以上",
    "以下": "以下",
    "以内": "以下",
    "之内": "以下",
    "左右": "约",
    "上下": "约",
    "多": "余",
    "余": "余",
}
# Characters that the two patterns end or begin with: most figures need neither.
_BLANKS = frozenset(chr(code) for code in range(0x3001) if chr(code).isspace())
_BEFORE_ENDS = _BLANKS.union(word[-1] for word in _BEFORE_CODE)
_AFTER_STARTS = _BLANKS.union(word[0] for word in _AFTER_CODE)
_AFTER_RE = lazy_re(r"\s?(以上|以下|以内|之内|左右|上下|余|多(?=[,。;、)]|$))")

_ARABIC = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
_ARABIC_ON = r"\d{0,2}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d*(?:\.\d+)?"  # behind its first digit
# Begins with a class, so that the machine skips what begins no figure: 57 instead of 107 ns a character. So the groups of
# numerals (ratio, arabic, cn) lack their first character.
_FIGURE = lazy_re(
    rf"""
    [\d{_CN}]
    (?: (?<=百)分之(?P<pct>{_ARABIC}|[{_CN}点]+)
    | (?<=\d)(?P<ratio>\d*(?:\.\d+)?)\s?:\s?1(?![\d.:])
    | (?<=\d)(?P<mixed>\d{{0,3}}(?:亿\d{{1,4}}千?万?|万\d{{1,4}}[千百]?|千\d{{1,3}}百?))(?P<mmore>余|多)?(?P<munit>{_UNIT})
    | (?<=\d)(?P<arabic>{_ARABIC_ON})\s?(?P<more1>余|多|来)?(?P<scale>[百千万亿]{{1,2}})?(?P<more2>余|多)?\s?(?P<unit>{_UNIT})?
    | (?<!\d)(?P<cn>[{_CN}]*(?:点[零〇一二三四五六七八九]+)?)(?P<cmore>余|多|来)?(?P<cscale>[万亿])?\s?(?P<cunit>{_SPELT})
    )""",
    re.X,
)
# Names and idioms that look like a figure in Chinese numerals: "一件事" reform, "一站式", "一把手", "三项制度" (a fixed name) ...
_IDIOM = lazy_re(
    r"一(?:件事|类事|站式|支队伍|站|网通|网|窗|口|体|把手|批|定|些|种|系列|次性|方面|年来|年|张网|码|村一|本账|号|家亲|对一|项一|部门一|企一|案一|事一|月|起|级|审|例|名|人一|人|位|个|条龙|条|揽子|点|类|条线)"
    r"|零件|千家万户|三项制度|两个(?:维护|确立|健康|毫不)|四个(?:意识|自信|全面)|三个一|五个一|百日|百分|千万|万一|三书|两会|八五|七五|九五|十四五|十五五"
)
# "划分为A、B、C、D四个等级": the last of letters in a row names nothing with the figure behind it.
_NOT_BEFORE = lazy_re(r"(?:第|(?<!、)[A-Za-z]|[A-Za-z\d]\+|\d[.\-—~/]|[A-Za-z]-)$")
_NOT_BEFORE_ENDS = frozenset("第+.-—~/" + ascii_letters + digits)  # what it ends with
_MINUSES = frozenset("-−")
_MINUS = lazy_re(r"(?<![\dA-Za-z\-—~])[-−]$")
_NAMING = frozenset("每某这那同另几无“")  # 每三个, 某一家, 无一件, “三项: no figure stands behind these
_VERSION = frozenset("上下")  # 上一批, 下三项; but 上百件
_LARGE = "百千万"
_BEFORE_LARGE = frozenset("上数近超")
_THREE_OR_FIVE = lazy_re(r"[一二两三四五六七八九]{2}")  # 三五家, 一两次
_RANGE = frozenset("至到-—~–−")
SPAN = lazy_re(r"(?<=[\d%\u4e00-\u9fff])[至到\-—~–−]{1,2}(?=[\d〇一二两三四五六七八九十百])")
"""What parts the ends of a range in the printed words of a figure."""
_LOWER_END = lazy_re(
    rf"(?:\d[\d.,]*|[{_CN}]+)(?P<unit>%|[百千万亿]{{0,2}}(?:{_UNIT}))?\s?[至到\-—~–−]{{1,2}}$"
)
_FROM = lazy_re(r"[从由自]\D{0,6}$")  # 由98件至151件 is a change
_NAMED_BY = frozenset("年日号届大级分点面部村镇站")
# An Arabic figure may be a date or a name where it bears none or one of these units, or where no word stands right behind it.
_MAY_NAME = frozenset({None, "年", "日", "周年", "分"})
_UNIT_HEADS = frozenset(unit[0] for unit in UNIT_CLASS) | frozenset("百千万亿余多来")


class Quantity(NamedTuple):
    """A figure in a text; a tuple, for one is made for each figure of each report.

    Attributes:
        start: First code point, qualifier included.
        end: One past the last code point, unit and qualifier included.
        value: Plain decimal as printed, thousands separators removed; 万 and 亿 stay in the unit. The upper end of a range.
        unit: Measure word with its 万 or 亿, such as 件, 万件, 亿元, %, ``:1``; "" if none.
        qualifier: One of 约 余 超 以上 以下 近, or None.
        printed: The words as printed, ``text[start:end]``.
        weak: A small number in Chinese numerals, which often belongs to a name.
    """

    start: int
    end: int
    value: str
    unit: str
    qualifier: str | None
    printed: str
    weak: bool = False

    @property
    def unit_class(self) -> str:
        """Class of the unit: percent, money, people, person_times, event_times, case, item, body ..., or ""."""
        return CLASS_OF[self.unit]

    @property
    def bare_unit(self) -> str:
        """The unit without its 百 千 万 亿: 元 of 万元."""
        return bare(self.unit)

    @property
    def amount(self) -> Decimal:
        """The value with 百 千 万 亿 of its unit multiplied in."""
        return Decimal(self.value) * scale_of(self.unit)


def find_quantities(text: str) -> list[Quantity]:
    """Find the figures in a text.

    Args:
        text: Any text; full-width forms are read as half-width ones.

    Returns:
        The quantities in order of their start, none overlapping.
    """
    folded = fold(text)
    found = quantities_of(folded)
    if folded == text:
        return found
    return [q._replace(printed=text[q.start : q.end]) for q in found]


def quantities_of(text: str) -> list[Quantity]:
    """Find the figures in a text that is folded already.

    Args:
        text: A folded text.

    Returns:
        As :func:`find_quantities`.
    """
    solid, places = unbroken(text)
    found: list[Quantity] = []
    for match in _FIGURE.finditer(solid):
        quantity = _read(solid, match)
        if quantity is None:
            continue
        # the lower end, if it has a unit, is no figure of its own
        at = match.start()
        if at and solid[at - 1] in _RANGE and (lower := _range_before(solid, at)):
            begin = lower.start()
            if found and found[-1].end > (places[begin] if places else begin):
                found.pop()
            printed = solid[begin : quantity.end]
            quantity = quantity._replace(start=begin, value=quantity.value.lstrip("-"), printed=printed)
        if places:
            start, end = places[quantity.start], places[quantity.end - 1] + 1
            quantity = quantity._replace(start=start, end=end, printed=text[start:end])
        found.append(quantity)
    return found


def numbers_in(text: str) -> set[Decimal]:
    """Collect every number that a text states, in each reading that a quote of it may use.

    Args:
        text: Any text.

    Returns:
        Each figure as printed and with 万 and 亿 multiplied in, Chinese numerals included.
    """
    text = unbroken(fold(text))[0]
    found = {Decimal(n.replace(",", "")) for n in re.findall(_ARABIC, text)}
    found |= {Decimal(n) for n in re.findall(r"\d+(?:\.\d+)?", text)}
    for quantity in find_quantities(text):
        found |= {Decimal(quantity.value), quantity.amount}
    for numeral in re.findall(rf"[{_CN}]+(?:点[{_CN}]+)?", text):
        value = parse_chinese(numeral)
        if value is not None:
            found.add(Decimal(value))
    return found


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    """Turn a match of the figure pattern into a quantity, or None where it is a date, a name or an ordinal."""
    start, end = match.span()
    previous = text[start - 1] if start else ""
    if previous in _NOT_BEFORE_ENDS and _NOT_BEFORE.search(text[max(0, start - 3) : start]):
        return None
    weak = False
    value: str | None
    (
        pct,
        ratio,
        mixed,
        more_mixed,
        measure_mixed,
        arabic,
        more,
        scale,
        more_scaled,
        measure,
        numeral,
        more_cn,
        scale_cn,
        measure_cn,
    ) = match.groups()
    if mixed is not None:  # "1万3千余件", "2亿4千万元": 3千余件 and 4千万元 are no figures of theirs
        value, unit, more = _mixed(text[start] + mixed), measure_mixed, more_mixed
    elif arabic is not None:
        behind = start + 1 + len(arabic)
        printed = text[start:behind]
        # behind most figures stands a unit that neither a date nor a name ends with
        if (measure in _MAY_NAME or text[behind] not in _UNIT_HEADS) and is_no_figure(text, match, printed):
            return None
        value = printed.replace(",", "")
        unit = (scale or "") + (measure or "")
        more = more or more_scaled
    elif pct:
        raw = pct.replace(",", "")
        value = raw if raw[0].isdigit() else parse_chinese(raw)
        unit = "%"
    elif ratio is not None:
        value, unit = text[start] + ratio, ":1"
    else:
        numeral = text[start] + numeral
        if (
            previous in _NAMING
            or (previous == "数" and numeral.strip(_LARGE + "十") == "")  # 数百件 are several hundred
            or _THREE_OR_FIVE.fullmatch(numeral)
            or _IDIOM.match(text, start)
            or _IDIOM.match(text, max(0, start - 1))
            or (previous in _VERSION and numeral not in tuple(_LARGE))
        ):
            return None
        value = parse_chinese(numeral)
        unit = (scale_cn or "") + measure_cn
        more = more_cn
        weak = len(numeral) == 1 and numeral not in _LARGE and measure_cn not in {"成", "倍"}
        if measure_cn in _NAMED_BY or (numeral in _LARGE and not more and previous not in _BEFORE_LARGE):
            return None
    if value is None:
        return None
    if unit == "元" and len(value) > 8 and value.endswith("00000"):
        value, unit = f"{Decimal(value) / 10**8:f}", "亿元"  # 二十一亿四千万元, 2亿4千万元
    if previous in _MINUSES and _MINUS.search(
        text[max(0, start - 2) : start]
    ):  # "同比增长-3.2%", a cell of a table
        value, start = f"-{value}", start - 1
    if unit == "成":  # "近七成": shares are told in per cent
        value, unit = str(int(value) * 10), "%"
        if text[end : end + 1] in DIGITS:  # "九成八以上"
            value = str(int(value) + DIGITS[text[end]])
            end += 1
    qualifier = "余" if more else None
    last, following = text[start - 1 : start] if start else "", text[end : end + 1]
    if (
        last in _BEFORE_ENDS
        and (before := _BEFORE_RE.search(text[max(0, start - 4) : start]))
        and not (arabic is not None and before[0].strip() == "上")
    ):  # 上百件, but 澳车北上3.47万辆, 网上320件
        qualifier = _BEFORE_CODE[before[0].strip()]
        start -= len(before[0])
    if following in _AFTER_STARTS and (after := _AFTER_RE.match(text, end)):
        qualifier = _AFTER_CODE[after[1]]
        end = after.end()
    return Quantity(start, end, value, unit, qualifier, text[start:end], weak)


def _mixed(printed: str) -> str:
    """The number that digits and scales in turn make: 1万3千 is 13000."""
    pieces = re.findall(r"(\d+)([百千万亿]*)", printed)
    return str(sum(Decimal(digits) * scale_of(scale) for digits, scale in pieces))


def _range_before(text: str, start: int) -> re.Match[str] | None:
    """Find the lower end of a range whose upper end begins at a position: 10至15件, 10%-15%; 由98件至151件 is a change."""
    if text[start - 1 : start] not in _RANGE:
        return None
    lower = _LOWER_END.search(text, max(0, start - 20), start)
    return None if lower is None or _FROM.search(text, max(0, lower.start() - 8), lower.start()) else lower
