"""The child process: it serves, refuses, hangs, dies and runs out of memory, and this process goes on."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator

import pytest

from qa.errors import UnreadableFile
from qa.formats.isolated import IsolatedReader
from qa.formats.limits import Limits
from tests.converters import to_docx

GOOD = "<html><body><p>全年受理案件12件，审结11件，调解率35.2%，群众满意。</p></body></html>".encode()
TEXT = "全年受理案件12件，审结11件，调解率35.2%，群众满意。\n"


@pytest.fixture
def reader() -> Iterator[IsolatedReader]:
    made = IsolatedReader(Limits(seconds=60, megabytes=1024, files=12))
    yield made
    made.close()


LONG = b"<div>" + "<p>全年受理案件，审结，调解。</p>".encode() * 60_000


def pid(reader: IsolatedReader) -> int:
    assert reader._process is not None
    return reader._process.pid


def test_one_child_serves_file_after_file_and_is_renewed(reader: IsolatedReader) -> None:
    reader.limits = Limits(files=3)
    assert reader.read("web", GOOD, "a.html") == TEXT
    first = pid(reader)
    assert reader.read("word", to_docx(["正文。"]), "a.docx") == "正文。\n"
    assert reader.read("web", GOOD, "a.html") == TEXT and pid(reader) == first
    assert reader.read("web", GOOD, "a.html") == TEXT and pid(reader) != first


def test_what_a_reader_refuses_is_refused_and_the_child_lives_on(reader: IsolatedReader) -> None:
    reader.read("web", GOOD, "a.html")
    first = pid(reader)
    with pytest.raises(UnreadableFile, match=r"^b\.docx: .*; "):
        reader.read("word", b"PK\x03\x04", "b.docx")
    assert reader.read("web", GOOD, "a.html") == TEXT and pid(reader) == first


def test_a_child_that_is_killed_refuses_one_file_and_is_replaced(reader: IsolatedReader) -> None:
    reader.read("web", GOOD, "a.html")
    threading.Timer(0.2, os.kill, (pid(reader), 9)).start()
    with pytest.raises(UnreadableFile, match=r"^x\.docx: 读取程序中断.退出码 -9.; 文件可能已损坏"):
        for _ in range(9):  # the signal comes in the middle of one of them
            reader.read("web", LONG, "x.docx")
    assert reader.read("web", GOOD, "a.html") == TEXT


def test_an_unknown_failure_ends_the_child_and_is_named(reader: IsolatedReader) -> None:
    with pytest.raises(
        UnreadableFile, match=r"^a\.x: 读取程序中断.KeyError: 'no such format'.; 文件可能已损坏"
    ):
        reader.read("no such format", GOOD, "a.x")
    assert reader.read("web", GOOD, "a.html") == TEXT


def test_a_file_that_takes_too_long_is_given_up() -> None:
    slow = IsolatedReader(Limits(seconds=0.05))
    start = time.monotonic()
    with pytest.raises(UnreadableFile, match=r"^slow\.html: 0\.05 秒内没有读完; 文件可能已损坏或过于复杂"):
        slow.read("web", LONG, "slow.html")
    assert time.monotonic() - start < 20
    slow.close()


def test_a_file_that_takes_too_much_memory_is_given_up() -> None:
    small = IsolatedReader(Limits(megabytes=220))
    with pytest.raises(UnreadableFile, match=r"^big\.html: (?:内存超过上限 220 MB|读取程序中断).*; "):
        small.read("web", b"<div>" + "<p>全年受理案件，审结，调解。</p>".encode() * 400_000, "big.html")
    small.close()


def test_the_child_opens_no_connection() -> None:
    import socket

    from qa.formats import child

    assert child._refuse_connection.__name__ and callable(socket.socket.connect)
    with pytest.raises(OSError, match="no connection may be opened"):
        child._refuse_connection()


def test_threads_take_turns(reader: IsolatedReader) -> None:
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda: found.append(reader.read("web", GOOD, "a.html"))) for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [TEXT] * 6
