"""A whole report in three lines: what was done, what falls short, what comes next, each by the beginnings of its points."""

from __future__ import annotations

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain, trim
from qa.answer.prose.listing import answer_section
from qa.answer.prose.topical import bare
from qa.message import joined
from qa.patterns import lazy_re
from qa.ranking import PreparedReport
from qa.types import AnswerKind, SectionKind

_ASKED = lazy_re(r"一句话|一两句话?|[两二三几]{1,2}句话|简短(?:地)?(?:概括|总结|说)|极简")
FRAME = lazy_re(
    r"一句话|一两句话?|[两二三几]{1,2}句(?:话)?|工作|干得怎么样|怎么样|用|简短|概括|总结|极简|介绍|说说|讲讲|一下|地|整体|总体|内容|主要"
)
_ENDS = lazy_re(r"[,，;；。：:]")
_COLON, _PIECE = lazy_re(r"[：:]"), lazy_re(r"[^;；]+")
# "2025年，重点做好五件事：", "主要存在三方面不足：": what follows is the list
_ANNOUNCES = lazy_re(
    r"(?:以下|如下|[一二三四五六七八九十几\d]+(?:个)?(?:方面|件|项|点|条|大)|主要(?:是|有|存在|表现|体现))[^。；;：:]{0,12}$"
)
_ITEM = lazy_re(r"^(?:第?[一二三四五六七八九十](?:是|要|[,，])|(?:同时|此外)[,，])")
_SHORTEST = 4
# "第一，持续优化服务", "2025年，重点做好五件事", "对照要求，主要存在三方面不足"
_LEADS_IN = lazy_re(r"第[一二三四五六七八九十]|\d+年?|同时|此外|对照[^,，]{0,12}|对这些[^,，]{0,6}")
_LONGEST = 40  # characters of one point
_MOST = 10


def asks_brief(question: str) -> bool:
    """Tell whether a question wants a report in a sentence or two.

    Args:
        question: A cleaned question.

    Returns:
        True for 一句话概括.
    """
    return _ASKED.search(question) is not None


def answer_brief(prepared: PreparedReport) -> Draft | None:
    """Compose the lines.

    Args:
        prepared: The report.

    Returns:
        The draft, or None where the report has no section on what was done.
    """
    report = prepared.report
    draft = Draft(AnswerKind.SUMMARY)
    done = False
    for section in (SectionKind.RESULT, SectionKind.PROBLEM, SectionKind.PLAN):
        part = answer_section(prepared, section, AnswerKind.SUMMARY)
        if part is None:
            continue
        points: list[str] = []
        for citation in part.citations:
            for start, end in _leads(citation.quote):
                lead = trim(bare(_ITEM.sub("", citation.quote[start:end])))
                if len(lead) >= _SHORTEST and len(points) < _MOST:
                    marker = draft.cite(report, citation.start + start, citation.start + end)
                    points.append(f"{plain(lead)}[{marker}]")
        if points:
            done = done or section is SectionKind.RESULT
            of = say.PLACE_YEAR(report.meta.place, report.meta.year)
            draft.lines.append(say.IN_BRIEF(of, say.SECTIONS[section.value], joined(points, "；", "; ")))
    return draft if done and len(draft.lines) > 1 else None  # without what was done it is no report in brief


def _leads(quote: str) -> list[tuple[int, int]]:
    """Cut the beginning of a point: 完善机制 of 第一，完善机制，…, and each of 重点做好五件事：完成…；办好…."""
    begun = 0
    for mark in _ENDS.finditer(quote):
        lead = quote[begun : mark.start()]
        if mark[0] in "：:":
            pieces = list(_PIECE.finditer(quote, mark.end()))
            return [span for m in pieces for span in _leads_in(quote, m.start(), m.end())]
        if not _LEADS_IN.fullmatch(lead):
            colon = _COLON.search(quote, mark.end())  # 对照要求，…，主要有三方面不足：…
            if colon is None or not _ANNOUNCES.search(quote[: colon.start()]):
                return [(0, min(mark.start(), begun + _LONGEST))]
    return [(0, min(len(quote), _LONGEST))]


def _leads_in(quote: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut the beginning of one piece of an enumeration."""
    mark = _ENDS.search(quote, start, end)
    return [(start, min(mark.start() if mark else end, start + _LONGEST))]
