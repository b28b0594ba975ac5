"""The office that a paragraph begins with, for the sentences behind it: 区应急管理局抓好安全生产。…检查229家次 is the bureau's.

Knows nothing of questions.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.patterns import lazy_re
from qa.types import Sentence

# "区市场监管分局做优…服务": who acts stands first, and a verb behind it.
_OFFICE = lazy_re(
    r"(?:20\d\d年(?:以来)?,?)?[省市区县州旗]?(?P<name>[\u4e00-\u9fff]{2,8}?(?:局|服务中心|支队|大队))"
    r"(?=[\u4e00-\u9fff]{2})(?!长|机关|部门|系统|领域)"
)
# Whoever else a sentence begins with ends it.
_ANOTHER = lazy_re(
    r"[(一二三四五六七八九十\d]+[)、.]|[一二三四五六七八九十]是|全[省市县区州旗]|各|[省市县区州旗](?:委|政府|级)|20\d\d年"
    r"|[\u4e00-\u9fff]{2,10}(?:部门|单位|法院|检察院|街道|镇|乡)"
)
_REACH = 3  # sentences behind the one that names it


def offices_above(sentences: Sequence[Sentence], folded: Sequence[str]) -> list[str]:
    """Name for each sentence the office that its paragraph began with.

    Args:
        sentences: The sentences of a report in order.
        folded: Their texts, folded.

    Returns:
        For each the office without its level, "" for none and for the sentence that names it.
    """
    found: list[str] = []
    name, far = "", 0
    for at, (sentence, text) in enumerate(zip(sentences, folded, strict=True)):
        before = sentences[at - 1] if at else sentence
        far += 1
        if (sentence.passage, sentence.lead) != (before.passage, before.lead) or far > _REACH:
            name = ""
        if (match := _OFFICE.match(text)) is not None:
            found.append("")
            name, far = match["name"], 0
            continue
        if _ANOTHER.match(text):
            name = ""
        found.append(name)
    return found
