"""Text and Markdown that hold tables of HTML, as OCR programs and converters write them -> the text with tables as sentences.

Everything else stays as it is. Parsed by lxml, and so in the child process. Knows nothing of reports.
"""

from __future__ import annotations

import re

from qa.formats.blocks import Paragraph, text_of, tidy
from qa.formats.elements import blocks_in
from qa.formats.encoding import decode
from qa.patterns import lazy_re

TABLE = lazy_re(r"<table\b[^>]{0,300}>.*?</table\s*>", re.IGNORECASE | re.DOTALL)
"""A table in a text."""


def read_marked(data: bytes, file: str) -> str:
    """Read a text file whose tables are HTML.

    Args:
        data: Its bytes.
        file: Its name, for messages.

    Returns:
        Its text, each table as lines; a line above that names a table goes into them.
    """
    text = decode(data, file)
    pieces: list[str] = []
    end = 0
    for found in TABLE.finditer(text):
        pieces.append(text[end : found.start()])
        pieces.append(_lines(pieces, found[0]))
        end = found.end()
    return "".join((*pieces, text[end:]))


def _lines(pieces: list[str], table: str) -> str:
    """Write a table as lines; the line above is taken from the text where it names it."""
    from lxml import etree, html

    try:
        root = html.fragment_fromstring(
            table, parser=html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError):
        return table
    before = pieces[-1].rstrip()
    head, _, above = before.rpartition("\n")
    name = tidy(above.strip("#* "))
    lines = text_of([Paragraph(name), *blocks_in(root)] if name else blocks_in(root))
    if name and lines.startswith(f"{name}\n"):
        return "\n" + lines.removeprefix(f"{name}\n")
    if name:
        pieces[-1] = f"{head}\n" if head else ""
    return "\n" + lines
