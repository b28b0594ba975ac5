"""Turns that do something with the turns before them: the reading of whole conversations."""

from __future__ import annotations

import pytest

from qa.assistant import Assistant
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from tests.conftest import TODAY

THREE = "云湖区、青岚县、松屏市2024年行政复议哪个最多？"
RECEIVED = "云湖区2024年行政复议收了多少件？"


@pytest.fixture
def read(districts: Assistant):
    def last(*turns: str) -> Reading:
        return districts.understand(turns, TODAY).reading

    return last


def told(reading: Reading) -> tuple[tuple[str, ...], tuple[int, ...], str]:
    return reading.places, reading.years, reading.topic


def places(reading: Reading) -> set[str]:
    return set(reading.places)


@pytest.mark.parametrize("talk", [("好的，谢谢！",), ("嗯嗯", "明白了"), ("ok thanks",), ("这样啊，先等等",)])
def test_small_talk_leaves_the_conversation_as_it_stands(read, talk: tuple[str, ...]):
    assert read(THREE, *talk).talk
    assert told(read(THREE, *talk, "倒数第一是谁？")) == told(read(THREE, "倒数第一是谁？"))
    assert told(read(RECEIVED, *talk, "青岚县呢？")) == (("青岚县",), (2024,), "行政复议收到")


def test_thanks_before_a_question_are_no_small_talk(read):
    reading = read(RECEIVED, "好的谢谢，那法律援助呢？")
    assert not reading.talk
    assert told(reading) == (("云湖区",), (2024,), "法律援助")


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ((RECEIVED, "法律援助呢？", "回到刚才那个"), (("云湖区",), (2024,), "行政复议收到")),
        (
            (RECEIVED, "法律援助呢？", "公证呢？", "第一个问题再说一遍"),
            (("云湖区",), (2024,), "行政复议收到"),
        ),
        ((RECEIVED, "法律援助呢？", "公证呢？", "回到第二个问题"), (("云湖区",), (2024,), "法律援助")),
        ((RECEIVED, "法律援助呢？", "公证呢？", "回到法律援助那个"), (("云湖区",), (2024,), "法律援助")),
        ((RECEIVED, "法律援助呢？", "再说一遍"), (("云湖区",), (2024,), "法律援助")),
        ((RECEIVED, "法律援助呢？", "回到刚才那个，青岚县呢？"), (("青岚县",), (2024,), "行政复议收到")),
        (
            (RECEIVED, "松屏市呢？", "回到刚才那个"),
            (("云湖区",), (2024,), "行政复议收到"),
        ),  # another place, one topic
        ((RECEIVED, "回到刚才那个"), (("云湖区",), (2024,), "行政复议收到")),  # nothing to go back to
        ((RECEIVED, "第九个问题"), (("云湖区",), (2024,), "行政复议收到")),
        # what stands between does not count as a turn
        ((RECEIVED, "好的", "法律援助呢？", "谢谢", "回到刚才那个"), (("云湖区",), (2024,), "行政复议收到")),
    ],
)
def test_going_back(read, turns: tuple[str, ...], expected: tuple[tuple[str, ...], tuple[int, ...], str]):
    assert told(read(*turns)) == expected


def test_a_topic_never_spoken_of_is_gone_to_and_not_back(read):
    assert told(read(RECEIVED, "回到法律援助那个")) == (("云湖区",), (2024,), "法律援助")


@pytest.mark.parametrize(
    "aside", ["为什么没有梅岭区？", "梅岭区怎么没有", "岩坪县去哪了？", "怎么没列朝阳区"]
)
def test_an_aside_leaves_no_trace(read, aside: str):
    reading = read(THREE, aside)
    assert reading.aside
    assert not reading.intent.compares
    assert told(read(THREE, aside, "第二名是谁？")) == told(read(THREE, "第二名是谁？"))


def test_an_aside_asks_the_topic_of_the_place_that_is_missing(read):
    reading = read(THREE, "为什么没有梅岭区？")
    assert told(reading) == (("梅岭区",), (2024,), "行政复议")
    assert reading.why == ("梅岭区",)


def test_why_not_with_a_topic_of_its_own_is_a_question(read):
    assert not read(RECEIVED, "为什么没有公证？").why


@pytest.mark.parametrize("turn", ["我问的是审结不是新收", "不对，我要的是审结，不是新收", "不是新收，是审结"])
def test_a_word_is_put_right(read, turn: str):
    reading = read(RECEIVED, turn)
    assert reading.places == ("云湖区",)
    assert {"审结"} <= {t.text for t in reading.terms}
    assert not {"新收", "收"} & {t.text for t in reading.terms}
    assert "新收" not in reading.content


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ((THREE, "去掉青岚县"), {"云湖区", "松屏市"}),
        ((THREE, "不看青岚县了"), {"云湖区", "松屏市"}),
        ((THREE, "青岚县先不算"), {"云湖区", "松屏市"}),
        ((THREE, "把青岚县去掉吧"), {"云湖区", "松屏市"}),
        ((THREE, "青岚县不用了"), {"云湖区", "松屏市"}),
        ((THREE, "拿掉青岚县"), {"云湖区", "松屏市"}),
        ((THREE, "加上梅岭区"), {"云湖区", "青岚县", "松屏市", "梅岭区"}),
        ((THREE, "把梅岭区也加进来"), {"云湖区", "青岚县", "松屏市", "梅岭区"}),
        ((THREE, "把松屏市换成梅岭区"), {"云湖区", "青岚县", "梅岭区"}),
        ((THREE, "只看云湖区和松屏市"), {"云湖区", "松屏市"}),
        ((THREE, "只看这两个"), {"青岚县", "松屏市"}),  # the last two named
        ((THREE, "去掉青岚县", "加上梅岭区", "把云湖区换成青岚县"), {"青岚县", "松屏市", "梅岭区"}),
        (("云湖区2024年行政复议多少件？", "青岚县呢？", "加上松屏市"), {"云湖区", "青岚县", "松屏市"}),
    ],
)
def test_the_places_on_the_table(read, turns: tuple[str, ...], expected: set[str]):
    assert places(read(*turns)) == expected


def test_the_year_that_is_kept_asks_all_places_spoken_of(read):
    turns = ("云湖区2023年行政复议多少件？", "岩坪县呢？", "松屏市2024年呢？", "只看2024年的")
    reading = read(*turns)
    assert (places(reading), reading.years) == ({"云湖区", "岩坪县", "松屏市"}, (2024,))
    assert reading.lenient


@pytest.mark.parametrize(
    ("turns", "topics", "asked"),
    [
        ((THREE, "加上法律援助"), ["行政复议", "法律援助"], "法律援助"),
        ((THREE, "加上法律援助", "去掉法律援助"), ["行政复议"], "行政复议"),
        ((THREE, "加上法律援助", "行政复议不看了"), ["法律援助"], "法律援助"),
        ((THREE, "加上法律援助", "去掉公证"), ["行政复议", "法律援助"], "法律援助"),  # was not there
        ((THREE, "去掉法律援助"), [], "行政复议"),
        ((THREE, "加上法律援助", "败诉率呢？"), [], "败诉率"),
        (("比较云湖区和青岚县2024年的行政复议和法律援助",), ["行政复议", "法律援助"], ""),
        (("比较云湖区和青岚县2024年的行政复议和法律援助", "加上松屏市"), ["行政复议", "法律援助"], ""),
    ],
)
def test_topics_side_by_side(read, turns: tuple[str, ...], topics: list[str], asked: str):
    reading = read(*turns)
    assert [side.topic for side in reading.topics] == topics
    assert reading.topic == asked or not asked


@pytest.mark.parametrize(
    ("turns", "top"),
    [
        ((THREE, "只看前两名"), 2),
        ((THREE, "只看前两名", "哪个更少？"), 2),  # still the two highest
        ((THREE, "从少到多排，只看前两名"), -2),
        ((THREE, "只看前两名", "加上梅岭区"), 0),
        ((THREE, "只看前两名", "法律援助呢？"), 0),
        ((THREE, "只看前两名", "只看这两个"), 2),
    ],
)
def test_the_leading_places_are_kept_until_the_table_changes(read, turns: tuple[str, ...], top: int):
    assert read(*turns).top == top


def test_a_rank_is_asked_once(read):
    assert read(THREE, "第二名是谁？").intent.ordinal == 2
    assert read(THREE, "第二名是谁？", "法律援助呢？").intent.ordinal == 0
    assert read(THREE, "加起来多少？").intent.combine == "sum"
    assert read(THREE, "加起来多少？", "法律援助呢？").intent.combine == ""


def test_a_place_whose_rank_is_asked_is_one_of_those_on_the_table(read):
    reading = read(THREE, "青岚县排第几？")
    assert (reading.standing, places(reading)) == ("青岚县", {"云湖区", "青岚县", "松屏市"})


def test_a_bound_asks_for_figures_and_names_no_plan(read):
    reading = read("哪几个地方2024年行政复议不到400件？")
    assert (reading.intent.task, reading.intent.unit, reading.intent.plan) == (Task.NUMBER, "件", False)
    assert reading.topic == "行政复议"


@pytest.mark.parametrize("turn", ["换个话题", "重新开始吧"])
def test_a_conversation_begun_anew_lends_nothing(read, turn: str):
    assert read(RECEIVED, turn).talk
    reading = read(RECEIVED, turn, "法律援助多少件？")
    assert (reading.places, reading.years, reading.topic) == ((), (), "法律援助")
    assert told(read(RECEIVED, "换个话题，青岚县2024年公证多少件？")) == (("青岚县",), (2024,), "公证")


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ((THREE, "Add 梅岭区"), {"云湖区", "青岚县", "松屏市", "梅岭区"}),
        ((THREE, "Remove 青岚县"), {"云湖区", "松屏市"}),
        ((THREE, "only compare 云湖区 and 松屏市"), {"云湖区", "松屏市"}),
    ],
)
def test_moves_in_english_around_a_name_in_chinese(read, turns: tuple[str, ...], expected: set[str]):
    assert places(read(*turns)) == expected
