"""Answers in words from one report: the work under a heading, a list, several topics, a fact with its reason or name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from embeddings.encoder import Encoder
from qa.answer.compose.draft import Draft, join
from qa.answer.guards.confidence import SURE_FACT, confidence
from qa.answer.guards.strangers import strangers
from qa.answer.prose.asked import holding
from qa.answer.prose.existence import is_another
from qa.answer.prose.fact import answer_fact, type_bonus
from qa.answer.prose.identity import IDENTITIES
from qa.answer.prose.kinds_asked import kind_asked
from qa.answer.prose.listing import answer_list, list_bonus, only_repeats
from qa.answer.prose.ordinals import add_ordinal
from qa.answer.prose.remedy import answer_remedy
from qa.answer.prose.summary import answer_heading, answer_topic, heading_for, heading_in_words, only_opens
from qa.answer.prose.themes import answer_themes
from qa.answer.prose.titles import of_that_kind
from qa.answer.prose.topical import prose_first, telling, without_laws
from qa.patterns import lazy_re
from qa.question.single.intent import Intent, Task
from qa.question.single.reading import Reading
from qa.question.words.terms import Term, content_of
from qa.ranking import (
    PreparedReport,
    Query,
    ScoredSentence,
    rank_sentences,
    with_margin,
)
from qa.text import words
from qa.types import AnswerKind, SectionKind

# A rate question is one on a section of its own words: 做了哪些工作, 有什么举措, 概括一下.
_WORK = lazy_re(
    r"工作|举措|措施|做法|做了|怎么做|如何|怎样|开展|概括|总结|介绍|概要|概述|说说|讲讲|成效|亮点|哪些方面|主要内容"
)
_DID = lazy_re(r"(?:做|干|搞|开展)了?(?:什么|哪些|啥)")
_MENDS = lazy_re(r"(?:怎么|怎样|如何|咋)[^,。?]{0,3}(?:解决|破解|补|改|应对|缓解|加强|化解)")
_JOINED = lazy_re(r"和(?!解)|与|以及|还有|及(?!时|格)|、")


# An everyday word that the report prints itself (“办证难”攻坚组) says more than the official ones that may stand for it.
_PRINTED, _PAIR = 0.06, 2
_SAYS_ALL = 0.95
_TASKS_OF_NAMES = frozenset({Task.FACT, Task.NUMBER})
_TASKS_BY_KIND = {
    "why": _TASKS_OF_NAMES | {Task.RANK},
    "members": _TASKS_OF_NAMES | {Task.LIST},
    "bodies": frozenset({Task.LIST, Task.RANK}),
    "fields": frozenset({Task.FACT, Task.LIST}),
    **dict.fromkeys(IDENTITIES, _TASKS_OF_NAMES | {Task.LIST}),
}

# "投诉最多的是什么": told by a sentence that says what came first, "投诉最多的三类是…", "反映最集中的是…"
_FOREMOST_ASKED = lazy_re(
    r"(?:投诉|反映|举报|诉求|咨询|来电|工单)(?:得)?(?:最|较|比较)?(?:多|集中|突出|频繁)的?[^,。?谁]{0,4}(?:是|有)?(?:什么|啥|哪(?!个?[区县市镇乡部单]))"
)
_FOREMOST = lazy_re(
    r"最(?:多|集中|突出|高|频繁|大)|较多|居(?:首|前)|首位|前[三五列]|(?:主要|较为|比较)集中|集中在|位居|排名第?一|热点"
)


class Words:
    """Finds the sentences of a report that tell what is asked, and tells them."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

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
            printed = any(t.everyday and _prints(t, text) for t in query.terms)
            return (
                type_bonus(intent.answer_type, text)
                + (list_bonus(text) if listing else 0.0)
                + _PRINTED * printed
            )

        ranked = (replace(s, score=s.score + bonus(s)) for s in rank_sentences(query, report, self._encoder))
        return with_margin(sorted(ranked, key=lambda s: -s.score))

    def apt(self, query: Query, report: PreparedReport) -> list[ScoredSentence]:
        """Rank the sentences of a report that may answer: where a reason is asked for, those that give one.

        Args:
            query: The question.
            report: The report.

        Returns:
            The sentences, the best first.
        """
        return _of_kind(self.sentences(query, report), query, query.content)

    def tell(self, query: Query, reading: Reading, report: PreparedReport) -> Draft | None:
        """Compose an answer in words: the work under a heading, a list, a topic or a fact."""
        intent = query.intent
        everything = ranked = telling(self.sentences(query, report), of_fact=intent.task is Task.FACT)
        if intent.section:
            ranked = with_margin(_in_section(ranked, SectionKind(intent.section)))
        own = intent.section in {
            "",
            SectionKind.RESULT.value,
        }  # 做了什么 asks for results, and a heading may hold them
        wide = intent.task in {Task.LIST, Task.SUMMARY}
        did = intent.task is Task.FACT and intent.section and _DID.search(reading.content)
        if own and (wide or did) and _WORK.search(reading.content):
            heading = heading_for(query.terms, report) if wide else ()
            heading = heading or heading_in_words(reading.content, report)
            if heading:
                return answer_heading(report, heading, query.terms)
        if own and (themes := reading.themes) and (told := answer_themes(themes, report)) is not None:
            return told
        ranked = _of_kind(ranked, query, reading.content)
        if intent.task is Task.SUMMARY:
            ranked = prose_first(ranked)
        if intent.task in {Task.LIST, Task.SUMMARY}:
            ranked = without_laws(ranked, query.terms, reading.content)
        if intent.answer_type == "document":
            ranked = of_that_kind(ranked, reading.content)
        how = intent.answer_type == "how"
        # 海事执法做了什么 is not told by other 执法; one thing may be told in another word than the question's
        of_one = intent.task is Task.SUMMARY or _DID.search(reading.content)
        if (
            not ranked
            or (of_one and strangers(query, report))
            or confidence(ranked[0], query.terms) < SURE_FACT
            or (how and intent.task is Task.FACT and is_another(ranked[0], query.terms))
        ):
            planned = how and intent.section == SectionKind.PLAN.value
            return answer_remedy(everything, query.terms, report) if planned else None
        if intent.task is Task.LIST and only_repeats(ranked[0], reading.content):
            ranked = [s for s in ranked[1:2] if s.coverage >= ranked[0].coverage]
            if not ranked:
                return None
        if reading.more:  # what stood first was told in the turn before
            return answer_list(ranked[1:], query.terms) if len(ranked) > 1 else None
        if intent.task is Task.LIST and not intent.section:
            return answer_list(ranked, query.terms)
        section = report.report.sentences[ranked[0].index].section
        if how and section is SectionKind.PROBLEM and _MENDS.search(reading.content):
            mended = answer_remedy(everything, query.terms, report)  # 人员不足怎么解决: by the plans
            if mended is not None:
                return mended
        opens = how and only_opens(
            ranked[0].report.report, ranked[0].index
        )  # it says what is done, and not how
        if intent.task is Task.SUMMARY or intent.section or opens:
            return answer_topic(ranked, query.terms)
        told = answer_fact(ranked[0], query.terms, intent.answer_type)
        add_ordinal(told, query.terms, reading.content, report.report)
        return told

    def topics(self, query: Query, reading: Reading, report: PreparedReport) -> Draft | None:
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


def told_in_words(intent: Intent, kind: str) -> bool:
    """Tell whether a task is one that words of a kind answer; 网站排名为什么下降 asks for no rank.

    Args:
        intent: What is asked.
        kind: Kind of words asked for, empty where none is.

    Returns:
        Whether it is.
    """
    return bool(kind) and intent.task in _TASKS_BY_KIND.get(kind, _TASKS_OF_NAMES)


def _of_kind(ranked: Sequence[ScoredSentence], query: Query, content: str) -> list[ScoredSentence]:
    """Keep the sentences that print the kind of thing asked for: it may stand in one that fits a little less well."""
    if _FOREMOST_ASKED.search(content):  # how many complaints came in does not tell what they were of
        ranked = [s for s in ranked if _FOREMOST.search(s.report.folded[s.index])]
    kind = kind_asked(content)
    told = told_in_words(query.intent, kind)
    return holding(kind, ranked, query.terms, content) if told else list(ranked)


def _prints(term: Term, text: str) -> bool:
    """Tell whether a text prints an everyday phrase, or a long word of it: 一等奖 of 得了一等奖."""
    return term.text in text or any(w in text for w in words(term.text) if len(w) > _PAIR)


def _in_section(ranked: Sequence[ScoredSentence], section: SectionKind) -> list[ScoredSentence]:
    """Keep the sentences of a section; 做法 of a report without headings may stand anywhere but in its problems and plans."""
    kinds = [s.report.report.sentences[s.index].section for s in ranked]
    if section is SectionKind.RESULT and section not in kinds:
        left = {SectionKind.PROBLEM, SectionKind.PLAN}
        return [s for s, kind in zip(ranked, kinds, strict=True) if kind not in left]
    # an opening may tell in so many words what was achieved: 某做法获国家某局通报推广
    told = {SectionKind.INTRO} if section is SectionKind.RESULT else set()
    return [
        s
        for s, kind in zip(ranked, kinds, strict=True)
        if kind is section or (kind in told and s.coverage >= _SAYS_ALL)
    ]
