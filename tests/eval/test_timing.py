from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from embeddings.hashing import HashingEncoder
from eval.timing import (
    Timing,
    copies,
    time_adding,
    time_cold_start,
    time_encoder,
    time_ledger,
    time_opening,
    time_reading,
)
from qa.errors import InputError
from qa.reading import read


class _Counting(HashingEncoder):
    """An encoder that keeps how many texts each call had."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[int] = []

    def encode(self, texts: Sequence[str], *, query: bool = False) -> NDArray[np.float32]:
        self.calls.append(len(texts))
        return super().encode(texts, query=query)


def test_the_median_is_over_all_runs() -> None:
    assert Timing("a", "甲", "ms", (9.0, 1.0, 2.0, 4.0)).median == 3.0


def test_copies_are_reports_of_other_years(report_files: dict[str, Path], tmp_path: Path) -> None:
    reports = report_files["peak-2024.txt"].parent
    made = copies(reports, tmp_path / "copies", 12)
    assert len(made) == 12 * len(report_files)
    metas = {file.stem: read(file).meta for file in made}
    assert [metas[f"peak-2024-{back}"].year for back in range(12)] == list(range(2024, 2012, -1))
    assert metas["peak-2024-11"].date == "2014-02-27"


def test_speeds_are_of_all_characters(report_files: dict[str, Path]) -> None:
    files = list(report_files.values())
    characters, pages = time_reading(files, 2)
    total = sum(len(f.read_text(encoding="utf-8")) for f in files)
    assert f"{len(files)} 份，{total:,} 字" in characters.label
    assert len(characters.runs) == len(pages.runs) == 2
    assert characters.median == pytest.approx(1000 * pages.median)


def test_the_ledger_is_a_multiple_of_reading(report_files: dict[str, Path]) -> None:
    (ratio,) = time_ledger(list(report_files.values()), 3)
    assert (ratio.name, ratio.unit, len(ratio.runs)) == ("ledger.ratio", "x", 3)
    assert f"{len(report_files)} 份" in ratio.label
    assert 0.05 < ratio.median < 20


def test_adding_starts_from_an_empty_library_each_time(report_files: dict[str, Path], tmp_path: Path) -> None:
    files = list(report_files.values())
    speed, _ = time_adding(files, HashingEncoder(), tmp_path, 2)
    assert len(speed.runs) == 2
    assert {p.name for p in tmp_path.iterdir()} == {"added-0", "added-1"}


def test_a_report_that_is_not_added_stops_the_timing(report_files: dict[str, Path], tmp_path: Path) -> None:
    twin = tmp_path / "twin.txt"
    twin.write_bytes(report_files["peak-2024.txt"].read_bytes())
    with pytest.raises(InputError, match=r"twin\.txt：没有入库（.*需要每一份报告都能入库"):
        time_adding([report_files["peak-2024.txt"], twin], HashingEncoder(), tmp_path / "home", 1)


def test_the_encoder_is_timed_on_the_same_passages_each_time(report_files: dict[str, Path]) -> None:
    files = list(report_files.values())
    encoder = _Counting()
    [timing] = time_encoder(files, encoder, 2)
    total = sum(len(f.read_text(encoding="utf-8")) for f in files)
    assert encoder.calls == [1, -(-total // 235), -(-total // 235)]
    assert all(run > 0 for run in timing.runs)


def test_a_library_is_opened_once_a_run(invented_folder: Path) -> None:
    [timing] = time_opening(invented_folder, 3)
    assert (timing.unit, len(timing.runs)) == ("ms", 3)


def test_a_command_that_cannot_run_is_no_cold_start(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"退出码 2（fawen: .*里没有资料库.*先让这条命令能运行"):
        time_cold_start(tmp_path / "no-library", "多少件？", 1)
