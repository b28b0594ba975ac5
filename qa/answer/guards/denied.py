"""Figures of what did not happen, where it is asked how often it did: 不合格率 for 合格率, 未再起诉的 for 还去告的.

Looks at the words before a figure and at the question's own; knows nothing of ranking.
"""

from __future__ import annotations

import re
from functools import lru_cache

from qa.patterns import in_question, lazy_re

_DENIABLE = lazy_re(
    r"(?<![不未无非])(合格|受理|整改|通过|采纳|落实|完成|达标|履行|批准|满意|予处罚|起诉|批捕|出庭|到庭|认定)"
)
_NOT = lazy_re(r"(?:不予?|未予?|没)$")
# "申请公开没给的有几件" is told by 不予公开5件, and never by what came in
_UNDONE_ASKED = lazy_re(
    r"没(?!收|有|多)[\u4e00-\u9fff]{1,3}的(?:案件|案子|人)?(?:一共|总共|还)?有?(?:多少|几)[件个家名人户条项起]"
)
_UNDONE = lazy_re(r"[未不没无免拒缺余剩零]|退回|驳回|结转|在办|撤|终止|延|超期")
# "复议后未再提起诉讼的占91.8%" for 复议完还去告的
_NO_MORE, _DENIES = lazy_re(r"(?:未|没有?|不)再"), lazy_re(r"[未没不无]|息诉|服判|止于|定分|罢")


@lru_cache(maxsize=16)
def _deniable(content: str) -> tuple[str, ...]:
    """List the deeds that a question asks for and a figure may deny; each figure of a report asks."""
    return tuple({m[1] for m in _DENIABLE.finditer(content)})


def denies(content: str, label: str) -> bool:
    """Tell whether the words before a figure deny what is asked for.

    Args:
        content: The question, its places and years blanked.
        label: The words before a figure.

    Returns:
        True for 不合格率 of 合格率, and for 未再提起诉讼的 of those who went on to sue.
    """
    if _NO_MORE.search(label) and not in_question(_DENIES, content):
        return True
    if in_question(_UNDONE_ASKED, content) and not _UNDONE.search(label):
        return True
    for word in _deniable(content):
        told = [m.start() for m in re.finditer(word, label)]
        if (
            told
            and all(_NOT.search(label[:at]) for at in told)
            and not re.search(f"(?:不予?|未予?|没)(?:给|被|能)?{word}", content)
        ):
            return True
    return False
