"""Says that a question is not answered, why, and where it was looked: no figure is ever shown in a refusal.

Every refusal is made here; its words are in ``qa.answer.compose.messages``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain, plain_words
from qa.answer.prose.document import coverage_grid
from qa.message import Message, by_line, joined, listed
from qa.question.single.reading import Reading
from qa.ranking import PreparedReport, ScoredSentence
from qa.types import Answer, AnswerKind, ReportMeta

_MOST_OFFERED = 8
_NEAREST = 2


def refuse_place(missing: Sequence[str], metas: Sequence[ReportMeta], offer: Sequence[str]) -> Draft:
    """Refuse a place that the library lacks.

    Args:
        missing: Names of the places asked for.
        metas: Reports of the library.
        offer: Places to offer instead, nearest first.

    Returns:
        The draft of a refusal.
    """
    draft = Draft(AnswerKind.REFUSAL)
    draft.lines.append(say.NO_PLACE(listed(plain(m[:30]) for m in missing)))
    if offer:
        draft.lines.append(say.ASK_INSTEAD(listed(plain(o) for o in offer[:_MOST_OFFERED])))
    if 0 < len({m.place for m in metas}) <= 12:
        draft.lines += ["", coverage_grid(metas)]
    return draft


def without_report(answer: str, missing: Sequence[str]) -> Message:
    """Say above a comparison which places have no report, and give each its row.

    Args:
        answer: The answer on the others.
        missing: Names of the places without a report.

    Returns:
        The answer with both.
    """
    names = [plain(name[:30]) for name in missing]
    lines: list[str] = by_line(answer)
    ends = [at for at, line in enumerate(lines) if line.startswith("|")]
    columns = lines[ends[0]].count("|") - 1 if ends else 0
    if columns:
        rows = [
            joined(("|", name, *["|", "—"] * (columns - 2), "|", say.NO_REPORT, "|"), " ", " ")
            for name in names
        ]
        lines[ends[-1] + 1 : ends[-1] + 1] = rows
    return joined((say.LEFT_ASIDE(listed(names)), *lines), "\n", "\n")


def refuse_year(place: str, years: Sequence[int], held: Sequence[int]) -> Draft:
    """Refuse a year that a place has no report for.

    Args:
        place: The place.
        years: Years asked for.
        held: Years that the library has for it.

    Returns:
        The draft of a refusal.
    """
    draft = Draft(AnswerKind.REFUSAL)
    draft.lines.append(say.NO_YEAR(plain(place), listed(map(say.YEAR, years))))
    if held:
        draft.lines.append(say.YEARS_HELD(plain(place), listed(map(say.YEAR, held))))
    return draft


def beside_aim(refusal: Answer, planned: Answer) -> Answer:
    """Point from the refusal of a year at the aim that the report of the year before sets for it; its figure is not shown.

    Args:
        refusal: The refusal.
        planned: The answer to the question for the aim.

    Returns:
        The refusal, with the sentence of the aim cited where there is one.
    """
    if planned.kind is not AnswerKind.NUMBER or len(planned.citations) != 1:
        return refusal
    cited = planned.citations[0]
    line = say.ONLY_AN_AIM(plain(cited.place), cited.year, cited.marker)
    return replace(refusal, answer=joined((refusal.answer, line), "\n", "\n"), citations=planned.citations)


def refuse_silent(
    reports: Sequence[PreparedReport],
    topic: str,
    nearest: Sequence[ScoredSentence],
    others: Sequence[str],
    kind: str = "",
) -> Draft:
    """Say that reports do not mention something, with proof of where it was looked.

    Args:
        reports: Reports that were searched.
        topic: What was asked for, in the question's words.
        nearest: Sentences that come nearest, the best first.
        others: Places whose reports do mention it.
        kind: Kind of thing that alone would have answered, as ``qa.answer.prose.asked`` names it, or "".

    Returns:
        The draft of a refusal; the nearest sentences are cited, not quoted.
    """
    draft = Draft(AnswerKind.REFUSAL)
    names = listed(say.PLACE_YEAR(r.report.meta.place, r.report.meta.year) for r in reports[:4])
    names = say.AND_OTHERS(names) if len(reports) > 4 else names
    about = say.QUOTED(plain_words(topic)) if topic else say.ASKED_THING
    if kind in say.KINDS:
        draft.lines.append(say.NOT_STATED(names, about, say.KINDS[kind]))
    else:
        draft.lines.append(say.NOT_MENTIONED(names, about))
    sections = [
        h for r in reports[:1] for h in dict.fromkeys(s.heading[0] for s in r.report.sentences if s.heading)
    ]
    if sections:
        told = joined((plain(_without_digits(h)) for h in sections[:6]), "；", "; ")
        draft.lines.append(say.SEARCHED(told))
    if others:
        draft.lines.append(say.MENTIONED_BY(listed(map(plain_words, others[:_MOST_OFFERED]))))
    marks = "".join(f"[{draft.cite_sentence(s.report.report, s.index)}]" for s in nearest[:_NEAREST])
    if marks:
        draft.lines.append(say.NEAREST(marks))
    return draft


def refuse_domain(metas: Sequence[ReportMeta]) -> Draft:
    """Refuse a question that is not about these reports.

    Args:
        metas: Reports of the library.

    Returns:
        The draft of a refusal.
    """
    draft = Draft(AnswerKind.REFUSAL)
    places = list(dict.fromkeys(m.place for m in metas))
    shown = listed(map(plain, places[:_MOST_OFFERED]))
    draft.lines.append(say.OUTSIDE(say.AND_OTHERS(shown) if len(places) > _MOST_OFFERED else shown))
    return draft


def acknowledge(reading: Reading) -> Draft:
    """Reply to thanks and assent, and say what the conversation stands at.

    Args:
        reading: The turn, with what the conversation lends it.

    Returns:
        The draft; it states nothing of any report.
    """
    draft = Draft(AnswerKind.FACT)
    told = [*map(plain, reading.places[:_MOST_OFFERED]), *map(say.YEAR, reading.years)]
    draft.lines.append(say.GO_ON + say.STANDS_AT(listed(told)) if told else say.GO_ON)
    return draft


def ask_back(question: str, choices: Sequence[str]) -> Draft:
    """Ask which place, year or thing is meant.

    Args:
        question: What is to be told, such as 您问的是哪个地区.
        choices: What may be chosen.

    Returns:
        The draft of a refusal that asks back.
    """
    draft = Draft(AnswerKind.REFUSAL)
    draft.lines.append(say.ASK_BACK(question, listed(map(plain_words, choices[:12]))))
    draft.choices = tuple(choices[:12])
    return draft


def _without_digits(heading: str) -> str:
    """Drop a year at the head of a heading: a refusal shows no figures."""
    return re.sub(r"\d+\s?年?(?:度)?", "", heading).strip(" .、")
