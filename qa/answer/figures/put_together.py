"""Figures just told put together: their sum, the share of their sum in the whole, how far apart they are, what falls to each.

Only figures that were told are taken, so that nothing is computed that a reader did not see.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from qa.answer.comparison.compare import answer_comparison
from qa.answer.comparison.jointly import Side
from qa.answer.compose import verdicts as say
from qa.answer.compose.draft import Draft
from qa.answer.compose.number import printed, value_of
from qa.answer.figures.wholes import counts_of, whole_of
from qa.ledger.mention import Mention
from qa.message import Message
from qa.question.conversation.together import Each
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.ranking import PreparedReport, ScoredMention
from qa.types import AnswerKind

_ROUNDED = Decimal("0.01")


def answer_joined(how: str, row: Sequence[ScoredMention], reading: Reading) -> Draft | None:
    """Put figures just told together.

    Args:
        how: "sum", "share" or "difference".
        row: The figures, in the order in which they were told.
        reading: The turn.

    Returns:
        The draft; None where they are counted in different units, or no whole is told.
    """
    if len({pick.mention.quantity.unit for pick in row}) > 1 or row[0].mention.quantity.unit == "%":
        return None
    if how == "share":
        return _share(row)
    sides = [Side(pick.report.report.meta, (pick,)) for pick in row]
    task = Task.DIFFERENCE if how == "difference" else Task.NUMBER
    combine = "" if how == "difference" else how
    intent = replace(
        reading.intent, task=task, combine=combine, unit="", unit_class="", change="", extreme=""
    )
    return answer_comparison(sides, row, intent, reading.topic, inner=True)


_PEOPLE = frozenset("人名位")


def answer_each(each: Each, sentences: Sequence[int], report: PreparedReport) -> Draft | None:
    """Tell what falls to each of those just told.

    Args:
        each: What is asked.
        sentences: Indexes of the sentences just told.
        report: Their report.

    Returns:
        The draft, or None where a sentence does not tell one figure of either.
    """
    per, unit = each.per, each.unit
    for index in sentences:
        counts = [m for m in counts_of(index, report) if m.quantity.unit != "%"]
        those = [m for m in counts if m.quantity.unit == per or {per, m.quantity.unit} <= _PEOPLE]
        things = [
            m for m in counts if m.quantity.bare_unit == unit or (not unit and m.quantity.bare_unit != per)
        ]
        if each.did and len({m.quantity.value for m in things}) > 1:  # 调解8934起,成功8795起, of 调解几起
            things = [m for m in things if each.did in m.label]
        if len(those) == 1 and things and len({m.quantity.value for m in things}) == 1:
            if not those[0].quantity.amount:
                continue
            draft = Draft(AnswerKind.NUMBER)
            thing, all_of_them = (_shown(draft, m, report) for m in (things[0], those[0]))
            mean = things[0].quantity.amount / those[0].quantity.amount
            draft.lines.append(
                say.EACH(per, *_computed(mean, things[0].quantity.bare_unit, draft), thing, all_of_them)
            )
            return draft
    return None


def _share(row: Sequence[ScoredMention]) -> Draft | None:
    """Put the sum of parts into proportion to their whole."""
    report = row[0].report
    figures = counts_of(row[0].sentence, report)
    whole = whole_of(row[0].mention, figures, report)
    alike = all(pick.report is report and pick.sentence == row[0].sentence for pick in row)
    if whole is None or not alike or any(pick.mention == whole for pick in row):
        return None
    total = sum((pick.mention.quantity.amount for pick in row), Decimal(0))
    if whole.quantity.unit != row[0].mention.quantity.unit or total > whole.quantity.amount:
        return None
    draft = Draft(AnswerKind.COMPARISON)
    parts = [_shown(draft, pick.mention, report) for pick in row]
    of = _shown(draft, whole, report)
    share = total / whole.quantity.amount * 100
    draft.lines.append(say.SHARE(" + ".join(parts), of, *_computed(share, "%", draft)))
    return draft


def _shown(draft: Draft, mention: Mention, report: PreparedReport) -> str:
    """Cite a figure, take it as a value and show it with its mark."""
    marker = draft.cite_mention(report.report, mention)
    draft.values.append(value_of(report.report, mention, "", marker))
    return f"{printed(mention.quantity)}[{marker}]"


def _computed(amount: Decimal, unit: str, draft: Draft) -> tuple[Message | str, str]:
    """Show a computed amount to two places, with 约 where it is rounded, and tell the gate that it was asked for."""
    rounded = amount.quantize(_ROUNDED, ROUND_HALF_UP)
    words = format(rounded.normalize(), "f")
    draft.computed.add(words)
    return ("" if rounded == amount else say.ABOUT), f"{words}{unit}"
