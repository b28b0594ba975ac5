"""What parts a figure in print and says nothing: a line's end, marks of emphasis, the blanks in a figure."""

from __future__ import annotations

from qa.patterns import lazy_re
from qa.text import WRAP

# Markdown's "**1,582** 件" and "`437` 件"
_PARTING = lazy_re(rf"{WRAP.pattern}|(?<=[\d%万亿])[*`]{{1,3}}(?=\s?[\u4e00-\u9fff%])")
# "受理1 482件": thousands as the standard for numerals (GB/T 15835) sets them; not "2024 365件", "表3 120件".
_SPACED = lazy_re(
    r"(?:(?<=[\u4e00-\u9fff,:;(、])|(?<=[\u4e00-\u9fff] ))(?<![第表图注条款])(?<![第表图注] )"
    r"\d{1,3}(?:[ \u2009\u202f]\d{3})+(?:\.\d+)?(?= ?[%\u4e00-\u9fff])"
)

# "出庭率97. 8%", "查处1, 306件": figures that OCR or a justified line pulls apart; not "2. 8个", "3件, 120人".
_STRETCHED = lazy_re(
    r"(?<=[\u4e00-\u9fff])(?<![第表图注条款])(?:\d{1,4}(?: ?\. | \.)\d{1,2}(?= ?(?:%|个百分点|[万亿倍]))"
    r"|\d{1,3}(?:, \d{3})+(?= ?[%\u4e00-\u9fff]))"
)


def unbroken(text: str) -> tuple[str, list[int]]:
    """Take out of a text what parts a figure: line breaks (败诉率1|1.5%, 2.3个百|分点), marks of emphasis, 1 482.

    Args:
        text: A folded sentence or some.

    Returns:
        The text on one line, and the place of each of its characters in the text with breaks; no places if it has none.
    """
    plain = text.isprintable() and "*" not in text and "`" not in text
    if plain and " " not in text:
        return text, []
    spaced = [*_SPACED.finditer(text), *_STRETCHED.finditer(text)]
    if not spaced and (plain or not ("\n" in text or "\r" in text or "*" in text or "`" in text)):
        return text, []
    parting = [match.span() for match in _PARTING.finditer(text)]
    for match in spaced:
        parting += [(at, at + 1) for at in range(*match.span()) if text[at].isspace()]
    places: list[int] = []
    kept, end = "", 0
    for start, stop in sorted(parting):
        kept += text[end:start]
        places.extend(range(end, start))
        end = max(end, stop)
    places.extend(range(end, len(text)))
    return kept + text[end:], places
