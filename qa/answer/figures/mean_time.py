"""How long something takes on average: told by 平均办案周期45天 or 平均到场时间11.4分钟, and by no limit or date."""

from __future__ import annotations

import re
from dataclasses import replace

from embeddings.encoder import Encoder
from qa.answer.compose.draft import Draft
from qa.answer.compose.number import answer_number
from qa.matching import match
from qa.patterns import lazy_re
from qa.question.single.intent import Task
from qa.ranking import PreparedReport, Query, ScoredMention, rank_mentions
from qa.text import fold
from qa.types import SectionKind
from qa.units import UNIT_CLASS

_LONG = r"(?:多久|多长时间|(?:几|多少)个?(?:工作日|小时|钟头|分钟|天|月))"
_ASKED = lazy_re(
    rf"平均[^,。?]{{0,14}}{_LONG}|等上?{_LONG}|{_LONG}[^,。?]{{0,2}}(?:有人|能?[赶来]?到(?=场|[?。!]|$)|[能才会可以有]*(?:回复|回信|回音|答复|回(?=[?。!]|$)))|{_LONG}[^,。?]{{0,6}}平均|(?:平均|办案|办理)(?:用时|时长|时间|周期)(?:[是为]?[多几]|是什么)"
)
# "平均到场时间11.4分钟", "平均用时34天", "办案周期由62天缩短到45天"
_MEAN = lazy_re(r"平均|[日周户件案]均|用时|时长|周期|耗时")
# What is done at the end of that time is told in a verb of the report's own: 赶到, 办完.
_NO_TERM = lazy_re(
    r"平均|一般|通常|^[接赶办到处审结]?[到完理结好]$|多久|用时|时长|时间|周期|天数|[天日]$|小时|分钟|工作日"
)
# "办一个案子" is 办案.
_OF_CASES, _CASES = lazy_re(r"办[^,。?]{0,4}案|结案|案子"), lazy_re(r"办案|结案|案件办")
_LOOKED_AT, _HELD, _SHARE = 8, 0.6, 0.5


def asks_mean_time(content: str) -> bool:
    """Tell whether a question asks how long something takes on average.

    Args:
        content: The question, its places and years blanked.

    Returns:
        True for 办一个案子平均要多久.
    """
    return _ASKED.search(re.sub(r"\s", "", fold(content))) is not None


def is_time(unit: str) -> bool:
    """Tell whether a unit is one of time.

    Args:
        unit: A unit as printed.

    Returns:
        True for 工作日.
    """
    return UNIT_CLASS.get(unit, "") == "time"


def answer_mean_time(query: Query, report: PreparedReport, encoder: Encoder) -> Draft | None:
    """Tell the mean time that a report prints for what is asked.

    Args:
        query: The question, ready for ranking.
        report: The report.
        encoder: Encoder of the library.

    Returns:
        The draft, or None where the report prints none for it.
    """
    intent = replace(query.intent, task=Task.NUMBER, unit="", unit_class="time", change="", yes_no=False)
    ranked = rank_mentions(replace(query, intent=intent), report, encoder)
    means = [s for s in ranked if s.mention.quantity.unit_class == "time" and _is_mean(s)][:_LOOKED_AT]
    named = [t for t in query.terms if not _NO_TERM.search(t.text)]
    whole = sum(t.weight for t in named)
    for scored in means:
        near = _near(scored)
        held = sum(t.weight for t in named if match(t, near) >= _HELD)
        of_cases = _OF_CASES.search(query.content) is not None and _CASES.search(near) is not None
        if of_cases or (whole and held >= _SHARE * whole):
            return answer_number(scored, query.topic)
    return None


def _is_mean(scored: ScoredMention) -> bool:
    """Tell whether a length of time is one on average, and not what it was before."""
    mention = scored.mention
    told = scored.report.folded[scored.sentence][mention.clause[0] : mention.quantity.start]
    planned = scored.report.report.sentences[scored.sentence].section is SectionKind.PLAN
    return not mention.past and not planned and _MEAN.search(told) is not None


def _near(scored: ScoredMention) -> str:
    """Give the words up to a figure in its own row of clauses, with what leads to its sentence."""
    sentence = scored.report.report.sentences[scored.sentence]
    told = scored.report.folded[scored.sentence][: scored.mention.quantity.start].rpartition(";")[2]
    return f"{told}|{fold(sentence.lead)}|{fold('|'.join(sentence.heading[-1:]))}"
