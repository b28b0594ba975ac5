"""Columns of text on the pages of a PDF: two and three, under titles, around tables, on a last page that is half empty."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from qa.formats.pdf import read_pdf
from tests.converters import FONT

SIZE, LEADING, LEFT, TOP, BOTTOM, WIDTH = 10.5, 18.0, 56.0, 90.0, 780.0, 483.0
TITLE = "云湖区2024年法治政府建设工作报告"
PARAGRAPHS = [
    f"（{n}）全区办理第{n}类行政处罚案件1,476件，同比下降12.5%，首违不罚案件230件，涉及金额1.2亿元。" * 3
    for n in "一二三四五六七八九十" * 2
]
TABLE = [["镇街", "受理案件(件)"], ["东镇", "11"], ["西镇", "7"]]


class Sheet:
    """Sets paragraphs in columns, as a gazette is set."""

    def __init__(self, columns: int, shift: float = 0.0, *, bare: bool = False) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self.out = io.BytesIO()
        self.canvas = Canvas(self.out, pagesize=A4, invariant=1)
        self.columns, self.shift, self.bare, self.page, self.top = columns, shift, bare, 0, TOP
        gap = 21.0
        self.width = (WIDTH - gap * (columns - 1)) / columns
        self.lefts = [LEFT + i * (self.width + gap) for i in range(columns)]
        self.column, self.y = 0, TOP
        self.header()

    def header(self) -> None:
        self.page += 1
        if self.bare:  # nothing tells the header of a single page from its text
            return
        self.put(LEFT, 30.0, "云湖通讯 第2期", 8.0)
        self.put(LEFT + 380.0, 30.0, "内部刊物999件", 8.0)
        self.put(LEFT + 220.0, 812.0, f"第 {self.page} 页", 8.0)

    def put(self, x: float, y: float, words: str, size: float) -> None:
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, A4[1] - y, words)

    def across(self, words: str, size: float, x: float) -> None:
        """A line over the whole width, with the columns below it."""
        self.put(x, self.y, words, size)
        self.column, self.top = 0, self.y + 2 * size + 4
        self.y = self.top

    def table(self, x: float, width: float) -> None:
        """A ruled table where the text is."""
        high = 20.0
        for r, row in enumerate(TABLE):
            for c, cell in enumerate(row):
                top = A4[1] - self.y - r * high
                self.canvas.rect(x + c * width / 2, top - high, width / 2, high)
                self.put(x + c * width / 2 + 4, self.y + r * high + 14, cell, SIZE)
        self.y += len(TABLE) * high + LEADING

    def text(self, paragraph: str) -> None:
        for line in self.lines(paragraph):
            if self.y > BOTTOM:
                self.column, self.y = self.column + 1, self.top
                if self.column == self.columns:
                    self.canvas.showPage()
                    self.header()
                    self.column, self.y, self.top = 0, TOP, TOP
            indent = 2 * SIZE if line == paragraph[: len(line)] else 0.0
            self.put(self.lefts[self.column] + indent, self.y + self.shift * self.column, line, SIZE)
            self.y += LEADING

    def lines(self, paragraph: str) -> Iterator[str]:
        line = ""
        for char in paragraph:
            indent = 2 * SIZE if not line or paragraph.startswith(line) else 0.0
            if indent + pdfmetrics.stringWidth(line + char, FONT, SIZE) > self.width:
                yield line
                line = ""
            line += char
        yield line

    def read(self) -> list[str]:
        self.canvas.showPage()
        self.canvas.save()
        return read_pdf(self.out.getvalue(), "a.pdf").splitlines()


def set_all(sheet: Sheet, paragraphs: Sequence[str]) -> None:
    for paragraph in paragraphs:
        sheet.text(paragraph)


@pytest.mark.parametrize("columns", [2, 3])
@pytest.mark.parametrize("shift", [0.0, 7.0], ids=["lines level", "lines not level"])
def test_columns_under_a_title_are_read_one_after_the_other(columns: int, shift: float) -> None:
    sheet = Sheet(columns, shift)
    sheet.across(TITLE, 16.0, 170.0)
    set_all(sheet, PARAGRAPHS)
    assert sheet.page > 1
    assert sheet.read() == [TITLE, *PARAGRAPHS]


def test_a_last_page_with_a_short_right_column_keeps_the_columns_of_the_page_before() -> None:
    sheet = Sheet(2)
    set_all(sheet, PARAGRAPHS[:13])
    sheet.canvas.showPage()
    sheet.header()
    sheet.column, sheet.y, sheet.top = 0, TOP, TOP
    set_all(sheet, PARAGRAPHS[13:15])
    sheet.column, sheet.y = 1, TOP
    set_all(sheet, PARAGRAPHS[15:16])
    assert sheet.read() == PARAGRAPHS[:16]


def test_a_line_over_the_whole_width_parts_the_columns_above_and_below_it() -> None:
    sheet = Sheet(2, bare=True)
    heading = "二、全区各镇街各部门各单位办理各类行政处罚和行政复议案件的基本情况如下"
    set_all(sheet, PARAGRAPHS[:2])
    low, sheet.column, sheet.y = sheet.y, 1, TOP
    set_all(sheet, PARAGRAPHS[2:4])
    sheet.y = max(low, sheet.y) + 10
    sheet.across(heading, SIZE, 100.0)
    set_all(sheet, PARAGRAPHS[4:10])
    assert sheet.read() == [*PARAGRAPHS[:4], heading, *PARAGRAPHS[4:10]]


def test_a_table_over_the_columns_stays_between_what_is_above_and_below_it() -> None:
    sheet = Sheet(2, bare=True)
    set_all(sheet, PARAGRAPHS[:2])
    low, sheet.column, sheet.y = sheet.y, 1, TOP
    set_all(sheet, PARAGRAPHS[2:4])
    sheet.y = max(low, sheet.y) + 10
    sheet.table(LEFT, WIDTH)
    sheet.column, sheet.top = 0, sheet.y
    set_all(sheet, PARAGRAPHS[4:10])
    rows = ["东镇:受理案件11件。", "西镇:受理案件7件。"]
    assert [line.removesuffix("。") for line in sheet.read()] == [
        line.removesuffix("。") for line in [*PARAGRAPHS[:4], *rows, *PARAGRAPHS[4:10]]
    ]


def test_a_table_in_one_column_stays_in_it() -> None:
    sheet = Sheet(2, bare=True)
    set_all(sheet, PARAGRAPHS[:7])
    assert sheet.column == 1
    sheet.table(sheet.lefts[1], sheet.width)
    set_all(sheet, PARAGRAPHS[7:9])
    rows = ["东镇:受理案件11件。", "西镇:受理案件7件。"]
    assert sheet.read() == [*PARAGRAPHS[:7], *rows, *PARAGRAPHS[7:9]]


def test_a_table_without_rules_is_no_text_in_columns() -> None:
    sheet = Sheet(1, bare=True)
    for n in range(1, 31):
        for x, words in ((0, f"第{n}镇"), (180, f"{n + 100}"), (360, f"{n + 90}")):
            sheet.put(LEFT + x, TOP + n * LEADING, words, SIZE)
    assert sheet.read()[3] == "第4镇:104;94。"
