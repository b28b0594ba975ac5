"""Plants errors into reports and counts how many the audit finds.

Looks, by arithmetic alone and without the audit's words, for figures that bear each other out: a part, a whole and their
share; parts and their total; two values and the change between them. Then changes one digit of one of them.
``docs/design/010-audit.md`` has the results.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

from eval.intervals import wilson
from qa.audit import Finding, audit
from qa.errors import UnreadableFile
from qa.quantity import Quantity, find_quantities
from qa.reading import read, read_text
from qa.text import fold
from qa.types import Report, SectionKind, Sentence

_SEED = 20241126


@dataclass(frozen=True, slots=True)
class Relation:
    """Figures of one sentence that bear each other out.

    Attributes:
        kind: share, parts or change.
        sentence: The sentence.
        quantities: The figures.
    """

    kind: str
    sentence: Sentence
    quantities: tuple[Quantity, ...]


def relations_of(report: Report) -> Iterator[Relation]:
    """Find the figures of each sentence that bear each other out.

    Args:
        report: A report.

    Yields:
        The relations; a figure may be in several.
    """
    for sentence in report.sentences:
        if sentence.section is SectionKind.PLAN:
            continue
        found = [
            q
            for q in find_quantities(sentence.text)
            if q.qualifier is None
            and not q.weak
            and q.printed.replace("\n", "").rstrip(q.unit).replace(",", "").replace(".", "").strip().isdigit()
        ]
        for at, quantity in enumerate(found):
            yield from _shares(sentence, found[:at], quantity)
            yield from _parts(sentence, found[at:])
            yield from _changes(sentence, found[max(0, at - 2) : at + 1])


def _rounded(value: Decimal, like: Quantity) -> bool:
    """Tell whether a value rounds to a printed one."""
    step = Decimal(1).scaleb(-len(like.value.partition(".")[2]))
    return value.quantize(step, ROUND_HALF_UP) == Decimal(like.value)


def _shares(sentence: Sentence, earlier: Sequence[Quantity], share: Quantity) -> Iterator[Relation]:
    """Find part and whole of a percentage."""
    if share.unit != "%":
        return
    for i, whole in enumerate(earlier):
        for part in earlier[i + 1 :]:
            same = whole.unit == part.unit and whole.unit not in ("%", "个百分点")
            if same and 0 < part.amount <= whole.amount and _rounded(part.amount * 100 / whole.amount, share):
                yield Relation("share", sentence, (whole, part, share))


def _parts(sentence: Sentence, run: Sequence[Quantity]) -> Iterator[Relation]:
    """Find the parts that follow their total, or the total that follows its parts."""
    same = 1
    while same < len(run) and run[same].unit == run[0].unit:
        same += 1
    if run[0].unit in ("%", "个百分点", ""):
        return
    for count in range(3, same + 1):
        amounts = [q.amount for q in run[:count]]
        if sum(amounts[1:]) == amounts[0] or sum(amounts[:-1]) == amounts[-1]:
            yield Relation("parts", sentence, tuple(run[:count]))


def _changes(sentence: Sentence, three: Sequence[Quantity]) -> Iterator[Relation]:
    """Find three figures in a row of which the third is the change between the first two, or its rate."""
    if len(three) < 3 or three[0].unit.lstrip("万") != three[1].unit.lstrip("万") or not three[0].amount:
        return
    first, second, third = three
    moved = abs(second.amount - first.amount)
    if third.unit == "个百分点" and first.unit == "%" and _rounded(moved, third):
        yield Relation("change", sentence, tuple(three))
    elif third.unit == "%" and first.unit != "%":
        bases = [first.amount + second.amount, abs(first.amount - second.amount)]
        changed = _rounded(moved * 100 / first.amount, third)
        if (moved and changed) or any(b and _rounded(second.amount * 100 / b, third) for b in bases):
            yield Relation("change", sentence, tuple(three))


def plant(report: Report, relation: Relation, which: int, generator: random.Random) -> Report | None:
    """Change one digit of one figure so that the relation no longer holds.

    Args:
        report: The report.
        relation: One of its relations.
        which: Position of the figure to change.
        generator: Source of chance.

    Returns:
        The report with the error, or None where ten tries changed nothing that counts.
    """
    quantity = relation.quantities[which]
    start = relation.sentence.start + quantity.start
    places = [i for i, c in enumerate(fold(quantity.printed)) if c.isdigit()]
    for _ in range(10):
        place = start + generator.choice(places)
        digit = generator.choice([d for d in "0123456789" if d != fold(report.text[place])])
        if digit == "0" and place == start + places[0]:
            continue
        text = report.text[:place] + digit + report.text[place + 1 :]
        changed = find_quantities(text[relation.sentence.start : relation.sentence.end])
        values = [next((q for q in changed if q.start == old.start), None) for old in relation.quantities]
        if any(v is None for v in values) or _still_holds(
            relation.kind, [v for v in values if v is not None]
        ):
            continue
        return read_text(text, file=report.meta.file, place=report.meta.place, year=report.meta.year)
    return None


def _still_holds(kind: str, figures: Sequence[Quantity]) -> bool:
    """Tell whether changed figures still bear each other out within two steps of the last digit."""
    amounts = [q.amount for q in figures]
    if kind == "parts":
        return sum(amounts[1:]) == amounts[0] or sum(amounts[:-1]) == amounts[-1]
    step = 2 * Decimal(1).scaleb(-len(figures[2].value.partition(".")[2]))
    if kind == "share":
        outcomes = [amounts[1] * 100 / amounts[0]]
    else:
        moved, both = abs(amounts[1] - amounts[0]), amounts[0] + amounts[1]
        outcomes = [
            moved,
            moved * 100 / amounts[0],
            amounts[1] * 100 / both,
            amounts[1] * 100 / (moved or both),
        ]
    return any(abs(outcome - amounts[2]) <= step for outcome in outcomes)


def _finds(found: Sequence[Finding], place: int) -> bool:
    """Tell whether a finding rests on the changed figure."""
    return any(span.start <= place < span.end for result in found for span in result.spans)


def main(argv: Sequence[str] | None = None) -> int:
    """Plant errors into every report of some folders and print the recall by kind.

    Args:
        argv: Folders or files of reports.

    Returns:
        0.
    """
    parser = argparse.ArgumentParser(prog="python -m eval.plant", description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--missed", action="store_true", help="show what was missed")
    arguments = parser.parse_args(argv)
    generator = random.Random(_SEED)
    planted, caught = Counter[str](), Counter[str]()
    for report in _reports(arguments.paths):
        for relation in relations_of(report):
            for which, quantity in enumerate(relation.quantities):
                spoiled = plant(report, relation, which, generator)
                if spoiled is None:
                    continue
                planted[relation.kind] += 1
                if _finds(audit([spoiled]), relation.sentence.start + quantity.start):
                    caught[relation.kind] += 1
                elif arguments.missed:
                    words = spoiled.text[relation.sentence.start : relation.sentence.end].replace("\n", "")
                    sys.stderr.write(f"{relation.kind}\t{quantity.printed}\t{words}\n")
    for kind in (*sorted(planted), "all"):
        n, k = (planted[kind], caught[kind]) if kind != "all" else (planted.total(), caught.total())
        low, high = wilson(k, n)
        sys.stdout.write(f"{kind}\t{k}/{n}\t{k / max(n, 1):.3f}\t{low:.3f}-{high:.3f}\n")
    return 0


def _reports(paths: Sequence[Path]) -> Iterator[Report]:
    """Read every report under some paths."""
    for path in sorted(f for p in paths for f in (p.rglob("*.txt") if p.is_dir() else [p])):
        try:
            yield read(path)
        except UnreadableFile as exc:
            sys.stderr.write(f"{exc}\n")


if __name__ == "__main__":
    sys.exit(main())
