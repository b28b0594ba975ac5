"""Answers a question from several reports: figures side by side, statements side by side, who discloses what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from embeddings.encoder import Encoder
from qa.answer.comparison.by_ledger import filled, named_cells, others_apart, with_cells
from qa.answer.comparison.cell import bears, is_owned, is_plain, is_wholly, of_its_year, of_whole
from qa.answer.comparison.compare import answer_comparison
from qa.answer.comparison.headline import Wanted
from qa.answer.comparison.jointly import Side, choose_alone, choose_jointly
from qa.answer.comparison.same_thing import Settled, settle
from qa.answer.comparison.tabulate import Column, answer_table
from qa.answer.compose import verdicts as say
from qa.answer.compose.draft import Draft
from qa.answer.disclosure import DISCLOSED
from qa.answer.figures.candidates import candidates
from qa.answer.guards.confidence import SURE_FACT, SURE_PART, confidence
from qa.answer.guards.observed import Observed
from qa.answer.guards.wants import named_by
from qa.answer.prose.fact import add_statement
from qa.answer.single import SingleReport
from qa.message import listed
from qa.question.single.intent import Intent, Task
from qa.question.words.naming import topic_of
from qa.ranking import PreparedReport, Query, ScoredMention
from qa.types import AnswerKind

_CANDIDATES = 8
# A side that asks for its own thing: at 0.12, as for an answer, one of 524 comparisons less was right.
_SURE_SIDE = 0.08
# Probability from which a figure may be carried by a sure one of another report.
_POSSIBLE = 0.03


class SeveralReports:
    """Answers from several reports at a time."""

    def __init__(self, encoder: Encoder, single: SingleReport, observed: Observed) -> None:
        self._encoder = encoder
        self._single = single
        self._observed = observed

    def compare(
        self, query: Query, reports: Sequence[PreparedReport], wanted: Wanted | None = None
    ) -> Draft | None:
        """Compare figures.

        Args:
            query: The question.
            reports: The reports, in the order of the question.
            wanted: What the conversation wants of the order.

        Returns:
            The draft, or None where no report discloses the figure.
        """
        if len({r.report.meta.place for r in reports}) == 1 and query.intent.change:
            # Two years of one place: the change is computed from their figures, not looked for.
            query = replace(query, intent=replace(query.intent, task=Task.DIFFERENCE, change=""))
        sides = self._sides(query, reports)
        cells = named_cells(query, reports, self._observed)
        if not (cells or any(side.sure for side in sides)):
            return None
        picks, apart, ids = self._chosen(query, sides)
        if cells is not None and (known := with_cells(cells, picks, self._observed)) != list(picks):
            known, apart = others_apart(known, apart, query, self._observed)
            topic = query.topic
            return answer_comparison(sides, known, query.intent, topic, wanted=wanted, apart=apart)
        later = printed_later(reports, picks)
        if any(
            a is not b for a, b in zip(later, reports, strict=True)
        ):  # 由2023年的2.6万次减少到1.9万次, of which the report of 2023 says nothing
            others = self._sides(query, later)
            again = self._chosen(query, others)
            if all(again.picks):
                sides, (picks, apart, ids) = others, again
        if query.intent.change and any(pick is not None and pick.mention.change for pick in picks):
            picks, apart = _changes_alone(picks, apart)
        whole = filled(picks, later, query, self._observed)
        apart = [a if p is w else None for a, p, w in zip(apart, picks, whole, strict=True)]
        picks, apart = others_apart(whole, apart, query, self._observed)
        named = [self._observed.name(i) for i in ids] if len({s.meta.place for s in sides}) > 1 else ()
        return answer_comparison(
            sides,
            picks,
            query.intent,
            query.topic,
            wanted=wanted,
            apart=apart,
            named=named,
            unlike=bool(named) and self._observed.has_twins(ids),
        )

    def _chosen(self, query: Query, sides: Sequence[Side]) -> Settled:
        """Choose the figure of each side; one of another thing than the others is set apart."""
        observed = self._observed

        def asked(scored: ScoredMention) -> str:
            return observed.asked(named_by(query.content), scored.mention)

        return settle(sides, choose_jointly(sides), observed.at, observed.group, asked)

    def _sides(self, query: Query, reports: Sequence[PreparedReport]) -> list[Side]:
        """Rank the figures of each report that may answer."""
        # "比乙县低吗": a level, not a change
        query = replace(query, intent=replace(query.intent, yes_no=False))
        sides = []
        earlier = {
            (r.report.meta.id, m.sentence, m.quantity.start) for r in reports if r.year for m in r.mentions
        }
        apart = len({r.report.meta.place for r in reports}) > 1  # one place's years may stand in one table
        for report in reports:
            taken = earlier if not report.year else set()  # what stands there for the year before
            owned = [
                s
                for s in candidates(query, report, self._encoder)
                if is_owned(s, query)
                and (report.year or not s.mention.past)  # 1284.6万元,较2023年的1517.3万元下降15.3%
                and (report.report.meta.id, s.mention.sentence, s.mention.quantity.start) not in taken
            ]
            owned = of_whole(of_its_year(owned, query, report) if apart else owned, query)
            bearing = [s for s in owned if bears(s, query)]
            ranked = (bearing or [s for s in owned if is_wholly(s)])[:_CANDIDATES]
            possible = tuple(s for s in ranked if confidence(s, query.terms) >= _POSSIBLE)
            sure = bool(possible) and max(confidence(s, query.terms) for s in possible) >= SURE_PART
            sure = sure or any(is_plain(s) for s in possible[:1])
            sides.append(Side(report.meta, possible, sure))
        return sides

    def tabulate(
        self, queries: Sequence[Query], intent: Intent, reports: Sequence[PreparedReport]
    ) -> Draft | None:
        """Put several things side by side that are asked of the same reports: a row a report, a column a thing.

        Args:
            queries: A question for each thing.
            intent: What is wanted of them.
            reports: The reports.

        Returns:
            The draft, or None where none of them is disclosed.
        """
        columns = []
        for query in queries:
            sides = self._sides(query, reports)
            sure = any(side.sure for side in sides)
            picks = self._chosen(query, sides).picks if sure else [None] * len(sides)
            columns.append(Column(query.topic, sides, picks))
        return answer_table(columns, intent)

    def compare_topics(
        self, queries: Sequence[Query], intent: Intent, reports: Sequence[PreparedReport]
    ) -> Draft | None:
        """Put figures side by side that count different things, one of each report; no winner follows.

        Args:
            queries: The question for each report.
            intent: What is wanted of them.
            reports: The reports, in the order of the queries.

        Returns:
            The draft, or None where a report is silent.
        """
        sides = []
        for query, report in zip(queries, reports, strict=True):
            ranked = candidates(query, report, self._encoder)[:_CANDIDATES]
            sure = tuple(s for s in ranked if confidence(s, query.terms) >= _SURE_SIDE)
            sides.append(Side(report.meta, sure, bool(sure)))
        picks = [choose_alone(side) for side in sides]
        if not any(picks):
            return None
        topics = [query.topic for query in queries]
        return answer_comparison(sides, picks, intent, topics[0], topics=topics)

    def compare_inner(self, query: Query, report: PreparedReport) -> Draft | None:
        """Compare places inside the place of one report: two districts in their city's report.

        Args:
            query: The question; each of its required terms names a place.
            report: The report.

        Returns:
            The draft, or None where the report gives no such figures.
        """
        names = [t for t in query.terms if t.required]
        sides = []
        for name in names:
            terms = tuple(t for t in query.terms if not t.required or t is name)
            ranked = candidates(replace(query, terms=terms), report, self._encoder)[:_CANDIDATES]
            possible = tuple(s for s in ranked if confidence(s, terms) >= _POSSIBLE)
            sure = any(confidence(s, terms) >= SURE_PART for s in possible)
            sides.append(Side(replace(report.report.meta, place=name.text), possible, sure))
        if not any(side.sure for side in sides):
            return None
        listed = {side.candidates[0].sentence for side in sides if side.sure}
        sides = [
            replace(side, sure=side.sure or any(c.sentence in listed for c in side.candidates[:1]))
            for side in sides
        ]
        topic = topic_of([t for t in query.terms if not t.required], query.content)
        return answer_comparison(sides, choose_jointly(sides), query.intent, topic)

    def each(self, query: Query, reports: Sequence[PreparedReport]) -> Draft | None:
        """Put what each report says side by side.

        Args:
            query: The question.
            reports: The reports.

        Returns:
            The draft, or None where none says anything.
        """
        draft, silent = Draft(AnswerKind.COMPARISON), []
        for report in reports:
            ranked = self._single.words.apt(query, report)
            held = not query.intent.yes_no or (bool(ranked) and ranked[0].coverage >= DISCLOSED)
            if held and ranked and confidence(ranked[0], query.terms) >= SURE_FACT:
                add_statement(
                    draft, report.report, ranked[0].index, query.terms, query.intent.answer_type, prefix="- "
                )
            else:
                silent.append(say.OF_PLACE_AND_YEAR(report.report.meta.place, report.report.meta.year))
        if not draft.lines:
            return None
        if silent:
            draft.lines.append(say.SILENT_ONES(listed(silent)))
        return draft


def printed_later(
    reports: Sequence[PreparedReport], picks: Sequence[ScoredMention | None]
) -> list[PreparedReport]:
    """Give the report of the year after for a year of one place whose own report is silent.

    Args:
        reports: The reports of a comparison.
        picks: The figure of each, None where it is silent.

    Returns:
        The reports, some of them the earlier figures of the next one.
    """
    places = {r.report.meta.place for r in reports}
    by_year = {r.holds: r for r in reports if not r.year}
    return [
        by_year[r.holds + 1].earlier(r.holds)
        if pick is None and len(places) == 1 and r.holds + 1 in by_year
        else r
        for r, pick in zip(reports, picks, strict=True)
    ]


def _changes_alone(
    picks: Sequence[ScoredMention | None], apart: Sequence[ScoredMention | None]
) -> tuple[list[ScoredMention | None], list[ScoredMention | None]]:
    """Set levels apart where changes are compared: 1.9万次 beside 下降40.4% is another thing."""
    levels = [pick if pick is not None and not pick.mention.change else None for pick in picks]
    kept = [None if level else pick for pick, level in zip(picks, levels, strict=True)]
    return kept, [level or other for level, other in zip(levels, apart, strict=True)]
