"""Tables of plain text: header, units, row labels, and questions on a cell from end to end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add
from qa.ledger.cells import cells_in
from qa.ledger.mention import CORE, HEADING
from qa.ledger.observe import observe
from qa.ledger.table import Cell, table_rows
from qa.library import Library
from qa.reading import read_text
from qa.types import AnswerKind, SectionKind, Sentence
from tests.conftest import TODAY, recheck

REPORT = """禾塘县2024年法治政府建设工作报告

2024年，禾塘县坚持依法行政，现将有关情况报告如下。

一、2024年工作情况

（一）化解行政争议
各乡镇行政复议案件办理情况如下表。

| 乡镇 | 收到复议申请(件) | 审结案件（件） | 直接纠错率 |
|---|---:|---:|---|
| 柳溪镇 | 137 | 129 | 8.5 |
| 石桥镇 | 1,264 | 58 | 12.1 |

（二）优化公共法律服务
乡镇\t受理援助案件(件)\t参训人数(人次)
柳溪镇\t41\t305
石桥镇\t76\t—

二、存在的不足

一是基层执法力量薄弱，执法人员老龄化。

三、2025年工作安排

一是健全行政执法监督机制。
"""


def sentences(*lines: str) -> list[Sentence]:
    return [Sentence(i, 0, len(t), t, 0, (), SectionKind.RESULT, "") for i, t in enumerate(lines)]


def cells(*lines: str) -> list[Cell]:
    """The cells of the last line."""
    return table_rows(sentences(*lines)).get(len(lines) - 1, [])


def units(header: str, row: str) -> list[tuple[str, str]]:
    return [(cell.name, cell.unit) for cell in cells(header, row)]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        ("| 乡镇 | 收到复议申请(件) | 审结案件(件) |", "| 柳溪镇 | 1,264 | 58 |"),
        ("乡镇\t收到复议申请(件)\t审结案件(件)", "柳溪镇\t1,264\t58"),
        ("乡镇|收到复议申请(件)|审结案件(件)", "柳溪镇|1,264|58"),
    ],
)
def test_a_cell_has_its_row_its_column_and_its_unit(header: str, row: str):
    first, second = cells(header, row)
    assert (first.row, first.name, first.unit) == ("柳溪镇", "收到复议申请", "件")
    assert (second.row, second.name, second.unit) == ("柳溪镇", "审结案件", "件")
    assert first.header == "收到复议申请(件)"
    assert [row[c.start : c.end] for c in (first, second)] == ["1,264", "58"]


@pytest.mark.parametrize(
    ("header", "name", "unit"),
    [
        ("收到申请(件)", "收到申请", "件"),
        ("收到申请（件）", "收到申请", "件"),
        ("收到申请（单位：件）", "收到申请", "件"),
        ("参训人员(万人次)", "参训人员", "万人次"),
        ("罚没款(万元)", "罚没款", "万元"),
        ("满意率(%)", "满意率", "%"),
        ("直接纠错率", "直接纠错率", "%"),
        ("备注(略)", "备注(略)", ""),  # no unit: it stays with the name
        ("收到申请", "收到申请", ""),
    ],
)
def test_the_header_holds_the_unit(header: str, name: str, unit: str):
    assert units(f"| 乡镇 | {header} |", "| 柳溪镇 | 45 |") == [(name, unit)]


@pytest.mark.parametrize("ruler", ["|---|---|", "| :--- | ---: |", "| - | - |"])
def test_a_ruler_is_no_header(ruler: str):
    (cell,) = cells("| 乡镇 | 收到申请(件) |", ruler, "| 柳溪镇 | 137 |")
    assert (cell.name, cell.unit) == ("收到申请", "件")


def test_every_row_has_the_header_above_it():
    rows = table_rows(sentences("|乡镇|收到(件)|", "|柳溪镇|137|", "|石桥镇|58|"))
    assert {index: [c.row for c in found] for index, found in rows.items()} == {1: ["柳溪镇"], 2: ["石桥镇"]}


def test_a_second_header_takes_the_place_of_the_first():
    (cell,) = cells("|乡镇|收到(件)|", "|柳溪镇|137|", "|乡镇|培训(人次)|", "|柳溪镇|305|")
    assert (cell.name, cell.unit) == ("培训", "人次")


@pytest.mark.parametrize(
    "lines",
    [
        ("|柳溪镇|137|", "|石桥镇|58|"),  # no header
        ("|乡镇|收到(件)|", "|柳溪镇|137|58|"),  # a row with another number of cells
        ("|乡镇|收到(件)|审结(件)|", "|柳溪镇|137|"),
        ("|乡镇|收到(件)|", "各乡镇办理情况如上。", "|柳溪镇|137|"),  # the table has ended
        ("乡镇|", "|柳溪镇|137|"),  # one cell is no header
        ("|柳溪镇|2013|2058|", "|石桥镇|137|45|"),  # figures that look like years
    ],
)
def test_rows_without_a_header_that_fits_stay_bare(lines: tuple[str, ...]):
    assert cells(*lines) == []


def test_bare_years_that_follow_each_other_are_a_header():
    first, second = cells("| 指标 | 2023 | 2024 |", "| 收到申请(件) | 137 | 45 |")
    assert [(c.row, c.name, c.unit, c.year) for c in (first, second)] == [
        ("收到申请", "", "件", 2023),
        ("收到申请", "", "件", 2024),
    ]


def test_a_row_that_is_ruled_off_is_no_sentence_and_still_the_header():
    text = (
        "# 柳溪县2024年法治政府建设报告\n2024年，柳溪县坚持依法行政，取得明显成效。\n"
        "| 乡镇 | 收到申请(件) |\n|---|---|\n| 石桥镇 | 137 |\n| 白沙镇 | 45 |\n以上是各乡镇的情况。\n"
    )
    report = read_text(text, "a.md", place="柳溪县", year=2024)
    assert [s.text for s in report.sentences if "|" in s.text] == ["| 石桥镇 | 137 |", "| 白沙镇 | 45 |"]
    rows = table_rows(report.sentences)
    assert [(c.row, c.name, c.unit) for found in rows.values() for c in found] == [
        ("石桥镇", "收到申请", "件"),
        ("白沙镇", "收到申请", "件"),
    ]
    assert "".join(text[p.start : p.end] for p in report.passages) == text


def test_words_in_a_row_are_no_figures():
    (cell,) = cells("乡镇\t收到(件)\t审结(件)", "柳溪镇\t137\t—")
    assert cell.name == "收到"


def test_blank_cells_keep_their_column():
    found = cells("| | 收到(件) | 审结(件) | 调解(件) |", "| 柳溪镇 | 137 | | 12 |")
    assert [cell.name for cell in found] == ["收到", "调解"]


@given(st.lists(st.text(alphabet="|\t-: 镇件(（）)%率0123456789.,", max_size=30), max_size=5))
def test_any_lines_give_figures_at_their_place(lines: list[str]):
    for index, found in table_rows(sentences(*lines)).items():
        for cell in found:
            figure = lines[index][cell.start : cell.end]
            assert figure == figure.strip()
            assert figure[0].isdigit()


def test_the_column_and_the_row_own_a_figure():
    figures = {m.quantity.value: m for m in observe(read_text(REPORT, "hetang.txt"))}
    found = figures["1264"]
    assert (found.label, found.column) == ("石桥镇收到复议申请", "收到复议申请(件)")
    assert (found.quantity.unit, found.quantity.printed) == ("件", "1,264")
    assert found.zones[0] == (CORE, "石桥镇收到复议申请")
    assert (HEADING, "(一)化解行政争议") in found.zones
    assert figures["305"].label == "柳溪镇参训人数"
    assert figures["305"].quantity.unit == "人次"


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """An assistant over one report with two tables."""
    folder = tmp_path_factory.mktemp("tables")
    file: Path = folder / "hetang.txt"
    file.write_text(REPORT, encoding="utf-8")
    add([file], folder / "lib", load(None))
    with Library.open(folder / "lib") as library:
        yield Assistant(library, load(None))


@pytest.mark.parametrize(
    ("question", "value", "unit", "row"),
    [
        ("禾塘县2024年柳溪镇收到多少件复议申请?", "137", "件", "柳溪镇 | 137 | 129 | 8.5"),
        ("禾塘县2024年石桥镇收到复议申请多少件?", "1264", "件", "石桥镇 | 1,264 | 58 | 12.1"),
        ("禾塘县2024年石桥镇审结了多少件案件?", "58", "件", "石桥镇 | 1,264 | 58 | 12.1"),
        ("禾塘县2024年柳溪镇的直接纠错率是多少?", "8.5", "%", "柳溪镇 | 137 | 129 | 8.5"),
        ("禾塘县2024年石桥镇受理了多少件援助案件?", "76", "件", "石桥镇\t76\t—"),
    ],
)
def test_a_question_on_a_cell_cites_its_row(
    tables: Assistant, question: str, value: str, unit: str, row: str
):
    answer = tables.ask((question,), today=TODAY)
    assert answer.kind is AnswerKind.NUMBER
    assert [(v.place, v.year, v.value, v.unit) for v in answer.values] == [("禾塘县", 2024, value, unit)]
    assert [c.quote for c in answer.citations] == [row]
    assert recheck(tables, answer) == answer


def test_two_rows_of_a_table_are_compared(tables: Assistant):
    answer = tables.ask(("禾塘县柳溪镇和石桥镇哪个收到的复议申请多?",), today=TODAY)
    assert answer.answer.startswith("石桥镇1264件")
    assert [v.value for v in answer.values] == ["137", "1264"]
    assert recheck(tables, answer) == answer


def library(folder: Path, table: str) -> Iterator[Assistant]:
    """An assistant over the report with another table behind its second heading."""
    head, rest = REPORT.split("乡镇\t受理", 1)
    (folder / "hetang.txt").write_text(f"{head}{table}\n\n二、{rest.partition('二、')[2]}", encoding="utf-8")
    add([folder / "hetang.txt"], folder / "lib", load(None))
    with Library.open(folder / "lib") as held:
        yield Assistant(held, load(None))


def test_a_cell_may_print_its_per_cent(tmp_path: Path):
    table = "| 乡镇 | 调解成功率 |\n|---|---|\n| 柳溪镇 | 98.2% |\n| 石桥镇 | 97.5% |"
    for assistant in library(tmp_path, table):
        answer = assistant.ask(("禾塘县2024年石桥镇的调解成功率是多少?",), today=TODAY)
        assert [(v.value, v.unit) for v in answer.values] == [("97.5", "%")]


def test_a_column_of_the_year_before_is_not_this_year(tmp_path: Path):
    for assistant in library(tmp_path, "指标\t2023年\t2024年\n公证事项\t820\t903\n法律援助\t365\t412"):
        answer = assistant.ask(("禾塘县2024年公证事项有多少?",), today=TODAY)
        assert "820" not in [v.value for v in answer.values]


def test_wide_gaps_part_the_cells_of_a_row():
    rows = cells("单位      受理（件）  成功（件）", "贾滩镇      98          95")
    assert [(cell.row, cell.name, cell.unit) for cell in rows] == [
        ("贾滩镇", "受理", "件"),
        ("贾滩镇", "成功", "件"),
    ]


@pytest.mark.parametrize("line", ["发布日期：2025-02-26    来源：县司法局", "全年收到申请98件，办结95件。"])
def test_one_gap_or_none_is_no_row(line: str):
    assert cells_in(line) == []
