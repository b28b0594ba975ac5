"""Numbers of lists as Word and browsers write them: 一 十二, ①, iv, B; knows nothing of lists."""

from __future__ import annotations

_DIGITS = "〇一二三四五六七八九"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
)
_ROMAN_SMALL = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def numeral(number: int, format_: str) -> str:
    """Write a number of a list.

    Args:
        number: 0 to 9999.
        format_: Name of the format in WordprocessingML (ECMA-376 part 1, 17.18.59); an unknown one is decimal.

    Returns:
        The number, without the marks around it.
    """
    if format_.startswith(("chinese", "japaneseCounting", "taiwanese", "ideographDigital", "koreanCounting")):
        return _chinese(number)
    if (
        format_ in ("decimalEnclosedCircle", "decimalEnclosedCircleChinese", "ideographEnclosedCircle")
        and 1 <= number <= 20
    ):
        return chr(ord("①") + number - 1)
    if format_ == "ideographTraditional" and 1 <= number <= 10:
        return _STEMS[number - 1]
    if format_ in ("upperLetter", "lowerLetter") and number > 0:
        letter = chr(ord("A") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter if format_ == "upperLetter" else letter.lower()
    if format_ in ("upperRoman", "lowerRoman") and 0 < number < 4000:
        return _roman(number).upper() if format_ == "upperRoman" else _roman(number)
    if format_ == "decimalZero":
        return f"{number:02d}"
    if format_ == "decimalFullWidth":
        return str(number).translate({ord("0") + i: ord("０") + i for i in range(10)})
    return "" if format_ in ("bullet", "none") else str(number)


def _chinese(number: int) -> str:
    """Write a number as counted: 十二, 二十, 一百〇三."""
    if not 0 < number < 1000:
        return str(number)
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    words = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += f"{'' if tens == 1 and not hundreds else _DIGITS[tens]}十"
    elif hundreds and units:
        words += "〇"
    return words + (_DIGITS[units] if units else "")


def _roman(number: int) -> str:
    """Write a number in small Roman numerals."""
    words = ""
    for value, letters in (*_ROMAN, *_ROMAN_SMALL):
        while number >= value:
            words += letters
            number -= value
    return words
