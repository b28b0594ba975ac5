"""Mutated files through every reader: ``python -m tests.fuzz_formats 1000`` makes that many and names what goes wrong.

A file is cut, doubled, flipped or filled somewhere; a Word file also inside its packed XML. Each must be read or refused in one
line within the limits. The mutations come from a random generator whose seed is printed, so that a failure can be made again.
"""

from __future__ import annotations

import io
import random
import re
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path

from qa.errors import UnreadableFile
from qa.reading.source import load
from tests.converters import TableOf, to_docx, to_pdf
from tests.webpages import to_html, to_mhtml

_TITLE = "云湖区2024年法治政府建设工作报告"
_PARTS = [
    _TITLE,
    "2024年，云湖区坚持依法行政，现将有关情况报告如下。",
    "一、主要举措和成效",
    "全区办理行政处罚案件1476件，同比下降12.5%。首违不罚案件230件，涉及金额1.2亿元。" * 3,
    TableOf([["镇街", "受理案件(件)"], ["城东镇", "12"], ["城西街道", "30"]], "表1 各镇街调解情况统计表"),
    "二、存在的不足",
    "云湖区人民政府",
]
_PAGE = to_html(_PARTS, "trs", title=_TITLE)
GOOD: dict[str, bytes] = {
    ".txt": "\n".join(part for part in _PARTS if isinstance(part, str)).encode("gb18030"),
    ".html": _PAGE,
    ".mhtml": to_mhtml(_PAGE),
    ".docx": to_docx(_PARTS, header="页眉"),
    ".pdf": to_pdf(_PARTS, header="页眉"),
}
"""A good file of each format."""

_XML = (
    b"<",
    b">",
    b"&",
    b"<w:p>",
    b"</w:tbl>",
    b"<table>",
    b'colspan="99999"',
    b"\xff",
    b"\x00",
    b"endobj",
    b"<<",
    b"9" * 40,
)


def mutated(data: bytes, suffix: str, rng: random.Random) -> bytes:
    """Damage a file in one to four places.

    Args:
        data: A good file.
        suffix: Its suffix; a package is also damaged inside.
        rng: Where the choices come from.

    Returns:
        Other bytes.
    """
    if suffix == ".docx" and rng.random() < 0.6:
        return _repacked(data, rng)
    for _ in range(rng.randint(1, 4)):
        data = _damaged(data, rng)
    return data


def _damaged(data: bytes, rng: random.Random) -> bytes:
    """Damage bytes in one place."""
    at = rng.randrange(len(data) + 1)
    length = min(len(data) - at, 1 << rng.randrange(11))
    kind = rng.randrange(6)
    if kind == 0:
        return data[:at] + data[at + length :]
    if kind == 1:
        return data[: at + length] + data[at:]
    if kind == 2:
        return data[:at] + rng.randbytes(length) + data[at + length :]
    if kind == 3:
        return data[:at] + rng.choice(_XML) * rng.choice((1, 3, 200)) + data[at:]
    if kind == 4 and at < len(data):
        return data[:at] + bytes([data[at] ^ (1 << rng.randrange(8))]) + data[at + 1 :]
    return data[:at]


def _repacked(data: bytes, rng: random.Random) -> bytes:
    """Damage one member of a package."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = rng.choice(["word/document.xml", "word/document.xml", *names])
        for name in names:
            member = old.read(name)
            new.writestr(name, _damaged(member, rng) if name == chosen else member)
    return out.getvalue()


def outcome(data: bytes, suffix: str, folder: Path) -> str:
    """Read a file as ``add`` does.

    Args:
        data: Its bytes.
        suffix: Its suffix.
        folder: Where it is put.

    Returns:
        "read", or the one line that refuses it; anything else that is raised is a defect.
    """
    path = folder / f"fuzz{suffix}"
    path.write_bytes(data)
    try:
        text = load(path).text
    except UnreadableFile as exc:
        line = str(exc)
        assert line.startswith(path.name) and "\n" not in line and "; " in line, line
        return line
    assert text.strip()
    return "read"


def main(count: int, seed: int) -> int:
    """Run mutations through every format in turn and print what became of them."""
    rng = random.Random(seed)
    seen: Counter[str] = Counter()
    slowest = (0.0, "")
    with tempfile.TemporaryDirectory() as folder:
        for number in range(count):
            suffix = list(GOOD)[number % len(GOOD)]
            start = time.monotonic()
            told = outcome(mutated(GOOD[suffix], suffix, rng), suffix, Path(folder))
            slowest = max(slowest, (time.monotonic() - start, told))
            seen[
                f"{suffix} {'read' if told == 'read' else re.sub('[0-9a-f]+', '#', told.split(': ', 1)[1])[:40]}"
            ] += 1
    for told, times in sorted(seen.items()):
        sys.stdout.write(f"{times:5} {told}\n")
    sys.stdout.write(
        f"{count} mutations, seed {seed}; the slowest took {slowest[0]:.1f} s: {slowest[1][:80]}\n"
    )
    return 0


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*(numbers + [1000, 0][len(numbers) :])))
