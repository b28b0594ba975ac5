"""Chooses how a question is answered from the reports in scope, and composes the draft.

The order: facts of the report itself, comparisons, one figure, sections, lists, facts; silence where nothing answers.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from embeddings.encoder import Encoder
from qa.answer.compare import Side, answer_comparison, choose_jointly
from qa.answer.confidence import confidence
from qa.answer.document import answer_coverage, answer_document
from qa.answer.draft import Draft
from qa.answer.fact import add_statement, answer_fact, type_bonus
from qa.answer.listing import answer_list, answer_section, list_bonus
from qa.answer.number import answer_number
from qa.answer.refuse import ask_back, refuse_domain, refuse_silent
from qa.answer.summary import answer_report, answer_topic
from qa.quantity import find_quantities
from qa.question.conversation import Reading
from qa.question.intent import Task
from qa.ranking import PreparedReport, Query, ScoredMention, ScoredSentence, rank_mentions, rank_sentences
from qa.types import AnswerKind, Reason, ReportMeta, SectionKind

# Probabilities under which a report is held to be silent; more lenient for a part of a comparison (design section 7.10).
# Measured on dev: docs/design/007-refusal.md.
SURE, SURE_PART, SURE_FACT = 0.40, 0.30, 0.30
OPEN_MARGIN = 0.12
_RISE = re.compile(r"上升|增长|增加|提高|上涨|变多|多了|升高|涨")
_FALL = re.compile(r"下降|减少|降低|下跌|变少|少了|回落|跌")


class Responder:
    """Composes drafts from prepared reports."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def respond(self, reading: Reading, reports: Sequence[PreparedReport], metas: Sequence[ReportMeta], *, open_place: bool) -> tuple[Draft, Reason | None]:
        """Compose the draft of an answer.

        Args:
            reading: The question.
            reports: Prepared reports in scope, in the order of the question.
            metas: All reports of the library.
            open_place: Whether no place was named.

        Returns:
            The draft, and the reason where it refuses.
        """
        intent = reading.intent
        if intent.task is Task.COVERAGE:
            return answer_coverage(metas), None
        if intent.task is Task.DOCUMENT:
            return self._document(reading, reports, open_place=open_place)
        query = self._query(reading)
        if not reading.terms and not intent.section:
            return self._without_topic(reading, reports, metas, open_place=open_place)
        if intent.section and not _specific(reading):
            return self._section(reading, reports, query, open_place=open_place)
        if intent.task is Task.DISCLOSURE:
            return self._disclosure(query, reports, reading)
        comparing = intent.task in {Task.RANK, Task.DIFFERENCE, Task.COMPARE} or bool(intent.extreme)
        if len(reports) > 1 and (not open_place or comparing or reading.all_places):
            if comparing or intent.task is Task.NUMBER:
                return self._compare(query, reading, reports)
            return self._each(query, reading, reports)
        if len(reports) > 1:
            return self._open(query, reading, reports, metas)
        return self._one(query, reading, reports[0])

    def _query(self, reading: Reading) -> Query:
        """Make the question ready for ranking: its words, with official ones for everyday ones, embedded."""
        said = " ".join(form for term in reading.terms for form, _ in term.forms[: 3 if term.everyday else 1])
        vector = self._encoder.encode([said or reading.content], query=True)[0]
        held = reading.content + "|" + "|".join(form for term in reading.terms for form, _ in term.forms)
        return Query(reading.terms, reading.intent, held, vector)

    def _one(self, query: Query, reading: Reading, report: PreparedReport) -> tuple[Draft, Reason | None]:
        """Answer from one report."""
        intent = query.intent
        stated = find_quantities(reading.content) if intent.yes_no else []
        if intent.task is Task.DIFFERENCE:
            pair = self._inner_difference(query, reading, report)
            if pair is not None:
                return pair, None
        premise = self._premise(query, reading, report)
        if premise is not None:
            return premise, None
        if intent.task in {Task.NUMBER, Task.DIFFERENCE} or stated or (intent.task is Task.FACT and intent.change):
            best = self._sure_mention(query, report, SURE)
            if best is not None:
                draft = answer_number(best, topic_of(reading))
                if stated:
                    _confirm(draft, stated[0].amount == best.mention.quantity.amount)
                elif intent.change in {"rise", "fall"} and best.mention.change and best.mention.change != intent.change:
                    _correct(draft, best.mention.change)
                return draft, None
            if intent.task is Task.NUMBER or stated:
                return self._silent(query, reading, [report])
        if not intent.explicit:
            best = self._sure_mention(query, report, SURE)
            if best is not None and best.coverage > 0.6:
                return answer_number(best, topic_of(reading)), None
        ranked = self._sentences(query, report)
        if not ranked or confidence(ranked[0], query.terms) < SURE_FACT:
            return self._silent(query, reading, [report])
        if intent.task is Task.LIST:
            return answer_list(ranked, query.terms), None
        if intent.task is Task.SUMMARY:
            return answer_topic(ranked, query.terms), None
        return answer_fact(ranked[0], query.terms, intent.answer_type), None

    def _each(self, query: Query, reading: Reading, reports: Sequence[PreparedReport]) -> tuple[Draft, Reason | None]:
        """Answer from each of several reports, side by side."""
        draft = Draft(AnswerKind.COMPARISON)
        silent = []
        for report in reports:
            ranked = self._sentences(query, report)
            if ranked and confidence(ranked[0], query.terms) >= SURE_FACT:
                add_statement(draft, report.report, ranked[0].index, query.terms, query.intent.answer_type, prefix="- ")
            else:
                silent.append(f"{report.report.meta.place}{report.report.meta.year}年")
        if not draft.lines:
            return self._silent(query, reading, reports)
        if silent:
            draft.lines.append(f"{'、'.join(silent)}的报告未提及。")
        return draft, None

    def _open(self, query: Query, reading: Reading, reports: Sequence[PreparedReport], metas: Sequence[ReportMeta]) -> tuple[Draft, Reason | None]:
        """Answer without a named place: only where one report stands out; else ask back."""
        numeric = query.intent.task is Task.NUMBER
        found: list[tuple[float, float, PreparedReport]] = []
        for report in reports:
            best: ScoredMention | ScoredSentence | None
            ranked = rank_mentions(query, report, self._encoder) if numeric else None
            sentences = None if numeric else self._sentences(query, report)
            best = (ranked[0] if ranked else None) if numeric else (sentences[0] if sentences else None)
            if best is not None and confidence(best, query.terms) >= (SURE if numeric else SURE_FACT):
                found.append((best.coverage, best.score, report))
        if not found:
            known = any(t.known or t.everyday for t in query.terms)
            if not known or max((t.weight for t in query.terms if t.known or t.everyday), default=0) < 1.5:
                return refuse_domain(metas), Reason.OUT_OF_DOMAIN
            return self._silent(query, reading, reports)
        found.sort(key=lambda f: -f[1])
        if len(found) == 1 or found[0][1] - found[1][1] >= OPEN_MARGIN:
            return self._one(query, reading, found[0][2])
        choices = list(dict.fromkeys(f[2].report.meta.place for f in found))
        return ask_back(f"有{len(choices)}个地方的报告谈到“{topic_of(reading)}”，您问的是哪个地区", choices), Reason.AMBIGUOUS

    def _compare(self, query: Query, reading: Reading, reports: Sequence[PreparedReport]) -> tuple[Draft, Reason | None]:
        """Compare figures of several reports."""
        sides = []
        for report in reports:
            ranked = [s for s in rank_mentions(query, report, self._encoder)[:8] if confidence(s, query.terms) >= SURE_PART]
            sides.append(Side(report.report.meta, tuple(ranked)))
        if not any(side.candidates for side in sides):
            if query.intent.task is Task.COMPARE:
                return self._each(query, reading, reports)
            return self._silent(query, reading, reports)
        picks = choose_jointly(sides)
        return answer_comparison(sides, picks, query.intent, topic_of(reading)), None

    def _disclosure(self, query: Query, reports: Sequence[PreparedReport], reading: Reading) -> tuple[Draft, Reason | None]:
        """Tell which reports mention something, and which do not."""
        draft = Draft(AnswerKind.LIST)
        silent = []
        for report in reports:
            ranked = self._sentences(query, report)
            if ranked and confidence(ranked[0], query.terms) >= SURE_FACT and ranked[0].coverage >= 0.5:
                add_statement(draft, report.report, ranked[0].index, query.terms, "", prefix="- ")
            else:
                silent.append(report.report.meta.place)
        topic = topic_of(reading)
        if query.intent.absent:
            shown = f"未披露“{topic}”的有：{'、'.join(silent)}。" if silent else f"各份报告都提到了“{topic}”。"
            draft.lines.insert(0, shown)
        else:
            told = list(dict.fromkeys(c.place for c in draft.citations))
            if not told:
                return self._silent(query, reading, reports)
            draft.lines.insert(0, f"提到“{topic}”的有：{'、'.join(told)}。" + (f"未提到的有：{'、'.join(silent)}。" if silent else ""))
        return draft, None

    def _document(self, reading: Reading, reports: Sequence[PreparedReport], *, open_place: bool) -> tuple[Draft, Reason | None]:
        """Answer a question about the report itself."""
        if open_place and len(reports) > 1 and not reading.all_places:
            return ask_back("您问的是哪个地区的报告", [r.report.meta.place for r in reports]), Reason.AMBIGUOUS
        draft = answer_document([r.report for r in reports], reading.intent.document)
        if draft is not None:
            return draft, None
        return refuse_silent(reports, {"issuer": "发布机构", "date": "发布日期", "title": "标题"}.get(reading.intent.document, ""), (), ()), Reason.NOT_MENTIONED

    def _section(self, reading: Reading, reports: Sequence[PreparedReport], query: Query, *, open_place: bool) -> tuple[Draft, Reason | None]:
        """Answer with the points of a whole section."""
        if open_place and len(reports) > 1 and not reading.all_places:
            return ask_back("您问的是哪个地区的报告", list(dict.fromkeys(r.report.meta.place for r in reports))), Reason.AMBIGUOUS
        kind = AnswerKind.SUMMARY if reading.intent.task is Task.SUMMARY else AnswerKind.LIST
        drafts = [d for r in reports if (d := answer_section(r, SectionKind(reading.intent.section), kind))]
        if not drafts:
            return self._silent(query, reading, reports)
        return (drafts[0] if len(drafts) == 1 else _join(drafts, AnswerKind.COMPARISON)), None

    def _without_topic(self, reading: Reading, reports: Sequence[PreparedReport], metas: Sequence[ReportMeta], *, open_place: bool) -> tuple[Draft, Reason | None]:
        """Answer a question that names no topic: a summary of the report, or ask back what is meant."""
        if open_place:
            return refuse_domain(metas), Reason.OUT_OF_DOMAIN
        if reading.intent.task in {Task.SUMMARY, Task.LIST} or not reading.intent.explicit or reading.intent.answer_type == "how":
            drafts = [answer_report(r) for r in reports]
            return (drafts[0] if len(drafts) == 1 else _join(drafts, AnswerKind.SUMMARY)), None
        return ask_back("您想了解哪方面的内容", ["行政复议", "行政诉讼", "行政执法", "法律援助", "人民调解", "存在的不足", "下一步安排"]), Reason.AMBIGUOUS

    def _sure_mention(self, query: Query, report: PreparedReport, sure: float) -> ScoredMention | None:
        """Take the best figure of a report if it is likely the one asked for."""
        ranked = rank_mentions(query, report, self._encoder)
        return ranked[0] if ranked and confidence(ranked[0], query.terms) >= sure else None

    def _sentences(self, query: Query, report: PreparedReport) -> list[ScoredSentence]:
        """Rank the sentences of a report with what the task asks of them."""
        ranked = rank_sentences(query, report)
        intent = query.intent
        listing = intent.task is Task.LIST

        def bonus(scored: ScoredSentence) -> float:
            text = report.folded[scored.index]
            return type_bonus(intent.answer_type, text) + (list_bonus(text) if listing else 0.0)

        return sorted((replace(s, score=s.score + bonus(s)) for s in ranked), key=lambda s: -s.score)

    def _premise(self, query: Query, reading: Reading, report: PreparedReport) -> Draft | None:
        """Correct a question that takes a fall for a rise, or a rise for a fall."""
        asked = "rise" if _RISE.search(reading.content) else "fall" if _FALL.search(reading.content) else ""
        if not asked or query.intent.task is Task.NUMBER or bool(_RISE.search(reading.content)) == bool(_FALL.search(reading.content)):
            return None
        ranked = rank_mentions(replace(query, intent=replace(query.intent, change="any", unit="", unit_class="")), report, self._encoder)
        if not ranked or ranked[0].coverage < 0.6 or ranked[0].mention.change in {"", asked}:
            return None
        draft = answer_number(ranked[0], topic_of(reading))
        draft.kind = AnswerKind.FACT
        _correct(draft, ranked[0].mention.change)
        return draft

    def _inner_difference(self, query: Query, reading: Reading, report: PreparedReport) -> Draft | None:
        """Subtract two figures of one report: 省级比市级多几个."""
        parts = re.split(r"比|与|和|跟|同", reading.content, maxsplit=1)
        if len(parts) != 2 or len(reading.terms) < 2:
            return None
        picks: list[ScoredMention] = []
        for part, other in (parts, parts[::-1]):
            terms = tuple(t for t in query.terms if t.text in part or t.text not in other)
            if not any(t.text in part for t in terms):
                return None
            ranked = rank_mentions(replace(query, terms=terms), report, self._encoder)
            taken = {id(p.mention) for p in picks}
            best = next((r for r in ranked[:4] if id(r.mention) not in taken), None)
            if best is None or confidence(best, terms) < SURE_PART:
                return None
            picks.append(best)
        meta = report.report.meta
        sides = [Side(meta, (p,)) for p in picks]
        return answer_comparison(sides, picks, query.intent, topic_of(reading))

    def _silent(self, query: Query, reading: Reading, reports: Sequence[PreparedReport]) -> tuple[Draft, Reason]:
        """Say that the reports do not mention it, with the nearest sentences."""
        nearest = sorted((s for r in reports[:4] for s in rank_sentences(query, r)[:2]), key=lambda s: -s.score)
        return refuse_silent(reports, topic_of(reading), [s for s in nearest if s.score > 0.2], ()), Reason.NOT_MENTIONED


def topic_of(reading: Reading) -> str:
    """Name the topic of a question in its own words.

    Args:
        reading: The question.

    Returns:
        Its weightiest terms in their order, up to 20 characters; without figures.
    """
    words = [t.text for t in reading.terms if t.weight > 0.8 and not any(c.isdigit() for c in t.text)]
    return "".join(words)[:20] or "".join(t.text for t in reading.terms)[:20]


def _specific(reading: Reading) -> bool:
    """Tell whether a question on a section asks for one thing in it (下一步怎么抓行政复议) and not for the whole."""
    own = [t for t in reading.terms if not re.search(r"不足|问题|短板|困难|计划|安排|打算|举措|做法|成效|措施|下一步|明年|来年|目标|思路|主要|重点|法治|政府|存在|负责人|第一责任人|职责|履行|履职|成绩|亮点|进展|薄弱|党政|缺点|毛病|规划|接下来|未来|今后", t.text)]
    return sum(t.weight for t in own) >= 1.5


def _confirm(draft: Draft, same: bool) -> None:
    """Put before a figure whether the question stated it rightly."""
    draft.kind = AnswerKind.FACT
    draft.lines[0] = ("是的，" if same else "与原文不符，原文是：") + draft.lines[0]


def _correct(draft: Draft, change: str) -> None:
    """Put before a figure that it moved the other way than the question said."""
    draft.lines[0] = ("原文是上升，不是下降：" if change == "rise" else "原文是下降，不是上升：") + draft.lines[0]


def _join(drafts: Sequence[Draft], kind: AnswerKind) -> Draft:
    """Join drafts of several reports into one, numbering their citations on."""
    joined = Draft(kind)
    for draft in drafts:
        shift = len(joined.citations)
        joined.lines += [_shift_markers(line, shift) for line in draft.lines]
        joined.citations += [replace(c, marker=c.marker + shift) for c in draft.citations]
        joined.values += [replace(v, citation=v.citation + shift) for v in draft.values]
        joined.warnings += draft.warnings
    return joined


def _shift_markers(line: str, shift: int) -> str:
    """Add to every marker of a line."""
    return re.sub(r"\[(\d+)\]", lambda match: f"[{int(match[1]) + shift}]", line)
