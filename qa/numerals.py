"""Chinese numerals -> numbers: 一千三百, 二〇二四, 九十五点五. Knows nothing of units or qualifiers."""

from __future__ import annotations

DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
"""Values of the characters that stand for digits."""

SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
"""What a numeral's characters of scale multiply by."""


def parse_chinese(text: str) -> str | None:
    """Read a number in Chinese numerals.

    Args:
        text: Such as 一千三百, 二〇二四, 两, 九十五点五.

    Returns:
        The plain decimal string, or None if it is no number or only about one: 两三百.
    """
    whole, _, fraction = text.partition("点")
    if not whole or (fraction and not all(c in DIGITS for c in fraction)):
        return None
    tail = "." + "".join(str(DIGITS[c]) for c in fraction) if fraction else ""
    if all(c in DIGITS for c in whole):
        return str(int("".join(str(DIGITS[c]) for c in whole))) + tail
    amount = _parse_scaled(whole)
    return None if amount is None else str(amount) + tail


def _parse_scaled(numeral: str) -> int | None:
    """Read a numeral with 十 百 千 万 亿: what stands before 亿 or 万 counts that many of them."""
    for scale in "亿万":
        if scale in numeral:
            head, _, rest = numeral.rpartition(scale)
            before = _parse_scaled(head) if head else 1
            after = _parse_scaled(rest) if rest else 0
            return None if before is None or after is None else before * SCALES[scale] + after
    total, digit = 0, None
    for char in numeral:
        if char in DIGITS:
            if digit:
                return None
            digit = DIGITS[char]
        elif char in SCALES:
            total += (1 if digit is None else digit) * SCALES[char]
            digit = None
        else:
            return None
    return total + (digit or 0)
