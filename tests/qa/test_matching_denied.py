"""What the words of a figure deny: fines that were forgiven, cases that were never lost."""

from __future__ import annotations

import pytest

from qa.matching import never_was
from qa.question.words.terms import Term


@pytest.mark.parametrize(
    ("asked", "own", "question", "denied"),
    [
        ("败诉", "直接避免败诉", "败诉多少件", True),
        ("罚款", "减免罚款金额", "罚款多少", True),
        ("罚款", "减免罚款金额", "减免罚款多少", False),
        ("行政处罚", "作出不予行政处罚决定", "行政处罚多少件", True),
        ("行政处罚", "作出行政处罚决定", "行政处罚多少件", False),
    ],
)
def test_never_was(asked: str, own: str, question: str, denied: bool):
    term = Term(asked, 1.0, ((asked, 1.0),), known=True)
    assert never_was((term,), own, question) is denied
