"""A whole report in three lines: what was done, what falls short, what comes next, each by the beginnings of its points."""

from __future__ import annotations

import re

from qa.answer import messages as say
from qa.answer.draft import Draft, plain, trim
from qa.answer.listing import answer_section
from qa.answer.topical import bare
from qa.message import joined
from qa.ranking import PreparedReport
from qa.types import AnswerKind, SectionKind

_ASKED = re.compile(r"一句话|一两句话?|两句话|三句话|(?:几|三)句话|简短(?:地)?(?:概括|总结|说)|极简")
FRAME = re.compile(
    r"一句话|一两句话?|[两三几]句话|简短|概括|总结|极简|介绍|说说|讲讲|一下|地|整体|总体|内容|主要"
)
_ENDS = re.compile(r"[,，;；。：:]")
_ITEM = re.compile(r"^(?:第?[一二三四五六七八九十](?:是|要|[,，])|(?:同时|此外)[,，])")
_SHORTEST = 4
# "第一，持续优化服务", "2025年，重点做好五件事", "对照要求，主要存在三方面不足"
_LEADS_IN = re.compile(r"第[一二三四五六七八九十]|\d+年?|同时|此外|对照[^,，]{0,12}|对这些[^,，]{0,6}")
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
        points = []
        for citation in part.citations:
            lead = _lead(citation.quote)
            if len(trim(bare(_ITEM.sub("", lead)))) < _SHORTEST:
                continue
            marker = draft.cite(report, citation.start, citation.start + len(lead))
            points.append(f"{plain(trim(bare(_ITEM.sub('', lead))))}[{marker}]")
            if len(points) == _MOST:
                break
        if points:
            done = done or section is SectionKind.RESULT
            of = say.PLACE_YEAR(report.meta.place, report.meta.year)
            draft.lines.append(say.IN_BRIEF(of, say.SECTIONS[section.value], joined(points, "；", "; ")))
    return draft if done and len(draft.lines) > 1 else None  # without what was done it is no report in brief


def _lead(quote: str) -> str:
    """Cut the beginning of a point that says something: 第一，完善机制 up to 完善机制; nothing of 重点做好以下工作：."""
    for mark in _ENDS.finditer(quote):
        lead = quote[: mark.start()]
        if mark[0] in "：:":
            return ""
        if not _LEADS_IN.fullmatch(lead):
            return lead[:_LONGEST]
    return quote[:_LONGEST]
