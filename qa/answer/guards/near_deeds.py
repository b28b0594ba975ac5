"""Figures of a deed near the one asked for: visits for checks, losses made good for wages, and the numbers of a formula.

Looks at the words of a question and at those that own a figure; knows nothing of ranking.
"""

from __future__ import annotations

from qa.patterns import in_question, lazy_re
from qa.ranking import ScoredMention

_FORMULA = lazy_re(r"[^,。;”\"]{0,16}\+\s*[NnXx]")  # “1名法律顾问+N名法律明白人” is a way of working
# “1名法律顾问+5名法律明白人” is what each village is given, and no number of them
_ADDED, _ADDED_TO = lazy_re(r"[^,。;”\"]{0,16}\+\s*\d+[名人个]"), lazy_re(r"\d+[名人个][^,。;“\"]{0,16}\+$")
_EACH_ASKED = lazy_re(r"每|各|配|一个[村社乡镇街]")
_CHECK_ASKED, _CHECKED, _VISITED = lazy_re(r"查|检"), lazy_re(r"[检抽巡稽]查|督查|执法"), lazy_re(r"走访")
_WAGES_ASKED = lazy_re(r"工资|欠薪|薪水|工钱|血汗钱")
_WAGES = lazy_re(r"薪|工资|报酬|工钱|民工|务工|劳动者|工人|职工")


def is_near_deed(content: str, scored: ScoredMention) -> bool:
    """Tell whether a figure counts what is only near to the deed asked for.

    Args:
        content: The question, folded, its places and years blanked.
        scored: A figure.

    Returns:
        True for 走访企业217家 where 查了企业多少次 is asked, for 挽回经济损失1130万元 where 追回工资多少钱 is, and for the 1 of
        “1名法律顾问+N名法律明白人”.
    """
    mention, own = scored.mention, scored.words.led
    behind = scored.report.folded[scored.sentence][mention.quantity.end :]
    if "+" in behind and _FORMULA.match(behind):
        return True
    given = mention.quoted and (_ADDED.match(behind) or _ADDED_TO.search(scored.words.before))
    if given and in_question(_EACH_ASKED, content) is None:
        return True
    if in_question(_WAGES_ASKED, content) and mention.quantity.unit_class == "money":
        return _WAGES.search(f"{own}|{mention.row}|{mention.column}") is None
    visited = _VISITED.search(own) is not None and in_question(_VISITED, content) is None
    return visited and in_question(_CHECK_ASKED, content) is not None and _CHECKED.search(own) is None
