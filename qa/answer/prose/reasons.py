"""Whether a sentence that prints a reason prints it for the thing that is asked: 为什么没有出庭, 为什么下降.

A reason word alone is not enough: it may give the reason of another thing in a sentence that shares a word with the question.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.matching import match
from qa.patterns import lazy_re
from qa.question.words.terms import Term
from qa.ranking import ScoredSentence
from qa.text import fold
from qa.types import SectionKind

_DENIED = lazy_re(r"(?:没有|没能|未能|没|未)(?:被|按时|按期|如期|及时|全部)?([\u4e00-\u9fff]{2})")
# 除某平台二期因资金原因顺延外，其余全部完成: put off is not done.
_PUT_OFF = r"顺延|延期|推迟|结转|暂缓|延后|搁置"
_NO_VERB = lazy_re(r"[有的了一]|为[什何啥]|[吗呢]")
_UP = r"增长|上升|增加|提高|上涨|激增|猛增|增多|涨|攀升|升高|多(?!元|方|样|种|部门|渠道)|高(?!质|效|位|度重视|院|级)"
_DOWN = r"下降|减少|降低|下滑|回落|下跌|降了|减了|变少|下调|低于|偏低|少(?!数|年)|降(?!本)"
_ASKED_UP = lazy_re(r"增长|上升|增加|上涨|激增|增多|涨了|攀升|比[^,。?]{1,6}[多高](?=[,了?。的]|$)")
_ASKED_DOWN = lazy_re(r"下降|减少|降低|下滑|回落|下跌|降了|变少|比[^,。?]{1,6}[少低](?=[,了?。的]|$)")
_UPWARD, _DOWNWARD = lazy_re(_UP), lazy_re(_DOWN)
_OPENS = lazy_re(
    r"\s*(?:其|究其|分析)?(?:主要|根本|直接|客观)?(?:原因|成因)(?:是|在于|为|有|:)|(?:这)?主要(?:是)?(?:因为|由于)"
)
_NAMES = 0.4  # share of a question's words that the sentence, its item and its heading must hold


def denied_verb(question: str) -> str:
    """Tell what did not happen, where a question asks why.

    Args:
        question: A question, its places and years blanked.

    Returns:
        The verb (出庭 of 没有出庭), or "".
    """
    match_ = _DENIED.search(fold(question))
    return "" if match_ is None or _NO_VERB.search(match_[1]) else match_[1]


def reason_topic(content: str) -> str:
    """Name what a question asks the reason of, in its own words: 网站排名下降 of 网站排名为什么下降.

    Args:
        content: The question, its places and years blanked.

    Returns:
        Up to 20 characters without figures, or "" where they are no good name.
    """
    words = re.sub(r"\s", "", _WHY.sub("", fold(content))).lstrip("和与跟及、的")
    return words if _FEWEST <= len(words) <= _LONGEST and not re.search(r"[\d,;:。“”]", words) else ""


_WHY = lazy_re(
    r"为什么|为何|为啥|缘何|凭什么|的?(?:主要|具体|根本)?(?:原因|缘由)(?:何在|在哪里?|有哪些|是什么|是啥|是|有)?|何在|[?!。,]+\s*$|[呢吗啊了]+[?!。]*$"
)
_FEWEST, _LONGEST = 3, 20
_NEARLY_ALL, _CLAUSE = 0.75, 4
_MOVES = lazy_re(f"{_UP}|{_DOWN}")


def explains(scored: ScoredSentence, terms: Sequence[Term], question: str) -> bool:
    """Tell whether a sentence holds the thing whose reason is asked for.

    Args:
        scored: A sentence.
        terms: Terms of the question.
        question: The question.

    Returns:
        False where it affirms what is denied (出庭 of 没有出庭), where it tells of no fall and 下降 is asked, or where it holds
        too few of the words.
    """
    sentence = scored.report.report.sentences[scored.index]
    text = scored.report.folded[scored.index]
    asked = fold(question)
    verb = denied_verb(asked)
    if verb and verb in text and not _denies(verb, text):  # 顺延 and 调整 tell it in other words
        return False
    if _ASKED_DOWN.search(asked) and not _DOWNWARD.search(text):
        return False
    if _ASKED_UP.search(asked) and not _UPWARD.search(text):
        return False
    beside = fold(f"{sentence.lead}|{'|'.join(sentence.heading[-1:])}")
    official = [t for t in terms if (t.known or t.concept) and not t.everyday]
    total = sum(t.weight for t in official)
    held = sum(t.weight * max(match(t, text), match(t, beside)) for t in official)
    return held >= _NAMES * total or any(t.everyday for t in terms)


def admits(scored: ScoredSentence, terms: Sequence[Term], question: str = "") -> bool:
    """Tell whether a sentence admits a shortcoming beside what it comes from: 从业人员流动性大，普法的精准性有待增强.

    Args:
        scored: The sentence that fits a question for a reason best.
        terms: Terms of the question.
        question: The question.

    Returns:
        True in the section of problems, where it holds nearly all words, by itself or under its heading, and has a clause
        before or behind them.
    """
    sentence = scored.report.report.sentences[scored.index]
    if told_before(scored, terms, question):
        return True
    clauses = [c for c in re.split(r"[,，;；:：]", sentence.text) if len(c) >= _CLAUSE]
    around = (
        f"{scored.report.folded[scored.index]}|{fold(sentence.lead)}|{fold('|'.join(sentence.heading[-1:]))}"
    )
    held = sum(t.weight * match(t, around) for t in terms)
    fits = held >= _NEARLY_ALL * sum(t.weight for t in terms)
    return sentence.section is SectionKind.PROBLEM and fits and len(clauses) > 1


_FIGURES = lazy_re(r"\d")


def told_before(scored: ScoredSentence, terms: Sequence[Term], question: str) -> bool:
    """Tell whether a sentence ends with the move that is asked about, without a figure, behind what it comes from.

    Args:
        scored: A sentence.
        terms: Terms of the question.
        question: The question.

    Returns:
        True for 市场监管的复议案件依法移交市里，收案量有所下降; False for 收案94件，同比下降12%, which gives no reason.
    """
    text = scored.report.folded[scored.index].strip("。")
    *before, last = [c for c in re.split("[,;:。]", text) if len(c) >= _CLAUSE] or [""]
    asked = fold(question)
    moved = _DOWNWARD if _ASKED_DOWN.search(asked) else _UPWARD if _ASKED_UP.search(asked) else None
    if moved is None or not before or not moved.search(last) or _FIGURES.search(before[-1] + last):
        return False
    return not _MOVES.search(before[-1]) and any(match(t, last) for t in terms)


def reason_behind(scored: ScoredSentence) -> ScoredSentence | None:
    """Take the sentence behind one, where it opens with the reason of what that one says: 主要原因是…遗留问题集中.

    Args:
        scored: A sentence on what the reason is asked of.

    Returns:
        The next sentence, or None.
    """
    sentences = scored.report.report.sentences
    behind = scored.index + 1
    if behind == len(sentences) or _OPENS.match(fold(sentences[behind].text)) is None:
        return None
    return replace(scored, index=behind)


def _denies(verb: str, text: str) -> bool:
    """Tell whether a text denies a verb, in front of it or behind."""
    word = re.escape(verb)
    return (
        re.search(
            rf"(?:未|没有|没能|没|不能|无法|不予)[^,。;]{{0,4}}{word}|{word}[^,。;]{{0,3}}(?:不了|未果)|{_PUT_OFF}",
            text,
        )
        is not None
    )
