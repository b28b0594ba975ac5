"""How many of what was found are not mended yet: 还有几处没整改, told by both levels of one sentence and their difference.

查出隐患2412处,整改2391处 prints no rest; the two figures are shown, and what is left of one by the other. Knows the words of such
questions and figures, and nothing of ranking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft, plain, trim
from qa.answer.compose.number import value_of
from qa.answer.prose.fact import OPENING
from qa.ledger.mention import Mention
from qa.ledger.stages import stage_of
from qa.matching import match
from qa.patterns import lazy_re
from qa.question.words.terms import Term
from qa.ranking import PreparedReport
from qa.text import fold
from qa.types import AnswerKind, SectionKind

_NOT = r"(?:没有?|未|尚未|还没有?|待)(?:被)?(?:能)?(?:完成)?(?:整改|改|销号|消除|解决|完成(?!率))"
# "还有多少处没整改", "还剩几个没改", "剩余几条没整改", "还有几个问题在推进", "没整改的有几处", "未整改的隐患多少处"
_ASKED = lazy_re(
    rf"(?:还|仍|剩|余下)[^,。?]{{0,6}}(?:多少|几)[^,。?]{{0,10}}(?:{_NOT}|在(?:整改|推进|改))|{_NOT}(?:到位|完)?的?[^,。?]{{0,8}}(?:还|有|是|剩|共)*(?:多少|几)"
)
_MENDED = lazy_re(r"整改|改正|销号|完成")
_ENDED = frozenset({stage_of("办结"), stage_of("审结"), stage_of("整改")}) - {""}
_STAGE_ALONE = 3  # 举报254件,办结1561件: 办结 alone goes back to the whole
_REST = lazy_re(r"其余|剩余|剩下|余下|尚|仍有|未|正在")
_SAYS_LEFT = lazy_re(r"^(?:余下|剩余|剩下|还有|还剩|推进|完成|问题)$")
_HELD = 0.6  # how well a word of the question must stand in a sentence, as for a limit of time (qa.answer.figures.limits)
_SHARE = 0.6  # of the weight of the question's words that a sentence must hold


def asks_left(content: str) -> bool:
    """Tell whether a question asks how many of what was found are not mended.

    Args:
        content: The question, its places and years blanked.

    Returns:
        True for 隐患还有几处没整改.
    """
    return _ASKED.search(fold(content)) is not None


def answer_left(terms: Sequence[Term], report: PreparedReport) -> Draft | None:
    """Show what was found and what was mended in one sentence, with what is left.

    Args:
        terms: Terms of the question.
        report: The report.

    Returns:
        The draft, or None where no sentence gives both, or two sentences fit alike.
    """
    named = [t for t in terms if not (stage_of(t.text) in {"整改", "发现"} or _SAYS_LEFT.search(t.text))]
    named = named or list(terms)
    whole = sum(t.weight for t in named)
    best: tuple[float, Mention, Mention] | None = None
    alike = False
    for found, mended in _pairs(report):
        sentence = report.report.sentences[found.sentence]
        around = "|".join((report.folded[found.sentence][: mended.quantity.end], fold(sentence.lead)))
        held = sum(t.weight for t in named if match(t, around) >= _HELD) / whole if whole else 0.0
        if best is None or held > best[0]:
            best, alike = (held, found, mended), False
        elif held == best[0]:
            alike = True
    if best is None or alike or best[0] < _SHARE:
        return None
    return _draft(best[1], best[2], report)


def answer_left_in(index: int, report: PreparedReport) -> Draft | None:
    """Show what was found and what was mended in a sentence that was just shown, with what is left.

    Args:
        index: Index of the sentence.
        report: Its report.

    Returns:
        The draft, or None where the sentence does not give both.
    """
    pairs = [pair for pair in _pairs(report) if pair[0].sentence == index] or _ended_in(index, report)
    return _draft(*pairs[0], report) if len(pairs) == 1 else None


def _ended_in(index: int, report: PreparedReport) -> list[tuple[Mention, Mention]]:
    """Pair what came in with what was ended of it in one sentence: 受理1572件,其中举报254件,办结1561件."""
    figures = [m for m in report.mentions if m.sentence == index and not (m.change or m.past)]
    ended = [
        m
        for m in figures
        if stage_of(fold(m.label)) in _ENDED and (not m.part or len(m.label) <= _STAGE_ALONE)
    ]
    wholes = [m for m in figures if stage_of(fold(m.label)) not in _ENDED and not m.part]

    def alike(one: Mention, other: Mention) -> bool:
        return one.quantity.unit == other.quantity.unit

    return [
        (whole, end)
        for end in ended[:1]
        for whole in [m for m in wholes if m.quantity.end <= end.quantity.start and alike(m, end)][:1]
        if whole.quantity.amount > end.quantity.amount
    ]


def _pairs(report: PreparedReport) -> Iterator[tuple[Mention, Mention]]:
    """Go through the figures of what was found with the one behind that tells how many of them were mended."""
    for at, found in enumerate(report.mentions):
        if report.report.sentences[found.sentence].section is SectionKind.PLAN or _MENDED.search(found.label):
            continue
        behind = [m for m in report.mentions[at + 1 : at + 4] if m.sentence == found.sentence]
        alike = [m for m in behind if m.quantity.unit == found.quantity.unit and not (m.change or m.past)]
        mended = next(iter(alike), None)
        counted = stage_of(fold(found.label)) == "发现" or re.search(
            r"隐患|问题", f"{found.label}|{found.noun}"
        )
        if mended is None or not counted or mended.part or not _MENDED.search(mended.label):
            continue
        if Decimal(mended.quantity.value) < Decimal(found.quantity.value):
            yield found, mended


def _draft(found: Mention, mended: Mention, report: PreparedReport) -> Draft:
    """Compose the answer: the words from the one figure to the other, and their difference unless it is printed right behind."""
    held = report.report
    sentence = held.sentences[found.sentence]
    gap = f"{Decimal(found.quantity.value) - Decimal(mended.quantity.value):f}"
    rest = next(
        (
            m
            for m in report.mentions
            if m.sentence == found.sentence
            and m.quantity.start > mended.quantity.end
            and m.quantity.value == gap
            and _REST.search(m.label)
        ),
        None,
    )
    start, end = found.clause[0], (rest or mended).clause[1]
    draft = Draft(AnswerKind.NUMBER)
    marker = draft.cite(held, sentence.start + start, sentence.start + end, sentence)
    told = say.FACT(
        "",
        held.meta.place,
        held.meta.year,
        "",
        plain(trim(OPENING.sub("", sentence.text[start:end]))),
        marker,
    )
    if rest is not None:
        draft.values.append(value_of(held, rest, "", marker))
        draft.lines.append(told)
        return draft
    draft.values += [value_of(held, m, "", marker) for m in (found, mended)]
    draft.computed.add(gap)
    unit = found.quantity.unit
    draft.lines.append(say.BY_LEVELS(told, f"{gap}{unit}", f"{found.quantity.value}−{mended.quantity.value}"))
    return draft
