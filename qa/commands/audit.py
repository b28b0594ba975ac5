"""``fawen audit``: what does not add up in the reports of a library, and the sentences that reports share."""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qa.commands.files import written
from qa.commands.shelf import ready
from qa.errors import InputError
from qa.message import Form, Message, listed, told_in
from qa.settings import Language, Settings

if TYPE_CHECKING:
    from qa.audit import Finding, Span
    from qa.ledger.templates import Template
    from qa.types import Report, ReportMeta

_SHOWN = 5  # members of a template that are printed; --json gives all
_COLUMNS = (
    "严重程度",
    "类别",
    "地区",
    "年度",
    "所述",
    "算得",
    "算式",
    "说明",
    "文件",
    "起",
    "止",
    "原句",
    "依据",
)
_COLUMNS_EN = tuple(
    "severity kind place year stated computed arithmetic message file start end sentence basis".split()
)


_HELP = Message(
    "核对报告中的数字，列出对不上的地方", "check the figures of the reports, and list what does not add up"
)
_PLACE = Message("只核对这个地区的报告", "only the reports of this place")
_YEAR = Message("只核对这个年度的报告", "only the reports of this year")
_TEMPLATES = Message("列出各报告雷同的句子", "list the sentences that reports share")
_JSON = Message("输出 JSON", "print JSON")
_CSV = Message("另存为 CSV 表格", "also write a CSV table")
_CSV_OR_TEMPLATES = Message(
    "--csv 只用于核对结果，不用于 --templates；请去掉其中一个，或改用 --json",
    "--csv is for findings, not for --templates; leave one of them out, or use --json",
)
_NO_PLACE = Form(
    "--place {}：库中没有这个地区的报告，现有：{}",
    "--place {}: no report of that place in the library; it has {}",
)
_NO_YEAR = Form(
    "--year {}：库中没有这个年度的报告，现有：{}",
    "--year {}: no report of that year in the library; it has {}",
)
_NOTHING = Message("无", "none")


def register(commands: Any, common: argparse.ArgumentParser, language: Language) -> None:
    """Add the command to the command line.

    Args:
        commands: What ``ArgumentParser.add_subparsers`` gave.
        common: Parser of the options that all commands take.
        language: Language of the help.
    """
    command = commands.add_parser("audit", parents=[common], help=told_in(language, _HELP))
    command.add_argument("--place", help=told_in(language, _PLACE))
    command.add_argument("--year", type=int, help=told_in(language, _YEAR))
    command.add_argument("--templates", action="store_true", help=told_in(language, _TEMPLATES))
    command.add_argument("--json", action="store_true", help=told_in(language, _JSON))
    command.add_argument("--csv", type=Path, metavar="FILE", help=told_in(language, _CSV))
    command.set_defaults(run=_audit)


def _audit(arguments: argparse.Namespace, settings: Settings) -> int:
    """Audit the reports of a library, or list their templates."""
    from qa.audit import audit
    from qa.ledger.templates import templates

    if arguments.templates and arguments.csv:
        raise InputError(_CSV_OR_TEMPLATES)
    reports, others = _load(arguments, settings)
    english = settings.language is Language.ENGLISH
    if arguments.templates:
        groups = templates([*reports, *others])
        wanted = {report.meta.id for report in reports}
        groups = tuple(g for g in groups if any(member.report in wanted for member in g.members))
        text = _dump(groups) if arguments.json else render_templates(groups, english=english)
    else:
        found = audit(reports, others)
        if arguments.csv:
            write_csv(found, arguments.csv, english=english)
        text = _dump(found) if arguments.json else render(found, len(reports), english=english)
    sys.stdout.write(text + "\n")
    return 0


def _load(arguments: argparse.Namespace, settings: Settings) -> tuple[list[Report], list[Report]]:
    """Read the reports asked for, and the others of the library that they are held against."""
    from qa.library import Library

    with Library.open(ready(arguments, settings)) as library:
        metas = library.reports()
        wanted = _choose(metas, arguments.place, arguments.year)
        places = {meta.place for meta in wanted}
        others = [m for m in metas if m not in wanted and (arguments.templates or m.place in places)]
        return [library.report(m.id) for m in wanted], [library.report(m.id) for m in others]


def _choose(metas: Sequence[ReportMeta], place: str | None, year: int | None) -> list[ReportMeta]:
    """Choose reports by place (its full name or the name without 市, 区, 县) and year."""
    from qa.places import stem

    chosen = [m for m in metas if place is None or place in (m.place, stem(m.place))]
    if place is not None and not chosen:
        raise InputError(_NO_PLACE(place, listed(dict.fromkeys(m.place for m in metas)) or _NOTHING))
    dated = [m for m in chosen if year is None or m.year == year]
    if year is not None and not dated:
        have = listed(str(y) for y in sorted({m.year for m in chosen}))
        raise InputError(_NO_YEAR(year, have or _NOTHING))
    return dated


def _dump(items: Iterable[Finding | Template]) -> str:
    """Write findings or templates as JSON."""
    return json.dumps([asdict(item) for item in items], ensure_ascii=False, indent=1)


def render(found: Sequence[Finding], n_reports: int, *, english: bool = False) -> str:
    """Show findings on a terminal: each with its figures, where they stand, and their sentences.

    Args:
        found: What :func:`qa.audit.audit` gave.
        n_reports: How many reports were audited.
        english: Whether the labels are English.

    Returns:
        Lines of text; the count comes last.
    """
    from qa.audit.finding import KINDS, SEVERITIES, Severity

    at = 1 if english else 0
    lines: list[str] = []
    for result in found:
        label = f"{SEVERITIES[result.severity][at]} · {KINDS[result.kind][at]}"
        message = result.message_en if english else result.message
        lines.append(f"[{label}] {result.place} {result.year}{': ' if english else '：'}{message}")
        lines += [f"    {s.file}:{s.start}-{s.end} “{_flat(s.quote)}”" for s in result.spans]
        lines += [
            f"    {s.file}:{s.sentence_start}-{s.sentence_end} {_flat(s.sentence)}"
            for s in _sentences(result.spans)
        ]
        lines.append("")
    counted = Counter(result.severity for result in found)
    told = [f"{SEVERITIES[s][at]} {counted[s]}" for s in Severity]
    if english:
        lines.append(f"{n_reports} reports, {len(found)} findings: {', '.join(told)}.")
    else:
        lines.append(f"核对报告{n_reports}份，列出{len(found)}处：{'，'.join(told)}。")
    return "\n".join(lines)


def _sentences(spans: Iterable[Span]) -> Iterable[Span]:
    """Take one span of each sentence."""
    return {(span.report, span.sentence_start): span for span in spans}.values()


def render_templates(groups: Sequence[Template], *, english: bool = False) -> str:
    """Show the sentences that reports share.

    Args:
        groups: What :func:`qa.ledger.templates.templates` gave.
        english: Whether the labels are English.

    Returns:
        Lines of text; the count comes last.
    """
    lines: list[str] = []
    for group in groups:
        shared = (
            f"{group.places} places, {group.years} years"
            if english
            else f"{group.places}个地区、{group.years}个年度"
        )
        lines.append(f"[{shared}] {group.mask}")
        lines += [
            f"    {m.place} {m.year} {m.file}:{m.start}-{m.end} {_flat(m.text)}"
            for m in group.members[:_SHOWN]
        ]
        more = len(group.members) - _SHOWN
        if more > 0:
            lines.append(f"    … {more} more" if english else f"    ……另有{more}处")
        lines.append("")
    lines.append(f"{len(groups)} shared sentences." if english else f"雷同的句子{len(groups)}组。")
    return "\n".join(lines)


def write_csv(found: Iterable[Finding], path: Path, *, english: bool = False) -> None:
    """Write findings as a table that spreadsheets open: UTF-8 with a mark, and no cell that runs as a formula.

    Args:
        found: What :func:`qa.audit.audit` gave.
        path: The file to write.
        english: Whether the labels are English.

    Raises:
        InputError: The file cannot be written.
    """
    from qa.audit.finding import KINDS, SEVERITIES

    at = 1 if english else 0
    with written(path) as raw, io.TextIOWrapper(raw, encoding="utf-8-sig", newline="") as file:
        table = csv.writer(file)
        table.writerow(_COLUMNS_EN if english else _COLUMNS)
        for result in found:
            first, *basis = result.spans
            cells = (
                SEVERITIES[result.severity][at],
                KINDS[result.kind][at],
                result.place,
                str(result.year),
                result.stated,
                result.computed,
                result.arithmetic,
                result.message_en if english else result.message,
                first.file,
                str(first.start),
                str(first.end),
                first.sentence,
                " | ".join(f"{s.file}:{s.start}-{s.end} {s.quote} ({s.sentence})" for s in basis),
            )
            table.writerow([safe_cell(cell) for cell in cells])


def safe_cell(text: str) -> str:
    """Make a cell that no spreadsheet runs: a report's text is data, never a formula.

    Args:
        text: Any text.

    Returns:
        The text on one line, with an apostrophe before =, +, - or @ at its head.
    """
    flat = _flat(text)
    return f"'{flat}" if flat[:1] in tuple("=+-@＝＋－＠") else flat


def _flat(text: str) -> str:
    """Put a text on one line: a hard wrap inside Chinese text leaves nothing, other blanks leave one."""
    return " ".join("".join(line.strip() for line in text.splitlines()).split())
