"""Numbers that Word prints before paragraphs and stores nowhere: 一、 (二) 1. counted as Word counts them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from qa.formats.numerals import numeral
from qa.formats.wordstyles import Style

if TYPE_CHECKING:
    from docx.document import Document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEVELS = 9
_MOST = 9999


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: number format, text such as ``%1、``, first number, whether it counts in Arabic throughout."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False
    suffix: str = ""


@dataclass(slots=True)
class _List:
    """A numbering definition: its levels, and the list whose count it shares."""

    levels: dict[int, _Level] = field(default_factory=dict)
    counts: list[int | None] = field(default_factory=lambda: [None] * _LEVELS)


class Numbering:
    """The lists of a document while it is read from its beginning to its end."""

    def __init__(self, document: Document) -> None:
        self._lists: dict[str, _List] = {}
        root = _root(document)
        if root is not None:
            self._read(root)

    def next(self, paragraph: Any, style: Style) -> str:
        """Count a paragraph.

        Args:
            paragraph: A ``w:p`` element.
            style: Its style, which may number it.

        Returns:
            The number with its marks as Word shows it, or "" if the paragraph has none.
        """
        number = _number_of(paragraph, style)
        found = self._lists.get(number[0]) if number else None
        if number is None or found is None:
            return ""
        level = min(number[1], _LEVELS - 1)
        definition = found.levels.get(level)
        if definition is None:
            return ""
        before = found.counts[level]
        found.counts[level] = definition.start if before is None else min(before + 1, _MOST)
        found.counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        shown = re.sub(r"%([1-9])", lambda m: self._at(found, int(m[1]) - 1, definition), definition.text)
        if definition.format in ("bullet", "none") and not re.search(r"[\u4e00-\u9fff\d]", shown):
            return ""
        return shown + definition.suffix

    def _at(self, found: _List, level: int, shown_by: _Level) -> str:
        """The number of an outer level inside the text of a level."""
        definition = found.levels.get(level, _Level())
        count = found.counts[level]
        value = definition.start if count is None else count
        return numeral(value, "decimal" if shown_by.legal else definition.format)

    def _read(self, root: Any) -> None:
        """Read the definitions; lists of one abstract definition count together unless one starts anew."""
        abstract: dict[str, _List] = {}
        for element in root.iter(f"{_W}abstractNum"):
            levels = {}
            for lvl in element.iter(f"{_W}lvl"):
                at = lvl.get(f"{_W}ilvl") or ""
                if at.isdigit() and int(at) < _LEVELS:
                    levels[int(at)] = _level(lvl)
            abstract[element.get(f"{_W}abstractNumId")] = _List(levels)
        for element in root.iter(f"{_W}num"):
            base = abstract.get(_val(element, "abstractNumId", ""))
            if base is None:
                continue
            changed: dict[int, _Level] = {}
            for override in element.iter(f"{_W}lvlOverride"):
                at = override.get(f"{_W}ilvl") or ""
                if at.isdigit() and int(at) in base.levels:
                    own = override.find(f"{_W}lvl")
                    definition = _level(own) if own is not None else base.levels[int(at)]
                    start = _number(_val(override, "startOverride", ""), definition.start)
                    changed[int(at)] = _Level(
                        definition.format, definition.text, start, definition.legal, definition.suffix
                    )
            self._lists[element.get(f"{_W}numId")] = _List({**base.levels, **changed}) if changed else base


def _root(document: Document) -> Any | None:
    """The numbering part of a document, if it has one."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            return getattr(relation.target_part, "element", None)
    return None


def _number_of(paragraph: Any, style: Style) -> tuple[str, int] | None:
    """List and level of a paragraph: its own, or those of its style; list 0 takes the number away."""
    own = paragraph.find(f"{_W}pPr/{_W}numPr")
    if own is None:
        return style.number
    number_id = _val(own, "numId", style.number[0] if style.number else "0")
    level = _number(_val(own, "ilvl", ""), style.number[1] if style.number else 0)
    return None if number_id == "0" else (number_id, level)


def _level(element: Any) -> _Level:
    """Read a level."""
    format_ = _val(element, "numFmt", "decimal")
    suffix = " " if _val(element, "suff", "tab") in ("space", "tab") else ""
    text = _val(element, "lvlText", "")
    # A blank after 、 or ） is layout; after "1." it keeps the number from the words.
    suffix = "" if text.endswith(tuple("、）)．。：")) or format_ == "none" else suffix
    return _Level(
        format_, text, _number(_val(element, "start", ""), 1), element.find(f"{_W}isLgl") is not None, suffix
    )


def _val(element: Any, name: str, default: str) -> str:
    """The ``w:val`` of a child."""
    child = element.find(f"{_W}{name}")
    found = child.get(f"{_W}val") if child is not None else None
    return default if found is None else str(found)


def _number(words: str, default: int) -> int:
    """Read a number of up to four digits."""
    return int(words) if re.fullmatch(r"\d{1,4}", words) else default
