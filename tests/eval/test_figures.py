from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.figures import figures, qualifier_class, single, unit_fits


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("共571件", "571", "件"),
        ("共1,476件", "1476", "件"),
        ("共1,476 件", "1476", "件"),
        ("13.68亿元", "1368000000", "元"),
        ("23万余件", "230000", "件"),
        ("23余万件", "230000", "件"),
        ("3千余家", "3000", "家"),
        ("5.54%", "5.54", "%"),
        ("5.54%", "5.54", "%"),
        ("3.97:1", "3.97", ":1"),
        ("一千三百余件", "1300", "件"),
        ("千余家", "1000", "家"),
        ("二十余万人次", "200000", "人次"),
        ("百分之九十五", "95", "%"),
        ("百分之5.5", "5.5", "%"),
        ("千分之三", "3", "‰"),
        ("近七成", "70", "%"),
        ("一亿二千万元", "120000000", "元"),
        ("二〇二四年", "2024", "年"),
        ("三件", "3", "件"),
        ("提高1.5个百分点", "1.5", "个百分点"),
    ],
)
def test_reads_one_figure(text: str, value: str, unit: str) -> None:
    (figure,) = figures(text)
    assert figure.value == Decimal(value)
    assert unit_fits(figure, unit)


@pytest.mark.parametrize("text", ["一是强化统筹", "一般", "成立专班", "一体化推进", "A4纸", "", "三成立"])
def test_words_hold_no_figure(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("约200件", "about"),
        ("近200件", "nearly"),
        ("超过200件", "more"),
        ("200余件", "more"),
        ("200多件", "more"),
        ("200件以上", "more"),
        ("10%以下", "less"),
        ("200件左右", "about"),
        ("不到200件", "nearly"),
        ("200件", ""),
        ("200件,其中以上", ""),
    ],
)
def test_reads_the_qualifier(text: str, qualifier: str) -> None:
    assert figures(text)[0].qualifier == qualifier


def test_qualifiers_of_one_meaning_are_equal() -> None:
    assert qualifier_class("余") == qualifier_class("超") == qualifier_class("以上")
    assert qualifier_class("约") != qualifier_class("近")
    assert qualifier_class(None) == ""


def test_people_times_are_not_people() -> None:
    (figure,) = figures("8308人次")
    assert unit_fits(figure, "人次")
    assert not unit_fits(figure, "人")
    assert unit_fits(figure, "人", aliases=("人次",))


def test_equal_units_fit() -> None:
    (figure,) = figures("993场次")
    assert unit_fits(figure, "场")
    (points,) = figures("3百分点")
    assert unit_fits(points, "个百分点")


@pytest.mark.parametrize(
    ("value", "unit"), [("23", "万件"), ("23万", "件"), ("230000", "件"), ("230,000", "件")]
)
def test_one_value_in_many_forms(value: str, unit: str) -> None:
    figure = single(value, unit)
    assert figure is not None
    assert figure.value == 230000


@pytest.mark.parametrize("value", ["", "很多", "3-5", "571和587"])
def test_a_value_must_be_one_figure(value: str) -> None:
    assert single(value, "件") is None


def test_several_figures_in_order() -> None:
    found = figures("收到571件,审结500件,占百分之八十")
    assert [f.value for f in found] == [571, 500, 80]


@given(st.text(max_size=300))
def test_never_raises_and_offsets_hold(text: str) -> None:
    for figure in figures(text):
        assert 0 <= figure.start < figure.end <= len(text)


@given(st.integers(0, 10**9), st.sampled_from(["件", "人次", "万元", "%", ""]))
def test_a_printed_integer_comes_back(n: int, unit: str) -> None:
    (figure,) = figures(f"共{n:,}{unit}。")
    assert figure.raw == n
