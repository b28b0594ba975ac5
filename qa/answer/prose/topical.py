"""Finds what a report says of a topic: the sentences under the heading on it, and others that hold its words.

Knows which words of a question only frame it (做法, 例子, 数据) where its callers say so, and nothing of what is wanted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from embeddings.encoder import Encoder
from qa.matching import match
from qa.patterns import lazy_re
from qa.question.single.reading import Reading
from qa.question.words.terms import Term
from qa.ranking import PreparedReport, Query, ScoredSentence
from qa.text import fold
from qa.types import SectionKind, Sentence

# A heading is on a topic by half of its words, or by likeness. On two invented reports, ten topics and 44 headings, headings on
# the topic stand at 0.47 and more, those on another at 0.43 and less.
_HEADED, _ALIKE = 0.45, 0.45
_HOLDS = 0.6  # share of a topic's words that a sentence outside its section must hold
_NUMBERED = lazy_re(r"^[\s(（]*(?:第?[一二三四五六七八九十\d]+(?:[.．]\d+)*)(?:部分|[章节])?[)）、.．\s]*")
# Rows of tables, their captions, and what leads to them: "各季度案件数量表", "办案情况如下".
ROW = lazy_re(r"^\s*\||^[^。]{2,30}(?:表|如下)[:：。]?$")
_HAN = lazy_re(r"[\u4e00-\u9fffA-Za-z]")
# Words that name no topic in a report on law-based government as a whole.
_WHOLE = lazy_re(
    r"法治政府建设|法治建设|依法行政|法治政府|工作|方面|情况|年度|全年|报告|总结|主要|相关|有关|具体|以及|什么|哪些|如何|怎么|[了过的得有是为在和与]"
)


def without_frame(reading: Reading, frame: re.Pattern[str]) -> Reading:
    """Take the words off a question that say what is wanted, so that only its topic is left.

    Args:
        reading: The question.
        frame: Words that name no topic.

    Returns:
        The question with the other terms and words; no terms where it names no topic.
    """
    terms = tuple(
        t for t in reading.terms if len(_HAN.findall(_WHOLE.sub("", frame.sub("", t.text)))) > 1 or t.required
    )
    return replace(reading, terms=terms, content=frame.sub(" ", reading.content))


# "行政复议法、突发事件应对法等集中学法": a law by its name tells nothing of the cases
_LAW = r"(?:法|条例)(?![治制律定院庭规人官务援])"


def without_laws(
    ranked: Sequence[ScoredSentence], terms: Sequence[Term], content: str
) -> list[ScoredSentence]:
    """Drop the sentences that hold the topic only in the name of a law: 学习行政复议法 for 行政复议.

    Args:
        ranked: Sentences, the best first.
        terms: Terms of the question.
        content: The question; one on a law or on learning keeps them.

    Returns:
        The others, or all where none is left.
    """
    if re.search(rf"{_LAW}|学法|学习|法治", content):
        return list(ranked)
    forms = sorted({form for t in terms if t.concept for form, _ in t.forms}, key=len, reverse=True)
    if not forms:
        return list(ranked)
    named = re.compile("|".join(map(re.escape, forms)))
    by_law = re.compile(f"(?:{named.pattern}){_LAW}")

    def told(scored: ScoredSentence) -> bool:
        text = scored.report.folded[scored.index]
        return by_law.search(text) is None or named.search(by_law.sub("|", text)) is not None

    return [s for s in ranked if told(s)] or list(ranked)


# "根据《…督察工作规定》，现将有关情况报告如下。": it names a document and tells nothing.
_OPENS_REPORT = lazy_re(r"(?:现将|现就)[^,，。]{0,24}(?:如下|公布|公告|汇报|报告)[。:：]?\s*$")
_REST = 20


# "有关情况表:市本级:收到复议申请538件;审结441件": a row of a table.
_CELLS = lazy_re(r"(?:^|:)[^:;,。|]{2,24}:[^:;,。\d]{1,20}[\d.]+[^:;,。]{0,4};")


def prose_first(ranked: Sequence[ScoredSentence]) -> list[ScoredSentence]:
    """Leave the rows of tables out where sentences tell of a topic: a summary is no table.

    Args:
        ranked: Sentences, the best first.

    Returns:
        The sentences in prose; all where there are none.
    """
    return [s for s in ranked if not _CELLS.search(s.report.folded[s.index])] or list(ranked)


# "主要指标如下表。" tells nothing itself.
_SHOWS_TABLE = lazy_re(r"(?:如下表?|见下表|下表所示|见附[表件])(?:所示)?[。:：]?$")


_SAYS_ALL, _LONG_OPENING = 0.95, 60


def telling(ranked: Sequence[ScoredSentence], *, of_fact: bool = False) -> list[ScoredSentence]:
    """Drop the sentences that only open a report or point at a table.

    Args:
        ranked: Sentences, the best first.
        of_fact: Whether one fact is asked for, which an opening may tell in so many words: 为打造某示范区提供法治保障.

    Returns:
        The others.
    """

    def opens(scored: ScoredSentence) -> bool:
        text = scored.report.report.sentences[scored.index].text
        if of_fact and scored.coverage >= _SAYS_ALL and len(text) > _LONG_OPENING:
            return False
        if _SHOWS_TABLE.search(text):
            return True
        opening = _OPENS_REPORT.search(text)
        return opening is not None and len(re.sub(r"《[^》]*》", "", text[: opening.start()])) < _REST

    return [s for s in ranked if not opens(s)]


def bare(words: str) -> str:
    """Take the number off a heading.

    Args:
        words: A heading as printed.

    Returns:
        Its words.
    """
    return _NUMBERED.sub("", words).strip()


def heading_on(
    query: Query, prepared: PreparedReport, encoder: Encoder, sections: Sequence[SectionKind]
) -> tuple[str, ...]:
    """Find the heading that is on a topic.

    Args:
        query: The topic.
        prepared: The report.
        encoder: Encoder of the library.
        sections: Kinds of sections to look into.

    Returns:
        Its path, the outermost heading first, or ().
    """
    paths = dict.fromkeys(
        s.heading[:depth]
        for s in prepared.report.sentences
        if s.section in sections
        for depth in range(1, len(s.heading) + 1)
    )
    if not paths or not query.terms:
        return ()
    alike = encoder.encode([bare(path[-1]) or path[-1] for path in paths]) @ query.vector
    total = sum(t.weight for t in query.terms)
    found: list[tuple[float, tuple[str, ...]]] = []
    for path, likeness in zip(paths, alike, strict=True):
        held = sum(t.weight * match(t, fold(path[-1])) for t in query.terms) / total
        if held >= _HEADED or likeness >= _ALIKE:
            found.append((held + float(likeness), path))
    return max(found, key=lambda item: item[0], default=(0.0, ()))[1]


def sentences_on(
    query: Query,
    prepared: PreparedReport,
    encoder: Encoder,
    ranked: Sequence[ScoredSentence],
    sections: Sequence[SectionKind] = (SectionKind.RESULT, SectionKind.DUTY),
) -> list[Sentence]:
    """List the sentences on a topic, the best first: those of its section, and others that hold its words.

    Args:
        query: The topic.
        prepared: The report.
        encoder: Encoder of the library.
        ranked: Its sentences as ranked for the topic.
        sections: Kinds of sections to look into.

    Returns:
        The sentences, rows of tables left out.
    """
    sentences = prepared.report.sentences
    if not any(s.section in sections for s in sentences):  # a report without headings over its results
        sections = (SectionKind.INTRO,)
    path = heading_on(query, prepared, encoder, sections)
    told = [sentences[s.index] for s in ranked if sentences[s.index].section in sections]
    told = [s for s in told if not ROW.match(s.text) and len(s.text) > _SHORT]
    holding = [s for s in told if _share(query.terms, prepared.folded[s.index]) >= _HOLDS]
    under = [s for s in told if path and s.heading[: len(path)] == path]
    both = [s for s in holding if s in under]
    return list({s.index: s for s in (*both, *holding, *under)}.values())


def holds_all(terms: Sequence[Term], text: str) -> bool:
    """Tell whether a text holds every word of a topic.

    Args:
        terms: Terms of the topic.
        text: A folded text.

    Returns:
        True where it does.
    """
    return all(match(t, text) >= _HOLDS for t in terms)


_SHORT = 10  # 现将情况报告如下 and captions of tables tell nothing


def _share(terms: Sequence[Term], text: str) -> float:
    """Give the share of the terms, by weight, that a text holds."""
    return sum(t.weight * match(t, text) for t in terms) / (sum(t.weight for t in terms) or 1.0)
