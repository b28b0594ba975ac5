from __future__ import annotations

import pytest

from qa.question.places.scope import Scope
from qa.question.single.alone import in_plain_words


def scope_of(question: str, *named: str, places: tuple[str, ...] = ("甲县",)) -> Scope:
    spans = tuple((question.index(word), question.index(word) + len(word)) for word in named)
    return Scope(places=places, spans=spans)


@pytest.mark.parametrize(
    ("question", "named", "plain"),
    [
        ("甲县2024年官府上法庭栽了几回?", ("甲县", "2024年"), "甲县2024年行政诉讼败诉案件多少件?"),
        # 去年 counts from the year named, and goes into what is asked
        (
            "甲县2024年百姓申诉官府的旧案子,去年没办完转过来的有多少?",
            ("甲县", "2024年", "去年"),
            "甲县2024年上年结转行政复议案件多少件?",
        ),
        (
            "甲县官府打官司,输的比前一年少了百分之多少?",
            ("甲县", "前一年"),
            "甲县行政诉讼败诉案件同比下降百分之几?",
        ),
        ("甲县去年官府上法庭栽了几回?", ("甲县", "去年"), "甲县去年行政诉讼败诉案件多少件?"),
    ],
)
def test_the_place_and_the_year_stay_in_front_of_the_official_words(
    question: str, named: tuple[str, ...], plain: str
) -> None:
    assert in_plain_words(question, scope_of(question, *named)) == plain


def test_a_year_before_the_one_named_is_not_dropped() -> None:
    question = "甲县2024年报告提到,去年官府上法庭栽了几回?"
    assert in_plain_words(question, scope_of(question, "甲县", "2024年", "去年")) == ""


def test_a_question_of_several_places_is_read_as_it_was_asked() -> None:
    question = "甲县和乙县官府上法庭栽了几回?"
    assert in_plain_words(question, scope_of(question, "甲县", "乙县", places=("甲县", "乙县"))) == ""
