"""Answers with two figures of one report that count different things: 省级比市级多几个, the whole beside a part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from embeddings.encoder import Encoder
from qa.answer.comparison.compare import answer_comparison
from qa.answer.comparison.jointly import Side
from qa.answer.compose.draft import Draft
from qa.answer.figures.wholes import counts_of, whole_of
from qa.answer.guards.confidence import SURE, SURE_PART, confidence
from qa.ledger.stages import stage_of
from qa.matching import own_words
from qa.patterns import lazy_re
from qa.question.single.intent import Intent
from qa.question.single.reading import Reading
from qa.question.words.vocabulary import COUNTED
from qa.ranking import (
    PreparedReport,
    Query,
    ScoredMention,
    rank_mentions,
)
from qa.scored import taken

# "全市和市本级审结的相差多少": the whole beside a part of it.
_WHOLE_TOO = lazy_re(
    r"全[市区县州旗省][^,。]{0,6}(?:和|与|跟|比)[^,。]{0,4}本级|本级[^,。]{0,4}(?:和|与|跟|比)[^,。]{0,4}全[市区县州旗省]"
)
_PART = lazy_re(r"[市区县州旗省]?本级")
_PAIR = 2


class FigurePairs:
    """Holds two figures of one report against each other."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def difference(self, query: Query, reading: Reading, report: PreparedReport) -> Draft | None:
        """Hold two figures of one report against each other: 省级比市级多几个, 民事的是刑事的几倍."""
        if _WHOLE_TOO.search(reading.content) and any(t.required for t in query.terms):
            whole = replace(
                query,
                terms=tuple(t for t in query.terms if not t.required),
                content=_PART.sub("", query.content),
                text=_PART.sub("", query.text),
            )
            return self.compare([whole, query], query.intent, report)
        parts = re.split(
            r"减去?|扣掉|扣除|刨去|刨掉|除去|除掉|除开|比|与|和|跟|同|是(?=[^,。?]{2,}倍)",
            reading.content,
            maxsplit=1,
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
        return self.compare(queries, query.intent, report)

    def compare(
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
            used = {id(p.mention) for p in picks}
            best = next((r for r in ranked[:4] if id(r.mention) not in used), None)
            beside = best is not None and any(best.mention.sentence == p.mention.sentence for p in picks)
            if best is None or confidence(best, query.terms) < (SURE_PART if beside else SURE):
                return None
            picks.append(best)
        if together and intent.combine == "share" and len(picks) == _PAIR:
            part = picks[-1].mention
            whole = whole_of(part, counts_of(part.sentence, report), report)
            if (
                whole is not None and whole != picks[0].mention
            ):  # 发明专利799件 is a part of 授权专利, not of 商标
                picks[0] = taken(whole, report)
        if together and (len({p.mention.sentence for p in picks}) > 1 or _are_parts(picks)):
            return None
        sides = [Side(report.meta, (p,)) for p in picks]
        topics = [query.topic for query in queries]
        unlike = topics if intent.comparable and len(set(topics)) > 1 else ()
        return answer_comparison(sides, picks, intent, topics[0], inner=True, topics=unlike)


def _are_parts(picks: Sequence[ScoredMention]) -> bool:
    """Tell whether figures of one sentence stand behind the same 其中: two parts of one whole are no part and its whole."""
    text = picks[0].report.report.sentences[picks[0].sentence].text
    behind = {text.rfind("其中", 0, p.mention.quantity.start) for p in picks}
    return len(behind) == 1 and min(behind) >= 0
