from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.page.conversation import Turn
from qa.page.memory import Memory, dump_turns, read_memory
from qa.settings import Language


def test_round_trip() -> None:
    turns = (Turn("甲?", ("东山区",), (2024,)), Turn("乙?"))
    text = json.dumps({"lang": "en", "turns": json.loads(dump_turns(turns))})
    assert read_memory(text) == Memory(turns, Language.ENGLISH)


def test_failed_turns_are_not_kept() -> None:
    assert dump_turns([Turn("甲", error="x")]) == "[]"


def test_only_the_last_turns_are_kept() -> None:
    kept = json.loads(dump_turns([Turn(str(n)) for n in range(40)]))
    assert [row[0] for row in kept] == [str(n) for n in range(10, 40)]


@pytest.mark.parametrize(
    "text",
    [None, "", "x", "[]", "3", '{"turns": 3}', '{"turns": [["", [], []], [1, [], []], ["a"]]}', "[" * 9999],
)
def test_what_has_no_form_is_left_out(text: str | None) -> None:
    assert read_memory(text) == Memory()


def test_wrong_filters_are_left_out() -> None:
    text = '{"lang": "xx", "turns": [["甲", ["乙", 3], [2024, true, "2023"]]]}'
    assert read_memory(text) == Memory((Turn("甲", ("乙",), (2024,)),))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda s: st.lists(s) | st.dictionaries(st.sampled_from(["turns", "lang"]), s),
    )
)
def test_no_json_fails(value: object) -> None:
    assert isinstance(read_memory(json.dumps(value)), Memory)
