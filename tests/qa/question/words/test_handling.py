"""What a turn does with the places side by side, in words that nobody listed: any verb of putting, any verb of taking."""

from __future__ import annotations

import pytest

from qa.question.words import handling
from qa.question.words.handling import Counted
from qa.text import clean_question


@pytest.mark.parametrize(
    "turn",
    [
        "再添云湖区",
        "补上云湖区",
        "云湖区一并放进来",
        "让云湖区进来",
        "云湖区再拉回来",
        "把云湖区列进去",
        "加一个云湖区",
        "云湖区也要",
        "算云湖区一个",
        "换云湖区上来",
        "云湖区加一下",
        "云湖区也一起算",
    ],
)
def test_any_verb_of_putting_adds(turn: str):
    assert handling.adds(clean_question(turn))


@pytest.mark.parametrize(
    "turn", ["云湖区比上年增加了多少", "补贴了多少", "云湖区换成青岚县", "加强了哪些监督", "云湖区呢"]
)
def test_what_adds_nothing(turn: str):
    assert not handling.adds(clean_question(turn))


@pytest.mark.parametrize(
    ("turn", "yes"), [("再加法律援助", True), ("法律援助也要", False), ("败诉率也比一下", False)]
)
def test_a_topic_that_is_asked_next_stands_beside_nothing(turn: str, *, yes: bool):
    assert handling.adds_topic(turn) is yes


@pytest.mark.parametrize(
    ("turn", "out"),
    [
        ("把云湖区踢出去", True),
        ("云湖区先撤下,其余的再列一次", True),
        ("撇开云湖区", True),
        ("把云湖区从表里去掉", True),
        ("云湖区不要了", True),
        ("云湖区剔除", True),
        ("别算云湖区", True),
        ("云湖区不算最高吧", False),
        ("云湖区去掉撤回的还有多少件", False),
        ("云湖区拿下多少奖项", False),
        ("云湖区不列入计划的有哪些", False),
    ],
)
def test_any_verb_of_taking_takes_out(turn: str, *, out: bool):
    assert handling.takes_out(turn, "云湖区") is out


@pytest.mark.parametrize(
    "turn", ["三家摆一块儿,看看哪家最多", "放在一张表里", "都列出来", "一起列一下", "并排看", "做个对照表"]
)
def test_places_are_gathered(turn: str):
    assert handling.gathers(turn)


@pytest.mark.parametrize("turn", ["表示多少人", "一起案件", "列举措施", "并列第一的是谁"])
def test_what_gathers_nothing(turn: str):
    assert not handling.gathers(turn)


@pytest.mark.parametrize(
    ("turn", "found"),
    [
        ("这两个县相差几件", Counted(2, "县", False)),
        ("三地合起来", Counted(3, "地", False)),
        ("仨地方哪个最多", Counted(3, "", False)),
        ("这俩谁高", Counted(2, "", False)),
        ("缩回到那三个", Counted(3, "", False)),
        ("剩下两家呢", Counted(2, "家", True)),
        ("另一个呢", Counted(1, "", True)),
        ("前两名", None),
        ("第二家", None),
        ("两家企业", None),
        ("两年差多少", None),
        ("这两个数能比吗", None),
    ],
)
def test_places_pointed_at_by_number(turn: str, found: Counted | None):
    assert handling.counted(turn) == found


def test_the_other_small_moves():
    assert handling.reverses("倒过来排")
    assert handling.reverses("请把名次从后往前念一遍")
    assert not handling.reverses("反映的问题")
    assert handling.asks_ends("垫底的那个和第一名相差多少")
    assert not handling.asks_ends("第一名是谁")
    assert handling.asks_better("哪个好一点")
    assert not handling.asks_better("哪个更多")
    assert handling.asks_silent("没写的是哪家")
    assert handling.asks_silent("哪家没公布")
    assert not handling.asks_silent("哪家最多")
    assert handling.beside_them("桃源县跟它们比呢")
    assert not handling.beside_them("桃源县呢")
    assert handling.shows("一起列一下")
    assert not handling.shows("讲讲有哪些举措")
    assert handling.is_plural("它们的败诉率各是多少")
    assert not handling.is_plural("败诉率是多少")
