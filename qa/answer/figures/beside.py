"""The figure of another thing in the sentence that answered the turn before: 民事呢, after 其中刑事多少.

A turn that only names a noun means, where the sentence just shown tells it, the figure of that sentence: it is about the same
whole. Knows no topics; a noun that the sentence does not own leaves the question to the ordinary way.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answer.figures.wholes import (
    MARKS,
    counts_of,
    leads_parts,
    opens_with_parts,
    sentence_figures,
    whole_of,
    words_of,
)
from qa.ledger.mention import Mention
from qa.patterns import lazy_re
from qa.question.conversation.pointing import WHOLE
from qa.ranking import PreparedReport, ScoredMention
from qa.scored import taken

_TAIL = lazy_re(r"(?:案件|案|的|数量|数|事项|掉|了)$")
_OPENS = lazy_re(r"^\W*(?:其中)?")
_SEVERAL = 2
# "援助对象中农民工198人、老年人64人": people, of the cases told right before
_SERVED = lazy_re(r"(?:其中)?(?:法律)?(?:受援|援助|救助|服务|帮扶)(?:对象|群众|人员|人)(?:中|里)?")
_SOON = 2  # sentences
_SHARE = lazy_re(r"率|比|占")


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
        found = _named_behind([bare, *forms], told, report) or _part_unmoved([bare, *forms], told, report)
    elif bare == WHOLE:
        found = whole_of(told, figures, report)
    else:
        names = [bare, *forms]
        found = _named(names, told, figures, report, inside=inside) or _named_behind(names, told, report)
    if found is None or (unit_class and found.quantity.unit_class != unit_class):
        listed = _among_served([bare, *forms], told, report) if unit_class in {"", "case"} else None
        return taken(listed, report) if listed is not None else None
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
    return _named([noun], told, counted, report) or _named_behind([noun], told, report)


def _in_full(noun: str) -> str:
    """Write the pattern of a name of two characters in full: 文旅 is 文化旅游, 食药 is 食品药品."""
    first, *rest = map(re.escape, noun)
    return (
        rf"{first}[\u4e00-\u9fff]{rest[0]}[\u4e00-\u9fff]" if len(noun) == _SEVERAL else first + "".join(rest)
    )


def _bare(name: str) -> str:
    """Leave marks and what people add at will out of a name, but not all of it but a character: 结案 stands as it is."""
    bare = _TAIL.sub("", MARKS.sub("", name))
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
    spelled = spelled.replace("综合执法", "综合(?:行政)?执法")  # 综合执法局, of 县综合行政执法局712件

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


def _part_unmoved(names: Sequence[str], told: Mention, report: PreparedReport) -> Mention | None:
    """Find the part of a figure of which no change is printed: 98件, of 327件,比上年增加113件,…其中调解98件."""
    every = sentence_figures(told.sentence, report)
    part = _named(names, told, [m for m in every if not m.change], report)
    if part is None or part.quantity.unit != told.quantity.unit or whole_of(part, every, report) is None:
        return None
    return None if any(m.change and m.of == part.quantity.start for m in every) else part


def _among_served(names: Sequence[str], told: Mention, report: PreparedReport) -> Mention | None:
    """Find those whom cases served, listed in a sentence of the same paragraph: 老年人64人, of 援助对象中农民工198人."""
    sentences = report.report.sentences
    for index in range(told.sentence + 1, min(len(sentences), told.sentence + 1 + _SOON)):
        if sentences[index].passage != sentences[told.sentence].passage:
            return None
        if _SERVED.match(sentences[index].text.lstrip()):
            listed = counts_of(index, report)
            held = [m for m in listed if any(_bare(n) in words_of(m, listed, report) for n in names)]
            return held[0] if len(held) == 1 else None
    return None


def _named_behind(names: Sequence[str], told: Mention, report: PreparedReport) -> Mention | None:
    """Find the one figure that a noun owns among the parts in the next sentence: 查处1.16万宗。其中道路运输7248宗."""
    if not (opens_with_parts(told.sentence + 1, report) or leads_parts(told, report)):
        return None
    parts = counts_of(told.sentence + 1, report)
    nouns = [_bare(name) for name in names]
    held = [m for m in parts if any(noun in words_of(m, parts, report) for noun in nouns)]
    return held[0] if len(held) == 1 else None
