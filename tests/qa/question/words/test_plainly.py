from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from qa.errors import BadSetting
from qa.question.words.phrase import heads, parse_phrase
from qa.question.words.plainly import put_plainly, read_plainly

FILE = Path(__file__).parents[4] / "qa" / "question" / "words" / "plainly.toml"
WORDS = read_plainly(FILE)


def test_every_phrase_of_the_shipped_file_is_valid_and_is_found_by_each_character_that_it_may_begin_with() -> (
    None
):
    phrases = {(phrase, slot) for entries in WORDS.phrases.values() for phrase, slot, _ in entries}
    assert len(phrases) > 1900
    for phrase, slot in phrases:
        parse_phrase(phrase, 1)
        for head in heads(phrase, 1):
            assert any(entry[:2] == (phrase, slot) for entry in WORDS.phrases[head]), phrase


def test_every_thing_of_the_shipped_file_is_said_by_some_ask_or_is_a_measure() -> None:
    said = set(tomllib.loads(FILE.read_text(encoding="utf-8"))["said"])
    asked = {name for ask in WORDS.asks for name in ask.needed | ask.allowed | ask.barred}
    assert said - asked <= {"filler", "many", "count", "times", "people", "money", "rate", "ratio"}


@pytest.mark.parametrize(
    ("asked", "official"),
    [
        ("官府上法庭栽了几回？", "行政诉讼败诉案件多少件"),  # several things, each in its own words
        ("找上级评理的案子，到年底还没出结果的有多少？", "行政复议未结案件多少件"),
        (
            "百姓跟官府的复议，谈拢的占百分之几？",
            "行政复议调解和解率是多少",
        ),  # a share is another indicator than a count
        ("复议里头双方讲和了的有几件？", "行政复议调解和解案件多少件"),
        ("老百姓告官能赢的占多大比例？", "行政机关的败诉率是多少"),  # who wins is the other side
        ("官府少罚了多少钱？", "减免罚款金额多少"),
        (
            "从头到尾不用跑大厅、全在网上办完的占几成？",
            "政务服务全程网办率是多少",
        ),  # one word more, another rate
        ("能在网上办的事占多少？", "政务服务网上可办率是多少"),
        ("新添了几个懂法的带头人？", "新培养法律明白人有多少名"),  # new ones are no stock
        ("开个公司要等多久？", "企业开办时间是多少"),
        ("帮多少户次企业洗掉了信用污点？", "信用修复多少户次"),  # a unit that nobody says loosely is kept
        ("官府罚了多少钱？", "罚没金额是多少"),
        (
            "衙门被老百姓告了，头一审输了几场？",
            "一审行政诉讼败诉案件多少件",
        ),  # what became of it is never left out
        ("告官府的官司有了结果的有多少桩？", "行政诉讼审结案件多少件"),
        (
            "给多少执法人员上过课？",
            "培训执法人员多少人次",
        ),  # 多少人员 says people, so no classes are asked for
        ("公证处进账多少？", "公证处创收多少"),
        ("法院提醒官府“这案子你怕是要输”，发了几张条子？", "败诉预警多少份"),
        ("吵架闹别扭的，一年下来给劝好了多少桩？", "成功调解矛盾纠纷多少件"),
        ("的人觉得官府不公、没去法院先往上头申诉的，一年几件？", "行政复议案件多少件"),
        ("的官府打官司，输的比前一年少了百分之多少？", "行政诉讼败诉案件同比下降百分之几"),
        ("官府罚的钱比上年多了几成？", "罚没金额同比上升百分之几"),
    ],
)
def test_a_question_that_says_one_indicator_is_put_into_official_words(asked: str, official: str) -> None:
    assert put_plainly(asked) == official


@pytest.mark.parametrize(
    "asked",
    [
        "城管罚了多少钱？",  # an office
        "食品案子罚了几件？",  # a field
        "复议里头涉及征地的有多少？",
        "邻居吵架，劝好了多少桩？",  # one kind of dispute
        "没罚款的案子有多少？",  # denied
        "案卷不合格的有几本？",
        "罚款少了多少钱？",  # how much less than before is no waiver
        "官府打官司赢了几场？",  # the other outcome
        "执法队有几个？",  # bodies and no people
        "法律顾问一年花多少钱？",  # another measure
        "官府输的案子，败诉率比上年少了几成？",  # a rate moves in points
        "首次轻微违法免罚的案件有多少件?",  # in official words already, each of which counts
        "行政机关负责人实际出庭多少件？",
        "审结了多少复议案件",
        "案卷评查，评为优秀的占比",
        "以政府为被告的一审行政案件败诉了几件",
        "以政府为被告的官司输了几场",  # of the government alone, not of its offices
        "上一年官府上门检查了多少次？",
        "复议",  # no measure
        "",
    ],
)
def test_a_question_that_says_more_or_less_is_left_as_it_is(asked: str) -> None:
    assert put_plainly(asked) == ""


def test_an_ask_of_a_thing_that_no_line_says_is_told(tmp_path: Path) -> None:
    path = tmp_path / "plainly.toml"
    path.write_text(
        "[official]\nwords = '甲'\n[said]\nsuit = '打官司'\n[asks]\n'诉讼多少' = 'suit lost | count'\n"
    )
    with pytest.raises(
        BadSetting, match=r"\['lost'\] of '诉讼多少' in plainly.toml is said by no line; add it"
    ):
        read_plainly(path)


def test_an_ask_in_an_unknown_measure_is_told(tmp_path: Path) -> None:
    path = tmp_path / "plainly.toml"
    path.write_text(
        "[official]\nwords = '甲'\n[said]\nsuit = '打官司'\n[asks]\n'诉讼多少' = 'suit | pounds'\n"
    )
    with pytest.raises(BadSetting, match="pounds"):
        read_plainly(path)
