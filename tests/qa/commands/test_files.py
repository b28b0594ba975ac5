"""Files that a command writes are whole or as they were, also on a disk that takes no more."""

from __future__ import annotations

import resource
import signal
from pathlib import Path

import pytest

from qa.commands.files import written
from qa.errors import InputError


def write(path: Path, content: bytes) -> None:
    with written(path) as file:
        file.write(content)


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path):
    path = tmp_path / "table.csv"
    write(path, b"before")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, hard))
    try:
        with pytest.raises(InputError, match=r"table\.csv: cannot be written \(File too large\)"):
            write(path, b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, old)
    assert path.read_bytes() == b"before"
    assert [p.name for p in tmp_path.iterdir()] == ["table.csv"]


def test_another_error_leaves_the_file_as_it_was(tmp_path: Path):
    path = tmp_path / "table.csv"
    write(path, b"before")
    with pytest.raises(ZeroDivisionError, match="no"), written(path) as file:
        file.write(b"half")
        raise ZeroDivisionError("no")
    assert path.read_bytes() == b"before"
    assert [p.name for p in tmp_path.iterdir()] == ["table.csv"]


def test_a_link_stays_a_link_and_a_pipe_a_pipe(tmp_path: Path):
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"before")
    link.symlink_to(target)
    write(link, b"after")
    assert link.is_symlink()
    assert target.read_bytes() == b"after"
    write(Path("/dev/null"), b"gone")
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize("path", [Path("no") / "table.csv", Path()])
def test_where_nothing_can_be_written(tmp_path: Path, path: Path):
    with pytest.raises(InputError, match="cannot be written"):
        write(tmp_path / path, b"x")
