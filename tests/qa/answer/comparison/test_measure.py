"""What may be compared with what: ranges, stages, units, years, ties and differences."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.answer.comparison.measure import Cell, difference, judge, kind_of, span, stage_of
from qa.quantity import Quantity, find_quantities


def quantity(text: str) -> Quantity:
    (found,) = find_quantities(text)
    return found


def cell(name: str, text: str, *, year: int = 2024, words: str = "") -> Cell:
    return Cell(name, quantity(text), words or text, year, 1)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("办理587件", "587", "587"),
        ("培训30余次", "30", "40"),
        ("组织300余人次", "300", "400"),
        ("近70%", "65", "70"),
        ("控制在10%以下", "0", "10"),
        ("持证率95%以上", "95", "100"),
        ("约100件", "95", "105"),
        ("金额1.5亿元", "150000000", "150000000"),
    ],
)
def test_span(text: str, low: str, high: str):
    assert span(quantity(text)) == (Decimal(low), Decimal(high))


def test_more_than_a_count_has_no_upper_end():
    assert span(quantity("超过993场"))[1] == Decimal("Infinity")


def test_the_higher_figure_comes_first():
    assert judge([cell("甲", "收案320件"), cell("乙", "收案450件")]).order == (("乙",), ("甲",))


def test_a_tie_is_a_tie():
    verdict = judge([cell("甲", "收案230件"), cell("乙", "收案230件"), cell("丙", "收案95件")])
    assert [set(group) for group in verdict.order] == [{"甲", "乙"}, {"丙"}]
    assert verdict.warnings == ()


def test_units_with_ten_thousand_are_multiplied_in():
    assert judge([cell("甲", "受理1.2万件"), cell("乙", "受理9800件")]).order == (("甲",), ("乙",))


def test_different_years_give_no_winner():
    verdict = judge([cell("甲", "收案320件"), cell("乙", "收案450件", year=2022)])
    assert verdict.order == ()
    assert "年度不同" in verdict.warnings[0]
    assert "2022" in verdict.warnings[0]


def test_of_many_figures_those_of_other_years_are_named():
    cells = [cell(name, "收案320件") for name in "甲乙丙丁"] + [cell("戊", "收案45件", year=2022)]
    assert "年度不同（戊为2022年，其余为2024年）" in judge(cells).warnings[0]


def test_two_years_of_one_place_may_be_compared():
    cells = [cell("甲2023年", "收案320件", year=2023), cell("甲2024年", "收案450件")]
    assert judge(cells, same_place=True).order == (("甲2024年",), ("甲2023年",))


def test_a_bound_and_a_figure_under_it_give_no_winner():
    verdict = judge([cell("甲", "败诉率10%以下"), cell("乙", "败诉率5.54%")])
    assert verdict.order == ()
    assert "10%以下" in verdict.warnings[0]


def test_a_bound_and_a_figure_over_it_do_give_one():
    assert judge([cell("甲", "败诉率10%以下"), cell("乙", "败诉率15%")]).order == (("乙",), ("甲",))


@pytest.mark.parametrize(
    ("left", "right", "order"),
    [
        ("培训30余次", "培训40余次", (("乙",), ("甲",))),
        ("培训30余次", "培训35次", ()),
        ("培训30余次", "培训40次", (("乙",), ("甲",))),
        ("培训30余次", "培训30余次", ()),
        ("培训30余次", "培训29次", (("甲",), ("乙",))),
    ],
)
def test_vague_figures(left: str, right: str, order: tuple[tuple[str, ...], ...]):
    verdict = judge([cell("甲", left), cell("乙", right)])
    assert verdict.order == order
    assert bool(verdict.warnings) is (order == ())


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("收到复议申请450件", "审结复议案件402件"),
        ("新收案件450件", "受理案件402件"),
        ("受理案件450件", "办结案件402件"),
        ("收案450件", "败诉8件"),
    ],
)
def test_different_stages_give_no_winner(left: str, right: str):
    verdict = judge([cell("甲", left), cell("乙", right)])
    assert verdict.order == ()
    assert "口径不同" in verdict.warnings[0]


def test_one_side_without_a_stage_may_be_compared():
    assert judge([cell("甲", "复议案件450件"), cell("乙", "新收复议案件402件")]).order


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("培训1850人次", "培训920人"),
        ("调解率98%", "调解1300件"),
        ("金额230万元", "案件230件"),
        ("走访300户次", "走访200户"),
    ],
)
def test_different_units_give_no_winner(left: str, right: str):
    verdict = judge([cell("甲", left, words="x"), cell("乙", right, words="x")])
    assert verdict.order == ()
    assert "单位不同" in verdict.warnings[0]


@pytest.mark.parametrize(
    ("left", "right"), [("案件30件", "案件20起"), ("律师45名", "律师30人"), ("活动18场", "活动12次")]
)
def test_units_that_mean_the_same_may_be_compared(left: str, right: str):
    assert judge([cell("甲", left), cell("乙", right)]).order == (("甲",), ("乙",))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("直接纠错率12.4%", "综合纠错率17.7%"),
        ("一审败诉率4%", "二审败诉率6%"),
        ("负责人出庭率98%", "负责人应诉率99%"),
    ],
)
def test_variants_of_an_indicator_give_no_winner(left: str, right: str):
    verdict = judge([cell("甲", left), cell("乙", right)])
    assert verdict.order == ()
    assert any("指标名称不同" in w for w in verdict.warnings)


def test_a_cumulative_figure_is_not_compared_with_a_yearly_one():
    verdict = judge([cell("甲", "成立以来调解149件"), cell("乙", "调解120件")])
    assert verdict.order == ()
    assert "甲为累计数" in verdict.warnings[0]


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("新收行政复议案件", "收案"),
        ("发案量", "收案"),
        ("受理援助案件", "受理"),
        ("立案查处", "受理"),
        ("受理并办结案件", "审结"),
        ("败诉案件", "纠错"),
        ("成功化解矛盾", "调解"),
        ("培训执法人员", ""),
        ("", ""),
    ],
)
def test_stages(words: str, stage: str):
    assert stage_of(words) == stage


@pytest.mark.parametrize(
    ("left", "right", "gap"),
    [
        ("收案642件", "收案587件", "55"),
        ("收案587件", "收案642件", "55"),
        ("受理1.2万件", "受理9800件", "2200"),
        ("金额1.5亿元", "金额3000万元", "120000000"),
        ("败诉率5.54%", "败诉率4.34%", "1.20"),
        ("案件30件", "案件30起", "0"),
    ],
)
def test_difference(left: str, right: str, gap: str):
    assert difference(quantity(left), quantity(right)) == Decimal(gap)


@pytest.mark.parametrize(
    ("left", "right"), [("培训30余次", "培训20次"), ("调解率98%", "调解98件"), ("培训50人次", "培训20人")]
)
def test_no_difference_of_vague_figures_or_other_kinds(left: str, right: str):
    assert difference(quantity(left), quantity(right)) is None


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=6))
def test_exact_counts_are_always_ordered(counts: list[int]):
    verdict = judge([cell(f"地{i}", f"案件{n}件") for i, n in enumerate(counts)])
    ranked = [counts[int(name[1:])] for group in verdict.order for name in group]
    assert ranked == sorted(counts, reverse=True)
    assert all(len({counts[int(n[1:])] for n in group}) == 1 for group in verdict.order)


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("3件", "4起", True),
        ("3万元", "400元", True),
        ("3人", "4人次", False),
        ("3%", "4件", False),
        ("3件", "4万元", False),
    ],
)
def test_kinds(left: str, right: str, *, same: bool):
    assert (kind_of(quantity(left)) == kind_of(quantity(right))) is same
