"""Forms that rank what one or several reports say of a topic: figures, tables, comparisons, facts.

Each looks at the question and answers, or leaves it to the next one; the last one of each kind says that the reports are silent.
"""

from __future__ import annotations

from dataclasses import replace

from embeddings.encoder import Encoder
from qa.answer.asking import Asking, Response
from qa.answer.comparison.by_ledger import named_cell
from qa.answer.comparison.headline import Wanted
from qa.answer.comparison.jointly import family_of
from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft
from qa.answer.compose.number import answer_number
from qa.answer.figures.breakdown import answer_breakdown
from qa.answer.figures.candidates import candidates
from qa.answer.figures.foremost import answer_foremost
from qa.answer.figures.limits import falls_to_each
from qa.answer.figures.target import answer_reached
from qa.answer.guards.another_indicator import is_another
from qa.answer.guards.confidence import SURE, SURE_FACT, confidence
from qa.answer.guards.observed import Observed
from qa.answer.guards.sited import prints_site
from qa.answer.guards.wants import indicator_words, is_counted
from qa.answer.inside.inner import answer_inside, may_be_told, names_inside
from qa.answer.inside.named_rows import answer_named_rows
from qa.answer.inside.rows import answer_rows
from qa.answer.scope.refuse import ask_back
from qa.answer.several import SeveralReports
from qa.answer.silence import Silence
from qa.answer.single import SingleReport
from qa.patterns import lazy_re
from qa.question.conversation.pointing import asks_reached
from qa.question.single.intent import Task
from qa.question.single.intent_reading import read_intent
from qa.question.single.ranks import among, bound_of, summed
from qa.question.single.reading import Reading
from qa.question.single.sides import TopicSide
from qa.ranking import PreparedReport, ScoredMention, ScoredSentence, rank_mentions
from qa.types import Reason
from qa.units import bare

# How far one report must stand out before it answers a question that names no place: measured in docs/design/007-refusal.md.
OPEN_MARGIN = 0.12


_POINTED = lazy_re(
    r"[那这](?:边|里|儿|个?地方|个?[县市区镇])|该[县市区镇地]|当地|贵[县市区]|(?:他|她|你)们(?:那|这)"
)


class OfTopics:
    """Answers from what reports say of a topic."""

    def __init__(
        self,
        encoder: Encoder,
        single: SingleReport,
        several: SeveralReports,
        silence: Silence,
        observed: Observed,
    ) -> None:
        """Wire it.

        Args:
            encoder: Encoder of the library.
            single: Answers from one report.
            several: Answers from several reports.
            silence: Says that reports are silent.
            observed: Says what the ledger makes of a figure.
        """
        self._encoder = encoder
        self._single = single
        self._several = several
        self._silence = silence
        self._observed = observed

    def reached(self, asking: Asking) -> Response | None:
        """Tell whether what was planned a year before came true: 达到目标了没有."""
        one_place = len({r.report.meta.place for r in asking.reports}) == 1
        if not (one_place and asks_reached(asking.reading.question)):
            return None
        told = answer_reached(asking.query, asking.reports, self._single.figures)
        if told is None and asking.only is not None:
            return None
        return self._silence.unless(told, asking.query, asking.reports)

    def parted(self, asking: Asking) -> Response | None:
        """Tell a figure with its parts, where a question asks for those and names none: 按单位各是多少."""
        if asking.only is None or asking.open_place or len(asking.reading.places) > 1:
            return None
        draft = answer_breakdown(asking.query, asking.reading, asking.only, self._encoder)
        return Response(draft) if draft is not None else None

    def lacking(self, asking: Asking) -> Response | None:
        """Say what became of a place that an answer lacks: its figure where it gives one, else that it gives none."""
        if not asking.reading.why:
            return None
        draft = self._several.compare(asking.query, asking.reports)
        asked = family_of(asking.query.intent.unit)
        if draft is not None and any(
            not asked or family_of(bare(value.unit)) in {"", asked} for value in draft.values
        ):  # 件 are asked for: 1篇 would not have stood in the answer either
            return Response(draft)
        return self._silence.of(asking.query, asking.reports)

    def columns(self, asking: Asking) -> Response | None:
        """Set several topics of the same reports in a table."""
        reading = asking.reading
        if len(reading.topics) < 2 or (asking.open_place and not reading.all_places):
            return None
        asked = [asking.of(_column(reading, side)) for side in reading.topics]
        draft = self._several.tabulate(asked, asking.intent, asking.reports)
        return self._silence.unless(draft, asking.query, asking.reports)

    def named_rows(self, asking: Asking) -> Response | None:
        """Set the rows of a table side by side that a question names."""
        if asking.only is None or not (asking.beside or asking.intent.combine == "share"):
            return None
        rows = answer_named_rows(asking.query, asking.reading.question, asking.only, self._encoder)
        return Response(rows) if rows is not None else None

    def named_inside(self, asking: Asking) -> Response | None:
        """Compare places inside the one of a report that a question names."""
        if asking.only is None or sum(names_inside(t, asking.reading) for t in asking.query.terms) < 2:
            return None
        draft = self._several.compare_inner(asking.query, asking.only)
        return self._silence.unless(draft, asking.query, asking.reports)

    def inside(self, asking: Asking) -> Response | None:
        """Tell which place inside has most, or what falls to each."""
        reading, query, report = asking.reading, asking.query, asking.only
        if report is None or not reading.inner:
            return None
        if falls_to_each(reading.content, self._single.figures.best(query, report)):
            return self._silence.unless(self._single.answer(query, reading, report), query, asking.reports)
        draft = answer_inside(query, reading, report, self._encoder)
        if draft is None and may_be_told(reading):
            draft = self._single.answer(query, reading, report)
            own = {report.report.meta.place, report.report.meta.parent}
            quotes = [c.quote for c in draft.citations] if draft is not None else []
            if not any(prints_site(reading.inner, quote, reading.content, own) for quote in quotes):
                draft = None  # 镇(街道)实现全覆盖 names none that has the most
        return self._silence.unless(draft, query, asking.reports)

    def left_alone(self, asking: Asking) -> Response | None:
        """Compare several places of which one alone has a report of the year, as a warning tells."""
        many = asking.reading.all_places or len(asking.reading.places) > 1
        if asking.only is None or not (asking.intent.compares and many):
            return None
        draft = self._several.compare(asking.query, asking.reports)
        return Response(draft) if draft is not None else None

    def rows(self, asking: Asking) -> Response | None:
        """Tell the rows of a table, or the parts of a figure, with most or fewest."""
        if asking.only is None:
            return None
        rows = answer_rows(asking.query, asking.only, self._encoder)
        rows = rows or answer_foremost(asking.query, asking.reading, asking.only, self._encoder)
        return Response(rows) if rows is not None else None

    def one(self, asking: Asking) -> Response | None:
        """Answer from one report."""
        report = asking.only
        if report is None:
            return None
        draft = self._single.answer(asking.query, asking.reading, report)
        if draft is None or not any(value.unit == "%" for value in draft.values):
            draft = self._share(asking, report) or draft
        # a turn that leans on the figure before (复议的呢, 一共查了多少次) is told by it, one that names an indicator is not
        own = indicator_words(asking.reading.question)
        names = bool(self._observed.catalogue.find(own))
        beside = asking.reading.near is not None and not names
        # what the turns before lend is no word of the name that a turn says
        said = replace(asking.query, content=own) if names and asking.reading.follow_up else asking.query
        if not (beside or asking.reading.behind or asking.reading.inner):
            cell = named_cell(said, report, draft, self._observed)
            if cell is not None:  # what a guard keeps from answering no ledger puts back
                any_unit = replace(asking.intent, unit="", unit_class="")  # 几件 is said of 874人次 too
                told = candidates(replace(asking.query, intent=any_unit), report, self._encoder)
                cell = cell if any(s.mention is cell.mention for s in told) else None
            draft = answer_number(cell, asking.query.topic) if cell is not None else draft
            # 复议的呢, after 败诉率: the direct rate is told where the report prints no other
            leans = asking.reading.near is not None and asking.intent.unit_class == "percent"
            if draft is not None and not leans and is_another(said, report, draft, self._observed):
                draft = None
        return self._silence.unless(draft, asking.query, asking.reports)

    def open(self, asking: Asking) -> Response | None:
        """Answer without a named place: only where one report stands out; else ask back."""
        query, reading = asking.query, asking.reading
        if not asking.open_place or asking.intent.compares or reading.all_places:
            return None
        found: list[tuple[float, PreparedReport]] = []
        for report in asking.reports:
            best: ScoredMention | ScoredSentence | None
            if query.intent.task is Task.NUMBER:
                best, sure = next(iter(rank_mentions(query, report, self._encoder)), None), SURE
            else:
                best, sure = next(iter(self._single.words.sentences(query, report)), None), SURE_FACT
            if best is not None and confidence(best, query.terms) >= sure:
                found.append((best.score, report))
        if not found:
            return self._silence.of(query, asking.reports)
        found.sort(key=lambda item: -item[0])
        pointed = _POINTED.search(reading.question) is not None  # at a place that nobody has named
        if len(found) == 1 or (found[0][0] - found[1][0] >= OPEN_MARGIN and not pointed):
            best_one = found[0][1]
            return self._silence.unless(self._single.answer(query, reading, best_one), query, [best_one])
        places = list(dict.fromkeys(report.report.meta.place for _, report in found))
        return Response(ask_back(say.WHICH_PLACE(query.topic), places), Reason.AMBIGUOUS)

    def sides(self, asking: Asking) -> Response | None:
        """Compare places of which each is asked for its own topic."""
        if not asking.sides:
            return None
        reading = asking.reading
        by_place = {side.place: asking.of(_column(reading, side)) for side in reading.sides}
        queries = [by_place.get(r.report.meta.place, asking.query) for r in asking.reports]
        draft = self._several.compare_topics(queries, asking.intent, asking.reports)
        if draft is None and asking.intent.task is not Task.NUMBER:
            return None
        return self._silence.unless(
            draft, asking.query, asking.reports
        )  # the words of one side are none of the other's

    def several(self, asking: Asking) -> Response | None:
        """Set several reports side by side: their figures, else what each says."""
        query, reading, intent = asking.query, asking.reading, asking.intent
        figures = asking.beside or intent.task is Task.NUMBER or is_counted(reading)
        disclosed = reading.all_places or reading.scope.under is not None or among(reading.question)
        if summed(reading.question) and intent.task is Task.NUMBER and not intent.combine:
            query = replace(query, intent=replace(intent, combine="sum"))
        wanted = Wanted(reading.standing, reading.top or intent.top, bound_of(reading.question), disclosed)
        draft = self._several.compare(query, asking.reports, wanted) if figures else None
        if draft is None and (intent.task not in {Task.NUMBER, Task.DIFFERENCE}):
            draft = self._several.each(query, asking.reports)
        return self._silence.unless(draft, query, asking.reports)

    def _share(self, asking: Asking, report: PreparedReport) -> Draft | None:
        """Put the last two figures of one place into proportion, where the report prints no share: 占比多少."""
        reading, own = asking.reading, asking.intent
        counted = own.unit and own.unit_class != "percent"  # 占多少件 asks for the part
        if own.combine != "share" or counted or len(reading.trail) < 2:
            return None
        intent = replace(own, task=Task.NUMBER, unit="", unit_class="")
        pair = [  # the whole and its part, the part last
            asking.of(replace(reading, terms=s.terms, content=s.content, intent=intent))
            for s in reading.trail[-2:]
        ]
        if self._single.figures.best(pair[-1], report) is None:
            return None  # 妇女的呢 was not told: no other part of the sentence stands in for it
        printed = self._single.figures.share_beside(pair[-1], report)
        return printed or self._single.pairs.compare(pair, intent, report, together=True)


def _column(reading: Reading, side: TopicSide) -> Reading:
    """Ask for one of several topics in its own unit: beside 败诉率, 行政复议 is still counted in cases."""
    own, shared = read_intent(side.content), reading.intent
    unit, unit_class = (shared.unit, shared.unit_class) if shared.unit_class != "percent" else ("", "")
    if own.unit_class or own.task is Task.NUMBER:
        unit, unit_class = own.unit, own.unit_class
    intent = replace(shared, unit=unit, unit_class=unit_class)
    return replace(reading, terms=side.terms, content=side.content, intent=intent)
