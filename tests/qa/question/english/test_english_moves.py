"""Moves of an English conversation, each in several wordings."""

from __future__ import annotations

import pytest

from qa.question.english.english_moves import in_chinese


@pytest.mark.parametrize(
    ("turn", "chinese"),
    [
        ("Sort them, lowest first", "从低到高排"),
        ("List them in ascending order", "从低到高排"),
        ("Rank them from high to low", "从高到低排"),
        ("Rank all three", "排名"),
        ("What share does Cixi account for?", "Cixi占多少?"),
        ("Put Cixi back in", "加上Cixi"),
        ("Please add Yinzhou", "加上 Yinzhou"),
        ("Take Yinzhou out", "去掉Yinzhou"),
        ("Forget about Yinzhou", "去掉 Yinzhou"),
        ("Replace Cixi with Ouhai", "把Cixi换成Ouhai"),
        ("Which of the two lost more?", "哪个更多 ?"),
        ("Which of the three is the lowest?", "哪个更少 ?"),
        ("Which city got more?", "哪个更多 ?"),
        ("Which county is lower?", "哪个更少 ?"),
        ("How much is that up on the year before?", "同比变化多少 ?"),
        ("Show all three", "放一起比"),
        ("which three areas had the most of them", "居前三位的是哪三个领域"),
        ("By how many cases?", "差多少 ?"),
        ("What is the difference between the two?", "差多少 ?"),
        ("What's the total?", "加起来多少 ?"),
        ("Are they comparable?", "能直接比吗 ?"),
        ("And the year before?", "前一年呢 ?"),
        ("Who came second?", "第二名是哪个 ?"),
        ("Sorry, I meant Yinzhou", "不对,我说的是 Yinzhou"),
        ("Only Zhangjiagang, please.", "只看Zhangjiagang,"),
    ],
)
def test_a_move(turn: str, chinese: str):
    assert in_chinese(turn).rstrip(" .") == chinese


@pytest.mark.parametrize(
    "turn",
    [
        "How many legal aid cases did Cixi accept in 2024?",
        "What about Cixi?",
        "公证E通办了多少件",
        "Which district has most?",
    ],
)
def test_what_is_no_move_stays(turn: str):
    assert in_chinese(turn) == turn or "哪个" in in_chinese(turn)


def test_a_topic_beside_a_move_is_put_into_keywords():
    assert "公证案件" in in_chinese("OK. Rank 云湖区 and 青岚县 by notarization cases").replace(" ", "")
