from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.page.markup import Html
from qa.page.prose import render_prose

CHIPS = {1: Html("<button>1</button>"), 2: Html("<button>2</button>")}
ALLOWED = re.compile(
    r'</?(?:p|ul|li|strong|button|table|thead|tbody|tr|td|th)>|</?ol(?: start="\d+")?>|<p class="fw-subhead">'
    r'|<th scope="col">|<td class="fw-figure">|<div class="fw-table" tabindex="0" role="region">|</div>'
)


@given(st.text(alphabet=st.sampled_from("|-*#[]()!<>&\"'`\\\n 1.2x法javascript:"), max_size=80))
def test_only_known_tags_come_out(text: str) -> None:
    rest = ALLOWED.sub("", render_prose(text, CHIPS))
    assert "<" not in rest
    assert ">" not in rest


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[link](javascript:alert(1))",
        "![x](http://evil.example/x.png)",
        "<a href='javascript:alert(1)'>x</a>",
        "| a |\n|---|\n| <svg onload=alert(1)> |",
        "- <iframe src=x>",
        "**<b onclick=x>**",
    ],
)
def test_markup_stays_text(hostile: str) -> None:
    html = render_prose(hostile, CHIPS)
    assert not re.search(r"<(?:script|img|a|svg|iframe|b)\b", html)
    assert "href" not in html.replace("href=&#x27;", "")


def test_paragraph_with_chip_and_escapes() -> None:
    assert render_prose(r"a\*b [1] [9]", CHIPS) == "<p>a*b <button>1</button> [9]</p>"


def test_bold_holds_a_chip() -> None:
    assert render_prose("**共76件[1]**", CHIPS) == "<p><strong>共76件<button>1</button></strong></p>"


def test_lists() -> None:
    assert render_prose("- 甲\n- 乙", CHIPS) == "<ul><li>甲</li><li>乙</li></ul>"
    assert render_prose("2. 甲\n3. 乙", CHIPS) == '<ol start="2"><li>甲</li><li>乙</li></ol>'
    assert render_prose("- 甲\n1. 乙", CHIPS) == '<ul><li>甲</li></ul><ol start="1"><li>乙</li></ol>'


def test_heading() -> None:
    assert render_prose("## 成效", CHIPS) == '<p class="fw-subhead">成效</p>'


def test_table_with_head_figures_and_escaped_bars() -> None:
    html = render_prose("| 地区 | 数值 |\n|---|---|\n| 甲\\|乙 | 587件[1] |", CHIPS)
    assert '<thead><tr><th scope="col">地区</th><th scope="col">数值</th></tr></thead>' in html
    assert '<td>甲|乙</td><td class="fw-figure">587件<button>1</button></td>' in html


def test_table_without_rule_has_no_head() -> None:
    assert "<thead>" not in render_prose("| 甲 | 乙 |", CHIPS)
