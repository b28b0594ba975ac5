"""The JSON of the batch contract: one answer as one line (design section 3); fixed, as others build on it."""

from __future__ import annotations

import json
from dataclasses import asdict

from qa.errors import BadQuestion
from qa.message import Form, Message
from qa.types import Answer

_SHAPE = '{{"id": "q1", "turns": ["..."]}}'
_WHERE = Form("{} 第 {} 行", "{}, line {}")
_NO_JSON = Form(
    f"{{}}：不是 JSON（第 {{}} 列）；请写成 {_SHAPE}",
    f"{{0}}: no JSON ({{2}} at column {{1}}); write {_SHAPE}",
)
_NO_OBJECT = Form(
    f"{{}}：是 JSON 的 {{}}，不是对象；请写成 {_SHAPE}", f"{{}}: a JSON {{}}, not an object; write {_SHAPE}"
)
_NO_TURNS = Form(
    f"{{}}：turns={{}} 不是至少含一句话的列表；请写成 {_SHAPE}",
    f"{{}}: turns={{}} is no list of at least one text; write {_SHAPE}",
)


def answer_to_dict(question_id: str, answer: Answer) -> dict[str, object]:
    """Turn an answer into the batch contract's object.

    Args:
        question_id: The id of the question.
        answer: Its answer.

    Returns:
        The object, with the keys in the order of the contract.
    """
    return {
        "id": question_id,
        "answer": answer.answer,
        "kind": answer.kind.value,
        "abstained": answer.abstained,
        "reason": answer.reason.value if answer.reason else None,
        "values": [asdict(value) for value in answer.values],
        "citations": [
            asdict(citation) | {"heading": list(citation.heading)} for citation in answer.citations
        ],
        "warnings": list(answer.warnings),
        "latency_ms": round(answer.latency_ms, 2),
    }


def parse_line(line: str, number: int, file: str) -> tuple[str, list[str]]:
    """Read a line of a batch file.

    Args:
        line: The line.
        number: Its number in the file, from 1.
        file: Name of the file, for messages.

    Returns:
        The question's id and its turns, the last one to be answered.

    Raises:
        BadQuestion: The line is no JSON object with an id and at least one turn of text.
    """
    where: Message = _WHERE(file, number)
    try:
        data = json.loads(line)
    except json.JSONDecodeError as exc:
        raise BadQuestion(_NO_JSON(where, exc.colno, exc.msg)) from exc
    if not isinstance(data, dict):
        raise BadQuestion(_NO_OBJECT(where, type(data).__name__))
    turns = data.get("turns")
    if not isinstance(turns, list) or not turns or not all(isinstance(t, str) for t in turns):
        raise BadQuestion(_NO_TURNS(where, f"{turns!r:.60}"))
    return str(data.get("id", number)), turns
