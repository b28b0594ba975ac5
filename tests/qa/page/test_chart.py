"""Pictures: what is drawn, from zero, and what is not drawn at all."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from qa.page.chart import render_series
from qa.page.labels import CHINESE, ENGLISH
from qa.page.markup import Html, element
from qa.types import Point, Series
from tests.conftest import Ask
from tests.fake_page import HOSTILE

BARS = Series(
    "行政复议",
    (
        Point("云湖区", 2024, 320.0, "320件", 1),
        Point("青岚县", 2024, 640.0, "640件", 2),
        Point("梅岭区", 2024, None),
        Point("松屏市", 2024, 0.0, "0件", 3),
    ),
)
YEARS = Series(
    "行政复议",
    tuple(
        Point(f"云湖区{y}年", y, n, f"{n:g}件", i + 1)
        for i, (y, n) in enumerate([(2022, 260.0), (2023, 130.0), (2024, 520.0)])
    ),
    over_years=True,
)
CHIPS = {n: element("button", str(n), cls="fw-chip") for n in (1, 2, 3)}


def draw(series: Series, labels: object = CHINESE) -> str:
    return render_series(series, CHIPS, labels)  # type: ignore[arg-type]


def items(html: str) -> list[str]:
    return re.findall(r"<li>(.*?)</li>", html)


def points(html: str) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', html)]


def test_bars_are_in_proportion_from_zero():
    drawn = items(draw(BARS))
    widths = [float(w[0]) if (w := re.findall(r"width:([\d.]+)%", item)) else None for item in drawn]
    assert widths == [50.0, 100.0, None, 0.4]  # nought is a hair that can be seen
    assert [
        re.findall(r'fw-bar-name">([^<]+)<', item)[0] for item in drawn
    ] == "云湖区 青岚县 梅岭区 松屏市".split()


def test_each_bar_has_its_figure_and_its_source():
    drawn = items(draw(BARS))
    for item, shown, marker in zip(
        [drawn[0], drawn[1], drawn[3]], ["320件", "640件", "0件"], "123", strict=True
    ):
        assert f"{shown}<button" in item
        assert f">{marker}</button>" in item


def test_what_is_not_disclosed_is_drawn_as_such_and_never_as_zero():
    silent = items(draw(BARS))[2]
    assert "未披露" in silent
    assert "<i" not in silent
    assert "0" not in silent
    assert "not disclosed" in items(draw(BARS, ENGLISH))[2]


def test_three_years_of_one_place_are_a_line_from_zero():
    html = draw(YEARS)
    drawn = points(html)
    assert "<li>" not in html
    ground = float(re.findall(r'y1="(\d+)"[^>]*fw-axis', html)[0])
    heights = [ground - y for _, y in drawn]
    assert heights[0] / heights[2] == pytest.approx(260 / 520, abs=0.01)
    assert heights[1] / heights[2] == pytest.approx(130 / 520, abs=0.01)
    assert drawn[1][0] - drawn[0][0] == pytest.approx(drawn[2][0] - drawn[1][0], abs=0.2)
    assert html.count("fw-line") == 2
    assert 'aria-label="行政复议: 2022 260件、2023 130件、2024 520件"' in html


def test_a_year_without_a_figure_breaks_the_line():
    years = (*YEARS.points, Point("云湖区2025年", 2025, None), Point("云湖区2026年", 2026, 300.0, "300件", 1))
    html = draw(Series("行政复议", years, over_years=True))
    assert len(points(html)) == 4
    assert html.count("fw-line") == 2  # neither into the gap nor over it
    assert "未披露" in html


def test_years_that_are_not_neighbours_are_not_joined():
    apart = (YEARS.points[0], YEARS.points[2], Point("云湖区2025年", 2025, 300.0, "300件", 3))
    html = draw(Series("行政复议", apart, over_years=True))
    assert html.count("fw-line") == 1
    xs = [x for x, _ in points(html)]
    assert (xs[1] - xs[0]) / (xs[2] - xs[1]) == pytest.approx(2, abs=0.02)


def test_two_years_are_bars():
    assert "fw-bars" in draw(Series("行政复议", YEARS.points[:2], over_years=True))


@pytest.mark.parametrize(
    "drawn",
    [
        (),
        (BARS.points[0],),
        (BARS.points[0], BARS.points[2]),  # one figure beside a silent place
        (Point("甲", 2024, -3.0, "-3%", 1), Point("乙", 2024, 5.0, "5%", 2)),  # no bar goes below zero
    ],
)
def test_nothing_is_drawn_of_fewer_than_two_figures_or_below_zero(drawn: tuple[Point, ...]):
    assert draw(Series("行政复议", drawn)) == Html()


def test_two_zeros_are_drawn():
    zeros = (Point("甲", 2024, 0.0, "0件", 1), Point("乙", 2024, 0.0, "0件", 2))
    assert len(items(draw(Series("败诉", zeros)))) == 2
    three = tuple(Point(f"甲{y}", y, 0.0, "0件", 1) for y in (2022, 2023, 2024))
    assert len(points(draw(Series("败诉", three, over_years=True)))) == 3


def test_many_bars_end_at_fifty():
    many = tuple(Point(f"第{n}区", 2024, float(n), f"{n}件", 1) for n in range(1, 71))
    assert len(items(draw(Series("行政复议", many)))) == 50


@pytest.mark.parametrize("over_years", [False, True])
def test_hostile_names_stay_text(*, over_years: bool):
    bad = tuple(Point(HOSTILE, 2022 + n, 5.0 + n, HOSTILE, 1) for n in range(3))
    html = draw(Series(HOSTILE, bad, over_years=over_years))
    assert "<script" not in html
    assert "<img" not in html
    ET.fromstring(html)  # every quote and bracket of the name is escaped


# What an answer gives to draw.


def test_a_comparison_gives_what_its_table_says(chat: Ask):
    answer = chat("云湖区、青岚县、松屏市和梅岭区2024年法律援助各多少件？")
    [series] = answer.series
    assert [(p.name, p.amount, p.shown) for p in series.points] == [
        ("云湖区", 587.0, "587件"),
        ("青岚县", 642.0, "642件"),
        ("松屏市", 587.0, "587件"),
        ("梅岭区", None, ""),
    ]
    assert not series.over_years
    for point in series.points[:3]:
        assert any(c.marker == point.citation and c.place == point.name for c in answer.citations)


def test_years_of_one_place_are_drawn_in_their_order(chat: Ask):
    [series] = chat("比较云湖区2024年、2022年和2023年的行政复议").series
    assert [(p.year, p.amount) for p in series.points] == [(2022, 260.0), (2023, 290.0), (2024, 320.0)]
    assert series.over_years


@pytest.mark.parametrize(
    "question",
    [
        "云湖区、青岚县、梅岭区2024年行政诉讼败诉率哪个最高？",  # a bound
        "云湖区2024年和岩坪县2023年行政复议哪个多？",  # years that differ
        "松屏市和梅岭区2024年法律援助哪个多？",  # one of two discloses
        "云湖区、青岚县、松屏市2024年人民调解纠纷哪个最多？",  # a vague figure
        "云湖区2024年公证和青岚县2024年法律援助哪个多？",  # two things
        "云湖区2024年行政复议收了多少件？",
        "朝阳区和云湖区2024年行政复议哪个多？",
    ],
)
def test_nothing_is_drawn_where_figures_may_not_be_compared(chat: Ask, question: str):
    assert chat(question).series == ()
