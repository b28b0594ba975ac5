"""A slip of one character in a topic word is put right, a real word and a border between words are left."""

from __future__ import annotations

import pytest

from qa.question.places.fuzzy import without_slips


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2024年复意收了多少件", "2024年复议收了多少件"),
        ("行政复意多少件", "行政复议多少件"),
        ("公正处办了多少件", "公正处办了多少件"),  # 公正 is a word of its own
        ("恢复意愿的企业几家", "恢复意愿的企业几家"),
        ("复议收了多少件", "复议收了多少件"),
    ],
)
def test_slips(typed: str, meant: str):
    assert without_slips(typed) == meant
