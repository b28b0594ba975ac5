"""Why a file is not read: told in the reader's language, whichever process found out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from qa.errors import UnreadableFile
from qa.formats import refusals
from qa.message import Form, Message, english_of, said
from qa.reading import read
from qa.settings import Language

HAN = re.compile("[\u4e00-\u9fff]")
KNOWN = {name: value for name, value in vars(refusals).items() if isinstance(value, (Form, Message))}


def _slots(form: str) -> list[str]:
    """The words that are put into a form, by number, with how they are shown."""
    found = [re.fullmatch(r"(\d?)(.*)", slot) for slot in re.findall(r"\{([^}]*)\}", form)]
    return sorted(f"{match[1] or at}{match[2]}" for at, match in enumerate(found) if match)


@pytest.mark.parametrize("name", KNOWN)
def test_every_reason_is_told_in_both_languages_with_the_same_words(name: str) -> None:
    reason = KNOWN[name]
    chinese, english = (
        (reason.chinese, reason.english) if isinstance(reason, Form) else (str(reason), reason.english)
    )
    assert not HAN.search(english)
    assert HAN.search(chinese) or name == "READING_FAILED"
    assert _slots(chinese) == _slots(english)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0rest"),
        ("a.zip", b"PK\x03\x04"),
        ("a.txt", b"%PDF-1.4"),
        ("b.txt", b"  \n"),
        ("c.txt", b"\xff\xfe\x00\xd8\x00\xd8"),
        ("d.txt", b"\x81\xff\x81\x20" * 30),
        ("e.txt", b"English alone, nothing else."),
        ("f.txt", "只有标题".encode()),
        ("g.txt", ("全年收到行政复议申请很多件，办理法律援助案件也很多。" * 3).encode()),
        ("a.docx", b"PK\x03\x04broken"),
        ("b.docx", b"no package"),
        ("a.pdf", b"%PDF-1.4 cut off"),
        ("b.pdf", b"\x89PNG"),
        ("a.html", b"<html></html>"),
        ("a.mhtml", b"From: <Saved by Blink>\nContent-Type: text/plain\n\nx"),
    ],
)
def test_what_a_reader_refuses_is_told_in_english_too(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(UnreadableFile, match=f"^{re.escape(name)}: ") as caught:
        read(path)
    english = said(caught.value, Language.ENGLISH)
    assert english.startswith(f"{name}: ") and not HAN.search(english)
    assert HAN.search(said(caught.value, Language.CHINESE))


def test_a_file_that_is_missing_is_told_in_english_too(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"no\.txt: 无法读取\(没有这个文件或文件夹\)") as caught:
        read(tmp_path / "no.txt")
    assert english_of(caught.value.args[0]) == (
        "no.txt: cannot be read (No such file or directory); check its path and rights"
    )
