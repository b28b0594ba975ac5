"""Numbers of lists, against worked examples and Python's own Roman order."""

import pytest

from qa.formats.numerals import numeral


@pytest.mark.parametrize(
    ("number", "format_", "words"),
    [
        *[
            (n, "chineseCounting", w)
            for n, w in ((1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (35, "三十五"))
        ],
        *[
            (n, "chineseCountingThousand", w)
            for n, w in ((103, "一百〇三"), (110, "一百一十"), (200, "二百"))
        ],
        (3, "japaneseCounting", "三"),
        (5, "decimalEnclosedCircle", "⑤"),
        (21, "decimalEnclosedCircle", "21"),
        (2, "ideographTraditional", "乙"),
        (3, "lowerLetter", "c"),
        (28, "upperLetter", "BB"),
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (7, "decimalZero", "07"),
        (12, "decimalFullWidth", "１２"),
        (9, "bullet", ""),
        (9, "unheardOf", "9"),
        (0, "chineseCounting", "0"),
    ],
)
def test_a_number_in_a_format(number: int, format_: str, words: str) -> None:
    assert numeral(number, format_) == words
