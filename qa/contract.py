"""The JSON of the batch contract: one answer as one line (design section 3); fixed, as others build on it."""

from __future__ import annotations

import json
from dataclasses import asdict

from qa.errors import BadQuestion
from qa.types import Answer


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
    where = f"{file}, line {number}"
    shape = '{"id": "q1", "turns": ["..."]}'
    try:
        data = json.loads(line)
    except json.JSONDecodeError as exc:
        raise BadQuestion(f"{where}: no JSON ({exc.msg} at column {exc.colno}); write {shape}") from exc
    if not isinstance(data, dict):
        raise BadQuestion(f"{where}: a JSON {type(data).__name__}, not an object; write {shape}")
    turns = data.get("turns")
    if not isinstance(turns, list) or not turns or not all(isinstance(t, str) for t in turns):
        raise BadQuestion(f"{where}: turns={turns!r:.60} is no list of at least one text; write {shape}")
    return str(data.get("id", number)), turns
