"""What the paragraphs of a report open with, where no heading stands over its results (科学决策，制度笼子进一步扎牢)."""

from __future__ import annotations

from qa.patterns import lazy_re
from qa.types import Report, SectionKind, Sentence

# The first sentence of a paragraph says what the paragraph is about only where it is short and tells nothing itself.
_LONGEST = 36
_TELLS = lazy_re(r"\d|《|现将|如下")
_FEWEST = 3  # one or two such sentences are no outline
_RESULTS = frozenset({SectionKind.RESULT, SectionKind.INTRO})


def leads_of(report: Report) -> tuple[Sentence, ...]:
    """List the sentences that open the paragraphs on what was done and say what each is about.

    Args:
        report: A report.

    Returns:
        The sentences in order; none where fewer than three paragraphs open so.
    """
    found = tuple(
        s
        for at, s in enumerate(report.sentences)
        if s.section in _RESULTS
        and len(s.text) <= _LONGEST
        and not _TELLS.search(s.text)
        and _opens_paragraph(report, s)
        and _goes_on(report, s, at)
    )
    return found if len(found) >= _FEWEST else ()


def _opens_paragraph(report: Report, sentence: Sentence) -> bool:
    """Tell whether a sentence stands at the head of a line."""
    before = report.text[: sentence.start].rstrip(" \u3000\t")
    return not before or before.endswith("\n")


def _goes_on(report: Report, sentence: Sentence, at: int) -> bool:
    """Tell whether another sentence follows in the same line: a line of its own is a heading or a caption."""
    after = report.sentences[at + 1] if at + 1 < len(report.sentences) else None
    return after is not None and "\n" not in report.text[sentence.end : after.start]
