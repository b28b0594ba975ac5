"""Figures of one report that contradict each other: the same indicator, year and scope with two values.

Only figures whose sentence says nothing else count: each clause up to the figure is made of the indicator's words, of the
stages and changes told beside it, and of fillers. So a part, a field, a street, one office or one meeting is no contradiction of
the total. Measured in ``docs/design/009-ledger.md``. Knows nothing of how contradictions are shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from qa.audit.interval import Interval, interval_of
from qa.ledger.catalogue import Catalogue
from qa.ledger.indicator import Indicator
from qa.ledger.observation import Kind, Observation
from qa.ledger.wording import gapped, rest_of
from qa.patterns import lazy_re
from qa.quantity import Quantity
from qa.text import fold
from qa.types import Report, SectionKind

_MOST = 1  # characters that may be left of a plain statement: a verb (出 of 作出) that no list holds
# 1,056 of 2,353 whole results of the 55 reports of dev to dev7, corpus and seeds are plain by these rules: no two contradict each
# other, as none of these reports was written to; of 203 planted figures 93 are found under their official name.
_DIGITS = 3  # of two figures of two digits one pair in 45 would be a swap by chance
_FAR = 3  # times; as in qa/audit/years.py, figures further apart are of two things with one name
_SEGMENT = lazy_re(r"[;。!?]")
_OPENING = lazy_re(
    r"^\s*(?:[(]?[\d一二三四五六七八九十]+[)、.]|[一二三四五六七八九十]是|其[一二三四五]|[-*•·#]|\s)+(?:[\u4e00-\u9fff、]{2,16}方面,)?"
    r"|^\s*[\u4e00-\u9fff、]{2,16}方面,"
)
_ASIDE = lazy_re(r"[(][^()]*[)]|“[^”]*”")
# A row of totals: "…情况:合计:受理案件12件;…", "| 全县合计 | 12 | …": its header alone says what is counted.
_TOTAL_ROW = lazy_re(r"(?:^|[:|])\s*(?:[总合共]计|总[数量]|全[区县市省州旗镇](?:合计|总计)?)\s*(?:[:|\t]|$)")
# Whose figure is narrower than the place's: 省政府本级, 某街道, 海口复议工作站; and a span of time that is not the year.
_NARROWER = lazy_re(
    r"本级|直属|(?<![全各、])(?:[镇乡村]|街道)|社区(?!矫正)|开发区|园区|高新区|经开区|(?:法院|检察院|公安)(?!机关移送)|[站所队厅]|办(?!理|结|件|案|复|证|公)|(?<!全)中心|窗口|学校|医院|企业|"
    r"领域|行业|专项|[局委](?!托)|季度|半年|[\d一二三四五六七八九十]月|截至|以来|累计|其中|分别|首次|新任|同期|参与|协助|指导|平均|每"
)
_FOR_ALL = lazy_re(
    r"法律援助(?:中心|机构)|公证处|司法局|司法厅|全面依法治[省市县区州旗]委(?:员会)?|依法治[省市县区州旗]办|各镇街?|各街道|各部门"
)
_OWN = lazy_re(r"(?<![全各])[省市州县区旗](?:人民)?政府")
_ALL = lazy_re(r"全[省市州县区旗]|各级|各[县市区]")
_CHANGED = lazy_re(
    r"(?:同比|环比|(?:较|比|与)(?:上|去)一?年(?:同期)?(?:相比)?|年均)?(?:大幅|小幅)?(?:增长|上升|增加|提高|提升|下降|减少|降低|回落|下滑|增|减|升|降)(?:了|达|约|率|幅)?"
)
# 全县行政执法单位共办理…, 为7835名劳动者追发…: those who do it for all, and for whom
_EVERYONE = lazy_re(
    r"执法(?=单位|部门|机关|主体)|(?:劳动保障)?监察(?=机构|部门|查处)|查处|劳动者|农民工|职工"
)
_STAGES = lazy_re(
    r"新收|收到|收案|接收|申请|登记|受理|立案|办理|承办|审理|审查|审结|办结|结案|已结|处理|作出|决定|发生|连同|上年|结转|旧存|不予|补正|一审|二审|"
    r"撤销|维持|驳回|纠错|确认违法|调解|和解|终止|撤回|败诉|胜诉|出庭|应诉|负责人|成功|化解|调处|排查|件次|案件|复议|诉讼|行政|政府|机关|机构|组织|人民|法律|群众|"
    r"接收|解除|在册|在矫|发现|整改|出具|提出|聘请|聘任|建成|设立|建立|建有|举办|开展|召开|制定|出台|印发|报备|备案|配备|培养|培育|持有|持证|全部|按期|期末|年末|接待|受援|挽回|罚没|机构|部门|实现|推进|加强"
)


class Conflict(NamedTuple):
    """Two figures of one report that cannot both be right; the first in the text stands first."""

    first: Observation
    second: Observation


def conflicts_of(
    report: Report, observations: Iterable[Observation], catalogue: Catalogue
) -> tuple[Conflict, ...]:
    """Find the figures of a report that contradict each other.

    Args:
        report: A report.
        observations: Its observations in the order of the text.
        catalogue: The indicators.

    Returns:
        For each indicator and year each figure that contradicts the first plain one.
    """
    every = list(observations)
    groups: dict[tuple[str, int, str], list[Observation]] = {}
    for one in filter(_may_be_plain, every):
        key = (one.indicator, one.year, _quantity(one, report).unit_class)
        groups.setdefault(key, []).append(one)
    found = []
    for (indicator, _, _), group in groups.items():
        known = catalogue.get(indicator)
        if len({(one.value, one.unit) for one in group}) < 2 or known is None:
            continue
        plain = [one for one in group if _is_plain(one, every, known, report, catalogue)]
        for other in plain[1:]:
            first = plain[0]
            if other.sentence != first.sentence and _contradict(first, other, report):
                found.append(Conflict(first, other))
        if len(plain) == 1:
            found.extend(_slips(plain[0], group))
    return tuple(found)


def _slips(plain: Observation, group: Iterable[Observation]) -> Iterator[Conflict]:
    """Find figures that are the plain one with two digits in each other's place, though their sentences say more.

    办理法律援助案件621件 in the summary, and 612件 beside the advice that the centre gave: of two unrelated
    counts of three digits one pair in 450 is so.
    """
    for other in group:
        if (
            other.sentence != plain.sentence
            and other.unit == plain.unit
            and _swapped(plain.value, other.value)
        ):
            yield Conflict(*sorted((plain, other), key=lambda one: one.start))


def _swapped(one: str, other: str) -> bool:
    """Tell whether two figures differ by two neighbouring digits that changed places."""
    if len(one) != len(other) or len(one) < _DIGITS:
        return False
    differ = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    if len(differ) != 2 or differ[1] - differ[0] != 1:
        return False
    i, j = differ
    return one[i] == other[j] and one[j] == other[i]


def plain_figures(
    report: Report, observations: Iterable[Observation], catalogue: Catalogue
) -> tuple[Observation, ...]:
    """List the figures that state an indicator for the whole place and year, with nothing that narrows them.

    Args:
        report: A report.
        observations: Its observations in the order of the text.
        catalogue: The indicators.

    Returns:
        The figures in the order of the text.
    """
    every = list(observations)
    return tuple(
        one
        for one in filter(_may_be_plain, every)
        if (known := catalogue.get(one.indicator)) and _is_plain(one, every, known, report, catalogue)
    )


def _may_be_plain(one: Observation) -> bool:
    """Tell whether a figure is a result of the whole place."""
    return bool(one.indicator) and one.whole and not one.part and one.kind is Kind.RESULT


def _contradict(first: Observation, other: Observation, report: Report) -> bool:
    """Tell whether two plain figures of an indicator cannot both be right."""
    scopes = {_scope(one, report) for one in (first, other)}
    if {"own", "all"} <= scopes:
        return False
    one, two = _bounds(first, report), _bounds(other, report)
    near = one.low <= two.high * _FAR and two.low <= one.high * _FAR
    return near and not one.meets(two)


def _is_plain(
    one: Observation, every: Sequence[Observation], indicator: Indicator, report: Report, catalogue: Catalogue
) -> bool:
    """Tell whether a figure is the whole place's of the whole year and its sentence says nothing that narrows it."""
    sentence = report.sentences[one.sentence]
    if sentence.section is SectionKind.PROBLEM or (one.holder and not _FOR_ALL.search(one.holder)):
        return False
    text = _words_in(sentence.text)
    at = one.start - sentence.start
    beside = [other for other in every if other.sentence == one.sentence]
    if _TOTAL_ROW.search(text[:at]):
        return True
    if "|" in text or "\t" in text:
        return not one.holder
    start = max((match.end() for match in _SEGMENT.finditer(text[:at])), default=0)
    lead = text[start:at]
    for other in reversed(beside):
        a, z = other.start - sentence.start - start, other.end - sentence.start - start
        if a >= 0 and z <= len(lead):
            lead = f"{lead[:a]},{lead[z:]}"
    noun = re.split(r"[,;。、:!?]", text[one.end - sentence.start :], maxsplit=1)[0]
    said = _ASIDE.sub("", f"{_OPENING.sub('', lead)},{noun}")
    if _NARROWER.search(_FOR_ALL.sub("", said)) or _NARROWER.search(_FOR_ALL.sub("", fold(sentence.lead))):
        return False
    words = [word for known in _known(beside, catalogue) for word in _words_of(known)]
    for word in sorted({*words, *_words_of(indicator)}, key=lambda word: (-len(word), word)):
        said = gapped(word).sub("", said) if "~" in word else said.replace(word, "")
    said = _EVERYONE.sub("", said)
    return len(rest_of(_STAGES.sub("", _CHANGED.sub("", said)))) <= _MOST


def _words_in(text: str) -> str:
    """Fold a sentence, a hard wrap as a space."""
    return fold(text).replace("\n", " ")


def _known(observations: Sequence[Observation], catalogue: Catalogue) -> list[Indicator]:
    """Give the indicators of figures that stand beside each other."""
    ids = {one.indicator for one in observations if one.indicator}
    return [known for id_ in ids if (known := catalogue.get(id_)) is not None]


def _words_of(indicator: Indicator) -> tuple[str, ...]:
    """List the words that name an indicator."""
    return (*indicator.names, *indicator.about, *indicator.counts)


def _scope(one: Observation, report: Report) -> str:
    """Tell whether a figure is said of the government itself, of all below it, or of neither."""
    sentence = report.sentences[one.sentence]
    said = _SEGMENT.split(fold(sentence.text)[: one.start - sentence.start])[-1]
    return "all" if _ALL.search(said) else "own" if _OWN.search(said) else ""


def _quantity(one: Observation, report: Report) -> Quantity:
    """Give an observation back as a figure."""
    printed = fold(report.text[one.start : one.end])
    return Quantity(0, len(printed), one.value, one.unit, one.qualifier or None, printed)


def _bounds(one: Observation, report: Report) -> Interval:
    """Bound what a figure may stand for: 1.2万件 may be 12,034件."""
    return interval_of(_quantity(one, report), fold(report.text[one.end : one.end + 1]))
