"""Says that a question is not answered, why, and where it was looked: no figure is ever shown in a refusal.

Every refusal's words are here, in one file.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answer.document import coverage_grid
from qa.answer.draft import Draft, plain
from qa.question.reading import Reading
from qa.ranking import PreparedReport, ScoredSentence
from qa.types import AnswerKind, Reason, ReportMeta

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
    names = "、".join(plain(m[:30]) for m in missing)
    draft.lines.append(f"库中没有{names}的报告，不能回答；也不会拿别处的数字代替。")
    if offer:
        draft.lines.append(f"可以改问：{'、'.join(plain(o) for o in offer[:_MOST_OFFERED])}。")
    if len({m.place for m in metas}) <= 12:
        draft.lines += ["", coverage_grid(metas)]
    return draft


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
    asked = "、".join(f"{y}年" for y in years)
    have = "、".join(f"{y}年" for y in held)
    draft.lines.append(f"库中没有{plain(place)}{asked}的报告，不能用其他年份的数字代替。")
    draft.lines.append(f"现有{plain(place)}的报告年度：{have}。" if held else "")
    draft.lines = [line for line in draft.lines if line]
    return draft


def refuse_silent(
    reports: Sequence[PreparedReport], topic: str, nearest: Sequence[ScoredSentence], others: Sequence[str]
) -> Draft:
    """Say that reports do not mention something, with proof of where it was looked.

    Args:
        reports: Reports that were searched.
        topic: What was asked for, in the question's words.
        nearest: Sentences that come nearest, the best first.
        others: Places whose reports do mention it.

    Returns:
        The draft of a refusal; the nearest sentences are cited, not quoted.
    """
    draft = Draft(AnswerKind.REFUSAL)
    names = "、".join(f"{r.report.meta.place}{r.report.meta.year}年" for r in reports[:4])
    names += "等" if len(reports) > 4 else ""
    about = f"“{plain(topic)}”" if topic else "所问的内容"
    draft.lines.append(f"{names}的报告未提及{about}。")
    sections = [
        h for r in reports[:1] for h in dict.fromkeys(s.heading[0] for s in r.report.sentences if s.heading)
    ]
    if sections:
        draft.lines.append(
            "已查阅全文各部分：" + "；".join(plain(_without_digits(h)) for h in sections[:6]) + "。"
        )
    if others:
        draft.lines.append(f"提到这项内容的有：{'、'.join(plain(o) for o in others[:_MOST_OFFERED])}。")
    marks = "".join(f"[{draft.cite_sentence(s.report.report, s.index)}]" for s in nearest[:_NEAREST])
    if marks:
        draft.lines.append(f"最接近的原文见{marks}，并未回答所问。")
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
    shown = "、".join(plain(p) for p in places[:_MOST_OFFERED]) + (
        "等" if len(places) > _MOST_OFFERED else ""
    )
    draft.lines.append(
        f"这个问题不在法治政府建设年度报告的范围内，无法回答。可以问{shown}的报告内容，例如行政复议、行政执法、法律援助。"
    )
    return draft


def acknowledge(reading: Reading) -> Draft:
    """Reply to thanks and assent, and say what the conversation stands at.

    Args:
        reading: The turn, with what the conversation lends it.

    Returns:
        The draft; it states nothing of any report.
    """
    draft = Draft(AnswerKind.REFUSAL)
    told = [*map(plain, reading.places[:_MOST_OFFERED]), *(f"{year}年" for year in reading.years)]
    draft.lines.append("好的，可以接着问。" + (f"当前范围：{'、'.join(told)}。" if told else ""))
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
    draft.lines.append(f"{question}？可选：{'、'.join(plain(c) for c in choices[:12])}。")
    draft.choices = tuple(choices[:12])
    return draft


def reason_for(reports: Sequence[PreparedReport]) -> Reason:
    """Choose the reason of a refusal that found nothing: silence where something was searched."""
    return Reason.NOT_MENTIONED if reports else Reason.OUT_OF_DOMAIN


def _without_digits(heading: str) -> str:
    """Drop a year at the head of a heading: a refusal shows no figures."""
    return re.sub(r"\d+\s?年?(?:度)?", "", heading).strip(" .、")
