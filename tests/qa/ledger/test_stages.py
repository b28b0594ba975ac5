"""The stage of a case or a problem that the words of a figure speak of."""

from __future__ import annotations

import pytest

from qa.ledger.stages import DENIED, stage_of


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("开展专项督察发现问题", "发现"),
        ("实地督察反馈问题", "发现"),
        ("年底前整改到位", "整改"),
        ("问题已销号", "整改"),
        ("全年新收行政复议案件", "收案"),
        ("行政复议申请数量", "收案"),
        ("接待来访群众", "收案"),
        ("区法律援助中心受理援助案件", "受理"),
        ("行政处罚立案", "受理"),
        ("全区办理行政处罚案件", "办理"),
        ("行政复议案件审结", "审结"),
        ("按期办结", "审结"),
        ("年末未结", "未结"),
        ("没审完的复议案件", "未结"),
        ("尚未办结", "未结"),
        ("直接纠错率", "纠错"),
        ("行政诉讼败诉", "纠错"),
        ("人民调解组织调处纠纷", "调解"),
        ("以和解方式", "调解"),
        ("开展法治宣传活动", ""),
        ("", ""),
    ],
)
def test_the_stage(words: str, stage: str):
    assert stage_of(words) == stage


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("受理案件中已审结", "审结"),
        ("审结的案件中经调解", "调解"),
        ("办理的案件中撤销", "纠错"),
        ("发现问题后整改", "整改"),
        ("排查出后再排查出", "发现"),
    ],
)
def test_the_last_stage_named_counts(words: str, stage: str):
    assert stage_of(words) == stage


def test_handling_an_application_is_receiving_it():
    assert stage_of("办理行政复议申请数") == "收案"
    assert stage_of("办理行政复议案件") == "办理"


def test_an_application_alone_is_no_stage():
    assert stage_of("行政复议申请") == ""


def test_a_stage_that_is_turned_down_is_not_asked_for():
    assert stage_of(DENIED.sub("", "审结的案件有多少件?我要审结数不要收案数")) == "审结"
    assert stage_of(DENIED.sub("", "收案有多少件")) == "收案"
