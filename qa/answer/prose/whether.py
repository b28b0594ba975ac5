"""Questions that take something for granted: 县委书记是某某吗, 整改完了吗, 哪些指标没有达标. What the report says answers.

A name that differs is put right; what fell short is told by the clauses that say 未达标; nothing is concluded from silence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answer.compose import messages as say
from qa.answer.compose.draft import Draft
from qa.answer.prose.fact import add_statement
from qa.answer.prose.persons import holder_named, office_asked
from qa.matching import match
from qa.patterns import lazy_re
from qa.question.words.terms import Term
from qa.question.words.vocabulary import COUNTED
from qa.ranking import PreparedReport
from qa.text import fold
from qa.types import AnswerKind, SectionKind

_ROLE = r"(?:[区县市镇乡州旗省]长|局长|厅长|处长|科长|股长|所长|院长|检察长|秘书长|书记|主任|主席|会长|部长)"
# "县委书记是某某吗", "县长不是某某吗"
_IS_NAMED = lazy_re(
    rf"^(?P<office>[\u4e00-\u9fff]{{0,12}}?{_ROLE})(?:现在|目前)?(?:是不是|不是|就是|是|叫)(?P<name>[\u4e00-\u9fff]{{2,3}}?)(?:同志)?(?:吗|吧|么|嘛|对吗|对吧)?$"
)
_NO_NAME = lazy_re(r"什么|哪|谁|几|多少|有|没|是|由|在|的")
# "哪些指标没有达标", "有没有没完成的目标"
_UNMET = lazy_re(
    r"(?:哪些|什么|哪[几一两]?[个项类条]|有没有|有无|有几[个项])[^,。?]{0,12}(?:没有?|未|不|尚未|还没)能?(?:达标|完成|达到|实现|做到|兑现|办成)"
    r"|(?:没有?|未|尚未|还没)能?(?:达标|完成|达到|实现|做到|兑现)的?(?:指标|目标|任务|事项|项目|工作)?(?:有哪些|是哪些|有什么|有吗|有几)"
)
FELL_SHORT = lazy_re(
    r"(?<!从)(?:未|尚未|没有|没)能?(?:达标|达到|完成|实现|兑现)|不达标|不?未如期|(?:顺延|延期|推迟)[至到]"
)
_OF_AIMS = lazy_re(r"指标|目标|任务|事项|达标|完成|达到|实现|做到|兑现|没|未|项目|工作|要求")
_MOST, _HELD = 3, 0.6


def answer_named(content: str, report: PreparedReport) -> Draft | None:
    """Say whether an office is held by the person that a question names, with the name that the report gives.

    Args:
        content: The question, its places and years blanked.
        report: The report.

    Returns:
        The draft, or None where no name is asked about or the report gives none.
    """
    asked = _IS_NAMED.match(re.sub(r"[\s?,。!]", "", fold(content)))
    if asked is None or _NO_NAME.search(asked["name"]):
        return None
    office = office_asked(f"{asked['office']}是谁")
    for index, text in enumerate(report.folded):
        name = holder_named(text, office) if office is not None else ""
        if name:
            draft = Draft(AnswerKind.FACT)
            add_statement(draft, report.report, index, (), "who")
            draft.lines[0] = (say.YES if name == asked["name"] else say.NOT_SO)(draft.lines[0])
            return draft
    return None


def asks_unmet(content: str) -> bool:
    """Tell whether a question asks what fell short: 哪些指标没有达标.

    Args:
        content: The question, its places and years blanked.

    Returns:
        True where only clauses that say so answer.
    """
    return _UNMET.search(fold(content)) is not None


def answer_unmet(terms: Sequence[Term], content: str, report: PreparedReport) -> Draft | None:
    """List the sentences that tell what fell short: 98项指标中仍有8项未达标.

    Args:
        terms: Terms of the question.
        content: The question, its places and years blanked.
        report: The report.

    Returns:
        The draft, or None where nothing of the kind is asked or told.
    """
    if not asks_unmet(content):
        return None
    named = [t for t in terms if not _OF_AIMS.search(t.text) and t.text not in COUNTED]
    told = [
        sentence.index
        for sentence, text in zip(report.report.sentences, report.folded, strict=True)
        if sentence.section is not SectionKind.PLAN
        and FELL_SHORT.search(text)
        and all(match(t, text) >= _HELD for t in named)
    ][:_MOST]
    draft = Draft(AnswerKind.LIST if len(told) > 1 else AnswerKind.FACT)
    short = Term(
        "未达标",
        4.0,
        tuple((word, 1.0) for word in ("未达标", "未达到", "未完成", "未实现", "不达标")),
        known=True,
    )
    for index in told:
        add_statement(draft, report.report, index, (*named, short), "", prefix="- " if len(told) > 1 else "")
    return draft if draft.lines else None
