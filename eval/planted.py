"""Invented reports with errors planted by hand: how many the audit finds, and how often it accuses a true statement.

``python -m eval.planted tests/data/audit/first`` reads each report twice: ``clean/`` holds the true figures, where any finding
is a false alarm, and ``planted/`` the wrong ones, where an error counts as found only where a finding rests on its figure and
any other finding is a false alarm too. ``docs/design/010-audit.md`` has the results.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from eval.intervals import wilson
from qa.audit import Finding, audit
from qa.errors import InputError
from qa.reading import read
from qa.types import Report


@dataclass(frozen=True, slots=True)
class Planted:
    """An error planted into a report.

    Attributes:
        file: File name of the report.
        kind: What was falsified.
        sentence: The sentence with the wrong figure.
        start: First code point of the wrong figure in the stored text of the planted report.
        end: One past its last code point.
    """

    file: str
    kind: str
    sentence: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the audit did on a set.

    Attributes:
        found: The errors that a finding rests on.
        missed: The others.
        false: Findings that rest on no error, in the clean reports and in the planted ones.
        tempting: How many true statements the reports hold that were written to tempt an auditor.
    """

    found: list[Planted] = field(default_factory=list)
    missed: list[Planted] = field(default_factory=list)
    false: list[Finding] = field(default_factory=list)
    tempting: int = 0


def measure(folder: Path) -> Outcome:
    """Audit the reports of a set, clean and planted.

    Args:
        folder: A folder with ``gold.json``, ``clean`` and ``planted``.

    Returns:
        What was found, missed and falsely accused.

    Raises:
        InputError: The folder has no gold file.
    """
    path = folder / "gold.json"
    if not path.is_file():
        raise InputError(f"{folder}: no gold.json; give a folder made by tests/data/audit/build.py")
    gold = json.loads(path.read_text(encoding="utf-8"))
    clean = {name: read(folder / "clean" / name) for name in gold}
    wrong = {name: read(folder / "planted" / name) for name in gold}
    outcome = Outcome(tempting=sum(len(entry["true"]) for entry in gold.values()))
    outcome.false.extend(audit(clean.values()))
    findings = audit(wrong.values())
    errors = [
        error
        for name, entry in gold.items()
        for error in locate(name, entry["errors"], clean[name], wrong[name])
    ]
    for error in errors:
        (outcome.found if any(_rests_on(f, error) for f in findings) else outcome.missed).append(error)
    outcome.false.extend(f for f in findings if not any(_rests_on(f, error) for error in errors))
    return outcome


def locate(name: str, entries: Sequence[dict[str, str]], clean: Report, wrong: Report) -> Iterator[Planted]:
    """Find each error of a report in its stored text, by walking along it and the clean one.

    Args:
        name: File name of the report.
        entries: Its errors in the order of the text.
        clean: The report with the true figures.
        wrong: The report with the wrong ones.

    Yields:
        The errors with their offsets.

    Raises:
        InputError: The texts differ elsewhere than the errors say.
    """
    a = b = 0
    for entry in entries:
        true, false = entry["right"], entry["wrong"]
        while a < len(clean.text) and b < len(wrong.text) and clean.text[a] == wrong.text[b]:
            a, b = a + 1, b + 1
        back = next(
            (
                n
                for n in range(len(false))
                if wrong.text.startswith(false, b - n) and clean.text.startswith(true, a - n)
            ),
            None,
        )
        if back is None:
            raise InputError(f"{name}: {false} for {true} not found near {wrong.text[b - 20 : b + 20]!r}")
        yield Planted(name, entry["kind"], entry["sentence"], b - back, b - back + len(false))
        a, b = a - back + len(true), b - back + len(false)


def _rests_on(finding: Finding, error: Planted) -> bool:
    """Tell whether a finding rests on a planted figure."""
    return any(s.file == error.file and s.start < error.end and error.start < s.end for s in finding.spans)


def lines_of(outcome: Outcome) -> Iterator[str]:
    """Tell an outcome in lines: recall by kind and in all, then false alarms.

    Args:
        outcome: What :func:`measure` gave.

    Yields:
        Lines of tab-separated cells.
    """
    found = Counter(error.kind for error in outcome.found)
    planted = found + Counter(error.kind for error in outcome.missed)
    rows: Iterable[tuple[str, int, int]] = [
        *((kind, found[kind], planted[kind]) for kind in sorted(planted)),
        ("recall", found.total(), planted.total()),
        ("false alarms", len(outcome.false), outcome.tempting),
    ]
    for kind, k, n in rows:
        low, high = wilson(min(k, n), n)
        yield f"{kind}\t{k}/{n}\t{k / max(n, 1):.3f}\t{low:.3f}-{high:.3f}"


def main(argv: Sequence[str] | None = None) -> int:
    """Measure one or more sets and print what came out.

    Args:
        argv: Folders.

    Returns:
        0.
    """
    parser = argparse.ArgumentParser(prog="python -m eval.planted", description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument(
        "--missed", action="store_true", help="show what was missed and what was falsely accused"
    )
    arguments = parser.parse_args(argv)
    for folder in arguments.folders:
        outcome = measure(folder)
        sys.stdout.write(f"{folder.name}\n" + "".join(f"{line}\n" for line in lines_of(outcome)))
        if arguments.missed:
            for error in outcome.missed:
                sys.stdout.write(f"missed\t{error.kind}\t{error.file}\t{error.sentence}\n")
            for finding in outcome.false:
                sys.stdout.write(f"false\t{finding.kind}\t{finding.spans[0].file}\t{finding.message}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
