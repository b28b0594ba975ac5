"""PDFs -> text: paragraphs over lines and pages, tables over pages, no page furniture, no scans."""

from __future__ import annotations

import io
from itertools import chain

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from qa.errors import UnreadableFile
from qa.formats import pdf
from qa.formats.pdf import read_pdf
from qa.reading import read_text
from tests.converters import FONT, TableOf, to_pdf

TITLE = "云湖区2024年法治政府建设工作报告"
LONG = (
    "全区办理行政处罚案件1,476件，同比下降12.5%，首违不罚案件230件，涉及金额1.2亿元，执法人员持证率由上年的62.5%提升至88.1%。"
    * 8
)


def lines_of(*parts: str | TableOf, **options: object) -> list[str]:
    return read_pdf(to_pdf(parts, **options), "a.pdf").splitlines()  # type: ignore[arg-type]


def test_paragraphs_are_joined_over_lines_and_pages() -> None:
    parts = [
        TITLE,
        LONG,
        "一、主要举措和成效",
        "（一）规范行政执法",
        *[LONG[i:] for i in range(0, 40, 3)],
        "云湖区人民政府",
    ]
    assert lines_of(*parts, header="政府公报 2025年第3期", footer="第 {page} 页") == parts


@pytest.mark.parametrize(
    "footer", ["- {page} -", "— {page} —", "{page}", "第{page}页 共9页", "{page}/9", "内部资料 {page}"]
)
def test_page_headers_and_numbers_are_left_out(footer: str) -> None:
    found = lines_of(TITLE, *[LONG] * 5, header="法治政府建设报告汇编999件", footer=footer)
    assert found == [TITLE, *[LONG] * 5]


ROWS = [
    ["镇街", "受理案件(件)", "调解成功(件)"],
    *([f"第{i}镇", str(100 + i), str(90 + i)] for i in range(1, 71)),
]


@pytest.mark.parametrize("headers", [0, 1], ids=["header once", "header repeated"])
def test_a_table_over_pages_is_one_with_its_header(headers: int) -> None:
    found = lines_of(
        TITLE,
        LONG,
        TableOf(ROWS, "表1 各镇街人民调解情况统计表", headers),
        "二、存在的不足",
        LONG,
        header="公报",
    )
    assert found[2:-2] == [
        f"各镇街人民调解情况统计表:第{i}镇:受理案件{100 + i}件;调解成功{90 + i}件。" for i in range(1, 71)
    ]
    assert (found[:2], found[-2:]) == ([TITLE, LONG], ["二、存在的不足", LONG])


def drawn(*pages: list[tuple[float, float, str, float]], rules: bool = False) -> bytes:
    """A PDF of words at places: left, distance from the top, words, size."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for page in pages:
        for x, y, words, size in page:
            canvas.setFont(FONT, size)
            canvas.drawString(x, A4[1] - y, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_a_table_without_rules_goes_by_its_columns_over_pages() -> None:
    cells = [("镇街", "受理(件)", "审结(件)"), *((f"{i}号镇", str(i), str(i + 1)) for i in range(1, 9))]
    placed = [
        [(90.0, 100.0 + 24 * n, a, 14.0), (240.0, 100.0 + 24 * n, b, 14.0), (400.0, 100.0 + 24 * n, c, 14.0)]
        for n, (a, b, c) in enumerate(cells)
    ]
    first = [(90.0, 60.0, "各镇情况统计表", 14.0), *chain(*placed[:5])]
    second = list(chain(*placed[5:]))
    assert read_pdf(drawn(first, second), "a").splitlines() == [
        f"各镇情况统计表:{i}号镇:受理{i}件;审结{i + 1}件。" for i in range(1, 9)
    ]


def test_two_columns_are_read_one_after_the_other() -> None:
    left = [f"左栏第{'一二三四五六七八九十'[i % 10]}行的文字写满这一行了" for i in range(14)]
    right = [words.replace("左", "右") for words in left]
    page = [(60.0, 80.0 + 20 * i, words, 14.0) for i, words in enumerate(left)]
    page += [(280.0, 80.0 + 20 * i, words, 14.0) for i, words in enumerate(right)]
    assert read_pdf(drawn(page), "a").replace("\n", "") == "".join(left + right)


def test_a_number_that_found_no_room_goes_on_in_the_next_line() -> None:
    page = [
        (122.0, 100.0, "二、本年度全区共办理各类行政复议和应诉案件", 16.0),
        (90.0, 128.0, "1,234,567件，均已办结。下一句写到这一行的末尾为止，完毕", 16.0),
    ]
    page += [
        (90.0, 156.0, "了。", 16.0),
        (122.0, 184.0, "新的一段。", 16.0),
        (122.0, 212.0, "又一段。", 16.0),
    ]
    assert (
        read_pdf(drawn(page), "a")
        .splitlines()[0]
        .startswith("二、本年度全区共办理各类行政复议和应诉案件1,234,567件")
    )


def test_words_printed_twice_to_look_bold_count_once() -> None:
    page = [(90.0, 100.0, "一、存在的问题12件", 16.0), (90.4, 100.0, "一、存在的问题12件", 16.0)]
    assert read_pdf(drawn(page), "a") == "一、存在的问题12件\n"


def picture(*, text: bool = False) -> bytes:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for _ in range(3):
        canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "gray")), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


GOOD = to_pdf([TITLE, LONG])


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (picture(), "3 页中有 3 页是图片,没有文字层.扫描件.; 请先用文字识别"),
        (to_pdf([TITLE, LONG], password="x"), "PDF 有打开密码; .*另存为没有密码的 PDF"),
        (GOOD[: len(GOOD) // 2], "PDF 不完整"),
        (b"%PDF-1.7\njunk\n%%EOF", "PDF 结构损坏|没有页面"),
        (drawn([]), "1 页都没有文字.空白"),
    ],
    ids=["scan", "password", "truncated", "junk", "blank"],
)
def test_pdfs_that_cannot_be_read(data: bytes, told: str) -> None:
    with pytest.raises(UnreadableFile, match=rf"^a\.pdf: .*(?:{told})") as caught:
        read_pdf(data, "a.pdf")
    assert "; " in str(caught.value) and "\n" not in str(caught.value)


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "MAX_PAGES", 1)
    with pytest.raises(UnreadableFile, match="页,超过上限 1 页; 请拆分"):
        read_pdf(to_pdf([LONG] * 9), "a.pdf")


def test_the_same_bytes_give_the_same_text() -> None:
    assert read_pdf(GOOD, "a.pdf") == read_pdf(GOOD, "a.pdf") == f"{TITLE}\n{LONG}\n"


def test_a_line_with_a_blank_behind_every_character_is_closed_up_and_others_keep_theirs() -> None:
    spaced = " ".join("全年收到行政复议申请267件，审结243件，综合纠错率10.7%。")
    data = drawn([(90, 100, TITLE, 22), (90, 160, spaced, 10.5), (90, 220, "一、成效 二、不足 三、打算", 16)])
    assert read_pdf(data, "a.pdf").splitlines() == [
        TITLE,
        "全年收到行政复议申请267件，审结243件，综合纠错率10.7%。",
        "一、成效 二、不足 三、打算",
    ]


def test_a_numeral_that_a_font_writes_as_a_radical_begins_a_paragraph() -> None:
    full = "全区办理行政处罚案件1476件，同比下降，执法人员持证上岗，监督机制更加健全。"
    lines = [
        (90, 100 + 28 * i, words, 11)
        for i, words in enumerate([full, "\u2f06、存在的问题", full, "\u2f00是力量薄弱。"])
    ]
    assert read_pdf(drawn(lines), "a.pdf").splitlines()[1] == "二、存在的问题"


def test_entries_of_contents_stay_apart_and_are_no_sentences() -> None:
    entries = [
        f"{name}{'.' * (100 - 2 * len(name))}{page}"
        for name, page in (("一、工作成效", 2), ("二、存在问题", 5))
    ]
    found = lines_of(TITLE, "目 录", *entries, "2024年，云湖区推进法治政府建设。", "一、工作成效", LONG)
    assert [line[:6] for line in found[2:4]] == ["一、工作成效", "二、存在问题"]
    sentences = read_text("\n".join(found), "a.pdf").sentences
    assert sentences[0].text == "2024年，云湖区推进法治政府建设。"


def test_a_signature_at_the_right_margin_is_no_part_of_what_follows() -> None:
    words = "全县办理行政处罚案件2115件，同比下降3.1%，涉企检查次数减少四成以上，"
    width = pdfmetrics.stringWidth(words, FONT, 14)
    lines = [(80.0, 100.0 + 24 * i, words, 14.0) for i in range(8)]
    signature = ("安远县人民政府", "二〇二五年三月二日")
    signed = [
        (80.0 + width - pdfmetrics.stringWidth(name, FONT, 14), 300.0 + 24 * i, name, 14.0)
        for i, name in enumerate(signature)
    ]
    annex = [(80.0, 100.0, "附件1", 14.0), *lines[1:]]
    found = read_pdf(drawn([*lines, *signed], annex), "a.pdf").splitlines()
    assert found[1:4] == [*signature, "附件1"]


def test_footnotes_part_neither_paragraphs_nor_tables_and_are_left_out() -> None:
    words = [
        f"第{'一二三四五六七八'[i % 8]}批办理行政处罚案件{i + 40}件，涉企检查次数减少四成以上，"
        for i in range(16)
    ]
    lines = [(80.0, 100.0 + 24 * (i % 8), line, 14.0) for i, line in enumerate(words)]
    notes = [
        (80.0, 760.0, "① 不含交通技术监控的21.7万件。", 9.0),
        (80.0, 774.0, "② 数据截至2024年12月31日。", 9.0),
    ]
    (text,) = read_pdf(drawn([*lines[:8], *notes], lines[8:]), "a.pdf").splitlines()
    assert text == "".join(words)
    cells = [("镇街", "受理(件)", "审结(件)"), *((f"{i}号镇", str(i), str(i + 1)) for i in range(1, 13))]
    placed = [
        [(90.0 + 150 * column, 100.0 + 24 * (n % 7), cell, 14.0) for column, cell in enumerate(row)]
        for n, row in enumerate(cells)
    ]
    found = read_pdf(drawn([*chain(*placed[:7]), notes[0]], list(chain(*placed[7:]))), "a.pdf").splitlines()
    assert found == [f"{i}号镇:受理{i}件;审结{i + 1}件。" for i in range(1, 13)]
