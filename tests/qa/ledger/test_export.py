"""CSV, Markdown and Excel, opened again as other programs open them; and text that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from qa.ledger.export import COLUMNS, Row, headers, inert, make_row, to_csv, to_markdown
from qa.ledger.ledger import Ledger
from qa.ledger.observation import observations
from qa.ledger.workbook import Shown, to_workbook
from qa.library import Library
from qa.reading import read_text
from qa.settings import Language


@pytest.fixture
def rows(invented_folder: Path) -> Iterator[list[Row]]:
    with Library.open(invented_folder) as library:
        ledger = Ledger(library)
        yield [
            make_row(one, library.report(one.report), one.place, ledger.catalogue)
            for one in ledger.observations(years=[2024])
        ]


def test_csv_opened_again_holds_every_row_and_its_proof(rows: list[Row]):
    raw = to_csv(rows)
    assert raw.startswith(b"\xef\xbb\xbf")
    found = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    assert len(found) == len(rows) > 20
    assert list(found[0]) == list(headers(Language.CHINESE))
    loss = next(f for f in found if f["指标"] == "行政诉讼败诉率" and f["地区"] == "青岚县")
    assert (loss["数值"], loss["单位"], loss["限定"], loss["数值与单位"]) == ("10", "%", "以下", "10%以下")
    assert "行政诉讼败诉率控制在10%以下" in loss["原句"]
    assert loss["文件"] == "peak-2024.txt"
    money = next(f for f in found if f["数值与单位"] == "2300万元")
    assert (money["数值"], money["单位"], money["展开数值"]) == ("2300", "万元", "23000000")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        (" =1", "' =1"),
        ("-3.2", "-3.2"),
        ("云湖区", "云湖区"),
        ("", ""),
    ],
)
def test_nothing_runs_as_a_formula(text: str, shown: str):
    assert inert(text) == shown


HOSTILE = """甲湖区2024年法治政府建设年度报告

一、主要工作

（一）规范行政执法
=HYPERLINK("http://x.invalid","点")全区办理行政处罚案件1476件，同比下降12.5%。组织开展执法培训30余次。

（二）化解行政争议
全年新收行政复议案件320件，| 表 | <b>办理公证</b>4120件。行政诉讼败诉率5.54%。
"""


def hostile() -> list[Row]:
    report = read_text(HOSTILE, "=evil.txt", place="甲湖区", year=2024)
    ledger_rows = [make_row(one, report, report.meta.place, _catalogue()) for one in observations(report)]
    assert any(row.sentence.startswith("=HYPERLINK") for row in ledger_rows)
    return ledger_rows


def _catalogue():
    from qa.ledger.catalogue import load_catalogue

    return load_catalogue()


def test_a_report_cannot_put_a_formula_into_a_table():
    found = list(csv.reader(io.StringIO(to_csv(hostile()).decode("utf-8-sig"))))
    cells = [cell for line in found[1:] for cell in line]
    assert [cell for cell in cells if cell[:1] in "=+-@" and cell] == []
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)


def test_a_report_cannot_break_a_markdown_table():
    lines = to_markdown(hostile()).splitlines()
    assert len({line.replace(r"\|", "").count("|") for line in lines}) == 1
    assert "<b>" not in "".join(lines)


def test_markdown_holds_figure_sentence_and_source(rows: list[Row]):
    lines = to_markdown(rows).splitlines()
    assert len(lines) == len(rows) + 2
    line = next(line for line in lines if "行政诉讼败诉率 | 10%以下" in line)
    assert "peak-2024.txt:" in line
    assert to_markdown(rows, Language.ENGLISH).startswith("| place | year |")


def opened(content: bytes):
    from openpyxl import load_workbook

    return load_workbook(io.BytesIO(content))


def test_the_workbook_opened_again(rows: list[Row]):
    loss = [
        row
        for row in rows
        if row.observation.indicator == "litigation-loss-rate" and not row.observation.change
    ]
    loss = [row for row in loss if row.observation.kind.value == "result"]
    name = loss[0].label
    table = {(row.place, 2024): {name: Shown(row)} for row in loss} | {
        ("松屏市", 2023): {},
        ("云湖区", 2020): {},
    }
    book = opened(to_workbook(table, [name], loss, {("松屏市", 2023), ("云湖区", 2024), ("青岚县", 2024)}))
    sheet, evidence = book["指标表"], book["出处"]
    assert evidence.sheet_state == "hidden"
    assert sheet.sheet_state == "visible"
    cells = {
        sheet.cell(line, 1).value + str(sheet.cell(line, 2).value): sheet.cell(line, 3)
        for line in range(2, 6)
    }
    assert cells["云湖区2024"].value == 5.54
    assert cells["云湖区2024"].number_format == 'General"%"'
    assert cells["青岚县2024"].value == "10%以下"
    assert cells["松屏市2023"].value == "未披露"
    assert cells["云湖区2020"].value is None
    for key in ("云湖区2024", "青岚县2024"):
        link = cells[key].hyperlink.location or cells[key].hyperlink.target
        line = int(link.rsplit("!A", 1)[1])
        proof = {evidence.cell(1, c).value: evidence.cell(line, c).value for c in range(1, len(COLUMNS) + 1)}
        assert proof["地区"] + str(proof["年度"]) == key
        assert "败诉率" in proof["原句"]
        assert proof["原句"] in cells[key].comment.text
        assert isinstance(proof["起"], int)


def test_a_workbook_holds_no_formula_and_no_control_character():
    found = hostile()
    name = found[0].label
    book = opened(
        to_workbook({("=甲\x07湖区", 2024): {name: Shown(found[0], found[1:])}}, [name], found, set())
    )
    for sheet in book.worksheets:
        for line in sheet.iter_rows():
            assert [cell.coordinate for cell in line if cell.data_type == "f"] == []
    assert book["指标表"]["A2"].value == "=甲湖区"
    assert "≠" in book["指标表"]["C2"].comment.text
