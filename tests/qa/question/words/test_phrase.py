from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import BadSetting
from qa.question.words.phrase import heads, is_plain, match_phrase, parse_phrase


def matches(phrase: str, text: str, start: int = 0) -> bool:
    found = match_phrase(phrase, text, start)
    assert found == parse_phrase(phrase).match(text, start)  # parsed or not
    return found is not None


def test_a_gap_takes_up_to_as_many_characters_as_it_has_dots() -> None:
    assert matches("告..政府", "告政府")
    assert matches("告..政府", "告了区政府")
    assert not matches("告..政府", "告了我区政府")


def test_a_gap_does_not_cross_punctuation_or_spaces() -> None:
    assert not matches("告..政府", "告，政府")
    assert not matches("告..政府", "告 政府")
    assert not matches("告..政府", "告")


def test_a_choice_takes_each_side() -> None:
    assert matches("没(有|能)打赢", "没有打赢")
    assert matches("没(有|能)打赢", "没能打赢")
    assert not matches("没(有|能)打赢", "没打赢")


def test_an_empty_side_and_a_question_mark_make_it_optional() -> None:
    for phrase in ("没(有|)打赢", "没有?打赢", "没(有)?打赢"):
        assert matches(phrase, "没打赢")
        assert matches(phrase, "没有打赢")


def test_a_choice_falls_back_to_a_shorter_side() -> None:
    assert matches("(法律|法)律师", "法律师")


def test_a_guard_forbids_the_character_before() -> None:
    assert not matches("<报公>告政府", "报告政府", 1)
    assert matches("<报公>告政府", "要告政府", 1)
    assert matches("<报公>告政府", "告政府")


def test_the_mask_marks_literal_characters_only() -> None:
    assert parse_phrase("告..政府").match("告了区政府", 0) == (5, 0b11001)


@pytest.mark.parametrize(
    "bad",
    ["告....政府", "告..", "..政府", "(告|", "告)政府", "告", "(|告)府", "告|府", "告<报>府", "<>告府", "??"],
)
def test_a_phrase_that_breaks_the_syntax_is_refused(bad: str) -> None:
    with pytest.raises(BadSetting, match=re.escape(repr(bad))):
        parse_phrase(bad)


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("告..政府", "告"),
        ("(没|不)罚", "没不"),
        ("(老|)百姓", "老百"),
        ("不?许罚", "不许"),
        ("<报>告官", "告"),
        ("(老)?百姓", "老百"),
    ],
)
def test_heads_are_the_first_characters(phrase: str, expected: str) -> None:
    assert heads(phrase) == set(expected)


def test_is_plain() -> None:
    assert is_plain("行政复议")
    assert not any(map(is_plain, ("告.官", "没(有|)", "<报>告", "没有?")))


PIECES = st.text(alphabet="告政府没有", min_size=1, max_size=2)


@given(
    st.lists(PIECES, min_size=2, max_size=3),
    st.integers(0, 3),
    st.text(alphabet="告政府没有，x", max_size=12),
)
def test_it_matches_where_a_regular_expression_does(pieces: list[str], gap: int, text: str) -> None:
    phrase = ("." * gap).join(pieces)
    pattern = re.compile(rf"[^\W_]{{0,{gap}}}?".join(pieces))
    found = match_phrase(phrase, text, 0)
    expected = pattern.match(text)
    assert (found is not None) == (expected is not None)
    assert found is None or expected is None or found[0] == expected.end()
