"""Words that handle a conversation name no topic; what names one stays."""

from __future__ import annotations

import pytest

from qa.question.words.talk import blank_planning, blank_talk, says_level, without_deed


def left(turn: str, *held: tuple[int, int]) -> str:
    return "".join(blank_talk(turn, held).split())


@pytest.mark.parametrize(
    ("turn", "rest"),
    [
        ("三地放在一张表", ""),
        ("由多到少排好", "好"),
        ("按从少到多的次序再说一遍", ""),
        ("剩下的里面哪个收得最多", "哪个"),
        ("改看调解和解率", "调解和解率"),
        ("公证也报一下", "公证"),
        ("同一指标", ""),
        ("你确定吗", ""),
        ("云湖区先搁一边", "云湖区"),
        ("报告自己写的增幅", "写的增幅"),
        ("火星呢", "火星呢"),
        ("常住人口多少", "常住人口多少"),
        ("同比呢", "同比呢"),
        ("合同审查多少件", "合同审查多少件"),
        ("林票发行了多少钱", "林票发行了多少钱"),
        ("那行了,公证呢", ",公证呢"),
    ],
)
def test_what_is_left_of_a_turn(turn: str, rest: str):
    assert left(turn) == rest


def test_a_phrase_of_the_domain_is_never_cut():
    assert left("排查多少件") == "排查多少件"
    assert left("看看法治") == "法治"
    assert left("中间结算", (0, 4)) == "中间结算"
    assert left("中间结算") == "结算"


def test_the_length_stays():
    turn = "三家摆一块儿,看看哪家最多"
    assert len(blank_talk(turn, ())) == len(turn)


@pytest.mark.parametrize(
    ("turn", "rest"),
    [
        ("今年准备办到多少件", "今年多少件"),
        ("它2023年的也说一下", "它2023年的"),
        ("力争降多少", "降多少"),
        ("降到了多少次", "多少次"),
        ("2024年实际降到多少", "2024年实际降到多少"),  # the year is blanked before
        ("实际降到多少", "多少"),
        ("要回多少钱", "多少钱"),
        ("败诉率降到多少", "败诉率降到多少"),  # names its topic itself
        ("企业要回多少钱", "企业要回多少钱"),
    ],
)
def test_what_only_says_how_the_old_thing_stands_is_no_topic(turn: str, rest: str):
    assert "".join(blank_planning(turn).split()) == rest


@pytest.mark.parametrize(
    ("turn", "level"), [("降到了多少次", True), ("那2024年实际降到多少", True), ("降了多少", False)]
)
def test_a_level_is_told_from_a_change(turn: str, *, level: bool):
    assert says_level(turn) is level


@pytest.mark.parametrize(
    ("turn", "topic", "rest"),
    [
        ("两个县哪个查得少", "涉企检查", "两个县哪个少"),
        ("谁罚得更多", "行政处罚", "谁更多"),
        ("谁罚得更多", "公证", "谁罚得更多"),
        ("哪个县办得好", "办理案件", "哪个县办得好"),
    ],
)
def test_the_deed_of_the_topic_is_no_topic_of_its_own(turn: str, topic: str, rest: str):
    assert without_deed(turn, topic) == rest
