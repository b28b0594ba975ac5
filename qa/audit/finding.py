"""What an audit hands out: a statement of a report, the figures that it was recomputed from, and how grave the gap is.

Knows nothing of how a finding is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What was recomputed."""

    RATE = "rate"
    SHARE = "share"
    RATIO = "ratio"
    CHANGE = "change"
    PARTS = "parts"
    YEARS = "years"
    TWICE = "twice"
    MEAN = "mean"
    LIMIT = "limit"
    TABLE = "table"


class Severity(StrEnum):
    """How grave a gap is, the gravest first."""

    CONTRADICTION = "contradiction"
    SCOPE = "scope"
    ROUNDING = "rounding"


KINDS = {
    Kind.RATE: ("比率", "rate"),
    Kind.SHARE: ("占比", "share"),
    Kind.RATIO: ("比值", "ratio"),
    Kind.CHANGE: ("变动", "change"),
    Kind.PARTS: ("分项与合计", "parts and total"),
    Kind.YEARS: ("跨年", "across years"),
    Kind.TWICE: ("前后不一", "stated twice"),
    Kind.MEAN: ("平均数", "mean"),
    Kind.LIMIT: ("不可能的数", "cannot be"),
    Kind.TABLE: ("表格", "table"),
}
"""Names of the kinds, Chinese and English."""

SEVERITIES = {
    Severity.CONTRADICTION: ("对不上", "does not add up"),
    Severity.SCOPE: ("口径可能不同", "may count differently"),
    Severity.ROUNDING: ("四舍五入差异", "rounding"),
}
"""Names of the severities, Chinese and English."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a report that a finding rests on.

    Attributes:
        report: Report id.
        file: File name of the report.
        start: First code point of the quote in the stored text.
        end: One past its last code point.
        quote: ``stored_text[start:end]``: the figure with the words that say what it counts.
        sentence: The whole sentence that holds it.
        sentence_start: First code point of the sentence in the stored text.
        sentence_end: One past its last code point.
    """

    report: str
    file: str
    start: int
    end: int
    quote: str
    sentence: str
    sentence_start: int
    sentence_end: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement that its own figures do not bear out.

    Attributes:
        kind: What was recomputed.
        severity: How grave the gap is.
        place: Place of the report.
        year: Year that it reports on.
        stated: The figure as printed.
        computed: What comes out instead.
        arithmetic: The sum, such as ``8÷145=5.52%``.
        message: One plain sentence in Chinese: what is stated and what comes out.
        message_en: The same in English.
        spans: The statement first, then the figures it was recomputed from.
    """

    kind: Kind
    severity: Severity
    place: str
    year: int
    stated: str
    computed: str
    arithmetic: str
    message: str
    message_en: str
    spans: tuple[Span, ...]
