"""Answers which figures a report gives on a topic, or at all: every one of them, in the sentence that prints it.

Nothing is chosen but by the words of the topic, so that a reader who collects data misses none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain, trim
from qa.answer.prose.fact import OPENING, add_statement
from qa.ledger.catalogue import load_catalogue
from qa.ledger.mention import LEAD, Mention
from qa.ledger.observation import Kind, Observation, observations
from qa.matching import best_zone, match
from qa.patterns import lazy_re
from qa.question.words.terms import Term
from qa.ranking import PreparedReport
from qa.text import fold
from qa.types import AnswerKind, Report, SectionKind

# "行政复议的全部数据", "有哪些跟调解有关的数字", "主要指标列一下"
_ALL = lazy_re(
    r"(?:全部|所有|各项|各类|相关|有关|主要|重要|关键|核心|哪些|什么|具体)的?[^,。?]{0,8}?(?:数据|数字(?![化政法经赋治平人乡中城证监孪技素])|数值|指标|统计数?字?)"
    r"|(?:数据|数字|数值|指标)(?:都)?(?:有哪些|有什么|一览|汇总|清单|列一?下|列出来?|全部|都列)"
    r"|(?:列|报|给|摘|整理|汇总)(?:出|一下|一列|我)[^,。?]{0,12}(?:数据|数字|指标)(?=[?。!]*$)"
)
# Words of such a question that name no topic.
_FRAME = lazy_re(
    r"数据|数字|数值|指标|统计|全部|所有|主要|重要|关键|核心|相关|有关|各项|各类|一览|汇总|清单|整理|披露|公布|报告|量化|跟|看"
)
_HELD = 0.5  # how strongly a word of the topic must own a figure, as in ``qa.ranking.REQUIRED``
_MOST = 12  # sentences; more is no answer but the report


def asks_all(content: str) -> bool:
    """Tell whether a question asks for all figures on a topic.

    Args:
        content: The question, its places and years blanked.

    Returns:
        True for 行政复议的全部数据.
    """
    return _ALL.search(content) is not None


def topic_terms(terms: Sequence[Term]) -> tuple[Term, ...]:
    """Keep the terms that name the topic.

    Args:
        terms: Terms of a question for all figures.

    Returns:
        Those that do; none where the whole report is meant.
    """
    return tuple(t for t in terms if _FRAME.sub("", t.text))


def answer_digest(prepared: PreparedReport, terms: Sequence[Term]) -> Draft | None:
    """Compose the answer: each sentence with a figure that the topic owns, in the order of the report.

    Args:
        prepared: The report.
        terms: Terms of the topic; without any, the figures that bear an indicator of the ledger.

    Returns:
        The draft, or None where the report gives no such figure.
    """
    report = prepared.report
    if terms:
        held = [m for m in prepared.mentions if all(_owns(t, m) for t in terms)]
        indices = [m.sentence for m in held]
    else:
        indices = [o.sentence for o in observations(report) if o.indicator]
    told = [i for i in dict.fromkeys(indices) if report.sentences[i].section is not SectionKind.PLAN]
    if not told:
        return None
    draft = Draft(AnswerKind.LIST)
    for index in sorted(told[:_MOST] if terms else _fullest(told, indices)):
        add_statement(draft, report, index, tuple(terms), "", prefix="- " if len(told) > 1 else "")
    return draft


# What a reader of any report looks for first, in the order of the genre; a key figure a line.
_KEY = tuple(
    "reconsideration-received reconsideration-accepted reconsideration-concluded reconsideration-direct-correction-rate"
    " litigation-first-instance litigation-lost litigation-loss-rate attendance-rate review-total"
    " penalty-cases enterprise-inspections no-penalty-cases enforcement-certificates aid-cases mediation-cases"
    " mediation-success-cases mediation-success-rate notary-cases online-rate law-publicity-events law-savvy-people".split()
)
_KEYS = 8
_TELLING = 6  # characters before a figure that name what it counts: 收到行政复议申请89件, and not 受理82件


def add_key_figures(draft: Draft, report: Report) -> None:
    """Add the figures of the whole place that readers look for first, each in its own clause.

    Args:
        draft: A summary.
        report: The report; nothing is added where it gives none of them.
    """
    first: dict[str, Observation] = {}
    for seen in observations(report):
        if seen.kind is Kind.RESULT and seen.whole and not seen.part and seen.year == report.meta.year:
            first.setdefault(seen.indicator, seen)
    held = [first[name] for name in _KEY if name in first][:_KEYS]
    names = {indicator.id: indicator.name for indicator in load_catalogue().indicators}
    if held:
        draft.lines.append(say.KEY_FIGURES(report.meta.place, report.meta.year))
    for seen in held:
        sentence = report.sentences[seen.sentence]
        marker = draft.cite(report, seen.quote_start, seen.quote_end, sentence)
        words = trim(OPENING.sub("", report.text[seen.quote_start : seen.quote_end]))
        named = words if seen.start - seen.quote_start >= _TELLING else f"{names[seen.indicator]}：{words}"
        draft.lines.append(say.POINT(plain(named), marker))


_ROWS = 40  # of a table; more is no answer but the report
_NAMES_ITSELF = 5  # characters of a label that say what is counted without the words that lead to it
_LONGEST_LEAD = 14
_PAST = lazy_re(
    r"[;；:：。]|按[^,，]{1,6}分"
)  # what led to one row of figures leads to no other: 按对象分，企业241件
_ROW_ENDS = lazy_re(r"[;。]")
_SAID_OF = lazy_re(r"中?(?:仍|还|已|均|全部|全面|有|开展|进行|完成|参加).*$")  # 32个乡镇中仍有5个
_NO_NAME = lazy_re(
    r"(?:免费|共|分别|已|全[省市县区州旗镇])?(?:为|将|对|向|由|有|共|达|与|和|在|仍有|另有|还有|对保留的)?"
)


def answer_grid(prepared: PreparedReport, terms: Sequence[Term]) -> Draft | None:
    """Compose a table of figures, for who asked for one: a row a figure, named by the report's own words.

    Args:
        prepared: The report.
        terms: Terms of the topic; without any, the figures that bear an indicator of the ledger.

    Returns:
        The draft, or None where the report gives no such figure.
    """
    report = prepared.report
    told = [m for m in prepared.mentions if report.sentences[m.sentence].section is not SectionKind.PLAN]
    if terms:
        owned = [m for m in told if all(_owns(t, m) for t in terms)]
        chosen = _with_parts(owned, told, prepared) or [m for m in told if _owns_in_part(terms, m, prepared)]
    else:
        listed = {o.start for o in observations(report) if o.indicator}
        chosen = [m for m in told if report.sentences[m.sentence].start + m.quantity.start in listed]
    draft = Draft(AnswerKind.LIST)
    rows: list[str] = []
    for mention in chosen:
        name = _name_of(mention, report.sentences[mention.sentence].text)
        if not name:
            continue
        marker = draft.cite_mention(report, mention)
        rows.append(say.GRID_ROW(plain(name), plain(mention.quantity.printed), marker))
        if len(rows) == _ROWS and mention is not chosen[-1]:
            rows.append("")
            rows.append(say.GRID_CUT)
            break
    if not rows:
        return None
    of = say.PLACE_YEAR(report.meta.place, report.meta.year)
    draft.lines = [say.GRID(of), "", say.GRID_HEAD, "|---|---|", *rows]
    return draft


def _name_of(mention: Mention, text: str) -> str:
    """Name what a figure counts: 收到行政复议申请; 按领域分：建筑市场 where its own words are few."""
    if mention.column:
        return f"{mention.row} {mention.column}".strip() if mention.row else mention.column
    name = trim(mention.thing or mention.label)
    if name.count("”") > name.count("“"):  # cut inside a name in marks
        name = trim(text[mention.clause[0] : mention.quantity.start])
    if _NO_NAME.fullmatch(name):
        return trim(_SAID_OF.sub("", mention.noun)) or name
    lead = next((trim(words) for weight, words in mention.zones if weight == LEAD), "")
    at = fold(text).find(lead)
    behind = fold(text)[at + len(lead) : mention.quantity.start] if at >= 0 else ""
    near = behind[:1] in {",", ":"} and not _PAST.search(
        behind[1:]
    )  # it leads to what follows it, and ends there
    short = len(name) < _NAMES_ITSELF and 0 < len(lead) <= _LONGEST_LEAD
    return f"{lead}：{name}" if short and near and not re.search(r"\d", lead) else name


def _with_parts(owned: Sequence[Mention], told: Sequence[Mention], prepared: PreparedReport) -> list[Mention]:
    """Add the figures whose few words lean on an owned one before them in its row: 一审案件246件，败诉17件."""
    chosen: list[Mention] = []
    for mention in told:
        before = chosen[-1] if chosen else None
        leans = (
            before is not None
            and before.sentence == mention.sentence
            and len(mention.label) < _NAMES_ITSELF
            and not _ROW_ENDS.search(
                prepared.folded[mention.sentence][before.quantity.end : mention.quantity.start]
            )
        )
        if mention in owned or leans:
            chosen.append(mention)
    return chosen


def _owns_in_part(terms: Sequence[Term], mention: Mention, prepared: PreparedReport) -> bool:
    """Tell whether a figure owns a word of the topic and the sentence before it tells the others: 作出处罚287件。按领域分，…."""
    owned = [t for t in terms if _owns(t, mention)]
    before = prepared.folded[mention.sentence - 1] if mention.sentence else ""
    return bool(owned) and all(t in owned or match(t, before) >= _HELD for t in terms)


def _owns(term: Term, mention: Mention) -> bool:
    """Tell whether a word of the topic owns a figure, by its own words or those that lead to it."""
    return best_zone(term, mention, LEAD) >= _HELD


def _fullest(told: Sequence[int], indices: Sequence[int]) -> list[int]:
    """Choose the sentences with most figures of the ledger."""
    figures = Counter(indices)
    return sorted(told, key=lambda i: -figures[i])[:_MOST]
