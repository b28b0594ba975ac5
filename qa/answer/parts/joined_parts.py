"""Joins the answers to the parts of a question: citations numbered through, nothing told twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from qa.answer.compose import messages as say
from qa.message import by_line, changed, joined
from qa.patterns import lazy_re
from qa.types import Answer, AnswerKind, Citation, Reason, Value

_MARKER = lazy_re(r"\[(\d+)\]")
_SEARCHED = say.SEARCHED.chinese.split("{}")[0]


def _each_once(lines: Sequence[str]) -> list[str]:
    """Keep each line once; a second table keeps its header, and the blank line that parts it from the words before it."""
    told: list[str] = []
    for line in lines:
        if line.startswith("|"):
            if told and told[-1] and not told[-1].startswith("|"):
                told.append("")
            told.append(line)
        elif line and line not in told:
            told.append(line)
    return told


def join_parts(answers: Sequence[Answer]) -> Answer:
    """Join the answers to the parts of a question, their citations numbered through.

    Args:
        answers: An answer for each part, in order; at least one.

    Returns:
        The whole: answered where any part is.
    """
    found = [a for a in answers if not a.abstained]
    if not found:
        reasons = [a.reason for a in answers]
        if len({a.answer for a in answers}) == 1 or Reason.NOT_MENTIONED not in reasons:
            return answers[0]
    lines: list[str] = []
    searched: list[str] = []
    citations: list[Citation] = []
    values: list[Value] = []
    for answer in answers:
        marks: dict[int, int] = {}
        for citation in answer.citations:
            old = next((c for c in citations if replace(c, marker=citation.marker) == citation), None)
            marks[citation.marker] = old.marker if old else len(citations) + 1
            if old is None:
                citations.append(replace(citation, marker=marks[citation.marker]))
        told = [_renumbered(line, marks) for line in by_line(answer.answer)]
        if answer.abstained:
            searched += [line for line in told if line.startswith(_SEARCHED)]
            lines += [line for line in told if line in answer.warnings]  # which year was meant, said once
            told = [line for line in told if line not in answer.warnings and not line.startswith(_SEARCHED)]
            lines.append(joined([line for line in told if line]))
        else:
            lines += told
        values += [replace(v, citation=marks.get(v.citation, v.citation)) for v in answer.values]
    lines = [*_each_once(lines), *dict.fromkeys(searched)]
    kinds = {a.kind for a in found}
    return Answer(
        answer=joined(lines, "\n", "\n"),
        kind=kinds.pop() if len(kinds) == 1 else AnswerKind.FACT if found else AnswerKind.REFUSAL,
        abstained=not found,
        reason=None if found else Reason.NOT_MENTIONED,
        values=tuple(dict.fromkeys(values)),
        citations=tuple(citations),
        warnings=tuple(dict.fromkeys(w for a in answers for w in a.warnings)),
        places=tuple(dict.fromkeys(p for a in answers for p in a.places)),
        years=tuple(dict.fromkeys(y for a in answers for y in a.years)),
        topics=tuple(dict.fromkeys(t for a in answers for t in a.topics)),
        series=tuple(s for a in answers for s in a.series),
        choices=next((a.choices for a in answers if a.choices), ()),
    )


def _renumbered(line: str, marks: dict[int, int]) -> str:
    """Give the markers of a line their new numbers."""
    return changed(line, lambda words: _MARKER.sub(lambda m: f"[{marks.get(int(m[1]), int(m[1]))}]", words))
