"""Takes out of a turn what people say round a question: 请问, 帮我查一下, 写材料要用, 能告诉我…吗.

The words stand in ``courtesy.toml``. It is done once, before a turn is read, so that neither the intent nor the terms nor
the names of places have to know them. Knows words only.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from qa.errors import BadSetting
from qa.patterns import lazy_re

_FILE = Path(__file__).with_name("courtesy.toml")
_PAUSE = r"[,，:;。\s]*"
_MOST_LEADS = 4  # 麻烦您能帮我查一下
_SAYS = lazy_re(r"\d|[\u4e00-\u9fff]{2}|[A-Za-z]{2}")


class _Patterns(NamedTuple):
    """The patterns of the table: what is taken out anywhere, at a clause's head, in the middle, before an ask, at the end."""

    anywhere: re.Pattern[str]
    kindly: re.Pattern[str]
    head: re.Pattern[str]
    inside: re.Pattern[str]
    before: re.Pattern[str]
    closing: re.Pattern[str]


@cache
def _table() -> dict[str, str]:
    """Read the table: for each list one pattern."""
    lists = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {name: f"(?:{'|'.join(words.split())})" for name, words in lists.items()}


@cache
def _patterns() -> _Patterns:
    """Make the patterns of the table."""
    table = _table()
    try:
        leads, looks, asks = table["leads"], table["looks"], table["asks"]
        return _Patterns(
            anywhere=re.compile(f"(?:{table['greetings']}|{table['purposes']}){_PAUSE}"),
            # 能告诉我甲县的败诉案件吗, 你知道是多少吗: asks for the thing, and not whether
            kindly=re.compile(
                rf"^(?P<lead>(?:你|您)?(?:(?:能不能|能否|可不可以|可否|能|可以)(?:[帮给跟]我)?(?:{looks}|(?<=我)|(?={asks}))|知道|清楚))(?P<asked>[^。?]{{2,}})吗(?P<end>[?!。\s]*)$"
            ),
            head=re.compile(rf"(?:^|(?<=[,。\s])){leads}{{0,{_MOST_LEADS}}}{looks}{_PAUSE}"),
            inside=re.compile(rf"(?<![再也还先只就都]){table['requests']}+{leads}*{looks}{_PAUSE}"),
            before=re.compile(rf"{table['requests']}+(?={asks}|{looks})"),
            closing=re.compile(rf"(?<=[,。\s])(?:{table['closings']}[吧啊呀!,。\s]*)+$"),
        )
    except (KeyError, re.error) as error:
        raise BadSetting(f"{_FILE.name}: {error}") from error


def errands() -> str:
    """Give what a turn asks to be done behind 帮我 that no report can tell: 订, 买.

    Returns:
        A regular expression.
    """
    return _table()["errands"]


def without_courtesies(question: str) -> str:
    """Take out of a turn what is said round its question.

    Args:
        question: A cleaned turn (``qa.text.clean_question``).

    Returns:
        The turn without it, or as it is where nothing else is said: 麻烦查一下.
    """
    patterns = _patterns()
    bare = patterns.anywhere.sub("", question)
    bare = patterns.kindly.sub(r"\g<asked>\g<end>", bare)
    bare = patterns.before.sub("", patterns.inside.sub("", patterns.head.sub("", bare)))
    bare = patterns.closing.sub("", bare).lstrip(" ,，:;。").rstrip(" ,，:;")
    return bare if _SAYS.search(bare) else question
