"""The parts of a whole in one sentence: the share of a part (占比多少), and which of them has the most (最少的是哪个).

A part and its whole stand in one sentence: 办理处罚案件1865件,其中市场监管528件、交通运输463件. What 占比 or 最少的 means behind
such a part was told there, so that no other figure of the report is taken for the whole. Knows no topics.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.answer.comparison.compare import answer_comparison
from qa.answer.comparison.jointly import Side
from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain
from qa.answer.compose.number import answer_number, printed, value_of
from qa.answer.figures.beside import counted, figures_beside, named_beside
from qa.answer.figures.wholes import sentence_figures, whole_of, words_of
from qa.ledger.mention import Mention
from qa.message import Message, listed
from qa.patterns import lazy_re
from qa.question.conversation.pointing import FIRST, WHOLE, share_noun
from qa.question.single.reading import Reading
from qa.ranking import PreparedReport
from qa.scored import taken
from qa.types import AnswerKind

_LEAST_PARTS = 3  # two parts after 其中 are examples, and the greater of them says nothing
_OPENING = lazy_re(r"^[、和及与以]*(?:其中)?[:：]?")
_REST = lazy_re(r"^其他|^其它|^其余")


def answer_share(reading: Reading, report: PreparedReport) -> Draft | None:
    """Put the figure that was just shown, or a part that the turn names beside it, into proportion to its whole.

    Args:
        reading: A turn that asks for a share, with the figure of the turn before.
        report: A prepared report.

    Returns:
        The draft: the printed share, else the computed one; None where the sentence tells no whole.
    """
    told, figures = figures_beside(reading.near, report)
    told = counted(told, figures) if told is not None else None
    again = reading.bare not in {WHOLE, FIRST} and not re.search("占|比", reading.question)
    noun = share_noun(reading.question) or (reading.bare if again else "")  # 文旅呢, after 交通占多少
    part = named_beside(noun, told, figures, report) if noun and told is not None else told
    return share_of(part, figures, reading, report) if part is not None else None


def share_of(
    part: Mention, figures: Sequence[Mention], reading: Reading, report: PreparedReport
) -> Draft | None:
    """Put a figure into proportion to its whole.

    Args:
        part: The figure.
        figures: The figures of its sentence, in order.
        reading: A turn that asks for a share.
        report: Their report.

    Returns:
        The draft: the printed share, else the computed one; None where the sentence tells no whole.
    """
    if (share := printed_share(part, figures, report)) is not None:
        return answer_number(taken(share, report), reading.topic)
    whole = whole_of(part, figures, report)
    if whole is None or whole.quantity.amount < part.quantity.amount:
        return None
    picks = [taken(whole, report), taken(part, report)]
    sides = [Side(report.meta, (pick,)) for pick in picks]
    return answer_comparison(sides, picks, reading.intent, reading.topic, inner=True)


def answer_first_part(reading: Reading, report: PreparedReport) -> Draft | None:
    """Tell which of the parts beside the figure that was just shown has the most, the least or the rank asked for.

    Args:
        reading: A turn that asks for the first or the last one, with the figure of the turn before.
        report: A prepared report.

    Returns:
        The draft; None where the sentence lists fewer than three parts.
    """
    told, figures = figures_beside(reading.near, report)
    parts = parts_of_whole(told, figures, report) if told is not None else ()
    return first_of(parts, reading, report)


def first_of(parts: Sequence[Mention], reading: Reading, report: PreparedReport) -> Draft | None:
    """Tell which of some parts has the most, the least or the rank asked for, and what the others have.

    Args:
        parts: Figures that count parts of one whole.
        reading: What is asked of them.
        report: Their report.

    Returns:
        The draft; None where fewer than three of them bear a name.
    """
    named = [(words_of(m, sentence_figures(m.sentence, report), report), m) for m in parts]
    named = [(_OPENING.sub("", name).rstrip("、"), m) for name, m in named]
    named = [(name, m) for name, m in named if name and not _REST.match(name)]
    if len(named) < _LEAST_PARTS:
        return None
    low, rank = reading.intent.extreme == "min", reading.intent.ordinal or 1
    ranked = sorted(named, key=lambda part: part[1].quantity.amount, reverse=low == (rank < 0))
    at = abs(rank) - 1
    if at >= len(ranked):
        return None
    amount = ranked[at][1].quantity.amount
    draft = Draft(AnswerKind.COMPARISON)
    held = [part for part in ranked if part[1].quantity.amount == amount]
    first = [_cite(draft, name, m, report) for name, m in held]
    word: Message = say.FEWEST if low else say.MOST
    if abs(rank) > 1 or rank < 0:
        draft.computed.add(str(at + 1))
        word = say.RANKED_AS_ASKED
    tie = say.TOGETHER if len(held) > 1 else ""
    meta = report.report.meta
    draft.lines.append(say.PARTS(meta.place, meta.year, listed(first), tie, word))
    rest = [_cite(draft, name, m, report) for name, m in ranked if (name, m) not in held]
    if rest:
        draft.lines.append(say.OTHER_PARTS(listed(rest)))
    return draft


def parts_of_whole(told: Mention, figures: Sequence[Mention], report: PreparedReport) -> tuple[Mention, ...]:
    """List the parts that stand behind 其中 around a figure, counted alike.

    Args:
        told: A part, or the whole right before its 其中.
        figures: The figures of its sentence, in order.
        report: Their report.

    Returns:
        The parts in order; () where the sentence lists none.
    """
    text = report.report.sentences[told.sentence].text
    at = text.rfind("其中", 0, told.quantity.start)
    if at < 0 or _ends(text[at : told.quantity.start]):
        at = text.find("其中", told.quantity.end)
        if at < 0 or _ends(text[told.quantity.end : at]):
            return ()
    parts: list[Mention] = []
    for figure in figures:
        if figure.quantity.start < at or figure.quantity.unit == "%":
            continue
        start = parts[-1].quantity.end if parts else at
        if figure.quantity.unit != told.quantity.unit or _ends(text[start : figure.quantity.start]):
            break
        parts.append(figure)
    return tuple(parts)


def _ends(text: str) -> bool:
    """Tell whether a list of parts ends within a text."""
    return re.search("[;；。]", text) is not None


def printed_share(part: Mention, figures: Sequence[Mention], report: PreparedReport) -> Mention | None:
    """Find the share that is printed right behind a figure.

    Args:
        part: A figure.
        figures: The figures of its sentence, in order.
        report: Their report.

    Returns:
        Such as 24.4% of 31件,占24.4%, or None.
    """
    text = report.report.sentences[part.sentence].text
    behind = next((f for f in figures if f.quantity.start >= part.quantity.end), None)
    if behind is None or behind.quantity.unit != "%":
        return None
    return behind if "占" in text[part.quantity.end : behind.quantity.start] else None


def _cite(draft: Draft, name: str, mention: Mention, report: PreparedReport) -> Message:
    """Cite a part, take it as a value of the draft, and say it."""
    marker = draft.cite_mention(report.report, mention)
    value = value_of(report.report, mention, name, marker)
    draft.values.append(replace(value, place=name))
    return say.ROW_FIGURE(plain(name), printed(mention.quantity), marker)
