"""Puts every question of a split to a system and judges the replies.

A system is anything that turns a question into a line of the batch contract: our assistant over a library
built for the split, or a finished file of answers.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from eval.dataset import Question
from eval.metrics import Item, Metric, measure
from eval.replies import Reply, parse_reply
from eval.scorers import Score, score
from qa.errors import FawenError, InputError, LibraryError

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Split:
    """A part of the eval set.

    Attributes:
        name: Such as ``unseen_test``; its table in ``thresholds.toml``.
        questions: The file of its questions.
        reports: The folder of the reports that they are about.
        pattern: Which of its files are reports.
    """

    name: str
    questions: Path
    reports: Path
    pattern: str = "*.txt"


SPLITS = {
    name: Split(name, ROOT / "eval" / "questions" / f"{name}.jsonl", ROOT / reports)
    for name, reports in {
        "dev": "seeds",
        "dev_b": "seeds",
        "dev_c": "seeds",
        "dev_d": "seeds",
        "dev_e": "seeds",
        "dev_f": "seeds",
        "dev_g": "seeds",
        "dev_h": "seeds",
        "test": "seeds",
        "unseen_dev": "tests/data/unseen/dev",
        "unseen_dev2": "tests/data/unseen/dev2",
        "unseen_dev3": "tests/data/unseen/dev3",
        "unseen_dev4": "tests/data/unseen/dev4",
        "unseen_dev5": "tests/data/unseen/dev5",
        "unseen_dev6": "tests/data/unseen/dev6",
        "unseen_dev7": "tests/data/unseen/dev7",
        "unseen_dev8": "tests/data/unseen/dev8",
        "unseen_test": "tests/data/unseen/test",
        "scripts_dev": "seeds",
        "scripts_test": "seeds",
        "scripts_held": "seeds",
        "scripts_held2": "seeds",
        "scripts_held3": "seeds",
        "scripts_held4": "seeds",
        "scripts_held5": "seeds",
        "scripts_held6": "seeds",
        "scripts_held7": "seeds",
    }.items()
}
# Reports in every format; their folder holds nothing else.
SPLITS["corpus"] = Split(
    "corpus",
    ROOT / "eval" / "questions" / "corpus.jsonl",
    ROOT / "tests" / "data" / "corpus" / "reports",
    "*",
)
# Unseen sets whose reports are of every format, and the scripts on them.
SPLITS |= {
    name: Split(
        name,
        ROOT / "eval" / "questions" / f"{name}.jsonl",
        ROOT / "tests" / "data" / "unseen" / folder / "reports",
        "*",
    )
    for name, folder in {
        "unseen_dev9": "dev9",
        "unseen_scripts_held4": "dev9",
        "unseen_dev10": "dev10",
        "unseen_scripts_held5": "dev10",
        "unseen_dev11": "dev11",
        "unseen_scripts_held6": "dev11",
        "unseen_dev12": "dev12",
        "unseen_dev13": "dev13",
        "unseen_dev14": "dev14",
        "unseen_scripts_held7": "dev13",
        "unseen_dev15": "dev15",
        "unseen_dev16": "dev16",
        "unseen_scripts_held8": "dev16",
        "unseen_dev17": "dev17",
        "unseen_scripts_held9": "dev17",
        "unseen_dev18": "dev18",
        "unseen_dev19": "dev19",
        "unseen_scripts_held10": "dev19",
        "unseen_dev20": "dev20",
        "unseen_scripts_held11": "dev20",
        "unseen_dev21": "dev21",
        "unseen_scripts_held12": "dev21",
        "unseen_dev22": "dev22",
        "unseen_scripts_held13": "dev22",
        "unseen_dev23": "dev23",
        "unseen_scripts_held14": "dev23",
        "unseen_dev24": "dev24",
        "unseen_scripts_held17": "dev24",
        "unseen_scripts_held15": "dev20",
        "unseen_scripts_held16": "dev21",
        "unseen_dev31": "dev31",
        "unseen_scripts_held24": "dev31",
        "unseen_dev30": "dev30",
        "unseen_scripts_held23": "dev30",
        "unseen_dev29": "dev29",
        "unseen_scripts_held22": "dev29",
        "unseen_dev28": "dev28",
        "unseen_scripts_held21": "dev28",
        "unseen_dev27": "dev27",
        "unseen_scripts_held20": "dev27",
        "unseen_dev26": "dev26",
        "unseen_scripts_held19": "dev26",
        "unseen_dev25": "dev25",
        "unseen_scripts_held18": "dev25",
        "unseen_near15": "dev15",
        "unseen_near16": "dev16",
        "unseen_near17": "dev17",
        "unseen_near18": "dev18",
    }.items()
}
# New questions on the reports of twenty sets, in one library.
SPLITS |= {
    name: Split(
        name,
        ROOT / "eval" / "questions" / f"{name}.jsonl",
        ROOT / "tests" / "data" / "unseen",
        "dev[12]?/reports/*",
    )
    for name in ("unseen_facts", "unseen_everyday")
}
# Scripts over unseen reports talk about the places of all sets that may be read, in one library.
SPLITS |= {
    name: Split(
        name, ROOT / "eval" / "questions" / f"{name}.jsonl", ROOT / "tests" / "data" / "unseen", "dev*/*.txt"
    )
    for name in (
        "unseen_scripts_dev",
        "unseen_scripts_test",
        "unseen_scripts_held",
        "unseen_scripts_held2",
        "unseen_scripts_held3",
        "parts",
    )
}
# The halves that nobody tunes on are what is reported.
DEFAULT_SPLITS = ("test", "unseen_test")


@dataclass(frozen=True, slots=True)
class Run:
    """A judged split.

    Attributes:
        name: Name of the split, or of the user's file.
        source: File of the questions.
        items: The judged questions, in the order of the file.
        metrics: The measures.
    """

    name: str
    source: str
    items: tuple[Item, ...]
    metrics: tuple[Metric, ...]


class System(Protocol):
    """What is measured."""

    def reply(self, question: Question) -> Reply | None:
        """Answer one question.

        Args:
            question: The question; only its id and turns may be looked at.

        Returns:
            The reply, or None where there is none.
        """
        ...


class FinishedSystem:
    """The answers of a batch file that is already written."""

    def __init__(self, replies: Mapping[str, Reply]) -> None:
        self._replies = replies

    def reply(self, question: Question) -> Reply | None:
        """Look up the reply to a question by its id.

        Args:
            question: The question.

        Returns:
            Its line of the file, or None where the file has none.
        """
        return self._replies.get(question.id)


class FawenSystem:
    """Our own assistant over one library."""

    def __init__(self, library: Path) -> None:
        """Open the assistant.

        Args:
            library: The folder of the library.

        Raises:
            InputError: The encoder that the environment names cannot be loaded.
        """
        from embeddings.errors import EncoderError
        from qa.assistant import Assistant
        from qa.settings import Settings

        try:
            self._assistant = Assistant.open(library, Settings.from_environment().encoder)
        except EncoderError as exc:
            raise InputError(str(exc)) from exc

    def reply(self, question: Question) -> Reply:
        """Ask the assistant, and put the time that it took in place of the one that it reports.

        Args:
            question: The question; its id and turns are handed over.

        Returns:
            The reply, by way of the batch contract.
        """
        from qa.contract import answer_to_dict

        start = time.perf_counter()
        answer = self._assistant.ask(question.turns)
        taken = (time.perf_counter() - start) * 1000
        line: dict[str, object] = {**answer_to_dict(question.id, answer), "latency_ms": taken}
        return parse_reply(line, f"assistant reply to {question.id}")


def build_library(reports: Path, folder: Path, pattern: str = "*.txt") -> None:
    """Build a library from every report of a folder.

    Args:
        reports: Folder of reports.
        folder: Where the library goes.
        pattern: Which of its files are reports, as a shell pattern.

    Raises:
        InputError: The folder holds no report, one of them cannot be read, or the encoder cannot be loaded.
    """
    from embeddings.encoder import load
    from embeddings.errors import EncoderError
    from qa.ingest import add
    from qa.settings import Settings

    paths = sorted(reports.glob(pattern))
    if not paths:
        raise InputError(f"{reports}:没有 {pattern.lstrip('*')} 报告;请检查该文件夹")
    try:
        encoder = load(Settings.from_environment().encoder)
    except EncoderError as exc:
        raise InputError(str(exc)) from exc
    results = add(paths, folder, encoder)
    for result in results:
        if result.status == "rejected":
            raise InputError(f"{result.path}:无法入库({result.reason});评测需要每一份报告都能读取")


def run_questions(name: str, source: str, questions: Sequence[Question], system: System) -> Run:
    """Put every question to a system, judge the replies and measure.

    Args:
        name: Name of the run.
        source: Where the questions are from.
        questions: The questions.
        system: What is measured; the first question is asked once beforehand, to leave out the cold start.

    Returns:
        The judged run. A reply that a system failed to give, with an error of ours, is unscored.
    """
    from tqdm import tqdm

    if questions:
        _judge(questions[0], system)
    # disable=None: a bar on a terminal, none in a pipe.
    items = tuple(
        _judge(question, system) for question in tqdm(questions, desc=name, disable=None, leave=False)
    )
    return Run(name, source, items, measure(items))


def _judge(question: Question, system: System) -> Item:
    """Ask and judge one question."""
    try:
        reply = system.reply(question)
    except LibraryError:
        raise
    except FawenError as exc:
        return Item(question, None, Score(None, f"系统报错:{exc}"))
    return Item(question, reply, score(question, reply))
