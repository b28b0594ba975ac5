"""Words in the words of a figure: where they stand, with gaps or without, and what is left when they are taken out.

Knows nothing of indicators.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from qa.patterns import lazy_re
from qa.text import fold

_FILLER = lazy_re(
    r"(?:已|均)?连续(?:[一二两三四五六七八九十多]+年)?|20\d\d年度?|全[区县市省州旗镇盟局域年街]|年度|年内|年末|年底|今年|本年|当年|同期|一年来|以来|截至|目前|现有|现|共计|共有|共|总计|合计|累计|计$|总数|总量|数量|总|数|量|"
    r"各级|各类|各地|各|依法|组织|举办|线上线下|开展|办理|完成|全面|深入|持续|扎实|积极|有效|进一步|先后|案件|事项|人数|人员|次数|件数|场次|活动|工作|情况|行政机关|机关|"
    r"行政执法|执法部门|部门|单位|本级|新|年|为|达到|达|至|已|均|约|近|超过|超|突破|其中|的|了|有|等|在|由|对|向|并|和|与|及|以|中|被|是|仅|将|实现|提供|发生|"
    r"决定|金额|作出|方式|实有|[区县市省州旗镇我]|人民政府|政府|司法局|行政|保持在?|稳定在?|控制在|(?:提高|提升|上升|下降|降低|压缩|缩短|增加|扩大|发展|壮大|扩充|扩容|增长|回落|回升|攀升|跃升|减少|上涨|压减|精简)[到至]|降[到至]|不低于|不少于|不超过|(?:位居|位列|名列|排名?|居|列)?全[省市州盟国](?:各?[县市区]{1,3})?[第前][一二三四五六七八九十]位?|(?:同比|与(?:上|去)年(?:同期)?)?(?:基本)?持平|仍[为是达]|扩展|增至|增加|发展|覆盖|涉及|参与|进行|实施|落实|推动|[|“”\"'《》()、,;:。\s\d.%-]"
)


# Matters that end the reach of another one named before them: "调解纠纷12件;仲裁案件受理5件,标的额3万元" is no amount of 调解.
MATTER = lazy_re(
    r"行政复议|行政诉讼|行政应诉|仲裁|公证|司法鉴定|法律援助|人民调解|矛盾纠纷|信访|来访|投诉|举报|热线|行政处罚(?!卷|案卷)|行政许可(?!卷|案卷)|行政检查|规范性文件|公平竞争|合同|案卷|普法|"
    r"社区矫正|旁听|涉嫌犯罪|办不成事|政务服务|经营主体|市场主体|督察|述法|提案|信息公开|依申请公开|政府信息|专利|执法证|法律顾问|公职律师|一件事|法律咨询|行政强制(?!卷|案卷)|重大行政决策|执法人员"
)
"""Words that name a matter of this genre."""


@lru_cache(maxsize=1024)
def names_a_matter(text: str) -> bool:
    """Tell whether words name a matter of this genre.

    Args:
        text: Folded words.

    Returns:
        Whether they do.
    """
    return MATTER.search(text) is not None


def last_clause(text: str) -> str:
    """Give what stands behind the last semicolon, colon or full stop.

    Args:
        text: Folded words.

    Returns:
        The end of them.
    """
    return text[max(text.rfind(";"), text.rfind(":"), text.rfind("。")) + 1 :]


class Span(NamedTuple):
    """Where words stand in a text.

    Attributes:
        start: First character of the first of them.
        end: One past the last character of the last.
        chars: Characters that they cover.
    """

    start: int
    end: int
    chars: int


def spans_of(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Find the last standing of each of some words in a text.

    Args:
        text: Folded words of a figure.
        words: Words, which may hold gaps.

    Returns:
        Half-open spans of those that stand in it, in any order; they may overlap.
    """
    found: list[tuple[int, int]] = []
    for word in words:
        if "~" in word:
            found.extend(span for span in [_last(text, word)] if span is not None)
        elif (at := text.rfind(word)) >= 0:
            found.append((at, at + len(word)))
    return found


def span_of(spans: Sequence[tuple[int, int]]) -> Span | None:
    """Join spans: from the first of them to the end of the last.

    Args:
        spans: As :func:`spans_of` gives them.

    Returns:
        The span, or None where there are none.
    """
    if not spans:
        return None
    if len(spans) == 1:
        start, end = spans[0]
        return Span(start, end, end - start)
    ordered = sorted(spans)
    chars, edge = 0, ordered[0][0]
    for start, end in ordered:
        if end > edge:
            chars += end - max(start, edge)
            edge = end
    return Span(ordered[0][0], edge, chars)


def residue(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Take spans out of a text.

    Args:
        text: Folded words of a figure.
        spans: As :func:`spans_of` gives them.

    Returns:
        The text with spaces in their places.
    """
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


@lru_cache(maxsize=1024)
def folded(text: str) -> str:
    """Fold a sentence, topic or heading once for all the figures that it owns.

    Args:
        text: Words as printed.

    Returns:
        The folded words, of the same length.
    """
    return fold(text)


@lru_cache(maxsize=1024)
def rest_of(text: str) -> str:
    """Leave out what says nothing of what is counted.

    Args:
        text: Folded words.

    Returns:
        What is left.
    """
    return _FILLER.sub("", text)


def holds(text: str, word: str) -> bool:
    """Tell whether a word, or one with a gap (审查~合同), stands in a text.

    Args:
        text: Folded words.
        word: The word.

    Returns:
        Whether it does.
    """
    return word in text if "~" not in word else gapped(word).search(text) is not None


def _last(text: str, word: str) -> tuple[int, int] | None:
    """Find the last standing of a word with gaps."""
    found = None
    for found in gapped(word).finditer(text):  # noqa: B007
        pass
    return found.span() if found else None


@lru_cache(maxsize=256)
def gapped(word: str) -> re.Pattern[str]:
    """Make the pattern of a word with gaps of up to thirty characters of a clause.

    Args:
        word: A word with ``~`` for each gap.

    Returns:
        The pattern.
    """
    return re.compile(r"[^,;:。]{0,30}?".join(map(re.escape, word.split("~"))))


def says_nothing(words: str) -> bool:
    """Tell whether words name nothing that is counted.

    Args:
        words: Folded words of a figure, such as 全区共.

    Returns:
        Whether only fillers stand in them.
    """
    return not rest_of(words)


def said_beside(word: str, left: str, noun: str) -> bool:
    """Tell whether an excluded word stands before a figure, or with | right behind its unit (3个督察组).

    Args:
        word: A word, with gaps or not.
        left: Folded words before a figure.
        noun: Folded words behind its unit.

    Returns:
        Whether it does.
    """
    return noun.startswith(word[1:]) if word[0] == "|" else holds(left, word)
