"""The share of a part that one question asks for: the printed one, else computed of the part and its whole in one sentence.

A share of something else is no answer, nor is the count of the part. Knows nothing of how figures are ranked.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.answer.comparison.compare import answer_comparison
from qa.answer.comparison.jointly import Side
from qa.answer.compose.draft import Draft
from qa.answer.compose.number import answer_number
from qa.answer.figures.wholes import sentence_figures, whole_of, words_of
from qa.answer.figures.within import printed_share
from qa.answer.guards.confidence import SURE, confidence
from qa.ledger.mention import CLAUSE, INHERITED, LEAD, Mention
from qa.ledger.wording import names_a_matter
from qa.matching import best_zone
from qa.patterns import lazy_re
from qa.question.single.intent import Task
from qa.question.single.portions import Portion
from qa.question.words.terms import Term, topic_of
from qa.question.words.vocabulary import COUNTED
from qa.ranking import PreparedReport, Query, ScoredMention
from qa.text import fold

# How well the words of a figure must hold a term that names the part; an official word for an everyday one weighs 0.5.
NAMES, KNOWN = 0.6, 0.35
_RATE = lazy_re(r"率$")
_RATES = ("率", "度")
_CLOSED = lazy_re(r"审结|办结|结案")
_FRAME = lazy_re(r"[的里中,\s]|全[省市区县]|其中|案件|人员")
_OUTCOME = lazy_re(r"维持|驳回|撤销|终止|撤回|确认违法|和解|调解|纠错")


def counted(query: Query, portion: Portion) -> Query:
    """Ask for the count of the part.

    Args:
        query: The question for the share.
        portion: What it names.

    Returns:
        The question for the part, in any measure word.
    """
    terms = tuple(t for t in query.terms if t.text.removesuffix("的") in portion.part)
    intent = replace(query.intent, task=Task.NUMBER, unit="", unit_class="", combine="")
    return replace(query, intent=intent, terms=terms or query.terms, content=portion.part)


def answer_portion(
    query: Query, portion: Portion, ranked: Sequence[ScoredMention], shares: Sequence[ScoredMention]
) -> Draft | None:
    """Tell the share of a part.

    Args:
        query: The question.
        portion: The part and the whole that it names.
        ranked: Figures that may be the part, the best first.
        shares: Figures in per cent that may answer, the best first.

    Returns:
        The draft, or None where the report prints no such share and no part with its whole.
    """
    topic, own = topic_of(query.terms), _own_terms(query.terms, portion)
    inside = [t for t in query.terms if t.required and t.text not in portion.part + portion.whole]
    if inside:  # 甲县 of its city's report: the share of the city is not that of the county
        shares, ranked = ([s for s in told if _is_of(inside, s)] for told in (shares, ranked))
    if rest := _unsaid(query.terms, portion):  # 女 of 女执法人员占执法人员
        shares, ranked = (
            [s for s in told if rest in fold(f"{s.mention.label}|{s.mention.noun}")]
            for told in (shares, ranked)
        )
    first = next((s for s in shares[:1] if confidence(s, query.terms) >= SURE), None)
    share = first if first is not None and _names(own, first) else None
    part = next((s for s in ranked if s.mention.quantity.unit != "%" and not s.mention.change), None)
    draft = None
    if part is not None and _names(own, part) and confidence(part, part.terms) >= SURE:
        draft = _of_part(query, portion, part, share)
    told = first if first is not None and (share is not None or _may_tell(portion, own, first)) else None
    return answer_number(told, topic) if draft is None and told is not None else draft


def _of_part(
    query: Query, portion: Portion, part: ScoredMention, share: ScoredMention | None
) -> Draft | None:
    """Tell the share that is printed behind a part, or compute it where no other figure tells it."""
    figures, topic = sentence_figures(part.sentence, part.report), topic_of(query.terms)
    if (printed := printed_share(part.mention, figures, part.report)) is not None:
        return answer_number(replace(part, mention=printed), topic)
    whole = _whole(part.mention, figures, portion, query.terms, part.report) if share is None else None
    if whole is None or whole.quantity.amount <= part.mention.quantity.amount:
        return None
    picks = [replace(part, mention=whole), part]
    sides = [Side(part.report.report.meta, (pick,)) for pick in picks]
    intent = replace(query.intent, task=Task.NUMBER, combine="share")
    return answer_comparison(sides, picks, intent, topic, inner=True)


def _is_of(inside: Sequence[Term], scored: ScoredMention) -> bool:
    """Tell whether the words that own a figure name each of some places inside."""
    return all(best_zone(t, scored.mention, INHERITED) >= NAMES for t in inside)


def _may_tell(portion: Portion, own: Sequence[Term], first: ScoredMention) -> bool:
    """Tell whether a rate may be what everyday words ask for: 搞定的比例 is 办结率; never the rate of another outcome."""
    everyday = portion.told or (not portion.whole and any(t.everyday or _rates(t, first) for t in own))
    other = _OUTCOME.search(first.mention.label) is not None
    return everyday and (not other or any(best_zone(t, first.mention, CLAUSE) >= KNOWN for t in own))


def _rates(term: Term, first: ScoredMention) -> bool:
    """Tell whether a rate is named by a term of the part: 满意 by 群众满意率, 办结 by 按期办结率."""
    return any(f"{form}{end}" in first.mention.label for form, _ in term.forms for end in _RATES)


def _unsaid(terms: Sequence[Term], portion: Portion) -> str:
    """Give what the part says beyond its whole where no term holds it, or ""."""
    if any(_is_in_part(t, portion) and t.text not in portion.whole for t in terms):
        return ""
    rest = portion.part
    for text in sorted({t.text for t in terms}, key=len, reverse=True):
        rest = rest.replace(text, "")
    return _FRAME.sub("", rest)


def _is_in_part(term: Term, portion: Portion) -> bool:
    """Tell whether the part holds a term, or its beginning: 群众满意的占几 is one phrase of the lexicon."""
    return (term.text.partition("占")[0].removesuffix("的") or term.text) in portion.part


def _own_terms(terms: Sequence[Term], portion: Portion) -> list[Term]:
    """List the terms that tell the part from its whole: 乡镇 of 乡镇执法人员占执法人员."""
    named = [t for t in terms if _is_in_part(t, portion)]
    own = [t for t in named if t.text not in portion.whole] or named
    return [t for t in own if not names_a_matter(t.text) and t.text not in COUNTED] or own


def _names(own: Sequence[Term], scored: ScoredMention) -> bool:
    """Tell whether the words that own a figure name the part: 调解和解率 names no 维持, though that stands before it."""
    mention = scored.mention
    held = [best_zone(t, mention, LEAD) >= (KNOWN if t.concept else NAMES) for t in own]
    rate = _RATE.search(mention.label) is not None
    return all(held) and (not rate or any(best_zone(t, mention, CLAUSE) >= KNOWN for t in own))


def _whole(
    part: Mention, figures: Sequence[Mention], portion: Portion, terms: Sequence[Term], report: PreparedReport
) -> Mention | None:
    """Find the whole of a part: the figure that the question names in its sentence or the one before, else what 其中 is of."""
    forms = [f for t in terms if t.text in portion.whole for f, weight in t.forms if weight > KNOWN]
    forms += [portion.whole] if portion.whole else []
    kind = part.quantity.unit_class
    before = sentence_figures(part.sentence - 1, report)
    for row in (figures, before):
        for figure in row:
            alike = figure.quantity.unit_class == kind
            larger = figure.quantity.amount > part.quantity.amount and not (figure.change or figure.part)
            if alike and larger and any(form in words_of(figure, row, report) for form in forms):
                return figure
    whole = whole_of(part, figures, report)
    if whole is None and not portion.whole and _OUTCOME.search(part.label):
        closed = (f for f in figures if f.quantity.end <= part.quantity.start and _CLOSED.search(f.label))
        whole = next((f for f in closed if f.quantity.unit == part.quantity.unit), None)  # 审结148件,和解46件
    return whole
