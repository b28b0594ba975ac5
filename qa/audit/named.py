"""Parts that their whole names one by one, so that the list is complete: 广场、公园共75处,其中广场31处、公园44处.

So is a list of as many as the sentence counts: 下设4个协调小组共开会13次,其中执法协调小组5次、….
``qa.audit.parts`` knows families of words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from qa.audit.balance import sum_finding
from qa.audit.figures import Figure
from qa.audit.finding import Finding, Severity
from qa.audit.interval import total
from qa.audit.parts import is_listed
from qa.audit.wording import plain
from qa.patterns import lazy_re

_NAMES = lazy_re(
    r"(?P<names>[\u4e00-\u9fff]{2,10}(?:[、和及][\u4e00-\u9fff]{2,8}){1,5}?)(?:等)?(?:共|合计|总计|共计)(?:有)?$"
)
_SPLIT = lazy_re(r"[、和及]")
_LINK = lazy_re(r"^(?:其中|[、,;:(])+")
_KINDS = frozenset({"个", "家", "支", "类"})
_LEAST = 3  # parts that make a list as long as the sentence says
_SUFFIX = 2  # characters that name a kind: 小组, 专班


def check_named(here: Sequence[Figure]) -> Iterator[Finding]:
    """Add up the parts of one sentence that their whole names or counts.

    Args:
        here: Figures of the sentence, in order.

    Yields:
        What does not add up.
    """
    for at, whole in enumerate(here):
        parts = _parts_behind(here, at) if whole.counts else []
        if len(parts) < 2 or not (_names_all(whole, parts) or _counts_all(here[:at], parts)):
            continue
        added = total(f.bounds for f in parts)
        if not added.meets(whole.bounds):
            told = "+".join(plain(f) for f in parts)
            yield sum_finding(Severity.SCOPE, whole, parts, added, told)


def _parts_behind(here: Sequence[Figure], at: int) -> list[Figure]:
    """List the parts right behind a whole that 其中 or a colon leads in, in its unit."""
    parts: list[Figure] = []
    for figure in here[at + 1 :]:
        if not figure.counts or figure.quantity.unit != here[at].quantity.unit:
            break
        if parts and not is_listed(figure, parts[0]):
            break
        if not parts and not re.match(r"^[,:(]?(?:其中|:|\()", figure.before):
            break
        parts.append(figure)
    return parts


def _names_all(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Tell whether the words before a whole name its parts, one for each."""
    said = _NAMES.search(whole.words) or _NAMES.search(whole.label)
    if said is None:
        return False
    names = _SPLIT.split(said["names"])
    told = [_LINK.sub("", part.words) for part in parts]
    return len(names) == len(told) and all(
        bool(one) and (name.endswith(one) or one.endswith(name))
        for name, one in zip(names, told, strict=True)
    )


def _counts_all(before: Sequence[Figure], parts: Sequence[Figure]) -> bool:
    """Tell whether the sentence counts as many of a kind as there are parts, and each part is named so."""
    told = [_LINK.sub("", part.words) for part in parts]
    if len(told) < _LEAST or not before or len(set(told)) < len(told):
        return False
    kinds = before[-1]
    number = kinds.bounds.low == kinds.bounds.high == len(parts)
    tail = _tail(told)  # 法协调小组 of 执法协调小组, 立法协调小组: the kind is the end of it
    kind = any(kinds.noun.startswith(tail[start:]) for start in range(len(tail) - _SUFFIX + 1))
    return number and kind and kinds.quantity.unit in _KINDS


def _tail(words: Sequence[str]) -> str:
    """Give the end that words share."""
    end = 0
    while all(len(word) > end for word in words) and len({word[-end - 1 :] for word in words}) == 1:
        end += 1
    return words[0][len(words[0]) - end :]
