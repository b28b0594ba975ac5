"""Moves of an English conversation in Chinese: sort them, put X back, take X out, which of the two lost more, by how many.

Works on cleaned turns. What a move leaves over (a place, a topic) is put into Chinese keywords piece by piece, so that the words
stay where the move expects them; knows nothing of places or reports.
"""

from __future__ import annotations

import re

from qa.patterns import lazy_re
from qa.question.english.keywords import is_english, translate
from qa.text import HAN

_KINDS = r"(?:places?|cit(?:y|ies)|districts?|count(?:y|ies)|regions?|towns?|zones?|reports?|ones?|of them)"
_OF = rf"(?: of (?:the|these|those|them|all)?\s*(?:two|three|four|five)?(?: {_KINDS})?)?"
_DONE = (
    r"(?: (?:is|was|are|were|has|had|have|did|does|do|got|gets|saw|lost|won|ha[sd] got|handled"
    r"|received|accepted|reported|comes?|came))*"
)
_MORE = r"(?:more|higher|highest|larger|largest|bigger|biggest|most|greater|greatest|ahead|best)"
_LESS = r"(?:less|fewer|lower|lowest|smaller|smallest|fewest|least|behind)"
_SORT = r"(?:sort|rank|order|arrange|list|show|put|give)"
_THEM = (
    rf"(?:(?: me)?(?: them| these| those| all(?: (?:two|three|four|five))?| everything| it| the (?:two|three|four|five|list"
    rf"|table|results?|figures?)(?: {_KINDS})?)*)"
)
_UP = (
    r"(?:(?:the )?(?:lowest|smallest|fewest|least|low|small|bottom)(?: (?:first|on top|to \w+))?"
    r"|(?:in )?(?:an )?ascending(?: order)?)"
)
_DOWN = (
    r"(?:(?:the )?(?:highest|largest|biggest|most|high|large|big|top)(?: (?:first|on top|to \w+))?"
    r"|(?:in )?(?:a )?descending(?: order)?)"
)
_MOVES = tuple(
    (lazy_re(pattern, re.IGNORECASE), words)
    for pattern, words in (
        (rf"\b{_SORT}{_THEM}[\s,]*(?:again )?(?:from |by |with )?(?:the )?{_UP}", " 从低到高排 "),
        (rf"\b{_SORT}{_THEM}[\s,]*(?:again )?(?:from |by |with )?(?:the )?{_DOWN}", " 从高到低排 "),
        (r"\b(?:in )?(?:the )?reversed?(?: the)?(?: order)?\b", " 倒序排 "),
        (rf"\b(?:and )?(?:rank|sort)(?:{_THEM})\b", "排名"),
        (
            r"\b(?:put|bring|add|take|let) (?P<name>[\w\s\u4e00-\u9fff-]{2,30}?) back(?: in)?\b",
            r"加上\g<name>",
        ),
        (
            r"\b(?:take|leave|drop|throw|kick) (?P<name>[\w\s\u4e00-\u9fff-]{2,30}?) (?:out|off|away)\b",
            r"去掉\g<name>",
        ),
        (
            r"\breplace (?P<old>.{2,30}?) (?:with|by) (?P<new>[\w\s\u4e00-\u9fff-]{2,30})",
            r"把\g<old>换成\g<new>",
        ),
        (r"\bswap (?P<old>.{2,30}?) for (?P<new>[\w\s\u4e00-\u9fff-]{2,30})", r"把\g<old>换成\g<new>"),
        (r"\b(?:also )?(?:add|include|bring in|throw in|put in)\b(?! up)", "加上"),
        (
            r"\b(?:remove|drop|exclude|excluding|leave out|without|get rid of|forget(?: about)?|ignore|omit|delete)\b",
            "去掉",
        ),
        (
            r"\bwhat (?:share|proportion|percentage)(?: of (?:it|that|them|the total))? (?:does|did|do|is) "
            r"(?P<name>[\w\s\u4e00-\u9fff-]{2,30}?) (?:account for|make up|take up|represent|contribute)",
            r"\g<name>占多少",
        ),
        (r"\b(?:switch|change|turn|move)(?: over)?(?: back)? to\b", "换成"),
        (
            rf"\bwho(?:'s| is| comes?| came| ranks?| ranked)(?: in)? (?:second|number two|the runner.?up)\b"
            rf"|\bwhich{_OF}(?: is| ranks?| ranked| comes?| came)(?: in)? second\b",
            " 第二名是哪个 ",
        ),
        (
            rf"\bwho(?:'s| is| comes?| came| ranks?| ranked)(?: in)? third\b|\bwhich{_OF}(?: is| ranks?"
            rf"| ranked| comes?| came)(?: in)? third\b",
            " 第三名是哪个 ",
        ),
        (
            rf"\bwho(?:'s| is| comes?| came| ranks?| ranked)(?: in| at)? (?:last|(?:the )?bottom)\b|\bwhich{_OF}"
            rf"(?: is| ranks?| ranked| comes?| came)(?: in)? last\b",
            " 最后一名是哪个 ",
        ),
        *(
            (
                rf"\b(?:which|what)(?: are| were)?(?: the)?(?: top)? {n} (?:areas|fields|sectors|domains)"
                rf"(?:{_DONE}(?: the)? {_MORE}(?: of (?:them|these|those|it|all))?)?",
                f" 居前{han}位的是哪{han}个领域 ",
            )
            for n, han in (("two", "两"), ("three", "三"), ("four", "四"), ("five", "五"))
        ),
        # "which city got more?": of those spoken of; "which city has the most" may ask of all
        (rf"\bwhich {_KINDS}{_DONE}(?: the)? (?:more|higher|larger|bigger|greater)\b", " 哪个更多 "),
        (rf"\bwhich {_KINDS}{_DONE}(?: the)? (?:less|fewer|lower|smaller)\b", " 哪个更少 "),
        (rf"\b(?:which|who){_OF}{_DONE}(?: the)? {_MORE}\b", " 哪个更多 "),
        (rf"\b(?:which|who){_OF}{_DONE}(?: the)? {_LESS}\b", " 哪个更少 "),
        (
            # "which is more, and by how much"; not "by how much did it fall"
            r"(?:,|\band\b)?\s*by how (?:much|many)(?: (?:cases?|people|percent(?:age points)?|points))?\b"
            r"(?!\s+(?:did|do|does|has|have)\b)",
            " 差多少 ",
        ),
        (
            rf"\b(?:what(?:'s| is| was)? )?(?:the )?(?:difference|gap)(?: is)?(?: between (?:them|the two"
            rf"|these two|those two|the two {_KINDS}))?(?=\W*$)",
            " 差多少 ",
        ),
        (
            rf"\b(?:what(?:'s| is| was)? )?(?:their|the|in) (?:total|sum|combined(?: total| figure)?)"
            rf"(?: of (?:the )?(?:two|three|them|all)(?: {_KINDS})?)?(?=\W*$)|\b(?:add|sum) (?:them|these"
            rf"|it all|the (?:two|three)) up\b|\bhow many (?:are there )?(?:in total|altogether|all together"
            rf"|combined)\b",
            " 加起来多少 ",
        ),
        (r"\b(?:what(?:'s| is) )?(?:the|their) average\b", " 平均多少 "),
        (
            r"\b(?:are|is) (?:they|these|those|the two|it|this|that)(?: figures?| numbers?| rates?)* "
            r"(?:really |directly )?comparable\b|\bcan (?:they|these|those|we|i|you|the two)(?: two)?"
            r"(?: figures?| numbers?| rates?)*(?: be)? (?:really |directly |fairly )?compared?(?: them"
            r"| these| directly)*(?=\W*$)",
            " 能直接比吗 ",
        ),
        (
            rf"\b(?:put|show|compare|list) (?:them|these|those|all(?: (?:two|three|four|five))?|both|the (?:two|three|four))"
            rf"(?: {_KINDS})?"
            rf"(?: (?:side by side|together|in (?:one|a) table))?(?=\W*$)",
            " 放一起比 ",
        ),
        (
            rf"\b(?:for|of|in) (?:both|the two|each of (?:them|the two)|all of them|all (?:two|three|four))(?: {_KINDS})?\b",
            "",
        ),
        (r"\bnow (?=show|give|tell|list)", ""),
        (
            r"\b(?:(?:by )?how (?:much|many)(?: more| fewer| less)? (?:is|was|are|were) (?:that|it|this|they|those)|"
            r"(?:is|was|are|were) (?:that|it|this|they|those)) (?:up|down|more|less|higher|lower)(?: or (?:up|down))?"
            r" (?:on|from|than|over|against)(?: (?:in|that of))? (?:the )?(?:year before|(?:previous|last|prior) year)\b",
            " 同比变化多少 ",
        ),
        (
            r"\b(?:on|from|over|against|since) (?:the )?(?:previous|last|prior) year\b|\byear[- ]on[- ]year"
            r"(?: change| growth)?\b",
            " 同比 ",
        ),
        (
            r"^\W*(?:and |what about |how about )*(?:in |for )?(?:the )?(?:year before(?: that)?|previous year"
            r"|prior year|one year earlier|a year earlier)(?=\W*$)",
            " 前一年呢 ",
        ),
        (
            r"^\W*(?:and |what about |how about )*(?:in |for )?(?:the )?(?:year after(?: that)?|following year"
            r"|next year|one year later|a year later)(?=\W*$)",
            " 后一年呢 ",
        ),
        (r"\b(?:only|just) (?:show|look at|keep|compare|give)?\b|\b(?:keep|show) only\b", "只看"),
        (r"\b(?:go back|back|return) to(?: the)?\b(?! (?:previous|last|earlier|first))", "回到"),
        (r"^\s*(?:and |ok[,.]? )?(?:what|how) about\s+(?=[\u4e00-\u9fff])(.*?)[?？]*$", r"\1呢"),
        (r"^\W*(?:sorry|no|oops)[,.]?\s*(?:i meant|i mean|it'?s|make that)\b", "不对,我说的是"),
        (r"\bi (?:meant|mean)\b", "我说的是"),
    )
)
_POLITE = lazy_re(
    r"\b(?:please|kindly|could you|can you|would you|for me|thanks|now|then|ok(?:ay)?|well|so)\b[,.]?",
    re.IGNORECASE,
)
_LATIN_RUN = lazy_re(rf"[^{HAN[1:-1]}]+")


def in_chinese(question: str) -> str:
    """Put the moves of an English turn into Chinese, and what they leave over into Chinese keywords.

    Args:
        question: A cleaned turn.

    Returns:
        The turn, unchanged where it makes no such move.
    """
    if not re.search("[A-Za-z]{2}", question):
        return question
    moved = question
    for pattern, words in _MOVES:
        moved = pattern.sub(words, moved)
    if moved == question:
        return question
    return _LATIN_RUN.sub(lambda run: _keywords(run[0]), moved).strip()


def _keywords(run: str) -> str:
    """Put a run of English into keywords where it holds more than a name."""
    bare = _POLITE.sub(" ", run)
    if not re.search("[A-Za-z]{2}", bare) or not is_english(bare):
        return bare
    return f" {re.sub(r'(?:什么|呢|有哪些)$', '', translate(bare).strip())} "
