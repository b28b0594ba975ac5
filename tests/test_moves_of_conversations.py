"""Moves of whole conversations, in words that no list holds as phrases: what each turn answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.library import Library
from qa.types import Answer, Reason
from tests.conftest import TODAY, Ask

RECEIVED = "云湖区2024年行政复议收了多少件?"
AID = "云湖区2024年法律援助受理了多少件?"
FOUR = "云湖区、青岚县、松屏市和梅岭区2024年行政复议各多少件？"


def head(answer: Answer) -> str:
    return re.sub(r"\[\d+\]", "", answer.answer.split("\n")[0])


def table(answer: Answer) -> list[tuple[str, str]]:
    return [(v.place, v.value) for v in answer.values]


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        (("再添青岚县、松屏市",), [("云湖区", "320"), ("青岚县", "450"), ("松屏市", "610")]),
        (
            ("青岚县呢", "松屏市呢", "三家摆一块儿看看"),
            [("云湖区", "320"), ("青岚县", "450"), ("松屏市", "610")],
        ),
        (("青岚县呢", "松屏市呢", "这俩差几件"), [("青岚县", "450"), ("松屏市", "610")]),
        (
            ("青岚县呢", "把松屏市补进来", "云湖区先撤下,其余的再列一次"),
            [("青岚县", "450"), ("松屏市", "610")],
        ),
        (("青岚县呢", "松屏市跟它们比呢"), [("云湖区", "320"), ("青岚县", "450"), ("松屏市", "610")]),
        (("青岚县呢", "青岚县多出多少件"), [("云湖区", "320"), ("青岚县", "450")]),
        (("青岚县呢", "另一个呢"), [("云湖区", "320")]),
        (("青岚县呢", "松屏市呢", "青岚县的呢", "其余两家呢"), [("云湖区", "320"), ("松屏市", "610")]),
        (("青岚县呢", "松屏市呢", "前者比后者少多少"), [("青岚县", "450"), ("松屏市", "610")]),
        (("青岚县新收多少",), [("青岚县", "450")]),  # the verb alone is no topic
        (("青岚县的也讲讲",), [("青岚县", "450")]),
        (("青岚县呢", "法律援助呢", "还是这两个县区,回到复议"), [("云湖区", "320"), ("青岚县", "450")]),
    ],
)
def test_places_come_and_go(chat: Ask, turns: tuple[str, ...], expected: list[tuple[str, str]]):
    answer = chat(RECEIVED, *turns)
    assert sorted(table(answer)) == sorted(expected)


@pytest.mark.parametrize(
    ("turn", "said"),
    [
        ("有没有不到100件的", "低于100件的有：梅岭区95件。"),
        ("第二是谁", "第二名是青岚县450件。"),
        ("由多到少排好", "松屏市最多：松屏市610件 > 青岚县450件 > 云湖区320件 > 梅岭区95件。"),
        ("倒过来排", "梅岭区最少：梅岭区95件 < 云湖区320件 < 青岚县450件 < 松屏市610件。"),
        (
            "垫底的和第一名差多少",
            "松屏市最多：松屏市610件 > 青岚县450件 > 云湖区320件 > 梅岭区95件。最高与最低相差515件",
        ),
        ("梅岭区剔出去,三个再排一遍", "松屏市最多：松屏市610件 > 青岚县450件 > 云湖区320件。"),
        ("四个放一起口径合适吗", "可以比较"),
    ],
)
def test_orders_of_four(chat: Ask, turn: str, said: str):
    assert head(chat(FOUR, turn)).startswith(said)


def test_a_rank_beyond_the_leading_ones_is_told(chat: Ask):
    assert head(chat(FOUR, "只看前两名", "第三名是谁")).startswith("第三名是云湖区320件。")


def test_after_the_whole_library_the_old_places_come_back(chat: Ask):
    turns = (RECEIVED, "青岚县呢", "放到全库看看谁最多")
    assert len(chat(*turns).values) > 2
    assert sorted(table(chat(*turns, "缩回到那两个"))) == [("云湖区", "320"), ("青岚县", "450")]


@pytest.mark.parametrize("turn", ["火星呢", "青岚县的龙舟赛呢", "那龙舟赛办了几场", "常住人口多少", "GDP呢"])
def test_a_word_that_no_report_knows_never_gets_the_old_figure(ask: Ask, turn: str):
    answer = ask(AID, turn)
    assert answer.abstained
    assert answer.values == ()


def test_after_an_unknown_word_the_talk_goes_on(ask: Ask):
    assert ask(AID, "常住人口多少", "青岚县呢").values == ()
    assert table(ask(AID, "常住人口多少", "那法律援助呢")) == [("云湖区", "587")]


def test_a_district_with_its_city_in_one_word_is_a_missing_place(ask: Ask):
    answer = ask(AID, "上海浦东的呢")
    assert answer.reason is Reason.NO_SUCH_PLACE
    assert table(ask(AID, "上海浦东的呢", "青岚县呢")) == [("青岚县", "642")]


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (("那2023年呢", "两年之间差了多少件"), "相差30件"),
        (("跟2023年差几件",), "相差30件"),
        (("往前推一年呢",), "290件"),
        (("前一年呢", "后一年呢"), "320件"),
    ],
)
def test_years_come_and_go(ask: Ask, turns: tuple[str, ...], said: str):
    assert said in re.sub(r"\[\d+\]", "", ask(RECEIVED, *turns).answer)


def test_a_stated_change_stands_in_for_a_year_that_is_lacking(ask: Ask):
    answer = ask("青岚县2024年行政处罚案件多少件?", "相对2023年变动多大")
    assert [(v.place, v.year, v.value) for v in answer.values] == [("青岚县", 2024, "4.5")]


def test_a_rate_is_told_where_it_is_stated_and_else_the_difference(ask: Ask):
    stated = ask("云湖区2024年行政处罚案件多少件?", "2023年呢", "降幅是多少")
    assert [v.value for v in stated.values] == ["12.5"]
    assert "相差30件" in re.sub(r"\[\d+\]", "", ask(RECEIVED, "2023年呢", "涨了百分之几").answer)


def test_a_case_count_is_never_answered_in_people(ask: Ask):
    assert not any(v.unit in {"人", "名", "人次"} for v in ask("云湖区2024年领导约谈多少件?").values)


def test_several_named_places_and_a_counted_thing_are_a_table(ask: Ask):
    answer = ask("我在整理2024年法律援助的情况,先要云湖区和青岚县")
    assert table(answer) == [("云湖区", "587"), ("青岚县", "642")]


@pytest.mark.parametrize("turn", ["哈哈 真不错", "好,先记到这里,多谢", "谢谢,没别的了", "Thanks, that's all"])
def test_small_talk_shows_no_figure(ask: Ask, turn: str):
    answer = ask(AID, turn)
    assert answer.values == ()
    assert not re.search(r"587", answer.answer)


CITY = """绍兴市2024年法治政府建设年度报告

一、主要工作

(一)化解行政争议。全市收到行政复议申请900件，其中市政府100件，柯桥区300件，诸暨市260件，新昌县140件，嵊州市最少，为100件。全市行政诉讼败诉率5.5%。

二、存在的不足

一是发展不平衡，新昌县行政诉讼败诉率高达9.9%。

三、下一步工作安排

一是加强行政复议。
"""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    folder: Path = tmp_path_factory.mktemp("city")
    (folder / "shaoxing-2024.txt").write_text(CITY, encoding="utf-8")
    add([folder / "shaoxing-2024.txt"], folder / "lib", load(None))
    with Library.open(folder / "lib") as library:
        assistant = Assistant(library, load(None))
        yield lambda *turns: assistant.ask(turns, today=TODAY)


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (
            ("绍兴下面哪个区县收到的复议申请最多",),
            "柯桥区最多：柯桥区300件 > 诸暨市260件 > 新昌县140件 > 嵊州市100件。",
        ),
        (("绍兴下面哪个区县收到的复议申请最少",), "嵊州市：100件，是最少的。"),
        (("绍兴市2024年收到多少件复议申请", "各县区里头谁最多", "第二呢"), "第二名是诸暨市260件。"),
        (("绍兴市2024年收到多少件复议申请", "各县区里头谁最多", "最少的呢"), "嵊州市：100件"),
        (("绍兴市2024年收到多少件复议申请", "县区里最多的跟最少的差多少"), "相差200件（300件 − 100件）"),
        (("绍兴的报告点名哪个县败诉率高",), "新昌县：9.9%"),
    ],
)
def test_places_inside_a_city_are_ranked_where_its_prose_names_them(
    city: Ask, turns: tuple[str, ...], said: str
):
    assert said in re.sub(r"\[\d+\]", "", city(*turns).answer)


def test_the_city_itself_never_answers_for_a_place_inside(city: Ask):
    answer = city("绍兴下面哪个区县的公证最多")
    assert answer.abstained


def test_the_whole_city_is_asked_after_a_place_inside(city: Ask):
    turns = ("绍兴市2024年收到多少件复议申请", "新昌县的行政诉讼败诉率呢", "全市的败诉率呢")
    assert [v.value for v in city(*turns).values] == ["5.5"]
