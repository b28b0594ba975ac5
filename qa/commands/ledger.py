"""``fawen ledger``: the table of places by years by indicators, on the terminal and as CSV, Excel and Markdown files.

Knows how a selection is asked for and shown; the selection itself is made in ``qa/ledger/ledger.py``.
"""

from __future__ import annotations

import argparse
import sys
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from qa.commands.files import written
from qa.errors import InputError
from qa.message import Form, Message, listed, told_in
from qa.settings import Language, Settings

if TYPE_CHECKING:
    from qa.ledger.export import Row
    from qa.ledger.ledger import Ledger
    from qa.ledger.observation import Observation
    from qa.ledger.workbook import Shown
    from qa.question.places.resolver import ScopeResolver

_HELP = Message(
    "指标台账：每个数据的地区、年度、指标与原句",
    "the table of figures: place, year, indicator and sentence of each",
)
_INDICATOR = Message(
    "指标的编号、名称、别名或原文用词（可多次）", "id, name, alias or words of an indicator (may be repeated)"
)
_PLACE = Message("地区，任何常用写法（可多次）", "a place, in any usual form (may be repeated)")
_YEAR = Message("数据所属年度（可多次）", "the year of the figures (may be repeated)")
_ALL = Message(
    "也列出计划、变化幅度、占比、部门和镇街的数据，以及指标目录之外的数据",
    "also plans, changes, shares, figures of departments and townships, and those of no listed indicator",
)
_CSV = Message("写入 CSV 文件（Excel 可直接打开）", "write a CSV file, which Excel opens")
_XLSX = Message("写入 Excel 文件，每格链接到出处", "write an Excel file, each cell linked to its source")
_MARKDOWN = Message("写入 Markdown 文件", "write a Markdown file")
_AMBIGUOUS = Form(
    "--place {} 有多个地区：{}；请写明其中一个",
    "--place {} may be several places: {}; name one of them in full",
)
_NO_PLACE = Form(
    "--place {}: 库中没有这个地区的报告；现有：{}；请换一个，或先用 python -m qa add 加入报告",
    "--place {}: the library holds no report of that place; it holds {}; name one of them, or add its report first",
)

_WIDTHS = (18, 6, 34, 18, 6)  # columns of a line on the terminal, in half-width characters


class Selected(NamedTuple):
    """What was selected: the observations, and what was asked for."""

    observations: tuple[Observation, ...]
    places: tuple[str, ...]
    years: tuple[int, ...]
    indicators: tuple[str, ...]


def register(commands: Any, common: argparse.ArgumentParser, language: Language) -> None:
    """Add the command to the command line.

    Args:
        commands: The commands so far.
        common: Options of every command.
        language: Language of the help.
    """
    command = commands.add_parser("ledger", parents=[common], help=told_in(language, _HELP))
    command.add_argument(
        "--indicator", action="append", default=[], metavar="X", help=told_in(language, _INDICATOR)
    )
    command.add_argument("--place", action="append", default=[], metavar="P", help=told_in(language, _PLACE))
    command.add_argument(
        "--year", action="append", default=[], type=int, metavar="Y", help=told_in(language, _YEAR)
    )
    command.add_argument("--all", action="store_true", help=told_in(language, _ALL))
    command.add_argument("--csv", type=Path, metavar="FILE", help=told_in(language, _CSV))
    command.add_argument("--xlsx", type=Path, metavar="FILE", help=told_in(language, _XLSX))
    command.add_argument("--markdown", type=Path, metavar="FILE", help=told_in(language, _MARKDOWN))
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Show or write the ledger.

    Args:
        arguments: Of the command.
        settings: Of the environment.

    Returns:
        0, also where nothing is disclosed.

    Raises:
        InputError: A place is not in the library, or a file cannot be written.
    """
    from qa.commands.shelf import DONE, ready
    from qa.ledger.ledger import Ledger
    from qa.library import Library
    from qa.question.places.resolver import ScopeResolver

    with Library.open(ready(arguments, settings)) as library:
        metas = library.reports()
        resolver = ScopeResolver(metas)
        keys = {meta.id: resolver.place_of(meta) for meta in metas}
        ledger = Ledger.open(library, settings.indicators, keys=keys)
        places = _places(arguments.place, resolver, ledger)
        selected = _select(arguments, ledger, places)
        rows = _rows(selected.observations, ledger)
        files = _write_files(arguments, settings.language, ledger, selected, rows)
        if files:
            sys.stdout.write("".join(f"{len(rows)}\t{path}\n" for path in files))
        else:
            sys.stdout.write(_table(rows, settings.language))
        sys.stdout.write(_undisclosed(selected, ledger, settings.language))
    return DONE


def _places(asked: Sequence[str], resolver: ScopeResolver, ledger: Ledger) -> tuple[str, ...]:
    """Resolve the places asked for, in any form that questions may use."""
    from datetime import date

    from qa.text import clean_question

    found: list[str] = []
    for form in asked:
        scope = resolver.resolve(clean_question(form), date.today())
        if scope.ambiguous:
            choices = "、".join(scope.ambiguous[0])
            raise InputError(_AMBIGUOUS(form, choices))
        named = scope.places or tuple(place for place in ledger.places() if place == form)
        if not named:
            held = listed(ledger.places()[:12])
            raise InputError(_NO_PLACE(form, held))
        found += named
    return tuple(dict.fromkeys(found))


def _select(arguments: argparse.Namespace, ledger: Ledger, places: tuple[str, ...]) -> Selected:
    """Select what was asked for."""
    from qa.ledger.ledger import RESULTS

    years = tuple(dict.fromkeys(arguments.year))
    ids: list[str] = []
    found: list[Observation] = []
    for words in arguments.indicator:
        named = ledger.catalogue.find(words)
        ids += [one.id for one in named]
        found += ledger.find(words, places, years)
    if not arguments.indicator:
        found = list(ledger.observations(places, years))
    kept = [
        one
        for one in dict.fromkeys(found)
        if arguments.all or (one.kind in RESULTS and one.whole and (one.indicator or arguments.indicator))
    ]
    return Selected(tuple(kept), places, years, tuple(dict.fromkeys(ids)))


def _rows(observations: Sequence[Observation], ledger: Ledger) -> list[Row]:
    """Join the observations with the words of their reports."""
    from qa.ledger.export import make_row

    return [
        make_row(
            one,
            ledger.library.report(one.report),
            ledger.place_of(one),
            ledger.catalogue,
            ledger.contradicted(one),
        )
        for one in observations
    ]


def _write_files(
    arguments: argparse.Namespace, language: Language, ledger: Ledger, selected: Selected, rows: list[Row]
) -> list[Path]:
    """Write the files asked for, each in one step."""
    from qa.ledger.export import to_csv, to_markdown

    makers: tuple[tuple[Path | None, Callable[[], bytes]], ...] = (
        (arguments.csv, lambda: to_csv(rows, language)),
        (arguments.xlsx, lambda: _workbook(ledger, selected, rows, language)),
        (arguments.markdown, lambda: to_markdown(rows, language).encode("utf-8")),
    )
    done = []
    for path, make in makers:
        if path is not None:
            with written(path) as file:
                file.write(make())
            done.append(path)
    return done


def _workbook(ledger: Ledger, selected: Selected, rows: list[Row], language: Language) -> bytes:
    """Lay out the table of a workbook: a row for each place and year, a column for each indicator."""
    from qa.ledger.workbook import Shown, to_workbook

    by_key = {(row.observation.report, row.observation.number): row for row in rows}
    labels = {(row.observation.indicator or row.observation.counted): row.label for row in rows} | {
        id_: one.name for id_ in selected.indicators if (one := ledger.indicator(id_))
    }
    table: dict[tuple[str, int], dict[str, Shown]] = {}
    for cell in ledger.lead(selected.observations):
        first = cell.observation
        if first is None:
            continue
        shown = Shown(
            by_key[first.report, first.number], [by_key[one.report, one.number] for one in cell.others]
        )
        label = labels[first.indicator or first.counted]
        table.setdefault((cell.place, cell.year), {}).setdefault(label, shown)
    for cell in (
        ledger.cells(selected.indicators, selected.places, selected.years) if selected.indicators else ()
    ):
        if cell.reported:
            table.setdefault((cell.place, cell.year), {})
    columns = list(dict.fromkeys(labels.values()))
    return to_workbook(dict(sorted(table.items())), columns, rows, ledger.reported, language)


def _table(rows: Sequence[Row], language: Language) -> str:
    """Show rows on a terminal: a line of columns, its sentence below."""
    from qa.ledger.export import CONTRADICTED, contradictions, headers

    if not rows:
        return ""
    lines = [_line((*headers(language)[:5], "source" if language is Language.ENGLISH else "出处"))]
    for row in rows:
        one = row.observation
        change = row.change(language)
        cells = (row.place, str(one.year), row.label, f"{change}{row.printed}", row.kind(language))
        lines += [_line((*cells, f"{row.file}:{one.start}-{one.end}")), f"    “{row.sentence}”"]
        mark = CONTRADICTED[language is Language.ENGLISH]
        lines += [f"    ⚠ {mark} {told}" for told in contradictions(row)]
    return "\n".join(lines) + "\n"


def _line(cells: Sequence[str]) -> str:
    """Write the columns of a line, padded to the width that a terminal gives them."""
    padded = [cell + " " * max(0, width - _width(cell)) for cell, width in zip(cells, _WIDTHS, strict=False)]
    return " ".join([*padded, *cells[len(_WIDTHS) :]]).rstrip()


def _width(text: str) -> int:
    """Count the half-width columns that a text takes."""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _undisclosed(selected: Selected, ledger: Ledger, language: Language) -> str:
    """Say which places disclose nothing of the indicators asked for: undisclosed is not zero."""
    english = language is Language.ENGLISH
    lines = []
    for id_ in selected.indicators:
        cells = ledger.cells([id_], selected.places, selected.years)
        shown = {(ledger.place_of(one), one.year) for one in selected.observations if one.indicator == id_}
        silent = [
            f"{c.place}{c.year}"
            for c in cells
            if c.reported and c.observation is None and (c.place, c.year) not in shown
        ]
        indicator = ledger.indicator(id_)
        if silent and indicator is not None:
            lines.append(
                f"not disclosed, {indicator.name}: {', '.join(silent)}"
                if english
                else f"未披露“{indicator.name}”：{'、'.join(f'{name}年' for name in silent)}"
            )
    if not selected.observations and not lines:
        lines.append(
            "nothing found; ask in other words, or add --all"
            if english
            else "没有找到符合条件的数据；可换一种说法，或加 --all 列出计划、变化、占比和部门数据。"
        )
    return "\n".join(lines) + "\n" if lines else ""
