"""Sums up a report or a topic: headings or telling sentences, each cited; nothing is rephrased."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain, trim
from qa.answer.prose.digest import add_key_figures
from qa.answer.prose.fact import OPENING, add_statement, telling_span
from qa.answer.prose.listing import answer_section
from qa.matching import match
from qa.message import changed
from qa.patterns import lazy_re
from qa.question.words.terms import Term
from qa.ranking import PreparedReport, ScoredSentence
from qa.text import fold
from qa.types import AnswerKind, Report, SectionKind, Sentence

_SENTENCES = 6
_MOST_POINTS = 12
_PER_ITEM = 2  # sentences of each 一是 item
_HEADING_SHARE = 0.45  # share of the terms that a heading must hold; measured in docs/design/006-ranking.md
# and of its coverage, or likeness alone would draw in what only sounds alike (citation precision on dev 91.2 -> 91.6)
_NEAR_WORDS = 0.6
# A sentence this short, without figure or name, opens what follows; told together they take one citation.
_OPENING_LENGTH = 30
_TELLS = lazy_re(r"\d|《")
_RUN = 6  # characters that a question must share with a heading in one run
_COMMON = lazy_re(r"法治政府建设?|依法治[市县区]|工作")  # stand in any heading
_ITEM = lazy_re(r"[一二三四五六七八九十]+是|[(（][一二三四五六七八九十\d]+[)）]")
# Sentences of an item told whole (with 6 two answers more cite what was not asked, with 3 a summary is lost); how well its name
# must hold each word.
_ITEM_SENTENCES, _NAMED = 4, 0.6
# "行政应诉情况说说": suits at first instance, who came to court and what was lost stand in sentences of their own.
_SUITS = frozenset({"行政应诉", "行政诉讼", "应诉"})
_OF_SUITS, _MOST_SUITS = lazy_re(r"行政诉讼|应诉|一审|败诉|出庭"), 4
_LED = 8  # items behind a sentence that opens them with a colon
_NEAR_BEST = 0.6  # share of the best score; a summary may go further than a fact


def answer_topic(ranked: Sequence[ScoredSentence], terms: tuple[Term, ...]) -> Draft:
    """Sum up what one report says of a topic.

    Args:
        ranked: Its sentences, the best first.
        terms: Terms of the question.

    Returns:
        The draft: up to four sentences in the order of the report.
    """
    draft = Draft(AnswerKind.SUMMARY)
    best = ranked[0]
    chosen = [
        s
        for s in ranked[:_SENTENCES]
        if s.score >= _NEAR_BEST * best.score and s.coverage >= _NEAR_WORDS * best.coverage
    ]
    report = best.report.report
    indices = {s.index for s in chosen}
    indices |= set(_rest_of_items(best.report, sorted(indices), terms))
    indices |= {item for index in sorted(indices) for item in _led(report, index)}
    if len(terms) == 1 and terms[0].text in _SUITS:
        indices |= set(_on_suits(best.report))
    prefix = "- " if len(indices) > 1 else ""
    told = -1
    for index in sorted(indices):
        if index > told:
            told = _add_point(draft, report, index, terms, prefix)
    if len(draft.lines) == 1:  # an opening and what follows it stand in one line
        draft.lines[0] = changed(draft.lines[0], lambda words: words.removeprefix("- "))
    return draft


def _on_suits(prepared: PreparedReport) -> list[int]:
    """List the first sentences that give figures of lawsuits against the administration."""
    told = zip(prepared.report.sentences, prepared.folded, strict=True)
    left = {SectionKind.PLAN, SectionKind.PROBLEM}
    found = [
        s.index
        for s, text in told
        if s.section not in left and _OF_SUITS.search(text) and any(c.isdigit() for c in text)
    ]
    return found[:_MOST_SUITS]


def _rest_of_items(prepared: PreparedReport, chosen: Sequence[int], terms: Sequence[Term]) -> list[int]:
    """List the other sentences of the items that name the topic: 三是安置帮教继续深化。 and all that goes on with it.

    An item is what stands under a 一是 or, where there is none, under a heading; a long one is left to its best sentences.
    """
    sentences = prepared.report.sentences
    further: list[int] = []
    behind = [i + 1 for i in chosen if i + 1 < len(sentences) and _heads(sentences[i], sentences[i + 1])]
    for item in dict.fromkeys(_item_of(sentences[i]) for i in (*chosen, *behind)):
        name = fold(item[1] or "".join(item[0][-1:]))
        under = [s.index for s in sentences if _item_of(s) == item]
        if len(under) <= _ITEM_SENTENCES and all(match(t, name) >= _NAMED for t in terms):
            further += under
    return further


def _led(report: Report, index: int) -> list[int]:
    """List the items that a sentence opens with a colon: 2025年要做好四件事：一要…；二要…."""
    opening = report.sentences[index]
    if not opening.text.rstrip().endswith(("：", ":")):
        return []
    items = []
    for sentence in report.sentences[index + 1 : index + 1 + _LED]:
        beside = sentence.passage == opening.passage or OPENING.match(sentence.text)
        if sentence.heading != opening.heading or not beside:
            break
        items.append(sentence.index)
    return items


def _heads(opening: Sentence, after: Sentence) -> bool:
    """Tell whether a sentence is the 一是 under which the next one stands."""
    return bool(after.lead) and trim(opening.text) == trim(after.lead)


def _item_of(sentence: Sentence) -> tuple[tuple[str, ...], str]:
    """Give the item that a sentence stands in: its heading and its 一是."""
    return sentence.heading, sentence.lead


def _add_point(draft: Draft, report: Report, index: int, terms: tuple[Term, ...], prefix: str) -> int:
    """Add a sentence; one that only opens what follows (持续抓好安全生产工作。) goes in one line with the next.

    Returns the index of the last sentence that was told.
    """
    opening = report.sentences[index]
    if only_opens(report, index):
        after = report.sentences[index + 1]
        start, end = telling_span(after.text, terms, "")
        if start == 0:
            marker = draft.cite(report, opening.start, after.start + end)
            plan = say.NEXT_STEPS if opening.section is SectionKind.PLAN else ""
            words = f"{plain(trim(OPENING.sub('', opening.text)))}：{plain(trim(after.text[:end]))}"
            draft.lines.append(say.FACT(prefix, report.meta.place, report.meta.year, plan, words, marker))
            return index + 1
    add_statement(draft, report, index, terms, "", prefix=prefix)
    return index


def only_opens(report: Report, index: int) -> bool:
    """Tell whether a sentence says only what the next one, right behind it, is about.

    Args:
        report: The report.
        index: Index of the sentence.

    Returns:
        True for 加快推动“公证+”服务提档升级。
    """
    if index + 1 >= len(report.sentences):
        return False
    opening, after = report.sentences[index], report.sentences[index + 1]
    short = len(opening.text) <= _OPENING_LENGTH and not _TELLS.search(opening.text)
    beside = opening.heading == after.heading and opening.section is after.section
    return (
        short
        and beside
        and not report.text[opening.end : after.start].strip(" \u3000")
        and not _ITEM.match(after.text)
    )


def answer_report(prepared: PreparedReport) -> Draft:
    """Sum up a whole report: what was done, what falls short, what comes next.

    Args:
        prepared: The report.

    Returns:
        The draft: the points of each section, or the first sentences of a report without headings.
    """
    draft = Draft(AnswerKind.SUMMARY)
    for section in (SectionKind.RESULT, SectionKind.PROBLEM, SectionKind.PLAN):
        part = answer_section(prepared, section, AnswerKind.SUMMARY)
        if part is None:
            continue
        draft.lines.append(part.lines[0])
        for citation in part.citations[:8]:
            marker = draft.cite(prepared.report, citation.start, citation.end)
            draft.lines.append(say.POINT(plain(trim(citation.quote)), marker))
    if draft.lines:
        add_key_figures(draft, prepared.report)
    else:
        report = prepared.report
        for sentence in report.sentences[:3]:
            marker = draft.cite_sentence(report, sentence.index)
            draft.lines.append(say.POINT(plain(trim(sentence.text)), marker))
    return draft


def heading_for(terms: Sequence[Term], prepared: PreparedReport) -> tuple[str, ...]:
    """Find the heading that names the topic of a question.

    Args:
        terms: Terms of the question.
        prepared: The report.

    Returns:
        Its path, or () where no heading holds most of the terms.
    """
    total = sum(t.weight for t in terms) or 1.0
    best: tuple[float, tuple[str, ...]] = (0.0, ())
    for path in dict.fromkeys(
        s.heading for s in prepared.report.sentences if s.section is SectionKind.RESULT and s.heading
    ):
        share = sum(t.weight * match(t, fold(path[-1])) for t in terms) / total
        best = max(best, (share, path), key=lambda item: item[0])
    return best[1] if best[0] >= _HEADING_SHARE else ()


def heading_in_words(content: str, prepared: PreparedReport) -> tuple[str, ...]:
    """Find the heading that shares the longest run of words with a question: 激发经营主体活力, asked beside 改善营商环境.

    Args:
        content: The question, its places and years blanked.
        prepared: The report.

    Returns:
        Its path, or () where none shares a run of six characters.
    """
    said = _COMMON.sub(" ", fold(content))
    best: tuple[int, tuple[str, ...]] = (_RUN - 1, ())
    for path in dict.fromkeys(
        s.heading for s in prepared.report.sentences if s.section is SectionKind.RESULT and s.heading
    ):
        head = fold(path[-1])
        match = SequenceMatcher(None, head, said, autojunk=False).find_longest_match()
        best = max(best, (len(head[match.a : match.a + match.size].strip()), path), key=lambda item: item[0])
    return best[1]


def answer_heading(prepared: PreparedReport, path: tuple[str, ...], terms: tuple[Term, ...]) -> Draft:
    """Sum up what stands under a heading: each 一是 item with what follows it.

    Args:
        prepared: The report.
        path: Path of the heading.
        terms: Terms of the question.

    Returns:
        The draft.
    """
    report = prepared.report
    draft = Draft(AnswerKind.SUMMARY)
    under = [s for s in report.sentences if s.heading == path]
    leads = {s.lead for s in under if s.lead}
    shown: Counter[str] = Counter()
    told = -1
    for sentence in under:
        opens_item = any(trim(sentence.text) == trim(lead) for lead in leads)
        if leads and not opens_item and shown[sentence.lead] >= _PER_ITEM:
            continue
        if not opens_item:
            shown[sentence.lead] += 1
        if sentence.index > told:
            told = _add_point(draft, report, sentence.index, terms, "- ")
            shown[sentence.lead] += told > sentence.index
        if len(draft.lines) >= _MOST_POINTS:
            break
    return draft
