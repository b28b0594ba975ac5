"""The words of an earlier turn as they are lent to a later one: what the turn was about, without what it asked of it.

A topic that is lent keeps its words (行政处罚), and not its question (占多少, 比上年多了几件): the rules on answers read those
off the words of a question, and would ask them again of the new topic. Knows no reports.
"""

from __future__ import annotations

from qa.patterns import lazy_re
from qa.question.conversation.pointing import share_noun
from qa.question.single.intent import Intent, Task
from qa.question.single.reading import Reading
from qa.question.words.terms import Term

# "交通的占多少": the share that was asked for
_SHARE = lazy_re(
    r"的?(?:所占|占比|占)(?!地|用|有|道|线|补|领)(?:了|到|比|总数|全部|其中|里面)*的?(?:百分之(?:几|多少)|几分之几|几成|多大|多少|比例|比重|份额)*(?:的?(?:比例|比重|份额))?(?:是|有|为)?(?:多少|多大|几成)?"
)
# "比上年多了几件", "同比呢": the move that was asked for
_MOVE = lazy_re(
    r"(?:跟|和|同|与|比|较)(?:起|于)?(?:上一?年|去年|前一?年|上年度|往年|\d{2,4}年)(?:同期)?(?:相?比|比起来)?(?:[多少升降增减涨][了]?)?(?:多少|几)?|(?:同比|环比)"
)
# "要办几期": what was still to come
_TO_COME = lazy_re(
    r"(?:打算|准备|计划|争取|力争)(?!书|生育|单列|表)|(?<![需主重必只要])要(?=[办开建招培训组织做搞]{1,2})"
)
# "清理废止几件", before 谁负责2025年的清理: how many is what was asked
_COUNT = lazy_re(
    r"(?:一共|总共|分别|各)?(?:有|是|为)?(?:多少|(?<![好第])几)(?:[件人次名个起家宗场条项户份卷]|万?元)?(?=[\s?。!,]|$)"
)
_ENDING = lazy_re(r"的?呢?[?。!]*$")


def as_lent(own: Reading, content: str, intent: Intent) -> str:
    """Take out of the words that a turn is lent what was asked with them and is asked no more.

    Args:
        own: The turn read by itself.
        content: The words of the turn, those lent before its own.
        intent: What the turn asks, with what the conversation lends it.

    Returns:
        The words; as they were where nothing was lent, or the same is asked again.
    """
    lent, mine = content, ""
    if own.content.strip() and content.endswith(own.content):
        lent, mine = content[: -len(own.content)], own.content
    if intent.combine != "share":
        lent = _SHARE.sub("", lent)
    if not (intent.change or intent.task is Task.DIFFERENCE or intent.answer_type == "why"):
        lent = _MOVE.sub("", lent)
    if mine.strip() and own.intent.explicit:
        lent = _COUNT.sub(" ", lent)
    if not intent.plan:
        lent = _TO_COME.sub("", lent)
    return lent + mine if (lent + mine).strip() else content


def of_other_part(
    previous: Reading, own: Reading, terms: tuple[Term, ...], content: str
) -> tuple[tuple[Term, ...], str]:
    """Ask the share of another part without the one before: 办结呢, after 满意的占多少.

    Args:
        previous: The reading of the turn before, which asked for a share.
        own: The turn read by itself.
        terms: The terms of the turn, with those lent.
        content: Its words, with those lent.

    Returns:
        The terms and the words, without the part that the turn before named.
    """
    part = share_noun(previous.question)
    if not part:
        return terms, content
    kept = tuple(t for t in terms if t in own.terms or t.text not in part)
    if content.startswith(part):
        content = f"{_ENDING.sub('', own.content)}的占多少"
    return kept, content
