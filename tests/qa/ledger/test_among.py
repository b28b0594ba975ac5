"""Parts of another figure, and what the whole lends them."""

from __future__ import annotations

import pytest

from qa.ledger.among import begins_part, whole_of_parts
from qa.quantity import quantities_of


@pytest.mark.parametrize(
    ("text", "clause", "part"),
    [
        ("审结165件,其中维持40件", "其中维持", True),
        ("其中,维持40件", "维持", True),
        ("法律援助案件中,民事468件", "民事", True),
        ("工作中,民事468件", "民事", False),
        ("集中审理40件", "集中审理", False),
    ],
)
def test_what_begins_a_part(text: str, clause: str, part: bool):
    start = text.index(clause)
    assert begins_part(text, start, clause) is part


def test_a_stage_names_no_whole():
    quantities = quantities_of("调解员986名,其中专职152名")
    assert whole_of_parts(quantities, 1, "人民调解员") == "人民调解员"
    assert whole_of_parts(quantities, 1, "审结行政复议案件") == ""
