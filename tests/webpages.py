"""Web pages as content systems of Chinese government sites make them, around a report: what is not the report tempts.

The shells are in ``tests/data/webpages``: TRS WCM with its editor's classes, a modern site with #zoom, a site laid out in
tables, and one whose classes say nothing. Around each stand navigation, hidden elements, side bars, related reading and
footers with figures of the same kind as the report's.
"""

from __future__ import annotations

import base64
import html
from collections.abc import Sequence
from pathlib import Path

from tests.converters import Part, TableOf

FOLDER = Path(__file__).resolve().parent / "data" / "webpages"
SHELLS = ("bare", "tables", "trs", "zoom")
DECOYS = tuple(f"910{n}{n}件" for n in range(1, 8))
"""Figures that stand on every page outside the report; none may be read."""


def to_html(parts: Sequence[Part], shell: str, *, title: str, encoding: str = "utf-8") -> bytes:
    """Write a page around a report.

    Args:
        parts: Paragraphs and tables of the report.
        shell: One of ``SHELLS``.
        title: What the head of the page calls it.
        encoding: Encoding of the file, which it declares.

    Returns:
        The bytes of the page.
    """
    page = (FOLDER / f"{shell}.html").read_text(encoding="utf-8")
    body = "\n".join(_part(part, shell) for part in parts)
    for name, words in (("TITLE", html.escape(title)), ("CHARSET", encoding), ("BODY", body)):
        page = page.replace(f"@{name}@", words)
    return page.encode(encoding, "xmlcharrefreplace")


def to_mhtml(page: bytes, encoding: str = "utf-8") -> bytes:
    """Pack a page as Chrome saves it with everything that belongs to it."""
    lines = [
        *("From: <Saved by Blink>", "Subject: page", "MIME-Version: 1.0"),
        'Content-Type: multipart/related; type="text/html"; boundary="----B"',
        *(
            "",
            "------B",
            f'Content-Type: text/html; charset="{encoding}"',
            "Content-Transfer-Encoding: base64",
        ),
        *(
            "",
            base64.encodebytes(page).decode(),
            "------B",
            "Content-Type: text/css",
            "",
            ".a{content:'91011'}",
        ),
        "------B--",
    ]
    return "\r\n".join(lines).encode()


def _part(part: Part, shell: str) -> str:
    if isinstance(part, TableOf):
        rows = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in part.rows)
        caption = f'<p style="text-align:center">{html.escape(part.caption)}</p>' if part.caption else ""
        return f'{caption}<table border="1"><tbody>{rows}</tbody></table>'
    words = html.escape(part)
    if shell == "tables":
        return f"&nbsp;&nbsp;&nbsp;&nbsp;{words}<br/>"
    if shell == "trs":
        return f'<p class="MsoNormal" style="text-indent:32pt"><span style="font-family:仿宋">　　{words}</span></p>'
    return f"<p>{words}</p>"


def _cell(words: str) -> str:
    return f"<td><p>{html.escape(words)}</p></td>"
