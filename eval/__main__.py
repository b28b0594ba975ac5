"""``python -m eval``: measures the assistant, or a finished file of answers, against its thresholds."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from eval.dataset import load_questions
from eval.page import page
from eval.replies import load_replies
from eval.report import label, shown, table, to_json
from eval.run import (
    DEFAULT_SPLITS,
    ROOT,
    SPLITS,
    FawenSystem,
    FinishedSystem,
    Run,
    Split,
    build_library,
    run_questions,
)
from eval.thresholds import Bound, broken, load_bounds
from qa.errors import FawenError, InputError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the evaluation.

    Args:
        arguments: The command line without the program's name, or None for the process's own.

    Returns:
        0 where every threshold is kept, 1 where one is broken, 2 for bad input.
    """
    options = _parser().parse_args(arguments)
    try:
        bounds = load_bounds(options.thresholds)
        runs = _runs(options)
        for run in runs:
            print(table(run, bounds.get(run.name, ())), end="\n\n")
        _write(options, runs, bounds)
    except FawenError as exc:
        print(f"eval: {exc}", file=sys.stderr)
        return 2
    return _verdict(runs, bounds)


def _parser() -> argparse.ArgumentParser:
    """Describe the command line."""
    parser = argparse.ArgumentParser(
        prog="python -m eval", description="评测问答:准确率、拒答、引用、数字有据、范围与延迟。"
    )
    parser.add_argument(
        "--split",
        choices=[*SPLITS, "all"],
        action="append",
        help="评哪一部分(默认 test 与 unseen_test;可重复)",
    )
    parser.add_argument("--questions", type=Path, help="自己的题目文件(每行一个 JSON 对象)")
    parser.add_argument("--library", type=Path, help="自己题目所用的报告库文件夹")
    parser.add_argument("--answers", type=Path, help="已有的批量答案文件;只评分,不作答")
    parser.add_argument("--thresholds", type=Path, default=ROOT / "eval" / "thresholds.toml", help="门槛文件")
    parser.add_argument("--out", type=Path, default=ROOT / "eval" / "out", help="JSON 与网页写到哪个文件夹")
    parser.add_argument("--name", help="输出文件名(不带后缀)")
    return parser


def _runs(options: argparse.Namespace) -> list[Run]:
    """Make the runs that the command line asks for."""
    if options.questions is None:
        if options.library is not None:
            raise InputError("--library 只与 --questions 一起使用;内置题目自建报告库,请去掉 --library")
        return [_split_run(SPLITS[name], options.answers) for name in _names(options)]
    if options.split:
        raise InputError("--questions 与 --split 不能同时使用;请去掉其中一个")
    questions = load_questions(options.questions)
    if options.answers is None and options.library is None:
        raise InputError("--questions 还需要 --library 报告库文件夹(或 --answers 答案文件);请补上")
    system = (
        FawenSystem(options.library)
        if options.answers is None
        else FinishedSystem(load_replies(options.answers))
    )
    return [run_questions(options.questions.stem, str(options.questions), questions, system)]


def _names(options: argparse.Namespace) -> tuple[str, ...]:
    """List the splits that are asked for, each once."""
    asked = options.split or DEFAULT_SPLITS
    return tuple(SPLITS) if "all" in asked else tuple(dict.fromkeys(asked))


def _split_run(split: Split, answers: Path | None) -> Run:
    """Run one split of our own, over a library made for it, or over finished answers."""
    questions, source = load_questions(split.questions), split.questions.relative_to(ROOT).as_posix()
    if answers is not None:
        return run_questions(split.name, source, questions, FinishedSystem(load_replies(answers)))
    with tempfile.TemporaryDirectory(prefix="fawen-eval-") as folder:
        library = Path(folder) / "library"
        build_library(split.reports, library, split.pattern)
        return run_questions(split.name, source, questions, FawenSystem(library))


def _write(options: argparse.Namespace, runs: Sequence[Run], bounds: Mapping[str, Sequence[Bound]]) -> None:
    """Write the JSON and the page."""
    name = options.name or "+".join(run.name for run in runs)
    try:
        options.out.mkdir(parents=True, exist_ok=True)
        for suffix, text in (("json", to_json(runs, bounds)), ("html", page(runs, bounds))):
            path = options.out / f"{name}.{suffix}"
            path.write_text(text, encoding="utf-8")
            print(f"已写入 {path}")
    except OSError as exc:
        raise InputError(f"{options.out}:无法写入({exc.strerror});请用 --out 换一个文件夹") from exc


def _verdict(runs: Sequence[Run], bounds: Mapping[str, Sequence[Bound]]) -> int:
    """Say which thresholds are broken."""
    code = 0
    for run in runs:
        by_name = {m.name: m for m in run.metrics}
        for bound in broken(bounds.get(run.name, ()), run.metrics):
            metric, code = by_name.get(bound.name), 1
            unit, value = (metric.unit, metric.value) if metric else ("share", None)
            print(
                f"未达门槛:{run.name} {label(bound.name)}({bound.name})= {shown(value, unit)},"
                f"应{'≥' if bound.at_least else '≤'} {shown(bound.value, unit)}",
                file=sys.stderr,
            )
    return code


if __name__ == "__main__":
    sys.exit(main())
