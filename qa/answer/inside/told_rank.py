"""The ranks that a report tells of its place: in an assessment, of a figure (为全市最低), or of the place as a whole.

A rank among the places of the library is no rank in the city: where a report tells one, it answers. Knows how reports print a
rank and what stands before it; what is ranked stands in the sentence that is shown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft
from qa.answer.prose.fact import add_statement
from qa.ledger.holders import without_level
from qa.matching import match as held_in
from qa.matching import overlap
from qa.numerals import parse_chinese
from qa.patterns import lazy_re
from qa.question.words.terms import Term
from qa.ranking import PreparedReport
from qa.text import fold
from qa.types import AnswerKind, SectionKind

_MOST = 3
_SCOPE = r"(?:全国|全省|全市|全州|全区|全县|全域|[\u4e00-\u9fff]{2}[省市州])"
_NOT_PLACED = r"(?!次|届|期|批|家|个|部|例|条|轮|责任|时间|季度|阶段|方|产业|手)"
_TOLD = lazy_re(
    rf"{_SCOPE}[^,。;]{{0,10}}(?:第[一二三四五六七八九十\d]+(?!次|届|期|批|家|个|部|例|条|轮)|首位|榜首|前[列茅三五十百\d])"
    rf"|(?:位[居列]|名列|排名?)[^,。;]{{0,4}}{_SCOPE}[^,。;]{{0,6}}(?:第|前|首)"
)
_PLACE = rf"第(?P<n>[一二三四五六七八九十]+|\d+){_NOT_PLACED}|首位|榜首|前[列茅三五十百\d]|最[高低多少好优快]|唯一|首个"
# "位居全市第四", "在全市绩效评估中排名第四", "为全市最低", "是三明市唯一入选的县"
_RANKED = lazy_re(
    rf"(?P<scope>{_SCOPE})(?:[^,。;]{{0,24}}(?:排名?|位[居列]|名列|列)[^,。;]{{0,4}}|[^,。;]{{0,8}}?)(?P<rank>{_PLACE})"
    rf"|(?:位[居列]|名列|排名|[升跃进降跌][至到]|[居列]\d+个[^,。;\d]{{1,8}})"
    rf"[^,。;]{{0,3}}(?P<rank2>{_PLACE.replace('?P<n>', '?P<n2>')})"
)
# "败诉率是全市最低吗", "是不是全省第一个示范县": what is judged, and no topic.
_JUDGED = lazy_re(
    rf"(?P<scope>{_SCOPE})?[^,。;?]{{0,4}}?(?P<rank>第(?P<n>[一二三四五六七八九十]+|\d+)(?!责任|轮|次|期)[名位个家]?|首位|榜首|最[高低多少好优快]的?|唯一|首个|头一个)"
)
# "在全省考核里排第几": a rank in the city is none in the province.
_SCOPE_ASKED = lazy_re(rf"({_SCOPE})[^,。;?]{{0,16}}(?:排|位[居列]|名列|第几|名次)")
_HIGHER = lazy_re(
    r"排[名位得在]*(?:更|比较)?(?:高|靠前|好|前)|(?:谁|哪[个家]?)[^,。?]{0,10}(?:名次|排名|排位)"
)
_RESULT = lazy_re(
    r"(?:考核|考评|评估|评议|测评|评价)(?:的)?(?:结果|成绩|等次|名次|得分|情况)(?:是|为)?(?:如何|怎么样|怎样|什么|咋样|多少|啥)"
)
# Words of an assessment or of a rank: they need not stand in the words of the report.
_WEAK = lazy_re(
    r"考核|考评|评估|测评|评议|绩效|排|名次|第[一二三四五六七八九十\d]|首|最|唯一|全[国省市县区]|入选|等次|结果"
)
_SCORE = lazy_re(r"总分|得分|成绩|分值|获")
# What ranks the place and no figure of it: an assessment, or law-based government as such.
_OF_WHOLE = lazy_re(r"考核|考评|评估|测评|评议|评价|指数|法治(?:政府)?建设")
_WHOLE_PLACE = lazy_re(r"法治(?:政府(?:建设)?|建设)|[我本][省市县区旗州]")
_OFFICE = lazy_re(r"^[省市县区旗州]?[\u4e00-\u9fff]{2,8}?(?:局|委|办|厅|中心)(?=在|获|被)")
_HELD, _ALIKE = (
    0.6,
    0.25,
)  # 法治建设考评 shares 0.8 of its pairs with its own sentence, 0.2 with that of another assessment
_FRAME = lazy_re(r"[的是在为了吗呢吧?!,。\s]|怎么样|如何|第几|多少|什么|有没有|是不是|是否")


class _Told(NamedTuple):
    """A rank that a report tells: its sentence, the words that lead to it, and what it is."""

    sentence: int
    fit: float
    scope: str
    word: str
    place: int


def asks_told_rank(content: str) -> bool:
    """Tell whether a question asks for the outcome of an assessment: 考评结果怎么样.

    Args:
        content: A question, its places blanked.

    Returns:
        True where a told rank or grade answers.
    """
    return _RESULT.search(fold(content)) is not None


def asks_higher(content: str) -> bool:
    """Tell whether a question asks which place ranks higher: 谁在全市考核排名高.

    Args:
        content: A question, its places blanked.

    Returns:
        True where the told ranks of the places answer.
    """
    return (
        _HIGHER.search(fold(content)) is not None
        and re.search(r"考核|考评|评估|测评|全[国省市]", content) is not None
    )


def answer_rank(content: str, report: PreparedReport) -> Draft | None:
    """Compose the answer: the clauses that tell a rank in the city, the province or the country.

    Args:
        content: The question, its places blanked; a rank in the province alone answers 全省排第几.
        report: The report.

    Returns:
        The draft, or None where it tells none.
    """
    draft = Draft(AnswerKind.LIST)
    held = report.report
    level = _level_asked(content)
    told = [
        s.index
        for s, text in zip(held.sentences, report.folded, strict=True)
        if s.section is not SectionKind.PLAN
        and any(
            not level or level in map(_level, re.findall(_SCOPE, match[0])) for match in _TOLD.finditer(text)
        )
    ][:_MOST]
    for index in told:
        add_statement(draft, held, index, (), "rank", prefix="- " if len(told) > 1 else "")
    return draft if draft.lines else None


def answer_told_rank(terms: Sequence[Term], content: str, report: PreparedReport) -> Draft | None:
    """Compose the answer to a question on the rank of a topic: the sentence that tells it.

    Args:
        terms: Terms of the question.
        content: The question, its places blanked.
        report: The report.

    Returns:
        The draft, or None where the report tells no rank of it.
    """
    best = _best(terms, content, report)
    return _shown(best, terms, report) if best is not None else None


def answer_judged(terms: Sequence[Term], content: str, report: PreparedReport) -> Draft | None:
    """Compose the answer to 败诉率是全市最低吗: yes or no, with the rank that the report tells.

    Args:
        terms: Terms of the question.
        content: The question, its places blanked.
        report: The report.

    Returns:
        The draft, or None where no rank is asked about or none is told.
    """
    asked = _JUDGED.search(fold(content))
    if asked is None:
        return None
    best = _best(terms, content, report)
    if best is None:
        return None
    draft = _shown(best, terms, report)
    place = _number(asked["n"]) if asked["n"] and not asked["rank"].endswith(("个", "家")) else 0
    word = "" if place else re.sub(r"的$", "", asked["rank"])
    place = 1 if word in {"首位", "榜首"} else place
    near = _level(asked["scope"]) in {"", _level(best.scope)}
    if place and best.place:
        draft.lines[0] = (say.YES if near and place == best.place else say.NOT_SO)(draft.lines[0])
    elif word.startswith("最") and best.word.startswith("最"):
        draft.lines[0] = (say.YES if near and word == best.word else say.NOT_SO)(draft.lines[0])
    elif word == best.word == "唯一" and near:
        draft.lines[0] = say.YES(draft.lines[0])
    else:
        draft.lines[0] = say.NOT_SAID(draft.lines[0])
    return draft


def _shown(best: _Told, terms: Sequence[Term], report: PreparedReport) -> Draft:
    """Show the sentence of a rank."""
    draft = Draft(AnswerKind.FACT)
    add_statement(draft, report.report, best.sentence, tuple(terms), "rank")
    return draft


def _number(numeral: str) -> int:
    """Read the number of a rank, 0 where it is none."""
    plain = numeral if numeral.isdigit() else parse_chinese(numeral)
    return int(plain) if plain and plain.isdigit() else 0


def _level_asked(content: str) -> str:
    """Name the level that a rank is asked for in: 省 of 在全省考核里排第几; "" where the question leaves it open."""
    asked = _SCOPE_ASKED.search(fold(content))
    return _level(asked[1]) if asked else ""


def _level(scope: str | None) -> str:
    """Name the level of a scope: 市 for 全市 and for the city by its name."""
    return scope[-1] if scope else ""


def _best(terms: Sequence[Term], content: str, report: PreparedReport) -> _Told | None:
    """Find the rank that belongs to the topic of a question."""
    whole = _OF_WHOLE.search(content) is not None
    needed = [t for t in terms if not (_WEAK.search(t.text) or (whole and _WHOLE_PLACE.fullmatch(t.text)))]
    if not needed and not whole:
        return None
    asked = _FRAME.sub("|", _JUDGED.sub("|", fold(content)))
    level = _level_asked(content)
    found = [
        told
        for sentence, text in zip(report.report.sentences, report.folded, strict=True)
        if sentence.section is not SectionKind.PLAN
        for told in _ranks(sentence.index, text, needed, asked)
        if _level(told.scope) in {"", level} or not level
    ]
    return max(found, key=lambda told: told.fit, default=None)


def _ranks(index: int, text: str, needed: Sequence[Term], asked: str) -> list[_Told]:
    """List the ranks of a sentence that belong to a topic, with how well its words fit."""
    found = []
    for match in _RANKED.finditer(text):
        start = max(text.rfind(mark, 0, match.start()) for mark in ";。") + 1
        row = text[start : match.end()]
        clauses = re.split(r"[,:]", text[start : match.start()])
        near = "".join(clauses[-2:]) + match[0] + re.split(r"[,;。]", text[match.end() :], maxsplit=1)[0]
        near = row if _SCORE.search(near) else near
        if not all(held_in(t, row + near) >= _HELD for t in needed):
            continue
        if needed and not any(held_in(t, near) >= _HELD for t in needed):
            continue
        fit = overlap(asked, row + near)
        if not needed:
            whole = _WHOLE_PLACE.search(row) is not None
            if not _OF_WHOLE.search(row) or (fit < _ALIKE and not whole):
                continue
            fit += whole
        office = _OFFICE.match(row.lstrip("0123456789年,"))
        if office and not any(without_level(office[0]).startswith(t.text[:2]) for t in needed):
            fit -= 1
        n = match["n"] or match["n2"]
        word = match["rank"] or match["rank2"]
        place = _number(n) if n else 1 if word in {"首位", "榜首"} else 0
        scope = match["scope"] or next(iter(re.findall(_SCOPE, row)[-1:]), "")
        found.append(_Told(index, fit, scope, word, place))
    return found
