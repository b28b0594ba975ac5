"""Chooses how a question is answered from the reports in scope.

The order: what the library holds, facts of the report itself, whole sections, who discloses what, comparisons, one report;
silence, with proof, where nothing answers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from embeddings.encoder import Encoder
from embeddings.topics import shares
from qa.answer import messages as say
from qa.answer.asked import holding, is_foreign, kind_asked, without_asking
from qa.answer.confidence import SURE, SURE_FACT, confidence
from qa.answer.digest import answer_digest, asks_all, topic_terms
from qa.answer.document import answer_coverage, answer_document, answer_printed_field
from qa.answer.draft import Draft, join
from qa.answer.forms import Forms, without_table
from qa.answer.headline import Wanted
from qa.answer.inner import answer_inside, may_be_told, names_inside
from qa.answer.jointly import family_of
from qa.answer.limits import falls_to_each
from qa.answer.listing import answer_section
from qa.answer.named_rows import answer_named_rows
from qa.answer.observed import Observed
from qa.answer.practice import asks_alike
from qa.answer.reasons import reason_topic
from qa.answer.refuse import ask_back, refuse_domain, refuse_silent
from qa.answer.rows import answer_rows
from qa.answer.several import SeveralReports
from qa.answer.single import SingleReport, without_direction
from qa.answer.summary import answer_report
from qa.answer.target import answer_reached
from qa.answer.told_rank import answer_judged, answer_rank, answer_told_rank, asks_higher, asks_told_rank
from qa.answer.verdicts import SILENT_ONES
from qa.answer.wants import is_counted, is_listed, is_specific, which_is_more
from qa.answer.whether import asks_unmet
from qa.answer.within import answer_first_part, answer_share
from qa.message import Message, listed
from qa.question import moves
from qa.question.intent import Task, read_intent
from qa.question.pointing import FIRST, asks_reached
from qa.question.ranks import among, bound_of, summed
from qa.question.reading import Reading
from qa.question.sides import TopicSide
from qa.question.terms import content_of, in_domain, topic_of
from qa.ranking import PreparedReport, Query, ScoredMention, ScoredSentence, rank_mentions, rank_sentences
from qa.types import AnswerKind, Reason, ReportMeta, SectionKind

# How far one report must stand out before it answers a question that names no place: measured in docs/design/007-refusal.md.
OPEN_MARGIN = 0.12


class Response(NamedTuple):
    """A draft, and the reason where it refuses."""

    draft: Draft
    reason: Reason | None


Elsewhere = Callable[[Query, Collection[str]], Sequence[PreparedReport]]
"""Gives reports that may mention what those of the given ids do not."""


class Responder:
    """Composes drafts from prepared reports."""

    def __init__(self, encoder: Encoder, elsewhere: Elsewhere, observed: Observed) -> None:
        """Wire a responder.

        Args:
            encoder: Encoder of the library.
            elsewhere: Gives the reports to look into when those in scope are silent.
            observed: Says what the ledger makes of a figure.
        """
        self._encoder = encoder
        self._elsewhere = elsewhere
        self._single = SingleReport(encoder)
        self._several = SeveralReports(encoder, self._single, observed)
        self._forms = Forms(encoder, self._single, self.query)

    def respond(
        self,
        reading: Reading,
        reports: Sequence[PreparedReport],
        metas: Sequence[ReportMeta],
        *,
        open_place: bool,
    ) -> Response:
        """Compose the draft of an answer.

        Args:
            reading: The question.
            reports: Prepared reports in scope, in the order of the question.
            metas: All reports of the library.
            open_place: Whether no place was named.

        Returns:
            The draft, and the reason where it refuses.
        """
        intent = reading.intent
        if intent.task is Task.COVERAGE:
            return Response(answer_coverage(metas), None)
        reading = without_table(reading)
        form = self._forms.answer(reading, reports, open_place=open_place)
        if form is not None:
            return Response(form, Reason.NOT_MENTIONED if form.kind is AnswerKind.REFUSAL else None)
        whole = intent.task is Task.DOCUMENT or (bool(intent.section) and not is_specific(reading, reports))
        if whole and open_place and len(reports) > 1 and not reading.all_places:
            return Response(ask_back(say.WHICH_REPORT, _names(reports)), Reason.AMBIGUOUS)
        if intent.task is Task.DOCUMENT:
            return self._document(reading, reports)
        if len(reports) == 1 and reading.near and (part := self._part(reading, reports[0])) is not None:
            return Response(part, None)
        query = self.query(reading)
        if asks_reached(reading.question) and len({r.report.meta.place for r in reports}) == 1:
            told = answer_reached(query, reports, self._single)
            if told is not None or len(reports) > 1:
                return self._or_silent(told, query, reports)
        if whole:
            return self._section(query, reports, alike=asks_alike(reading.question))
        if (told := self._rank(query, reading, reports)) is not None:
            return Response(told, None)
        if reading.standing and _OF_ABOVE.search(
            reading.content
        ):  # the order of the library's places is no rank in the city
            return self._silent(query, _of(reading, reports))
        if len(reports) == 1 and kind_asked(reading.content) == "rank" and not _named(reading):
            return self._or_silent(answer_rank(reports[0]), query, reports)
        if (
            asks_all(reading.question if intent.task is Task.SUMMARY else reading.content)
            and not (open_place or asks_unmet(reading.content))
            and not (intent.compares or intent.change)
        ):
            drafts = [d for r in reports if (d := answer_digest(r, topic_terms(query.terms)))]
            return self._or_silent(join(drafts, AnswerKind.LIST) if drafts else None, query, reports)
        if not reading.terms:
            return self._without_topic(reading, reports, metas, open_place=open_place)
        if moves.is_foreign(reading.question) or (open_place and not in_domain(reading.terms)):
            return Response(refuse_domain(metas), Reason.OUT_OF_DOMAIN)
        if is_foreign(query.terms, reports):
            return self._silent(query, reports)
        if intent.task is Task.DISCLOSURE:
            return self._or_silent(self._several.disclosure(query, reports), query, reports)
        comparing = intent.compares
        sides = [self.query(replace(reading, terms=s.terms, content=s.content)) for s in reading.sides]
        if len(reports) == 1 and len(sides) == 2 and len({s.place for s in reading.sides}) == 1:
            pair = self._single.compare_topics(sides, intent, reports[0])
            return self._or_silent(pair, query, reports)
        if reading.why:
            return self._why(query, reports)
        if len(reading.topics) > 1 and (not open_place or reading.all_places):
            asked = [self.query(_column(reading, side)) for side in reading.topics]
            return self._or_silent(self._several.tabulate(asked, intent, reports), query, reports)
        set_beside = comparing or which_is_more(reading) or is_listed(reading)
        if len(reports) == 1 and set_beside:
            rows = answer_named_rows(query, reading.question, reports[0], self._encoder)
            if rows is not None:
                return Response(rows, None)
        if len(reports) == 1 and sum(names_inside(t, reading) for t in query.terms) > 1:
            return self._or_silent(self._several.compare_inner(query, reports[0]), query, reports)
        each = self._single.best_mention(query, reports[0]) if reading.inner and len(reports) == 1 else None
        if falls_to_each(reading.content, each):
            return self._or_silent(self._single.answer(query, reading, reports[0]), query, reports)
        if reading.inner and len(reports) == 1:
            draft = answer_inside(query, reading, reports[0], self._encoder)
            if draft is None and may_be_told(reading):
                draft = self._single.answer(query, reading, reports[0])
            return self._or_silent(draft, query, reports)
        several = not reading.inner and intent.compares and (reading.all_places or len(reading.places) > 1)
        if len(reports) == 1 and several and (draft := self._several.compare(query, reports)) is not None:
            return Response(draft, None)  # the others have no report of the year, as a warning tells
        if len(reports) == 1 and (rows := answer_rows(query, reports[0], self._encoder)) is not None:
            return Response(rows, None)
        if len(reports) == 1:
            draft = self._single.answer(query, reading, reports[0])
            if draft is None or not any(value.unit == "%" for value in draft.values):
                draft = self._share(reading, reports[0]) or draft
            return self._or_silent(draft, query, reports)
        if open_place and not comparing and not reading.all_places:
            return self._open(query, reading, reports)
        if sides:
            by_place = {side.place: asked for side, asked in zip(reading.sides, sides, strict=True)}
            queries = [by_place.get(r.report.meta.place, query) for r in reports]
            if (draft := self._several.compare_topics(queries, intent, reports)) is not None:
                return Response(draft, None)
        figures = (
            comparing
            or intent.task is Task.NUMBER
            or which_is_more(reading)
            or is_listed(reading)
            or is_counted(reading)
        )
        disclosed = reading.all_places or reading.scope.under is not None or among(reading.question)
        if summed(reading.question) and intent.task is Task.NUMBER and not intent.combine:
            query = replace(query, intent=replace(intent, combine="sum"))
        wanted = Wanted(reading.standing, reading.top or intent.top, bound_of(reading.question), disclosed)
        draft = self._several.compare(query, reports, wanted) if figures else None
        if draft is None and (intent.task not in {Task.NUMBER, Task.DIFFERENCE}):
            draft = self._several.each(query, reports)
        return self._or_silent(draft, query, reports)

    def _rank(self, query: Query, reading: Reading, reports: Sequence[PreparedReport]) -> Draft | None:
        """Tell the rank that reports tell of their places, where one is asked for or asked about; else None."""
        content, own = reading.content, _of(reading, reports)
        if len(own) == 1 and reading.intent.yes_no and not re.search(r"\d", content):
            return answer_judged(query.terms, content, own[0])
        asked = reading.standing or kind_asked(content) == "rank" or asks_told_rank(content)
        if len(own) == 1 and asked and (reading.standing or not reading.intent.unit_class):
            return answer_told_rank(query.terms, content, own[0])
        if len(own) < 2 or not asks_higher(content):
            return None
        drafts = [(r, answer_told_rank(query.terms, content, r)) for r in own]
        told = [d for _, d in drafts if d is not None]
        if not told:
            return None
        whole = join(told, AnswerKind.COMPARISON)
        silent = [say.PLACE_YEAR(r.report.meta.place, r.report.meta.year) for r, d in drafts if d is None]
        if silent:
            whole.lines.append(SILENT_ONES(listed(silent)))
        return whole

    def _why(self, query: Query, reports: Sequence[PreparedReport]) -> Response:
        """Say what became of a place that an answer lacks: its figure where it gives one, else that it gives none."""
        draft = self._several.compare(query, reports)
        asked = family_of(query.intent.unit)
        if draft is not None and any(
            not asked or family_of(value.unit.lstrip("百千万亿")) in {"", asked} for value in draft.values
        ):  # 件 are asked for: 1篇 would not have stood in the answer either
            return Response(draft, None)
        return self._silent(query, reports)

    def _part(self, reading: Reading, report: PreparedReport) -> Draft | None:
        """Answer what is asked of the parts and the whole in the sentence that was just shown: 占比多少, 最少的是哪个."""
        if reading.bare == FIRST:
            return answer_first_part(reading, report)
        counted = reading.intent.unit and reading.intent.unit_class != "percent"
        return answer_share(reading, report) if reading.intent.combine == "share" and not counted else None

    def _share(self, reading: Reading, report: PreparedReport) -> Draft | None:
        """Put the last two figures of one place into proportion, where the report prints no share: 占比多少."""
        counted = reading.intent.unit and reading.intent.unit_class != "percent"  # 占多少件 asks for the part
        if reading.intent.combine != "share" or counted or len(reading.trail) < 2:
            return None
        intent = replace(reading.intent, task=Task.NUMBER, unit="", unit_class="")
        pair = [  # the whole and its part, the part last
            self.query(replace(reading, terms=s.terms, content=s.content, intent=intent))
            for s in reading.trail[-2:]
        ]
        printed = self._single.share_beside(pair[-1], report)
        return printed or self._single.compare_topics(pair, intent, report, together=True)

    def silent(self, reading: Reading, reports: Sequence[PreparedReport]) -> Response:
        """Say that reports do not mention what is asked.

        Args:
            reading: The question.
            reports: The reports that were searched.

        Returns:
            The draft of a refusal, and its reason.
        """
        return self._silent(self.query(reading), reports)

    def query(self, reading: Reading) -> Query:
        """Make a question ready for ranking: its words, with official ones for everyday ones, embedded.

        Args:
            reading: The question as it was read.

        Returns:
            The query.
        """
        official = (form for term in reading.terms if term.everyday for form, _ in term.forms[1:3])
        said = " ".join((content_of(reading.content), *official)).strip()
        vector = self._encoder.encode([said or reading.content], query=True)[0]
        held = reading.content + "|" + "|".join(form for term in reading.terms for form, _ in term.forms)
        own = self._encoder.encode([content_of(reading.content)], query=True)
        topics = self._encoder.topics
        if topics is not None:
            topics = shares(own, topics)[0] if own.any() else None
        return without_direction(
            Query(
                without_asking(reading.terms), reading.intent, held, vector, reading.content, topics, own[0]
            )
        )

    def _open(self, query: Query, reading: Reading, reports: Sequence[PreparedReport]) -> Response:
        """Answer without a named place: only where one report stands out; else ask back."""
        found: list[tuple[float, PreparedReport]] = []
        for report in reports:
            best: ScoredMention | ScoredSentence | None
            if query.intent.task is Task.NUMBER:
                best, sure = next(iter(rank_mentions(query, report, self._encoder)), None), SURE
            else:
                best, sure = next(iter(self._single.sentences(query, report)), None), SURE_FACT
            if best is not None and confidence(best, query.terms) >= sure:
                found.append((best.score, report))
        if not found:
            return self._silent(query, reports)
        found.sort(key=lambda item: -item[0])
        if len(found) == 1 or found[0][0] - found[1][0] >= OPEN_MARGIN:
            return self._or_silent(self._single.answer(query, reading, found[0][1]), query, [found[0][1]])
        asked = say.WHICH_PLACE(topic_of(query.terms))
        return Response(ask_back(asked, _names([report for _, report in found])), Reason.AMBIGUOUS)

    def _document(self, reading: Reading, reports: Sequence[PreparedReport]) -> Response:
        """Answer a question about the report itself."""
        held = [r.report for r in reports]
        draft = answer_document(held, reading.intent.documents) or answer_printed_field(
            held, reading.question
        )
        if draft is not None:
            return Response(draft, None)
        topic = listed(name for what, name in say.DOCUMENT_FACTS.items() if what in reading.intent.documents)
        return Response(refuse_silent(reports, topic, (), ()), Reason.NOT_MENTIONED)

    def _section(self, query: Query, reports: Sequence[PreparedReport], *, alike: bool = False) -> Response:
        """Answer with the points of a whole section; what is ``alike`` in several is left to the reader."""
        kind = AnswerKind.SUMMARY if query.intent.task is Task.SUMMARY else AnswerKind.LIST
        section = SectionKind(query.intent.section)
        found = [(r.report.meta, answer_section(r, section, kind)) for r in reports]
        drafts = [d for _, d in found if d is not None]
        if not drafts:
            return self._silent(query, reports)
        whole = join(drafts, AnswerKind.COMPARISON)
        if alike and len(drafts) > 1:
            whole.lines.insert(0, say.SIDE_BY_SIDE)
        if lacking := [say.PLACE_YEAR(meta.place, meta.year) for meta, d in found if d is None]:
            whole.lines.append(say.NO_SECTION(listed(lacking), say.SECTIONS[section.value]))
        return Response(whole, None)

    def _without_topic(
        self,
        reading: Reading,
        reports: Sequence[PreparedReport],
        metas: Sequence[ReportMeta],
        *,
        open_place: bool,
    ) -> Response:
        """Answer a question that names no topic: a summary of the report, or ask back what is meant."""
        if open_place:
            return Response(refuse_domain(metas), Reason.OUT_OF_DOMAIN)
        intent = reading.intent
        if (
            intent.task in {Task.SUMMARY, Task.LIST, Task.COMPARE}
            or not intent.explicit
            or intent.answer_type == "how"
        ):
            return Response(join([answer_report(r) for r in reports], AnswerKind.SUMMARY), None)
        return Response(ask_back(say.WHICH_TOPIC, say.TOPICS), Reason.AMBIGUOUS)

    def _or_silent(self, draft: Draft | None, query: Query, reports: Sequence[PreparedReport]) -> Response:
        """Take a draft, or say that the reports are silent."""
        return Response(draft, None) if draft is not None else self._silent(query, reports)

    def _silent(self, query: Query, reports: Sequence[PreparedReport]) -> Response:
        """Say that the reports do not mention it, with the nearest sentences."""
        nearest = sorted(
            (s for r in reports[:4] for s in rank_sentences(query, r, self._encoder)[:2]),
            key=lambda s: -s.score,
        )
        close = [s for s in nearest if s.score > _NEAR]
        kind = kind_asked(query.content)
        others = self._who_mentions(query, reports, kind)
        topic = (reason_topic(query.content) if kind == "why" else "") or topic_of(query.terms)
        draft = refuse_silent(reports, topic, close, others, kind)
        return Response(draft, Reason.NOT_MENTIONED)

    def _who_mentions(self, query: Query, reports: Sequence[PreparedReport], kind: str) -> list[Message]:
        """Name the places and years whose reports do answer."""
        found: list[Message] = []
        for report in self._elsewhere(query, {r.report.meta.id for r in reports}):
            best: ScoredMention | ScoredSentence | None
            if query.intent.task in _FIGURES and not kind:
                best = next(iter(rank_mentions(query, report, self._encoder)), None)
            else:
                ranked = self._single.sentences(query, report)
                best = next(iter(holding(kind, ranked, query.terms, query.content) if kind else ranked), None)
            if best is not None and confidence(best, query.terms) >= _MENTIONS:
                found.append(say.PLACE_THEN_YEAR(report.report.meta.place, report.report.meta.year))
        return list(dict.fromkeys(found))


def _column(reading: Reading, side: TopicSide) -> Reading:
    """Ask for one of several topics in its own unit: beside 败诉率, 行政复议 is still counted in cases."""
    own, shared = read_intent(side.content), reading.intent
    unit, unit_class = (shared.unit, shared.unit_class) if shared.unit_class != "percent" else ("", "")
    if own.unit_class:
        unit, unit_class = own.unit, own.unit_class
    intent = replace(shared, unit=unit, unit_class=unit_class)
    return replace(reading, terms=side.terms, content=side.content, intent=intent)


# Score from which a sentence is near enough to be shown beside "not mentioned".
_NEAR = 0.2
# Probability from which another place is said to mention it; stricter than an answer, as it is only a hint.
_MENTIONS = 0.6
_FIGURES = frozenset({Task.NUMBER, Task.DIFFERENCE, Task.RANK})


# "在全市排第几": a rank that only a report can tell, however many of the city's places the library holds.
_OF_ABOVE = re.compile(r"全国|全省|全市|全州")


def _of(reading: Reading, reports: Sequence[PreparedReport]) -> list[PreparedReport]:
    """Keep the reports of the place whose rank is asked for; all where none is."""
    return [r for r in reports if reading.standing in {"", r.report.meta.place}]


def _named(reading: Reading) -> bool:
    """Tell whether a question names more than the place above that a rank is asked in: 在某市排第几."""
    return any(not re.search(rf"在{re.escape(t.text)}", reading.content) for t in reading.terms)


def _names(reports: Sequence[PreparedReport]) -> list[str]:
    """List the places of reports, each once."""
    return list(dict.fromkeys(r.report.meta.place for r in reports))
