"""The questions of an eval set: their form, their gold answers, and how a file of them is read.

The form of ``answer`` follows from its keys, not from ``type``: a conversation may ask for anything. The turns of a
scripted conversation are questions of their own that share their ``script``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from eval.gold import FORMS, EitherGold, Gold, RefusalGold, TableGold
from qa.errors import BadQuestion

QuestionType = Literal[
    "number", "fact", "list", "summary", "plan", "comparison", "rank", "difference",
    "conversation", "refusal", "colloquial", "robust",
]  # fmt: skip


class Evidence(BaseModel):
    """A verbatim piece of a report that proves the answer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    file: Annotated[str, Field(min_length=1)]
    quote: Annotated[str, Field(min_length=1)]


class _Line(BaseModel):
    """A line of a question file, but for the form of its answer."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(min_length=1)]
    type: QuestionType
    turns: Annotated[tuple[Annotated[str, Field(min_length=1)], ...], Field(min_length=1)]
    answer: dict[str, object]
    evidence: tuple[Evidence, ...] = ()
    note: str = ""
    script: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of an eval set.

    Attributes:
        id: Unique in the run.
        type: What kind of question it is; metrics are split by it.
        turns: The conversation; the last turn is answered.
        gold: The right answer.
        evidence: The pieces of the reports that prove it; empty for refusals.
        note: For people.
        script: The scripted conversation that it is a turn of, or "".
    """

    id: str
    type: str
    turns: tuple[str, ...]
    gold: Gold
    evidence: tuple[Evidence, ...] = ()
    note: str = ""
    script: str = ""

    @property
    def answerable(self) -> bool:
        """Whether the reports hold an answer."""
        return not isinstance(self.gold, RefusalGold | EitherGold)

    @property
    def files(self) -> frozenset[str]:
        """The files that the evidence is from."""
        return frozenset(e.file for e in self.evidence)


def load_questions(path: Path) -> tuple[Question, ...]:
    """Read a file of questions.

    Args:
        path: A file with one JSON object a line; blank lines are passed over.

    Returns:
        The questions in the order of the file.

    Raises:
        BadQuestion: The file cannot be read, is empty, or a line has a wrong form; the message names it.
    """
    questions: dict[str, Question] = {}
    for where, record in json_lines(path):
        question = parse_question(record, where)
        if question.id in questions:
            raise BadQuestion(f"{where}:id“{question.id}”重复;每个 id 只能用一次,请改名")
        questions[question.id] = question
    if not questions:
        raise BadQuestion(f"{path}:没有题目;每行应是一个 JSON 对象,请补充题目或换一个文件")
    return tuple(questions.values())


def json_lines(path: Path) -> Iterator[tuple[str, dict[str, object]]]:
    """Read the JSON objects of a file, one a line.

    Args:
        path: A UTF-8 file; blank lines are passed over.

    Yields:
        Where the line stands, for messages, and its object.

    Raises:
        BadQuestion: The file cannot be read, or a line is not a JSON object.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as exc:
        raise BadQuestion(f"{path}:无法读取({exc.strerror});请检查路径") from exc
    except UnicodeDecodeError as exc:
        raise BadQuestion(f"{path}:不是 UTF-8(第 {exc.start} 字节);请另存为 UTF-8") from exc
    # Not splitlines(): a JSON string may hold U+2028 and its kin as they are.
    for number, line in enumerate(text.split("\n"), start=1):
        where = f"{path} 第 {number} 行"
        if not line.strip():
            continue
        try:
            record = json.loads(line, parse_float=Decimal)
        except (json.JSONDecodeError, RecursionError) as exc:
            raise BadQuestion(f"{where}:不是 JSON({exc});每行应是一个 JSON 对象") from exc
        if not isinstance(record, dict):
            raise BadQuestion(f"{where}:是 {type(record).__name__},应是一个 JSON 对象")
        yield where, record


def parse_question(record: dict[str, object], where: str) -> Question:
    """Check one line of a question file and build its question.

    Args:
        record: The line's JSON object.
        where: Where it stands, for messages.

    Returns:
        The question.

    Raises:
        BadQuestion: A field is missing or has a wrong form; the message names it.
    """
    try:
        line = _Line.model_validate(record)
        form = next((form for key, form in FORMS.items() if key in line.answer), None)
        if form is None:
            allowed = "、".join(sorted(FORMS))
            raise BadQuestion(f"{where}:answer 的键 {sorted(line.answer)} 中缺少 {allowed} 之一;请补上")
        gold = form.model_validate(line.answer)
    except ValidationError as exc:
        first = exc.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "answer"
        name = f"({record['id']})" if isinstance(record.get("id"), str) else ""
        raise BadQuestion(f"{where}{name}:{field} = {first['input']!r} 不合规:{first['msg']};请改正") from exc
    if isinstance(gold, TableGold):
        _check_labels(where, gold)
    return Question(line.id, line.type, line.turns, gold, line.evidence, line.note, line.script)


def _check_labels(where: str, gold: TableGold) -> None:
    """Refuse a winner or an order that names what the values do not hold."""
    known = (*gold.cells, *gold.absent)
    if gold.winner is not None and gold.winner not in gold.cells:
        raise BadQuestion(f"{where}:winner“{gold.winner}”不在 values 中({'、'.join(known)});请改成其中之一")
    for label in gold.order or ():
        if label not in known:
            raise BadQuestion(f"{where}:order“{label}”不在 values 中({'、'.join(known)});请改成其中之一")
