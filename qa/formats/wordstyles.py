"""Paragraph styles of a Word file: which are headings, which a table of contents, which hide their words or number them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from qa.patterns import lazy_re

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = lazy_re(r"^(?:heading|标题|title|subtitle|副标题)\s*\d?$", re.IGNORECASE)
_CONTENTS = lazy_re(
    r"^(?:toc|目录|WPSOffice手动目录)\s*(?:\d|heading|标题)?$|^table of figures$", re.IGNORECASE
)
_DEEPEST = 20  # styles based on styles; a ring of them ends here


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says of a paragraph.

    Attributes:
        is_heading: Whether it is a heading or title.
        is_contents: Whether it is an entry of a table of contents.
        hidden: Whether its words are hidden.
        number: Id and level of the list that numbers it, or None.
    """

    is_heading: bool = False
    is_contents: bool = False
    hidden: bool = False
    number: tuple[str, int] | None = None


class Styles:
    """The paragraph styles of one document, each read once."""

    def __init__(self, document: Document) -> None:
        elements = [e for e in document.styles.element if e.tag == f"{_W}style"]
        self._elements = {e.get(f"{_W}styleId"): e for e in elements}
        default = next(
            (e for e in elements if e.get(f"{_W}type") == "paragraph" and e.get(f"{_W}default") == "1"), None
        )
        self._default = default.get(f"{_W}styleId") if default is not None else None
        self._read: dict[str | None, Style] = {}

    def of(self, paragraph: Any) -> Style:
        """Give the style of a paragraph, with its own outline level.

        Args:
            paragraph: A ``w:p`` element.

        Returns:
            What the style says, with what it is based on.
        """
        named = paragraph.find(f"{_W}pPr/{_W}pStyle")
        style_id = named.get(f"{_W}val") if named is not None else self._default
        if style_id not in self._read:
            self._read[style_id] = self._style(style_id)
        return self._read[style_id]

    def _style(self, style_id: str | None) -> Style:
        """Read a style and those that it is based on."""
        heading = contents = False
        hidden: bool | None = None
        number_id: str | None = None
        level: int | None = None
        for _ in range(_DEEPEST):
            element = self._elements.get(style_id)
            if element is None:
                break
            name = element.find(f"{_W}name")
            words = (name.get(f"{_W}val") or "") if name is not None else ""
            outline = element.find(f"{_W}pPr/{_W}outlineLvl")
            heading = (
                heading
                or bool(_HEADING.match(words))
                or (outline is not None and outline.get(f"{_W}val") in tuple("012345678"))
            )
            contents = contents or bool(_CONTENTS.match(words))
            vanish = element.find(f"{_W}rPr/{_W}vanish")
            if hidden is None and vanish is not None:
                hidden = (vanish.get(f"{_W}val") or "true") not in ("0", "false", "off")
            found = element.find(f"{_W}pPr/{_W}numPr/{_W}numId")
            if number_id is None and found is not None:
                number_id = found.get(f"{_W}val")
            at = element.find(f"{_W}pPr/{_W}numPr/{_W}ilvl")
            if level is None and at is not None and (at.get(f"{_W}val") or "").isdigit():
                level = int(at.get(f"{_W}val"))
            base = element.find(f"{_W}basedOn")
            if base is None:
                break
            style_id = base.get(f"{_W}val")
        number = (number_id, level or 0) if number_id not in (None, "0") else None
        return Style(heading and not contents, contents, bool(hidden), number)
