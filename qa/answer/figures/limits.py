"""Questions on a length of time or on what falls to each: 几天内受理, 连续几年, 每个村几名, 比上年减少了多少件 from two levels.

Each is told in words of its own (5日内, 连续四年, 每个村不少于5名), which no count of cases stands for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain, trim
from qa.answer.compose.number import value_of
from qa.answer.figures.moved import before_and_after
from qa.answer.guards.rivals import EARLIER
from qa.answer.prose.fact import OPENING, add_statement
from qa.matching import match
from qa.patterns import lazy_re
from qa.question.words.terms import Term
from qa.ranking import PreparedReport, Query, ScoredMention
from qa.text import fold
from qa.types import AnswerKind, SectionKind, Sentence

_DAYS = r"(?:个?(?:工作日|小时|钟头|分钟|月|日|天))"
_LONG = lazy_re(
    rf"多久|多长时间|(?:几|多少){_DAYS}(?:之?内|以内|能|就|可以|会|办|受理|答复|作出|做出|决定|完成|审查|登记|指派|反馈|回复|办结|审结)|时限(?:是|为|有)?(?:多|几|什么)"
)
# 平均办理天数, 缩短了几天 are figures of the year; 多久发布 is of the report.
_NO_LIMIT = lazy_re(
    r"平均|缩短|压缩|减少|提速|提前|延长|节省|发布|公布|印发|开展了|举办|召开|持续了|历时|一次|一回|一期|排[^,。?]{0,4}队"
)
_LIMIT = lazy_re(
    rf"[\d一二三四五六七八九十两]+{_DAYS}(?:之内|以内|内)|当[日天]|[\d一二三四五六七八九十两]+{_DAYS}(?:办结|受理|答复|反馈)"
    rf"|(?:压缩|缩短|压减|减少|降低?|调整)[至到为](?:了)?[\d.一二三四五六七八九十两]+{_DAYS}"
)
_IN_A_ROW = lazy_re(r"(?:连续|连着|一连|接连)(?:了)?(?:几|多少|好几)(?:个)?(?P<unit>年|次|届|月|季度)")
_ROW = r"连续[一二三四五六七八九十两\d]+个?{}"
_EACH = lazy_re(
    r"(?:平均)?每(?:一)?个?(?P<of>行政村|村|社区|乡镇|镇街|街道|镇|乡|部门|单位|网格|律师|人|户|案)"
)
# "15个乡镇各配1名"
_EACH_HAS = lazy_re(r"(?P<of>行政村|村|社区|乡镇|镇街|街道|镇|乡|部门|单位|网格|学校)各")
_HELD, _SHARE = 0.6, 0.6
# Every word must stand around a limit whose own clause holds none; any nearer one is better.
_WHOLLY, _FAR = 0.99, 0.01
# "通关时间缩短了多少": told by 由4.7小时缩至1.9小时, and by no count of cases.
_SHORTER = lazy_re(
    r"(?:时间|时长|时限|周期|用时|天数)[^,。?]{0,4}(?:缩短|压缩|压减|减少|缩减)[^,。?到至为成]{0,3}(?:多少|多久|几)"
)
_SHORTENED = lazy_re(
    rf"[\d.]+{_DAYS}(?:缩|压|减|降|提)[^,。;]{{0,4}}[\d.]+{_DAYS}|(?:缩短|压缩|压减|减少|缩减)(?:了)?[\d.]+(?:{_DAYS}|%)"
)
_OF_TIME = lazy_re(r"多久|时限|[天日]$|时间|时长|周期|用时|缩短|压缩|压减|减少|缩减")


def asks_limit(content: str) -> bool:
    """Tell whether a question asks how long something may take: 申请复议多久受理.

    Args:
        content: The question, its places and years blanked.

    Returns:
        True where only a length of time answers.
    """
    text = fold(content)
    return _LONG.search(text) is not None and _NO_LIMIT.search(text) is None


def asks_shortened(content: str) -> bool:
    """Tell whether a question asks by how much a time was shortened: 通关时间缩短了多少.

    Args:
        content: The question, its places and years blanked.

    Returns:
        True where two lengths of time, or a share, answer.
    """
    return _SHORTER.search(fold(content)) is not None


def answer_limit(query: Query, report: PreparedReport, *, shortened: bool = False) -> Draft | None:
    """Show the sentence that gives a time limit for what is asked.

    Args:
        query: The question.
        report: The report.
        shortened: Whether it is asked by how much a time was shortened, instead of how long it is.

    Returns:
        The draft, or None where none does.
    """
    told = _SHORTENED if shortened else _LIMIT
    named = [t for t in query.terms if not _OF_TIME.search(t.text)]
    whole = sum(t.weight for t in named)
    best: tuple[float, int, re.Match[str]] | None = None
    for sentence, text in zip(report.report.sentences, report.folded, strict=True):
        limits = list(told.finditer(text))
        if not limits or not named:
            continue
        above = "|".join(
            (fold(sentence.lead), fold("|".join(sentence.heading[-1:])), _before(report, sentence))
        )
        held = sum(t.weight for t in named if max(match(t, text), match(t, above)) >= _HELD) / whole
        limit = max(limits, key=lambda m: _near(text, m, named))
        near = _near(text, limit, named)
        if (
            not near and held >= _WHOLLY
        ):  # 办理公证。资料齐全的，3日内出证: its topic stands in what leads to it
            near = _FAR
        if held >= _SHARE and near and (best is None or held + near > best[0]):
            best = (held + near, sentence.index, limit)
    if best is None:
        return None
    draft = Draft(AnswerKind.FACT)
    add_statement(draft, report.report, best[1], tuple(named), "when")
    inside = [
        m
        for m in report.mentions
        if m.sentence == best[1] and best[2].start() <= m.quantity.start < best[2].end()
    ]
    if len(inside) == 1 and not shortened:
        draft.values.append(value_of(report.report, inside[0], query.topic, 1))
    return draft


def _before(report: PreparedReport, sentence: Sentence) -> str:
    """Give the folded words of the sentence right before another in its passage, or ""."""
    if not sentence.index:
        return ""
    before = report.report.sentences[sentence.index - 1]
    return report.folded[before.index] if before.passage == sentence.passage else ""


def _near(text: str, limit: re.Match[str], terms: Sequence[Term]) -> float:
    """Give the share of the terms that stand in the clause of a limit."""
    start = max(text.rfind(mark, 0, limit.start()) for mark in ",;。:") + 1
    clause = text[start : limit.start()] + re.split(r"[,;。:]", text[limit.start() :], maxsplit=1)[0]
    return sum(match(t, clause) >= _HELD for t in terms) / len(terms)


def answer_in_a_row(terms: Sequence[Term], content: str, report: PreparedReport) -> Draft | None:
    """Show the sentence that tells how many years in a row: 连续四年保持100%.

    Args:
        terms: Terms of the question.
        content: The question, its places and years blanked.
        report: The report.

    Returns:
        The draft, or None where nothing of the kind is asked or told.
    """
    asked = _IN_A_ROW.search(fold(content))
    if asked is None:
        return None
    row = re.compile(_ROW.format(asked["unit"]))
    named = [t for t in terms if "连续" not in t.text and not re.match(r"[\d.]+%?$", t.text)]
    for sentence, text in zip(report.report.sentences, report.folded, strict=True):
        if row.search(text) and sentence.section is not SectionKind.PLAN:
            held = [match(t, text) >= _HELD for t in named]
            if held and all(held):
                draft = Draft(AnswerKind.FACT)
                add_statement(draft, report.report, sentence.index, tuple(named), "when")
                return draft
    return None


def falls_to_each(content: str, scored: ScoredMention | None) -> bool:
    """Tell whether a figure is what falls to each of the kind that a question names: 每个村不少于5名.

    Args:
        content: The question, its places and years blanked.
        scored: A figure, or None.

    Returns:
        True where both say 每 of the same.
    """
    asked = _EACH.search(fold(content))
    if asked is None or scored is None:
        return False
    label = scored.words.label
    told = _EACH.search(label) or _EACH_HAS.search(label)
    return told is not None and (asked["of"] in told["of"] or told["of"] in asked["of"])


def answer_against(
    level: ScoredMention, change: str, report: PreparedReport, *, before: bool = False
) -> Draft | None:
    """Show a level beside the one of the year before in its sentence, with their difference: 267件,比上年的305件有所减少.

    Args:
        level: The figure of the year.
        change: "rise", "fall" or "any" as asked.
        report: The report.
        before: Whether the earlier figure may stand before it as well: 由62天缩短到45天.

    Returns:
        The draft, or None where the sentence gives no earlier figure of its unit.
    """
    own = level.mention
    if EARLIER.search(
        fold(own.label)
    ):  # the earlier figure itself fits best: the level stands right before it
        own = next(
            (
                m
                for m in reversed(report.mentions)
                if m.sentence == own.sentence and m.quantity.end <= own.quantity.start
            ),
            own,
        )
    earlier = next(
        (
            m
            for m in report.mentions
            if m.sentence == own.sentence
            and m.quantity.start > own.quantity.end
            and m.quantity.unit == own.quantity.unit
            and not m.change
            and (EARLIER.search(fold(m.label)) or m.year == report.report.meta.year - 1 or m.past)
            and not any(
                own.quantity.end < o.quantity.start < m.quantity.start
                for o in report.mentions
                if o.sentence == m.sentence
            )
        ),
        None,
    )
    if before and earlier is None and (pair := before_and_after(replace(level, mention=own))) is not None:
        earlier, own = pair[0].mention, pair[1].mention  # 由62天缩短到45天; 2023年为2763件;2024年为2487件
    if earlier is None:
        return None
    held = report.report
    sentence = held.sentences[own.sentence]
    now, then = Decimal(own.quantity.value), Decimal(earlier.quantity.value)
    if now == then:
        return None
    draft = Draft(AnswerKind.NUMBER)
    start = min(own.clause[0], earlier.clause[0])
    end = max(own.clause[1], earlier.clause[1])
    if own.year and own.clause[0] == earlier.clause[1]:
        start = 0  # columns of years: what stands before them is what they count
    marker = draft.cite(held, sentence.start + start, sentence.start + end, sentence)
    draft.values.append(value_of(held, own, "", marker))
    quote = plain(trim(OPENING.sub("", sentence.text[start:end])))
    gap = f"{abs(now - then):f}"
    draft.computed.add(gap)
    unit = "个百分点" if own.quantity.unit == "%" else own.quantity.unit
    told = say.FACT("", held.meta.place, held.meta.year, "", quote, marker)
    high, low = max(now, then), min(now, then)
    draft.lines.append(say.BY_LEVELS(told, f"{gap}{unit}", f"{high:f}−{low:f}"))
    moved = "rise" if now > then else "fall"
    if change in {"rise", "fall"} and change != moved:
        draft.corrects = True
        draft.lines[0] = (say.ROSE if moved == "rise" else say.FELL)(draft.lines[0])
    return draft
