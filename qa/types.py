"""The frozen data types that modules hand to each other; a leaf that imports nothing of ours.

Offsets are Unicode code points in a report's stored text, half-open: ``text[start:end]``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SectionKind(StrEnum):
    """What a section of a report speaks of."""

    INTRO = "intro"
    RESULT = "result"
    PROBLEM = "problem"
    DUTY = "duty"
    PLAN = "plan"


class AnswerKind(StrEnum):
    """The form of an answer (the ``kind`` of the batch contract)."""

    NUMBER = "number"
    FACT = "fact"
    LIST = "list"
    COMPARISON = "comparison"
    SUMMARY = "summary"
    REFUSAL = "refusal"


class Reason(StrEnum):
    """Why an answer was refused (the ``reason`` of the batch contract, which knows no filters and so no FILTERED)."""

    NO_SUCH_PLACE = "no_such_place"
    NO_SUCH_YEAR = "no_such_year"
    NOT_MENTIONED = "not_mentioned"
    OUT_OF_DOMAIN = "out_of_domain"
    AMBIGUOUS = "ambiguous"
    FILTERED = "filtered"


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a report.

    Attributes:
        index: Position among the report's sentences, from 0.
        start: First code point in the stored text.
        end: One past the last code point.
        text: ``stored_text[start:end]``.
        passage: Index of the passage that holds it.
        heading: Heading path, outermost first.
        section: What the section speaks of.
        lead: Topic sentence of the 一是/二是 item that holds it, or "".
    """

    index: int
    start: int
    end: int
    text: str
    passage: int
    heading: tuple[str, ...]
    section: SectionKind
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of text under one heading; the passages of a report join into its stored text.

    Attributes:
        index: Position among the report's passages, from 0.
        start: First code point in the stored text.
        end: One past the last code point.
        heading: Heading path, outermost first.
        section: What the section speaks of.
        body: False for navigation, metadata tables, footers and headings: kept, never searched.
    """

    index: int
    start: int
    end: int
    heading: tuple[str, ...]
    section: SectionKind
    body: bool = True


@dataclass(frozen=True, slots=True)
class ReportMeta:
    """What a report is: where it is from and which year it reports on.

    Attributes:
        id: Identity in the library, such as ``yunhu-2024``.
        file: Name of the file that it was read from, without folders.
        place: Full name of the place, such as 云湖区.
        parent: Place above it, such as 宁波市, or "".
        level: province, prefecture, county, zone, township or department.
        year: Year reported on (not of publication).
        issuer: Who issued it, or "".
        date: Publication date as ``YYYY-MM-DD``, or "".
        title: Title as printed, or a made one if it prints none.
        title_printed: Whether the title stands in the text.
        sha256: Hash of the file's bytes, hexadecimal.
        evidence: Pairs (field, the words it was read from).
    """

    id: str
    file: str
    place: str
    parent: str
    level: str
    year: int
    issuer: str
    date: str
    title: str
    title_printed: bool
    sha256: str
    evidence: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it was read."""

    meta: ReportMeta
    text: str
    passages: tuple[Passage, ...]
    sentences: tuple[Sentence, ...]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Find the sentence that holds a code point of the stored text.

        Args:
            offset: Its offset.

        Returns:
            The sentence, or None between two.
        """
        return next((s for s in self.sentences if s.start <= offset < s.end), None)


@dataclass(frozen=True, slots=True)
class Citation:
    """The place in a report that proves a statement.

    Attributes:
        marker: Number shown in the answer as ``[1]``, from 1.
        report: Report id.
        file: File name of the report.
        place: Place of the report.
        year: Year reported on.
        heading: Heading path of the sentence.
        quote: The words that prove it; ``stored_text[start:end] == quote``.
        start: First code point of the quote in the stored text.
        end: One past its last code point.
        sentence: The whole sentence that holds the quote.
    """

    marker: int
    report: str
    file: str
    place: str
    year: int
    heading: tuple[str, ...]
    quote: str
    start: int
    end: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Value:
    """One figure of an answer.

    Attributes:
        place: Place it holds for.
        year: Year it holds for.
        indicator: What is counted, in the report's or the question's words.
        value: The figure as a plain decimal string; 万 and 亿 stay in the unit.
        unit: Measure word or unit as printed, "" if none.
        qualifier: One of 约 余 超 以上 以下 近, or None.
        citation: Marker of the citation that proves it.
    """

    place: str
    year: int
    indicator: str
    value: str
    unit: str
    qualifier: str | None
    citation: int


@dataclass(frozen=True, slots=True)
class Point:
    """One side of a comparison, as a picture shows it.

    Attributes:
        name: Place, or place and year.
        year: Year it holds for.
        amount: The figure in its plain unit, 万 and 亿 multiplied in, or None where it is not disclosed.
        shown: The figure with qualifier and unit, or "".
        citation: Marker of the citation that proves it, or 0.
    """

    name: str
    year: int
    amount: float | None
    shown: str = ""
    citation: int = 0


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one indicator that may be set side by side in a picture.

    Attributes:
        topic: What is counted, in the question's words.
        points: The sides, in the order of the table.
        over_years: Whether they are years of one place.
    """

    topic: str
    points: tuple[Point, ...]
    over_years: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """What the assistant says, with its proof.

    Attributes:
        answer: Short markdown that stands alone, with markers ``[1]``.
        kind: Form of the answer.
        abstained: Whether the question was refused.
        reason: Why it was refused, or None.
        values: The figures that the answer states.
        citations: One for each marker, in order.
        warnings: Comparability and scope warnings, for people.
        latency_ms: Time taken, in milliseconds.
        places: Places that the question was resolved to.
        years: Years that the question was resolved to.
        topics: What was asked for, in the question's words; for the page.
        choices: What an answer that asks back offers, each a turn of its own; for the page.
        series: Figures that a picture may show; for the page, never more than the table says.
    """

    answer: str
    kind: AnswerKind
    abstained: bool = False
    reason: Reason | None = None
    values: tuple[Value, ...] = ()
    citations: tuple[Citation, ...] = ()
    warnings: tuple[str, ...] = ()
    latency_ms: float = 0.0
    places: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    topics: tuple[str, ...] = ()
    series: tuple[Series, ...] = ()
    choices: tuple[str, ...] = ()
