"""The catalogues of messages: both languages take the same words, and no composer writes a sentence by itself."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import qa.answer
import qa.answer.compose.messages
import qa.answer.compose.verdicts
from qa.message import Form, Message

ANSWERS = Path(qa.answer.__file__).parent
CATALOGUES = {"messages.py", "verdicts.py"}
HAN = re.compile("[\u4e00-\u9fff]")
SENTENCE = re.compile("[。；：，]")
FORMS = [
    (f"{module.__name__}.{name}", form)
    for module in (qa.answer.compose.messages, qa.answer.compose.verdicts)
    for name, form in vars(module).items()
    if isinstance(form, Form)
]


@pytest.mark.parametrize(("name", "form"), FORMS, ids=[name for name, _ in FORMS])
def test_both_languages_take_the_same_words(name: str, form: Form) -> None:
    count = form.chinese.count("{}")
    words = [f"<{n}>" for n in range(count)]
    told = form(*words)
    assert all(told.count(word) == 1 for word in words)
    assert all(told.english.count(word) == 1 for word in words)
    assert HAN.search(form.english) is None
    assert bool(form.english)


def test_fixed_words_have_no_chinese_in_their_english_form() -> None:
    told = [
        word
        for module in (qa.answer.compose.messages, qa.answer.compose.verdicts)
        for value in vars(module).values()
        for word in (
            value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
        )
        if isinstance(word, Message)
    ]
    assert len(told) > 50
    assert [word for word in told if HAN.search(word.english)] == []


@pytest.mark.parametrize(
    "path", sorted(p for p in ANSWERS.rglob("*.py") if p.name not in CATALOGUES), ids=lambda p: p.name
)
def test_no_composer_writes_a_sentence_by_itself(path: Path) -> None:
    written = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.JoinedStr):
            words = "".join(part.value for part in node.values if isinstance(part, ast.Constant))
            if HAN.search(words) and SENTENCE.search(words) and "(?" not in words:  # no pattern
                written.append((node.lineno, words))
    assert written == [], "words shown to people stand in messages.py or verdicts.py, in both languages"
