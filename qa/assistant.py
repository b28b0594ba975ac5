"""The assistant: a question with its conversation in, a gated and cited answer out.

The wiring and nothing else: understand, guard the scope, prepare the reports, respond, gate. Thread-safe for reading: a
report is prepared once and kept.
"""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from embeddings.encoder import Encoder, load
from qa.answer.draft import Draft
from qa.answer.gate import check
from qa.answer.respond import Responder
from qa.answer.scope_guard import guard
from qa.library import Library
from qa.question.conversation import Reading
from qa.question.lexicon import Lexicon
from qa.question.scope import ScopeResolver
from qa.question.understand import Understander
from qa.ranking import PreparedReport
from qa.types import Answer, AnswerKind, Reason, Report

# Prepared reports kept in memory: about 1 MB each.
_KEPT = 512
_NOTHING_ASKED = "请输入一个问题，例如：某区2024年行政复议收案多少件？"


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
        self._metas = library.reports()
        resolver = ScopeResolver(self._metas)
        self._keys = {meta.id: resolver.place_of(meta) for meta in self._metas}
        self._understander = Understander(
            resolver, Lexicon.load(), library.document_frequency, library.n_sentences
        )
        self._responder = Responder(encoder)
        self._prepared = lru_cache(maxsize=_KEPT)(self._prepare)

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
        answer = self._answer(list(turns), places, years, today or date.today())
        return replace(answer, latency_ms=(time.perf_counter() - started) * 1000)

    def _answer(
        self, turns: list[str], places: Collection[str], years: Collection[int], today: date
    ) -> Answer:
        """Answer without the clock."""
        asked = [turn for turn in turns if any(c.isalnum() for c in turn)]
        if not turns or not asked or not any(c.isalnum() for c in turns[-1]):
            return Answer(_NOTHING_ASKED, AnswerKind.REFUSAL, abstained=True, reason=Reason.AMBIGUOUS)
        reading = self._understander.read(asked, today)
        metas = [
            m for m in self._metas if (not places or m.place in places) and (not years or m.year in years)
        ]
        guarded = guard(reading, metas, self._keys)
        if guarded.refusal is not None:
            draft, why = guarded.refusal
            return draft.finish(reason=why)
        reports = [self._prepared(meta.id) for meta in guarded.metas]
        draft, reason = self._responder.respond(
            guarded.reading, reports, metas, open_place=guarded.open_place
        )
        return self._finish(draft, reason, reports, guarded.warnings, guarded.reading)

    def _finish(
        self,
        draft: Draft,
        reason: Reason | None,
        reports: Sequence[PreparedReport],
        warnings: tuple[str, ...],
        reading: Reading,
    ) -> Answer:
        """Turn a draft into an answer that has passed the gate."""
        if reason is not None:
            draft.kind = AnswerKind.REFUSAL
        answer = draft.finish(reason=reason)
        del reading
        answer = replace(
            answer,
            warnings=warnings + answer.warnings,
            places=tuple(dict.fromkeys(r.report.meta.place for r in reports)),
            years=tuple(dict.fromkeys(r.report.meta.year for r in reports)),
        )
        return check(answer, self._report, draft.computed)

    def _report(self, report_id: str) -> Report:
        """Give a report that was prepared, or read it."""
        return self._prepared(report_id).report

    def _prepare(self, report_id: str) -> PreparedReport:
        """Read a report and prepare it for ranking."""
        return PreparedReport.make(self.library.report(report_id), self.library.vectors(report_id))
