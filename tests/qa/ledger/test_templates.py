"""Sentences that reports share are found, figures and place names aside; others are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qa.ledger.templates import Template, repeated, templates
from qa.reading import read_text
from qa.types import Report

STAND = "{place}区上下深入学习贯彻习近平法治思想，扎实推进法治政府建设，不断提升依法行政水平。"
COUNT = "办理法律援助案件{n}件，为受援人挽回损失{m}万元；解答法律咨询{k}万人次。"
NEW = "在石桥镇建成全省第一家数据合规公证服务站，服务人工智能企业。"


def report(place: str, year: int, *sentences: str) -> Report:
    text = f"{place}{year}年法治政府建设工作报告\n\n一、{year}年主要成效\n\n" + "\n".join(sentences)
    return read_text(text, file=f"{place}-{year}.txt", place=place, year=year)


CLOUD = report("云湖区", 2024, STAND.format(place="云湖"), COUNT.format(n=587, m="2,300", k="1.2"), NEW)
PEAK = report(
    "青岚县", 2024, STAND.format(place="青岚"), COUNT.format(n="六百一十二", m="九百八十", k="一点五")
)
LAST = report(
    "云湖区", 2023, COUNT.format(n="1,352", m=2163, k="1.58").replace("解答", "提供"), "开展旁听庭审活动。"
)


def texts(template: Template) -> list[str]:
    return [member.text for member in template.members]


def test_figures_and_names_of_places_do_not_tell_sentences_apart():
    found = templates([CLOUD, PEAK])
    assert [t.places for t in found] == [2, 2]
    stand = next(t for t in found if "□" in t.mask)
    assert texts(stand) == [STAND.format(place="云湖"), STAND.format(place="青岚")]
    assert (
        next(t for t in found if t is not stand).mask
        == "办理法律援助案件#件,为受援人挽回损失#元;解答法律咨询#人次。"
    )


def test_near_sentences_of_two_years_are_one_template():
    [found] = templates([CLOUD, LAST])
    assert (found.places, found.years) == (1, 2)
    assert [m.year for m in found.members] == [2023, 2024]
    assert templates([CLOUD, LAST], similar=1) == ()
    assert templates([CLOUD, LAST], similar=0.98) == ()


def test_members_say_where_they_stand():
    for template in templates([CLOUD, PEAK, LAST]):
        for member in template.members:
            source = next(r for r in (CLOUD, PEAK, LAST) if r.meta.id == member.report)
            assert source.text[member.start : member.end] == member.text
            assert source.sentences[member.sentence].text == member.text


def test_what_is_new_is_not_marked():
    marked = repeated(templates([CLOUD, PEAK, LAST]))
    shared = {CLOUD.sentences[i].text for i in marked[CLOUD.meta.id]}
    assert shared == {STAND.format(place="云湖"), COUNT.format(n=587, m="2,300", k="1.2")}


def test_a_sentence_twice_in_one_report_is_no_template():
    assert templates([report("云湖区", 2024, NEW, NEW)]) == ()


def test_nothing_gives_nothing():
    assert templates([]) == ()
    assert repeated([]) == {}


@pytest.mark.parametrize("copies", [2, 40])
def test_the_same_report_many_times_over_is_all_template(copies: int):
    reports = [replace(CLOUD, meta=replace(CLOUD.meta, id=f"r{i}", place=f"甲{i}区")) for i in range(copies)]
    found = templates(reports)
    assert {t.places for t in found} == {copies}
    assert sum(len(t.members) for t in found) == 3 * copies
