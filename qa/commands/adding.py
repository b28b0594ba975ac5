"""``fawen add``: files and folders into the library, each told as added, unchanged, replaced, not added or rejected."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qa.commands.shelf import BAD_INPUT, DONE, Progress, folder_of
from qa.errors import InputError
from qa.message import Form, Message, told_in
from qa.settings import Language, Settings

if TYPE_CHECKING:
    from qa.ingest import FileResult
    from qa.types import ReportMeta

_ORDER = {
    Language.CHINESE: "注意\t{}\t文中有写给机器的指令，只在原文中显示，不作为任何答案的依据：“{}”",
    Language.ENGLISH: "warning\t{}\tgives orders to a machine; shown in the report only, it answers nothing: “{}”",
}
_HELP = Message("把报告文件或文件夹加入资料库", "put report files or folders into the library")
_PATHS = Message("报告文件，或装有报告的文件夹", "report files, or folders that hold some")
_FIRST_YEAR, _LAST_YEAR = 1949, 2099
_NO_YEAR = Form("--year {}：不是报告的年度；请用四位年份", "--year {}: no year of a report; give four digits")
_BAD_PLACE = Form("--place {}：不是地名；请用中文全名", "--place {}: no place; give its full Chinese name")
_PLACE = Message("报告的地区（文中读不出时指定）", "place of the report, where its text does not say")
_YEAR = Message("报告的年度（文中读不出时指定）", "year of the report, where its text does not say")
_YES = Message(
    "同一地区同一年度已有报告时直接替换；不加时，在终端会询问，在脚本里不替换",
    "replace a report of the same place and year; without it a terminal is asked, and a script replaces nothing",
)
_MISSING = Form("{}：没有这个文件或文件夹；请检查路径", "{}: no such file or folder; check the path")
_MISSING_SOME = Form(
    "{}：没有这个文件或文件夹，其余的已处理；请检查路径",
    "{}: no such file or folder; the others were taken: check the path",
)
_NO_FILES = Form(
    "{} 里没有文件；请给出报告文件，或装有报告的文件夹",
    "no files in {}: give a report file or a folder that holds some",
)
_REJECTED = Form("{} 个文件中有 {} 个未加入{}：{}", "{1} of {0} files were rejected{2}: {3}")
_ONE_REJECTED = Form("文件未加入：{}", "the file was rejected: {}")
_NOT_REPLACED = Form(
    "{} 个文件没有加入，因为会替换库中的报告{}；确实要替换，请加 --yes",
    "{} file(s) not added, as they would replace reports of the library{}; use --yes to replace them",
)
_OTHERS_IN = Message("，其余已在库中", "; the others are in")
_ASK = Form(
    "\n{}{}年的报告已在库中（{}，读自 {}，标题：{}）。用 {}（标题：{}）替换它吗？[y/N] ",
    "\nThe library holds a report of {} for {} ({}, read from {}, title: {}). Replace it by {} (title: {})? [y/N] ",
)
_MOST_ORDERS, _LONGEST_ORDER = 5, 80


def register(commands: Any, common: argparse.ArgumentParser, language: Language) -> None:
    """Describe the command.

    Args:
        commands: The commands of the parser.
        common: The options that every command takes.
        language: Language of the help.
    """
    command = commands.add_parser("add", parents=[common], help=told_in(language, _HELP))
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH", help=told_in(language, _PATHS))
    command.add_argument("--place", help=told_in(language, _PLACE))
    command.add_argument("--year", type=int, help=told_in(language, _YEAR))
    command.add_argument("--yes", action="store_true", help=told_in(language, _YES))
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Add files and folders.

    Args:
        arguments: The command line.
        settings: Encoder, library and indicators.

    Returns:
        0, or 2 if any file was rejected, missing, or would replace a report and may not.

    Raises:
        InputError: None of the paths holds a file, or the place or year is none.
    """
    from embeddings.encoder import load
    from qa.ingest import FileStatus, add
    from qa.text import HAN, printable

    if arguments.year is not None and not _FIRST_YEAR <= arguments.year <= _LAST_YEAR:
        raise InputError(_NO_YEAR(arguments.year))
    if arguments.place is not None and not re.search(rf"{HAN}{{2}}", arguments.place):
        raise InputError(_BAD_PLACE(printable(arguments.place)))
    folder, _ = folder_of(arguments, settings)
    missing = [path for path in arguments.paths if not path.exists()]
    paths = [path for path in arguments.paths if path.exists()]
    if not paths:
        raise InputError(_MISSING(missing[0]))
    confirm = partial(_confirm, settings.language) if sys.stdin.isatty() else _keep
    with Progress() as progress:
        results = add(
            paths,
            folder,
            load(settings.encoder),
            place=arguments.place,
            year=arguments.year,
            progress=progress,
            confirm=None if arguments.yes else confirm,
            indicators=settings.indicators,
        )
    for result in results:
        told = result.report_id or told_in(settings.language, result.reason)
        if result.status is FileStatus.REPLACED:
            told = f"{told}\t{told_in(settings.language, result.reason)}"
        print(f"{result.status.value}\t{printable(str(result.path))}\t{told}")
        for order in result.orders[:_MOST_ORDERS]:
            shown = printable(" ".join(order.split()))[:_LONGEST_ORDER]
            print(_ORDER[settings.language].format(printable(result.path.name), shown), file=sys.stderr)
    if not results:
        raise InputError(_NO_FILES(", ".join(map(str, arguments.paths))))
    problems = _problems(results, missing)
    for problem in problems:
        print(f"fawen: {told_in(settings.language, problem)}", file=sys.stderr)
    return BAD_INPUT if problems else DONE


def _problems(results: Sequence[FileResult], missing: Sequence[Path]) -> list[Message]:
    """Sum up what is not in the library, a line for each kind of reason."""
    from qa.ingest import FileStatus

    problems = [_MISSING_SOME(missing[0])] if missing else []
    rejected = [r for r in results if r.status is FileStatus.REJECTED]
    kept = [r for r in results if r.status is FileStatus.NOT_ADDED]
    others = _OTHERS_IN if len(results) > len(rejected) + len(kept) else ""
    if len(rejected) == len(results) == 1:
        problems.append(_ONE_REJECTED(rejected[0].reason))
    elif rejected:
        problems.append(_REJECTED(len(results), len(rejected), others, rejected[0].reason))
    if kept:
        problems.append(_NOT_REPLACED(len(kept), others))
    return problems


def _keep(path: Path, new: ReportMeta, old: ReportMeta) -> bool:
    """Replace nothing where nobody can be asked."""
    del path, new, old
    return False


def _confirm(language: Language, path: Path, new: ReportMeta, old: ReportMeta) -> bool:
    """Ask on the terminal whether a report takes the place of the one that is held; anything but yes keeps it."""
    from qa.text import printable

    names = (old.place, old.year, old.id, printable(old.file), printable(old.title))
    sys.stderr.write(told_in(language, _ASK(*names, printable(path.name), printable(new.title))))
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes", "是", "好"}
