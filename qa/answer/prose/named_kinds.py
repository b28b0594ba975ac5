"""Lists what a report has of a kind that it names: 有哪些品牌, 建了哪些平台; every sentence that names one.

A report that never says 品牌 may still give its practices names; those are shown as what they are, and not called brands.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft
from qa.answer.prose.distinctions import named_practices
from qa.answer.prose.fact import add_statement
from qa.matching import match
from qa.patterns import lazy_re
from qa.question.words.terms import Term
from qa.ranking import PreparedReport
from qa.text import fold
from qa.types import AnswerKind, SectionKind, Sentence

_Q = r"[“\"「]"
_E = r"[”\"」]"
# kind -> how a report names one: “诚信某市”平台, 一体化监管平台, “某某议事会”
_KINDS = {
    "品牌": lazy_re(r"品牌(?!影响|形象|建设|效应|意识|培育)"),
    "平台": lazy_re(
        rf"{_E}[^,。;“”]{{0,8}}(?:平台|系统)|[\u4e00-\u9fff]{{2,}}(?:平台|系统)(?!性)|小程序|APP|{_E}?大脑"
    ),
    "机制": lazy_re(rf"{_Q}[^”\"」]{{2,20}}{_E}[^,。;“”]{{0,8}}(?:机制)|[\u4e00-\u9fff]{{4,}}机制"),
    "工作法": lazy_re(r"工作法"),
    "工作室": lazy_re(r"工作室|调解室"),
}
_SAME = {"系统": "平台", "应用": "平台", "小程序": "平台", "调解室": "工作室"}
_NAMES = "品牌|平台|系统|小程序|机制|工作法|工作室|调解室"
_ASKED = (
    lazy_re(
        rf"(?:哪些|什么|哪几[个种项]?|啥)(?P<of>[^,。?]{{0,10}}?)(?P<kind>{_NAMES})(?:和(?:系统|平台))?(?:吗|呢)?[?。!]*$"
    ),
    lazy_re(
        rf"(?P<of>[^,。?]{{0,10}}?)(?P<kind>{_NAMES})(?:都|主要|分别)?(?:有|是|叫)(?:哪些|什么|哪几[个种项]?|啥)[?。!]*$"
    ),
)
# Words before the kind that make it no other thing.
FRAME = lazy_re(
    rf"{_NAMES}|数字化|信息化|智慧|智能|网络|线上|特色|创新|自己|打造|建设|建立|建成|搭建|推出|创建|形成|培育|擦亮|开发|使用|运用|依托|有哪些|哪些|什么"
)
_HELD = 0.6
_MOST = 12


def kind_named(question: str) -> str:
    """Tell which kind of named thing a question asks to have listed.

    Args:
        question: A cleaned question, its places and years blanked.

    Returns:
        The kind, or "".
    """
    asked = next((m for p in _ASKED if (m := p.search(fold(question).strip()))), None)
    return _SAME.get(asked["kind"], asked["kind"]) if asked else ""


def answer_kind(prepared: PreparedReport, kind: str, terms: Sequence[Term]) -> Draft | None:
    """Compose the list: each sentence that names one of the kind, on the topic where one is named.

    Args:
        prepared: The report.
        kind: As ``kind_named`` gives it.
        terms: Terms of the topic; none where the whole report is meant.

    Returns:
        The draft, or None where the report names none.
    """
    done = [
        s
        for s in prepared.report.sentences
        if s.section not in {SectionKind.PLAN, SectionKind.PROBLEM} and not s.text.lstrip().startswith("|")
    ]
    named = [s for s in done if _KINDS[kind].search(s.text) and _is_on(terms, prepared, s)]
    draft = Draft(AnswerKind.LIST)
    if not named and kind == "品牌" and not terms:
        named = named_practices(prepared)
        if named:
            draft.lines.append(
                say.NO_BRANDS(say.PLACE_YEAR(prepared.report.meta.place, prepared.report.meta.year))
            )
    one = len(named) == 1 and not draft.lines
    for sentence in named[:_MOST]:
        add_statement(
            draft, prepared.report, sentence.index, tuple(terms), "name", prefix="" if one else "- "
        )
    return draft if named else None


def _is_on(terms: Sequence[Term], prepared: PreparedReport, sentence: Sentence) -> bool:
    """Tell whether a sentence, or the item that it stands in, holds every word of a topic."""
    beside = prepared.folded[sentence.index] + "|" + fold(sentence.lead)
    return all(match(t, beside) >= _HELD for t in terms)
