"""Rows of one report's table that a question ranks or picks: 哪个镇调解最多, 立案第二多的领域, 哪三个镇, 哪些镇超过50件."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from embeddings.encoder import Encoder
from qa.answer.comparison.bounds import bound_words
from qa.answer.comparison.compare import answer_comparison
from qa.answer.comparison.jointly import Side
from qa.answer.comparison.measure import passes
from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain
from qa.answer.compose.number import answer_number, printed, value_of
from qa.answer.figures.candidates import candidates
from qa.answer.guards.confidence import SURE, confidence
from qa.answer.inside.columns import Row, column_of, header_of, row_label, total_of
from qa.ledger.mention import Mention
from qa.message import Message, listed
from qa.patterns import lazy_re
from qa.question.conversation.inside import COUNTY, TOWN
from qa.question.single.intent import Task
from qa.question.single.ranks import Bound, blank_rank, bound_of
from qa.question.words.handling import number_of
from qa.question.words.row_kinds import NUMERAL, OF_ROWS, row_of
from qa.question.words.terms import Term
from qa.ranking import PreparedReport, Query, rank_mentions
from qa.scored import taken
from qa.text import fold
from qa.types import AnswerKind

_A_SORT = lazy_re(r"^(?:哪|什么)一?[类种]")
# "五个分局里…": how many rows there are is not what is counted.
_HOW_MANY = lazy_re(rf"{NUMERAL}个?")
_SHOWN, _FEW_ROWS = 3, 6  # a short table is told whole


def answer_rows(query: Query, report: PreparedReport, encoder: Encoder, *, kind: str = "") -> Draft | None:
    """Answer which row of a table has the most or the least of what a column counts, or what each place inside has.

    Args:
        query: The question.
        report: A prepared report.
        encoder: Encoder of the library.
        kind: Kind of the places inside that are asked about (``qa.question.conversation.inside``), or "".

    Returns:
        The draft; None where the question asks for no rows, or no table holds the column.
    """
    asked = OF_ROWS.search(query.content)
    bound = bound_of(query.content) if asked else None
    top = query.intent.top or (number_of(asked["n"]) if asked and asked["n"] and not bound else 0)
    each = bool(top or bound) or not (query.intent.extreme or query.intent.ordinal)
    every = asked is not None and bool(asked["each"] or asked["every"] or top or bound)
    if (asked is None or (each and not every)) and not kind:
        return None
    row = row_of(asked) if asked else ""
    sort = asked is not None and _A_SORT.search(asked[0]) is not None
    told = query.content if bound is None else blank_rank(query.content, many=True)
    terms = tuple(
        t
        for t in query.terms
        if t.text in told and not (row and (_names_rows(t, row) or _HOW_MANY.fullmatch(t.text)))
    )
    if not terms:
        return None
    plain_query = replace(query, terms=terms, intent=replace(query.intent, ordinal=0, extreme="", top=0))
    if kind or every:  # a question that names no row would be answered with the whole's figure
        found = [
            s
            for s in rank_mentions(plain_query, report, encoder)
            if not (s.mention.change or s.mention.past)
            and (label := row_label(s.mention, report))
            and (not kind or _OF_KIND[kind].search(label))
        ]
    else:
        found = candidates(plain_query, report, encoder, rows=True)
    sure = SURE / 4 if kind or every else SURE / 2
    likely = [s for s in found[:_TRIED] if confidence(s, terms) >= sure]
    for best in likely or [s for s in found if _heads(s.mention, query, report) >= _TOLD]:
        rows = column_of(_by_header(best.mention, query, report), report)
        if kind:
            rows = [row for row in rows if _OF_KIND[kind].search(row.label)]
        if sort and any(_NO_SORT.search(row.label) for row in rows):
            continue
        if len(rows) >= _LEAST_ROWS:
            if query.intent.combine == "sum":
                return _in_all(rows, query, report)
            if bound is not None:
                return _passing(rows, bound, query, report)
            return _listed(rows, query, report, top) if each else _draft(rows, query, report)
    return None


_OF_KIND = {COUNTY: lazy_re(r"[县区市旗]$"), TOWN: lazy_re(r"(?:街道|苏木|[镇乡村]|社区)$")}
_TRIED = 6
# 哪类案件: rows of sorts, and not those of places and offices
_NO_SORT = lazy_re(r"(?:街道|苏木|[镇乡村县区市旗]|社区|[局队所委办]|中心|法院)$")
_TOLD = 3  # pairs of characters of the question in a header that tell a column without a unit: 处罚, 罚案, 案件 of 处罚案件数
_LEAST_ROWS = 3


def _names_rows(term: Term, row: str) -> bool:
    """Tell whether a term names what the rows are, not what is counted."""
    return term.text in row or row in term.text or any(form == row for form, _ in term.forms)


def _by_header(mention: Mention, query: Query, report: PreparedReport) -> Mention:
    """Take the cell of the row whose header holds more of the question: 处罚案件数 and not 罚没金额 for 处罚案件最多."""
    row = [m for m in report.mentions if m.sentence == mention.sentence and not (m.change or m.past)]
    best = max(row, key=lambda m: _heads(m, query, report), default=mention)
    more = _heads(best, query, report) > _heads(mention, query, report)
    other = query.intent.unit_class not in {"", best.quantity.unit_class} and best.quantity.unit != ""
    return best if more and not other else mention


def _heads(mention: Mention, query: Query, report: PreparedReport) -> int:
    """Count the pairs of characters of the question that the header of a cell holds."""
    header = header_of(mention, report)
    asked = query.content
    return len(
        {pair for i in range(len(asked) - 1) if (pair := asked[i : i + 2]).isalnum() and pair in header}
    )


def _cite(draft: Draft, row: Row, topic: str, report: PreparedReport) -> Message:
    """Cite the figure of a row, take it as a value of the draft, and say it."""
    marker = draft.cite_mention(report.report, row.mention)
    value = value_of(report.report, row.mention, topic, marker)
    draft.values.append(replace(value, place=row.label, indicator=fold(value.indicator)))
    bare = not row.mention.quantity.unit  # a bare number is told with what it counts
    label = f"{row.label}{header_of(row.mention, report)}" if bare else row.label
    return say.ROW_FIGURE(plain(label), printed(row.mention.quantity), marker)


def _listed(rows: Sequence[Row], query: Query, report: PreparedReport, top: int) -> Draft:
    """Compose the figures of all rows or of the first few, in the order of the table or in the one that is asked for."""
    draft = Draft(AnswerKind.COMPARISON)
    topic = query.topic
    if query.intent.task is Task.RANK or top:
        low = query.intent.extreme == "min"
        rows = sorted(rows, key=lambda row: row.mention.quantity.amount, reverse=not low)
    if 0 < top < len(rows):  # rows that tie with the last are among the first
        last = rows[top - 1].mention.quantity.amount
        rows = [r for at, r in enumerate(rows) if at < top or r.mention.quantity.amount == last]
    told = [_cite(draft, row, topic, report) for row in rows]
    meta = report.report.meta
    draft.lines.append(say.ALL_ROWS(say.PLACE_YEAR(meta.place, meta.year), listed(told)))
    return draft


def _in_all(rows: Sequence[Row], query: Query, report: PreparedReport) -> Draft:
    """Tell the total that the table prints, or add up its rows where it prints none: 各镇街合计呢."""
    if (total := total_of(rows[0].mention, report)) is not None:
        return answer_number(taken(total, report), query.topic)
    picks = [taken(row.mention, report) for row in rows]
    places = [replace(report.report.meta, place=row.label) for row in rows]
    sides = [Side(place, (pick,), sure=True) for place, pick in zip(places, picks, strict=True)]
    return answer_comparison(sides, picks, query.intent, query.topic)


def _passing(rows: Sequence[Row], bound: Bound, query: Query, report: PreparedReport) -> Draft:
    """Compose the rows whose figure passes a bound: 哪些镇超过50件."""
    draft = Draft(AnswerKind.COMPARISON)
    topic, meta = query.topic, report.report.meta
    held = [row for row in rows if passes(row.mention.quantity, bound)]
    shown = held or sorted(rows, key=lambda row: row.mention.quantity.amount, reverse=bound.over)[:_SHOWN]
    told = listed([_cite(draft, row, topic, report) for row in shown])
    words = bound_words(bound, draft)
    place = say.PLACE_YEAR(meta.place, meta.year)
    if held:
        draft.lines.append(say.ROWS_PASSING(place, words, told))
    else:
        draft.lines.append(say.NO_ROW_PASSES(place, words, told))
    return draft


def _draft(rows: Sequence[Row], query: Query, report: PreparedReport) -> Draft | None:
    """Compose the answer: who holds the rank asked for, then the first few."""
    low = query.intent.extreme == "min"
    ranked = sorted(rows, key=lambda r: r.mention.quantity.amount, reverse=not low)
    rank = query.intent.ordinal or 1
    at = rank - 1 if rank > 0 else len(ranked) + rank
    if not 0 <= at < len(ranked):
        return None
    amount: Decimal = ranked[at].mention.quantity.amount
    held = [r for r in ranked if r.mention.quantity.amount == amount]
    draft = Draft(AnswerKind.COMPARISON)
    topic = query.topic
    told = [_cite(draft, row, topic, report) for row in held]
    word: Message = say.FEWEST if low else say.MOST
    if query.intent.ordinal:
        draft.computed.add(str(abs(rank)))
        ordinal = Message("一二三四五六七八九十"[at], str(at + 1)) if at < 10 else ""
        draft.computed.add(str(at + 1))
        word = say.RANKED(ordinal) if ordinal else say.RANKED_AS_ASKED
    tie = say.TOGETHER if len(held) > 1 else ""
    meta = report.report.meta
    draft.lines.append(say.ROWS(meta.place, meta.year, listed(told), tie, word))
    others = [r for r in ranked if r not in held][: None if len(ranked) <= _FEW_ROWS else _SHOWN]
    if others:
        rest = [_cite(draft, row, topic, report) for row in others]
        draft.lines.append(say.OTHER_ROWS(say.TO_THE_END if low else say.TO_THE_TOP, listed(rest)))
    return draft
