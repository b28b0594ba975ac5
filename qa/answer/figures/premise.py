"""Questions that say which way a figure moved: corrected where the report has it the other way, confirmed where asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from embeddings.encoder import Encoder
from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft
from qa.answer.compose.number import answer_number
from qa.answer.figures.limits import answer_against
from qa.patterns import lazy_re
from qa.quantity import Quantity, find_quantities
from qa.question.single.intent import Task
from qa.question.single.ranks import Bound
from qa.question.words.terms import DIRECTION
from qa.ranking import PreparedReport, Query, ScoredMention, rank_mentions
from qa.types import AnswerKind

_RISE = lazy_re(r"上升|增长|增加|提高|上涨|变多|多了|升高|涨|变长|延长|拉长")
_FALL = lazy_re(r"下降|减少|降低|下跌|变少|少了|回落|跌|变短|缩短")
_WHY = lazy_re(r"为什么|为何|为啥|原因|怎么会|缘何|咋")
# Share of the terms that a figure must own before it may contradict the question; lower, it contradicts about other things.
_COVERAGE = 0.5
# and where it is the very figure that the question states (上升45.24%，原因何在): its digits are a term that no words of it hold.
# The two such questions of the dev splits have 0.39 and 0.43.
_STATED = 0.3
_NEARLY = 0.4  # and where each word of the question stands before the change, another between its characters
_LEVELS = 3  # levels looked at that may stand beside that of the year before
# "超过5%吗", "不到5%吗", "在5%以下吗": what stands right before or behind a stated figure.
_WORD = 5  # characters of the longest such word, with its 了
_BOUND = lazy_re(
    r"(?:(?P<upto>不超过|不高于|不大于|不多于)|(?P<from>达到?了?|不低于|不少于|至少)|(?P<over>超过|高于|多于|大于|突破|超)"
    r"|(?P<under>低于|少于|小于|不到|不足|没到|未到))了?\s*(?=[\d百千零一二三四五六七八九十两])"
)
_BOUND_AFTER = lazy_re(r"(?:(?P<from>以上)|(?P<upto>以下|以内))")


def answer_premise(query: Query, content: str, report: PreparedReport, encoder: Encoder) -> Draft | None:
    """Correct a question that takes a fall for a rise, or a rise for a fall; confirm one that does not.

    Args:
        query: The question, ready for ranking.
        content: Its words without places and years.
        report: The report.
        encoder: Encoder of the library.

    Returns:
        The draft, or None where the question says nothing of the kind or the report no more than it.
    """
    rise, fall = bool(_RISE.search(content)), bool(_FALL.search(content))
    if query.intent.plan or rise == fall or query.intent.task not in {Task.FACT, Task.NUMBER}:
        return None
    asked = "rise" if rise else "fall"
    intent = replace(query.intent, task=Task.NUMBER, change="any", unit="", unit_class="")
    best = next(iter(rank_mentions(replace(query, intent=intent), report, encoder)), None)
    stated = find_quantities(content)
    if best is None:
        return None
    least = _STATED if _is_stated(best, stated) else _NEARLY if _names_all(best, query) else _COVERAGE
    if best.coverage < least:
        return None
    moved = best if best.mention.change else _moved(best, stated, report)
    if moved is None:
        return _by_levels(query, asked, report, encoder) if _WHY.search(content) else None
    if moved.mention.change == asked:
        return _confirmed(moved, query) if query.intent.yes_no and query.intent.task is Task.FACT else None
    draft = answer_number(moved, query.topic)
    draft.kind = AnswerKind.FACT if query.intent.task is Task.FACT else AnswerKind.NUMBER
    correct(draft, moved.mention.change)
    return draft


def _by_levels(query: Query, asked: str, report: PreparedReport, encoder: Encoder) -> Draft | None:
    """Correct it by two levels, where the report prints no change: 2023年为2763件;2024年为2487件."""
    intent = replace(query.intent, task=Task.NUMBER, change="", unit="", unit_class="")
    for level in rank_mentions(replace(query, intent=intent), report, encoder)[:_LEVELS]:
        if level.coverage >= _COVERAGE and not level.mention.change and not level.mention.part:
            told = answer_against(level, asked, report, before=True)
            if told is not None:
                return told if told.corrects else None
    return None


def stated_bound(question: str, stated: Quantity) -> Bound | None:
    """Read the bound that a yes-or-no question holds a figure against: 败诉率超过5%吗.

    Args:
        question: A cleaned question.
        stated: The figure that it states.

    Returns:
        The bound, or None where the question asks for the figure itself.
    """
    # the figure as it was read may hold the word: 超过5%, 5%以下
    match = _BOUND.search(question, max(0, stated.start - _WORD), stated.end)
    match = match or _BOUND_AFTER.search(question, stated.start, stated.end + 2)
    if match is None:
        return None
    over = match.lastgroup in {"over", "from"}
    return Bound(over, match.lastgroup in {"from", "upto"}, stated._replace(qualifier=None))


def _names_all(best: ScoredMention, query: Query) -> bool:
    """Tell whether the row of clauses up to a change holds each term, with words between: 涉企行政检查 for 涉企检查."""
    row = best.report.folded[best.sentence][: best.mention.quantity.start].rpartition(";")[2]
    words = [t.text for t in query.terms if not DIRECTION.match(t.text)]
    return bool(words) and all(re.search(".{0,2}".join(map(re.escape, word)), row) for word in words)


def _is_stated(best: ScoredMention, stated: Sequence[Quantity]) -> bool:
    """Tell whether a figure is the one that the question states."""
    own = best.mention.quantity
    return any((q.amount, q.unit) == (own.amount, own.unit) for q in stated)


def _moved(best: ScoredMention, stated: Sequence[Quantity], report: PreparedReport) -> ScoredMention | None:
    """Take the change printed in the sentence of a figure, where the question states it: 败诉总量23件，同比下降45.24%."""
    amounts = {(q.amount, q.unit) for q in stated}
    for mention in report.mentions:
        held = (mention.quantity.amount, mention.quantity.unit) in amounts
        if held and mention.change and mention.sentence == best.mention.sentence:
            return replace(best, mention=mention)
    return None


def _confirmed(best: ScoredMention, query: Query) -> Draft:
    """Compose the yes to a question on a direction."""
    draft = answer_number(best, query.topic)
    draft.kind = AnswerKind.FACT
    draft.lines[0] = say.YES(draft.lines[0])
    return draft


def correct(draft: Draft, change: str) -> None:
    """Put before a figure that it moved the other way than the question said.

    Args:
        draft: The draft; its first line states the figure.
        change: "rise" or "fall", as the report has it.
    """
    draft.corrects = True
    draft.lines[0] = (say.ROSE if change == "rise" else say.FELL)(draft.lines[0])
