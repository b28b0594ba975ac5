"""Lists the documents that a report names in 《》: all of them, or those that the place itself issued."""

from __future__ import annotations

import re

from qa.answer import messages as say
from qa.answer.draft import Draft, plain
from qa.ranking import PreparedReport
from qa.types import AnswerKind, SectionKind

# "出台了哪些文件", "制定了什么制度", "做了哪些制度文件"
_ISSUED = re.compile(
    r"(?:出台|制定|制发|印发|发布|出)(?:了|过)?(?:的)?(?:哪些|哪几[个份部项件]|什么|啥)[^,。?]{0,6}(?:文件|制度|办法|规定|意见|方案|清单|政策|规范)"
    r"|(?:做|搞|弄)了?(?:哪些|什么)[^,。?]{0,4}(?:制度|文件)"
    r"|(?:出台|制定|制发|印发|发布)(?:了|过)?的[^,。?]{0,6}(?:文件|制度)[^,。?]{0,4}(?:有哪些|有什么|清单|名单|列)"
)
# "提到哪些《》", "列出文件名称", "报告里有哪些带书名号的文件"
_NAMED = re.compile(
    r"《\s*[》]|书名号|(?:列|罗列|列举|整理|汇总)[^,。?]{0,8}文件(?:的)?(?:名称|名字|名|清单|名单|目录)"
    r"|(?:提到|提及|涉及|引用|写到)(?:了|过)?的?(?:哪些|什么)(?:法规|政策|制度)?文件|文件(?:名称|名字|名)(?:都)?(?:有哪些|是什么|有什么)"
)
FRAME = re.compile(
    r"出台|制定|制发|印发|发布|提到|提及|涉及|引用|写到|文件|制度|办法|规定|意见|方案|清单|政策|规范|名称|名字|目录|书名号|列出|罗列|列举|整理|汇总|哪些|全部|所有|带"
)
_TITLE = re.compile(r"《([^《》]{2,60})》")
_PRESS = re.compile(r"(?:日报|晚报|时报|早报|周报|周刊|杂志|新闻|新闻联播|电视|频道|之声|专栏)$")
_CLAUSE = re.compile(r"[,，;；。\n]")
_ISSUES = "出台|制定|印发|制发|发布|修订|编制|公布|下发|起草|审议通过|通过|推出|完善|拟定|草拟|颁布|签发|形成|编印|转发"
_STUDIES = (
    "学习|贯彻|落实|根据|按照|依据|依照|紧扣|对照|宣传|围绕|执行|遵循|宣讲|解读|参照|结合|违反|适用|实施"
)
_VERB = re.compile(rf"{_ISSUES}|{_STUDIES}")
_ISSUE = re.compile(_ISSUES)
_BEHIND = re.compile(
    r"^(?:》|等|[^,，。;；《]{0,4})?(?:[^,，。;；《]{0,6})(?:出台|制定|印发|修订|正式实施|正式施行|公布|获?审议通过)"
)
# Of the country or the level above: never the place's own.
_ABOVE = re.compile(
    r"(?:国务院|党中央|中共中央|全国人大|司法部|财政部|公安部|最高人民|国家[^,，。]{2,8}[局部委])[^,，。;；《]{0,16}$"
)
_NATIONAL = re.compile(r"^(?:中华人民共和国|国务院|中共中央|全国)")


def titles_asked(question: str) -> str:
    """Tell which documents a question asks to have listed.

    Args:
        question: A cleaned question.

    Returns:
        "issued", "named", or "" where it asks for none.
    """
    return "issued" if _ISSUED.search(question) else "named" if _NAMED.search(question) else ""


def answer_titles(prepared: PreparedReport, which: str) -> Draft | None:
    """Compose the list of titles, each with the clause that prints it.

    Args:
        prepared: The report.
        which: As ``titles_asked`` gives it.

    Returns:
        The draft, or None where the report prints no such title.
    """
    report = prepared.report
    draft = Draft(AnswerKind.LIST)
    told: set[str] = set()
    for sentence in report.sentences:
        if which == "issued" and sentence.section is SectionKind.PLAN:
            continue
        text = sentence.text
        for match in _TITLE.finditer(text):
            if match[1] in told or _PRESS.search(match[1]):
                continue
            start, end = _clause_of(text, match.start(), match.end())
            if which == "issued" and not _is_issued(
                text[start : match.start()], match[1], text[match.end() : end]
            ):
                continue
            told.add(match[1])
            marker = draft.cite(report, sentence.start + start, sentence.start + end, sentence)
            draft.lines.append(say.POINT(plain(match[0]), marker))
    if not draft.lines:
        return None
    of = say.PLACE_YEAR(report.meta.place, report.meta.year)
    draft.lines.insert(0, (say.ISSUED_TITLES if which == "issued" else say.NAMED_TITLES)(of))
    return draft


def _clause_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Find the clause that holds a title; marks inside titles end none."""
    masked = _TITLE.sub(lambda m: "《" + "-" * len(m[1]) + "》", text)
    before = [m.end() for m in _CLAUSE.finditer(masked, 0, start)]
    after = _CLAUSE.search(masked, end)
    return before[-1] if before else 0, after.start() if after else len(text)


def _is_issued(before: str, title: str, behind: str) -> bool:
    """Tell whether the words around a title say that the place itself made the document."""
    before = _TITLE.sub(lambda m: "-" * len(m[0]), before)
    if _NATIONAL.match(title) or _ABOVE.search(before):
        return False
    verbs = list(_VERB.finditer(before))
    if verbs:
        return _ISSUE.fullmatch(verbs[-1][0]) is not None
    return _BEHIND.match(behind) is not None
