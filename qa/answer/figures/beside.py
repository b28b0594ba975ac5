"""The figure of another thing in the sentence that answered the turn before: 民事呢, after 其中刑事多少.

A turn that only names a noun means, where the sentence just shown tells it, the figure of that sentence: it is about the same
whole. Knows no topics; a noun that the sentence does not own leaves the question to the ordinary way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.ledger.mention import Mention
from qa.ledger.stages import stage_of
from qa.quantity import UNIT_CLASS
from qa.question.conversation.pointing import WHOLE
from qa.ranking import PreparedReport, ScoredMention
from qa.scored import taken
from qa.text import fold

# Marks and brackets round names, which a turn leaves out: 村(居)法律顾问.
_MARKS = re.compile(r"[()（）“”\"「」《》\s]")
_TAIL = re.compile(r"(?:案件|案|的|数量|数|事项|掉|了)$")
_INVOLVED = re.compile(r"[,，]?(?:涉及?(?!案金额|及金额|案)|包括|包含|含)[\u4e00-\u9fff]")
# "受理案件按管理领域分,公安121件", "从领域看,市场监管1128件", "审结案件中,维持142件": parts of a whole told before
_BY_KIND = re.compile(
    r"(?P<of>[\u4e00-\u9fff]{0,10}?)(?:(?:案件|申请|纠纷|事项)中|(?:按|从|分)[^,;。]{1,10}?(?:分|看|来看|划分|统计))[,:]"
)
_OPENS = re.compile(r"^\W*(?:其中)?")
_LED_BACK = 3  # sentences back
_SEVERAL = 2
_SHARE = re.compile(r"率|比|占")


def figure_beside(
    near: tuple[str, int, str],
    bare: str,
    forms: Sequence[str],
    report: PreparedReport,
    unit_class: str,
    *,
    inside: bool = False,
) -> ScoredMention | None:
    """Find the figure of a thing in the sentence that answered the turn before.

    Args:
        near: The figure that answered, as ``Reading.near`` has it.
        bare: The thing, or ``WHOLE`` for the whole of the parts.
        forms: Other words that stand for the thing.
        report: A prepared report.
        unit_class: Class of the unit that the turn asks for, or "".
        inside: Whether it asks of a part of the figure that was told, whose words may hold the part: 里面举报几件, of 投诉举报.

    Returns:
        The figure, or None where the sentence has none or several that the thing may mean.
    """
    told, figures = figures_beside(near, report)
    changed = told is not None and bool(told.change)  # 一审的呢, after 同比升了多少, asks its change
    told = counted(told, figures) if told is not None and changed else told
    figures = [m for m in figures if not m.change]
    if told is None or (changed and bare == WHOLE):
        return None
    if changed:
        found = _named_behind([bare, *forms], told, report)
    elif bare == WHOLE:
        found = whole_of(told, figures, report)
    else:
        names = [bare, *forms]
        found = _named(names, told, figures, report, inside=inside) or _named_behind(names, told, report)
    if found is None or (
        unit_class and UNIT_CLASS.get(found.quantity.unit.lstrip("百千万亿"), "") != unit_class
    ):
        return None
    return taken(found, report)


def figures_beside(
    near: tuple[str, int, str] | None, report: PreparedReport
) -> tuple[Mention | None, list[Mention]]:
    """Find the figure that answered the turn before, with the others of its sentence.

    Args:
        near: The figure, as ``Reading.near`` has it, or None.
        report: A prepared report.

    Returns:
        The figure, or None where it stands in another report, and the figures of its sentence in order, earlier ones left out.
    """
    if near is None or report.report.meta.id != near[0]:
        return None, []
    sentence = next((s.index for s in report.report.sentences if s.start <= near[1] < s.end), -1)
    figures = sentence_figures(sentence, report)
    return next((m for m in figures if m.quantity.value == near[2]), None), figures


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


def counted(told: Mention, figures: Sequence[Mention]) -> Mention | None:
    """Take the count that a change belongs to: 799件, of 发明专利799件,同比增长20.88%.

    Args:
        told: A figure.
        figures: The figures of its sentence, in order.

    Returns:
        The figure itself where it is no change, else the count before it, or None.
    """
    if not told.change and told.quantity.unit != "%":
        return told
    before = [f for f in figures if f.quantity.end <= told.quantity.start and f.quantity.unit != "%"]
    return next((f for f in reversed(before) if not f.change), None) if told.change else None


def named_beside(
    noun: str, told: Mention, figures: Sequence[Mention], report: PreparedReport
) -> Mention | None:
    """Find the figure that a noun owns in the sentence of another one, or that one itself.

    Args:
        noun: Such as 民事.
        told: The figure that was told.
        figures: The figures of its sentence.
        report: Their report.

    Returns:
        The figure, or None where no one of them is the noun's.
    """
    counted = [m for m in figures if not m.change]
    if (_TAIL.sub("", noun) or noun) in words_of(told, counted, report):
        return told
    return _named([noun], told, counted, report)


def _in_full(noun: str) -> str:
    """Write the pattern of a name of two characters in full: 文旅 is 文化旅游, 食药 is 食品药品."""
    first, *rest = map(re.escape, noun)
    return (
        rf"{first}[\u4e00-\u9fff]{rest[0]}[\u4e00-\u9fff]" if len(noun) == _SEVERAL else first + "".join(rest)
    )


def _bare(name: str) -> str:
    """Leave marks and what people add at will out of a name, but not all of it but a character: 结案 stands as it is."""
    bare = _TAIL.sub("", _MARKS.sub("", name))
    return bare if len(bare) >= _SEVERAL else name


def _named(
    names: Sequence[str],
    told: Mention,
    figures: Sequence[Mention],
    report: PreparedReport,
    *,
    inside: bool = False,
) -> Mention | None:
    """Find the one figure that a noun owns and that the one just told does not share."""
    nouns = [_bare(name) for name in names]
    spelled = "|".join((*map(re.escape, nouns), *(_in_full(noun) for noun in nouns[:1])))

    def holds(mention: Mention) -> bool:
        return re.search(rf"(?<![不未没无])(?:{spelled})", words_of(mention, figures, report)) is not None

    if inside and _OPENS.sub("", words_of(told, figures, report)) in nouns:
        return told  # 其中醉驾, after 醉驾呢
    if holds(told) and not inside:
        text = report.report.sentences[told.sentence].text
        at = text.find("其中", told.quantity.end)
        parts = [
            m
            for m in figures
            if m.quantity.start > at >= 0 and m.quantity.unit == told.quantity.unit and holds(m)
        ]
        return parts[0] if len(parts) == 1 else None  # 报告书呢, of 审批报告书、报告表138个,其中报告书19个
    held = [m for m in figures if m is not told and holds(m)]
    if not _SHARE.search(names[0]):
        held = [m for m in held if m.quantity.unit != "%"]
    if len(held) < _SEVERAL:
        return held[0] if held else None
    at = report.report.sentences[told.sentence].text.rfind("其中", 0, told.quantity.start)
    beside = [m for m in held if m.quantity.start > at >= 0]
    if len(beside) == 1:
        return beside[0]  # 投诉呢, after 投诉举报1572件,其中投诉1318件、举报254件 and 举报呢
    # 审结呢, after 其中市本级受理256件: 审结239件 stands behind it, 全市审结702件 before it
    return next((m for m in held if m.quantity.start > told.quantity.start), None)


def _of_sentence(index: int, report: PreparedReport) -> list[Mention]:
    """List the counts of a sentence in order."""
    return [m for m in sentence_figures(index, report) if not m.change]


def _opens_with_parts(index: int, report: PreparedReport) -> bool:
    """Tell whether a sentence goes on with the parts of the one before: 其中道路运输7248宗."""
    texts = report.report.sentences
    return 0 < index < len(texts) and texts[index].text.lstrip().startswith("其中")


def _named_behind(names: Sequence[str], told: Mention, report: PreparedReport) -> Mention | None:
    """Find the one figure that a noun owns among the parts in the next sentence: 查处1.16万宗。其中道路运输7248宗."""
    if not _opens_with_parts(told.sentence + 1, report):
        return None
    parts = _of_sentence(told.sentence + 1, report)
    nouns = [_bare(name) for name in names]
    held = [m for m in parts if any(noun in words_of(m, parts, report) for noun in nouns)]
    return held[0] if len(held) == 1 else None


def _whole_before(told: Mention, report: PreparedReport) -> Mention | None:
    """Find the whole in the sentence before one that opens with its parts."""
    if not _opens_with_parts(told.sentence, report):
        return None
    text = report.report.sentences[told.sentence - 1].text
    kind = UNIT_CLASS.get(told.quantity.unit.lstrip("百千万亿"))
    wholes = [
        m
        for m in _of_sentence(told.sentence - 1, report)
        if UNIT_CLASS.get(m.quantity.unit.lstrip("百千万亿")) == kind
        and "其中" not in re.split("[;；。]", text[: m.quantity.start])[-1]
    ]
    stage = stage_of(fold(told.label))
    if len(wholes) > 1 and stage:  # 受理4736件,审结4619件。其中市本级受理1128件
        wholes = [m for m in wholes if stage_of(fold(m.label)) == stage]
    return wholes[0] if len(wholes) == 1 else None


def _whole_led(of: str, told: Mention, report: PreparedReport) -> Mention | None:
    """Find the whole that the opening of a sentence of parts names, in the sentences before it: 受理341件, of 受理案件按领域分.

    The nearest sentence of the paragraph that tells a count of that stage has it; where no stage is named, its first count.
    """
    sentences, stage = report.report.sentences, stage_of(of)
    for index in range(told.sentence - 1, max(-1, told.sentence - 1 - _LED_BACK), -1):
        if sentences[index].passage != sentences[told.sentence].passage:
            return None
        wholes = [m for m in _of_sentence(index, report) if m.quantity.unit == told.quantity.unit]
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
    unit = told.quantity.unit.lstrip("百千万亿")
    before = [
        m
        for m in figures
        if m.quantity.end <= at and UNIT_CLASS.get(m.quantity.unit.lstrip("百千万亿")) == UNIT_CLASS.get(unit)
    ]
    return before[-1] if at >= 0 and before else _whole_before(told, report)


def words_of(mention: Mention, figures: Sequence[Mention], report: PreparedReport) -> str:
    """Give the words between the figure before and this one, and the noun behind its unit, without marks.

    Args:
        mention: A figure.
        figures: The figures of its sentence, in order.
        report: Their report.

    Returns:
        The words.
    """
    behind = [m for m in figures if m.quantity.end <= mention.quantity.start]
    start = behind[-1].quantity.end if behind else 0
    before = fold(report.report.sentences[mention.sentence].text[start : mention.quantity.start])
    if behind and behind[-1].noun:  # 286名村(居)法律顾问、2089名…: the noun is the figure's before it
        before = before.removeprefix(fold(behind[-1].noun))
    before = re.split(r"[,;:。]", before.rstrip(",;: "))[-1]
    return _MARKS.sub("", f"{mention.column} {before} {mention.noun}")
