"""Turns that ask of Fawen itself and of no report: 你是谁, 怎么添加报告, 导出这个表, 数据准确吗.

The words stand in ``product.toml``. A turn is one of them only where the whole of it is, so that no question on a report is
lost to them; they leave no trace in a conversation.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from qa.errors import BadSetting
from qa.patterns import lazy_re
from qa.question.words.courtesy import without_courtesies
from qa.text import clean_question

GREETING, HELD, TRUST = "greeting", "held", "trust"

_FILE = Path(__file__).with_name("product.toml")
_LONGEST = 60  # characters of a turn that may be one: the patterns are tried on every turn
_HEAD = lazy_re(r"^(?:(?:你|您)们?好[,，。!\s]*)?(?:请问|请|那么?|对了|顺便问一?下|另外)?[,，\s]*")
_TAIL = lazy_re(r"[\s?。.!~,，、]*(?:[呢吧啊呀哦嘛吗哈][\s?。.!~,，、]*)*$")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """Read the table: for each kind one pattern."""
    lists = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    try:
        return {kind: re.compile("|".join(words.split()), re.IGNORECASE) for kind, words in lists.items()}
    except re.error as error:
        raise BadSetting(f"{_FILE.name}: {error}") from error


def kind_of(turn: str) -> str:
    """Tell what of Fawen itself a turn asks for.

    Args:
        turn: A turn as it was typed.

    Returns:
        A kind of ``product.toml``, or "" where it asks something else.
    """
    if len(turn) > _LONGEST:
        return ""
    turn = clean_question(turn)
    forms = {_TAIL.sub("", words) for words in (turn, _HEAD.sub("", turn), without_courtesies(turn))}
    return next((kind for kind, pattern in _patterns().items() if any(map(pattern.fullmatch, forms))), "")


def parted(turns: Sequence[str]) -> tuple[str, list[str]]:
    """Part the turns that ask of Fawen itself from those that ask of reports.

    A greeting is one only before the first question, and whence figures come is asked of those just told behind one.

    Args:
        turns: The user's turns, oldest first.

    Returns:
        The kind of the last turn, or "", and the turns that ask of reports.
    """
    kind = ""
    rest: list[str] = []
    for turn in turns:
        kind = kind_of(turn)
        if not kind or (rest and kind in {GREETING, TRUST}):
            kind = ""
            rest.append(turn)
    return kind, rest
