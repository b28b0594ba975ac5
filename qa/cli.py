"""The command line: ``python -m qa`` or ``fawen``. Knows how to show things, not how they are made.

Exit codes: 0 done; 1 an answer was refused (``ask`` only); 2 bad input, with one line on standard error.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from embeddings.errors import EmbeddingError
from qa.commands import adding, audit, ledger
from qa.commands.files import written
from qa.commands.parser import Parser
from qa.commands.shelf import BAD_INPUT, DONE, REFUSED, Progress, folder_of, ready
from qa.errors import BadQuestion, FawenError
from qa.message import Form, Message, cause_of, said, told_in
from qa.settings import Language, Settings, language_set

if TYPE_CHECKING:
    from qa.assistant import Assistant
    from qa.types import Answer


_ABOUT = Message(
    "法问：对法治政府建设年度报告提问，答案逐句有出处。",
    "Fawen: ask yearly reports on law-based government; every sentence of an answer has its source.",
)
_LIBRARY = Message(
    "资料库文件夹（默认：环境变量 FAWEN_LIBRARY，否则 .fawen）",
    "library folder (default: FAWEN_LIBRARY, else .fawen)",
)
_REMOVE = Message("从资料库移除一份报告", "take a report out of the library")
_REPORTS = Message("列出资料库中的报告", "list the reports of the library")
_ASK = Message("提一个问题", "ask one question")
_CHAT = Message("连续对话", "ask question after question")
_BATCH = Message("批量回答 JSONL 文件里的问题", "answer the questions of a JSONL file")
_EXAMPLE = Message(
    "提一个本库能回答的示例问题，不需要 QUESTION",
    "ask a sample question that the library can answer; no QUESTION is needed",
)
_REPORT = Message("报告编号，见 reports 的第一列", "id of the report: the first column of reports")
_QUESTION = Message("问题，加引号", "the question, in quotes")
_IN = Message('每行一个问题：{"id": "q1", "turns": ["…"]}', 'a question a line: {"id": "q1", "turns": ["…"]}')
_OUT = Message("写入答案的文件，每行一个", "the file for the answers, one a line")
_SAME_FILE = Form(
    "--out {} 就是装问题的文件；请换一个文件名，以免覆盖问题",
    "--out {} is the file of questions; name another, so that they stay",
)
_JSON = Message("输出 JSON", "print JSON")
_GREETING = Message(
    "请提问；空行重新开始，输入“退出”或按 Ctrl-D 结束。",
    "Ask; an empty line starts afresh, quit or Ctrl-D ends.",
)
_UNREADABLE = Form(
    "{} 读不出（{}）；请给出 UTF-8 编码、每行一个 JSON 对象的文件",
    "{}: cannot be read ({}); give a UTF-8 file with one JSON object a line",
)
_ENDS = frozenset({"quit", "exit", "bye", "退出", "结束", "再见", ":q"})


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        argv: Arguments without the program's name, or None for the process's own.

    Returns:
        The exit code.
    """
    language = language_set()
    arguments = _parser(language).parse_args(argv)
    try:
        settings = Settings.from_environment()
        return int(arguments.run(arguments, settings))
    except (FawenError, EmbeddingError) as exc:
        print(f"fawen: {said(exc, language)}", file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except KeyboardInterrupt:
        return 130


def _parser(language: Language) -> argparse.ArgumentParser:
    """Describe the commands in a language."""
    told = partial(told_in, language)
    parser = Parser(prog="fawen", description=told(_ABOUT))
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    common = Parser(add_help=False)
    common.add_argument("--library", type=Path, metavar="DIR", help=told(_LIBRARY))

    adding.register(commands, common, language)

    command = commands.add_parser("remove", parents=[common], help=told(_REMOVE))
    command.add_argument("report", metavar="REPORT", help=told(_REPORT))
    command.set_defaults(run=_remove)

    command = commands.add_parser("reports", parents=[common], help=told(_REPORTS))
    command.add_argument("--json", action="store_true", help=told(_JSON))
    command.set_defaults(run=_reports)

    command = commands.add_parser("ask", parents=[common], help=told(_ASK))
    asked = command.add_mutually_exclusive_group(required=True)
    asked.add_argument("question", nargs="?", metavar="QUESTION", help=told(_QUESTION))
    asked.add_argument("--example", action="store_true", help=told(_EXAMPLE))
    command.add_argument("--json", action="store_true", help=told(_JSON))
    command.set_defaults(run=_ask)

    command = commands.add_parser("chat", parents=[common], help=told(_CHAT))
    command.set_defaults(run=_chat)

    command = commands.add_parser("batch", parents=[common], help=told(_BATCH))
    command.add_argument("input", type=Path, metavar="IN.jsonl", help=told(_IN))
    command.add_argument("--out", type=Path, required=True, metavar="OUT.jsonl", help=told(_OUT))
    command.set_defaults(run=_batch)

    audit.register(commands, common, language)
    ledger.register(commands, common, language)
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

    assistant = _assistant(arguments, settings)
    question = _example(assistant, settings.language) if arguments.example else arguments.question
    if question is None:
        return DONE
    answer = assistant.ask([question])
    if arguments.json:
        print(json.dumps(answer_to_dict("", answer), ensure_ascii=False, indent=1))
        return REFUSED if answer.abstained else DONE
    if arguments.example:
        print(question)
    print(render(answer, settings.language))
    return REFUSED if answer.abstained else DONE


def _example(assistant: Assistant, language: Language) -> str | None:
    """Give a question about the library's own places that it can answer, or None where it has none."""
    from qa.page.examples import make_examples

    examples = make_examples(assistant.library.reports(), lambda question: assistant.ask([question]))
    return told_in(language, examples[0]) if examples else None


def _chat(arguments: argparse.Namespace, settings: Settings) -> int:
    """Answer question after question until the input ends or a turn says that it is over."""
    assistant = _assistant(arguments, settings)
    if sys.stdin.isatty():
        print(told_in(settings.language, _GREETING))
    turns: list[str] = []
    while True:
        try:
            line = input("> " if sys.stdin.isatty() else "")
        except EOFError:
            return DONE
        if line.strip(" \t。.!！").lower() in _ENDS:
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
        cause = cause_of(exc) if isinstance(exc, OSError) else str(exc)
        raise BadQuestion(_UNREADABLE(arguments.input, cause)) from exc
    questions = [parse_line(line, n, arguments.input.name) for n, line in enumerate(lines, 1) if line.strip()]
    if arguments.out.exists() and arguments.out.samefile(arguments.input):
        raise BadQuestion(_SAME_FILE(arguments.out))
    assistant = _assistant(arguments, settings)
    with written(arguments.out) as out, Progress() as progress:
        for done, (question_id, turns) in enumerate(questions):
            progress(done, len(questions), arguments.input)
            line = json.dumps(answer_to_dict(question_id, assistant.ask(turns)), ensure_ascii=False)
            out.write(f"{line}\n".encode())
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
