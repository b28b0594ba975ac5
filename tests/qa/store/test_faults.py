"""Real faults: a writer killed at every step, a full disk, broken files, rivals, a read-only folder."""

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from embeddings.hashing import HashingEncoder
from qa.errors import CorruptLibrary, EncoderMismatch, LibraryError
from qa.ingest import FileStatus, add, remove
from qa.library import Library
from qa.store import manifest
from qa.store.lock import writing
from tests.plain import read_plain, write_plain

ROOT = Path(__file__).parents[3]
ENCODER = HashingEncoder(32)

# Forks a writer for n = 1, 2, ... that kills itself at its n-th file operation in the library folder, until
# one survives; after each, the library must be whole, old or new, and take the same files again.
KILLER = """
import json, os, shutil, signal, sys
from pathlib import Path
from embeddings.hashing import HashingEncoder
from qa.ingest import add
from qa.library import Library
from qa.text import words
from tests.plain import read_plain
import faiss, embeddings.index
words("普法")  # loads the dictionary once, for all children
base = Path(sys.argv[1])
files = [base / "new.txt", base / "changed.txt"]
lib = base / "work"
def put():
    return add(files, lib, HashingEncoder(32), reader=read_plain)
def watch(limit):
    count = 0
    def hook(event, args):
        nonlocal count
        if event in {"open", "os.rename", "os.remove", "sqlite3.connect"} and str(lib) in str(args[0]):
            count += 1
            if count == limit:
                os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(hook)
outcomes = []
for limit in range(1, 1000):
    shutil.rmtree(lib, ignore_errors=True)
    shutil.copytree(base / "lib", lib)
    child = os.fork()
    if child == 0:
        watch(limit)
        put()
        os._exit(0)
    killed = os.WIFSIGNALED(os.waitpid(child, 0)[1])
    with Library.open(lib) as library:
        library.verify()
        ids = sorted(meta.id for meta in library.reports())
        for report in ids:
            assert len(library.vectors(report)) == len(library.report(report).sentences)
    outcomes.append(ids)
    if not killed:
        break
    again = os.fork()
    if again == 0:
        put()
        left = {path.name for path in lib.iterdir()} - {".lock", "manifest.json"}
        listed = json.loads((lib / "manifest.json").read_text())["files"].values()
        named = {entry["name"].split("/")[0] for entry in listed}
        os._exit(0 if left == named else 7)
    assert os.waitpid(again, 0)[1] == 0, limit
print(json.dumps(outcomes))
"""

SLOW_WRITER = """
import sys, time
from pathlib import Path
from embeddings.hashing import HashingEncoder
from qa.ingest import add
from tests.plain import read_plain
base = Path(sys.argv[1])
print("ready", flush=True)
while True:
    add(sorted(base.glob("*.txt")), base / "lib", HashingEncoder(32), reader=read_plain)
    for path in base.glob("*.txt"):
        path.write_text(path.read_text() + "又一句。")
"""


def put(paths, folder, **options):
    return add(paths, folder, ENCODER, reader=read_plain, **options)


def run(script: str, base: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", script, str(base)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )


def texts(folder: Path) -> list[str]:
    with Library.open(folder) as library:
        library.verify()
        return [library.report(meta.id).text for meta in library.reports()]


@pytest.fixture
def lib(tmp_path) -> Path:
    files = [write_plain(tmp_path / f"{i}.txt", f"县{i}", 2024, f"第{i}项普法。" * 30) for i in range(3)]
    put(files, tmp_path / "lib")
    return tmp_path / "lib"


def test_a_kill_at_any_step_leaves_the_old_or_the_new_library(lib, tmp_path):
    write_plain(tmp_path / "new.txt", "新县", 2024, "新增一句。")
    write_plain(tmp_path / "changed.txt", "县1", 2024, "改了一句。")
    process = run(KILLER, tmp_path)
    output, _ = process.communicate(timeout=120)
    assert process.returncode == 0
    outcomes = [tuple(ids) for ids in json.loads(output)]
    assert len(outcomes) > 20
    assert len(set(outcomes)) == 2
    assert [len(ids) for ids in outcomes] == sorted(len(ids) for ids in outcomes)


def test_a_kill_in_the_middle_of_writing_leaves_a_whole_library(lib, tmp_path):
    for delay in (0.0, 0.02, 0.05, 0.11, 0.17):
        process = run(SLOW_WRITER, tmp_path)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(delay)
        process.send_signal(signal.SIGKILL)
        process.wait()
        process.stdout.close()
        assert len(texts(lib)) == 3
    put([write_plain(tmp_path / "z.txt", "后来县", 2024, "一。")], lib)
    assert len(texts(lib)) == 4


@contextmanager
def largest_file(size: int):
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("size", [100, 3_000, 12_000, 40_000])
def test_a_disk_that_takes_no_more_leaves_the_library_as_it_was(lib, tmp_path, size):
    big = write_plain(tmp_path / "big.txt", "大县", 2024, "大量普法工作。" * 2_000)
    before, files = texts(lib), sorted(path.name for path in lib.iterdir())
    with (
        largest_file(size),
        pytest.raises(LibraryError, match=r"could not be written: .*it is as it was: free space"),
    ):
        put([big], lib)
    assert texts(lib) == before
    assert sorted(path.name for path in lib.iterdir()) == files
    assert put([big], lib)[0].status is FileStatus.ADDED


def data_files(folder: Path) -> list[Path]:
    return [folder / entry.name for _, entry in manifest.load(folder).files]


def test_every_file_is_missed_and_every_changed_byte_noticed(lib):
    for path in data_files(lib):
        whole = path.read_bytes()
        path.unlink()
        with pytest.raises(CorruptLibrary, match=rf"{path.name} cannot be read .*delete the folder and add"):
            Library.open(lib)
        path.write_bytes(whole[:-1])
        with pytest.raises(
            CorruptLibrary, match=f"{path.name} has {len(whole) - 1} bytes instead of {len(whole)}"
        ):
            Library.open(lib)
        middle = len(whole) // 2
        path.write_bytes(whole[:middle] + bytes([whole[middle] ^ 1]) + whole[middle + 1 :])
        with pytest.raises(CorruptLibrary, match=f"{path.name} has another SHA-256"):
            Library.open(lib)
        path.write_bytes(whole)
    Library.open(lib).close()


def test_a_large_library_is_hashed_on_request_only(lib, monkeypatch):
    monkeypatch.setattr(manifest, "HASH_LIMIT", 0)
    path = next(path for path in data_files(lib) if path.suffix == ".sqlite")
    whole = bytearray(path.read_bytes())
    whole[-1] ^= 1
    path.write_bytes(bytes(whole))
    with Library.open(lib) as library, pytest.raises(CorruptLibrary, match="has another SHA-256"):
        library.verify()


@pytest.mark.parametrize("role", ["database", "vectors", "rows"])
def test_garbage_of_the_right_size_in_a_large_library_is_named(lib, monkeypatch, role):
    monkeypatch.setattr(manifest, "HASH_LIMIT", 0)
    path = manifest.load(lib).path(lib, role)
    path.write_bytes(b"\x07" * path.stat().st_size)
    with pytest.raises(CorruptLibrary, match=f"{path.name} is no"):
        Library.open(lib)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "manifest.json cannot be understood"),
        ("[]", "manifest.json cannot be understood"),
        ('{"format": 1, "files": {"database": 3}}', "manifest.json cannot be understood"),
        ('{"format": 1, "files": {}}', "manifest.json names no database file"),
        (
            '{"format": 1, "files": {"database": {"name": "../x", "size": 1, "sha256": "0"}}}',
            "names a file that is none",
        ),
    ],
)
def test_a_broken_manifest_is_named(lib, content, message):
    (lib / "manifest.json").write_text(content)
    with pytest.raises(CorruptLibrary, match=message):
        Library.open(lib)


def test_another_format_or_tokeniser_is_refused(lib, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("qa.store.snapshot.TOKENIZER", "other-1.0")
        with pytest.raises(EncoderMismatch, match=r"tokeniser rjieba-.*this program has other-1\.0"):
            Library.open(lib)
    (lib / "manifest.json").write_text('{"format": 99, "files": {}}')
    with pytest.raises(LibraryError, match="has format 99, this program knows 1"):
        Library.open(lib)


def test_a_second_writer_fails_clearly_or_waits(lib, tmp_path):
    path = write_plain(tmp_path / "n.txt", "新县", 2024, "新增一句。")
    with (
        writing(lib, 1.0),
        pytest.raises(LibraryError, match=rf"another process \(pid {os.getpid()}\) for over 0.1 s"),
    ):
        put([path], lib, wait_seconds=0.1)
    freed = threading.Event()

    def hold() -> None:
        with writing(lib, 1.0):
            freed.set()
            time.sleep(0.3)

    holder = threading.Thread(target=hold)
    holder.start()
    freed.wait()
    assert put([path], lib, wait_seconds=10)[0].status is FileStatus.ADDED
    holder.join()


def test_writers_at_once_lose_nothing(tmp_path):
    files = [write_plain(tmp_path / f"{i}.txt", f"县{i}", 2024, f"第{i}项。") for i in range(6)]
    threads = [threading.Thread(target=put, args=([path], tmp_path / "lib")) for path in files]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(texts(tmp_path / "lib")) == 6


def test_an_open_reader_outlives_its_files(lib, tmp_path):
    with Library.open(lib) as reader:
        ids = [meta.id for meta in reader.reports()]
        put([write_plain(tmp_path / "0.txt", "县0", 2024, "全新。")], lib)
        remove(ids[1], lib)
        assert not any((lib / entry.name).exists() for _, entry in reader._snapshot.manifest.files)
        for i, report in enumerate(ids):
            assert f"第{i}项普法" in reader.report(report).text
            assert (reader.vectors(report) == ENCODER.encode([f"第{i}项普法。"] * 30)).all()
        assert len(reader.search_lexical("普法", 200)) == 90
        assert len(reader.search_dense(ENCODER.encode(["普法"])[0], 200)) == 90
    assert len(texts(lib)) == 2


def test_a_reader_of_a_large_library_searches_exactly_when_its_index_is_gone(lib, tmp_path, monkeypatch):
    monkeypatch.setattr("qa.store.search.EXACT_ROWS", 0)
    with Library.open(lib) as reader:
        put([write_plain(tmp_path / "n.txt", "新县", 2024, "新增。")], lib)
        assert len(reader.search_dense(ENCODER.encode(["普法"])[0], 200)) == 90


def test_opening_during_writes_never_fails(lib, tmp_path):
    stop = threading.Event()
    failures: list[Exception] = []
    opened = 0

    def read() -> None:
        nonlocal opened
        while not stop.is_set():
            try:
                assert len(texts_now(lib)) == 3
                opened += 1
            except (LibraryError, AssertionError) as exc:
                failures.append(exc)

    def texts_now(folder: Path) -> list[str]:
        with Library.open(folder) as library:
            return [library.report(meta.id).text for meta in library.reports()]

    reader = threading.Thread(target=read)
    reader.start()
    for i in range(15):
        put([write_plain(tmp_path / "0.txt", "县0", 2024, f"第{i}版。")], lib)
    stop.set()
    reader.join()
    assert failures == []
    assert opened > 3


@contextmanager
def unprivileged():
    """Give up root's right to write everywhere, if we are root."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)


def test_a_folder_that_may_not_be_written_can_still_be_read(lib, tmp_path):
    base = Path(tempfile.mkdtemp())
    try:
        folder = base / "lib"
        shutil.copytree(lib, folder)
        for path in (base, folder, *folder.iterdir()):
            path.chmod(0o555 if path.is_dir() else 0o444)
        with unprivileged():
            assert len(texts(folder)) == 3
            with pytest.raises(LibraryError, match="cannot be written: Permission denied; choose another"):
                put([tmp_path / "0.txt"], folder)
            with pytest.raises(LibraryError, match="cannot be written: Permission denied"):
                put([tmp_path / "0.txt"], base / "new")
    finally:
        base.chmod(0o755)
        (base / "lib").chmod(0o755)
        shutil.rmtree(base)


def test_files_of_others_in_the_folder_are_left_alone(lib, tmp_path):
    (lib / "notes.txt").write_text("mine")
    (lib / "database-old.sqlite").write_text("mine")
    (lib / "photos-0123456789abcdef").mkdir()
    (lib / ".index-1.part").mkdir()
    (lib / ".index-1.part" / "x").write_text("left by a killed writer")
    (lib / ".vectors-1.part").write_text("left by a killed writer")
    put([write_plain(tmp_path / "n.txt", "新县", 2024, "新增。")], lib)
    assert (lib / "notes.txt").exists()
    assert (lib / "database-old.sqlite").exists()
    assert (lib / "photos-0123456789abcdef").exists()
    assert not (lib / ".index-1.part").exists()
    assert not (lib / ".vectors-1.part").exists()


def test_a_library_replaced_while_it_is_opened_is_opened_anew(lib, tmp_path, monkeypatch):
    original, late = manifest.check, [write_plain(tmp_path / "n.txt", "新县", 2024, "新增。")]

    def check_after_a_write(folder, current, *, hashes):
        if late:
            put([late.pop()], lib)
        original(folder, current, hashes=hashes)

    monkeypatch.setattr(manifest, "check", check_after_a_write)
    with Library.open(lib) as library:
        assert "新县" in {meta.place for meta in library.reports()}
