"""Workbooks -> text: titles, pairs and tables of each visible sheet, cells as they are shown, broken packages refused."""

import io
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from qa.errors import UnreadableFile
from qa.formats.sheets import read_sheets
from qa.reading import read


def book() -> openpyxl.Workbook:
    """Make a table of indicators as an office fills it in."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.append(["绥宁县2024年法治政府建设主要指标统计表"])
    sheet.merge_cells("A1:E1")
    sheet.append(["填报单位：绥宁县司法局", None, None, "填报日期：2025年1月17日"])
    sheet.append(["序号", "指标", "单位", "2024年", "2023年"])
    sheet.append([1, "行政复议收案", "件", 276, 213])
    sheet.append([2, "出庭应诉率", "%", 98.5, 97.10000000000001])
    sheet.append([None])
    sheet.append(["乡镇", "人民调解（件）", None, "登记日期"])
    sheet.merge_cells("B7:C7")
    sheet.append([None, "受理", "成功率", None])
    sheet.merge_cells("A7:A8")
    sheet.append(["李熙桥镇", 1204, 0.9725, date(2024, 12, 3)])
    sheet["C9"].number_format = "0.0%"
    hidden = made.create_sheet("底稿")
    hidden.append(["不公开的数字", 9999])
    hidden.sheet_state = "hidden"
    return made


def saved(made: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_titles_pairs_and_tables() -> None:
    assert read_sheets(saved(book()), "a.xlsx").splitlines() == [
        "绥宁县2024年法治政府建设主要指标统计表",
        "填报单位：绥宁县司法局 填报日期：2025年1月17日",
        "行政复议收案:2024年为276件;2023年为213件。",
        "出庭应诉率:2024年为98.5%;2023年为97.1%。",
        "李熙桥镇:人民调解受理1204件;人民调解成功率97.3%;登记日期:2024年12月3日。",
    ]


def test_a_workbook_is_a_report(tmp_path: Path) -> None:
    file = tmp_path / "指标.xlsx"
    file.write_bytes(saved(book()))
    meta = read(file).meta
    assert (meta.place, meta.year) == ("绥宁县", 2024)


def _without(name: str) -> bytes:
    """Take a part out of a good package."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(book()))) as old, zipfile.ZipFile(out, "w") as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"PK\x03\x04 junk", r"不是完好的 \.xlsx.*另存为 \.xlsx"),
        (_without("xl/workbook.xml"), "不是 Excel 文件"),
        (_without("xl/styles.xml"), "内部结构损坏"),
        (saved(openpyxl.Workbook()), "没有文字"),
    ],
)
def test_bad_workbooks_are_refused_in_one_line(data: bytes, told: str) -> None:
    with pytest.raises(UnreadableFile, match=rf"^a\.xlsx: .*{told}") as caught:
        read_sheets(data, "a.xlsx")
    assert "\n" not in str(caught.value)
