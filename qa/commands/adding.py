"""``fawen add``: files and folders into the library, each told as added, unchanged, replaced or rejected."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qa.commands.shelf import BAD_INPUT, DONE, Progress, folder_of
from qa.errors import InputError
from qa.settings import Language, Settings

if TYPE_CHECKING:
    from qa.types import ReportMeta

_ORDER = {
    Language.CHINESE: "注意\t{}\t文中有写给机器的指令，只在原文中显示，不作为任何答案的依据：“{}”",
    Language.ENGLISH: "warning\t{}\tgives orders to a machine; shown in the report only, it answers nothing: “{}”",
}
_MOST_ORDERS, _LONGEST_ORDER = 5, 80


def register(commands: Any, common: argparse.ArgumentParser) -> None:
    """Describe the command.

    Args:
        commands: The commands of the parser.
        common: The options that every command takes.
    """
    command = commands.add_parser("add", parents=[common], help="把报告文件或文件夹加入资料库")
    command.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    command.add_argument("--place", help="报告的地区（文中读不出时指定）")
    command.add_argument("--year", type=int, help="报告的年度（文中读不出时指定）")
    command.add_argument("--yes", action="store_true", help="同一地区同一年度已有报告时不询问，直接替换")
    command.set_defaults(run=run)


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Add files and folders.

    Args:
        arguments: The command line.
        settings: Encoder, library and indicators.

    Returns:
        0, or 2 if any file was rejected or missing.

    Raises:
        InputError: None of the paths holds a file.
    """
    from embeddings.encoder import load
    from qa.ingest import FileStatus, add
    from qa.text import printable

    folder, _ = folder_of(arguments, settings)
    missing = [path for path in arguments.paths if not path.exists()]
    paths = [path for path in arguments.paths if path.exists()]
    if not paths:
        raise InputError(f"{missing[0]}: no such file or folder; check the path")
    with Progress() as progress:
        results = add(
            paths,
            folder,
            load(settings.encoder),
            place=arguments.place,
            year=arguments.year,
            progress=progress,
            confirm=None if arguments.yes or not sys.stdin.isatty() else _confirm,
            indicators=settings.indicators,
        )
    for result in results:
        told = result.report_id if result.status is not FileStatus.REJECTED else result.reason
        if result.status is FileStatus.REPLACED:
            told = f"{told}\t{result.reason}"
        print(f"{result.status.value}\t{printable(str(result.path))}\t{told}")
        for order in result.orders[:_MOST_ORDERS]:
            shown = printable(" ".join(order.split()))[:_LONGEST_ORDER]
            print(_ORDER[settings.language].format(printable(result.path.name), shown), file=sys.stderr)
    if not results:
        raise InputError(
            f"no files in {', '.join(map(str, arguments.paths))}: give a report file or a folder that holds some"
        )
    rejected = [r for r in results if r.status is FileStatus.REJECTED]
    if missing:
        print(
            f"fawen: {missing[0]}: no such file or folder; the others are in: check the path", file=sys.stderr
        )
    if rejected:
        print(
            f"fawen: {len(rejected)} of {len(results)} files were rejected; the others are in: {rejected[0].reason}",
            file=sys.stderr,
        )
    return BAD_INPUT if rejected or missing else DONE


def _confirm(path: Path, new: ReportMeta, old: ReportMeta) -> bool:
    """Ask on the terminal whether a report takes the place of the one that is held; anything but yes keeps it."""
    from qa.text import printable

    name = printable(path.name)
    sys.stderr.write(
        f"\n{new.place}{new.year}年的报告已在库中（{old.id}，读自 {printable(old.file)}）。用 {name} 替换它吗？[y/N] "
    )
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes", "是", "好"}
