"""Chooses how a question is answered from the reports in scope: one table of forms, asked in order.

The first form that answers does; the last says that the reports are silent, with proof. What a form looks at is in
``qa.answer.asking``, the forms themselves in ``qa.answer.of_whole`` and ``qa.answer.of_topics``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from embeddings.encoder import Encoder
from embeddings.topics import shares
from qa.answer.asking import Asking, Response
from qa.answer.compose.number import answer_number
from qa.answer.forms import Forms
from qa.answer.guards.another_indicator import is_another
from qa.answer.guards.observed import Observed
from qa.answer.guards.wants import indicator_words
from qa.answer.inside.same_figure import is_unlike, same_in, told_indicator
from qa.answer.of_shown import OfShown
from qa.answer.of_topics import OfTopics
from qa.answer.of_whole import OfWhole
from qa.answer.prose.kinds_asked import without_asking, without_how
from qa.answer.several import SeveralReports
from qa.answer.silence import Elsewhere, Silence
from qa.answer.single import SingleReport
from qa.question.single.reading import Reading
from qa.question.words.terms import DIRECTION, content_of
from qa.ranking import PreparedReport, Query
from qa.types import Reason, ReportMeta, SectionKind

# What a sentence of a plan needs not say: 明年计划培训多少人次.
_PLANNED = frozenset({"计划", "打算", "准备", "预计", "争取", "力争"})

Form = Callable[[Asking], Response | None]


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
        single = SingleReport(encoder)
        several = SeveralReports(encoder, single, observed)
        self._observed = observed
        self._silence = Silence(encoder, elsewhere, single)
        whole = OfWhole(Forms(encoder, single, self.query), single, self._silence)
        self._shown = shown = OfShown(encoder, single, self._silence)
        topics = OfTopics(encoder, single, several, self._silence, observed)
        self._forms: tuple[Form, ...] = (
            whole.library,
            whole.advice,
            whole.form,
            whole.which_report,
            whole.document,
            shown.together,
            shown.part,
            topics.reached,
            topics.parted,
            whole.themes,
            whole.section,
            whole.told_rank,
            whole.digest,
            whole.no_topic,
            whole.foreign,
            whole.disclosure,
            shown.pair,
            topics.lacking,
            topics.columns,
            topics.named_rows,
            topics.named_inside,
            topics.inside,
            topics.left_alone,
            topics.rows,
            topics.one,  # always answers for one report
            topics.open,  # always answers where no place is named
            topics.sides,
            topics.several,  # always answers
        )

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
        asking = Asking(reading, reports, metas, self.query, open_place=open_place)
        answers = (form(asking) for form in self._forms)
        told = next((a for a in answers if a is not None), None) or self._silence.of(asking.query, reports)
        told = self._as_before(asking, told)
        if told.reason is None and (
            self._shown.repeats(asking, told.draft) or self._shown.lacks_part(asking, told.draft)
        ):
            told = self._silence.of(asking.query, reports)
        named = self._named_in_turn(asking)
        if named and told.reason is None and asking.only is not None:
            said = replace(asking.query, content=named)
            if is_another(said, asking.only, told.draft, self._observed):
                return self._silence.of(asking.query, reports)
        if told.reason is Reason.NOT_MENTIONED and not named:
            return self._shown.nearest_part(asking) or told
        return told

    def _named_in_turn(self, asking: Asking) -> str:
        """Give the name of an indicator that a follow-up says itself, which no part of what was told answers (人民调解员呢)."""
        words = indicator_words(asking.reading.question) if asking.reading.follow_up else ""
        return words if words and self._observed.catalogue.find(words) else ""

    def _as_before(self, asking: Asking, told: Response) -> Response:
        """Tell the indicator that was told before of another place or year, where its words lead to none or to another."""
        report, at = asking.only, asking.reading.same
        if report is None or at is None or at[0] == report.report.meta.id or asking.intent.plan:
            return told
        if (one := told_indicator(at, self._observed)) is None:
            return told
        silent = told.reason is Reason.NOT_MENTIONED
        if not (silent or is_unlike(one, told.draft, report, self._observed)):
            return told
        cell = same_in(one, report, self._observed)
        if cell is not None:
            return Response(answer_number(cell, asking.reading.topic))
        return told if silent else self._silence.of(asking.query, asking.reports)

    def silent(self, reading: Reading, reports: Sequence[PreparedReport]) -> Response:
        """Say that reports do not mention what is asked.

        Args:
            reading: The question.
            reports: The reports that were searched.

        Returns:
            The draft of a refusal, and its reason.
        """
        return self._silence.of(self.query(reading), reports)

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
        terms = without_how(without_asking(reading.terms), reading.content)
        return _without_direction(Query(terms, reading.intent, held, vector, reading.content, topics, own[0]))


def _without_direction(query: Query) -> Query:
    """Drop 同比, 上升 and their kin from the terms, and 计划 where a section of plans is asked: read elsewhere, not matched."""
    planned = query.intent.section == SectionKind.PLAN.value
    kept = tuple(t for t in query.terms if not (DIRECTION.match(t.text) or (planned and t.text in _PLANNED)))
    return replace(query, terms=kept) if kept and len(kept) < len(query.terms) else query
