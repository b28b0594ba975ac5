"""Answers a question from one report: a figure, two figures' difference, a list, a topic, a fact; or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from embeddings.encoder import Encoder
from qa.answer import asked
from qa.answer import messages as say
from qa.answer.behind import AUDIENCE, audience_behind, figure_behind
from qa.answer.beside import figure_beside
from qa.answer.candidates import candidates
from qa.answer.compare import answer_comparison
from qa.answer.confidence import SURE, SURE_FACT, SURE_PART, confidence
from qa.answer.draft import Draft, join
from qa.answer.existence import answer_existence, asks_existence, is_another
from qa.answer.fact import answer_fact, type_bonus
from qa.answer.jointly import Side
from qa.answer.left_over import answer_left, asks_left
from qa.answer.limits import answer_against, answer_in_a_row, answer_limit, asks_limit, asks_shortened
from qa.answer.listing import answer_list, list_bonus
from qa.answer.measure import passes
from qa.answer.moved import asks_which_way, before_and_after, moved_alone, shows_way
from qa.answer.nearer import main_figure
from qa.answer.number import answer_number, answer_numbers
from qa.answer.premise import answer_premise, correct, stated_bound
from qa.answer.rivals import no_mean
from qa.answer.sited import SITES, without_site
from qa.answer.summary import answer_heading, answer_topic, heading_for, only_opens
from qa.answer.titles import of_that_kind
from qa.answer.topical import prose_first, telling, without_laws
from qa.answer.whether import answer_named, answer_unmet
from qa.ledger.stages import stage_of
from qa.matching import own_words
from qa.quantity import UNIT_CLASS, Quantity, find_quantities
from qa.question.intent import Intent, Task
from qa.question.measures import asked_units
from qa.question.pointing import FIRST
from qa.question.reading import Reading
from qa.question.terms import DIRECTION, content_of, topic_of
from qa.question.vocabulary import COUNTED
from qa.ranking import (
    PreparedReport,
    Query,
    ScoredMention,
    ScoredSentence,
    rank_mentions,
    rank_sentences,
    with_margin,
)
from qa.types import AnswerKind, SectionKind

# A rate question is one on a section of its own words: 做了哪些工作, 有什么举措, 概括一下.
_WORK = re.compile(
    r"工作|举措|措施|做法|做了|怎么做|如何|怎样|开展|概括|总结|介绍|概要|概述|说说|讲讲|成效|亮点|哪些方面|主要内容"
)


# "推进某项改革的情况": how work went, and not one figure of it.
_COURSE = re.compile(r"(?:推进|落实|贯彻|推动|深化|实施)[^,。?]{2,20}情况")
# "全市和市本级审结的相差多少": the whole beside a part of it.
_WHOLE_TOO = re.compile(
    r"全[市区县州旗省][^,。]{0,6}(?:和|与|跟|比)[^,。]{0,4}本级|本级[^,。]{0,4}(?:和|与|跟|比)[^,。]{0,4}全[市区县州旗省]"
)


# "败诉率的目标", "准备办到多少件": a figure still to be reached; 安排了几次 tells what was done.
_TARGET = re.compile(
    r"目标|力争|争取|(?:准备|打算|计划|想)[^,。?]{0,4}?[到成](?=多少|几|什么)|(?:控制|降低?|提高?|压减)[到至在]多少"
)
_PLANNED = re.compile(r"目标|计划|力争|争取|任务|预期|将|拟|确保|要求|达标|不低于|不少于|以内")
# "不对吧，不是11.1%吗": a turn that holds a figure against the one just told.
_DOUBTED = re.compile(r"(?:不是|不对|只有|才)[^?]*(?:吗|吧|么|嘛)[?。!]*$")
# "查企业的次数少了多少", "案子多了几成": what the year before was is not said, nor another thing.
_MOVED = re.compile(r"(?<![减多])(少|多)(?:出来)?了(?:多少|几成|几个百分点|百分之几)")
# "处罚案件": how many there were, which a sentence on how penalties are checked does not tell.
_CASES_ALONE = re.compile(r"案件(?:数量?|量)?[\s?。]*$")
_PART = re.compile(r"[市区县州旗省]?本级")
_JOINED = re.compile(r"和(?!解)|与|以及|还有|及(?!时|格)|、")
# 网站排名为什么下降 asks for no rank, 为什么减少了多少件 for no difference.
# What no figure tells.
_IN_WORDS = frozenset(("why", "phone", "person", "file", *SITES))
_LEVELS = 3  # figures that fit alike, of which one may stand beside that of the year before
_TASKS_OF_NAMES = frozenset({Task.FACT, Task.NUMBER})
_TASKS_OF_REASONS = _TASKS_OF_NAMES | {Task.RANK}


class SingleReport:
    """Answers from one report at a time."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def answer(self, query: Query, reading: Reading, report: PreparedReport) -> Draft | None:
        """Compose the answer from one report.

        Args:
            query: The question, ready for ranking.
            reading: The question as it was read.
            report: The report.

        Returns:
            The draft, or None where the report is silent.
        """
        intent = query.intent
        if (taken := self._taken(query, reading.content, report)) is not None:
            return taken
        doubted = reading.follow_up and _DOUBTED.search(reading.question) is not None
        stated = find_quantities(reading.question) if intent.yes_no or doubted else []
        if intent.task is Task.DIFFERENCE and (pair := self._inner_difference(query, reading, report)):
            return pair
        if intent.task is Task.DIFFERENCE and (moved := moved_alone(reading.content)):
            changed = replace(intent, task=Task.NUMBER, change=moved)
            return self._number(replace(query, intent=changed), reading, report, stated)
        if premise := answer_premise(query, reading.content, report, self._encoder):
            return premise
        if asks_existence(intent) and not stated:
            return answer_existence(self.sentences(query, report), query.terms, reading.content, report)
        kind = asked.kind_asked(reading.content)
        if kind in SITES and intent.task in {
            Task.LIST,
            Task.FACT,
        }:  # 在哪两个地方试点 is told in one sentence
            intent = replace(intent, task=Task.FACT)
            query = replace(query, intent=intent, terms=without_site(query.terms))
        tasks = _TASKS_OF_REASONS if kind == "why" else _TASKS_OF_NAMES
        if kind in _IN_WORDS and intent.task in tasks and not stated:
            # No figure tells a reason or a name, but it may tell that there is no rise to be explained.
            told = self._number(query, reading, report, stated) if intent.change else None
            return told if told is not None and told.corrects else self._words(query, reading, report)
        if (
            intent.task in {Task.NUMBER, Task.DIFFERENCE}
            or stated
            or (intent.task is Task.FACT and intent.change)
        ):
            draft = self._moved(query, reading, report) or self._number(query, reading, report, stated)
            if draft is not None or intent.task is Task.NUMBER or stated:
                return draft
        if not intent.explicit and intent.task is Task.FACT and _COURSE.search(reading.content):
            told = self._words(replace(query, intent=replace(intent, task=Task.SUMMARY)), reading, report)
            if told is not None:
                return told
        if not intent.explicit and intent.task is Task.FACT:
            best = self.best_mention(query, report)
            if best is not None and best.coverage > 0.6:
                best = main_figure(best, candidates(query, report, self._encoder), query.content)
                return answer_number(best, topic_of(query.terms))
            if _CASES_ALONE.search(reading.content):
                return None
        told = self._topics(query, reading, report) or self._words(query, reading, report)
        # 比上年多了还是少了 is told by no sentence that speaks of one year alone
        return (
            None
            if told is not None and asks_which_way(intent, reading.content) and not shows_way(told)
            else told
        )

    def _taken(self, query: Query, content: str, report: PreparedReport) -> Draft | None:
        """Answer what only words of its own kind tell: who an office is held by, what fell short, how long, how many years."""
        if query.intent.yes_no and (named := answer_named(content, report)):
            return named
        if short := answer_unmet(query.terms, content, report):
            return short
        if asks_left(content) and (left := answer_left(query.terms, report)):
            return left
        if asks_limit(content) and (limit := answer_limit(query.terms, report)):
            return limit
        if asks_shortened(content) and (limit := answer_limit(query.terms, report, shortened=True)):
            return limit
        return answer_in_a_row(query.terms, content, report)

    def _topics(self, query: Query, reading: Reading, report: PreparedReport) -> Draft | None:
        """Sum up several topics one by one: 概括一下行政复议和行政应诉; None where fewer than two are joined and told."""
        pieces = _JOINED.split(content_of(reading.content))
        asked = [tuple(t for t in query.terms if t.text in piece) for piece in pieces]
        if query.intent.task is not Task.SUMMARY or len(asked) < 2 or not all(asked):
            return None
        drafts = []
        for piece, terms in zip(pieces, asked, strict=True):
            named = tuple(t for t in terms if t.concept) or terms
            ranked = self.sentences(replace(query, terms=named, content=piece), report)
            if ranked and confidence(ranked[0], named) >= SURE_FACT:
                drafts.append(answer_topic(ranked, named))
        return join(drafts, AnswerKind.SUMMARY) if len(drafts) > 1 else None

    def best_mention(
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
        ranked = candidates(query, report, self._encoder)
        if target:
            ranked = [s for s in ranked if _is_planned(s)]
        best = next(iter(ranked), None)
        return best if best is not None and confidence(best, query.terms) >= sure else None

    def sentences(self, query: Query, report: PreparedReport) -> list[ScoredSentence]:
        """Rank the sentences of a report with what the task asks of them.

        Args:
            query: The question.
            report: The report.

        Returns:
            Its sentences, the best first.
        """
        intent = query.intent
        listing = intent.task is Task.LIST

        def bonus(scored: ScoredSentence) -> float:
            text = report.folded[scored.index]
            return type_bonus(intent.answer_type, text) + (list_bonus(text) if listing else 0.0)

        ranked = (replace(s, score=s.score + bonus(s)) for s in rank_sentences(query, report, self._encoder))
        return with_margin(sorted(ranked, key=lambda s: -s.score))

    def _words(self, query: Query, reading: Reading, report: PreparedReport) -> Draft | None:
        """Compose an answer in words: the work under a heading, a list, a topic or a fact."""
        intent = query.intent
        ranked = telling(self.sentences(query, report))
        if intent.section:
            ranked = _in_section(ranked, SectionKind(intent.section))
        own = intent.section in {
            "",
            SectionKind.RESULT.value,
        }  # 做了什么 asks for results, and a heading may hold them
        if own and intent.task in {Task.LIST, Task.SUMMARY} and _WORK.search(reading.content):
            heading = heading_for(query.terms, report)
            if heading:
                return answer_heading(report, heading, query.terms)
        kind = asked.kind_asked(reading.content)
        if kind and intent.task in (_TASKS_OF_REASONS if kind == "why" else _TASKS_OF_NAMES):
            # A reason or a name may stand in a sentence that fits a little less well.
            ranked = asked.holding(kind, ranked, query.terms, reading.content)
        if intent.task is Task.SUMMARY:
            ranked = prose_first(ranked)
        if intent.task in {Task.LIST, Task.SUMMARY}:
            ranked = without_laws(ranked, query.terms, reading.content)
        if intent.answer_type == "document":
            ranked = of_that_kind(ranked, reading.content)
        if not ranked or confidence(ranked[0], query.terms) < SURE_FACT:
            return None
        if intent.task is Task.FACT and intent.answer_type == "how" and is_another(ranked[0], query.terms):
            return None
        if reading.more:  # what stood first was told in the turn before
            return answer_list(ranked[1:], query.terms) if len(ranked) > 1 else None
        if intent.task is Task.LIST and not intent.section:
            return answer_list(ranked, query.terms)
        opens = intent.answer_type == "how" and only_opens(ranked[0])  # it says what is done, and not how
        if intent.task is Task.SUMMARY or intent.section or opens:
            return answer_topic(ranked, query.terms)
        return answer_fact(ranked[0], query.terms, intent.answer_type)

    def _number(
        self, query: Query, reading: Reading, report: PreparedReport, stated: Sequence[Quantity]
    ) -> Draft | None:
        """Compose the answer for a figure, or for each of several measures (几期、多少人次)."""
        intent = query.intent
        behind = reading.behind and figure_behind(reading.behind, query, report, self._encoder)
        if behind:
            return answer_number(behind, topic_of(query.terms))
        near = (
            reading.near
            and reading.bare not in {"", FIRST}
            and self._beside(reading, report, "" if intent.unit == "个" else intent.unit_class)
        )
        if near:
            return answer_number(near, topic_of(query.terms))
        units = asked_units(reading.question)
        if len(units) > 1:
            found = [
                self.best_mention(
                    replace(query, intent=replace(intent, unit=u, unit_class=UNIT_CLASS.get(u, ""))), report
                )
                for u in units
            ]
            distinct = {id(m.mention): m for m in found if m is not None}
            if len(distinct) > 1:
                return answer_numbers(list(distinct.values()), topic_of(query.terms))
        target = intent.plan and _TARGET.search(reading.question) is not None
        best = self.best_mention(query, report, target=target)
        if best is None and intent.unit_class in AUDIENCE and not intent.change:
            thing = self.best_mention(replace(query, intent=replace(intent, unit="", unit_class="")), report)
            best = audience_behind(thing, query, report, self._encoder) if thing else None
        gone = intent.change or (intent.task is Task.DIFFERENCE and len(reading.places) == 1)
        if gone and (best is None or not best.mention.change):
            beside = self._against(
                query, report
            )  # 2764件(2023年为3105件): no change is printed, both levels are
            if best is None or beside is not None:
                return beside
        if best is None:
            return None
        if no_mean(reading.content, best):
            return None
        if (pair := before_and_after(reading.content, best)) is not None:
            return answer_numbers(pair, topic_of(query.terms))
        draft = answer_number(best, topic_of(query.terms))
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

    def _moved(self, query: Query, reading: Reading, report: PreparedReport) -> Draft | None:
        """Tell by how much something changed where a difference is asked of one thing: 查企业的次数少了多少."""
        asked_for = _MOVED.search(reading.content)
        if query.intent.task is not Task.DIFFERENCE or query.intent.change or asked_for is None:
            return None
        change = "fall" if asked_for[1] == "少" else "rise"
        moved = replace(query, intent=replace(query.intent, task=Task.NUMBER, change=change))
        best = self.best_mention(moved, report)
        if best is None or best.mention.change != change:
            return None
        return answer_number(best, topic_of(query.terms))

    def _against(self, query: Query, report: PreparedReport) -> Draft | None:
        """Answer for a change that the report gives only by its two levels, side by side in one sentence."""
        level_query = replace(query, intent=replace(query.intent, change=""))
        if not moved_alone(query.content):
            level = self.best_mention(level_query, report)
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
        short = re.compile(".*".join(map(re.escape, reading.bare)))
        forms = [form for t in reading.terms for form, _ in t.forms if short.search(form)]  # 律所: 律师事务所
        return figure_beside(reading.near, reading.bare, forms, report, unit_class)

    def _inner_difference(self, query: Query, reading: Reading, report: PreparedReport) -> Draft | None:
        """Subtract two figures of one report: 省级比市级多几个."""
        if _WHOLE_TOO.search(reading.content) and any(t.required for t in query.terms):
            whole = replace(
                query,
                terms=tuple(t for t in query.terms if not t.required),
                content=_PART.sub("", query.content),
                text=_PART.sub("", query.text),
            )
            return self.compare_topics([whole, query], query.intent, report)
        parts = re.split(
            r"减去?|扣掉|扣除|刨去|刨掉|除去|除掉|除开|比|与|和|跟|同", reading.content, maxsplit=1
        )
        if len(parts) != 2 or len(reading.terms) < 2:
            return None
        queries = []
        for part, other in (parts, parts[::-1]):
            terms = tuple(t for t in query.terms if t.text in part or t.text not in other)
            if not any(t.text in part for t in terms):
                return None
            if all(
                stage_of(t.text) or t.text in COUNTED for t in terms
            ):  # 受理的 names a stage of what the other names
                terms += tuple(t for t in query.terms if t not in terms and not stage_of(t.text))
            queries.append(replace(query, terms=terms, content=part))
        return self.compare_topics(queries, query.intent, report)

    def share_beside(self, query: Query, report: PreparedReport) -> Draft | None:
        """Take the share that is printed right behind a figure: 4105件，占全市的41.6%.

        Args:
            query: The question for the figure.
            report: The report.

        Returns:
            The draft, or None where no share stands there.
        """
        best = self.best_mention(query, report)
        if best is None:
            return None
        own = best.mention
        if own.quantity.unit == "%" and own.label.endswith("占"):
            return answer_number(best, topic_of(query.terms))
        for mention in report.mentions:
            behind = mention.sentence == own.sentence and mention.quantity.start >= own.quantity.end
            if behind and mention.quantity.unit == "%" and not mention.change:
                between = report.report.sentences[own.sentence].text[
                    own.quantity.end : mention.quantity.start
                ]
                if "占" in between and not any(c.isdigit() for c in between):
                    return answer_number(replace(best, mention=mention), topic_of(query.terms))
        return None

    def compare_topics(
        self, queries: Sequence[Query], intent: Intent, report: PreparedReport, *, together: bool = False
    ) -> Draft | None:
        """Compare figures of one report that count different things: 省级比市级多几个.

        Args:
            queries: A question for each figure.
            intent: What is wanted of them.
            report: The report.
            together: Whether they must stand in one sentence, as a part and its whole do.

        Returns:
            The draft, or None where the report lacks one of them.
        """
        picks: list[ScoredMention] = []
        for query in queries:
            stage = stage_of(query.content)
            ranked = [
                s
                for s in rank_mentions(query, report, self._encoder)
                if not stage or stage_of(own_words(s.mention)) in {"", stage}
            ]
            taken = {id(p.mention) for p in picks}
            best = next((r for r in ranked[:4] if id(r.mention) not in taken), None)
            beside = best is not None and any(best.mention.sentence == p.mention.sentence for p in picks)
            if best is None or confidence(best, query.terms) < (SURE_PART if beside else SURE):
                return None
            picks.append(best)
        if together and (len({p.mention.sentence for p in picks}) > 1 or _are_parts(picks)):
            return None
        sides = [Side(report.meta, (p,)) for p in picks]
        topics = [topic_of(query.terms) for query in queries]
        unlike = topics if intent.comparable and len(set(topics)) > 1 else ()
        return answer_comparison(sides, picks, intent, topics[0], inner=True, topics=unlike)


def _in_section(ranked: Sequence[ScoredSentence], section: SectionKind) -> list[ScoredSentence]:
    """Keep the sentences of a section; 做法 of a report without headings may stand anywhere but in its problems and plans."""
    kinds = [s.report.report.sentences[s.index].section for s in ranked]
    if section is SectionKind.RESULT and section not in kinds:
        left = {SectionKind.PROBLEM, SectionKind.PLAN}
        return [s for s, kind in zip(ranked, kinds, strict=True) if kind not in left]
    return [s for s, kind in zip(ranked, kinds, strict=True) if kind is section]


def _are_parts(picks: Sequence[ScoredMention]) -> bool:
    """Tell whether figures of one sentence stand behind the same 其中: two parts of one whole are no part and its whole."""
    text = picks[0].report.report.sentences[picks[0].sentence].text
    behind = {text.rfind("其中", 0, p.mention.quantity.start) for p in picks}
    return len(behind) == 1 and min(behind) >= 0


def _is_planned(scored: ScoredMention) -> bool:
    """Tell whether a figure may be a plan: it stands in the plans, or words of planning stand in its sentence."""
    sentence = scored.report.report.sentences[scored.sentence]
    return sentence.section is SectionKind.PLAN or _PLANNED.search(sentence.text) is not None


def without_direction(query: Query) -> Query:
    """Drop 同比, 上升 and their kin from the terms: the direction is read from the figure, not matched.

    Args:
        query: A question.

    Returns:
        The question without them, if anything else is left.
    """
    kept = tuple(t for t in query.terms if not DIRECTION.match(t.text))
    return replace(query, terms=kept) if kept and len(kept) < len(query.terms) else query
