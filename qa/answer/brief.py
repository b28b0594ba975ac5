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
_ITEM = re.compile(r"^[一二三四五六七八九十](?:是|要)")
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
        The draft, or None where the report has no sections.
    """
    report = prepared.report
    draft = Draft(AnswerKind.SUMMARY)
    for section in (SectionKind.RESULT, SectionKind.PROBLEM, SectionKind.PLAN):
        part = answer_section(prepared, section, AnswerKind.SUMMARY)
        if part is None:
            continue
        points = []
        for citation in part.citations:
            lead = _ENDS.split(citation.quote, maxsplit=1)[0][:_LONGEST]
            if citation.quote[len(lead) : len(lead) + 1] in {"：", ":"} or re.fullmatch(r"\d+年?", lead):
                continue  # 重点做好以下工作: leads to the points
            marker = draft.cite(report, citation.start, citation.start + len(lead))
            points.append(f"{plain(trim(bare(_ITEM.sub('', lead))))}[{marker}]")
            if len(points) == _MOST:
                break
        if points:
            of = say.PLACE_YEAR(report.meta.place, report.meta.year)
            draft.lines.append(say.IN_BRIEF(of, say.SECTIONS[section.value], joined(points, "；", "; ")))
    return draft if draft.lines else None
