"""The cells of a line that is a row of a table in plain text: parted by bars, tabs or wide gaps; knows no headers."""

from __future__ import annotations

from qa.patterns import lazy_re

_BAR = lazy_re(r"[|\t]")
# Columns set apart by blanks alone: "南塘镇     986     975     1208".
_GAP = lazy_re(r"(?<=\S)[ \u3000]{2,}(?=\S)")
_GAPS = 2  # in a line that is a row; one gap stands in headings and in what stands above a report
_DRAWN = str.maketrans("│┃║", "|||")


def cells_in(text: str) -> list[tuple[int, int]]:
    """Find the cells of a line that is a row of a table.

    Args:
        text: A sentence, folded or not.

    Returns:
        Half-open spans, trimmed, blank ones too; none where neither bars nor gaps part it.
    """
    if "│" in text or "┃" in text or "║" in text:
        text = text.translate(_DRAWN)
    if "|" in text or "\t" in text:
        edges = [m.span() for m in _BAR.finditer(text)]
    elif "  " in text or "\u3000\u3000" in text:
        edges = [m.span() for m in _GAP.finditer(text)]
        if len(edges) < _GAPS:
            return []
    else:
        return []
    spans = list(
        zip([0, *(end for _, end in edges)], [*(start for start, _ in edges), len(text)], strict=True)
    )
    # "| a | b |": the bars at the edges part no cells.
    if text.lstrip().startswith("|"):
        spans = spans[1:]
    if text.rstrip().endswith("|"):
        spans = spans[:-1]
    trimmed = []
    for start, end in spans:
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        trimmed.append((left, left + len(piece.strip())))
    return trimmed
