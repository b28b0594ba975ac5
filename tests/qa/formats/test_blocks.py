"""Characters and lines of the text that every format is read into."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.formats.blocks import Paragraph, on_one_line, text_of, tidy


@pytest.mark.parametrize(
    ("words", "tidied"),
    [
        ("\u3000\u3000一、成效\u00a0 12件\u200b", "一、成效 12件"),
        ("办理\ufeff1\u00ad2件\x07", "办理12件"),
        ("执\u2f8f\u2ee9\uf967", "执行黄不"),
        ("第一部分\u3000成效", "第一部分\u3000成效"),
        ("上\r\n下\u2028末", "上\n下\n末"),
    ],
)
def test_characters_are_put_in_order(words: str, tidied: str) -> None:
    assert tidy(words) == tidied


@pytest.mark.parametrize(
    ("words", "line"),
    [("法治\n  政府", "法治政府"), ("in\nEnglish", "in English"), ("共\n12件", "共12件"), ("A\n法", "A法")],
)
def test_lines_of_a_layout_are_joined(words: str, line: str) -> None:
    assert on_one_line(words) == line


def test_line_breaks_of_a_paragraph_part_lines_and_empty_ones_go() -> None:
    assert (
        text_of([Paragraph("关于甲县\n情况的报告"), Paragraph(" \u3000"), Paragraph("正文。")])
        == "关于甲县\n情况的报告\n正文。\n"
    )
    assert text_of([]) == text_of([Paragraph("\r"), Paragraph("\t")]) == ""


@given(st.lists(st.text()))
def test_every_word_stays_and_no_line_is_blank(paragraphs: list[str]) -> None:
    text = text_of(map(Paragraph, paragraphs))
    assert all(line.strip() for line in text.split("\n")[:-1])
    han = "".join(c for words in paragraphs for c in words if "\u4e00" <= c <= "\u9fff")
    assert "".join(c for c in text if "\u4e00" <= c <= "\u9fff") == han or any(
        "\u2e80" <= c <= "\u2fdf" or "\uf900" <= c <= "\ufaff" for w in paragraphs for c in w
    )
