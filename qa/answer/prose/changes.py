"""What rose or fell in a report, asked for as a whole: 哪些指标下降了, 跟上年比有什么变化. Each change in its own clause.

Only changes that the report itself states are told; nothing is computed. Works on questions without places and years.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain, trim
from qa.answer.prose.fact import OPENING
from qa.answer.prose.topical import holds_all
from qa.ledger.observation import Observation, observations
from qa.patterns import lazy_re
from qa.question.words.terms import Term
from qa.ranking import PreparedReport
from qa.types import AnswerKind, SectionKind

_FELL = r"下降|减少|降低|缩减|下滑|变少|少了|降了|跌了?|回落"
_ROSE = r"上升|增长|增加|提高|提升|变多|多了|涨了?|升了|增了|增多"
_BASE = (
    r"(?:跟|与|和|同|比|较|相比)?(?:上一?年度?|去年|前一年|往年|以前|之前|同期|同比|环比|20\d\d年?)(?:度)?(?:的)?"
    r"(?:相?比(?:较|起来)?|以来)?"
)
_WHICH = r"(?:哪些|(?<!为)什么|哪几[个项]|啥|哪些个)"
_THING = r"(?:指标|数据|数字|数值|工作|方面|项目|东西|事项|案件|内容|领域|地方)"
_WHAT_MOVED = lazy_re(
    rf"(?:{_WHICH}(?:的)?{_THING}?|{_THING}{_WHICH})[^,。?]{{0,4}}?(?:{_BASE})?(?:是|有|出现|呈)?(?:明显|大幅|所)?(?P<way>{_FELL}|{_ROSE})(?:了|的)?(?!几|多少)"
)
_WHAT_CHANGED = lazy_re(
    rf"{_BASE}[^,。?]{{0,6}}?(?:有|发生|出现)?(?:了)?(?:{_WHICH}|何)(?:的|大|明显)*(?:{_THING})?(?:上|的)?(?:变化|变动|不同|不一样|进步|升降|增减)"
    rf"|(?:变化|变动|升降|增减)(?:最?大)?的(?:有|是)?{_WHICH}|{_WHICH}{_THING}?(?:有|发生)?(?:了)?(?:变化|变动|升降|增减)"
    rf"|{_THING}?(?:的)?(?:同比|年度)?(?:变化|变动|增减|升降)(?:情况)"
)
FRAME = lazy_re(
    rf"{_FELL}|{_ROSE}|{_BASE}|{_WHICH}|{_THING}|变化|变动|不同|不一样|进步|升降|增减|情况|明显|大幅|出现|发生|相比|比较|年度|同比"
)
_MOST = 12
_WHOLE = 80  # characters of a sentence that is told whole; a longer one from the figure before the change on


def moved_asked(question: str) -> str:
    """Tell which way of change a question asks all figures for.

    Args:
        question: A cleaned question, its places and years blanked.

    Returns:
        ``rise``, ``fall``, ``both``, or empty where it asks for no such thing.
    """
    if (moved := _WHAT_MOVED.search(question)) is not None:
        return "fall" if re.fullmatch(_FELL, moved["way"]) else "rise"
    return "both" if _WHAT_CHANGED.search(question) else ""


def answer_changes(prepared: PreparedReport, way: str, terms: Sequence[Term]) -> Draft | None:
    """Compose the answer: the stated changes in the order of the report, rises apart from falls.

    Args:
        prepared: The report.
        way: ``rise``, ``fall`` or ``both``.
        terms: Terms of the topic; () for the whole report.

    Returns:
        The draft, or None where the report states no such change of the topic; one that says so of a whole report.
    """
    report = prepared.report
    seen = observations(report)
    draft = Draft(AnswerKind.LIST)
    for asked in ("rise", "fall") if way == "both" else (way,):
        spans = [
            _span(prepared, seen, at)
            for at, one in enumerate(seen)
            if one.change == asked
            and report.sentences[one.sentence].section is not SectionKind.PLAN
            and holds_all(terms, prepared.folded[one.sentence])
        ]
        spans = [
            s
            for s in dict.fromkeys(spans)
            if not any(o != s and o[0] <= s[0] and s[1] <= o[1] for o in spans)
        ]
        if not spans:
            continue
        head = say.STATED_RISES if asked == "rise" else say.STATED_FALLS
        draft.lines.append(head(report.meta.place, report.meta.year))
        for start, end, sentence in spans[:_MOST]:
            marker = draft.cite(report, start, end, report.sentences[sentence])
            draft.lines.append(say.POINT(plain(trim(OPENING.sub("", report.text[start:end]))), marker))
        if len(spans) > _MOST:
            draft.lines.append(say.MORE_CHANGES(len(spans) - _MOST))
    if not draft.citations and not terms:
        draft = Draft(AnswerKind.REFUSAL)
        draft.lines.append(say.NO_CHANGE_STATED[way](report.meta.place, report.meta.year))
        return draft
    return draft if draft.citations else None


def _span(prepared: PreparedReport, seen: Sequence[Observation], at: int) -> tuple[int, int, int]:
    """Give the span that tells a change and what it is of: its sentence, or from the figure before it on."""
    one = seen[at]
    sentence = prepared.report.sentences[one.sentence]
    if len(sentence.text) <= _WHOLE:
        return sentence.start, sentence.end, one.sentence
    before = at - 1
    while before >= 0 and (seen[before].change or seen[before].quote_start == one.quote_start):
        before -= 1
    beside = before >= 0 and seen[before].sentence == one.sentence
    start = seen[before].quote_start if beside else one.quote_start
    return min(start, one.quote_start), one.quote_end, one.sentence
