"""Cuts a finished answer into growing beginnings, so that it appears bit by bit and never half a marker."""

from __future__ import annotations

import re
from collections.abc import Iterator

from qa.patterns import lazy_re

# What is shown at once: a table line, an escape, a marker, a bold run, or up to four other characters.
_PIECE = lazy_re(r"\|[^\n]*\n?|\\.|\*\*.+?\*\*|\[\d+\]|[^\\\[*\n|]{1,4}|.|\n", re.DOTALL)


def beginnings(text: str, steps: int) -> Iterator[str]:
    """Yield growing beginnings of a text; the last one is the whole text.

    Args:
        text: Markdown of an answer.
        steps: At most so many beginnings, at least 1.

    Yields:
        Each beginning is longer than the one before.
    """
    ends = [match.end() for match in _PIECE.finditer(text)]
    stride = max(1, -(-len(ends) // max(1, steps)))
    for at in range(stride - 1, len(ends) - 1, stride):
        yield text[: ends[at]]
    yield text
