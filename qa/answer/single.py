"""Answers a question from one report: a figure, two figures' difference, a list, a topic, a fact; or nothing."""

from __future__ import annotations

from dataclasses import replace

from embeddings.encoder import Encoder
from qa.answer.compose.draft import Draft
from qa.answer.compose.number import answer_number
from qa.answer.figures.candidates import candidates
from qa.answer.figures.fate import answer_outcome
from qa.answer.figures.figure import Figures
from qa.answer.figures.figure_pairs import FigurePairs
from qa.answer.figures.in_words import answer_in_words
from qa.answer.figures.left_over import answer_left, asks_left
from qa.answer.figures.limits import answer_in_a_row, answer_limit, asks_limit, asks_shortened
from qa.answer.figures.mean_time import answer_mean_time, asks_mean_time, is_time
from qa.answer.figures.moved import asks_which_way, moved_alone, shows_way
from qa.answer.figures.none_happened import answer_none_happened
from qa.answer.figures.none_lost import answer_none_lost
from qa.answer.figures.portion import answer_portion, counted
from qa.answer.figures.premise import answer_premise
from qa.answer.guards.confidence import SURE_FACT, confidence
from qa.answer.guards.nearer import main_figure
from qa.answer.guards.sited import SITES, without_site
from qa.answer.prose.contrary import answer_contrary
from qa.answer.prose.existence import answer_existence, asks_existence
from qa.answer.prose.identity import IDENTITIES
from qa.answer.prose.kinds_asked import kind_asked
from qa.answer.prose.whether import answer_named, answer_unmet
from qa.answer.prose.words import Words, told_in_words
from qa.patterns import lazy_re
from qa.quantity import find_quantities
from qa.question.parts.cutting import asks_both_ends
from qa.question.single.intent import Task
from qa.question.single.portions import Portion, read_portion
from qa.question.single.reading import Reading
from qa.question.words.fates import outcome_asked
from qa.ranking import (
    PreparedReport,
    Query,
)

# "推进某项改革的情况": how work went, and not one figure of it.
_COURSE = lazy_re(r"(?:推进|落实|贯彻|推动|深化|实施)[^,。?]{2,20}情况")


# "出庭情况": all that its sentence tells, and not one figure of it.
_STATE = lazy_re(r"^(?!.*(?:多少|几|率|数|何|哪|什么)).*[\u4e00-\u9fff]{2}情况呢?[?。!]*$")
# "不对吧，不是11.1%吗": a turn that holds a figure against the one just told.
_DOUBTED = lazy_re(r"(?:不是|不对|只有|才)[^?]*(?:吗|吧|么|嘛)[?。!]*$")
# "处罚案件": how many there were, which a sentence on how penalties are checked does not tell.
_NAMED = 0.7  # 50岁以上人员占61% is no share of 女执法人员
_CASES_ALONE = lazy_re(r"案件(?:数量?|量)?[\s?。]*$")
# What no figure tells.
_IN_WORDS = frozenset(
    ("why", "phone", "person", "file", "level", "actor", "rank", "name", *SITES, *IDENTITIES)
)


# How sure a figure must be, and how much of the question it must own, to show that a thing exists.
SURE_THERE, OWNED = 0.85, 0.75


# "有没有一件没办的乡镇": not one, and no figure to be held against another
_NOT_ONE = lazy_re(r"一[件个起宗家次户例场](?:案子?)?[也都]?(?=没|未|不)")


class SingleReport:
    """Answers from one report at a time.

    Attributes:
        figures: Its figures.
        pairs: Its figures held against each other.
        words: Its sentences.
    """

    def __init__(self, encoder: Encoder) -> None:
        """Wire what reads one report.

        Args:
            encoder: Encoder of the library.
        """
        self._encoder = encoder
        self.figures = Figures(encoder)
        self.pairs = FigurePairs(encoder)
        self.words = Words(encoder)

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
        ends = asks_both_ends(reading.content)
        if asks_mean_time(reading.content) and not ends:  # no limit, no count and no other sentence tells it
            mean = answer_mean_time(query, report, self._encoder)
            told = mean or (
                self.figures.number(query, reading, report, []) if intent.unit_class == "time" else None
            )
            return told if told is not None and all(is_time(v.unit) for v in told.values) else None
        if (taken := self._taken(query, reading.content, report)) is not None:
            return taken
        doubted = reading.follow_up and _DOUBTED.search(reading.question) is not None
        stated = find_quantities(_NOT_ONE.sub(" ", reading.question)) if intent.yes_no or doubted else []
        in_units = bool(intent.unit) and intent.unit_class != "percent"  # 占多少件 asks for the part
        if not (in_units or intent.change or stated or intent.plan or ends) and (
            part := read_portion(reading.content)
        ):
            return self._portion(part, query, report) or self.figures.share_beside(query, report, _NAMED)
        held_against = intent.task is Task.DIFFERENCE or intent.combine == "times"
        if held_against and (pair := self.pairs.difference(query, reading, report)):
            return pair
        if intent.task is Task.DIFFERENCE and (moved := moved_alone(reading.content)):
            changed = replace(intent, task=Task.NUMBER, change=moved)
            query = replace(query, intent=changed)
            return self.figures.number(query, reading, report, stated) or answer_in_words(query, report)
        if contrary := answer_contrary(intent, query.terms, reading.content, report):
            return contrary
        if premise := answer_premise(query, reading.content, report, self._encoder):
            return premise
        tail, outcome = outcome_asked(reading.content)
        if outcome and (of := tuple(t for t in query.terms if t.text in reading.content[:tail])):
            ranked = self.words.sentences(replace(query, terms=of, content=reading.content[:tail]), report)
            sure = bool(ranked) and confidence(ranked[0], of) >= SURE_FACT
            return answer_outcome(ranked, of, outcome) if sure else None
        if asks_existence(intent) and not stated:
            told = answer_existence(self.words.sentences(query, report), query.terms, reading.content, report)
            return told or self._existing(query, report)
        kind = kind_asked(reading.content)
        if kind in SITES and intent.task in {
            Task.LIST,
            Task.FACT,
        }:  # 在哪两个地方试点 is told in one sentence
            intent = replace(intent, task=Task.FACT)
            query = replace(query, intent=intent, terms=without_site(query.terms))
        if kind in _IN_WORDS and told_in_words(intent, kind) and not stated:
            # No figure tells a reason or a name, but it may tell that there is no rise to be explained.
            told = self.figures.number(query, reading, report, stated) if intent.change else None
            return told if told is not None and told.corrects else self.words.tell(query, reading, report)
        if _STATE.search(reading.question) and not (intent.section or intent.change or intent.plan):
            told = self.words.tell(replace(query, intent=replace(intent, task=Task.SUMMARY)), reading, report)
            if told is not None:
                return told
        if (
            intent.task in {Task.NUMBER, Task.DIFFERENCE}
            or stated
            or (intent.task is Task.FACT and intent.change)
        ):
            draft = self.figures.moved(query, reading, report) or self.figures.number(
                query, reading, report, stated
            )
            if draft is not None or stated:
                return draft
            if intent.task is Task.NUMBER:
                return answer_in_words(query, report)
        if not intent.explicit and intent.task is Task.FACT and _COURSE.search(reading.content):
            told = self.words.tell(replace(query, intent=replace(intent, task=Task.SUMMARY)), reading, report)
            if told is not None:
                return told
        if not intent.explicit and intent.task is Task.FACT:
            best = self.figures.best(query, report)
            if best is not None and best.coverage > 0.6:
                best = main_figure(best, candidates(query, report, self._encoder), query.content)
                return answer_number(best, query.topic)
            if _CASES_ALONE.search(reading.content):
                return None
        told = self.words.topics(query, reading, report) or self.words.tell(query, reading, report)
        if told is not None and asks_which_way(intent, reading.content) and not shows_way(told):
            return None  # 比上年多了还是少了 is told by no sentence that speaks of one year alone
        return told

    def _existing(self, query: Query, report: PreparedReport) -> Draft | None:
        """Tell the number of a thing that no sentence names in one piece: 国家级3个 behind 省级民主法治示范村21个."""
        number = replace(query.intent, task=Task.NUMBER, yes_no=False)
        best = self.figures.best(replace(query, intent=number), report, SURE_THERE)
        owned = best is not None and best.own >= OWNED and not best.uncovered and best.mention.quantity.amount
        return answer_number(best, query.topic) if best is not None and owned else None

    def _portion(self, portion: Portion, query: Query, report: PreparedReport) -> Draft | None:
        """Tell the share of a part in its whole."""
        rated = replace(query.intent, task=Task.NUMBER, unit="%", unit_class="percent", combine="")
        shares = candidates(replace(query, intent=rated), report, self._encoder)
        shares = [s for s in shares if s.mention.quantity.unit_class == "percent"]
        ranked = candidates(counted(query, portion), report, self._encoder)
        return answer_portion(query, portion, ranked, shares)

    def _taken(self, query: Query, content: str, report: PreparedReport) -> Draft | None:
        """Answer what only words of its own kind tell: who an office is held by, what fell short, how long, how many years."""
        if query.intent.yes_no and (named := answer_named(content, report)):
            return named
        if none := answer_none_lost(query, content, report):
            return none
        if none := answer_none_happened(query, content, report):
            return none
        if short := answer_unmet(query.terms, content, report):
            return short
        if asks_left(content) and (left := answer_left(query.terms, report)):
            return left
        if asks_limit(content) and (limit := answer_limit(query, report)):
            return limit
        if asks_shortened(content) and (limit := answer_limit(query, report, shortened=True)):
            return limit
        return answer_in_a_row(query.terms, content, report)
