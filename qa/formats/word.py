"""Word files (.docx) -> text: what stands in the body, in its order.

python-docx opens the package and its styles; the body is walked here, because numbers of lists, text boxes, tracked
changes and merged cells are not in its model. Page headers, footers, comments, footnotes, deleted and hidden words and the
table of contents are left out. Knows nothing of reports.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from qa.errors import UnreadableFile
from qa.formats.blocks import Block, Paragraph, text_of
from qa.formats.numbering import Numbering
from qa.formats.packed import WORD, check_package, transitional
from qa.formats.refusals import BROKEN_DOCX, NO_WORDS, RESAVE
from qa.formats.wordstyles import Styles
from qa.formats.wordtable import grid_of

if TYPE_CHECKING:
    from docx.document import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
# Runs inside these are words of the paragraph; anything else that is not listed is looked through.
_SKIPPED = {
    f"{W}{name}"
    for name in ("del", "moveFrom", "rPr", "pPr", "instrText", "delText", "footnoteReference", "rt", "sdtPr")
}
_SKIPPED |= {f"{_MC}Fallback"}
# A missing part is a KeyError, another content type a ValueError; lxml's XMLSyntaxError is a SyntaxError.
_BROKEN = (
    KeyError,
    ValueError,
    AttributeError,
    IndexError,
    SyntaxError,
    EOFError,
    zipfile.BadZipFile,
    zlib.error,
)
_WRAPPERS = {f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")}
_DEEPEST = 60  # nested content controls and boxes; Word itself writes fewer than ten


def read_word(data: bytes, file: str) -> str:
    """Read a Word file.

    Args:
        data: The bytes of a .docx file.
        file: Its name, for messages.

    Returns:
        The lines of its body.

    Raises:
        UnreadableFile: it is no Word file, or holds no text.
    """
    check_package(data, WORD, file)
    document = _open(transitional(data, WORD), file)
    walker = _Walker(document)
    text = text_of(walker.blocks(document.element.body, 0))
    if not text.strip():
        raise UnreadableFile(NO_WORDS(file))
    return text


def _open(data: bytes, file: str) -> Document:
    """Open a package with python-docx; what it raises for a broken one is known."""
    import docx
    from docx.opc.exceptions import PackageNotFoundError

    try:
        return docx.Document(io.BytesIO(data))
    except (*_BROKEN, PackageNotFoundError) as exc:
        raise UnreadableFile(BROKEN_DOCX(file, type(exc).__name__, RESAVE)) from exc


class _Walker:
    """Walks the body of a document; list numbers count on from block to block."""

    def __init__(self, document: Document) -> None:
        self.styles = Styles(document)
        self.numbering = Numbering(document)

    def blocks(self, parent: Any, depth: int) -> Iterator[Block]:
        """Give the blocks of an element of block content."""
        if depth > _DEEPEST:
            return
        for element in parent:
            if element.tag == f"{W}p":
                yield from self._paragraph(element, depth)
            elif element.tag == f"{W}tbl":
                yield from self._table(element, depth)
            elif element.tag in _WRAPPERS and not _is_contents(element):
                yield from self.blocks(element, depth + 1)

    def _paragraph(self, paragraph: Any, depth: int) -> Iterator[Block]:
        """Give a paragraph, then what stands in the text boxes that are anchored in it."""
        style = self.styles.of(paragraph)
        if not style.is_contents and not _is_deleted(paragraph) and not _is_entry(paragraph):
            words = "".join(_words(paragraph, 0, style.hidden)).strip("\n")
            if words.strip():
                number = self.numbering.next(paragraph, style)
                yield Paragraph(number + words.lstrip(" \u3000") if number else words, style.is_heading)
        for box in paragraph.iter(f"{W}txbxContent"):
            if not any(up.tag == f"{_MC}Fallback" for up in box.iterancestors()) and _owner(box) is paragraph:
                yield from self.blocks(box, depth + 1)

    def _table(self, table: Any, depth: int) -> Iterator[Block]:
        """Give a table, or the blocks in its cells if it only frames them."""
        grid = grid_of(table, self._cell)
        if grid is not None:
            yield grid
            return
        for row in table.iter(f"{W}tr"):
            if next(row.iterancestors(f"{W}tbl"), None) is table:
                for cell in row.iter(f"{W}tc"):
                    if next(cell.iterancestors(f"{W}tr"), None) is row:
                        yield from self.blocks(cell, depth + 1)

    def _cell(self, cell: Any) -> str:
        """The words of a cell, a line for each of its paragraphs."""
        return "\n".join(
            block.text for block in self.blocks(cell, _DEEPEST - 2) if isinstance(block, Paragraph)
        )


def _owner(box: Any) -> Any:
    """The paragraph that a text box is anchored in."""
    return next((up for up in box.iterancestors() if up.tag == f"{W}p"), None)


def _is_deleted(paragraph: Any) -> bool:
    """Whether a paragraph was deleted or moved away, with the change still tracked."""
    marks = paragraph.find(f"{W}pPr/{W}rPr")
    return (
        marks is not None
        and any(marks.find(f"{W}{name}") is not None for name in ("del", "moveFrom"))
        and not any(True for _ in _words(paragraph, 0, False))
    )


def _is_entry(paragraph: Any) -> bool:
    """Whether a paragraph is an entry of a table of contents in no style of its own: a field gives the number of a page."""
    return any("PAGEREF" in (field.text or "") for field in paragraph.iter(f"{W}instrText"))


def _is_contents(element: Any) -> bool:
    """Whether a content control is a table of contents."""
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and "Contents" in (gallery.get(f"{W}val") or "")


def _words(element: Any, depth: int, hidden: bool) -> Iterator[str]:
    """The words of a paragraph or run; a line break is a line feed."""
    if depth > _DEEPEST:
        return
    for child in element:
        tag = child.tag
        if tag in _SKIPPED or tag == f"{W}txbxContent" or not isinstance(tag, str):
            continue
        if tag == f"{W}r":
            shown = _shown(child)
            if not (hidden if shown is None else not shown):
                yield from _words(child, depth + 1, hidden)
        elif tag == f"{W}t":
            yield child.text or ""
        elif tag == f"{W}tab":
            yield " "
        elif tag in (f"{W}br", f"{W}cr"):
            yield "\n" if child.get(f"{W}type") in (None, "textWrapping") else ""
        elif tag == f"{W}noBreakHyphen":
            yield "-"
        elif tag == f"{W}sym":
            yield _symbol(child)
        else:
            yield from _words(child, depth + 1, hidden)


def _shown(run: Any) -> bool | None:
    """Whether a run says that it is shown, or None where its style decides."""
    vanish = run.find(f"{W}rPr/{W}vanish")
    return None if vanish is None else (vanish.get(f"{W}val") or "true") in ("0", "false", "off")


def _symbol(element: Any) -> str:
    """A character of a symbol font, where it is one that everybody has."""
    code = element.get(f"{W}char") or ""
    return (
        chr(int(code, 16))
        if re.fullmatch(r"[0-9A-Fa-f]{4}", code) and not code.upper().startswith("F0")
        else ""
    )
