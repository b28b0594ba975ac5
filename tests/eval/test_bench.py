import json
from pathlib import Path

import pytest

from eval.bench import main, table
from eval.timing import Timing

NAMES = [
    *("answer.p50", "answer.p95", "cold.ask", "cold.python", "cold.ratio", "compare.many", "library.open"),
    *("read.characters", "read.pages", "ledger.ratio"),
    *(
        f"read.{name}.{unit}"
        for name in ("docx", "html", "mhtml", "pdf", "txt")
        for unit in ("characters", "pages")
    ),
    *("add.characters", "add.pages", "encoder.passages"),
]
QUESTION = {
    "id": "q1",
    "type": "number",
    "turns": ["青岚县2024年行政处罚多少件？"],
    "answer": {"value": "980", "unit": "件"},
}


@pytest.fixture
def questions(tmp_path: Path) -> Path:
    file = tmp_path / "questions.jsonl"
    file.write_text(json.dumps(QUESTION, ensure_ascii=False) + "\n", encoding="utf-8")
    return file


@pytest.mark.slow
def test_one_run_times_everything(
    tmp_path: Path, questions: Path, report_files: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    reports = report_files["peak-2024.txt"].parent
    out = tmp_path / "out"
    arguments = ["--repeat", "1", "--copies", "1", "--reports", str(reports), "--questions", str(questions)]
    assert main([*arguments, "--out", str(out)]) == 0
    printed = capsys.readouterr().out
    written = json.loads((out / "bench.json").read_text(encoding="utf-8"))
    assert list(written["measures"]) == NAMES
    for name, measure in written["measures"].items():
        assert name in printed
        assert len(measure["runs"]) == 1
        assert 0 < measure["median"] == measure["runs"][0]
    measures = {name: m["median"] for name, m in written["measures"].items()}
    assert measures["cold.ratio"] == pytest.approx(measures["cold.ask"] / measures["cold.python"])
    assert measures["cold.ratio"] > 1
    assert measures["read.characters"] == pytest.approx(1000 * measures["read.pages"])


def test_the_table_shows_median_and_span_of_the_runs() -> None:
    shown = table([Timing("a.b", "名", "ms", (3.0, 1.0, 250.0)), Timing("speed", "速度", "x", (1234.5,))])
    assert [line.split() for line in shown.splitlines()[1:]] == [
        ["a.b", "3.000", "ms", "1.000", "-", "250", "3", "名"],
        ["speed", "1,234", "x", "1,234", "-", "1,234", "1", "速度"],
    ]


def test_bad_input_exits_2_with_one_line(
    tmp_path: Path, questions: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "none"
    empty.mkdir()
    assert main(["--reports", str(empty), "--questions", str(questions), "--out", str(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"bench: {empty}")
    assert told.count("\n") == 1


@pytest.mark.parametrize("value", ["0", "-1", "many"])
def test_a_repetition_is_a_whole_number_from_one(value: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match=r"^2$"):
        main(["--repeat", value])
    assert f"“{value}”不是 1 以上的整数" in capsys.readouterr().err
