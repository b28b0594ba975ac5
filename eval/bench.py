"""``python -m eval.bench``: how fast answers, cold starts, reading, adding, opening and encoding are here.

Every figure is the median of repeated runs, with the least and the greatest beside it. There are no
thresholds: other work on the machine moves absolute times. What to compare between machines is the ratio of a
cold start to ``python -c pass``, which is measured in turn with it; ``thresholds.toml`` bounds answers alone.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from embeddings.encoder import load
from embeddings.errors import EmbeddingError
from eval.dataset import load_questions
from eval.many import many_places, time_comparison
from eval.run import ROOT, build_library
from eval.timing import (
    Timing,
    copies,
    time_adding,
    time_answers,
    time_cold_start,
    time_encoder,
    time_formats,
    time_ledger,
    time_opening,
    time_reading,
)
from qa.errors import FawenError, InputError
from qa.settings import Settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Run every measure, print the table and write ``bench.json``.

    Args:
        arguments: The command line without the program's name, or None for the process's own.

    Returns:
        0, or 2 for bad input.
    """
    options = _parser().parse_args(arguments)
    try:
        timings = _measure(options)
        path = _write(options, timings)
    except (FawenError, EmbeddingError) as exc:
        sys.stderr.write(f"bench: {exc}\n")
        return 2
    sys.stdout.write(f"{table(timings)}\n\n已写入 {path}\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m eval.bench",
        description="计时：回答、冷启动、读取、入库、打开资料库、编码；取多次的中位数。",
    )
    parser.add_argument("--repeat", type=_at_least_one, default=5, metavar="N", help="每项重复次数（默认 5）")
    parser.add_argument(
        "--copies", type=_at_least_one, default=10, metavar="N", help="入库计时用的年度份数（默认 10）"
    )
    parser.add_argument("--reports", type=Path, default=ROOT / "seeds", help="报告文件夹（默认 seeds）")
    parser.add_argument(
        "--questions",
        type=Path,
        default=ROOT / "eval" / "questions" / "dev.jsonl",
        help="题目文件（默认 dev.jsonl）",
    )
    parser.add_argument("--out", type=Path, default=ROOT / "eval" / "out", help="bench.json 写到哪个文件夹")
    return parser


def _at_least_one(text: str) -> int:
    """Read a whole number from 1."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}”不是 1 以上的整数")
    return int(text)


def _measure(options: argparse.Namespace) -> list[Timing]:
    """Run every measure over a library made for them."""
    questions = load_questions(options.questions)
    encoder = load(Settings.from_environment().encoder)
    with tempfile.TemporaryDirectory(prefix="fawen-bench-") as home:
        library = Path(home) / "library"
        build_library(options.reports, library)
        files = copies(options.reports, Path(home) / "copies", options.copies)
        return [
            *time_answers(library, encoder, questions, options.repeat),
            *time_cold_start(library, questions[0].turns[-1], options.repeat),
            *time_comparison(
                many_places(options.reports, Path(home) / "places", 50), encoder, Path(home), options.repeat
            ),
            *time_opening(library, options.repeat),
            *time_reading(files, options.repeat),
            *time_ledger(sorted(options.reports.glob("*.txt")), options.repeat),
            *time_formats(ROOT / "tests" / "data" / "formats", options.repeat),
            *time_adding(files, encoder, Path(home), options.repeat),
            *time_encoder(files, encoder, options.repeat),
        ]


def table(timings: Sequence[Timing]) -> str:
    """Lay out the measures for a terminal.

    Args:
        timings: The measures.

    Returns:
        Lines of aligned columns; the Chinese one stands last, for its width is the terminal's affair.
    """
    rows = [("measure", "median", "unit", "min - max", "runs", "项目")]
    rows += [(t.name, _figure(t.median), t.unit, _span(t.runs), str(len(t.runs)), t.label) for t in timings]
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]) - 1)]
    return "\n".join("  ".join([*map(str.ljust, row, widths), row[-1]]) for row in rows)


def _span(runs: Sequence[float]) -> str:
    """Write the least and the greatest run."""
    return f"{_figure(min(runs))} - {_figure(max(runs))}"


def _figure(value: float) -> str:
    """Write a figure with as many decimals as are of use."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.3f}"


def _write(options: argparse.Namespace, timings: Sequence[Timing]) -> Path:
    """Write all runs with what the machine is, so that two files can be compared."""
    record = {
        "machine": {"python": platform.python_version(), "system": platform.system(), "cpus": os.cpu_count()},
        "repeat": options.repeat,
        "measures": {
            t.name: {"label": t.label, "unit": t.unit, "median": t.median, "runs": t.runs} for t in timings
        },
    }
    path: Path = options.out / "bench.json"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as exc:
        raise InputError(f"{options.out}：无法写入（{exc.strerror}）；请用 --out 换一个文件夹") from exc
    return path


if __name__ == "__main__":
    sys.exit(main())
