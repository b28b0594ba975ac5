"""The ledger as rows, and as CSV and Markdown: every figure with its sentence, heading, file and offsets.

Knows nothing of selection. Text that a spreadsheet would run as a formula is made text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from qa.ledger.catalogue import Catalogue
from qa.ledger.observation import Kind, Observation
from qa.patterns import lazy_re
from qa.settings import Language
from qa.text import fold, printable, without_markup
from qa.types import Report
from qa.units import scale_of

_KINDS = {
    Kind.RESULT: ("当年", "result"),
    Kind.CUMULATIVE: ("累计", "cumulative"),
    Kind.PLAN: ("计划", "plan"),
    Kind.SHARE: ("占比", "share"),
    Kind.CHANGE: ("变化", "change"),
}
_CHANGES = {"rise": ("增长", "rise"), "fall": ("下降", "fall"), "": ("", "")}
COLUMNS = (
    ("地区", "place"),
    ("年度", "year"),
    ("指标", "indicator"),
    ("数值与单位", "as printed"),
    ("性质", "kind"),
    ("指标编号", "indicator id"),
    ("报告原词", "counted"),
    ("数值", "value"),
    ("单位", "unit"),
    ("限定", "qualifier"),
    ("展开数值", "amount"),
    ("变化方向", "change"),
    ("变化基准", "base"),
    ("主体", "by whom"),
    ("原文片段", "quote"),
    ("原句", "sentence"),
    ("标题", "heading"),
    ("报告", "report"),
    ("文件", "file"),
    ("起", "start"),
    ("止", "end"),
    ("前后不一", "contradicted by"),
)
"""Chinese and English names of the columns of a row."""

CONTRADICTED = ("前后不一，同一报告另有", "contradicted in the same report by")
"""What stands before a figure that contradicts another, Chinese and English."""

_FORMULA = lazy_re(r"^[\s]*[=+\-@\t\r]")
_NUMBER = lazy_re(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Row:
    """An observation with all that proves it.

    Attributes:
        observation: The observation.
        place: Place as the ledger names it.
        indicator: Name of the indicator, or "" where the catalogue has none.
        printed: The figure as printed, qualifier and unit included.
        quote: Its clause.
        sentence: Its sentence.
        heading: Heading path of the sentence.
        file: File name of the report.
        against: Figures of the same report that contradict it, each with its proof.
    """

    observation: Observation
    place: str
    indicator: str
    printed: str
    quote: str
    sentence: str
    heading: str
    file: str
    against: tuple[Row, ...] = ()

    @property
    def label(self) -> str:
        """Name of what is counted: the indicator, else the report's own words."""
        return self.indicator or self.observation.counted

    @property
    def amount(self) -> Decimal:
        """The value with 万 and 亿 of its unit multiplied in."""
        return Decimal(self.observation.value) * scale_of(self.observation.unit)

    def kind(self, language: Language) -> str:
        """Name what the figure states.

        Args:
            language: Language of the name.

        Returns:
            Such as 当年 or 变化.
        """
        return _KINDS[self.observation.kind][language is Language.ENGLISH]

    def change(self, language: Language) -> str:
        """Name the direction of a change.

        Args:
            language: Language of the name.

        Returns:
            增长, 下降 or "".
        """
        return _CHANGES[self.observation.change][language is Language.ENGLISH]


def make_row(
    observation: Observation,
    report: Report,
    place: str,
    catalogue: Catalogue,
    against: Iterable[Observation] = (),
) -> Row:
    """Join an observation with the words of its report.

    Args:
        observation: An observation.
        report: Its report.
        place: Place as the ledger names it.
        catalogue: The indicators.
        against: Figures of the same report that contradict it.

    Returns:
        The row.
    """
    sentence = report.sentences[observation.sentence]
    known = catalogue.get(observation.indicator) if observation.indicator else None
    return Row(
        observation=observation,
        place=place,
        indicator=known.name if known else "",
        printed=_line(fold(report.text[observation.start : observation.end])).replace(" ", ""),
        quote=_line(report.text[observation.quote_start : observation.quote_end]),
        sentence=_line(sentence.text),
        heading=" > ".join(map(_line, sentence.heading)),
        file=printable(report.meta.file),
        against=tuple(make_row(other, report, place, catalogue) for other in against),
    )


def headers(language: Language) -> tuple[str, ...]:
    """Name the columns.

    Args:
        language: Language of the names.

    Returns:
        A name for each of the fields of :func:`fields`.
    """
    return tuple(names[language is Language.ENGLISH] for names in COLUMNS)


def fields(row: Row, language: Language) -> tuple[str, ...]:
    """Write a row as text.

    Args:
        row: A row.
        language: Language of the labels in it.

    Returns:
        A field for each of :data:`COLUMNS`.
    """
    one = row.observation
    return (
        row.place,
        str(one.year),
        row.label,
        row.printed,
        row.kind(language),
        one.indicator,
        one.counted,
        one.value,
        one.unit,
        one.qualifier,
        f"{row.amount.normalize():f}",
        row.change(language),
        one.base,
        one.holder or row.place,
        row.quote,
        row.sentence,
        row.heading,
        one.report,
        row.file,
        str(one.start),
        str(one.end),
        "；".join(contradictions(row)),
    )


def contradictions(row: Row) -> list[str]:
    """Write what contradicts a row.

    Args:
        row: A row.

    Returns:
        For each contradicting figure the figure, its sentence and where it stands.
    """
    return [
        f"{other.printed}：“{other.sentence}”（{other.file}:{other.observation.start}-{other.observation.end}）"
        for other in row.against
    ]


def to_csv(rows: Iterable[Row], language: Language = Language.CHINESE) -> bytes:
    """Write rows as CSV that Excel opens: UTF-8 with a byte order mark, no cell that it would run.

    Args:
        rows: The rows.
        language: Language of the labels.

    Returns:
        The bytes of the file.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(headers(language))
    writer.writerows([inert(field) for field in fields(row, language)] for row in rows)
    return ("\ufeff" + out.getvalue()).encode("utf-8")


def to_markdown(rows: Sequence[Row], language: Language = Language.CHINESE) -> str:
    """Write rows as a Markdown table: place, year, indicator, figure, kind, sentence and source.

    Args:
        rows: The rows.
        language: Language of the labels.

    Returns:
        The text of the file.
    """
    names = headers(language)
    source = "source" if language is Language.ENGLISH else "出处"
    head = (*names[:5], names[COLUMNS.index(("原句", "sentence"))], source, names[-1])
    lines = [f"| {' | '.join(head)} |", "|" + "---|" * len(head)]
    for row in rows:
        one = row.observation
        cells = (
            row.place,
            str(one.year),
            row.label,
            row.printed,
            row.kind(language),
            row.sentence,
            f"{row.file}:{one.start}-{one.end}",
            "；".join(contradictions(row)),
        )
        escaped = [without_markup(cell) for cell in cells]
        lines.append(f"| {' | '.join(escaped)} |")
    return "\n".join(lines) + "\n"


def inert(text: str) -> str:
    """Guard a cell against being run as a formula: what begins with = + - @ gets an apostrophe, unless it is a number.

    Args:
        text: Text of a cell, which may come from a report.

    Returns:
        Text that a spreadsheet shows as it is.
    """
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def _line(text: str) -> str:
    """Write text in one line, without characters that files and terminals take for commands."""
    return printable(" ".join(text.split()))
