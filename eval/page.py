"""A run as one self-contained page: the measures, then every question with its reply beside the gold answer.

Everything that comes from questions, reports and systems is escaped, the content policy forbids any outside
resource, and the style and script stand in ``page.css`` and ``page.js``.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from eval.gold import EitherGold, Gold, ListGold, NumberGold, RefusalGold, TableGold
from eval.metrics import NAMES, Item, Metric, supports
from eval.replies import Cited, Reply
from eval.report import label, shown, span
from eval.run import Run
from eval.thresholds import Bound

_HERE = Path(__file__).resolve().parent
_STATES = {True: ("right", "对"), False: ("wrong", "错"), None: ("none", "未评")}


def page(runs: Sequence[Run], bounds: Mapping[str, Sequence[Bound]]) -> str:
    """Write the page.

    Args:
        runs: The runs; each becomes a tab.
        bounds: The bounds by split.

    Returns:
        An HTML document without outside resources.
    """
    style = (_HERE / "page.css").read_text(encoding="utf-8")
    script = (_HERE / "page.js").read_text(encoding="utf-8")
    # The hash lets our one script run and nothing else, even where an escape were forgotten.
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'"
    tabs = "".join(
        f'<button class="tab" role="tab" data-run="{i}" aria-selected="{"false" if i else "true"}">'
        f"{escape(run.name)}<small>{len(run.items)}</small></button>"
        for i, run in enumerate(runs)
    )
    body = "".join(_run(i, run, bounds.get(run.name, ())) for i, run in enumerate(runs))
    return (
        '<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><title>法问 · 评测</title>'
        f"<style>{style}</style></head><body><header>"
        f'<h1>法问 <span>评测</span></h1><nav role="tablist">{tabs}</nav>'
        '<button id="theme" aria-label="切换明暗">◐</button></header>'
        f"<main>{body}</main><script>{script}</script></body></html>\n"
    )


def _run(index: int, run: Run, bounds: Sequence[Bound]) -> str:
    """Write one tab: its measures, filters and questions."""
    metrics = sorted(run.metrics, key=lambda m: NAMES.index(m.name))
    accuracy = "".join(_row(m, bounds) for m in metrics if m.name.startswith("accuracy."))
    others = "".join(_row(m, bounds) for m in metrics if not m.name.startswith("accuracy."))
    head = "<tr><th>指标</th><th>值</th><th>95% 区间</th><th>n</th><th>未评</th><th>门槛</th></tr>"
    types = list(dict.fromkeys(item.question.type for item in run.items))
    states = [(state, f"{word} {_count(run, key)}") for key, (state, word) in _STATES.items()]
    # Wrong ones first: they are what the page is read for.
    items = sorted(run.items, key=lambda item: item.score.correct is True)
    return (
        f'<section class="run" data-run="{index}"{" hidden" if index else ""}>'
        f'<p class="source">{escape(run.source)}</p>'
        f'<div class="tables"><table><caption>准确率</caption>{head}{accuracy}</table>'
        f"<table><caption>可信与速度</caption>{head}{others}</table></div>"
        f'<div class="filters">{_chips("state", states)}'
        f"{_chips('type', [(t, label(t)) for t in types])}"
        '<input type="search" placeholder="筛选题目、答案、编号…" aria-label="筛选"><output></output></div>'
        f"{''.join(_card(item) for item in items)}</section>"
    )


def _count(run: Run, correct: bool | None) -> int:
    """Count the questions of one state."""
    return sum(item.score.correct is correct for item in run.items)


def _chips(group: str, choices: Sequence[tuple[str, str]]) -> str:
    """Write a row of filter buttons; all are on at first, but the right answers are hidden."""
    return "".join(
        f'<button class="chip" data-group="{group}" data-value="{escape(value)}" '
        f'aria-pressed="{"false" if value == "right" else "true"}">{escape(text)}</button>'
        for value, text in choices
    )


def _row(metric: Metric, bounds: Sequence[Bound]) -> str:
    """Write one measure as a table row, with a bar for a share."""
    mine = [b for b in bounds if b.name == metric.name]
    kept = all(b.kept_by(metric) for b in mine)
    limit = " ".join(f"{'≥' if b.at_least else '≤'} {shown(b.value, metric.unit)}" for b in mine)
    bar = ""
    if metric.unit == "share" and metric.value is not None and metric.interval is not None:
        low, high = metric.interval
        bar = (
            '<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">'
            f'<rect class="fill" width="{metric.value * 100:.1f}" height="8"/>'
            f'<rect class="span" x="{low * 100:.1f}" width="{(high - low) * 100:.1f}" y="3" height="2"/>'
            "</svg>"
        )
    state = "" if not mine else ' class="kept"' if kept else ' class="broken"'
    return (
        f'<tr{state}><td title="{escape(metric.name)}">{escape(label(metric.name))}</td>'
        f"<td><b>{shown(metric.value, metric.unit)}</b>{bar}</td><td>{span(metric)}</td>"
        f"<td>{metric.n}</td><td>{metric.unscored or ''}</td><td>{limit}</td></tr>"
    )


def _card(item: Item) -> str:
    """Write one question: the conversation, the reply, the gold answer, the citations and the evidence."""
    question, reply = item.question, item.reply
    state, word = _STATES[item.score.correct]
    turns = "".join(f"<li>{escape(turn)}</li>" for turn in question.turns)
    why = f'<p class="why">{escape(item.score.why)}</p>' if item.score.why else ""
    note = f'<p class="note">备注:{escape(question.note)}</p>' if question.note else ""
    evidence = "".join(
        f"<figure><figcaption>{escape(e.file)}</figcaption><blockquote>{escape(e.quote)}</blockquote></figure>"
        for e in question.evidence
    )
    return (
        f'<details class="card {state}" data-state="{state}" data-type="{escape(question.type)}">'
        f'<summary><i class="dot" title="{word}"></i><code>{escape(question.id)}</code>'
        f"<em>{escape(label(question.type))}</em><span>{escape(question.turns[-1])}</span></summary>{why}{note}"
        f'<div class="grid"><div><h3>对话</h3><ol>{turns}</ol></div>'
        f"<div><h3>系统答案</h3>{_reply(reply)}</div><div><h3>标准答案</h3>{_gold(question.gold)}</div>"
        f"<div><h3>系统引用</h3>{''.join(_citation(c, item) for c in reply.citations) if reply else ''}</div>"
        f'<div class="wide"><h3>标准证据</h3>{evidence or "<p>(无)</p>"}</div></div></details>'
    )


def _reply(reply: Reply | None) -> str:
    """Write what the system said, with its cells and warnings."""
    if reply is None:
        return "<p>(没有答案)</p>"
    state = f"拒答({escape(reply.reason or '无理由')})" if reply.abstained else escape(reply.kind)
    cells = "".join(
        f"<tr><td>{escape(c.place)}</td><td>{c.year or ''}</td><td>{escape(c.indicator)}</td>"
        f"<td>{escape(c.qualifier or '')}{escape(c.value)}{escape(c.unit or '')}</td>"
        f"<td>{'' if c.citation is None else f'[{c.citation}]'}</td></tr>"
        for c in reply.values
    )
    warnings = "".join(f'<p class="warn">{escape(w)}</p>' for w in reply.warnings)
    time = "" if reply.latency_ms is None else f" · {reply.latency_ms:.1f} ms"
    table = f"<table>{cells}</table>" if cells else ""
    return (
        f'<div class="answer">{escape(reply.answer)}</div><p class="meta">{state}{time}</p>{table}{warnings}'
    )


def _citation(citation: Cited, item: Item) -> str:
    """Write one citation with its quote marked in the sentence."""
    sentence, quote = escape(citation.text), escape(citation.quote)
    if quote:
        sentence = sentence.replace(quote, f"<mark>{quote}</mark>", 1)
    good = "good" if supports(citation, item.question) else ""
    heading = " › ".join(citation.heading)
    origin = f"[{citation.marker}] {citation.file} · {citation.place} {citation.year or ''} {heading}"
    return (
        f'<figure class="{good}"><figcaption>{escape(origin)}</figcaption>'
        f"<blockquote>{sentence}</blockquote></figure>"
    )


def _gold(gold: Gold) -> str:
    """Write a gold answer for people."""
    if isinstance(gold, RefusalGold):
        lines = [f"应当拒答:{gold.reason or '(不限理由)'}"]
    elif isinstance(gold, NumberGold):
        lines = [f"{gold.qualifier or ''} {gold.value}{gold.unit or ''}".strip()]
    elif isinstance(gold, TableGold):
        lines = [
            f"{name}:{'未披露' if value is None else value + (gold.unit or '')}"
            for name, value in gold.values.items()
        ]
        lines += [f"{name}:未披露" for name in gold.undisclosed if name not in gold.values]
        lines += [f"胜者:{gold.winner or '不应判定'}"] + (
            [f"次序:{' > '.join(gold.order)}"] if gold.order else []
        )
        lines += [f"相差:{gold.difference}{gold.unit or ''}"] if gold.difference else []
        lines += [] if gold.comparable else ["不可直接比较"]
    else:
        groups = gold.items if isinstance(gold, ListGold) else gold.must_contain
        lines = [" / ".join(group) for group in groups]
        lines += [f"(至少 {gold.min_recall:.0%})"] if isinstance(gold, ListGold) else []
    lines += ["(答与不答均可)"] if isinstance(gold, EitherGold) else []
    lines += [f"不得出现:{'、'.join(gold.must_not_contain)}"] if gold.must_not_contain else []
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"
