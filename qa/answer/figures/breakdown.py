"""The parts of a figure with theirs, where a question names none of them: 按单位各是多少, 那几类纠纷分别多少件.

The sentence that lists the parts behind the figure asked about is told from that figure to the last part, each a value. A list
needs words that lead it in (其中, 分别为, a colon) or parts that add up to their whole: what merely stands behind a figure
(受理149件,审结141件) is no part of it. Knows no topics.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from embeddings.encoder import Encoder
from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain, trim
from qa.answer.compose.number import value_of
from qa.answer.figures.candidates import candidates
from qa.answer.figures.wholes import leads_parts, opens_with_parts, sentence_figures
from qa.answer.guards.confidence import SURE, confidence
from qa.ledger.mention import Mention
from qa.ledger.stages import stage_of
from qa.patterns import lazy_re
from qa.question.single.alone import blank
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.question.words.breakdown import breakdown_asked
from qa.question.words.naming import topic_of
from qa.ranking import PreparedReport, Query, ScoredMention
from qa.text import fold
from qa.types import AnswerKind

_LEADS = lazy_re(r"其中|包括|分别|(?:按|从)[^,。;]{1,10}(?:分|看)|[:(（：]|(?:为|是|有)$")
_ENDS = lazy_re(r"。")
_FEW = 6  # figures that may be the whole
_NEARLY = 0.75  # share of the best one's coverage that a further one needs
_LEAST = 2
_ONLY_WHERE = lazy_re(r"(?:那么?|同期|年|[\s的呢也是,?。!])*")
_NAMED = lazy_re(r"[\u4e00-\u9fff]{2}")


def answer_breakdown(
    query: Query, reading: Reading, report: PreparedReport, encoder: Encoder
) -> Draft | None:
    """Tell a figure with the parts that its sentence lists.

    Args:
        query: The question, ready for ranking.
        reading: The question as it was read.
        report: The report.
        encoder: Encoder of the library.

    Returns:
        The draft, or None where no breakdown is asked for or no figure asked about is followed by parts.
    """
    asked = breakdown_asked(reading.question)
    if asked is None and _ONLY_WHERE.fullmatch(blank(reading.question, reading.scope.spans)):
        asked = breakdown_asked(reading.content)  # 2023年呢
    if asked is None or query.intent.change or query.intent.plan:
        return None
    terms = tuple(t for t in query.terms if t.text not in asked[0])
    if not terms:
        return None
    measure = query.intent.unit_class if query.intent.unit_class == "money" else ""  # 金额居前的各是多少
    intent = replace(
        query.intent, task=Task.NUMBER, unit="", unit_class=measure, extreme="", combine="", top=0
    )
    content = reading.content
    if at := breakdown_asked(content):
        content = content[: at[1][0]] + content[at[1][1] :]
    ranked = candidates(replace(query, terms=terms, intent=intent, content=content), report, encoder)
    stage = stage_of(fold(content)) or ("收案" if "申请" in content else "")
    for scored in ranked[:_FEW]:
        if scored.coverage < _NEARLY * ranked[0].coverage or confidence(scored, terms) < SURE:
            continue
        if measure and scored.mention.quantity.unit_class != measure:
            continue
        if stage and stage_of(scored.words.label) not in {"", None, stage}:
            continue  # how reviews ended is no list of the applications
        if len(run := run_of(scored.mention, report)) > _LEAST:
            return _told(run, scored, report, topic_of(terms, content))
    return None


def run_of(whole: Mention, report: PreparedReport) -> list[Mention]:
    """List a figure with its parts: in its sentence, or in the next one where that opens with them.

    Args:
        whole: The figure.
        report: Its report.

    Returns:
        The figure and its parts, or the figures in a row beside it; itself alone, or nothing, where none are listed.
    """
    text = report.report.sentences[whole.sentence].text
    behind = [m for m in sentence_figures(whole.sentence, report) if m.quantity.start >= whole.quantity.end]
    parts = _parts(whole, behind, text, whole.quantity.end)
    after = whole.sentence + 1
    if not parts and (leads_parts(whole, report) or opens_with_parts(after, report)):
        parts = _parts(whole, sentence_figures(after, report), report.report.sentences[after].text, 0)
    return [whole, *parts] if parts else _beside(whole, report)


def _parts(whole: Mention, figures: Sequence[Mention], text: str, start: int) -> list[Mention]:
    """Take the figures that count parts of a whole, in order; none where no words lead them in and they are not all of it."""
    parts: list[Mention] = []
    led = start == 0
    end, left = start, whole.quantity.amount
    for figure in figures:
        between = text[end : figure.quantity.start]
        alike = figure.quantity.bare_unit == whole.quantity.bare_unit
        if not alike or figure.change:  # 占31%, 罚款3万元 between two parts
            if parts and figure.quantity.start - end > 0 and _ENDS.search(between):
                break
            continue
        again = bool(parts) and "其中" in between
        if again or figure.quantity.amount > left or not _NAMED.search(between + figure.noun):
            break
        led = led or (not parts and _LEADS.search(between) is not None)
        parts.append(figure)
        left -= figure.quantity.amount
        end = figure.quantity.end
    return parts if len(parts) >= _LEAST and (led or left == 0) else []


def _beside(one: Mention, report: PreparedReport) -> list[Mention]:
    """List a figure with those that stand beside it in a row, each with a name of its own and counted alike."""
    text = report.report.sentences[one.sentence].text
    figures = sentence_figures(one.sentence, report)
    at = figures.index(one) if one in figures else -1
    if at < 0 or one.quantity.unit == "%":
        return []

    def joined(a: Mention, b: Mention) -> bool:
        between = text[a.quantity.end : b.quantity.start].removeprefix(a.noun)
        row = re.match(r"\s*(?:、|和|及|与)", between) is not None
        return (
            row and a.quantity.unit == b.quantity.unit and _NAMED.search(between) is not None and not b.change
        )

    first = last = at
    while first > 0 and joined(figures[first - 1], figures[first]):
        first -= 1
    while last + 1 < len(figures) and joined(figures[last], figures[last + 1]):
        last += 1
    return figures[first : last + 1]


def _told(run: Sequence[Mention], scored: ScoredMention, report: PreparedReport, topic: str) -> Draft:
    """Quote the clauses from the first figure to the last, each figure a value."""
    draft = Draft(AnswerKind.LIST)
    for index in dict.fromkeys(m.sentence for m in run):
        own = [m for m in run if m.sentence == index]
        sentence = report.report.sentences[index]
        start, end = own[0].clause[0], max(own[-1].clause[1], own[-1].quantity.end)
        marker = draft.cite(report.report, sentence.start + start, sentence.start + end, sentence)
        meta = report.report.meta
        quote = plain(trim(sentence.text[start:end]))
        draft.lines.append(say.FACT("", meta.place, meta.year, "", quote, marker))
        for mention in own:
            value = value_of(report.report, mention, topic, marker)
            draft.values.append(replace(value, year=scored.report.holds))
    return draft
