"""Comparisons: the figures chosen together, the table, the verdict, the difference."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import pytest

from embeddings.hashing import HashingEncoder
from qa.answer.comparison.compare import answer_comparison
from qa.answer.comparison.jointly import Side, choose_jointly
from qa.answer.compose.draft import Draft
from qa.ledger.observe import observe
from qa.question.single.intent import Intent, Task
from qa.question.single.intent_reading import read_intent
from qa.ranking import PreparedReport, ScoredMention
from qa.reading import read_text
from qa.types import AnswerKind

ENCODER = HashingEncoder()
COMPARE = Intent(Task.COMPARE)


def side(place: str, body: str, *, year: int = 2024, scores: Sequence[float] = ()) -> Side:
    opening = "深入推进依法行政，不断优化法治营商环境，扎实推进各项工作。"
    text = f"{place}{year}年法治政府建设工作报告\n\n一、{year}年工作情况\n\n{opening}{body}\n"
    report = read_text(text, f"{place}.txt", place=place, year=year)
    prepared = PreparedReport.make(report, ENCODER.encode([s.text for s in report.sentences]))
    found = observe(report)
    given = [*scores, *[1.0] * len(found)]
    return Side(
        report.meta,
        tuple(
            ScoredMention(prepared, m, s, 1.0, 1.0, 0.5, 0.5, (), 0.0)
            for m, s in zip(found, given, strict=False)
        ),
    )


def compared(sides: Sequence[Side], intent: Intent = COMPARE) -> Draft:
    return answer_comparison(sides, choose_jointly(sides), intent, "行政复议")


def values(picks: Sequence[ScoredMention | None]) -> list[str | None]:
    return [p.mention.quantity.value if p else None for p in picks]


def test_figures_of_the_same_words_are_chosen_together():
    sides = [
        side("甲河区", "受理法律援助案件587件。"),
        side("乙山区", "办理行政处罚案件980件，受理法律援助案件642件。"),
    ]
    assert values(choose_jointly(sides)) == ["587", "642"]


def test_figures_of_the_same_unit_are_chosen_together():
    sides = [
        side("甲河区", "调解成功率98.2%。"),
        side("乙山区", "成功调解纠纷3100件。调解成功率97.5%。", scores=[1.05, 1.0]),
    ]
    assert values(choose_jointly(sides)) == ["98.2", "97.5"]


def test_units_that_count_unlike_things_are_no_pair():
    sides = [side("甲河区", "提出行政复议建议986件。"), side("乙山区", "撰写调研文章1篇。")]
    assert values(choose_jointly(sides)) == ["986", None]
    draft = compared(sides)
    assert "只有甲河区公布了这项数字" in draft.lines[0]
    assert "乙山区的报告未披露，不等于零" in draft.lines[0]


def test_unlike_units_of_the_same_words_are_a_pair():
    sides = [side("甲河区", "报送工作信息986件。"), side("乙山区", "报送工作信息12篇。")]
    assert values(choose_jointly(sides)) == ["986", "12"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("办理公证986件", "调处邻里纠纷12起"),
        ("开展普法讲座30期", "举行法治宣传12场"),
        ("建设站点30个", "调处邻里纠纷12起"),  # 个 counts anything
        ("开展普法讲座30次", "举行法治宣传12场"),
    ],
)
def test_units_of_one_family_are_a_pair(first: str, second: str):
    sides = [side("甲河区", first + "。"), side("乙山区", second + "。")]
    assert values(choose_jointly(sides)) == [*(re.findall(r"\d+", first + second))]


def test_a_bound_is_no_figure_beside_one():
    body = "调解成功率9.5%以上。调解成功率98.2%。"
    sides = [side("甲河区", body, scores=[1.05, 1.0]), side("乙山区", "调解成功率97.5%。")]
    assert values(choose_jointly(sides)) == ["98.2", "97.5"]
    assert values(choose_jointly([replace(s, candidates=s.candidates[:1]) for s in sides])) == ["9.5", "97.5"]


def test_two_topics_give_a_warning_and_no_winner():
    sides = [side("甲河区", "办理公证4120件。"), side("乙山区", "受理法律援助案件642件。")]
    draft = answer_comparison(
        sides, choose_jointly(sides), read_intent("哪个多"), "公证", topics=["公证", "法律援助"]
    )
    assert draft.lines[0] == "甲河区4120件[1]，乙山区642件[2]；不能据此判定高低。"
    assert len(draft.warnings) == 1
    assert "不是同一项指标（公证、法律援助）" in draft.warnings[0]
    assert any(line == f"注意：{draft.warnings[0]}" for line in draft.lines)
    assert [v.value for v in draft.values] == ["4120", "642"]


def test_a_topic_of_two_sides_is_named_once_in_the_warning():
    bodies = ("办理公证4120件。", "受理法律援助案件642件。", "办理公证310件。")
    sides = [side(place, body) for place, body in zip(("甲河区", "乙山区", "丙湖区"), bodies, strict=True)]
    draft = answer_comparison(
        sides, choose_jointly(sides), COMPARE, "公证", topics=["公证", "法律援助", "公证"]
    )
    assert "（公证、法律援助）" in draft.warnings[0]


def test_a_side_without_candidates_has_no_figure():
    silent = replace(side("乙山区", "没有数字。"), candidates=())
    assert values(choose_jointly([side("甲河区", "受理案件587件。"), silent])) == ["587", None]
    assert choose_jointly([silent, silent]) == [None, None]


def test_the_table_has_a_row_for_each_side_in_the_order_asked():
    draft = compared([side("甲河区", "受理援助案件587件。"), side("乙山区", "受理援助案件642件。")])
    rows = [line for line in draft.lines if line.startswith("| ") and "地区" not in line]
    assert draft.kind is AnswerKind.COMPARISON
    assert [row.split("|")[1].strip() for row in rows] == ["甲河区", "乙山区"]
    assert "587件[1]" in rows[0]
    assert "642件[2]" in rows[1]
    assert [(v.place, v.value) for v in draft.values] == [("甲河区", "587"), ("乙山区", "642")]


@pytest.mark.parametrize(
    ("question", "head"),
    [
        ("哪个多", "乙山区642件[2]较多，甲河区587件[1]较少。"),
        ("哪个更少", "甲河区587件[1]较少，乙山区642件[2]较多。"),
    ],
)
def test_the_verdict_of_two(question: str, head: str):
    sides = [side("甲河区", "受理援助案件587件。"), side("乙山区", "受理援助案件642件。")]
    assert compared(sides, read_intent(question)).lines[0] == head


@pytest.mark.parametrize(
    ("question", "winner", "order"),
    [("哪个最多", "乙山区最多", ["642", "587", "95"]), ("从少到多排名", "丙湖区最少", ["95", "587", "642"])],
)
def test_the_order_of_three(question: str, winner: str, order: list[str]):
    sides = [
        side("甲河区", "受理援助案件587件。"),
        side("乙山区", "受理援助案件642件。"),
        side("丙湖区", "受理援助案件95件。"),
    ]
    head = compared(sides, read_intent(question)).lines[0]
    assert head.startswith(winner)
    assert [head.index(n) for n in order] == sorted(head.index(n) for n in order)


def test_two_that_are_first_share_it():
    sides = [
        side("甲河区", "受理援助案件642件。"),
        side("乙山区", "受理援助案件642件。"),
        side("丙湖区", "受理援助案件95件。"),
    ]
    head = compared(sides, read_intent("哪个最多")).lines[0]
    assert "并列" in head
    assert {"甲河区", "乙山区"} <= set(head.split("并列")[0].split("、"))


def test_rates_are_higher_and_lower_not_more_and_less():
    head = compared([side("甲河区", "调解成功率98.2%。"), side("乙山区", "调解成功率97.5%。")]).lines[0]
    assert "较高" in head
    assert "较多" not in head


def test_a_silent_side_is_not_zero_and_there_is_no_winner():
    silent = replace(side("乙山区", "没有数字。"), candidates=())
    draft = compared([side("甲河区", "受理案件587件。"), silent])
    assert "未披露" in draft.lines[0]
    assert "不等于零" in draft.lines[0]
    assert "较多" not in draft.lines[0]
    assert any("| 乙山区 | 2024 | — | 未披露 |" in line for line in draft.lines)


@pytest.mark.parametrize(
    ("first", "second", "gap"),
    [
        ("受理案件642件", "受理案件587件", "相差55件"),
        ("受理案件587件", "受理案件642件", "相差55件"),
        ("成功率98.2%", "成功率97.5%", "相差0.7个百分点"),
        ("受理案件1.2万件", "受理案件1.1万件", "相差1000件"),
        ("受理案件1.2万件", "受理案件9800件", "相差2200件"),
        ("受理案件587件", "受理案件587件", "持平"),
        ("培训30余次", "培训12次", "算不准"),
    ],
)
def test_differences(first: str, second: str, gap: str):
    draft = compared([side("甲河区", first + "。"), side("乙山区", second + "。")], Intent(Task.DIFFERENCE))
    assert gap in draft.lines[0]
    assert ("相差" in gap) is bool(draft.computed)


def test_no_difference_is_shown_where_it_was_not_asked_for():
    draft = compared([side("甲河区", "受理案件642件。"), side("乙山区", "受理案件587件。")])
    assert "相差" not in draft.lines[0]
    assert not draft.computed


def test_years_of_one_place_are_named_by_their_year():
    sides = [side("甲河区", "受理案件642件。", year=2023), side("甲河区", "受理案件587件。")]
    assert compared(sides).lines[0].startswith("甲河区2023年642件")


def test_figures_that_cannot_be_compared_stand_side_by_side():
    draft = compared([side("甲河区", "收到复议申请450件。"), side("乙山区", "审结复议案件402件。")])
    assert "不能据此判定高低" in draft.lines[0]
    assert "450件" in draft.lines[0]
    assert draft.warnings
    assert any(line.startswith("注意：") for line in draft.lines)


def test_markup_in_a_report_is_harmless_in_the_table():
    draft = compared([side("甲河区", "受理甲|乙<b>案件587件。"), side("乙山区", "受理案件642件。")])
    row = next(line for line in draft.lines if line.startswith("| 甲河区"))
    assert "<b>" not in row.replace("\\<b\\>", "")
    assert row.replace("\\|", "").count("|") == 5
