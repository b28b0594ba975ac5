"""Which of the parts that a report lists behind a figure has the most: 处罚最多的是哪个领域, 哪类纠纷调解得最多.

Only where words lead the list in, or its parts are all of the whole (``qa.answer.figures.breakdown``): among examples the
greatest says nothing. Knows no topics.
"""

from __future__ import annotations

from dataclasses import replace

from embeddings.encoder import Encoder
from qa.answer.compose.draft import Draft
from qa.answer.figures.breakdown import run_of
from qa.answer.figures.candidates import candidates
from qa.answer.figures.within import first_of
from qa.answer.guards.confidence import SURE, confidence
from qa.answer.prose.fact import add_statement
from qa.matching import match
from qa.patterns import lazy_re
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.question.words.breakdown import foremost_asked
from qa.question.words.terms import Term
from qa.question.words.vocabulary import COUNTED
from qa.ranking import PreparedReport, Query
from qa.types import AnswerKind, SectionKind

_FEW = 4  # figures that may be the whole
_HELD = 0.6
# "工伤认定类最多,为71件"; 最多跑一次 and 最多的是 of a list without its name are none
_FIRST = lazy_re(
    r"[\u4e00-\u9fff]{2}(?:类|案件|纠纷|领域|方面)?(?:数量|占比|件数)?(?:最[多高大](?![跑可不能])|居(?:首|第一))"
)
_NEARLY = 0.75  # share of the best one's coverage that a further one needs


def answer_foremost(query: Query, reading: Reading, report: PreparedReport, encoder: Encoder) -> Draft | None:
    """Tell which part of a figure has the most or the least.

    Args:
        query: The question, ready for ranking.
        reading: The question as it was read.
        report: The report.
        encoder: Encoder of the library.

    Returns:
        The draft, or None where no such part is asked for or no figure asked about is followed by its parts.
    """
    asked = foremost_asked(reading.content)
    terms = tuple(t for t in query.terms if t.text not in asked)
    if not asked or not reading.intent.extreme or query.intent.plan or not terms:
        return None
    intent = replace(query.intent, task=Task.NUMBER, unit="", unit_class="", extreme="", ordinal=0, top=0)
    content = reading.content.replace(asked, " ")
    ranked = candidates(replace(query, terms=terms, intent=intent, content=content), report, encoder)
    for scored in ranked[:_FEW]:
        if scored.coverage < _NEARLY * ranked[0].coverage or confidence(scored, terms) < SURE:
            continue
        if told := first_of(run_of(scored.mention, report)[1:], reading, report):
            return told
    return _named_first(terms, report) if reading.intent.extreme == "max" else None


def _named_first(terms: tuple[Term, ...], report: PreparedReport) -> Draft | None:
    """Quote the sentence that says itself which part came first: 治安处罚类最多，为377件."""
    terms = tuple(t for t in terms if t.text not in COUNTED)
    for sentence, text in zip(report.report.sentences, report.folded, strict=True):
        if not terms or sentence.section is SectionKind.PLAN or not _FIRST.search(text):
            continue
        if all(match(t, text) >= _HELD for t in terms):
            draft = Draft(AnswerKind.FACT)
            add_statement(draft, report.report, sentence.index, terms, "name")
            return draft
    return None
