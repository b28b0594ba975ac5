"""Answers a question from several reports: figures side by side, statements side by side, who discloses what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from embeddings.encoder import Encoder
from qa.answer import verdicts as say
from qa.answer.candidates import candidates
from qa.answer.compare import answer_comparison
from qa.answer.confidence import SURE, SURE_FACT, SURE_PART, confidence
from qa.answer.draft import Draft, join
from qa.answer.fact import add_statement
from qa.answer.headline import Wanted
from qa.answer.jointly import Side, choose_alone, choose_jointly, family_of
from qa.answer.number import answer_number
from qa.answer.observed import Observed
from qa.answer.same_thing import Settled, settle
from qa.answer.single import SingleReport
from qa.answer.tabulate import Column, answer_table
from qa.ledger.mention import INHERITED
from qa.matching import best_zone, own_words
from qa.message import listed
from qa.question.intent import Intent, Task
from qa.question.terms import topic_of
from qa.question.vocabulary import COUNTED
from qa.ranking import PreparedReport, Query, ScoredMention
from qa.types import AnswerKind

_CANDIDATES = 8
# Coverage by a figure's own words under which it is another thing's, if these are long enough to name one.
_OWNS, _LABELLED = 0.1, 5
_WHOLLY = 0.95
SURE_SIDE = 0.08
# Probability from which a figure may be carried by a sure one of another report.
_POSSIBLE = 0.03
# A statement that shows a thing is disclosed must hold this share of the terms.
_DISCLOSED = 0.5


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
        if not any(side.sure for side in sides):
            return None
        picks, apart, ids = self._chosen(sides)
        named = [self._observed.name(i) for i in ids] if len({s.meta.place for s in sides}) > 1 else ()
        return answer_comparison(
            sides, picks, query.intent, topic_of(query.terms), wanted=wanted, apart=apart, named=named
        )

    def _chosen(self, sides: Sequence[Side]) -> Settled:
        """Choose the figure of each side; one of another thing than the others is set apart."""
        return settle(sides, choose_jointly(sides), self._observed.at, self._observed.group)

    def _sides(self, query: Query, reports: Sequence[PreparedReport]) -> list[Side]:
        """Rank the figures of each report that may answer."""
        # "比乙县低吗": a level, not a change
        query = replace(query, intent=replace(query.intent, yes_no=False))
        sides = []
        earlier = {
            (r.report.meta.id, m.sentence, m.quantity.start) for r in reports if r.year for m in r.mentions
        }
        for report in reports:
            taken = earlier if not report.year else set()  # what stands there for the year before
            ranked = [
                s
                for s in candidates(query, report, self._encoder)
                if _owned(s, query)
                and _bears(s, query)
                and (report.report.meta.id, s.mention.sentence, s.mention.quantity.start) not in taken
            ][:_CANDIDATES]
            possible = tuple(s for s in ranked if confidence(s, query.terms) >= _POSSIBLE)
            sure = bool(possible) and max(confidence(s, query.terms) for s in possible) >= SURE_PART
            sure = sure or any(_plainly(s) for s in possible[:1])
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
            picks = self._chosen(sides).picks if sure else [None] * len(sides)
            columns.append(Column(topic_of(query.terms), sides, picks))
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
            sure = tuple(s for s in ranked if confidence(s, query.terms) >= SURE_SIDE)
            sides.append(Side(report.meta, sure, bool(sure)))
        picks = [choose_alone(side) for side in sides]
        if not any(picks):
            return None
        topics = [topic_of(query.terms) for query in queries]
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
        return answer_comparison(sides, choose_jointly(sides), query.intent, topic_of(query.terms))

    def each(self, query: Query, reports: Sequence[PreparedReport]) -> Draft | None:
        """Put what each report says side by side.

        Args:
            query: The question.
            reports: The reports.

        Returns:
            The draft, or None where none says anything.
        """
        draft = Draft(AnswerKind.COMPARISON)
        silent = []
        for report in reports:
            ranked = self._single.sentences(query, report)
            if ranked and confidence(ranked[0], query.terms) >= SURE_FACT:
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

    def disclosure(self, query: Query, reports: Sequence[PreparedReport]) -> Draft | None:
        """Tell which reports mention something, and which do not.

        Args:
            query: The question; ``intent.absent`` asks for those that do not.
            reports: The reports.

        Returns:
            The draft, or None where none mentions it and those that do were asked for.
        """
        draft = Draft(AnswerKind.LIST)
        silent: list[str] = []
        counted = _COUNTED.search(query.content.strip(" 。?")) is not None
        for report in reports:
            if counted:  # who discloses a rate shows a figure of it; who only speaks of it does not
                if (best := self._single.best_mention(_numeric(query), report, SURE_PART)) is not None:
                    shown = answer_number(best, topic_of(query.terms))
                    draft = join([draft, shown], AnswerKind.LIST) if draft.lines else shown
                else:
                    silent.append(report.report.meta.place)
                continue
            ranked = self._single.sentences(query, report)
            if (
                ranked
                and confidence(ranked[0], query.terms) >= SURE_FACT
                and ranked[0].coverage >= _DISCLOSED
            ):
                add_statement(draft, report.report, ranked[0].index, query.terms, "", prefix="- ")
            else:
                silent.append(report.report.meta.place)
        topic = topic_of(query.terms)
        told = list(dict.fromkeys(c.place for c in draft.citations))
        if query.intent.absent:
            head = say.NOT_TOLD_BY(topic, listed(silent)) if silent else say.TOLD_BY_ALL(topic)
        elif not told:
            return None
        else:
            head = say.TOLD_BY(topic, listed(told), say.SILENT_BESIDE(listed(silent)) if silent else "")
        draft.kind = AnswerKind.LIST
        draft.lines = [head, *(line if line.startswith("- ") else say.ITEM(line) for line in draft.lines)]
        return draft


# "哪些区没有披露败诉率": a thing that only a figure discloses.
_COUNTED = re.compile(r"(?:率|比例?|占比|数量?|总量|[件案人]数|收案量|发案量|金额|次数)$")


def _numeric(query: Query) -> Query:
    """Ask for the figure of what a question on disclosure names."""
    return replace(query, intent=replace(query.intent, task=Task.NUMBER, yes_no=False, extreme=""))


def _plainly(scored: ScoredMention) -> bool:
    """Tell whether a figure owns all that is asked in official words, in the unit that it is counted in: 办理公证3905件."""
    units = [family_of(unit) or unit for t in scored.terms if t.concept for unit in t.measure]
    unit = scored.mention.quantity.unit.lstrip("百千万亿")
    official = not any(t.everyday for t in scored.terms)
    return official and scored.own >= _WHOLLY and bool(unit) and (family_of(unit) or unit) in units


def _bears(scored: ScoredMention, query: Query) -> bool:
    """Tell whether a figure bears a unit that a bare topic is counted in: 比较甲和乙的法律援助 is about cases, not articles."""
    if _CASES.search(query.content) and not _ELSE.search(query.content) and not query.intent.change:
        return not _is_no_case(scored)
    bare = len(query.terms) == 1 and query.terms[0].concept and query.terms[0].measure
    units = query.terms[0].measure if bare else ()
    asked = query.intent.unit
    if (
        not bare
        or query.intent.change
        or (asked and asked not in units and family_of(asked) not in map(family_of, units))
    ):
        return True
    unit = scored.mention.quantity.unit.lstrip("百千万亿")
    return unit in units or (unit not in _ANY and family_of(unit) in {"", *map(family_of, units)})


# "行政处罚案件合计多少": cases, no money and nobody; "全县人民调解组织571个" are none.
_CASES = re.compile(r"案件|件数")
_ELSE = re.compile(r"率|比例|比重|占|金额|钱|款|人次|人数|多少[人名户家次场]|几[人名户家次场]|时间|[几多]少?天|挽回|标的")
_ORGANS = re.compile(r"(?:组织|机构|委员会|队伍|中心|站|室|所|点)$")


def _is_no_case(scored: ScoredMention) -> bool:
    """Tell whether a figure counts money, a share, people or organs, and so no cases."""
    quantity = scored.mention.quantity
    if quantity.unit_class in _OWN_KIND:
        return True
    return quantity.unit == "个" and _ORGANS.search(scored.mention.label or scored.mention.noun) is not None


_OWN_KIND = frozenset({"percent", "money", "ratio", "people", "time"})
_ANY = frozenset({"个", "项", "次"})  # count anything, and so not what a bare topic is counted in


def _owned(scored: ScoredMention, query: Query) -> bool:
    """Tell whether a word of the question stands at the figure itself, where the question uses official words.

    "推行首违不罚…，解决企业问题253起" counts problems; side by side with a count of 首违不罚 it would be a wrong cell.
    """
    official = not any(term.everyday for term in query.terms)
    named = [
        t for t in query.terms if t.text not in COUNTED
    ]  # 案件, 案子: any figure of cases is one of them
    total = sum(t.weight for t in named) or 1.0
    own = sum(t.weight * best_zone(t, scored.mention, INHERITED) for t in named) / total
    return not (official and own < _OWNS and len(own_words(scored.mention)) > _LABELLED)
