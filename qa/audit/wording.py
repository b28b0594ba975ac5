"""The words of a finding, in Chinese and in English, and how its figures are written out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from qa.audit.figures import Figure
from qa.audit.finding import Finding, Kind, Severity
from qa.audit.interval import Interval
from qa.text import unwrapped


def finding(
    kind: Kind,
    severity: Severity,
    stated: Figure,
    basis: Sequence[Figure],
    *,
    computed: str,
    arithmetic: str,
    note: str = "",
    note_en: str = "",
) -> Finding:
    """Make a finding and its sentence.

    Args:
        kind: What was recomputed.
        severity: How grave the gap is.
        stated: The figure that does not follow.
        basis: The figures that it was recomputed from, in the order of the sum.
        computed: What comes out.
        arithmetic: The sum.
        note: What to add to the Chinese sentence.
        note_en: The same in English.

    Returns:
        The finding.
    """
    told = told_of(stated)
    quoted = [f"“{told_of(figure)}”" for figure in basis]
    source = f"按{''.join(quoted)}算，" if quoted else ""
    source_en = f"from {' and '.join(quoted)}: " if quoted else ""
    meta = stated.report.meta
    return Finding(
        kind=kind,
        severity=severity,
        place=meta.place,
        year=meta.year,
        stated=unwrapped(stated.quantity.printed),
        computed=computed,
        arithmetic=arithmetic,
        message=f"文中写“{told}”；{source}{arithmetic}{note}。",
        message_en=f"The report states “{told}”; {source_en}{arithmetic}{note_en}.",
        spans=(stated.span, *(f.span for f in basis)),
    )


def told_of(figure: Figure) -> str:
    """Give a figure with its own words as printed, on one line; a cell with its row and column before it."""
    if figure.mention.column:
        return f"{figure.label}{unwrapped(figure.quantity.printed)}"
    return unwrapped(figure.span.quote).strip()


def plain(figure: Figure) -> str:
    """Write a figure as it stands in a sum: its digits with 万 or 亿, or as printed where it has a qualifier."""
    quantity = figure.quantity
    if quantity.qualifier or "成" in quantity.printed:
        return unwrapped(quantity.printed)
    scale = "".join(c for c in quantity.unit[:2] if c in "百千万亿")
    return f"{quantity.value}{scale}{'%' if quantity.unit_class == 'percent' else ''}"


def shown(bounds: Interval, unlike: Decimal, decimals: int = 0) -> str:
    """Write what comes out of a sum, with as many decimals as it takes to differ from what is printed.

    Args:
        bounds: What comes out.
        unlike: The printed figure.
        decimals: How many decimals at least.

    Returns:
        A plain decimal string.
    """
    ends = [end for end in (bounds.low, bounds.high) if end.is_finite()]
    middle = sum(ends, Decimal(0)) / max(len(ends), 1)
    text = ""
    for places in range(decimals, decimals + 4):
        text = format(middle.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP), "f")
        if Decimal(text) != unlike:
            break
    return text


def decimals_of(figure: Figure) -> int:
    """Count the printed decimals of a figure."""
    return len(figure.quantity.value.partition(".")[2])


def percent(share: Interval, like: Figure) -> str:
    """Write a share with the decimals of the printed one, and more where those hide the gap."""
    return f"{shown(share, like.quantity.amount, decimals_of(like))}%"
