"""What is said of a question that leads out of the reader's filters."""

from __future__ import annotations

import pytest

from qa.assistant import Assistant
from qa.types import Answer, Reason

QUESTION = "云湖区2024年新收行政复议案件多少件?"


def ask(
    assistant: Assistant, *turns: str, places: tuple[str, ...] = (), years: tuple[int, ...] = ()
) -> Answer:
    return assistant.ask(turns, places=places, years=years)


@pytest.mark.parametrize(
    ("question", "places", "years", "told"),
    [
        (QUESTION, ("青岚县",), (), "筛选只看青岚县；云湖区2024年的报告在库中，但被筛选排除。"),
        (QUESTION, (), (2023,), "筛选只看2023年；云湖区2024年的报告在库中，但被筛选排除。"),
        ("云湖区和青岚县2024年行政复议哪个多?", ("青岚县",), (), "云湖区2024年的报告在库中，但被筛选排除。"),
        (QUESTION, ("青岚县",), (1999,), "筛选只看青岚县（1999年），库中没有同时符合的报告。"),
    ],
)
def test_a_filter_is_named_and_no_table_is_shown(
    invented: Assistant, question: str, places: tuple[str, ...], years: tuple[int, ...], told: str
):
    answer = ask(invented, question, places=places, years=years)
    assert (answer.reason, answer.abstained) == (Reason.FILTERED, True)
    assert told in answer.answer
    assert "库中没有云湖区" not in answer.answer
    assert "|" not in answer.answer
    assert not answer.values


def test_a_follow_up_out_of_the_filter_is_told_too(invented: Assistant):
    answer = ask(invented, QUESTION, "青岚县呢?", places=("云湖区",))
    assert answer.reason is Reason.FILTERED
    assert "青岚县2024年的报告在库中" in answer.answer


def test_within_the_filter_nothing_changes(invented: Assistant):
    assert "320件" in ask(invented, QUESTION, places=("云湖区",), years=(2024,)).answer


def test_what_the_library_lacks_is_still_said_to_be_lacking(invented: Assistant):
    answer = ask(invented, "朝阳区2024年行政复议多少件?", places=("云湖区",))
    assert answer.reason is Reason.NO_SUCH_PLACE
    assert "青岚县" not in answer.answer  # nothing outside the filter is offered
    answer = ask(invented, "云湖区2019年行政复议多少件?", places=("云湖区",))
    assert answer.reason is Reason.NO_SUCH_YEAR


def test_a_list_of_the_library_says_that_it_is_filtered(invented: Assistant):
    answer = ask(invented, "库里有哪些报告?", places=("云湖区",))
    assert any("筛选只看云湖区" in warning for warning in answer.warnings)
    assert "青岚县" not in answer.answer


def test_who_mentions_it_stays_within_the_filter(invented: Assistant):
    question = "青岚县2024年涉外公证多少件?"
    everywhere, within = ask(invented, question), ask(invented, question, places=("青岚县",))
    assert "云湖区" in everywhere.answer
    assert "云湖区" not in within.answer
