"""Rows of the metadata table."""

import pytest

from qa.reading.table import DATE_KEYS, ISSUER_KEYS, first_office, first_value, table_of


@pytest.mark.parametrize(
    "lines",
    [
        ["发布机构:安吉县司法局 发布日期:2024-02-03"],
        ["发布机构", "安吉县司法局", "发布日期", "2024-02-03"],
        ["| 发布机构 | 安吉县司法局 | 发布日期 | 2024-02-03 |"],
        ["**发布机构**:安吉县司法局", "**发布日期**:2024-02-03"],
        ["【发布机构】安吉县司法局", "【发布日期】2024-02-03"],
    ],
)
def test_forms_of_rows(lines: list[str]) -> None:
    table = table_of(lines)
    assert first_office(table, ISSUER_KEYS)[0] == "安吉县司法局"
    assert first_value(table, DATE_KEYS) == ("2024-02-03", "发布日期: 2024-02-03")


def test_what_follows_an_office_in_its_cell_is_left_out() -> None:
    assert first_office(table_of(["发布单位:安吉县司法局  2024-02-03"]), ISSUER_KEYS)[0] == "安吉县司法局"
    assert first_office(table_of(["发布单位:安吉县司法局 | 办公室"]), ISSUER_KEYS)[0] == "安吉县司法局"


def test_no_row() -> None:
    assert first_value(table_of(["安吉县坚持依法行政"]), ISSUER_KEYS) == ("", "")
