"""The command line: ``python -m qa`` or ``fawen``. Knows how to show things, not how they are made.

Exit codes: 0 done; 1 an answer was refused (``ask`` only); 2 bad input, with one line on standard error.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from embeddings.errors import EmbeddingError
from qa.commands import adding, audit, ledger
from qa.commands.shelf import BAD_INPUT, DONE, REFUSED, Progress, folder_of, ready
from qa.errors import BadQuestion, FawenError, InputError
from qa.message import told_in
from qa.settings import Language, Settings

if TYPE_CHECKING:
    from qa.assistant import Assistant
    from qa.types import Answer


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        argv: Arguments without the program's name, or None for the process's own.

    Returns:
        The exit code.
    """
    arguments = _parser().parse_args(argv)
    try:
        settings = Settings.from_environment()
        return int(arguments.run(arguments, settings))
    except (FawenError, EmbeddingError) as exc:
        print(f"fawen: {' '.join(str(exc).split())}", file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    """Describe the commands."""
    parser = argparse.ArgumentParser(
        prog="fawen", description="法问：对法治政府建设年度报告提问，答案逐句有出处。"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--library",
        type=Path,
        metavar="DIR",
        help="资料库文件夹（默认：环境变量 FAWEN_LIBRARY，否则 .fawen）",
    )

    adding.register(commands, common)

    command = commands.add_parser("remove", parents=[common], help="从资料库移除一份报告")
    command.add_argument("report", metavar="REPORT")
    command.set_defaults(run=_remove)

    command = commands.add_parser("reports", parents=[common], help="列出资料库中的报告")
    command.add_argument("--json", action="store_true", help="输出 JSON")
    command.set_defaults(run=_reports)

    command = commands.add_parser("ask", parents=[common], help="提一个问题")
    command.add_argument("question", metavar="QUESTION")
    command.add_argument("--json", action="store_true", help="输出 JSON")
    command.set_defaults(run=_ask)

    command = commands.add_parser("chat", parents=[common], help="连续对话")
    command.set_defaults(run=_chat)

    command = commands.add_parser("batch", parents=[common], help="批量回答 JSONL 文件里的问题")
    command.add_argument("input", type=Path, metavar="IN.jsonl")
    command.add_argument("--out", type=Path, required=True, metavar="OUT.jsonl")
    command.set_defaults(run=_batch)

    audit.register(commands, common)
    ledger.register(commands, common)
    return parser


def _remove(arguments: argparse.Namespace, settings: Settings) -> int:
    """Remove a report."""
    from qa.ingest import remove

    remove(arguments.report, folder_of(arguments, settings)[0])
    print(f"removed\t{arguments.report}")
    return DONE


def _reports(arguments: argparse.Namespace, settings: Settings) -> int:
    """List the reports as a table."""
    from dataclasses import asdict

    from qa.library import Library

    folder = ready(arguments, settings)
    with Library.open(folder) as library:
        metas = library.reports()
    if arguments.json:
        print(json.dumps([asdict(m) for m in metas], ensure_ascii=False, indent=1))
        return DONE
    english = settings.language is Language.ENGLISH
    heads = (
        "place\tabove\tyear\tissuer\tpublished\ttitle"
        if english
        else "地区\t上级\t年度\t发布机构\t发布日期\t标题"
    )
    print(f"id\t{heads}")
    for meta in metas:
        print(
            "\t".join(
                (
                    meta.id,
                    meta.place,
                    meta.parent or "—",
                    str(meta.year),
                    meta.issuer or "—",
                    meta.date or "—",
                    meta.title,
                )
            )
        )
    return DONE


def _ask(arguments: argparse.Namespace, settings: Settings) -> int:
    """Answer one question; exit code 1 if it was refused."""
    from qa.contract import answer_to_dict

    answer = _assistant(arguments, settings).ask([arguments.question])
    if arguments.json:
        print(json.dumps(answer_to_dict("", answer), ensure_ascii=False, indent=1))
    else:
        print(render(answer, settings.language))
    return REFUSED if answer.abstained else DONE


def _chat(arguments: argparse.Namespace, settings: Settings) -> int:
    """Answer question after question until the input ends."""
    assistant = _assistant(arguments, settings)
    english = settings.language is Language.ENGLISH
    if sys.stdin.isatty():
        print(
            "Ask; an empty line starts afresh, Ctrl-D ends."
            if english
            else "请提问；空行重新开始，Ctrl-D 结束。"
        )
    turns: list[str] = []
    while True:
        try:
            line = input("> " if sys.stdin.isatty() else "")
        except EOFError:
            return DONE
        if not line.strip():
            turns = []
            continue
        turns.append(line)
        print(render(assistant.ask(turns), settings.language), end="\n\n")


def _batch(arguments: argparse.Namespace, settings: Settings) -> int:
    """Answer the questions of a JSONL file; nothing is written unless every line can be read."""
    from qa.contract import answer_to_dict, parse_line

    try:
        lines = arguments.input.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as exc:
        raise BadQuestion(
            f"{arguments.input}: cannot be read ({exc}); give a UTF-8 file with one JSON object a line"
        ) from exc
    questions = [parse_line(line, n, arguments.input.name) for n, line in enumerate(lines, 1) if line.strip()]
    assistant = _assistant(arguments, settings)
    partial = arguments.out.with_name(arguments.out.name + ".part")
    try:
        with partial.open("w", encoding="utf-8") as out, Progress() as progress:
            for done, (question_id, turns) in enumerate(questions):
                progress(done, len(questions), arguments.input)
                out.write(
                    json.dumps(answer_to_dict(question_id, assistant.ask(turns)), ensure_ascii=False) + "\n"
                )
        partial.replace(arguments.out)
    except OSError as exc:
        raise InputError(
            f"{arguments.out}: cannot be written ({exc.strerror}); choose a folder that exists and may be written"
        ) from exc
    print(f"{len(questions)} answers\t{arguments.out}")
    return DONE


def render(answer: Answer, language: Language = Language.CHINESE) -> str:
    """Show an answer on a terminal: its words, then each source with its quote.

    Args:
        answer: An answer.
        language: Language of the labels.

    Returns:
        Lines of text.
    """
    english = language is Language.ENGLISH
    text = told_in(language, answer.answer)
    lines = [text.replace("\\", "")]
    warnings = (told_in(language, warning) for warning in answer.warnings)
    lines += [("note: " if english else "注意：") + w for w in warnings if w not in text]
    if answer.citations:
        lines += ["", "Sources" if english else "出处"]
    for c in answer.citations:
        lines.append(f"[{c.marker}] {c.place} {c.year} {c.file}:{c.start}-{c.end} {' > '.join(c.heading)}")
        lines.append(f"    “{' '.join(c.quote.split())}”")
    return "\n".join(lines)


def _assistant(arguments: argparse.Namespace, settings: Settings) -> Assistant:
    """Open the assistant over the library."""
    from qa.assistant import Assistant

    return Assistant.open(ready(arguments, settings), settings.encoder)
