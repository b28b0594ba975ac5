"""A cell of a table in a Word file or PDF is asked for and found, with the row as its citation."""

from __future__ import annotations

from pathlib import Path

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import FileStatus, add
from tests.conftest import CLOUD_2024
from tests.converters import Part, TableOf, parts_of, to_docx, to_pdf
from tests.webpages import to_html

TOWNS = TableOf(
    [
        ["镇街", "受理案件(件)", "调解成功(件)", "成功率(%)"],
        ["城东镇", "112", "110", "98.2"],
        ["石桥镇", "1,030", "1,004", "97.5"],
        ["柳湾街道", "87", "87", "100"],
        ["合计", "1,229", "1,201", "97.7"],
    ],
    "表1 各镇街人民调解情况统计表",
)
YEARS = TableOf(
    [["序号", "指标", "单位", "2023年", "2024年"], ["1", "罚没金额", "万元", "350", "210"]],
    "主要执法数据一览表",
)


def parts() -> list[Part]:
    text = parts_of(CLOUD_2024)
    at = next(i for i, part in enumerate(text) if isinstance(part, str) and part.startswith("（四）"))
    return [*text[:at], TOWNS, YEARS, *text[at:]]


@pytest.fixture(scope="module", params=["docx", "pdf", "html"])
def assistant(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder: Path = tmp_path_factory.mktemp("tables")
    made = {
        "docx": lambda: to_docx(parts()),
        "pdf": lambda: to_pdf(parts(), header="公报"),
        "html": lambda: to_html(parts(), "trs", title="云湖区2024年法治政府建设工作报告"),
    }
    file = folder / f"cloud.{request.param}"
    file.write_bytes(made[request.param]())
    (result,) = add([file], folder / "lib", load(None))
    assert result.status is FileStatus.ADDED, result.reason
    return Assistant.open(folder / "lib", None)


@pytest.mark.parametrize(
    ("question", "value", "unit", "row"),
    [
        ("云湖区城东镇人民调解受理多少件案件？", "112", "件", "城东镇"),
        ("云湖区石桥镇调解成功多少件？", "1004", "件", "石桥镇"),
        ("云湖区柳湾街道调解成功率是多少？", "100", "%", "柳湾街道"),
        ("云湖区各镇街合计受理多少件？", "1229", "件", "合计"),
        ("云湖区2024年罚没金额是多少？", "210", "万元", "罚没金额"),
        ("云湖区2024年新收行政复议案件多少件？", "320", "件", "新收行政复议"),
    ],
)
def test_a_cell_is_found(assistant: Assistant, question: str, value: str, unit: str, row: str) -> None:
    answer = assistant.ask([question])
    assert [(v.value, v.unit) for v in answer.values] == [(value, unit)], answer.answer
    cited = answer.citations[0]
    report = assistant.library.report(cited.report)
    assert report.text[cited.start : cited.end] == cited.quote
    assert row in cited.sentence and f"{value[:1]}" in cited.quote


def test_two_rows_are_compared(assistant: Assistant) -> None:
    answer = assistant.ask(["云湖区城东镇和石桥镇受理案件哪个多？"])
    assert answer.answer.startswith("石桥镇1030件")
    assert "城东镇112件" in answer.answer
