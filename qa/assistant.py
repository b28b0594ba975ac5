"""The assistant: a question with its conversation in, a gated and cited answer out.

The wiring and nothing else: understand, guard the scope, prepare the reports, respond, gate. Thread-safe for reading: a
report is prepared once and kept.
"""

from __future__ import annotations

import heapq
import time
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from pathlib import Path

from embeddings.encoder import Encoder, load
from qa.answer.compose import messages as say
from qa.answer.contradictions import Contradictions
from qa.answer.gate import check
from qa.answer.guards.cautions import Cautions
from qa.answer.guards.observed import Observed
from qa.answer.leaning import with_told
from qa.answer.notes import with_notes
from qa.answer.parts.composed import Parts, covers, may_be_covered
from qa.answer.parts.recent_years import with_year_before
from qa.answer.pointed_items import naming_items
from qa.answer.product import answer_product
from qa.answer.prose.quoting import quote
from qa.answer.respond import Responder
from qa.answer.row_turns import naming_rows
from qa.answer.scope.above import naming_city
from qa.answer.scope.filtered import Filter
from qa.answer.scope.guarded import Guarded, Refusal
from qa.answer.scope.other_years import by_newest, instead_of_year, is_untold
from qa.answer.scope.refuse import acknowledge
from qa.answer.scope.report_years import behind, printed_later
from qa.answer.scope.scope_guard import ScopeGuard
from qa.answer.settle import settle
from qa.answer.silence import nowhere
from qa.answer.told import Told
from qa.at_hand import ReportsAtHand
from qa.library import Library
from qa.question.places.resolver import ScopeResolver
from qa.question.single.intent import Task
from qa.question.single.reading import Reading
from qa.question.understand import Understander, asks_anything
from qa.question.words.lexicon import Lexicon
from qa.question.words.product import parted
from qa.ranking import PreparedReport, Query, rank_sentences
from qa.scored import RetrievedSentence
from qa.types import Answer, AnswerKind, Reason

# Filters whose conversations are kept.
_FILTERS = 16


class Assistant:
    """Answers questions from one library."""

    def __init__(self, library: Library, encoder: Encoder) -> None:
        """Wire an assistant.

        Args:
            library: An open library.
            encoder: The encoder that it was built with.

        Raises:
            EncoderMismatch: The library was built with another encoder.
        """
        library.check_encoder(encoder)
        self.library = library
        self.encoder = encoder
        self._metas = library.reports()
        self._at_hand = ReportsAtHand(library)

        def holds(report_id: str, words: str) -> bool:
            return words in library.report(report_id).text

        resolver = ScopeResolver(self._metas, holds)
        keys = {meta.id: resolver.place_of(meta) for meta in self._metas}
        self._guard = ScopeGuard(self._metas, keys, holds)
        newest: dict[str, int] = {}
        for meta in self._metas:
            newest[keys[meta.id]] = max(meta.year, newest.get(keys[meta.id], meta.year))
        self._understander = Understander(
            resolver,
            Lexicon.load(),
            library.document_frequency,
            library.n_sentences,
            newest,
            lambda previous, own: naming_city(previous, own, self._metas),
        )
        observed = Observed(library, self._at_hand.report)
        self._responder = Responder(encoder, partial(self._at_hand.elsewhere, self._metas), observed)
        # Answers earlier turns again: which other places mention what is lacking is not told twice.
        self._briefly = Responder(encoder, nowhere, observed)
        # What is said of other places stays within the filter.
        self._within = lru_cache(maxsize=_FILTERS)(
            lambda metas: Responder(encoder, partial(self._at_hand.elsewhere, metas), observed)
        )
        self._told = lru_cache(maxsize=_FILTERS)(self._make_told)
        self._observed = observed
        self._cautions = Cautions(observed)
        self._contradictions = Contradictions(observed, self._at_hand.report)

    @classmethod
    def open(cls, folder: Path, encoder: str | None = None) -> Assistant:
        """Open a library and wire an assistant over it.

        Args:
            folder: Library folder.
            encoder: Folder or name of an encoder, or None for the shipped one.

        Returns:
            The assistant.
        """
        return cls(Library.open(folder), load(encoder))

    def ask(
        self,
        turns: Sequence[str],
        *,
        places: Collection[str] = (),
        years: Collection[int] = (),
        today: date | None = None,
    ) -> Answer:
        """Answer the last question of a conversation.

        Args:
            turns: The user's questions, oldest first.
            places: Only reports of these places may answer; empty for all.
            years: Only reports of these years may answer; empty for all.
            today: The day that 去年 counts from; None for the real one.

        Returns:
            The answer; a refusal says why.
        """
        started = time.perf_counter()
        day = today or date.today()
        of_product, turns = parted(turns)
        if of_product:
            return answer_product(of_product, self._metas, len(self._observed.catalogue.indicators)).finish()
        told = self._told(frozenset(places), frozenset(years))
        before = partial(told.last_answered, today=day)
        spoken = [self._observed.catalogue.spoken(turn) for turn in turns]
        spoken = naming_rows(naming_items(spoken, before, self._at_hand.report), before)
        answer = self._answer(spoken, places=places, years=years, today=day)
        return replace(answer, latency_ms=(time.perf_counter() - started) * 1000)

    def understand(self, turns: Sequence[str], today: date | None = None) -> Guarded:
        """Read a conversation and choose the reports that may answer its last question.

        Args:
            turns: The user's questions, oldest first; at least one.
            today: The day that 去年 counts from; None for the real one.

        Returns:
            What the scope guard decided, with the reading.
        """
        return self._guard.check(self._understander.read(turns, today or date.today()))

    def query(self, reading: Reading) -> Query:
        """Make a question ready for ranking."""
        return self._responder.query(reading)

    def prepared(self, report_id: str) -> PreparedReport:
        """Give a report prepared for ranking; it is made once and kept."""
        return self._at_hand.prepared(report_id)

    def retrieve(
        self, turns: Sequence[str], *, k: int = 8, today: date | None = None
    ) -> list[RetrievedSentence]:
        """Retrieve the sentences that answer the last question of a conversation best.

        Args:
            turns: The user's questions, oldest first.
            k: Most sentences to return.
            today: The day that 去年 counts from; None for the real one.

        Returns:
            The sentences, the best first; none where the scope is not in the library.
        """
        guarded = self.understand(turns, today)
        query = self.query(guarded.reading)
        ranked = [
            s
            for meta in guarded.metas
            for s in rank_sentences(query, self._at_hand.prepared(meta.id), self.encoder)
        ]
        best = heapq.nlargest(k, ranked, key=lambda s: s.score)
        return [
            RetrievedSentence(s.report.report.meta, s.report.report.sentences[s.index], s.score) for s in best
        ]

    def _answer(
        self,
        turns: Sequence[str],
        *,
        places: Collection[str],
        years: Collection[int],
        today: date,
        briefly: bool = False,
    ) -> Answer:
        """Answer without the clock."""
        asked = [turn for turn in turns if asks_anything(turn, today)]
        if not turns or not asked or turns[-1] is not asked[-1]:
            return Answer(say.NOTHING_ASKED, AnswerKind.REFUSAL, abstained=True, reason=Reason.AMBIGUOUS)
        told = self._told(frozenset(places), frozenset(years))
        kept = told.kept
        if not kept.metas and self._metas:
            return kept.refuse(()).finish(reason=Reason.FILTERED)
        answers = partial(self._answer_reading, kept=kept, briefly=briefly)
        reading = self._understander.read(asked, today, told)
        if reading.talk:
            return acknowledge(reading).finish()
        parts = self._understander.read_parts(asked, today, told)
        parts = tuple(
            part._replace(
                readings=tuple(with_told(r, asked, told, today, n, len(parts)) for r in part.readings)
            )
            for n, part in enumerate(parts)
        )
        changes = partial(with_year_before, answers=answers)
        if parts and not may_be_covered(parts):
            return Parts(parts, changes).answer
        reading = with_told(reading, asked, told, today)
        before = told.last_answered(asked, today) if reading.quoted and reading.aside else None
        answer = before or settle(reading, answers)[1]
        if parts and not covers(answer, parts):
            return Parts(parts, changes).answer
        if reading.quoted and answer.citations and not answer.abstained:
            return check(quote(answer, self._at_hand.report), self._at_hand.report, set())
        if reading.otherwise is not None and len(answer.values) < len(reading.years):
            other = answers(reading.otherwise)
            return answer if other.abstained else other
        if answer.reason is Reason.NO_SUCH_YEAR:
            return instead_of_year(answer, reading, kept.metas, answers) or answer
        return with_year_before(reading, answers, told=answer)

    def _make_told(self, places: frozenset[str], years: frozenset[int]) -> Told:
        """Give what earlier turns come to under the user's filters."""
        kept = Filter.of(places, years, self._metas)
        briefly = partial(self._answer, places=places, years=years, briefly=True)
        return Told(partial(self._answer_reading, kept=kept, briefly=True), briefly, kept)

    def _answer_reading(
        self, reading: Reading, kept: Filter, *, silent: bool = False, briefly: bool = False
    ) -> Answer:
        """Answer a question as it was read, and say where the newest report stands for the year that it means."""
        return by_newest(self._answer_from(reading, kept, silent=silent, briefly=briefly), reading)

    def _answer_from(
        self, reading: Reading, kept: Filter, *, silent: bool = False, briefly: bool = False
    ) -> Answer:
        """Answer a question as it was read, from the reports that the user's filters leave; or say that they are silent."""
        metas = kept.metas
        guarded = self._guard.check(reading, metas)
        if guarded.refusal is not None:
            return replace(self._refused(guarded.refusal, reading, kept), warnings=guarded.warnings)
        if guarded.reading.intent.task is Task.COVERAGE:
            guarded = replace(guarded, warnings=())  # what is held is told of every year
        reports = [self._at_hand.of_year(meta) for meta in self._at_hand.near(guarded, self.query)]
        whole = self._within(metas) if kept.narrows else self._responder
        responder = self._briefly if briefly else whole
        response = (
            responder.silent(guarded.reading, reports)
            if silent
            else responder.respond(guarded.reading, reports, metas, open_place=guarded.open_place)
        )
        untold = guarded.earlier and is_untold(reports, response.draft.values)
        unsaid = response.reason is Reason.NOT_MENTIONED and not reading.intent.plan
        if (unsaid or untold) and guarded.fallback is not None:
            return self._refused(guarded.fallback, reading, kept)
        if response.reason is Reason.NOT_MENTIONED and not silent:
            for meta in behind(guarded.reading, guarded.metas, metas):
                answer = self._answer_from(
                    replace(guarded.reading, years=(meta.year,)), kept, briefly=briefly
                )
                if not answer.abstained:
                    shown = say.NEWEST_SILENT(
                        meta.place, say.YEAR(guarded.metas[0].year), say.YEAR(meta.year)
                    )
                    return replace(answer, warnings=(shown, *answer.warnings))
        if response.reason is Reason.NOT_MENTIONED and not silent:
            later = printed_later(guarded.reading, guarded.metas, metas)
            stand_in = [self._at_hand.prepared(m.id).earlier(m.year - 1) for m in later]
            told = (
                responder.respond(guarded.reading, stand_in, metas, open_place=False) if later else response
            )
            if told.reason is None and told.draft.values and not is_untold(stand_in, told.draft.values):
                response, reports = told, stand_in
        if response.reason is None:
            self._cautions.note(response.draft, guarded.reading.question)
            self._contradictions.note(response.draft)
        answer = response.draft.finish(reason=response.reason)
        answer = with_notes(answer, guarded, reports, kept, self._metas)
        checked = check(answer, self._at_hand.report, response.draft.computed)
        if checked.abstained and not answer.abstained and not silent:  # nothing of it could be proved
            if guarded.fallback is not None:
                return self._refused(guarded.fallback, reading, kept)
            return self._answer_from(reading, kept, silent=True, briefly=briefly)
        return checked

    def _refused(self, refusal: Refusal, reading: Reading, kept: Filter) -> Answer:
        """Refuse; where the library could have answered, it is the filter that leaves the report out."""
        if kept.narrows and refusal.reason in {Reason.NO_SUCH_PLACE, Reason.NO_SUCH_YEAR}:
            beyond = kept.beyond(self._guard.check(reading).metas)
            if beyond:
                return kept.refuse(beyond).finish(reason=Reason.FILTERED)
        return refusal.draft.finish(reason=refusal.reason)
