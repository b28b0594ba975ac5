from __future__ import annotations

import pytest

from qa.question.english.english_asks import spelled
from qa.question.english.keywords import translate


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which ones are above 500?", "超过500的有哪些"),
        ("which of them have fewer than 12%?", "低于12%的有哪些"),
        ("Was the loss rate of Jinshui above 5%?", "Jinshui 败诉率 超过 5% 吗"),
        ("Is the loss rate lower than 5%", "败诉率 低于 5% 吗"),
        ("Which places do not disclose the loss rate?", "哪些地方没有披露 败诉率"),
        ("Which districts mention arbitration?", "哪些地方披露了 仲裁"),
        ("Did complaints increase or decrease?", "投诉 同比变化多少"),
        ("What was the increase?", "差多少"),
        ("What did Jinshui do about complaints?", "Jinshui 投诉 做了哪些工作"),
    ],
)
def test_phrases_keep_their_sense(question: str, expected: str) -> None:
    assert translate(question) == expected


def test_a_place_is_added_by_comparing_with_it() -> None:
    assert set(translate("Compare it with Jinshui").split()) == {"Jinshui", "加上"}


@pytest.mark.parametrize(
    ("word", "known"),
    [("recieve", "receive"), ("receive", "receive"), ("form", "form"), ("abcdefg", "abcdefg")],
)
def test_two_letters_in_the_wrong_order(word: str, known: str):
    assert spelled(word, {"receive", "from"}) == known
