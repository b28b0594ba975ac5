"""Answers questions about the report itself: issuer, date, title, year; and about what the library holds."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain, plain_words
from qa.message import joined, listed
from qa.patterns import lazy_re
from qa.types import AnswerKind, Report, ReportMeta

# Fields of the metadata table that stand above saved reports.
_FILE_NUMBER = lazy_re(r"[\u4e00-\u9fff]{2,10}[〔\[（(【]20\d\d[〕\]）)】]\s?\d+\s?号")  # "某政发〔2025〕3号"
_PRINTED_FIELDS = (
    "索引号",
    "文号",
    "主题分类",
    "组配分类",
    "公开方式",
    "公开范围",
    "体裁分类",
    "有效性",
    "信息来源",
)


def answer_document(reports: Sequence[Report], asked: Sequence[str]) -> Draft | None:
    """Compose facts of the report itself.

    Args:
        reports: The reports in scope.
        asked: Of issuer, date, title, year and index.

    Returns:
        The draft with the words that prove it, or None where no report tells any.
    """
    draft = Draft(AnswerKind.FACT)
    for report in reports:
        for what in asked:
            told = _told(report.meta, what)
            if told:
                span = _evidence(report, what)
                mark = f"[{draft.cite(report, *span)}]" if span else ""
                meta, name = report.meta, say.DOCUMENT_FACTS[what]
                draft.lines.append(say.OF_REPORT(meta.place, meta.year, name, plain_words(told), mark))
    return draft if draft.lines else None


def _told(meta: ReportMeta, what: str) -> str:
    """Give a fact of a report in words, or ""."""
    if what == "title":
        return meta.title if meta.title_printed else ""
    return {"issuer": meta.issuer, "date": _date(meta.date), "year": say.YEAR(meta.year)}.get(what, "")


def answer_printed_field(reports: Sequence[Report], question: str) -> Draft | None:
    """Quote a field of the metadata table that the question names, such as 索引号 or 公开方式.

    Args:
        reports: The reports in scope.
        question: The question.

    Returns:
        The draft, or None where the question names no such field or no report prints it.
    """
    field = next((f for f in _PRINTED_FIELDS if f in question), None)
    if field is None:
        return None
    draft = Draft(AnswerKind.FACT)
    for report in reports:
        number = _FILE_NUMBER.search(report.text) if field == "文号" else None
        if number:
            marker = draft.cite(report, *number.span())
            draft.lines.append(
                say.PRINTED_FIELD(
                    report.meta.place, report.meta.year, say.FILE_NUMBER, plain(number[0]), marker
                )
            )
            continue
        for passage in report.passages:
            match = (
                None
                if passage.body
                else re.search(rf"{field}[ \t:：|]*([^\s|]+)", report.text[passage.start : passage.end])
            )
            if match and not any(f in match[1] for f in _PRINTED_FIELDS):
                marker = draft.cite(report, passage.start + match.start(), passage.start + match.end())
                draft.lines.append(
                    say.PRINTED_FIELD(report.meta.place, report.meta.year, field, plain(match[1]), marker)
                )
                break
    return draft if draft.lines else None


def answer_coverage(metas: Sequence[ReportMeta], named: Sequence[str] = ()) -> Draft:
    """Tell what the library holds, as a grid of places and years.

    Args:
        metas: All reports of the library.
        named: Only these places are asked about; empty for all.

    Returns:
        The draft; it states nothing of what reports say, and so cites nothing.
    """
    draft = Draft(AnswerKind.LIST)
    head = say.HELD(len(metas))
    if named:
        metas = [m for m in metas if m.place in named]
        head = say.HELD_OF(listed(map(plain, named)), len(metas))
    draft.lines = [head, *(("", coverage_grid(metas)) if metas else ())]
    draft.computed.add(str(len(metas)))
    return draft


def coverage_grid(metas: Sequence[ReportMeta]) -> str:
    """Draw places by years as a markdown table.

    Args:
        metas: Reports.

    Returns:
        The table.
    """
    years = sorted({m.year for m in metas})
    places = sorted({m.place for m in metas})
    held = {(m.place, m.year) for m in metas}
    rows = [
        (say.PLACE_HEAD, *map(say.YEAR, years)),
        *((plain(p), *(say.IS_HELD if (p, y) in held else "—" for y in years)) for p in places),
    ]
    head, *body = [say.ROW(joined(row, " | ", " | ")) for row in rows]
    return joined((head, "|---" * (len(years) + 1) + "|", *body), "\n", "\n")


def _date(date: str) -> str:
    """Show an ISO date the Chinese way."""
    if not date:
        return ""
    year, month, day = date.split("-")
    return say.DAY(year, int(month), int(day))


def _evidence(report: Report, what: str) -> tuple[int, int] | None:
    """Find where the report prints the evidence of a field."""
    for field, words in report.meta.evidence:
        if field != what:
            continue
        label, _, value = words.rpartition(": ")
        after = max(report.text.find(label), 0) if label else 0
        at = report.text.find(value, after)
        if value and at >= 0:
            return at, at + len(value)
    if what == "title" and report.meta.title_printed:
        at = report.text.find(report.meta.title)
        if at >= 0:
            return at, at + len(report.meta.title)
    return None
