"""How a figure is shown: digits, qualifier, unit, and the words that name it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.answer.compose import number
from qa.answer.compose.number import label_of, printed, value_of
from qa.ledger.mention import Mention
from qa.ledger.observe import observe
from qa.quantity import find_quantities
from qa.reading import read_text
from qa.types import Report


def report(sentence: str) -> Report:
    opening = "深入推进依法行政，不断优化法治营商环境，扎实推进各项工作。"
    text = f"甲河区2024年法治政府建设工作报告\n\n一、2024年工作情况\n\n{opening}{sentence}\n"
    return read_text(text, "river.txt", place="甲河区", year=2024)


def mention(of: Report, value: str) -> Mention:
    return next(m for m in observe(of) if m.quantity.value == value)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("办理587件", "587件"),
        ("办理1,476件", "1476件"),
        ("办理１４７６件", "1476件"),
        ("约1.62亿元", "约1.62亿元"),
        ("近70%", "近70%"),
        ("超过993场", "超过993场"),
        ("突破15亿元", "突破15亿元"),
        ("逾8000公里", "逾8000公里"),
        ("培训30余次", "30余次"),
        ("服务23万余人次", "23万余人次"),
        ("控制在10%以下", "10%以下"),
        ("达到95%以上", "95%以上"),
        ("不少于2次", "不少于2次"),
        ("百分之九十五", "95%"),
    ],
)
def test_printed(text: str, shown: str):
    (quantity,) = find_quantities(text)
    assert printed(quantity) == shown


@given(st.integers(0, 10**9), st.sampled_from(["件", "人次", "万元", "%", "家"]))
def test_an_exact_figure_is_shown_as_it_is(number: int, unit: str):
    (quantity,) = find_quantities(f"办理{number}{unit}")
    assert printed(quantity) == f"{number}{unit}"


@pytest.mark.parametrize(
    ("sentence", "value", "label"),
    [
        ("全区办理行政处罚案件1476件。", "1476", "全区办理行政处罚案件"),
        ("- 办理行政处罚案件 **1476** 件；", "1476", "办理行政处罚案件"),
        ("2024年共办理行政处罚案件1476件。", "1476", "办理行政处罚案件"),
        ("全年累计新收复议案件320件，审结305件。", "305", "审结"),
        ("持证率由上年的62.5%提升至88.1%。", "88.1", "持证率"),
        ("办理行政处罚案件1476件，同比下降12.5%。", "12.5", "办理行政处罚案件同比下降"),
        ("执法数据:行政处罚:2023年为6318件;2024年为5742件;增减-9.1%。", "9.1", "行政处罚增减（下降）"),
    ],
)
def test_labels(sentence: str, value: str, label: str):
    made = report(sentence)
    assert label_of(made, mention(made, value)) == label


@given(
    st.text(alphabet="执法案件复议，、；“”《》（）0123456789.%件次家其中同比下降", min_size=1, max_size=60)
)
def test_a_label_is_short_and_without_figures(sentence: str):
    made = report(sentence + "。")
    for found in observe(made):
        label = label_of(made, found)
        assert len(label) <= 60
        assert not any(c.isdigit() for c in label)


def test_a_value_holds_what_the_contract_asks_for():
    made = report("组织执法培训30余次。")
    value = value_of(made, mention(made, "30"), "培训", 3)
    assert (value.place, value.year, value.value, value.unit, value.qualifier, value.citation) == (
        "甲河区",
        2024,
        "30",
        "次",
        "余",
        3,
    )
    assert value.indicator == "组织执法培训"


def test_a_figure_without_words_is_named_by_the_question():
    made = report("77件。")
    found = mention(made, "77")
    if not label_of(made, found):
        assert value_of(made, found, "执法案件", 1).indicator == "执法案件"


def test_a_long_row_that_is_none_is_read_in_no_time():
    assert number._ROW.match("某某情况:" + "受理申请12件" * 200 + ",尾") is None
    assert number._ROW.match("市场监管:行政检查4210户次;立案356件。")[1] == "市场监管"
