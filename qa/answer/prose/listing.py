"""Answers which: the sentence that lists things, the items of a section, or every sentence that speaks of a topic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain, trim
from qa.answer.prose.fact import add_statement
from qa.answer.prose.leads import leads_of
from qa.numerals import parse_chinese
from qa.patterns import lazy_re
from qa.question.words.terms import Term
from qa.ranking import PreparedReport, ScoredSentence
from qa.reading.orders import is_order
from qa.text import fold
from qa.types import AnswerKind, Report, SectionKind, Sentence

# A list may be longer than a fact: an enumeration cut short is a wrong answer.
_WHOLE = 320
_SECTION_ROOM = 900  # characters of a whole section
_ITEMS_ROOM = 1600  # and of one told sentence by sentence
_BARE = 8  # characters of a heading of the plans that tells nothing by itself: 抓示范带动
_PART_HEAD = lazy_re(r"^\s*第[一二三四五六七八九十]+部分[^。]{0,24}$")
_SHORTEST_POINT = 4
_FEWEST_TOPS = 3  # 一、党建引领 … 六、普法宣传: what was done, where no heading stands over them all
_FURTHER = (
    0.86  # share of the best score that a further sentence needs; measured in docs/design/006-ranking.md
)
_ENUMERATION = lazy_re(
    r"、[^、。;；]+、|《[^》]+》[^。]*《|一是|①|(?:等|共)\d+[个项类大]|分别|包括|“[^”]+”[“、]"
)
_ITEM = lazy_re(r"(?:[一二三四五六七八九十]+是|[（(][一二三四五六七八九十\d]+[)）]|[①-⑳])")
# "虽取得一定成效，但仍存在一些问题和不足。" leads to the points and is none.
_ADMITS_ONLY = lazy_re(
    r"^(?!.*(?:如|一是|主要(?:是|表现)|体现在)).*(?:一些|一定|不少|以下|如下|诸多|许多)(?:的)?(?:问题|不足|差距|短板|薄弱环节|困难)"
    r"(?:和|与|及|、|以及|问题|不足|差距|短板|薄弱环节|困难)*[,，:：;；。]?$"
    r"|^(?!.*(?:如|一是)).{0,20}(?:几|一些|以下|不少)个?方面(?:仍|还|尚)?(?:需要?|有待|亟待)(?:进一步)?(?:改进|加强|提升|完善|提高)[,，:：;；。]?$",
    re.DOTALL,
)
# "专此报告。", "特此汇报。": how a report closes, under the heading of its plans
_CLOSING = lazy_re(
    r"^\s*(?:专此|特此|此致|以上(?:报告|汇报)?)[,，]?(?:报告|汇报|报请审[阅示议]|请予?审[阅示议])?[。.!]?\s*$"
)
_NUMBERING = lazy_re(
    r"^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+(?:[.．]\d+)+|\d+[.、．])\s*"
)


def list_bonus(text: str) -> float:
    """Score whether a sentence enumerates: 0.10 if it does, else 0."""
    return 0.10 if _ENUMERATION.search(text) else 0.0


# "哪四类重点人群": a sentence that only repeats 四类重点人群 lists none of them.
_WHICH_OF = lazy_re(
    r"哪(?P<n>[两二三四五六七八九十]|十[一二三四五六七八九]|\d{1,2})(?P<of>[个类项种大条批家方]+(?:方面)?)(?P<thing>[\u4e00-\u9fff]{2,4})"
)
_JOINED = lazy_re(r"[”\"]\s?[“\"]|[、①-⑳:：（(—]|[和及与](?!谐|解|格|时)|[一二三四五六七八九十]是|[；;]")
_HEAD_OF_THING = 2


def only_repeats(scored: ScoredSentence, content: str) -> bool:
    """Tell whether a sentence only repeats how many things a question asks the names of: 聚焦四类重点人群创新普法.

    Args:
        scored: The sentence that fits best.
        content: The question.

    Returns:
        True where it prints the number with the thing and joins fewer parts than that, nor does an item follow it.
    """
    asked = _WHICH_OF.search(re.sub(r"\s", "", fold(content)))
    if asked is None:
        return False
    n = int(asked["n"] if asked["n"].isdigit() else parse_chinese(asked["n"]) or 0)
    text = scored.report.folded[scored.index]
    counted = {asked["n"], str(n), asked["n"].replace("两", "二")}
    thing = asked["thing"][:_HEAD_OF_THING]
    if not any(re.search(rf"{c}\s?{asked['of']}{thing}", text) for c in counted):
        return False
    sentences = scored.report.report.sentences
    behind = sentences[scored.index + 1 : scored.index + 2]
    follows = any(_ITEM.match(s.text.lstrip()) for s in behind) and _ITEM.match(text) is None
    return len(_JOINED.findall(text)) < n - 1 and not follows


def answer_list(ranked: Sequence[ScoredSentence], terms: tuple[Term, ...]) -> Draft:
    """Compose a list from the sentences that answer best.

    Args:
        ranked: Sentences of one report, the best first.
        terms: Terms of the question.

    Returns:
        The draft: the best sentence whole, and further ones that answer nearly as well.
    """
    draft = Draft(AnswerKind.LIST)
    best = ranked[0]
    report = best.report.report
    chosen = [best] + [
        s for s in ranked[1:4] if s.score >= _FURTHER * best.score and s.coverage >= 0.9 * best.coverage
    ]
    chosen.sort(key=lambda s: s.index)
    meta, room = report.meta, _WHOLE
    for position, scored in enumerate(chosen):
        sentence = report.sentences[scored.index]
        if position and len(sentence.text) > room:
            continue
        prefix = "- " if len(chosen) > 1 else ""
        if len(sentence.text) <= _WHOLE:
            marker = draft.cite_sentence(report, scored.index)
            draft.lines.append(
                say.FACT(prefix, meta.place, meta.year, "", plain(trim(sentence.text)), marker)
            )
        else:
            add_statement(draft, report, scored.index, terms, "name", prefix=prefix)
        room -= len(sentence.text)
    return draft


def answer_section(prepared: PreparedReport, section: SectionKind, kind: AnswerKind) -> Draft | None:
    """Compose the points of a section: its sub-headings, its 一是 items, or its sentences.

    Args:
        prepared: The report.
        section: Which sections.
        kind: LIST or SUMMARY.

    Returns:
        The draft, or None where the report has no such section. Results without headings are told by what their paragraphs
        open with.
    """
    report = prepared.report
    draft = Draft(kind)
    headings = _headings(report, section)
    if section is SectionKind.PLAN and len(headings) > 1 and all(_is_bare(report, *h) for h in headings):
        return answer_items(prepared, section)
    outline = _outline(report) if section is SectionKind.RESULT and not headings else []
    for span in outline:
        _add_heading(draft, report, span)
    if not outline:
        _add_points(draft, report, section, headings)
    if not draft.lines:
        return None
    draft.lines.insert(0, say.SECTION(report.meta.place, report.meta.year, say.SECTIONS[section.value]))
    return draft


def _is_bare(report: Report, start: int, end: int) -> bool:
    """Tell whether a heading is too short to tell what is meant: （一）抓示范带动."""
    return len(_NUMBERING.sub("", report.text[start:end]).strip("。 ")) <= _BARE


def answer_items(prepared: PreparedReport, section: SectionKind) -> Draft | None:
    """Compose a section sentence by sentence, each under its heading: what a list of headings leaves out, such as reasons.

    Args:
        prepared: The report.
        section: Which sections.

    Returns:
        The draft, or None where the report has no such section.
    """
    report = prepared.report
    draft = Draft(AnswerKind.LIST)
    room = _ITEMS_ROOM
    waiting = sorted(_headings(report, section))
    for sentence in report.sentences:
        heads = _ADMITS_ONLY.search(sentence.text) or _PART_HEAD.match(sentence.text)
        if sentence.section is not section or heads or room <= 0:
            continue
        while waiting and waiting[0][0] < sentence.start:
            room -= _add_heading(draft, report, waiting.pop(0))
        room -= _add_pieces(draft, report, sentence)
    if not draft.lines:
        return None
    draft.lines.insert(0, say.SECTION(report.meta.place, report.meta.year, say.SECTIONS[section.value]))
    return draft


def _outline(report: Report) -> list[tuple[int, int]]:
    """Find what tells the results of a report that has no heading over them all: its top headings, or how paragraphs open."""
    tops = _headings(report, SectionKind.RESULT, depth=1)
    return tops if len(tops) >= _FEWEST_TOPS else [(s.start, s.end) for s in leads_of(report)]


def _add_points(draft: Draft, report: Report, section: SectionKind, headings: list[tuple[int, int]]) -> None:
    """Add the points of a section in order: its sub-headings, and the sentences that stand under none."""
    room = _SECTION_ROOM
    waiting = sorted(headings)
    headed = {report.text[start:end] for start, end in headings} if len(headings) > 1 else set()
    for sentence in report.sentences:
        if sentence.section is not section or _ADMITS_ONLY.search(sentence.text):
            continue
        if _CLOSING.match(sentence.text):
            continue
        while waiting and waiting[0][0] < sentence.start:
            room -= _add_heading(draft, report, waiting.pop(0))
        if (len(sentence.heading) > 1 and sentence.heading[1] in headed) or (
            headed and len(sentence.heading) > 1
        ):
            continue
        if room > 0 and not (headed and not _ITEM.match(sentence.text)):
            room -= _add_pieces(draft, report, sentence)
    for span in waiting:
        _add_heading(draft, report, span)


def _add_heading(draft: Draft, report: Report, span: tuple[int, int]) -> int:
    """Add a sub-heading as a point; give the characters used."""
    words = _NUMBERING.sub("", " ".join(report.text[slice(*span)].split()))
    draft.lines.append(say.POINT(plain(trim(words)), draft.cite(report, *span)))
    return len(words)


def _add_pieces(draft: Draft, report: Report, sentence: Sentence) -> int:
    """Add a sentence as a point, or each 一是 item in it; give the characters used."""
    starts = [m.start() for m in _ITEM.finditer(sentence.text)]
    cuts = (
        [0, *[s for s in starts if s > 0], len(sentence.text)] if len(starts) > 1 else [0, len(sentence.text)]
    )
    used = 0
    for a, b in pairwise(cuts):
        piece = trim(sentence.text[a:b])
        if len(piece) >= _SHORTEST_POINT:
            marker = draft.cite(report, sentence.start + a, sentence.start + b, sentence)
            draft.lines.append(say.POINT(plain(piece), marker))
            used += len(piece)
    return used


def _headings(report: Report, section: SectionKind, depth: int = 2) -> list[tuple[int, int]]:
    """Find the spans of the headings of a section, of the second level unless told otherwise."""
    found: list[tuple[int, int]] = []
    for passage in report.passages:
        if passage.body or passage.section is not section or len(passage.heading) < depth:
            continue
        text = report.text[passage.start : passage.end]
        at = text.find(passage.heading[-1])
        if at >= 0 and len(passage.heading) == depth and not is_order(passage.heading[-1]):
            found.append((passage.start + at, passage.start + at + len(passage.heading[-1])))
    return found
