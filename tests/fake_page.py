"""A small library and assistant for tests of the page: the members it uses, and hostile text."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from qa.errors import BadQuestion
from qa.types import (
    Answer,
    AnswerKind,
    Citation,
    Passage,
    Reason,
    Report,
    ReportMeta,
    SectionKind,
    Sentence,
)

HOSTILE = (
    "<script>window.pwned=1</script><img src=x onerror=window.pwned=1>[a](javascript:alert(1))${1+1}{{value}}"
)


def make_report(place: str = "东山区", year: int = 2024, extra: str = "") -> Report:
    """Make a report with a printed title, a heading and two sentences."""
    title = f"{place}{year}年法治政府建设工作报告"
    pieces = [
        ("首页 > 公开\n", (), False),
        (f"{title}\n\n", (), False),
        ("一、主要成效\n", ("一、主要成效",), False),
        (f"全年收到行政复议案件76件,审结70件。办理法律援助15件。{extra}\n", ("一、主要成效",), True),
    ]
    text, passages = "", []
    for index, (words, heading, body) in enumerate(pieces):
        passages.append(Passage(index, len(text), len(text) + len(words), heading, SectionKind.RESULT, body))
        text += words
    sentences = []
    for index, words in enumerate(("全年收到行政复议案件76件,审结70件。", "办理法律援助15件。")):
        at = text.index(words)
        sentences.append(
            Sentence(index, at, at + len(words), words, 3, ("一、主要成效",), SectionKind.RESULT)
        )
    meta = ReportMeta(
        f"r{place}-{year}", f"{place}.txt", place, "", "county", year, "", "2025-01-02", title, True, "0" * 64
    )
    return Report(meta, text, tuple(passages), tuple(sentences))


def make_citation(report: Report, quote: str, marker: int = 1) -> Citation:
    """Cite words of a report."""
    start = report.text.index(quote)
    sentence = next(s for s in report.sentences if s.start <= start < s.end)
    meta = report.meta
    return Citation(
        marker,
        meta.id,
        meta.file,
        meta.place,
        meta.year,
        sentence.heading,
        quote,
        start,
        start + len(quote),
        sentence.text,
    )


@dataclass
class FakeLibrary:
    """Reports by id."""

    held: dict[str, Report]

    def reports(self) -> tuple[ReportMeta, ...]:
        """List the reports."""
        return tuple(r.meta for r in self.held.values())

    def report(self, report_id: str) -> Report:
        """Read a report."""
        return self.held[report_id]


@dataclass
class FakeAssistant:
    """Answers every question with one number; 月球 is refused and 出错 fails."""

    library: FakeLibrary
    asked: list[tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...]]] = field(default_factory=list)

    def ask(
        self, turns: Sequence[str], *, places: Collection[str] = (), years: Collection[int] = ()
    ) -> Answer:
        """Answer, and remember what was asked."""
        self.asked.append((tuple(turns), tuple(places), tuple(years)))
        if "出错" in turns[-1]:
            raise BadQuestion("问题有误：\n请换一种问法")
        if "月球" in turns[-1]:
            return Answer(
                "库中没有月球的报告。", AnswerKind.REFUSAL, abstained=True, reason=Reason.NO_SUCH_PLACE
            )
        report = next(iter(self.library.held.values()))
        citation = make_citation(report, "全年收到行政复议案件76件")
        return Answer(
            "东山区76件。[1]", AnswerKind.NUMBER, citations=(citation,), places=("东山区",), years=(2024,)
        )


def make_assistant() -> FakeAssistant:
    """Make an assistant over two reports of one year."""
    reports = (make_report(extra=HOSTILE), make_report("西河县"))
    return FakeAssistant(FakeLibrary({r.meta.id: r for r in reports}))
