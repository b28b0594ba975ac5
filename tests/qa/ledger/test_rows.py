"""Cells of tables in the ledger: indicator from header and label, whose a row is, years and changes; in text and in pages."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from qa.ledger.observation import Kind, Observation, observations
from qa.reading import read, read_text
from qa.types import Report

HEAD = (
    "柏川县2024年法治政府建设年度报告\n\n2024年，柏川县坚持依法行政，现将有关情况报告如下。\n\n"
    "一、2024年工作情况\n\n（一）重点数据\n"
)
TAIL = "\n\n二、存在的不足\n\n一是基层执法力量薄弱。\n\n三、2025年工作安排\n\n一是健全行政执法监督机制。\n"
Rows = Sequence[Sequence[str]]


def _plain(rows: Rows, title: str) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in (rows[0], ["---"] * len(rows[0]), *rows[1:])]
    return f"{HEAD}{title}\n" + "\n".join(lines) + TAIL


def _page(rows: Rows, title: str) -> str:
    def lines(text: str) -> str:
        return "".join(f"<p>{line}</p>" for line in text.split("\n") if line)

    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    name = "柏川县2024年法治政府建设年度报告"
    return (
        f"<html><head><meta charset='utf-8'><title>{name}</title></head><body>"
        f"{lines(HEAD + title)}<table>{cells}</table>{lines(TAIL)}</body></html>"
    )


@pytest.fixture(params=["txt", "html"])
def table(request: pytest.FixtureRequest, tmp_path: Path):
    """A function that reads a report with a table, as plain text with bars and as a web page."""

    def make(rows: Rows, title: str = "") -> tuple[Report, tuple[Observation, ...]]:
        file = tmp_path / f"report.{request.param}"
        file.write_text((_plain if request.param == "txt" else _page)(rows, title), encoding="utf-8")
        report = read(file)
        assert report.meta.year == 2024
        return report, observations(report)

    return make


def told(found: tuple[Observation, ...]) -> list[tuple[str, str, str, str]]:
    return [(one.value, one.unit, one.indicator, one.holder if not one.whole else "") for one in found]


def test_a_row_of_an_office_is_a_part_and_the_total_is_the_place_s(table):
    _, found = table(
        [
            ("部门", "行政检查（次）", "行政处罚案件（件）"),
            ("水利局", "1,204", "312"),
            ("生态环境", "640", "97"),
            ("合计", "1,844", "409"),
        ]
    )
    assert told(found) == [
        ("1204", "次", "inspection-count", "水利局"),
        ("312", "件", "penalty-cases", "水利局"),
        ("640", "次", "inspection-count", "生态环境"),
        ("97", "件", "penalty-cases", "生态环境"),
        ("1844", "次", "inspection-count", ""),
        ("409", "件", "penalty-cases", ""),
    ]


@pytest.mark.parametrize("label", ["小计", "县本级", "一季度", "上半年", "临山苗族乡", "其他"])
def test_labels_of_parts(table, label: str):
    _, found = table([("名称", "法律援助案件（件）"), (label, "12"), ("全年合计", "80")])
    assert [one.whole for one in found] == [False, True]
    assert found[0].holder == label
    assert {one.indicator for one in found} == {"aid-cases"}


@pytest.mark.parametrize("label", ["合计", "总计", "全县", "全年", "全县合计", "柏川县"])
def test_labels_of_the_whole(table, label: str):
    _, found = table([("名称", "法律援助案件（件）"), ("青石镇", "12"), (label, "80")])
    assert [(one.value, one.whole) for one in found] == [("12", False), ("80", True)]


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("2024年部分镇街法律援助情况表", False),
        ("2024年重点乡镇法律援助情况表", False),
        ("2024年法律援助案件前五名的镇街情况表", False),
        ("2024年案件量居前的镇街情况表", False),
        ("2024年各镇街法律援助情况表", True),
        ("2024年法律援助重点工作情况表", True),
    ],
)
def test_the_total_of_some_is_none_of_the_place(table, title: str, whole: bool):
    _, found = table(
        [("镇街", "法律援助案件（件）"), ("青石镇", "12"), ("白沙镇", "9"), ("合计", "21")], title
    )
    assert [one.whole for one in found] == [False, False, whole]


def test_a_line_of_the_unit_hides_no_title():
    text = "2024年部分镇街法律援助情况表\n单位：件\n| 镇街 | 法律援助案件 |\n| 青石镇 | 12 |\n| 合计 | 21 |\n"
    report = read_text(
        f"柏川县2024年法治政府建设年度报告\n\n一、2024年工作情况\n\n{text}\n柏川县人民政府\n",
        "a.txt",
        place="柏川县",
        year=2024,
    )
    assert [(one.value, one.whole) for one in observations(report)] == [("12", False), ("21", False)]


def test_columns_of_years_hold_their_years_and_a_change_is_a_change(table):
    report, found = table(
        [
            ("指标", "2023年", "2024年", "同比（%）"),
            ("行政复议受理案件（件）", "96", "131", "36.5"),
            ("一审行政诉讼案件（件）", "72", "64", "-11.1"),
        ]
    )
    assert [(o.value, o.indicator, o.year, o.kind, o.change) for o in found] == [
        ("96", "reconsideration-accepted", 2023, Kind.RESULT, ""),
        ("131", "reconsideration-accepted", 2024, Kind.RESULT, ""),
        ("36.5", "reconsideration-accepted", 2024, Kind.CHANGE, "rise"),
        ("72", "litigation-first-instance", 2023, Kind.RESULT, ""),
        ("64", "litigation-first-instance", 2024, Kind.RESULT, ""),
        ("11.1", "litigation-first-instance", 2024, Kind.CHANGE, "fall"),
    ]
    assert report.text[found[-1].start : found[-1].end].rstrip("%") == "11.1"
    assert all(one.whole for one in found)


def test_last_year_s_column_is_the_year_before(table):
    _, found = table(
        [("项目", "本年", "上年", "增减（%）"), ("人民调解案件（件）", "1,873", "1,602", "16.9")]
    )
    assert [(o.value, o.indicator, o.year, o.kind) for o in found] == [
        ("1873", "mediation-cases", 2024, Kind.RESULT),
        ("1602", "mediation-cases", 2023, Kind.RESULT),
        ("16.9", "mediation-cases", 2024, Kind.CHANGE),
    ]


def test_a_column_of_units_and_a_column_of_numbers(table):
    _, found = table(
        [
            ("序号", "指标", "单位", "数值"),
            ("1", "行政规范性文件备案", "件", "14"),
            ("2", "出庭应诉率", "%", "96.4"),
        ]
    )
    assert [(o.value, o.unit, o.indicator) for o in found] == [
        ("14", "件", "documents-filed"),
        ("96.4", "%", "attendance-rate"),
    ]


def test_rows_of_years(table):
    _, found = table([("年份", "行政复议收案（件）"), ("2022年", "60"), ("2023年", "96"), ("2024年", "131")])
    assert [(o.value, o.year, o.whole) for o in found] == [
        ("60", 2022, True),
        ("96", 2023, True),
        ("131", 2024, True),
    ]


def test_rows_of_kinds_count_the_column_not_their_name(table):
    _, found = table([("类型", "行政复议收案（件）"), ("行政处罚", "51"), ("行政强制", "12"), ("总计", "63")])
    assert told(found) == [
        ("51", "件", "reconsideration-received", "行政处罚"),
        ("12", "件", "reconsideration-received", "行政强制"),
        ("63", "件", "reconsideration-received", ""),
    ]


def test_columns_of_offices_are_parts(table):
    _, found = table(
        [
            ("事项", "水利局", "城管局"),
            ("行政处罚案件（件）", "312", "97"),
            ("行政检查（次）", "1,204", "640"),
        ]
    )
    assert told(found)[:2] == [
        ("312", "件", "penalty-cases", "水利局"),
        ("97", "件", "penalty-cases", "城管局"),
    ]


def test_the_name_of_a_table_tells_its_year(table):
    _, found = table(
        [("部门", "行政处罚案件（件）"), ("城管局", "12"), ("水利局", "7"), ("合计", "19")],
        "2023年各部门执法情况统计表",
    )
    assert {one.year for one in found} == {2023}


def test_cells_without_a_unit_count_what_their_header_says(table):
    _, found = table(
        [("地区", "行政复议收案", "行政处罚案件"), ("东陵区", "88", "902"), ("合计", "149", "1,313")]
    )
    assert told(found)[2:] == [
        ("149", "件", "reconsideration-received", ""),
        ("1313", "件", "penalty-cases", ""),
    ]


def test_the_money_of_an_office_with_a_field_in_its_name_is_the_offices(table):
    _, found = table(
        [("部门", "罚没款（万元）"), ("生态环境分局", "121.9"), ("城管局", "57.4"), ("合计", "179.3")]
    )
    assert told(found) == [
        ("121.9", "万元", "penalty-amount", "生态环境分局"),
        ("57.4", "万元", "penalty-amount", "城管局"),
        ("179.3", "万元", "penalty-amount", ""),
    ]


def test_cells_without_a_unit_bear_the_one_of_their_header(table):
    _, found = table(
        [
            ("县（区）", "人民调解组织", "人民调解员", "调解案件", "调解成功率"),
            ("甲县", "120", "1,186", "980", "98.3"),
            ("乙县", "88", "902", "770", "97.6"),
            ("合计", "208", "2,088", "1,750", "98.0"),
        ]
    )
    assert told(found)[8:] == [
        ("208", "个", "mediation-organisations", ""),
        ("2088", "人", "mediators", ""),
        ("1750", "件", "mediation-cases", ""),
        ("98.0", "%", "mediation-success-rate", ""),
    ]


def test_two_header_rows_of_plain_text(tmp_path: Path):
    file = tmp_path / "report.txt"
    rows = [
        ("地区", "行政复议", "", "行政诉讼", ""),
        ("", "收案（件）", "审结（件）", "一审（件）", "败诉（件）"),
        ("东陵区", "88", "80", "40", "3"),
        ("合计", "149", "135", "61", "4"),
    ]
    file.write_text(_plain(rows, ""), encoding="utf-8")
    found = observations(read(file))
    assert [(o.value, o.indicator) for o in found if o.whole] == [
        ("149", "reconsideration-received"),
        ("135", "reconsideration-concluded"),
        ("61", "litigation-first-instance"),
        ("4", "litigation-lost"),
    ]


def test_the_unit_above_a_table_of_plain_text(tmp_path: Path):
    file = tmp_path / "report.txt"
    rows = [("乡镇", "人民调解案件"), ("白沙镇", "301"), ("合计", "489")]
    file.write_text(_plain(rows, "单位：件"), encoding="utf-8")
    assert told(observations(read(file))) == [
        ("301", "件", "mediation-cases", "白沙镇"),
        ("489", "件", "mediation-cases", ""),
    ]


def test_prose_of_the_same_form_is_no_table(tmp_path: Path):
    file = tmp_path / "report.txt"
    text = "行政执法情况：行政处罚312件。\n其中：行政检查1,204次；行政处罚97件。\n"
    file.write_text(HEAD + text + TAIL, encoding="utf-8")
    found = observations(read(file))
    assert (found[0].value, found[0].indicator) == ("312", "penalty-cases")
    assert {one.holder for one in found} == {""}
