"""Questions on how a figure moved: 少了多少, 多了还是少了, 由多少调为多少; a level of one year alone answers none of them.

Knows the words of such questions and of the sentences that tell, and nothing of ranking.
"""

from __future__ import annotations

from dataclasses import replace

from qa.answer.compose.draft import Draft
from qa.patterns import lazy_re
from qa.question.single.intent import Intent, Task
from qa.ranking import ScoredMention

# "进企业检查少了多少": one thing that moved; "省级比市级多几个" sets two things side by side.
_MOVED = lazy_re(r"(?P<way>[多少高低])了(?:多少|几)|(?<![多至])(?P<fell>少)了?几成")
_TWO = lazy_re(r"比|和|与|跟|同|减|扣|除|刨|差")
_EITHER = lazy_re(
    r"(?:多|高|升|增|涨|上升|增加|增长)了?(?:还是|或是?)(?:变)?[少低降减跌下]|[少低降减跌]了?(?:还是|或是?)(?:变)?[多高升增涨上]"
    r"|[升涨增降跌减][加长少]?了(?:没有?|吗|么)(?=[?。!\s]*$)|是[多升涨增高]长?加?还?是[少降跌减低]"
)
_WAY = lazy_re(
    r"同比|环比|[较比](?:上|去|前|同|20)|上升|下降|增长|增加|减少|提高|提升|提至|降低|降至|降为|升至|升为|回落|持平|增幅|降幅|压减|上涨|下跌|翻番"
    r"|20\d\d年.*20\d\d年"
)


def moved_alone(content: str) -> str:
    """Tell which way one thing is said to have moved, where no other thing is set beside it.

    Args:
        content: The question, its places and years blanked.

    Returns:
        "rise" or "fall", or "" where nothing of the kind is asked.
    """
    match = _MOVED.search(content)
    if match is None or _TWO.search(content):
        return ""
    return "rise" if match["way"] in {"多", "高"} else "fall"


def asks_which_way(intent: Intent, content: str) -> bool:
    """Tell whether a question asks only which way something moved: 比去年多了还是少了.

    Args:
        intent: What is wanted.
        content: The question, its places and years blanked.

    Returns:
        True where no figure is asked for.
    """
    return intent.task is Task.FACT and _EITHER.search(content) is not None


def shows_way(draft: Draft) -> bool:
    """Tell whether an answer in words speaks of a move, or of two years.

    Args:
        draft: The answer.

    Returns:
        False for a sentence on one year alone.
    """
    return _WAY.search(" ".join(draft.lines).replace("\n", " ")) is not None


def before_and_after(figure: ScoredMention) -> list[ScoredMention] | None:
    """Give both ends of the move that a figure is one end of: 2200元 and 1850元 of 由2200元调为1850元.

    Args:
        figure: One end.

    Returns:
        The earlier figure and the later one, or None where its sentence tells no move of it.
    """
    own = figure.mention
    alike = [
        m
        for m in figure.report.mentions
        if m.sentence == own.sentence and m.quantity.unit == own.quantity.unit
    ]
    if own.past:
        later = (m for m in alike if m.quantity.start >= own.quantity.end and not m.past)
        after = next(later, None)
        return [figure, replace(figure, mention=after)] if after is not None else None
    earlier = [m for m in alike if m.quantity.end <= own.quantity.start and m.past]
    before = earlier[-1] if earlier else None  # 2022年为302件;2023年为335件;2024年为318件
    return [replace(figure, mention=before), figure] if before is not None else None
