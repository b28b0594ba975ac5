"""Rows of one report's table that a question names, side by side or against the total: 直属大队和徐闻大队谁的罚没款多.

The rows are found by their labels, with or without the word that all of them end in; the column by what else is asked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from embeddings.encoder import Encoder
from qa.answer.comparison.compare import answer_comparison
from qa.answer.comparison.jointly import Side
from qa.answer.compose.draft import Draft
from qa.answer.guards.confidence import SURE, confidence
from qa.answer.inside.columns import Row, column_of, row_label, total_of
from qa.patterns import lazy_re
from qa.places import stem
from qa.question.words.offices import short_names
from qa.question.words.terms import Term
from qa.ranking import PreparedReport, Query, ScoredMention, rank_mentions
from qa.scored import taken
from qa.text import fold

_KIND = lazy_re(
    r"(?:综合|行政)?(?:执法)?(?:大队|支队|中队|分局|街道|司法所|派出所|部门|领域|系统|行业|类|[镇乡县区市旗局所委办站])$"
)
_SHORTEST = 2  # characters of a label without its kind
_TWO = 2
_TRIED = 6


def answer_named_rows(query: Query, question: str, report: PreparedReport, encoder: Encoder) -> Draft | None:
    """Compare the rows of a table that a question names.

    Args:
        query: The question, ready for ranking.
        question: The question as it was typed.
        report: A prepared report.
        encoder: Encoder of the library.

    Returns:
        The draft; None where the question names fewer than two rows of one table (one, where its share of the printed total is
        asked), or no column of it.
    """
    share = query.intent.combine == "share"
    labels = dict.fromkeys(fold(label) for m in report.mentions if (label := row_label(m, report)))
    named = [label for label in labels if _is_named(label, question)]
    if len(named) < (1 if share else _TWO):
        return None
    terms = tuple(t for t in query.terms if not _names(t, named))
    if not terms:
        return None
    intent = replace(query.intent, ordinal=0, extreme="")
    if share:  # 占全区多少, of what the column counts
        intent = replace(intent, unit="", unit_class="")
    plain = replace(query, terms=terms, intent=intent)
    ranked = [s for s in rank_mentions(plain, report, encoder) if fold(row_label(s.mention, report)) in named]
    for best in ranked[:_TRIED]:
        if confidence(best, terms) < SURE / 2:
            continue
        rows = [row for row in column_of(best.mention, report) if fold(row.label) in named]
        if share and len(rows) == 1 and (total := total_of(best.mention, report)) is not None:
            return _draft([*rows, Row(report.report.meta.place, total)], ranked, query, report, plain.topic)
        if len(rows) >= _TWO:
            return _draft(rows, ranked, query, report, plain.topic)
    return None


def _draft(
    rows: Sequence[Row],
    ranked: Sequence[ScoredMention],
    query: Query,
    report: PreparedReport,
    topic: str,
) -> Draft:
    """Compose the comparison of rows."""
    scored = {id(s.mention): s for s in ranked}
    picks = [scored.get(id(row.mention)) or taken(row.mention, report) for row in rows]
    sides = [
        Side(replace(report.report.meta, place=row.label), (pick,), sure=True)
        for row, pick in zip(rows, picks, strict=True)
    ]
    return answer_comparison(sides, picks, query.intent, topic)


def _bare(label: str) -> str:
    """Take the word of its kind off a label: 直属 of 直属大队."""
    bare = _KIND.sub("", stem(label) if label.endswith("自治县") else label)
    return bare if len(bare) >= _SHORTEST else label


def _is_named(label: str, content: str) -> bool:
    """Tell whether a question names a row."""
    return any(name in content for name in (label, _bare(label), *short_names(label)))


def _names(term: Term, labels: Sequence[str]) -> bool:
    """Tell whether a term names a row or what the rows are, and not what is counted."""
    kinds = {match[0] for label in labels if (match := _KIND.search(label))}
    counted = re.sub(r"^(?:[两二三四五六七八九十\d]+|各|这|那|几)个?", "", term.text)
    return (
        term.required
        or not counted
        or counted in kinds
        or any(term.text in label or _bare(label) in term.text for label in labels)
    )
