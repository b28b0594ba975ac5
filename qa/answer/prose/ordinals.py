"""第几期, 第几批, 第几部: the ordinal that a sentence told in words gives, as a value beside the words."""

from __future__ import annotations

import re

from qa.answer.compose.draft import Draft
from qa.numerals import parse_chinese
from qa.text import fold
from qa.types import Value

_ASKED = re.compile(r"第几(?:个)?(?P<of>期|批|部|届|次|轮|名|位|号|家|例|站|年)")
_NUMERAL = r"[一二三四五六七八九十百\d]+"


def add_ordinal(draft: Draft, content: str) -> None:
    """Add the value of the one ordinal that the cited words print, where a question asks for it: 第90期 of 第几期.

    Args:
        draft: An answer in words with one citation.
        content: The question, its places and years blanked.
    """
    asked = _ASKED.search(re.sub(r"\s", "", fold(content)))
    if asked is None or len(draft.citations) != 1 or draft.values:
        return
    citation = draft.citations[0]
    printed = {m[1] for m in re.finditer(rf"第({_NUMERAL}){asked['of']}", fold(citation.quote))}
    if len(printed) != 1:
        return
    words = printed.pop()
    value = words if words.isdigit() else parse_chinese(words)
    if value:
        draft.values.append(
            Value(citation.place, citation.year, asked[0], value, asked["of"], None, citation.marker)
        )
