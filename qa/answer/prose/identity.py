"""Which one it is: 是哪项决策, 哪几家企业, 来自哪所高校 are answered by a name, and by no sentence that only counts.

其中1项被建议停止执行 says how many were, and not which. Knows how reports name such things, and nothing of ranking.
"""

from __future__ import annotations

from collections.abc import Sequence

from qa.ledger.clauses import split_clauses
from qa.patterns import lazy_re
from qa.question.words.terms import Term
from qa.text import fold

WHICH, FIRM, SCHOOL = "which", "firm", "school"
IDENTITIES = frozenset((WHICH, FIRM, SCHOOL))
_N = r"[一几些两三四五]?"
_SCHOOL = r"(?:大?学校|高校|大学|学院|院校|中学|小学|党校|幼儿园)"
_FIRM = (
    r"(?:企业|公司|厂子?|工厂|店铺?|商家|商户|医院|律所|律师事务所|网吧|饭店|药店|诊所|银行|超市|物业公司)"
)
_THING = r"[项件个条份部起宗所场处桩笔本篇批次家]"
_COUNT = r"(?:[一两二三四五六七八九十]|\d+)"
# 哪家企业罚得最多, 哪几所学校分别多少: of figures
_NO_FIGURE = r"(?![^,?]*(?:最|第[一二三]|多少|几[件起个次万]))"
_ASKS = (
    (SCHOOL, lazy_re(rf"哪{_N}[所个家]?(?:知名|重点)?{_SCHOOL}(?!类|阶段|系统|领域){_NO_FIGURE}")),
    (FIRM, lazy_re(rf"哪{_N}[家个](?:大|小|外贸|涉案|违法)?{_FIRM}{_NO_FIGURE}")),
    # "被建议停止执行的是哪项决策", "没按期完成的那1条任务是什么", "出庭应诉的是哪一起案件"
    (
        WHICH,
        lazy_re(
            rf"(?:是|系)(?:指|的)?哪{_N}(?!个){_THING}[\u4e00-\u9fff]{{0,6}}$"
            rf"|(?:为了?|因为?|就|围绕|关于|针对)哪{_N}{_THING}[\u4e00-\u9fff]{{0,12}}$"
            rf"|(?:那|这|其中)的?{_COUNT}{_THING}[^,?]{{0,10}}(?:分别)?(?:是|为|叫)(?:什么|啥|哪{_N}{_THING}?)$"
        ),
    ),
)
_NAMING = lazy_re(
    r"[“‘《「][^”’》」]+[”’》」]|即|分别[是为]|包括|包含|具体[是为]|如下|[:—]"
    rf"|[\u4e00-\u9fff]、[^,;。]*(?:等|{_COUNT}(?:余|多)?{_THING})"
)
_COUNTED = lazy_re(rf"{_COUNT}(?:余|多)?{_THING}")
_ENDINGS = {
    SCHOOL: lazy_re(r"大学|学院|党校|中学|小学|学校|幼儿园|校区"),
    FIRM: lazy_re(
        r"公司|集团|厂(?!区|房)|医院|律师事务所|律所|店(?!铺|小二)|超市|酒店|银行|诊所|企业(?=[“《])"
    ),
}
# 驻区高校, 各中小学, 3家公司: what stands before an ending and names none
_COMMON = lazy_re(
    r"(?:高等|中等|中小|技工|职业|民办|公办|特殊教育|各|全部|所有|所|[家名个批类]|驻[市县区]|[市县区]内|辖区|和|与|及|等|、|对|向|为|在|进|入|法治|走进|[\d多余数]"
    r"|物业服务|重点|有关|相关|涉案|违法|上市|科技|建筑|平台|网络|民营|国有|门|网|商|饭|药|餐饮)$|^$"
)
_HEAD = 6
_NAMED_IN_ROW = lazy_re(r"[\u4e00-\u9fff]{2,}(?:、[\u4e00-\u9fff]{2,})+等")


def identity_asked(asked: str) -> str:
    """Tell whether a question asks which thing, firm or school it is.

    Args:
        asked: A cleaned question, its marks at the end taken off.

    Returns:
        One of ``IDENTITIES``, or "".
    """
    return next((kind for kind, pattern in _ASKS if pattern.search(asked)), "")


def identifies(kind: str, sentence: str, terms: Sequence[Term]) -> bool:
    """Tell whether a sentence may say which one it is.

    Args:
        kind: One of ``IDENTITIES``.
        sentence: A sentence of a report.
        terms: Terms of the question: what is named must stand in the clause of one of them, or in the one behind it.

    Returns:
        False where it names no school or firm, or counts the things without a word of which they are.
    """
    told = "".join(clauses_of(fold(sentence), terms, before=kind != WHICH))
    if kind == WHICH:
        return _NAMING.search(told) is not None or not _COUNTED.search(told)
    if kind == FIRM and (_NAMED_IN_ROW.search(told) or "“" in told):
        return True
    return any(
        not _COMMON.search(told[max(0, m.start() - _HEAD) : m.start()].split("、")[-1])
        for m in _ENDINGS[kind].finditer(told)
    )


def clauses_of(text: str, terms: Sequence[Term], *, before: bool = False) -> list[str]:
    """Give the clauses of a sentence that hold a term, each with the one behind it; all where none does.

    Args:
        text: A folded sentence.
        terms: Terms of the question.
        before: Whether the clauses before them are given as well.

    Returns:
        The clauses in order.
    """
    clauses = [text[a:b] for a, b in split_clauses(text)]
    forms = {form for term in terms for form, _ in term.forms}
    near: set[int] = set()
    for at, clause in enumerate(clauses):
        if any(form in clause for form in forms):
            near |= {at - before, at, at + 1}
    return [clause for at, clause in enumerate(clauses) if at in near or not near]
