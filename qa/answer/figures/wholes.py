"""The whole of a part, in its sentence or before it: behind 其中, or where a sentence lists parts by their kinds (从领域看)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from qa.ledger.mention import Mention
from qa.ledger.stages import stage_of
from qa.patterns import lazy_re
from qa.ranking import PreparedReport
from qa.text import fold
from qa.units import UNIT_CLASS

# Marks and brackets round names, which a turn leaves out: 村(居)法律顾问.
MARKS = lazy_re(r"[()（）“”\"「」《》\s]")


_INVOLVED = lazy_re(r"[,，]?(?:涉及?(?!案金额|及金额|案)|包括|包含|含)[\u4e00-\u9fff]")


# "受理案件按管理领域分,公安121件", "从领域看,市场监管1128件", "审结案件中,维持142件": parts of a whole told before
_BY_KIND = lazy_re(
    r"(?P<of>(?:\d+件)?[\u4e00-\u9fff]{0,10}?)(?:(?:案件|申请|纠纷|事项)中|(?:按|从|分)[^,;。]{1,10}?(?:分|看|来看|划分|统计))[,:]"
)


# "其中邻里纠纷2674起": parts that say what they are
_THINGS = lazy_re(r"(?:纠纷|案件|申请|投诉|举报|线索|工单|事项)$")
_CLOSED = lazy_re(r"[,，、(（][^,，。;；\d]{0,6}率(?:为|达到?)?[\d.]+[%％]")
_LED_BACK = 3  # sentences back


def indexes_shown(shown: Iterable[tuple[str, int]], report: PreparedReport) -> Iterator[int]:
    """Go through the sentences of a report that were just shown.

    Args:
        shown: As ``Reading.shown``.
        report: A prepared report.

    Yields:
        Their indexes.
    """
    for report_id, at in shown:
        if report_id == report.report.meta.id and (sentence := report.report.sentence_at(at)) is not None:
            yield sentence.index


def sentence_figures(sentence: int, report: PreparedReport) -> list[Mention]:
    """List the figures of a sentence.

    Args:
        sentence: Its index.
        report: A prepared report.

    Returns:
        Its figures in order, earlier ones left out.
    """
    found = (m for m in report.mentions if m.sentence == sentence and not m.past)
    return sorted(found, key=lambda m: m.quantity.start)


def counts_of(index: int, report: PreparedReport) -> list[Mention]:
    """List the counts of a sentence in order."""
    return [m for m in sentence_figures(index, report) if not m.change]


def opens_with_parts(index: int, report: PreparedReport) -> bool:
    """Tell whether a sentence goes on with the parts of the one before: 其中道路运输7248宗."""
    texts = report.report.sentences
    return 0 < index < len(texts) and texts[index].text.lstrip().startswith("其中")


def leads_parts(told: Mention, report: PreparedReport) -> bool:
    """Tell whether the next sentence lists the parts of a figure by their kinds: 从领域看, behind 办理处罚案件3867件."""
    sentences, index = report.report.sentences, told.sentence + 1
    beside = index < len(sentences) and sentences[index].passage == sentences[told.sentence].passage
    led = _BY_KIND.match(fold(sentences[index].text)) if beside else None
    return led is not None and stage_of(led["of"]) in {"", None, stage_of(fold(told.label))}


def _whole_before(told: Mention, report: PreparedReport) -> Mention | None:
    """Find the whole in the sentence before one that opens with its parts."""
    if not opens_with_parts(told.sentence, report):
        return None
    text = report.report.sentences[told.sentence - 1].text
    kind = told.quantity.unit_class
    wholes = [
        m
        for m in counts_of(told.sentence - 1, report)
        if m.quantity.unit_class == kind and "其中" not in re.split("[;；。]", text[: m.quantity.start])[-1]
    ]
    stage = stage_of(fold(told.label))
    if len(wholes) > 1 and stage:  # 受理4736件,审结4619件。其中市本级受理1128件
        wholes = [m for m in wholes if stage_of(fold(m.label)) == stage]
    elif len(wholes) > 1:  # 调解纠纷8934起,成功8795起。其中邻里2674起: of all that were mediated
        wholes = [m for m in wholes if "成功" not in fold(m.label)]
    return wholes[0] if len(wholes) == 1 else None


def _whole_led(of: str, told: Mention, report: PreparedReport) -> Mention | None:
    """Find the whole that the opening of a sentence of parts names, in the sentences before it: 受理341件, of 受理案件按领域分.

    The nearest sentence of the paragraph that tells a count of that stage has it; where no stage is named, its first count.
    """
    sentences, stage = report.report.sentences, stage_of(of)
    for index in range(told.sentence - 1, max(-1, told.sentence - 1 - _LED_BACK), -1):
        if sentences[index].passage != sentences[told.sentence].passage:
            return None
        wholes = [m for m in counts_of(index, report) if m.quantity.unit == told.quantity.unit]
        wholes = [m for m in wholes if not stage or stage_of(fold(m.label)) == stage]
        if wholes:
            return wholes[0]
    return None


def whole_of(told: Mention, figures: Sequence[Mention], report: PreparedReport) -> Mention | None:
    """Find the figure of which another is a part: the last one before its 其中 that is counted alike.

    Args:
        told: The part.
        figures: The figures of its sentence, in order.
        report: Their report.

    Returns:
        The whole, or None where the sentence tells none.
    """
    text = report.report.sentences[told.sentence].text
    at = text.rfind("其中", 0, told.quantity.start)
    if at < 0 and (led := _BY_KIND.match(fold(text))) is not None:
        return _whole_led(led["of"], told, report)
    if at < 0 and _INVOLVED.match(fold(told.label)):
        at = text.rfind(told.label, 0, told.quantity.start)  # 办理406件,涉及农民工178件
    if re.search("[;；]", text[at : told.quantity.start]) and "领域" not in words_of(told, figures, report):
        return None  # 其中 was of another whole; 其中食品领域处罚387件;交通领域处罚512件 goes on
    unit = told.quantity.bare_unit
    before = [m for m in figures if m.quantity.end <= at and m.quantity.unit_class == UNIT_CLASS.get(unit)]
    if at < 0 or not before:
        return _whole_before(told, report)
    return _of_their_kind(words_of(told, figures, report), before, report) or before[-1]


def _of_their_kind(part: str, before: Sequence[Mention], report: PreparedReport) -> Mention | None:
    """Find the whole whose words name what the parts are, before one that a rate closes: 受理8236起,成功8120起,成功率98%."""
    kind, last = _THINGS.search(part), before[-1]
    text = report.folded[last.sentence]
    if kind is None or _CLOSED.match(text, last.quantity.end) is None:
        return None
    named = [m for m in before if kind[0] in re.split(r"[,;:。\d]", text[: m.quantity.start])[-1]]
    return named[0] if len(named) == 1 else None


def words_of(mention: Mention, figures: Sequence[Mention], report: PreparedReport) -> str:
    """Give the words between the figure before and this one, and the noun behind its unit, without marks.

    Args:
        mention: A figure.
        figures: The figures of its sentence, in order.
        report: Their report.

    Returns:
        The words.
    """
    if mention.thing:  # 甲镇、乙镇分别查办31起、45起
        return MARKS.sub("", f"{mention.column} {fold(mention.thing)} {mention.noun}")
    behind = [m for m in figures if m.quantity.end <= mention.quantity.start]
    start = behind[-1].quantity.end if behind else 0
    before = fold(report.report.sentences[mention.sentence].text[start : mention.quantity.start])
    if behind and behind[-1].noun:  # 286名村(居)法律顾问、2089名…: the noun is the figure's before it
        before = before.removeprefix(fold(behind[-1].noun))
    before = re.split(r"[,;:。]", before.rstrip(",;: "))[-1]
    return MARKS.sub("", f"{mention.column} {before} {mention.noun}")
