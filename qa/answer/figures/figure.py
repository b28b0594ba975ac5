"""Answers with a figure of one report: the best one, one beside it, one that tells a change, a share behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from embeddings.encoder import Encoder
from qa.answer.comparison.measure import passes
from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft
from qa.answer.compose.number import answer_number, answer_numbers
from qa.answer.figures.behind import (
    AUDIENCE,
    audience_behind,
    change_behind,
    figure_behind,
    reached,
)
from qa.answer.figures.beside import figure_beside
from qa.answer.figures.candidates import candidates
from qa.answer.figures.limits import answer_against
from qa.answer.figures.moved import before_and_after, moved_alone
from qa.answer.figures.premise import correct, stated_bound
from qa.answer.guards.confidence import SURE, confidence
from qa.answer.guards.court import corrected_in_parts
from qa.answer.guards.rivals import no_mean
from qa.patterns import lazy_re
from qa.quantity import Quantity
from qa.question.conversation.pointing import FIRST, asks_inside, counts_noun
from qa.question.conversation.shown import asks_audience
from qa.question.parts.cutting import asks_both_ends
from qa.question.single.intent import Intent, Task
from qa.question.single.reading import Reading
from qa.question.words.measures import asked_units
from qa.question.words.term_roles import is_stage
from qa.ranking import (
    PreparedReport,
    Query,
    ScoredMention,
)
from qa.types import AnswerKind, SectionKind
from qa.units import UNIT_CLASS

# "败诉率的目标", "准备办到多少件": a figure still to be reached; 安排了几次 tells what was done.
_TARGET = lazy_re(
    r"目标|力争|争取|(?:准备|打算|计划|想)[^,。?]{0,4}?[到成](?=多少|几|什么)|(?:准备|打算|计划|预计|想)(?:要|再|新)*(?:加|增|招|聘|配|补|添|进)(?=多少|几)|(?:控制|降低?|提高?|压减)[到至在]多少"
)
_PLANNED = lazy_re(r"目标|计划|力争|争取|任务|预期|将|拟|确保|要求|达标|不低于|不少于|以内")
# "查企业的次数少了多少", "案子多了几成": what the year before was is not said, nor another thing.
_MOVED = lazy_re(r"(?<![减多])(少|多)(?:出来)?了(?:多少|几成|几个百分点|百分之几)")
# Figures looked at for both ends of a move, and how much of the best one's coverage they need.
_PAIRS, _NEARLY = 6, 0.7
_LEVELS = 3  # figures that fit alike, of which one may stand beside that of the year before


class Figures:
    """Finds the figure of a report that is asked for, and tells it."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def best(
        self, query: Query, report: PreparedReport, sure: float = SURE, *, target: bool = False
    ) -> ScoredMention | None:
        """Take the best figure of a report if it is likely the one asked for.

        Args:
            query: The question.
            report: The report.
            sure: Probability that it needs.
            target: Whether a figure still to be reached is asked for: what was reached is none, however near.

        Returns:
            The figure, or None.
        """
        ranked = candidates(query, report, self._encoder, least=sure)
        if target:
            ranked = [s for s in ranked if _is_planned(s)]
        best = next(iter(ranked), None)
        return best if best is not None and confidence(best, query.terms) >= sure else None

    def number(
        self, query: Query, reading: Reading, report: PreparedReport, stated: Sequence[Quantity]
    ) -> Draft | None:
        """Compose the answer for a figure, or for each of several measures (几期、多少人次)."""
        intent = query.intent
        heard = asks_audience(reading.question, plainly=True)
        if reading.behind and (gone_on := self._told_behind(reading.behind, query, report)):
            return None if heard and any("咨询" in v.indicator for v in gone_on.values) else gone_on
        near = (
            reading.near
            and reading.bare not in {"", FIRST}
            and self._beside(reading, report, _unit_asked(reading, intent))
        )
        if near:
            return answer_number(near, query.topic)
        units = asked_units(reading.question)
        if len(units) > 1:
            found = [
                self.best(
                    replace(query, intent=replace(intent, unit=u, unit_class=UNIT_CLASS.get(u, ""))), report
                )
                for u in units
            ]
            distinct = {id(m.mention): m for m in found if m is not None}
            if len(distinct) > 1:
                return answer_numbers(list(distinct.values()), query.topic)
        target = intent.plan and _TARGET.search(reading.question) is not None
        best = self.best(query, report, target=target)
        if best is None and intent.unit_class in AUDIENCE and not intent.change:
            thing = self.best(replace(query, intent=replace(intent, unit="", unit_class="")), report)
            best = audience_behind(thing, query, report, self._encoder) if thing else None
        counted = intent.unit_class != "percent" and intent.unit in units and intent.change
        if counted and best is not None and best.mention.quantity.unit == "%":
            return self._against(query, report)  # 少了多少件 is not told in per cent
        gone = intent.change or (intent.task is Task.DIFFERENCE and len(reading.places) == 1)
        if gone and (best is None or not best.mention.change):
            beside = self._against(
                query, report
            )  # 2764件(2023年为3105件): no change is printed, both levels are
            if best is None or beside is not None or moved_alone(reading.content):
                return beside  # 入企检查少了多少次: the level of the year tells it not
        if best is None or (heard and not reached(best.mention)):
            return None
        if no_mean(reading.content, best):
            return None
        if (outcomes := corrected_in_parts(reading.content, best)) is not None:
            return answer_numbers(outcomes, query.topic)
        if asks_both_ends(reading.content) and (pair := self._both_ends(best, query, report)) is not None:
            return answer_numbers(pair, query.topic)
        if intent.combine == "share" and intent.unit == "" and (share := self.share_beside(query, report)):
            return share  # 某类占多少: not how many there were
        draft = answer_number(best, query.topic)
        if stated:
            own, bound = best.mention.quantity, stated_bound(reading.question, stated[0])
            draft.kind = AnswerKind.FACT
            if bound is None:
                told = say.YES if stated[0].amount == own.amount else say.STATED_OTHERWISE
            else:
                no = say.NO if bound.over else say.STATED_OTHERWISE  # 没到100%: a no to it would read as 没到
                told = {True: say.YES, False: no, None: say.OPEN}[passes(own, bound)]
            draft.lines[0] = told(draft.lines[0])
        elif intent.change in {"rise", "fall"} and best.mention.change not in {"", intent.change}:
            correct(draft, best.mention.change)
        return draft

    def moved(self, query: Query, reading: Reading, report: PreparedReport) -> Draft | None:
        """Tell by how much something changed where a difference is asked of one thing: 查企业的次数少了多少."""
        asked_for = _MOVED.search(reading.content)
        if query.intent.task is not Task.DIFFERENCE or query.intent.change or asked_for is None:
            return None
        change = "fall" if asked_for[1] == "少" else "rise"
        moved = replace(query, intent=replace(query.intent, task=Task.NUMBER, change=change))
        best = self.best(moved, report)
        if best is None or best.mention.change != change:
            return None
        return answer_number(best, query.topic)

    def _both_ends(
        self, best: ScoredMention, query: Query, report: PreparedReport
    ) -> list[ScoredMention] | None:
        """Give both ends of the move that is asked for: of the best figure, else of the next that fits nearly as well."""
        near = [s for s in candidates(query, report, self._encoder) if s.coverage >= _NEARLY * best.coverage]
        pairs = (before_and_after(s) for s in (best, *near[:_PAIRS]))
        return next((pair for pair in pairs if pair is not None), None)

    def _told_behind(
        self, before: tuple[str, int, str], query: Query, report: PreparedReport
    ) -> Draft | None:
        """Tell what stands behind the figure of the part before: a measure of the same thing, or by how much it moved."""
        topic = query.topic
        if not query.intent.change:
            behind = figure_behind(before, query, report, self._encoder)
            return answer_number(behind, topic) if behind is not None else None
        moved = change_behind(before, query, report)
        if moved is None:
            return None
        if not moved.mention.change:
            return answer_against(moved, query.intent.change, report)
        draft = answer_number(moved, topic)
        if query.intent.change in {"rise", "fall"} and moved.mention.change != query.intent.change:
            correct(draft, moved.mention.change)
        return draft

    def _against(self, query: Query, report: PreparedReport) -> Draft | None:
        """Answer for a change that the report gives only by its two levels, side by side in one sentence."""
        level_query = replace(query, intent=replace(query.intent, change=""))
        if not moved_alone(query.content):
            level = self.best(level_query, report)
            return answer_against(level, query.intent.change, report) if level is not None else None
        levels = candidates(level_query, report, self._encoder)[:_LEVELS]
        fitting = (
            s
            for s in levels
            if s.coverage >= levels[0].coverage and not s.mention.part and confidence(s, query.terms) >= SURE
        )
        told = (answer_against(s, query.intent.change, report) for s in fitting)
        return next((draft for draft in told if draft is not None), None)

    def _beside(self, reading: Reading, report: PreparedReport, unit_class: str) -> ScoredMention | None:
        """Take the figure that a bare noun names in the sentence that answered the turn before."""
        assert reading.near is not None
        short = re.compile(".*".join(map(re.escape, re.sub("[掉了过]$", "", reading.bare))))
        forms = [  # 律所: 律师事务所; 制定 alone may be 出台 too
            form
            for t in reading.terms
            for form, _ in t.forms
            if short.search(form) or (t.text == reading.bare and is_stage(t))
        ]
        if reading.bare[0] in "不未":  # 不公开: 不予公开
            forms.append(f"{reading.bare[0]}予{reading.bare[1:]}")
        inside = asks_inside(reading.question)
        return figure_beside(reading.near, reading.bare, forms, report, unit_class, inside=inside)

    def share_beside(self, query: Query, report: PreparedReport, least: float = 0.0) -> Draft | None:
        """Take the share that is printed right behind a figure: 4105件，占全市的41.6%.

        Args:
            query: The question for the figure.
            report: The report.
            least: Share of the question's words that must own the figure.

        Returns:
            The draft, or None where no share stands there.
        """
        best = self.best(query, report)
        if best is None or best.coverage < least:
            return None
        own = best.mention
        if own.quantity.unit == "%" and own.label.endswith("占"):
            return answer_number(best, query.topic)
        for mention in report.mentions:
            behind = mention.sentence == own.sentence and mention.quantity.start >= own.quantity.end
            if (
                behind
                and mention.of == own.quantity.start
                and mention.quantity.unit == "%"
                and not mention.change
            ):
                return answer_number(replace(best, mention=mention), query.topic)
            if behind and mention.quantity.unit == "%" and not mention.change:
                between = report.report.sentences[own.sentence].text[
                    own.quantity.end : mention.quantity.start
                ]
                if "占" in between and not any(c.isdigit() for c in between):
                    return answer_number(replace(best, mention=mention), query.topic)
        return None


def _unit_asked(reading: Reading, intent: Intent) -> str:
    """Give the class of the unit that a figure beside the one before must have, or ""."""
    lent = intent.unit == "个" or (counts_noun(reading.question) and not asked_units(reading.question))
    return "" if lent else intent.unit_class


def _is_planned(scored: ScoredMention) -> bool:
    """Tell whether a figure may be a plan: it stands in the plans, or words of planning stand in its sentence."""
    sentence = scored.report.report.sentences[scored.sentence]
    return sentence.section is SectionKind.PLAN or _PLANNED.search(sentence.text) is not None
