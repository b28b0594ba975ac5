"""Drafts: the words of an answer and the citations under them, while an answer is being composed.

Every composer writes into a ``Draft``; only ``Draft.finish`` makes an ``Answer``. A quote is always cut from the stored text,
so that it is verbatim by construction.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from qa.ledger.mention import Mention
from qa.message import changed, joined
from qa.patterns import lazy_re
from qa.text import without_markup
from qa.types import Answer, AnswerKind, Citation, Reason, Report, Sentence, Series, Value

_EDGE = " \t\n,，;；:：。、.!！?？|"
_WRAP = lazy_re(r"\s*\n\s*")  # a line broken by the page joins without a blank, as Chinese does


def plain(text: str) -> str:
    """Make a piece of a report safe inside markdown: one line, with its markup characters made harmless.

    Args:
        text: Words of a report.

    Returns:
        The words in one line; the characters that markdown or HTML would read are escaped.
    """
    return without_markup(" ".join(_WRAP.sub("", text).split()))


def plain_words(words: str) -> str:
    """Make words safe inside markdown in both languages.

    Args:
        words: Words of a report or a message.

    Returns:
        The words, escaped.
    """
    return changed(words, plain)


class Draft:
    """An answer in the making."""

    def __init__(self, kind: AnswerKind) -> None:
        self.kind = kind
        self.lines: list[str] = []
        self.values: list[Value] = []
        self.warnings: list[str] = []
        self.citations: list[Citation] = []
        self.computed: set[str] = set()
        self.series: list[Series] = []
        self.choices: tuple[str, ...] = ()
        self.corrects = False  # whether it says that the question takes a fall for a rise

    def cite(self, report: Report, start: int, end: int, sentence: Sentence | None = None) -> int:
        """Cite a span of a report.

        Args:
            report: The report.
            start: First code point in its stored text; blanks and marks at the edges are trimmed.
            end: One past the last.
            sentence: The sentence that holds the span, where one does.

        Returns:
            The marker: an old one if the same span of the same report was cited before, under the same headers.
        """
        while start < end and report.text[start] in _EDGE:
            start += 1
        while end > start and report.text[end - 1] in _EDGE:
            end -= 1
        heading = sentence.heading if sentence else _heading_at(report, start)
        for old in self.citations:
            if (old.report, old.start, old.end, old.heading) == (report.meta.id, start, end, heading):
                return old.marker
        quote = report.text[start:end]
        meta = report.meta
        self.citations.append(
            Citation(
                marker=len(self.citations) + 1,
                report=meta.id,
                file=meta.file,
                place=meta.place,
                year=meta.year,
                heading=heading,
                quote=quote,
                start=start,
                end=end,
                sentence=sentence.text if sentence else quote,
            )
        )
        return len(self.citations)

    def cite_mention(self, report: Report, mention: Mention) -> int:
        """Cite the clause of a figure."""
        sentence = report.sentences[mention.sentence]
        if mention.column:  # the headers of its column and row say what a cell counts, and of which year
            year = f"{mention.year}年" if mention.year and str(mention.year) not in mention.column else ""
            unit = mention.quantity.unit  # of the table's caption where the column does not print it
            told = not unit or unit == "%" or unit in mention.column
            column = mention.column if told else f"{mention.column}（{unit}）"
            headers = (year, column) if year else (column,)
            sentence = replace(sentence, heading=(*sentence.heading, *headers))
        return self.cite(
            report, sentence.start + mention.clause[0], sentence.start + mention.clause[1], sentence
        )

    def cite_sentence(self, report: Report, index: int) -> int:
        """Cite a whole sentence."""
        sentence = report.sentences[index]
        return self.cite(report, sentence.start, sentence.end, sentence)

    def finish(self, *, reason: Reason | None = None) -> Answer:
        """Make the answer.

        Args:
            reason: Why the question is refused, or None.

        Returns:
            The answer, not yet gated.
        """
        return Answer(
            answer=joined(self.lines, "\n", "\n"),
            kind=self.kind,
            abstained=reason is not None,
            reason=reason,
            values=tuple(self.values),
            citations=tuple(self.citations),
            warnings=tuple(self.warnings),
            series=tuple(self.series),
            choices=self.choices,
        )


def trim(text: str) -> str:
    """Strip the marks and blanks at the edges of a piece of a sentence."""
    return text.strip(_EDGE)


def _heading_at(report: Report, offset: int) -> tuple[str, ...]:
    """Find the heading path of the passage that holds an offset."""
    return next((p.heading for p in report.passages if p.start <= offset < p.end), ())


def join(drafts: Sequence[Draft], kind: AnswerKind) -> Draft:
    """Join drafts into one, numbering their citations on.

    Args:
        drafts: Drafts of several reports.
        kind: Kind of the whole.

    Returns:
        The whole.
    """
    if len(drafts) == 1:
        return drafts[0]
    joined = Draft(kind)
    for draft in drafts:
        shift = len(joined.citations)
        joined.lines += [_shift_markers(line, shift) for line in draft.lines]
        joined.citations += [replace(c, marker=c.marker + shift) for c in draft.citations]
        joined.values += [replace(v, citation=v.citation + shift) for v in draft.values]
        joined.warnings += draft.warnings
        joined.computed |= draft.computed
    return joined


def _shift_markers(line: str, shift: int) -> str:
    """Add to every marker of a line."""
    return changed(
        line, lambda words: re.sub(r"\[(\d+)\]", lambda match: f"[{int(match[1]) + shift}]", words)
    )
