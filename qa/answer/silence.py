"""Silence, with proof: that the reports in scope do not mention what is asked, what comes nearest, and who does mention it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from embeddings.encoder import Encoder
from qa.answer.asking import Response
from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft
from qa.answer.guards.confidence import confidence
from qa.answer.prose.asked import holding
from qa.answer.prose.kinds_asked import kind_asked
from qa.answer.prose.reasons import reason_topic
from qa.answer.scope.refuse import refuse_silent
from qa.answer.single import SingleReport
from qa.message import Message
from qa.question.single.intent import Task
from qa.ranking import PreparedReport, Query, ScoredMention, ScoredSentence, rank_sentences
from qa.types import Reason

Elsewhere = Callable[[Query, Collection[str]], Sequence[PreparedReport]]
"""Gives reports that may mention what those of the given ids do not."""

# Score from which a sentence is near enough to be shown beside "not mentioned".
_NEAR = 0.2
# Probability from which another place is said to mention it; stricter than an answer, as it is only a hint.
_MENTIONS = 0.6
_ALL_NAMED = 0.95  # coverage of the nearest sentence from which the report does speak of what is asked, without its figure
_FIGURES = frozenset({Task.NUMBER, Task.DIFFERENCE, Task.RANK})


def nowhere(query: Query, exclude: Collection[str]) -> Sequence[PreparedReport]:
    """Look into no other reports, as ``Elsewhere`` may.

    Args:
        query: The question.
        exclude: Ids of reports.

    Returns:
        ().
    """
    del query, exclude
    return ()


class Silence:
    """Says that reports are silent."""

    def __init__(self, encoder: Encoder, elsewhere: Elsewhere, single: SingleReport) -> None:
        """Wire it.

        Args:
            encoder: Encoder of the library.
            elsewhere: Gives the reports to look into when those in scope are silent.
            single: Ranks the sentences of one report.
        """
        self._encoder = encoder
        self._elsewhere = elsewhere
        self._single = single

    def unless(self, draft: Draft | None, query: Query, reports: Sequence[PreparedReport]) -> Response:
        """Take a draft, or say that the reports are silent.

        Args:
            draft: The draft, or None.
            query: The question.
            reports: The reports that were searched.

        Returns:
            The response.
        """
        return Response(draft) if draft is not None else self.of(query, reports)

    def of(self, query: Query, reports: Sequence[PreparedReport]) -> Response:
        """Say that the reports do not mention it, with the nearest sentences.

        Args:
            query: The question.
            reports: The reports that were searched.

        Returns:
            The draft of a refusal, and its reason.
        """
        nearest = sorted(
            (s for r in reports[:4] for s in rank_sentences(query, r, self._encoder)[:2]),
            key=lambda s: -s.score,
        )
        close = [s for s in nearest if s.score > _NEAR]
        kind = kind_asked(query.content)
        others = self._who_mentions(query, reports, kind)
        topic = (reason_topic(query.content) if kind == "why" else "") or query.topic
        lacking = kind or _lacking(query, close)
        return Response(refuse_silent(reports, topic, close, others, lacking), Reason.NOT_MENTIONED)

    def _who_mentions(self, query: Query, reports: Sequence[PreparedReport], kind: str) -> list[Message]:
        """Name the places and years whose reports do answer."""
        found: list[Message] = []
        for report in self._elsewhere(query, {r.report.meta.id for r in reports}):
            best: ScoredMention | ScoredSentence | None
            if query.intent.task in _FIGURES and not kind:
                best = self._single.figures.best(
                    query, report, _MENTIONS
                )  # as an answer from there would find it
            else:
                ranked = self._single.words.sentences(query, report)
                held = holding(kind, ranked, query.terms, query.content) if kind else ranked
                if (
                    not held and kind == "why"
                ):  # 为什么建在本县, and another report says that it was built there
                    held = [s for s in ranked[:1] if s.coverage >= _ALL_NAMED]
                best = next(iter(held), None)
            if best is not None and confidence(best, query.terms) >= _MENTIONS:
                found.append(say.PLACE_THEN_YEAR(report.report.meta.place, report.report.meta.year))
        return list(dict.fromkeys(found))


def _lacking(query: Query, close: Sequence[ScoredSentence]) -> str:
    """Name what a report lacks of a thing that it speaks of: how it changed, or the figure; "" where it speaks of none."""
    if not close or close[0].coverage < _ALL_NAMED or query.intent.task not in _FIGURES | {Task.FACT}:
        return ""
    if query.intent.change:
        return "change"
    return "figure" if query.intent.task in _FIGURES else ""
