from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from qa.page.labels import CHINESE, ENGLISH
from qa.page.sources import render_no_report, render_report
from tests.fake_page import HOSTILE, make_report

REPORT = make_report(extra=HOSTILE)


def text_of(markup: str) -> str:
    return html.unescape(re.sub(r"<[^>]*>", "", markup))


def body_of(markup: str) -> str:
    return markup[markup.index('<div class="fw-report"') :]


@given(st.integers(-5, 400), st.integers(-5, 400))
def test_the_panel_shows_the_stored_text_whatever_is_marked(start: int, end: int) -> None:
    assert text_of(body_of(render_report(REPORT, start, end, CHINESE))) == REPORT.text


def test_quote_is_marked_within_its_sentence() -> None:
    quote = "审结70件"
    start = REPORT.text.index(quote)
    markup = render_report(REPORT, start, start + len(quote), CHINESE)
    assert re.findall(r'<mark class="fw-quote">(.*?)</mark>', markup) == [quote]
    sentence = re.search(r'<span class="fw-sentence">(.*?)</span>', markup)
    assert sentence is not None
    assert text_of(sentence[1]) == REPORT.sentences[0].text


def test_quote_over_two_lines_is_marked_in_both() -> None:
    start = REPORT.text.index("一、主要成效")
    end = REPORT.text.index("76件") + 3
    marks = re.findall(r'<mark class="fw-quote">(.*?)</mark>', render_report(REPORT, start, end, CHINESE))
    assert marks == ["一、主要成效", "全年收到行政复议案件76件"]


def test_nothing_is_marked_without_a_quote() -> None:
    assert "fw-quote" not in render_report(REPORT, 0, 0, CHINESE)


def test_structure_is_styled() -> None:
    markup = render_report(REPORT, 0, 0, CHINESE)
    assert '<p class="fw-heading fw-level-1" role="heading" aria-level="3">一、主要成效</p>' in markup
    assert '<p class="fw-printed-title">' in markup
    assert '<p class="fw-furniture">首页 &gt; 公开</p>' in markup


def test_header_names_the_report() -> None:
    shown = text_of(render_report(REPORT, 0, 0, ENGLISH))
    for words in (REPORT.meta.title, "东山区.txt", "2025-01-02", "not stated"):
        assert words in shown


def test_hostile_text_stays_text() -> None:
    markup = render_report(REPORT, 0, 0, CHINESE)
    assert "<script" not in markup
    assert "<img" not in markup


def test_empty_panel() -> None:
    assert CHINESE.source_empty in render_no_report(CHINESE.source_empty, CHINESE)
