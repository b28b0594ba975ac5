"""Markdown and text with tables of HTML, as OCR programs write them: rows become sentences, the rest stays as it is."""

from pathlib import Path

from qa.formats.marked import read_marked
from qa.reading.source import load

TABLE = (
    '<table><tr><td rowspan="2">镇街</td><td colspan="2">人民调解（件）</td></tr><tr><td>受理</td><td>成功</td></tr>'
    "<tr><td>白鹤镇</td><td>95</td><td>91</td></tr><tr><td>石桥街道</td><td>62</td><td>60</td></tr></table>"
)
ROWS = ["白鹤镇:人民调解受理95件;人民调解成功91件。", "石桥街道:人民调解受理62件;人民调解成功60件。"]
HEAD = "# 双牌县2024年法治政府建设情况报告\n\n收到行政复议申请**41**件。  \n\n"


def told(text: str) -> str:
    return read_marked(text.encode(), "a.md")


def test_rows_become_sentences_and_the_rest_stays() -> None:
    found = told(f"{HEAD}{TABLE}\n\n## 二、存在问题\n\n力量不足。\n")
    assert found.startswith(HEAD) and found.endswith("\n\n## 二、存在问题\n\n力量不足。\n")
    assert [line for line in found.splitlines() if "镇" in line or "街道" in line] == ROWS


def test_the_line_above_that_names_a_table_goes_into_its_rows() -> None:
    found = told(f"{HEAD}表1 各镇街人民调解情况\n\n{TABLE}\n").splitlines()
    assert f"各镇街人民调解情况:{ROWS[0]}" in found
    assert "表1 各镇街人民调解情况" not in found


def test_what_is_no_table_stays() -> None:
    for text in ("<table>没有结束", "a < b，受理3件。", "<table></table>"):
        assert told(text).strip() in (text, "")


def test_a_file_is_read_with_its_tables(tmp_path: Path) -> None:
    file = tmp_path / "ocr.md"
    file.write_text(f"{HEAD}{TABLE}\n", encoding="utf-8")
    assert ROWS[0] in load(file).text
