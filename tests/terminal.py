"""Running the command line, inside this process and as one of its own."""

from __future__ import annotations

import hashlib
import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from qa.cli import main
from tests.conftest import ROOT

QUESTION = "云湖区2024年新收行政复议案件多少件?"
"""A question that the invented reports answer with 320件."""


def bare(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Take away the developer's settings, and make a folder the current one."""
    for setting in [s for s in os.environ if s.startswith("FAWEN_")]:
        monkeypatch.delenv(setting)
    monkeypatch.chdir(folder)


def fingerprint(folder: Path) -> dict[str, str]:
    """Hash every file of a folder."""
    files = (f for f in sorted(folder.rglob("*")) if f.is_file())
    return {f.relative_to(folder).as_posix(): hashlib.sha256(f.read_bytes()).hexdigest() for f in files}


def run(arguments: Sequence[str | Path]) -> int:
    """Run a command in this process."""
    return main([str(a) for a in arguments])


def process(
    *arguments: str | Path, cwd: Path, text: str = "", options: Sequence[str] = (), **settings: str
) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("FAWEN_")}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **settings}
    command = [sys.executable, *options, "-m", "qa", *map(str, arguments)]
    return subprocess.run(
        command, cwd=cwd, input=text, env=environment, capture_output=True, encoding="utf-8", timeout=120
    )


def on_terminal(*arguments: str | Path, cwd: Path, said: str) -> tuple[int, str]:
    """Run a command in a process whose input and errors are a terminal, say something, and give exit code and what it showed."""
    ours, theirs = pty.openpty()
    environment = {k: v for k, v in os.environ.items() if not k.startswith("FAWEN_")}
    environment |= {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "qa", *map(str, arguments)]
    with subprocess.Popen(
        command, cwd=cwd, env=environment, stdin=theirs, stdout=subprocess.DEVNULL, stderr=theirs
    ) as running:
        os.close(theirs)
        os.write(ours, said.encode())
        shown = b""
        while True:
            try:
                piece = os.read(ours, 4096)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            shown += piece
        code = running.wait(timeout=120)
    os.close(ours)
    return code, shown.decode("utf-8", "replace")


def one_line(text: str, *holds: str) -> None:
    """Check an error: one line, ours, that holds the input, the reason and what to do; no traceback."""
    assert text.endswith("\n")
    assert text.count("\n") == 1, text
    assert text.startswith("fawen: ")
    for words in holds:
        assert words in text, (words, text)
