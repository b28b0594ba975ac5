"""Turns that ask of what was not so, go back to the thing spoken of, or name 去年 of another place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from qa.types import Answer, Reason
from tests.asking import asking

_TEXT = (
    "{place}{year}年度法治政府建设情况报告\n\n{year}年，{place}推进法治政府建设，现将有关情况报告如下。\n\n"
    "一、主要做法\n{body}\n{place}人民政府\n{after}年2月10日\n"
)
BODIES = {
    ("清河县", 2024): (
        "（一）化解争议。全年收到行政复议申请412件，受理387件，不予受理19件，受理前撤回6件。审结案件365件，其中调解和解98件、撤销21件。\n"
        "受理的复议案件中，公安121件、自然资源96件、人社52件。\n"
        "（二）规范执法。各乡镇办理赋权事项处罚案件624件，其中葛仙镇118件、坝营镇96件，仍有3个乡镇全年未办一案。\n"
        "（三）调解。调解员共受理纠纷8236起，调解成功8120起，成功率98.6%；其中水库移民纠纷415起、邻里纠纷2674起、婚姻家庭纠纷1893起。\n"
        "（四）公开。收到政府信息公开申请213件。\n"
        "二、下一步打算\n制定湿地管理办法，拟开展立法项目4件，其中法规1件、规章3件。"
    ),
    ("昌黎县", 2024): (
        "（一）化解争议。收到行政复议申请356件，受理331件，审结318件，其中调解和解44件。\n"
        "（二）公开。收到政府信息公开申请178件。\n（三）普法惠民。办理法律援助案件892件，其中农民工案件301件。\n"
        "出台政府规章1件，即《昌黎县垂钓管理办法》。\n二、下一步打算\n计划开展专项监督4次。"
    ),
    ("云湖区", 2023): "收到行政复议申请120件，受理113件。\n二、下一步打算\n加强培训。",
    ("云湖区", 2024): (
        "收到行政复议申请131件，受理127件。收到政府信息公开申请66件。办理法律援助案件515件，其中农民工案件177件，受援人623人。\n"
        "二、下一步打算\n加强培训。"
    ),
}
Told = Callable[..., Answer]
_REVIEWS = "清河县2024年行政复议申请收到多少件"


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Told]:
    texts = (
        _TEXT.format(place=place, year=year, after=year + 1, body=body)
        for (place, year), body in BODIES.items()
    )
    with asking(tmp_path_factory.mktemp("denied"), texts, date(2026, 11, 27)) as ask:
        yield ask


def values(answer: Answer) -> list[str]:
    return [value.value for value in answer.values]


def test_what_was_not_so_is_told_by_words_that_deny_it(told: Told):
    assert values(told(_REVIEWS, "没受理的呢")) == ["19"]
    assert values(told(_REVIEWS, "受理的呢")) == ["387"]
    assert not {"331", "318", "356"} & set(values(told("昌黎县2024年行政复议申请收到多少件", "没受理的呢")))
    assert "387" not in values(told(_REVIEWS, "没有立案的几件"))
    townships = "清河县2024年乡镇赋权处罚案件多少"
    assert values(told(townships, "一件没办的有几个")) == ["3"]
    assert "与原文不符" not in told(townships, "有没有一件没办的乡镇").answer


def test_a_whole_year_elsewhere_is_of_the_thing_spoken_of(told: Told):
    turns = (_REVIEWS, "没受理的呢", "审完的有几件是和解调解掉的")
    assert values(told(*turns, "那昌黎县全年是多少")) == ["356"]
    assert values(told(_REVIEWS, "受理的呢", "昌黎县呢")) == ["331"]
    aid = ("云湖区2024年法律援助办了几件", "外来务工的有多少")
    assert values(told(*aid, "昌黎县呢?我是问案件数")) == ["892"]


def test_last_year_of_another_place_is_the_newest_report_where_none_other_is_held(told: Told):
    opening = "清河县2024年信息公开申请收到多少"
    answer = told(opening, "昌黎县去年一共收了多少")
    assert values(answer) == ["178"]
    assert "2025年" in answer.answer
    assert told(opening, "去年呢").reason is Reason.NO_SUCH_YEAR
    reviews = "清河县2024年行政复议申请收到多少件"
    assert values(told(reviews, "云湖区去年呢")) == ["120"]


def test_what_this_year_is_to_bring_is_the_plan_and_last_year_the_one_reported_on(told: Told):
    assert "湿地管理办法" in told("清河县今年要搞什么立法").answer
    assert values(told("清河县今年要搞什么立法", "其中规章几件")) == ["3"]
    assert "垂钓管理办法" in told("昌黎县今年要搞什么立法", "去年出了哪部规章").answer


def test_parts_that_a_turn_names_are_set_apart_though_places_were(told: Told):
    turns = ("清河县2024年收到复议申请多少", "昌黎县呢", "各自受理了多少", "清河县公安的几件")
    assert set(values(told(*turns, "自然资源呢,跟公安差多少"))) == {"121", "96"}


def test_the_whole_of_parts_has_their_name(told: Told):
    answer = told("清河县水库移民纠纷多少起", "占所有的百分之几")
    assert values(answer)[-2:] in (["8236", "415"], ["415", "8236"])
