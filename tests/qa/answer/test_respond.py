"""Whole conversations over five places: what each turn answers."""

from __future__ import annotations

import re

import pytest

from qa.message import english_of
from qa.types import Answer, AnswerKind, Reason
from tests.conftest import Ask

FOUR = "云湖区、青岚县、松屏市和梅岭区2024年行政复议各多少件？"
THREE = "云湖区、青岚县、松屏市2024年行政复议哪个最多？"
AID = "云湖区、青岚县、松屏市和梅岭区2024年法律援助各多少件？"
LOST = "云湖区、青岚县、梅岭区2024年行政诉讼败诉率哪个最高？"


def head(answer: Answer) -> str:
    return re.sub(r"\[\d+\]", "", answer.answer.split("\n")[0])


def table(answer: Answer) -> list[tuple[str, str]]:
    return [(v.place, v.value) for v in answer.values]


@pytest.mark.parametrize(
    ("turn", "said"),
    [
        ("第二名是谁？", "第二名是青岚县450件。松屏市最多"),
        ("倒数第二呢？", "倒数第二名是云湖区320件。"),
        ("倒数第一是谁？", "倒数第一名是梅岭区95件。梅岭区最少"),
        ("最后一名呢", "倒数第一名是梅岭区95件。"),
        ("第六名是谁？", "公布了这项数字的只有四个，没有第六名。"),
        ("青岚县排第几？", "青岚县排第二（共四个有数字的地区）。"),
        ("加起来多少？", "合计1475件（320件 + 450件 + 610件 + 95件）。"),
        ("平均每个区多少件？", "平均368.75件（320件 + 450件 + 610件 + 95件，除以4）。"),
        ("是几倍？", "云湖区320件，青岚县450件，松屏市610件，梅岭区95件；倍数只在两个数字之间算。"),
        ("最多的和最少的差多少？", "松屏市最多"),
        ("超过400件的有哪些？", "高于400件的有：青岚县450件、松屏市610件。"),
        ("不到100件的是哪个", "低于100件的有：梅岭区95件。"),
        ("能直接比吗？", "可以比较"),
        ("只看前两名", "松屏市610件较多，青岚县450件较少。"),
        ("只看这两个", "松屏市610件较多，梅岭区95件较少。"),
        ("去掉松屏市", "青岚县最多"),
        ("只看云湖区和梅岭区", "云湖区320件较多，梅岭区95件较少。"),
        ("为什么没有岩坪县？", "库中没有岩坪县2024年的报告"),
    ],
)
def test_what_is_asked_of_four_figures(chat: Ask, turn: str, said: str):
    assert head(chat(FOUR, turn)).startswith(said)


def test_the_ends_of_four_figures(chat: Ask):
    assert "最高与最低相差515件（松屏市" not in head(chat(FOUR, "最多的和最少的差多少？"))
    assert "相差515件（610件 − 95件）" in head(chat(FOUR, "最多的和最少的差多少？"))


def test_the_leading_places_are_a_table_of_their_own(chat: Ask):
    assert table(chat(FOUR, "只看前两名")) == [("青岚县", "450"), ("松屏市", "610")]
    assert head(chat(FOUR, "只看前两名", "加起来多少？")) == "合计1060件（450件 + 610件）。"
    assert head(chat(FOUR, "只看前两名", "哪个更少？")).startswith("青岚县450件较少")
    everywhere = ("2024年各地行政复议排名", "前两名是谁", "只看这两个")
    assert {place for place, _ in table(chat(*everywhere))} == {"松屏市", "青岚县"}


def test_ties_among_the_leading_places_are_all_kept(chat: Ask):
    answer = chat("云湖区、青岚县、松屏市2024年法律援助排名", "只看前两名")
    assert {place for place, _ in table(answer)} == {"云湖区", "青岚县", "松屏市"}


@pytest.mark.parametrize(
    ("turn", "said"),
    [
        (
            "哪个最多？",
            "按公布的数字由高到低：青岚县642件、云湖区587件＝松屏市587件。"
            "梅岭区的报告未披露，不等于零，不能断定全部地区的先后。",
        ),
        ("有数的里面哪家最多？", "青岚县最多"),
        ("公布了的地方谁最少？", "云湖区、松屏市并列最少"),
        ("超过600件的有哪些？", "高于600件的有：青岚县642件。梅岭区的报告未披露，不等于零。"),
        ("加起来多少？", "合计1816件（587件 + 642件 + 587件）。梅岭区的报告未披露"),
    ],
)
def test_beside_a_place_that_discloses_nothing(chat: Ask, turn: str, said: str):
    assert head(chat(AID, turn)).startswith(said)


def test_two_that_tie(chat: Ask):
    two = "云湖区和松屏市2024年法律援助哪个多？"
    assert head(chat(two)) == "持平：云湖区587件，松屏市587件。"
    assert "较多" not in chat(two, "第一名是谁？").answer
    three = "云湖区、青岚县、松屏市2024年法律援助排名"
    assert head(chat(three, "第二名是谁")).startswith("第二名并列是云湖区587件、松屏市587件。")
    assert head(chat(three, "松屏市排第几")).startswith("松屏市并列排第二")


@pytest.mark.parametrize("turn", ["哪个最高？", "第二名是谁？", "梅岭区排第几？", "前两名是谁？"])
def test_a_bound_gives_no_order(chat: Ask, turn: str):
    answer = chat(LOST, turn)
    assert "不能据此判定高低" in head(answer)
    assert answer.series == ()
    assert "青岚县只公布“10%以下”" in answer.warnings[0]


@pytest.mark.parametrize(
    ("turns", "why"),
    [
        (("比较云湖区和梅岭区2024年败诉率", "加起来多少？"), "比率不能直接相加或平均"),
        (("比较云湖区和梅岭区2024年败诉率", "平均呢？"), "比率不能直接相加或平均"),
        (("云湖区、青岚县、松屏市2024年人民调解纠纷哪个最多？", "一共多少件？"), "有概数，合计算不准"),
        (("云湖区2024年和岩坪县2023年行政复议哪个多？", "加起来呢？"), "口径或年度不同，不能算合计"),
    ],
)
def test_what_is_not_put_together(chat: Ask, turns: tuple[str, ...], why: str):
    answer = chat(*turns)
    assert why in head(answer)
    assert answer.kind is AnswerKind.COMPARISON


def test_rates_are_times_each_other(chat: Ask):
    for turns in (
        ("云湖区2024年败诉率是梅岭区的几倍？",),
        ("比较云湖区和梅岭区2024年败诉率", "是几倍？"),
    ):
        assert head(chat(*turns)) == "云湖区5.54%是梅岭区6.1%的约0.91倍。"
    assert "松屏市610件是云湖区320件的约1.91倍" in head(chat("松屏市2024年行政复议是云湖区的几倍？"))


@pytest.mark.parametrize(
    ("turns", "said"),
    [
        (
            ("云湖区2024年公证办了多少件？", "其中涉外公证呢？", "占比多少？"),
            "按310件和4120件计算，约占7.52%。",
        ),
        (
            ("云湖区2024年行政复议收了多少件？", "调解和解呢？", "占比多少？"),
            "按96件和305件计算，约占31.48%。",
        ),
    ],
)
def test_a_share_that_is_not_printed(chat: Ask, turns: tuple[str, ...], said: str):
    assert head(chat(*turns)) == f"报告没有直接给出占比；{said}"


def test_why_figures_may_not_be_compared(chat: Ask):
    asked = "云湖区2024年和岩坪县2023年行政复议哪个多？"
    assert "不能据此判定高低" in head(chat(asked))
    for turn in ("为什么不能比？", "能直接比吗？", "有可比性吗？"):
        answer = chat(asked, turn)
        assert head(answer).startswith("不宜直接比较：云湖区320件，岩坪县210件。年度不同")
    one_by_one = ("云湖区2024年行政复议多少件？", "那法律援助呢？", "这两个能直接比吗？")
    assert head(chat(*one_by_one)).startswith("不宜直接比较：新收行政复议案件320件，")


def test_why_a_place_is_not_there(chat: Ask):
    assert head(chat(THREE, "为什么没有梅岭区？")) == "梅岭区：95件。"
    assert head(chat(THREE, "松屏市去哪了？")) == "松屏市：610件。"
    assert "库中没有朝阳区的报告" in chat(THREE, "为什么没有朝阳区？").answer
    silent = chat("云湖区、青岚县、松屏市2024年法律援助排名", "怎么没有梅岭区？")
    assert silent.reason is Reason.NOT_MENTIONED
    assert silent.values == ()
    assert head(chat(THREE, "为什么没有梅岭区？", "第二名是谁？")) == head(chat(THREE, "第二名是谁？"))


@pytest.mark.parametrize(
    ("turns", "value"),
    [
        (("云湖区2024年行政复议收了多少件？", "我问的是审结不是新收"), "305"),
        (("青岚县2024年行政复议收了多少件？", "不对，我要的是审结，不是新收"), "402"),
        (("云湖区2024年行政复议收了多少件？", "我问的是审结不是新收", "青岚县呢？"), "402"),
        (("云湖区2024年行政复议收了多少件？", "法律援助呢？", "回到刚才那个"), "320"),
        (("云湖区2024年行政复议收了多少件？", "法律援助呢？", "公证呢？", "第二个问题再说一遍"), "587"),
    ],
)
def test_words_put_right_and_turns_gone_back_to(chat: Ask, turns: tuple[str, ...], value: str):
    assert [v.value for v in chat(*turns).values] == [value]


def test_only_the_places_that_report_on_the_year(chat: Ask):
    turns = ("云湖区2023年行政复议多少件？", "岩坪县呢？", "松屏市2024年呢？", "只看2024年的")
    answer = chat(*turns)
    assert table(answer) == [("云湖区", "320"), ("松屏市", "610")]
    assert "岩坪县没有2024年的报告，未列入（岩坪县只有2023年的报告）。" in answer.warnings


@pytest.mark.parametrize("question", ["哪些区没有披露败诉率？", "2024年哪些地方没公布行政诉讼败诉率？"])
def test_who_does_not_disclose_a_rate_is_told_by_figures(chat: Ask, question: str):
    answer = chat(LOST, question)
    assert head(answer).startswith("未披露“")
    assert head(answer).endswith("的有：松屏市。")
    assert {v.value for v in answer.values} == {"5.54", "10", "6.1"}


def test_a_rate_of_another_name_is_no_answer(chat: Ask):
    assert chat("梅岭区2024年行政复议直接纠错率是多少？").reason is Reason.NOT_MENTIONED
    assert [v.value for v in chat("梅岭区2024年行政复议调解和解率是多少？").values] == ["31.5"]
    assert [v.value for v in chat("云湖区2024年行政复议直接纠错率是多少？").values] == ["8.6"]


@pytest.mark.parametrize("talk", ["好的，谢谢！", "嗯，明白了", "ok thanks"])
def test_thanks_are_acknowledged_with_what_the_conversation_stands_at(chat: Ask, talk: str):
    answer = chat(THREE, talk)
    assert answer.answer == "好的，可以接着问。当前范围：云湖区、青岚县、松屏市、2024年。"
    assert (answer.values, answer.citations, answer.abstained, answer.reason) == ((), (), False, None)
    assert head(chat(THREE, talk, "倒数第一是谁？")).startswith("倒数第一名是云湖区320件。")


def test_a_conversation_begun_anew_stands_at_nothing(chat: Ask):
    assert chat(THREE, "换个话题").answer == "好的，可以接着问。"
    assert chat(THREE, "换个话题", "法律援助多少件？").reason is Reason.AMBIGUOUS


def test_more_on_the_topic(chat: Ask):
    first, more = "云湖区2024年法律援助有哪些做法？", "还有呢？"
    told, rest = chat(first), chat(first, more)
    assert "受理援助案件587件" in told.answer
    assert "587" not in rest.answer  # told already
    assert {c.place for c in rest.citations} == {"云湖区"}
    assert chat(first, more, "青岚县呢？").answer == chat(first, "青岚县呢？").answer


def test_the_share_of_a_place_in_the_sum(chat: Ask):
    answer = chat(THREE, "青岚县占多少？")
    assert head(answer) == "青岚县450件，约占合计的32.61%（320件 + 450件 + 610件）。"
    assert [v.value for v in chat(THREE, "青岚县占多少？", "谁最多？").values] == ["320", "450", "610"]


def test_a_stem_with_another_suffix_is_another_place(chat: Ask):
    refused = chat(THREE, "加上云湖市")
    assert (refused.reason, refused.values) == (Reason.NO_SUCH_PLACE, ())
    assert head(chat(THREE, "加上云湖市", "谁最少？")) == head(chat(THREE, "谁最少？"))


@pytest.mark.parametrize(
    "question",
    [
        "How many legal aid cases did Atlantis handle in 2024?",
        "What was the loss rate in the Haishu report?",
    ],
)
def test_an_unknown_name_in_english_is_never_answered_from_the_conversation(chat: Ask, question: str):
    answer = chat(THREE, "云湖区的法律援助多少件？", question)
    assert answer.reason is Reason.NO_SUCH_PLACE
    assert answer.values == ()


@pytest.mark.parametrize(
    "question",
    [
        "云湖区2024年司法局局长叫什么名字？",
        "云湖区2024年行政复议为什么上升？",
        "云湖区法律援助中心在哪里？",
        "云湖区司法局的联系电话是多少？",
    ],
)
def test_what_prints_no_name_reason_or_place_is_no_answer_to_one(chat: Ask, question: str):
    answer = chat(question)
    assert answer.reason is Reason.NOT_MENTIONED
    assert "未提及" in head(answer)


def test_a_name_that_is_printed_is_told(chat: Ask):
    assert "区长王立" in chat("云湖区区长是谁？").answer


ENGLISH_FRAMES = re.compile(
    r"较[多少高低]|最[多少高低]|相差|合计|平均|持平|未披露|未提及|注意|报告|库中|可选|可以改问|共.个|排第|倒数|年(?!度)|地区|数值"
)


@pytest.mark.parametrize(
    "turns",
    [
        (
            FOUR,
            "第二名是谁？",
            "倒数第二呢？",
            "第六名是谁？",
            "青岚县排第几？",
            "加起来多少？",
            "平均每个区多少件？",
        ),
        (
            FOUR,
            "是几倍？",
            "最多的和最少的差多少？",
            "超过400件的有哪些？",
            "不到100件的是哪个",
            "能直接比吗？",
        ),
        (THREE, "只看前两名", "去掉松屏市", "为什么没有岩坪县？", "青岚县占多少？", "谢谢"),
        (AID, "松屏市去哪了？", "换成败诉率", "谁最高"),
        ("云湖区2019年行政复议多少件？",),
        ("朝阳区2024年行政复议多少件？",),
        ("云湖区2024年无人机采购了多少架？",),
        ("法律援助多少件？", "云湖区"),
        ("云湖区2024年有哪些不足？",),
        ("云湖区的报告是谁发布的？",),
        ("库里有哪些报告？",),
        ("哪些区没有披露败诉率？",),
        ("今天天气怎么样？",),
    ],
)
def test_every_frame_has_an_english_form_with_the_same_figures(chat: Ask, turns: tuple[str, ...]):
    for n in range(1, len(turns) + 1):
        answer = chat(*turns[:n])
        quotes = " ".join(c.sentence + "".join(c.heading) for c in answer.citations)
        for told in (answer.answer, *answer.warnings):
            english = english_of(told)
            framed = [
                found[0]
                for found in ENGLISH_FRAMES.finditer(english)
                if english[max(0, found.start() - 1) : found.end() + 1].strip("- |“”,.;:[]0123456789")
                not in quotes
            ]
            assert not framed, (turns[n - 1], english, framed)
            assert re.findall(r"\[\d+\]", english) == re.findall(r"\[\d+\]", told)


@pytest.mark.parametrize("question", ["What is the xylophone of 云湖区?", "云湖区的 zebra quota"])
def test_words_that_no_list_knows_are_not_answered_by_their_sound(chat: Ask, question: str):
    answer = chat(question)
    assert answer.reason is Reason.NOT_MENTIONED
    assert answer.values == ()
