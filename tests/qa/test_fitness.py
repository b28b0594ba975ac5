"""How the kind of a figure fits what was asked: its measure word, its stage, plans, changes and names."""

from __future__ import annotations

import pytest

from qa.fitness import (
    BOUND_PENALTY,
    CHANGE_PENALTY,
    LEVEL_PENALTY,
    MEAN_PENALTY,
    NEW_FITS,
    PAST_PENALTY,
    PLAN_PENALTY,
    PROBLEM_PENALTY,
    QUOTED_PENALTY,
    REACHED_FITS,
    STAGE_DIFFERS,
    STAGE_FITS,
    STANDING_DIFFERS,
    STANDING_FITS,
    WEAK_PENALTY,
    level_fit,
    mean_fit,
    penalty,
    reached_fit,
    stage_fit,
    standing_fit,
)
from qa.ledger.mention import Mention
from qa.ledger.observe import observe_sentence
from qa.question.single.intent import Intent
from qa.question.single.intent_reading import read_intent
from qa.text import clean_question
from qa.types import SectionKind, Sentence
from qa.unit_fitness import (
    MEASURE_DIFFERS,
    MONEY_HINT,
    SHARE_FITS,
    measure_fit,
    money_fit,
    share_fit,
    unit_fit,
)

RESULT, PROBLEM, PLAN = SectionKind.RESULT, SectionKind.PROBLEM, SectionKind.PLAN


def mention(text: str, position: int = -1) -> Mention:
    return observe_sentence(Sentence(0, 0, len(text), text, 0, (), RESULT))[position]


def intent(question: str) -> Intent:
    return read_intent(clean_question(question))


@pytest.mark.parametrize(
    ("question", "better", "worse"),
    [
        ("占比多少", "占比95%", "办理95件"),
        ("花了多少钱", "经费95万元", "办理95件"),
        ("多少件", "办理95件", "占比95%"),
        ("多少件", "办理95件", "经费95万元"),
        ("多少件", "办理95件", "参加95人次"),
        ("多少人次", "参加95人次", "参加95人"),
        ("多少人", "参加95人", "参加95人次"),
        ("多少人", "参加95人", "办理95件"),
        ("多少名", "培训95人", "办理95件"),
        ("多少家", "走访95家", "办理95件"),
        ("多少个", "建成95处", "占比95%"),
        ("多少次", "执法检查95件次", "培训95人"),
        ("复议诉讼比是多少", "复议诉讼比3.97:1", "办理95件"),
        ("有多少", "办理95件", "占比95%"),
        ("了结多少起", "化解纠纷95件", "全县95个人民调解委员会"),
        ("设了几间", "工作室95个", "观察站95家"),
        ("有多少", "流出95人", "3年来"),
        ("多少个钟头", "服务95小时", "法律顾问95个"),
        ("增长了多少百分点", "上升1.2个百分点", "办理95件"),
        ("占比多少", "占比95%", "上升1.2个百分点"),
        ("同比增长多少", "同比增长62.4%", "办理95件"),
    ],
)
def test_measure_words(question: str, better: str, worse: str):
    assert unit_fit(intent(question), mention(better)) > unit_fit(intent(question), mention(worse))


@pytest.mark.parametrize(
    ("question", "text"),
    [("占比多少", "办理95件"), ("多少件", "占比95%"), ("多少钱", "参加95人"), ("多少人", "经费95万元")],
)
def test_percent_money_and_counts_never_stand_for_each_other(question: str, text: str):
    assert unit_fit(intent(question), mention(text)) <= -0.5


@pytest.mark.parametrize(
    ("asked", "own", "fit"),
    [
        ("受理", "受理援助案件", STAGE_FITS),
        ("受理", "新收行政复议案件", -STAGE_DIFFERS),
        ("受理", "援助案件", 0.0),  # the figure names no stage
        ("", "受理援助案件", 0.0),  # the question names none
    ],
)
def test_the_stage_asked_for(asked: str, own: str, fit: float):
    assert stage_fit(asked, own) == fit


@pytest.mark.parametrize(
    ("question", "text", "section", "taken"),
    [
        ("多少件", "办理案件95件", RESULT, 0.0),
        ("多少件", "办理案件95件", PLAN, PLAN_PENALTY),
        ("下一步新建多少个", "新建站点20个", PLAN, 0.0),
        ("下一步新建多少个", "新建站点20个", RESULT, PLAN_PENALTY),
        ("多少件", "办理案件95件", PROBLEM, PROBLEM_PENALTY),
        ("多少件", "同比增长62.4%", RESULT, CHANGE_PENALTY),
        ("同比增长多少", "办理案件95件", RESULT, CHANGE_PENALTY),
        ("同比增长多少", "同比增长62.4%", RESULT, 0.0),
        ("同比增长多少", "同比下降12.5%", RESULT, 0.05),
        ("多少件", "出台《关于处罚20件事项的规定》", RESULT, QUOTED_PENALTY),
        ("多少家", "建成两家", RESULT, WEAK_PENALTY),
    ],
)
def test_what_was_not_asked_for_costs(question: str, text: str, section: SectionKind, taken: float):
    assert penalty(intent(question), mention(text), section) == pytest.approx(taken)


def test_the_figure_of_last_year_costs():
    text = "持证率由上年的62.5%提升至88.1%"
    assert penalty(intent("持证率多少"), mention(text, 0), RESULT) == pytest.approx(PAST_PENALTY)
    assert penalty(intent("持证率多少"), mention(text, 1), RESULT) == 0.0


def test_reasons_add_up():
    found = mention("出台《关于处罚20件事项的规定》")
    assert penalty(intent("多少件"), found, PLAN) == pytest.approx(QUOTED_PENALTY + PLAN_PENALTY)


@pytest.mark.parametrize(
    ("question", "measures", "text", "fit"),
    [
        ("调解了多少", {"件"}, "2216名调解员", -MEASURE_DIFFERS),
        ("调解了多少", {"件"}, "调解纠纷1.2万件", 0.0),
        ("调解了多少", {"件"}, "成功率95%", 0.0),  # percent and money have rules of their own
        ("调解了多少", set(), "2216名调解员", 0.0),  # the lexicon knows no measure
        ("调解员多少名", {"件"}, "2216名调解员", 0.0),  # the question names one
    ],
)
def test_units_that_figures_of_the_concept_bear(question: str, measures: set[str], text: str, fit: float):
    assert measure_fit(intent(question), frozenset(measures), mention(text)) == fit


@pytest.mark.parametrize(
    ("question", "text", "fit"),
    [
        ("年底在册多少人", "年末在矫188人", STANDING_FITS),
        ("年底在册多少人", "接收社区矫正对象214人", -STANDING_DIFFERS),
        ("年底在册多少人", "社区矫正对象214人", 0.0),
        ("全年新接收多少人", "接收社区矫正对象214人", 0.0),  # what came in is asked for
        ("社区矫正对象多少人", "接收社区矫正对象214人", 0.0),  # neither is
    ],
)
def test_what_stands_is_not_what_came_in(question: str, text: str, fit: float):
    assert standing_fit(question, mention(text)) == fit


@pytest.mark.parametrize(
    ("question", "text", "fit"),
    [
        ("省级多少个", "创建国家级示范村3个", -LEVEL_PENALTY),
        ("省级多少个", "创建省级示范村29个", 0.0),
        ("省级多少个", "创建示范村29个", 0.0),
        ("多少个", "创建国家级示范村3个", 0.0),
    ],
)
def test_the_level_asked_for(question: str, text: str, fit: float):
    assert level_fit(question, mention(text)) == fit


@pytest.mark.parametrize(
    ("question", "text", "fit"),
    [
        ("拖着不给的账收回来多少", "清偿账款2.36亿元", MONEY_HINT),
        ("拖着不给的账收回来多少", "涉及企业412家", 0.0),
        ("拖着不给的账收回来多少件", "清偿账款2.36亿元", 0.0),
        ("普法办了多少", "投入2.36亿元", 0.0),
    ],
)
def test_questions_that_mean_money_without_saying_so(question: str, text: str, fit: float):
    assert money_fit(intent(question), question, mention(text)) == fit


def test_an_aim_is_no_result():
    asked = intent("败诉率是多少")
    assert penalty(asked, mention("败诉率控制在9.5%以内"), RESULT) == BOUND_PENALTY
    assert penalty(asked, mention("败诉率9.5%"), RESULT) == 0.0


def test_what_came_in_is_asked_for_by_new():
    held, new = mention("全区持有行政执法证件人员1043人。"), mention("当年新领证87人。")
    asked = "新拿到行政执法证的有多少人"
    assert standing_fit(asked, new) == NEW_FITS
    assert standing_fit(asked, held) == -NEW_FITS
    assert standing_fit("刚拿到执法证的有多少人", new) == NEW_FITS
    assert standing_fit("刚开展的执法检查有多少", new) == 0


def test_what_is_mostly_told_in_per_cent_may_be_asked_for_without_it():
    rate, count = mention("群众满意率98.6%。"), mention("受援群众310人。")
    open_unit = read_intent("老百姓说好的有多少")
    assert share_fit(open_unit, True, rate) == SHARE_FITS
    assert share_fit(open_unit, False, rate) == 0
    assert share_fit(open_unit, True, count) == 0
    assert share_fit(read_intent("老百姓说好的有多少人"), True, rate) == 0


def test_what_something_was_brought_to():
    asked = "接线的位子扩到多少个"
    assert reached_fit(asked, mention("热线人工坐席扩至64个。")) == REACHED_FITS
    assert reached_fit(asked, mention("受理诉求38万件。")) == 0
    assert reached_fit("接线的位子有多少个", mention("热线人工坐席扩至64个。")) == 0


def test_a_mean_is_no_number():
    mean = mention("市本级人均办案53件。")
    assert mean_fit("办案多少件", mean) == -MEAN_PENALTY
    assert mean_fit("人均办案多少件", mean) == 0


@pytest.mark.parametrize(
    ("question", "text"),
    [("用时多少天", "检查3次。"), ("骑行多少公里", "调处63起。"), ("截住几艘船", "办理205件。")],
)
def test_a_span_a_length_or_a_boat_is_never_a_count(question: str, text: str):
    assert unit_fit(read_intent(question), mention(text)) <= -0.5
