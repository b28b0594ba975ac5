"""The ledger of a library: selection, cells with ties, vague and undisclosed figures, and a catalogue that changed."""

from __future__ import annotations

import shutil
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from embeddings.hashing import HashingEncoder
from qa.ingest import add, remove
from qa.ledger.catalogue import load_catalogue
from qa.ledger.ledger import Ledger
from qa.ledger.observation import Kind, observations
from qa.library import Library
from qa.store import manifest
from tests.conftest import TEXTS

OWN = """
[indicator.lakeside-rooms]
name = '湖畔调解室数量'
definition = '建成的湖畔调解室个数。'
units = 'item'
about = '湖畔调解室'
"""


@pytest.fixture
def ledger(invented_folder: Path) -> Iterator[Ledger]:
    with Library.open(invented_folder) as library:
        yield Ledger(library)


def test_what_add_stored_is_what_a_report_says(invented_folder: Path, ledger: Ledger):
    for meta in ledger.library.reports():
        report = ledger.library.report(meta.id)
        made = observations(report)
        assert len(made) > 5
        assert tuple(one for one in ledger.observations() if one.report == meta.id) == made
        for one in made:
            sentence = report.sentences[one.sentence]
            assert sentence.start <= one.quote_start <= one.start < one.end <= one.quote_end <= sentence.end


def test_selection_by_place_year_and_indicator(ledger: Ledger):
    found = ledger.observations(["云湖区"], [2023], {"penalty-cases"})
    assert [(one.value, one.report) for one in found] == [("1687", "yunhu-2023")]
    assert {one.place for one in ledger.observations(["青岚县"])} == {"青岚县"}
    assert ledger.places() == ("云湖区", "松屏市", "青岚县")


def test_a_past_figure_is_of_its_year(ledger: Ledger):
    found = [one for one in ledger.observations(["云湖区"], [2023]) if one.report == "yunhu-2024"]
    assert [one.value for one in found] == ["62.5"]


def test_a_tie_is_two_equal_cells(ledger: Ledger):
    cells = ledger.cells(["no-penalty-cases"], ["云湖区", "青岚县"], [2024])
    assert [(cell.place, cell.observation and cell.observation.value) for cell in cells] == [
        ("云湖区", "230"),
        ("青岚县", "230"),
    ]


def test_a_vague_figure_keeps_its_qualifier_and_an_exact_one_has_none(ledger: Ledger):
    cells = {c.place: c.observation for c in ledger.cells(["litigation-loss-rate"], years=[2024])}
    vague, exact = cells["青岚县"], cells["云湖区"]
    assert vague is not None
    assert exact is not None
    assert (vague.value, vague.unit, vague.qualifier) == ("10", "%", "以下")
    assert (exact.value, exact.qualifier) == ("5.54", "")


def test_undisclosed_is_an_empty_cell_and_no_report_is_none(ledger: Ledger):
    cells = ledger.cells(["notary-cases"])
    told = {
        (cell.place, cell.year): (cell.observation and cell.observation.value, cell.reported)
        for cell in cells
    }
    assert told == {
        ("云湖区", 2023): (None, True),
        ("云湖区", 2024): ("4120", True),
        ("青岚县", 2024): (None, True),
        ("松屏市", 2023): (None, True),
    }


def test_plans_changes_and_townships_stand_in_no_cell(ledger: Ledger):
    cells = ledger.cells(["penalty-cases"], ["云湖区"], [2024])
    assert [c.observation.value for c in cells if c.observation] == ["1476"]
    assert cells[0].others == ()
    changes = ledger.cells(["penalty-cases"], ["云湖区"], [2024], kinds={Kind.CHANGE})
    assert [c.observation.value for c in changes if c.observation] == ["12.5"]


def test_asking_by_name_alias_everyday_and_own_words(ledger: Ledger):
    by_name = ledger.find("行政诉讼败诉率", ["云湖区"], [2024])
    assert [one.value for one in by_name if one.kind is Kind.RESULT] == ["5.54"]
    assert ledger.find("一审败诉率", ["云湖区"], [2024]) == by_name
    assert ledger.find("打官司输的比例", ["云湖区"], [2024]) == by_name
    assert [one.value for one in ledger.find("法治赶集")] == ["18"]
    assert ledger.find("湖畔 调解室", ["云湖区"], [2024])[0].value == "12"
    assert ledger.find("钧瓷窑炉") == ()


def test_cells_that_disagree_say_so(tmp_path: Path):
    text = TEXTS["cloud-2024.txt"].replace("公证处办理公证4120件", "公证处办理公证4120件，全区办理公证4133件")
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    add([tmp_path / "a.txt"], tmp_path / "lib", HashingEncoder())
    with Library.open(tmp_path / "lib") as library:
        [cell] = Ledger(library).cells(["notary-cases"], years=[2024])
    assert cell.observation is not None
    assert {cell.observation.value, *(one.value for one in cell.others)} == {"4120", "4133"}


# --- other catalogues, other states of the library


def test_a_users_indicator_is_found_without_adding_again(invented_folder: Path, tmp_path: Path):
    (tmp_path / "mine.toml").write_text(OWN, encoding="utf-8")
    with Library.open(invented_folder) as library:
        ledger = Ledger.open(library, tmp_path / "mine.toml")
        assert library.observed_by(ledger.catalogue.fingerprint) == frozenset()
        found = ledger.find("湖畔调解室数量", ["云湖区"])
        assert [(one.value, one.kind) for one in found] == [("12", Kind.PLAN), ("12", Kind.RESULT)]


def test_a_file_in_the_library_folder_counts_when_reports_are_added(
    report_files: dict[str, Path], tmp_path: Path
):
    folder = tmp_path / "lib"
    folder.mkdir()
    (folder / "indicators.toml").write_text(OWN, encoding="utf-8")
    add([report_files["cloud-2024.txt"]], folder, HashingEncoder())
    with Library.open(folder) as library:
        ledger = Ledger(library)
        assert library.observed_by(ledger.catalogue.fingerprint) == {"yunhu-2024"}
        assert [one.value for one in ledger.observations(indicators={"lakeside-rooms"})] == ["12"]


def test_a_library_that_is_older_than_observations_works(report_files: dict[str, Path], tmp_path: Path):
    folder = tmp_path / "lib"
    add([report_files["cloud-2024.txt"]], folder, HashingEncoder())
    strip(folder)
    with Library.open(folder) as library:
        assert library.observed_by(load_catalogue().fingerprint) == frozenset()
        assert [o.value for o in Ledger(library).observations(indicators={"notary-cases"})] == ["4120"]
    add([report_files["peak-2024.txt"]], folder, HashingEncoder())
    with Library.open(folder) as library:
        assert library.observed_by(load_catalogue().fingerprint) == {"qinglan-2024"}
        found = Ledger(library).observations(years=[2024], indicators={"penalty-cases"})
        assert {o.place for o in found} == {"云湖区", "青岚县"}


def strip(folder: Path) -> None:
    """Make a library as it was before observations were stored."""
    state = manifest.load(folder)
    path = folder / "old.sqlite"
    shutil.copy(state.path(folder, "database"), path)
    connection = sqlite3.connect(path)
    connection.executescript("DROP TABLE observed; DROP TABLE observations;")
    connection.close()
    from qa.store.files import seal

    files = dict(state.files)
    files["database"] = seal(folder, "database", path, ".sqlite")
    manifest.switch(folder, files)


def test_a_removed_report_takes_its_observations_along(report_files: dict[str, Path], tmp_path: Path):
    folder = tmp_path / "lib"
    add([report_files["cloud-2024.txt"], report_files["peak-2024.txt"]], folder, HashingEncoder())
    remove("yunhu-2024", folder)
    with Library.open(folder) as library:
        assert {one.report for one in Ledger(library).observations()} == {"qinglan-2024"}
        assert library.observations(["yunhu-2024"]) == []


@pytest.mark.slow
def test_fifty_places_are_compared_in_two_hundred_milliseconds(tmp_path: Path):
    source = TEXTS["peak-2024.txt"]
    for number in range(55):
        name = f"青{chr(0x4E10 + number)}县"
        text = source.replace("青岚县", name).replace("980", str(980 + number))
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    add(sorted(tmp_path.glob("*.txt")), tmp_path / "lib", HashingEncoder())
    with Library.open(tmp_path / "lib") as library:
        best = min(_timed(library) for _ in range(3))
    assert best < 0.2, best


def _timed(library: Library) -> float:
    started = time.perf_counter()
    cells = Ledger(library).cells(["penalty-cases", "litigation-loss-rate"])
    assert len({cell.place for cell in cells}) > 50
    assert all(cell.observation for cell in cells)
    return time.perf_counter() - started
