"""Figures in Chinese text: their value, unit and qualifier, written apart from the product's own number code.

An evaluation that shared the product's parser would share its mistakes, so this one was written from the
rules of the contract alone. Knows nothing of questions, places or indicators.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from qa.text import fold

_MAGNITUDES = {"万亿": 10**12, "亿": 10**8, "千万": 10**7, "百万": 10**6, "万": 10**4, "千": 10**3}
# "千" is a magnitude before a counted noun ("3千余家"), a part of the unit in "千米" and "千瓦".
_MAGNITUDE = r"万亿|亿|千万|百万|万|千(?=[余多]?[元件人家名次个户场份条])"
_ARABIC = re.compile(
    r"(?<![\d.A-Za-z])(?P<whole>\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?P<part>\.\d+)?"
    rf"(?P<ratio>\s*:\s*\d+(?:\.\d+)?(?!\d))?\s*(?P<more>[余多])?\s*(?P<size>{_MAGNITUDE})?\s*(?P<also>[余多])?"
)
_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_NUMERAL = r"[零〇一二两三四五六七八九十百千万亿]"
# 百分之九十五 · 百分之5.5 · 近七成 (not 成立, 成员, 成果, 成效) · 一千三百余件 · 二十余万件
_PERCENT = re.compile(
    rf"(?P<base>百|千)分之(?P<han>{_NUMERAL}+(?:点{_NUMERAL}+)?)?(?P<arabic>\d+(?:\.\d+)?)?"
)
_TENTHS = re.compile(r"(?P<han>[一二三四五六七八九])成(?P<half>半)?(?![立为员果功效本绩熟长都就])")
_HAN = re.compile(rf"(?P<han>{_NUMERAL}+)(?P<more>[余多])?(?P<size>[万亿])?(?P<also>[余多])?")
# A single numeral is a figure only before a measure word: 一是, 一般 and 一体化 hold none.
_MEASURE = re.compile(r"[个件名项家次份部起场期条支人所处座篇册户宗倍余多卷张本台辆艘栋批轮届课]")
_BEFORE = re.compile(r"(大约|约|将近|接近|近|超过|超出|突破|超|逾|不足|不到|低于|至少)\s*$")
_AFTER = re.compile(r"^[^\d,。;、:()]{0,4}?(以上|以下|以内|左右)")
_SAME_UNIT = {"场次": "场", "百分点": "个百分点"}
_QUALIFIERS = {
    **dict.fromkeys(("余", "多", "超", "超过", "超出", "突破", "逾", "以上", "至少"), "more"),
    **dict.fromkeys(("约", "大约", "左右"), "about"),
    **dict.fromkeys(("近", "将近", "接近", "不足", "不到"), "nearly"),
    **dict.fromkeys(("以下", "以内", "低于"), "less"),
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure in a text.

    Attributes:
        value: The figure with 万 and 亿 multiplied out; per cent stay per cent.
        raw: The figure as it is printed, before 万 and 亿.
        tail: Up to eight folded characters after it, beginning with its unit.
        qualifier: more, about, nearly, less, or "" where none is printed.
        start: First code point in the text.
        end: One past its last code point, the magnitude included.
        arabic: Whether it is printed in Arabic digits.
    """

    value: Decimal
    raw: Decimal
    tail: str
    qualifier: str
    start: int
    end: int
    arabic: bool = True


def qualifier_class(word: str | None) -> str:
    """Reduce a qualifier to what it claims: 余 and 超 both say "more than".

    Args:
        word: One of 约 余 超 以上 以下 近 and their kin, or None.

    Returns:
        more, about, nearly, less, or "" for none.
    """
    return _QUALIFIERS.get(word or "", "")


def figures(text: str) -> list[Figure]:
    """Find every figure in a text, in Arabic digits and in Chinese numerals.

    Args:
        text: Any text.

    Returns:
        The figures in order of position; a ratio such as 3.97:1 is one figure with the tail ``:1``.
    """
    folded = fold(text)
    found = [_arabic(folded, m) for m in _ARABIC.finditer(folded)]
    taken = [(f.start, f.end) for f in found]
    for pattern, make in ((_PERCENT, _percent), (_TENTHS, _tenths), (_HAN, _numeral)):
        for match in pattern.finditer(folded):
            figure = make(folded, match)
            if figure is None or (pattern is not _PERCENT and _inside(match.span(), taken)):
                continue
            found = [f for f in found if not (match.start() <= f.start and f.end <= match.end())]
            found.append(figure)
            taken.append(match.span())
    return sorted(found, key=lambda f: f.start)


def single(value: str, unit: str | None) -> Figure | None:
    """Read a value and its unit, as a contract line or a gold answer gives them, as one figure.

    Args:
        value: Such as ``13.68``, ``1,476`` or ``23万``.
        unit: Such as ``亿元``, "" or None.

    Returns:
        The figure, or None where ``value`` is not exactly one.
    """
    text = f"{value}{unit or ''}"
    found = [f for f in figures(text) if f.start < len(value)]
    return found[0] if len(found) == 1 and not value[: found[0].start].strip("约近超逾 ") else None


def unit_fits(figure: Figure, unit: str, aliases: tuple[str, ...] = ()) -> bool:
    """Whether the characters after a figure are the unit; 人次 is not 人.

    Args:
        figure: A figure found in a text or a contract cell.
        unit: The unit without its magnitude; "" fits anything.
        aliases: Other units that mean the same here.

    Returns:
        True where the unit, an alias of it or an equal unit stands there.
    """
    tail = figure.tail.lstrip("余多")
    for wanted in (unit, *aliases):
        base = _SAME_UNIT.get(wanted, wanted)
        forms = {wanted, base} | {a for a, b in _SAME_UNIT.items() if b == base}
        if not wanted or any(
            tail.startswith(f) and not (tail[len(f) : len(f) + 1] == "次" and f + "次" not in forms)
            for f in forms
        ):
            return True
    return False


def _arabic(text: str, match: re.Match[str]) -> Figure:
    """Build the figure of a match of digits."""
    raw = Decimal(match["whole"].replace(",", "") + (match["part"] or ""))
    end = match.end("part") if match["part"] else match.end("whole")
    if match["ratio"]:
        tail = match["ratio"].replace(" ", "") + text[match.end("ratio") : match.end("ratio") + 4]
        return Figure(raw, raw, tail, _qualifier(text, match.start(), end), match.start(), match.end("ratio"))
    size = _MAGNITUDES[match["size"]] if match["size"] else 1
    end = match.end("size") if match["size"] else end
    qualifier = "more" if match["more"] or match["also"] else _qualifier(text, match.start(), match.end())
    return Figure(raw * size, raw, _tail(text, match.end()), qualifier, match.start(), end)


def _percent(text: str, match: re.Match[str]) -> Figure | None:
    """Build the figure of 百分之九十五 or 千分之三."""
    if not (match["han"] or match["arabic"]):
        return None
    whole, _, fraction = (match["han"] or "").partition("点")
    digits = "".join(str(_DIGITS[c]) for c in fraction if c in _DIGITS)
    value = Decimal(match["arabic"] or f"{_read(whole)}.{digits or 0}")
    sign = "%" if match["base"] == "百" else "‰"
    qualifier = _qualifier(text, match.start(), match.end())
    return Figure(value, value, sign, qualifier, match.start(), match.end(), arabic=False)


def _tenths(text: str, match: re.Match[str]) -> Figure:
    """Build the figure of 七成, in per cent."""
    value = Decimal(_DIGITS[match["han"]] * 10 + (5 if match["half"] else 0))
    qualifier = _qualifier(text, match.start(), match.end())
    return Figure(value, value, "%", qualifier, match.start(), match.end(), arabic=False)


def _numeral(text: str, match: re.Match[str]) -> Figure | None:
    """Build the figure of a run of Chinese numerals, or None where it is a word such as 一般."""
    run = match["han"]
    if len(run) == 1 and not (match["more"] or _MEASURE.match(text[match.end() :])):
        return None
    size = _MAGNITUDES[match["size"]] if match["size"] else 1
    value = Decimal(_read(run) * size)
    qualifier = "more" if match["more"] or match["also"] else _qualifier(text, match.start(), match.end())
    tail = _tail(text, match.end())
    return Figure(value, value, tail, qualifier, match.start(), match.end(), arabic=False)


def _read(run: str) -> int:
    """Read a run of Chinese numerals: 一千三百, 二〇二四, 十二, 千 (in 千余家)."""
    if not set(run) & set("十百千万亿"):
        return int("".join(str(_DIGITS[c]) for c in run))
    total = section = digit = 0
    for c in run:
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif c in _TENS:
            section += (digit or 1) * _TENS[c]
            digit = 0
        else:
            # 万 scales its own section (一亿二千万), 亿 all before it (十万亿); alone they are one (万余件).
            total = (
                total + (section + digit or 1) * 10**4
                if c == "万"
                else (total + section + digit or 1) * 10**8
            )
            section = digit = 0
    return total + section + digit


def _qualifier(text: str, start: int, end: int) -> str:
    """Find the qualifier printed before a figure or after its unit."""
    before = _BEFORE.search(text[max(0, start - 3) : start])
    after = _AFTER.search(text[end : end + 8])
    return qualifier_class(before[1] if before else after[1] if after else None)


def _tail(text: str, end: int) -> str:
    """Take the characters after a figure, without the blanks before them."""
    return text[end : end + 10].lstrip()[:8]


def _inside(span: tuple[int, int], taken: list[tuple[int, int]]) -> bool:
    """Whether a span overlaps one that a figure has already."""
    return any(start < span[1] and span[0] < end for start, end in taken)
