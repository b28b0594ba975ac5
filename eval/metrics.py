"""The measures of a run: many scores into one figure, each with an interval and its n.

What could not be scored is counted beside the figure and never as 0. Shares of questions have Wilson
intervals; shares of citations, figures and cells, which come several to a question, and F1 have bootstrap
intervals over questions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple, TypeVar, get_args

from eval.dataset import Question, QuestionType
from eval.gold import EitherGold, RefusalGold, TableGold
from eval.grounding import ungrounded
from eval.intervals import Interval, bootstrap, percentile, wilson
from eval.replies import Cited, Reply
from eval.scorers import Score
from eval.scripts import whole
from eval.wording import same_place, squash

# Types that the thresholds of the project join.
POOLS = {"comparison_rank_difference": ("comparison", "rank", "difference"), "fact_list": ("fact", "list")}
NAMES = (
    *(f"accuracy.{name}" for name in ("overall", *get_args(QuestionType), *POOLS)),
    "scripts.whole",
    *(f"refusal.{name}" for name in ("precision", "recall", "f1", "false", "reason")),
    *("citation.precision", "citation.recall", "grounding.numbers", "scope.accuracy", "cells.wrong"),
    *("answer.concise", "latency.p50", "latency.p95", "questions.unscored"),
)
SCOPE_REASONS = frozenset({"no_such_place", "no_such_year"})
_PIECE = 8  # folded characters: a shorter piece of a quote occurs in many sentences


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a run with its reply and its score."""

    question: Question
    reply: Reply | None
    score: Score


@dataclass(frozen=True, slots=True)
class Metric:
    """One measure.

    Attributes:
        name: Such as ``accuracy.number``; what ``thresholds.toml`` calls it.
        value: A share (0..1), milliseconds or a count; None where nothing was scored.
        interval: Its bounds at 95 %, or None.
        n: What was scored: questions, citations, figures or cells.
        unscored: Questions that belong here and could not be scored.
        unit: ``share``, ``ms`` or ``count``.
    """

    name: str
    value: float | None
    interval: Interval | None
    n: int
    unscored: int = 0
    unit: str = "share"


Draw = TypeVar("Draw")


class Part(NamedTuple):
    """What one question adds to a share."""

    right: int
    n: int


def measure(items: Sequence[Item]) -> tuple[Metric, ...]:
    """Compute every measure of a run.

    Args:
        items: The judged questions.

    Returns:
        The measures: accuracy overall, by type and pooled; then refusal, citations, grounding, scope, time.
    """
    types = sorted({item.question.type for item in items})
    unscored = sum(i.score.correct is None for i in items)
    groups = {"overall": tuple(types), **{t: (t,) for t in types}}
    groups |= {name: pool for name, pool in POOLS.items() if set(pool) & set(types)}
    found = [
        _accuracy(f"accuracy.{name}", [i for i in items if i.question.type in pool])
        for name, pool in groups.items()
    ]
    if scripts := whole((i.question.script, i.score.correct) for i in items):
        found.append(_of("scripts.whole", scripts, scripts.count(None)))
    found += _refusal(items)
    found += [
        _share("citation.precision", items, _citation_precision, lambda i: i.question.answerable),
        _share("citation.recall", items, _citation_recall, lambda i: i.question.answerable),
        _share("grounding.numbers", items, _grounding),
        _question_share("scope.accuracy", items, scope_right),
        _share("cells.wrong", items, _wrong_cells, lambda i: isinstance(i.question.gold, TableGold)),
        _question_share("answer.concise", items, _concise),
        *_latency(items),
        Metric("questions.unscored", unscored, None, len(items), unit="count"),
    ]
    return tuple(found)


def _accuracy(name: str, items: Sequence[Item]) -> Metric:
    """Share of right answers among the scored."""
    return _question_share(
        name, items, lambda i: i.score.correct, unscored=sum(i.score.correct is None for i in items)
    )


def _question_share(
    name: str, items: Sequence[Item], judge: Callable[[Item], bool | None], unscored: int | None = None
) -> Metric:
    """Share of questions that a judge finds right; None leaves a question out."""
    missing = sum(item.reply is None for item in items) if unscored is None else unscored
    return _of(name, map(judge, items), missing)


def _of(name: str, verdicts: Iterable[bool | None], unscored: int) -> Metric:
    """Share of the verdicts that are True; None is no verdict."""
    scored = [v for v in verdicts if v is not None]
    right, n = sum(scored), len(scored)
    return Metric(name, right / n if n else None, wilson(right, n) if n else None, n, unscored)


def _share(
    name: str,
    items: Sequence[Item],
    part: Callable[[Item], Part],
    within: Callable[[Item], bool] = lambda _: True,
) -> Metric:
    """Share of things that come several to a question, with a bootstrap over questions."""
    mine = [item for item in items if within(item)]
    parts = [part(item) for item in mine if item.reply is not None]
    value = _ratio(parts)
    interval = _resampled(value, parts, _ratio, sum(p.n > 0 for p in parts))
    return Metric(name, value, interval, sum(p.n for p in parts), sum(item.reply is None for item in mine))


def _resampled(
    value: float | None,
    sample: Sequence[Draw],
    statistic: Callable[[Sequence[Draw]], float | None],
    questions: int,
) -> Interval | None:
    """Bootstrap a share; at 0 and 1, where every resample is alike, take Wilson over questions instead."""
    if value is None:
        return None
    return wilson(round(value * questions), questions) if value in (0, 1) else bootstrap(sample, statistic)


def _ratio(parts: Iterable[Part]) -> float | None:
    """Right over all, or None for nothing at all."""
    right = n = 0
    for part in parts:
        right, n = right + part.right, n + part.n
    return right / n if n else None


def _refusal(items: Sequence[Item]) -> list[Metric]:
    """Precision, recall and F1 of refusing, false refusals, and the reasons given."""
    items = [i for i in items if not isinstance(i.question.gold, EitherGold)]
    pairs = [(not i.question.answerable, i.reply.abstained) for i in items if i.reply is not None]
    missing = sum(i.reply is None for i in items)
    of = partial(_of, unscored=missing)
    value = f1(pairs)
    reasons = [i.score.reason_right for i in items if i.score.reason_right is not None]
    return [
        of("refusal.precision", [wanted for wanted, refused in pairs if refused]),
        of("refusal.recall", [refused for wanted, refused in pairs if wanted]),
        Metric("refusal.f1", value, _resampled(value, pairs, f1, sum(map(any, pairs))), len(pairs), missing),
        of("refusal.false", [refused for wanted, refused in pairs if not wanted]),
        of("refusal.reason", reasons),
    ]


def f1(pairs: Sequence[tuple[bool, bool]]) -> float | None:
    """Harmonic mean of the precision and recall of refusing.

    Args:
        pairs: For each question, whether it must be refused and whether it was.

    Returns:
        0..1, or None where nothing was to be refused and nothing was.
    """
    hits = sum(wanted and refused for wanted, refused in pairs)
    total = sum(wanted for wanted, _ in pairs) + sum(refused for _, refused in pairs)
    return 2 * hits / total if total else None


def supports(citation: Cited, question: Question) -> list[int]:
    """Find the gold evidence that a citation gives, at the sentence.

    Args:
        citation: A citation of a reply.
        question: The question with its evidence.

    Returns:
        Positions of the pieces of evidence, of the same file, of which the cited sentence holds a sentence,
        or that hold the cited sentence or its quote.
    """
    sentence, quote = squash(citation.sentence or citation.quote), squash(citation.quote)
    found = []
    for i, evidence in enumerate(question.evidence):
        gold = squash(evidence.quote)
        pieces = [
            squash(p)
            for p in evidence.quote.replace(";", "。").replace("；", "。").replace("\n", "。").split("。")
        ]
        held = gold in sentence or any(len(p) >= _PIECE and p in sentence for p in pieces)
        inside = bool(sentence) and (sentence in gold or (len(quote) >= _PIECE and quote in gold))
        if evidence.file == citation.file and (held or inside):
            found.append(i)
    return found


def _citation_precision(item: Item) -> Part:
    """Citations that give gold evidence, of all in an answer; questions without evidence are left out."""
    if item.reply is None or item.reply.abstained or not item.question.evidence:
        return Part(0, 0)
    gold, cited = item.question.gold, item.reply.citations
    if isinstance(gold, TableGold) and gold.open:
        cited = tuple(c for c in cited if c.file in item.question.files)
    return Part(sum(bool(supports(c, item.question)) for c in cited), len(cited))


def _citation_recall(item: Item) -> Part:
    """Pieces of gold evidence that some citation gives; a false refusal gives none."""
    if item.reply is None:
        return Part(0, 0)
    given = (
        {i for c in item.reply.citations for i in supports(c, item.question)}
        if not item.reply.abstained
        else set()
    )
    return Part(len(given), len(item.question.evidence))


def _grounding(item: Item) -> Part:
    """Displayed figures that stand in a sentence cited beside them."""
    if item.reply is None:
        return Part(0, 0)
    bare, n = ungrounded(item.reply, item.question.turns)
    return Part(n - len(bare), n)


def scope_right(item: Item) -> bool | None:
    """Judge whether a reply stayed with the place and year asked.

    Args:
        item: A judged question.

    Returns:
        None where that cannot be told: no evidence, no citation, an open gold table, or another refusal.
    """
    question, reply = item.question, item.reply
    if reply is None or isinstance(question.gold, EitherGold):
        return None
    if isinstance(question.gold, RefusalGold):
        return reply.abstained if question.gold.reason in SCOPE_REASONS else None
    if reply.abstained:
        return False if reply.reason in SCOPE_REASONS else None
    if not question.files or not reply.citations:
        return None
    if isinstance(question.gold, TableGold) and question.gold.open:
        return None
    absent = question.gold.absent if isinstance(question.gold, TableGold) else ()
    return all(
        c.file in question.files or any(same_place(c.place, p) for p in absent) for c in reply.citations
    )


def _wrong_cells(item: Item) -> Part:
    """Wrong cells of a comparison."""
    return Part(item.score.wrong_cells, item.score.cells)


def _concise(item: Item) -> bool | None:
    """Whether a number takes at most 120 characters and a fact at most 300, as the contract asks."""
    if item.reply is None or item.reply.kind not in ("number", "fact"):
        return None
    return len(item.reply.answer) <= (120 if item.reply.kind == "number" else 300)


def _latency(items: Sequence[Item]) -> list[Metric]:
    """Median and 95th percentile of the time to an answer, in milliseconds."""
    times = [i.reply.latency_ms for i in items if i.reply is not None and i.reply.latency_ms is not None]
    found = []
    for percent in (50, 95):
        at = partial(percentile, percent=percent)
        value = at(times) if times else None
        name = f"latency.p{percent}"
        found.append(Metric(name, value, bootstrap(times, at), len(times), len(items) - len(times), "ms"))
    return found
