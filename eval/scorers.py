"""Whether one reply answers one question: strict, by rule, with the reason when it does not.

A number must be in ``values`` with its unit, be stated in the words, and no other figure may stand beside it:
a passage that holds ten figures is not an answer. What is scored is the batch line, so any system can be.
"""

from __future__ import annotations

from dataclasses import dataclass

from eval.dataset import Question
from eval.figures import Figure, figures, qualifier_class, unit_fits
from eval.gold import EitherGold, ListGold, NumberGold, RefusalGold, TableGold, TextGold
from eval.replies import Cell, Reply
from eval.verdict import caution_fault, difference_fault, order_fault, silence_fault, winner_fault
from eval.wording import contains, parse_label, plain_figures, same_place, squash, strip_markers


@dataclass(frozen=True, slots=True)
class Score:
    """The judgement of one reply.

    Attributes:
        correct: Whether it is right; None where there was no reply to judge.
        why: What is wrong, in Chinese, or "".
        reason_right: Whether a refusal gave the gold reason; None where that was not asked.
        cells: Figures that the reply gives for a comparison.
        wrong_cells: Those of them that are wrong.
    """

    correct: bool | None
    why: str = ""
    reason_right: bool | None = None
    cells: int = 0
    wrong_cells: int = 0


def score(question: Question, reply: Reply | None) -> Score:
    """Judge one reply.

    Args:
        question: The question with its gold answer.
        reply: The reply, or None where the system gave none.

    Returns:
        The judgement; without a reply it is unscored.
    """
    gold = question.gold
    if reply is None:
        return Score(None, "没有答案")
    if isinstance(gold, RefusalGold):
        return _refusal(gold, reply)
    if isinstance(gold, EitherGold):
        return _either(gold, reply)
    if reply.abstained:
        return Score(False, f"拒答了能回答的问题({reply.reason or '未给理由'})")
    text = squash(strip_markers(reply.answer))
    banned = next((words for words in gold.must_not_contain if contains(text, words)), None)
    if isinstance(gold, TableGold):
        return _table(gold, reply, banned)
    if banned is not None:
        return Score(False, f"出现了不应有的“{banned}”")
    if isinstance(gold, NumberGold):
        fault = _number_fault(question, gold, reply)
    elif isinstance(gold, TextGold):
        fault = _words_fault(gold.must_contain, text)
    else:
        fault = _list_fault(gold, text)
    return Score(not fault, fault)


def _refusal(gold: RefusalGold, reply: Reply) -> Score:
    """Judge the reply to a question that must be refused; the reason is judged apart."""
    if not reply.abstained:
        return Score(False, "应当拒答,却给出了答案")
    reason_right = None if gold.reason is None else reply.reason == gold.reason
    text = squash(strip_markers(reply.answer))
    banned = next((words for words in gold.must_not_contain if contains(text, words)), None)
    if banned is not None:
        return Score(False, f"拒答中出现了不应有的“{banned}”", reason_right)
    return Score(True, "", reason_right)


def _either(gold: EitherGold, reply: Reply) -> Score:
    """Judge a reply that may answer or decline: by its words, or by showing no figure where none are asked for."""
    text = squash(strip_markers(reply.answer))
    banned = next((words for words in gold.must_not_contain if contains(text, words)), None)
    if banned is not None:
        return Score(False, f"出现了不应有的“{banned}”")
    if not gold.must_contain and reply.values:
        return Score(False, f"没有问数字,却给出了 {reply.values[0].value}{reply.values[0].unit or ''}")
    fault = _words_fault(gold.must_contain, text)
    return Score(not fault, fault)


def _words_fault(groups: tuple[tuple[str, ...], ...], text: str) -> str:
    """Judge whether of every group one alternative stands in the answer."""
    missing = [group[0] for group in groups if not any(contains(text, w) for w in group)]
    return f"缺少“{'”“'.join(missing)}”" if missing else ""


def _list_fault(gold: ListGold, text: str) -> str:
    """Judge a list by the share of its items that stand in the answer."""
    missing = [group[0] for group in gold.items if not any(contains(text, w) for w in group)]
    recall = 1 - len(missing) / len(gold.items)
    # A hair of slack: 1 - 1/5 is a little under 0.8 in binary.
    if recall + 1e-9 >= gold.min_recall:
        return ""
    return f"只答出 {recall:.0%}(要求 {gold.min_recall:.0%}),缺少“{'”“'.join(missing)}”"


def _number_fault(question: Question, gold: NumberGold, reply: Reply) -> str:
    """Judge a figure: in the values, in the words, alone there, and proved by the right report."""
    wanted, units = gold.figure, _units(gold.figure, gold.aliases_unit)
    cells = [c for c in reply.values if _cell_is(c, wanted, units)]
    name = f"{gold.value}{gold.unit or ''}"
    if not cells:
        given = "、".join(f"{c.value}{c.unit or ''}" for c in reply.values) or "无"
        return f"values 中没有 {name}(有:{given})"
    fault = _origin_fault(question, cells, reply)
    if fault:
        return fault
    words = strip_markers(reply.answer)
    stated = [f for f in figures(words) if f.value == wanted.value and unit_fits(f, units[0], units[1:])]
    if not stated:
        return f"答案文字中没有 {name}"
    echoes = "\n".join(question.turns)
    other = next((f for f in plain_figures(words, echoes) if f.value != wanted.value), None)
    if other is not None:
        return f"答案文字中有多余的数字 {other.raw}{other.tail[:2]}"
    return _qualifier_fault(question, gold, stated, cells)


def _units(figure: Figure, aliases: tuple[str, ...]) -> tuple[str, ...]:
    """The units that are right for a gold figure: its own without 万 and 亿, then the aliases."""
    return (figure.tail, *aliases)


def _cell_is(cell: Cell, wanted: Figure, units: tuple[str, ...]) -> bool:
    """Whether a cell is a figure with its unit; a gold figure without a unit asks for none."""
    figure = cell.figure
    return figure is not None and figure.value == wanted.value and unit_fits(figure, units[0], units[1:])


def _origin_fault(question: Question, cells: list[Cell], reply: Reply) -> str:
    """Judge where a right figure is said to come from: the place and file of the evidence."""
    for cell in cells:
        cited = reply.cited(cell.citation)
        if cited is None:
            return "" if not reply.citations else f"数字没有引用(标记 {cell.citation or '无'})"
        if cell.place and cited.place and not same_place(cell.place, cited.place):
            return f"数字归于“{cell.place}”,引用却是“{cited.place}”"
        if question.files and cited.file and cited.file not in question.files:
            return f"数字引自 {cited.file},应为 {'、'.join(sorted(question.files))}"
    return ""


def _qualifier_fault(question: Question, gold: NumberGold, stated: list[Figure], cells: list[Cell]) -> str:
    """Judge 约, 余, 以上 and their kin: printed ones must be kept, none may be added."""
    said = {f.qualifier for f in stated} | {qualifier_class(c.qualifier) for c in cells}
    if gold.qualifier and qualifier_class(gold.qualifier) not in said:
        return f"丢了限定词“{gold.qualifier}”"
    # The report's own wording may hold one that the question file leaves out.
    printed = {
        f.qualifier for e in question.evidence for f in figures(e.quote) if f.value == gold.figure.value
    }
    added = said - {"", qualifier_class(gold.qualifier)} - printed
    return "" if not added or not question.evidence else "加了原文没有的限定词"


def _table(gold: TableGold, reply: Reply, banned: str | None) -> Score:
    """Judge a comparison: each cell, then the verdict, the order, the difference and the gaps."""
    units = _units(gold.gap, gold.aliases_unit)
    judged = [c for c in reply.values if not gold.open or any(_label_fits(c, label) for label in gold.cells)]
    matched = [_label_of(cell, gold, units) for cell in judged]
    wrong = [cell for cell, label in zip(judged, matched, strict=True) if label is None]
    answer, text_figures = reply.answer, figures(strip_markers(reply.answer))
    faults = [f"出现了不应有的“{banned}”"] if banned is not None else []
    faults += [f"错误的格子:{c.place} {c.value}{c.unit or ''}" for c in wrong[:1]]
    for label, figure in gold.cells.items():
        if label not in matched:
            faults.append(f"values 中没有 {label} {gold.values[label]}{gold.unit or ''}")
        elif not any(figure.value in (f.value, f.raw) or figure.raw == f.raw for f in text_figures):
            faults.append(f"答案文字中没有 {label} 的 {gold.values[label]}")
    faults += [
        winner_fault(answer, gold),
        order_fault(answer, gold),
        difference_fault(answer, gold),
        silence_fault(answer, gold),
        caution_fault(answer, reply.warnings, gold),
    ]
    why = ";".join(fault for fault in faults if fault)
    return Score(not why, why, None, len(judged), len(wrong))


def _label_of(cell: Cell, gold: TableGold, units: tuple[str, ...]) -> str | None:
    """Find the gold cell that a reply's cell is, or None where it is wrong."""
    for label, figure in gold.cells.items():
        if _label_fits(cell, label) and _cell_is(cell, figure, units):
            return label
    return None


def _label_fits(cell: Cell, label: str) -> bool:
    """Whether a cell speaks of the place and year that a gold label names."""
    wanted = parse_label(label)
    if wanted.year is not None and cell.year is not None and wanted.year != cell.year:
        return False
    return not wanted.place or same_place(cell.place, wanted.place)
