"""What every format is read into: paragraphs and tables in the order of the page, and the text that they make.

The text is what a library stores and what quotes are cut from, so it is made once, here, and always in the same way: one
line a paragraph, one line a table row (``tables``), no other line.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from qa.formats.tables import Grid, captioned, lines_of
from qa.formats.units import closed_figure
from qa.patterns import lazy_re

# Zero-width marks, soft hyphens, directions and the private use area say nothing.
_NOTHING = lazy_re(
    "[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffc\ue000-\uf8ff\x00-\x08\x0e-\x1f\x7f-\x9f]"
)
_BLANK = lazy_re(r"[ \t\u00a0\u2002-\u200a\u202f\u205f\x0b\x0c\x85\u2028\u2029]+")
_BREAK = lazy_re(r"[ \t]*[\r\n]+[ \t]*")
# Printers and fonts write 行 as U+2F8F and 民 as U+2EA0; nobody searches for those.
_RADICAL = lazy_re("[\u2e80-\u2fdf\uf900-\ufaff]")
_RADICALS = dict(
    zip(
        "\u2ea0\u2ec4\u2ecb\u2ed3\u2ed4\u2eda\u2edb\u2ee2\u2ee5\u2ee9\u2eec\u2ef0\u2ec5\u2ec6\u2ec9\u2edd\u2ed8\u2ee3\u2ee4\u2e9f\u2ec1\u2edc\u2ee6\u2ee8",
        "民西车长门页风马鱼黄齐龙见角贝食青骨鬼母虎飞鸟麦",
        strict=True,
    )
)
_WIDE = "[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f“”‘’…—]"
_WIDE_BREAK = lazy_re(rf"(?<={_WIDE})\n|\n(?={_WIDE})")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a page.

    Attributes:
        text: Its words; line breaks in it part lines.
        heading: Whether the file marks it as a heading.
    """

    text: str
    heading: bool = False


Block = Paragraph | Grid


def tidy(text: str) -> str:
    """Put the characters of a paragraph in order: one kind of blank, no invisible marks, no radicals for words.

    Args:
        text: Words from a file; line breaks stay.

    Returns:
        The words, trimmed.
    """
    text = _BLANK.sub(" ", _NOTHING.sub("", text.replace("\r\n", "\n").replace("\u2028", "\n")))
    return without_radicals(text).strip(" \n\u3000")


def without_radicals(text: str) -> str:
    """Write words where a font wrote the radicals that look like them.

    Args:
        text: Any words.

    Returns:
        The words, of the same length.
    """
    return _RADICAL.sub(
        lambda found: _RADICALS.get(found[0]) or unicodedata.normalize("NFKC", found[0]), text
    )


def on_one_line(text: str) -> str:
    """Join the lines of words that only a layout parted: nothing between wide characters, else a blank.

    Args:
        text: Tidy words.

    Returns:
        The words on one line.
    """
    return _WIDE_BREAK.sub("", _BREAK.sub("\n", text)).replace("\n", " ").strip(" \u3000")


def text_of(blocks: Iterable[Block]) -> str:
    """Write the text of a page.

    Args:
        blocks: Its paragraphs and tables, in order.

    Returns:
        One line a paragraph or table row, each ended by a line feed; "" if there is none.
    """
    lines: list[str] = []
    free: list[str] = []  # the paragraphs right above, which may be the caption and the unit of a table
    for block in blocks:
        if isinstance(block, Paragraph):
            words = [line.strip(" \u3000") for line in tidy(block.text).split("\n")]
            words = [line for line in words if line.strip()]
            lines.extend(words)
            free = [] if block.heading else [*free, *words][-3:]
            continue
        grid = Grid(
            tuple(tuple(closed_figure(on_one_line(tidy(cell))) for cell in row) for row in block.rows),
            block.headers,
            on_one_line(tidy(block.caption)),
        )
        grid, used = captioned(grid, free)
        if used:
            del lines[-used:]
        lines.extend(lines_of(grid))
        free = []
    return "".join(f"{line}\n" for line in lines)
