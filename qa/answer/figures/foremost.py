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
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.question.words.breakdown import foremost_asked
from qa.ranking import PreparedReport, Query

_FEW = 4  # figures that may be the whole
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
    return None
