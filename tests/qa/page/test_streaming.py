from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from qa.page.streaming import beginnings


@given(st.text(alphabet=st.sampled_from("法治a1[]|\\*\n"), max_size=120), st.integers(1, 30))
def test_each_beginning_grows_to_the_whole(text: str, steps: int) -> None:
    shown = list(beginnings(text, steps))
    assert shown[-1] == text
    assert all(text.startswith(part) for part in shown)
    assert [len(p) for p in shown] == sorted({len(p) for p in shown})
    assert len(shown) <= steps + 1


def test_no_marker_is_cut() -> None:
    text = "东山区76件[1]，西河县80件[12]。"
    for part in beginnings(text, 100):
        assert not re.search(r"\[\d*$", part)
    assert len(list(beginnings(text, 100))) > 4
