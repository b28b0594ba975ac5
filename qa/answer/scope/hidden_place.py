"""Finds a place at the head of a question that was taken for a shorter one, or for none: the guard fails closed on it."""

from __future__ import annotations

from qa.patterns import lazy_re
from qa.question.single.reading import Reading

# What may stand before a place at the head of a question: 在某区, 问某县. Any other character makes it another name.
_BEFORE_NAME = frozenset(
    "在和与跟同比对那这问看查找请把给我咱你他及或向从到让将为是就又再由自换全各本即如像叫以除至去来听评论述谈写用析想聊数算列挑选拿说讲回"
)
_HEAD_NAME = lazy_re(r"^([\u4e00-\u9fff]{2,6}?(?:自治县|[区县市旗]))(?=20\d\d|\d\d年)")
_NOUN_HEAD = lazy_re(
    r"[个们][区县市旗]$|[各全本该我哪某每几两三四五六七八九十多社园城小辖地片山景校]区$|[各全本该我哪某每几两三四五城超上门]市$|[各全本该我哪某每几两三四五]县$|[和与跟、]"
)


def hidden_name(reading: Reading) -> tuple[str, ...]:
    """Find a place at the head of a question that the scope took for a shorter one, or for none: fail closed.

    Args:
        reading: The question.

    Returns:
        大甲市 or 青岚县 where only 甲市 or 岚县 is known; () if there is none.
    """
    question, spans = reading.question, reading.scope.spans
    if spans and spans[0][0] == 1 and question[0] not in _BEFORE_NAME and "\u4e00" <= question[0] <= "\u9fff":
        name = question[: spans[0][1]]
        return (name,) if name[-1] in "区县市旗" else ()
    match = _HEAD_NAME.match(question)
    if match and not (
        reading.scope.places or reading.scope.inner or reading.all_places or _NOUN_HEAD.search(match[1])
    ):
        return (match[1],)
    return ()
