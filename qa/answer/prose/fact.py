"""Answers who, what, when, where, why and whether: the clauses of one sentence that hold the answer, verbatim."""

from __future__ import annotations

from collections.abc import Sequence

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain, trim
from qa.ledger.clauses import split_clauses
from qa.patterns import lazy_re
from qa.question.words.terms import Term
from qa.ranking import ScoredSentence
from qa.text import fold
from qa.types import AnswerKind, Report, SectionKind, Sentence

# Longest verbatim answer, in characters: a fact may take about 300 (contract), a sentence of this genre has 40 to 90.
WHOLE, WINDOW = 150, 130
# "该做法被省委依法治省办列为…", "相关经验在全省推广": what it is stands in the sentence before.
_POINTS = lazy_re(
    r"(?:该|此|这一?|上述|相关|有关)(?:项|个|类|种|些)?(?:做法|工作|经验|机制|模式|案例|项目|举措|制度|改革|平台|系统|成果|活动|办法)"
)
_POINTED = 260  # characters of both
# A sentence that opens a point and tells nothing of it yet: short, without a second clause or a figure.
_OPENS, _TOLD = 30, lazy_re(r"[,，;；:：\d《]|[^是、]“|”[^。]")  # but 三是“茶桌普法”。

_TYPE_MARKS = {
    "document": lazy_re(r"《[^》]+》"),
    "name": lazy_re(r"[“《][^”》]+[”》]|称号|品牌|模式|机制|获评|获"),
    "who": lazy_re(r"区长|县长|市长|书记|主任|局长|厅长|秘书长|同志|主要负责人|领导|律师|代表|批示|牵头"),
    "when": lazy_re(r"\d+年|\d+月|\d+日|[一二三四五六七八九十]+月|期间|届"),
    "where": lazy_re(
        r"(?:律师|代表|专家|考察|访问|留学)团|来自|镇|街道|村|社区|中心|公园|大厦|商城|设在|位于|入驻|召开"
    ),
    "why": lazy_re(r"鉴于|由于|(?<!基)因(?!素|地制宜)|为了|原因|导致|受[^,]{2,12}影响"),
    "rank": lazy_re(r"第[一二三四五六七八九十\d]+|首位|榜首|前[列茅三五十百\d]|位[居列]|名列"),
    "how": lazy_re(r"通过|采取|以[^为]{2,}|建立|实行|推行|运用|依托|构建|推动"),
}
_NAMED = lazy_re(r"[\u4e00-\u9fff]{2}(?:村|社区|镇|乡|街道)(?![级居委居两])")
OPENING = lazy_re(
    r"^(?:[一二三四五六七八九十]+是|[(（][一二三四五六七八九十]+[)）]|首先|其次|再次|最后|同时|此外|另外)[,、:]?"
)


def type_bonus(answer_type: str, text: str) -> float:
    """Score whether a sentence holds the kind of thing that a fact question asks for.

    Args:
        answer_type: As in ``Intent.answer_type``.
        text: A folded sentence.

    Returns:
        0.08 if it does, else 0.
    """
    pattern = _TYPE_MARKS.get(answer_type)
    return 0.08 if pattern and pattern.search(text) else 0.0


def answer_fact(best: ScoredSentence, terms: tuple[Term, ...], answer_type: str) -> Draft:
    """Compose the answer for a fact.

    Args:
        best: The sentence.
        terms: Terms of the question.
        answer_type: Kind of fact, as in ``Intent.answer_type``.

    Returns:
        The draft, with one citation.
    """
    draft = Draft(AnswerKind.FACT)
    report = best.report.report
    add_statement(draft, report, best.index, terms, answer_type)
    return draft


def add_statement(
    draft: Draft, report: Report, index: int, terms: tuple[Term, ...], answer_type: str, *, prefix: str = ""
) -> None:
    """Add the telling part of a sentence to a draft, quoted and cited.

    Args:
        draft: The draft.
        report: The report.
        index: Index of the sentence.
        terms: Terms of the question.
        answer_type: Kind of fact.
        prefix: Put before the line, such as a list mark.
    """
    sentence = report.sentences[index]
    start, end = telling_span(sentence.text, terms, answer_type)
    behind = _led_by(report, index)
    if behind is not None:
        marker = draft.cite(report, sentence.start, behind.end)
        quote = trim(OPENING.sub("", report.text[sentence.start : behind.end]))
    elif (before := _pointed_at(report, index)) is not None and start == 0:
        marker = draft.cite(report, before.start, sentence.start + end)
        quote = trim(OPENING.sub("", report.text[before.start : sentence.start + end]))
    else:
        marker = draft.cite(report, sentence.start + start, sentence.start + end, sentence)
        quote = trim(OPENING.sub("", sentence.text[start:end]))
    plan = say.NEXT_STEPS if sentence.section is SectionKind.PLAN else ""
    draft.lines.append(say.FACT(prefix, report.meta.place, report.meta.year, plan, plain(quote), marker))


def quote_clauses(report: Report, index: int, start: int, end: int) -> Draft:
    """Answer with clauses of a sentence, quoted and cited.

    Args:
        report: The report.
        index: Index of the sentence.
        start: Where the clauses start in the sentence.
        end: One past their last character.

    Returns:
        The draft.
    """
    sentence = report.sentences[index]
    draft = Draft(AnswerKind.FACT)
    marker = draft.cite(report, sentence.start + start, sentence.start + end, sentence)
    quote = plain(trim(OPENING.sub("", sentence.text[start:end])))
    draft.lines.append(say.FACT("", report.meta.place, report.meta.year, "", quote, marker))
    return draft


def _pointed_at(report: Report, index: int) -> Sentence | None:
    """Give the sentence that the beginning of the next one points at (该做法被列为…), if it is short and right before."""
    sentence = report.sentences[index]
    if not index or not _POINTS.match(fold(sentence.text)):
        return None
    before = report.sentences[index - 1]
    beside = before.passage == sentence.passage and not report.text[before.end : sentence.start].strip(
        " \u3000"
    )
    return before if beside and len(before.text) + len(sentence.text) <= _POINTED else None


def _led_by(report: Report, index: int) -> Sentence | None:
    """Give the sentence behind one that only opens a point (三是整治校园周边环境。), which tells what was done."""
    sentence = report.sentences[index]
    opens = OPENING.match(sentence.text) and len(sentence.text) <= _OPENS and not _TOLD.search(sentence.text)
    if not opens or index + 1 == len(report.sentences):
        return None
    behind = report.sentences[index + 1]
    led = behind.passage == sentence.passage and bool(behind.lead) and sentence.text.startswith(behind.lead)
    return behind if led and len(behind.text) <= _POINTED else None


def telling_span(sentence: str, terms: tuple[Term, ...], answer_type: str) -> tuple[int, int]:
    """Choose the run of clauses that tells most: the whole sentence if it is short.

    Args:
        sentence: A sentence as printed.
        terms: Terms of the question.
        answer_type: Kind of fact.

    Returns:
        Half-open span in the sentence.
    """
    text = fold(sentence)
    clauses = split_clauses(text)
    if answer_type == "where" and (naming := _naming_clause(text, clauses, terms)):
        return naming
    if len(sentence) <= WHOLE:
        return 0, len(sentence)
    gains = [_gain(text[a:b], terms, answer_type) for a, b in clauses]
    first = last = max(range(len(clauses)), key=lambda i: gains[i])
    while True:
        left = clauses[last][1] - clauses[first - 1][0] <= WINDOW if first > 0 else False
        right = clauses[last + 1][1] - clauses[first][0] <= WINDOW if last + 1 < len(clauses) else False
        if not left and not right:
            return clauses[first][0], clauses[last][1]
        if right and (not left or gains[last + 1] >= gains[first - 1]):
            last += 1
        else:
            first -= 1


def _naming_clause(
    text: str, clauses: Sequence[tuple[int, int]], terms: tuple[Term, ...]
) -> tuple[int, int] | None:
    """Find the one clause that names a place and says all that the sentence says of the question (吴寨村获评…)."""
    held = [frozenset(t.text for t in terms if t.text in text[a:b]) for a, b in clauses]
    most = frozenset[str]().union(*held)
    forms = sorted({f for t in terms for f, _ in t.forms}, key=len, reverse=True)
    found = []
    for (a, b), own in zip(clauses, held, strict=True):
        rest = text[a:b]
        for form in forms:
            rest = rest.replace(form, "|")
        if most and own == most and _NAMED.search(rest):
            found.append((a, b))
    return found[0] if len(found) == 1 else None


def _gain(clause: str, terms: tuple[Term, ...], answer_type: str) -> float:
    """Score a clause by the terms that it holds and the kind of thing asked for."""
    gain = sum(t.weight * max((w for form, w in t.forms if form in clause), default=0.0) for t in terms)
    return gain + 10 * type_bonus(answer_type, clause)
