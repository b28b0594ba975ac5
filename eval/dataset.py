"""The questions of an eval set: their form, their gold answers, and how a file of them is read.

The form of ``answer`` follows from its keys, not from ``type``: a conversation may ask for anything.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator

from eval.figures import Figure, single
from qa.errors import BadQuestion

QuestionType = Literal[
    "number", "fact", "list", "summary", "plan", "comparison", "rank", "difference",
    "conversation", "refusal", "colloquial", "robust",
]  # fmt: skip
Reason = Literal["no_such_place", "no_such_year", "not_mentioned", "out_of_domain", "ambiguous"]


def _as_text(value: object) -> object:
    """Take a number of the JSON text as it was written; leave the rest to the validation."""
    return str(value) if isinstance(value, int | float | Decimal) and not isinstance(value, bool) else value


Number = Annotated[str, BeforeValidator(_as_text)]
Words = Annotated[tuple[Annotated[str, Field(min_length=1)], ...], Field(min_length=1)]
Groups = Annotated[tuple[Words, ...], Field(min_length=1)]


class _Form(BaseModel):
    """What all forms of a gold answer share."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    must_not_contain: tuple[str, ...] = ()


class NumberGold(_Form):
    """One figure: ``{"value": "13.68", "unit": "亿元", "qualifier": null}``."""

    value: Number
    unit: str | None = ""
    qualifier: Literal["约", "余", "超", "以上", "以下", "近"] | None = None
    aliases_unit: tuple[str, ...] = ()

    @property
    def figure(self) -> Figure:
        """The figure with 万 and 亿 multiplied out."""
        return _figure(self.value, self.unit)

    @field_validator("value")
    @classmethod
    def _one_figure(cls, value: str) -> str:
        """Refuse a value that is not one figure."""
        _figure(value, "")
        return value


class TextGold(_Form):
    """Words that must stand in the answer: of each group, one alternative."""

    must_contain: Groups


class ListGold(_Form):
    """Items of which a share must stand in the answer: of each, one alternative."""

    items: Groups
    min_recall: Annotated[float, BeforeValidator(float), Field(gt=0, le=1)] = 0.8


class TableGold(_Form):
    """Figures by place (or year) and what follows from them."""

    values: Annotated[dict[str, Number | None], Field(min_length=1)]
    unit: str | None = ""
    winner: str | None = None
    order: tuple[str, ...] | None = None
    difference: Number | None = None
    undisclosed: tuple[str, ...] = ()
    comparable: bool = True
    aliases_unit: tuple[str, ...] = ()

    @property
    def cells(self) -> dict[str, Figure]:
        """The disclosed figures by label."""
        return {label: _figure(value, self.unit) for label, value in self.values.items() if value is not None}

    @property
    def gap(self) -> Figure:
        """The difference with its unit; zero where none is given."""
        return _figure(self.difference or "0", self.unit)

    @property
    def absent(self) -> tuple[str, ...]:
        """The labels whose figure the report does not disclose."""
        null = tuple(label for label, value in self.values.items() if value is None)
        return null + tuple(label for label in self.undisclosed if label not in null)

    @property
    def open(self) -> bool:
        """Whether only the winner is given (which is highest?), so that the others are not judged."""
        return self.winner is not None and len(self.values) == 1 and not self.undisclosed

    @field_validator("difference")
    @classmethod
    def _one_figure(cls, value: str | None) -> str | None:
        """Take a difference without its sign; refuse what is not one figure."""
        if value is not None:
            _figure(value.lstrip("-"), "")
        return None if value is None else value.lstrip("-")

    @field_validator("values")
    @classmethod
    def _figures(cls, values: dict[str, str | None]) -> dict[str, str | None]:
        """Refuse a cell that is not one figure."""
        for value in values.values():
            if value is not None:
                _figure(value, "")
        return values


class RefusalGold(_Form):
    """A question that must be refused."""

    abstain: Literal[True]
    reason: Reason | None = None


Gold = NumberGold | TextGold | ListGold | TableGold | RefusalGold
_FORMS: dict[str, type[NumberGold | TextGold | ListGold | TableGold | RefusalGold]] = {
    "abstain": RefusalGold,
    "values": TableGold,
    "value": NumberGold,
    "items": ListGold,
    "must_contain": TextGold,
}


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
    """

    id: str
    type: str
    turns: tuple[str, ...]
    gold: Gold
    evidence: tuple[Evidence, ...] = ()
    note: str = ""

    @property
    def answerable(self) -> bool:
        """Whether the reports hold an answer."""
        return not isinstance(self.gold, RefusalGold)

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
        form = next((form for key, form in _FORMS.items() if key in line.answer), None)
        if form is None:
            allowed = "、".join(sorted(_FORMS))
            raise BadQuestion(f"{where}:answer 的键 {sorted(line.answer)} 中缺少 {allowed} 之一;请补上")
        gold = form.model_validate(line.answer)
    except ValidationError as exc:
        first = exc.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "answer"
        name = f"({record['id']})" if isinstance(record.get("id"), str) else ""
        raise BadQuestion(f"{where}{name}:{field} = {first['input']!r} 不合规:{first['msg']};请改正") from exc
    if isinstance(gold, TableGold):
        _check_labels(where, gold)
    return Question(line.id, line.type, line.turns, gold, line.evidence, line.note)


def _check_labels(where: str, gold: TableGold) -> None:
    """Refuse a winner or an order that names what the values do not hold."""
    known = (*gold.cells, *gold.absent)
    if gold.winner is not None and gold.winner not in gold.cells:
        raise BadQuestion(f"{where}:winner“{gold.winner}”不在 values 中({'、'.join(known)});请改成其中之一")
    for label in gold.order or ():
        if label not in known:
            raise BadQuestion(f"{where}:order“{label}”不在 values 中({'、'.join(known)});请改成其中之一")


def _figure(value: str, unit: str | None) -> Figure:
    """Read a gold value, or say that it is none."""
    figure = single(value, unit)
    if figure is None:
        raise ValueError(f"“{value}”不是单个数字(如 571、13.68、3.97)")
    return figure
