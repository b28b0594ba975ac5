"""The parser of the command line, whose own words (usage, headings, what is wrong) are in the reader's language too.

argparse has them in English alone. Knows no command.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

from qa.message import Message, told_in
from qa.settings import language_set

_USAGE = Message("用法：", "usage: ")
_WRONG = Message("错误：", "error: ")
_POSITIONALS = Message("参数", "positional arguments")
_OPTIONS = Message("选项", "options")
_HELP = Message("显示这段说明", "show this help message and exit")
# What argparse says: its words, and ours with the same pieces.
_SAID = (
    (r"the following arguments are required: (.+)", r"缺少 \1"),
    (r"one of the arguments (.+) is required", r"请给出其中一个：\1"),
    (r"argument (.+?): not allowed with argument (.+)", r"\1 不能与 \2 同时用"),
    (r"argument (.+?): invalid int value: (.+)", r"\1 要整数，不能是 \2"),
    (r"argument (.+?): invalid choice: (.+?) \(choose from (.+)\)", r"\1 没有 \2，可用的有：\3"),
    (r"argument (.+?): expected one argument", r"\1 后面缺少内容"),
    (r"argument (.+?): expected at least one argument", r"\1 后面至少要有一项"),
    (r"unrecognized arguments: (.+)", r"不认识的参数：\1"),
    (r"ambiguous option: (.+?) could match (.+)", r"\1 不明确，可以是 \2"),
    (r"argument (.+?): ignored explicit argument (.+)", r"\1 后面不带内容，多了 \2"),
)


class _Formatter(argparse.HelpFormatter):
    """Writes the usage in the language that is set."""

    def add_usage(
        self, usage: str | None, actions: Iterable[Any], groups: Iterable[Any], prefix: str | None = None
    ) -> None:
        """Add the usage, behind its name."""
        given = told_in(language_set(), _USAGE) if prefix is None else prefix
        super().add_usage(usage, actions, groups, given)


class Parser(argparse.ArgumentParser):
    """A parser that speaks the language that is set; the parsers of its commands are of its kind."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"formatter_class": _Formatter} | options)
        language = language_set()
        self._positionals.title = told_in(language, _POSITIONALS)
        self._optionals.title = told_in(language, _OPTIONS)
        for action in self._actions:
            if isinstance(action, argparse._HelpAction):
                action.help = told_in(language, _HELP)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and end with exit code 2.

        Args:
            message: What argparse found.
        """
        self.print_usage(sys.stderr)
        told = told_in(language_set(), Message(in_chinese(message), message))
        self.exit(2, f"{self.prog}: {told_in(language_set(), _WRONG)}{told}\n")


def in_chinese(message: str) -> str:
    """Say in Chinese what argparse found wrong.

    Args:
        message: Its message.

    Returns:
        Ours, or its own where it is none that we know.
    """
    for said, ours in _SAID:
        if match := re.fullmatch(said, message, re.DOTALL):
            return match.expand(ours)
    return message
