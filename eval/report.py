"""A run as a table for the terminal and as JSON; the page for people is ``eval.page``."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from eval.metrics import NAMES, Item, Metric
from eval.run import Run
from eval.thresholds import Bound

LABELS = {
    "overall": "全部", "number": "数字", "fact": "事实", "list": "列举", "summary": "概括", "plan": "计划",
    "comparison": "比较", "rank": "排名", "difference": "差值", "conversation": "对话", "refusal": "拒答",
    "colloquial": "口语", "robust": "变体", "comparison_rank_difference": "比较·排名·差值",
    "fact_list": "事实·列举",
    "scripts.whole": "整段对话全对率", "refusal.precision": "拒答精确率", "refusal.recall": "拒答召回率", "refusal.f1": "拒答 F1",
    "refusal.false": "误拒率", "refusal.reason": "拒答理由正确率", "citation.precision": "引用精确率(句)",
    "citation.recall": "引用召回率(句)", "grounding.numbers": "数字有据率", "scope.accuracy": "范围正确率",
    "cells.wrong": "比较错格率", "answer.concise": "简洁率",
    "latency.p50": "延迟 p50", "latency.p95": "延迟 p95",
    "questions.unscored": "未评题数",
}  # fmt: skip
_HEADER = ("指标", "", "值", "95% 区间", "n", "未评", "门槛")


def label(name: str) -> str:
    """Name a measure or a type in Chinese.

    Args:
        name: Such as ``accuracy.number`` or ``refusal.f1``.

    Returns:
        Its Chinese name.
    """
    return LABELS[name.removeprefix("accuracy.")]


def shown(value: float | None, unit: str) -> str:
    """Write the value of a measure.

    Args:
        value: The value, or None.
        unit: ``share``, ``ms`` or ``count``.

    Returns:
        Such as ``96.4%`` or ``12.3 ms``; ``—`` for None.
    """
    if value is None:
        return "—"
    return {"share": f"{value:.1%}", "ms": f"{value:.1f} ms", "count": f"{value:.0f}"}[unit]


def span(metric: Metric) -> str:
    """Write the interval of a measure.

    Args:
        metric: The measure.

    Returns:
        Such as ``91.2–98.6%``; "" where it has none.
    """
    if metric.interval is None:
        return ""
    low, high = metric.interval
    if metric.unit == "share":
        return f"{low * 100:.1f}–{high * 100:.1f}%"
    return f"{low:.1f}–{high:.1f}"


def table(run: Run, bounds: Sequence[Bound]) -> str:
    """Lay out the measures of a run for a terminal.

    Args:
        run: The run.
        bounds: The bounds of its split.

    Returns:
        Lines of aligned columns; a broken bound is marked with ✗.
    """
    rows = [_HEADER, *(_row(metric, bounds) for metric in _sorted(run.metrics))]
    widths = [max(_width(row[i]) for row in rows) for i in range(len(_HEADER))]
    lines = [
        "  ".join(_pad(cell, width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    title = f"{run.name}:{len(run.items)} 题({run.source})"
    return "\n".join([title, "─" * max(map(_width, lines)), *lines])


def _row(metric: Metric, bounds: Sequence[Bound]) -> tuple[str, ...]:
    """Write one measure."""
    marks = [
        f"{'✓' if b.kept_by(metric) else '✗'} {'≥' if b.at_least else '≤'} {shown(b.value, metric.unit)}"
        for b in bounds
        if b.name == metric.name
    ]
    count = "" if metric.unit == "count" else str(metric.n)
    unscored = str(metric.unscored or "")
    return (
        metric.name,
        label(metric.name),
        shown(metric.value, metric.unit),
        span(metric),
        count,
        unscored,
        " ".join(marks),
    )


def _sorted(metrics: Iterable[Metric]) -> list[Metric]:
    """Order measures as ``NAMES`` does."""
    return sorted(metrics, key=lambda m: NAMES.index(m.name))


def _width(text: str) -> int:
    """Columns that a text takes on a terminal; Han characters take two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _pad(text: str, width: int) -> str:
    """Fill a text with blanks up to a width."""
    return text + " " * (width - _width(text))


def to_json(runs: Sequence[Run], bounds: Mapping[str, Sequence[Bound]]) -> str:
    """Write runs as JSON: the measures, and for every question its gold, its reply and its score.

    Args:
        runs: The runs.
        bounds: The bounds by split.

    Returns:
        Indented JSON, readable and in a fixed order, so that two runs can be compared with ``diff``.
    """
    record = {
        run.name: {
            "questions": run.source,
            "metrics": {m.name: _metric(m) for m in _sorted(run.metrics)},
            "bounds": [
                {"name": b.name, "side": "at_least" if b.at_least else "at_most", "value": b.value}
                for b in bounds.get(run.name, ())
            ],
            "items": [_item(item) for item in run.items],
        }
        for run in runs
    }
    return json.dumps(record, ensure_ascii=False, indent=1)


def _metric(metric: Metric) -> dict[str, object]:
    """One measure as JSON."""
    interval = None if metric.interval is None else [round(bound, 4) for bound in metric.interval]
    value = None if metric.value is None else round(metric.value, 4)
    return {
        "value": value,
        "interval": interval,
        "n": metric.n,
        "unscored": metric.unscored,
        "unit": metric.unit,
    }


def _item(item: Item) -> dict[str, object]:
    """One judged question as JSON."""
    question = item.question
    return {
        "id": question.id,
        "type": question.type,
        "turns": question.turns,
        "gold": question.gold.model_dump(mode="json", exclude_defaults=True),
        "evidence": [e.model_dump() for e in question.evidence],
        "correct": item.score.correct,
        "why": item.score.why,
        "reply": None if item.reply is None else item.reply.model_dump(mode="json"),
    }
