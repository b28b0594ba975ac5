"""What a turn does with the turns before it, read from its words alone."""

from __future__ import annotations

import pytest

from qa.question.conversation import moves
from qa.question.conversation.moves import Recall
from qa.question.words import handling
from qa.text import clean_question


@pytest.mark.parametrize(
    "turn",
    [
        "好的",
        "好的，谢谢！",
        "嗯嗯 明白了",
        "哦哦，原来如此",
        "行吧，那就不比了",
        "谢谢你啊",
        "辛苦了",
        "收到，先这样",
        "没问题了，再见～",
        "我先看看",
        "今天先到这里吧",
        "不错不错",
        "OK, thanks",
        "Thank you so much!",
        "got it",
        "hi",
        "你好",
    ],
)
def test_small_talk(turn: str):
    assert moves.is_small_talk(clean_question(turn))


@pytest.mark.parametrize(
    "turn",
    [
        "好的，那法律援助呢？",
        "谢谢，再看看青岚县",
        "你好，云湖区行政复议多少件",
        "算了，还是看败诉率",
        "对的是哪个区",
        "行政复议",
        "行政处罚多少件",
        "是的话有多少件？",
        "就这样的有几个？",
        "不错的做法有哪些",
        "好的经验",
        "厉害的是谁",
        "再见面次数",
        "ok, and legal aid?",
        "history",
        "?",
        "",
        "，。",
    ],
)
def test_what_asks_something_is_no_small_talk(turn: str):
    assert not moves.is_small_talk(clean_question(turn))


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        # to the topic before the present one
        ("回到刚才那个", Recall(None, "")),
        ("回到刚才的问题", Recall(None, "")),
        ("还是看之前的对比吧", Recall(None, "")),
        ("切回前面那张表", Recall(None, "")),
        ("刚才那个呢？", Recall(None, "")),
        ("back to the previous question", Recall(None, "")),
        # to a turn by its number
        ("第一个问题", Recall(0, "")),
        ("第2个问题再说一遍", Recall(1, "")),
        ("最开始问的那个是多少？", Recall(0, "是多少?")),
        ("回到第三个问题", Recall(2, "")),
        # the turn before this one
        ("再说一遍", Recall(-1, "")),
        ("请重复一遍", Recall(-1, "")),
        ("上一个问题的结果", Recall(-1, "")),
        # to a topic by its name
        ("回到法律援助那个", Recall(None, "", "法律援助")),
        ("回到法律援助", Recall(None, "", "法律援助")),
        ("返回败诉率的对比，只看云湖区", Recall(None, "只看云湖区", "败诉率")),
    ],
)
def test_a_turn_that_goes_back(turn: str, expected: Recall):
    assert moves.recall(clean_question(turn)) == expected


@pytest.mark.parametrize(
    "turn",
    [
        "云湖区呢？",
        "第一名是谁？",
        "第一批试点有哪些？",
        "第三个呢",
        "之前年度的结转案件多少件？",
        "刚才说的两个区差多少？",
        "回访群众多少人次？",
        "再审案件多少件？",
    ],
)
def test_what_goes_on_does_not_go_back(turn: str):
    assert moves.recall(clean_question(turn)) is None


def test_a_step_back_keeps_what_it_asks_besides():
    back = moves.recall(clean_question("回到刚才那个，青岚县呢？"))
    assert back is not None
    assert back.turn is None
    assert "青岚县" in back.rest


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        ("我问的是办结不是受理", ("办结", "受理")),
        ("我问的是办结数，不是受理数。", ("办结数", "受理数")),
        ("不对，我要的是审结，不是新收", ("审结", "新收")),
        ("不是受理，是办结", ("办结", "受理")),
        ("不对，是办结不是受理", ("办结", "受理")),
        ("我问的不是受理而是办结啊", ("办结", "受理")),
        ("我想看的是败诉率，而不是败诉数", ("败诉率", "败诉数")),
    ],
)
def test_a_word_put_right(turn: str, expected: tuple[str, str]):
    assert moves.contrast(clean_question(turn)) == expected


@pytest.mark.parametrize(
    "turn", ["是不是办结了？", "哪个区不是最多？", "办结多少件", "不是吧", "受理不是很多吗？"]
)
def test_no_word_put_right(turn: str):
    assert moves.contrast(clean_question(turn)) is None


@pytest.mark.parametrize(
    "turn",
    [
        "为什么没有青岚县？",
        "青岚县怎么没有",
        "怎么没列青岚县",
        "为啥不包括青岚县",
        "青岚县去哪了？",
        "青岚县哪儿去了",
        "青岚县为什么没在表里？",
        "怎么少了青岚县",
    ],
)
def test_why_not(turn: str):
    assert moves.asks_why_not(clean_question(turn))


@pytest.mark.parametrize(
    "turn",
    [
        "为什么败诉率上升？",
        "哪里有法律援助站点",
        "有没有青岚县？",
        "钱花到哪了",
        "为什么没有建立跨部门执法协作机制，报告里是怎么解释这个问题的？",
    ],
)
def test_no_why_not(turn: str):
    assert not moves.asks_why_not(clean_question(turn))


@pytest.mark.parametrize(
    ("turn", "yes"),
    [
        ("还有呢？", True),
        ("还有吗", True),
        ("其他的呢", True),
        ("继续说", True),
        ("那还有别的吗？", True),
        ("还有多少件未结？", False),
        ("其他区呢？", False),
        ("还有松屏市", False),
    ],
)
def test_more_of_the_same(turn: str, *, yes: bool):
    assert moves.asks_more(clean_question(turn)) is yes


@pytest.mark.parametrize(
    ("turn", "narrows", "last", "top"),
    [
        ("只看2024年的", True, 0, 0),
        ("只看这两个", True, 2, 0),
        ("就比后三个区", True, 3, 0),
        ("单独列云湖区", True, 0, 0),
        ("只看前两名", True, 0, 2),
        ("前3名是谁", False, 0, 3),
        ("排前五的有哪些", False, 0, 5),
        ("这两个哪个多", False, 0, 0),  # points at them, but keeps them all
        ("前两年呢", False, 0, 0),
        ("前三个月办了多少件", False, 0, 0),
        ("前三季度呢", False, 0, 0),
        ("只有两个区公布了", False, 0, 0),
    ],
)
def test_narrowing(turn: str, *, narrows: bool, last: int, top: int):
    question = clean_question(turn)
    assert (handling.narrows(question), handling.last_of(question), handling.top_of(question)) == (
        narrows,
        last,
        top,
    )


@pytest.mark.parametrize(
    ("turn", "adds", "drops", "only"),
    [
        ("加上法律援助", True, False, False),
        ("再加2023年", True, False, False),
        ("把松屏市也加进来", True, False, False),
        ("法律援助也看一下", True, False, False),
        ("去掉法律援助", False, True, True),
        ("法律援助不看了", False, True, True),
        ("把行政应诉和法律援助都去掉吧", False, True, True),
        ("去掉撤回的还有多少件？", False, True, False),
        ("不要受理，只要审结", False, True, False),
        ("追加处罚多少件", False, False, False),
        ("增加了多少", False, False, False),
    ],
)
def test_adding_and_taking_out(turn: str, *, adds: bool, drops: bool, only: bool):
    question = clean_question(turn)
    found = (handling.adds(question), handling.drops(question), handling.only_drops(question))
    assert found == (adds, drops, only)


@pytest.mark.parametrize(
    ("turn", "out"),
    [
        ("不看云湖区了", True),
        ("去掉云湖区", True),
        ("云湖区先不算", True),
        ("云湖区就不看了", True),
        ("除了云湖区", True),
        ("加上云湖区", False),
        ("云湖区不公开吗", False),
        ("去掉青岚县看云湖区", False),
    ],
)
def test_a_name_taken_out(turn: str, *, out: bool):
    assert handling.takes_out(turn, "云湖区") is out


@pytest.mark.parametrize(
    ("turn", "yes"),
    [
        ("把云湖区换成青岚县", True),
        ("云湖区改成青岚县", True),
        ("换成青岚县", False),
        ("换青岚县看看", False),
    ],
)
def test_a_swap_names_what_is_swapped(turn: str, *, yes: bool):
    assert handling.swaps(turn) is yes


@pytest.mark.parametrize(
    ("turn", "anew", "rest"),
    [
        ("换个话题", True, ""),
        ("重新开始吧。", True, ""),
        ("换个问题，青岚县有多少件", True, "青岚县有多少件"),
        ("从头来：云湖区呢", True, "云湖区呢"),
        ("换成青岚县", False, "换成青岚县"),
        ("青岚县换个话题", False, "青岚县换个话题"),
    ],
)
def test_a_conversation_begun_anew(turn: str, *, anew: bool, rest: str):
    question = clean_question(turn)
    assert moves.begins_anew(question) is anew
    assert moves.after_anew(question) == rest


@pytest.mark.parametrize(("numeral", "number"), [("一", 1), ("两", 2), ("十", 10), ("7", 7), ("12", 12)])
def test_numerals(numeral: str, number: int):
    assert moves.number_of(numeral) == number


@pytest.mark.parametrize(
    ("turn", "rest"),
    [
        ("把原句发我", ""),
        ("看看原文", ""),
        ("原话是怎么说的", ""),
        ("show me the exact wording", ""),
        ("甲区那句原话给我看看", "甲区"),
        ("原文里的增幅是多少", None),
        ("报告原文给的增幅", None),
        ("复议有几件", None),
    ],
)
def test_the_words_of_the_report(turn: str, rest: str | None):
    assert moves.asks_quote(turn) == rest


def test_a_place_that_may_have_given_nothing():
    assert moves.asks_if_silent("甲区没有吗")
    assert moves.asks_if_silent("甲区没数?")
    assert not moves.asks_if_silent("有没有甲区的")
