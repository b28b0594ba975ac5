"""What became of the thing just told, asked as a tail: 有没有死人, 输没输, 都弄好了吗, 关人了没.

Knows the words of such tails and those in which reports tell it; whether a sentence does is for ``qa.answer.figures.fate``.
Works on cleaned words without places and years.
"""

from __future__ import annotations

import re

from qa.patterns import lazy_re
from qa.question.words.breakdown import breakdown_asked

# What is asked -> how reports tell it, in the same sentence or the next one.
_FATES = (
    (
        r"死(?:了|过|伤|掉)*(?:人|亡)?|伤亡|(?:人员)?伤亡|伤(?:着|到)?人|出(?:了|过)?(?:人命|事故?|意外)|丢了?命",
        r"伤亡|死亡|遇难|失联|亡人|[零无未没][^,。;]{0,6}事故|安全无虞",
    ),
    (r"(?:人)?(?:重新|再|又)(?:次)?犯(?:罪|事|法)?", r"(?:重新|再)(?:次)?(?:违法)?犯罪"),
    (r"(?:打)?(?:输|败)(?:诉|掉|了?官司)?|(?:打)?赢(?:官司)?|胜诉", r"败诉|胜诉"),
    (
        r"(?:弄|改|修|整改?|处理|解决|搞|办|收拾|治理?|清理?|拆|完成|落实|纠正|兑现|验收|补)(?:了)?(?:好|完成?|妥|掉|到位|结束|干净|正)?",
        r"整改|解危|修复|完成|腾空|消除|销号|办结|处置|改正|纠正|治理|拆除|清理|闭环|到位|兑现|验收|延期|补齐",
    ),
    (
        r"判(?:了|过|到|刑|罪|下来)*(?:什么|啥)?(?:人|坐牢)?",
        r"判[刑处决]|获刑|宣判|拘役|有期徒刑|有罪",
    ),
    (
        r"(?:关|抓|拘|逮|蹲)(?:了|过|到|进去)*(?:什么|啥)?(?:人|起来|进去)?(?:坐牢)?",
        r"拘留|刑拘|逮捕|强制措施|移送|抓获|拘役|判[刑处]|起诉",
    ),
    (r"(?:罚|处罚|罚款)(?:了|过)*(?:款|钱|他们|人)?", r"罚款|罚没|处罚|处以"),
    (
        r"(?:赔|退|还|追|要|拿|讨)(?:了|过|回来?|到|还)*(?:款|钱|费)?(?:回来|到位)?",
        r"退[还赔款费回]|赔[偿付]|追回|挽回|清退|返还|追缴",
    ),
    (r"(?:说|谈|调|劝|和)(?:解|拢|好|成|妥|下来)+(?:功)?", r"成功|达成|和解|撤回"),
)
_HEAD = r"(?:那么?|最后|后来|结果|年底|年末|如今|现在|到底|究竟|其中|里面?|他们|人家|政府|这些|那些|人|又|可|还|就|给)*"
_MARK = r"(?:有没有|有无|是不是|是否|全部?|都|已经?|全都)"
_END = r"(?:了|过|的)*"
_ASKS = r"(?:没有?|吗|么|嘛|不(?=[?。]|$))"


def _asked(stem: str) -> re.Pattern[str]:
    """Make the pattern of a tail: marked before (有没有死人) or behind (关人了没)."""
    return lazy_re(rf"{_HEAD}(?:{_MARK}+(?:{stem}){_END}{_ASKS}?|(?:{stem}){_END}{_ASKS})[?。!呢啊]*")


# "都怎么处理的", "最后咋办了": whatever was done about it
_DEALT = lazy_re(
    r"(?:那么?|最后|后来|结果|这些|那些|它们?|他们|又|都|是|对)*(?:怎么|如何|咋|怎样)(?:来|去|被|给)?(?:处理|处置|处罚|惩处|办|收场|了结|整改|收拾)(?:的|了|他们|它们)*[?。!呢啊]*"
)
_DONE = r"整改|处罚|罚款|移送|立案|关停|停业|停产|拘留|责令|查处|约谈|通报|销号|处理|处置|追责|问责|处分|没收|取缔|吊销|挂牌督办"
_PATTERNS = tuple((_asked(stem), told) for stem, told in _FATES)
_TWICE = lazy_re(
    rf"{_HEAD}(?P<verb>(?!有)[\u4e00-\u9fff])[没不](?P=verb)(?P<rest>[\u4e00-\u9fff]{{0,2}})[?。!呢啊]*"
)
_BORDER = lazy_re(r"[,，;；、 ]")


def fate_asked(words: str) -> str:
    """Give the pattern by which reports tell what a tail asks.

    Args:
        words: A part of a question or a turn.

    Returns:
        A regular expression, or "" where no fate is asked.
    """
    words = words.strip(" ,?。、")
    if (twice := _TWICE.fullmatch(words)) is not None:  # 输没输, 死没死人
        words = f"有没有{twice['verb']}{twice['rest']}"
    if _DEALT.fullmatch(words):
        return _DONE
    return next((told for asked, told in _PATTERNS if asked.fullmatch(words)), "")


def fate_tail(text: str) -> tuple[int, int] | None:
    """Find the tail of a question that asks what became of the thing before it.

    Args:
        text: A question.

    Returns:
        The half-open span of the tail, or None.
    """
    body = text.rstrip("?。! ")
    last = max((m.end() for m in _BORDER.finditer(body)), default=0)
    return (last, len(body)) if last and fate_asked(body[last:]) else None


_ASKS_ELSE = lazy_re(r"多少|(?<![那这好])几|哪|什么|啥|谁|[吗么嘛?]|怎|如何|为何|是否|是不是|有没有")


def outcome_asked(question: str) -> tuple[int, str]:
    """Tell what became of a thing that a question only names: 移送的两条线索,最后判了没有.

    Args:
        question: A cleaned question.

    Returns:
        Where the tail starts and how reports tell it; 0 and "" where the question asks nothing of the kind, or more.
    """
    tail = fate_tail(question)
    if tail is None or _ASKS_ELSE.search(question[: tail[0]]) or not question[: tail[0]].strip(" ,"):
        return 0, ""
    return tail[0], fate_asked(question[tail[0] : tail[1]])


# "输了多少,率是多少", "输了几件占多大比例": two asks, each to be read by itself.
_TWO_ASKS = lazy_re(
    r"(?:多少|几)[^,;、?占]{0,8}(?:[,;、?][^,;、?]{0,8}(?:多少|几|多大)|占(?:多大|多少|几成|百分之几|什么比例))"
)


def asks_more(question: str) -> bool:
    """Tell whether a question asks for more than one figure: for another one, for parts, or for what became of the thing.

    Args:
        question: A question.

    Returns:
        True for 输了多少,率是多少, for 发现多少问题,都整改好了吗 and for 按单位各是多少.
    """
    counted = "多少" in question or "几" in question
    tail = counted and fate_tail(question) is not None
    return tail or _TWO_ASKS.search(question) is not None or breakdown_asked(question) is not None
