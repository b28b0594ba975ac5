"""A library that changes while the page is open."""

from __future__ import annotations

from pathlib import Path

import pytest

from embeddings.encoder import load
from qa.assistant import Assistant
from qa.ingest import add, remove
from qa.library import Library
from qa.page.desk import Desk
from qa.page.intake import Intake, Outcome
from qa.page.live import Live
from qa.settings import Language
from qa.store.admission import FileStatus

TEXT = """{0}{1}年法治政府建设工作报告

{1}年，{0}扎实推进法治政府建设。现报告如下：
一、主要成效
（一）完善复议机制。全年收到行政复议案件{2}件，办理法律援助案件31件。
二、存在的不足
基层执法力量薄弱。
"""
ENCODER = load(None)


def write(path: Path, place: str = "象山县", year: int = 2023, cases: int = 76) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(TEXT.format(place, year, cases), encoding="utf-8")
    return path


class Opened:
    """Counts how often the library is opened."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.times = folder, 0

    def __call__(self) -> Assistant:
        self.times += 1
        return Assistant(Library.open(self.folder), ENCODER)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    add([write(tmp_path / "first.txt", "慈溪市", 2024, 12)], folder, ENCODER)
    return folder


@pytest.fixture
def opened(folder: Path) -> Opened:
    return Opened(folder)


def test_it_opens_again_only_when_something_changed(folder: Path, opened: Opened, tmp_path: Path):
    live = Live(folder, opened)
    assert live.now() is live.now()
    assert opened.times == 1
    (result,) = add([write(tmp_path / "second.txt")], folder, ENCODER)
    state = live.now()
    assert (opened.times, state.edition) == (2, 1)
    assert state.places == ("慈溪市", "象山县")
    assert state.years == (2024, 2023)
    assert any("象山县" in question for question in state.examples)
    remove(result.report_id or "", folder)
    assert live.now().places == ("慈溪市",)
    assert live.now().edition == 2


def test_one_that_cannot_be_opened_leaves_the_last_in_use(folder: Path, opened: Opened):
    live = Live(folder, opened)
    manifest = folder / "manifest.json"
    kept = manifest.read_bytes()
    manifest.unlink()
    assert live.now().places == ("慈溪市",)
    manifest.write_bytes(b"{")
    assert live.now().places == ("慈溪市",)
    assert opened.times == 2
    live.now()
    assert opened.times == 2  # not tried again at every question
    manifest.write_bytes(kept)
    assert live.now().edition == 1


def test_a_desk_takes_files_and_replaces_only_when_told(folder: Path, opened: Opened, tmp_path: Path):
    desk = Desk(Live(folder, opened), Intake(folder, ENCODER))
    upload = tmp_path / "upload"
    good, newer = write(upload / "a" / "good.txt"), write(upload / "b" / "newer.txt", "慈溪市", 2024, 13)
    bad = upload / "c" / "bad.pdf"
    bad.parent.mkdir()
    bad.write_bytes(b"no pdf")
    outcome = desk.take([good, newer, bad])
    assert [r.status for r in outcome.results] == [
        FileStatus.ADDED,
        FileStatus.NOT_ADDED,
        FileStatus.REJECTED,
    ]
    assert desk.places == ("慈溪市", "象山县")
    assert not good.exists()
    assert not bad.parent.exists()
    assert newer.exists()  # it waits
    for index in (0, 2, 3, 9999):
        assert desk.replace(outcome, index) is outcome
    html = desk.arrivals(Language.CHINESE, outcome)
    assert html.count("data-replace") == 1
    assert 'data-replace="1"' in html
    done = desk.replace(outcome, 1)
    assert [r.status for r in done.results][1] is FileStatus.REPLACED
    assert not newer.exists()
    assert "data-replace" not in desk.arrivals(Language.ENGLISH, done)


def test_a_folder_that_cannot_be_written_is_told_and_the_file_is_not_kept(
    folder: Path, opened: Opened, tmp_path: Path
):
    desk = Desk(Live(folder, opened), Intake(folder, ENCODER))
    (folder / ".lock").unlink()
    (folder / ".lock").mkdir()
    good = write(tmp_path / "upload" / "good.txt")
    outcome = desk.take([good])
    assert outcome.results == ()
    assert "不能写入" in desk.arrivals(Language.CHINESE, outcome)
    assert "cannot be written" in desk.arrivals(Language.ENGLISH, outcome)
    assert not good.exists()


def test_a_desk_without_an_intake_takes_nothing(opened: Opened, tmp_path: Path):
    desk = Desk(Live(None, opened))
    file = write(tmp_path / "upload" / "good.txt")
    assert desk.take([file]) == Outcome()
    assert file.exists()
