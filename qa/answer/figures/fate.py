"""What became of a thing, told by the clauses beside its figure: 转移安置群众1164人,无一人伤亡; 行政诉讼案件3件,无败诉.

The sentence of the figure tells it, else the one behind it in the same paragraph. The clauses from the figure to what became
of it are quoted, with the figures in the clauses that tell it. Knows no topics.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.answer.compose.draft import Draft
from qa.answer.compose.number import value_of
from qa.answer.figures.wholes import sentence_figures
from qa.answer.prose.fact import WINDOW, quote_clauses
from qa.ledger.clauses import split_clauses
from qa.patterns import lazy_re
from qa.question.single.reading import Reading
from qa.question.words.fates import fate_asked
from qa.question.words.terms import Term
from qa.ranking import PreparedReport, ScoredSentence

_REACH = 2  # the sentence of the figure and the one behind it
_AIM = lazy_re(r"力争|争取|确保|努力|防止|避免|坚决|严防")


def answer_fate(reading: Reading, report: PreparedReport) -> Draft | None:
    """Quote the clauses that tell what became of what was just told.

    Args:
        reading: A turn or a part of one, with the sentences that were shown.
        report: The report.

    Returns:
        The draft, or None where no fate is asked, or neither those sentences nor the next ones tell it.
    """
    told = fate_asked(reading.question)
    if not told:
        return None
    sentences = report.report.sentences
    for report_id, at in reading.shown:
        shown = report.report.sentence_at(at) if report_id == report.report.meta.id else None
        if shown is None:
            continue
        index = shown.index
        for sentence in sentences[index : index + _REACH]:
            start = at - sentence.start if sentence.index == index else 0
            if sentence.passage == sentences[index].passage and (
                draft := _told(sentence.index, start, told, report)
            ):
                return draft
    return None


def answer_outcome(ranked: Sequence[ScoredSentence], terms: Sequence[Term], told: str) -> Draft | None:
    """Quote the clauses that tell what became of a thing that the question names, from the thing on.

    Args:
        ranked: Sentences on the thing, the best first.
        terms: Terms of the thing.
        told: How reports tell it (``outcome_asked``).

    Returns:
        The draft; None where neither the best sentence nor the one behind it in the paragraph tells it.
    """
    if not ranked:
        return None
    report, index = ranked[0].report, ranked[0].index
    text = report.folded[index]
    forms = [form for term in terms for form, _ in term.forms]
    of = next(((a, b) for a, b in split_clauses(text) if any(form in text[a:b] for form in forms)), (0, 0))
    sentences = report.report.sentences
    for sentence in sentences[index : index + _REACH]:
        start = of[0] if sentence.index == index else 0
        near = sentence.passage == sentences[index].passage
        if near and (draft := _told(sentence.index, start, told, report, whole=sentence.index == index)):
            return draft
    return None


def _told(index: int, start: int, told: str, report: PreparedReport, *, whole: bool = False) -> Draft | None:
    """Quote the clauses of a sentence, from an offset on, that hold a pattern (whole: all from there to these)."""
    text = report.folded[index]
    clauses = [(a, b) for a, b in split_clauses(text) if b > start]
    held = [(a, b) for a, b in clauses if re.search(told, text[a:b]) and not _AIM.search(text[a:b])]
    if not held:
        return None
    first, last = clauses[0][0] if whole else held[0][0], _last(held, text)
    last = clauses[-1][1] if whole and clauses[-1][1] - first <= WINDOW else last
    draft = quote_clauses(report.report, index, first, last)
    for mention in sentence_figures(index, report):
        if first <= mention.quantity.start < last:
            value = value_of(report.report, mention, "", draft.citations[0].marker)
            draft.values.append(replace(value, year=report.holds))
    return draft


def _last(held: list[tuple[int, int]], text: str) -> int:
    """Give the end of what is told: with 其余2处已腾空, which goes on with it behind a comma."""
    end = held[0][1]
    for a, b in held[1:]:
        if "。" in text[end:a] or ";" in text[end:a]:
            break
        end = b
    return end
