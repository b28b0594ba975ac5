"""Pictures of comparisons: bars from zero, a line over years; what is not disclosed is drawn as such, never as zero.

Drawn as HTML and SVG on this machine, so that a screen reader reads the same words as the table says.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping

from qa.page.labels import Labels
from qa.page.markup import Html, element, join
from qa.types import Point, Series

_MOST_BARS = 50
_LINE_FROM = 3  # years of one place from which a line tells more than bars
_WIDTH, _HEIGHT, _LEFT, _TOP, _BOTTOM = 560, 220, 16, 34, 30


def render_series(series: Series, chips: Mapping[int, Html], labels: Labels) -> Html:
    """Draw one indicator.

    Args:
        series: Its figures.
        chips: What to show for each marker.
        labels: Words of the page.

    Returns:
        A figure with its caption; empty where fewer than two figures could be drawn.
    """
    drawn = [p for p in series.points if p.amount is not None]
    if len(drawn) < 2 or any(p.amount is not None and p.amount < 0 for p in drawn):
        return Html()
    is_line = series.over_years and len(drawn) >= _LINE_FROM
    picture = _line(series, labels) if is_line else _bars(series, chips, labels)
    return element("figure", element("figcaption", series.topic), picture, cls="fw-chart")


def _bars(series: Series, chips: Mapping[int, Html], labels: Labels) -> Html:
    """Draw a bar for each side, its length in proportion from zero."""
    most = max((p.amount or 0.0 for p in series.points), default=0.0) or 1.0
    rows = [_bar(point, most, chips, labels) for point in series.points[:_MOST_BARS]]
    return element("ul", *rows, cls="fw-bars")


def _bar(point: Point, most: float, chips: Mapping[int, Html], labels: Labels) -> Html:
    """Draw one bar with its name before it and its figure behind it."""
    name = element("span", labels.told(point.name), cls="fw-bar-name")
    if point.amount is None:
        track = element("span", labels.undisclosed, cls="fw-bar-none")
        return element("li", name, " ", track)
    share = max(0.4, 100 * point.amount / most)
    bar = element("i", cls="fw-bar", style=f"width:{share:.1f}%", aria_hidden="true")
    shown = element("span", point.shown, chips.get(point.citation, Html()), cls="fw-bar-value")
    return element("li", name, " ", element("span", bar, cls="fw-bar-track"), shown)


def _line(series: Series, labels: Labels) -> Html:
    """Draw a line over years from zero; a year without a figure breaks it."""
    points = series.points
    most = max(p.amount or 0.0 for p in points) or 1.0
    first, last = points[0].year, points[-1].year
    step = (_WIDTH - 2 * _LEFT - 60) / max(1, last - first)

    def at(point: Point) -> tuple[float, float]:
        height = _HEIGHT - _TOP - _BOTTOM
        return _LEFT + 30 + (point.year - first) * step, _HEIGHT - _BOTTOM - height * (
            point.amount or 0.0
        ) / most

    pieces: list[Html] = []
    ground = _HEIGHT - _BOTTOM
    pieces.append(element("line", x1=_LEFT, y1=ground, x2=_WIDTH - _LEFT, y2=ground, cls="fw-axis"))
    for one, other in itertools.pairwise(points):
        if one.amount is not None and other.amount is not None and other.year == one.year + 1:
            (x1, y1), (x2, y2) = at(one), at(other)
            pieces.append(
                element("line", x1=f"{x1:.1f}", y1=f"{y1:.1f}", x2=f"{x2:.1f}", y2=f"{y2:.1f}", cls="fw-line")
            )
    for point in points:
        x, y = at(point)
        pieces.append(_text(x, _HEIGHT - 10, labels.year_of(point.year), "fw-tick"))
        if point.amount is None:
            pieces.append(_text(x, ground - 8, labels.undisclosed, "fw-tick"))
        else:
            pieces.append(element("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r=4, cls="fw-dot"))
            pieces.append(_text(x, y - 10, point.shown, "fw-mark-value"))
    told = labels.separator.join(f"{p.year} {p.shown or labels.undisclosed}" for p in points)
    return element(
        "svg",
        join(pieces),
        viewBox=f"0 0 {_WIDTH} {_HEIGHT}",
        role="img",
        aria_label=f"{series.topic}: {told}",
    )


def _text(x: float, y: float, words: str, cls: str) -> Html:
    """Write words in a drawing, centred."""
    return element("text", words, x=f"{x:.1f}", y=f"{y:.1f}", cls=cls, text_anchor="middle")
