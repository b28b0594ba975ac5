"""What a report says of a part of the work as a whole (营商环境, 权力监督), also where it never prints the part's name.

A section under the name is told as it stands; else the sentences that hold the words of such work are told, and it is said
that no heading names it. Knows nothing of questions.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain, trim
from qa.answer.prose.fact import OPENING
from qa.answer.prose.summary import only_opens
from qa.answer.prose.topical import ROW, bare
from qa.patterns import lazy_re
from qa.question.words.themes import AskedTheme, Theme
from qa.ranking import PreparedReport
from qa.text import fold
from qa.types import AnswerKind, SectionKind, Sentence

_KINDS = frozenset({SectionKind.RESULT, SectionKind.DUTY, SectionKind.INTRO})
# Sentences of a section, and of a theme that no heading names; measured in docs/design/013-forms.md.
_UNDER, _BY_WORDS = 10, 8
_FIGURE = lazy_re(r"\d")
_SHORT = 12  # "一是强化执法监督。" opens what follows and tells nothing


def answer_themes(asked: Sequence[AskedTheme], prepared: PreparedReport) -> Draft | None:
    """Tell what a report says of one or several themes, in the order of the report.

    Args:
        asked: The themes.
        prepared: The report.

    Returns:
        The draft, or None where nothing is said of any.
    """
    draft = Draft(AnswerKind.SUMMARY)
    told: set[int] = set()
    for name, theme in asked:
        sentences, headed = sentences_of(theme, prepared)
        if all(s.index in told for s in sentences):
            continue
        if not headed:
            draft.lines.append(say.NO_SECTION_NAMED(name))
        for sentence in sentences:
            if sentence.index not in told:
                told.update(_add(draft, prepared, sentence))
    return draft if draft.citations else None


def sentences_of(theme: Theme, prepared: PreparedReport, most: int = _UNDER) -> tuple[list[Sentence], bool]:
    """List the sentences on a theme in the order of the report, and tell whether a heading names it.

    Args:
        theme: The theme.
        prepared: The report.
        most: How many sentences to list at most.

    Returns:
        The sentences that hold most of the theme's words; whether they stand under its name.
    """
    hits = {
        s.index: len(set(theme.tells.findall(prepared.folded[s.index])))
        for s in prepared.report.sentences
        if s.section in _KINDS and not ROW.match(s.text) and (len(s.text) > _SHORT or _FIGURE.search(s.text))
    }
    sentences = prepared.report.sentences
    paths = {sentences[i].heading for i in hits}
    headed = {path for path in paths if any(theme.named.search(fold(bare(h))) for h in path)}
    under = [i for i in hits if sentences[i].heading in headed]
    chosen = under or [i for i, n in hits.items() if n]
    chosen.sort(key=lambda i: -hits[i])
    return [sentences[i] for i in sorted(chosen[: most if under else min(most, _BY_WORDS)])], bool(under)


def _add(draft: Draft, prepared: PreparedReport, sentence: Sentence) -> range:
    """Add a sentence; one that only opens what follows goes in one line with the next. Returns the indices told."""
    report, last = prepared.report, sentence.index
    words = plain(trim(OPENING.sub("", sentence.text)))
    if only_opens(report, last):
        last += 1
        words = f"{words}：{plain(trim(report.sentences[last].text))}"
    marker = draft.cite(report, sentence.start, report.sentences[last].end)
    draft.lines.append(say.FACT("- ", report.meta.place, report.meta.year, "", words, marker))
    return range(sentence.index, last + 1)
