"""Answers questions that ask for a form and no figure: a list of documents, examples, honours, a section, a meaning, practices.

Each form is recognised by its own words and answered by its own module; a question that names a further topic goes on to the
modules that rank figures and sentences, unless its form can keep to the topic.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from embeddings.encoder import Encoder
from qa.answer.comparison import practice
from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, join
from qa.answer.compose.verdicts import SILENT_ONES
from qa.answer.prose import brief, changes, definitions, distinctions, named_kinds, sections, titles
from qa.answer.prose.digest import answer_grid, topic_terms
from qa.answer.prose.listing import answer_items
from qa.answer.prose.topical import holds_all, sentences_on, without_frame
from qa.answer.scope.refuse import refuse_silent
from qa.answer.single import SingleReport
from qa.message import listed
from qa.patterns import lazy_re
from qa.question.single.alone import blank
from qa.question.single.reading import Reading
from qa.ranking import PreparedReport, Query
from qa.types import AnswerKind, SectionKind

_TABLE = lazy_re(r"表格|(?:做|列|整理|汇总|弄|画)[成出个张]{0,2}表(?!彰|扬|示|现|决)|列表")
_TABLE_WORDS = lazy_re(
    r"表格|列表|做成|列成|整理成?|汇总|数据|数字|用表|列出|形式|画成?|弄成?|分布|情况|主要|一张|一个|用"
)
_CAUSES = lazy_re(r"原因|成因|根源|为什么")
# "两县", "两地": the two places of a library that holds no other.
_WINNER = lazy_re(r"谁|哪[个家边]|更|最|多少|几[个项家]|异同|不同|区别|差[异别]|相同|共同")
_BOTH = lazy_re(r"两(?:个)?[县区市旗地州省镇家]|两者|双方")


class Forms:
    """Recognises forms of questions and answers them."""

    def __init__(self, encoder: Encoder, single: SingleReport, query_of: Callable[[Reading], Query]) -> None:
        """Wire the forms.

        Args:
            encoder: Encoder of the library.
            single: Ranks the sentences of one report.
            query_of: Makes a question ready for ranking.
        """
        self._encoder = encoder
        self._single = single
        self._query_of = query_of

    def answer(
        self, reading: Reading, reports: Sequence[PreparedReport], *, open_place: bool
    ) -> Draft | None:
        """Compose the answer of a question whose form is known.

        Args:
            reading: The question.
            reports: The reports in scope.
            open_place: Whether no place was named.

        Returns:
            The draft, or None where the question has no such form or the reports nothing to say in it.
        """
        question = blank(reading.question, reading.scope.spans)
        if word := definitions.meaning_asked(question):
            return definitions.answer_meaning(reports, word)
        if word := definitions.contents_asked(question):
            return definitions.answer_meaning(reports, word, contents=True)
        places = {r.report.meta.place for r in reports}
        both = len(places) == 2 and _BOTH.search(question) is not None
        if len(places) > 1 and (both or reading.all_places or not open_place):
            return self._of_several(reading, question, reports) if both or len(reading.places) > 1 else None
        if len(places) != 1 or (open_place and not reading.places and len(reports) > 1):
            return None
        if way := changes.moved_asked(question):  # of two years, the later report tells what changed
            newest = max(reports, key=lambda r: r.report.meta.year)
            return changes.answer_changes(newest, way, without_frame(reading, changes.FRAME).terms)
        drafts = [d for r in reports if (d := self._of_one(reading, question, r)) is not None]
        return join(drafts, drafts[0].kind) if drafts else None

    def _of_several(self, reading: Reading, question: str, reports: Sequence[PreparedReport]) -> Draft | None:
        """Set practices side by side, or what each report tells in a form that names no topic."""
        if not _WINNER.search(question):
            drafts = [self._without_topic(reading, question, r) for r in reports]
            drafts = [d if d is not None and d.kind is not AnswerKind.REFUSAL else None for d in drafts]
            told = [d for d in drafts if d is not None]
            if told:
                whole = join(told, AnswerKind.COMPARISON)
                if silent := [
                    say.PLACE_YEAR(r.report.meta.place, r.report.meta.year)
                    for r, d in zip(reports, drafts, strict=True)
                    if d is None
                ]:
                    whole.lines.append(SILENT_ONES(listed(silent)))
                return whole
        if not practice.practice_asked(question) or reading.intent.section in {"problem", "plan"}:
            return None
        about = without_frame(replace(reading, content=question), practice.FRAME)
        if not about.terms:
            return None
        query = self._query_of(about)
        return practice.answer_practice(query, reading, reports, self._encoder, self._single.words.sentences)

    def _without_topic(self, reading: Reading, question: str, report: PreparedReport) -> Draft | None:
        """Answer in a form that several reports may share: documents, honours, what is new, in brief."""
        if which := titles.titles_asked(question):
            terms = without_frame(reading, titles.FRAME).terms
            return titles.answer_titles(report, which, terms, titles.kind_of(question))
        if way := changes.moved_asked(question):
            return changes.answer_changes(report, way, without_frame(reading, changes.FRAME).terms)
        if brief.asks_brief(question) and not _names(reading, brief.FRAME):
            return brief.answer_brief(report)
        asked = distinctions.distinction_asked(question)
        return None if asked == "example" else self._distinction(reading, question, report)

    def _of_one(self, reading: Reading, question: str, report: PreparedReport) -> Draft | None:
        """Answer from one report."""
        if (part := sections.section_asked(question)) is not None:
            return sections.answer_part(report, part)
        if sections.asks_outline(question):
            return sections.answer_outline(report)
        if which := titles.titles_asked(question):
            about = _without_author(reading, report)
            terms = without_frame(about, titles.FRAME).terms
            return titles.answer_titles(report, which, terms, titles.kind_of(question))
        if brief.asks_brief(question) and not _names(reading, brief.FRAME):
            return brief.answer_brief(report)
        if reading.intent.section == "problem" and _CAUSES.search(question) and not _names(reading, _CAUSES):
            return answer_items(report, SectionKind.PROBLEM)
        if told := self._distinction(reading, question, report):
            return told
        if kind := named_kinds.kind_named(question):
            return named_kinds.answer_kind(report, kind, without_frame(reading, named_kinds.FRAME).terms)
        if _TABLE.search(question) and not (reading.intent.compares or reading.intent.section):
            return answer_grid(report, topic_terms(without_frame(reading, _TABLE_WORDS).terms))
        return None

    def _distinction(self, reading: Reading, question: str, report: PreparedReport) -> Draft | None:
        """Answer what sets a place apart, or with examples."""
        asked = distinctions.distinction_asked(question)
        if asked == "example":
            about = without_frame(replace(reading, content=question), distinctions.EXAMPLE_FRAME)
            query = self._query_of(about)
            on_topic = sentences_on(query, report, self._encoder, self._single.words.sentences(query, report))
            if _names(about, distinctions.BRIGHT_FRAME):
                fully = [s for s in on_topic if holds_all(query.terms, report.folded[s.index])]
                return distinctions.answer_examples(report, fully or on_topic)
            return distinctions.answer_bright(report, headings=False, examples=True)
        if asked == "first" and not _names(reading, distinctions.FIRST_FRAME):
            firsts = distinctions.answer_firsts(report, question)
            return firsts or refuse_silent([report], distinctions.first_asked(question), (), ())
        if asked == "honours" and not _names(reading, distinctions.HONOUR_FRAME):
            return distinctions.answer_honours(report, question)
        if asked in {"bright", "new"} and not _names(reading, distinctions.BRIGHT_FRAME):
            return distinctions.answer_bright(report, headings=asked == "bright")
        return None


def without_table(reading: Reading) -> Reading:
    """Take 表格 and what is done with it off the terms: it is no word of a report.

    Args:
        reading: The question.

    Returns:
        The question, its terms without them where others are left.
    """
    if not _TABLE.search(reading.question):
        return reading
    left = without_frame(reading, _TABLE_WORDS)
    return replace(reading, terms=left.terms) if left.terms else reading


def _without_author(reading: Reading, report: PreparedReport) -> Reading:
    """Take the office that wrote a report off the terms: it names no topic in its own report."""
    author = report.report.meta.issuer
    return replace(reading, terms=tuple(t for t in reading.terms if not (author and author.endswith(t.text))))


def _names(reading: Reading, frame: re.Pattern[str]) -> bool:
    """Tell whether a question names a topic beside the words of its form."""
    return bool(without_frame(reading, frame).terms)
