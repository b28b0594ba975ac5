"""What the benchmark times, each as the runs of one measure; knows nothing of tables and files of results.

Every function repeats the same work and keeps every run, so that a reader sees how steady a figure is.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from embeddings.encoder import Encoder
from eval.dataset import Question
from eval.intervals import percentile
from eval.run import ROOT
from qa.assistant import Assistant
from qa.errors import InputError
from qa.ingest import FileStatus, add
from qa.ledger.catalogue import load_catalogue
from qa.ledger.observation import Observer
from qa.library import Library
from qa.reading import read

PAGE = 1000
"""Characters of a page, for speeds that people can picture."""

_PASSAGE, _PASSAGES = 235, 2000  # the mean passage of the encoder's trials; enough for a second of work


@dataclass(frozen=True, slots=True)
class Timing:
    """One measure with all its runs.

    Attributes:
        name: Key in the JSON, such as ``answer.p50``.
        label: What it is, for people.
        unit: Such as ``ms``, or ``pages/s``.
        runs: What each run gave, at least one.
    """

    name: str
    label: str
    unit: str
    runs: tuple[float, ...]

    @property
    def median(self) -> float:
        """Median of the runs."""
        return statistics.median(self.runs)


def time_answers(
    library: Path, encoder: Encoder, questions: Sequence[Question], repeat: int
) -> tuple[Timing, ...]:
    """Time answers inside one process, after one question to warm up.

    Args:
        library: Library folder.
        encoder: The encoder that it was built with.
        questions: The questions; each run asks all of them.
        repeat: Runs.

    Returns:
        The 50th and the 95th percentile (nearest rank) of the runs.
    """
    assistant = Assistant(Library.open(library), encoder)
    assistant.ask(questions[0].turns)
    runs = [[_answer_ms(assistant, question) for question in questions] for _ in range(repeat)]
    label = f"回答（{len(questions)} 题）"
    return tuple(
        Timing(f"answer.p{p}", f"{label} p{p}", "ms", tuple(percentile(run, p) for run in runs))
        for p in (50, 95)
    )


def time_cold_start(library: Path, question: str, repeat: int) -> tuple[Timing, ...]:
    """Time ``python -m qa ask`` in a fresh process, in turn with a process that does nothing.

    Args:
        library: Library folder.
        question: The question.
        repeat: Runs.

    Returns:
        The seconds of both, and the ratio of each pair.
    """
    ask = ["-m", "qa", "ask", question, "--library", str(library)]
    pairs = [(_process_seconds(ask), _process_seconds(["-c", "pass"])) for _ in range(repeat)]
    return (
        Timing("cold.ask", "冷启动：python -m qa ask", "s", tuple(a for a, _ in pairs)),
        Timing("cold.python", "空进程：python -c pass", "s", tuple(b for _, b in pairs)),
        Timing("cold.ratio", "冷启动与空进程之比", "x", tuple(a / b for a, b in pairs)),
    )


def time_opening(library: Path, repeat: int) -> tuple[Timing, ...]:
    """Time the opening of a library, with its hashes checked.

    Args:
        library: Library folder.
        repeat: Runs.

    Returns:
        Milliseconds.
    """
    runs = tuple(seconds_of(lambda: Library.open(library).close()) * 1000 for _ in range(repeat))
    return (Timing("library.open", "打开资料库", "ms", runs),)


def time_reading(files: Sequence[Path], repeat: int) -> tuple[Timing, ...]:
    """Time the reading of files into reports, without a library.

    Args:
        files: Reports; the first is read once beforehand.
        repeat: Runs.

    Returns:
        Characters and pages a second.
    """
    read(files[0])
    characters = _characters(files)
    what = f"读取（{len(files)} 份，{characters:,} 字）"
    runs = [seconds_of(lambda: [read(f) for f in files]) for _ in range(repeat)]
    return _speeds("read", what, characters, runs)


def time_ledger(files: Sequence[Path], repeat: int) -> tuple[Timing, ...]:
    """Time the ledger's observations beside the reading of the same files, in turn, so that their ratio can be compared.

    Args:
        files: Reports; all are read and observed once beforehand.
        repeat: Runs.

    Returns:
        Observing as a multiple of reading.
    """
    observer = Observer(load_catalogue())
    reports = [read(file) for file in files]
    for report in reports:
        observer.observations(report)
    runs = []
    for _ in range(repeat):
        reading = seconds_of(lambda: [read(file) for file in files])
        runs.append(seconds_of(lambda: [observer.observations(report) for report in reports]) / reading)
    return (Timing("ledger.ratio", f"台账抽取耗时 ÷ 读取耗时（{len(files)} 份）", "x", tuple(runs)),)


def time_formats(folder: Path, repeat: int) -> tuple[Timing, ...]:
    """Time the reading of one report in each format: decoding, parsing in the child process, reading as a report.

    Args:
        folder: Files of the same report, one for each format.
        repeat: Runs; each file is read once beforehand, which starts the child.

    Returns:
        Characters and pages a second for each suffix.
    """
    timings: list[Timing] = []
    for file in sorted(folder.iterdir()):
        name = file.suffix.removeprefix(".")
        characters = len(read(file).text)
        seconds = [seconds_of(partial(read, file)) for _ in range(repeat)]
        timings += _speeds(f"read.{name}", f"读取 {file.suffix}（{characters:,} 字）", characters, seconds)
    return tuple(timings)


def time_adding(files: Sequence[Path], encoder: Encoder, home: Path, repeat: int) -> tuple[Timing, ...]:
    """Time the adding of files to an empty library: reading, encoding, indexing and writing.

    Args:
        files: Reports that all can be added.
        encoder: Encoder of the library.
        home: Folder that the libraries go into.
        repeat: Runs.

    Returns:
        Characters and pages a second.

    Raises:
        InputError: A file was not added, so that the time would flatter.
    """
    seconds = []
    for run in range(repeat):
        start = time.perf_counter()
        results = add(files, home / f"added-{run}", encoder)
        seconds.append(time.perf_counter() - start)
        for result in results:
            if result.status is not FileStatus.ADDED:
                raise InputError(f"{result.path}：没有入库（{result.reason}）；计时需要每一份报告都能入库")
    characters = _characters(files)
    return _speeds("add", f"读取并入库（{len(files)} 份，{characters:,} 字）", characters, seconds)


def time_encoder(files: Sequence[Path], encoder: Encoder, repeat: int) -> tuple[Timing, ...]:
    """Time the encoder on passages of 235 characters cut from the reports.

    Args:
        files: Reports.
        encoder: The encoder; it encodes one passage beforehand.
        repeat: Runs.

    Returns:
        Passages a second.
    """
    text = "".join(f.read_text(encoding="utf-8") for f in files)
    passages = [text[i : i + _PASSAGE] for i in range(0, len(text), _PASSAGE)][:_PASSAGES]
    encoder.encode(passages[:1])
    runs = tuple(len(passages) / seconds_of(lambda: encoder.encode(passages)) for _ in range(repeat))
    return (Timing("encoder.passages", f"编码（{_PASSAGE} 字一段）", "passages/s", runs),)


def copies(reports: Path, folder: Path, n: int) -> list[Path]:
    """Write each report once for each of n years, so that adding is timed on more than a handful of files.

    Args:
        reports: Folder of ``.txt`` reports.
        folder: New folder that the files go into.
        n: Years, counted back from each report's own.

    Returns:
        The files, in order of their names.
    """
    folder.mkdir(parents=True)
    for path in sorted(reports.glob("*.txt")):
        report = read(path)
        for back in range(n):
            text = _earlier(report.text, report.meta.year, back)
            (folder / f"{path.stem}-{back}.txt").write_text(text, encoding="utf-8")
    return sorted(folder.iterdir())


def _earlier(text: str, year: int, back: int) -> str:
    """Move the years of report and publication back together, as the reader holds one to the other."""
    return re.sub(f"{year}|{year + 1}", lambda found: str(int(found[0]) - back), text)


def _characters(files: Sequence[Path]) -> int:
    """Count the characters of text files."""
    return sum(len(f.read_text(encoding="utf-8")) for f in files)


def _speeds(name: str, label: str, characters: int, seconds: Sequence[float]) -> tuple[Timing, ...]:
    """Turn the seconds that characters took into characters and pages a second."""
    return (
        Timing(f"{name}.characters", label, "characters/s", tuple(characters / s for s in seconds)),
        Timing(f"{name}.pages", label, "pages/s", tuple(characters / PAGE / s for s in seconds)),
    )


def _answer_ms(assistant: Assistant, question: Question) -> float:
    """Time one answer."""
    return seconds_of(lambda: assistant.ask(question.turns)) * 1000


def seconds_of(work: Callable[[], object]) -> float:
    """Time one call.

    Args:
        work: What is timed.

    Returns:
        Seconds.
    """
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _process_seconds(arguments: Sequence[str]) -> float:
    """Time a fresh Python process; an answer that was refused counts, bad input does not."""
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    taken = time.perf_counter() - start
    if done.returncode not in (0, 1) or "Traceback" in done.stderr:
        told = " ".join(done.stderr.split())[-300:]
        raise InputError(
            f"python {' '.join(arguments)}：退出码 {done.returncode}（{told}）；先让这条命令能运行"
        )
    return taken
